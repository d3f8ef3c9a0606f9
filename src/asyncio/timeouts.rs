//! `timeout`, `timeout_at` (`Lib/asyncio/timeouts.py`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::classes;
use super::event_loop::{self, EventLoop};
use super::handle::{Callback, Handle, NativeCallback};
use super::locks::class_arg;
use super::mixins::state;
use super::task::{self, Task, native_coroutine};
use crate::vm::native::{NativeFn, NativeObject};
use crate::vm::object::*;
use crate::vm::{Cx, Exc, PyResult, Vm};

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Created,
    Entered,
    Expiring,
    Expired,
    Exited,
}

impl State {
    fn name(self) -> &'static str {
        match self {
            State::Created => "created",
            State::Entered => "active",
            State::Expiring => "expiring",
            State::Expired => "expired",
            State::Exited => "finished",
        }
    }
}

/// What a `Timeout` holds.
pub(super) struct Timeout {
    state: Cell<State>,
    handle: RefCell<Option<Rc<Handle>>>,
    task: Slot,
    cancelling: Cell<u32>,
    when: Cell<Option<f64>>,
}

impl NativeObject for Timeout {
    fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        self.task.visit(visit);
        if let Some(handle) = &*self.handle.borrow() {
            super::handle::visit(handle, visit);
        }
    }

    fn clear(&self) {
        self.task.set(Value::None);
        drop(self.handle.take());
    }
}

fn this<'a>(vm: &mut Vm, value: &'a Value) -> PyResult<&'a Timeout> {
    state::<Timeout>(vm, value, "Timeout")
}

fn make(class: Gc<Class>, when: Option<f64>) -> Value {
    let timeout = Timeout {
        state: Cell::new(State::Created),
        handle: RefCell::default(),
        task: Slot::default(),
        cancelling: Cell::new(0),
        when: Cell::new(when),
    };
    Instance::new(class, Payload::Native(Box::new(timeout))).into()
}

pub(super) fn install(vm: &mut Vm, module: &Gc<Module>) {
    let class = vm.new_class("asyncio.timeouts", "Timeout", &[], Layout::Native);
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| {
            let class = class_arg(vm, args)?;
            Ok(make(class, None))
        }),
    );
    vm.method(
        &class,
        "__init__",
        NativeFn::Plain(|vm, args| {
            let [when] = args.bind_def(vm, "Timeout.__init__", 1, ["when"], 1, 1)?;
            let when = if when.is_none() { None } else { Some(vm.float_arg(&when)?) };
            this(vm, &args[0])?.when.set(when);
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "when",
        NativeFn::Plain(|vm, args| Ok(this(vm, &args[0])?.when.get().map_or(Value::None, Value::Float))),
    );
    vm.method(
        &class,
        "expired",
        NativeFn::Plain(|vm, args| {
            Ok(Value::Bool(matches!(this(vm, &args[0])?.state.get(), State::Expiring | State::Expired)))
        }),
    );
    vm.method(
        &class,
        "reschedule",
        NativeFn::Plain(|vm, args| {
            let when = args.one(vm, "Timeout.reschedule")?;
            let when = if when.is_none() { None } else { Some(vm.float_arg(when)?) };
            reschedule(vm, &args[0], when)?;
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "__aenter__",
        NativeFn::Plain(|vm, args| {
            let timeout = args[0].clone();
            this(vm, &timeout)?;
            Ok(native_coroutine(vm, "Timeout.__aenter__", async move { Cx.vm(|vm| enter(vm, &timeout)) }))
        }),
    );
    vm.method(
        &class,
        "__aexit__",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "__aexit__", 1, 3, 3)?;
            let (timeout, exc) = (args[0].clone(), Exc::from_value(&args[2]));
            this(vm, &timeout)?;
            Ok(native_coroutine(vm, "Timeout.__aexit__", async move {
                Cx.vm(|vm| exit(vm, &timeout, exc.as_ref()))?;
                Ok(Value::None)
            }))
        }),
    );
    vm.method(
        &class,
        "__repr__",
        NativeFn::Plain(|vm, args| {
            let own = this(vm, &args[0])?;
            let mut text = format!("<Timeout [{}]", own.state.get().name());
            if own.state.get() == State::Entered {
                let when = match own.when.get() {
                    Some(when) => crate::vm::number::float_repr((when * 1000.0).round() / 1000.0),
                    None => "None".to_owned(),
                };
                text.push_str(&format!(" when={when}"));
            }
            text.push('>');
            Ok(Value::from(text))
        }),
    );
    vm.set(module, "Timeout", class.value());
    vm.function(
        module,
        "timeout",
        NativeFn::Plain(|vm, args| {
            let [delay] = args.bind_def(vm, "timeout", 0, ["delay"], 1, 1)?;
            new_timeout(vm, &delay)
        }),
    );
    vm.function(
        module,
        "timeout_at",
        NativeFn::Plain(|vm, args| {
            let [when] = args.bind_def(vm, "timeout_at", 0, ["when"], 1, 1)?;
            let when = if when.is_none() { None } else { Some(vm.float_arg(&when)?) };
            let class = timeout_class(vm)?;
            Ok(make(class, when))
        }),
    );
}

fn timeout_class(vm: &mut Vm) -> PyResult<Gc<Class>> {
    let asyncio = vm.import_module("asyncio")?;
    let class = vm.get_attr(&asyncio, "Timeout")?;
    match class.view() {
        View::Class(class) => Ok(class.clone()),
        _ => Err(vm.type_error("asyncio.Timeout is not a class")),
    }
}

/// `timeout(delay)`; the delay may be None.
pub(super) fn new_timeout(vm: &mut Vm, delay: &Value) -> PyResult {
    if event_loop::running_loop(vm).is_none() {
        return Err(vm.runtime_error("no running event loop"));
    }
    let when = if delay.is_none() { None } else { Some(EventLoop::time(vm) + vm.float_arg(delay)?) };
    let class = timeout_class(vm)?;
    Ok(make(class, when))
}

pub(super) fn enter(vm: &mut Vm, timeout: &Value) -> PyResult {
    let own = this(vm, timeout)?;
    if own.state.get() != State::Created {
        return Err(vm.runtime_error("Timeout has already been entered"));
    }
    let task = event_loop::running_loop(vm).and_then(|l| l.native::<EventLoop>().and_then(|l| l.current_task.bound()));
    let Some(task) = task else { return Err(vm.runtime_error("Timeout should be used inside a task")) };
    own.state.set(State::Entered);
    own.cancelling.set(task.native::<Task>().map_or(0, |t| t.cancel_requests.get()));
    own.task.set(task);
    let when = own.when.get();
    reschedule(vm, timeout, when)?;
    Ok(timeout.clone())
}

fn reschedule(vm: &mut Vm, timeout: &Value, when: Option<f64>) -> PyResult<()> {
    let own = this(vm, timeout)?;
    match own.state.get() {
        State::Entered => {}
        State::Created => return Err(vm.runtime_error("Timeout has not been entered")),
        other => return Err(vm.runtime_error(format!("Cannot change state of {} Timeout", other.name()))),
    }
    own.when.set(when);
    if let Some(handle) = own.handle.take() {
        handle.cancel(vm);
    }
    let Some(when) = when else { return Ok(()) };
    let Some(event_loop) = event_loop::running_loop(vm) else { return Err(vm.runtime_error("no running event loop")) };
    let target = timeout.clone();
    let function: NativeCallback = Rc::new(move |vm, _| {
        let own = this(vm, &target)?;
        let task = own.task.get();
        task::cancel(vm, &task, Value::None)?;
        own.state.set(State::Expiring);
        drop(own.handle.take());
        Ok(())
    });
    let callback = Callback::Native { name: "timeout", function, future: Value::None };
    let context = vm.copy_context();
    let handle = if when <= EventLoop::time(vm) {
        EventLoop::call_soon(vm, &event_loop, callback, context)?
    } else {
        EventLoop::call_at(vm, &event_loop, when, callback, context)?
    };
    own.handle.replace(Some(handle));
    Ok(())
}

/// `__aexit__`: a cancellation that the timeout itself asked for becomes `TimeoutError`.
pub(super) fn exit(vm: &mut Vm, timeout: &Value, exc: Option<&Exc>) -> PyResult<()> {
    let own = this(vm, timeout)?;
    if let Some(handle) = own.handle.take() {
        handle.cancel(vm);
    }
    let cancelled_error = classes(vm).cancelled_error.clone();
    match own.state.get() {
        State::Expiring => {
            own.state.set(State::Expired);
            let task = own.task.get();
            let left = task.native::<Task>().map_or(0, |t| {
                let left = t.cancel_requests.get().saturating_sub(1);
                t.cancel_requests.set(left);
                if left == 0 {
                    t.must_cancel.set(false);
                }
                left
            });
            if let Some(exc) = exc
                && left <= own.cancelling.get()
            {
                if exc.is(&cancelled_error) {
                    let class = vm.types.timeout_error.clone();
                    let error = vm.exception(&class, Vec::new());
                    error.state().cause.set(exc.value());
                    error.state().context.set(exc.value());
                    error.state().suppress_context.set(true);
                    return Err(error);
                }
                insert_timeout_error(vm, exc);
                if exc.is(&vm.types.exception_group) {
                    let members = exc.get("exceptions");
                    for member in vm.collect(&members)? {
                        if let Some(member) = Exc::from_value(&member) {
                            insert_timeout_error(vm, &member);
                        }
                    }
                }
            }
        }
        State::Entered => own.state.set(State::Exited),
        State::Created | State::Expired | State::Exited => {}
    }
    Ok(())
}

/// Where the timeout's cancellation is a context of another exception, a `TimeoutError` takes its place.
fn insert_timeout_error(vm: &mut Vm, exc: &Exc) {
    let cancelled_error = classes(vm).cancelled_error.clone();
    let mut at = exc.clone();
    while let Some(context) = Exc::from_value(&at.state().context.get()) {
        if context.is(&cancelled_error) {
            let class = vm.types.timeout_error.clone();
            let error = vm.exception(&class, Vec::new());
            error.state().context.set(context.value());
            error.state().cause.set(context.value());
            error.state().suppress_context.set(true);
            at.state().context.set(error.value());
            return;
        }
        at = context;
    }
}
