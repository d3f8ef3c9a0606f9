//! `wait`, `wait_for`, `as_completed`, `shield` (`Lib/asyncio/tasks.py`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::event_loop::{self, EventLoop};
use super::future::{self, Future};
use super::handle::{Callback, Handle, NativeCallback};
use super::mixins::{release, state};
use super::task::{Task, ensure_future, is_coroutine, native_coroutine};
use super::{classes, timeouts};
use crate::trace::event::WaitingOn;
use crate::vm::native::{NativeFn, NativeObject};
use crate::vm::object::*;
use crate::vm::op::CmpOp;
use crate::vm::{Cx, Exc, PyResult, Vm};

pub(super) fn install(vm: &mut Vm, module: &Gc<Module>) {
    for name in ["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"] {
        vm.set(module, name, name);
    }
    vm.function(
        module,
        "wait",
        NativeFn::Plain(|vm, args| {
            let [fs, timeout, return_when] = args.bind_def(vm, "wait", 0, ["fs", "timeout", "return_when"], 1, 1)?;
            Ok(native_coroutine(vm, "wait", wait(fs, timeout, return_when)))
        }),
    );
    vm.function(
        module,
        "wait_for",
        NativeFn::Plain(|vm, args| {
            let [fut, timeout] = args.bind_def(vm, "wait_for", 0, ["fut", "timeout"], 2, 2)?;
            Ok(native_coroutine(vm, "wait_for", wait_for(fut, timeout)))
        }),
    );
    vm.function(
        module,
        "shield",
        NativeFn::Plain(|vm, args| {
            let [arg] = args.bind_def(vm, "shield", 0, ["arg"], 1, 1)?;
            shield(vm, &arg)
        }),
    );
    as_completed(vm, module);
}

fn native_callback(
    name: &'static str,
    function: impl Fn(&mut Vm, &Value) -> PyResult<()> + 'static,
) -> (Callback, NativeCallback) {
    let function: NativeCallback = Rc::new(function);
    (Callback::Native { name, function: function.clone(), future: Value::None }, function)
}

/// Takes a callback made by `native_callback` out again.
fn remove(value: &Value, unwanted: &NativeCallback) {
    future::remove_callback(
        value,
        |callback| matches!(callback, Callback::Native { function, .. } if Rc::ptr_eq(function, unwanted)),
    );
}

fn is_done(value: &Value) -> bool {
    future::future(value).is_some_and(Future::is_done)
}

async fn wait(fs: Value, timeout: Value, return_when: Value) -> PyResult {
    let when = match return_when.as_str() {
        None if return_when.is_unbound() => "ALL_COMPLETED".to_owned(),
        Some(when) => when.to_owned(),
        None => String::new(),
    };
    let listed = Cx.vm(|vm| {
        if future::is_future(vm, &fs) || is_coroutine(vm, &fs) {
            let text = format!("expect a list of futures, not {}", vm.class_name(&fs));
            return Err(vm.type_error(text));
        }
        Ok(())
    });
    listed?;
    let items = Cx.collect(&fs).await?;
    let (set, waiter, event_loop) = Cx.vm(|vm| {
        if items.is_empty() {
            return Err(vm.value_error("Set of Tasks/Futures is empty."));
        }
        if !["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"].contains(&&*when) {
            let shown = if return_when.is_unbound() { String::new() } else { vm.str(&return_when)? };
            return Err(vm.value_error(format!("Invalid return_when value: {shown}")));
        }
        let set = Set::new(false);
        for item in &items {
            vm.set_add(&set, item.clone())?;
        }
        // In the order given, if each is given once: a set has none of its own.
        let mut futures = set.keys();
        if futures.len() == items.len() {
            futures = items;
        }
        if futures.iter().any(|f| matches!(f.view(), View::Generator(g) if g.kind == GeneratorKind::Coroutine)) {
            return Err(vm.type_error("Passing coroutines is forbidden, use tasks explicitly."));
        }
        let Some(event_loop) = event_loop::running_loop(vm) else {
            return Err(vm.runtime_error("no running event loop"));
        };
        let waiter = future::new_future(vm, &event_loop);
        if let Some(f) = future::future(&waiter) {
            let tasks = futures.iter().filter_map(|f| f.native::<Task>().map(|t| t.id.get())).collect();
            f.reason.replace(Some(WaitingOn::Tasks { what: "wait".into(), tasks }));
        }
        Ok((futures, waiter, event_loop))
    })?;
    let handle: Rc<RefCell<Option<Rc<Handle>>>> = Rc::default();
    let registered = Cx.vm(|vm| {
        if !timeout.is_unbound() && !timeout.is_none() {
            let at = EventLoop::time(vm) + vm.float_arg(&timeout)?;
            let target = waiter.clone();
            let (callback, _) =
                native_callback("_release_waiter", move |vm, _| release(vm, &target, Value::None).map(drop));
            let context = vm.copy_context();
            handle.replace(Some(EventLoop::call_at(vm, &event_loop, at, callback, context)?));
        }
        let counter = Cell::new(set.len());
        let (target, timer) = (waiter.clone(), handle.clone());
        let (callback, function) = native_callback("_wait.<locals>._on_completion", move |vm, f| {
            counter.set(counter.get().saturating_sub(1));
            let failed = |vm: &mut Vm| -> PyResult<bool> {
                Ok(!future::future(f).is_none_or(Future::is_cancelled) && future::exception(vm, f)?.is_some())
            };
            if counter.get() == 0 || when == "FIRST_COMPLETED" || (when == "FIRST_EXCEPTION" && failed(vm)?) {
                if let Some(handle) = &*timer.borrow() {
                    handle.cancel(vm);
                }
                release(vm, &target, Value::None)?;
            }
            Ok(())
        });
        for f in &set {
            let context = vm.copy_context();
            future::subscribe(vm, f, callback.clone(), context)?;
        }
        Ok(function)
    })?;
    let result = Cx.await_(waiter).await;
    Cx.vm(|vm| {
        if let Some(handle) = handle.take() {
            handle.cancel(vm);
        }
        for f in &set {
            remove(f, &registered);
        }
    });
    result?;
    Cx.vm(|vm| {
        let (done, pending) = (Set::new(false), Set::new(false));
        for f in set {
            let target = if is_done(&f) { &done } else { &pending };
            vm.set_add(target, f)?;
        }
        Ok(vm.tuple(vec![Gc::new(done).into(), Gc::new(pending).into()]))
    })
}

async fn wait_for(fut: Value, timeout: Value) -> PyResult {
    if !timeout.is_none() && Cx.vm(|vm| vm.compare_truth(CmpOp::Le, &timeout, &Value::Int(0)))? {
        let fut = Cx.vm(|vm| ensure_future(vm, &fut, None))?;
        if is_done(&fut) {
            return Cx.vm(|vm| future::result(vm, &fut));
        }
        cancel_and_wait(&fut).await?;
        return Cx.vm(|vm| match future::result(vm, &fut) {
            Err(exc) if exc.is(&classes(vm).cancelled_error) => {
                let class = vm.types.timeout_error.clone();
                let error = vm.exception(&class, Vec::new());
                error.state().cause.set(exc.value());
                error.state().context.set(exc.value());
                error.state().suppress_context.set(true);
                Err(error)
            }
            other => other,
        });
    }
    let guard = Cx.vm(|vm| timeouts::new_timeout(vm, &timeout))?;
    Cx.vm(|vm| timeouts::enter(vm, &guard))?;
    let result = Cx.await_(fut).await;
    Cx.vm(|vm| timeouts::exit(vm, &guard, result.as_ref().err()))?;
    result
}

async fn cancel_and_wait(fut: &Value) -> PyResult<()> {
    let (waiter, function) = Cx.vm(|vm| {
        let Some(event_loop) = event_loop::running_loop(vm) else {
            return Err(vm.runtime_error("no running event loop"));
        };
        let waiter = future::new_future(vm, &event_loop);
        let target = waiter.clone();
        let (callback, function) =
            native_callback("_release_waiter", move |vm, _| release(vm, &target, Value::None).map(drop));
        let context = vm.copy_context();
        future::subscribe(vm, fut, callback, context)?;
        future::cancel(vm, fut, Value::None)?;
        Ok((waiter, function))
    })?;
    let result = Cx.await_(waiter).await;
    remove(fut, &function);
    result.map(drop)
}

/// `shield(arg)`: cancelling what it returns does not cancel the argument.
fn shield(vm: &mut Vm, arg: &Value) -> PyResult {
    let inner = ensure_future(vm, arg, None)?;
    let Some(own) = future::future(&inner) else { return Ok(inner) };
    if own.is_done() {
        return Ok(inner);
    }
    let outer = future::new_future(vm, &own.event_loop);
    if let (Some(f), Some(task)) = (future::future(&outer), inner.native::<Task>()) {
        f.reason.replace(Some(WaitingOn::Tasks { what: "shield".into(), tasks: vec![task.id.get()] }));
    }
    let target = outer.clone();
    let (inner_done, function) = native_callback("shield.<locals>._inner_done_callback", move |vm, inner| {
        let Some(inner_future) = future::future(inner) else { return Ok(()) };
        if future::future(&target).is_none_or(Future::is_cancelled) {
            if !inner_future.is_cancelled() {
                // Its exception counts as retrieved.
                future::exception(vm, inner)?;
            }
            return Ok(());
        }
        if inner_future.is_cancelled() {
            return future::cancel(vm, &target, Value::None).map(drop);
        }
        match future::exception(vm, inner)? {
            Some(exc) => future::set_exception(vm, &target, exc),
            None => {
                let result = future::result(vm, inner)?;
                future::set_result(vm, &target, result)
            }
        }
    });
    let target = inner.clone();
    let (outer_done, _) = native_callback("shield.<locals>._outer_done_callback", move |_, _| {
        if !is_done(&target) {
            remove(&target, &function);
        }
        Ok(())
    });
    let context = vm.copy_context();
    future::subscribe(vm, &inner, inner_done, context.clone())?;
    future::subscribe(vm, &outer, outer_done, context)?;
    Ok(outer)
}

// `as_completed`.

/// What the iterator of `as_completed` holds.
struct AsCompleted {
    queue: Value,
    todo: RefCell<Vec<Value>>,
    left: Cell<usize>,
    timer: RefCell<Option<Rc<Handle>>>,
}

impl NativeObject for AsCompleted {}

fn as_completed(vm: &mut Vm, module: &Gc<Module>) {
    let class = vm.new_class("asyncio.tasks", "_AsCompletedIterator", &[], Layout::Native);
    vm.method(&class, "__iter__", NativeFn::Plain(|_, args| Ok(args[0].clone())));
    vm.method(&class, "__aiter__", NativeFn::Plain(|_, args| Ok(args[0].clone())));
    vm.method(
        &class,
        "__next__",
        NativeFn::Plain(|vm, args| {
            let own = state::<AsCompleted>(vm, &args[0], "_AsCompletedIterator")?;
            if own.left.get() == 0 {
                return Err(vm.stop_iteration(Value::None));
            }
            own.left.set(own.left.get() - 1);
            Ok(native_coroutine(vm, "_AsCompletedIterator._wait_for_one", wait_for_one(own.queue.clone(), true)))
        }),
    );
    vm.method(
        &class,
        "__anext__",
        NativeFn::Plain(|vm, args| {
            let this = args[0].clone();
            state::<AsCompleted>(vm, &this, "_AsCompletedIterator")?;
            Ok(native_coroutine(vm, "_AsCompletedIterator.__anext__", async move {
                let own = this.native::<AsCompleted>().expect("__anext__ looked");
                if own.left.get() == 0 {
                    return Err(Cx.vm(|vm| vm.stop_async_iteration()));
                }
                own.left.set(own.left.get() - 1);
                wait_for_one(own.queue.clone(), false).await
            }))
        }),
    );
    vm.set(module, "_AsCompletedIterator", class.value());
    vm.function(
        module,
        "as_completed",
        NativeFn::Plain(|vm, args| {
            let [fs, timeout] = args.bind_def(vm, "as_completed", 0, ["fs", "timeout"], 1, 1)?;
            if future::is_future(vm, &fs) || is_coroutine(vm, &fs) {
                let text = format!("expects an iterable of awaitables, not {}", vm.class_name(&fs));
                return Err(vm.type_error(text));
            }
            let asyncio = vm.import_module("asyncio")?;
            let queue = vm.call_method(&asyncio, "Queue", [])?;
            let event_loop = event_loop::get_event_loop(vm)?;
            let set = Set::new(false);
            for item in vm.collect(&fs)? {
                vm.set_add(&set, item)?;
            }
            let todo = Set::new(false);
            for item in set.keys() {
                let fut = ensure_future(vm, &item, Some(event_loop.clone()))?;
                vm.set_add(&todo, fut)?;
            }
            let todo = todo.keys();
            let class = match vm.get_attr(&asyncio, "_AsCompletedIterator")?.view() {
                View::Class(class) => class.clone(),
                _ => return Err(vm.type_error("as_completed's iterator is not a class")),
            };
            let own = AsCompleted {
                queue,
                todo: RefCell::new(todo.clone()),
                left: Cell::new(todo.len()),
                timer: RefCell::default(),
            };
            let iterator: Value = Instance::new(class, Payload::Native(Box::new(own))).into();
            let target = iterator.clone();
            let (callback, function) = native_callback("_AsCompletedIterator._handle_completion", move |vm, f| {
                let own = state::<AsCompleted>(vm, &target, "_AsCompletedIterator")?;
                if own.todo.borrow().is_empty() {
                    return Ok(());
                }
                own.todo.borrow_mut().retain(|t| !t.is(f));
                vm.call_method(&own.queue, "put_nowait", [f.clone()])?;
                if own.todo.borrow().is_empty()
                    && let Some(timer) = own.timer.take()
                {
                    timer.cancel(vm);
                }
                Ok(())
            });
            for f in &todo {
                let context = vm.copy_context();
                future::subscribe(vm, f, callback.clone(), context)?;
            }
            if !todo.is_empty() && !timeout.is_unbound() && !timeout.is_none() {
                let at = EventLoop::time(vm) + vm.float_arg(&timeout)?;
                let target = iterator.clone();
                let (expired, _) = native_callback("_AsCompletedIterator._handle_timeout", move |vm, _| {
                    let own = state::<AsCompleted>(vm, &target, "_AsCompletedIterator")?;
                    for f in own.todo.take() {
                        remove(&f, &function);
                        vm.call_method(&own.queue, "put_nowait", [Value::None])?;
                    }
                    Ok(())
                });
                let context = vm.copy_context();
                let handle = EventLoop::call_at(vm, &event_loop, at, expired, context)?;
                if let Some(own) = iterator.native::<AsCompleted>() {
                    own.timer.replace(Some(handle));
                }
            }
            Ok(iterator)
        }),
    );
}

async fn wait_for_one(queue: Value, resolve: bool) -> PyResult {
    let get = Cx.vm(|vm| vm.call_method(&queue, "get", []))?;
    let f = Cx.await_(get).await?;
    Cx.vm(|vm| {
        if f.is_none() {
            let class = vm.types.timeout_error.clone();
            return Err(vm.exception(&class, Vec::new()) as Exc);
        }
        if resolve { future::result(vm, &f) } else { Ok(f) }
    })
}
