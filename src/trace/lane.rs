//! A lane: one actor's life as slices that touch and never overlap.

use std::rc::Rc;

use super::event::{Actor, Await, EventKind, Nanos, Outcome, Stream, TaskId, WaitingOn, Waker};
use super::log::Log;

/// One row of the timeline: the event loop's (`Actor::Main`), a task's or a worker thread's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    pub actor: Actor,
    /// The task's or the thread's name; empty for the event loop.
    pub name: String,
    /// The coroutine's `__qualname__`, or the function that the worker runs; empty for the event loop.
    pub function: String,
    /// The task that created this one. `None` for the loop, for workers, and for tasks that no task created.
    pub parent: Option<TaskId>,
    /// How many ancestors a task has that are tasks.
    pub depth: u32,
    /// The line that created the task or thread.
    pub line: Option<u32>,
    /// The event that made the lane.
    pub seq: u64,
    /// In order; each begins where the one before ends. The last one is open until the lane ends.
    pub slices: Log<Slice, 16>,
    /// In order.
    pub marks: Log<Mark, 16>,
    /// Set once, when the task is done. No slice follows.
    pub end: Option<End>,
}

/// How and when a task ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    pub outcome: Outcome,
    pub at: Nanos,
    pub seq: u64,
}

/// A piece of a lane in one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice {
    pub state: SliceState,
    pub start: Nanos,
    /// `None` while it lasts. A blocking slice knows its end from the beginning.
    pub end: Option<Nanos>,
    /// The event that began it.
    pub seq: u64,
    /// The event that ended it: the one that began the next slice of the lane, if there is one.
    pub end_seq: Option<u64>,
    /// The loop's turn, from 1; 0 before the loop's first.
    pub turn: u64,
    /// Where in the program: for a suspended slice the line of its innermost `await`, for a running one the line that it
    /// goes on from.
    pub line: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SliceState {
    /// A task: it is the current task. The loop: it runs callbacks, or the program runs outside any loop.
    Running,
    /// Waiting for its turn.
    Ready { by: ReadyBy },
    /// At an `await`. `stack` is outermost first. `woken_by` is set when it ends.
    Suspended { on: WaitingOn, stack: Rc<[Await]>, woken_by: Option<Waker> },
    /// A call holds the thread: for a task or the loop everybody waits; a worker holds up nobody but itself.
    Blocking { what: String },
    /// The loop: nobody is ready before `until`. A pool's worker: there is no work for it.
    Idle { until: Option<Nanos> },
}

impl SliceState {
    /// The word for `data-state`.
    pub fn as_str(&self) -> &'static str {
        match self {
            SliceState::Running => "running",
            SliceState::Ready { .. } => "ready",
            SliceState::Suspended { .. } => "suspended",
            SliceState::Blocking { .. } => "blocking",
            SliceState::Idle { .. } => "idle",
        }
    }
}

/// What made a task, or a worker's function, ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadyBy {
    /// It is new and has not begun.
    Created,
    Woken(Waker),
    /// It was running and gave its place to the first step of an eager task; it goes on when that step ends.
    Swapped {
        eager: TaskId,
    },
}

/// Something that happened in a lane at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub kind: MarkKind,
    pub at: Nanos,
    pub seq: u64,
    pub line: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// The text is in the console's piece with the same `seq`.
    Output {
        stream: Stream,
    },
    ExceptionRaised {
        exception: String,
        message: String,
    },
    ExceptionCaught {
        exception: String,
    },
    /// In the lane of the task that is to be cancelled.
    CancelRequested {
        by: Actor,
        message: String,
    },
    CancelDelivered,
    ContextEntered {
        manager: String,
    },
    ContextLeft {
        manager: String,
    },
    GeneratorYielded {
        generator: String,
    },
    Warning {
        category: String,
        message: String,
    },
}

impl MarkKind {
    /// The mark that an event leaves in a lane, if it leaves one.
    pub fn of(kind: &EventKind) -> Option<MarkKind> {
        Some(match kind {
            EventKind::Output { stream, .. } => MarkKind::Output { stream: *stream },
            EventKind::ExceptionRaised { exception, message, .. } => {
                MarkKind::ExceptionRaised { exception: exception.clone(), message: message.clone() }
            }
            EventKind::ExceptionCaught { exception, .. } => MarkKind::ExceptionCaught { exception: exception.clone() },
            EventKind::CancelRequested { by, message, .. } => {
                MarkKind::CancelRequested { by: *by, message: message.clone() }
            }
            EventKind::CancelDelivered { .. } => MarkKind::CancelDelivered,
            EventKind::ContextEntered { manager, .. } => MarkKind::ContextEntered { manager: manager.clone() },
            EventKind::ContextLeft { manager, .. } => MarkKind::ContextLeft { manager: manager.clone() },
            EventKind::GeneratorYielded { generator, .. } => {
                MarkKind::GeneratorYielded { generator: generator.clone() }
            }
            EventKind::Warning { category, message, .. } => {
                MarkKind::Warning { category: category.clone(), message: message.clone() }
            }
            _ => return None,
        })
    }

    /// The word for `data-mark`.
    pub fn as_str(&self) -> &'static str {
        match self {
            MarkKind::Output { .. } => "output",
            MarkKind::ExceptionRaised { .. } => "exception-raised",
            MarkKind::ExceptionCaught { .. } => "exception-caught",
            MarkKind::CancelRequested { .. } => "cancel-requested",
            MarkKind::CancelDelivered => "cancel-delivered",
            MarkKind::ContextEntered { .. } => "context-entered",
            MarkKind::ContextLeft { .. } => "context-left",
            MarkKind::GeneratorYielded { .. } => "generator-yielded",
            MarkKind::Warning { .. } => "warning",
        }
    }
}

impl Lane {
    /// The slice that the lane is in after the log's first `upto` events; `None` before its first and after its end.
    pub fn slice_at(&self, upto: u64) -> Option<&Slice> {
        if self.outcome_at(upto).is_some() {
            return None;
        }
        self.slices.get(self.slices_at(upto).checked_sub(1)?)
    }

    /// How many slices have begun within the log's first `upto` events.
    pub fn slices_at(&self, upto: u64) -> usize {
        self.slices.partition_point(|slice| slice.seq < upto)
    }

    /// The index of the slice that a `seq` falls into.
    pub fn slice_index_at(&self, seq: u64) -> Option<usize> {
        self.slices_at(seq + 1).checked_sub(1)
    }

    /// The index of the slice that covers program time `at`; of several that touch there, the last.
    pub fn slice_index_at_time(&self, at: Nanos) -> Option<usize> {
        self.slices.partition_point(|slice| slice.start <= at).checked_sub(1)
    }

    /// How the task ended, if that was within the log's first `upto` events.
    pub fn outcome_at(&self, upto: u64) -> Option<&Outcome> {
        self.end.as_ref().filter(|end| end.seq < upto).map(|end| &end.outcome)
    }

    /// Ends the last slice where the new one begins.
    pub(super) fn begin(&mut self, slice: Slice) {
        self.finish(slice.start, slice.seq);
        self.slices.push(slice);
    }

    /// Ends the last slice, if it is open.
    pub(super) fn finish(&mut self, at: Nanos, seq: u64) {
        if let Some(last) = self.slices.last_mut()
            && last.end_seq.is_none()
        {
            last.end = Some(at);
            last.end_seq = Some(seq);
        }
    }
}

impl Slice {
    /// How long it lasted, or has lasted at `now`.
    pub fn duration(&self, now: Nanos) -> Nanos {
        self.end.unwrap_or(now).saturating_sub(self.start)
    }

    /// The await stack, outermost first; empty unless suspended.
    pub fn stack(&self) -> &[Await] {
        match &self.state {
            SliceState::Suspended { stack, .. } => stack,
            _ => &[],
        }
    }
}
