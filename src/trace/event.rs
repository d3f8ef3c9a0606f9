//! What happened in a run, in order: the one source of every picture, sentence and export.
//!
//! `json` writes and reads it.

use std::borrow::Cow;
use std::fmt;

/// A moment of, or a span in, program time, in nanoseconds since the run began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nanos(pub u64);

impl Nanos {
    pub const ZERO: Nanos = Nanos(0);
    pub const SECOND: Nanos = Nanos(1_000_000_000);

    /// The nearest nanosecond; negative seconds and NaN give zero, what is too large the last moment there is.
    pub fn from_secs_f64(secs: f64) -> Nanos {
        Nanos((secs * 1e9).round() as u64)
    }

    pub fn as_secs_f64(self) -> f64 {
        self.0 as f64 / 1e9
    }

    pub fn saturating_sub(self, other: Nanos) -> Nanos {
        Nanos(self.0.saturating_sub(other.0))
    }

    pub fn saturating_add(self, other: Nanos) -> Nanos {
        Nanos(self.0.saturating_add(other.0))
    }
}

/// A task, numbered from 1 in the order of creation; shown as `T1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(pub u32);

impl fmt::Display for TaskId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{}", self.0)
    }
}

/// A green thread other than the main one, numbered from 1 in the order of creation; shown as `W1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkerId(pub u32);

impl fmt::Display for WorkerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "W{}", self.0)
    }
}

/// Who did it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Actor {
    /// The main thread outside any task: the module's own code, the event loop, a plain callback.
    #[default]
    Main,
    Task(TaskId),
    Worker(WorkerId),
}

impl Actor {
    pub fn task(self) -> Option<TaskId> {
        match self {
            Actor::Task(task) => Some(task),
            Actor::Main | Actor::Worker(_) => None,
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Actor::Main => f.write_str("main"),
            Actor::Task(task) => task.fmt(f),
            Actor::Worker(worker) => worker.fmt(f),
        }
    }
}

/// A callback in the loop's queues, numbered from 1 in the order of scheduling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HandleId(pub u32);

/// A future, lock, queue, event, … that tasks wait on, numbered from 1 in the order in which the trace met them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(pub u32);

/// A call given to an executor, numbered from 1 in the order of submission; 0 if it is not known which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JobId(pub u32);

/// As many of a lock's waiters are named in an event. A thousand that wait for one lock would else make the log of their
/// thousand turns a million names long.
pub const MOST_WAITERS: usize = 16;

/// How many events that were left out a `Folded` stands for, at most.
pub const FOLD: u64 = 100_000;

/// One entry of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Position in the log, from 0, without gaps.
    pub seq: u64,
    /// Program time. Never decreases along the log.
    pub at: Nanos,
    /// Who was running.
    pub actor: Actor,
    pub kind: EventKind,
}

/// One frame of an await stack: a function of the program that is suspended, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Await {
    /// The code's `__qualname__`.
    pub function: String,
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
}

/// Why a task is suspended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WaitingOn {
    /// `asyncio.sleep(delay)`; ready again at `until`.
    Sleep {
        delay: Nanos,
        until: Nanos,
    },
    /// `sleep(0)` or a bare `yield`: it only lets the others go first.
    Turn,
    Task {
        task: TaskId,
    },
    /// `gather`, `wait`, `as_completed`, a task group: several at once.
    Tasks {
        what: String,
        tasks: Vec<TaskId>,
    },
    /// A future that is none of the others.
    Future {
        object: ObjectId,
    },
    /// A lock, semaphore, condition, event, barrier or queue. `holders` hold it now.
    Object {
        object: ObjectId,
        what: String,
        name: String,
        holders: Vec<TaskId>,
    },
    /// A function given to an executor; `ExecutorStarted` says which worker runs it, and when.
    Executor {
        job: JobId,
        function: String,
    },
}

/// Who made a suspended task ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waker {
    /// Its own timer, that was due at `when`.
    Timer {
        when: Nanos,
    },
    /// A task: by ending, by releasing a lock, by setting a future's result.
    Task {
        task: TaskId,
    },
    /// A plain callback or the main program.
    Callback {
        handle: Option<HandleId>,
    },
    Executor {
        worker: WorkerId,
    },
    /// Somebody's `cancel()`.
    Cancellation {
        by: Actor,
    },
    /// Nobody: it had only given way (`sleep(0)`).
    Turn,
}

/// How a task ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// `value` is a shortened `repr`.
    Returned {
        value: String,
    },
    Raised {
        exception: String,
        message: String,
    },
    Cancelled {
        message: String,
        /// Its coroutine returned; it was cancelled while it ran for the last time.
        returned: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Stdout,
    Stderr,
}

/// What changed at a lock, queue, event, …
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Created,
    Acquired,
    Released,
    Set,
    Cleared,
    Put,
    Got,
    WaiterAdded,
    WaiterLeft,
    Shutdown,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// A loop began to run (`run_forever`, `run_until_complete`).
    LoopStarted,
    /// `run_once` begins: the `turn`-th iteration, from 1, with these handles ready, in order.
    LoopIteration {
        turn: u64,
        ready: Vec<HandleId>,
    },
    /// Nothing is ready. `until` is the next timer, if there is one.
    LoopIdle {
        until: Option<Nanos>,
    },
    LoopStopped,
    LoopClosed,

    /// `coroutine` is its `__qualname__`; `line` is where the task was made.
    TaskCreated {
        task: TaskId,
        name: String,
        coroutine: String,
        parent: Option<TaskId>,
        line: u32,
    },
    TaskRenamed {
        task: TaskId,
        name: String,
    },
    /// The loop runs the task's first step.
    StepStarted {
        task: TaskId,
    },
    /// The loop runs a further step: the await returns, or raises.
    Resumed {
        task: TaskId,
    },
    /// The step ended at an await. `stack` is outermost first and holds the program's own frames.
    Suspended {
        task: TaskId,
        stack: Vec<Await>,
        on: WaitingOn,
    },
    /// The task is ready: its next step is in the loop's queue.
    Woken {
        task: TaskId,
        by: Waker,
    },
    TaskDone {
        task: TaskId,
        outcome: Outcome,
    },
    CancelRequested {
        task: TaskId,
        by: Actor,
        message: String,
    },
    /// `CancelledError` is thrown into the task.
    CancelDelivered {
        task: TaskId,
    },
    /// Before a `Suspended` of a step that began by throwing an exception in: the `frames` outermost frames of its stack
    /// did not run. The exception went past them, and was caught further in.
    ThrownPast {
        task: TaskId,
        frames: u32,
    },

    /// `call_soon`. `callback` is a short description; `task` is whose step it is, if it is one.
    CallbackScheduled {
        handle: HandleId,
        callback: Cow<'static, str>,
        task: Option<TaskId>,
    },
    /// `call_later`, `call_at`.
    TimerScheduled {
        handle: HandleId,
        callback: Cow<'static, str>,
        task: Option<TaskId>,
        when: Nanos,
    },
    /// The timer is due and joins the ready queue.
    TimerFired {
        handle: HandleId,
    },
    HandleCancelled {
        handle: HandleId,
    },
    /// The loop begins to run the handle.
    HandleStarted {
        handle: HandleId,
    },
    HandleFinished {
        handle: HandleId,
    },

    Output {
        stream: Stream,
        text: String,
        line: u32,
    },
    /// A call held the thread for `duration` and the event's `at` is its beginning (`time.sleep`).
    Blocking {
        what: String,
        line: u32,
        duration: Nanos,
    },
    ExceptionRaised {
        exception: String,
        message: String,
        line: u32,
    },
    ExceptionCaught {
        exception: String,
        line: u32,
    },

    /// A lock, semaphore, condition, event, barrier or queue after a change.
    ObjectChanged {
        object: ObjectId,
        what: Cow<'static, str>,
        name: String,
        change: Change,
        holders: Vec<TaskId>,
        /// The first of those who wait, at most `MOST_WAITERS`.
        waiters: Vec<TaskId>,
        /// How many wait.
        waiting: u64,
        depth: u64,
    },
    /// `async with`; `manager` is the class's name.
    ContextEntered {
        manager: String,
        line: u32,
    },
    ContextLeft {
        manager: String,
        line: u32,
    },
    /// An async generator gave a value to the task that iterates it.
    GeneratorYielded {
        generator: String,
        line: u32,
    },

    /// The actor made a thread, at `line`; `function` is what it runs.
    WorkerCreated {
        worker: WorkerId,
        name: String,
        function: String,
        line: u32,
    },
    /// It runs for the first time.
    WorkerStarted {
        worker: WorkerId,
        name: String,
    },
    WorkerRenamed {
        worker: WorkerId,
        name: String,
    },
    /// A worker of a pool has no work.
    WorkerIdle {
        worker: WorkerId,
    },
    WorkerFinished {
        worker: WorkerId,
    },
    /// The actor's thread waits in a call of `on` (`Lock.acquire`, `Queue.get`, `Thread.join`, …), at the latest until
    /// `until`. If it is the loop's thread, everybody waits.
    ThreadBlocked {
        on: String,
        line: u32,
        until: Option<Nanos>,
    },
    /// The actor has given a blocked or idle thread what it waits for.
    ThreadWoken {
        woken: Actor,
    },
    /// The actor's thread goes on after `ThreadBlocked` or `WorkerIdle`.
    ThreadResumed,
    /// The actor gave a call to an executor.
    ExecutorSubmitted {
        job: JobId,
        function: String,
        line: u32,
    },
    ExecutorStarted {
        job: JobId,
        worker: WorkerId,
    },
    ExecutorFinished {
        job: JobId,
        worker: WorkerId,
    },

    /// `category` is the warning's class, or `asyncio` for what its logger is told. `task` is whom it is about, if it is a
    /// task's affair.
    Warning {
        category: String,
        message: String,
        line: u32,
        task: Option<TaskId>,
    },
    /// The log has become long: what happens from here on is counted, and not told one by one (`Options::detail`). Comes
    /// when that begins, again after each `FOLD` events that were left out, and when a loop stops. The numbers are totals since
    /// it began. Told one by one are still output, warnings, blocking calls, loops that start and stop, and the ends of
    /// tasks that were there before.
    Folded {
        events: u64,
        tasks: u64,
        steps: u64,
        turns: u64,
        returned: u64,
        raised: u64,
        cancelled: u64,
    },
    /// The line that runs. Only in runs that are stepped: at each line, or just before a task suspends there.
    LineReached {
        line: u32,
        /// The names of the frame that runs and their values, shortened.
        locals: Vec<(String, String)>,
    },
}
