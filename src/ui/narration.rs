//! What just happened, in sentences: a pure reading of the trace, and the region that a screen reader speaks.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::context::use_page;
use super::rich::RichLine;
use super::state::Fault;
use super::text::{Said, moment};
use crate::browser::driver::RunState;
use crate::trace::event::{Actor, Event, EventKind, Nanos, WaitingOn};
use crate::trace::lane::SliceState;
use crate::trace::loop_view::Phase;
use crate::trace::timeline::Timeline;

/// How many sentences are shown.
const SENTENCES: usize = 6;

/// How far back sentences are looked for, in events.
const REACH: u64 = 200;

/// The region changes at most so often, in milliseconds, so that it can be followed and spoken.
const PAUSE: u32 = 900;

/// What an event says, if it is worth a sentence.
pub fn said(timeline: &Timeline, event: &Event) -> Option<Said> {
    let by = event.actor;
    Some(match &event.kind {
        // `asyncio.run` starts the loop again and again to shut it down; that is not worth a word.
        EventKind::LoopStarted if matches!(timeline.at(event.seq).phase, Phase::Unstarted | Phase::Closed) => {
            Said::LoopStarted
        }
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
            Said::Suspended { task: *task, on: on.clone(), line: stack.last().map(|frame| frame.line) }
        }
        EventKind::Woken { task, by } => Said::Woken { task: *task, by: by.clone() },
        EventKind::TaskDone { task, outcome } => Said::Ended { task: *task, outcome: outcome.clone() },
        EventKind::CancelRequested { task, by, .. } => Said::CancelRequested { task: *task, by: *by },
        EventKind::CancelDelivered { task } => Said::CancelDelivered { task: *task },
        EventKind::Blocking { what, line, duration } => {
            Said::Blocked { by, what: what.clone(), duration: *duration, line: *line }
        }
        EventKind::ExceptionRaised { exception, message, line } if *line > 0 => {
            Said::Raised { by, exception: exception.clone(), message: message.clone(), line: *line }
        }
        EventKind::ExceptionCaught { exception, line } if *line > 0 => {
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
        _ => return None,
    })
}

/// The last sentences before a moment, oldest first, each with its event's number and time.
pub fn latest(timeline: &Timeline, upto: u64, count: usize) -> Vec<(u64, Nanos, Said)> {
    let from = upto.saturating_sub(REACH);
    let mut found: Vec<(u64, Nanos, Said)> = Vec::new();
    for event in timeline.events().range(from as usize, upto as usize) {
        if let Some(said) = said(timeline, event) {
            found.push((event.seq, event.at, said));
        }
    }
    found.split_off(found.len().saturating_sub(count))
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
    let sentences = latest(&shown.timeline, shown.upto, if has_ended { SENTENCES - 2 } else { SENTENCES });
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
        Some(Fault::Deadlock { .. }) => Some(text.deadlock.to_owned()),
        None => shown.trace_is_long.then(|| text.trace_is_long.to_owned()),
    };
    html! {
        <section class="narration" aria-label={text.narration}>
            <h2>{ text.narration }</h2>
            <div class="scroll" data-testid="narration" aria-live="polite" ref={scroll}>
                if sentences.is_empty() && fault.is_none() {
                    <p class="empty">{ text.narration_empty }</p>
                }
                if let Some(fault) = fault.clone() {
                    <p class="finding bad"><span class="icon" aria-hidden="true">{ "!" }</span><span><RichLine source={fault} /></span></p>
                }
                if has_ended && has_tasks && fault.is_none() {
                    { show_summary(&summary(&shown.timeline), text) }
                }
                for (index, (seq, at, said)) in sentences.iter().enumerate() {
                    <p key={*seq} class={classes!("sentence", (index + 1 == sentences.len()).then_some("newest"))}>
                        <time>{ moment(*at) }</time>
                        <span><RichLine source={(text.said)(said)} /></span>
                    </p>
                }
            </div>
        </section>
    }
}

fn show_summary(summary: &Summary, text: &'static super::text::Text) -> Html {
    let sentence = (text.summary)(summary.waited, summary.took, summary.blocked);
    let bad = (summary.blocked > Nanos::ZERO).then_some("bad");
    html! {
        <p class={classes!("finding", bad)}>
            <span class="icon" aria-hidden="true">{ if bad.is_some() { "!" } else { "i" } }</span>
            <span><RichLine source={sentence} /></span>
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
    use crate::trace::event::{Await, Outcome, TaskId, Waker};
    use crate::ui::text::{EN, ZH};

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
        let told = |text: &crate::ui::text::Text| -> Vec<String> {
            latest(&timeline, timeline.len(), 3).iter().map(|(_, _, said)| (text.said)(said)).collect()
        };
        assert_eq!(
            told(&EN),
            [
                "**T2** is ready, woken by its timer, due at 1.000 s.",
                "The loop resumes **T2**: the await at [line 6](line:6) is over.",
                "**T2** is done.",
            ]
        );
        assert_eq!(
            told(&ZH),
            [
                "**T2** 就绪，唤醒它的是它在 1.000 s 到点的定时器。",
                "循环恢复 **T2**：[第 6 行](line:6)的等待结束。",
                "**T2** 完成。",
            ]
        );
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
