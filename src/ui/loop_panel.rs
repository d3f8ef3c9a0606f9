//! The event loop at a moment: who runs, who is ready and in which order, and which timers are set.

use std::rc::Rc;

use yew::prelude::*;

use super::context::use_page;
use super::hue::{Hue, short_name};
use super::motion::use_travel;
use super::style::use_custom_properties;
use super::text::{Text, moment};
use super::words::Words;
use crate::trace::event::{Actor, EventKind, HandleId, Nanos, TaskId, WaitingOn};
use crate::trace::lane::{Lane, SliceState};
use crate::trace::loop_view::{LoopView, Phase};
use crate::trace::timeline::Timeline;

/// So many of a queue are shown; a number says how many more there are.
const SHOWN: usize = 6;

#[derive(PartialEq, Properties)]
pub struct LoopPanelProps {
    pub timeline: Rc<Timeline>,
    pub upto: u64,
}

#[component]
pub fn LoopPanel(props: &LoopPanelProps) -> Html {
    let page = use_page();
    let text = page.text();
    let words = page.language.words();
    let timeline = &props.timeline;
    let view = timeline.at(props.upto);
    let root = use_node_ref();
    use_travel(&root, props.upto);
    let pill = |id: HandleId| {
        let (task, label) = describe(timeline, id);
        pill(task, Some(id), label, "ready")
    };
    // What joins the queue during a turn is left for the next one. Timers join it before anything runs.
    let is_late =
        |id: &HandleId| timeline.handle(*id).is_some_and(|handle| handle.when.is_none() && handle.seq > view.turn_seq);
    let late = if view.phase == Phase::Turning { view.ready.iter().position(is_late) } else { None };
    let (now, later) = (late.unwrap_or(view.ready.len()), view.ready.iter().skip(late.unwrap_or(view.ready.len())));
    let phase = phase(timeline, &view, props.upto);
    html! {
        <section class="loop" data-testid="loop" aria-label={text.event_loop} ref={root}>
            <h2>
                { text.event_loop }
                if view.turn > 0 {
                    <span class="turn">{ (text.turn)(view.turn) }</span>
                }
            </h2>
            <ol class="phases" data-testid="loop-phases" aria-label={words.phases_label}>
                for (index, word) in words.phases.into_iter().enumerate() {
                    <li aria-current={(phase == Some(index)).then_some("step")}>{ word }</li>
                }
            </ol>
            <div class="boxes">
                <div class="box" data-testid="loop-timers">
                    <h3>{ text.loop_timers }</h3>
                    if view.timers.is_empty() {
                        <span class="none">{ text.loop_no_timers }</span>
                    }
                    for (when, id) in view.timers.iter().take(SHOWN) {
                        { show_timer(timeline, props.upto, *when, *id) }
                    }
                    { more(view.timers.len()) }
                </div>
                <span class="flow" aria-hidden="true">{ words.due }</span>
                <div class="box" data-testid="loop-ready">
                    <h3>{ text.loop_ready }</h3>
                    if view.ready.is_empty() {
                        <span class="none">{ text.loop_nobody }</span>
                    }
                    for id in view.ready.iter().take(now.min(SHOWN)) {
                        { pill(*id) }
                    }
                    if late.is_some() {
                        <span class="later">{ words.next_turn }</span>
                        for id in later.take(SHOWN.saturating_sub(now).max(2)) {
                            { pill(*id) }
                        }
                    }
                    { more(view.ready.len()) }
                </div>
                <span class="flow" aria-hidden="true">{ words.next }</span>
                <div class="box" data-testid="loop-running">
                    <h3>{ text.loop_running }</h3>
                    { show_running(timeline, &view, text) }
                </div>
            </div>
            <p class="back" aria-hidden="true">{ words.call_soon }</p>
            <dl class="below">
                { show_threads(timeline, props.upto, words) }
                <div data-testid="loop-browser">
                    <dt>{ words.browser }</dt>
                    <dd>{ browser_does(timeline, &view, props.upto, words) }</dd>
                </div>
            </dl>
        </section>
    }
}

/// Which part of the turn it is: waiting, moving due timers, running callbacks.
fn phase(timeline: &Timeline, view: &LoopView, upto: u64) -> Option<usize> {
    let last = upto.checked_sub(1).and_then(|seq| timeline.events().get(seq as usize)).map(|event| &event.kind);
    match (view.phase, last) {
        (Phase::Idle { .. }, _) | (Phase::Turning, Some(EventKind::LoopIteration { .. })) => Some(0),
        (Phase::Turning, Some(EventKind::TimerFired { .. })) => Some(1),
        (Phase::Turning, _) => Some(2),
        _ => None,
    }
}

/// What the thread of a worker's lane does.
enum Work<'a> {
    Idle,
    Waiting,
    Running,
    Blocked(&'a str),
}

fn work(lane: &Lane, upto: u64) -> Work<'_> {
    match lane.slice_at(upto).filter(|slice| slice.end_seq.is_none_or(|end| end >= upto)).map(|slice| &slice.state) {
        Some(SliceState::Ready { .. }) => Work::Waiting,
        Some(SliceState::Running) => Work::Running,
        Some(SliceState::Blocking { what }) => Work::Blocked(what),
        _ => Work::Idle,
    }
}

fn workers(timeline: &Timeline, upto: u64) -> impl Iterator<Item = &Rc<Lane>> {
    timeline.lanes().iter().filter(move |lane| matches!(lane.actor, Actor::Worker(_)) && lane.seq < upto)
}

fn show_threads(timeline: &Timeline, upto: u64, words: &'static Words) -> Html {
    let shown = workers(timeline, upto).take(SHOWN).map(|lane| {
        let (state, does) = match work(lane, upto) {
            Work::Idle => ("idle", words.thread_idle.to_owned()),
            Work::Waiting => ("ready", words.thread_waiting.to_owned()),
            Work::Running => ("running", format!("{}: {}", lane.function, words.thread_running)),
            Work::Blocked(what) => ("blocking", format!("{}: {}", lane.function, (words.thread_blocked)(what))),
        };
        html! {
            <span class="pill" key={lane.actor.to_string()} data-hue={Hue::of(lane.actor).attribute()} data-state={state}>
                <b>{ lane.actor.to_string() }</b><span class="label">{ does }</span>
            </span>
        }
    });
    let shown: Vec<Html> = shown.collect();
    if shown.is_empty() {
        return Html::default();
    }
    html! {
        <div data-testid="loop-threads">
            <dt>{ words.threads }</dt>
            <dd>{ shown }{ more(workers(timeline, upto).count()) }</dd>
        </div>
    }
}

/// What will call the loop next: all of this runs inside a callback of the browser's own event loop.
fn browser_does(timeline: &Timeline, view: &LoopView, upto: u64, words: &'static Words) -> String {
    match view.phase {
        Phase::Turning => words.browser_runs.into(),
        Phase::Idle { until: Some(until) } => (words.browser_timer)(until),
        Phase::Idle { until: None } if workers(timeline, upto).any(|lane| !matches!(work(lane, upto), Work::Idle)) => {
            words.browser_thread.into()
        }
        Phase::Idle { until: None } => words.browser_never.into(),
        Phase::Unstarted | Phase::Stopped | Phase::Closed => words.browser_nothing.into(),
    }
}

fn more(count: usize) -> Html {
    if count > SHOWN {
        html! { <span class="more">{ format!("+{}", count - SHOWN) }</span> }
    } else {
        Html::default()
    }
}

fn show_running(timeline: &Timeline, view: &LoopView, text: &'static Text) -> Html {
    if let Some(task) = view.current_task() {
        return pill(Some(task), view.running, name_of(timeline, task), "running");
    }
    if let Some(handle) = view.running {
        let (task, label) = describe(timeline, handle);
        return pill(task, Some(handle), label, "running");
    }
    let words = match view.phase {
        Phase::Idle { until: Some(until) } => (text.loop_asleep_until)(until),
        Phase::Idle { until: None } => text.loop_asleep.into(),
        Phase::Turning => text.loop_nobody.into(),
        Phase::Unstarted | Phase::Stopped | Phase::Closed => text.loop_not_running.into(),
    };
    let asleep = matches!(view.phase, Phase::Idle { .. }).then_some("asleep");
    html! { <span class={classes!("none", asleep)}>{ words }</span> }
}

fn show_timer(timeline: &Timeline, upto: u64, when: Nanos, id: HandleId) -> Html {
    let handle = timeline.handle(id);
    let since = handle.map_or(Nanos::ZERO, |handle| timeline.time(handle.seq + 1));
    let task = handle.and_then(|handle| handle.task).or_else(|| sleeper(timeline, upto, when, id));
    let what = handle.map(|handle| handle.callback.clone()).unwrap_or_default();
    html! { <Timer key={id.0} {task} handle={id} {since} {when} {what} /> }
}

/// The task that sleeps until then: the timer of `asyncio.sleep` belongs to a future, and only the future to the task.
/// Several that are due at once are told apart by their order.
fn sleeper(timeline: &Timeline, upto: u64, when: Nanos, id: HandleId) -> Option<TaskId> {
    let mut sleepers: Vec<(u64, TaskId)> = timeline
        .lanes()
        .iter()
        .filter_map(|lane| {
            let slice = lane.slice_at(upto)?;
            match &slice.state {
                SliceState::Suspended { on: WaitingOn::Sleep { until, .. }, .. } if *until == when => {
                    Some((slice.seq, lane.actor.task()?))
                }
                _ => None,
            }
        })
        .collect();
    sleepers.sort_unstable();
    let view = timeline.at(upto);
    let place = view.timers.iter().filter(|(due, _)| *due == when).position(|(_, other)| *other == id)?;
    sleepers.get(place).map(|(_, task)| *task)
}

/// The name under which a pill is found again in its next place.
fn traveller(task: Option<TaskId>, handle: Option<HandleId>) -> Option<String> {
    task.map(|task| task.to_string()).or_else(|| Some(format!("h{}", handle?.0)))
}

fn describe(timeline: &Timeline, id: HandleId) -> (Option<TaskId>, AttrValue) {
    match timeline.handle(id) {
        Some(handle) => match handle.task {
            Some(task) => (Some(task), name_of(timeline, task)),
            None => (None, handle.callback.clone().into()),
        },
        None => (None, format!("#{}", id.0).into()),
    }
}

fn name_of(timeline: &Timeline, task: TaskId) -> AttrValue {
    timeline.lane(Actor::Task(task)).map_or_else(String::new, |lane| short_name(&lane.function).to_owned()).into()
}

/// A handle; `kind` is `running` or `ready`.
fn pill(task: Option<TaskId>, handle: Option<HandleId>, label: AttrValue, kind: &'static str) -> Html {
    let key = handle.map_or(0, |handle| handle.0);
    let hue = Hue::of(task.map_or(Actor::Main, Actor::Task)).attribute();
    html! {
        <span {key} class="pill" data-hue={hue} data-state={kind} data-task={task.map(|task| task.to_string())} data-travel={traveller(task, handle)} data-tip={label.clone()}>
            if let Some(task) = task {
                <b>{ task.to_string() }</b>
            }
            <span class="label">{ label }</span>
        </span>
    }
}

#[derive(PartialEq, Properties)]
struct TimerProps {
    task: Option<TaskId>,
    handle: HandleId,
    since: Nanos,
    when: Nanos,
    what: AttrValue,
}

/// A timer with a ring that fills up as the clock goes.
#[component]
fn Timer(props: &TimerProps) -> Html {
    let ring = use_node_ref();
    let left = use_node_ref();
    use_custom_properties(&ring, [("--start", props.since.as_secs_f64()), ("--end", props.when.as_secs_f64())]);
    let hue = Hue::of(props.task.map_or(Actor::Main, Actor::Task)).attribute();
    html! {
        <span class="pill" data-hue={hue} data-state="timer" data-task={props.task.map(|task| task.to_string())} data-travel={traveller(props.task, Some(props.handle))} data-tip={props.what.clone()}>
            <i class="ring" ref={ring} aria-hidden="true"></i>
            if let Some(task) = props.task {
                <b>{ task.to_string() }</b>
            }
            <span class="label">{ moment(props.when) }<span class="left" ref={left} data-when={props.when.0.to_string()}></span></span>
        </span>
    }
}
