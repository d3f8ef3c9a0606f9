//! Why a selected slice is what it is: what it waited for, where, and who woke it.

use yew::prelude::*;

use super::lane_row::lateness;
use crate::trace::event::{Actor, Nanos};
use crate::trace::lane::{Lane, ReadyBy, SliceState};
use crate::trace::timeline::Timeline;
use crate::ui::context::Page;
use crate::ui::hue::Hue;
use crate::ui::rich::rich_line;
use crate::ui::state::Action;
use crate::ui::text::Text;

/// Of the slice that the event `seq` began, for the moment `clock`.
pub fn details(timeline: &Timeline, lane: &Lane, seq: u64, clock: Nanos, page: &Page) -> Html {
    let text = page.text();
    let Some(sentences) = sentences(timeline, lane, seq, clock, text) else {
        return Html::default();
    };
    let close = {
        let dispatch = page.dispatch.clone();
        move |_| dispatch.emit(Action::Select(None))
    };
    html! {
        <aside class="details" data-testid="details" role="status" data-hue={Hue::of(lane.actor).attribute()}>
            <p>
                for sentence in sentences {
                    <span class="sentence">{ rich_line(&sentence, page) }</span>
                    { " " }
                }
            </p>
            <button type="button" class="close" aria-label={text.close} data-tip={text.close} onclick={close}>{ "×" }</button>
        </aside>
    }
}

/// Rich text, a sentence an item.
pub fn sentences(timeline: &Timeline, lane: &Lane, seq: u64, clock: Nanos, text: &Text) -> Option<Vec<String>> {
    let index = lane.slices.partition_point(|slice| slice.seq < seq);
    let slice = lane.slices.get(index).filter(|slice| slice.seq == seq)?;
    let end = slice.end.unwrap_or(clock).min(clock.max(slice.start));
    let duration = end.saturating_sub(slice.start);
    let who = if lane.actor == Actor::Main { text.lane_loop.to_owned() } else { lane.actor.to_string() };
    let mut out = vec![];
    match &slice.state {
        SliceState::Running => out.push((text.slice_ran)(&who, duration)),
        SliceState::Ready { by } => {
            out.push((text.slice_was_ready)(&who, duration));
            if let ReadyBy::Woken(by) = by {
                out.push((text.slice_woken)(by));
            }
        }
        SliceState::Blocking { what } => out.push((text.slice_blocked)(&who, what, duration)),
        SliceState::Idle { .. } => return None,
        SliceState::Suspended { on, stack, woken_by } => {
            out.push((text.slice_waited)(&who, on, duration));
            if !stack.is_empty() {
                out.push((text.slice_at)(stack));
            }
            out.push(match woken_by {
                Some(by) => (text.slice_woken)(by),
                None => text.slice_not_woken.to_owned(),
            });
        }
    }
    if let Some(late) = lateness(slice) {
        // What held the loop when the timer was due.
        let due = end.saturating_sub(late);
        let bands = timeline.bands();
        let band = bands.partition_point(|band| band.start <= due).checked_sub(1).and_then(|index| bands.get(index));
        let cause = band.filter(|band| band.end > due).map(|band| (band.what.as_str(), band.line));
        out.push((text.slice_late)(late, cause));
    }
    out.push(format!("{}{}", (text.slice_span)(slice.start, end), text.full_stop));
    Some(out)
}
