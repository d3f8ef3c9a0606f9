//! One lane: its name, and its slices.

use std::rc::Rc;

use yew::prelude::*;

use crate::trace::event::{Actor, Nanos, Outcome, WaitingOn};
use crate::trace::lane::{Lane, MarkKind, Slice, SliceState};
use crate::ui::context::use_page;
use crate::ui::hue::{Hue, short_name};
use crate::ui::state::{Action, Selected};
use crate::ui::style::use_custom_properties;
use crate::ui::text::{Text, label, moment, span};

#[derive(PartialEq, Properties)]
pub struct LaneRowProps {
    pub lane: Rc<Lane>,
    /// The event that began the selected slice, if it is in this lane.
    pub selected: Option<u64>,
    /// Slices shorter than this are drawn together. Zero draws every slice.
    pub grain: Nanos,
}

#[component]
pub fn LaneRow(props: &LaneRowProps) -> Html {
    let page = use_page();
    let text = page.text();
    let lane = &props.lane;
    let is_loop = lane.actor == Actor::Main;
    let outcome = lane.end.as_ref().map(|end| match end.outcome {
        Outcome::Returned { .. } => "returned",
        Outcome::Raised { .. } => "raised",
        Outcome::Cancelled { .. } => "cancelled",
    });
    let shown_name = if is_loop { text.lane_loop.to_owned() } else { format!("{} {}", lane.actor, lane.function) };
    html! {
        <div
            class={classes!("lane", is_loop.then_some("loop-lane"))}
            role="group"
            aria-label={shown_name.clone()}
            data-testid={if is_loop { "loop-lane" } else { "lane" }}
            data-task={lane.actor.to_string()}
            data-name={lane.name.clone()}
            data-outcome={outcome}
            data-depth={lane.depth.min(8).to_string()}
            data-hue={Hue::of(lane.actor).attribute()}
        >
            <div class="name" title={format!("{shown_name} {}", lane.name)}>
                if is_loop {
                    <span class="function">{ text.lane_loop }</span>
                } else {
                    <b>{ lane.actor.to_string() }</b>
                    <span class="function">{ short_name(&lane.function).to_owned() }</span>
                    if is_named(lane) {
                        <small>{ format!("“{}”", lane.name) }</small>
                    }
                }
                if let Some(end) = &lane.end {
                    { show_outcome(&end.outcome, text) }
                }
            </div>
            <div class="track">
                for slice in drawn(lane, props.grain) {
                    <SliceBar
                        key={slice.seq}
                        actor={lane.actor}
                        slice={slice.clone()}
                        selected={props.selected == Some(slice.seq)}
                    />
                }
                for mark in lane.marks.iter().filter(|mark| is_shown(&mark.kind)).take(MARKS) {
                    <MarkSign key={mark.seq} at={mark.at} kind={mark.kind.as_str()} />
                }
            </div>
        </div>
    }
}

/// Marks drawn in a lane.
const MARKS: usize = 200;

/// A name that the program gave, not the one that asyncio makes up.
fn is_named(lane: &Lane) -> bool {
    !lane.name.is_empty() && !lane.name.starts_with("Task-") && lane.name != lane.function
}

fn is_shown(kind: &MarkKind) -> bool {
    matches!(
        kind,
        MarkKind::ExceptionRaised { .. }
            | MarkKind::CancelRequested { .. }
            | MarkKind::CancelDelivered
            | MarkKind::Warning { .. }
    )
}

fn show_outcome(outcome: &Outcome, text: &'static Text) -> Html {
    let sign = match outcome {
        Outcome::Returned { .. } => "✓",
        Outcome::Raised { .. } => "✕",
        Outcome::Cancelled { .. } => "⊘",
    };
    let words = (text.outcome)(outcome).replace('`', "");
    html! { <span class="outcome" role="img" aria-label={words.clone()} title={words}>{ sign }</span> }
}

/// The slices to draw. Neighbours that are shorter than the grain become one running slice: how many there are is bounded
/// by the axis, and so is the time that this takes.
fn drawn(lane: &Lane, grain: Nanos) -> Vec<Slice> {
    let slices = &lane.slices;
    let is_long = |slice: &Slice| slice.end.is_none_or(|end| end.saturating_sub(slice.start) >= grain);
    let mut drawn: Vec<Slice> = Vec::new();
    let mut index = 0;
    while let Some(slice) = slices.get(index) {
        index += 1;
        if is_long(slice) {
            drawn.push(slice.clone());
            continue;
        }
        let until = slice.start.saturating_add(grain);
        let mut past = slices.partition_point(|later| later.start < until).max(index);
        // Only the last that begins within the grain can be long.
        if past > index && is_long(&slices[past - 1]) {
            past -= 1;
        }
        let state = if past > index { SliceState::Running } else { slice.state.clone() };
        drawn.push(Slice { state, end: slices[past - 1].end, ..slice.clone() });
        index = past;
    }
    drawn
}

#[derive(PartialEq, Properties)]
struct SliceBarProps {
    actor: Actor,
    slice: Slice,
    selected: bool,
}

#[component]
fn SliceBar(props: &SliceBarProps) -> Html {
    let page = use_page();
    let text = page.text();
    let slice = &props.slice;
    let bar = use_node_ref();
    let ghost = use_node_ref();
    let (start, end) = (slice.start.as_secs_f64(), slice.end.map_or(-1.0, Nanos::as_secs_f64));
    use_custom_properties(&bar, [("--start", start), ("--end", end)]);
    let planned = match &slice.state {
        SliceState::Suspended { on: WaitingOn::Sleep { until, .. }, .. } if slice.end.is_none() => Some(*until),
        _ => None,
    };
    use_custom_properties(&ghost, [("--start", start), ("--end", planned.map_or(0.0, Nanos::as_secs_f64))]);
    let on = match &slice.state {
        SliceState::Suspended { on, .. } => Some(label(on)),
        _ => None,
    };
    let words = match &slice.state {
        SliceState::Suspended { .. } => on.clone(),
        SliceState::Blocking { what } => Some(what.clone()),
        _ => None,
    };
    let is_loop_idle = matches!(slice.state, SliceState::Idle { .. });
    let onclick = {
        let (dispatch, actor, seq) = (page.dispatch.clone(), props.actor, slice.seq);
        move |_| dispatch.emit(Action::Select(Some(Selected { actor, seq })))
    };
    html! {
        <>
            if planned.is_some() {
                <span class="ghost" ref={ghost} aria-hidden="true"></span>
            }
            <span
                ref={bar}
                class="slice"
                id={slice_id(props.actor, slice.seq)}
                role="option"
                aria-selected={if props.selected { "true" } else { "false" }}
                aria-hidden={is_loop_idle.then_some("true")}
                aria-label={accessible_name(props.actor, slice, text)}
                data-testid="slice"
                data-state={slice.state.as_str()}
                data-start={slice.start.0.to_string()}
                // While it lasts, `clock` moves it on.
                data-end={slice.end.unwrap_or(slice.start).0.to_string()}
                data-open={slice.end.is_none().then_some("")}
                data-line={slice.line.map(|line| line.to_string())}
                data-on={on.clone()}
                title={words.clone().map(|words| tip(&words, slice))}
                {onclick}
            >
                if let Some(words) = words {
                    <span class="label">{ words }</span>
                }
            </span>
        </>
    }
}

fn tip(words: &str, slice: &Slice) -> String {
    match slice.end {
        Some(end) => {
            format!("{words} · {} → {} s · {}", moment(slice.start), moment(end), span(end.saturating_sub(slice.start)))
        }
        None => format!("{words} · {} s →", moment(slice.start)),
    }
}

pub fn slice_id(actor: Actor, seq: u64) -> String {
    format!("slice-{actor}-{seq}")
}

fn accessible_name(actor: Actor, slice: &Slice, text: &Text) -> String {
    let state = match slice.state {
        SliceState::Running => text.legend_running,
        SliceState::Ready { .. } => text.legend_ready,
        SliceState::Suspended { .. } => text.legend_suspended,
        SliceState::Blocking { .. } => text.legend_blocking,
        SliceState::Idle { .. } => return String::new(),
    };
    let who = if actor == Actor::Main { text.lane_loop.to_owned() } else { actor.to_string() };
    let span = match slice.end {
        Some(end) => (text.slice_span)(slice.start, end),
        None => format!("{} s", moment(slice.start)),
    };
    match &slice.state {
        SliceState::Suspended { on, .. } => format!("{who} {state} {} {span}", label(on)),
        _ => format!("{who} {state} {span}"),
    }
}

#[derive(PartialEq, Properties)]
struct MarkSignProps {
    at: Nanos,
    kind: &'static str,
}

#[component]
fn MarkSign(props: &MarkSignProps) -> Html {
    let sign = use_node_ref();
    use_custom_properties(&sign, [("--start", props.at.as_secs_f64())]);
    html! { <i class="mark" ref={sign} data-mark={props.kind} aria-hidden="true"></i> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::event::{Event, EventKind, TaskId};
    use crate::trace::timeline::Timeline;

    /// A task that gives way `turns` times, a microsecond a step, and then sleeps for a second.
    fn lane(turns: u64) -> Rc<Lane> {
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
        timeline.lane(actor).expect("it was created").clone()
    }

    #[test]
    fn without_a_grain_every_slice_is_drawn() {
        let lane = lane(10);
        assert_eq!(drawn(&lane, Nanos::ZERO).len(), lane.slices.len());
    }

    #[test]
    fn short_slices_become_one_and_long_ones_stay() {
        let lane = lane(10_000);
        let drawn = drawn(&lane, Nanos(1_000_000));
        assert!(drawn.len() < 50, "{}", drawn.len());
        let sleep = drawn.iter().find(|slice| matches!(slice.state, SliceState::Suspended { .. })).unwrap();
        assert_eq!(sleep.end.unwrap().0 - sleep.start.0, Nanos::SECOND.0 - 1);
        for pair in drawn.windows(2) {
            assert_eq!(pair[0].end, Some(pair[1].start));
        }
    }
}
