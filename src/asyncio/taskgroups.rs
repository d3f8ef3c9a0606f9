//! `TaskGroup` (`Lib/asyncio/taskgroups.py`).

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::classes;
use super::event_loop::{self, EventLoop};
use super::future;
use super::handle::{Callback, NativeCallback};
use super::locks::class_arg;
use super::mixins::{release, state};
use super::task::{self, Task, native_coroutine};
use crate::trace::event::WaitingOn;
use crate::vm::native::{NativeFn, NativeObject};
use crate::vm::object::*;
use crate::vm::{Cx, Exc, PyResult, Vm};

/// What a `TaskGroup` holds.
#[derive(Default)]
struct TaskGroup {
    entered: Cell<bool>,
    exiting: Cell<bool>,
    aborting: Cell<bool>,
    event_loop: Slot,
    parent: Slot,
    parent_cancel_requested: Cell<bool>,
    tasks: RefCell<VecDeque<Value>>,
    errors: RefCell<Vec<Exc>>,
    base_error: RefCell<Option<Exc>>,
    on_completed: Slot,
}

impl NativeObject for TaskGroup {
    fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        [&self.event_loop, &self.parent, &self.on_completed].into_iter().for_each(|slot| slot.visit(visit));
        self.tasks.borrow().iter().for_each(&mut *visit);
        self.errors.borrow().iter().for_each(|exc| exc.0.visit_ref(visit));
        self.base_error.borrow().iter().for_each(|exc| exc.0.visit_ref(visit));
    }

    fn clear(&self) {
        self.parent.set(Value::None);
        drop((self.tasks.take(), self.errors.take(), self.base_error.take()));
    }
}

fn this<'a>(vm: &mut Vm, value: &'a Value) -> PyResult<&'a TaskGroup> {
    state::<TaskGroup>(vm, value, "TaskGroup")
}

pub(super) fn install(vm: &mut Vm, module: &Gc<Module>) {
    let class = vm.new_class("asyncio.taskgroups", "TaskGroup", &[], Layout::Native);
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| {
            let class = class_arg(vm, args)?;
            Ok(Instance::new(class, Payload::Native(Box::<TaskGroup>::default())).into())
        }),
    );
    vm.method(
        &class,
        "__init__",
        NativeFn::Plain(|vm, args| args.bind_def(vm, "TaskGroup.__init__", 1, [], 0, 0).map(|[]| Value::None)),
    );
    vm.getter(&class, "_tasks", |vm, g| {
        let set = Set::new(false);
        for task in this(vm, g)?.tasks.borrow().iter() {
            vm.set_add(&set, task.clone())?;
        }
        Ok(Gc::new(set).into())
    });
    vm.getter(&class, "_errors", |vm, g| {
        Ok(Value::from(this(vm, g)?.errors.borrow().iter().map(Exc::value).collect::<Vec<_>>()))
    });
    vm.getter(&class, "_parent_task", |vm, g| Ok(this(vm, g)?.parent.bound().unwrap_or(Value::None)));
    vm.getter(&class, "_loop", |vm, g| Ok(this(vm, g)?.event_loop.bound().unwrap_or(Value::None)));
    vm.method(
        &class,
        "__aenter__",
        NativeFn::Plain(|vm, args| {
            let group = args[0].clone();
            this(vm, &group)?;
            Ok(native_coroutine(vm, "TaskGroup.__aenter__", async move { Cx.vm(|vm| enter(vm, &group)) }))
        }),
    );
    vm.method(
        &class,
        "__aexit__",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "__aexit__", 1, 3, 3)?;
            this(vm, &args[0])?;
            let (group, exc) = (args[0].clone(), Exc::from_value(&args[2]));
            Ok(native_coroutine(vm, "TaskGroup.__aexit__", exit(group, exc)))
        }),
    );
    vm.method(
        &class,
        "create_task",
        NativeFn::Plain(|vm, args| {
            let [coro, name, context] =
                args.bind_def(vm, "TaskGroup.create_task", 1, ["coro", "name", "context"], 1, 1)?;
            create_task(vm, &args[0], coro, name, context)
        }),
    );
    vm.method(&class, "__repr__", NativeFn::Plain(|vm, args| repr(vm, &args[0]).map(Value::from)));
    vm.set(module, "TaskGroup", class.value());
}

fn repr(vm: &mut Vm, value: &Value) -> PyResult<String> {
    let own = this(vm, value)?;
    let mut text = String::from("<TaskGroup");
    let (tasks, errors) = (own.tasks.borrow().len(), own.errors.borrow().len());
    if tasks > 0 {
        text.push_str(&format!(" tasks={tasks}"));
    }
    if errors > 0 {
        text.push_str(&format!(" errors={errors}"));
    }
    if own.aborting.get() {
        text.push_str(" cancelling");
    } else if own.entered.get() {
        text.push_str(" entered");
    }
    text.push('>');
    Ok(text)
}

fn enter(vm: &mut Vm, group: &Value) -> PyResult {
    let own = this(vm, group)?;
    if own.entered.get() {
        let text = format!("TaskGroup {} has already been entered", repr(vm, group)?);
        return Err(vm.runtime_error(text));
    }
    let Some(event_loop) = event_loop::running_loop(vm) else { return Err(vm.runtime_error("no running event loop")) };
    let parent = event_loop.native::<EventLoop>().and_then(|l| l.current_task.bound());
    own.event_loop.set(event_loop);
    let Some(parent) = parent else {
        let text = format!("TaskGroup {} cannot determine the parent task", repr(vm, group)?);
        return Err(vm.runtime_error(text));
    };
    own.parent.set(parent);
    own.entered.set(true);
    Ok(group.clone())
}

fn is_base_error(vm: &Vm, exc: &Exc) -> bool {
    exc.is(&vm.types.system_exit) || exc.is(&vm.types.keyboard_interrupt)
}

fn abort(vm: &mut Vm, own: &TaskGroup) -> PyResult<()> {
    own.aborting.set(true);
    let tasks = own.tasks.borrow().clone();
    for task in tasks {
        if future::future(&task).is_some_and(|f| !f.is_done()) {
            future::cancel(vm, &task, Value::None)?;
        }
    }
    Ok(())
}

async fn exit(group: Value, exc: Option<Exc>) -> PyResult {
    let own = group.native::<TaskGroup>().expect("__aexit__ looked");
    own.exiting.set(true);
    let mut propagate = Cx.vm(|vm| {
        if let Some(exc) = &exc
            && is_base_error(vm, exc)
            && own.base_error.borrow().is_none()
        {
            own.base_error.replace(Some(exc.clone()));
        }
        let cancelled = exc.as_ref().filter(|exc| exc.is(&classes(vm).cancelled_error)).cloned();
        if exc.is_some() && !own.aborting.get() {
            abort(vm, own)?;
        }
        Ok(cancelled)
    })?;
    while !own.tasks.borrow().is_empty() {
        let waiter = match own.on_completed.bound() {
            Some(waiter) => waiter,
            None => Cx.vm(|vm| {
                let waiter = future::new_future(vm, &own.event_loop.get());
                if let Some(f) = future::future(&waiter) {
                    let tasks =
                        own.tasks.borrow().iter().filter_map(|t| t.native::<Task>().map(|t| t.id.get())).collect();
                    f.reason.replace(Some(WaitingOn::Tasks { what: "TaskGroup".into(), tasks }));
                }
                own.on_completed.set(waiter.clone());
                waiter
            }),
        };
        if let Err(raised) = Cx.await_(waiter).await {
            if !Cx.vm(|vm| raised.is(&classes(vm).cancelled_error)) {
                return Err(raised);
            }
            if !own.aborting.get() {
                propagate = Some(raised);
                Cx.vm(|vm| abort(vm, own))?;
            }
        }
        own.on_completed.set(Value::Unbound);
    }
    if let Some(error) = own.base_error.take() {
        return Err(error);
    }
    let parent = own.parent.get();
    let uncancel = |parent: &Value| {
        parent.native::<Task>().map_or(0, |t| {
            let left = t.cancel_requests.get().saturating_sub(1);
            t.cancel_requests.set(left);
            if left == 0 {
                t.must_cancel.set(false);
            }
            left
        })
    };
    if own.parent_cancel_requested.get() && uncancel(&parent) == 0 {
        propagate = None;
    }
    if let Some(exc) = propagate
        && own.errors.borrow().is_empty()
    {
        return Err(exc);
    }
    Cx.vm(|vm| {
        if let Some(exc) = exc
            && !exc.is(&classes(vm).cancelled_error)
        {
            own.errors.borrow_mut().push(exc);
        }
        let errors = own.errors.take();
        if errors.is_empty() {
            return Ok(Value::None);
        }
        if parent.native::<Task>().is_some_and(|t| t.cancel_requests.get() > 0) {
            // Cancelled from outside too: that stays.
            uncancel(&parent);
            task::cancel(vm, &parent, Value::None)?;
        }
        let class = vm.types.base_exception_group.value();
        let list = Value::from(errors.iter().map(Exc::value).collect::<Vec<_>>());
        let group = vm.call(&class, [Value::from("unhandled errors in a TaskGroup"), list])?;
        Err(vm.make_raised(group, Value::None)?)
    })
}

fn create_task(vm: &mut Vm, group: &Value, coro: Value, name: Value, context: Value) -> PyResult {
    let own = this(vm, group)?;
    let fault = if !own.entered.get() {
        Some("has not been entered")
    } else if own.exiting.get() && own.tasks.borrow().is_empty() {
        Some("is finished")
    } else if own.aborting.get() {
        Some("is shutting down")
    } else {
        None
    };
    if let Some(fault) = fault {
        vm.call_method(&coro, "close", [])?;
        let text = format!("TaskGroup {} {fault}", repr(vm, group)?);
        return Err(vm.runtime_error(text));
    }
    let event_loop = own.event_loop.get();
    let name = if name.is_unbound() { Value::None } else { name };
    let task = event_loop::create_task(vm, &event_loop, coro, name, context)?;
    if future::future(&task).is_some_and(|f| f.is_done()) {
        on_task_done(vm, group, &task)?;
    } else {
        own.tasks.borrow_mut().push_back(task.clone());
        let target = group.clone();
        let function: NativeCallback = Rc::new(move |vm, task| on_task_done(vm, &target, task));
        let callback = Callback::Native { name: "TaskGroup._on_task_done", function, future: Value::None };
        let context = vm.copy_context();
        future::subscribe(vm, &task, callback, context)?;
    }
    Ok(task)
}

fn on_task_done(vm: &mut Vm, group: &Value, task: &Value) -> PyResult<()> {
    let own = this(vm, group)?;
    // They mostly end in the order in which they began.
    let index = own.tasks.borrow().iter().position(|t| t.is(task));
    drop(index.and_then(|index| own.tasks.borrow_mut().remove(index)));
    if let Some(waiter) = own.on_completed.bound()
        && own.tasks.borrow().is_empty()
    {
        release(vm, &waiter, Value::TRUE)?;
    }
    if future::future(task).is_none_or(|f| f.is_cancelled()) {
        return Ok(());
    }
    let Some(exc) = future::exception(vm, task)? else { return Ok(()) };
    own.errors.borrow_mut().push(exc.clone());
    if is_base_error(vm, &exc) && own.base_error.borrow().is_none() {
        own.base_error.replace(Some(exc.clone()));
    }
    let parent = own.parent.get();
    if future::future(&parent).is_some_and(|f| f.is_done()) {
        let message = format!(
            "Task {} has errored out but its parent task {} is already completed",
            vm.repr(task)?,
            vm.repr(&parent)?
        );
        let context = vec![("message", Value::from(message)), ("exception", exc.value()), ("task", task.clone())];
        let event_loop = own.event_loop.get();
        event_loop::call_exception_handler(vm, &event_loop, context);
        return Ok(());
    }
    if !own.aborting.get() && !own.parent_cancel_requested.get() {
        abort(vm, own)?;
        own.parent_cancel_requested.set(true);
        task::cancel(vm, &parent, Value::None)?;
    }
    Ok(())
}
