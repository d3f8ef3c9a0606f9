//! Who awaits whom at a moment: the tree that `python -m asyncio pstree` prints, and the cycles that no tree can hold.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use super::event::{Actor, TaskId, WaitingOn};
use super::lane::{Lane, SliceState};
use super::timeline::Timeline;

/// The tasks that have begun and not ended at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AwaitGraph {
    /// Each task followed by the tasks that it awaits. First those that nobody awaits, in the order of creation.
    pub nodes: Vec<Node>,
    /// The tasks that have ended, in the order of their ends.
    pub ended: Vec<TaskId>,
    /// Tasks of which each waits for the next, and the last for the first, whatever else may happen.
    pub cycles: Vec<Vec<TaskId>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub task: TaskId,
    /// How many awaiters are above it.
    pub depth: usize,
    /// Who else awaits it; it stands under the first only.
    pub others: Vec<TaskId>,
}

/// The tasks that this one awaits.
fn awaited(on: &WaitingOn) -> &[TaskId] {
    match on {
        WaitingOn::Task { task } => std::slice::from_ref(task),
        WaitingOn::Tasks { tasks, .. } => tasks,
        _ => &[],
    }
}

fn waiting_on(lane: &Lane, upto: u64) -> Option<&WaitingOn> {
    match &lane.slice_at(upto)?.state {
        SliceState::Suspended { on, .. } => Some(on),
        _ => None,
    }
}

/// The graph after the log's first `upto` events.
pub fn await_graph(timeline: &Timeline, upto: u64) -> AwaitGraph {
    let mut graph = AwaitGraph::default();
    let mut alive: Vec<(TaskId, &Lane)> = Vec::new();
    let mut ended = Vec::new();
    for lane in timeline.lanes() {
        let Some(task) = lane.actor.task().filter(|_| lane.seq < upto) else { continue };
        match &lane.end {
            Some(end) if end.seq < upto => ended.push((end.seq, task)),
            _ => alive.push((task, lane)),
        }
    }
    ended.sort_unstable();
    graph.ended = ended.into_iter().map(|(_, task)| task).collect();

    let living: HashSet<TaskId> = alive.iter().map(|(task, _)| *task).collect();
    let mut awaiters: HashMap<TaskId, Vec<TaskId>> = HashMap::new();
    let mut children: HashMap<TaskId, Vec<TaskId>> = HashMap::new();
    for (task, lane) in &alive {
        let all = waiting_on(lane, upto).map(awaited).unwrap_or_default();
        for other in all.iter().filter(|other| living.contains(other)) {
            awaiters.entry(*other).or_default().push(*task);
            children.entry(*task).or_default().push(*other);
        }
    }
    let roots = alive.iter().filter(|(task, _)| !awaiters.contains_key(task));
    // Who is only reached through a cycle is reached from there.
    let order: Vec<TaskId> = roots.chain(&alive).map(|(task, _)| *task).collect();
    let mut seen = HashSet::new();
    for root in order {
        let mut to_do = vec![(root, 0)];
        while let Some((task, depth)) = to_do.pop() {
            if !seen.insert(task) {
                continue;
            }
            let others = awaiters.get(&task).map(|all| all.iter().skip(1).copied().collect()).unwrap_or_default();
            graph.nodes.push(Node { task, depth, others });
            let below = children.get(&task).into_iter().flatten().rev();
            to_do.extend(below.map(|child| (*child, depth + 1)));
        }
    }
    graph.cycles = cycles(timeline, &alive, upto);
    graph
}

/// The tasks that must go on before this one can. A wait that any of several ends is not one of them.
fn needs(timeline: &Timeline, lane: &Lane, upto: u64) -> Vec<TaskId> {
    match waiting_on(lane, upto) {
        Some(WaitingOn::Task { task }) => vec![*task],
        Some(WaitingOn::Tasks { what, tasks }) if what == "gather" || what == "TaskGroup" => tasks.clone(),
        Some(WaitingOn::Object { object, what, .. }) if what == "Lock" => {
            let states = timeline.object(*object).map(|object| &object.states);
            let last =
                states.and_then(|states| states.get(states.partition_point(|state| state.seq < upto).checked_sub(1)?));
            last.map(|state| state.holders.clone()).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// A cycle for each group of tasks that hold each other up.
#[inline(never)]
fn cycles(timeline: &Timeline, alive: &[(TaskId, &Lane)], upto: u64) -> Vec<Vec<TaskId>> {
    let edges: HashMap<TaskId, Vec<TaskId>> = alive
        .iter()
        .map(|(task, lane)| (*task, needs(timeline, lane, upto)))
        .filter(|(_, all)| !all.is_empty())
        .collect();
    let mut found = Vec::new();
    let mut done: HashSet<TaskId> = HashSet::new();
    for (start, _) in alive {
        // The path from `start`, each with how many of its edges have been followed.
        let mut path: Vec<(TaskId, usize)> = vec![(*start, 0)];
        while let Some((task, next)) = path.last_mut() {
            let (task, edge) = (*task, *next);
            *next += 1;
            let other = if done.contains(&task) { None } else { edges.get(&task).and_then(|all| all.get(edge)) };
            match other {
                None => {
                    done.insert(task);
                    path.pop();
                }
                Some(other) => match path.iter().position(|(on_path, _)| on_path == other) {
                    Some(from) => {
                        found.push(from_first(path[from..].iter().map(|(task, _)| *task).collect()));
                        done.extend(path.iter().map(|(task, _)| *task));
                    }
                    None => path.push((*other, 0)),
                },
            }
        }
    }
    found
}

/// The same cycle, begun at its first task.
fn from_first(mut cycle: Vec<TaskId>) -> Vec<TaskId> {
    let first = (0..cycle.len()).min_by_key(|&index| cycle[index]).unwrap_or(0);
    cycle.rotate_left(first);
    cycle
}

/// The moment as `python -m asyncio pstree` (3.14) prints it: each task, its await stack, and under that the tasks it
/// awaits. With cycles there is no tree; they are listed, as it does.
pub fn pstree(timeline: &Timeline, upto: u64, filename: &str) -> String {
    let graph = await_graph(timeline, upto);
    let name = |task: TaskId| timeline.lane(Actor::Task(task)).map_or_else(String::new, |lane| lane.name.clone());
    let mut out = String::new();
    if !graph.cycles.is_empty() {
        out.push_str("ERROR: await-graph contains cycles - cannot print a tree!\n");
        for (index, cycle) in graph.cycles.iter().enumerate() {
            let names: Vec<String> = cycle.iter().chain(cycle.first()).map(|task| name(*task)).collect();
            let _ = write!(out, "\nCycle {}: {}", index + 1, names.join(" → "));
        }
        out.push('\n');
        return out;
    }
    // What stands before the lines under each depth of tasks.
    let mut indents: Vec<String> = Vec::new();
    for (index, node) in graph.nodes.iter().enumerate() {
        indents.truncate(node.depth);
        let indent = indents.last().cloned().unwrap_or_default();
        let rest = graph.nodes[index + 1..].iter().take_while(|later| later.depth >= node.depth);
        let is_last = node.depth == 0 || !rest.into_iter().any(|later| later.depth == node.depth);
        let (branch, below) = if is_last { ("└── ", "    ") } else { ("├── ", "│   ") };
        let _ = writeln!(out, "{indent}{branch}(T) {}", name(node.task));
        let mut indent = format!("{indent}{below}");
        let slice = timeline.lane(Actor::Task(node.task)).and_then(|lane| lane.slice_at(upto));
        for frame in slice.map(|slice| slice.stack()).unwrap_or_default() {
            let _ = writeln!(out, "{indent}└──  {} {filename}:{}", frame.function, frame.line);
            indent.push_str("    ");
        }
        indents.push(indent);
    }
    out
}
