//! The page's head: its name, the link to share, the language and the colours.

use std::rc::Rc;

use yew::prelude::*;

use super::context::use_page;
use super::controls::icon;
use super::export::ExportMenu;
use super::outside::share::{Share, ShareProps};
use super::outside::words::words;
use super::outside::{choose_file, file_input};
use super::shortcuts::show_sheet;
use super::state::{Action, Theme};
use crate::trace::recording::Header as RecordingHeader;
use crate::trace::timeline::Timeline;

#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    pub theme: Theme,
    pub timeline: Rc<Timeline>,
    pub upto: u64,
    pub share: ShareProps,
    /// The program whose run is shown.
    pub program: Callback<(), RecordingHeader>,
    pub on_file: Callback<web_sys::File>,
}

#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let page = use_page();
    let text = page.text();
    let open = words(page.language);
    let input = use_node_ref();
    let on_open_file = {
        let input = input.clone();
        use_callback((), move |(), ()| choose_file(&input))
    };
    let choose = {
        let on_open_file = on_open_file.clone();
        move |_| on_open_file.emit(())
    };
    let on_language = {
        let (dispatch, other) = (page.dispatch.clone(), page.language.other());
        move |_| dispatch.emit(Action::SetLanguage(other))
    };
    let on_theme = {
        let (dispatch, next) = (page.dispatch.clone(), props.theme.next());
        move |_| dispatch.emit(Action::SetTheme(next))
    };
    let theme_word = match props.theme {
        Theme::Auto => text.theme_auto,
        Theme::Light => text.theme_light,
        Theme::Dark => text.theme_dark,
    };
    html! {
        <header class="head">
            <a class="skip" href="#program" onclick={skip}>{ text.skip_to_editor }</a>
            <h1 class="brand"><i class="logo" aria-hidden="true"></i>{ "awaitscope" }</h1>
            <nav>
                { file_input(&input, open.open, &props.on_file) }
                <button type="button" class="ghost-button roomy" data-testid="open" aria-label={open.open} data-tip={open.open_hint} onclick={choose}>
                    { icon("open") }<span class="wide">{ open.open }</span>
                </button>
                <Share on_open_file={on_open_file} ..props.share.clone() />
                <ExportMenu timeline={props.timeline.clone()} upto={props.upto} program={props.program.clone()} />
                <button type="button" class="ghost-button" data-testid="language" data-lang={page.language.code()}
                    aria-label={text.switch_language_label} lang={page.language.other().tag()} onclick={on_language}>
                    { text.switch_language }
                </button>
                <button type="button" class="ghost-button" data-testid="theme" data-theme-choice={props.theme.as_str()}
                    aria-label={format!("{}: {theme_word}", text.theme)} data-tip={format!("{}: {theme_word}", text.theme)} onclick={on_theme}>
                    { icon(props.theme.as_str()) }
                </button>
                <button type="button" class="ghost-button" data-testid="help" aria-label={page.language.words().shortcuts} data-tip={page.language.words().shortcuts}
                    onclick={|_| show_sheet()}>{ "?" }</button>
            </nav>
        </header>
    }
}

/// The link must not go through the address: the hash is the page's.
fn skip(event: MouseEvent) {
    event.prevent_default();
    let document = web_sys::window().and_then(|window| window.document());
    let program = document.and_then(|document| document.get_element_by_id("program"));
    if let Some(program) =
        program.and_then(|program| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(program).ok())
    {
        let _ = program.focus();
    }
}
