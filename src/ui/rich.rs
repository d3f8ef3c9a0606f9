//! Shows the little Markdown of lessons and sentences. Nothing here becomes markup that is not listed here.

use yew::prelude::*;

use super::context::{Page, use_page};
use super::hue::Hue;
use super::markdown::{self, Block, Inline};
use super::state::Action;

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
#[component]
pub fn RichLine(props: &RichProps) -> Html {
    let page = use_page();
    match markdown::parse(&props.source).first() {
        Some(Block::Paragraph(inlines)) => show_inlines(inlines, &page),
        _ => html! { {props.source.clone()} },
    }
}

fn show_block(block: &Block, page: &Page) -> Html {
    match block {
        Block::Heading(inlines) => html! { <h3>{ show_inlines(inlines, page) }</h3> },
        Block::Paragraph(inlines) => html! { <p>{ show_inlines(inlines, page) }</p> },
        Block::List(items) => {
            let items = items.iter().map(|item| html! { <li>{ show_inlines(item, page) }</li> });
            html! { <ul>{ for items }</ul> }
        }
        Block::Code(text) => html! { <pre><code>{ text.clone() }</code></pre> },
    }
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
            html! { <button type="button" class="line-link" {onclick}>{ text.clone() }</button> }
        }
        Inline::Link { text, url } => {
            html! { <a href={url.clone()} rel="noopener" target="_blank">{ text.clone() }</a> }
        }
    });
    html! { <>{ for shown }</> }
}
