//! The lessons' side of the page: what there is to read, the text of what is open, its things to try, its question.

mod contents;

mod article;

mod predict;

pub mod rehearse;

mod progress;

mod words;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use self::article::Article;
use self::contents::Contents;
use self::progress::Progress;
use super::context::use_page;
use super::outside::words::words as outside;
use super::rich::Rich;
use super::state::Origin;
use crate::lessons::Lesson;

#[derive(PartialEq, Properties)]
pub struct LessonPaneProps {
    /// Where the open program comes from.
    pub origin: Origin,
    /// What is in the editor.
    pub source: Rc<str>,
    pub edited: bool,
    /// A run of the open program has come to its end.
    pub ended: bool,
    /// The moment that was asked for last is not in the run of this text.
    pub lost: bool,
    pub on_open: Callback<&'static Lesson>,
}

#[component]
pub fn LessonPane(props: &LessonPaneProps) -> Html {
    let page = use_page();
    let text = page.text();
    let progress = use_state(Progress::load);
    let lesson = props.origin.lesson();
    {
        let progress = progress.clone();
        use_effect_with((lesson.map(|lesson| lesson.slug), props.ended), move |(slug, ended)| {
            if let (Some(slug), true) = (slug, ended) {
                progress.set(progress.with_done(slug));
            }
        });
    }
    let on_predicted = {
        let progress = progress.clone();
        Callback::from(move |is_right: bool| {
            if let Some(lesson) = lesson {
                progress.set(progress.with_prediction(lesson.slug, is_right));
            }
        })
    };
    let pane = use_node_ref();
    {
        let (pane, was_open) = (pane.clone(), use_mut_ref(|| lesson.map(|lesson| lesson.slug)));
        use_effect_with(lesson.map(|lesson| lesson.slug), move |slug| {
            if was_open.replace(*slug) != *slug {
                show_beginning(&pane);
            }
        });
    }
    let article = match &props.origin {
        Origin::Loading(_) | Origin::Unreachable(..) | Origin::Lesson(_) => html! {
            if let Some(lesson) = lesson {
                <Article
                    key={lesson.slug}
                    {lesson}
                    origin={props.origin.clone()}
                    source={props.source.clone()}
                    edited={props.edited}
                    lost={props.lost}
                    on_open={props.on_open.clone()}
                    {on_predicted}
                />
            }
        },
        Origin::Link(_) => {
            html! { <article><h2 class="title">{ text.linked_title }</h2><Rich source={text.linked_body} /></article> }
        }
        Origin::File(name, _) => {
            let words = outside(page.language);
            html! { <article><h2 class="title">{ name.to_string() }</h2><Rich source={words.file_body} /></article> }
        }
        Origin::Recording(recorded) => {
            let (title, body) = (outside(page.language).recording_title, outside(page.language).recording_body);
            html! {
                <article data-testid="recording"><h2 class="title">{ title(&recorded.header) }</h2><Rich source={body(&recorded.header)} /></article>
            }
        }
        Origin::BrokenLink(why, _) => {
            html! { <article><h2 class="title">{ text.broken_link_title }</h2><Rich source={(text.broken_link)(*why)} /></article> }
        }
    };
    html! {
        <aside class="lesson" ref={pane} data-view={lesson.map(|lesson| lesson.view.as_str())}>
            <Contents open={lesson} edited={props.edited} progress={(*progress).clone()} on_open={props.on_open.clone()} />
            { article }
        </aside>
    }
}

/// Another lesson is read from its title on, by eyes and by screen readers. Not on load: a page does not jump.
fn show_beginning(pane: &NodeRef) {
    let Some(pane) = pane.cast::<web_sys::Element>() else { return };
    let Ok(Some(title)) = pane.query_selector("article .title") else { return };
    let top = title.get_bounding_client_rect().top();
    if top < pane.get_bounding_client_rect().top().max(0.0) {
        title.scroll_into_view();
    }
    let focused = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    if focused.is_none_or(|element| element.tag_name() == "BODY")
        && let Some(title) = title.dyn_ref::<web_sys::HtmlElement>()
    {
        let _ = title.focus();
    }
}
