//! The timeline: an axis of program time, a lane for the loop, one for each task and worker thread.
//!
//! Slices set `--start` and `--end` in seconds, the whole sets `--span`, and `clock` sets `--clock` and `--head`; CSS puts
//! them together. So a
//! clock that moves or an axis that grows renders no lane again.

mod axis;
mod details;
mod lane_row;
mod wakes;

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use self::details::Details;
use self::lane_row::{LaneRow, slice_id};
use self::wakes::{WakeArrow, wakes};
use super::context::use_page;
use super::state::{Action, Selected};
use super::style::use_custom_properties;
use crate::browser::driver::RunState;
use crate::browser::pace::Clock;
use crate::trace::event::{Actor, Nanos, WaitingOn};
use crate::trace::lane::{Lane, SliceState};
use crate::trace::timeline::{Band, Timeline};

/// Lanes that are drawn; a number says how many more there are.
const LANES: usize = 300;

/// With more slices than this in all, those under a pixel are drawn together.
const SLICES: usize = 1_500;

#[derive(PartialEq, Properties)]
pub struct TimelineViewProps {
    pub timeline: Rc<Timeline>,
    pub run: RunState,
    pub clock: Clock,
    /// Whether something earlier than the newest is looked at.
    pub scrubbing: bool,
    pub selected: Option<Selected>,
}

/// How long the axis is: to the end of a finished run; while it goes on, to a round time after the next timers.
fn axis_span(timeline: &Timeline, run: RunState, clock: Clock) -> Nanos {
    let end = timeline.end().max(newest(clock));
    if !run.is_live() {
        return end.max(Nanos(1_000));
    }
    let sleeping = timeline.lanes().iter().filter_map(|lane| match &lane.slices.last()?.state {
        SliceState::Suspended { on: WaitingOn::Sleep { until, .. }, .. } if lane.end.is_none() => Some(*until),
        _ => None,
    });
    // A timer that is hours away must not press everything else together.
    let far = Nanos(end.0.saturating_mul(20).max(20 * Nanos::SECOND.0));
    axis::round_up(sleeping.filter(|until| *until <= far).fold(end, Nanos::max))
}

/// The program time that the clock is known to reach without a further report.
fn newest(clock: Clock) -> Nanos {
    match clock {
        Clock::Stands(at) => at,
        Clock::Ticks { program, limit, .. } => program.max(limit),
    }
}

/// A pixel's worth of time, roughly, when there is so much to draw that it matters.
fn grain(timeline: &Timeline, span: Nanos) -> Nanos {
    let slices: usize = timeline.lanes().iter().map(|lane| lane.slices.len()).sum();
    if slices <= SLICES { Nanos::ZERO } else { Nanos((span.0 / 800).next_power_of_two()) }
}

#[component]
pub fn TimelineView(props: &TimelineViewProps) -> Html {
    let page = use_page();
    let text = page.text();
    let timeline = &props.timeline;
    let root = use_node_ref();
    let lanes_node = use_node_ref();
    let span = axis_span(timeline, props.run, props.clock);
    use_custom_properties(&root, [("--span", span.as_secs_f64())]);
    use_effect_with(props.selected, |selected| {
        if let Some(selected) = selected {
            show_slice(*selected);
        }
    });
    let onkeydown = {
        let (dispatch, timeline, selected) = (page.dispatch.clone(), timeline.clone(), props.selected);
        move |event: KeyboardEvent| {
            let Some(action) = key_action(&timeline, selected, &event.key()) else { return };
            event.prevent_default();
            dispatch.emit(action);
        }
    };
    let seek = {
        let dispatch = page.dispatch.clone();
        move |event: MouseEvent| {
            let Some(axis) =
                event.current_target().and_then(|target| wasm_bindgen::JsCast::dyn_into::<Element>(target).ok())
            else {
                return;
            };
            if event.buttons() != 1 {
                return;
            }
            let place = axis.get_bounding_client_rect();
            let share = (f64::from(event.client_x()) - place.left()) / place.width().max(1.0);
            let at = Nanos::from_secs_f64(share.clamp(0.0, 1.0) * span.as_secs_f64());
            dispatch.emit(Action::SeekTime(at));
        }
    };
    let order = timeline.tree();
    let grain = grain(timeline, span);
    let wakes = if grain == Nanos::ZERO { wakes(timeline, &order[..order.len().min(LANES)]) } else { Vec::new() };
    let ticks = if timeline.is_empty() { Vec::new() } else { axis::ticks(span) };
    let selected_lane =
        props.selected.and_then(|selected| Some((timeline.lane(selected.actor)?.clone(), selected.seq)));
    html! {
        <section class="timeline" aria-label={text.timeline} data-scrubbing={props.scrubbing.then_some("")} data-live={props.run.is_live().then_some("")} ref={root}>
            <div class="axis">
                <div class="legend" aria-hidden="true">
                    for (state, word) in [
                        ("running", text.legend_running),
                        ("ready", text.legend_ready),
                        ("suspended", text.legend_suspended),
                        ("blocking", text.legend_blocking),
                    ] {
                        <span><i class="swatch" data-state={state}></i>{ word }</span>
                    }
                </div>
                <div class="ticks" aria-hidden="true" onmousedown={seek.clone()} onmousemove={seek}>
                    for (index, tick) in ticks.iter().enumerate() {
                        <TickMark
                            key={tick.at.0}
                            at={tick.at}
                            label={tick.label.clone()}
                            place={place(tick.at, span, index)}
                        />
                    }
                </div>
            </div>
            <div
                class="lanes"
                data-testid="timeline"
                data-span={span.0.to_string()}
                role="listbox"
                tabindex="0"
                aria-label={text.timeline}
                aria-activedescendant={props.selected.map(|selected| slice_id(selected.actor, selected.seq))}
                ref={lanes_node}
                {onkeydown}
            >
                if order.len() <= 1 {
                    <p class="empty" role="presentation">{ match props.run {
                        RunState::Idle => text.timeline_empty,
                        RunState::Running | RunState::Paused => text.tasks_empty,
                        RunState::Done | RunState::Failed | RunState::Stopped => text.timeline_no_task,
                    } }</p>
                }
                <div class="under" aria-hidden="true">
                    for tick in &ticks {
                        <GridLine key={tick.at.0} at={tick.at} />
                    }
                    for band in timeline.bands() {
                        <BandBar key={band.seq} band={band.clone()} />
                    }
                </div>
                for &index in order.iter().take(LANES) {
                    { show_lane(&timeline.lanes()[index], props.selected, grain) }
                }
                if order.len() > LANES {
                    <p class="empty" role="presentation">{ format!("+{}", order.len() - LANES) }</p>
                }
                if !timeline.is_empty() {
                    <div class="over" aria-hidden="true">
                        for wake in wakes {
                            <WakeArrow
                                key={wake.seq}
                                selected={props.selected.is_some_and(|selected| selected.seq == wake.seq)}
                                wake={wake.clone()}
                            />
                        }
                        if props.run.is_live() || props.scrubbing {
                            <i class="veil"></i>
                            <i class="playhead"></i>
                        }
                    </div>
                }
            </div>
            if let Some((lane, seq)) = selected_lane {
                <Details {lane} {seq} clock={newest(props.clock)} />
            }
        </section>
    }
}

fn show_lane(lane: &Rc<Lane>, selected: Option<Selected>, grain: Nanos) -> Html {
    let selected = selected.filter(|selected| selected.actor == lane.actor).map(|selected| selected.seq);
    html! { <LaneRow key={lane.actor.to_string()} lane={lane.clone()} {selected} {grain} /> }
}

/// The slice that an arrow key goes to.
fn key_action(timeline: &Timeline, selected: Option<Selected>, key: &str) -> Option<Action> {
    if key == "Escape" {
        return selected.map(|_| Action::Select(None));
    }
    if !matches!(key, "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End") {
        return None;
    }
    let order = timeline.tree();
    let can_select = |lane: &Lane, index: usize| !matches!(lane.slices[index].state, SliceState::Idle { .. });
    let select = |lane: &Lane, index: usize| {
        Some(Action::Select(Some(Selected { actor: lane.actor, seq: lane.slices.get(index)?.seq })))
    };
    let Some(selected) = selected else {
        let lane = &timeline.lanes()[*order.iter().find(|&&index| timeline.lanes()[index].actor != Actor::Main)?];
        return select(lane, 0);
    };
    let row = order.iter().position(|&index| timeline.lanes()[index].actor == selected.actor)?;
    let lane = &timeline.lanes()[order[row]];
    let index = lane.slices.partition_point(|slice| slice.seq < selected.seq);
    match key {
        "ArrowLeft" => select(lane, (0..index).rev().find(|&index| can_select(lane, index))?),
        "ArrowRight" => select(lane, (index + 1..lane.slices.len()).find(|&index| can_select(lane, index))?),
        "Home" => select(lane, (0..lane.slices.len()).find(|&index| can_select(lane, index))?),
        "End" => select(lane, (0..lane.slices.len()).rev().find(|&index| can_select(lane, index))?),
        _ => {
            let row = if key == "ArrowUp" { row.checked_sub(1)? } else { row + 1 };
            let other = &timeline.lanes()[*order.get(row)?];
            let at = lane.slices.get(index)?.start;
            let near = other.slice_index_at_time(at).unwrap_or(0);
            let near = (0..other.slices.len())
                .filter(|&index| can_select(other, index))
                .min_by_key(|&index| index.abs_diff(near))?;
            select(other, near)
        }
    }
}

/// Brings a slice's lane into view, without moving anything but the lanes.
fn show_slice(selected: Selected) {
    let document = web_sys::window().and_then(|window| window.document());
    let slice = document.and_then(|document| document.get_element_by_id(&slice_id(selected.actor, selected.seq)));
    let Some(slice) = slice else { return };
    let (Ok(Some(lanes)), Ok(Some(lane))) = (slice.closest(".lanes"), slice.closest(".lane")) else { return };
    let (outer, inner) = (lanes.get_bounding_client_rect(), lane.get_bounding_client_rect());
    let by = if inner.top() < outer.top() {
        inner.top() - outer.top()
    } else if inner.bottom() > outer.bottom() {
        inner.bottom() - outer.bottom()
    } else {
        return;
    };
    lanes.set_scroll_top(lanes.scroll_top() + by as i32);
}

#[derive(PartialEq, Properties)]
struct TickMarkProps {
    at: Nanos,
    label: AttrValue,
    place: &'static str,
}

/// Labels at the ends must not stick out; every other one can be left out where it is narrow.
fn place(at: Nanos, span: Nanos, index: usize) -> &'static str {
    match index {
        0 => "first",
        _ if at.0 > span.0 / 100 * 96 => "last",
        _ if index % 2 == 1 => "odd",
        _ => "",
    }
}

#[component]
fn TickMark(props: &TickMarkProps) -> Html {
    let node = use_node_ref();
    use_custom_properties(&node, [("--start", props.at.as_secs_f64())]);
    html! { <span ref={node} class={props.place}>{ props.label.clone() }</span> }
}

#[derive(PartialEq, Properties)]
struct GridLineProps {
    at: Nanos,
}

#[component]
fn GridLine(props: &GridLineProps) -> Html {
    let node = use_node_ref();
    use_custom_properties(&node, [("--start", props.at.as_secs_f64())]);
    html! { <i ref={node} class="grid-line"></i> }
}

#[derive(PartialEq, Properties)]
struct BandBarProps {
    band: Band,
}

#[component]
fn BandBar(props: &BandBarProps) -> Html {
    let node = use_node_ref();
    let band = &props.band;
    use_custom_properties(&node, [("--start", band.start.as_secs_f64()), ("--end", band.end.as_secs_f64())]);
    html! {
        <i ref={node} class="band" data-testid="band" data-start={band.start.0.to_string()} data-end={band.end.0.to_string()}>
        </i>
    }
}
