//! What the program printed: as text, with the time and the task of each line.

use std::rc::Rc;

use yew::prelude::*;

use super::context::use_page;
use super::hue::Hue;
use super::state::{Action, Fault};
use super::text::moment;
use crate::browser::driver::RunState;
use crate::trace::event::{Actor, Stream};
use crate::trace::timeline::{Piece, Timeline};

/// Pieces that are shown; earlier ones stay in the trace.
const PIECES: usize = 4_000;

/// With more, the browser skips those that are not seen.
const MANY: usize = 300;

/// Fewer while it runs: a program that prints all the time changes all of them with every report, and has to be stopped.
const PIECES_LIVE: usize = 120;

#[derive(PartialEq, Properties)]
pub struct ConsoleProps {
    pub timeline: Rc<Timeline>,
    pub upto: u64,
    pub run: RunState,
    pub fault: Option<Rc<Fault>>,
}

/// A line begins where the one before ended with a newline, or where somebody else prints.
struct Row<'a> {
    pieces: Vec<&'a Piece>,
}

fn rows(timeline: &Timeline, upto: u64, most: usize) -> Vec<Row<'_>> {
    let count = timeline.console_at(upto);
    let mut rows: Vec<Row<'_>> = Vec::new();
    for piece in timeline.console().range(count.saturating_sub(most), count) {
        match rows.last_mut() {
            Some(row) if row.pieces.last().is_some_and(|last| goes_on(last, piece)) => row.pieces.push(piece),
            _ => rows.push(Row { pieces: vec![piece] }),
        }
    }
    rows
}

fn goes_on(last: &Piece, piece: &Piece) -> bool {
    !last.text.ends_with('\n') && last.stream == piece.stream && last.actor == piece.actor
}

#[component]
pub fn Console(props: &ConsoleProps) -> Html {
    let page = use_page();
    let text = page.text();
    let most = if matches!(props.run, RunState::Running | RunState::Stopped) { PIECES_LIVE } else { PIECES };
    let rows = rows(&props.timeline, props.upto, most);
    let syntax_error = match props.fault.as_deref() {
        Some(Fault::Syntax(error)) => Some(html! {
            <div class="row stderr" key="syntax-error">
                <time></time>
                <span class="who"></span>
                <span class="text"><span data-stream="stderr">{ error.text.clone() }</span></span>
            </div>
        }),
        _ => None,
    };
    html! {
        <section class="console" part="console" aria-label={text.console}>
            <h2>{ text.console }</h2>
            <div class="scroll" data-testid="console" tabindex="0" role="log" aria-live="off" aria-label={text.console}>
                if rows.is_empty() && syntax_error.is_none() {
                    <p class="empty pieces">{ text.console_empty }</p>
                } else {
                    // Rows alone, each with its key: then what was there before is left as it is.
                    <div class="pieces" data-many={(rows.len() > MANY).then_some("")}>
                        { for rows.iter().map(|row| show_row(row, &page.dispatch, text.stderr)) }
                        { for syntax_error }
                    </div>
                }
            </div>
        </section>
    }
}

fn show_row(row: &Row<'_>, dispatch: &Callback<Action>, stderr: &'static str) -> Html {
    let first = row.pieces[0];
    let is_error = first.stream == Stream::Stderr;
    let who = match first.actor {
        Actor::Main => String::new(),
        actor => actor.to_string(),
    };
    let onclick = {
        let (dispatch, seq, line) = (dispatch.clone(), first.seq, first.line);
        move |_| {
            dispatch.emit(Action::Seek(Some(seq + 1)));
            if let Some(line) = line {
                dispatch.emit(Action::Point(line));
            }
        }
    };
    html! {
        <div key={first.seq} class={classes!("row", is_error.then_some("stderr"))}>
            <button type="button" class="time" tabindex="-1" {onclick}>{ moment(first.at) }</button>
            <span class="who" data-hue={Hue::of(first.actor).attribute()} data-tip={is_error.then_some(stderr)}>{ who }</span>
            <span class="text">
                for piece in &row.pieces {
                    <span data-stream={stream(piece.stream)}>{ piece.text.clone() }</span>
                }
            </span>
        </div>
    }
}

fn stream(stream: Stream) -> &'static str {
    match stream {
        Stream::Stdout => "stdout",
        Stream::Stderr => "stderr",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::event::{Event, EventKind, Nanos, TaskId};

    /// The rows as the texts of their pieces.
    fn shown(pieces: &[(u32, Stream, &str)], most: usize) -> Vec<Vec<String>> {
        let event = |&(task, stream, text): &(u32, Stream, &str)| Event {
            seq: 0,
            at: Nanos::ZERO,
            actor: Actor::Task(TaskId(task)),
            kind: EventKind::Output { stream, text: text.into(), line: 1 },
        };
        let timeline: Timeline = pieces.iter().map(event).collect();
        let texts = |row: &Row<'_>| row.pieces.iter().map(|piece| piece.text.clone()).collect();
        rows(&timeline, timeline.len(), most).iter().map(texts).collect()
    }

    #[test]
    fn a_line_printed_in_pieces_is_one_row_unless_somebody_else_breaks_in() {
        use Stream::{Stderr, Stdout};
        assert_eq!(
            shown(&[(1, Stdout, "a"), (1, Stdout, "b\n"), (1, Stdout, "c"), (2, Stdout, "d"), (2, Stderr, "e\nf")], 9),
            [vec!["a", "b\n"], vec!["c"], vec!["d"], vec!["e\nf"]]
        );
        assert_eq!(shown(&[(1, Stdout, "a\n"), (1, Stdout, "b\n")], 1), [["b\n"]]);
    }
}
