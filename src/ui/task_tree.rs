//! Who awaits whom, each task with its await stack, as `python -m asyncio pstree` prints it; and the rings that are no tree.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Page, use_page};
use super::hue::{Hue, short_name};
use super::rich::rich_line;
use super::state::{Action, Selected};
use crate::trace::await_graph::await_graph;
use crate::trace::event::{Actor, TaskId, WaitingOn};
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
    let words = page.language.words();
    let timeline = &props.timeline;
    let graph = use_memo((timeline.clone(), props.upto), |(timeline, upto)| await_graph(timeline, *upto));
    let row = |task: TaskId, depth: usize, others: Vec<TaskId>| {
        let Some(lane) = timeline.lane(Actor::Task(task)) else { return Html::default() };
        let selected = props.selected.is_some_and(|selected| selected.actor == lane.actor);
        // The first moment at which it was as it is now: a row in which nothing changes is not rendered again.
        let end = lane.end.as_ref().filter(|end| end.seq < props.upto).map(|end| end.seq);
        let since = end.or_else(|| lane.slice_at(props.upto).map(|slice| slice.seq));
        let upto = since.map_or(0, |seq| seq + 1);
        html! { <TaskRow key={task.0} lane={lane.clone()} {upto} {depth} {others} {selected} /> }
    };
    let count = graph.nodes.len() + graph.ended.len();
    html! {
        <section class="tree" data-testid="task-tree" aria-label={text.tasks}>
            <h2>{ text.tasks }</h2>
            for cycle in &graph.cycles {
                <Cycle cycle={cycle.clone()} timeline={timeline.clone()} upto={props.upto} />
            }
            if count == 0 {
                <p class="empty">{ text.tasks_empty }</p>
            }
            if !graph.nodes.is_empty() {
                <ul>
                    for node in graph.nodes.iter().take(SHOWN) {
                        { row(node.task, node.depth, node.others.clone()) }
                    }
                </ul>
            }
            if !graph.ended.is_empty() {
                <h3 class="ended">{ words.ended }</h3>
                <ul>
                    for task in graph.ended.iter().rev().take(ENDED) {
                        { row(*task, 0, Vec::new()) }
                    }
                </ul>
            }
            if graph.nodes.len() > SHOWN || graph.ended.len() > ENDED {
                <p class="empty">{ format!("+{}", graph.nodes.len().saturating_sub(SHOWN) + graph.ended.len().saturating_sub(ENDED)) }</p>
            }
        </section>
    }
}

/// Tasks that have ended: so many of the last ones are shown.
const ENDED: usize = 20;

#[derive(PartialEq, Properties)]
struct CycleProps {
    cycle: Vec<TaskId>,
    timeline: Rc<Timeline>,
    upto: u64,
}

/// Tasks that wait for each other, as a ring of arrows.
#[component]
fn Cycle(props: &CycleProps) -> Html {
    let page = use_page();
    let words = page.language.words();
    let count = props.cycle.len();
    let edges: Vec<(TaskId, TaskId)> =
        props.cycle.iter().zip(props.cycle.iter().cycle().skip(1)).map(|(one, other)| (*one, *other)).collect();
    // On an ellipse, the first at the left.
    let (width, height) = (270.0, if count > 2 { 200.0 } else { 108.0 });
    let place = |index: f64| {
        let angle = std::f64::consts::PI * (1.0 + 2.0 * index / count as f64);
        (width / 2.0 + angle.cos() * 88.0, height / 2.0 + angle.sin() * (height / 2.0 - 26.0))
    };
    let reason = |task: TaskId| {
        let slice = props.timeline.lane(Actor::Task(task)).and_then(|lane| lane.slice_at(props.upto));
        match slice.map(|slice| &slice.state) {
            Some(SliceState::Suspended { on: WaitingOn::Object { what, name, .. }, .. }) => {
                if name.is_empty() {
                    what.clone()
                } else {
                    name.clone()
                }
            }
            _ => "await".into(),
        }
    };
    let drawn = edges.iter().enumerate().take(8).map(|(index, (one, _))| {
        let index = index as f64;
        let (from, to, middle) = (place(index + 0.17), place(index + 0.83), place(index + 0.5));
        // Bent outwards: a quadratic curve through the middle.
        let bend = (2.0 * middle.0 - (from.0 + to.0) / 2.0, 2.0 * middle.1 - (from.1 + to.1) / 2.0);
        let path = format!("M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}", from.0, from.1, bend.0, bend.1, to.0, to.1);
        // Its reason stands outside of the ring.
        let beside = middle.1 + 4.0 + (middle.1 - height / 2.0).signum() * 13.0;
        let at = place(index);
        html! {
            <g key={one.0} data-hue={Hue::of(Actor::Task(*one)).attribute()}>
                <path class="edge" d={path} marker-end="url(#cycle-arrow)" />
                <text class="reason" x={format!("{:.1}", middle.0)} y={format!("{:.1}", beside)}>{ reason(*one) }</text>
                <rect x={format!("{:.1}", at.0 - 20.0)} y={format!("{:.1}", at.1 - 13.0)} width="40" height="26" rx="7" />
                <text class="who" x={format!("{:.1}", at.0)} y={format!("{:.1}", at.1 + 4.5)}>{ one.to_string() }</text>
            </g>
        }
    });
    html! {
        <figure class="cycle" data-testid="deadlock" data-cycle={props.cycle.iter().map(TaskId::to_string).collect::<Vec<_>>().join(" ")}>
            if count <= 8 {
                <svg viewBox={format!("0 0 {width} {height}")} aria-hidden="true" focusable="false">
                    <defs>
                        <marker id="cycle-arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
                            <path d="M0 0L8 4L0 8z" />
                        </marker>
                    </defs>
                    { for drawn }
                </svg>
            }
            <figcaption>
                <strong>{ words.cycle }</strong>
                for (one, other) in &edges {
                    <span>{ rich_line(&(words.waits_for)(*one, *other), &page) }</span>
                }
            </figcaption>
        </figure>
    }
}

#[derive(PartialEq, Properties)]
struct TaskRowProps {
    lane: Rc<Lane>,
    upto: u64,
    depth: usize,
    /// Who awaits it, too.
    others: Vec<TaskId>,
    selected: bool,
}

#[component]
fn TaskRow(props: &TaskRowProps) -> Html {
    let page = use_page();
    let words = page.language.words();
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
    let others: Vec<String> = props.others.iter().take(6).map(TaskId::to_string).collect();
    html! {
        <li data-state={state} data-task={lane.actor.to_string()} data-depth={props.depth.min(8).to_string()} class={classes!(props.selected.then_some("selected"))}>
            <button type="button" class="task" data-hue={Hue::of(lane.actor).attribute()} {onclick}>
                <i class="dot" aria-hidden="true"></i><b>{ lane.actor.to_string() }</b>{ " " }{ short_name(&lane.function).to_owned() }
            </button>
            <span class="why">{ rich_line(&why(lane, props.upto, &page), &page) }</span>
            if !others.is_empty() {
                <span class="why">{ " · " }{ (words.also_awaited_by)(&others.join(", ")) }</span>
            }
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
        <button type="button" class="line-link" {onclick} data-tip={(page.text().line)(line)}>{ format!("{}:{line}", short_name(function)) }</button>
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
