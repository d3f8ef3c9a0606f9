//! The event loop at a moment: who runs, who is ready and in which order, and which timers are set.

use std::rc::Rc;

use yew::prelude::*;

use super::context::use_page;
use super::hue::{Hue, short_name};
use super::style::use_custom_properties;
use super::text::{Text, moment};
use crate::trace::event::{Actor, HandleId, Nanos, TaskId, WaitingOn};
use crate::trace::lane::SliceState;
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
    let timeline = &props.timeline;
    let view = timeline.at(props.upto);
    let ready = view.ready.iter().take(SHOWN).map(|&id| {
        let (task, label) = describe(timeline, id);
        html! { <Pill key={id.0} {task} {label} kind="ready" /> }
    });
    html! {
        <section class="loop" data-testid="loop" aria-label={text.event_loop}>
            <h2>
                { text.event_loop }
                if view.turn > 0 {
                    <span class="turn">{ (text.turn)(view.turn) }</span>
                }
            </h2>
            <div class="boxes">
                <div class="box" data-testid="loop-running">
                    <h3>{ text.loop_running }</h3>
                    { show_running(timeline, &view, text) }
                </div>
                <div class="box" data-testid="loop-ready">
                    <h3>{ text.loop_ready }</h3>
                    if view.ready.is_empty() {
                        <span class="none">{ text.loop_nobody }</span>
                    }
                    for pill in ready {
                        { pill }
                    }
                    { more(view.ready.len()) }
                </div>
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
            </div>
        </section>
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
        return html! { <Pill task={Some(task)} label={name_of(timeline, task)} kind="running" /> };
    }
    if let Some(handle) = view.running {
        let (task, label) = describe(timeline, handle);
        return html! { <Pill {task} {label} kind="running" /> };
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
    html! { <Timer key={id.0} {task} {since} {when} {what} /> }
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

#[derive(PartialEq, Properties)]
struct PillProps {
    task: Option<TaskId>,
    label: AttrValue,
    /// `running` or `ready`.
    kind: &'static str,
}

#[component]
fn Pill(props: &PillProps) -> Html {
    let hue = Hue::of(props.task.map_or(Actor::Main, Actor::Task)).attribute();
    html! {
        <span class="pill" data-hue={hue} data-state={props.kind} title={props.label.clone()}>
            if let Some(task) = props.task {
                <b>{ task.to_string() }</b>
            }
            <span class="label">{ props.label.clone() }</span>
        </span>
    }
}

#[derive(PartialEq, Properties)]
struct TimerProps {
    task: Option<TaskId>,
    since: Nanos,
    when: Nanos,
    what: AttrValue,
}

/// A timer with a ring that fills up as the clock goes.
#[component]
fn Timer(props: &TimerProps) -> Html {
    let ring = use_node_ref();
    use_custom_properties(&ring, [("--start", props.since.as_secs_f64()), ("--end", props.when.as_secs_f64())]);
    let hue = Hue::of(props.task.map_or(Actor::Main, Actor::Task)).attribute();
    html! {
        <span class="pill" data-hue={hue} data-state="timer" title={props.what.clone()}>
            <i class="ring" ref={ring} aria-hidden="true"></i>
            if let Some(task) = props.task {
                <b>{ task.to_string() }</b>
            }
            <span class="label">{ moment(props.when) }</span>
        </span>
    }
}
