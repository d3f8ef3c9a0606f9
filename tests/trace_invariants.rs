//! What holds of every trace, whatever the program: checked on all asyncio programs of `tests/cpython`.
//!
//! At any time at most one task runs; a lane's slices touch and do not overlap; every suspension has a reason and every
//! resumption a waker; the ready queue that the events add up to is the one that the loop says it has.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use awaitscope::run::{Options, Progress, Run, Until};
use awaitscope::trace::event::{Actor, Event, EventKind, HandleId, Nanos, TaskId, WaitingOn, Waker};
use awaitscope::trace::lane::{Lane, ReadyBy, SliceState};
use awaitscope::trace::timeline::{Landmark, Timeline};

/// Program time and instructions for one program; what happened until then must hold as well.
const CLOCK_LIMIT: Nanos = Nanos(3600 * Nanos::SECOND.0);
const FUEL_LIMIT: u64 = 60_000_000;
const FUEL: u64 = 50_000;

/// The native stack of a program's thread, in bytes.
const STACK: usize = 64 << 20;

/// Violations printed for a program.
const SHOWN: usize = 6;

#[test]
fn every_program_keeps_the_invariants() {
    let only = std::env::var("PROGRAM").unwrap_or_default();
    let programs: Vec<PathBuf> = programs().into_iter().filter(|path| path.to_string_lossy().contains(&only)).collect();
    assert!(!programs.is_empty(), "no program's path contains {only:?}");
    let (mut report, mut bad, mut checked) = (String::new(), 0, 0);
    let mut kinds: HashMap<&'static str, usize> = HashMap::new();
    for path in &programs {
        let source = std::fs::read_to_string(path).expect("a program that was listed");
        let thread = std::thread::Builder::new().stack_size(STACK);
        let run = thread.spawn(move || catch_unwind(AssertUnwindSafe(|| violations(&trace(&source, FUEL)))));
        let violations = match run.expect("a thread").join().expect("panics are caught") {
            Ok(None) => continue,
            Ok(Some(violations)) => violations,
            Err(_) => vec![Violation { rule: "the program does not panic", detail: String::new() }],
        };
        checked += 1;
        if violations.is_empty() {
            continue;
        }
        bad += 1;
        writeln!(report, "{}: {} violations", path.display(), violations.len()).expect("a String");
        for violation in &violations {
            *kinds.entry(violation.rule).or_default() += 1;
        }
        for violation in violations.iter().take(SHOWN) {
            writeln!(report, "    {}: {}", violation.rule, violation.detail).expect("a String");
        }
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    for (rule, count) in kinds {
        writeln!(report, "{count:6} {rule}").expect("a String");
    }
    assert!(bad == 0, "{bad} of {checked} programs break an invariant:\n{report}");
    assert!(!only.is_empty() || checked > 300, "only {checked} programs left a trace");
}

/// Where a run is interrupted has no effect on it: not on its clock, and not on which thread runs when.
#[test]
fn slices_of_fuel_change_nothing() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cpython");
    for topic in ["threads", "asyncio_workers"] {
        for file in std::fs::read_dir(corpus.join(topic)).expect("the topic is there").flatten() {
            if file.path().extension().is_none_or(|extension| extension != "py") {
                continue;
            }
            let source = std::fs::read_to_string(file.path()).expect("the program can be read");
            // Objects do not lie where they lay.
            let shown = |event: &Event| format!("{event:?}").split(" at 0x").next().unwrap_or_default().to_owned();
            for (whole, sliced) in trace(&source, FUEL).iter().zip(&trace(&source, 997)) {
                assert_eq!(shown(whole), shown(sliced), "{}", file.path().display());
            }
        }
    }
}

/// The asyncio programs: those that have an await log.
fn programs() -> Vec<PathBuf> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cpython");
    let mut programs = Vec::new();
    for topic in std::fs::read_dir(corpus).expect("tests/cpython is there").flatten() {
        let Ok(files) = std::fs::read_dir(topic.path()) else { continue };
        let paths = files.flatten().map(|file| file.path());
        programs.extend(paths.filter(|path| path.extension().is_some_and(|extension| extension == "awaits")));
    }
    programs.iter_mut().for_each(|path| {
        path.set_extension("py");
    });
    programs.sort();
    programs
}

/// The events of a run, up to the limits.
fn trace(source: &str, fuel: u64) -> Vec<Event> {
    let Ok(mut run) = Run::new(source, Options::default()) else { return Vec::new() };
    let mut events = Vec::new();
    for _ in 0..FUEL_LIMIT / fuel {
        let progress = run.advance(fuel, Until::FuelOut);
        events.extend(run.take_events());
        let too_late = matches!(progress, Progress::WaitUntil(until) if until > CLOCK_LIMIT);
        if progress == Progress::Done || too_late || run.clock() > CLOCK_LIMIT {
            break;
        }
    }
    events
}

struct Violation {
    rule: &'static str,
    detail: String,
}

#[derive(Default)]
struct Violations(Vec<Violation>);

impl Violations {
    fn check(&mut self, holds: bool, rule: &'static str, detail: impl FnOnce() -> String) {
        if !holds {
            self.0.push(Violation { rule, detail: detail() });
        }
    }
}

/// What is wrong with a trace; `None` if it is empty.
fn violations(events: &[Event]) -> Option<Vec<Violation>> {
    if events.is_empty() {
        return None;
    }
    let mut found = Violations::default();
    check_log(events, &mut found);
    check_steps(events, &mut found);
    check_queues(events, &mut found);
    let timeline: Timeline = events.iter().cloned().collect();
    for lane in timeline.lanes() {
        check_lane(lane, &mut found);
    }
    check_overlap(&timeline, &mut found);
    check_moments(&timeline, &mut found);
    Some(found.0)
}

fn check_log(events: &[Event], found: &mut Violations) {
    for (index, pair) in events.windows(2).enumerate() {
        found.check(pair[1].seq == index as u64 + 1, "seq has no gaps", || format!("{:?}", pair[1]));
        found.check(pair[0].at <= pair[1].at, "time never goes back", || format!("{:?} then {:?}", pair[0], pair[1]));
    }
    for event in events {
        let json = event.to_json();
        let is_json = serde_json::from_str::<serde_json::Value>(&json).is_ok();
        found.check(is_json, "an event is written as JSON", || json.clone());
        let back = Event::from_json(&json);
        found.check(back.as_ref().is_ok_and(|back| back == event), "an event is read as it is written", || json);
    }
}

/// What a task is doing, from the events alone.
#[derive(Clone, Debug, PartialEq)]
enum Doing {
    New,
    Running,
    Suspended(WaitingOn),
    Ready,
    Done,
}

fn check_steps(events: &[Event], found: &mut Violations) {
    let mut tasks: HashMap<TaskId, Doing> = HashMap::new();
    let mut steps: Vec<TaskId> = Vec::new();
    let mut cancelled: HashSet<TaskId> = HashSet::new();
    // Whose step ended last within the callback that runs: what a task does in ending, it does itself.
    let mut ending: Option<TaskId> = None;
    // What each task waited for last: a cancelled future cancels who awaits it.
    let mut waited: HashMap<TaskId, WaitingOn> = HashMap::new();
    for event in events {
        let say = || format!("{event:?}, in the midst of {steps:?}");
        if let Actor::Task(task) = event.actor {
            let is_own_step = match &event.kind {
                EventKind::StepStarted { task: own } | EventKind::Resumed { task: own } => *own == task,
                _ => steps.last() == Some(&task) || ending == Some(task),
            };
            found.check(is_own_step, "who acts is the current task", say);
        }
        match &event.kind {
            EventKind::TaskCreated { task, parent, .. } => {
                found.check(!tasks.contains_key(task), "a task is created once", say);
                let known = parent.is_none_or(|parent| tasks.contains_key(&parent));
                found.check(known, "a parent is a task", say);
                tasks.insert(*task, Doing::New);
            }
            EventKind::StepStarted { task } => {
                found.check(tasks.get(task) == Some(&Doing::New), "the first step is a new task's", say);
                // Only an eager task begins within the step of another.
                let newest = tasks.keys().max() == Some(task);
                found.check(steps.is_empty() || newest, "one task runs at a time", say);
                tasks.insert(*task, Doing::Running);
                steps.push(*task);
            }
            EventKind::Resumed { task } => {
                found.check(tasks.get(task) == Some(&Doing::Ready), "a resumption has a waker", say);
                found.check(steps.is_empty(), "one task runs at a time", say);
                tasks.insert(*task, Doing::Running);
                steps.push(*task);
            }
            EventKind::Suspended { task, on, .. } => {
                found.check(steps.last() == Some(task), "the current task suspends", say);
                steps.retain(|step| step != task);
                ending = Some(*task);
                waited.insert(*task, on.clone());
                let known = match on {
                    WaitingOn::Sleep { until, .. } => *until >= event.at,
                    WaitingOn::Task { task } => tasks.contains_key(task),
                    WaitingOn::Tasks { what, tasks: several } => {
                        !what.is_empty() && several.iter().all(|task| tasks.contains_key(task))
                    }
                    WaitingOn::Object { what, holders, .. } => {
                        !what.is_empty() && holders.iter().all(|task| tasks.contains_key(task))
                    }
                    WaitingOn::Turn | WaitingOn::Future { .. } | WaitingOn::Executor { .. } => true,
                };
                found.check(known, "a reason names what exists", || format!("{event:?}"));
                tasks.insert(*task, Doing::Suspended(on.clone()));
            }
            EventKind::Woken { task, by } => {
                let doing = tasks.get(task);
                found.check(matches!(doing, Some(Doing::Suspended(_))), "who is woken was suspended", || {
                    format!("{event:?}, but it is {doing:?}")
                });
                let fits = match by {
                    Waker::Timer { when } => *when <= event.at.saturating_add(Nanos(1000)),
                    Waker::Turn => doing == Some(&Doing::Suspended(WaitingOn::Turn)),
                    Waker::Task { task: other } => tasks.contains_key(other) && other != task,
                    Waker::Cancellation { .. } => cancelled.contains(task),
                    Waker::Callback { .. } | Waker::Executor { .. } => true,
                };
                found.check(fits, "a waker fits", || format!("{event:?}, {doing:?}"));
                tasks.insert(*task, Doing::Ready);
            }
            EventKind::TaskDone { task, .. } => {
                let doing = tasks.get(task);
                found.check(doing.is_some_and(|doing| *doing != Doing::Done), "a task ends once", say);
                found.check(steps.last() == Some(task), "the current task ends", say);
                steps.retain(|step| step != task);
                ending = Some(*task);
                tasks.insert(*task, Doing::Done);
            }
            EventKind::CancelRequested { task, .. } => {
                cancelled.insert(*task);
                found.check(tasks.contains_key(task), "who is cancelled is a task", say);
            }
            EventKind::CancelDelivered { task } => {
                let by_what_it_awaits = matches!(
                    waited.get(task),
                    Some(WaitingOn::Task { .. } | WaitingOn::Tasks { .. } | WaitingOn::Future { .. })
                );
                let has_cause = cancelled.contains(task) || by_what_it_awaits;
                found.check(has_cause, "a cancellation was asked for", say);
            }
            EventKind::HandleFinished { .. } => ending = None,
            EventKind::HandleStarted { .. } | EventKind::LoopIteration { .. } | EventKind::LoopIdle { .. } => {
                found.check(steps.is_empty(), "the loop turns between steps", say);
            }
            _ => {}
        }
    }
}

fn check_queues(events: &[Event], found: &mut Violations) {
    let mut ready: Vec<HandleId> = Vec::new();
    let mut timers: HashMap<HandleId, Nanos> = HashMap::new();
    let mut cancelled: HashSet<HandleId> = HashSet::new();
    let mut running: Option<HandleId> = None;
    let mut turn = 0;
    // The events do not say whose queue they speak of when a program has several loops.
    let mut loops = events.iter().filter(|event| event.kind == EventKind::LoopStarted);
    let one_loop = loops.clone().count() == 1;
    if loops.any(|event| matches!(event.actor, Actor::Worker(_))) && !one_loop {
        return;
    }
    for event in events {
        let say = || format!("{event:?}, ready {ready:?}");
        match &event.kind {
            EventKind::LoopStarted => turn = 0,
            // A loop that runs a callback is not the one that closes.
            EventKind::LoopClosed if running.is_none() => {
                (ready, timers) = Default::default();
            }
            EventKind::LoopIteration { turn: next, ready: said } => {
                found.check(*next == turn + 1 || turn == 0, "turns count up", say);
                turn = *next;
                let live = |queue: &[HandleId]| -> Vec<HandleId> {
                    queue.iter().copied().filter(|handle| !cancelled.contains(handle)).collect()
                };
                found.check(
                    live(said) == live(&ready) || !one_loop,
                    "the ready queue is what its events add up to",
                    say,
                );
                ready.clone_from(said);
            }
            EventKind::LoopIdle { until } => {
                let live = ready.iter().any(|handle| !cancelled.contains(handle));
                found.check(!live, "an idle loop has nothing ready", say);
                let next = timers.iter().filter(|(handle, _)| !cancelled.contains(handle)).map(|(_, &when)| when).min();
                let fits = match (until, next) {
                    (Some(until), Some(next)) => *until <= next,
                    (None, Some(_)) => false,
                    (Some(_) | None, None) => true,
                };
                found.check(fits, "idle until the next timer", || format!("{event:?}, next is {next:?}"));
            }
            EventKind::CallbackScheduled { handle, .. } => ready.push(*handle),
            EventKind::TimerScheduled { handle, when, .. } => {
                timers.insert(*handle, *when);
            }
            EventKind::TimerFired { handle } => {
                let when = timers.remove(handle);
                let due = when.is_some_and(|when| when <= event.at.saturating_add(Nanos(1000)));
                found.check(due, "a timer fires when it is due", || format!("{event:?}, scheduled for {when:?}"));
                ready.push(*handle);
            }
            EventKind::HandleCancelled { handle } => {
                cancelled.insert(*handle);
            }
            EventKind::HandleStarted { handle } => {
                found.check(running.is_none(), "one callback runs at a time", say);
                found.check(!cancelled.contains(handle), "a cancelled handle does not run", say);
                let first = ready.iter().position(|ready| !cancelled.contains(ready));
                let is_first = first.is_some_and(|first| ready[first] == *handle);
                found.check(is_first, "callbacks run in the order of the ready queue", say);
                if let Some(index) = ready.iter().position(|ready| ready == handle) {
                    ready.drain(..=index);
                }
                running = Some(*handle);
            }
            EventKind::HandleFinished { handle } => {
                found.check(running == Some(*handle), "what finishes was running", say);
                running = None;
            }
            _ => {}
        }
    }
}

fn check_lane(lane: &Lane, found: &mut Violations) {
    let slices: Vec<_> = lane.slices.iter().collect();
    for pair in slices.windows(2) {
        let say = || format!("{} {:?} then {:?}", lane.actor, pair[0], pair[1]);
        let touch = pair[0].end == Some(pair[1].start) && pair[0].end_seq == Some(pair[1].seq);
        found.check(touch, "slices touch", say);
        match (&pair[0].state, &pair[1].state) {
            (SliceState::Suspended { woken_by, .. }, SliceState::Ready { by: ReadyBy::Woken(by) }) => {
                found.check(woken_by.as_ref() == Some(by), "a suspended slice knows who ended it", say);
            }
            (SliceState::Suspended { .. }, _) => found.check(false, "a suspended task becomes ready", say),
            // A thread that waited for another one.
            (SliceState::Blocking { .. } | SliceState::Idle { .. }, SliceState::Ready { .. }) => {}
            (_, SliceState::Ready { by: ReadyBy::Woken(_) }) => {
                found.check(false, "who becomes ready was suspended", say);
            }
            _ => {}
        }
    }
    for slice in &slices {
        let say = || format!("{} {slice:?}", lane.actor);
        found.check(slice.end.is_none_or(|end| slice.start <= end), "a slice does not end before it begins", say);
    }
    let open = slices.iter().filter(|slice| slice.end_seq.is_none()).count();
    let most = if lane.end.is_some() { 0 } else { 1 };
    found.check(open <= most, "only a lane that lasts has an open slice", || lane.actor.to_string());
}

/// At any time at most one task runs or blocks.
fn check_overlap(timeline: &Timeline, found: &mut Violations) {
    let mut busy: Vec<(Nanos, Nanos, u64, Actor)> = Vec::new();
    for lane in timeline.lanes().iter().filter(|lane| lane.actor.task().is_some()) {
        for slice in &lane.slices {
            if matches!(slice.state, SliceState::Running | SliceState::Blocking { .. }) {
                busy.push((slice.start, slice.end.unwrap_or(timeline.end()), slice.seq, lane.actor));
            }
        }
    }
    busy.sort_by_key(|&(start, end, seq, _)| (start, seq, end));
    for pair in busy.windows(2) {
        found.check(pair[0].1 <= pair[1].0, "at any time at most one task runs", || format!("{pair:?}"));
    }
}

/// Scrubbing shows what was seen live.
fn check_moments(timeline: &Timeline, found: &mut Violations) {
    let mut live = Timeline::new();
    let stride = (timeline.len() / 40).max(1);
    for event in timeline.events() {
        live.push(event.clone());
        if live.len().is_multiple_of(stride) {
            let upto = live.len();
            found.check(*timeline.at(upto) == **live.now(), "a moment is what was seen live", || upto.to_string());
            for lane in live.lanes() {
                let later = timeline.lane(lane.actor).and_then(|lane| lane.slice_at(upto));
                let seen = lane.slice_at(upto);
                let key = |slice: Option<&awaitscope::trace::lane::Slice>| {
                    slice.map(|slice| (slice.seq, slice.state.as_str()))
                };
                found.check(key(later) == key(seen), "a moment is what was seen live", || {
                    format!("{upto} {}", lane.actor)
                });
            }
        }
    }
    found.check(live == *timeline, "a timeline is a function of its events", String::new);
    let mut upto = timeline.len();
    while let Some(earlier) = timeline.previous(upto, Landmark::Await) {
        found.check(earlier < upto, "a step back goes back", || format!("{earlier} {upto}"));
        if earlier >= upto {
            break;
        }
        upto = earlier;
    }
    found.check(upto == 0, "stepping back ends before the beginning", || upto.to_string());
}
