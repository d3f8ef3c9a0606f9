//! `gather` (`Lib/asyncio/tasks.py`).

use std::cell::Cell;
use std::collections::HashMap;

use super::event_loop;
use super::future::{self, Future};
use super::handle::Callback;
use super::task::{Task, ensure_future};
use super::{classes, hold};
use crate::trace::event::WaitingOn;
use crate::vm::native::{Args, NativeFn};
use crate::vm::object::*;
use crate::vm::{PyResult, Vm};

/// The other half of a gathering future.
pub struct Children {
    /// One for each argument; an argument that was given twice is here twice.
    pub futures: Vec<Value>,
    finished: Cell<usize>,
    /// How many different ones there are.
    expected: Cell<usize>,
    return_exceptions: bool,
    cancel_requested: Cell<bool>,
}

pub(super) fn make_class(vm: &mut Vm, base: &Gc<Class>) -> Gc<Class> {
    let class = vm.new_class("asyncio.tasks", "_GatheringFuture", &[base], Layout::Native);
    vm.method(
        &class,
        "cancel",
        NativeFn::Plain(|vm, args| {
            let [msg] = args.bind_def(vm, "_GatheringFuture.cancel", 1, ["msg"], 0, 1)?;
            cancel(vm, &args[0], if msg.is_unbound() { Value::None } else { msg }).map(Value::Bool)
        }),
    );
    class
}

pub(super) fn install(vm: &mut Vm, module: &Gc<Module>) {
    vm.function(module, "gather", NativeFn::Plain(|vm, args| gather(vm, args).map_err(|exc| hold(exc, &args))));
}

fn gather(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let mut return_exceptions = false;
    for (name, value) in args.keywords() {
        match name.as_str() {
            "return_exceptions" => return_exceptions = vm.truth(value)?,
            other => {
                let text = format!("gather() got an unexpected keyword argument '{other}'");
                return Err(vm.type_error(text));
            }
        }
    }
    let awaitables = args.positional();
    if awaitables.is_empty() {
        let event_loop = event_loop::get_event_loop(vm)?;
        let outer = future::new_future(vm, &event_loop);
        future::set_result(vm, &outer, Value::from(Vec::new()))?;
        return Ok(outer);
    }
    let mut futures: Vec<Value> = Vec::new();
    let mut event_loop: Option<Value> = None;
    // What was made for an argument, so that one given twice is awaited once.
    let mut known: Vec<Value> = Vec::with_capacity(awaitables.len());
    let mut index_of: HashMap<usize, usize> = HashMap::with_capacity(awaitables.len());
    for awaitable in awaitables {
        let address = match awaitable {
            Value::Obj(obj) => obj.address(),
            _ => 0,
        };
        if let Some(index) = index_of.get(&address) {
            futures.push(known[*index].clone());
            continue;
        }
        let fut = ensure_future(vm, awaitable, event_loop.clone())?;
        if event_loop.is_none() {
            event_loop = future::future(&fut).map(|f| (*f.event_loop).clone());
        }
        if !fut.is(awaitable)
            && let Some(task) = fut.native::<Task>()
        {
            // What gather made itself it also answers for.
            task.log_destroy_pending.set(false);
        }
        index_of.insert(address, known.len());
        known.push(fut.clone());
        futures.push(fut);
    }
    let event_loop = event_loop.expect("there is at least one");
    let class = classes(vm).gathering.clone();
    let state = Future::new(event_loop.clone());
    let tasks = futures.iter().filter_map(|f| f.native::<Task>().map(|t| t.id.get())).collect();
    state.reason.replace(Some(WaitingOn::Tasks { what: "gather".into(), tasks }));
    state.gathered.replace(Some(Children {
        futures: futures.clone(),
        finished: Cell::new(0),
        expected: Cell::new(known.len()),
        return_exceptions,
        cancel_requested: Cell::new(false),
    }));
    let outer: Value = Instance::new(class, Payload::Native(Box::new(state))).into();
    // Those that are done already count at once; the others call back.
    let mut done = Vec::new();
    for (index, fut) in known.iter().enumerate() {
        if future::future(fut).is_some_and(Future::is_done) {
            done.push((index, fut.clone()));
        } else {
            let context = vm.copy_context();
            let callback = Callback::Gathered { outer: outer.clone(), index, future: Value::None };
            future::subscribe(vm, fut, callback, context)?;
        }
    }
    for (index, fut) in done {
        child_done(vm, &outer, index, &fut)?;
    }
    Ok(outer)
}

/// `_GatheringFuture.cancel`: cancels the children; the outer future follows when they are done.
pub fn cancel(vm: &mut Vm, outer: &Value, message: Value) -> PyResult<bool> {
    let Some(own) = future::future(outer) else { return Ok(false) };
    if own.is_done() {
        return Ok(false);
    }
    let futures = own.gathered.borrow().as_ref().map(|c| c.futures.clone()).unwrap_or_default();
    let mut cancelled = false;
    for child in futures {
        cancelled |= future::cancel(vm, &child, message.clone())?;
    }
    if cancelled && let Some(children) = &*own.gathered.borrow() {
        children.cancel_requested.set(true);
        own.cancel_message.set(message);
    }
    Ok(cancelled)
}

/// A child is done.
pub(super) fn child_done(vm: &mut Vm, outer: &Value, _index: usize, child: &Value) -> PyResult<()> {
    let Some(own) = future::future(outer) else { return Ok(()) };
    let Some(child_future) = future::future(child) else { return Ok(()) };
    let (finished, expected, return_exceptions, cancel_requested) = {
        let children = own.gathered.borrow();
        let Some(children) = &*children else { return Ok(()) };
        children.finished.set(children.finished.get() + 1);
        (children.finished.get(), children.expected.get(), children.return_exceptions, children.cancel_requested.get())
    };
    if own.is_done() {
        if !child_future.is_cancelled() {
            // Its exception counts as retrieved.
            future::exception(vm, child)?;
        }
        return Ok(());
    }
    if !return_exceptions {
        if child_future.is_cancelled() {
            let exc = future::make_cancelled_error(vm, child_future);
            return future::set_exception(vm, outer, exc);
        }
        if let Some(exc) = future::exception(vm, child)? {
            return future::set_exception(vm, outer, exc);
        }
    }
    if finished < expected {
        return Ok(());
    }
    let futures = own.gathered.borrow().as_ref().map(|c| c.futures.clone()).unwrap_or_default();
    let mut results = Vec::with_capacity(futures.len());
    for fut in &futures {
        let Some(f) = future::future(fut) else { continue };
        if f.is_cancelled() {
            let class = classes(vm).cancelled_error.clone();
            let message = f.cancel_message.get();
            let args = if message.is_none() { vec![Value::from("")] } else { vec![message] };
            results.push(vm.exception(&class, args).value());
        } else {
            match future::exception(vm, fut)? {
                Some(exc) => results.push(exc.value()),
                None => results.push(future::result(vm, fut)?),
            }
        }
    }
    if cancel_requested {
        let exc = future::make_cancelled_error(vm, own);
        return future::set_exception(vm, outer, exc);
    }
    future::set_result(vm, outer, Value::from(results))
}
