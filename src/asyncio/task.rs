//! What happens when an await suspends.
//!
//! 1. `await` compiles to `GetAwaitable; Send`.
//! 2. An unfinished `Future` yields itself; the VM leaves the coroutine's frames on the heap and gives
//!    `Resumed::Yielded` to whoever resumed it: `step`, below.
//! 3. `step` registers `wakeup` on the future, sets `fut_waiter`, emits `Suspended` and returns to `run_once`.
//! 4. `set_result` schedules the future's callbacks with `call_soon`. The task is *ready* then, and not running: `Woken`
//!    names who did it.
//! 5. A later `run_once` runs the handle: `wakeup`, then `step`. `Resumed`.
//!
//! `step` is the only resumer of a task's coroutine; `run_once` is the only caller of callbacks. Cancelling a task
//! cancels what it waits for, or leaves `must_cancel` for the next `step`, which throws `CancelledError` in.
//!
//! (`Lib/asyncio/tasks.py`.)

use std::cell::{Cell, RefCell};
use std::rc::Weak;

use super::event_loop::{self, EventLoop};
use super::future::{self, Future, Late};
use super::handle::Callback;
use super::recorder::{emit, recorder, shorten};
use super::{State, classes, hold};
use crate::trace::event::{Await, EventKind, Outcome, TaskId, WaitingOn, Waker};
use crate::vm::generator::await_stack;
use crate::vm::native::{Args, NativeFn, NativeObject, Resume, Resumed};
use crate::vm::object::*;
use crate::vm::{Cx, Exc, PyResult, Vm};

/// What a `Task` holds.
pub struct Task {
    pub future: Future,
    /// The trace's number; 0 for the tasks that shut a loop down, which the trace leaves out.
    pub id: Cell<TaskId>,
    pub coro: Slot,
    pub name: RefCell<String>,
    /// Set when `cancel` found no waiter to cancel. The next `step` throws `CancelledError` and clears it. Never set on
    /// a finished task.
    pub must_cancel: Cell<bool>,
    /// The future it waits for; None while it is ready, runs or has ended.
    pub fut_waiter: Slot,
    /// `cancelling()`.
    pub cancel_requests: Cell<u32>,
    pub context: Late,
    /// Warns if it dies while it is pending.
    pub log_destroy_pending: Cell<bool>,
    /// The trace has been told that it is ready.
    woken: Cell<bool>,
    /// It has run a step.
    started: Cell<bool>,
    /// Its place among all tasks that were made; 0 before `__init__`.
    number: Cell<u64>,
}

impl NativeObject for Task {
    fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        self.future.visit(visit);
        visit(&self.context);
        self.coro.visit(visit);
        self.fut_waiter.visit(visit);
    }

    fn clear(&self) {
        self.future.clear();
        self.coro.set(Value::None);
        self.fut_waiter.set(Value::None);
    }

    fn needs_finalizer(&self) -> bool {
        // One that is on the list of the pending has to leave it.
        self.future.log_traceback.get() || self.number.get() != 0
    }

    fn finalize(&self, vm: &mut Vm, this: &Value) {
        forget(vm, this);
        if self.log_destroy_pending.get() && !self.future.is_done() {
            event_loop::destroyed_pending(vm, this, &self.future.event_loop);
        }
        if let future::State::Failed(exc) = &*self.future.state.borrow()
            && self.future.log_traceback.get()
        {
            let exc = exc.clone();
            self.future.log_traceback.set(false);
            event_loop::never_retrieved(vm, this, &self.future.event_loop, &exc);
        }
    }
}

/// The task behind a value that is one.
fn task(value: &Value) -> &Task {
    value.native().expect("only tasks get here")
}

fn this<'a>(vm: &mut Vm, value: &'a Value) -> PyResult<&'a Task> {
    match value.native::<Task>() {
        Some(task) => Ok(task),
        None => {
            let text = format!("descriptor requires a '_asyncio.Task' object but received '{}'", vm.class_name(value));
            Err(vm.type_error(text))
        }
    }
}

/// `T3`, for the trace.
pub fn label(value: &Value) -> String {
    value.native::<Task>().map_or_else(|| "?".into(), |task| task.id.get().to_string())
}

pub(super) fn make_class(vm: &mut Vm, base: &Gc<Class>) -> Gc<Class> {
    let class = vm.new_class("_asyncio", "Task", &[base], Layout::Native);
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| {
            let Some(class) = args[0].downcast::<Class>().cloned() else {
                return Err(vm.type_error("Task.__new__(X): X is not a type object"));
            };
            Ok(uninitialized(class))
        }),
    );
    vm.method(
        &class,
        "__init__",
        NativeFn::Plain(|vm, args| {
            let [coro, event_loop, name, context, eager] =
                args.skip(1).bind(vm, "Task", ["coro", "loop", "name", "context", "eager_start"], 1, 1)?;
            if args[0].native::<Task>().is_none() {
                return Err(vm.type_error("descriptor '__init__' requires a '_asyncio.Task' object"));
            }
            let event_loop = match event_loop {
                Value::Unbound | Value::None => event_loop::get_event_loop(vm)?,
                event_loop => event_loop,
            };
            let eager = !eager.is_unbound() && vm.truth(&eager)?;
            let traced = !vm.keep_coroutine_locals;
            init(vm, &args[0], coro, event_loop, name, context, Start { traced, eager })?;
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "cancel",
        NativeFn::Plain(|vm, args| {
            let [msg] = args.skip(1).bind(vm, "cancel", ["msg"], 0, 1)?;
            cancel(vm, &args[0], if msg.is_unbound() { Value::None } else { msg }).map(Value::Bool)
        }),
    );
    vm.method(
        &class,
        "uncancel",
        NativeFn::Plain(|vm, args| {
            let task = this(vm, &args[0])?;
            let left = task.cancel_requests.get().saturating_sub(1);
            task.cancel_requests.set(left);
            if left == 0 {
                task.must_cancel.set(false);
            }
            Ok(Value::Int(left as i64))
        }),
    );
    vm.method(
        &class,
        "cancelling",
        NativeFn::Plain(|vm, args| Ok(Value::Int(this(vm, &args[0])?.cancel_requests.get() as i64))),
    );
    vm.method(
        &class,
        "get_name",
        NativeFn::Plain(|vm, args| Ok(Value::from(this(vm, &args[0])?.name.borrow().as_str()))),
    );
    vm.method(
        &class,
        "set_name",
        NativeFn::Plain(|vm, args| {
            let name = args.one(vm, "Task.set_name")?;
            let name = vm.str(name)?;
            let task = this(vm, &args[0])?;
            *task.name.borrow_mut() = name.clone();
            if task.id.get().0 != 0 {
                emit(vm, EventKind::TaskRenamed { task: task.id.get(), name });
            }
            Ok(Value::None)
        }),
    );
    vm.method(&class, "get_coro", NativeFn::Plain(|vm, args| Ok(this(vm, &args[0])?.coro.get())));
    vm.method(&class, "get_context", NativeFn::Plain(|vm, args| Ok((*this(vm, &args[0])?.context).clone())));
    vm.method(
        &class,
        "set_result",
        NativeFn::Plain(|vm, _| Err(vm.runtime_error("Task does not support set_result operation"))),
    );
    vm.method(
        &class,
        "set_exception",
        NativeFn::Plain(|vm, _| Err(vm.runtime_error("Task does not support set_exception operation"))),
    );
    vm.method(&class, "get_stack", NativeFn::Plain(get_stack));
    vm.method(&class, "print_stack", NativeFn::Plain(print_stack));
    vm.method(&class, "__repr__", NativeFn::Plain(|vm, args| repr(vm, &args[0]).map(Value::from)));
    vm.getter(&class, "_coro", |vm, t| Ok(this(vm, t)?.coro.get()));
    vm.getter(&class, "_must_cancel", |vm, t| Ok(Value::Bool(this(vm, t)?.must_cancel.get())));
    vm.getter(&class, "_fut_waiter", |vm, t| Ok(this(vm, t)?.fut_waiter.get()));
    vm.property(
        &class,
        "_log_destroy_pending",
        |vm, t| Ok(Value::Bool(this(vm, t)?.log_destroy_pending.get())),
        Some(|vm, t, v| {
            let truth = vm.truth(&v.unwrap_or(Value::None))?;
            this(vm, t)?.log_destroy_pending.set(truth);
            Ok(())
        }),
    );
    class
}

pub(super) fn install(vm: &mut Vm, module: &Gc<Module>) {
    vm.function(
        module,
        "create_task",
        NativeFn::Plain(|vm, args| {
            let [coro, name, context] = args.bind_def(vm, "create_task", 0, ["coro", "name", "context"], 1, 1)?;
            let event_loop = match event_loop::running_loop(vm) {
                Some(event_loop) => event_loop,
                None => return Err(hold(vm.runtime_error("no running event loop"), &args)),
            };
            let name = if name.is_unbound() { Value::None } else { name };
            event_loop::create_task(vm, &event_loop, coro, name, context)
        }),
    );
    vm.function(
        module,
        "eager_task_factory",
        NativeFn::Plain(|vm, args| {
            let [event_loop, coro, name, context] =
                args.bind_def(vm, "eager_task_factory", 0, ["loop", "coro", "name", "context"], 2, 2)?;
            let class = classes(vm).task.clone();
            let traced = !vm.keep_coroutine_locals;
            new_task(vm, &class, coro, event_loop, name, context, Start { traced, eager: true })
        }),
    );
    vm.function(
        module,
        "create_eager_task_factory",
        NativeFn::Plain(|vm, args| {
            let [constructor] = args.bind_def(vm, "create_eager_task_factory", 0, ["custom_task_constructor"], 1, 1)?;
            Ok(Gc::new(Native {
                name: "factory",
                func: NativeFn::Plain(custom_eager),
                this: constructor,
                module: "asyncio.tasks",
            })
            .into())
        }),
    );
    vm.function(
        module,
        "current_task",
        NativeFn::Plain(|vm, args| {
            let [event_loop] = args.bind(vm, "current_task", ["loop"], 0, 1)?;
            let event_loop = match event_loop {
                Value::Unbound | Value::None => match event_loop::running_loop(vm) {
                    Some(event_loop) => event_loop,
                    None => return Err(vm.runtime_error("no running event loop")),
                },
                event_loop => event_loop,
            };
            Ok(event_loop.native::<EventLoop>().and_then(|l| l.current_task.bound()).unwrap_or(Value::None))
        }),
    );
    vm.function(
        module,
        "all_tasks",
        NativeFn::Plain(|vm, args| {
            let [event_loop] = args.bind_def(vm, "all_tasks", 0, ["loop"], 0, 1)?;
            let event_loop = match event_loop {
                Value::Unbound | Value::None => match event_loop::running_loop(vm) {
                    Some(event_loop) => event_loop,
                    None => return Err(vm.runtime_error("no running event loop")),
                },
                event_loop => event_loop,
            };
            let set = Set::new(false);
            for task in all_tasks(vm, &event_loop) {
                vm.set_add(&set, task)?;
            }
            Ok(Gc::new(set).into())
        }),
    );
    vm.function(
        module,
        "_awaited_by",
        NativeFn::Plain(|vm, args| {
            let [awaited] = args.bind_def(vm, "_awaited_by", 0, ["future"], 1, 1)?;
            Ok(Value::from(awaited_by(vm, &awaited)))
        }),
    );
    vm.function(
        module,
        "iscoroutine",
        NativeFn::Plain(|vm, args| {
            let value = args.get(0).cloned().unwrap_or(Value::None);
            Ok(Value::Bool(is_coroutine(vm, &value)))
        }),
    );
    vm.function(
        module,
        "iscoroutinefunction",
        NativeFn::Plain(|vm, args| {
            let [func] = args.bind_def(vm, "iscoroutinefunction", 0, ["func"], 1, 1)?;
            is_coroutine_function(vm, func).map(Value::Bool)
        }),
    );
    vm.function(
        module,
        "ensure_future",
        NativeFn::Plain(|vm, args| {
            let [value, event_loop] = args.bind_def(vm, "ensure_future", 0, ["coro_or_future", "loop"], 1, 1)?;
            let event_loop = (!event_loop.is_unbound() && !event_loop.is_none()).then_some(event_loop);
            ensure_future(vm, &value, event_loop).map_err(|exc| hold(exc, &args))
        }),
    );
}

/// What `create_eager_task_factory` makes: the constructor is called to start the task at once.
fn custom_eager(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [constructor, event_loop, coro, name, context] =
        args.bind(vm, "factory", ["constructor", "loop", "coro", "name", "context"], 3, 3)?;
    let mut values = vec![coro, event_loop];
    let mut names = vec![Value::from("loop")];
    for (keyword, value) in [("name", name), ("context", context), ("eager_start", Value::TRUE)] {
        names.push(Value::from(keyword));
        values.push(if value.is_unbound() { Value::None } else { value });
    }
    vm.call(&constructor, crate::vm::CallArgs { values, names: Some(Gc::new(Tuple::from(names))) })
}

/// `asyncio.iscoroutinefunction`: also of partials and bound methods, and of what was marked as one.
fn is_coroutine_function(vm: &mut Vm, mut func: Value) -> PyResult<bool> {
    loop {
        func = match func.view() {
            View::Function(f) if f.code.spec.flags.coroutine => return Ok(true),
            View::BoundMethod(method) => method.func.clone(),
            View::Native(native) => return Ok(native.module == "asyncio" && COROUTINE_FUNCTIONS.contains(&native.name)),
            View::Instance(_) if vm.class_name(&func).ends_with("partial") => vm.get_attr(&func, "func")?,
            _ => {
                let mark = vm.get_attr_opt(&func, "_is_coroutine_mark")?;
                return Ok(matches!(mark, Some(Value::Bool(true))));
            }
        }
    }
}

/// asyncio's own, of those that are in Rust.
const COROUTINE_FUNCTIONS: &[&str] = &["sleep", "wait", "wait_for", "to_thread"];

/// `asyncio.iscoroutine`.
pub fn is_coroutine(vm: &mut Vm, value: &Value) -> bool {
    match value.view() {
        View::Generator(generator) => generator.kind == GeneratorKind::Coroutine,
        // What `asend` and its like return has a coroutine's methods.
        View::AsyncGenOp(_) => true,
        View::Instance(_) => {
            // A class that implements `collections.abc.Coroutine`.
            let class = vm.class_of(value);
            let names =
                [vm.names.await_.clone(), vm.names.send.clone(), vm.names.throw.clone(), vm.names.close.clone()];
            names.iter().all(|name| vm.lookup(&class, name).is_some())
        }
        _ => false,
    }
}

/// `asyncio.ensure_future`.
pub fn ensure_future(vm: &mut Vm, value: &Value, event_loop: Option<Value>) -> PyResult {
    if future::is_future(vm, value) {
        if let (Some(wanted), Some(own)) = (&event_loop, future::future(value).map(|f| &f.event_loop))
            && !wanted.is(own)
        {
            return Err(
                vm.value_error("The future belongs to a different loop than the one specified as the loop argument")
            );
        }
        return Ok(value.clone());
    }
    let is_coro = is_coroutine(vm, value);
    let coro = if is_coro {
        value.clone()
    } else if vm.special(value, &vm.names.await_).is_some()
        || matches!(value.view(), View::Generator(generator) if generator.is_coroutine_based())
    {
        wrap_awaitable(vm, value.clone())
    } else {
        return Err(vm.type_error("An asyncio.Future, a coroutine or an awaitable is required"));
    };
    let event_loop = match event_loop {
        Some(event_loop) => event_loop,
        None => event_loop::get_event_loop(vm)?,
    };
    event_loop::create_task(vm, &event_loop, coro, Value::Unbound, Value::Unbound)
}

fn wrap_awaitable(vm: &mut Vm, awaitable: Value) -> Value {
    native_coroutine(vm, "ensure_future.<locals>._wrap_awaitable", async move { Cx.await_(awaitable).await })
}

/// A coroutine whose body is a Rust future.
pub fn native_coroutine(vm: &mut Vm, name: &'static str, body: impl Future_ + 'static) -> Value {
    let state = vm.extension::<State>();
    let mut names = state.coroutine_names.borrow_mut();
    let (qualname, name) = names.entry((name.as_ptr().addr(), name.len())).or_insert_with(|| {
        let short = name.rsplit_once('.').map_or(name, |(_, short)| short);
        (Value::from(vm.intern(name)), Value::from(vm.intern(short)))
    });
    let (qualname, name) = (qualname.clone(), name.clone());
    let body = Body::Native(NativeBody::new(Box::pin(body)));
    Generator::new(GeneratorKind::Coroutine, name, qualname, body).into()
}

/// The standard library's `Future`, of a Python result.
pub use std::future::Future as StdFuture;

/// A Rust future that can be a coroutine's body.
pub trait Future_: StdFuture<Output = PyResult> {}
impl<T: StdFuture<Output = PyResult>> Future_ for T {}

/// How a new task begins.
pub struct Start {
    /// It is in the trace.
    pub traced: bool,
    /// Its first step runs at once, in the caller.
    pub eager: bool,
}

pub fn new_task(
    vm: &mut Vm,
    class: &Gc<Class>,
    coro: Value,
    event_loop: Value,
    name: Value,
    context: Value,
    start: Start,
) -> PyResult {
    let value = uninitialized(class.clone());
    init(vm, &value, coro, event_loop, name, context, start)?;
    Ok(value)
}

/// A task as `__new__` leaves it.
fn uninitialized(class: Gc<Class>) -> Value {
    let task = Task {
        future: Future::uninitialized(),
        id: Cell::new(TaskId(0)),
        coro: Slot::new(Value::None),
        name: RefCell::default(),
        must_cancel: Cell::new(false),
        fut_waiter: Slot::new(Value::None),
        cancel_requests: Cell::new(0),
        context: Late::default(),
        log_destroy_pending: Cell::new(false),
        woken: Cell::new(true),
        started: Cell::new(false),
        number: Cell::new(0),
    };
    Instance::new(class, Payload::Native(Box::new(task))).into()
}

/// `Task.__init__`: from here on the loop knows the task.
fn init(
    vm: &mut Vm,
    value: &Value,
    coro: Value,
    event_loop: Value,
    name: Value,
    context: Value,
    start: Start,
) -> PyResult<()> {
    let own = task(value);
    if !is_coroutine(vm, &coro) {
        let text = format!("a coroutine was expected, got {}", vm.repr(&coro)?);
        return Err(vm.type_error(text));
    }
    let state = vm.extension::<State>();
    let name = if name.is_unbound() || name.is_none() {
        state.next_name.set(state.next_name.get() + 1);
        format!("Task-{}", state.next_name.get())
    } else {
        vm.str(&name)?
    };
    let context = if context.is_unbound() || context.is_none() { vm.copy_context() } else { context };
    // The trace leaves out what shuts a loop down.
    let traced = start.traced && !coroutine_name(vm, &coro).starts_with("BaseEventLoop.shutdown_");
    let id = if traced {
        state.next_task.set(state.next_task.get() + 1);
        TaskId(state.next_task.get())
    } else {
        TaskId(0)
    };
    own.future.event_loop.set(event_loop.clone());
    own.id.set(id);
    own.coro.set(coro.clone());
    *own.name.borrow_mut() = name.clone();
    own.context.set(context.clone());
    own.log_destroy_pending.set(true);
    own.future.created.remember(vm, &event_loop, 2);
    if traced {
        let coroutine = coroutine_name(vm, &coro);
        let parent = recorder(vm).task;
        let line = vm.current_line();
        emit(vm, EventKind::TaskCreated { task: id, name, coroutine, parent, line });
    }
    forget(vm, value);
    if let Value::Obj(obj) = value {
        let number = state.made.get() + 1;
        state.made.set(number);
        own.number.set(number);
        state.tasks.borrow_mut().insert(number, obj.address());
    }
    // A loop that does not run yet lets it wait for its turn.
    if start.eager && event_loop.native::<EventLoop>().is_some_and(|l| l.running.get()) {
        return eager_start(vm, value);
    }
    EventLoop::call_soon(vm, &event_loop, Callback::Step { task: value.clone(), exc: None }, context).map(drop)
}

/// `Task(…, eager_start=True)`: the first step runs now. It ends, or suspends, before the constructor returns.
fn eager_start(vm: &mut Vm, value: &Value) -> PyResult<()> {
    let own = task(value);
    let event_loop = (*own.future.event_loop).clone();
    let previous = event_loop.native::<EventLoop>().map(|l| l.current_task.get());
    let context = vm.swap_context((*own.context).clone());
    let (outer_task, outer_cause) = {
        let recorder = recorder(vm);
        (recorder.task, recorder.cause.take())
    };
    let stepped = value.clone();
    let result = vm.finish(crate::vm::Flow::Future(Box::pin(async move {
        step(stepped, None).await?;
        Ok(Value::None)
    })));
    let recorder = recorder(vm);
    (recorder.task, recorder.cause) = (outer_task, outer_cause);
    vm.swap_context(context);
    if let (Some(event_loop), Some(previous)) = (event_loop.native::<EventLoop>(), previous) {
        event_loop.current_task.set(previous);
    }
    if own.future.is_done() {
        own.coro.set(Value::None);
    }
    result.map(drop)
}

/// A coroutine's `__qualname__`.
pub fn coroutine_name(vm: &mut Vm, coro: &Value) -> String {
    match coro.view() {
        View::Generator(generator) => generator.qualname.get().as_str().unwrap_or("?").to_owned(),
        _ => {
            for attribute in ["__qualname__", "__name__"] {
                if let Ok(Some(name)) = vm.get_attr_opt(coro, attribute)
                    && let Some(name) = name.as_str().filter(|n| !n.is_empty())
                {
                    return name.to_owned();
                }
            }
            format!("<{} without __name__>", vm.class_name(coro))
        }
    }
}

/// The tasks of a loop that are not done, in the order of their creation.
pub fn all_tasks(vm: &mut Vm, event_loop: &Value) -> Vec<Value> {
    pending_tasks(vm).into_iter().filter(|t| task(t).future.event_loop.is(event_loop)).collect()
}

/// Ends a pending task at the program's end.
pub(super) fn destroy(vm: &mut Vm, value: &Value) {
    let own = task(value);
    if own.future.is_done() || !own.log_destroy_pending.get() {
        return;
    }
    event_loop::destroyed_pending(vm, value, &own.future.event_loop);
    own.log_destroy_pending.set(false);
    // What its `finally` clauses raise is told of by nobody here.
    let _ = vm.call_method(&own.coro.get(), "close", []);
}

/// The tasks of all loops that are not done.
pub fn pending_tasks(vm: &mut Vm) -> Vec<Value> {
    let state = vm.extension::<State>();
    let addresses: Vec<usize> = state.tasks.borrow().values().copied().collect();
    // A task leaves the list when it ends or dies.
    addresses.into_iter().map(|address| Value::Obj(unsafe { crate::vm::value::Obj::from_address(address) })).collect()
}

/// The pending tasks that wait for a future, and the `gather` that has it as a child.
fn awaited_by(vm: &mut Vm, awaited: &Value) -> Vec<Value> {
    let id = awaited.native::<Task>().map(|t| t.id.get());
    let mut found: Vec<Value> = Vec::new();
    for waiting in pending_tasks(vm) {
        let waiter = task(&waiting).fut_waiter.get();
        if waiter.is(awaited) {
            found.push(waiting);
            continue;
        }
        let is_child = |f: &Future| {
            f.gathered.borrow().as_ref().is_some_and(|children| children.futures.iter().any(|f| f.is(awaited)))
        };
        if future::future(&waiter).is_some_and(is_child) {
            if !found.iter().any(|f| f.is(&waiter)) {
                found.push(waiter);
            }
        } else if let Some(WaitingOn::Tasks { tasks, .. }) = waiting_on(vm, &waiting)
            && id.is_some_and(|id| tasks.contains(&id))
        {
            found.push(waiting);
        }
    }
    found
}

/// Takes a task off the list of those that are not done.
fn forget(vm: &mut Vm, value: &Value) {
    // A task with a number is on the list, and stays there until it loses it.
    vm.extension::<State>().tasks.borrow_mut().remove(&task(value).number.replace(0));
}

/// `Task.cancel`.
pub fn cancel(vm: &mut Vm, value: &Value, message: Value) -> PyResult<bool> {
    let own = this(vm, value)?;
    own.future.log_traceback.set(false);
    if own.future.is_done() {
        return Ok(false);
    }
    own.cancel_requests.set(own.cancel_requests.get() + 1);
    let fiber = vm.fiber.id;
    let by = recorder(vm).actor(fiber);
    if own.id.get().0 != 0 {
        let text = match &message {
            Value::None => String::new(),
            message => vm.str(message).unwrap_or_default(),
        };
        emit(vm, EventKind::CancelRequested { task: own.id.get(), by, message: text });
    }
    let waiter = own.fut_waiter.get();
    if !waiter.is_none() {
        let cause = recorder(vm).cause.replace(Waker::Cancellation { by });
        let cancelled = future::cancel(vm, &waiter, message.clone());
        recorder(vm).cause = cause;
        if cancelled? {
            // The waiter's callback, `wakeup`, will throw it in.
            return Ok(true);
        }
    }
    own.must_cancel.set(true);
    own.future.cancel_message.set(message);
    Ok(true)
}

/// The future that a task waited for is done.
pub(super) async fn wakeup(value: Value, fut: Value) -> PyResult<()> {
    let exc = Cx.vm(|vm| match future::future(&fut) {
        Some(_) => future::result(vm, &fut).err(),
        None => vm.call_method(&fut, "result", []).err(),
    });
    step(value, exc).await
}

/// One step of a task: resumes its coroutine and does what comes of it. The only resumer of a task's coroutine.
pub(super) async fn step(value: Value, exc: Option<Exc>) -> PyResult<()> {
    let own = task(&value);
    let exc = Cx.vm(|vm| before_step(vm, &value, exc))?;
    let coro = own.coro.get();
    let thrown_past = exc.as_ref().map(|_| await_chain(&coro));
    let resumed = match coro.view() {
        View::Generator(generator) => {
            let with = match exc {
                Some(exc) => Resume::Throw(exc),
                None => Resume::Send(Value::None),
            };
            Cx.resume(generator, with).await
        }
        // An object of the program that behaves like a coroutine.
        _ => {
            let (name, argument) = match exc {
                Some(exc) => ("throw", exc.value()),
                None => ("send", Value::None),
            };
            match Cx.vm(|vm| vm.get_attr(&coro, name)) {
                Ok(method) => match Cx.call(&method, [argument]).await {
                    Ok(value) => Resumed::Yielded(value),
                    Err(exc) if Cx.vm(|vm| exc.is(&vm.types.stop_iteration)) => Resumed::Returned(exc.get("value")),
                    Err(exc) => Resumed::Raised(exc),
                },
                Err(exc) => Resumed::Raised(exc),
            }
        }
    };
    let result = Cx.vm(|vm| {
        if let (Some(before), Resumed::Yielded(_)) = (thrown_past, &resumed) {
            let frames = untouched_frames(&before, &await_chain(&coro));
            if frames > 0 && own.id.get().0 != 0 {
                emit(vm, EventKind::ThrownPast { task: own.id.get(), frames });
            }
        }
        after_step(vm, &value, resumed)
    });
    Cx.vm(|vm| leave(vm, &value));
    result
}

/// A coroutine, generator or the like that a task is suspended in.
struct Link {
    /// Held, so that no other object takes its address meanwhile.
    object: Value,
    /// It has a frame of the program.
    is_program: bool,
}

/// The coroutine, what it awaits, what that awaits, and so on.
fn await_chain(coro: &Value) -> Vec<Link> {
    let mut chain = Vec::new();
    let mut at = Some(coro.clone());
    while let Some(value) = at {
        let (is_program, next) = match value.view() {
            View::Generator(generator) => {
                (generator.suspended_at().is_some_and(|(code, _)| code.source.is_program()), generator.awaiting())
            }
            View::AsyncGenOp(op) => (false, Some(op.generator.value())),
            _ => (false, None),
        };
        chain.push(Link { object: value, is_program });
        at = next;
    }
    chain
}

/// How many of the program's frames at the outer end of a chain did not run when an exception was thrown into its inner
/// end: those that still await the same.
fn untouched_frames(before: &[Link], after: &[Link]) -> u32 {
    let same = before.iter().zip(after).take_while(|(b, a)| b.object.is(&a.object)).count();
    after[..same.saturating_sub(1)].iter().filter(|link| link.is_program).count() as u32
}

/// The task becomes the current one, and what was left for it by `cancel` is taken up.
fn before_step(vm: &mut Vm, value: &Value, exc: Option<Exc>) -> PyResult<Option<Exc>> {
    let own = task(value);
    if own.future.is_done() {
        let class = classes(vm).invalid_state_error.clone();
        let text = format!(
            "_step(): already done: {} {}",
            repr(vm, value)?,
            exc.map_or(Ok("None".into()), |e| vm.repr(&e.value()))?
        );
        return Err(vm.error(&class, text));
    }
    let cancelled_error = classes(vm).cancelled_error.clone();
    let mut exc = exc;
    if own.must_cancel.get() {
        if !exc.as_ref().is_some_and(|exc| exc.is(&cancelled_error)) {
            exc = Some(future::make_cancelled_error(vm, &own.future));
        }
        own.must_cancel.set(false);
    }
    own.fut_waiter.set(Value::None);
    if let Some(event_loop) = own.future.event_loop.native::<EventLoop>() {
        let current = event_loop.current_task.get();
        if current.native::<Task>().is_some() && !own.is_eager_first() {
            let text = format!(
                "Cannot enter into task {} while another task {} is being executed.",
                repr(vm, value)?,
                repr(vm, &current)?
            );
            return Err(vm.runtime_error(text));
        }
        event_loop.current_task.set(value.clone());
    }
    let id = own.id.get();
    if id.0 != 0 {
        let recorder = recorder(vm);
        recorder.task = Some(id);
        recorder.cause = None;
        let kind = if own.started.replace(true) {
            EventKind::Resumed { task: id }
        } else {
            EventKind::StepStarted { task: id }
        };
        emit(vm, kind);
        if exc.as_ref().is_some_and(|exc| exc.is(&cancelled_error)) {
            emit(vm, EventKind::CancelDelivered { task: id });
        }
    } else {
        own.started.set(true);
    }
    own.woken.set(false);
    Ok(exc)
}

fn leave(vm: &mut Vm, value: &Value) {
    if let Some(event_loop) = task(value).future.event_loop.native::<EventLoop>() {
        event_loop.current_task.set(Value::Unbound);
    }
    if task(value).id.get().0 != 0 {
        recorder(vm).task = None;
    }
}

impl Task {
    fn is_eager_first(&self) -> bool {
        !self.started.get()
    }
}

/// What the coroutine came to in this step.
fn after_step(vm: &mut Vm, value: &Value, resumed: Resumed) -> PyResult<()> {
    let own = task(value);
    match resumed {
        Resumed::Returned(result) => {
            if own.must_cancel.replace(false) {
                // It was cancelled in its last step.
                done(vm, value, Outcome::Cancelled { message: String::new(), returned: true });
                future::set_cancelled(vm, value)
            } else {
                let shown =
                    if recorder(vm).muted { String::new() } else { shorten(&vm.repr(&result).unwrap_or_default()) };
                done(vm, value, Outcome::Returned { value: shown });
                future::set_result(vm, value, result)
            }
        }
        Resumed::Raised(exc) => {
            if exc.is(&classes(vm).cancelled_error) {
                *own.future.cancelled_exc.borrow_mut() = Some(exc.clone());
                own.future.cancel_message.set(Value::None);
                let message = match exc.args().items.first() {
                    Some(message) => vm.str(message).unwrap_or_default(),
                    None => String::new(),
                };
                done(vm, value, Outcome::Cancelled { message, returned: false });
                return future::set_cancelled(vm, value);
            }
            let message = vm.str_of_exception(&exc);
            done(vm, value, Outcome::Raised { exception: exc.class().name(), message: shorten(&message) });
            let stops = exc.is(&vm.types.system_exit) || exc.is(&vm.types.keyboard_interrupt);
            future::set_exception(vm, value, exc.clone())?;
            if !stops {
                return Ok(());
            }
            // It goes through the loop to whoever runs it.
            Err(exc)
        }
        Resumed::Yielded(yielded) => {
            let context = (*own.context).clone();
            let event_loop = (*own.future.event_loop).clone();
            let fault = if let Some(waited) = future::future(&yielded) {
                if !waited.event_loop.is(&event_loop) {
                    let text = format!(
                        "Task {} got Future {} attached to a different loop",
                        repr(vm, value)?,
                        future_repr(vm, &yielded)?
                    );
                    Some(vm.runtime_error(text))
                } else if !waited.blocking.get() {
                    let text = format!(
                        "yield was used instead of yield from in task {} with {}",
                        repr(vm, value)?,
                        future_repr(vm, &yielded)?
                    );
                    Some(vm.runtime_error(text))
                } else if yielded.is(value) {
                    let text = format!("Task cannot await on itself: {}", repr(vm, value)?);
                    Some(vm.runtime_error(text))
                } else {
                    waited.blocking.set(false);
                    let on = future::reason(vm, &yielded);
                    suspended(vm, value, on);
                    own.fut_waiter.set(yielded.clone());
                    let callback = Callback::Wakeup { task: value.clone(), future: Value::None };
                    future::subscribe(vm, &yielded, callback, context)?;
                    if own.must_cancel.get() {
                        let message = own.future.cancel_message.get();
                        let by = recorder(vm).actor(0);
                        let cause = recorder(vm).cause.replace(Waker::Cancellation { by });
                        let cancelled = future::cancel(vm, &yielded, message);
                        recorder(vm).cause = cause;
                        if cancelled? {
                            own.must_cancel.set(false);
                        }
                    }
                    return Ok(());
                }
            } else if future::is_future(vm, &yielded) {
                // A future of the program's own making.
                let blocking = vm.get_attr(&yielded, "_asyncio_future_blocking")?;
                if vm.truth(&blocking)? {
                    vm.set_attr(&yielded, "_asyncio_future_blocking", Value::FALSE)?;
                    suspended(vm, value, WaitingOn::Turn);
                    own.fut_waiter.set(yielded.clone());
                    let callback = Callback::Wakeup { task: value.clone(), future: Value::None };
                    future::subscribe(vm, &yielded, callback, context)?;
                    if own.must_cancel.get() {
                        let message = own.future.cancel_message.get();
                        if future::cancel(vm, &yielded, message)? {
                            own.must_cancel.set(false);
                        }
                    }
                    return Ok(());
                }
                let text = format!(
                    "yield was used instead of yield from in task {} with {}",
                    repr(vm, value)?,
                    vm.repr(&yielded)?
                );
                Some(vm.runtime_error(text))
            } else if yielded.is_none() {
                // A bare `yield`: the others go first.
                None
            } else if matches!(yielded.view(), View::Generator(g) if g.kind == GeneratorKind::Generator) {
                let text = format!(
                    "yield was used instead of yield from for generator in task {} with {}",
                    repr(vm, value)?,
                    vm.repr(&yielded)?
                );
                Some(vm.runtime_error(text))
            } else {
                let text = format!("Task got bad yield: {}", vm.repr(&yielded)?);
                Some(vm.runtime_error(text))
            };
            suspended(vm, value, WaitingOn::Turn);
            let cause = recorder(vm).cause.replace(Waker::Turn);
            let step = Callback::Step { task: value.clone(), exc: fault };
            let result = EventLoop::call_soon(vm, &event_loop, step, context);
            recorder(vm).cause = cause;
            result.map(drop)
        }
    }
}

fn future_repr(vm: &mut Vm, value: &Value) -> PyResult<String> {
    vm.repr(value)
}

/// The trace learns where the task waits.
fn suspended(vm: &mut Vm, value: &Value, on: WaitingOn) {
    let own = task(value);
    let id = own.id.get();
    if id.0 == 0 {
        return;
    }
    let coro = own.coro.get();
    let stack = stack(&coro);
    if vm.shows_locals
        && let Some(frame) = stack.last()
    {
        let (line, locals) = (frame.line, vm.shown_locals_of(&coro));
        emit(vm, EventKind::LineReached { line, locals });
    }
    emit(vm, EventKind::Suspended { task: id, stack, on });
}

/// The program's own frames of a suspended coroutine, outermost first.
pub fn stack(coro: &Value) -> Vec<Await> {
    await_stack(coro)
        .into_iter()
        .filter(|(code, _)| code.source.is_program())
        .map(|(code, ip)| {
            let position = code.position(ip);
            Await { function: code.spec.qualname.clone(), line: position.line, column: position.column + 1 }
        })
        .collect()
}

/// The task's end, before its callbacks are scheduled.
fn done(vm: &mut Vm, value: &Value, outcome: Outcome) {
    let own = task(value);
    forget(vm, value);
    if own.id.get().0 != 0 {
        emit(vm, EventKind::TaskDone { task: own.id.get(), outcome });
    }
}

/// A handle with a further step of the task goes to the ready queue.
pub(super) fn ready(vm: &mut Vm, value: &Value) {
    let Some(own) = value.native::<Task>() else { return };
    if own.id.get().0 == 0 || own.woken.replace(true) {
        return;
    }
    let fiber = vm.fiber.id;
    let by = recorder(vm).waker(fiber);
    emit(vm, EventKind::Woken { task: own.id.get(), by });
}

/// `<Task pending name='Task-1' coro=<main() running at main.py:3> …>`.
pub fn repr(vm: &mut Vm, value: &Value) -> PyResult<String> {
    let own = this(vm, value)?;
    let mut info = future::repr_info(vm, value)?;
    let cancelling = own.cancel_requests.get() > 0 && !own.future.is_done();
    if own.must_cancel.get() || cancelling {
        info[0] = "cancelling".into();
    }
    info.insert(1, format!("name='{}'", own.name.borrow()));
    let mut at = 2;
    let coro = own.coro.get();
    if !coro.is_none() {
        info.insert(at, format!("coro=<{}>", coroutine_repr(vm, &coro)?));
        at += 1;
    }
    let waiter = own.fut_waiter.get();
    if !waiter.is_none() {
        let shown = vm.repr(&waiter)?;
        info.insert(at, format!("wait_for={shown}"));
    }
    Ok(format!("<{} {}>", vm.class_name(value), info.join(" ")))
}

/// `main() running at main.py:3`, `main() done, defined at main.py:1`.
pub fn coroutine_repr(vm: &mut Vm, coro: &Value) -> PyResult<String> {
    let name = coroutine_name(vm, coro);
    let View::Generator(generator) = coro.view() else { return Ok(format!("{name}()")) };
    if let Some((code, ip)) = generator.suspended_at() {
        return Ok(format!("{name}() running at {}:{}", code.source.filename, code.position(ip).line));
    }
    let defined = match &*generator.body.borrow() {
        Body::Code(frame) => Some((frame.code.source.filename.clone(), frame.code.spec.first_line)),
        _ => None,
    };
    Ok(match (generator.state.get(), defined) {
        (GeneratorState::Created, Some((file, line))) => format!("{name}() running at {file}:{line}"),
        (GeneratorState::Running, _) => match vm.running_line(generator) {
            Some((file, line)) => format!("{name}() running at {file}:{line}"),
            None => format!("{name}() running"),
        },
        (GeneratorState::Closed, _) => match vm.defined_at(generator) {
            Some((file, line)) => format!("{name}() done, defined at {file}:{line}"),
            None => format!("{name}() done"),
        },
        _ => format!("{name}()"),
    })
}

/// The frames of `get_stack`, and whether they are a traceback's.
fn task_stack(vm: &mut Vm, own: &Task, limit: &Value) -> PyResult<(Vec<future::Place>, Option<Exc>)> {
    let limit = match limit {
        Value::Unbound | Value::None => usize::MAX,
        limit => vm.index_i64(limit)?.max(0) as usize,
    };
    if let future::State::Failed(exc) = &*own.future.state.borrow() {
        let mut frames = Vec::new();
        let mut at = exc.state().traceback.get();
        while let View::Traceback(entry) = at.view() {
            if entry.code.source.is_shown() && frames.len() < limit {
                frames.push((entry.code.clone(), entry.ip));
            }
            let next = entry.next.get();
            at = next;
        }
        return Ok((frames, Some(exc.clone())));
    }
    let coro = own.coro.get();
    let frames = match coro.view() {
        View::Generator(generator) => match generator.state.get() {
            GeneratorState::Running => {
                let frames = vm.program_stack(Some(generator));
                frames[frames.len().saturating_sub(limit)..].to_vec()
            }
            GeneratorState::Created => generator.code.iter().take(limit).map(|code| (code.clone(), 0)).collect(),
            _ => generator.suspended_at().into_iter().take(limit).collect(),
        },
        _ => Vec::new(),
    };
    Ok((frames, None))
}

fn get_stack(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [limit] = args.skip(1).bind(vm, "get_stack", ["limit"], 0, 0)?;
    let own = this(vm, &args[0])?;
    let (frames, _) = task_stack(vm, own, &limit)?;
    let frames = frames.into_iter().map(|(code, ip)| Traceback::made_up(Value::None, code, ip).into());
    Ok(Value::from(frames.collect::<Vec<Value>>()))
}

fn print_stack(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [limit, file] = args.skip(1).bind(vm, "print_stack", ["limit", "file"], 0, 0)?;
    let own = this(vm, &args[0])?;
    let (frames, exc) = task_stack(vm, own, &limit)?;
    let shown = repr(vm, &args[0])?;
    let head = match (&exc, frames.is_empty()) {
        (None, true) => format!("No stack for {shown}\n"),
        (Some(_), _) => format!("Traceback for {shown} (most recent call last):\n"),
        (None, false) => format!("Stack for {shown} (most recent call last):\n"),
    };
    let tail = exc.map_or(String::new(), |exc| vm.exception_only(&exc));
    // As CPython has it: without a file the frames go to stderr, and what stands around them to stdout.
    let to_file = (!file.is_unbound() && !file.is_none()).then_some(file);
    for (text, stream) in [
        (head, crate::vm::Stream::Stdout),
        (crate::vm::generator::places_text(&frames), crate::vm::Stream::Stderr),
        (tail, crate::vm::Stream::Stdout),
    ] {
        match &to_file {
            _ if text.is_empty() => {}
            Some(file) => drop(vm.call_method(file, "write", [Value::from(text)])?),
            None => vm.write(stream, &text),
        }
    }
    Ok(Value::None)
}

/// What a pending task waits for; the holders are those of now.
pub(super) fn waiting_on(vm: &mut Vm, value: &Value) -> Option<WaitingOn> {
    let waiter = task(value).fut_waiter.get();
    future::future(&waiter)?;
    let mut on = future::reason(vm, &waiter);
    if let WaitingOn::Object { object, holders, .. } = &mut on
        && let Some(now) = vm.extension::<State>().holders.borrow().get(object).and_then(Weak::upgrade)
    {
        holders.clone_from(&now.borrow());
    }
    Some(on)
}

/// A line about what a pending task waits for.
pub(super) fn waiting_text(value: &Value, on: Option<&WaitingOn>) -> String {
    let own = task(value);
    let place =
        stack(&own.coro.get()).iter().map(|a| format!("{}:{}", a.function, a.line)).collect::<Vec<_>>().join(" -> ");
    let list = |tasks: &[TaskId]| tasks.iter().map(TaskId::to_string).collect::<Vec<_>>().join(", ");
    let current = own.future.event_loop.native::<EventLoop>().map(|l| l.current_task.get());
    let what = match on {
        None if current.is_some_and(|current| current.is(value)) => "runs, and blocks its loop".to_owned(),
        None => "is ready".to_owned(),
        Some(WaitingOn::Task { task }) => format!("waits for {task}"),
        Some(WaitingOn::Tasks { what, tasks }) => format!("waits for {what}({})", list(tasks)),
        Some(WaitingOn::Object { name, holders, .. }) if holders.is_empty() => format!("waits for {name}"),
        Some(WaitingOn::Object { name, holders, .. }) => format!("waits for {name}, held by {}", list(holders)),
        Some(WaitingOn::Executor { function, .. }) => format!("waits for {function} in a thread"),
        Some(WaitingOn::Sleep { .. } | WaitingOn::Turn | WaitingOn::Future { .. }) => {
            "waits for a future that nobody completes".to_owned()
        }
    };
    format!("  {} {} ({}) {what}\n", own.id.get(), own.name.borrow(), if place.is_empty() { "?".into() } else { place })
}

/// `T3`.
pub(super) fn id(value: &Value) -> TaskId {
    task(value).id.get()
}
