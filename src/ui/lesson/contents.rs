//! The table of contents: the article's sections, their lessons, how far the reader is, and a search.

use yew::prelude::*;

use super::super::context::use_page;
use super::progress::Progress;
use super::words::words;
use crate::lessons::{LESSONS, Lesson, SECTIONS};

#[derive(PartialEq, Properties)]
pub struct ContentsProps {
    pub open: Option<&'static Lesson>,
    pub edited: bool,
    pub progress: Progress,
    pub on_open: Callback<&'static Lesson>,
}

#[component]
pub fn Contents(props: &ContentsProps) -> Html {
    let page = use_page();
    let words = words(page.language);
    let list = use_node_ref();
    let sought = use_state_eq(String::new);
    let is_wide = use_memo((), |()| {
        let query = web_sys::window().and_then(|window| window.match_media("(min-width: 1001px)").ok().flatten());
        query.is_none_or(|query| query.matches())
    });
    {
        // What is open is in view; nothing but the list scrolls.
        let list = list.clone();
        use_effect_with(props.open.map(|lesson| lesson.slug), move |_| {
            let Some(list) = list.cast::<web_sys::Element>() else { return };
            if let Ok(Some(link)) = list.query_selector("[aria-current]") {
                let (outer, inner) = (list.get_bounding_client_rect(), link.get_bounding_client_rect());
                if inner.top() < outer.top() || inner.bottom() > outer.bottom() {
                    let by = inner.top() - outer.top() - outer.height() / 3.0;
                    list.set_scroll_top(list.scroll_top() + by as i32);
                }
            }
        });
    }
    let found: Vec<&'static Lesson> = LESSONS.iter().filter(|lesson| fits(lesson, &sought)).collect();
    let oninput = {
        let sought = sought.clone();
        move |event: InputEvent| sought.set(event.target_unchecked_into::<web_sys::HtmlInputElement>().value())
    };
    let onkeydown = {
        let (on_open, first, sought) = (props.on_open.clone(), found.first().copied(), sought.clone());
        move |event: KeyboardEvent| match (event.key().as_str(), first) {
            ("Enter", Some(first)) if !sought.is_empty() && !event.is_composing() => on_open.emit(first),
            ("Escape", _) => sought.set(String::new()),
            _ => {}
        }
    };
    let sections = SECTIONS.iter().enumerate().filter_map(|(index, section)| {
        let lessons: Vec<_> = found.iter().filter(|lesson| lesson.section == index).collect();
        let is_empty = lessons.is_empty();
        let number = (words.section)(index + 1);
        (!is_empty).then(|| {
            html! {
                <section key={index} aria-label={page.language.section(section)}>
                    <h3><span class="number">{ number }</span>{ page.language.section(section) }</h3>
                    <ol>
                        for lesson in lessons {
                            <LessonLink
                                key={lesson.number}
                                lesson={*lesson}
                                open={props.open == Some(*lesson)}
                                edited={props.edited && props.open == Some(*lesson)}
                                mark={props.progress.of(lesson.slug)}
                                on_open={props.on_open.clone()}
                            />
                        }
                    </ol>
                </section>
            }
        })
    });
    html! {
        <details class="contents" open={*is_wide}>
            <summary>
                <h2>{ page.text().lessons }</h2>
                <small data-testid="lesson-progress">{ (words.progress)(props.progress.done(), LESSONS.len()) }</small>
            </summary>
            <nav aria-label={page.text().lessons}>
                <input
                    type="search"
                    data-testid="lesson-search"
                    placeholder={words.search}
                    aria-label={words.search}
                    value={(*sought).clone()}
                    {oninput}
                    {onkeydown}
                />
                <div class="toc" data-testid="lesson-list" ref={list}>
                    { for sections }
                    if found.is_empty() {
                        <p role="status">{ words.nothing_found }</p>
                    }
                </div>
            </nav>
        </details>
    }
}

/// Whether every word that is sought stands in the lesson's titles, tags or section, in whichever language.
fn fits(lesson: &Lesson, sought: &str) -> bool {
    if sought.is_empty() {
        return true;
    }
    let section = &SECTIONS[lesson.section];
    let text =
        [lesson.en, lesson.zh, &lesson.tags.join(" "), lesson.slug, section.en, section.zh].join(" ").to_lowercase();
    sought.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

#[derive(PartialEq, Properties)]
struct LessonLinkProps {
    lesson: &'static Lesson,
    open: bool,
    edited: bool,
    mark: super::progress::Mark,
    on_open: Callback<&'static Lesson>,
}

#[component]
fn LessonLink(props: &LessonLinkProps) -> Html {
    let page = use_page();
    let words = words(page.language);
    let lesson = props.lesson;
    let predicted = props.mark.predicted.map(|is_right| if is_right { words.was_right } else { words.was_wrong });
    html! {
        <li>
            <a
                href={format!("#lesson={}", lesson.slug)}
                data-testid={format!("lesson-{:02}", lesson.number)}
                data-lesson={lesson.slug}
                data-done={props.mark.is_done.then_some("true")}
                data-predicted={props.mark.predicted.map(|is_right| if is_right { "right" } else { "wrong" })}
                aria-current={props.open.then_some("true")}
                onclick={opens(lesson, &props.on_open)}
            >
                <span class="number">{ lesson.number }</span>
                <span>{ page.language.lesson(lesson) }</span>
                <small>
                    if props.edited { { page.text().edited } }
                    if let Some(predicted) = predicted {
                        <i class="earned" data-mark="predicted" role="img" aria-label={predicted} data-tip={predicted}>{ if props.mark.predicted == Some(true) { "◆" } else { "◇" } }</i>
                    }
                    if props.mark.is_done {
                        <i class="earned" data-mark="done" role="img" aria-label={words.is_done} data-tip={words.is_done}>{ "✓" }</i>
                    }
                </small>
            </a>
        </li>
    }
}

/// A click opens the lesson; with a modifier it is the browser's: a new tab, a new window.
pub fn opens(lesson: &'static Lesson, on_open: &Callback<&'static Lesson>) -> Callback<MouseEvent> {
    let on_open = on_open.clone();
    Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            on_open.emit(lesson);
        }
    })
}
