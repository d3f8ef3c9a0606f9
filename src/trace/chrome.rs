//! The trace as ui.perfetto.dev and chrome://tracing read it: the Trace Event Format, tasks as tracks, wake-ups as flows.

use std::fmt::Write;

use super::event::{Actor, Outcome, Waker};
use super::json::quoted;
use super::lane::{Lane, MarkKind, SliceState};
use super::timeline::Timeline;

/// The whole run as one JSON object. `label` says what a suspended slice waits for.
pub fn chrome_trace(timeline: &Timeline, label: &dyn Fn(&super::event::WaitingOn) -> String) -> String {
    let mut out = String::from(
        "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n{\"ph\":\"M\",\"pid\":1,\"name\":\"process_name\",\"args\":{\"name\":\"asyncio\"}}",
    );
    // Tracks in the order in which they are drawn; the loop is track 0.
    for (track, &index) in timeline.tree().iter().enumerate() {
        let lane = &timeline.lanes()[index];
        let name = match lane.actor {
            Actor::Main => "event loop".to_owned(),
            actor if lane.name.is_empty() => format!("{actor} {}", lane.function),
            actor => format!("{actor} {} ({})", lane.function, lane.name),
        };
        let _ = write!(
            out,
            ",\n{{\"ph\":\"M\",\"pid\":1,\"tid\":{index},\"name\":\"thread_name\",\"args\":{{\"name\":{}}}}}\
             ,\n{{\"ph\":\"M\",\"pid\":1,\"tid\":{index},\"name\":\"thread_sort_index\",\"args\":{{\"sort_index\":{track}}}}}",
            quoted(&name)
        );
        lane_events(timeline, index, lane, label, &mut out);
    }
    for piece in timeline.console() {
        let track = track_of(timeline, piece.actor).unwrap_or(0);
        instant(&mut out, track, piece.at.0, "print", &piece.text);
    }
    out.push_str("\n]}\n");
    out
}

fn track_of(timeline: &Timeline, actor: Actor) -> Option<usize> {
    // Lanes are in the order of creation; a lane knows its actor.
    timeline.lane(actor).and_then(|lane| timeline.lanes().iter().position(|other| std::rc::Rc::ptr_eq(other, lane)))
}

fn lane_events(
    timeline: &Timeline,
    track: usize,
    lane: &Lane,
    label: &dyn Fn(&super::event::WaitingOn) -> String,
    out: &mut String,
) {
    for (index, slice) in lane.slices.iter().enumerate() {
        let name = match &slice.state {
            SliceState::Suspended { on, .. } => label(on),
            SliceState::Blocking { what } => format!("blocking: {what}"),
            SliceState::Idle { .. } => continue,
            other => other.as_str().to_owned(),
        };
        let duration = slice.duration(timeline.end());
        let _ = write!(
            out,
            ",\n{{\"ph\":\"X\",\"pid\":1,\"tid\":{track},\"ts\":{},\"dur\":{},\"cat\":\"{}\",\"name\":{}",
            micros(slice.start.0),
            micros(duration.0),
            slice.state.as_str(),
            quoted(&name)
        );
        if let Some(line) = slice.line {
            let stack: Vec<String> =
                slice.stack().iter().map(|frame| format!("{}:{}", frame.function, frame.line)).collect();
            let _ = write!(out, ",\"args\":{{\"line\":{line},\"await stack\":{}}}", quoted(&stack.join(" > ")));
        }
        out.push('}');
        // From whoever woke it to where it goes on.
        let SliceState::Suspended { woken_by: Some(by), .. } = &slice.state else { continue };
        let by = match by {
            Waker::Task { task } => Actor::Task(*task),
            Waker::Executor { worker } => Actor::Worker(*worker),
            Waker::Cancellation { by } => *by,
            Waker::Timer { .. } | Waker::Callback { .. } => Actor::Main,
            Waker::Turn => continue,
        };
        let runs = lane.slices.range(index + 1, lane.slices.len()).find(|later| later.state == SliceState::Running);
        if let (Some(from), Some(at), Some(runs)) = (track_of(timeline, by), slice.end, runs) {
            let id = slice.seq;
            let (at, to) = (micros(at.0), micros(runs.start.0));
            let _ = write!(
                out,
                ",\n{{\"ph\":\"s\",\"pid\":1,\"tid\":{from},\"ts\":{at},\"id\":{id},\"cat\":\"wake\",\"name\":\"wake\"}}\
                 ,\n{{\"ph\":\"f\",\"bp\":\"e\",\"pid\":1,\"tid\":{track},\"ts\":{to},\"id\":{id},\"cat\":\"wake\",\"name\":\"wake\"}}"
            );
        }
    }
    for mark in &lane.marks {
        let text = match &mark.kind {
            MarkKind::Output { .. } => continue,
            MarkKind::ExceptionRaised { exception, message } => format!("{exception}: {message}"),
            MarkKind::ExceptionCaught { exception } => exception.clone(),
            MarkKind::Warning { category, message } => format!("{category}: {message}"),
            MarkKind::CancelRequested { by, .. } => format!("by {by}"),
            MarkKind::ContextEntered { manager } | MarkKind::ContextLeft { manager } => manager.clone(),
            MarkKind::GeneratorYielded { generator } => generator.clone(),
            MarkKind::CancelDelivered => String::new(),
        };
        instant(out, track, mark.at.0, mark.kind.as_str(), &text);
    }
    if let Some(end) = &lane.end {
        let text = match &end.outcome {
            Outcome::Returned { value } => format!("returned {value}"),
            Outcome::Raised { exception, message } => format!("raised {exception}: {message}"),
            Outcome::Cancelled { .. } => "cancelled".to_owned(),
        };
        instant(out, track, end.at.0, "done", &text);
    }
}

fn instant(out: &mut String, track: usize, at: u64, name: &str, text: &str) {
    let _ = write!(
        out,
        ",\n{{\"ph\":\"i\",\"s\":\"t\",\"pid\":1,\"tid\":{track},\"ts\":{},\"name\":\"{name}\",\"args\":{{\"text\":{}}}}}",
        micros(at),
        quoted(text)
    );
}

/// The format's unit, exactly.
fn micros(nanos: u64) -> String {
    format!("{}.{:03}", nanos / 1_000, nanos % 1_000)
}
