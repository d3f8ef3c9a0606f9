//! A thin lane for a lock, semaphore, event, queue, …: who holds it, who waits, how much is in it.

use std::rc::Rc;

use yew::prelude::*;

use super::drawn::Frame;
use super::lane_row::Stage;
use super::pane::{Item, use_pane};
use crate::trace::event::{Actor, TaskId};
use crate::trace::timeline::{Object, ObjectState};
use crate::ui::context::use_page;
use crate::ui::hue::Hue;
use crate::ui::text::{Text, moment};

/// States that are drawn in a lane.
const STATES: usize = 80;

#[derive(PartialEq, Properties)]
pub struct ObjectRowProps {
    pub object: Rc<Object>,
    pub stage: Stage,
}

#[component]
pub fn ObjectRow(props: &ObjectRowProps) -> Html {
    let object = &props.object;
    let Stage { frame, turns, newest } = &props.stage;
    let place = |state: &ObjectState| frame.axis.place(turns, state.at, state.seq);
    let from = object.states.partition_point(|state| place(state) < frame.window.start).saturating_sub(1);
    let to = object.states.partition_point(|state| place(state) <= frame.window.end);
    let stride = to.saturating_sub(from).div_ceil(STATES).max(1);
    let most = object.states.iter().rev().take(1_000).map(|state| state.depth).max().unwrap_or(0);
    let page = use_page();
    let items = (from..to).step_by(stride).map(|index| {
        let state = &object.states[index];
        let end = object.states.get(index + stride).map_or(newest.get(), &place);
        let node = show_state(state, is_wide(frame, place(state), end), page.text());
        let also = vec![("--share", state.depth as f64 / most.max(1) as f64)];
        Item { also, ..Item::new(state.seq, place(state), Some(end), node) }
    });
    let pane = use_pane(items.collect(), *frame, newest.get());
    html! {
        <div class="lane object-lane" role="group" aria-label={object.name.clone()} data-testid="object-lane" data-what={object.what.clone()}>
            <div class="name" aria-hidden="true"><span class="function">{ object.name.clone() }</span></div>
            <div class="track">{ pane }</div>
        </div>
    }
}

fn is_wide(frame: &Frame, start: f64, end: f64) -> bool {
    (end - start) / frame.window.pixel() > 40.0
}

fn show_state(state: &ObjectState, is_wide: bool, text: &Text) -> Html {
    let names = |tasks: &[TaskId]| tasks.iter().map(TaskId::to_string).collect::<Vec<_>>().join(" ");
    let words = (text.object_state)(state);
    html! {
        <span
            key={state.seq}
            class="piece"
            data-testid="object-state"
            data-holders={names(&state.holders)}
            data-waiters={names(&state.waiters)}
            data-depth={state.depth.to_string()}
            data-hue={state.holders.first().map(|&task| Hue::of(Actor::Task(task)).attribute())}
            data-tip={format!("{} s · {words}", moment(state.at))}
        >
            if is_wide && !words.is_empty() {
                <span class="label">{ words }</span>
            }
        </span>
    }
}
