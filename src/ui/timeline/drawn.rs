//! What of a lane is drawn: its slices within a window, those under a few pixels together, and its marks.
//!
//! However long the run, a lane has a bounded number of elements, and finding them takes a bounded time.

use super::axis::{Axis, Window};
use crate::trace::event::Nanos;
use crate::trace::lane::{Lane, Mark, MarkKind, Slice, SliceState};
use crate::trace::timeline::Timeline;

/// A bar of a lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The index of its slice, or of the first of several.
    pub index: usize,
    /// How many slices it stands for.
    pub count: usize,
    /// On the axis; `None` while it lasts.
    pub start: f64,
    pub end: Option<f64>,
    /// Of several: the share of their time in which the task ran.
    pub share: f64,
}

/// How a lane is to be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    pub axis: Axis,
    pub window: Window,
    /// Bars that it may have. None are drawn together while there are fewer slices.
    pub most: usize,
}

/// Slices that are looked at for the share of several.
const SAMPLE: usize = 48;

pub fn place(frame: &Frame, timeline: &Timeline, slice: &Slice) -> f64 {
    frame.axis.place(timeline, slice.start, slice.seq)
}

fn end_place(frame: &Frame, timeline: &Timeline, slice: &Slice) -> Option<f64> {
    let end = slice.end?;
    match (frame.axis, slice.end_seq) {
        (Axis::Time, _) => Some(end.as_secs_f64()),
        (Axis::Turns, seq) => seq.map(|seq| timeline.column(seq)),
    }
}

/// The slices within the window, as indices: from, up to.
pub fn visible(frame: &Frame, timeline: &Timeline, lane: &Lane) -> (usize, usize) {
    let Window { start, end, .. } = frame.window;
    let (from, to) = match frame.axis {
        Axis::Time => {
            let (start, end) = (Nanos::from_secs_f64(start), Nanos::from_secs_f64(end));
            (
                lane.slices.partition_point(|slice| slice.end.is_some_and(|end| end < start)),
                lane.slices.partition_point(|slice| slice.start <= end),
            )
        }
        Axis::Turns => {
            let (start, end) = (timeline.moment_at_column(start), timeline.moment_at_column(end));
            (
                lane.slices.partition_point(|slice| slice.end_seq.is_some_and(|seq| seq < start)),
                lane.slices.partition_point(|slice| slice.seq <= end),
            )
        }
    };
    (from.min(to), to)
}

pub fn bars(frame: &Frame, timeline: &Timeline, lane: &Lane) -> Vec<Bar> {
    let (from, to) = visible(frame, timeline, lane);
    if to - from <= frame.most {
        return merged(frame, timeline, lane, from, to, 0.0);
    }
    let mut grain = 2.0 * frame.window.pixel();
    loop {
        let bars = merged(frame, timeline, lane, from, to, grain);
        if bars.len() <= frame.most.max(12) || grain > frame.window.scale {
            return bars;
        }
        grain *= 2.0;
    }
}

/// Neighbours that begin within a grain of each other become one bar.
fn merged(frame: &Frame, timeline: &Timeline, lane: &Lane, from: usize, to: usize, grain: f64) -> Vec<Bar> {
    let slices = &lane.slices;
    let start_of = |index: usize| place(frame, timeline, &slices[index]);
    let is_long =
        |index: usize, start: f64| end_place(frame, timeline, &slices[index]).is_none_or(|end| end - start >= grain);
    let mut bars = Vec::new();
    let mut index = from;
    while index < to {
        let start = start_of(index);
        let mut past = index + 1;
        if grain > 0.0 && !is_long(index, start) {
            past = index + 1 + partition(index + 1, to, |later| start_of(later) < start + grain);
            // Only the last that begins within the grain can be long.
            if past > index + 1 && is_long(past - 1, start_of(past - 1)) {
                past -= 1;
            }
        }
        let count = past - index;
        let share = if count > 1 { running_share(lane, index, past) } else { 0.0 };
        bars.push(Bar { index, count, start, end: end_place(frame, timeline, &slices[past - 1]), share });
        index = past;
    }
    bars
}

/// How many of the items from `from` satisfy `before`, which must hold for the first ones only. Looks near first: usually
/// it is a few.
fn partition(from: usize, to: usize, before: impl Fn(usize) -> bool) -> usize {
    let mut reach = 1;
    while from + reach < to && before(from + reach) {
        reach *= 2;
    }
    let (mut low, mut high) = (from + reach / 2, to.min(from + reach));
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low - from
}

fn running_share(lane: &Lane, from: usize, past: usize) -> f64 {
    let (mut ran, mut all) = (0, 0);
    for slice in lane.slices.range(from, past.min(from + SAMPLE)) {
        let duration = slice.end.map_or(0, |end| end.saturating_sub(slice.start).0);
        all += duration;
        if matches!(slice.state, SliceState::Running | SliceState::Blocking { .. }) {
            ran += duration;
        }
    }
    ran as f64 / all.max(1) as f64
}

/// A mark of a lane, or several of one kind that lie within a few pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign<'a> {
    pub mark: &'a Mark,
    pub place: f64,
    pub count: usize,
}

/// The marks within the window, `most` at most.
pub fn signs<'a>(frame: &Frame, timeline: &Timeline, lane: &'a Lane, most: usize) -> Vec<Sign<'a>> {
    let Window { start, end, .. } = frame.window;
    let marks = &lane.marks;
    let (from, to) = match frame.axis {
        Axis::Time => {
            let (start, end) = (Nanos::from_secs_f64(start), Nanos::from_secs_f64(end));
            (marks.partition_point(|mark| mark.at < start), marks.partition_point(|mark| mark.at <= end))
        }
        Axis::Turns => {
            let (start, end) = (timeline.moment_at_column(start), timeline.moment_at_column(end));
            (marks.partition_point(|mark| mark.seq < start), marks.partition_point(|mark| mark.seq <= end))
        }
    };
    // So many that they lie on top of each other: every so many-th will do.
    let stride = (to - from.min(to)).div_ceil(2_000).max(1);
    let grain = 7.0 * frame.window.pixel();
    let mut signs: Vec<Sign<'a>> = Vec::new();
    for index in (from..to).step_by(stride) {
        let mark = &marks[index];
        let place = frame.axis.place(timeline, mark.at, mark.seq);
        let near = signs.iter_mut().rev().take_while(|sign| place - sign.place < grain);
        let same = near.into_iter().find(|sign| sign.mark.kind.as_str() == mark.kind.as_str());
        match same {
            Some(sign) => sign.count += 1,
            None => signs.push(Sign { mark, place, count: 1 }),
        }
    }
    let stride = signs.len().div_ceil(most).max(1);
    signs.into_iter().step_by(stride).collect()
}

/// A time in which a cancelled task cleans up: from the delivery to the task's end. As places; the end may be open.
pub fn cleanups(frame: &Frame, timeline: &Timeline, lane: &Lane) -> Vec<(u64, f64, Option<f64>)> {
    // A task is seldom cancelled twice, and one with a thousand marks has no room for a line more.
    let delivered = lane.marks.range(lane.marks.len().saturating_sub(200), lane.marks.len());
    let delivered = delivered.filter(|mark| mark.kind == MarkKind::CancelDelivered).take(4);
    delivered
        .map(|mark| {
            let end = lane.end.as_ref().map(|end| frame.axis.place(timeline, end.at, end.seq));
            (mark.seq, frame.axis.place(timeline, mark.at, mark.seq), end)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::super::axis::View;
    use super::*;
    use crate::trace::event::{Actor, Event, EventKind, TaskId, WaitingOn};

    /// A task that gives way `turns` times, a microsecond a step, and then sleeps for a second.
    fn timeline(turns: u64) -> (Timeline, Rc<Lane>) {
        let task = TaskId(1);
        let actor = Actor::Task(task);
        let mut timeline = Timeline::new();
        let mut push = |at, kind| timeline.push(Event { seq: 0, at: Nanos(at), actor, kind });
        push(0, EventKind::TaskCreated { task, name: String::new(), coroutine: "f".into(), parent: None, line: 1 });
        push(0, EventKind::StepStarted { task });
        for turn in 0..turns {
            let on = WaitingOn::Turn;
            push(turn * 2_000 + 1_000, EventKind::Suspended { task, stack: Vec::new(), on });
            push(turn * 2_000 + 2_000, EventKind::Resumed { task });
        }
        let (delay, until) = (Nanos::SECOND, Nanos(turns * 2_000 + Nanos::SECOND.0));
        push(
            turns * 2_000 + 1,
            EventKind::Suspended { task, stack: Vec::new(), on: WaitingOn::Sleep { delay, until } },
        );
        push(until.0, EventKind::Resumed { task });
        let lane = timeline.lane(actor).expect("it was created").clone();
        (timeline, lane)
    }

    fn whole(axis: Axis, length: f64, most: usize) -> Frame {
        Frame { axis, window: Window::of(View::whole(length)), most }
    }

    #[test]
    fn few_slices_are_all_drawn() {
        let (timeline, lane) = timeline(10);
        for axis in [Axis::Time, Axis::Turns] {
            let bars = bars(&whole(axis, 20.0, 100), &timeline, &lane);
            assert_eq!(bars.len(), lane.slices.len());
            for pair in bars.windows(2) {
                assert_eq!(pair[0].end, Some(pair[1].start), "{axis:?}");
            }
        }
    }

    #[test]
    fn short_slices_become_one_and_long_ones_stay() {
        let (timeline, lane) = timeline(10_000);
        let bars = bars(&whole(Axis::Time, 1.1, 60), &timeline, &lane);
        assert!(bars.len() <= 60, "{}", bars.len());
        assert_eq!(bars.iter().map(|bar| bar.count).sum::<usize>(), lane.slices.len());
        let long = bars
            .iter()
            .find(|bar| matches!(lane.slices[bar.index].state, SliceState::Suspended { .. }) && bar.count == 1);
        let long = long.expect("the sleep is drawn");
        assert!(long.end.unwrap() - long.start > 0.99);
        assert!((0.4..0.6).contains(&bars[0].share), "{}", bars[0].share);
    }

    #[test]
    fn what_lies_outside_is_not_drawn() {
        let (timeline, lane) = timeline(10_000);
        let window = Window::of(View { start: 0.01, span: 10e-6 });
        let bars = bars(&Frame { axis: Axis::Time, window, most: 60 }, &timeline, &lane);
        assert!((10..60).contains(&bars.len()) && bars.iter().all(|bar| bar.count == 1), "{bars:?}");
    }
}
