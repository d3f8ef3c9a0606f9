//! The tasks as a family, each with its await stack, as `python -m asyncio pstree` prints it.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Page, use_page};
use super::hue::{Hue, short_name};
use super::rich::RichLine;
use super::state::{Action, Selected};
use crate::trace::event::Actor;
use crate::trace::lane::{Lane, ReadyBy, SliceState};
use crate::trace::timeline::Timeline;

/// Tasks that are shown; a number says how many more there are.
const SHOWN: usize = 200;

#[derive(PartialEq, Properties)]
pub struct TaskTreeProps {
    pub timeline: Rc<Timeline>,
    pub upto: u64,
    pub selected: Option<Selected>,
}

#[component]
pub fn TaskTree(props: &TaskTreeProps) -> Html {
    let page = use_page();
    let text = page.text();
    let timeline = &props.timeline;
    let lanes: Vec<Rc<Lane>> = timeline
        .tree()
        .into_iter()
        .map(|index| timeline.lanes()[index].clone())
        .filter(|lane| lane.actor != Actor::Main && lane.seq < props.upto)
        .collect();
    html! {
        <section class="tree" data-testid="task-tree" aria-label={text.tasks}>
            <h2>{ text.tasks }</h2>
            if lanes.is_empty() {
                <p class="empty">{ text.tasks_empty }</p>
            }
            <ul>
                for lane in lanes.iter().take(SHOWN) {
                    <TaskRow
                        key={lane.actor.to_string()}
                        lane={lane.clone()}
                        upto={props.upto}
                        selected={props.selected.is_some_and(|selected| selected.actor == lane.actor)}
                    />
                }
            </ul>
            if lanes.len() > SHOWN {
                <p class="empty">{ format!("+{}", lanes.len() - SHOWN) }</p>
            }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct TaskRowProps {
    lane: Rc<Lane>,
    upto: u64,
    selected: bool,
}

#[component]
fn TaskRow(props: &TaskRowProps) -> Html {
    let page = use_page();
    let lane = &props.lane;
    let slice = lane.slice_at(props.upto);
    let state = slice.map_or("done", |slice| slice.state.as_str());
    let onclick = {
        let (dispatch, actor) = (page.dispatch.clone(), lane.actor);
        let seq = slice.or_else(|| lane.slices.last()).map(|slice| slice.seq);
        move |_| {
            if let Some(seq) = seq {
                dispatch.emit(Action::Select(Some(Selected { actor, seq })));
            }
        }
    };
    let stack = slice.map(|slice| slice.stack()).unwrap_or_default();
    html! {
        <li data-state={state} data-depth={lane.depth.min(8).to_string()} class={classes!(props.selected.then_some("selected"))}>
            <button type="button" class="task" data-hue={Hue::of(lane.actor).attribute()} {onclick}>
                <i class="dot" aria-hidden="true"></i><b>{ lane.actor.to_string() }</b>{ " " }{ short_name(&lane.function).to_owned() }
            </button>
            <span class="why"><RichLine source={why(lane, props.upto, &page)} /></span>
            if !stack.is_empty() {
                <span class="stack">
                    for (index, frame) in stack.iter().enumerate() {
                        if index > 0 {
                            <span aria-hidden="true">{ " → " }</span>
                        }
                        { show_frame(&frame.function, frame.line, &page) }
                    }
                </span>
            }
        </li>
    }
}

fn show_frame(function: &str, line: u32, page: &Page) -> Html {
    let dispatch = page.dispatch.clone();
    let onclick = move |_| dispatch.emit(Action::Point(line));
    html! {
        <button type="button" class="line-link" {onclick} title={(page.text().line)(line)}>{ format!("{}:{line}", short_name(function)) }</button>
    }
}

fn why(lane: &Lane, upto: u64, page: &Page) -> String {
    let text = page.text();
    if let Some(outcome) = lane.outcome_at(upto) {
        return (text.outcome)(outcome);
    }
    match lane.slice_at(upto).map(|slice| &slice.state) {
        Some(SliceState::Running) => text.task_running.into(),
        Some(SliceState::Ready { by: ReadyBy::Created }) => text.task_new.into(),
        Some(SliceState::Ready { .. }) => text.task_ready.into(),
        Some(SliceState::Suspended { on, .. }) => (text.waiting)(on),
        Some(SliceState::Blocking { .. }) => text.task_blocking.into(),
        Some(SliceState::Idle { .. }) | None => String::new(),
    }
}
