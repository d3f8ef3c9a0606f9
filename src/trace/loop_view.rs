//! The event loop's queues at a moment: small enough to be copied into checkpoints.

use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use super::event::{Actor, Event, EventKind, HandleId, Nanos, TaskId, WorkerId};
use super::log::Log;

/// What the main thread's event loop holds after some number of events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoopView {
    pub phase: Phase,
    /// From 1; 0 before the first.
    pub turn: u64,
    /// The event that began the turn. What is scheduled from there on waits for the next one.
    pub turn_seq: u64,
    /// The callback that runs now.
    pub running: Option<HandleId>,
    /// The tasks in the middle of a step, the current one last. More than one only while an eager task takes its first.
    pub current: Vec<TaskId>,
    /// In the order in which the loop will run them.
    pub ready: VecDeque<HandleId>,
    /// In the order in which they fire.
    pub timers: BTreeSet<(Nanos, HandleId)>,
    /// The line that the main thread was last seen at since the current callback or step began.
    pub line: Option<u32>,
    elsewhere: Rc<Elsewhere>,
}

/// Loops that worker threads run, and their tasks. What happens there is nothing to this one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Elsewhere {
    loops: BTreeSet<WorkerId>,
    tasks: BTreeSet<TaskId>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// No loop yet.
    #[default]
    Unstarted,
    /// It runs callbacks.
    Turning,
    /// Nobody is ready. `until` is the next timer, if there is one.
    Idle {
        until: Option<Nanos>,
    },
    Stopped,
    Closed,
}

impl Phase {
    /// Whether a loop runs.
    pub fn is_running(self) -> bool {
        matches!(self, Phase::Turning | Phase::Idle { .. })
    }
}

/// A callback that was given to the loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handle {
    pub id: HandleId,
    /// A short description.
    pub callback: String,
    /// The task whose step it is, if it is one.
    pub task: Option<TaskId>,
    /// When a timer is due.
    pub when: Option<Nanos>,
    /// The event that scheduled it.
    pub seq: u64,
}

/// The handle with that id. `handles` is in the order of ids, which count from 1 and seldom leave gaps.
pub(super) fn find_handle(handles: &Log<Handle, 256>, id: HandleId) -> Option<&Handle> {
    let near = (id.0 as usize).checked_sub(1).and_then(|index| handles.get(index));
    near.filter(|handle| handle.id == id)
        .or_else(|| handles.get(handles.partition_point(|handle| handle.id < id)).filter(|handle| handle.id == id))
}

impl LoopView {
    /// The current task.
    pub fn current_task(&self) -> Option<TaskId> {
        self.current.last().copied()
    }

    /// How much a copy of it holds.
    pub(super) fn size(&self) -> usize {
        self.ready.len() + self.timers.len()
    }

    /// The next event. `handles` holds what has been scheduled, this event's handle included.
    pub(super) fn apply(&mut self, event: &Event, handles: &Log<Handle, 256>) {
        if self.is_elsewhere(event) {
            return;
        }
        match &event.kind {
            EventKind::LoopStarted => self.phase = Phase::Turning,
            EventKind::LoopIteration { turn, ready } => {
                self.phase = Phase::Turning;
                self.turn = *turn;
                self.turn_seq = event.seq;
                self.ready = ready.iter().copied().collect();
            }
            EventKind::LoopIdle { until } => self.phase = Phase::Idle { until: *until },
            EventKind::LoopStopped => self.phase = Phase::Stopped,
            // A loop that runs cannot be closed: then it is another one.
            EventKind::LoopClosed if matches!(self.phase, Phase::Turning | Phase::Idle { .. }) => {}
            EventKind::LoopClosed => {
                self.phase = Phase::Closed;
                self.running = None;
                self.ready.clear();
                self.timers.clear();
            }
            EventKind::CallbackScheduled { handle, .. } => self.ready.push_back(*handle),
            EventKind::TimerScheduled { handle, when, .. } => {
                self.timers.insert((*when, *handle));
            }
            EventKind::TimerFired { handle } => {
                self.forget(*handle, handles);
                self.ready.push_back(*handle);
            }
            EventKind::HandleCancelled { handle } => self.forget(*handle, handles),
            EventKind::HandleStarted { handle } => {
                self.forget(*handle, handles);
                self.running = Some(*handle);
                self.line = None;
            }
            EventKind::HandleFinished { .. } => {
                self.running = None;
                self.line = None;
            }
            EventKind::StepStarted { task } | EventKind::Resumed { task } => {
                self.current.push(*task);
                self.line = None;
            }
            EventKind::Suspended { task, .. } | EventKind::TaskDone { task, .. } => {
                self.current.retain(|current| current != task);
                self.line = None;
            }
            kind => {
                if let Some(line) = line_of(kind)
                    && !matches!(event.actor, Actor::Worker(_))
                {
                    self.line = Some(line);
                }
            }
        }
    }

    /// Whether the task belongs to a worker thread's loop.
    pub(super) fn runs_elsewhere(&self, task: TaskId) -> bool {
        self.elsewhere.tasks.contains(&task)
    }

    /// Whether another loop's doings are told, or who is to be known for that.
    fn is_elsewhere(&mut self, event: &Event) -> bool {
        match (&event.kind, event.actor) {
            (EventKind::LoopStarted, Actor::Worker(worker)) => {
                Rc::make_mut(&mut self.elsewhere).loops.insert(worker);
                true
            }
            (EventKind::LoopClosed, Actor::Worker(worker)) => {
                Rc::make_mut(&mut self.elsewhere).loops.remove(&worker);
                true
            }
            (EventKind::TaskCreated { task, .. }, actor)
                if matches!(actor, Actor::Worker(_)) || actor.task().is_some_and(|by| self.runs_elsewhere(by)) =>
            {
                Rc::make_mut(&mut self.elsewhere).tasks.insert(*task);
                true
            }
            // An executor's thread gives its result to the loop that it works for.
            (EventKind::CallbackScheduled { task: Some(task), .. }, Actor::Worker(_)) if self.runs_elsewhere(*task) => {
                true
            }
            (_, Actor::Worker(worker)) => self.elsewhere.loops.contains(&worker),
            (_, Actor::Task(task)) => self.runs_elsewhere(task),
            (_, Actor::Main) => false,
        }
    }

    /// Takes a handle out of the queue that it is in.
    fn forget(&mut self, handle: HandleId, handles: &Log<Handle, 256>) {
        if self.ready.front() == Some(&handle) {
            self.ready.pop_front();
            return;
        }
        let when = find_handle(handles, handle).and_then(|handle| handle.when);
        if when.is_some_and(|when| self.timers.remove(&(when, handle))) {
            return;
        }
        if let Some(index) = self.ready.iter().position(|&ready| ready == handle) {
            self.ready.remove(index);
        }
    }
}

/// The program's line that an event names.
pub(super) fn line_of(kind: &EventKind) -> Option<u32> {
    match *kind {
        EventKind::TaskCreated { line, .. }
        | EventKind::Output { line, .. }
        | EventKind::Blocking { line, .. }
        | EventKind::ExceptionRaised { line, .. }
        | EventKind::ExceptionCaught { line, .. }
        | EventKind::ContextEntered { line, .. }
        | EventKind::ContextLeft { line, .. }
        | EventKind::GeneratorYielded { line, .. }
        | EventKind::ThreadBlocked { line, .. }
        | EventKind::WorkerCreated { line, .. }
        | EventKind::ExecutorSubmitted { line, .. }
        | EventKind::Warning { line, .. }
        | EventKind::LineReached { line, .. } => Some(line).filter(|&line| line > 0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::timeline::Timeline;
    use super::*;

    #[test]
    fn a_loop_in_a_worker_thread_leaves_the_main_threads_queues_alone() {
        let (one, two) = (TaskId(1), TaskId(2));
        let worker = Actor::Worker(WorkerId(1));
        let created = |task, line| EventKind::TaskCreated {
            task,
            name: String::new(),
            coroutine: "f".into(),
            parent: None,
            line,
        };
        let soon = |handle, task| EventKind::CallbackScheduled {
            handle: HandleId(handle),
            callback: "step".into(),
            task: Some(task),
        };
        let timeline: Timeline = [
            (Actor::Main, EventKind::LoopStarted),
            (Actor::Main, created(one, 1)),
            (Actor::Main, soon(1, one)),
            (Actor::Main, EventKind::LoopIteration { turn: 1, ready: vec![HandleId(1)] }),
            (Actor::Main, EventKind::HandleStarted { handle: HandleId(1) }),
            (Actor::Task(one), EventKind::StepStarted { task: one }),
            (worker, created(two, 2)),
            (worker, soon(2, two)),
            (worker, EventKind::LoopStarted),
            (worker, EventKind::LoopIteration { turn: 7, ready: vec![HandleId(2)] }),
            (worker, EventKind::HandleStarted { handle: HandleId(2) }),
            (Actor::Task(two), EventKind::StepStarted { task: two }),
            (Actor::Task(two), soon(3, two)),
            (worker, EventKind::LoopIdle { until: None }),
        ]
        .into_iter()
        .map(|(actor, kind)| Event { seq: 0, at: Nanos::ZERO, actor, kind })
        .collect();
        let view = timeline.now();
        assert_eq!((view.turn, view.phase, view.running), (1, Phase::Turning, Some(HandleId(1))));
        assert_eq!((view.current_task(), view.ready.len()), (Some(one), 0));
        let lane = timeline.lane(Actor::Task(one)).expect("it was created");
        assert_eq!(lane.slices.last().map(|slice| slice.state.as_str()), Some("running"));
    }
}
