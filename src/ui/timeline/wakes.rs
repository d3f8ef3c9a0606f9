//! Who woke whom: an arrow from the lane that did it to the lane that became ready. A timer's comes from the loop's lane.

use yew::prelude::*;

use super::drawn::{self, Frame};
use super::pane::{Item, use_pane};
use crate::trace::event::{Actor, Waker};
use crate::trace::lane::{Lane, ReadyBy, Slice, SliceState};
use crate::trace::timeline::Timeline;
use crate::ui::hue::Hue;

/// Arrows that are drawn; more would be a thicket.
const WAKES: usize = 160;

#[derive(Clone, Debug, PartialEq)]
pub struct Wake {
    /// The event that woke.
    pub seq: u64,
    /// On the axis.
    pub place: f64,
    pub by: Actor,
    pub is_cancellation: bool,
    /// Rows from the top, in the order of drawing.
    pub from: usize,
    pub to: usize,
}

/// Which rows lanes stand in: by the lane's index.
pub type Rows = [usize];

/// The wake that ended a slice, or began it.
pub fn wake_of(frame: &Frame, timeline: &Timeline, rows: &Rows, lane: &Lane, slice: &Slice) -> Option<Wake> {
    let (waker, at, seq) = match &slice.state {
        SliceState::Suspended { woken_by: Some(waker), .. } => (waker, slice.end?, slice.end_seq?),
        SliceState::Ready { by: ReadyBy::Woken(waker) } => (waker, slice.start, slice.seq),
        _ => return None,
    };
    let (by, is_cancellation) = match *waker {
        Waker::Task { task } => (Actor::Task(task), false),
        Waker::Executor { worker } => (Actor::Worker(worker), false),
        Waker::Cancellation { by } => (by, true),
        Waker::Timer { .. } | Waker::Callback { .. } => (Actor::Main, false),
        Waker::Turn => return None,
    };
    let row = |actor| rows.get(*timeline.lane_indices().get(&actor)?).copied();
    let (from, to) = (row(by)?, row(lane.actor)?);
    (from != to).then(|| Wake { seq, place: frame.axis.place(timeline, at, seq), by, is_cancellation, from, to })
}

/// The wakes of the lanes that are drawn, `WAKES` at most. Timers', which come from the loop, are left out: the slices say
/// so, and they would hide the others.
pub fn wakes(frame: &Frame, timeline: &Timeline, rows: &Rows, drawn: &[usize]) -> Vec<Wake> {
    let mut wakes = Vec::new();
    for &index in drawn {
        let lane = &timeline.lanes()[index];
        let (from, to) = drawn::visible(frame, timeline, lane);
        let stride = (to - from).div_ceil(200).max(1);
        for index in (from..to).step_by(stride) {
            let slice = &lane.slices[index];
            if matches!(slice.state, SliceState::Suspended { .. })
                && let Some(wake) = wake_of(frame, timeline, rows, lane, slice)
                && wake.by != Actor::Main
            {
                wakes.push(wake);
            }
        }
    }
    let stride = wakes.len().div_ceil(WAKES).max(1);
    wakes.into_iter().step_by(stride).collect()
}

#[derive(PartialEq, Properties)]
pub struct ArrowsProps {
    pub wakes: Vec<Wake>,
    /// The event of the one that is meant.
    pub selected: Option<u64>,
    pub frame: Frame,
}

#[component]
pub fn Arrows(props: &ArrowsProps) -> Html {
    let items = props.wakes.iter().map(|wake| {
        let node = show_arrow(wake, props.selected == Some(wake.seq));
        let also = vec![("--from", wake.from.min(wake.to) as f64), ("--rows", wake.from.abs_diff(wake.to) as f64)];
        // One event wakes several.
        Item { also, ..Item::new(wake.seq << 24 | wake.to as u64, wake.place, None, node) }
    });
    let pane = use_pane(items.collect(), props.frame, 0.0);
    html! { <div class="arrows" aria-hidden="true">{ pane }</div> }
}

fn show_arrow(wake: &Wake, selected: bool) -> Html {
    html! {
        <i
            key={format!("{}-{}", wake.seq, wake.to)}
            class={classes!("wake", (wake.to < wake.from).then_some("up"), selected.then_some("selected"))}
            data-testid="wake"
            data-by={wake.by.to_string()}
            data-cancellation={wake.is_cancellation.then_some("")}
            data-hue={Hue::of(wake.by).attribute()}
        >
        </i>
    }
}

#[cfg(test)]
mod tests {
    use super::super::axis::{Axis, View, Window};
    use super::*;
    use crate::trace::event::{Event, EventKind, Nanos, TaskId, WaitingOn};

    #[test]
    fn a_task_that_wakes_another_has_an_arrow_between_their_rows() {
        let (one, two) = (TaskId(1), TaskId(2));
        let mut timeline = Timeline::new();
        let mut push = |at, task, kind| timeline.push(Event { seq: 0, at: Nanos(at), actor: Actor::Task(task), kind });
        for (task, parent) in [(one, None), (two, Some(one))] {
            push(1, task, EventKind::TaskCreated { task, name: String::new(), coroutine: "f".into(), parent, line: 1 });
            push(1, task, EventKind::StepStarted { task });
        }
        push(2, one, EventKind::Suspended { task: one, stack: Vec::new(), on: WaitingOn::Task { task: two } });
        push(5, two, EventKind::Woken { task: one, by: Waker::Task { task: two } });
        let frame = Frame { axis: Axis::Time, window: Window::of(View::whole(1e-6)), most: 100 };
        let wake = Wake { seq: 5, place: 5e-9, by: Actor::Task(two), is_cancellation: false, from: 2, to: 1 };
        assert_eq!(wakes(&frame, &timeline, &[0, 1, 2], &timeline.tree()), [wake]);
    }
}
