//! What a run shows that its author may want to know: a blocking call, a coroutine that nobody awaited, a deadlock. A pure
//! reading of the trace; where the trace alone cannot tell (does the second await need the first one's result?), of the
//! program's text as well. In doubt nothing is found.

use std::collections::{HashMap, HashSet};

use super::await_graph::await_graph;
use super::event::{Actor, Await, EventKind, Nanos, Outcome, Stream, TaskId, WaitingOn, Waker};
use super::lane::{Lane, MarkKind, Slice, SliceState};
use super::loop_view::Phase;
use super::timeline::Timeline;

/// One thing to know. The same thing at the same line is found once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: FindingKind,
    /// The event to look at: the moment after it shows what is meant.
    pub seq: u64,
    /// The program's line that is meant.
    pub line: Option<u32>,
    /// How often it happened.
    pub times: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// A call held up the loop, for `duration` in all. `late` are the tasks that would have run meanwhile, by up to `worst`.
    Blocking {
        by: Actor,
        what: String,
        duration: Nanos,
        late: Vec<TaskId>,
        worst: Nanos,
    },
    /// A task computed for `duration` without an await.
    LongStep {
        task: TaskId,
        duration: Nanos,
        late: Vec<TaskId>,
        worst: Nanos,
    },
    NeverAwaited {
        coroutine: String,
    },
    /// A task died while it was pending: nobody held a reference to it, or the loop was closed.
    TaskDestroyed {
        task: Option<TaskId>,
    },
    NeverRetrieved {
        task: Option<TaskId>,
        exception: String,
        message: String,
    },
    /// `awaits` awaits in `function` that waited one after the other, for `took`; together they would have taken `could`.
    Sequential {
        task: TaskId,
        function: String,
        awaits: u32,
        took: Nanos,
        could: Nanos,
    },
    /// `holder` awaited something else while it held `lock`; the waiters waited for `waited` in all.
    LockHeld {
        lock: String,
        holder: TaskId,
        on: WaitingOn,
        waiters: Vec<TaskId>,
        waited: Nanos,
    },
    /// The main coroutine ended before these, and `asyncio.run` cancelled them. `awaited`: somebody had waited for one.
    LeftPending {
        tasks: Vec<TaskId>,
        awaited: bool,
    },
    /// Nobody can go on. `cycle` is empty when what is waited for is not a task's to give.
    Deadlock {
        cycle: Vec<TaskId>,
        stuck: Vec<TaskId>,
    },
    /// `count` tasks of the same coroutine wait at the same time, and nothing bounds them.
    Unbounded {
        coroutine: String,
        count: u32,
    },
    /// The program asked for a module that is not here.
    MissingModule {
        name: String,
    },
}

/// What asyncio's debug mode calls slow (`slow_callback_duration`).
const SLOW: Nanos = Nanos(100_000_000);

/// Waits shorter than this are nobody's trouble.
const NOTABLE: Nanos = Nanos(1_000_000);

/// So many tasks at once are many, for the servers and sockets at the other end.
const MANY: u32 = 100;

/// How asyncio begins to tell of a task that died while it was pending.
const DESTROYED: &str = "Task was destroyed";

/// Bands that are looked at in detail.
const BANDS: usize = 200;

/// Everything found in the run so far, in the order of the moments.
pub fn findings(timeline: &Timeline, source: &str) -> Vec<Finding> {
    let mut found = Found(Vec::new());
    blocking(timeline, &mut found);
    told(timeline, &mut found);
    sequential(timeline, &Text::new(source), &mut found);
    lock_held(timeline, &mut found);
    deadlock(timeline, &mut found);
    unbounded(timeline, &mut found);
    found.0.sort_by_key(|finding| finding.seq);
    found.0
}

struct Found(Vec<Finding>);

impl Found {
    fn add(&mut self, kind: FindingKind, seq: u64, line: Option<u32>) {
        self.0.push(Finding { kind, seq, line: line.filter(|&line| line > 0), times: 1 });
    }

    /// The finding of the same kind at the same line, counted once more.
    fn again(&mut self, line: Option<u32>, is_same: impl Fn(&FindingKind) -> bool) -> Option<&mut FindingKind> {
        let before = self.0.iter_mut().find(|before| before.line == line && is_same(&before.kind))?;
        before.times += 1;
        Some(&mut before.kind)
    }
}

fn tasks(timeline: &Timeline) -> impl Iterator<Item = (TaskId, &Lane)> {
    timeline.lanes().iter().filter_map(|lane| Some((lane.actor.task()?, &**lane)))
}

// Blocking calls and long computations.

fn blocking(timeline: &Timeline, found: &mut Found) {
    for band in timeline.bands().iter().take(BANDS) {
        // Before and after the loop nobody is held up.
        if !timeline.at(band.seq).phase.is_running() {
            continue;
        }
        let took = band.end.saturating_sub(band.start);
        let (tasks, delay) = late(timeline, band.actor, band.start, band.end);
        let is_same = |kind: &FindingKind| matches!(kind, FindingKind::Blocking { what, .. } if *what == band.what);
        match found.again(band.line, is_same) {
            Some(FindingKind::Blocking { duration, late, worst, .. }) => {
                *duration = duration.saturating_add(took);
                *worst = delay.max(*worst);
                merge(late, tasks);
            }
            _ => {
                let what = band.what.clone();
                let kind = FindingKind::Blocking { by: band.actor, what, duration: took, late: tasks, worst: delay };
                found.add(kind, band.seq, band.line);
            }
        }
    }
    for (task, lane) in tasks(timeline) {
        for slice in &lane.slices {
            let Some(end) = slice.end.filter(|_| slice.state == SliceState::Running) else { continue };
            let took = end.saturating_sub(slice.start);
            if took < SLOW {
                continue;
            }
            let (tasks, delay) = late(timeline, lane.actor, slice.start, end);
            let is_same = |kind: &FindingKind| matches!(kind, FindingKind::LongStep { .. });
            match found.again(slice.line, is_same) {
                Some(FindingKind::LongStep { duration, late, worst, .. }) => {
                    *duration = took.max(*duration);
                    *worst = delay.max(*worst);
                    merge(late, tasks);
                }
                _ => found.add(
                    FindingKind::LongStep { task, duration: took, late: tasks, worst: delay },
                    slice.seq,
                    slice.line,
                ),
            }
        }
    }
}

fn merge(all: &mut Vec<TaskId>, more: Vec<TaskId>) {
    all.extend(more);
    all.sort_unstable();
    all.dedup();
}

/// The other tasks that had to wait because the thread was held from `start` to `end`, and for how long at worst.
fn late(timeline: &Timeline, by: Actor, start: Nanos, end: Nanos) -> (Vec<TaskId>, Nanos) {
    let (mut all, mut worst) = (Vec::new(), Nanos::ZERO);
    for (task, lane) in tasks(timeline) {
        if lane.actor == by {
            continue;
        }
        let Some(index) = lane.slices.partition_point(|slice| slice.start < end).checked_sub(1) else { continue };
        let slice = &lane.slices[index];
        // When it could have gone on.
        let since = match &slice.state {
            SliceState::Ready { .. } => Some(slice.start),
            SliceState::Suspended { woken_by: Some(Waker::Timer { when }), .. } => Some(*when),
            SliceState::Suspended { on: WaitingOn::Sleep { until, .. }, woken_by: None, .. } => Some(*until),
            _ => None,
        };
        let delay = since.filter(|since| *since < end).map(|since| end.saturating_sub(since.max(start)));
        if let Some(delay) = delay.filter(|delay| *delay >= NOTABLE) {
            all.push(task);
            worst = worst.max(delay);
        }
    }
    (all, worst)
}

// What asyncio and the interpreter warn of, and who is cancelled at the end.

/// An uncaught `ModuleNotFoundError`, by its report.
fn missing_module(found: &mut Found, seq: u64, report: &str, line: u32) {
    const BEGINNING: &str = "ModuleNotFoundError: No module named '";
    let Some(rest) = report.lines().last().and_then(|last| last.strip_prefix(BEGINNING)) else { return };
    let Some((name, _)) = rest.split_once('\'') else { return };
    // The innermost frame is where it was asked for.
    let frame = report.rsplit_once(", line ").map(|(_, rest)| rest.split(|c: char| !c.is_ascii_digit()).next());
    let line = frame.flatten().and_then(|number| number.parse().ok()).unwrap_or(line);
    found.add(FindingKind::MissingModule { name: name.to_owned() }, seq, Some(line));
}

fn told(timeline: &Timeline, found: &mut Found) {
    let mut is_stopped = false;
    let mut left: Option<(u64, Vec<TaskId>)> = None;
    let mut awaited: HashSet<TaskId> = HashSet::new();
    let mut destroyed: HashSet<TaskId> = HashSet::new();
    for event in timeline.events() {
        match &event.kind {
            EventKind::LoopStopped => is_stopped = true,
            EventKind::LoopStarted => is_stopped = false,
            EventKind::Suspended { on: WaitingOn::Task { task }, .. } => {
                awaited.insert(*task);
            }
            EventKind::Suspended { on: WaitingOn::Tasks { tasks, .. }, .. } => awaited.extend(tasks),
            // `asyncio.run` cancels what is left when its coroutine has ended. What no task made is its own affair.
            EventKind::CancelRequested { task, by: Actor::Main, .. }
                if is_stopped && timeline.lane(Actor::Task(*task)).is_some_and(|lane| lane.parent.is_some()) =>
            {
                merge(&mut left.get_or_insert_with(|| (event.seq, Vec::new())).1, vec![*task]);
            }
            EventKind::Output { stream: Stream::Stderr, text, line } => missing_module(found, event.seq, text, *line),
            EventKind::Warning { message, line, task, .. } => {
                destroyed.extend(task.filter(|_| message.starts_with(DESTROYED)));
                warning(timeline, found, event.seq, message, *line, *task);
            }
            _ => {}
        }
    }
    let closed = timeline.events().iter().rev().find(|event| event.kind == EventKind::LoopClosed);
    if let Some(closed) = closed.filter(|_| timeline.now().phase == Phase::Closed) {
        // Nobody runs them any more; the interpreter says so when they die.
        for (task, lane) in tasks(timeline).filter(|(_, lane)| lane.end.is_none() && lane.parent.is_some()) {
            if destroyed.contains(&task) {
                continue;
            }
            let is_same = |kind: &FindingKind| matches!(kind, FindingKind::TaskDestroyed { .. });
            if found.again(lane.line, is_same).is_none() {
                found.add(FindingKind::TaskDestroyed { task: Some(task) }, closed.seq, lane.line);
            }
        }
    }
    if let Some((seq, tasks)) = left {
        let line = timeline.lane(Actor::Task(tasks[0])).and_then(|lane| lane.line);
        let awaited = tasks.iter().any(|task| awaited.contains(task));
        found.add(FindingKind::LeftPending { tasks, awaited }, seq, line);
    }
}

#[inline(never)]
fn warning(timeline: &Timeline, found: &mut Found, seq: u64, message: &str, line: u32, task: Option<TaskId>) {
    let lane = task.and_then(|task| timeline.lane(Actor::Task(task)));
    let (kind, seq, line) = if let Some(coroutine) = never_awaited(message) {
        (FindingKind::NeverAwaited { coroutine: coroutine.to_owned() }, seq, Some(line))
    } else if message.ends_with("exception was never retrieved") {
        let end = lane.and_then(|lane| lane.end.as_ref());
        let (exception, message) = match end.map(|end| &end.outcome) {
            Some(Outcome::Raised { exception, message }) => (exception.clone(), message.clone()),
            _ => Default::default(),
        };
        if exception == "SystemExit" || exception == "KeyboardInterrupt" {
            return;
        }
        let raised = |lane: &&std::rc::Rc<Lane>| {
            let mut marks = lane.marks.iter().rev();
            marks.find(|mark| matches!(mark.kind, MarkKind::ExceptionRaised { .. })).and_then(|mark| mark.line)
        };
        let line = lane.as_ref().and_then(raised);
        (FindingKind::NeverRetrieved { task, exception, message }, end.map_or(seq, |end| end.seq), line)
    } else if message.starts_with(DESTROYED) {
        (FindingKind::TaskDestroyed { task }, seq, lane.and_then(|lane| lane.line))
    } else {
        return;
    };
    let line = line.filter(|&line| line > 0);
    if found.again(line, |before| std::mem::discriminant(before) == std::mem::discriminant(&kind)).is_none() {
        found.add(kind, seq, line);
    }
}

/// The coroutine's name in CPython's warning.
fn never_awaited(message: &str) -> Option<&str> {
    message.strip_prefix("coroutine '")?.strip_suffix("' was never awaited")
}

// Awaits one after the other.

/// The program's lines.
struct Text<'a>(Vec<&'a str>);

impl<'a> Text<'a> {
    fn new(source: &'a str) -> Text<'a> {
        Text(source.lines().collect())
    }

    /// From 1; without its comment. A `#` in a string cuts too much, which only makes findings rarer.
    fn line(&self, number: u32) -> &'a str {
        let line = (number as usize).checked_sub(1).and_then(|index| self.0.get(index)).copied().unwrap_or_default();
        line.split('#').next().unwrap_or_default()
    }

    /// The number of the loop header around a line, within its function.
    fn loop_around(&self, number: u32) -> Option<u32> {
        let mut indent = indentation(self.line(number));
        for above in (1..number).rev() {
            let line = self.line(above);
            if line.trim().is_empty() || indentation(line) >= indent {
                continue;
            }
            indent = indentation(line);
            let word = line.trim_start().strip_prefix("async ").unwrap_or(line.trim_start());
            if word.starts_with("for ") || word.starts_with("while ") {
                return Some(above);
            }
            if word.starts_with("def ") || word.starts_with("class ") {
                return None;
            }
        }
        None
    }

    /// A plain `for` loop whose iterations do not depend on each other, as far as the text shows.
    fn is_plain_loop(&self, header: u32) -> bool {
        let indent = indentation(self.line(header));
        let body = (header + 1..=self.0.len() as u32)
            .map(|number| self.line(number))
            .take_while(|line| line.trim().is_empty() || indentation(line) > indent);
        let ends_early =
            |line: &str| ["break", "return", "raise", "except", "yield"].iter().any(|&word| has_word(line, word));
        self.line(header).trim_start().starts_with("for ") && !body.into_iter().any(ends_early)
    }

    /// A line that may stand between two independent awaits.
    fn is_harmless(&self, number: u32) -> bool {
        let line = self.line(number).trim();
        line.is_empty() || line.starts_with("print(")
    }

    /// The names that an `… = await …` gives values to. `None` when the line is no plain await.
    fn targets(&self, number: u32) -> Option<Vec<&'a str>> {
        let line = self.line(number).trim();
        let (before, _) = line.split_once("await ")?;
        if line.starts_with("async ") || line.starts_with("while ") || line.starts_with("if ") {
            return None;
        }
        let names = before.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|name| !name.is_empty());
        Some(if before.contains('=') { names.collect() } else { Vec::new() })
    }
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn has_word(line: &str, word: &str) -> bool {
    line.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|found| found == word)
}

/// One `await` of a coroutine of the program, as a frame sees it.
struct AwaitedCall<'a> {
    frame: &'a Await,
    callee: &'a Await,
    waited: Nanos,
    seq: u64,
}

#[inline(never)]
fn sequential(timeline: &Timeline, text: &Text<'_>, found: &mut Found) {
    for (task, lane) in tasks(timeline) {
        let deepest = lane.slices.iter().map(|slice| slice.stack().len()).max().unwrap_or(0);
        let mut reported = HashSet::new();
        for depth in 0..deepest.saturating_sub(1).min(8) {
            let mut chain: Vec<AwaitedCall<'_>> = Vec::new();
            let mut last: Option<&Slice> = None;
            for slice in lane.slices.iter().filter(|slice| matches!(slice.state, SliceState::Suspended { .. })) {
                let is_here = last.is_some_and(|last| same_place(last, slice, depth));
                last = Some(slice);
                if !is_here {
                    report(task, &mut chain, &mut reported, found);
                }
                let Some(call) = call_at(slice, depth) else {
                    report(task, &mut chain, &mut reported, found);
                    continue;
                };
                match chain.last_mut() {
                    // The same call goes on waiting.
                    Some(before) if before.frame.line == call.frame.line && !is_next_round(before, &call, text) => {
                        before.waited = before.waited.saturating_add(call.waited);
                    }
                    Some(before) if !is_independent(before, &call, text) => {
                        report(task, &mut chain, &mut reported, found);
                        chain.push(call);
                    }
                    _ => chain.push(call),
                }
            }
            report(task, &mut chain, &mut reported, found);
        }
    }
}

/// Whether both are in the same call of the frame at `depth`.
fn same_place(one: &Slice, two: &Slice, depth: usize) -> bool {
    let (one, two) = (one.stack(), two.stack());
    one.len() > depth && two.len() > depth && one[..depth] == two[..depth] && one[depth].function == two[depth].function
}

/// The call that the frame at `depth` awaits in this slice, if it waits for time or for a thread.
fn call_at(slice: &Slice, depth: usize) -> Option<AwaitedCall<'_>> {
    let SliceState::Suspended { on: WaitingOn::Sleep { .. } | WaitingOn::Executor { .. }, stack, .. } = &slice.state
    else {
        return None;
    };
    let (frame, callee) = (stack.get(depth)?, stack.get(depth + 1)?);
    Some(AwaitedCall { frame, callee, waited: slice.duration(slice.start), seq: slice.seq })
}

/// The await is on the same line: whether it is the next round of a loop there, not the same call waiting once more.
fn is_next_round(before: &AwaitedCall<'_>, call: &AwaitedCall<'_>, text: &Text<'_>) -> bool {
    before.callee == call.callee
        && text.loop_around(call.callee.line).is_none()
        && text.loop_around(call.frame.line).is_some_and(|header| text.is_plain_loop(header))
}

fn is_independent(before: &AwaitedCall<'_>, call: &AwaitedCall<'_>, text: &Text<'_>) -> bool {
    let (first, second) = (before.frame.line, call.frame.line);
    let (Some(targets), Some(_)) = (text.targets(first), text.targets(second)) else { return false };
    if first == second {
        let value = text.line(first).split_once("await ").map_or("", |(_, value)| value);
        return !targets.iter().any(|name| has_word(value, name));
    }
    // Without a result the order may be meant, unless it is the same thing twice.
    let is_alike = before.callee.function == call.callee.function;
    first < second
        && (is_alike || !targets.is_empty())
        && (first + 1..second).all(|between| text.is_harmless(between))
        && !(first + 1..=second).any(|line| targets.iter().any(|name| has_word(text.line(line), name)))
}

fn report(task: TaskId, chain: &mut Vec<AwaitedCall<'_>>, reported: &mut HashSet<u32>, found: &mut Found) {
    let chain = std::mem::take(chain);
    let long: Vec<&AwaitedCall<'_>> = chain.iter().filter(|call| call.waited >= NOTABLE).collect();
    let [first, .., _] = long[..] else { return };
    let line = Some(first.frame.line);
    let is_same = |kind: &FindingKind| matches!(kind, FindingKind::Sequential { .. });
    if !reported.insert(first.frame.line) || found.again(line, is_same).is_some() {
        return;
    }
    let took = long.iter().fold(Nanos::ZERO, |sum, call| sum.saturating_add(call.waited));
    let could = long.iter().map(|call| call.waited).max().unwrap_or_default();
    let (function, awaits) = (first.frame.function.clone(), long.len() as u32);
    found.add(FindingKind::Sequential { task, function, awaits, took, could }, first.seq, line);
}

// Locks.

#[inline(never)]
fn lock_held(timeline: &Timeline, found: &mut Found) {
    for (waiter, lane) in tasks(timeline) {
        for slice in &lane.slices {
            let SliceState::Suspended { on: WaitingOn::Object { what, name, holders, .. }, .. } = &slice.state else {
                continue;
            };
            let Some(&holder) = holders.first().filter(|_| what == "Lock") else { continue };
            let end = slice.end.unwrap_or(timeline.end());
            let Some((during, overlap)) = longest_wait(timeline, holder, slice.start, end) else { continue };
            let SliceState::Suspended { on, .. } = &during.state else { continue };
            let is_same = |kind: &FindingKind| matches!(kind, FindingKind::LockHeld { lock, .. } if lock == name);
            match found.again(during.line, is_same) {
                Some(FindingKind::LockHeld { waiters, waited, .. }) => {
                    *waited = waited.saturating_add(overlap);
                    merge(waiters, vec![waiter]);
                }
                _ => {
                    let (lock, on, waiters) = (name.clone(), on.clone(), vec![waiter]);
                    let kind = FindingKind::LockHeld { lock, holder, on, waiters, waited: overlap };
                    found.add(kind, slice.seq, during.line);
                }
            }
        }
    }
}

/// What a task waited for longest, other than locks, between two times; and how long within them.
fn longest_wait(timeline: &Timeline, task: TaskId, start: Nanos, end: Nanos) -> Option<(&Slice, Nanos)> {
    let lane = timeline.lane(Actor::Task(task))?;
    let from = lane.slice_index_at_time(start)?;
    let past = lane.slices.partition_point(|slice| slice.start < end);
    let waits = lane.slices.range(from, past).filter_map(|slice| {
        let SliceState::Suspended { on, .. } = &slice.state else { return None };
        let is_slow = !matches!(on, WaitingOn::Turn | WaitingOn::Object { .. });
        let overlap = slice.end.unwrap_or(end).min(end).saturating_sub(slice.start.max(start));
        (is_slow && overlap >= NOTABLE).then_some((slice, overlap))
    });
    waits.max_by_key(|(_, overlap)| *overlap)
}

// Deadlock.

fn deadlock(timeline: &Timeline, found: &mut Found) {
    let mut events = timeline.events().iter().rev();
    let last = events
        .find(|event| !matches!(event.kind, EventKind::Output { .. }) && !matches!(event.actor, Actor::Worker(_)));
    let Some(idle) = last.filter(|event| event.kind == EventKind::LoopIdle { until: None }) else { return };
    let is_at_work = |lane: &&std::rc::Rc<Lane>| {
        let works = |slice: &Slice| match slice.state {
            // It waits for another thread, or for nothing but the clock.
            SliceState::Idle { .. } | SliceState::Blocking { .. } => slice.end.is_some(),
            _ => true,
        };
        let last = lane.slices.last().filter(|slice| slice.end_seq.is_none());
        matches!(lane.actor, Actor::Worker(_)) && last.is_some_and(works)
    };
    if timeline.lanes().iter().any(|lane| is_at_work(&lane)) {
        return;
    }
    let graph = await_graph(timeline, timeline.len());
    let cycle = graph.cycles.into_iter().next().unwrap_or_default();
    let stuck: Vec<TaskId> = graph.nodes.iter().map(|node| node.task).collect();
    let suspect = cycle.first().or(stuck.last());
    let lane = suspect.and_then(|task| timeline.lane(Actor::Task(*task)));
    let line = lane.and_then(|lane| lane.slices.last()?.line);
    if !stuck.is_empty() {
        found.add(FindingKind::Deadlock { cycle, stuck }, idle.seq, line);
    }
}

// Too many at once.

#[inline(never)]
fn unbounded(timeline: &Timeline, found: &mut Found) {
    let mut bounded: HashSet<TaskId> = HashSet::new();
    for object in timeline.objects().iter().filter(|object| object.what.ends_with("Semaphore")) {
        for state in &object.states {
            bounded.extend(state.holders.iter().chain(&state.waiters));
        }
    }
    // By who made them, where, and of what.
    type Kin<'a> = (Option<TaskId>, Option<u32>, &'a str);
    let mut groups: HashMap<Kin, Vec<&Lane>> = HashMap::new();
    for (task, lane) in tasks(timeline) {
        if !bounded.contains(&task) {
            groups.entry((lane.parent, lane.line, &lane.function)).or_default().push(lane);
        }
    }
    for ((_, line, coroutine), lanes) in groups {
        if (lanes.len() as u32) < MANY {
            continue;
        }
        // The most that wait at the same time.
        let mut changes: Vec<(u64, i32)> = Vec::new();
        for lane in &lanes {
            let first = lane.slices.iter().find(|slice| matches!(slice.state, SliceState::Suspended { .. }));
            let Some(first) = first else { continue };
            changes.push((first.seq, 1));
            changes.extend(lane.end.as_ref().map(|end| (end.seq, -1)));
        }
        changes.sort_unstable();
        let (mut now, mut most, mut at) = (0, 0, 0);
        for (seq, change) in changes {
            now += change;
            if now > most {
                (most, at) = (now, seq);
            }
        }
        if most as u32 >= MANY {
            found.add(FindingKind::Unbounded { coroutine: coroutine.to_owned(), count: most as u32 }, at, line);
        }
    }
}
