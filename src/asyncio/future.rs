//! `Future` (`Lib/asyncio/futures.py`).

use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Deref;

use super::event_loop::{self, EventLoop};
use super::handle::{self, Callback};
use super::recorder::recorder;
use super::reprlib;
use super::task::Task;
use super::{classes, gather};
use crate::trace::event::{ObjectId, WaitingOn};
use crate::vm::native::{NativeFn, NativeObject};
use crate::vm::object::*;
use crate::vm::{Cx, Exc, PyResult, Vm};

/// Where a future stands. Callbacks are only there while it is pending.
pub enum State {
    Pending,
    Finished(Value),
    Failed(Exc),
    Cancelled,
}

/// What `__init__` sets: unbound in an object whose class has an `__init__` of its own that did not call ours.
#[derive(Default)]
pub struct Late(OnceCell<Value>);

impl Late {
    pub fn set(&self, value: Value) {
        // A second `__init__` changes nothing.
        let _ = self.0.set(value);
    }
}

impl Deref for Late {
    type Target = Value;

    fn deref(&self) -> &Value {
        self.0.get().unwrap_or(&Value::Unbound)
    }
}

/// In debug mode: the program's frames that made an object, outermost first.
#[derive(Default)]
pub struct Created(OnceCell<Box<[Place]>>);

/// A frame's code and instruction.
pub type Place = (Gc<Code>, u32);

impl Created {
    /// Called where the object is made; in CPython `own` frames of its own would be on top.
    pub fn remember(&self, vm: &mut Vm, event_loop: &Value, own: usize) {
        if event_loop.native::<EventLoop>().is_some_and(|l| l.debug.get()) {
            let _ = self.0.set(vm.debug_stack(own).into());
        }
    }

    /// `source_traceback`, for an exception handler: a traceback, if there is a stack.
    pub fn traceback(&self) -> Option<(&'static str, Value)> {
        let frames = self.0.get()?;
        Some((
            "source_traceback",
            frames
                .iter()
                .rev()
                .fold(Value::None, |next, (code, ip)| Traceback::made_up(next, code.clone(), *ip).into()),
        ))
    }

    /// `created at main.py:3`.
    pub fn text(&self) -> Option<String> {
        let (code, ip) = self.0.get()?.last()?;
        Some(format!("created at {}:{}", code.source.filename, code.position(*ip).line))
    }
}

/// What `Future` holds; a `Task` holds one too.
pub struct Future {
    /// The loop it belongs to.
    pub event_loop: Late,
    pub state: RefCell<State>,
    /// With the context each runs in.
    pub callbacks: RefCell<Vec<(Callback, Value)>>,
    /// `_asyncio_future_blocking`: it was yielded by its own `__await__`, and not by a bare `yield`.
    pub blocking: Cell<bool>,
    /// It failed and nobody has asked for the exception yet.
    pub log_traceback: Cell<bool>,
    pub cancel_message: Slot,
    /// `_exception_tb`: the exception's traceback when it was set. Each `result()` begins there, however often and by
    /// whomever the exception was raised meanwhile.
    pub exception_tb: Slot,
    /// The `CancelledError` that ended a task; raised once with its own traceback.
    pub cancelled_exc: RefCell<Option<Exc>>,
    /// Why somebody waits for it, if it is not simply a future.
    pub reason: RefCell<Option<WaitingOn>>,
    pub object: Cell<Option<ObjectId>>,
    /// In debug mode: the stack that made it.
    pub created: Created,
    /// The children of a `gather`.
    pub gathered: RefCell<Option<gather::Children>>,
}

impl Future {
    pub fn new(event_loop: Value) -> Future {
        let future = Future::uninitialized();
        future.event_loop.set(event_loop);
        future
    }

    /// As `__new__` leaves it.
    pub fn uninitialized() -> Future {
        Future {
            event_loop: Late::default(),
            state: RefCell::new(State::Pending),
            callbacks: RefCell::default(),
            blocking: Cell::new(false),
            log_traceback: Cell::new(false),
            cancel_message: Slot::new(Value::None),
            exception_tb: Slot::new(Value::None),
            cancelled_exc: RefCell::default(),
            reason: RefCell::default(),
            object: Cell::new(None),
            created: Created::default(),
            gathered: RefCell::default(),
        }
    }

    pub fn is_done(&self) -> bool {
        !matches!(&*self.state.borrow(), State::Pending)
    }

    pub fn is_cancelled(&self) -> bool {
        matches!(&*self.state.borrow(), State::Cancelled)
    }

    pub fn state_name(&self) -> &'static str {
        match &*self.state.borrow() {
            State::Pending => "PENDING",
            State::Finished(_) | State::Failed(_) => "FINISHED",
            State::Cancelled => "CANCELLED",
        }
    }
}

impl NativeObject for Future {
    fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.event_loop);
        if let Ok(state) = self.state.try_borrow() {
            match &*state {
                State::Finished(result) => visit(result),
                State::Failed(exc) => exc.0.visit_ref(visit),
                State::Pending | State::Cancelled => {}
            }
        }
        self.cancel_message.visit(visit);
        self.exception_tb.visit(visit);
        if let Ok(cancelled) = self.cancelled_exc.try_borrow() {
            cancelled.iter().for_each(|exc| exc.0.visit_ref(visit));
        }
        if let Ok(callbacks) = self.callbacks.try_borrow() {
            for (callback, context) in callbacks.iter() {
                callback.visit(visit);
                visit(context);
            }
        }
        if let Ok(gathered) = self.gathered.try_borrow() {
            gathered.iter().flat_map(|children| &children.futures).for_each(visit);
        }
    }

    fn clear(&self) {
        let result = match &mut *self.state.borrow_mut() {
            State::Finished(value) => std::mem::replace(value, Value::None),
            _ => Value::None,
        };
        drop((result, self.callbacks.take(), self.cancelled_exc.take(), self.gathered.take()));
        self.exception_tb.set(Value::None);
    }

    fn needs_finalizer(&self) -> bool {
        self.log_traceback.get()
    }

    fn finalize(&self, vm: &mut Vm, this: &Value) {
        if let State::Failed(exc) = &*self.state.borrow() {
            let exc = exc.clone();
            self.log_traceback.set(false);
            event_loop::never_retrieved(vm, this, &self.event_loop, &exc);
        }
    }
}

/// The future inside a `Future`, a `Task` or a gathering future.
pub fn future(value: &Value) -> Option<&Future> {
    value.native::<Future>().or_else(|| value.native::<Task>().map(|task| &task.future))
}

/// The same, for a method's `self`.
fn this<'a>(vm: &mut Vm, value: &'a Value) -> PyResult<&'a Future> {
    match future(value) {
        Some(future) if future.event_loop.is_unbound() => Err(vm.runtime_error("Future object is not initialized.")),
        Some(future) => Ok(future),
        None => {
            let text =
                format!("descriptor requires a '_asyncio.Future' object but received '{}'", vm.class_name(value));
            Err(vm.type_error(text))
        }
    }
}

/// `loop.create_future()`.
pub fn new_future(vm: &mut Vm, event_loop: &Value) -> Value {
    let class = classes(vm).future.clone();
    let future = Future::new(event_loop.clone());
    future.created.remember(vm, event_loop, 1);
    Instance::new(class, Payload::Native(Box::new(future))).into()
}

pub(super) fn make_class(vm: &mut Vm) -> Gc<Class> {
    let class = vm.new_class("_asyncio", "Future", &[], Layout::Native);
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| {
            let Some(class) = args[0].downcast::<Class>().cloned() else {
                return Err(vm.type_error("Future.__new__(X): X is not a type object"));
            };
            Ok(Instance::new(class, Payload::Native(Box::new(Future::uninitialized()))).into())
        }),
    );
    vm.method(
        &class,
        "__init__",
        NativeFn::Plain(|vm, args| {
            let [event_loop] = args.skip(1).bind(vm, "Future", ["loop"], 0, 0)?;
            let event_loop = match event_loop {
                Value::Unbound | Value::None => event_loop::get_event_loop(vm)?,
                event_loop => event_loop,
            };
            if let Some(own) = future(&args[0]) {
                own.created.remember(vm, &event_loop, 0);
                own.event_loop.set(event_loop);
            }
            Ok(Value::None)
        }),
    );
    vm.method(&class, "result", NativeFn::Plain(|vm, args| result(vm, &args[0])));
    vm.method(
        &class,
        "exception",
        NativeFn::Plain(|vm, args| Ok(exception(vm, &args[0])?.map_or(Value::None, |exc| exc.value()))),
    );
    vm.method(
        &class,
        "done",
        NativeFn::Plain(|_, args| Ok(Value::Bool(future(&args[0]).is_some_and(Future::is_done)))),
    );
    vm.method(
        &class,
        "cancelled",
        NativeFn::Plain(|_, args| Ok(Value::Bool(future(&args[0]).is_some_and(Future::is_cancelled)))),
    );
    vm.method(
        &class,
        "set_result",
        NativeFn::Plain(|vm, args| {
            let value = args.one(vm, "Future.set_result")?.clone();
            set_result(vm, &args[0], value)?;
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "set_exception",
        NativeFn::Plain(|vm, args| {
            let value = args.one(vm, "Future.set_exception")?.clone();
            if this(vm, &args[0])?.is_done() {
                return Err(invalid_state(vm, "invalid state"));
            }
            let is_class = match value.view() {
                View::Class(class) => Class::is_subclass(class, &vm.types.base_exception),
                _ => false,
            };
            if is_class || Exc::from_value(&value).is_some() {
                let exc = vm.make_raised(value, Value::Unbound)?;
                set_exception(vm, &args[0], exc)?;
                return Ok(Value::None);
            }
            Err(vm.type_error("invalid exception object"))
        }),
    );
    vm.method(
        &class,
        "cancel",
        NativeFn::Plain(|vm, args| {
            let [msg] = args.skip(1).bind(vm, "cancel", ["msg"], 0, 1)?;
            let msg = if msg.is_unbound() { Value::None } else { msg };
            cancel_future_itself(vm, &args[0], msg).map(Value::Bool)
        }),
    );
    vm.method(
        &class,
        "add_done_callback",
        NativeFn::Plain(|vm, args| {
            let [callback, context] = args.skip(1).bind(vm, "add_done_callback", ["fn", "context"], 1, 1)?;
            let context = if context.is_unbound() || context.is_none() { vm.copy_context() } else { context };
            // Our own comes back this way, from a method of the program that was put before this one.
            let callback = match callback.downcast::<Native>().and_then(|native| native.this.native::<Own>()) {
                Some(own) => own.0.clone(),
                None => Callback::Python { callable: callback, args: Vec::new() },
            };
            add_done_callback(vm, &args[0], callback, context)?;
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "remove_done_callback",
        NativeFn::Plain(|vm, args| {
            let wanted = args.one(vm, "Future.remove_done_callback")?.clone();
            let future = this(vm, &args[0])?;
            let (mut kept, mut removed) = (Vec::new(), 0);
            // An `__eq__` of the program may change the list meanwhile.
            let before = future.callbacks.borrow().clone();
            for (callback, context) in before {
                let same = match &callback {
                    Callback::Python { callable, .. } => vm.eq(callable, &wanted)?,
                    _ => false,
                };
                if same { removed += 1 } else { kept.push((callback, context)) }
            }
            if removed > 0 {
                let dropped = future.callbacks.replace(kept);
                drop(dropped);
            }
            Ok(Value::Int(removed))
        }),
    );
    vm.method(&class, "get_loop", NativeFn::Plain(|vm, args| Ok((*this(vm, &args[0])?.event_loop).clone())));
    vm.getter(&class, "_loop", |vm, f| Ok((*this(vm, f)?.event_loop).clone()));
    vm.getter(&class, "_state", |vm, f| Ok(Value::from(this(vm, f)?.state_name())));
    vm.getter(&class, "_callbacks", |vm, f| {
        let callbacks = this(vm, f)?.callbacks.borrow().iter().map(|(c, _)| c.shown()).collect::<Vec<_>>();
        Ok(if callbacks.is_empty() { Value::None } else { Value::from(callbacks) })
    });
    vm.property(
        &class,
        "_asyncio_future_blocking",
        |vm, f| Ok(Value::Bool(this(vm, f)?.blocking.get())),
        Some(|vm, f, value| {
            let truth = vm.truth(&value.unwrap_or(Value::None))?;
            this(vm, f)?.blocking.set(truth);
            Ok(())
        }),
    );
    vm.property(
        &class,
        "_log_traceback",
        |vm, f| Ok(Value::Bool(this(vm, f)?.log_traceback.get())),
        Some(|vm, f, value| {
            if vm.truth(&value.unwrap_or(Value::None))? {
                return Err(vm.value_error("_log_traceback can only be set to False"));
            }
            this(vm, f)?.log_traceback.set(false);
            Ok(())
        }),
    );
    vm.property(
        &class,
        "_cancel_message",
        |_, f| Ok(future(f).map_or(Value::None, |f| f.cancel_message.get())),
        Some(|_, f, value| {
            if let Some(f) = future(f) {
                f.cancel_message.set(value.unwrap_or(Value::None));
            }
            Ok(())
        }),
    );
    vm.getter(&class, "_result", |vm, f| {
        Ok(match &*this(vm, f)?.state.borrow() {
            State::Finished(result) => result.clone(),
            _ => Value::None,
        })
    });
    vm.getter(&class, "_exception", |vm, f| {
        Ok(match &*this(vm, f)?.state.borrow() {
            State::Failed(exc) => exc.value(),
            _ => Value::None,
        })
    });
    vm.getter(&class, "_source_traceback", |_, f| {
        Ok(future(f).and_then(|f| f.created.traceback()).map_or(Value::None, |(_, traceback)| traceback))
    });
    vm.method(
        &class,
        "_make_cancelled_error",
        NativeFn::Plain(|vm, args| {
            let future = this(vm, &args[0])?;
            Ok(make_cancelled_error(vm, future).value())
        }),
    );
    for name in ["__await__", "__iter__"] {
        let begin = NativeFn::Plain(|vm, args| {
            this(vm, &args[0])?;
            Ok(await_iterator(vm, &args[0]))
        });
        vm.method(&class, name, begin);
    }
    vm.method(&class, "__repr__", NativeFn::Plain(|vm, args| repr(vm, &args[0]).map(Value::from)));
    vm.class_method(
        &class,
        "__class_getitem__",
        NativeFn::Plain(|_, args| Ok(crate::vm::run::operators::alias(&args[0], &args[1]))),
    );
    class
}

pub(super) fn install(vm: &mut Vm, module: &Gc<Module>) {
    vm.function(
        module,
        "isfuture",
        NativeFn::Plain(|vm, args| {
            let value = args.get(0).cloned().unwrap_or(Value::None);
            Ok(Value::Bool(is_future(vm, &value)))
        }),
    );
}

/// `asyncio.isfuture`: ours, or what claims to be one.
pub fn is_future(vm: &mut Vm, value: &Value) -> bool {
    if future(value).is_some() {
        return true;
    }
    let name = vm.intern("_asyncio_future_blocking");
    let class = vm.class_of(value);
    matches!(value.view(), View::Instance(_)) && vm.lookup(&class, &name).is_some_and(|v| !v.is_none())
}

/// `Future.__await__`: yields the future once if it is pending, then gives its result.
fn await_iterator(vm: &mut Vm, this: &Value) -> Value {
    let fut = this.clone();
    let body = Box::pin(async move {
        let pending = future(&fut).is_some_and(|f| !f.is_done());
        if pending {
            if let Some(f) = future(&fut) {
                f.blocking.set(true);
            }
            Cx.holding(&[&fut]);
            Cx.yield_(fut.clone()).await?;
            if future(&fut).is_some_and(|f| !f.is_done()) {
                return Err(Cx.vm(|vm| vm.runtime_error("await wasn't used with future")));
            }
        }
        Cx.vm(|vm| result(vm, &fut))
    });
    let name = Value::from(vm.intern("FutureIter"));
    Generator::new(GeneratorKind::Generator, name.clone(), name, Body::Native(NativeBody::new(body))).into()
}

fn invalid_state(vm: &mut Vm, text: &str) -> Exc {
    let class = classes(vm).invalid_state_error.clone();
    vm.error(&class, text)
}

/// The `CancelledError` of a cancelled future. A task's own is given once.
pub fn make_cancelled_error(vm: &mut Vm, future: &Future) -> Exc {
    if let Some(exc) = future.cancelled_exc.take() {
        return exc;
    }
    let class = classes(vm).cancelled_error.clone();
    let message = future.cancel_message.get();
    vm.exception(&class, if message.is_none() { Vec::new() } else { vec![message] })
}

/// `result()` and `exception()` of a future without `__init__` say so in another way.
fn not_initialized(vm: &mut Vm, value: &Value) -> PyResult<()> {
    match future(value) {
        Some(future) if future.event_loop.is_unbound() => Err(invalid_state(vm, "Future object is not initialized.")),
        _ => Ok(()),
    }
}

/// `Future.result()`.
pub fn result(vm: &mut Vm, value: &Value) -> PyResult {
    not_initialized(vm, value)?;
    let future = this(vm, value)?;
    let exc = match &*future.state.borrow() {
        State::Finished(result) => return Ok(result.clone()),
        State::Failed(exc) => Some(Some(exc.clone())),
        State::Cancelled => Some(None),
        State::Pending => None,
    };
    match exc {
        Some(Some(exc)) => {
            future.log_traceback.set(false);
            exc.state().traceback.set(future.exception_tb.get());
            Err(exc)
        }
        Some(None) => Err(make_cancelled_error(vm, future)),
        None => Err(invalid_state(vm, "Result is not set.")),
    }
}

/// `Future.exception()`.
pub fn exception(vm: &mut Vm, value: &Value) -> PyResult<Option<Exc>> {
    not_initialized(vm, value)?;
    let future = this(vm, value)?;
    let exc = match &*future.state.borrow() {
        State::Finished(_) => return Ok(None),
        State::Failed(exc) => Some(Some(exc.clone())),
        State::Cancelled => Some(None),
        State::Pending => None,
    };
    match exc {
        Some(Some(exc)) => {
            future.log_traceback.set(false);
            Ok(Some(exc))
        }
        Some(None) => Err(make_cancelled_error(vm, future)),
        None => Err(invalid_state(vm, "Exception is not set.")),
    }
}

pub fn set_result(vm: &mut Vm, value: &Value, result: Value) -> PyResult<()> {
    let future = this(vm, value)?;
    if future.is_done() {
        return Err(invalid_state(vm, "invalid state"));
    }
    *future.state.borrow_mut() = State::Finished(result);
    schedule_callbacks(vm, value, future)
}

pub fn set_exception(vm: &mut Vm, value: &Value, exc: Exc) -> PyResult<()> {
    let future = this(vm, value)?;
    if future.is_done() {
        return Err(invalid_state(vm, "invalid state"));
    }
    let exc = if exc.is(&vm.types.stop_iteration) {
        let error =
            vm.runtime_error("StopIteration interacts badly with generators and cannot be raised into a Future");
        error.state().cause.set(exc.value());
        error.state().context.set(exc.value());
        error.state().suppress_context.set(true);
        error
    } else {
        exc
    };
    future.exception_tb.set(exc.state().traceback.get());
    *future.state.borrow_mut() = State::Failed(exc);
    schedule_callbacks(vm, value, future)?;
    future.log_traceback.set(true);
    Ok(())
}

/// `Future.cancel` of a plain future.
fn cancel_future_itself(vm: &mut Vm, value: &Value, message: Value) -> PyResult<bool> {
    let future = this(vm, value)?;
    future.log_traceback.set(false);
    if future.is_done() {
        return Ok(false);
    }
    *future.state.borrow_mut() = State::Cancelled;
    future.cancel_message.set(message);
    schedule_callbacks(vm, value, future)?;
    Ok(true)
}

/// Marks a task's own future cancelled.
pub(super) fn set_cancelled(vm: &mut Vm, value: &Value) -> PyResult<()> {
    let message = this(vm, value)?.cancel_message.get();
    cancel_future_itself(vm, value, message).map(drop)
}

/// `fut.cancel(msg)`, whatever kind of future it is.
pub fn cancel(vm: &mut Vm, value: &Value, message: Value) -> PyResult<bool> {
    let class = vm.class_of(value);
    if !class.builtin || future(value).is_none() {
        let names = (!message.is_none()).then(|| Gc::new(Tuple::from(vec![Value::from("msg")])));
        let cancel = vm.get_attr(value, "cancel")?;
        let values = if message.is_none() { Vec::new() } else { vec![message] };
        let result = vm.call(&cancel, crate::vm::CallArgs { values, names })?;
        return vm.truth(&result);
    }
    if value.native::<Task>().is_some() {
        return super::task::cancel(vm, value, message);
    }
    if this(vm, value)?.gathered.borrow().is_some() {
        return gather::cancel(vm, value, message);
    }
    cancel_future_itself(vm, value, message)
}

/// Every callback of a future that is done goes to the loop's ready queue, in order.
fn schedule_callbacks(vm: &mut Vm, value: &Value, future: &Future) -> PyResult<()> {
    for (callback, context) in future.callbacks.take() {
        EventLoop::call_soon(vm, &future.event_loop, callback.with_future(value), context)?;
    }
    Ok(())
}

/// Called when the future is done: soon, if it is already.
pub fn add_done_callback(vm: &mut Vm, value: &Value, callback: Callback, context: Value) -> PyResult<()> {
    if future(value).is_some_and(|f| f.event_loop.is_unbound()) {
        return Err(vm.runtime_error("uninitialized Future object"));
    }
    let future = this(vm, value)?;
    if future.is_done() {
        EventLoop::call_soon(vm, &future.event_loop, callback.with_future(value), context)?;
    } else {
        future.callbacks.borrow_mut().push((callback, context));
    }
    Ok(())
}

/// One of our own callbacks in a callable object.
struct Own(Callback);

impl NativeObject for Own {}

/// `fut.add_done_callback(callback, context=context)`, whatever kind of future it is.
pub fn subscribe(vm: &mut Vm, value: &Value, callback: Callback, context: Value) -> PyResult<()> {
    let class = vm.class_of(value);
    if class.builtin {
        return add_done_callback(vm, value, callback, context);
    }
    let name = vm.intern("add_done_callback");
    let own_method = matches!(vm.lookup(&class, &name).as_ref().map(Value::view), Some(View::NativeMethod(_)));
    if own_method && future(value).is_some() {
        return add_done_callback(vm, value, callback, context);
    }
    let class = vm.types.object.clone();
    let this: Value = Instance::new(class, Payload::Native(Box::new(Own(callback)))).into();
    let call = NativeFn::Flow(|vm, args| {
        let Some(own) = args[0].native::<Own>() else { return Ok(Value::None.into()) };
        let callback = own.0.clone().with_future(&args[1]);
        let _ = &vm;
        crate::vm::Flow::future(async move { handle::call(callback).await.map(|()| Value::None) })
    });
    let callable: Value = Gc::new(Native { name: "task_wakeup", func: call, this, module: "_asyncio" }).into();
    let method = vm.get_attr(value, "add_done_callback")?;
    let names = Some(Gc::new(Tuple::from(vec![Value::from("context")])));
    vm.call(&method, crate::vm::CallArgs { values: vec![callable, context], names }).map(drop)
}

/// Takes one of our own callbacks out again.
pub fn remove_callback(value: &Value, unwanted: impl Fn(&Callback) -> bool) {
    if let Some(future) = future(value) {
        let dropped: Vec<_> = {
            let mut callbacks = future.callbacks.borrow_mut();
            let (kept, dropped) = std::mem::take(&mut *callbacks).into_iter().partition(|(c, _)| !unwanted(c));
            *callbacks = kept;
            dropped
        };
        drop(dropped);
    }
}

/// What the trace says of a task that waits for this future.
pub fn reason(vm: &mut Vm, value: &Value) -> WaitingOn {
    if let Some(task) = value.native::<Task>() {
        return WaitingOn::Task { task: task.id.get() };
    }
    let Some(future) = future(value) else { return WaitingOn::Turn };
    if let Some(reason) = &*future.reason.borrow() {
        return reason.clone();
    }
    let object = match future.object.get() {
        Some(object) => object,
        None => {
            let object = recorder(vm).new_object();
            future.object.set(Some(object));
            object
        }
    };
    WaitingOn::Future { object }
}

/// `<Future pending cb=[…]>`.
pub fn repr(vm: &mut Vm, value: &Value) -> PyResult<String> {
    let name = vm.class_name(value);
    let info = repr_info(vm, value)?;
    Ok(format!("<{name} {}>", info.join(" ")))
}

/// The parts of a future's `repr` after the class's name.
pub fn repr_info(vm: &mut Vm, value: &Value) -> PyResult<Vec<String>> {
    let future = this(vm, value)?;
    let mut info = vec![future.state_name().to_ascii_lowercase()];
    let outcome = match &*future.state.borrow() {
        State::Finished(result) => Some(Ok(result.clone())),
        State::Failed(exc) => Some(Err(exc.clone())),
        State::Pending | State::Cancelled => None,
    };
    match outcome {
        Some(Ok(result)) => {
            let shown = reprlib::repr(vm, &result)?;
            info.push(format!("result={shown}"));
        }
        Some(Err(exc)) => info.push(format!("exception={}", vm.repr(&exc.value())?)),
        None => {}
    }
    let callbacks: Vec<Callback> = future.callbacks.borrow().iter().map(|(c, _)| c.clone()).collect();
    if !callbacks.is_empty() {
        let mut shown = Vec::new();
        let count = callbacks.len();
        for callback in callbacks.iter().take(if count > 2 { 1 } else { 2 }) {
            shown.push(callback.describe(vm)?);
        }
        let text = match count {
            1 => shown[0].clone(),
            2 => format!("{}, {}", shown[0], shown[1]),
            _ => format!("{}, <{} more>, {}", shown[0], count - 2, callbacks[count - 1].describe(vm)?),
        };
        info.push(format!("cb=[{text}]"));
    }
    Ok(info)
}
