//! The times in which one call held up everybody, over the full height, and whose timers they made late.

use yew::prelude::*;

use super::drawn::Frame;
use crate::trace::event::{Actor, Nanos, TaskId, WaitingOn};
use crate::trace::lane::SliceState;
use crate::trace::timeline::{Band, Timeline};
use crate::ui::context::use_page;
use crate::ui::style::use_custom_properties;

/// Bands that are drawn.
const BANDS: usize = 60;
/// Lanes in which late timers are looked for.
const LANES: usize = 400;

/// A band with what it did, and where it lies on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    pub band: Band,
    pub start: f64,
    pub end: f64,
    /// Timers that were due meanwhile, and how long they had to wait at least.
    pub late: Vec<(TaskId, Nanos)>,
}

pub fn bands(frame: &Frame, timeline: &Timeline) -> Vec<Drawn> {
    let all = timeline.bands();
    let place = |at, seq| frame.axis.place(timeline, at, seq);
    let from = all.partition_point(|band| place(band.end, end_seq(timeline, band)) < frame.window.start);
    let to = all.partition_point(|band| place(band.start, band.seq) <= frame.window.end);
    let stride = to.saturating_sub(from).div_ceil(BANDS).max(1);
    let drawn = (from..to).step_by(stride).map(|index| {
        let band = all[index].clone();
        let (start, end) = (place(band.start, band.seq), place(band.end, end_seq(timeline, &band)));
        Drawn { late: late(timeline, &band), band, start, end }
    });
    drawn.collect()
}

/// The first event after a band.
fn end_seq(timeline: &Timeline, band: &Band) -> u64 {
    let slice = timeline.lane(band.actor).and_then(|lane| lane.slices.get(lane.slice_index_at(band.seq)?));
    slice.and_then(|slice| slice.end_seq).unwrap_or(timeline.len())
}

fn late(timeline: &Timeline, band: &Band) -> Vec<(TaskId, Nanos)> {
    let mut late = Vec::new();
    for lane in timeline.lanes().iter().take(LANES) {
        let Actor::Task(task) = lane.actor else { continue };
        let slice = lane.slices.partition_point(|slice| slice.start < band.end).checked_sub(1);
        // The one that it is in at the band's end, or the one before, if that ended just then.
        for slice in slice.into_iter().flat_map(|index| lane.slices.range(index.saturating_sub(1), index + 1)) {
            if let SliceState::Suspended { on: WaitingOn::Sleep { until, .. }, .. } = &slice.state
                && (band.start..band.end).contains(until)
                && slice.end.is_none_or(|end| end >= band.end)
            {
                late.push((task, band.end.saturating_sub(*until)));
            }
        }
    }
    late.sort_by_key(|&(_, late)| std::cmp::Reverse(late));
    late
}

#[derive(PartialEq, Properties)]
pub struct BandBarProps {
    pub drawn: Drawn,
    pub newest: f64,
}

#[component]
pub fn BandBar(props: &BandBarProps) -> Html {
    let page = use_page();
    let text = page.text();
    let node = use_node_ref();
    let Drawn { band, start, end, late } = &props.drawn;
    use_custom_properties(&node, [("--start", *start), ("--end", *end), ("--clock", props.newest)]);
    let words = (text.band)(&band.what, band.line, band.end.saturating_sub(band.start));
    let late_words = (!late.is_empty()).then(|| (text.band_late)(late));
    html! {
        <div
            ref={node}
            class="band"
            data-testid="band"
            data-clock=""
            data-start={band.start.0.to_string()}
            data-end={band.end.0.to_string()}
            data-line={band.line.map(|line| line.to_string())}
            data-late={late.first().map(|(_, late)| late.0.to_string())}
            data-tip={format!("{words} {}", late_words.clone().unwrap_or_default())}
        >
            <span class="tag">
                <b>{ words }</b>
                if let Some(late) = late_words {
                    <span>{ late }</span>
                }
            </span>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::super::axis::{Axis, View, Window};
    use super::*;
    use crate::trace::event::{Event, EventKind};

    #[test]
    fn a_blocking_call_makes_timers_late_that_are_due_meanwhile() {
        let mut timeline = Timeline::new();
        let mut push = |at, task, kind| timeline.push(Event { seq: 0, at: Nanos(at), actor: Actor::Task(task), kind });
        for (task, until) in [(TaskId(1), 40), (TaskId(2), 90), (TaskId(3), 500)] {
            let (name, coroutine) = (String::new(), "f".into());
            push(1, task, EventKind::TaskCreated { task, name, coroutine, parent: None, line: 1 });
            push(1, task, EventKind::StepStarted { task });
            let on = WaitingOn::Sleep { delay: Nanos(until), until: Nanos(until) };
            push(2, task, EventKind::Suspended { task, stack: Vec::new(), on });
        }
        let four = TaskId(4);
        let (name, coroutine) = (String::new(), "f".into());
        push(3, four, EventKind::TaskCreated { task: four, name, coroutine, parent: None, line: 1 });
        push(3, four, EventKind::StepStarted { task: four });
        push(10, four, EventKind::Blocking { what: "time.sleep".into(), line: 7, duration: Nanos(90) });
        let frame = Frame { axis: Axis::Time, window: Window::of(View::whole(1e-6)), most: 100 };
        let drawn = bands(&frame, &timeline);
        assert_eq!(drawn.len(), 1);
        assert_eq!(drawn[0].late, [(TaskId(1), Nanos(60)), (TaskId(2), Nanos(10))]);
    }
}
