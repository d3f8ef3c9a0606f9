//! The sheet that gives a program away: as a link, as something for another page, as a file.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Clipboard, HtmlDialogElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::bring::Named;
use super::snippet::{Form, Subject};
use super::words::words;
use crate::browser::pace::Speed;
use crate::browser::share::{Link, Program};
use crate::browser::{address, files};
use crate::trace::event::Nanos;
use crate::ui::context::use_page;
use crate::ui::controls::icon;
use crate::ui::export::save_text;
use crate::ui::text::moment;

#[derive(Clone, PartialEq, Properties)]
pub struct ShareProps {
    /// What is in the editor.
    pub source: Rc<str>,
    /// The slug of the lesson whose program it is, unchanged.
    pub lesson: Option<&'static str>,
    pub speed: Speed,
    /// Of the run that is shown, or of the link that was opened.
    pub seed: Option<u64>,
    /// The moment that is looked at, if it is not the newest and others can get there.
    pub at: Option<Nanos>,
    /// What the program is called as a file.
    pub file: AttrValue,
    pub on_open_file: Callback<()>,
}

const PYTHON: &str = "text/x-python;charset=utf-8";

/// Beside the page.
const RECORDER: &str = "awaitscope_record.py";

#[component]
pub fn Share(props: &ShareProps) -> Html {
    let page = use_page();
    let words = words(page.language);
    let sheet = use_node_ref();
    let snippet = use_node_ref();
    // Closed; or what is chosen.
    let chosen = use_state_eq(|| None::<Form>);
    let with_settings = use_state_eq(|| true);
    let with_moment = use_state_eq(|| true);
    let said = use_state_eq(|| "");

    let open = |form: Form| {
        let (chosen, said, sheet) = (chosen.clone(), said.clone(), sheet.clone());
        move |_: MouseEvent| {
            chosen.set(Some(form));
            said.set("");
            // It throws when it is open already.
            let _ = sheet.cast::<HtmlDialogElement>().map(|sheet| sheet.show_modal());
        }
    };
    let close = {
        let sheet = sheet.clone();
        move || {
            if let Some(sheet) = sheet.cast::<HtmlDialogElement>() {
                sheet.close();
            }
        }
    };
    let onclose = {
        let chosen = chosen.clone();
        move |_: Event| chosen.set(None)
    };
    let on_open_file = {
        let (close, on_open_file) = (close.clone(), props.on_open_file.clone());
        move |_| {
            close();
            on_open_file.emit(());
        }
    };
    let on_download = {
        let (file, source) = (props.file.clone(), props.source.clone());
        move |_| save_text(&file, PYTHON, &source)
    };
    let on_recorder = |_| {
        spawn_local(async {
            if let Ok(text) = files::load(RECORDER, env!("CARGO_PKG_VERSION")).await {
                save_text(RECORDER, PYTHON, &text);
            }
        });
    };
    let text = chosen.map(|form| {
        let link = link(props, page.language.code(), *with_settings, *with_moment);
        Subject { page: &address::page(), link, code: &props.source }.write(form)
    });
    let on_copy = {
        let (text, form, said, snippet) = (text.clone(), *chosen, said.clone(), snippet.clone());
        move |_| {
            let Some(text) = text.clone() else { return };
            if form == Some(Form::Link) {
                address::set_hash(text.split_once('#').map_or("", |(_, hash)| hash));
            }
            let (said, snippet) = (said.setter(), snippet.clone());
            spawn_local(async move {
                if copy(&text).await {
                    said.set(words.copied);
                } else {
                    if let Some(area) = snippet.cast::<HtmlTextAreaElement>() {
                        area.select();
                    }
                    said.set(words.copy_yourself);
                }
            });
        }
    };
    let choice = |form: Form| {
        let onchange = {
            let (chosen, said) = (chosen.clone(), said.clone());
            move |_| {
                chosen.set(Some(form));
                said.set("");
            }
        };
        html! {
            <label>
                <input type="radio" name="share-form" data-testid={format!("share-{}", form.as_str())} checked={*chosen == Some(form)} {onchange} />
                { (words.forms)(form) }
            </label>
        }
    };
    let tick = |testid: &'static str, handle: &UseStateHandle<bool>, words: String| {
        let onchange = {
            let handle = handle.clone();
            move |event: Event| {
                let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
                handle.set(input.is_some_and(|input| input.checked()));
            }
        };
        html! { <label><input type="checkbox" data-testid={testid} checked={**handle} {onchange} />{ words }</label> }
    };
    html! {
        <>
            <button type="button" class="ghost-button" data-testid="share" aria-haspopup="dialog" aria-label={words.share} data-tip={words.share} onclick={open(Form::Link)}>
                { icon("share") }<span class="wide">{ words.share }</span>
            </button>
            <button type="button" class="ghost-button roomy" data-testid="embed" aria-haspopup="dialog" aria-label={words.embed} data-tip={words.embed} onclick={open(Form::Element)}>
                { icon("embed") }
            </button>
            <dialog class="sheet-of-keys share-sheet" data-testid="share-sheet" aria-label={words.share} ref={sheet} {onclose}>
                <h2>{ words.share }</h2>
                <fieldset>
                    <legend>{ words.form }</legend>
                    { for Form::ALL.into_iter().map(choice) }
                </fieldset>
                <textarea readonly=true rows="5" data-testid="snippet" spellcheck="false" aria-label={words.snippet} ref={snippet} value={text.unwrap_or_default()} />
                <p>
                    { tick("share-settings", &with_settings, words.with_settings.to_owned()) }
                    if let (Some(at), Some(Form::Link | Form::Frame)) = (props.at, *chosen) {
                        { tick("share-moment", &with_moment, (words.with_moment)(&moment(at))) }
                    }
                </p>
                <p class="row">
                    <button type="button" class="button primary" data-testid="share-copy" onclick={on_copy}>{ words.copy }</button>
                    <span class="shared" role="status">{ *said }</span>
                </p>
                <p class="row">
                    <button type="button" class="button" data-testid="download" onclick={on_download}>{ (words.download)(&Named(&props.file).to_string()) }</button>
                    <button type="button" class="button" onclick={on_open_file}>{ words.open }{ "…" }</button>
                    <button type="button" class="button" data-testid="recorder" title={words.recorder_hint} onclick={on_recorder}>{ (words.download)(RECORDER) }</button>
                    <button type="button" class="button" data-testid="share-close" onclick={move |_| close()}>{ page.text().close }</button>
                </p>
            </dialog>
        </>
    }
}

fn link(props: &ShareProps, language: &str, with_settings: bool, with_moment: bool) -> Link {
    let program = match props.lesson {
        Some(slug) => Program::Lesson(slug.to_owned()),
        None => Program::Code(props.source.to_string()),
    };
    let at = props.at.filter(|_| with_moment);
    Link {
        program: Some(program),
        speed: Some(props.speed).filter(|speed| with_settings && *speed != Speed::NORMAL),
        lang: with_settings.then(|| language.to_owned()),
        // A moment is one of that very run.
        seed: props.seed.filter(|_| with_settings || at.is_some()),
        at,
        ..Link::default()
    }
}

/// Without a secure context, and in a frame, there is no clipboard.
async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into()).ok();
    match clipboard.and_then(|clipboard| clipboard.dyn_into::<Clipboard>().ok()) {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}
