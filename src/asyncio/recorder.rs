//! The `Host` that writes the trace.

use std::any::Any;
use std::collections::HashMap;

use crate::trace::event::{
    Actor, Event, EventKind, FOLD, HandleId, JobId, Nanos, ObjectId, Outcome, Stream, TaskId, Waker, WorkerId,
};
use crate::vm::{self, Exc, Host, ThreadEvent, Vm};

/// What a thread is at: its task, its handle, the cause of what it makes ready.
type Current = (Option<TaskId>, Option<HandleId>, Option<Waker>);

/// Collects the events of a run until somebody takes them.
#[derive(Default)]
pub struct Recorder {
    /// After so many events they are counted, see `EventKind::Folded`.
    pub detail: u64,
    fold: Option<Box<Fold>>,
    events: Vec<Event>,
    seq: u64,
    at: u64,
    /// The task whose step runs on the thread that runs.
    pub task: Option<TaskId>,
    /// The handle that its loop runs.
    pub handle: Option<HandleId>,
    /// Who is to be named as the waker of what becomes ready now, if it is not simply the one that runs.
    pub cause: Option<Waker>,
    /// The thread that runs, and the same of those that do not.
    fiber: u32,
    others: HashMap<u32, Current>,
    last_task: u32,
    /// The `async with` statements that were entered and not left: by whom, at which line, and the manager's class.
    contexts: Vec<(Actor, u32, String)>,
    next_handle: u32,
    next_object: u32,
    /// How many `Suspended` and `TaskDone` there were: `Until::Await` stops when it grows.
    pub awaits: u64,
    /// How many `LoopIteration` there were.
    pub turns: u64,
    /// Without it nothing is recorded but output: for measuring what recording costs.
    pub muted: bool,
}

/// What was left out of the log.
#[derive(Default)]
struct Fold {
    /// The last task that was made before.
    last_task: u32,
    events: u64,
    tasks: u64,
    steps: u64,
    turns: u64,
    returned: u64,
    raised: u64,
    cancelled: u64,
}

impl Fold {
    /// Whether the event is only counted.
    fn takes(&mut self, kind: &EventKind) -> bool {
        match kind {
            EventKind::Output { .. }
            | EventKind::Warning { .. }
            | EventKind::Blocking { .. }
            | EventKind::LoopStarted
            | EventKind::LoopStopped
            | EventKind::LoopClosed
            | EventKind::WorkerStarted { .. }
            | EventKind::WorkerFinished { .. }
            | EventKind::LineReached { .. } => return false,
            EventKind::TaskCreated { .. } => self.tasks += 1,
            EventKind::StepStarted { .. } | EventKind::Resumed { .. } => self.steps += 1,
            EventKind::LoopIteration { .. } => self.turns += 1,
            EventKind::TaskDone { task, outcome } => {
                match outcome {
                    Outcome::Returned { .. } => self.returned += 1,
                    Outcome::Raised { .. } => self.raised += 1,
                    Outcome::Cancelled { .. } => self.cancelled += 1,
                }
                if task.0 <= self.last_task {
                    return false;
                }
            }
            _ => {}
        }
        self.events += 1;
        true
    }

    fn event(&self) -> EventKind {
        let &Fold { events, tasks, steps, turns, returned, raised, cancelled, .. } = self;
        EventKind::Folded { events, tasks, steps, turns, returned, raised, cancelled }
    }
}

impl Recorder {
    pub fn new(detail: u64) -> Recorder {
        Recorder { detail, ..Recorder::default() }
    }

    pub fn emit(&mut self, at: u64, actor: Actor, kind: EventKind) {
        match &kind {
            EventKind::Suspended { .. } | EventKind::TaskDone { .. } => self.awaits += 1,
            EventKind::LoopIteration { .. } => self.turns += 1,
            EventKind::Output { .. } => {}
            _ if self.muted => return,
            _ => {}
        }
        if let EventKind::TaskCreated { task, .. } = &kind
            && self.fold.is_none()
        {
            self.last_task = task.0;
        }
        self.at = self.at.max(at);
        if self.seq >= self.detail {
            if self.fold.is_none() {
                let fold = Fold { last_task: self.last_task, ..Fold::default() };
                self.write(actor, fold.event());
                self.fold = Some(Box::new(fold));
            }
            if let Some(fold) = &mut self.fold {
                let taken = fold.takes(&kind);
                let is_end = matches!(kind, EventKind::LoopStopped);
                let told = (is_end || taken && fold.events % FOLD == 0).then(|| fold.event());
                if let Some(told) = told {
                    self.write(actor, told);
                }
                if taken {
                    return;
                }
            }
        }
        self.write(actor, kind);
    }

    fn write(&mut self, actor: Actor, kind: EventKind) {
        self.events.push(Event { seq: self.seq, at: Nanos(self.at), actor, kind });
        self.seq += 1;
    }

    pub fn take(&mut self) -> Vec<Event> {
        let room = Vec::with_capacity(self.events.len());
        std::mem::replace(&mut self.events, room)
    }

    pub fn pending(&self) -> usize {
        self.events.len()
    }

    pub fn new_handle(&mut self) -> HandleId {
        self.next_handle += 1;
        HandleId(self.next_handle)
    }

    pub fn new_object(&mut self) -> ObjectId {
        self.next_object += 1;
        ObjectId(self.next_object)
    }

    /// Who runs on a thread.
    pub fn actor(&self, fiber: u32) -> Actor {
        let task = if fiber == self.fiber { self.task } else { self.others.get(&fiber).and_then(|other| other.0) };
        match (task, fiber) {
            (Some(task), _) => Actor::Task(task),
            (None, 0) => Actor::Main,
            (None, worker) => Actor::Worker(WorkerId(worker)),
        }
    }

    /// Who wakes what becomes ready now.
    pub fn waker(&self, fiber: u32) -> Waker {
        if let Some(cause) = &self.cause {
            return cause.clone();
        }
        match self.actor(fiber) {
            Actor::Task(task) => Waker::Task { task },
            Actor::Worker(worker) => Waker::Executor { worker },
            Actor::Main => Waker::Callback { handle: self.handle },
        }
    }
}

impl Host for Recorder {
    fn output(&mut self, now: u64, fiber: u32, stream: vm::Stream, text: &str, line: u32) {
        let stream = match stream {
            vm::Stream::Stdout => Stream::Stdout,
            vm::Stream::Stderr => Stream::Stderr,
        };
        let actor = self.actor(fiber);
        // One print is one event, though it writes its text and its end apart.
        if let Some(Event {
            at, actor: last_actor, kind: EventKind::Output { stream: last, text: shown, line: l }, ..
        }) = self.events.last_mut()
            && *last == stream
            && *last_actor == actor
            && *l == line
            && !shown.ends_with('\n')
            && shown.len() < 4096
        {
            shown.push_str(text);
            *at = Nanos(now.max(at.0));
            self.at = self.at.max(now);
            return;
        }
        self.emit(now, actor, EventKind::Output { stream, text: text.to_owned(), line });
    }

    fn raised(&mut self, now: u64, fiber: u32, exc: &Exc, line: u32) {
        if self.muted || line == 0 {
            return;
        }
        let actor = self.actor(fiber);
        let message = exc.args().items.first().and_then(|m| m.as_str().map(shorten)).unwrap_or_default();
        self.emit(now, actor, EventKind::ExceptionRaised { exception: exc.class().name(), message, line });
    }

    fn caught(&mut self, now: u64, fiber: u32, exc: &Exc, line: u32) {
        if line != 0 {
            let actor = self.actor(fiber);
            self.emit(now, actor, EventKind::ExceptionCaught { exception: exc.class().name(), line });
        }
    }

    fn blocking(&mut self, now: u64, fiber: u32, what: &str, line: u32, duration: u64) {
        let actor = self.actor(fiber);
        self.emit(now, actor, EventKind::Blocking { what: what.to_owned(), line, duration: Nanos(duration) });
    }

    fn async_context(&mut self, now: u64, fiber: u32, manager: String, line: u32) {
        let actor = self.actor(fiber);
        if !manager.is_empty() {
            self.contexts.push((actor, line, manager.clone()));
            self.emit(now, actor, EventKind::ContextEntered { manager, line });
        } else if let Some(index) = self.contexts.iter().rposition(|(who, at, _)| (*who, *at) == (actor, line)) {
            let (_, _, manager) = self.contexts.remove(index);
            self.emit(now, actor, EventKind::ContextLeft { manager, line });
        }
    }

    fn async_yield(&mut self, now: u64, fiber: u32, generator: &str, line: u32) {
        let actor = self.actor(fiber);
        self.emit(now, actor, EventKind::GeneratorYielded { generator: generator.to_owned(), line });
    }

    fn warned(&mut self, now: u64, fiber: u32, category: &str, text: &str, line: u32) {
        let (actor, category, message) = (self.actor(fiber), category.to_owned(), shorten(text));
        self.emit(now, actor, EventKind::Warning { category, message, line, task: None });
    }

    fn thread(&mut self, now: u64, fiber: u32, event: ThreadEvent<'_>) {
        let (actor, worker) = (self.actor(fiber), WorkerId(fiber));
        let kind = match event {
            ThreadEvent::Created { thread, name, function, line } => EventKind::WorkerCreated {
                worker: WorkerId(thread),
                name: name.to_owned(),
                function: function.to_owned(),
                line,
            },
            ThreadEvent::Started { name } => EventKind::WorkerStarted { worker, name: name.to_owned() },
            // The main thread has no lane of its own.
            ThreadEvent::Renamed { .. } if fiber == 0 => return,
            ThreadEvent::Renamed { name } => EventKind::WorkerRenamed { worker, name: name.to_owned() },
            ThreadEvent::Blocked { on, line, until } => {
                EventKind::ThreadBlocked { on: on.to_owned(), line, until: until.map(Nanos) }
            }
            ThreadEvent::Idle => EventKind::WorkerIdle { worker },
            ThreadEvent::Woken { thread } => EventKind::ThreadWoken { woken: self.actor(thread) },
            ThreadEvent::Resumed => EventKind::ThreadResumed,
            ThreadEvent::Ended => {
                self.others.remove(&fiber);
                EventKind::WorkerFinished { worker }
            }
            ThreadEvent::JobSubmitted { job, function, line } => {
                EventKind::ExecutorSubmitted { job: JobId(job), function: function.to_owned(), line }
            }
            ThreadEvent::JobStarted { job } => EventKind::ExecutorStarted { job: JobId(job), worker },
            ThreadEvent::JobFinished { job } => EventKind::ExecutorFinished { job: JobId(job), worker },
        };
        self.emit(now, actor, kind);
    }

    fn switched(&mut self, fiber: u32) {
        let next = self.others.remove(&fiber).unwrap_or_default();
        let previous = (self.task.take(), self.handle.take(), self.cause.take());
        self.others.insert(self.fiber, previous);
        (self.task, self.handle, self.cause) = next;
        self.fiber = fiber;
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

/// The first part of a text that is only shown.
pub fn shorten(text: &str) -> String {
    const MOST: usize = 200;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The run's recorder.
pub fn recorder(vm: &mut Vm) -> &mut Recorder {
    vm.host.as_any().downcast_mut().expect("a run's host is its recorder")
}

/// Writes an event, now and by whoever runs.
pub fn emit(vm: &mut Vm, kind: EventKind) {
    let (now, fiber) = (vm.now(), vm.fiber.id);
    let recorder = recorder(vm);
    let actor = recorder.actor(fiber);
    recorder.emit(now, actor, kind);
}
