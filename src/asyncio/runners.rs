//! `asyncio.run` and `Runner` (`Lib/asyncio/runners.py`).

use std::cell::Cell;

use super::event_loop;
use super::future;
use super::hold;
use super::locks::class_arg;
use super::mixins::state;
use super::task::{self, Task};
use crate::vm::native::{Args, NativeFn, NativeObject};
use crate::vm::object::*;
use crate::vm::{CallArgs, Cx, Flow, PyResult, Vm};

/// What a `Runner` holds.
struct Runner {
    /// `Unbound` before the first use and after `close`.
    event_loop: Slot,
    closed: Cell<bool>,
    debug: Value,
    loop_factory: Value,
    context: Slot,
    /// The loop was made the thread's current one.
    set_event_loop: Cell<bool>,
}

impl NativeObject for Runner {}

impl Runner {
    fn new(debug: Value, loop_factory: Value) -> Runner {
        Runner {
            event_loop: Slot::default(),
            closed: Cell::new(false),
            debug,
            loop_factory,
            context: Slot::default(),
            set_event_loop: Cell::new(false),
        }
    }
}

pub(super) fn install(vm: &mut Vm, module: &Gc<Module>) {
    let class = vm.new_class("asyncio.runners", "Runner", &[], Layout::Native);
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| {
            let class = class_arg(vm, args)?;
            let [debug, loop_factory] = args.bind_def(vm, "Runner.__init__", 1, ["debug", "loop_factory"], 0, 0)?;
            Ok(Instance::new(class, Payload::Native(Box::new(Runner::new(debug, loop_factory)))).into())
        }),
    );
    vm.method(&class, "__init__", NativeFn::Plain(|_, _| Ok(Value::None)));
    vm.method(
        &class,
        "__enter__",
        NativeFn::Plain(|vm, args| {
            let own = state::<Runner>(vm, &args[0], "Runner")?;
            lazy_init(vm, own)?;
            Ok(args[0].clone())
        }),
    );
    vm.method(
        &class,
        "__exit__",
        NativeFn::Flow(|_, args| {
            let runner = args[0].clone();
            Flow::future(async move { close(&runner).await.map(|()| Value::None) })
        }),
    );
    vm.method(
        &class,
        "close",
        NativeFn::Flow(|_, args| {
            let runner = args[0].clone();
            Flow::future(async move { close(&runner).await.map(|()| Value::None) })
        }),
    );
    vm.method(
        &class,
        "get_loop",
        NativeFn::Plain(|vm, args| {
            let own = state::<Runner>(vm, &args[0], "Runner")?;
            lazy_init(vm, own)?;
            Ok(own.event_loop.get())
        }),
    );
    vm.method(
        &class,
        "run",
        NativeFn::Flow(|vm, args| {
            let [coro, context] = args.bind_def(vm, "Runner.run", 1, ["coro", "context"], 1, 1)?;
            state::<Runner>(vm, &args[0], "Runner")?;
            let (runner, held) = (args[0].clone(), args.to_owned());
            Flow::future(async move { run_in(&runner, coro, context).await.map_err(|exc| hold(exc, &held.as_args())) })
        }),
    );
    vm.set(module, "Runner", class.value());
    vm.function(module, "run", NativeFn::Flow(run));
}

/// Makes the loop at the first use.
fn lazy_init(vm: &mut Vm, own: &Runner) -> PyResult<()> {
    if own.closed.get() {
        return Err(vm.runtime_error("Runner is closed"));
    }
    if own.event_loop.bound().is_some() {
        return Ok(());
    }
    let event_loop = if own.loop_factory.is_unbound() || own.loop_factory.is_none() {
        let event_loop = event_loop::new_event_loop(vm)?;
        if !own.set_event_loop.replace(true) {
            event_loop::set_event_loop(vm, event_loop.clone())?;
        }
        event_loop
    } else {
        vm.call(&own.loop_factory, [])?
    };
    if !own.debug.is_unbound() && !own.debug.is_none() {
        vm.call_method(&event_loop, "set_debug", [own.debug.clone()])?;
    }
    own.event_loop.set(event_loop);
    let context = vm.copy_context();
    own.context.set(context);
    Ok(())
}

fn not_a_coroutine(vm: &mut Vm, value: &Value) -> PyResult<()> {
    if task::is_coroutine(vm, value) {
        return Ok(());
    }
    let text = format!("a coroutine was expected, got {}", vm.repr(value)?);
    Err(vm.value_error(text))
}

/// `Runner.run(coro)`.
async fn run_in(runner: &Value, coro: Value, context: Value) -> PyResult {
    let own = runner.native::<Runner>().expect("the caller looked");
    let (event_loop, main) = Cx.vm(|vm| {
        not_a_coroutine(vm, &coro)?;
        if event_loop::running_loop(vm).is_some() {
            return Err(vm.runtime_error("Runner.run() cannot be called from a running event loop"));
        }
        lazy_init(vm, own)?;
        let context = if context.is_unbound() || context.is_none() { own.context.get() } else { context };
        let event_loop = own.event_loop.get();
        let main = event_loop::create_task(vm, &event_loop, coro, Value::Unbound, context)?;
        Ok((event_loop, main))
    })?;
    event_loop::run_until_complete(event_loop, main, true).await
}

/// `Runner.close()`: cancels what is left, closes async generators and the executor, closes the loop.
async fn close(runner: &Value) -> PyResult<()> {
    let own = match runner.native::<Runner>() {
        Some(own) => own,
        None => return Ok(()),
    };
    let Some(event_loop) = own.event_loop.bound() else { return Ok(()) };
    let result = async {
        cancel_all_tasks(&event_loop).await?;
        for name in ["shutdown_asyncgens", "shutdown_default_executor"] {
            let coro = Cx.vm(|vm| vm.call_method(&event_loop, name, []))?;
            let shut = event_loop::run_until_complete(event_loop.clone(), coro.clone(), false).await;
            shut.map_err(|exc| hold(exc, &Args { values: &[coro], names: None }))?;
        }
        Ok(())
    }
    .await;
    Cx.vm(|vm| {
        if own.set_event_loop.get() {
            event_loop::set_event_loop(vm, Value::None)?;
        }
        event_loop::close(vm, &event_loop)
    })?;
    own.event_loop.set(Value::Unbound);
    own.closed.set(true);
    result
}

/// `asyncio.run(main)`: a runner for one coroutine.
fn run(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let [main, debug, loop_factory] = args.bind_def(vm, "run", 0, ["main", "debug", "loop_factory"], 1, 1)?;
    if event_loop::running_loop(vm).is_some() {
        let exc = vm.runtime_error("asyncio.run() cannot be called from a running event loop");
        return Err(hold(exc, &args));
    }
    not_a_coroutine(vm, &main)?;
    let class = vm.types.object.clone();
    let runner: Value = Instance::new(class, Payload::Native(Box::new(Runner::new(debug, loop_factory)))).into();
    Flow::future(async move {
        let result = run_in(&runner, main, Value::None).await;
        let closed = close(&runner).await;
        match (closed, result) {
            (Ok(()), result) => result,
            (Err(exc), result) => {
                if let Err(first) = result
                    && exc.state().context.get().is_none()
                    && !exc.0.is(&first.0)
                {
                    exc.state().context.set(first.value());
                }
                Err(exc)
            }
        }
    })
}

/// `_cancel_all_tasks(loop)`.
async fn cancel_all_tasks(event_loop: &Value) -> PyResult<()> {
    let gathered = Cx.vm(|vm| {
        let tasks = task::all_tasks(vm, event_loop);
        if tasks.is_empty() {
            return Ok(None);
        }
        for task in &tasks {
            future::cancel(vm, task, Value::None)?;
        }
        let asyncio = vm.import_module("asyncio")?;
        let gather = vm.get_attr(&asyncio, "gather")?;
        let mut values = tasks.clone();
        values.push(Value::TRUE);
        let names = Some(Gc::new(Tuple::from(vec![Value::from("return_exceptions")])));
        Ok(Some((vm.call(&gather, CallArgs { values, names })?, tasks)))
    })?;
    let Some((gathered, tasks)) = gathered else { return Ok(()) };
    event_loop::run_until_complete(event_loop.clone(), gathered, true).await?;
    Cx.vm(|vm| {
        for task in tasks {
            let Some(own) = task.native::<Task>() else { continue };
            if own.future.is_cancelled() {
                continue;
            }
            if let Some(exc) = future::exception(vm, &task)? {
                let context = vec![
                    ("message", Value::from("unhandled exception during asyncio.run() shutdown")),
                    ("exception", exc.value()),
                    ("task", task.clone()),
                ];
                event_loop::call_exception_handler(vm, event_loop, context);
            }
        }
        Ok(())
    })
}
