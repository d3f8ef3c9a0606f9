//! The timeline as a table: for screen readers, and for whoever likes figures.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Page, use_page};
use super::rich::rich_line;
use crate::trace::event::{Actor, Nanos};
use crate::trace::lane::{Lane, Slice, SliceState};
use crate::trace::timeline::Timeline;

/// The newest rows are shown.
const ROWS: usize = 300;

#[derive(PartialEq, Properties)]
pub struct TimelineTableProps {
    pub timeline: Rc<Timeline>,
    pub upto: u64,
}

/// Made only once it is asked for.
#[component]
pub fn TimelineTable(props: &TimelineTableProps) -> Html {
    let page = use_page();
    let words = page.language.words();
    let is_open = use_state_eq(|| false);
    let toggle = {
        let is_open = is_open.clone();
        move |_| is_open.set(!*is_open)
    };
    let word = if *is_open { words.table_hide } else { words.table };
    html! {
        <section class="as-table" data-testid="timeline-table">
            <button type="button" class="small" aria-expanded={is_open.to_string()} onclick={toggle}>{ word }</button>
            if *is_open {
                { show_table(&props.timeline, props.upto, &page) }
            }
        </section>
    }
}

fn show_table(timeline: &Timeline, upto: u64, page: &Page) -> Html {
    let words = page.language.words();
    let mut rows: Vec<(&Lane, &Slice)> = timeline
        .lanes()
        .iter()
        .flat_map(|lane| lane.slices.range(0, lane.slices_at(upto)).map(move |slice| (&**lane, slice)))
        .filter(|(_, slice)| !matches!(slice.state, SliceState::Idle { .. }))
        .filter(|(lane, _)| lane.actor != Actor::Main)
        .collect();
    rows.sort_by_key(|(_, slice)| slice.seq);
    let left_out = rows.len().saturating_sub(ROWS);
    html! {
        <>
            if left_out > 0 {
                <p class="empty">{ (words.rows_left_out)(left_out) }</p>
            }
            <div class="table-scroll" tabindex="0" role="group" aria-label={page.text().timeline}>
                <table>
                    <thead><tr>{ for words.columns.into_iter().map(|column| html! { <th scope="col">{ column }</th> }) }</tr></thead>
                    <tbody>{ for rows[left_out..].iter().map(|(lane, slice)| show_row(lane, slice, upto, page)) }</tbody>
                </table>
            </div>
        </>
    }
}

fn show_row(lane: &Lane, slice: &Slice, upto: u64, page: &Page) -> Html {
    let text = page.text();
    let (state, reason) = match &slice.state {
        SliceState::Running => (text.legend_running, String::new()),
        SliceState::Ready { .. } => (text.legend_ready, String::new()),
        SliceState::Suspended { on, .. } => (text.legend_suspended, (text.waiting)(on)),
        SliceState::Blocking { what } => (text.legend_blocking, what.replace('*', "")),
        SliceState::Idle { .. } => ("", String::new()),
    };
    let end = slice.end.filter(|_| slice.end_seq.is_none_or(|seq| seq < upto));
    // To the microsecond: steps are that short.
    let seconds = |at: Nanos| format!("{}.{:06}", at.0 / 1_000_000_000, at.0 / 1_000 % 1_000_000);
    html! {
        <tr key={slice.seq}>
            <th scope="row">{ lane.actor.to_string() }</th>
            <td>{ state }</td>
            <td>{ seconds(slice.start) }</td>
            <td>{ end.map_or_else(String::new, seconds) }</td>
            <td>{ slice.line.map_or_else(String::new, |line| line.to_string()) }</td>
            <td>{ rich_line(&reason, page) }</td>
        </tr>
    }
}
