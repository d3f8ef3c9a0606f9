//! The event loop (`Lib/asyncio/base_events.py`).
//!
//! It never sleeps: when nothing is ready, the thread parks until the next timer, and whoever drives the run moves the
//! clock there. A selector wakes a little late, and so does this loop: by `WAKE_LATENCY`. Timers that are due within
//! that time fire in the same iteration, as they do in CPython, where making two of them takes longer than here.

use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use std::rc::Rc;

use super::future::{self, Created};
use super::handle::{self, Callback, Handle, TimerEntry, handle_object};
use super::recorder::{emit, recorder};
use super::task::{self, Start, ensure_future, new_task};
use super::threads;
use super::{State, classes, hold};
use crate::trace::event::{EventKind, Nanos, Waker};
use crate::vm::builtins::functions::is_callable;
use crate::vm::native::{Args, NativeFn, NativeObject};
use crate::vm::object::*;
use crate::vm::op::BinOp;
use crate::vm::stdlib::time::MONOTONIC_START;
use crate::vm::{CallArgs, Cx, Exc, PyResult, Stream, Vm};

/// How late a selector wakes, in ns of program time.
const WAKE_LATENCY: u64 = 60_000;
/// `_MIN_SCHEDULED_TIMER_HANDLES`, `_MIN_CANCELLED_TIMER_HANDLES_FRACTION`.
const MIN_SCHEDULED_TIMERS: usize = 100;
const MIN_CANCELLED_FRACTION: f64 = 0.5;
/// `time.get_clock_info('monotonic').resolution`.
const CLOCK_RESOLUTION: f64 = 1e-9;

/// What an event loop holds.
pub struct EventLoop {
    pub ready: RefCell<VecDeque<Rc<Handle>>>,
    pub scheduled: RefCell<BinaryHeap<Reverse<TimerEntry>>>,
    /// How many in `scheduled` have been cancelled.
    pub cancelled_timers: Cell<usize>,
    pub running: Cell<bool>,
    pub stopping: Cell<bool>,
    pub closed: Cell<bool>,
    pub debug: Cell<bool>,
    pub turn: Cell<u64>,
    /// `Unbound` if none.
    pub current_task: Slot,
    /// A callable, or None.
    pub task_factory: Slot,
    /// The program has set a task factory, if only to take it away again.
    pub had_factory: Cell<bool>,
    pub exception_handler: Slot,
    pub default_executor: Slot,
    pub slow_callback_duration: Slot,
    /// Async generators that have been iterated and not closed, by address.
    pub async_generators: RefCell<Vec<Gc<WeakRef>>>,
    pub async_generators_shut_down: Cell<bool>,
    pub executor_shut_down: Cell<bool>,
    /// The thread that runs it.
    pub fiber: Cell<u32>,
}

impl NativeObject for EventLoop {
    fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        let slots = [&self.current_task, &self.task_factory, &self.exception_handler, &self.default_executor];
        slots.into_iter().for_each(|slot| slot.visit(visit));
        self.slow_callback_duration.visit(visit);
        self.ready.borrow().iter().for_each(|handle| handle::visit(handle, visit));
        self.scheduled.borrow().iter().for_each(|Reverse(entry)| handle::visit(&entry.0, visit));
        self.async_generators.borrow().iter().for_each(|reference| reference.visit_ref(visit));
    }

    fn clear(&self) {
        drop((self.ready.take(), self.scheduled.take()));
        for slot in [&self.current_task, &self.task_factory, &self.exception_handler, &self.default_executor] {
            slot.set(Value::None);
        }
    }
}

pub(super) fn this<'a>(vm: &mut Vm, value: &'a Value) -> PyResult<&'a EventLoop> {
    match value.native::<EventLoop>() {
        Some(event_loop) => Ok(event_loop),
        None => {
            let text = format!("an event loop was expected, got '{}'", vm.class_name(value));
            Err(vm.type_error(text))
        }
    }
}

/// The program's own policy.
fn policy(vm: &mut Vm) -> Option<Value> {
    vm.extension::<State>().policy.bound()
}

/// `asyncio.new_event_loop()`.
pub fn new_event_loop(vm: &mut Vm) -> PyResult {
    if let Some(policy) = policy(vm) {
        return vm.call_method(&policy, "new_event_loop", []);
    }
    let class = classes(vm).event_loop.clone();
    Ok(make_loop(vm, class))
}

fn make_loop(vm: &mut Vm, class: Gc<Class>) -> Value {
    log(vm, "DEBUG", "Using selector: EpollSelector", None);
    let event_loop = EventLoop {
        ready: RefCell::default(),
        scheduled: RefCell::default(),
        cancelled_timers: Cell::new(0),
        running: Cell::new(false),
        stopping: Cell::new(false),
        closed: Cell::new(false),
        debug: Cell::new(false),
        turn: Cell::new(0),
        current_task: Slot::default(),
        task_factory: Slot::new(Value::None),
        had_factory: Cell::new(false),
        exception_handler: Slot::new(Value::None),
        default_executor: Slot::new(Value::None),
        slow_callback_duration: Slot::new(Value::Float(0.1)),
        async_generators: RefCell::default(),
        async_generators_shut_down: Cell::new(false),
        executor_shut_down: Cell::new(false),
        fiber: Cell::new(0),
    };
    Instance::new(class, Payload::Native(Box::new(event_loop))).into()
}

/// The loop that runs in this thread.
pub fn running_loop(vm: &mut Vm) -> Option<Value> {
    let state = vm.extension::<State>();
    state.running.borrow().get(&vm.fiber.id).cloned()
}

/// `asyncio.get_event_loop()`: the running loop, or the one that was set, or in the main thread a new one.
pub fn get_event_loop(vm: &mut Vm) -> PyResult {
    if let Some(event_loop) = running_loop(vm) {
        return Ok(event_loop);
    }
    match policy(vm) {
        Some(policy) => vm.call_method(&policy, "get_event_loop", []),
        None => default_event_loop(vm, None),
    }
}

/// The default policy's `get_event_loop`: the loop that was set, or in the main thread a new one, made by `policy`.
fn default_event_loop(vm: &mut Vm, policy: Option<&Value>) -> PyResult {
    let state = vm.extension::<State>();
    let id = vm.fiber.id;
    let current = state.current.borrow().get(&id).cloned();
    match current {
        Some(Value::None) => {}
        Some(event_loop) => return Ok(event_loop),
        None if id == 0 => {
            vm.warn("DeprecationWarning", "There is no current event loop");
            let event_loop = match policy {
                Some(policy) => vm.call_method(policy, "new_event_loop", [])?,
                None => new_event_loop(vm)?,
            };
            state.current.borrow_mut().insert(id, event_loop.clone());
            return Ok(event_loop);
        }
        None => {}
    }
    let name = if id == 0 { "MainThread" } else { &vm.fiber.name.clone() };
    Err(vm.runtime_error(format!("There is no current event loop in thread '{name}'.")))
}

impl EventLoop {
    /// `loop.time()`.
    pub fn time(vm: &mut Vm) -> f64 {
        vm.monotonic()
    }

    pub(super) fn check_closed(&self, vm: &mut Vm) -> PyResult<()> {
        if self.closed.get() {
            return Err(vm.runtime_error("Event loop is closed"));
        }
        Ok(())
    }

    pub(super) fn handle(
        vm: &mut Vm,
        event_loop: &Value,
        callback: Callback,
        context: Value,
        when: Option<f64>,
    ) -> Rc<Handle> {
        let id = recorder(vm).new_handle();
        Rc::new(Handle {
            id,
            callback: RefCell::new(Some(callback)),
            context,
            cancelled: Cell::new(false),
            when,
            scheduled: Cell::new(false),
            event_loop: event_loop.clone(),
            described: RefCell::default(),
            created: Created::default(),
            fiber: vm.fiber.id,
        })
    }

    /// Puts a callback at the end of the ready queue.
    pub fn call_soon(vm: &mut Vm, event_loop: &Value, callback: Callback, context: Value) -> PyResult<Rc<Handle>> {
        let own = this(vm, event_loop)?;
        own.check_closed(vm)?;
        let handle = EventLoop::handle(vm, event_loop, callback, context, None);
        if !recorder(vm).muted {
            // `name` may look an attribute up, and so run Python: not while the handle is borrowed.
            let python = match &*handle.callback.borrow() {
                Some(callback @ Callback::Python { .. }) => Some(callback.clone()),
                _ => None,
            };
            let (name, task) = match (python, &*handle.callback.borrow()) {
                (Some(callback), _) => (callback.name(vm), None),
                (None, Some(callback)) => (callback.name(vm), callback.task()),
                (None, None) => Default::default(),
            };
            emit(vm, EventKind::CallbackScheduled { handle: handle.id, callback: name, task });
        }
        let woken = match &*handle.callback.borrow() {
            Some(Callback::Step { task, .. } | Callback::Wakeup { task, .. }) => Some(task.clone()),
            _ => None,
        };
        if let Some(task) = woken {
            task::ready(vm, &task);
        }
        own.ready.borrow_mut().push_back(handle.clone());
        Ok(handle)
    }

    /// Another thread has given the loop something to do (`_write_to_self`).
    fn wake(&self, vm: &mut Vm) {
        let fiber = self.fiber.get();
        if self.running.get() && fiber != vm.fiber.id {
            vm.unpark(fiber);
        }
    }

    /// In debug mode it is an error to use a loop from another thread.
    fn check_thread(&self, vm: &mut Vm) -> PyResult<()> {
        if self.debug.get() && self.running.get() && self.fiber.get() != vm.fiber.id {
            let text = "Non-thread-safe operation invoked on an event loop other than the current one";
            return Err(vm.runtime_error(text));
        }
        Ok(())
    }

    /// Puts a callback into the heap of timers; `when` is in the loop's time.
    pub fn call_at(
        vm: &mut Vm,
        event_loop: &Value,
        when: f64,
        callback: Callback,
        context: Value,
    ) -> PyResult<Rc<Handle>> {
        let own = this(vm, event_loop)?;
        own.check_closed(vm)?;
        let handle = EventLoop::handle(vm, event_loop, callback, context, Some(when));
        if !recorder(vm).muted {
            // `name` may look an attribute up, and so run Python: not while the handle is borrowed.
            let python = match &*handle.callback.borrow() {
                Some(callback @ Callback::Python { .. }) => Some(callback.clone()),
                _ => None,
            };
            let (name, task) = match (python, &*handle.callback.borrow()) {
                (Some(callback), _) => (callback.name(vm), None),
                (None, Some(callback)) => (callback.name(vm), callback.task()),
                (None, None) => Default::default(),
            };
            let when = program_time(when);
            emit(vm, EventKind::TimerScheduled { handle: handle.id, callback: name, task, when });
        }
        handle.scheduled.set(true);
        own.scheduled.borrow_mut().push(Reverse(TimerEntry(handle.clone())));
        Ok(handle)
    }
}

/// The loop's time as the program's.
pub(super) fn program_time(when: f64) -> Nanos {
    Nanos::from_secs_f64(when - MONOTONIC_START)
}

/// Runs one iteration of the loop.
async fn run_once(event_loop: &Value) -> PyResult<()> {
    let own = Cx.vm(|vm| this(vm, event_loop).map(|l| l as *const EventLoop))?;
    // The caller keeps the loop alive.
    let own = unsafe { &*own };
    Cx.vm(|vm| {
        let turn = own.turn.get() + 1;
        own.turn.set(turn);
        let ready = if recorder(vm).muted { Vec::new() } else { own.ready.borrow().iter().map(|h| h.id).collect() };
        emit(vm, EventKind::LoopIteration { turn, ready });
    });
    // Timers that were cancelled go: all at once when they are many, else from the head.
    let scheduled = own.scheduled.borrow().len();
    if scheduled > MIN_SCHEDULED_TIMERS && own.cancelled_timers.get() as f64 / scheduled as f64 > MIN_CANCELLED_FRACTION
    {
        let old = own.scheduled.take();
        let kept = old.into_iter().filter(|entry| {
            let keep = !entry.0.0.cancelled.get();
            if !keep {
                entry.0.0.scheduled.set(false);
            }
            keep
        });
        *own.scheduled.borrow_mut() = kept.collect();
        own.cancelled_timers.set(0);
    } else {
        loop {
            let mut heap = own.scheduled.borrow_mut();
            match heap.peek() {
                Some(Reverse(entry)) if entry.0.cancelled.get() => {
                    own.cancelled_timers.set(own.cancelled_timers.get().saturating_sub(1));
                    let entry = heap.pop();
                    drop(heap);
                    if let Some(Reverse(entry)) = entry {
                        entry.0.scheduled.set(false);
                    }
                }
                _ => break,
            }
        }
    }
    if own.ready.borrow().is_empty() && !own.stopping.get() {
        let when = own.scheduled.borrow().peek().and_then(|Reverse(entry)| entry.0.when);
        let due = when.map(program_time);
        let idle = Cx.vm(|vm| {
            let now = vm.now();
            let idle = due.is_none_or(|due| due.0 > now);
            if idle {
                emit(vm, EventKind::LoopIdle { until: due });
            }
            idle
        });
        if idle {
            Cx.park(due.map(|due| due.0.saturating_add(WAKE_LATENCY))).await?;
        }
    }
    let end = Cx.vm(EventLoop::time) + CLOCK_RESOLUTION;
    loop {
        let mut heap = own.scheduled.borrow_mut();
        match heap.peek() {
            Some(Reverse(entry)) if entry.0.when.unwrap_or(0.0) < end => {
                let Some(Reverse(entry)) = heap.pop() else { break };
                drop(heap);
                entry.0.scheduled.set(false);
                Cx.vm(|vm| emit(vm, EventKind::TimerFired { handle: entry.0.id }));
                own.ready.borrow_mut().push_back(entry.0);
            }
            _ => break,
        }
    }
    // Those that are ready now, and not what they add: that is for the next iteration.
    let count = own.ready.borrow().len();
    for _ in 0..count {
        let Some(handle) = own.ready.borrow_mut().pop_front() else { break };
        if handle.cancelled.get() {
            continue;
        }
        let started = Cx.vm(|vm| {
            let (now, fiber) = (vm.now(), vm.fiber.id);
            let recorder = recorder(vm);
            recorder.handle = Some(handle.id);
            let ended = handle.callback.borrow().as_ref().and_then(Callback::ended_task);
            recorder.cause = match (handle.when, ended) {
                (Some(when), _) => Some(Waker::Timer { when: program_time(when) }),
                (None, Some(task)) => Some(Waker::Task { task }),
                // What another thread asked for is its doing.
                (None, None) if handle.fiber != fiber => Some(recorder.waker(handle.fiber)),
                (None, None) => None,
            };
            emit(vm, EventKind::HandleStarted { handle: handle.id });
            now
        });
        let result = handle::run(handle.clone()).await;
        Cx.vm(|vm| {
            emit(vm, EventKind::HandleFinished { handle: handle.id });
            let now = vm.now();
            let recorder = recorder(vm);
            recorder.handle = None;
            recorder.cause = None;
            if own.debug.get() {
                slow_callback(vm, own, &handle, now - started);
            }
        });
        result?;
    }
    Ok(())
}

/// In debug mode a callback that took long is told of.
fn slow_callback(vm: &mut Vm, own: &EventLoop, handle: &Rc<Handle>, took: u64) {
    let limit = match own.slow_callback_duration.get() {
        Value::Float(f) => f,
        Value::Int(i) => i as f64,
        _ => 0.1,
    };
    let took = took as f64 / 1e9;
    if took < limit {
        return;
    }
    let shown = match &*handle.callback.borrow() {
        Some(Callback::Step { task, .. } | Callback::Wakeup { task, .. }) => task.clone(),
        _ => handle_object(vm, handle.clone()),
    };
    if let Ok(shown) = vm.repr(&shown) {
        let text = format!("Executing {shown} took {took:.3} seconds");
        log(vm, "WARNING", &text, None);
    }
}

/// `loop.run_forever()`.
pub async fn run_forever(event_loop: Value) -> PyResult {
    let hooks = Cx.vm(|vm| {
        let own = this(vm, &event_loop)?;
        if let Err(exc) = own.check_closed(vm).and_then(|()| check_running(vm, own)) {
            // CPython 3.13 cleans up after this, too: nothing is said to run any more.
            own.stopping.set(false);
            own.running.set(false);
            vm.extension::<State>().running.borrow_mut().remove(&vm.fiber.id);
            return Err(exc);
        }
        own.running.set(true);
        own.fiber.set(vm.fiber.id);
        let state = vm.extension::<State>();
        state.running.borrow_mut().insert(vm.fiber.id, event_loop.clone());
        emit(vm, EventKind::LoopStarted);
        let (firstiter, finalizer) = async_generator_hooks(vm, &event_loop);
        let origins = own.debug.get().then(Default::default);
        let origins = std::mem::replace(&mut vm.coroutine_origins, origins);
        Ok((std::mem::replace(&mut vm.fiber.asyncgen_hooks, (firstiter, finalizer)), origins))
    })?;
    let result = loop {
        if let Err(exc) = run_once(&event_loop).await {
            break Err(exc);
        }
        let stopping = event_loop.native::<EventLoop>().is_none_or(|l| l.stopping.get());
        if stopping {
            break Ok(Value::None);
        }
    };
    Cx.vm(|vm| {
        if let Some(own) = event_loop.native::<EventLoop>() {
            own.stopping.set(false);
            own.running.set(false);
        }
        let state = vm.extension::<State>();
        state.running.borrow_mut().remove(&vm.fiber.id);
        (vm.fiber.asyncgen_hooks, vm.coroutine_origins) = hooks;
        emit(vm, EventKind::LoopStopped);
    });
    result
}

fn check_running(vm: &mut Vm, own: &EventLoop) -> PyResult<()> {
    if own.running.get() {
        return Err(vm.runtime_error("This event loop is already running"));
    }
    if running_loop(vm).is_some() {
        return Err(vm.runtime_error("Cannot run the event loop while another loop is running"));
    }
    Ok(())
}

/// `loop.run_until_complete(future)`.
pub async fn run_until_complete(event_loop: Value, awaitable: Value, traced: bool) -> PyResult {
    // In CPython the traceback has this function's frame, and so the future: a cycle, which the collector frees.
    let hold = |exc: Exc, fut: &Value| {
        // In a list, which the collector knows of.
        exc.state().set("_future", Value::from(vec![fut.clone()]));
        exc
    };
    let (fut, new) = Cx.vm(|vm| {
        let own = this(vm, &event_loop)?;
        own.check_closed(vm)?;
        check_running(vm, own)?;
        let new = !future::is_future(vm, &awaitable);
        let fut = if traced || !own.task_factory.get().is_none() || !task::is_coroutine(vm, &awaitable) {
            ensure_future(vm, &awaitable, Some(event_loop.clone()))?
        } else {
            let class = classes(vm).task.clone();
            let start = Start { traced: false, eager: false };
            new_task(vm, &class, awaitable, event_loop.clone(), Value::Unbound, Value::Unbound, start)?
        };
        if new && let Some(task) = fut.native::<task::Task>() {
            task.log_destroy_pending.set(false);
        }
        let context = vm.copy_context();
        future::add_done_callback(vm, &fut, Callback::StopLoop { future: Value::None }, context)?;
        Ok((fut, new))
    })?;
    let result = run_forever(event_loop).await;
    Cx.vm(|vm| {
        future::remove_callback(&fut, |callback| matches!(callback, Callback::StopLoop { .. }));
        if let Err(exc) = result {
            if new && future::future(&fut).is_some_and(|f| f.is_done() && !f.is_cancelled()) {
                // The coroutine raised it; that it is told of now is enough.
                future::exception(vm, &fut)?;
            }
            return Err(hold(exc, &fut));
        }
        if !future::future(&fut).is_some_and(|f| f.is_done()) {
            return Err(vm.runtime_error("Event loop stopped before Future completed."));
        }
        future::result(vm, &fut).map_err(|exc| hold(exc, &fut))
    })
}

/// `_run_until_complete_cb`: the future is done, so the loop stops.
pub(super) fn run_until_complete_done(vm: &mut Vm, fut: &Value) -> PyResult<()> {
    let Some(f) = future::future(fut) else { return Ok(()) };
    f.log_traceback.set(false);
    if let future::State::Failed(exc) = &*f.state.borrow()
        && (exc.is(&vm.types.system_exit) || exc.is(&vm.types.keyboard_interrupt))
    {
        // It stops the loop by itself.
        return Ok(());
    }
    if let Some(own) = f.event_loop.native::<EventLoop>() {
        own.stopping.set(true);
    }
    Ok(())
}

/// A method of ours that the program has replaced, in a subclass or in the loop itself.
fn own_method(vm: &mut Vm, event_loop: &Value, name: &str) -> Option<Value> {
    let instance = event_loop.downcast::<Instance>()?;
    if let Some(own) = instance.dict.get().and_then(|dict| dict.get_text(name)) {
        return Some(own);
    }
    let class = instance.class();
    if class.builtin {
        return None;
    }
    let interned = vm.intern(name);
    match vm.lookup(&class, &interned)?.view() {
        View::NativeMethod(_) => None,
        _ => vm.get_attr(event_loop, name).ok(),
    }
}

/// `loop.create_task(coro)`, whatever kind of loop it is.
pub fn create_task(vm: &mut Vm, event_loop: &Value, coro: Value, name: Value, context: Value) -> PyResult {
    let Some(method) = own_method(vm, event_loop, "create_task") else {
        return create_own_task(vm, event_loop, coro, name, context);
    };
    let (mut names, mut values) = (Vec::new(), vec![coro]);
    for (keyword, value) in [("name", name), ("context", context)] {
        if !(value.is_unbound() || value.is_none() && keyword == "context") {
            names.push(Value::from(keyword));
            values.push(value);
        }
    }
    vm.call(&method, CallArgs { values, names: Some(Gc::new(Tuple::from(names))) })
}

fn create_own_task(vm: &mut Vm, event_loop: &Value, coro: Value, name: Value, context: Value) -> PyResult {
    let own = this(vm, event_loop)?;
    own.check_closed(vm)?;
    let factory = own.task_factory.get();
    if factory.is_none() {
        let class = classes(vm).task.clone();
        // CPython's log of awaits is written by a factory, which the program has taken away.
        let traced = !(vm.keep_coroutine_locals && own.had_factory.get());
        return new_task(vm, &class, coro, event_loop.clone(), name, context, Start { traced, eager: false });
    }
    let mut values = vec![event_loop.clone(), coro];
    let mut names = None;
    if !context.is_unbound() && !context.is_none() {
        names = Some(Gc::new(Tuple::from(vec![Value::from("context")])));
        values.push(context);
    }
    let task = vm.call(&factory, CallArgs { values, names })?;
    // As in CPython 3.13, a task without a name is called None then.
    let name = if name.is_unbound() { Value::None } else { name };
    vm.call_method(&task, "set_name", [name])?;
    Ok(task)
}

// Async generators.

fn async_generator_hooks(vm: &mut Vm, event_loop: &Value) -> (Value, Value) {
    let bound = |vm: &mut Vm, name: &'static str, func: NativeFn| -> Value {
        let _ = &vm;
        Gc::new(Native { name, func, this: event_loop.clone(), module: "asyncio.base_events" }).into()
    };
    let first = bound(
        vm,
        "_asyncgen_firstiter_hook",
        NativeFn::Plain(|vm, args| {
            let own = this(vm, &args[0])?;
            if own.async_generators_shut_down.get() {
                let class = vm.types.resource_warning.clone();
                let text = format!(
                    "asynchronous generator {} was scheduled after loop.shutdown_asyncgens() call",
                    vm.repr(&args[1])?
                );
                let line = vm.current_line();
                emit(vm, EventKind::Warning { category: class.name(), message: text, line, task: None });
            }
            if let Some(reference) = crate::vm::weak::reference(&args[1], Value::None) {
                let own = this(vm, &args[0])?;
                own.async_generators.borrow_mut().push(reference);
            }
            Ok(Value::None)
        }),
    );
    let last = bound(
        vm,
        "_asyncgen_finalizer_hook",
        NativeFn::Plain(|vm, args| {
            let own = this(vm, &args[0])?;
            own.async_generators.borrow_mut().retain(|r| r.upgrade().is_some_and(|g| !g.is(&args[1])));
            if !own.closed.get() {
                let event_loop = args[0].clone();
                let generator = args[1].clone();
                let function: handle::NativeCallback = Rc::new(move |vm, _| {
                    let close = vm.call_method(&generator, "aclose", [])?;
                    create_task(vm, &event_loop, close, Value::Unbound, Value::Unbound).map(drop)
                });
                let context = vm.copy_context();
                let callback = Callback::Native { name: "aclose an async generator", function, future: Value::None };
                EventLoop::call_soon(vm, &args[0], callback, context)?;
            }
            Ok(Value::None)
        }),
    );
    (first, last)
}

/// `loop.shutdown_asyncgens()`: closes every async generator that is still open.
async fn shutdown_asyncgens(event_loop: Value) -> PyResult {
    let Some(own) = event_loop.native::<EventLoop>() else { return Ok(Value::None) };
    own.async_generators_shut_down.set(true);
    let open: Vec<Value> = own.async_generators.take().iter().filter_map(|r| r.upgrade()).collect();
    if open.is_empty() {
        return Ok(Value::None);
    }
    let (gathered, names) = Cx.vm(|vm| {
        let class = classes(vm).task.clone();
        let mut tasks = Vec::new();
        for generator in &open {
            let close = vm.call_method(generator, "aclose", [])?;
            tasks.push(new_task(
                vm,
                &class,
                close,
                event_loop.clone(),
                Value::Unbound,
                Value::Unbound,
                Start { traced: true, eager: false },
            )?);
        }
        let gather = vm.get_attr(&vm.modules.get_text("asyncio").unwrap_or(Value::None), "gather")?;
        let names = Gc::new(Tuple::from(vec![Value::from("return_exceptions")]));
        tasks.push(Value::TRUE);
        Ok((vm.call(&gather, CallArgs { values: tasks, names: Some(names) })?, open.clone()))
    })?;
    let results = Cx.await_(gathered).await?;
    Cx.vm(|vm| {
        let results = vm.collect(&results)?;
        for (result, generator) in results.into_iter().zip(names) {
            if let Some(exc) = Exc::from_value(&result) {
                let message =
                    format!("an error occurred during closing of asynchronous generator {}", vm.repr(&generator)?);
                let context =
                    vec![("message", Value::from(message)), ("exception", exc.value()), ("asyncgen", generator)];
                call_exception_handler(vm, &event_loop, context);
            }
        }
        Ok(Value::None)
    })
}

// Exceptions that nobody awaits.

/// A callback raised. Gives the program's own handler and its arguments, if it has one.
#[inline(never)]
pub(super) fn callback_failed(vm: &mut Vm, handle: &Rc<Handle>, exc: &Exc) -> Option<(Value, Vec<Value>)> {
    let described = {
        let callback = handle.callback.borrow().clone();
        match callback {
            Some(callback) => handle::callback_text(vm, &callback, handle).unwrap_or_default(),
            None => String::new(),
        }
    };
    let object = handle_object(vm, handle.clone());
    let mut context = vec![
        ("message", Value::from(format!("Exception in callback {described}"))),
        ("exception", exc.value()),
        ("handle", object),
    ];
    context.extend(handle.created.traceback());
    let event_loop = handle.event_loop.clone();
    if let Some(method) = own_method(vm, &event_loop, "call_exception_handler") {
        return Some((method, vec![context_dict(context)]));
    }
    match event_loop.native::<EventLoop>().map(|l| l.exception_handler.get()) {
        Some(handler) if !handler.is_none() => Some((handler, vec![event_loop, context_dict(context)])),
        _ => {
            call_exception_handler(vm, &event_loop, context);
            None
        }
    }
}

/// The program's exception handler raised, too.
pub(super) fn handler_failed(vm: &mut Vm, context: Value, exc: &Exc) {
    let context = context_dict(vec![
        ("message", Value::from("Unhandled error in exception handler")),
        ("exception", exc.value()),
        ("context", context),
    ]);
    default_exception_handler(vm, &context);
}

fn context_dict(context: Vec<(&'static str, Value)>) -> Value {
    let dict = Dict::new();
    for (key, value) in context {
        dict.set_text(key, value);
    }
    Gc::new(dict).into()
}

/// An exception handler runs in the context of the task or handle that it is told of. Gives the one to go back to.
pub fn enter_context_of(vm: &mut Vm, context: &Value) -> Option<Value> {
    let dict = context.downcast::<Dict>()?;
    let thing = ["task", "future", "handle"].into_iter().find_map(|key| dict.get_text(key).filter(|t| !t.is_none()))?;
    let own = match (thing.native::<task::Task>(), thing.native::<handle::HandleObject>()) {
        (Some(task), _) => (*task.context).clone(),
        (_, Some(handle)) => handle.0.context.clone(),
        _ => return None,
    };
    (!own.is_unbound()).then(|| vm.swap_context(own))
}

pub fn leave_context(vm: &mut Vm, outer: Option<Value>) {
    if let Some(outer) = outer {
        vm.swap_context(outer);
    }
}

/// `loop.call_exception_handler(context)`.
pub fn call_exception_handler(vm: &mut Vm, event_loop: &Value, context: Vec<(&'static str, Value)>) {
    let handler = event_loop.native::<EventLoop>().map_or(Value::None, |l| l.exception_handler.get());
    let dict = context_dict(context);
    if let Some(method) = own_method(vm, event_loop, "call_exception_handler") {
        if let Err(exc) = vm.call(&method, [dict]) {
            vm.write_unraisable(&exc, &method);
        }
        return;
    }
    if handler.is_none() {
        default_exception_handler(vm, &dict);
        return;
    }
    let outer = enter_context_of(vm, &dict);
    let called = vm.call(&handler, [event_loop.clone(), dict.clone()]);
    leave_context(vm, outer);
    if let Err(exc) = called {
        handler_failed(vm, dict, &exc);
    }
}

/// `loop.default_exception_handler(context)`: logs the message, what else the context has, and the traceback.
fn default_exception_handler(vm: &mut Vm, context: &Value) {
    let View::Dict(dict) = context.view() else { return };
    let message = dict
        .get_text("message")
        .filter(|m| !m.is_none())
        .unwrap_or_else(|| Value::from("Unhandled exception in event loop"));
    let mut text = vm.str(&message).unwrap_or_default();
    let exc = dict.get_text("exception").and_then(|e| Exc::from_value(&e));
    let mut keys: Vec<(String, Value)> = dict
        .items()
        .into_iter()
        .filter_map(|(k, v)| Some((k.as_str()?.to_owned(), v)))
        .filter(|(k, _)| k != "message" && k != "exception")
        .collect();
    keys.sort_by(|a, b| a.0.cmp(&b.0));
    for (key, value) in keys {
        let shown = match value.view() {
            View::Traceback(_) => {
                let mut places = Vec::new();
                let mut at = value.clone();
                while let View::Traceback(entry) = at.view() {
                    places.push((entry.code.clone(), entry.ip));
                    let next = entry.next.get();
                    at = next;
                }
                let what = if key == "source_traceback" { "Object" } else { "Handle" };
                format!(
                    "{what} created at (most recent call last):\n{}",
                    crate::vm::generator::places_text(&places).trim_end()
                )
            }
            _ => vm.repr(&value).unwrap_or_default(),
        };
        text.push_str(&format!("\n{key}: {shown}"));
    }
    log(vm, "ERROR", &text, exc.as_ref());
}

/// A record of the `asyncio` logger. Without a handler of the program it goes to stderr as it is (`logging.lastResort`).
pub fn log(vm: &mut Vm, level: &str, text: &str, exc: Option<&Exc>) {
    if let Some(logging) = vm.modules.get_text("logging") {
        // The program has its own logging.
        let name = match level {
            "ERROR" => "error",
            "DEBUG" => "debug",
            _ => "warning",
        };
        // A test may have put one of its own in `asyncio.log.logger`'s place.
        let patched = vm.modules.get_text("asyncio").and_then(|m| m.downcast::<Module>()?.dict.get_text("logger"));
        let logger = match patched {
            Some(logger) => Ok(logger),
            None => vm.call_method(&logging, "getLogger", [Value::from("asyncio")]),
        };
        let result = logger.and_then(|logger| {
            let method = vm.get_attr(&logger, name)?;
            let mut values = vec![Value::from(text)];
            let mut names = None;
            if let Some(exc) = exc {
                let info = vm.tuple(vec![exc.class().into(), exc.value(), exc.state().traceback.get()]);
                values.push(info);
                names = Some(Gc::new(Tuple::from(vec![Value::from("exc_info")])));
            }
            vm.call(&method, CallArgs { values, names })
        });
        if result.is_ok() {
            return;
        }
    }
    if level == "DEBUG" {
        return;
    }
    let mut shown = format!("{text}\n");
    if let Some(exc) = exc {
        shown.push_str(&vm.traceback_text(exc));
    }
    vm.write(Stream::Stderr, &shown);
}

/// Tells the trace what the logger is told of a future.
fn tell(vm: &mut Vm, message: &str, future: &Value) {
    let task = future.native::<task::Task>().map(|task| task.id.get()).filter(|task| task.0 > 0);
    let line = vm.current_line();
    emit(vm, EventKind::Warning { category: "asyncio".into(), message: message.into(), line, task });
}

/// A future or task that failed has died, and nobody asked for its exception.
pub(super) fn never_retrieved(vm: &mut Vm, value: &Value, event_loop: &Value, exc: &Exc) {
    let message = format!("{} exception was never retrieved", vm.class_name(value));
    tell(vm, &message, value);
    let mut context = vec![("message", Value::from(message)), ("exception", exc.value()), ("future", value.clone())];
    context.extend(future::future(value).and_then(|f| f.created.traceback()));
    call_exception_handler(vm, event_loop, context);
}

/// A task has died while it was pending.
pub(super) fn destroyed_pending(vm: &mut Vm, value: &Value, event_loop: &Value) {
    let message = "Task was destroyed but it is pending!";
    tell(vm, message, value);
    let mut context = vec![("task", value.clone()), ("message", Value::from(message))];
    context.extend(future::future(value).and_then(|f| f.created.traceback()));
    call_exception_handler(vm, event_loop, context);
}

// The Python side.

pub(super) fn make_class(vm: &mut Vm) -> Gc<Class> {
    let class = vm.new_class("asyncio.unix_events", "_UnixSelectorEventLoop", &[], Layout::Native);
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| match args[0].downcast::<Class>() {
            Some(class) => Ok(make_loop(vm, class.clone())),
            None => Err(vm.type_error("X is not a type object")),
        }),
    );
    vm.method(&class, "__init__", NativeFn::Plain(|_, _| Ok(Value::None)));
    vm.method(&class, "run_forever", NativeFn::Flow(|_, args| crate::vm::Flow::future(run_forever(args[0].clone()))));
    vm.method(
        &class,
        "run_until_complete",
        NativeFn::Flow(|vm, args| {
            let [awaitable] = args.bind_def(vm, "BaseEventLoop.run_until_complete", 1, ["future"], 1, 1)?;
            let own = this(vm, &args[0])?;
            if let Err(exc) = own.check_closed(vm).and_then(|()| check_running(vm, own)) {
                return Err(hold(exc, &args));
            }
            crate::vm::Flow::future(run_until_complete(args[0].clone(), awaitable, true))
        }),
    );
    vm.method(
        &class,
        "stop",
        NativeFn::Plain(|vm, args| {
            this(vm, &args[0])?.stopping.set(true);
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "close",
        NativeFn::Plain(|vm, args| {
            close(vm, &args[0])?;
            Ok(Value::None)
        }),
    );
    vm.method(&class, "is_running", NativeFn::Plain(|vm, args| Ok(Value::Bool(this(vm, &args[0])?.running.get()))));
    vm.method(&class, "is_closed", NativeFn::Plain(|vm, args| Ok(Value::Bool(this(vm, &args[0])?.closed.get()))));
    vm.method(&class, "time", NativeFn::Plain(|vm, _| Ok(Value::Float(EventLoop::time(vm)))));
    vm.method(&class, "get_debug", NativeFn::Plain(|vm, args| Ok(Value::Bool(this(vm, &args[0])?.debug.get()))));
    vm.method(
        &class,
        "set_debug",
        NativeFn::Plain(|vm, args| {
            let value = args.one(vm, "set_debug")?;
            let debug = vm.truth(value)?;
            let own = this(vm, &args[0])?;
            own.debug.set(debug);
            if own.running.get() {
                vm.coroutine_origins = debug.then(Default::default);
            }
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "call_soon",
        NativeFn::Plain(|vm, args| {
            this(vm, &args[0])?.check_thread(vm)?;
            call_soon_method(vm, args, "call_soon")
        }),
    );
    vm.method(
        &class,
        "call_soon_threadsafe",
        NativeFn::Plain(|vm, args| {
            let handle = call_soon_method(vm, args, "call_soon_threadsafe")?;
            this(vm, &args[0])?.wake(vm);
            Ok(handle)
        }),
    );
    vm.method(
        &class,
        "call_later",
        NativeFn::Plain(|vm, args| {
            let delay = match args.get(1) {
                Some(delay) if !delay.is_none() => seconds(vm, delay)?,
                _ => return Err(vm.type_error("delay must not be None")),
            };
            let when = EventLoop::time(vm) + delay;
            timer_method(vm, args, when)
        }),
    );
    vm.method(
        &class,
        "call_at",
        NativeFn::Plain(|vm, args| {
            let when = match args.get(1) {
                Some(when) if !when.is_none() => vm.float_arg(when)?,
                _ => return Err(vm.type_error("when cannot be None")),
            };
            timer_method(vm, args, when)
        }),
    );
    vm.method(&class, "create_future", NativeFn::Plain(|vm, args| Ok(future::new_future(vm, &args[0]))));
    vm.method(
        &class,
        "create_task",
        NativeFn::Plain(|vm, args| {
            let [coro, name, context] =
                args.bind_def(vm, "BaseEventLoop.create_task", 1, ["coro", "name", "context"], 1, 1)?;
            create_own_task(vm, &args[0], coro, name, context).map_err(|exc| hold(exc, &args))
        }),
    );
    vm.method(
        &class,
        "set_task_factory",
        NativeFn::Plain(|vm, args| {
            let [factory] = args.bind_def(vm, "BaseEventLoop.set_task_factory", 1, ["factory"], 1, 1)?;
            if !factory.is_none() && !is_callable(vm, &factory) {
                return Err(vm.type_error("task factory must be a callable or None"));
            }
            let own = this(vm, &args[0])?;
            own.had_factory.set(true);
            own.task_factory.set(factory);
            Ok(Value::None)
        }),
    );
    vm.method(&class, "get_task_factory", NativeFn::Plain(|vm, args| Ok(this(vm, &args[0])?.task_factory.get())));
    vm.method(
        &class,
        "set_exception_handler",
        NativeFn::Plain(|vm, args| {
            let [handler] = args.bind_def(vm, "BaseEventLoop.set_exception_handler", 1, ["handler"], 1, 1)?;
            if !handler.is_none() && !is_callable(vm, &handler) {
                let text = format!("A callable object or None is expected, got {}", vm.repr(&handler)?);
                return Err(vm.type_error(text));
            }
            this(vm, &args[0])?.exception_handler.set(handler);
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "get_exception_handler",
        NativeFn::Plain(|vm, args| Ok(this(vm, &args[0])?.exception_handler.get())),
    );
    vm.method(
        &class,
        "default_exception_handler",
        NativeFn::Plain(|vm, args| {
            let context = args.one(vm, "default_exception_handler")?.clone();
            default_exception_handler(vm, &context);
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "call_exception_handler",
        NativeFn::Flow(|vm, args| {
            let context = args.one(vm, "call_exception_handler")?.clone();
            let handler = this(vm, &args[0])?.exception_handler.get();
            if handler.is_none() {
                default_exception_handler(vm, &context);
                return Ok(Value::None.into());
            }
            let event_loop = args[0].clone();
            crate::vm::Flow::future(async move {
                let outer = Cx.vm(|vm| enter_context_of(vm, &context));
                let called = Cx.call(&handler, [event_loop, context.clone()]).await;
                Cx.vm(|vm| leave_context(vm, outer));
                match called {
                    Err(exc) => Cx.vm(|vm| {
                        if exc.is(&vm.types.system_exit) || exc.is(&vm.types.keyboard_interrupt) {
                            return Err(exc);
                        }
                        handler_failed(vm, context, &exc);
                        Ok(Value::None)
                    }),
                    Ok(_) => Ok(Value::None),
                }
            })
        }),
    );
    vm.method(
        &class,
        "shutdown_asyncgens",
        NativeFn::Plain(|vm, args| {
            let event_loop = args[0].clone();
            Ok(task::native_coroutine(vm, "BaseEventLoop.shutdown_asyncgens", shutdown_asyncgens(event_loop)))
        }),
    );
    threads::install_methods(vm, &class);
    vm.property(
        &class,
        "slow_callback_duration",
        |vm, l| Ok(this(vm, l)?.slow_callback_duration.get()),
        Some(|vm, l, value| {
            this(vm, l)?.slow_callback_duration.set(value.unwrap_or(Value::Float(0.1)));
            Ok(())
        }),
    );
    vm.method(
        &class,
        "__repr__",
        NativeFn::Plain(|vm, args| {
            let name = vm.class_name(&args[0]);
            let own = this(vm, &args[0])?;
            let flag = |b: bool| if b { "True" } else { "False" };
            let text = format!(
                "<{name} running={} closed={} debug={}>",
                flag(own.running.get()),
                flag(own.closed.get()),
                flag(own.debug.get())
            );
            Ok(Value::from(text))
        }),
    );
    class
}

/// A delay; what cannot be added to a time says so.
pub(super) fn seconds(vm: &mut Vm, delay: &Value) -> PyResult<f64> {
    if !matches!(delay, Value::Int(_) | Value::Float(_) | Value::Bool(_)) {
        let flow = vm.binary_flow(BinOp::Add, &Value::Float(0.0), delay, false)?;
        vm.finish(flow)?;
    }
    vm.float_arg(delay)
}

fn call_soon_method(vm: &mut Vm, args: Args<'_>, method: &str) -> PyResult {
    let context = context_argument(vm, args)?;
    let Some(callable) = args.get(1).cloned() else {
        let text = format!("BaseEventLoop.{method}() missing 1 required positional argument: 'callback'");
        return Err(vm.type_error(text));
    };
    let own = this(vm, &args[0])?;
    own.check_closed(vm)?;
    check_callback(vm, own, &callable, method)?;
    let callback = Callback::Python { callable, args: args.positional()[2..].to_vec() };
    let handle = EventLoop::call_soon(vm, &args[0], callback, context)?;
    handle.created.remember(vm, &args[0], 2);
    Ok(handle_object(vm, handle))
}

fn timer_method(vm: &mut Vm, args: Args<'_>, when: f64) -> PyResult {
    let context = context_argument(vm, args)?;
    let Some(callable) = args.get(2).cloned() else {
        return Err(vm.type_error("call_later() missing 1 required positional argument: 'callback'"));
    };
    let own = this(vm, &args[0])?;
    own.check_closed(vm)?;
    check_callback(vm, own, &callable, "call_at")?;
    let callback = Callback::Python { callable, args: args.positional()[3..].to_vec() };
    let handle = EventLoop::call_at(vm, &args[0], when, callback, context)?;
    handle.created.remember(vm, &args[0], 2);
    Ok(handle_object(vm, handle))
}

/// In debug mode a coroutine is no callback.
pub(super) fn check_callback(vm: &mut Vm, own: &EventLoop, callable: &Value, method: &str) -> PyResult<()> {
    if own.debug.get() {
        let is_coroutine = matches!(callable.view(), View::Function(f) if f.code.spec.flags.coroutine)
            || task::is_coroutine(vm, callable);
        if is_coroutine {
            return Err(vm.type_error(format!("coroutines cannot be used with {method}()")));
        }
        if !is_callable(vm, callable) {
            let text = format!("a callable object was expected by {method}(), got {}", vm.repr(callable)?);
            return Err(vm.type_error(text));
        }
    }
    Ok(())
}

fn context_argument(vm: &mut Vm, args: Args<'_>) -> PyResult {
    for (name, _) in args.keywords() {
        if name.as_str() != "context" {
            let text = format!("call_soon() got an unexpected keyword argument '{}'", name.as_str());
            return Err(vm.type_error(text));
        }
    }
    Ok(match args.keyword("context") {
        Some(context) if !context.is_none() => context.clone(),
        _ => vm.copy_context(),
    })
}

/// `loop.close()`.
pub fn close(vm: &mut Vm, event_loop: &Value) -> PyResult<()> {
    let own = this(vm, event_loop)?;
    if own.running.get() {
        return Err(vm.runtime_error("Cannot close a running event loop"));
    }
    if own.closed.replace(true) {
        return Ok(());
    }
    if own.debug.get() {
        let shown = vm.repr(event_loop)?;
        log(vm, "DEBUG", &format!("Close {shown}"), None);
    }
    let (ready, scheduled) = (own.ready.take(), own.scheduled.take());
    emit(vm, EventKind::LoopClosed);
    drop((ready, scheduled));
    own.executor_shut_down.set(true);
    let executor = own.default_executor.replace(Value::None);
    if !executor.is_none() {
        let shutdown = vm.get_attr(&executor, "shutdown")?;
        let names = Some(Gc::new(Tuple::from(vec![Value::from("wait")])));
        vm.call(&shutdown, CallArgs { values: vec![Value::FALSE], names })?;
    }
    Ok(())
}

pub(super) fn install(vm: &mut Vm, module: &Gc<Module>) {
    vm.function(module, "new_event_loop", NativeFn::Plain(|vm, _| new_event_loop(vm)));
    vm.function(module, "get_event_loop", NativeFn::Plain(|vm, _| get_event_loop(vm)));
    vm.function(
        module,
        "get_running_loop",
        NativeFn::Plain(|vm, _| match running_loop(vm) {
            Some(event_loop) => Ok(event_loop),
            None => Err(vm.runtime_error("no running event loop")),
        }),
    );
    vm.function(module, "_get_running_loop", NativeFn::Plain(|vm, _| Ok(running_loop(vm).unwrap_or(Value::None))));
    vm.function(
        module,
        "set_event_loop",
        NativeFn::Plain(|vm, args| {
            let [event_loop] = args.bind_def(vm, "set_event_loop", 0, ["loop"], 1, 1)?;
            set_event_loop(vm, event_loop)?;
            Ok(Value::None)
        }),
    );
    // For `asyncio.py`: what the default policy does, a policy of the program, and a method for the loop's class.
    vm.function(module, "_policy_get", NativeFn::Plain(|vm, args| default_event_loop(vm, args.get(0))));
    vm.function(
        module,
        "_policy_set",
        NativeFn::Plain(|vm, args| {
            default_set(vm, args[0].clone())?;
            Ok(Value::None)
        }),
    );
    vm.function(
        module,
        "_policy_use",
        NativeFn::Plain(|vm, args| {
            let policy = if args[0].is_none() { Value::Unbound } else { args[0].clone() };
            vm.extension::<State>().policy.set(policy);
            Ok(Value::None)
        }),
    );
    vm.function(
        module,
        "_set_running_loop",
        NativeFn::Plain(|vm, args| {
            let [event_loop] = args.bind_def(vm, "_set_running_loop", 0, ["loop"], 1, 1)?;
            let state = vm.extension::<State>();
            let before = if event_loop.is_none() {
                state.running.borrow_mut().remove(&vm.fiber.id)
            } else {
                state.running.borrow_mut().insert(vm.fiber.id, event_loop)
            };
            drop(before);
            Ok(Value::None)
        }),
    );
    vm.function(
        module,
        "_swap_current_task",
        NativeFn::Plain(|vm, args| {
            let [event_loop, task] = args.bind_def(vm, "_swap_current_task", 0, ["loop", "task"], 2, 2)?;
            let task = if task.is_none() { Value::Unbound } else { task };
            let current = &this(vm, &event_loop)?.current_task;
            let before = current.replace(task);
            Ok(if before.is_unbound() { Value::None } else { before })
        }),
    );
    vm.function(module, "_module", NativeFn::Plain(|vm, _| vm.import_module("asyncio")));
    // `asyncio.__all__`, once everything is there.
    vm.function(
        module,
        "_public_names",
        NativeFn::Plain(|vm, _| {
            let asyncio = vm.import_module("asyncio")?;
            let View::Module(module) = asyncio.view() else { return Ok(Value::None) };
            let mut names: Vec<String> = module
                .dict
                .items()
                .into_iter()
                .filter(|(_, value)| !matches!(value.view(), View::Module(_)))
                .filter_map(|(name, _)| name.as_str().map(str::to_owned))
                .filter(|name| PRIVATE_NAMES.contains(&name.as_str()) || !name.starts_with('_'))
                .filter(|name| !UNLISTED_NAMES.contains(&name.as_str()))
                .collect();
            names.sort_unstable();
            let names = names.into_iter().map(Value::from).collect();
            Ok(vm.tuple(names))
        }),
    );
    vm.function(
        module,
        "_loop_method",
        NativeFn::Plain(|vm, args| {
            let class = classes(vm).event_loop.clone();
            vm.class_attr(&class, args[0].as_str().unwrap_or_default(), args[1].clone());
            Ok(Value::None)
        }),
    );
}

/// What `from asyncio import *` gives though it begins with an underscore.
const PRIVATE_NAMES: [&str; 6] =
    ["_enter_task", "_get_running_loop", "_leave_task", "_register_task", "_set_running_loop", "_unregister_task"];
/// What it does not give, though it is in the package.
const UNLISTED_NAMES: [&str; 1] = ["BaseDefaultEventLoopPolicy"];

pub fn set_event_loop(vm: &mut Vm, event_loop: Value) -> PyResult<()> {
    match policy(vm) {
        Some(policy) => vm.call_method(&policy, "set_event_loop", [event_loop]).map(drop),
        None => default_set(vm, event_loop),
    }
}

/// The default policy's `set_event_loop`.
fn default_set(vm: &mut Vm, event_loop: Value) -> PyResult<()> {
    if !event_loop.is_none() && event_loop.native::<EventLoop>().is_none() {
        let text =
            format!("loop must be an instance of AbstractEventLoop or None, not '{}'", vm.class_name(&event_loop));
        return Err(vm.type_error(text));
    }
    let id = vm.fiber.id;
    vm.extension::<State>().current.borrow_mut().insert(id, event_loop);
    Ok(())
}
