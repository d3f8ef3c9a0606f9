//! The timeline: what the page draws, as a pure fold over a run's events.
//!
//! Everything here is answered for a *moment*: the number of events that have happened, `upto`. 0 is before the run, the
//! log's length is its newest state. Lanes, marks and the console are lists in order of `seq`, so a moment is a
//! prefix of each; the loop's queues are kept at checkpoints and folded on from there.

use std::collections::HashMap;
use std::rc::Rc;

use super::event::{Actor, Event, EventKind, HandleId, JobId, Nanos, ObjectId, Stream, TaskId, Waker, WorkerId};
use super::lane::{End, Lane, Mark, MarkKind, ReadyBy, Slice, SliceState};
use super::log::Log;
use super::loop_view::{Handle, LoopView, find_handle, line_of};

/// A checkpoint is due after so many events, or later when the queues are long: the copies then stay smaller than the log.
const CHECKPOINT_EVENTS: u64 = 512;

/// A step's share of its column; the rest is what the loop does until the next step.
const STEP_SHARE: f64 = 0.625;

/// A run as it is drawn. Cheap to clone, whatever its length: a clone shares all that is finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The log itself; an event's `seq` is its index.
    events: Log<Event, 512>,
    lanes: Vec<Rc<Lane>>,
    lane_of: Rc<HashMap<Actor, usize>>,
    handles: Log<Handle, 256>,
    objects: Vec<Rc<Object>>,
    object_of: Rc<HashMap<ObjectId, usize>>,
    console: Log<Piece>,
    bands: Log<Band>,
    now: Rc<LoopView>,
    checkpoints: Log<Rc<Checkpoint>>,
    columns: Log<Column>,
    /// Lanes in a blocking slice, and when they go on.
    blocked: Vec<(usize, Nanos)>,
    /// The band that grows while the loop's thread waits for another one.
    held: Option<usize>,
    jobs: Vec<Rc<Job>>,
}

/// A piece of the axis of turns. On it every step of a task is as long as any other, and a wait takes no more room than a
/// step does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The event that begins it.
    pub seq: u64,
    pub at: Nanos,
    pub kind: ColumnKind,
    /// The event that ends the step, if it is one that has ended.
    pub end: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// A task's step, and what the loop does until the next.
    Step(TaskId),
    /// Nobody is ready, or a call blocks everybody.
    Wait,
    /// What follows a wait, up to the next step.
    Between,
}

/// A piece of output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub seq: u64,
    pub at: Nanos,
    pub actor: Actor,
    pub stream: Stream,
    pub text: String,
    /// The line that printed it.
    pub line: Option<u32>,
}

/// A time in which one call held up everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    pub seq: u64,
    pub start: Nanos,
    pub end: Nanos,
    /// Whose call it was: a task's, or `Main` for the module's own code and plain callbacks.
    pub actor: Actor,
    /// The function called, such as `time.sleep`.
    pub what: String,
    pub line: Option<u32>,
}

/// A call that was given to an executor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub job: JobId,
    pub function: String,
    /// The line that submitted it.
    pub line: Option<u32>,
    pub submitted: Milestone,
    /// By the worker that runs it.
    pub started: Option<Milestone>,
    pub finished: Option<Milestone>,
}

/// When something happened, and who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Milestone {
    pub seq: u64,
    pub at: Nanos,
    pub by: Actor,
}

/// A lock, semaphore, condition, event, barrier or queue, with its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    pub object: ObjectId,
    /// The class's name.
    pub what: String,
    /// The name that the program knows it by; may be empty.
    pub name: String,
    /// In order; each stands until the next.
    pub states: Log<ObjectState, 16>,
}

/// An object from one change to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectState {
    pub seq: u64,
    pub at: Nanos,
    pub by: Actor,
    pub change: super::event::Change,
    pub holders: Vec<TaskId>,
    /// The first of those who wait.
    pub waiters: Vec<TaskId>,
    /// How many wait.
    pub waiting: u64,
    /// Items in a queue, free places of a semaphore.
    pub depth: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Checkpoint {
    upto: u64,
    view: LoopView,
}

/// A place in the log to go to, from one moment to the next or back to the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Landmark {
    Event,
    /// A task has suspended or ended.
    Await,
    /// A loop iteration has begun.
    Turn,
    /// The program is seen at another line. Every line is in the log only where the run was stepped by line; else those that
    /// an event names.
    Line,
    Output,
    Exception,
    Cancellation,
}

impl Landmark {
    pub const ALL: [Landmark; 7] = [
        Landmark::Await,
        Landmark::Line,
        Landmark::Turn,
        Landmark::Event,
        Landmark::Output,
        Landmark::Exception,
        Landmark::Cancellation,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Landmark::Event => "event",
            Landmark::Await => "await",
            Landmark::Turn => "turn",
            Landmark::Line => "line",
            Landmark::Output => "output",
            Landmark::Exception => "exception",
            Landmark::Cancellation => "cancellation",
        }
    }

    /// Whether the moment after this event is such a place.
    pub fn is_at(self, event: &Event) -> bool {
        match self {
            // Whatever is looked for is not told one by one any more.
            _ if matches!(event.kind, EventKind::Folded { .. }) => true,
            Landmark::Event => true,
            Landmark::Await => matches!(event.kind, EventKind::Suspended { .. } | EventKind::TaskDone { .. }),
            Landmark::Turn => matches!(event.kind, EventKind::LoopIteration { .. }),
            Landmark::Line => place_of(event).is_some(),
            Landmark::Output => matches!(event.kind, EventKind::Output { .. }),
            Landmark::Exception => matches!(event.kind, EventKind::ExceptionRaised { .. }),
            Landmark::Cancellation => {
                matches!(event.kind, EventKind::CancelRequested { .. } | EventKind::CancelDelivered { .. })
            }
        }
    }
}

/// Who is seen at which line.
fn place_of(event: &Event) -> Option<(Actor, u32)> {
    let line = match &event.kind {
        EventKind::Suspended { stack, .. } => stack.last().map(|frame| frame.line),
        kind => line_of(kind),
    };
    Some((event.actor, line?))
}

/// Several events in a row may name one line.
fn is_elsewhere(here: Option<(Actor, u32)>, event: &Event) -> bool {
    here.is_none() || place_of(event) != here
}

impl Default for Timeline {
    fn default() -> Timeline {
        Timeline::new()
    }
}

impl FromIterator<Event> for Timeline {
    fn from_iter<I: IntoIterator<Item = Event>>(events: I) -> Timeline {
        let mut timeline = Timeline::new();
        events.into_iter().for_each(|event| timeline.push(event));
        timeline
    }
}

/// What there is.
impl Timeline {
    pub fn new() -> Timeline {
        Timeline {
            events: Log::new(),
            lanes: Vec::new(),
            lane_of: Rc::default(),
            handles: Log::new(),
            objects: Vec::new(),
            object_of: Rc::default(),
            console: Log::new(),
            bands: Log::new(),
            now: Rc::default(),
            checkpoints: Log::new(),
            columns: Log::new(),
            blocked: Vec::new(),
            held: None,
            jobs: Vec::new(),
        }
    }

    /// The log. An event's `seq` is its index.
    pub fn events(&self) -> &Log<Event, 512> {
        &self.events
    }

    /// The newest moment: how many events there are.
    pub fn len(&self) -> u64 {
        self.events.len() as u64
    }

    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The loop's lane first, then tasks and workers in the order of creation. Empty before the first event.
    pub fn lanes(&self) -> &[Rc<Lane>] {
        &self.lanes
    }

    pub fn lane(&self, actor: Actor) -> Option<&Rc<Lane>> {
        self.lanes.get(*self.lane_of.get(&actor)?)
    }

    /// The order in which lanes are drawn, as indices into [`Timeline::lanes`]: the loop, each task followed by the tasks
    /// that it created, then the workers. It changes only when a lane is added.
    pub fn tree(&self) -> Vec<usize> {
        // A lane's children as a list: its last child, and for each child the sibling before it.
        let mut last_child = vec![None; self.lanes.len()];
        let mut sibling_before = vec![None; self.lanes.len()];
        let (mut roots, mut workers) = (Vec::new(), Vec::new());
        for (index, lane) in self.lanes.iter().enumerate() {
            match (lane.actor, lane.parent.and_then(|parent| self.task(parent))) {
                (Actor::Worker(_), _) => workers.push(index),
                (_, Some(parent)) if parent != index => sibling_before[index] = last_child[parent].replace(index),
                _ => roots.push(index),
            }
        }
        let mut order = Vec::with_capacity(self.lanes.len());
        for root in roots {
            let mut to_do = vec![root];
            while let Some(index) = to_do.pop() {
                order.push(index);
                let mut child = last_child[index].take();
                while let Some(index) = child {
                    to_do.push(index);
                    child = sibling_before[index];
                }
            }
        }
        order.extend(workers);
        order
    }

    /// A callback that the loop was given.
    pub fn handle(&self, id: HandleId) -> Option<&Handle> {
        find_handle(&self.handles, id)
    }

    /// In the order in which the trace met them.
    pub fn objects(&self) -> &[Rc<Object>] {
        &self.objects
    }

    pub fn object(&self, id: ObjectId) -> Option<&Rc<Object>> {
        self.objects.get(*self.object_of.get(&id)?)
    }

    /// What executors were given, in order.
    pub fn jobs(&self) -> &[Rc<Job>] {
        &self.jobs
    }

    pub fn job(&self, id: JobId) -> Option<&Rc<Job>> {
        self.jobs.get(self.jobs.binary_search_by_key(&id, |job| job.job).ok()?)
    }

    /// The output so far, in order.
    pub fn console(&self) -> &Log<Piece> {
        &self.console
    }

    /// The times in which everybody was held up, in order.
    pub fn bands(&self) -> &Log<Band> {
        &self.bands
    }

    /// The columns of the axis of turns, in order.
    pub fn columns(&self) -> &Log<Column> {
        &self.columns
    }

    /// By lane, its index in [`Timeline::lanes`]. It is another allocation whenever a lane was added.
    pub fn lane_indices(&self) -> &Rc<HashMap<Actor, usize>> {
        &self.lane_of
    }

    /// The latest time that the log speaks of: its last event, or the end of the call that blocks.
    pub fn end(&self) -> Nanos {
        let last = self.events.last().map_or(Nanos::ZERO, |event| event.at);
        self.blocked.iter().map(|&(_, until)| until).fold(last, Nanos::max)
    }
}

/// The state at a moment.
impl Timeline {
    /// The loop's queues after everything so far.
    pub fn now(&self) -> &Rc<LoopView> {
        &self.now
    }

    /// The loop's queues after the first `upto` events. Costs a bounded number of events, wherever in the log it is.
    pub fn at(&self, upto: u64) -> Rc<LoopView> {
        if upto >= self.len() {
            return self.now.clone();
        }
        let nearest = self.checkpoints.partition_point(|checkpoint| checkpoint.upto <= upto).checked_sub(1);
        let (from, mut view) = match nearest.map(|index| &self.checkpoints[index]) {
            Some(checkpoint) => (checkpoint.upto, checkpoint.view.clone()),
            None => (0, LoopView::default()),
        };
        for event in self.events.range(from as usize, upto as usize) {
            view.apply(event, &self.handles);
        }
        Rc::new(view)
    }

    /// The moment after everything that had happened at program time `at`.
    pub fn moment(&self, at: Nanos) -> u64 {
        self.events.partition_point(|event| event.at <= at) as u64
    }

    /// Where a moment lies on the axis of turns: 0 is the run's beginning, 1 that of the first column, and so on; in
    /// between it goes by events. The newest moment is the end of the last column.
    pub fn column(&self, upto: u64) -> f64 {
        let column = self.columns.partition_point(|column| column.seq < upto);
        let (start, middle, end) = self.column_parts(column);
        let share = |from: u64, to: u64| (upto.saturating_sub(from) as f64 / (to - from).max(1) as f64).min(1.0);
        let within = match upto {
            _ if middle == start => share(start, end),
            step if step <= middle => STEP_SHARE * share(start, middle),
            _ => STEP_SHARE + (1.0 - STEP_SHARE) * share(middle, end),
        };
        column as f64 + within
    }

    /// The moment at a place on the axis of turns.
    pub fn moment_at_column(&self, place: f64) -> u64 {
        let column = (place.max(0.0) as usize).min(self.columns.len());
        let (start, middle, end) = self.column_parts(column);
        let within = (place - column as f64).clamp(0.0, 1.0);
        let (from, to, share) = match within {
            _ if middle == start => (start, end, within),
            step if step < STEP_SHARE => (start, middle, within / STEP_SHARE),
            _ => (middle, end, (within - STEP_SHARE) / (1.0 - STEP_SHARE)),
        };
        from + (share * (to - from) as f64) as u64
    }

    /// The first moment of a column, that of its step's end (the same for what is no step), and the first of the next
    /// column; before column 1 lies what happened before the first.
    fn column_parts(&self, column: usize) -> (u64, u64, u64) {
        let begun = column.checked_sub(1).and_then(|before| self.columns.get(before));
        let start = begun.map_or(0, |column| column.seq);
        let middle = begun.and_then(|column| column.end).unwrap_or(start);
        (start, middle, self.columns.get(column).map_or(self.len(), |column| column.seq))
    }

    /// The program time of a moment.
    pub fn time(&self, upto: u64) -> Nanos {
        let last = upto.min(self.len()).checked_sub(1);
        last.and_then(|seq| self.events.get(seq as usize)).map_or(Nanos::ZERO, |event| event.at)
    }

    /// The next moment of that kind after `upto`.
    pub fn next(&self, upto: u64, landmark: Landmark) -> Option<u64> {
        let here = self.place(upto, landmark);
        let mut later = self.events.range(upto as usize, self.events.len());
        later.find(|event| landmark.is_at(event) && is_elsewhere(here, event)).map(|event| event.seq + 1)
    }

    /// The last moment of that kind before `upto`; 0, the moment before the run, if there is none. `None` at 0.
    pub fn previous(&self, upto: u64, landmark: Landmark) -> Option<u64> {
        let last = upto.min(self.len() + 1).checked_sub(1)?;
        let here = self.place(upto, landmark);
        let mut earlier = self.events.range(0, last as usize).rev();
        let found = earlier.find(|event| landmark.is_at(event) && is_elsewhere(here, event));
        Some(found.map_or(0, |event| event.seq + 1))
    }

    /// Where the program was last seen; only steps by line ask.
    fn place(&self, upto: u64, landmark: Landmark) -> Option<(Actor, u32)> {
        let mut earlier = self.events.range(0, upto.min(self.len()) as usize).rev();
        if landmark == Landmark::Line { earlier.find_map(place_of) } else { None }
    }

    /// The line that the main thread is at, with the task that runs there: what the loop's view says, else where the
    /// current task went on from.
    pub fn running_line(&self, view: &LoopView, upto: u64) -> Option<u32> {
        view.line.or_else(|| self.lane(Actor::Task(view.current_task()?))?.slice_at(upto)?.line)
    }

    /// How many pieces of output there were.
    pub fn console_at(&self, upto: u64) -> usize {
        self.console.partition_point(|piece| piece.seq < upto)
    }
}

/// The fold.
impl Timeline {
    /// Adds the next event. Any sequence of events is taken; what makes no sense (the step of an unknown task) leaves no
    /// picture.
    pub fn push(&mut self, event: Event) {
        let event = Event { seq: self.len(), ..event };
        if self.lanes.is_empty() {
            self.add_lane(Actor::Main, Lane { line: None, ..new_lane(Actor::Main, 0) });
            self.begin(0, SliceState::Running, Nanos::ZERO, 0, None);
        }
        if let Some(held) = self.held
            && held + 1 == self.bands.len()
            && let Some(band) = self.bands.last_mut()
        {
            band.end = band.end.max(event.at);
        }
        self.unblock(&event);
        self.divide(&event);
        self.draw(&event);
        self.mark(&event);
        self.schedule(&event);
        Rc::make_mut(&mut self.now).apply(&event, &self.handles);
        self.events.push(event);

        let since = self.len() - self.checkpoints.last().map_or(0, |checkpoint| checkpoint.upto);
        if since >= CHECKPOINT_EVENTS.max(2 * self.now.size() as u64) {
            self.checkpoints.push(Rc::new(Checkpoint { upto: self.len(), view: (*self.now).clone() }));
        }
    }

    /// A blocking call has returned when its time is over or its caller does anything else.
    fn unblock(&mut self, event: &Event) {
        let mut index = 0;
        while let Some(&(lane, until)) = self.blocked.get(index) {
            if event.at < until && self.lanes[lane].actor != event.actor {
                index += 1;
                continue;
            }
            self.blocked.remove(index);
            let line = self.lanes[lane].slices.last().and_then(|slice| slice.line);
            self.begin(lane, SliceState::Running, until.min(event.at), event.seq, line);
        }
    }

    /// Begins a column of the axis of turns.
    fn divide(&mut self, event: &Event) {
        if let EventKind::Suspended { task, .. } | EventKind::TaskDone { task, .. } = &event.kind
            && let Some(last) = self.columns.last_mut()
            && last.kind == ColumnKind::Step(*task)
            && last.end.is_none()
        {
            last.end = Some(event.seq);
        }
        let kind = match &event.kind {
            EventKind::StepStarted { task } | EventKind::Resumed { task } => ColumnKind::Step(*task),
            EventKind::LoopIdle { .. } => ColumnKind::Wait,
            _ if matches!(event.actor, Actor::Worker(_)) => return,
            EventKind::Blocking { .. } => ColumnKind::Wait,
            _ if self.columns.last().is_some_and(|last| last.kind == ColumnKind::Wait) => ColumnKind::Between,
            _ => return,
        };
        self.columns.push(Column { seq: event.seq, at: event.at, kind, end: None });
    }

    /// The event's slices.
    fn draw(&mut self, event: &Event) {
        let (at, seq) = (event.at, event.seq);
        match event.actor {
            Actor::Worker(_) => self.draw_workers_loop(event),
            Actor::Main | Actor::Task(_) => self.draw_loop(event),
        }
        match &event.kind {
            EventKind::TaskCreated { task, name, coroutine, parent, line } => {
                let actor = Actor::Task(*task);
                let depth = parent.and_then(|parent| self.lane(Actor::Task(parent))).map_or(0, |lane| lane.depth + 1);
                let lane = Lane {
                    name: name.clone(),
                    function: coroutine.clone(),
                    parent: parent.filter(|parent| self.lane_of.contains_key(&Actor::Task(*parent))),
                    depth,
                    line: Some(*line).filter(|&line| line > 0),
                    ..new_lane(actor, seq)
                };
                let index = self.add_lane(actor, lane);
                self.begin(index, SliceState::Ready { by: ReadyBy::Created }, at, seq, None);
            }
            EventKind::TaskRenamed { task, name } => {
                if let Some(index) = self.task(*task) {
                    Rc::make_mut(&mut self.lanes[index]).name.clone_from(name);
                }
            }
            EventKind::StepStarted { task } | EventKind::Resumed { task } => {
                if let Some(outer) = self.now.current_task().filter(|outer| outer != task)
                    && !self.now.runs_elsewhere(*task)
                    && let Some(index) = self.task(outer)
                {
                    let by = ReadyBy::Swapped { eager: *task };
                    self.begin(index, SliceState::Ready { by }, at, seq, self.last_line(index));
                }
                if let Some(index) = self.task(*task) {
                    self.begin(index, SliceState::Running, at, seq, self.last_line(index));
                }
            }
            EventKind::Suspended { task, stack, on } => {
                if let Some(index) = self.task(*task) {
                    let line = stack.last().map(|frame| frame.line);
                    let on = on.clone();
                    let state = SliceState::Suspended { on, stack: stack.as_slice().into(), woken_by: None };
                    self.begin(index, state, at, seq, line);
                }
                self.swap_back(*task, at, seq);
            }
            EventKind::Woken { task, by } => {
                let Some(index) = self.task(*task) else { return };
                let lane = Rc::make_mut(&mut self.lanes[index]);
                if let Some(Slice { state: SliceState::Suspended { woken_by, .. }, .. }) = lane.slices.last_mut() {
                    *woken_by = Some(by.clone());
                    let by = ReadyBy::Woken(by.clone());
                    self.begin(index, SliceState::Ready { by }, at, seq, self.last_line(index));
                }
            }
            EventKind::TaskDone { task, outcome } => {
                if let Some(index) = self.task(*task) {
                    let lane = Rc::make_mut(&mut self.lanes[index]);
                    lane.finish(at, seq);
                    lane.end = Some(End { outcome: outcome.clone(), at, seq });
                }
                self.swap_back(*task, at, seq);
            }
            EventKind::Blocking { what, line, duration } => self.block(event, what, *line, *duration),
            EventKind::Folded { events: 0, .. } => {
                // What the lanes do from here on is not known, so they show nothing.
                for lane in &mut self.lanes {
                    if lane.end.is_none() && lane.slices.last().is_some_and(|slice| slice.end_seq.is_none()) {
                        Rc::make_mut(lane).finish(at, seq);
                    }
                }
            }

            EventKind::WorkerCreated { worker, name, function, line } => {
                let index = self.worker(*worker, seq);
                let lane = Rc::make_mut(&mut self.lanes[index]);
                lane.name.clone_from(name);
                lane.function.clone_from(function);
                lane.line = Some(*line).filter(|&line| line > 0);
                self.begin(index, SliceState::Ready { by: ReadyBy::Created }, at, seq, None);
            }
            EventKind::WorkerRenamed { worker, name } => {
                let index = self.worker(*worker, seq);
                Rc::make_mut(&mut self.lanes[index]).name.clone_from(name);
            }
            EventKind::WorkerStarted { worker, name } => {
                let index = self.worker(*worker, seq);
                Rc::make_mut(&mut self.lanes[index]).name.clone_from(name);
                self.begin(index, SliceState::Running, at, seq, None);
            }
            EventKind::WorkerIdle { worker } => {
                let index = self.worker(*worker, seq);
                self.begin(index, SliceState::Idle { until: None }, at, seq, None);
            }
            EventKind::WorkerFinished { worker } => {
                let index = self.worker(*worker, seq);
                Rc::make_mut(&mut self.lanes[index]).finish(at, seq);
            }
            EventKind::ThreadBlocked { on, line, .. } => {
                let Some(&index) = self.lane_of.get(&event.actor) else { return };
                let line = Some(*line).filter(|&line| line > 0);
                self.begin(index, SliceState::Blocking { what: on.clone() }, at, seq, line);
                if !matches!(event.actor, Actor::Worker(_)) {
                    self.held = Some(self.bands.len());
                    self.bands.push(Band { seq, start: at, end: at, actor: event.actor, what: on.clone(), line });
                }
            }
            EventKind::ThreadWoken { woken } => {
                let Some(&index) = self.lane_of.get(woken) else { return };
                let waits =
                    |slice: &Slice| matches!(slice.state, SliceState::Blocking { .. } | SliceState::Idle { .. });
                if self.lanes[index].slices.last().is_some_and(waits) {
                    let by = ReadyBy::Woken(match event.actor {
                        Actor::Main => Waker::Callback { handle: self.now.running },
                        Actor::Task(task) => Waker::Task { task },
                        Actor::Worker(worker) => Waker::Executor { worker },
                    });
                    self.begin(index, SliceState::Ready { by }, at, seq, self.last_line(index));
                }
            }
            EventKind::ThreadResumed => {
                let Some(&index) = self.lane_of.get(&event.actor) else { return };
                self.begin(index, SliceState::Running, at, seq, self.last_line(index));
                if !matches!(event.actor, Actor::Worker(_)) {
                    self.held = None;
                }
            }
            EventKind::ExecutorSubmitted { job, function, line } => {
                let line = Some(*line).filter(|&line| line > 0);
                let (function, submitted) = (function.clone(), Milestone { seq, at, by: event.actor });
                if self.jobs.last().is_none_or(|last| last.job < *job) {
                    self.jobs.push(Rc::new(Job {
                        job: *job,
                        function,
                        line,
                        submitted,
                        started: None,
                        finished: None,
                    }));
                }
            }
            EventKind::ExecutorStarted { job, worker } => {
                let index = self.worker(*worker, seq);
                let lane = Rc::make_mut(&mut self.lanes[index]);
                if let Ok(place) = self.jobs.binary_search_by_key(job, |known| known.job) {
                    let job = Rc::make_mut(&mut self.jobs[place]);
                    lane.function.clone_from(&job.function);
                    job.started = Some(Milestone { seq, at, by: event.actor });
                }
                // A slice begins with the work.
                self.begin(index, SliceState::Running, at, seq, None);
            }
            EventKind::ExecutorFinished { job, .. } => {
                if let Ok(place) = self.jobs.binary_search_by_key(job, |known| known.job) {
                    Rc::make_mut(&mut self.jobs[place]).finished = Some(Milestone { seq, at, by: event.actor });
                }
            }
            _ => {}
        }
    }

    /// The loop's own lane: a slice a turn, and one each time that it has nothing to do.
    fn draw_loop(&mut self, event: &Event) {
        let (at, seq) = (event.at, event.seq);
        match &event.kind {
            EventKind::LoopIdle { until } => self.begin(0, SliceState::Idle { until: *until }, at, seq, None),
            EventKind::LoopIteration { turn, .. } => {
                let lane = Rc::make_mut(&mut self.lanes[0]);
                match lane.slices.last_mut() {
                    Some(slice) if slice.state == SliceState::Running && slice.start == at => slice.turn = *turn,
                    _ => {
                        self.begin(0, SliceState::Running, at, seq, None);
                        if let Some(slice) = Rc::make_mut(&mut self.lanes[0]).slices.last_mut() {
                            slice.turn = *turn;
                        }
                    }
                }
            }
            _ => {
                let last = self.lanes[0].slices.last();
                if last.is_some_and(|slice| matches!(slice.state, SliceState::Idle { .. })) {
                    self.begin(0, SliceState::Running, at, seq, None);
                }
            }
        }
    }

    /// A loop that a worker thread runs: its idle times, in the worker's lane.
    fn draw_workers_loop(&mut self, event: &Event) {
        let state = match &event.kind {
            EventKind::LoopIdle { until } => SliceState::Idle { until: *until },
            EventKind::LoopIteration { .. } => SliceState::Running,
            _ => return,
        };
        let Some(&index) = self.lane_of.get(&event.actor) else { return };
        if self.lanes[index].slices.last().is_none_or(|slice| slice.state != state) {
            self.begin(index, state, event.at, event.seq, None);
        }
    }

    /// A call that holds its thread, from the event's time on.
    fn block(&mut self, event: &Event, what: &str, line: u32, duration: Nanos) {
        let Some(&index) = self.lane_of.get(&event.actor) else { return };
        let line = Some(line).filter(|&line| line > 0);
        let end = event.at.saturating_add(duration);
        self.begin(index, SliceState::Blocking { what: what.to_owned() }, event.at, event.seq, line);
        if let Some(slice) = Rc::make_mut(&mut self.lanes[index]).slices.last_mut() {
            slice.end = Some(end);
        }
        self.blocked.push((index, end));
        if !matches!(event.actor, Actor::Worker(_)) {
            let (seq, start, actor) = (event.seq, event.at, event.actor);
            self.bands.push(Band { seq, start, end, actor, what: what.to_owned(), line });
        }
    }

    /// An eager task's first step is over: the task that it interrupted goes on.
    fn swap_back(&mut self, eager: TaskId, at: Nanos, seq: u64) {
        let outer = self.now.current.iter().rev().find(|&&task| task != eager).copied();
        let Some(index) = outer.and_then(|outer| self.task(outer)) else { return };
        let swapped = SliceState::Ready { by: ReadyBy::Swapped { eager } };
        if self.lanes[index].slices.last().is_some_and(|slice| slice.state == swapped) {
            self.begin(index, SliceState::Running, at, seq, self.last_line(index));
        }
    }

    /// The event's mark and output.
    fn mark(&mut self, event: &Event) {
        let line = line_of(&event.kind);
        if let EventKind::Output { stream, text, .. } = &event.kind {
            let (seq, at, actor) = (event.seq, event.at, event.actor);
            self.console.push(Piece { seq, at, actor, stream: *stream, text: text.clone(), line });
        }
        let Some(kind) = MarkKind::of(&event.kind) else { return };
        let actor = match &event.kind {
            EventKind::CancelRequested { task, .. } | EventKind::CancelDelivered { task } => Actor::Task(*task),
            _ => event.actor,
        };
        if let Some(&index) = self.lane_of.get(&actor) {
            let mark = Mark { kind, at: event.at, seq: event.seq, line };
            Rc::make_mut(&mut self.lanes[index]).marks.push(mark);
        }
    }

    /// What the event says of callbacks and of locks, queues, ….
    fn schedule(&mut self, event: &Event) {
        match &event.kind {
            EventKind::CallbackScheduled { handle, callback, task } => {
                self.add_handle(*handle, callback, *task, None, event.seq);
            }
            EventKind::TimerScheduled { handle, callback, task, when } => {
                self.add_handle(*handle, callback, *task, Some(*when), event.seq);
            }
            EventKind::ObjectChanged { object, what, name, change, holders, waiters, waiting, depth } => {
                let index = match self.object_of.get(object) {
                    Some(&index) => index,
                    None => {
                        let states = Log::new();
                        let new = Object { object: *object, what: what.to_string(), name: name.clone(), states };
                        Rc::make_mut(&mut self.object_of).insert(*object, self.objects.len());
                        self.objects.push(Rc::new(new));
                        self.objects.len() - 1
                    }
                };
                let object = Rc::make_mut(&mut self.objects[index]);
                object.name.clone_from(name);
                object.states.push(ObjectState {
                    seq: event.seq,
                    at: event.at,
                    by: event.actor,
                    change: *change,
                    holders: holders.clone(),
                    waiters: waiters.clone(),
                    waiting: *waiting,
                    depth: *depth,
                });
            }
            _ => {}
        }
    }

    fn add_handle(&mut self, id: HandleId, callback: &str, task: Option<TaskId>, when: Option<Nanos>, seq: u64) {
        if self.handles.last().is_none_or(|last| last.id < id) {
            self.handles.push(Handle { id, callback: callback.to_owned(), task, when, seq });
        }
    }

    fn add_lane(&mut self, actor: Actor, lane: Lane) -> usize {
        Rc::make_mut(&mut self.lane_of).insert(actor, self.lanes.len());
        self.lanes.push(Rc::new(lane));
        self.lanes.len() - 1
    }

    fn task(&self, task: TaskId) -> Option<usize> {
        self.lane_of.get(&Actor::Task(task)).copied()
    }

    /// The worker's lane, made when it is first heard of.
    fn worker(&mut self, worker: WorkerId, seq: u64) -> usize {
        let actor = Actor::Worker(worker);
        match self.lane_of.get(&actor) {
            Some(&index) => index,
            None => self.add_lane(actor, new_lane(actor, seq)),
        }
    }

    fn last_line(&self, lane: usize) -> Option<u32> {
        self.lanes[lane].slices.last().and_then(|slice| slice.line)
    }

    fn begin(&mut self, lane: usize, state: SliceState, start: Nanos, seq: u64, line: Option<u32>) {
        let slice = Slice { state, start, end: None, seq, end_seq: None, turn: self.now.turn, line };
        Rc::make_mut(&mut self.lanes[lane]).begin(slice);
    }
}

fn new_lane(actor: Actor, seq: u64) -> Lane {
    Lane {
        actor,
        name: String::new(),
        function: String::new(),
        parent: None,
        depth: 0,
        line: None,
        seq,
        slices: Log::new(),
        marks: Log::new(),
        end: None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::{Await, Change, Outcome, WaitingOn};
    use super::*;
    use expect_test::{Expect, expect};

    const T1: TaskId = TaskId(1);
    const T2: TaskId = TaskId(2);
    const W1: WorkerId = WorkerId(1);

    /// Events from (microseconds, actor, kind).
    fn fold(events: impl IntoIterator<Item = (u64, Actor, EventKind)>) -> Timeline {
        events.into_iter().map(|(at, actor, kind)| Event { seq: 0, at: Nanos(at * 1000), actor, kind }).collect()
    }

    fn created(task: TaskId, parent: Option<TaskId>) -> EventKind {
        EventKind::TaskCreated { task, name: format!("Task-{}", task.0), coroutine: "job".into(), parent, line: 9 }
    }

    fn slept(task: TaskId, line: u32, until: u64) -> EventKind {
        let stack = vec![Await { function: "job".into(), line, column: 5 }];
        EventKind::Suspended { task, stack, on: WaitingOn::Sleep { delay: Nanos(0), until: Nanos(until * 1000) } }
    }

    fn woken(task: TaskId, when: u64) -> EventKind {
        EventKind::Woken { task, by: Waker::Timer { when: Nanos(when * 1000) } }
    }

    fn returned(task: TaskId) -> EventKind {
        EventKind::TaskDone { task, outcome: Outcome::Returned { value: "None".into() } }
    }

    fn iteration(turn: u64, ready: &[u32]) -> EventKind {
        EventKind::LoopIteration { turn, ready: ready.iter().map(|&id| HandleId(id)).collect() }
    }

    fn call_soon(handle: u32) -> EventKind {
        EventKind::CallbackScheduled { handle: HandleId(handle), callback: "step".into(), task: Some(T1) }
    }

    fn call_at(handle: u32, when: u64) -> EventKind {
        let when = Nanos(when * 1000);
        EventKind::TimerScheduled { handle: HandleId(handle), callback: "set_result".into(), task: None, when }
    }

    /// A task that sleeps from 2 to 102 µs, with all that the loop says meanwhile.
    fn one_sleep() -> Vec<(u64, Actor, EventKind)> {
        let (main, task) = (Actor::Main, Actor::Task(T1));
        vec![
            (0, main, EventKind::LoopStarted),
            (0, main, created(T1, None)),
            (0, main, call_soon(1)),
            (1, main, iteration(1, &[1])),
            (1, main, EventKind::HandleStarted { handle: HandleId(1) }),
            (1, task, EventKind::StepStarted { task: T1 }),
            (2, task, EventKind::Output { stream: Stream::Stdout, text: "hi\n".into(), line: 3 }),
            (2, task, call_at(2, 102)),
            (2, task, slept(T1, 4, 102)),
            (2, main, EventKind::HandleFinished { handle: HandleId(1) }),
            (2, main, EventKind::LoopIdle { until: Some(Nanos(102_000)) }),
            (102, main, EventKind::TimerFired { handle: HandleId(2) }),
            (102, main, iteration(2, &[2])),
            (102, main, EventKind::HandleStarted { handle: HandleId(2) }),
            (103, main, woken(T1, 102)),
            (103, main, call_soon(3)),
            (103, main, EventKind::HandleFinished { handle: HandleId(2) }),
            (104, main, iteration(3, &[3])),
            (104, main, EventKind::HandleStarted { handle: HandleId(3) }),
            (104, task, EventKind::Resumed { task: T1 }),
            (105, task, returned(T1)),
            (105, main, EventKind::HandleFinished { handle: HandleId(3) }),
            (105, main, EventKind::LoopStopped),
            (105, main, EventKind::LoopClosed),
        ]
    }

    /// A slice a line: lane, state, start to end in µs, line, step and turn.
    fn check(timeline: &Timeline, expected: Expect) {
        let mut text = String::new();
        for lane in timeline.tree().into_iter().map(|index| &timeline.lanes()[index]) {
            for slice in &lane.slices {
                let end = slice.end.map_or("…".to_owned(), |end| (end.0 / 1000).to_string());
                let line = slice.line.map_or(String::new(), |line| format!(" line {line}"));
                let indent = "  ".repeat(lane.depth as usize);
                let (actor, state, start) = (lane.actor, slice.state.as_str(), slice.start.0 / 1000);
                text += &format!("{indent}{actor} {state} {start}-{end}{line} (turn {})\n", slice.turn);
            }
        }
        expected.assert_eq(&text);
    }

    #[test]
    fn a_sleep_is_running_suspended_ready_running() {
        let timeline = fold(one_sleep());
        check(
            &timeline,
            expect![[r#"
                main running 0-1 (turn 0)
                main running 1-2 (turn 1)
                main idle 2-102 (turn 1)
                main running 102-104 (turn 2)
                main running 104-… (turn 3)
                T1 ready 0-1 (turn 0)
                T1 running 1-2 (turn 1)
                T1 suspended 2-103 line 4 (turn 1)
                T1 ready 103-104 line 4 (turn 2)
                T1 running 104-105 line 4 (turn 3)
            "#]],
        );
        let lane = timeline.lane(Actor::Task(T1)).expect("T1 was created");
        assert!(matches!(
            &lane.slices[2].state,
            SliceState::Suspended { woken_by: Some(Waker::Timer { when: Nanos(102_000) }), stack, .. } if stack[0].line == 4
        ));
        assert_eq!(lane.end.as_ref().map(|end| end.at), Some(Nanos(105_000)));
        assert_eq!(lane.marks.len(), 1);
        assert_eq!(timeline.console()[0].actor, Actor::Task(T1));
    }

    #[test]
    fn the_loops_queues_are_known_at_every_moment() {
        let timeline = fold(one_sleep());
        let queues = |upto: u64| {
            let view = timeline.at(upto);
            let timers: Vec<u64> = view.timers.iter().map(|(when, _)| when.0 / 1000).collect();
            let ready: Vec<u32> = view.ready.iter().map(|handle| handle.0).collect();
            let line = timeline.running_line(&view, upto);
            format!("turn {} {:?} ready {ready:?} timers {timers:?} line {line:?}", view.turn, view.running)
        };
        let mut text = String::new();
        for upto in [0, 3, 5, 7, 9, 11, 12, 16, 20, 24] {
            text += &format!("{upto}: {}\n", queues(upto));
        }
        expect![[r#"
            0: turn 0 None ready [] timers [] line None
            3: turn 0 None ready [1] timers [] line Some(9)
            5: turn 1 Some(HandleId(1)) ready [] timers [] line None
            7: turn 1 Some(HandleId(1)) ready [] timers [] line Some(3)
            9: turn 1 Some(HandleId(1)) ready [] timers [102] line None
            11: turn 1 None ready [] timers [102] line None
            12: turn 1 None ready [2] timers [] line None
            16: turn 2 Some(HandleId(2)) ready [3] timers [] line None
            20: turn 3 Some(HandleId(3)) ready [] timers [] line Some(4)
            24: turn 3 None ready [] timers [] line None
        "#]]
        .assert_eq(&text);
    }

    #[test]
    fn moments_are_found_by_time_and_by_landmark() {
        let timeline = fold(one_sleep());
        assert_eq!(timeline.moment(Nanos(0)), 3);
        assert_eq!(timeline.moment(Nanos(50_000)), 11);
        assert_eq!(timeline.time(11), Nanos(2000));
        assert_eq!(timeline.next(0, Landmark::Await), Some(9));
        assert_eq!(timeline.next(9, Landmark::Await), Some(21));
        assert_eq!(timeline.next(21, Landmark::Await), None);
        assert_eq!(timeline.previous(24, Landmark::Await), Some(21));
        assert_eq!(timeline.previous(21, Landmark::Await), Some(9));
        assert_eq!(timeline.previous(9, Landmark::Await), Some(0));
        assert_eq!(timeline.previous(0, Landmark::Await), None);
        assert_eq!(timeline.previous(24, Landmark::Event), Some(23));
        assert_eq!(timeline.next(0, Landmark::Turn), Some(4));
        let lane = timeline.lane(Actor::Task(T1)).expect("T1 was created");
        assert_eq!(lane.slice_at(1), None);
        assert_eq!(lane.slice_at(9).map(|slice| slice.state.as_str()), Some("suspended"));
        assert_eq!(lane.slice_at(15).map(|slice| slice.state.as_str()), Some("ready"));
        assert_eq!(lane.slice_at(20).map(|slice| slice.state.as_str()), Some("running"));
        assert_eq!(lane.slice_at(21), None);
        assert_eq!((timeline.console_at(6), timeline.console_at(7)), (0, 1));
    }

    #[test]
    fn on_the_axis_of_turns_a_wait_is_as_long_as_a_step() {
        let timeline = fold(one_sleep());
        let kinds: Vec<_> = timeline.columns().iter().map(|column| (column.seq, column.kind)).collect();
        let step = ColumnKind::Step(T1);
        assert_eq!(kinds, [(5, step), (10, ColumnKind::Wait), (11, ColumnKind::Between), (19, step)]);
        assert_eq!([0, 5, 8, 10, 11, 15, 24].map(|upto| timeline.column(upto)), [0.0, 1.0, 1.625, 2.0, 3.0, 3.5, 5.0]);
        for upto in 0..=timeline.len() {
            assert_eq!(timeline.moment_at_column(timeline.column(upto) + 1e-9), upto);
        }
        assert_eq!(timeline.moment_at_column(99.0), 24);
    }

    #[test]
    fn a_blocking_call_holds_everybody_until_it_returns() {
        let (main, task) = (Actor::Main, Actor::Task(T1));
        let blocking = EventKind::Blocking { what: "time.sleep".into(), line: 7, duration: Nanos(50_000) };
        let mut events =
            vec![(0, main, created(T1, None)), (1, task, EventKind::StepStarted { task: T1 }), (2, task, blocking)];
        let during = fold(events.clone());
        assert_eq!(during.end(), Nanos(52_000));
        check(
            &during,
            expect![[r#"
                main running 0-… (turn 0)
                T1 ready 0-1 (turn 0)
                T1 running 1-2 (turn 0)
                T1 blocking 2-52 line 7 (turn 0)
            "#]],
        );
        events.push((53, task, returned(T1)));
        let after = fold(events);
        check(
            &after,
            expect![[r#"
                main running 0-… (turn 0)
                T1 ready 0-1 (turn 0)
                T1 running 1-2 (turn 0)
                T1 blocking 2-52 line 7 (turn 0)
                T1 running 52-53 line 7 (turn 0)
            "#]],
        );
        assert_eq!(after.bands().len(), 1);
        assert_eq!((after.bands()[0].end, after.bands()[0].actor), (Nanos(52_000), task));
    }

    #[test]
    fn a_worker_goes_on_while_the_loop_is_blocked() {
        let (main, worker) = (Actor::Main, Actor::Worker(W1));
        let blocking = |duration| EventKind::Blocking { what: "time.sleep".into(), line: 7, duration: Nanos(duration) };
        let timeline = fold([
            (
                0,
                main,
                EventKind::WorkerCreated { worker: W1, name: "asyncio_0".into(), function: "fetch".into(), line: 3 },
            ),
            (1, main, blocking(100_000)),
            (2, worker, EventKind::WorkerStarted { worker: W1, name: "asyncio_0".into() }),
            (3, worker, blocking(10_000)),
            (13, worker, EventKind::Output { stream: Stream::Stdout, text: "x".into(), line: 8 }),
            (14, worker, EventKind::WorkerFinished { worker: W1 }),
            (101, main, EventKind::LoopStopped),
        ]);
        check(
            &timeline,
            expect![[r#"
                main running 0-1 (turn 0)
                main blocking 1-101 line 7 (turn 0)
                main running 101-… line 7 (turn 0)
                W1 ready 0-2 (turn 0)
                W1 running 2-3 (turn 0)
                W1 blocking 3-13 line 7 (turn 0)
                W1 running 13-14 line 7 (turn 0)
            "#]],
        );
        assert_eq!(timeline.bands().len(), 1);
    }

    #[test]
    fn an_eager_task_takes_its_creators_place_for_one_step() {
        let (main, outer, eager) = (Actor::Main, Actor::Task(T1), Actor::Task(T2));
        let timeline = fold([
            (0, main, created(T1, None)),
            (1, outer, EventKind::StepStarted { task: T1 }),
            (2, outer, created(T2, Some(T1))),
            (2, eager, EventKind::StepStarted { task: T2 }),
            (3, eager, slept(T2, 5, 100)),
            (4, outer, returned(T1)),
        ]);
        check(
            &timeline,
            expect![[r#"
                main running 0-… (turn 0)
                T1 ready 0-1 (turn 0)
                T1 running 1-2 (turn 0)
                T1 ready 2-3 (turn 0)
                T1 running 3-4 (turn 0)
                  T2 ready 2-2 (turn 0)
                  T2 running 2-3 (turn 0)
                  T2 suspended 3-… line 5 (turn 0)
            "#]],
        );
    }

    #[test]
    fn lanes_are_drawn_below_their_parent() {
        let main = Actor::Main;
        let tree = [(1, None), (2, None), (3, Some(1)), (4, Some(2)), (5, Some(1)), (6, Some(3))];
        let timeline = fold(tree.map(|(task, parent)| (0, main, created(TaskId(task), parent.map(TaskId)))));
        let order: Vec<String> =
            timeline.tree().into_iter().map(|index| timeline.lanes()[index].actor.to_string()).collect();
        assert_eq!(order.join(" "), "main T1 T3 T6 T5 T2 T4");
        assert_eq!(timeline.lane(Actor::Task(TaskId(6))).map(|lane| lane.depth), Some(2));
    }

    #[test]
    fn marks_lie_in_the_lane_that_they_concern() {
        let (main, first, second) = (Actor::Main, Actor::Task(T1), Actor::Task(T2));
        let timeline = fold([
            (0, main, created(T1, None)),
            (0, main, created(T2, None)),
            (1, first, EventKind::StepStarted { task: T1 }),
            (1, first, EventKind::CancelRequested { task: T2, by: first, message: String::new() }),
            (2, first, EventKind::ContextEntered { manager: "Lock".into(), line: 3 }),
            (3, first, returned(T1)),
            (4, second, EventKind::CancelDelivered { task: T2 }),
        ]);
        let marks = |task| {
            let lane = timeline.lane(Actor::Task(task)).expect("created");
            lane.marks.iter().map(|mark| mark.kind.as_str()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(marks(T1), "context-entered");
        assert_eq!(marks(T2), "cancel-requested cancel-delivered");
    }

    #[test]
    fn objects_keep_their_history() {
        let change = |change, holders: &[TaskId], waiters: &[TaskId]| EventKind::ObjectChanged {
            object: ObjectId(1),
            what: "Lock".into(),
            name: "lock".into(),
            change,
            holders: holders.to_vec(),
            waiters: waiters.to_vec(),
            waiting: waiters.len() as u64,
            depth: 0,
        };
        let timeline = fold([
            (0, Actor::Task(T1), change(Change::Created, &[], &[])),
            (1, Actor::Task(T1), change(Change::Acquired, &[T1], &[])),
            (2, Actor::Task(T2), change(Change::WaiterAdded, &[T1], &[T2])),
        ]);
        let lock = timeline.object(ObjectId(1)).expect("the trace met it");
        assert_eq!(lock.states.len(), 3);
        assert_eq!(lock.states[2].waiters, [T2]);
    }

    #[test]
    fn events_that_make_no_sense_are_survived() {
        let (main, task) = (Actor::Main, Actor::Task(TaskId(u32::MAX)));
        let handle = HandleId(u32::MAX);
        let timeline = fold([
            (9, task, EventKind::Resumed { task: TaskId(u32::MAX) }),
            (8, task, slept(TaskId(7), 1, 1)),
            (7, main, returned(TaskId(8))),
            (7, main, EventKind::HandleStarted { handle: HandleId(0) }),
            (7, main, EventKind::TimerFired { handle }),
            (7, main, EventKind::HandleFinished { handle }),
            (7, main, EventKind::WorkerIdle { worker: W1 }),
            (7, main, EventKind::ThreadResumed),
            (7, main, created(T1, Some(T1))),
            (7, main, created(T1, Some(T1))),
        ]);
        assert_eq!(timeline.tree().len(), 4);
        assert_eq!(timeline.at(5).ready, [handle]);
    }

    #[test]
    fn checkpoints_give_what_folding_from_the_beginning_gives() {
        let mut events = Vec::new();
        for round in 0..2000u64 {
            let id = 2 * round as u32 + 1;
            events.push((round, Actor::Main, call_soon(id)));
            events.push((round, Actor::Main, call_at(id + 1, 2 * round + 40)));
            if round % 3 != 0 {
                events.push((round, Actor::Main, EventKind::HandleStarted { handle: HandleId(id) }));
                events.push((round, Actor::Main, EventKind::HandleCancelled { handle: HandleId(id + 1) }));
            }
        }
        let timeline = fold(events.clone());
        assert!(timeline.checkpoints.len() > 3);
        for upto in (0..=timeline.len()).step_by(331).chain([timeline.len()]) {
            let prefix = fold(events[..upto as usize].to_vec());
            assert_eq!(&timeline.at(upto), prefix.now(), "at {upto}");
        }
    }

    #[test]
    fn a_clone_is_another_moment() {
        let events = one_sleep();
        let mut timeline = fold(events[..9].to_vec());
        let before = timeline.clone();
        let (at, actor, kind) = events[9].clone();
        timeline.push(Event { seq: 9, at: Nanos(at * 1000), actor, kind });
        assert_eq!(before, fold(events[..9].to_vec()));
        assert_ne!(before, timeline);
        assert!(Rc::ptr_eq(&before.lanes()[1], &timeline.lanes()[1]), "an untouched lane is shared");
    }
}
