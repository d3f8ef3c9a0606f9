//! The examples to choose from, and the text of the one that is open.

use yew::prelude::*;

use super::context::use_page;
use super::rich::Rich;
use super::state::Origin;
use super::text::Language;
use crate::lessons::{LESSONS, Lesson, SECTIONS};

#[derive(PartialEq, Properties)]
pub struct LessonPaneProps {
    /// Where the open program comes from.
    pub origin: Origin,
    pub edited: bool,
    pub on_open: Callback<&'static Lesson>,
}

#[component]
pub fn LessonPane(props: &LessonPaneProps) -> Html {
    let page = use_page();
    let text = page.text();
    let open = props.origin.lesson();
    let list = use_node_ref();
    {
        // On a narrow page the list scrolls sideways; what is open is in view.
        let list = list.clone();
        use_effect_with(open.map(|lesson| lesson.slug), move |_| {
            let Some(list) = list.cast::<web_sys::Element>() else { return };
            if let Ok(Some(link)) = list.query_selector("[aria-current]") {
                let by = link.get_bounding_client_rect().left() - list.get_bounding_client_rect().left() - 12.0;
                list.set_scroll_left(list.scroll_left() + by as i32);
            }
        });
    }
    html! {
        <aside class="lesson">
            <nav aria-label={text.lessons}>
                <h2>{ text.lessons }</h2>
                <ol data-testid="lesson-list" ref={list}>
                    for lesson in LESSONS {
                        <LessonLink
                            key={lesson.number}
                            {lesson}
                            open={open == Some(lesson)}
                            edited={props.edited && open == Some(lesson)}
                            on_open={props.on_open.clone()}
                        />
                    }
                </ol>
            </nav>
            <article>
                { show_article(&props.origin, page.language) }
            </article>
        </aside>
    }
}

fn show_article(origin: &Origin, language: Language) -> Html {
    let text = language.text();
    match origin {
        Origin::Lesson(lesson) => html! {
            <>
                <p class="section">{ language.section(&SECTIONS[usize::from(lesson.section) - 1]) }</p>
                <h2 class="title">{ language.page(lesson).title }</h2>
                <Rich source={language.page(lesson).body} />
            </>
        },
        Origin::Link(_) => {
            html! { <><h2 class="title">{ text.linked_title }</h2><Rich source={text.linked_body} /></> }
        }
        Origin::BrokenLink(why, _) => {
            html! { <><h2 class="title">{ text.broken_link_title }</h2><Rich source={(text.broken_link)(*why)} /></> }
        }
    }
}

#[derive(PartialEq, Properties)]
struct LessonLinkProps {
    lesson: &'static Lesson,
    open: bool,
    edited: bool,
    on_open: Callback<&'static Lesson>,
}

#[component]
fn LessonLink(props: &LessonLinkProps) -> Html {
    let page = use_page();
    let text = page.text();
    let lesson = props.lesson;
    let onclick = {
        let on_open = props.on_open.clone();
        move |event: MouseEvent| {
            // With a modifier it is the browser's: a new tab, a new window.
            if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
                event.prevent_default();
                on_open.emit(lesson);
            }
        }
    };
    html! {
        <li>
            <a
                href={format!("#lesson={}", lesson.slug)}
                data-testid={format!("lesson-{:02}", lesson.number)}
                data-lesson={lesson.slug}
                aria-current={props.open.then_some("true")}
                {onclick}
            >
                <span class="number">{ lesson.number }</span>
                <span>{ page.language.page(lesson).title }</span>
                if props.edited {
                    <small>{ text.edited }</small>
                }
            </a>
        </li>
    }
}
