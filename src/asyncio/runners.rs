//! `asyncio.run` (`Lib/asyncio/runners.py`).

use super::event_loop::{self, EventLoop};
use super::future;
use super::task::{self, Task};
use crate::vm::native::{Args, NativeFn};
use crate::vm::object::*;
use crate::vm::{CallArgs, Cx, Flow, PyResult, Vm};

pub(super) fn install(vm: &mut Vm, module: &Gc<Module>) {
    vm.function(module, "run", NativeFn::Flow(run));
}

fn run(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let [main, debug, loop_factory] = args.bind(vm, "run", ["main", "debug", "loop_factory"], 1, 1)?;
    if event_loop::running_loop(vm).is_some() {
        return Err(vm.runtime_error("asyncio.run() cannot be called from a running event loop"));
    }
    if !task::is_coroutine(vm, &main) {
        let text = format!("a coroutine was expected, got {}", vm.repr(&main)?);
        return Err(vm.value_error(text));
    }
    Flow::future(async move {
        let own_loop = loop_factory.is_unbound() || loop_factory.is_none();
        let event_loop = if own_loop { Cx.vm(event_loop::new_event_loop) } else { Cx.call(&loop_factory, []).await? };
        Cx.vm(|vm| {
            if own_loop {
                event_loop::set_event_loop(vm, event_loop.clone());
            }
            if !debug.is_unbound()
                && !debug.is_none()
                && let Some(own) = event_loop.native::<EventLoop>()
            {
                own.debug.set(vm.truth(&debug)?);
            }
            Ok(())
        })?;
        let main = Cx.vm(|vm| {
            let context = vm.copy_context();
            event_loop::create_task(vm, &event_loop, main, Value::Unbound, context)
        })?;
        let result = event_loop::run_until_complete(event_loop.clone(), main, true).await;
        let shut_down = shut_down(event_loop, own_loop).await;
        let result = result?;
        shut_down?;
        Ok(result)
    })
}

/// `Runner.close()`: cancels what is left, closes async generators and the executor, closes the loop.
pub async fn shut_down(event_loop: Value, reset: bool) -> PyResult<()> {
    let result = async {
        cancel_all_tasks(&event_loop).await?;
        for name in ["shutdown_asyncgens", "shutdown_default_executor"] {
            let coro = Cx.vm(|vm| vm.call_method(&event_loop, name, []))?;
            event_loop::run_until_complete(event_loop.clone(), coro, false).await?;
        }
        Ok(())
    }
    .await;
    Cx.vm(|vm| {
        if reset {
            event_loop::set_event_loop(vm, Value::None);
        }
        event_loop::close(vm, &event_loop)
    })?;
    result
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
