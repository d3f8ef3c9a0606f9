//! Traces that `tools/awaitscope_record.py` wrote of programs running in CPython show the lanes and states of our own runs
//! of them. `tools/test_awaitscope_record.py` records them anew and tests the recorder.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use awaitscope::run::{Options, Progress, Run, Until};
use awaitscope::trace::event::{Event, Nanos, WaitingOn, Waker};
use awaitscope::trace::lane::{Lane, SliceState};
use awaitscope::trace::recording::Recording;
use awaitscope::trace::timeline::Timeline;

/// A real computer wakes late, and takes its time for a step.
const LATE: Nanos = Nanos(250_000_000);

#[test]
fn what_cpython_did_has_the_lanes_and_states_of_our_own_run() {
    let mut recorded: Vec<PathBuf> = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded"))
        .expect("tests/recorded is there")
        .map(|entry| entry.expect("tests/recorded can be listed").path())
        .collect();
    recorded.sort();
    assert!(recorded.len() >= 5, "the article's five examples are recorded");
    for path in recorded {
        let text = std::fs::read_to_string(&path).expect("a recording can be read");
        let recording = Recording::parse(&text).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        let ours = timeline(events_of(&recording.header.source));
        let theirs = timeline(recording.events);
        assert_eq!(lanes(&theirs), lanes(&ours), "{}", path.display());
        for (theirs, ours) in theirs.lanes().iter().zip(ours.lanes()) {
            for (theirs, ours) in suspensions(theirs).zip(suspensions(ours)) {
                let late = theirs.saturating_sub(ours);
                assert!(theirs >= ours && late < LATE, "{}: {theirs:?} instead of {ours:?}", path.display());
            }
        }
    }
}

fn timeline(events: Vec<Event>) -> Timeline {
    let mut timeline = Timeline::new();
    events.into_iter().for_each(|event| timeline.push(event));
    timeline
}

/// The lanes of the tasks, in words: who, and the states one after the other, with the reasons and places of the waits.
fn lanes(timeline: &Timeline) -> String {
    let mut text = String::new();
    for lane in timeline.lanes().iter().filter(|lane| lane.actor.task().is_some()) {
        write!(text, "{} {} {} by {:?} in line {:?}:", lane.actor, lane.name, lane.function, lane.parent, lane.line)
            .unwrap();
        for slice in lane.slices.iter() {
            write!(text, " {}", slice.state.as_str()).unwrap();
            if let SliceState::Suspended { on, stack, woken_by } = &slice.state {
                let on = match on {
                    // The moments differ.
                    WaitingOn::Sleep { delay, .. } => format!("sleep {}", delay.as_secs_f64()),
                    other => format!("{other:?}"),
                };
                let by = match woken_by {
                    Some(Waker::Timer { .. }) => "its timer".to_owned(),
                    other => format!("{other:?}"),
                };
                write!(text, "({on} at {stack:?}, woken by {by})").unwrap();
            }
        }
        writeln!(text, " {:?}", lane.end.as_ref().map(|end| &end.outcome)).unwrap();
    }
    for piece in timeline.console().iter() {
        writeln!(text, "> {:?} {:?}", piece.actor, piece.text).unwrap();
    }
    text
}

/// How long each of a task's sleeps took.
fn suspensions(lane: &Lane) -> impl Iterator<Item = Nanos> {
    let sleeps = lane
        .slices
        .iter()
        .filter(|slice| matches!(slice.state, SliceState::Suspended { on: WaitingOn::Sleep { .. }, .. }));
    sleeps.map(|slice| slice.duration(Nanos::ZERO))
}

fn events_of(source: &str) -> Vec<Event> {
    let mut run = Run::new(source, Options::default()).expect("a program without syntax errors");
    let mut events = Vec::new();
    loop {
        let progress = run.advance(1_000_000, Until::FuelOut);
        events.extend(run.take_events());
        if progress == Progress::Done {
            return events;
        }
    }
}
