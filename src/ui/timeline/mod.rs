//! The timeline: an axis, a lane for the loop, one for each task and worker thread, thin ones for locks and queues.
//!
//! What is in a lane lies in a pane (`pane`), which the camera moves (`camera`); ticks and bands set `--start` and `--end` to
//! their places on the axis, and the camera sets `--t0` and `--span` to what is looked at; `clock` moves what lasts. So a
//! clock that moves or a view that pans renders no lane again. Only rows and slices near what is seen are in the document
//! at all: see `camera` and `drawn`.

mod axis;
mod bands;
mod camera;
mod details;
mod drawn;
mod lane_row;
mod object_row;
mod pane;
mod wakes;

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use self::axis::{Axis, Tick, View};
use self::bands::BandBar;
use self::camera::{Camera, Gesture, Move, use_camera};
use self::details::details;
use self::drawn::Frame;
use self::lane_row::{LaneRow, Stage, slice_id, slice_of_id};
use self::object_row::ObjectRow;
use self::wakes::{Arrows, Wake, wake_of, wakes};
use super::context::use_page;
use super::state::{Action, Cursor, Selected};
use super::style::{set_custom_property, use_custom_properties};
use super::text::Text;
use crate::browser::driver::RunState;
use crate::browser::pace::Clock;
use crate::trace::event::{Actor, Nanos, WaitingOn};
use crate::trace::lane::{Lane, SliceState};
use crate::trace::timeline::Timeline;

/// With no more slices than this in all, each is drawn by itself.
const SLICES: usize = 1_500;
/// Else this is how many bars the rows share that are drawn; while it runs all of them change with every report.
const BARS: usize = 1_000;
const BARS_LIVE: usize = 200;

#[derive(PartialEq, Properties)]
pub struct TimelineViewProps {
    pub timeline: Rc<Timeline>,
    pub run: RunState,
    pub clock: Clock,
    /// The moment that is looked at, unless it is the newest.
    pub cursor: Option<Cursor>,
    pub selected: Option<Selected>,
    pub trace_is_long: bool,
}

/// How long the axis of time is: to the end of a finished run; while it goes on, to a round time after the next timers.
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

/// The order in which lanes are drawn, and the row of each; changes only when a lane is added.
struct Order {
    lanes: Vec<usize>,
    rows: Vec<usize>,
}

impl Order {
    fn of(timeline: &Timeline) -> Order {
        let lanes = timeline.tree();
        let mut rows = vec![0; lanes.len()];
        for (row, &lane) in lanes.iter().enumerate() {
            rows[lane] = row;
        }
        Order { lanes, rows }
    }
}

/// Two are equal when they are the same allocation: a lane that is added makes another.
struct Lanes(Rc<HashMap<Actor, usize>>);

impl PartialEq for Lanes {
    fn eq(&self, other: &Lanes) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[component]
pub fn TimelineView(props: &TimelineViewProps) -> Html {
    let page = use_page();
    let text = page.text();
    let timeline = &props.timeline;
    let camera = use_camera();
    let axis = use_state_eq(Axis::default);
    let all_wakes = use_state_eq(|| true);
    let objects = use_state_eq(|| false);
    let range = use_state_eq(|| None::<(f64, f64)>);
    let nothing = use_memo((), |()| Timeline::new());
    let newest_place = use_memo((), |()| Cell::new(0.0));
    let order = use_memo(Lanes(timeline.lane_indices().clone()), |_| Order::of(timeline));

    let is_live = props.run.is_live();
    let upto = props.cursor.map_or(timeline.len(), |cursor| cursor.upto);
    let length = match *axis {
        Axis::Time => axis_span(timeline, props.run, props.clock).as_secs_f64(),
        Axis::Turns => (timeline.columns().len() + 1) as f64,
    };
    let thin = if *objects { timeline.objects().len() } else { 0 };
    camera.frame(*axis, length, (order.lanes.len(), thin));
    let newest_now = match *axis {
        Axis::Time => props.clock.at(crate::browser::wall::now()).as_secs_f64(),
        Axis::Turns => timeline.column(timeline.len()),
    };
    newest_place.set(newest_now);
    let head = match (*axis, props.cursor) {
        (Axis::Time, Some(cursor)) => cursor.at.as_secs_f64(),
        (Axis::Turns, Some(cursor)) => timeline.column(cursor.upto),
        (_, None) => newest_now,
    };

    {
        let camera = camera.clone();
        // What the run does shows itself; what the reader does is shown at once.
        use_effect_with((length.to_bits(), *axis), move |_| camera.apply(is_live && camera.is_whole()));
    }
    {
        let camera = camera.clone();
        use_effect(move || camera.settle());
    }
    {
        let camera = camera.clone();
        use_effect_with((order.lanes.len(), thin, props.selected.is_some()), move |_| camera.measure());
    }
    {
        let (camera, is_newest) = (camera.clone(), props.cursor.is_none());
        use_effect_with((head.to_bits(), is_newest), move |_| {
            if !camera.is_whole() && (!is_newest || camera.follows.get()) {
                camera.show(head);
            }
        });
    }
    {
        let (camera, timeline, order, axis) = (camera.clone(), timeline.clone(), order.clone(), *axis);
        use_effect_with(props.selected, move |selected| {
            let Some((lane, slice)) = selected.and_then(|selected| find(&timeline, selected)) else { return };
            if let Some(&row) = timeline.lane_indices().get(&lane.actor).and_then(|&index| order.rows.get(index)) {
                camera.show_row(row);
            }
            let start = axis.place(&timeline, slice.start, slice.seq);
            let end = slice.end.zip(slice.end_seq).map_or(start, |(at, seq)| axis.place(&timeline, at, seq));
            let view = camera.view();
            if end < view.start || start > view.end() {
                camera.show(start);
            }
        });
    }

    let slices: usize = timeline.lanes().iter().map(|lane| lane.slices.len()).sum();
    let (first, last) = camera.shown_rows();
    let bars = if props.run == RunState::Running { BARS_LIVE } else { BARS };
    let most = if slices <= SLICES.min(3 * bars) { usize::MAX } else { (bars / (last - first).max(1)).max(12) };
    let frame = Frame { axis: *axis, window: camera.window(), most };
    let turns = if *axis == Axis::Turns { timeline.clone() } else { nothing };
    let stage = Stage { frame, turns, newest: newest_place };

    let lane_rows = order.lanes.iter().enumerate().take(last.min(order.lanes.len())).skip(first);
    let drawn: Vec<usize> = lane_rows.clone().map(|(_, &index)| index).collect();
    let selected_slice = props.selected.and_then(|selected| find(timeline, selected));
    let selected_wake =
        selected_slice.as_ref().and_then(|(lane, slice)| wake_of(&frame, timeline, &order.rows, lane, slice));
    let all_arrows = {
        let order = order.clone();
        use_memo((timeline.clone(), frame, drawn, *all_wakes), move |(timeline, frame, drawn, all)| {
            if *all { wakes(frame, timeline, &order.rows, drawn) } else { Vec::new() }
        })
    };
    // An arrow that comes from afar begins where the rows do that are drawn: what is high is slow to paint.
    let near = |row: usize| row.clamp(first.saturating_sub(1), last);
    let others = all_arrows.iter().filter(|arrow| selected_wake.as_ref().is_none_or(|wake| wake.seq != arrow.seq));
    let arrows: Vec<Wake> = others
        .chain(&selected_wake)
        .map(|wake| Wake { from: near(wake.from), to: near(wake.to), ..wake.clone() })
        .filter(|wake| wake.from != wake.to)
        .collect();
    let bands = use_memo((timeline.clone(), frame), |(timeline, frame)| bands::bands(frame, timeline));
    let ticks = match *axis {
        _ if timeline.is_empty() => Vec::new(),
        Axis::Time => axis::time_ticks(frame.window.start, frame.window.end.min(length), frame.window.scale * 0.75),
        Axis::Turns => {
            axis::turn_ticks(timeline, frame.window.start, frame.window.end.min(length), frame.window.scale * 0.75)
        }
    };

    let gestures = use_mut_ref(Gesture::default);
    let on_key = {
        let (dispatch, timeline, order, camera) =
            (page.dispatch.clone(), timeline.clone(), order.clone(), camera.clone());
        let (selected, range) = (props.selected, range.clone());
        move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let key = event.key();
            if move_camera(&camera, &key, *range, selected.and_then(|selected| find(&timeline, selected)), &timeline) {
                event.prevent_default();
                camera.follows.set(camera.view().is_in(head));
                return;
            }
            if key == "Escape" && range.is_some() {
                range.set(None);
                return;
            }
            let Some(action) = key_action(&timeline, &order, selected, &key) else { return };
            event.prevent_default();
            dispatch.emit(action);
        }
    };
    let on_down = {
        let (camera, gestures) = (camera.clone(), gestures.clone());
        move |event: PointerEvent| {
            if event.button() == 0 {
                gestures.borrow_mut().down(&camera, &event);
            }
        }
    };
    let on_move = {
        let (camera, gestures, range) = (camera.clone(), gestures.clone(), range.clone());
        move |event: PointerEvent| match gestures.borrow_mut().moved(&camera, &event) {
            Move::Nothing => {}
            Move::Range(from, to) => range.set(Some((from, to))),
            Move::Looked => camera.follows.set(camera.view().is_in(head)),
        }
    };
    let on_up = {
        let (camera, gestures) = (camera.clone(), gestures.clone());
        move |event: PointerEvent| gestures.borrow_mut().up(&camera, &event)
    };
    let on_click = {
        let (dispatch, gestures) = (page.dispatch.clone(), gestures.clone());
        move |event: MouseEvent| {
            if !gestures.borrow().has_moved {
                click(&event, &dispatch);
            }
        }
    };
    let on_double_click = {
        let (camera, timeline) = (camera.clone(), timeline.clone());
        move |event: MouseEvent| {
            if let Some(selected) = slice_under(&event)
                && let Some(found) = find(&timeline, selected)
            {
                look_at_slice(&camera, &timeline, &found);
            }
        }
    };
    // The ruler: a press and a drag look at the moment there; with Shift they take a range.
    let scrub = {
        let (dispatch, camera, timeline) = (page.dispatch.clone(), camera.clone(), timeline.clone());
        move |event: &PointerEvent| {
            let place = camera.view().at(camera.share(f64::from(event.client_x())).clamp(0.0, 1.0));
            dispatch.emit(match camera.axis() {
                Axis::Time => Action::SeekTime(Nanos::from_secs_f64(place)),
                Axis::Turns => Action::Seek(Some(timeline.moment_at_column(place))),
            });
        }
    };
    let on_ruler_down = {
        let (camera, gestures, scrub) = (camera.clone(), gestures.clone(), scrub.clone());
        move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            if event.shift_key() {
                gestures.borrow_mut().down(&camera, &event);
                return;
            }
            if let Some(target) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
                // It throws for a pointer that is gone.
                let _ = target.set_pointer_capture(event.pointer_id());
            }
            scrub(&event);
        }
    };
    let on_ruler_move = {
        let (gestures, on_move) = (gestures.clone(), on_move.clone());
        move |event: PointerEvent| {
            let takes_range = gestures.borrow().range_from.is_some();
            match event.buttons() {
                1 if takes_range => on_move(event),
                1 => scrub(&event),
                _ => {}
            }
        }
    };
    let on_ruler_up = {
        let (gestures, on_up) = (gestures.clone(), on_up.clone());
        move |event: PointerEvent| {
            on_up(event);
            gestures.borrow_mut().range_from = None;
        }
    };

    let set_axis = {
        let (camera, timeline, axis, range) = (camera.clone(), timeline.clone(), axis.clone(), range.clone());
        Callback::from(move |to: Axis| {
            if to == *axis {
                return;
            }
            let view = camera.view();
            let place = |place: f64| to.place_of_moment(&timeline, axis.moment(&timeline, place));
            let view = (!camera.is_whole()).then(|| {
                let (from, until) = (place(view.start), place(view.end()));
                View { start: from, span: (until - from).max(if to == Axis::Turns { 4.0 } else { 1e-6 }) }
            });
            range.set(None);
            camera.switch();
            camera.look(view, false);
            axis.set(to);
        })
    };
    let toggle = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |_| state.set(!*state))
    };
    let on_camera = |act: fn(&Rc<Camera>)| {
        let camera = camera.clone();
        Callback::from(move |_| {
            act(&camera);
            camera.follows.set(camera.view().is_in(head));
        })
    };
    let on_range = {
        let (camera, range) = (camera.clone(), range.clone());
        Callback::from(move |zoom: bool| {
            if let Some((from, to)) = (*range).filter(|_| zoom) {
                camera.look(Some(View::between(from, to, camera.axis(), camera.length())), true);
            }
            range.set(None);
        })
    };

    let skip = camera.height(first);
    // A list box must have something to choose from.
    let drawn_nothing = order.lanes.is_empty();
    let idle = use_memo(timeline.lane(Actor::Main).cloned(), |lane| idle_share(lane.as_deref()?));
    let idle = idle.map(|percent| AttrValue::from((text.idle_share)(percent))).unwrap_or_default();
    html! {
        <section
            class="timeline"
            part="timeline"
            aria-label={text.timeline}
            data-axis={axis.as_str()}
            data-scrubbing={props.cursor.is_some().then_some("")}
            data-live={is_live.then_some("")}
            ref={camera.root.clone()}
        >
            <Toolbar
                axis={*axis}
                {set_axis}
                wakes={*all_wakes}
                on_wakes={toggle(&all_wakes)}
                objects={(!timeline.objects().is_empty()).then_some(*objects)}
                on_objects={toggle(&objects)}
                whole={camera.is_whole()}
                on_out={on_camera(|camera| camera.zoom(2.0, 0.5, true))}
                on_fit={on_camera(|camera| camera.look(None, true))}
                on_in={on_camera(|camera| camera.zoom(0.5, 0.5, true))}
                range={range.map(|range| about_range(timeline, *axis, range, text))}
                {on_range}
                long={props.trace_is_long}
            />
            <div class="axis">
                <div class="axis-name" aria-hidden="true">{ match *axis {
                    Axis::Time => text.axis_time_unit,
                    Axis::Turns => text.axis_turns_unit,
                } }</div>
                <div
                    class="ticks"
                    data-testid="ruler"
                    aria-hidden="true"
                    onpointerdown={on_ruler_down}
                    onpointermove={on_ruler_move}
                    onpointerup={on_ruler_up.clone()}
                    onpointercancel={on_ruler_up}
                >
                    for tick in &ticks {
                        { tick_mark(tick, length) }
                    }
                    if !camera.is_whole() {
                        <i class="overview"></i>
                    }
                    if !timeline.is_empty() {
                        <Playhead place={head} is_grip={true} />
                    }
                </div>
            </div>
            <div class="stage">
            <div class="under" aria-hidden="true">
                for tick in &ticks {
                    <Placed key={tick.place.to_bits()} tag="i" class="grid-line" values={[("--start", tick.place); 2]} />
                }
            </div>
            <div
                class="lanes"
                data-testid="timeline"
                data-span={Nanos::from_secs_f64(if *axis == Axis::Time { length } else { 0.0 }).0.to_string()}
                data-axis={axis.as_str()}
                role={if drawn_nothing { "group" } else { "listbox" }}
                tabindex="0"
                aria-label={text.timeline}
                aria-activedescendant={props.selected.map(|selected| slice_id(selected.actor, selected.seq))}
                ref={camera.lanes.clone()}
                onkeydown={on_key}
                onpointerdown={on_down}
                onpointermove={on_move}
                onpointerup={on_up.clone()}
                onpointercancel={on_up}
                onclick={on_click}
                ondblclick={on_double_click}
            >
                if order.lanes.len() <= 1 {
                    <p class="empty" role="presentation">{ match props.run {
                        RunState::Idle => text.timeline_empty,
                        RunState::Running | RunState::Paused => text.tasks_empty,
                        RunState::Done | RunState::Failed | RunState::Stopped => text.timeline_no_task,
                    } }</p>
                }
                // As high as all the rows, whether they are drawn or not; `--skip` is what comes before the drawn ones. In pixels.
                <Placed tag="div" class="canvas" role="presentation" values={[("--height", camera.height(order.lanes.len() + thin)), ("--skip", skip)]}>
                    <div class="rows" role="presentation">
                        for (_, &index) in lane_rows {
                            { show_lane(timeline, index, upto, props.selected, &stage, &idle) }
                        }
                        for object in timeline.objects().iter().take((last - last.min(order.lanes.len())).min(thin)).skip(first.saturating_sub(order.lanes.len())) {
                            <ObjectRow key={format!("object-{}", object.object.0)} object={object.clone()} stage={stage.clone()} />
                        }
                    </div>
                    <Arrows wakes={arrows} selected={selected_wake.map(|wake| wake.seq)} {frame} />
                </Placed>
            </div>
            if !timeline.is_empty() {
                // Not in what scrolls: the run may have ten thousand lanes, and these would be as high.
                <div class="over" aria-hidden="true">
                    for drawn in bands.iter() {
                        <BandBar key={drawn.band.seq} drawn={drawn.clone()} newest={newest_now} />
                    }
                    if let Some((from, to)) = *range {
                        <Placed tag="i" class="range-box" testid="range" values={[("--start", from), ("--end", to)]} />
                    }
                    <Playhead place={head} is_grip={false} />
                </div>
            }
            </div>
            if let Some((lane, slice)) = selected_slice {
                { details(timeline, &lane, slice.seq, newest(props.clock), &page) }
            }
        </section>
    }
}

/// The slice that is meant, with its lane.
fn find(timeline: &Timeline, selected: Selected) -> Option<(Rc<Lane>, crate::trace::lane::Slice)> {
    let lane = timeline.lane(selected.actor)?;
    let slice = lane.slices.get(lane.slice_index_at(selected.seq)?)?;
    Some((lane.clone(), slice.clone()))
}

fn show_lane(
    timeline: &Rc<Timeline>,
    index: usize,
    upto: u64,
    selected: Option<Selected>,
    stage: &Stage,
    idle: &AttrValue,
) -> Html {
    let lane = &timeline.lanes()[index];
    let selected = selected.filter(|selected| selected.actor == lane.actor).map(|selected| selected.seq);
    let now = match (lane.outcome_at(upto), lane.slice_at(upto)) {
        (Some(outcome), _) => lane_row::outcome_word(outcome),
        (None, Some(slice)) => slice.state.as_str(),
        (None, None) => "",
    };
    let is_loop = lane.actor == Actor::Main;
    let note = if is_loop { idle.clone() } else { AttrValue::default() };
    html! {
        <LaneRow
            key={lane.actor.to_string()}
            lane={lane.clone()}
            stage={stage.clone()}
            {selected}
            {now}
            {note}
            run={is_loop.then(|| timeline.clone())}
        />
    }
}

/// Of the time since the loop began, how many percent it had nothing to do.
fn idle_share(lane: &Lane) -> Option<u32> {
    let newest = lane.slices.last()?.start;
    // A run of many turns is summed up to its first ones: the share is a hint, not an account.
    let mut idle = 0;
    let mut all = 0;
    for slice in lane.slices.range(0, 4_000) {
        let duration = slice.duration(newest).0;
        all += duration;
        if matches!(slice.state, SliceState::Idle { .. }) {
            idle += duration;
        }
    }
    (idle > 0).then(|| (idle as f64 / all.max(1) as f64 * 100.0) as u32)
}

/// How long a range is, and how much happened in it.
fn about_range(timeline: &Timeline, axis: Axis, (from, to): (f64, f64), text: &Text) -> AttrValue {
    let (first, last) = (axis.moment(timeline, from), axis.moment(timeline, to));
    let duration = match axis {
        Axis::Time => Nanos::from_secs_f64(to - from),
        Axis::Turns => timeline.time(last).saturating_sub(timeline.time(first)),
    };
    (text.range)(duration, last.saturating_sub(first)).into()
}

fn look_at_slice(camera: &Rc<Camera>, timeline: &Timeline, (_, slice): &(Rc<Lane>, crate::trace::lane::Slice)) {
    let axis = camera.axis();
    let start = axis.place(timeline, slice.start, slice.seq);
    let end = match (slice.end, slice.end_seq) {
        (Some(at), Some(seq)) => axis.place(timeline, at, seq),
        _ => axis.place_of_moment(timeline, timeline.len()),
    };
    camera.look(Some(View::between(start, end, axis, camera.length())), true);
}

/// The keys that move what is looked at, as in Perfetto. Whether it was one.
fn move_camera(
    camera: &Rc<Camera>,
    key: &str,
    range: Option<(f64, f64)>,
    selected: Option<(Rc<Lane>, crate::trace::lane::Slice)>,
    timeline: &Timeline,
) -> bool {
    match key {
        "w" | "W" | "+" | "=" => camera.zoom(0.6, 0.5, true),
        "s" | "S" | "-" => camera.zoom(1.0 / 0.6, 0.5, true),
        "a" | "A" => camera.pan(-0.2, true),
        "d" | "D" => camera.pan(0.2, true),
        "0" => camera.look(None, true),
        "f" | "F" | "z" => match (range, selected) {
            (Some((from, to)), _) => camera.look(Some(View::between(from, to, camera.axis(), camera.length())), true),
            (None, Some(found)) => look_at_slice(camera, timeline, &found),
            (None, None) => camera.look(None, true),
        },
        _ => return false,
    }
    true
}

fn target_of(event: &MouseEvent) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()
}

fn slice_under(event: &MouseEvent) -> Option<Selected> {
    slice_of_id(&target_of(event)?.closest(".slice").ok()??.id())
}

/// A click on a slice selects it, one on a mark goes to its moment.
fn click(event: &MouseEvent, dispatch: &Callback<Action>) {
    let Some(target) = target_of(event) else { return };
    if let Ok(Some(mark)) = target.closest(".mark") {
        let number = |name| mark.get_attribute(name)?.parse::<u64>().ok();
        if let Some(seq) = number("data-seq") {
            dispatch.emit(Action::Seek(Some(seq + 1)));
        }
        if let Some(line) = number("data-line") {
            dispatch.emit(Action::Point(line as u32));
        }
        return;
    }
    if let Some(selected) = slice_under(event) {
        dispatch.emit(Action::Select(Some(selected)));
    }
}

/// The slice that an arrow key goes to; Enter looks at its beginning.
fn key_action(timeline: &Timeline, order: &Order, selected: Option<Selected>, key: &str) -> Option<Action> {
    match key {
        "Escape" => return selected.map(|_| Action::Select(None)),
        "Enter" => return selected.map(|selected| Action::Seek(Some(selected.seq + 1))),
        "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End" => {}
        _ => return None,
    }
    let can_select = |lane: &Lane, index: usize| !matches!(lane.slices[index].state, SliceState::Idle { .. });
    let select = |lane: &Lane, index: usize| {
        Some(Action::Select(Some(Selected { actor: lane.actor, seq: lane.slices.get(index)?.seq })))
    };
    let lane_in = |row: usize| order.lanes.get(row).and_then(|&index| timeline.lanes().get(index));
    let Some(selected) = selected else {
        let lane = lane_in(1).or_else(|| lane_in(0))?;
        return select(lane, 0);
    };
    let row = order.rows[*timeline.lane_indices().get(&selected.actor)?];
    let lane = lane_in(row)?;
    let index = lane.slices.partition_point(|slice| slice.seq < selected.seq);
    match key {
        "ArrowLeft" => select(lane, (0..index).rev().find(|&index| can_select(lane, index))?),
        "ArrowRight" => select(lane, (index + 1..lane.slices.len()).find(|&index| can_select(lane, index))?),
        "Home" => select(lane, (0..lane.slices.len()).find(|&index| can_select(lane, index))?),
        "End" => select(lane, (0..lane.slices.len()).rev().find(|&index| can_select(lane, index))?),
        _ => {
            let other = lane_in(if key == "ArrowUp" { row.checked_sub(1)? } else { row + 1 })?;
            let at = lane.slices.get(index)?.start;
            let near = other.slice_index_at_time(at).unwrap_or(0);
            let near = (0..other.slices.len())
                .filter(|&index| can_select(other, index))
                .min_by_key(|&index| index.abs_diff(near))?;
            select(other, near)
        }
    }
}

#[derive(PartialEq, Properties)]
struct ToolbarProps {
    axis: Axis,
    set_axis: Callback<Axis>,
    wakes: bool,
    on_wakes: Callback<MouseEvent>,
    /// Whether locks and queues have lanes; `None` when the program has none.
    objects: Option<bool>,
    on_objects: Callback<MouseEvent>,
    whole: bool,
    on_out: Callback<MouseEvent>,
    on_fit: Callback<MouseEvent>,
    on_in: Callback<MouseEvent>,
    /// What there is to say of the range that is selected.
    range: Option<AttrValue>,
    /// Zooms to the range, or lets it go.
    on_range: Callback<bool>,
    long: bool,
}

#[component]
fn Toolbar(props: &ToolbarProps) -> Html {
    let page = use_page();
    let text = page.text();
    let pressed = |is: bool| if is { "true" } else { "false" };
    let axis_button = |axis: Axis, word: &'static str, hint: &'static str| {
        let set_axis = props.set_axis.clone();
        html! {
            <button type="button" data-testid={format!("axis-{}", axis.as_str())} aria-pressed={pressed(props.axis == axis)} data-tip={hint}
                onclick={move |_| set_axis.emit(axis)}>{ word }</button>
        }
    };
    let on_range = |zoom: bool| {
        let on_range = props.on_range.clone();
        move |_| on_range.emit(zoom)
    };
    html! {
        <div class="tools" role="toolbar" aria-label={text.timeline_tools}>
            <h2>{ text.timeline }</h2>
            <div class="seg" role="group" aria-label={text.axis}>
                { axis_button(Axis::Time, text.axis_time, text.axis_time_hint) }
                { axis_button(Axis::Turns, text.axis_turns, text.axis_turns_hint) }
            </div>
            <button type="button" class="tool" data-testid="wakes" aria-pressed={pressed(props.wakes)} data-tip={text.wakes_hint} onclick={props.on_wakes.clone()}>
                { text.wakes }
            </button>
            if let Some(objects) = props.objects {
                <button type="button" class="tool" data-testid="objects" aria-pressed={pressed(objects)} data-tip={text.objects_hint} onclick={props.on_objects.clone()}>
                    { text.objects }
                </button>
            }
            if let Some(range) = &props.range {
                <span class="range-note" role="status">
                    { range.clone() }
                    <button type="button" class="tool" onclick={on_range(true)}>{ text.zoom_to_range }</button>
                    <button type="button" class="close" aria-label={text.close} data-tip={text.close} onclick={on_range(false)}>{ "×" }</button>
                </span>
            } else if props.long {
                <span class="long" role="status" data-testid="trace-is-long">{ text.trace_is_long_short }</span>
            } else {
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
            }
            <div class="seg zoom" role="group" aria-label={text.zoom}>
                <button type="button" data-testid="zoom-out" aria-label={text.zoom_out} data-tip={text.zoom_out_hint} disabled={props.whole} onclick={props.on_out.clone()}>{ "−" }</button>
                <button type="button" data-testid="zoom-fit" data-tip={text.zoom_fit_hint} disabled={props.whole} onclick={props.on_fit.clone()}>{ text.zoom_fit }</button>
                <button type="button" data-testid="zoom-in" aria-label={text.zoom_in} data-tip={text.zoom_in_hint} onclick={props.on_in.clone()}>{ "+" }</button>
            </div>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct PlacedProps {
    tag: &'static str,
    class: &'static str,
    /// Custom properties that say where it is and how large.
    values: [(&'static str, f64); 2],
    #[prop_or_default]
    role: Option<&'static str>,
    #[prop_or_default]
    testid: Option<&'static str>,
    #[prop_or_default]
    children: Html,
}

/// What the style sheet puts in its place. One component for all of them, because each one costs 3 KB.
#[component]
fn Placed(props: &PlacedProps) -> Html {
    let node = use_node_ref();
    use_custom_properties(&node, props.values);
    html! { <@{props.tag} ref={node} class={props.class} role={props.role} data-testid={props.testid}>{ props.children.clone() }</@> }
}

/// Labels at the ends must not stick out.
fn tick_mark(tick: &Tick, length: f64) -> Html {
    let class = match tick.place {
        0.0 => "first",
        place if place > length * 0.96 => "last",
        _ => "",
    };
    let values = [("--start", tick.place); 2];
    html! { <Placed key={tick.place.to_bits()} tag="span" {class} {values}>{ tick.label.clone() }</Placed> }
}

#[derive(PartialEq, Properties)]
struct PlayheadProps {
    place: f64,
    is_grip: bool,
}

/// The line of the moment that is looked at, and the veil over what comes later; or the grip on the ruler. On the axis of time
/// `clock` moves them.
#[component]
fn Playhead(props: &PlayheadProps) -> Html {
    let node = use_node_ref();
    {
        let (node, place) = (node.clone(), props.place);
        use_effect_with(place.to_bits(), move |_| {
            if let Some(element) = node.cast::<HtmlElement>() {
                set_custom_property(&element, "--place", place);
                set_custom_property(&element, "--head", place);
            }
        });
    }
    html! {
        <div class={classes!("head-of-time", props.is_grip.then_some("on-ruler"))} data-clock="" ref={node}>
            if props.is_grip {
                <i class="grip"></i>
            } else {
                <i class="veil"></i>
                <i class="playhead"></i>
            }
        </div>
    }
}
