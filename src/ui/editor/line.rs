//! A line of the layer under the text: its number, its chips, its coloured words, and what is wrong with it.

use std::rc::Rc;

use yew::prelude::*;

use super::gutter::{Chip, ChipState};
use super::highlight::{Line, Token};
use crate::trace::event::Actor;
use crate::ui::context::use_page;
use crate::ui::hue::{Hue, short_name};
use crate::ui::state::{Action, Selected};
use crate::ui::text::label;

/// Chips on one line. When there are more, the first and a number.
const CHIPS: usize = 2;

/// Columns from 1, in characters; the end is exclusive, `u32::MAX` is the end of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub start: u32,
    pub end: u32,
    /// Stands after the line that it begins in.
    pub note: Option<Rc<str>>,
}

#[derive(PartialEq, Properties)]
pub struct CodeLineProps {
    /// From 1.
    pub number: u32,
    pub line: Line,
    pub chips: Vec<Chip>,
    pub running: bool,
    pub pointed: bool,
    pub locked: bool,
    /// The values of the names of the frame that runs here.
    pub values: Option<Rc<str>>,
    pub wrong: Option<Wrong>,
}

#[component]
pub fn CodeLine(props: &CodeLineProps) -> Html {
    let many = if props.chips.len() > CHIPS { 1 } else { CHIPS };
    html! {
        <div
            class="ln"
            data-line={props.number.to_string()}
            data-running={props.running.then_some("")}
            data-pointed={props.pointed.then_some("")}
            data-locked={props.locked.then_some("")}
            data-wrong={props.wrong.as_ref().map(|_| "")}
        >
            <span class="gutter">
                <span class="chips">
                    for chip in props.chips.iter().take(many) {
                        <ChipButton key={chip.task.0} chip={chip.clone()} number={props.number} />
                    }
                    if props.chips.len() > many {
                        <span class="chip more">{ format!("+{}", props.chips.len() - many) }</span>
                    }
                </span>
                <span class="n" aria-hidden="true">{ props.number }</span>
            </span>
            <span class="src" aria-hidden="true">
                { show(&props.line, props.wrong.as_ref()) }
            </span>
            if let Some(values) = &props.values {
                <span class="values" data-testid="values">{ values.to_string() }</span>
            }
            if let Some(note) = props.wrong.as_ref().and_then(|wrong| wrong.note.clone()) {
                <span class="note" aria-hidden="true" data-testid="fault" data-line={props.number.to_string()} data-column={props.wrong.as_ref().map(|wrong| wrong.start.to_string())}>
                    { note.to_string() }
                </span>
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ChipButtonProps {
    chip: Chip,
    /// The line that it is on.
    number: u32,
}

/// A task on its line. With the pointer or the focus on it: why it waits, and its await stack.
#[component]
fn ChipButton(props: &ChipButtonProps) -> Html {
    let page = use_page();
    let text = page.text();
    let chip = &props.chip;
    let (task, actor) = (chip.task.to_string(), Actor::Task(chip.task));
    let state = match chip.state {
        ChipState::Running => text.legend_running,
        ChipState::Ready => text.legend_ready,
        ChipState::Suspended => text.legend_suspended,
        ChipState::Blocking => text.legend_blocking,
    };
    let onclick = {
        let (dispatch, seq) = (page.dispatch.clone(), chip.seq);
        move |_| dispatch.emit(Action::Select(Some(Selected { actor, seq })))
    };
    let lines: Vec<String> = chip.stack.iter().map(|frame| frame.line.to_string()).collect();
    let data_stack = if lines.is_empty() { props.number.to_string() } else { lines.join(" ") };
    let why = chip.on.as_ref().map(label);
    let name = format!("{task} {state} {}: {}", (text.line)(props.number), why.clone().unwrap_or_default());
    html! {
        <>
            <button
                type="button"
                class="chip"
                data-testid="chip"
                data-task={task.clone()}
                data-state={chip.state.as_str()}
                data-stack={data_stack}
                data-hue={Hue::of(actor).attribute()}
                aria-label={name.trim_end_matches(": ").to_owned()}
                {onclick}
            >
                { task.clone() }
            </button>
            <span class="tip" aria-hidden="true" data-hue={Hue::of(actor).attribute()}>
                <span><b>{ task }</b>{ " " }{ state }{ why.map(|why| format!(" · {why}")) }</span>
                for frame in chip.stack.iter() {
                    <span class="frame">{ format!("{}:{}", short_name(&frame.function), frame.line) }</span>
                }
            </span>
        </>
    }
}

fn show(line: &Line, wrong: Option<&Wrong>) -> Html {
    let pieces = match wrong {
        Some(wrong) => cut(line, wrong),
        None => line.pieces.iter().map(|(token, text)| (*token, text.clone(), false)).collect(),
    };
    let past_the_end = wrong.is_some() && !pieces.iter().any(|(_, _, is_wrong)| *is_wrong);
    html! {
        <>
            for (token, text, is_wrong) in pieces {
                if token == Token::Plain && !is_wrong {
                    { text.to_string() }
                } else {
                    <span class={classes!(token.class(), is_wrong.then_some("wrong"))}>{ text.to_string() }</span>
                }
            }
            if past_the_end {
                <span class="wrong">{ " " }</span>
            }
        </>
    }
}

/// The pieces again, cut at the ends of what is wrong.
fn cut(line: &Line, wrong: &Wrong) -> Vec<(Token, Rc<str>, bool)> {
    let mut out = Vec::new();
    let mut column = 1;
    for (token, text) in &line.pieces {
        let mut run = String::new();
        let mut run_is_wrong = false;
        for c in text.chars() {
            let is_wrong = column >= wrong.start && column < wrong.end;
            if is_wrong != run_is_wrong && !run.is_empty() {
                out.push((*token, Rc::from(std::mem::take(&mut run)), run_is_wrong));
            }
            run_is_wrong = is_wrong;
            run.push(c);
            column += 1;
        }
        if !run.is_empty() {
            out.push((*token, Rc::from(run), run_is_wrong));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::highlight::highlight;
    use super::*;

    #[test]
    fn what_is_wrong_is_cut_out_by_characters() {
        let line = highlight("日本 = foo bar").remove(0);
        let pieces = cut(&line, &Wrong { start: 6, end: 9, note: None });
        let wrong: Vec<&str> = pieces.iter().filter(|(_, _, is_wrong)| *is_wrong).map(|(_, text, _)| &**text).collect();
        assert_eq!(wrong, ["foo"]);
        let all: String = pieces.iter().map(|(_, text, _)| &**text).collect();
        assert_eq!(all, "日本 = foo bar");
    }
}
