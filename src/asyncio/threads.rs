//! Threads beside the loop (`Lib/asyncio/threads.py`, `futures.wrap_future`, `BaseEventLoop.run_in_executor`). They are
//! in Python, in the library's `_asyncio_threads.py`, and are only compiled when a program uses them: no thread, no executor, no cost.

use super::event_loop::{self, EventLoop};
use super::future;
use super::task::native_coroutine;
use crate::trace::event::{JobId, WaitingOn};
use crate::vm::native::{Args, NativeFn};
use crate::vm::object::*;
use crate::vm::{Cx, Flow, PyResult, Vm};

/// A function of `_asyncio_threads`, called with these arguments.
fn call(vm: &mut Vm, name: &str, args: Args<'_>) -> PyResult<Flow> {
    let function = vm.import_module("_asyncio_threads").and_then(|module| vm.get_attr(&module, name))?;
    Flow::call(function, args.to_owned())
}

pub(super) fn install(vm: &mut Vm, module: &Gc<Module>) {
    vm.function(module, "to_thread", NativeFn::Flow(|vm, args| call(vm, "to_thread", args)));
    vm.function(module, "wrap_future", NativeFn::Flow(|vm, args| call(vm, "wrap_future", args)));
    vm.function(
        module,
        "run_coroutine_threadsafe",
        NativeFn::Flow(|vm, args| call(vm, "run_coroutine_threadsafe", args)),
    );
    // The trace learns that a future waits for a call in an executor.
    vm.function(
        module,
        "_in_executor",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "_in_executor", 0, 3, 3)?;
            let job = JobId(vm.index_i64(&args[1])? as u32);
            let function = vm.str(&args[2])?;
            if let Some(future) = future::future(&args[0]) {
                *future.reason.borrow_mut() = Some(WaitingOn::Executor { job, function });
            }
            Ok(Value::None)
        }),
    );
}

/// The event loop's methods.
pub(super) fn install_methods(vm: &mut Vm, class: &Gc<Class>) {
    vm.method(
        class,
        "run_in_executor",
        NativeFn::Flow(|vm, args| {
            let own = event_loop::this(vm, &args[0])?;
            own.check_closed(vm)?;
            if let Some(callable) = args.get(2) {
                event_loop::check_callback(vm, own, callable, "run_in_executor")?;
            }
            call(vm, "_run_in_executor", args)
        }),
    );
    vm.method(class, "set_default_executor", NativeFn::Flow(|vm, args| call(vm, "_set_default_executor", args)));
    vm.method(
        class,
        "shutdown_default_executor",
        NativeFn::Plain(|vm, args| {
            let [timeout] = args.skip(1).bind(vm, "shutdown_default_executor", ["timeout"], 0, 1)?;
            let timeout = if timeout.is_unbound() { Value::None } else { timeout };
            let event_loop = args[0].clone();
            Ok(native_coroutine(vm, "BaseEventLoop.shutdown_default_executor", shut_down(event_loop, timeout)))
        }),
    );
    vm.getter(class, "_executor_shutdown_called", |vm, l| {
        Ok(Value::Bool(event_loop::this(vm, l)?.executor_shut_down.get()))
    });
    vm.property(
        class,
        "_default_executor",
        |vm, l| Ok(event_loop::this(vm, l)?.default_executor.get()),
        Some(|vm, l, executor| {
            event_loop::this(vm, l)?.default_executor.set(executor.unwrap_or(Value::None));
            Ok(())
        }),
    );
}

async fn shut_down(event_loop: Value, timeout: Value) -> PyResult {
    let Some(own) = event_loop.native::<EventLoop>() else { return Ok(Value::None) };
    own.executor_shut_down.set(true);
    if own.default_executor.get().is_none() {
        return Ok(Value::None);
    }
    let coro = Cx.vm(|vm| {
        let module = vm.import_module("_asyncio_threads")?;
        vm.call_method(&module, "_shutdown_default_executor", [event_loop.clone(), timeout])
    })?;
    Cx.await_(coro).await
}
