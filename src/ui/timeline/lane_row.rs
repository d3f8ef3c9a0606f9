//! One lane: its name, and a track with its slices and marks.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::axis::Axis;
use super::drawn::{self, Bar, Frame, Sign};
use super::pane::{Item, use_pane};
use crate::trace::event::{Actor, Nanos, Outcome, WaitingOn, Waker};
use crate::trace::lane::{Lane, ReadyBy, Slice, SliceState};
use crate::trace::timeline::{ColumnKind, Timeline};
use crate::ui::context::use_page;
use crate::ui::hue::{Hue, short_name};
use crate::ui::state::Selected;
use crate::ui::text::{Text, label, moment, span};

/// What of the timeline a lane is drawn with.
#[derive(Clone, PartialEq)]
pub struct Stage {
    pub frame: Frame,
    /// For the axis of turns, whose places depend on the whole run; empty for the axis of time.
    pub turns: Rc<Timeline>,
    /// Where the newest moment lies: the end of what lasts.
    pub newest: Rc<Cell<f64>>,
}

#[derive(PartialEq, Properties)]
pub struct LaneRowProps {
    pub lane: Rc<Lane>,
    pub stage: Stage,
    /// The event that began the selected slice, if it is in this lane.
    pub selected: Option<u64>,
    /// What the lane does at the moment that is looked at, in the words of `data-state`, or how it has ended; empty before
    /// its beginning.
    pub now: &'static str,
    /// What stands beside the name.
    #[prop_or_default]
    pub note: AttrValue,
    /// For the loop's lane: the run, whose steps it shows.
    #[prop_or_default]
    pub run: Option<Rc<Timeline>>,
}

pub fn outcome_word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Returned { .. } => "returned",
        Outcome::Raised { .. } => "raised",
        Outcome::Cancelled { .. } => "cancelled",
    }
}

#[component]
pub fn LaneRow(props: &LaneRowProps) -> Html {
    let page = use_page();
    let text = page.text();
    let lane = &props.lane;
    let is_loop = lane.actor == Actor::Main;
    let mut name = if is_loop { text.lane_loop.to_owned() } else { format!("{} {}", lane.actor, lane.function) };
    if is_named(lane) {
        name += &format!(" “{}”", lane.name);
    }
    let outcome = lane.end.as_ref().map(|end| (&end.outcome, (text.outcome)(&end.outcome).replace('`', "")));
    if let Some((_, words)) = &outcome {
        name += &format!("\n{words}");
    }
    html! {
        <div
            class={classes!("lane", is_loop.then_some("loop-lane"))}
            role="group"
            aria-label={name.clone()}
            data-testid={if is_loop { "loop-lane" } else { "lane" }}
            data-task={lane.actor.to_string()}
            data-name={lane.name.clone()}
            data-outcome={lane.end.as_ref().map(|end| outcome_word(&end.outcome))}
            data-now={props.now}
            data-depth={lane.depth.min(8).to_string()}
            data-hue={Hue::of(lane.actor).attribute()}
        >
            <div class="name" aria-hidden="true" data-tip={name}>
                <i class="dot" aria-hidden="true"></i>
                if is_loop {
                    <span class="function">{ text.lane_loop }</span>
                } else {
                    <b>{ lane.actor.to_string() }</b>
                    <span class="function">{ short_name(&lane.function).to_owned() }</span>
                    if is_named(lane) {
                        <small>{ format!("“{}”", lane.name) }</small>
                    }
                }
                if !props.note.is_empty() {
                    <small class="note-text">{ props.note.clone() }</small>
                }
                if let Some((outcome, _)) = outcome {
                    <span class="outcome">{ sign_of(outcome) }</span>
                }
            </div>
            <Track lane={lane.clone()} stage={props.stage.clone()} selected={props.selected} run={props.run.clone()} />
        </div>
    }
}

/// A name that the program gave, not the one that asyncio makes up.
fn is_named(lane: &Lane) -> bool {
    !lane.name.is_empty() && !lane.name.starts_with("Task-") && lane.name != lane.function
}

fn sign_of(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Returned { .. } => "✓",
        Outcome::Raised { .. } => "✕",
        Outcome::Cancelled { .. } => "⊘",
    }
}

#[derive(PartialEq, Properties)]
struct TrackProps {
    lane: Rc<Lane>,
    stage: Stage,
    selected: Option<u64>,
    run: Option<Rc<Timeline>>,
}

/// Marks in a lane.
const MARKS: usize = 40;

#[component]
fn Track(props: &TrackProps) -> Html {
    let page = use_page();
    let text = page.text();
    let TrackProps { lane, stage, .. } = props;
    let Stage { frame, turns, newest } = stage;
    let mut items = Vec::new();
    for bar in drawn::bars(frame, turns, lane) {
        let slice = &lane.slices[bar.index];
        // What begins with the same event has no length.
        if items.last().is_some_and(|last: &Item| last.key == 4 * slice.seq + 1) {
            items.pop();
        }
        let until = match &slice.state {
            SliceState::Suspended { on: WaitingOn::Sleep { until, .. }, .. } if slice.end.is_none() => Some(*until),
            _ => None,
        };
        if let Some(until) = until.filter(|_| frame.axis == Axis::Time) {
            let node = html! { <span key={4 * slice.seq} class="ghost" aria-hidden="true"></span> };
            let end = until.as_secs_f64();
            items.push(Item::new(4 * slice.seq, bar.start, Some(end), node));
        }
        let lasts = bar.end.is_none() || matches!(slice.state, SliceState::Blocking { .. });
        items.push(Item {
            key: 4 * slice.seq + 1,
            start: bar.start,
            end: Some(bar.end.unwrap_or(newest.get())),
            lasts,
            also: Vec::new(),
            node: show_bar(lane, slice, &bar, stage, props.selected, lasts, text),
        });
    }
    if let Some(run) = &props.run {
        steps(frame, run, &mut items);
    }
    for (seq, start, end) in drawn::cleanups(frame, turns, lane) {
        let node = html! { <i key={4 * seq + 2} class="cleanup" data-tip={text.mark_cleanup} aria-hidden="true"></i> };
        items.push(Item::new(4 * seq + 2, start, Some(end.unwrap_or(newest.get())), node));
    }
    for sign in drawn::signs(frame, turns, lane, MARKS.min(frame.most / 2).max(6)) {
        let key = 4 * sign.mark.seq + 3;
        items.push(Item::new(key, sign.place, None, show_sign(&sign, text)));
    }
    let pane = use_pane(items, *frame, newest.get());
    html! { <div class="track">{ pane }</div> }
}

/// Pixels that a label needs at least.
const LABEL: f64 = 26.0;
/// From this width on a slice keeps its label in view when its beginning is not.
const LONG: f64 = 180.0;

fn show_bar(
    lane: &Lane,
    slice: &Slice,
    bar: &Bar,
    stage: &Stage,
    selected: Option<u64>,
    lasts: bool,
    text: &Text,
) -> Html {
    let key = 4 * slice.seq + 1;
    let id = slice_id(lane.actor, slice.seq);
    if bar.count > 1 {
        // In four steps, so that a style sheet can draw it.
        let share = (bar.share * 4.0).ceil().min(4.0) as u32;
        return html! {
            <span key={key} class="slice" {id} data-testid="slices" data-state="several" data-count={bar.count.to_string()}
                data-running={share.to_string()} data-tip={(text.several)(bar.count)} aria-hidden="true"></span>
        };
    }
    let on = match &slice.state {
        SliceState::Suspended { on, .. } => Some(label(on)),
        _ => None,
    };
    let (words, woken_by) = match &slice.state {
        SliceState::Suspended { on: reason, woken_by, .. } => {
            let mut words = on.clone().unwrap_or_default();
            if !matches!(reason, WaitingOn::Sleep { .. })
                && let Some(end) = slice.end
            {
                words += &format!(" · {}", span(end.saturating_sub(slice.start)));
            }
            (Some(words), woken_by.as_ref().map(waker_word))
        }
        SliceState::Ready { by: ReadyBy::Woken(by) } => (None, Some(waker_word(by))),
        SliceState::Blocking { what } => (Some(what.clone()), None),
        SliceState::Idle { .. } if stage.frame.axis == Axis::Turns => {
            (slice.end.map(|end| format!("☾ {}", span(end.saturating_sub(slice.start)))), None)
        }
        _ => (None, None),
    };
    let is_idle = matches!(slice.state, SliceState::Idle { .. });
    let width = (bar.end.unwrap_or(f64::INFINITY) - bar.start) / stage.frame.window.pixel();
    // Whoever sees the label and says it must be understood.
    let name = accessible_name(lane.actor, slice, words.as_deref(), text);
    let words = words.filter(|_| width >= LABEL);
    html! {
        <span
            key={key}
            class="slice"
            {id}
            role={(!is_idle).then_some("option")}
            aria-selected={(!is_idle).then_some(if selected == Some(slice.seq) { "true" } else { "false" })}
            aria-hidden={is_idle.then_some("true")}
            aria-label={name}
            data-testid="slice"
            data-state={slice.state.as_str()}
            data-start={slice.start.0.to_string()}
            // While it lasts, `clock` moves it on.
            data-end={slice.end.unwrap_or(slice.start).0.to_string()}
            data-open={slice.end.is_none().then_some("")}
            data-clock={lasts.then_some("")}
            data-long={(width >= LONG && words.is_some()).then_some("")}
            data-line={slice.line.map(|line| line.to_string())}
            data-on={on}
            data-woken-by={woken_by}
            data-late={lateness(slice).map(|late| late.0.to_string())}
            data-tip={tip(slice, text)}
        >
            if let Some(words) = words {
                <span class="label">{ words }</span>
            }
        </span>
    }
}

/// Steps that the loop's lane shows at most.
const STEPS: usize = 240;

/// In the loop's lane: who runs.
fn steps(frame: &Frame, run: &Timeline, items: &mut Vec<Item>) {
    let (start, end) = match frame.axis {
        Axis::Time => {
            let moment = |place| run.moment(Nanos::from_secs_f64(place));
            (moment(frame.window.start), moment(frame.window.end))
        }
        Axis::Turns => (run.moment_at_column(frame.window.start), run.moment_at_column(frame.window.end)),
    };
    let columns = run.columns();
    let from = columns.partition_point(|column| column.seq < start).saturating_sub(1);
    let to = columns.partition_point(|column| column.seq <= end);
    let stride = (to - from).div_ceil(4 * STEPS.min(frame.most.saturating_mul(4))).max(1);
    let mut past = f64::NEG_INFINITY;
    for index in (from..to).step_by(stride) {
        let column = &columns[index];
        let ColumnKind::Step(task) = column.kind else { continue };
        let start = frame.axis.place(run, column.at, column.seq);
        if start < past || items.len() > STEPS.min(frame.most.saturating_mul(4)) {
            continue;
        }
        let slice = run.lane(Actor::Task(task)).and_then(|lane| lane.slices.get(lane.slice_index_at(column.seq)?));
        let Some((at, seq)) = slice.and_then(|slice| Some((slice.end?, slice.end_seq?))) else { continue };
        let end = frame.axis.place(run, at, seq);
        past = start + 3.0 * frame.window.pixel();
        let key = 4 * column.seq;
        let hue = Hue::of(Actor::Task(task)).attribute();
        let node = html! {
            <i key={format!("step-{}", column.seq)} class="step-of" data-hue={hue} data-task={task.to_string()} data-tip={task.to_string()} aria-hidden="true"></i>
        };
        items.push(Item::new(key, start, Some(end), node));
    }
}

/// `data-woken-by`.
fn waker_word(by: &Waker) -> String {
    match by {
        Waker::Timer { .. } => "timer".into(),
        Waker::Task { task } => task.to_string(),
        Waker::Callback { .. } => "callback".into(),
        Waker::Executor { worker } => worker.to_string(),
        Waker::Cancellation { by } => format!("cancel {by}"),
        Waker::Turn => "turn".into(),
    }
}

/// How much later than its timer said a sleep ended, when that was not just the loop's own work.
pub fn lateness(slice: &Slice) -> Option<Nanos> {
    let SliceState::Suspended { on: WaitingOn::Sleep { until, .. }, woken_by, .. } = &slice.state else { return None };
    let late = slice.end?.saturating_sub(*until);
    (late.0 >= 1_000_000 && matches!(woken_by, Some(Waker::Timer { .. }))).then_some(late)
}

fn tip(slice: &Slice, text: &Text) -> Option<String> {
    let words = match &slice.state {
        SliceState::Idle { .. } => return None,
        SliceState::Running => text.legend_running.to_owned(),
        SliceState::Ready { .. } => text.legend_ready.to_owned(),
        SliceState::Suspended { on, .. } => label(on),
        SliceState::Blocking { what } => what.clone(),
    };
    Some(match slice.end {
        Some(end) => {
            format!("{words}\n{} → {} s · {}", moment(slice.start), moment(end), span(end.saturating_sub(slice.start)))
        }
        None => format!("{words}\n{} s →", moment(slice.start)),
    })
}

pub fn slice_id(actor: Actor, seq: u64) -> String {
    format!("slice-{actor}-{seq}")
}

/// The slice with that id.
pub fn slice_of_id(id: &str) -> Option<Selected> {
    let (actor, seq) = id.strip_prefix("slice-")?.split_once('-')?;
    let actor = match actor.split_at_checked(1)? {
        ("T", number) => Actor::Task(crate::trace::event::TaskId(number.parse().ok()?)),
        ("W", number) => Actor::Worker(crate::trace::event::WorkerId(number.parse().ok()?)),
        _ => Actor::Main,
    };
    Some(Selected { actor, seq: seq.parse().ok()? })
}

fn accessible_name(actor: Actor, slice: &Slice, label: Option<&str>, text: &Text) -> Option<String> {
    let state = match slice.state {
        SliceState::Running => text.legend_running,
        SliceState::Ready { .. } => text.legend_ready,
        SliceState::Suspended { .. } => text.legend_suspended,
        SliceState::Blocking { .. } => text.legend_blocking,
        SliceState::Idle { .. } => return None,
    };
    let who = if actor == Actor::Main { text.lane_loop.to_owned() } else { actor.to_string() };
    let span = match slice.end {
        Some(end) => (text.slice_span)(slice.start, end),
        None => format!("{} s", moment(slice.start)),
    };
    Some(match label {
        Some(label) => format!("{who} {state} {label} {span}"),
        None => format!("{who} {state} {span}"),
    })
}

fn show_sign(sign: &Sign<'_>, text: &Text) -> VNode {
    let mark = sign.mark;
    let mut words = format!("{}\n{} s", (text.mark)(&mark.kind), moment(mark.at));
    if sign.count > 1 {
        words += &format!(" (×{})", sign.count);
    }
    html! {
        <i
            key={4 * mark.seq + 3}
            class="mark"
            data-testid="mark"
            data-mark={mark.kind.as_str()}
            data-seq={mark.seq.to_string()}
            data-line={mark.line.map(|line| line.to_string())}
            data-tip={words}
            aria-hidden="true"
        >
        </i>
    }
}
