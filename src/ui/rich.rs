//! Shows the little Markdown of lessons and sentences. Nothing here becomes markup that is not listed here.

use yew::prelude::*;

use super::context::{Page, use_page};
use super::hue::Hue;
use super::state::Action;
use crate::lesson::markdown::{self, Block, Inline};

#[derive(PartialEq, Properties)]
pub struct RichProps {
    pub source: AttrValue,
}

/// A text of several blocks.
#[component]
pub fn Rich(props: &RichProps) -> Html {
    let page = use_page();
    let blocks = markdown::parse(&props.source);
    html! { <>{ for blocks.iter().map(|block| show_block(block, &page)) }</> }
}

/// One line of text, such as a sentence.
pub fn rich_line(source: &str, page: &Page) -> Html {
    match markdown::parse(source).first() {
        Some(Block::Paragraph(inlines)) => show_inlines(inlines, page),
        _ => html! { { source } },
    }
}

/// One block; what only a lesson can show (things to try, questions) is nothing here.
pub fn show_block(block: &Block, page: &Page) -> Html {
    match block {
        Block::Heading(inlines) => html! { <h3>{ show_inlines(inlines, page) }</h3> },
        Block::Paragraph(inlines) => html! { <p>{ show_inlines(inlines, page) }</p> },
        Block::List(items) => {
            let items = items.iter().map(|item| html! { <li>{ show_inlines(item, page) }</li> });
            html! { <ul>{ for items }</ul> }
        }
        Block::Code(text) => html! { <pre><code>{ text.clone() }</code></pre> },
        Block::Try(_) | Block::Predict(_) => html! {},
    }
}

/// A link's words may hold code.
fn show_words(text: &str, page: &Page) -> Html {
    show_inlines(&markdown::inlines(text), page)
}

fn show_inlines(inlines: &[Inline], page: &Page) -> Html {
    let shown = inlines.iter().map(|inline| match inline {
        Inline::Text(text) => html! { {text.clone()} },
        Inline::Code(text) => html! { <code>{ text.clone() }</code> },
        Inline::Strong(text) => match Hue::of_shown(text) {
            Some(hue) => html! { <b class="who" data-hue={hue.attribute()}>{ text.clone() }</b> },
            None => html! { <strong>{ text.clone() }</strong> },
        },
        Inline::Emphasis(text) => html! { <em>{ text.clone() }</em> },
        Inline::Line { text, line } => {
            let onclick = {
                let (dispatch, line) = (page.dispatch.clone(), *line);
                move |_| dispatch.emit(Action::Point(line))
            };
            html! { <button type="button" class="line-link" {onclick}>{ show_words(text, page) }</button> }
        }
        Inline::At { text, moment } => {
            let onclick = {
                let (to_moment, moment) = (page.to_moment.clone(), moment.clone());
                move |event: MouseEvent| {
                    // With a modifier it is the browser's: a new tab, at that moment.
                    if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
                        event.prevent_default();
                        to_moment.emit(moment.clone());
                    }
                }
            };
            let href = format!("#lesson={}&moment={moment}", page.lesson.unwrap_or_default());
            html! {
                <a class="line-link moment-link" data-testid="moment" data-moment={moment.to_string()} {href} {onclick}>
                    { show_words(text, page) }
                </a>
            }
        }
        Inline::Link { text, url } => {
            html! { <a href={url.clone()} rel="noopener" target="_blank">{ show_words(text, page) }</a> }
        }
    });
    html! { <>{ for shown }</> }
}
