//! `Handle` and `TimerHandle`: what waits in the loop's queues (`Lib/asyncio/events.py`).

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::cmp::Ordering;
use std::rc::Rc;

use super::event_loop::EventLoop;
use super::future::Created;
use super::recorder::emit;
use super::task::Task;
use super::{classes, gather, reprlib, task};
use crate::trace::event::{EventKind, HandleId, TaskId};
use crate::vm::native::{Args, NativeFn, NativeObject};
use crate::vm::object::*;
use crate::vm::stdlib::functools::partial_parts;
use crate::vm::{Cx, Exc, PyResult, Vm};

/// A native callback of a module of ours: gets the future it was called for (None for a plain `call_soon`).
pub type NativeCallback = Rc<dyn Fn(&mut Vm, &Value) -> PyResult<()>>;

/// What the loop can be told to call.
#[derive(Clone)]
pub enum Callback {
    /// A step of a task; the exception is thrown into it.
    Step { task: Value, exc: Option<Exc> },
    /// A task's wakeup: the future it waited for is done.
    Wakeup { task: Value, future: Value },
    /// `futures._set_result_unless_cancelled`: the end of a sleep.
    SetResult { future: Value, result: Value },
    /// A child of a `gather` is done.
    Gathered { outer: Value, index: usize, future: Value },
    /// The end of `run_until_complete`.
    StopLoop { future: Value },
    /// Another module's native callback.
    Native { name: &'static str, function: NativeCallback, future: Value },
    /// The program's.
    Python { callable: Value, args: Vec<Value> },
}

impl Callback {
    /// The values that it holds.
    pub fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        match self {
            Callback::Step { task, exc } => {
                visit(task);
                exc.iter().for_each(|exc| exc.0.visit_ref(visit));
            }
            Callback::Wakeup { task, future } => [task, future].into_iter().for_each(visit),
            Callback::SetResult { future, result } => [future, result].into_iter().for_each(visit),
            Callback::Gathered { outer, future, .. } => [outer, future].into_iter().for_each(visit),
            Callback::StopLoop { future } | Callback::Native { future, .. } => visit(future),
            Callback::Python { callable, args } => std::iter::once(callable).chain(args).for_each(visit),
        }
    }

    /// The callback of a future that is done gets the future as its argument.
    pub fn with_future(self, done: &Value) -> Callback {
        match self {
            Callback::Wakeup { task, .. } => Callback::Wakeup { task, future: done.clone() },
            Callback::Gathered { outer, index, .. } => Callback::Gathered { outer, index, future: done.clone() },
            Callback::StopLoop { .. } => Callback::StopLoop { future: done.clone() },
            Callback::Native { name, function, .. } => Callback::Native { name, function, future: done.clone() },
            Callback::Python { callable, mut args } => {
                args.push(done.clone());
                Callback::Python { callable, args }
            }
            other @ (Callback::Step { .. } | Callback::SetResult { .. }) => other,
        }
    }

    /// The task whose step it runs.
    pub fn task(&self) -> Option<TaskId> {
        match self {
            Callback::Step { task, .. } | Callback::Wakeup { task, .. } => {
                task.native::<Task>().map(|t| t.id.get()).filter(|id| id.0 != 0)
            }
            _ => None,
        }
    }

    /// The task whose end it passes on: to a `gather`, a `wait`, a task group.
    pub fn ended_task(&self) -> Option<TaskId> {
        match self {
            Callback::Gathered { future, .. } | Callback::Native { future, .. } => {
                future.native::<Task>().map(|t| t.id.get()).filter(|id| id.0 != 0)
            }
            _ => None,
        }
    }

    /// A value that stands for the callback.
    pub fn shown(&self) -> Value {
        match self {
            Callback::Python { callable, .. } => callable.clone(),
            Callback::Step { task, .. } | Callback::Wakeup { task, .. } => task.clone(),
            _ => Value::None,
        }
    }

    /// As the trace names it.
    pub fn name(&self, vm: &mut Vm) -> Cow<'static, str> {
        match self {
            Callback::Step { .. } | Callback::Wakeup { .. } if self.task().is_none() => "shut the loop down".into(),
            Callback::Step { .. } => "step".into(),
            Callback::Wakeup { .. } => "wakeup".into(),
            Callback::SetResult { .. } => "end of sleep".into(),
            Callback::Gathered { .. } => "gather: child done".into(),
            Callback::StopLoop { .. } => "stop the loop".into(),
            Callback::Native { name, .. } => (*name).into(),
            Callback::Python { callable, .. } => vm
                .get_attr_opt(callable, "__qualname__")
                .ok()
                .flatten()
                .and_then(|n| n.as_str().map(|n| n.to_owned().into()))
                .unwrap_or("callback".into()),
        }
    }

    /// As a future's `repr` shows it.
    pub fn describe(&self, vm: &mut Vm) -> PyResult<String> {
        Ok(match self {
            Callback::Step { task, .. } => {
                let address = if let Value::Obj(obj) = task { obj.address() } else { 0 };
                format!("<_asyncio.TaskStepMethWrapper object at {address:#x}>()")
            }
            Callback::Wakeup { .. } => "Task.task_wakeup()".into(),
            Callback::SetResult { .. } => "_set_result_unless_cancelled()".into(),
            Callback::Gathered { .. } => "gather.<locals>._done_callback()".into(),
            Callback::StopLoop { .. } => "_run_until_complete_cb()".into(),
            Callback::Native { name, .. } => format!("{name}()"),
            Callback::Python { callable, .. } => callback_source(vm, callable, &[], false)?,
        })
    }
}

/// `f(1, k=2)() at main.py:3`: a callback as CPython's `_format_callback_source` shows it; arguments only if `shown`.
fn callback_source(vm: &mut Vm, callable: &Value, args: &[Value], shown: bool) -> PyResult<String> {
    let arguments = |vm: &mut Vm, args: &[Value], keywords: &[(Value, Value)]| -> PyResult<String> {
        if !shown {
            return Ok("()".into());
        }
        let mut texts = Vec::new();
        for arg in args {
            texts.push(reprlib::repr(vm, arg)?);
        }
        for (name, value) in keywords {
            texts.push(format!("{}={}", name.as_str().unwrap_or_default(), reprlib::repr(vm, value)?));
        }
        Ok(format!("({})", texts.join(", ")))
    };
    let mut suffix = arguments(vm, args, &[])?;
    let mut callable = callable.clone();
    while let Some((inner, args, keywords)) = partial_parts(&callable) {
        suffix = arguments(vm, &args.items, &keywords.items())? + &suffix;
        callable = inner;
    }
    let (name, place) = function_source(vm, &callable)?;
    let place = place.map(|p| format!(" at {p}")).unwrap_or_default();
    Ok(format!("{name}{suffix}{place}"))
}

/// A function's qualified name and `file:line`.
pub fn function_source(vm: &mut Vm, callable: &Value) -> PyResult<(String, Option<String>)> {
    if let View::Function(f) = callable.view() {
        let name = f.qualname.get();
        let place = format!("{}:{}", f.code.source.filename, f.code.spec.first_line);
        return Ok((name.as_str().unwrap_or("?").to_owned(), Some(place)));
    }
    for attribute in ["__qualname__", "__name__"] {
        if let Some(name) = vm.get_attr_opt(callable, attribute)?
            && let Some(name) = name.as_str().filter(|n| !n.is_empty())
        {
            return Ok((name.to_owned(), None));
        }
    }
    Ok((vm.repr(callable)?, None))
}

/// An entry of the loop's queues.
pub struct Handle {
    pub id: HandleId,
    /// Taken when the handle is cancelled.
    pub callback: RefCell<Option<Callback>>,
    pub context: Value,
    /// What a cancelled handle was, in debug mode.
    pub described: RefCell<Option<String>>,
    pub cancelled: Cell<bool>,
    /// For a timer: when it is due, in the loop's time.
    pub when: Option<f64>,
    /// For a timer: it is in the loop's heap.
    pub scheduled: Cell<bool>,
    pub event_loop: Value,
    pub created: Created,
    /// The thread that scheduled it.
    pub fiber: u32,
}

/// The heap's order: by time, then by the order of scheduling. (CPython's heap leaves the order of equal times open.)
pub struct TimerEntry(pub Rc<Handle>);

impl TimerEntry {
    fn key(&self) -> (f64, u32) {
        (self.0.when.unwrap_or(0.0), self.0.id.0)
    }
}

impl PartialEq for TimerEntry {
    fn eq(&self, other: &TimerEntry) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for TimerEntry {}

impl PartialOrd for TimerEntry {
    fn partial_cmp(&self, other: &TimerEntry) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for TimerEntry {
    fn cmp(&self, other: &TimerEntry) -> Ordering {
        let ((a, x), (b, y)) = (self.key(), other.key());
        a.total_cmp(&b).then(x.cmp(&y))
    }
}

impl Handle {
    pub fn cancel(&self, vm: &mut Vm) {
        if self.cancelled.replace(true) {
            return;
        }
        let debug = self.event_loop.native::<EventLoop>().is_some_and(|l| l.debug.get());
        // A cancelled handle still shows its callback in debug mode, but does not hold it.
        if debug && let Some(callback) = &*self.callback.borrow() {
            self.described.replace(callback_text(vm, callback, self).ok());
        }
        let callback = self.callback.take();
        emit(vm, EventKind::HandleCancelled { handle: self.id });
        if self.scheduled.get()
            && let Some(event_loop) = self.event_loop.native::<EventLoop>()
        {
            event_loop.cancelled_timers.set(event_loop.cancelled_timers.get() + 1);
        }
        drop(callback);
    }
}

/// What `call_soon` and `call_later` return.
pub struct HandleObject(pub Rc<Handle>);

impl NativeObject for HandleObject {
    fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        self::visit(&self.0, visit);
    }

    fn clear(&self) {
        drop(self.0.callback.take());
    }
}

/// Tells the collector what a handle holds, on behalf of its owner, if there is but one.
pub fn visit(handle: &Rc<Handle>, visit: &mut dyn FnMut(&Value)) {
    if Rc::strong_count(handle) > 1 {
        return;
    }
    if let Some(callback) = &*handle.callback.borrow() {
        callback.visit(visit);
    }
    visit(&handle.context);
    visit(&handle.event_loop);
}

/// The Python object for a handle.
pub fn handle_object(vm: &mut Vm, handle: Rc<Handle>) -> Value {
    let classes = classes(vm);
    let class = if handle.when.is_some() { classes.timer_handle.clone() } else { classes.handle.clone() };
    Instance::new(class, Payload::Native(Box::new(HandleObject(handle)))).into()
}

fn this(vm: &mut Vm, value: &Value) -> PyResult<Rc<Handle>> {
    match value.native::<HandleObject>() {
        Some(handle) => Ok(handle.0.clone()),
        None => Err(vm.type_error("descriptor requires an 'asyncio.Handle' object")),
    }
}

pub(super) fn make_classes(vm: &mut Vm) -> (Gc<Class>, Gc<Class>) {
    let handle = vm.new_class("asyncio.events", "Handle", &[], Layout::Native);
    let timer = vm.new_class("asyncio.events", "TimerHandle", &[&handle], Layout::Native);
    vm.constructor(&handle, NativeFn::Plain(|vm, args| new_handle(vm, args, false)));
    vm.constructor(&timer, NativeFn::Plain(|vm, args| new_handle(vm, args, true)));
    for class in [&handle, &timer] {
        vm.method(class, "__init__", NativeFn::Plain(|_, _| Ok(Value::None)));
    }
    vm.getter(&handle, "_callback", |vm, h| {
        Ok(this(vm, h)?.callback.borrow().as_ref().map_or(Value::None, Callback::shown))
    });
    vm.getter(&handle, "_args", |vm, h| {
        let handle = this(vm, h)?;
        let callback = handle.callback.borrow();
        Ok(match &*callback {
            Some(Callback::Python { args, .. }) => vm.tuple(args.clone()),
            _ => Value::None,
        })
    });
    vm.getter(&handle, "_cancelled", |vm, h| Ok(Value::Bool(this(vm, h)?.cancelled.get())));
    vm.getter(&timer, "_when", |vm, h| Ok(Value::Float(this(vm, h)?.when.unwrap_or(0.0))));
    vm.getter(&timer, "_scheduled", |vm, h| Ok(Value::Bool(this(vm, h)?.scheduled.get())));
    for name in ["__lt__", "__le__", "__gt__", "__ge__", "__eq__"] {
        let function: NativeFn = match name {
            "__lt__" => NativeFn::Plain(|vm, args| compare(vm, args, |order, _| order.is_lt())),
            "__le__" => NativeFn::Plain(|vm, args| compare(vm, args, |order, equal| order.is_lt() || equal)),
            "__gt__" => NativeFn::Plain(|vm, args| compare(vm, args, |order, _| order.is_gt())),
            "__ge__" => NativeFn::Plain(|vm, args| compare(vm, args, |order, equal| order.is_gt() || equal)),
            _ => NativeFn::Plain(|vm, args| compare(vm, args, |_, equal| equal)),
        };
        vm.method(&timer, name, function);
    }
    vm.method(
        &timer,
        "__hash__",
        NativeFn::Plain(|vm, args| {
            let when = Value::Float(this(vm, &args[0])?.when.unwrap_or(0.0));
            vm.hash(&when).map(Value::Int)
        }),
    );
    vm.method(
        &handle,
        "cancel",
        NativeFn::Plain(|vm, args| {
            let handle = this(vm, &args[0])?;
            handle.cancel(vm);
            Ok(Value::None)
        }),
    );
    vm.method(&handle, "cancelled", NativeFn::Plain(|vm, args| Ok(Value::Bool(this(vm, &args[0])?.cancelled.get()))));
    vm.method(&handle, "get_context", NativeFn::Plain(|vm, args| Ok(this(vm, &args[0])?.context.clone())));
    vm.method(&handle, "__repr__", NativeFn::Plain(|vm, args| repr(vm, &args[0]).map(Value::from)));
    vm.method(&timer, "when", NativeFn::Plain(|vm, args| Ok(Value::Float(this(vm, &args[0])?.when.unwrap_or(0.0)))));
    (handle, timer)
}

/// `Handle(callback, args, loop)`, `TimerHandle(when, callback, args, loop)`.
fn new_handle(vm: &mut Vm, args: Args<'_>, timer: bool) -> PyResult {
    let class = super::locks::class_arg(vm, args)?;
    let (when, [callable, values, event_loop, context]) = if timer {
        let [when, rest @ ..] =
            args.bind_def(vm, "TimerHandle.__init__", 1, ["when", "callback", "args", "loop", "context"], 4, 5)?;
        (Some(vm.float_arg(&when)?), rest)
    } else {
        (None, args.bind_def(vm, "Handle.__init__", 1, ["callback", "args", "loop", "context"], 3, 4)?)
    };
    let values = vm.collect(&values)?;
    let context = if context.is_unbound() || context.is_none() { vm.copy_context() } else { context };
    let callback = Callback::Python { callable, args: values };
    let handle = EventLoop::handle(vm, &event_loop, callback, context, when);
    Ok(Instance::new(class, Payload::Native(Box::new(HandleObject(handle)))).into())
}

/// Timers are ordered by their time; equal ones have the same callback and arguments, too.
fn compare(vm: &mut Vm, args: Args<'_>, test: fn(Ordering, bool) -> bool) -> PyResult {
    let (Some(a), Some(b)) = (
        args.get(0).and_then(|h| h.native::<HandleObject>()),
        args.get(1).and_then(|h| h.native::<HandleObject>()).filter(|h| h.0.when.is_some()),
    ) else {
        return Ok(Value::NotImplemented);
    };
    let order = a.0.when.unwrap_or(0.0).total_cmp(&b.0.when.unwrap_or(0.0));
    let equal = order.is_eq()
        && a.0.cancelled.get() == b.0.cancelled.get()
        && match (&*a.0.callback.borrow(), &*b.0.callback.borrow()) {
            (Some(Callback::Python { callable: f, args: x }), Some(Callback::Python { callable: g, args: y })) => {
                let (x, y) = (vm.tuple(x.clone()), vm.tuple(y.clone()));
                vm.eq(f, g)? && vm.eq(&x, &y)?
            }
            (None, None) => true,
            _ => Rc::ptr_eq(&a.0, &b.0),
        };
    Ok(Value::Bool(test(order, equal)))
}

fn repr(vm: &mut Vm, value: &Value) -> PyResult<String> {
    let handle = this(vm, value)?;
    let mut info = vec![vm.class_name(value)];
    if handle.cancelled.get() {
        info.push("cancelled".into());
    }
    if let Some(when) = handle.when {
        info.push(format!("when={}", crate::vm::number::float_repr(when)));
    }
    let callback = handle.callback.borrow().clone();
    if let Some(callback) = callback {
        let text = callback_text(vm, &callback, &handle)?;
        info.push(text);
    }
    info.extend(handle.described.borrow().clone());
    info.extend(handle.created.text());
    Ok(format!("<{}>", info.join(" ")))
}

/// Runs a handle's callback. What a callback raises goes to the loop's exception handler; `SystemExit` and
/// `KeyboardInterrupt` stop the loop. This and `run_once` are the only places where callbacks are called.
pub(super) async fn run(handle: Rc<Handle>) -> PyResult<()> {
    let Some(callback) = handle.callback.borrow().clone() else { return Ok(()) };
    let outer = Cx.vm(|vm| vm.swap_context(handle.context.clone()));
    let result = call(callback).await;
    Cx.vm(|vm| vm.swap_context(outer));
    match result {
        Ok(()) => Ok(()),
        Err(exc) if Cx.vm(|vm| exc.is(&vm.types.system_exit) || exc.is(&vm.types.keyboard_interrupt)) => Err(exc),
        Err(exc) => {
            let handled = Cx.vm(|vm| super::event_loop::callback_failed(vm, &handle, &exc));
            match handled {
                Some((handler, args)) => {
                    let context = args.last().cloned().unwrap_or(Value::None);
                    let outer = Cx.vm(|vm| super::event_loop::enter_context_of(vm, &context));
                    let called = Cx.call(&handler, args).await;
                    Cx.vm(|vm| super::event_loop::leave_context(vm, outer));
                    match called {
                        Ok(_) => Ok(()),
                        Err(fault)
                            if Cx
                                .vm(|vm| fault.is(&vm.types.system_exit) || fault.is(&vm.types.keyboard_interrupt)) =>
                        {
                            Err(fault)
                        }
                        Err(fault) => {
                            // As in an `except` clause, what went wrong first is its context.
                            if fault.state().context.get().is_none() && !fault.0.is(&exc.0) {
                                fault.state().context.set(exc.value());
                            }
                            Cx.vm(|vm| super::event_loop::handler_failed(vm, context, &fault));
                            Ok(())
                        }
                    }
                }
                None => Ok(()),
            }
        }
    }
}

pub(super) async fn call(callback: Callback) -> PyResult<()> {
    match callback {
        Callback::Step { task, exc } => task::step(task, exc).await,
        Callback::Wakeup { task, future } => task::wakeup(task, future).await,
        Callback::SetResult { future, result } => Cx.vm(|vm| match super::future::future(&future) {
            Some(f) if !f.is_done() => super::future::set_result(vm, &future, result),
            _ => Ok(()),
        }),
        Callback::Gathered { outer, index, future } => Cx.vm(|vm| gather::child_done(vm, &outer, index, &future)),
        Callback::StopLoop { future } => Cx.vm(|vm| super::event_loop::run_until_complete_done(vm, &future)),
        Callback::Native { function, future, .. } => Cx.vm(|vm| function(vm, &future)),
        Callback::Python { callable, args } => Cx.call(&callable, args).await.map(drop),
    }
}

/// A handle's callback as its `repr` and messages show it; with its arguments if the loop is in debug mode.
pub(super) fn callback_text(vm: &mut Vm, callback: &Callback, handle: &Handle) -> PyResult<String> {
    let Callback::Python { callable, args } = callback else { return callback.describe(vm) };
    let debug = handle.event_loop.native::<EventLoop>().is_some_and(|l| l.debug.get());
    callback_source(vm, callable, args, debug)
}
