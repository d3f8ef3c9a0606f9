//! What just happened, in sentences: a pure reading of the trace, and the region that a screen reader speaks.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::advice::word;
use super::context::{Page, use_page};
use super::findings::show_findings;
use super::rich::rich_line;
use super::state::Fault;
use super::tell::{self, Minor, Said};
use super::text::moment;
use crate::browser::driver::RunState;
use crate::trace::event::{Actor, Await, Event, EventKind, HandleId, Nanos, WaitingOn};
use crate::trace::findings::findings;
use crate::trace::lane::SliceState;
use crate::trace::loop_view::Phase;
use crate::trace::timeline::Timeline;

/// How many sentences are shown.
const SENTENCES: usize = 6;

/// How far back sentences are looked for, in events.
const REACH: u64 = 200;

/// So many events are looked through for findings again and again while the run goes on.
const FINDABLE: u64 = 50_000;

/// The region changes at most so often, in milliseconds, so that it can be followed and spoken.
const PAUSE: u32 = 900;

/// What an event says. `source` is the program that ran.
pub fn said(timeline: &Timeline, event: &Event, source: &str) -> Option<Said> {
    let by = event.actor;
    let callback = |handle: &HandleId| {
        timeline.handle(*handle).map_or_else(|| format!("#{}", handle.0), |handle| handle.callback.clone())
    };
    Some(match &event.kind {
        // `asyncio.run` starts the loop again and again to shut it down; that is not worth a word.
        EventKind::LoopStarted if matches!(timeline.at(event.seq).phase, Phase::Unstarted | Phase::Closed) => {
            Said::LoopStarted
        }
        EventKind::LoopStarted | EventKind::ThrownPast { .. } => return None,
        EventKind::LoopIdle { until } => Said::LoopIdle { until: *until },
        EventKind::LoopClosed => Said::LoopClosed,
        EventKind::TaskCreated { task, coroutine, parent, .. } => {
            Said::Created { task: *task, coroutine: coroutine.clone(), by: *parent }
        }
        EventKind::StepStarted { task } => Said::Started { task: *task },
        EventKind::Resumed { task } => {
            let slice = timeline.lane(Actor::Task(*task)).and_then(|lane| lane.slice_at(event.seq + 1));
            Said::Resumed { task: *task, line: slice.and_then(|slice| slice.line) }
        }
        EventKind::Suspended { task, stack, on } => {
            let ready = timeline.at(event.seq).ready.front().copied();
            let next = ready.and_then(|handle| timeline.handle(handle)?.task);
            let code = stack.last().and_then(|frame| await_text(source, frame));
            Said::Suspended { task: *task, on: on.clone(), line: stack.last().map(|frame| frame.line), code, next }
        }
        EventKind::Woken { task, by } => Said::Woken { task: *task, by: by.clone() },
        EventKind::TaskDone { task, outcome } => Said::Ended { task: *task, outcome: outcome.clone() },
        EventKind::CancelRequested { task, by, .. } => Said::CancelRequested { task: *task, by: *by },
        EventKind::CancelDelivered { task } => Said::CancelDelivered { task: *task },
        EventKind::Blocking { what, line, duration } => {
            Said::Blocked { by, what: what.clone(), duration: *duration, line: *line }
        }
        EventKind::ExceptionRaised { exception, message, line } => {
            Said::Raised { by, exception: exception.clone(), message: message.clone(), line: *line }
        }
        EventKind::ExceptionCaught { exception, line } => {
            Said::Caught { by, exception: exception.clone(), line: *line }
        }
        EventKind::ContextEntered { manager, line } => Said::Entered { by, manager: manager.clone(), line: *line },
        EventKind::ContextLeft { manager, line } => Said::Left { by, manager: manager.clone(), line: *line },
        EventKind::GeneratorYielded { generator, line } => {
            Said::Yielded { by, generator: generator.clone(), line: *line }
        }
        EventKind::WorkerStarted { name, .. } => Said::WorkerStarted { name: name.clone() },
        EventKind::WorkerFinished { worker } => {
            Said::WorkerFinished { name: timeline.lane(Actor::Worker(*worker))?.name.clone() }
        }
        EventKind::Warning { category, message, .. } => {
            Said::Warned { category: category.clone(), message: message.clone() }
        }
        EventKind::Folded { events, tasks, .. } => Said::Folded { events: *events, tasks: *tasks },
        minor => Said::Minor(match minor {
            EventKind::LoopIteration { turn, ready } => Minor::Turn { turn: *turn, ready: ready.len() },
            EventKind::LoopStopped => Minor::LoopStopped,
            EventKind::TaskRenamed { task, name } => Minor::Renamed { task: *task, name: name.clone() },
            EventKind::CallbackScheduled { callback, .. } => Minor::Scheduled { callback: callback.to_string() },
            EventKind::TimerScheduled { callback, when, .. } => {
                Minor::TimerSet { callback: callback.to_string(), when: *when }
            }
            EventKind::TimerFired { handle } => Minor::TimerFired { callback: callback(handle) },
            EventKind::HandleCancelled { handle } => Minor::HandleCancelled { callback: callback(handle) },
            EventKind::HandleStarted { handle } => Minor::HandleStarted { callback: callback(handle) },
            EventKind::HandleFinished { handle } => Minor::HandleFinished { callback: callback(handle) },
            EventKind::Output { text, line, .. } => {
                Minor::Printed { by, text: short(text.trim_end_matches('\n'), 60), line: *line }
            }
            EventKind::ObjectChanged { what, name, change, depth, .. } => {
                let object = if name.is_empty() { what.to_string() } else { name.clone() };
                Minor::Changed { by, object, change: *change, depth: *depth }
            }
            EventKind::ExecutorSubmitted { function, .. } => Minor::Submitted { by, function: function.clone() },
            EventKind::ExecutorStarted { job, worker } => {
                Minor::JobStarted { worker: *worker, function: timeline.job(*job)?.function.clone() }
            }
            EventKind::ExecutorFinished { job, worker } => {
                Minor::JobFinished { worker: *worker, function: timeline.job(*job)?.function.clone() }
            }
            EventKind::WorkerIdle { worker } => Minor::WorkerIdle { worker: *worker },
            EventKind::ThreadBlocked { on, line, .. } => Minor::ThreadBlocked { by, on: on.clone(), line: *line },
            EventKind::ThreadWoken { woken } => Minor::ThreadWoken { by, woken: *woken },
            EventKind::ThreadResumed => Minor::ThreadResumed { by },
            EventKind::LineReached { line, .. } => Minor::Line { line: *line },
            _ => return None,
        }),
    })
}

/// The text of the await that a frame stands at: from its column to the end of the expression or of the line.
fn await_text(source: &str, frame: &Await) -> Option<String> {
    let line = source.lines().nth((frame.line as usize).checked_sub(1)?)?;
    let start = line.char_indices().nth((frame.column as usize).checked_sub(1)?)?.0;
    let mut depth = 0;
    let end = line[start..].char_indices().find(|(_, c)| {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        depth < 0 || (depth == 0 && matches!(c, ',' | ':' | '#'))
    });
    let text = line[start..end.map_or(line.len(), |(at, _)| start + at)].trim();
    (!text.is_empty()).then(|| short(text, 60))
}

/// The first line, and not much of it.
fn short(text: &str, most: usize) -> String {
    let first = text.lines().next().unwrap_or_default();
    match first.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &first[..end]),
        None if first.len() < text.len() => format!("{first}…"),
        None => first.to_owned(),
    }
}

/// The last sentences before a moment, oldest first, each with its event's number and time. What is minor is told only if it
/// is the very last, and `every` event is to be told.
pub fn latest(timeline: &Timeline, upto: u64, count: usize, source: &str, every: bool) -> Vec<(u64, Nanos, Said)> {
    let from = upto.saturating_sub(REACH);
    let mut found: Vec<(u64, Nanos, Said)> = Vec::new();
    for event in timeline.events().range(from as usize, upto as usize).rev() {
        if found.len() == count {
            break;
        }
        let is_last = event.seq + 1 == upto;
        match said(timeline, event, source) {
            Some(Said::Minor(minor)) if !(minor.is_told() || every && is_last) => {}
            Some(said) => found.push((event.seq, event.at, said)),
            None => {}
        }
    }
    found.reverse();
    found
}

/// What a run amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// All the tasks' waits for time or for threads, added up.
    pub waited: Nanos,
    pub took: Nanos,
    /// How long one call held up everybody.
    pub blocked: Nanos,
}

pub fn summary(timeline: &Timeline) -> Summary {
    let mut waited = Nanos::ZERO;
    for lane in timeline.lanes() {
        for slice in &lane.slices {
            if let SliceState::Suspended { on: WaitingOn::Sleep { .. } | WaitingOn::Executor { .. }, .. } = slice.state
            {
                waited = waited.saturating_add(slice.duration(timeline.end()));
            }
        }
    }
    let blocked = timeline.bands().iter().fold(Nanos::ZERO, |sum, band| {
        let others = timeline.lanes().iter().filter(|lane| matches!(lane.actor, Actor::Task(_))).count();
        if others > 1 { sum.saturating_add(band.end.saturating_sub(band.start)) } else { sum }
    });
    Summary { waited, took: timeline.end(), blocked }
}

#[derive(Clone, PartialEq, Properties)]
pub struct NarrationProps {
    pub timeline: Rc<Timeline>,
    pub upto: u64,
    /// Whether something earlier than the newest is looked at.
    pub scrubbing: bool,
    /// The program that ran.
    pub source: Rc<str>,
    pub run: RunState,
    pub fault: Option<Rc<Fault>>,
    pub trace_is_long: bool,
}

#[component]
pub fn Narration(props: &NarrationProps) -> Html {
    let page = use_page();
    let text = page.text();
    let shown = use_throttled(props.clone());
    let has_ended =
        matches!(shown.run, RunState::Done | RunState::Failed) && shown.upto > 0 && shown.upto == shown.timeline.len();
    let every = shown.scrubbing || shown.run == RunState::Paused;
    let count = if has_ended { SENTENCES - 2 } else { SENTENCES };
    let sentences = latest(&shown.timeline, shown.upto, count, &shown.source, every);
    let findings = use_memo((shown.timeline.len(), shown.run, shown.source.clone()), |(events, run, source)| {
        // A long run is read when it is over.
        if *run == RunState::Running && *events > FINDABLE { Vec::new() } else { findings(&shown.timeline, source) }
    });
    let scroll = use_node_ref();
    {
        let scroll = scroll.clone();
        // The newest sentence is in view; after the end, what the run amounts to, which stands first.
        use_effect_with((has_ended, sentences.last().map(|(seq, _, _)| *seq)), move |(has_ended, _)| {
            if let Some(element) = scroll.cast::<web_sys::Element>() {
                element.set_scroll_top(if *has_ended { 0 } else { element.scroll_height() });
            }
        });
    }
    let has_tasks = shown.timeline.lanes().len() > 1;
    let fault = match shown.fault.as_deref() {
        Some(fault @ Fault::Syntax(error)) => Some((text.syntax_error_at)(error.line, &fault.text())),
        Some(fault @ Fault::Raised { line, .. }) => Some((text.raised_at)(*line, &fault.text())),
        // A card says more.
        Some(Fault::Deadlock { .. }) if findings.iter().any(|finding| word(&finding.kind) == "deadlock") => None,
        Some(Fault::Deadlock { .. }) => Some(text.deadlock.to_owned()),
        None => shown.trace_is_long.then(|| text.trace_is_long.to_owned()),
    };
    html! {
        <section class="narration" aria-label={text.narration}>
            <h2>{ text.narration }</h2>
            <div class="scroll" data-testid="narration" tabindex="0" role="group" aria-label={text.narration} ref={scroll}>
                if let Some(fault) = fault.clone() {
                    <p class="finding bad" role="status"><span class="icon" aria-hidden="true">{ "!" }</span><span>{ rich_line(&fault, &page) }</span></p>
                }
                { show_findings(&shown.timeline, &findings, shown.upto, &page) }
                if has_ended && has_tasks && fault.is_none() && findings.is_empty() {
                    { show_summary(&summary(&shown.timeline), &page) }
                }
                <div aria-live="polite">
                    if sentences.is_empty() && fault.is_none() {
                        <p class="empty">{ text.narration_empty }</p>
                    }
                    for (index, (seq, at, said)) in sentences.iter().enumerate() {
                        <p key={*seq} class={classes!("sentence", (index + 1 == sentences.len()).then_some("newest"))}>
                            <time>{ moment(*at) }</time>
                            <span>{ rich_line(&tell::said(said, page.language), &page) }</span>
                        </p>
                    }
                </div>
            </div>
        </section>
    }
}

fn show_summary(summary: &Summary, page: &Page) -> Html {
    let sentence = (page.text().summary)(summary.waited, summary.took, summary.blocked);
    let bad = (summary.blocked > Nanos::ZERO).then_some("bad");
    html! {
        <p class={classes!("finding", bad)}>
            <span class="icon" aria-hidden="true">{ if bad.is_some() { "!" } else { "i" } }</span>
            <span>{ rich_line(&sentence, page) }</span>
        </p>
    }
}

/// The newest props, but while a run is going not more often than every `PAUSE`: the first change shows at once, what
/// follows it together.
#[hook]
fn use_throttled(props: NarrationProps) -> NarrationProps {
    let shown = use_state(|| props.clone());
    let newest = use_mut_ref(|| props.clone());
    let waiting: Rc<RefCell<Option<Timeout>>> = use_mut_ref(|| None);
    newest.replace(props.clone());
    {
        let shown = shown.clone();
        use_effect_with(props.clone(), move |props| {
            if props.run != RunState::Running {
                waiting.replace(None);
                shown.set(props.clone());
            } else if waiting.borrow().is_none() {
                shown.set(props.clone());
                let setter = shown.setter();
                let (newest, this) = (newest.clone(), Rc::downgrade(&waiting));
                waiting.replace(Some(Timeout::new(PAUSE, move || {
                    if let Some(waiting) = this.upgrade() {
                        waiting.replace(None);
                    }
                    setter.set(newest.borrow().clone());
                })));
            }
        });
    }
    // What is no longer the same run, or looked at on purpose, is never late.
    if props.run == RunState::Running && shown.run == RunState::Running { (*shown).clone() } else { props }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::event::{Outcome, TaskId, Waker};
    use crate::ui::text::{EN, Language};

    const SECOND: u64 = Nanos::SECOND.0;

    /// Two tasks that sleep for a second at the same time.
    fn two_sleepers() -> Timeline {
        let mut timeline = Timeline::new();
        let tasks = [TaskId(1), TaskId(2)];
        let mut push = |at, task, kind| timeline.push(Event { seq: 0, at: Nanos(at), actor: Actor::Task(task), kind });
        for task in tasks {
            push(
                0,
                task,
                EventKind::TaskCreated { task, name: String::new(), coroutine: "f".into(), parent: None, line: 9 },
            );
            push(0, task, EventKind::StepStarted { task });
            let stack = vec![Await { function: "f".into(), line: 6, column: 5 }];
            let on = WaitingOn::Sleep { delay: Nanos(SECOND), until: Nanos(SECOND) };
            push(0, task, EventKind::Suspended { task, stack, on });
        }
        for task in tasks {
            push(SECOND, task, EventKind::Woken { task, by: Waker::Timer { when: Nanos(SECOND) } });
            push(SECOND, task, EventKind::Resumed { task });
            push(SECOND, task, EventKind::TaskDone { task, outcome: Outcome::Returned { value: "None".into() } });
        }
        timeline
    }

    #[test]
    fn what_happened_is_told_in_both_languages() {
        let timeline = two_sleepers();
        let told = |language| -> Vec<String> {
            let latest = latest(&timeline, timeline.len(), 3, "", false);
            latest.iter().map(|(_, _, said)| tell::said(said, language)).collect()
        };
        assert_eq!(
            told(Language::En),
            [
                "**T2** is ready, woken by its timer, due at 1.000 s.",
                "The loop resumes **T2**: the await at [line 6](line:6) is over.",
                "**T2** is done.",
            ]
        );
        assert_eq!(
            told(Language::Zh),
            [
                "**T2** 就绪，唤醒它的是它在 1.000 s 到点的定时器。",
                "循环恢复 **T2**：[第 6 行](line:6)的等待结束。",
                "**T2** 完成。",
            ]
        );
    }

    #[test]
    fn a_suspension_names_the_await_and_who_is_next() {
        let source = "\n\n\n\nasync def f():\n    await asyncio.sleep(f(1, 2)), 3";
        let timeline = two_sleepers();
        let told = latest(&timeline, 3, 1, source, true);
        let [(_, _, said)] = &told[..] else { panic!("{told:?}") };
        assert_eq!(
            tell::said(said, Language::En),
            "**T1** suspends at [line 6](line:6), `await asyncio.sleep(f(1, 2))`: it sleeps 1 s, until 1.000 s."
        );
        let frame = |column| Await { function: "f".into(), line: 1, column };
        assert_eq!(await_text("async with lock: pass", &frame(12)).as_deref(), Some("lock"));
        assert_eq!(await_text("x", &frame(9)), None);
    }

    #[test]
    fn waits_at_the_same_time_add_up_to_more_than_the_run() {
        let sum = summary(&two_sleepers());
        assert_eq!(sum, Summary { waited: Nanos(2 * SECOND), took: Nanos(SECOND), blocked: Nanos::ZERO });
        assert_eq!(
            (EN.summary)(sum.waited, sum.took, sum.blocked),
            "**2 s** of waiting took **1 s**: the tasks waited at the same time."
        );
    }
}
