//! Who woke whom: an arrow from the lane that did it to the lane that became ready. A timer's wake has no arrow; the slice
//! says so.

use yew::prelude::*;

use crate::trace::event::{Actor, Nanos, Waker};
use crate::trace::lane::SliceState;
use crate::trace::timeline::Timeline;
use crate::ui::hue::Hue;
use crate::ui::style::use_custom_properties;

/// Arrows that are drawn; more would be a thicket.
const WAKES: usize = 200;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wake {
    /// The event that began the slice that ends here.
    pub seq: u64,
    pub at: Nanos,
    pub by: Actor,
    pub is_cancellation: bool,
    /// Rows from the top, in the order of drawing.
    pub from: usize,
    pub to: usize,
}

/// The wakes between the lanes that are drawn, in this order, the newest `WAKES` at most.
pub fn wakes(timeline: &Timeline, order: &[usize]) -> Vec<Wake> {
    let row = |actor: Actor| order.iter().position(|&index| timeline.lanes()[index].actor == actor);
    let mut wakes = Vec::new();
    for (to, &index) in order.iter().enumerate() {
        for slice in &timeline.lanes()[index].slices {
            let SliceState::Suspended { woken_by: Some(waker), .. } = &slice.state else { continue };
            let (by, is_cancellation) = match *waker {
                Waker::Task { task } => (Actor::Task(task), false),
                Waker::Executor { worker } => (Actor::Worker(worker), false),
                Waker::Cancellation { by } => (by, true),
                Waker::Timer { .. } | Waker::Callback { .. } | Waker::Turn => continue,
            };
            if let (Some(from), Some(at)) = (row(by).filter(|&from| from != to), slice.end) {
                wakes.push(Wake { seq: slice.seq, at, by, is_cancellation, from, to });
            }
        }
    }
    wakes.sort_by_key(|wake| wake.at);
    wakes.split_off(wakes.len().saturating_sub(WAKES))
}

#[derive(PartialEq, Properties)]
pub struct WakeArrowProps {
    pub wake: Wake,
    pub selected: bool,
}

#[component]
pub fn WakeArrow(props: &WakeArrowProps) -> Html {
    let node = use_node_ref();
    let wake = &props.wake;
    let rows = [("--from", wake.from.min(wake.to) as f64), ("--rows", wake.from.abs_diff(wake.to) as f64)];
    use_custom_properties(&node, [("--start", wake.at.as_secs_f64()), rows[0], rows[1]]);
    html! {
        <i
            ref={node}
            class={classes!("wake", (wake.to < wake.from).then_some("up"), props.selected.then_some("selected"))}
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
    use super::*;
    use crate::trace::event::{Event, EventKind, TaskId, WaitingOn};

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
        let order = timeline.tree();
        let wake = Wake { seq: 4, at: Nanos(5), by: Actor::Task(two), is_cancellation: false, from: 2, to: 1 };
        assert_eq!(wakes(&timeline, &order), [wake]);
    }
}
