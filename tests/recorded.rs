//! Traces that `tools/awaitscope_record.py` wrote of programs running in CPython show the lanes and states of our own runs
//! of them. `tools/test_awaitscope_record.py` records them anew and tests the recorder.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use awaitscope::run::{Options, Progress, Run, Until};
use awaitscope::trace::await_graph::pstree;
use awaitscope::trace::chrome::chrome_trace;
use awaitscope::trace::event::{Event, Nanos, WaitingOn, Waker};
use awaitscope::trace::findings::findings;
use awaitscope::trace::lane::{Lane, SliceState};
use awaitscope::trace::recording::Recording;
use awaitscope::trace::timeline::{Landmark, Timeline};

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

/// A recording is a file from somewhere: whatever it says, it is shown or refused.
#[test]
fn no_recording_is_too_strange() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded");
    let mut state = 1u64;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    let strange =
        ["0", "1", "2", "7", "4294967295", "18446744073709551615", "null", "-1", "\"T1\"", "\"T9\"", "\"main\""];
    let mut shown = 0;
    for entry in std::fs::read_dir(folder).expect("tests/recorded is there") {
        let text = std::fs::read_to_string(entry.expect("it can be listed").path()).expect("a recording can be read");
        let (header, events) = text.split_once('\n').expect("a header and events");
        let events: Vec<&str> = events.lines().collect();
        for _ in 0..150 {
            let mut lines: Vec<String> = events.iter().map(|line| (*line).to_owned()).collect();
            for _ in 0..1 + random(6) {
                let (at, other) = (random(lines.len()), random(lines.len()));
                match random(4) {
                    0 => drop(lines.remove(at)),
                    1 => lines.insert(at, lines[other].clone()),
                    2 => lines.swap(at, other),
                    // Another value in the place of a number or a name.
                    _ => {
                        let line = &lines[at];
                        let places: Vec<usize> = line.match_indices(':').map(|(place, _)| place + 1).collect();
                        let place = places[random(places.len())];
                        let end = line[place..].find([',', '}', ']']).map_or(line.len(), |end| place + end);
                        lines[at] = format!("{}{}{}", &line[..place], strange[random(strange.len())], &line[end..]);
                    }
                }
            }
            // Numbered, and in time, as they have to be; else all of them would be refused.
            let mut latest = 0;
            let mut file = header.to_owned();
            for (seq, line) in lines.iter().enumerate() {
                let (at, rest) =
                    line.split_once("\"at\":").and_then(|(_, rest)| rest.split_once(',')).expect("a moment");
                latest = at.parse().unwrap_or(0).max(latest);
                write!(file, "\n{{\"seq\":{seq},\"at\":{latest},{rest}").unwrap();
            }
            let Ok(recording) = Recording::parse(&file) else { continue };
            let source = recording.header.source;
            let timeline = timeline(recording.events);
            shown += 1;
            let mut upto = 0;
            while upto <= timeline.len() {
                timeline.at(upto);
                pstree(&timeline, upto, "a.py");
                for landmark in Landmark::ALL {
                    timeline.next(upto, landmark);
                    timeline.previous(upto, landmark);
                }
                upto += 1 + timeline.len() / 16;
            }
            timeline.tree();
            findings(&timeline, &source);
            chrome_trace(&timeline, &|_| String::new());
            lanes(&timeline);
        }
    }
    assert!(shown > 100, "most are refused: {shown} of them were shown");
}
