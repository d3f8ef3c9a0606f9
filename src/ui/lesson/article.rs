//! A lesson's text: fetched in the page's language, with its things to try and its question in their places.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::super::context::{Page, use_page};
use super::super::rich::show_block;
use super::super::state::{Action, Origin};
use super::contents::opens;
use super::predict::PredictCard;
use super::words::words;
use crate::browser::files;
use crate::lesson::attempt::{Attempt, DiffLine};
use crate::lesson::markdown::{self, Block};
use crate::lessons::{LESSONS, LESSONS_VERSION, Lesson, SECTIONS, View};

#[derive(PartialEq, Properties)]
pub struct ArticleProps {
    pub lesson: &'static Lesson,
    pub origin: Origin,
    pub source: Rc<str>,
    pub edited: bool,
    pub lost: bool,
    pub on_open: Callback<&'static Lesson>,
    pub on_predicted: Callback<bool>,
}

/// What became of the text. While another one is on its way the last one stays.
#[derive(Clone, PartialEq)]
enum Reading {
    Nothing,
    Read(Rc<Vec<Block>>),
    Failed(String),
}

#[component]
pub fn Article(props: &ArticleProps) -> Html {
    let page = use_page();
    let words = words(page.language);
    let lesson = props.lesson;
    let reading = use_state_eq(|| Reading::Nothing);
    let attempt = use_state(|| 0);
    let wanted = use_mut_ref(String::new);
    {
        let reading = reading.clone();
        let path = format!("{}/{}.md", lesson.folder(), page.language.code());
        use_effect_with((path, *attempt), move |(path, _)| {
            let path = path.clone();
            wanted.replace(path.clone());
            spawn_local(async move {
                let read = files::read(&path, LESSONS_VERSION).await;
                if *wanted.borrow() == path {
                    reading.set(match read {
                        Ok(file) => Reading::Read(Rc::new(markdown::parse(markdown::body(&file)))),
                        Err(why) => Reading::Failed(why),
                    });
                }
            });
        });
    }
    let failure = match (&*reading, &props.origin) {
        (Reading::Failed(why), _) => Some(why.clone()),
        (_, Origin::Unreachable(_, why)) => Some(why.to_string()),
        _ => None,
    };
    let on_retry = {
        let (on_open, origin) = (props.on_open.clone(), props.origin.clone());
        move |_| {
            if matches!(origin, Origin::Unreachable(..)) {
                on_open.emit(lesson);
            }
            attempt.set(*attempt + 1);
        }
    };
    let neighbour = |step: isize| {
        let index = LESSONS.iter().position(|other| other == lesson)?;
        LESSONS.get(index.checked_add_signed(step)?)
    };
    html! {
        <article data-testid="article" data-lesson={lesson.slug}>
            <p class="section">
                { page.language.section(&SECTIONS[lesson.section]) }
                <span class="level" data-level={format!("{:?}", lesson.level)}>{ (words.level)(lesson.level) }</span>
                <button type="button" class="view" data-testid="lesson-view" onclick={move |_| show_view(lesson.view)}>{ (words.view)(lesson.view) }</button>
            </p>
            <h2 class="title" tabindex="-1">{ page.language.lesson(lesson) }</h2>
            if let Some(why) = failure {
                <div class="unreachable" role="alert" data-testid="lesson-failed">
                    <p>{ words.unreachable }{ " " }<code>{ why }</code></p>
                    <button type="button" class="card-button" onclick={on_retry}>{ words.retry }</button>
                </div>
            }
            if props.lost {
                <p class="lost" role="status">{ words.lost }</p>
            }
            if let Reading::Read(blocks) = &*reading {
                { for blocks.iter().enumerate().map(|(index, block)| show(index, block, props, &page)) }
            } else if *reading == Reading::Nothing {
                <p role="status">{ words.loading }</p>
            }
            <div class="turn-page">
                if let Some(previous) = neighbour(-1) {
                    <a data-testid="lesson-previous" href={format!("#lesson={}", previous.slug)} onclick={opens(previous, &props.on_open)}>
                        <small>{ words.previous }</small>{ page.language.lesson(previous) }
                    </a>
                }
                if let Some(next) = neighbour(1) {
                    <a data-testid="lesson-next" href={format!("#lesson={}", next.slug)} onclick={opens(next, &props.on_open)}>
                        <small>{ words.next }</small>{ page.language.lesson(next) }
                    </a>
                }
            </div>
        </article>
    }
}

/// Brings the part of the page into view that the lesson is best watched in.
fn show_view(view: View) {
    let testid = match view {
        View::Timeline => "timeline",
        View::Loop => "loop",
        View::Tasks => "task-tree",
        View::Console => "console",
    };
    let document = web_sys::window().and_then(|window| window.document());
    let part = document.and_then(|document| document.query_selector(&format!("[data-testid={testid}]")).ok().flatten());
    if let Some(part) = part {
        part.scroll_into_view();
    }
}

fn show(index: usize, block: &Block, props: &ArticleProps, page: &Page) -> Html {
    match block {
        Block::Try(attempt) => show_attempt(attempt, props, page),
        Block::Predict(predict) => match &props.origin {
            Origin::Lesson(open) => html! {
                <PredictCard
                    key={index}
                    predict={(**predict).clone()}
                    open={open.clone()}
                    edited={props.edited}
                    on_predicted={props.on_predicted.clone()}
                />
            },
            _ => html! {},
        },
        block => show_block(block, page),
    }
}

/// A change, and the button that puts it into the editor or takes it out again.
fn show_attempt(attempt: &Attempt, props: &ArticleProps, page: &Page) -> Html {
    let words = words(page.language);
    let original = props.origin.original(page.language);
    let with = attempt.apply(&original);
    let (state, next, note) = if with.as_deref() == Some(&*props.source) {
        ("applied", Some(original.to_string()), None)
    } else if attempt.is_in(&props.source) {
        ("applied", attempt.undo(&props.source), None)
    } else if let Some(next) = attempt.apply(&props.source) {
        ("open", Some(next), None)
    } else {
        ("elsewhere", with, Some(words.from_original))
    };
    let onclick = next.map(|next| {
        let dispatch = page.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.emit(Action::Put(next.as_str().into())))
    });
    let lines = attempt.hunks.iter().enumerate().flat_map(|(index, hunk)| {
        let gap = (index > 0).then(|| html! { <span class="gap">{ "⋯\n" }</span> });
        gap.into_iter().chain(hunk.iter().map(|line| match line {
            DiffLine::Same(line) => html! { <span>{ format!("  {line}\n") }</span> },
            DiffLine::Old(line) => {
                html! { <del aria-label={format!("{}: {line}", words.old_line)}>{ format!("- {line}\n") }</del> }
            }
            DiffLine::New(line) => {
                html! { <ins aria-label={format!("{}: {line}", words.new_line)}>{ format!("+ {line}\n") }</ins> }
            }
        }))
    });
    html! {
        <div class="card try" data-testid="try" data-state={state}>
            <p class="card-title">{ attempt.title.clone() }</p>
            <pre class="diff"><code>{ for lines }</code></pre>
            <button type="button" class="card-button" data-testid="try-button" disabled={onclick.is_none()} aria-pressed={(state == "applied").to_string()} {onclick}>
                { if state == "applied" { words.undo } else { words.to_try } }
            </button>
            if let Some(note) = note { <small>{ note }</small> }
        </div>
    }
}
