//! `Lock`, `Event`, `Condition`, `Semaphore`, `BoundedSemaphore`, `Barrier` (`Lib/asyncio/locks.py`).

use std::cell::Cell;

use super::classes;
use super::future;
use super::mixins::{Shared, Waiters, list, release, repr_with, state};
use super::task::native_coroutine;
use crate::trace::event::Change;
use crate::vm::native::{Args, NativeFn, NativeObject};
use crate::vm::object::*;
use crate::vm::op::CmpOp;
use crate::vm::{Cx, Exc, PyResult, Vm};

struct Lock {
    shared: Shared,
    locked: Cell<bool>,
    waiters: Waiters,
}

struct Event {
    shared: Shared,
    value: Cell<bool>,
    waiters: Waiters,
}

struct Condition {
    shared: Shared,
    lock: Slot,
    waiters: Waiters,
}

struct Semaphore {
    shared: Shared,
    value: Cell<i64>,
    /// `BoundedSemaphore`'s initial value.
    bound: Cell<Option<i64>>,
    waiters: Waiters,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum BarrierState {
    Filling,
    Draining,
    Resetting,
    Broken,
}

struct Barrier {
    condition: Value,
    parties: Cell<i64>,
    state: Cell<BarrierState>,
    count: Cell<i64>,
}

impl NativeObject for Lock {
    fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        self.shared.visit(visit);
        self.waiters.visit(visit);
    }

    fn clear(&self) {
        self.waiters.clear();
    }
}

impl NativeObject for Event {
    fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        self.shared.visit(visit);
        self.waiters.visit(visit);
    }

    fn clear(&self) {
        self.waiters.clear();
    }
}

impl NativeObject for Condition {
    fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        self.shared.visit(visit);
        self.lock.visit(visit);
        self.waiters.visit(visit);
    }

    fn clear(&self) {
        self.waiters.clear();
    }
}

impl NativeObject for Semaphore {
    fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        self.shared.visit(visit);
        self.waiters.visit(visit);
    }

    fn clear(&self) {
        self.waiters.clear();
    }
}

impl NativeObject for Barrier {
    fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.condition);
    }
}

fn is_cancelled(exc: &Exc) -> bool {
    Cx.vm(|vm| exc.is(&classes(vm).cancelled_error))
}

/// The class that a constructor was called on.
pub(super) fn class_arg(vm: &mut Vm, args: Args<'_>) -> PyResult<Gc<Class>> {
    match args.get(0).and_then(|c| c.downcast::<Class>()) {
        Some(class) => Ok(class.clone()),
        None => Err(vm.type_error("X is not a type object")),
    }
}

pub(super) fn install(vm: &mut Vm, module: &Gc<Module>) {
    lock(vm, module);
    event(vm, module);
    condition(vm, module);
    semaphore(vm, module);
    barrier(vm, module);
}

// `async with lock:` acquires and releases.

fn context_manager(vm: &mut Vm, class: &Gc<Class>) {
    vm.method(
        class,
        "__aenter__",
        NativeFn::Plain(|vm, args| {
            let this = args[0].clone();
            Ok(native_coroutine(vm, "_ContextManagerMixin.__aenter__", async move {
                let acquire = Cx.vm(|vm| vm.call_method(&this, "acquire", []))?;
                Cx.await_(acquire).await?;
                Ok(Value::None)
            }))
        }),
    );
    vm.method(
        class,
        "__aexit__",
        NativeFn::Plain(|vm, args| {
            let this = args[0].clone();
            Ok(native_coroutine(vm, "_ContextManagerMixin.__aexit__", async move {
                Cx.vm(|vm| vm.call_method(&this, "release", []))?;
                Ok(Value::None)
            }))
        }),
    );
}

// Lock.

pub(super) fn new_lock(class: Gc<Class>) -> Value {
    let lock = Lock { shared: Shared::new("Lock"), locked: Cell::new(false), waiters: Waiters::default() };
    Instance::new(class, Payload::Native(Box::new(lock))).into()
}

fn lock(vm: &mut Vm, module: &Gc<Module>) {
    let class = vm.new_class("asyncio.locks", "Lock", &[], Layout::Native);
    vm.constructor(&class, NativeFn::Plain(|vm, args| Ok(new_lock(class_arg(vm, args)?))));
    vm.method(
        &class,
        "__init__",
        NativeFn::Plain(|vm, args| args.bind_def(vm, "Lock.__init__", 1, [], 0, 0).map(|[]| Value::None)),
    );
    context_manager(vm, &class);
    vm.method(
        &class,
        "locked",
        NativeFn::Plain(|vm, args| Ok(Value::Bool(state::<Lock>(vm, &args[0], "Lock")?.locked.get()))),
    );
    vm.method(
        &class,
        "acquire",
        NativeFn::Plain(|vm, args| {
            state::<Lock>(vm, &args[0], "Lock")?;
            Ok(native_coroutine(vm, "Lock.acquire", lock_acquire(args[0].clone())))
        }),
    );
    vm.method(
        &class,
        "release",
        NativeFn::Plain(|vm, args| {
            lock_release(vm, &args[0])?;
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "__repr__",
        NativeFn::Plain(|vm, args| {
            let own = state::<Lock>(vm, &args[0], "Lock")?;
            let mut extra = if own.locked.get() { "locked".to_owned() } else { "unlocked".to_owned() };
            if !own.waiters.is_empty() {
                extra.push_str(&format!(", waiters:{}", own.waiters.len()));
            }
            Ok(repr_with(vm, &args[0], &extra))
        }),
    );
    vm.property(
        &class,
        "_loop",
        |vm, l| Ok(state::<Lock>(vm, l, "Lock")?.shared.bound_loop()),
        Some(|vm, l, value| {
            state::<Lock>(vm, l, "Lock")?.shared.bind_loop(value);
            Ok(())
        }),
    );
    vm.getter(&class, "_waiters", |vm, l| Ok(list(&state::<Lock>(vm, l, "Lock")?.waiters)));
    vm.set(module, "Lock", class.value());
}

async fn lock_acquire(this: Value) -> PyResult {
    let own = this.native::<Lock>().expect("acquire looked");
    if !own.locked.get() && !own.waiters.any_not_cancelled() {
        Cx.vm(|vm| {
            own.locked.set(true);
            own.shared.hold(vm);
            own.shared.changed(vm, Change::Acquired, &own.waiters, 0);
        });
        return Ok(Value::TRUE);
    }
    let waiter = Cx.vm(|vm| {
        let waiter = own.shared.waiter(vm, &this)?;
        own.waiters.push(vm, &waiter);
        own.shared.changed(vm, Change::WaiterAdded, &own.waiters, 0);
        Ok(waiter)
    })?;
    Cx.holding(&[&this, &waiter]);
    let result = Cx.await_(waiter.clone()).await;
    own.waiters.remove(&waiter);
    if let Err(exc) = result {
        if is_cancelled(&exc) {
            Cx.vm(|vm| {
                own.shared.changed(vm, Change::WaiterLeft, &own.waiters, 0);
                if own.locked.get() { Ok(()) } else { lock_wake_first(vm, own) }
            })?;
        }
        return Err(exc);
    }
    Cx.vm(|vm| {
        own.locked.set(true);
        own.shared.hold(vm);
        own.shared.changed(vm, Change::Acquired, &own.waiters, 0);
    });
    Ok(Value::TRUE)
}

fn lock_release(vm: &mut Vm, this: &Value) -> PyResult<()> {
    let own = state::<Lock>(vm, this, "Lock")?;
    if !own.locked.replace(false) {
        return Err(vm.runtime_error("Lock is not acquired."));
    }
    own.shared.let_go(vm);
    own.shared.changed(vm, Change::Released, &own.waiters, 0);
    lock_wake_first(vm, own)
}

fn lock_wake_first(vm: &mut Vm, own: &Lock) -> PyResult<()> {
    match own.waiters.front() {
        Some(waiter) => release(vm, &waiter, Value::TRUE).map(drop),
        None => Ok(()),
    }
}

// Event.

pub(super) fn new_event(class: Gc<Class>) -> Value {
    let event = Event { shared: Shared::new("Event"), value: Cell::new(false), waiters: Waiters::default() };
    Instance::new(class, Payload::Native(Box::new(event))).into()
}

fn event(vm: &mut Vm, module: &Gc<Module>) {
    let class = vm.new_class("asyncio.locks", "Event", &[], Layout::Native);
    vm.constructor(&class, NativeFn::Plain(|vm, args| Ok(new_event(class_arg(vm, args)?))));
    vm.method(
        &class,
        "__init__",
        NativeFn::Plain(|vm, args| args.bind_def(vm, "Event.__init__", 1, [], 0, 0).map(|[]| Value::None)),
    );
    vm.method(
        &class,
        "is_set",
        NativeFn::Plain(|vm, args| Ok(Value::Bool(state::<Event>(vm, &args[0], "Event")?.value.get()))),
    );
    vm.method(
        &class,
        "set",
        NativeFn::Plain(|vm, args| {
            let own = state::<Event>(vm, &args[0], "Event")?;
            if !own.value.replace(true) {
                own.shared.changed(vm, Change::Set, &own.waiters, 1);
                for waiter in own.waiters.all() {
                    release(vm, &waiter, Value::TRUE)?;
                }
            }
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "clear",
        NativeFn::Plain(|vm, args| {
            let own = state::<Event>(vm, &args[0], "Event")?;
            if own.value.replace(false) {
                own.shared.changed(vm, Change::Cleared, &own.waiters, 0);
            }
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "wait",
        NativeFn::Plain(|vm, args| {
            state::<Event>(vm, &args[0], "Event")?;
            let this = args[0].clone();
            Ok(native_coroutine(vm, "Event.wait", async move {
                let own = this.native::<Event>().expect("wait looked");
                if own.value.get() {
                    return Ok(Value::TRUE);
                }
                let waiter = Cx.vm(|vm| {
                    let waiter = own.shared.waiter(vm, &this)?;
                    own.waiters.push(vm, &waiter);
                    own.shared.changed(vm, Change::WaiterAdded, &own.waiters, 0);
                    Ok(waiter)
                })?;
                Cx.holding(&[&this, &waiter]);
                let result = Cx.await_(waiter.clone()).await;
                own.waiters.remove(&waiter);
                if let Err(exc) = result {
                    Cx.vm(|vm| own.shared.changed(vm, Change::WaiterLeft, &own.waiters, 0));
                    return Err(exc);
                }
                Ok(Value::TRUE)
            }))
        }),
    );
    vm.method(
        &class,
        "__repr__",
        NativeFn::Plain(|vm, args| {
            let own = state::<Event>(vm, &args[0], "Event")?;
            let mut extra = if own.value.get() { "set".to_owned() } else { "unset".to_owned() };
            if !own.waiters.is_empty() {
                extra.push_str(&format!(", waiters:{}", own.waiters.len()));
            }
            Ok(repr_with(vm, &args[0], &extra))
        }),
    );
    vm.property(
        &class,
        "_loop",
        |vm, l| Ok(state::<Event>(vm, l, "Event")?.shared.bound_loop()),
        Some(|vm, l, value| {
            state::<Event>(vm, l, "Event")?.shared.bind_loop(value);
            Ok(())
        }),
    );
    vm.getter(&class, "_waiters", |vm, l| Ok(list(&state::<Event>(vm, l, "Event")?.waiters)));
    vm.set(module, "Event", class.value());
}

// Condition.

fn condition(vm: &mut Vm, module: &Gc<Module>) {
    let class = vm.new_class("asyncio.locks", "Condition", &[], Layout::Native);
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| {
            let class = class_arg(vm, args)?;
            let condition =
                Condition { shared: Shared::new("Condition"), lock: Slot::default(), waiters: Waiters::default() };
            Ok(Instance::new(class, Payload::Native(Box::new(condition))).into())
        }),
    );
    vm.method(
        &class,
        "__init__",
        NativeFn::Plain(|vm, args| {
            let [lock] = args.bind_def(vm, "Condition.__init__", 1, ["lock"], 0, 1)?;
            let lock = match lock {
                Value::Unbound | Value::None => {
                    let asyncio = vm.import_module("asyncio")?;
                    vm.call_method(&asyncio, "Lock", [])?
                }
                lock => {
                    for name in ["locked", "acquire", "release"] {
                        vm.get_attr(&lock, name)?;
                    }
                    lock
                }
            };
            state::<Condition>(vm, &args[0], "Condition")?.lock.set(lock);
            Ok(Value::None)
        }),
    );
    context_manager(vm, &class);
    for name in ["locked", "acquire", "release"] {
        let function: NativeFn = match name {
            "locked" => NativeFn::Plain(|vm, args| on_lock(vm, &args[0], "locked")),
            "acquire" => NativeFn::Plain(|vm, args| on_lock(vm, &args[0], "acquire")),
            _ => NativeFn::Plain(|vm, args| on_lock(vm, &args[0], "release")),
        };
        vm.method(&class, name, function);
    }
    vm.getter(&class, "_lock", |vm, c| Ok(state::<Condition>(vm, c, "Condition")?.lock.get()));
    vm.method(
        &class,
        "wait",
        NativeFn::Plain(|vm, args| {
            state::<Condition>(vm, &args[0], "Condition")?;
            Ok(native_coroutine(vm, "Condition.wait", condition_wait(args[0].clone())))
        }),
    );
    vm.method(
        &class,
        "wait_for",
        NativeFn::Plain(|vm, args| {
            let predicate = args.one(vm, "Condition.wait_for")?.clone();
            let this = args[0].clone();
            Ok(native_coroutine(vm, "Condition.wait_for", async move {
                let mut result = Cx.call(&predicate, []).await?;
                while !Cx.vm(|vm| vm.truth(&result))? {
                    condition_wait(this.clone()).await?;
                    result = Cx.call(&predicate, []).await?;
                }
                Ok(result)
            }))
        }),
    );
    vm.method(
        &class,
        "notify",
        NativeFn::Plain(|vm, args| {
            let [n] = args.bind_def(vm, "Condition.notify", 1, ["n"], 0, 1)?;
            let n = if n.is_unbound() { 1 } else { vm.index_i64(&n)? };
            condition_notify(vm, &args[0], n, true)?;
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "notify_all",
        NativeFn::Plain(|vm, args| {
            let count = state::<Condition>(vm, &args[0], "Condition")?.waiters.len() as i64;
            condition_notify(vm, &args[0], count, true)?;
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "__repr__",
        NativeFn::Plain(|vm, args| {
            let locked = on_lock(vm, &args[0], "locked")?;
            let mut extra = if vm.truth(&locked)? { "locked".to_owned() } else { "unlocked".to_owned() };
            let own = state::<Condition>(vm, &args[0], "Condition")?;
            if !own.waiters.is_empty() {
                extra.push_str(&format!(", waiters:{}", own.waiters.len()));
            }
            Ok(repr_with(vm, &args[0], &extra))
        }),
    );
    vm.property(
        &class,
        "_loop",
        |vm, l| Ok(state::<Condition>(vm, l, "Condition")?.shared.bound_loop()),
        Some(|vm, l, value| {
            state::<Condition>(vm, l, "Condition")?.shared.bind_loop(value);
            Ok(())
        }),
    );
    vm.getter(&class, "_waiters", |vm, l| Ok(list(&state::<Condition>(vm, l, "Condition")?.waiters)));
    vm.set(module, "Condition", class.value());
}

fn on_lock(vm: &mut Vm, this: &Value, method: &str) -> PyResult {
    let lock = state::<Condition>(vm, this, "Condition")?.lock.get();
    vm.call_method(&lock, method, [])
}

async fn condition_wait(this: Value) -> PyResult {
    let own = this.native::<Condition>().expect("wait looked");
    let waiter = Cx.vm(|vm| {
        let locked = on_lock(vm, &this, "locked")?;
        if !vm.truth(&locked)? {
            return Err(vm.runtime_error("cannot wait on un-acquired lock"));
        }
        let waiter = own.shared.waiter(vm, &this)?;
        vm.call_method(&this, "release", [])?;
        own.waiters.push(vm, &waiter);
        own.shared.changed(vm, Change::WaiterAdded, &own.waiters, 0);
        Ok(waiter)
    })?;
    let mut result = Cx.await_(waiter.clone()).await.map(|_| Value::TRUE);
    own.waiters.remove(&waiter);
    if result.is_err() {
        Cx.vm(|vm| own.shared.changed(vm, Change::WaiterLeft, &own.waiters, 0));
    }
    // The lock is taken again in any case; a cancellation meanwhile is raised after that.
    loop {
        let acquire = Cx.vm(|vm| vm.call_method(&this, "acquire", []))?;
        match Cx.await_(acquire).await {
            Ok(_) => break,
            Err(exc) if is_cancelled(&exc) => result = Err(exc),
            Err(exc) => {
                result = Err(exc);
                break;
            }
        }
    }
    if result.is_err() {
        // Somebody else takes the notification.
        Cx.vm(|vm| condition_notify(vm, &this, 1, false))?;
    }
    result
}

fn condition_notify(vm: &mut Vm, this: &Value, n: i64, check: bool) -> PyResult<()> {
    if check {
        let locked = on_lock(vm, this, "locked")?;
        if !vm.truth(&locked)? {
            return Err(vm.runtime_error("cannot notify on un-acquired lock"));
        }
    }
    let own = state::<Condition>(vm, this, "Condition")?;
    for waiter in own.waiters.pending(n.max(0) as usize) {
        release(vm, &waiter, Value::FALSE)?;
    }
    Ok(())
}

// Semaphore.

fn semaphore(vm: &mut Vm, module: &Gc<Module>) {
    let class = vm.new_class("asyncio.locks", "Semaphore", &[], Layout::Native);
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| {
            let class = class_arg(vm, args)?;
            let semaphore = Semaphore {
                shared: Shared::new("Semaphore"),
                value: Cell::new(1),
                bound: Cell::new(None),
                waiters: Waiters::default(),
            };
            Ok(Instance::new(class, Payload::Native(Box::new(semaphore))).into())
        }),
    );
    fn init(vm: &mut Vm, args: Args<'_>, bounded: bool) -> PyResult {
        let name = if bounded { "BoundedSemaphore.__init__" } else { "Semaphore.__init__" };
        let [value] = args.bind_def(vm, name, 1, ["value"], 0, 1)?;
        let value = if value.is_unbound() { Value::Int(1) } else { value };
        if vm.compare_truth(CmpOp::Lt, &value, &Value::Int(0))? {
            return Err(vm.value_error("Semaphore initial value must be >= 0"));
        }
        let value = vm.index_i64(&value)?;
        let own = state::<Semaphore>(vm, &args[0], "Semaphore")?;
        own.value.set(value);
        own.bound.set(bounded.then_some(value));
        Ok(Value::None)
    }
    vm.method(&class, "__init__", NativeFn::Plain(|vm, args| init(vm, args, false)));
    context_manager(vm, &class);
    vm.getter(&class, "_value", |vm, s| Ok(Value::Int(state::<Semaphore>(vm, s, "Semaphore")?.value.get())));
    vm.method(
        &class,
        "locked",
        NativeFn::Plain(|vm, args| Ok(Value::Bool(semaphore_locked(state::<Semaphore>(vm, &args[0], "Semaphore")?)))),
    );
    vm.method(
        &class,
        "acquire",
        NativeFn::Plain(|vm, args| {
            state::<Semaphore>(vm, &args[0], "Semaphore")?;
            Ok(native_coroutine(vm, "Semaphore.acquire", semaphore_acquire(args[0].clone())))
        }),
    );
    vm.method(
        &class,
        "release",
        NativeFn::Plain(|vm, args| {
            let own = state::<Semaphore>(vm, &args[0], "Semaphore")?;
            if own.bound.get().is_some_and(|bound| own.value.get() >= bound) {
                return Err(vm.value_error("BoundedSemaphore released too many times"));
            }
            own.value.set(own.value.get() + 1);
            own.shared.let_go(vm);
            own.shared.changed(vm, Change::Released, &own.waiters, own.value.get().max(0) as usize);
            semaphore_wake_next(vm, own)?;
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "__repr__",
        NativeFn::Plain(|vm, args| {
            let own = state::<Semaphore>(vm, &args[0], "Semaphore")?;
            let mut extra = if semaphore_locked(own) {
                "locked".to_owned()
            } else {
                format!("unlocked, value:{}", own.value.get())
            };
            if !own.waiters.is_empty() {
                extra.push_str(&format!(", waiters:{}", own.waiters.len()));
            }
            Ok(repr_with(vm, &args[0], &extra))
        }),
    );
    let bounded = vm.new_class("asyncio.locks", "BoundedSemaphore", &[&class], Layout::Native);
    vm.method(&bounded, "__init__", NativeFn::Plain(|vm, args| init(vm, args, true)));
    vm.property(
        &class,
        "_loop",
        |vm, l| Ok(state::<Semaphore>(vm, l, "Semaphore")?.shared.bound_loop()),
        Some(|vm, l, value| {
            state::<Semaphore>(vm, l, "Semaphore")?.shared.bind_loop(value);
            Ok(())
        }),
    );
    vm.getter(&class, "_waiters", |vm, l| Ok(list(&state::<Semaphore>(vm, l, "Semaphore")?.waiters)));
    vm.set(module, "Semaphore", class.value());
    vm.set(module, "BoundedSemaphore", bounded.value());
}

fn semaphore_locked(own: &Semaphore) -> bool {
    own.value.get() == 0 || own.waiters.any_not_cancelled()
}

async fn semaphore_acquire(this: Value) -> PyResult {
    let own = this.native::<Semaphore>().expect("acquire looked");
    let acquired = |vm: &mut Vm| {
        own.shared.hold(vm);
        own.shared.changed(vm, Change::Acquired, &own.waiters, own.value.get().max(0) as usize);
    };
    if !semaphore_locked(own) {
        own.value.set(own.value.get() - 1);
        Cx.vm(acquired);
        return Ok(Value::TRUE);
    }
    let waiter = Cx.vm(|vm| {
        let waiter = own.shared.waiter(vm, &this)?;
        own.waiters.push(vm, &waiter);
        own.shared.changed(vm, Change::WaiterAdded, &own.waiters, 0);
        Ok(waiter)
    })?;
    let result = Cx.await_(waiter.clone()).await;
    own.waiters.remove(&waiter);
    if result.is_err() {
        Cx.vm(|vm| own.shared.changed(vm, Change::WaiterLeft, &own.waiters, own.value.get().max(0) as usize));
    }
    if let Err(exc) = &result
        && is_cancelled(exc)
        && future::future(&waiter).is_some_and(|f| f.is_done() && !f.is_cancelled())
    {
        // It had been given one and does not want it any more.
        own.value.set(own.value.get() + 1);
    }
    if result.is_ok() {
        Cx.vm(acquired);
    }
    Cx.vm(|vm| {
        while own.value.get() > 0 {
            if !semaphore_wake_next(vm, own)? {
                break;
            }
        }
        Ok(())
    })?;
    result?;
    Ok(Value::TRUE)
}

/// Gives the first waiter its turn. Whether there was one.
fn semaphore_wake_next(vm: &mut Vm, own: &Semaphore) -> PyResult<bool> {
    match own.waiters.pending(1).first() {
        Some(waiter) => {
            own.value.set(own.value.get() - 1);
            release(vm, waiter, Value::TRUE)
        }
        None => Ok(false),
    }
}

// Barrier.

fn barrier(vm: &mut Vm, module: &Gc<Module>) {
    let class = vm.new_class("asyncio.locks", "Barrier", &[], Layout::Native);
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| {
            let class = class_arg(vm, args)?;
            let asyncio = vm.import_module("asyncio")?;
            let condition = vm.call_method(&asyncio, "Condition", [])?;
            let barrier = Barrier {
                condition,
                parties: Cell::new(1),
                state: Cell::new(BarrierState::Filling),
                count: Cell::new(0),
            };
            Ok(Instance::new(class, Payload::Native(Box::new(barrier))).into())
        }),
    );
    vm.method(
        &class,
        "__init__",
        NativeFn::Plain(|vm, args| {
            let [parties] = args.bind_def(vm, "Barrier.__init__", 1, ["parties"], 1, 1)?;
            if vm.compare_truth(CmpOp::Lt, &parties, &Value::Int(1))? {
                return Err(vm.value_error("parties must be > 0"));
            }
            let parties = vm.index_i64(&parties)?;
            state::<Barrier>(vm, &args[0], "Barrier")?.parties.set(parties);
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "wait",
        NativeFn::Plain(|vm, args| {
            state::<Barrier>(vm, &args[0], "Barrier")?;
            Ok(native_coroutine(vm, "Barrier.wait", barrier_wait(args[0].clone())))
        }),
    );
    vm.method(
        &class,
        "__aenter__",
        NativeFn::Plain(|vm, args| {
            state::<Barrier>(vm, &args[0], "Barrier")?;
            Ok(native_coroutine(vm, "Barrier.__aenter__", barrier_wait(args[0].clone())))
        }),
    );
    vm.method(
        &class,
        "__aexit__",
        NativeFn::Plain(|vm, _| Ok(native_coroutine(vm, "Barrier.__aexit__", async { Ok(Value::None) }))),
    );
    vm.method(
        &class,
        "reset",
        NativeFn::Plain(|vm, args| {
            let this = args[0].clone();
            state::<Barrier>(vm, &args[0], "Barrier")?;
            Ok(native_coroutine(vm, "Barrier.reset", async move {
                let own = this.native::<Barrier>().expect("reset looked");
                on_condition(own, "acquire").await?;
                let next = if own.count.get() > 0 { BarrierState::Resetting } else { BarrierState::Filling };
                own.state.set(next);
                barrier_notify(own)?;
                Cx.vm(|vm| vm.call_method(&own.condition, "release", []))
            }))
        }),
    );
    vm.method(
        &class,
        "abort",
        NativeFn::Plain(|vm, args| {
            let this = args[0].clone();
            state::<Barrier>(vm, &args[0], "Barrier")?;
            Ok(native_coroutine(vm, "Barrier.abort", async move {
                let own = this.native::<Barrier>().expect("abort looked");
                on_condition(own, "acquire").await?;
                own.state.set(BarrierState::Broken);
                barrier_notify(own)?;
                Cx.vm(|vm| vm.call_method(&own.condition, "release", []))
            }))
        }),
    );
    vm.getter(&class, "parties", |vm, b| Ok(Value::Int(state::<Barrier>(vm, b, "Barrier")?.parties.get())));
    vm.getter(&class, "_count", |vm, b| Ok(Value::Int(state::<Barrier>(vm, b, "Barrier")?.count.get())));
    vm.getter(&class, "n_waiting", |vm, b| {
        let own = state::<Barrier>(vm, b, "Barrier")?;
        Ok(Value::Int(if own.state.get() == BarrierState::Filling { own.count.get() } else { 0 }))
    });
    vm.getter(&class, "broken", |vm, b| {
        Ok(Value::Bool(state::<Barrier>(vm, b, "Barrier")?.state.get() == BarrierState::Broken))
    });
    vm.method(
        &class,
        "__repr__",
        NativeFn::Plain(|vm, args| {
            let own = state::<Barrier>(vm, &args[0], "Barrier")?;
            let extra = match own.state.get() {
                BarrierState::Broken => "broken".to_owned(),
                other => {
                    let name = match other {
                        BarrierState::Filling => "filling",
                        BarrierState::Draining => "draining",
                        _ => "resetting",
                    };
                    let waiting = if other == BarrierState::Filling { own.count.get() } else { 0 };
                    format!("{name}, waiters:{waiting}/{}", own.parties.get())
                }
            };
            Ok(repr_with(vm, &args[0], &extra))
        }),
    );
    vm.set(module, "Barrier", class.value());
}

async fn on_condition(own: &Barrier, method: &str) -> PyResult {
    let coro = Cx.vm(|vm| vm.call_method(&own.condition, method, []))?;
    Cx.await_(coro).await
}

fn barrier_notify(own: &Barrier) -> PyResult {
    Cx.vm(|vm| vm.call_method(&own.condition, "notify_all", []))
}

fn broken(text: &str) -> Exc {
    Cx.vm(|vm| {
        let class = vm.import_module("asyncio").and_then(|m| vm.get_attr(&m, "BrokenBarrierError"));
        match class.as_ref().map(Value::view) {
            Ok(View::Class(class)) => vm.error(class, text),
            _ => vm.runtime_error(text),
        }
    })
}

async fn barrier_wait(this: Value) -> PyResult {
    let own = this.native::<Barrier>().expect("wait looked");
    on_condition(own, "acquire").await?;
    let result = barrier_wait_locked(own).await;
    let released = Cx.vm(|vm| vm.call_method(&own.condition, "release", []));
    let index = result?;
    released?;
    Ok(index)
}

async fn barrier_wait_locked(own: &Barrier) -> PyResult {
    // Nobody enters while it drains or is reset.
    while matches!(own.state.get(), BarrierState::Draining | BarrierState::Resetting) {
        on_condition(own, "wait").await?;
    }
    if own.state.get() == BarrierState::Broken {
        return Err(broken("Barrier aborted"));
    }
    let index = own.count.get();
    own.count.set(index + 1);
    let result = if index + 1 == own.parties.get() {
        own.state.set(BarrierState::Draining);
        barrier_notify(own).map(drop)
    } else {
        let mut result = Ok(());
        while own.state.get() == BarrierState::Filling {
            if let Err(exc) = on_condition(own, "wait").await {
                result = Err(exc);
                break;
            }
        }
        if result.is_ok() && matches!(own.state.get(), BarrierState::Broken | BarrierState::Resetting) {
            result = Err(broken("Abort or reset of barrier"));
        }
        result
    };
    own.count.set(own.count.get() - 1);
    if own.count.get() == 0 {
        if matches!(own.state.get(), BarrierState::Resetting | BarrierState::Draining) {
            own.state.set(BarrierState::Filling);
        }
        barrier_notify(own)?;
    }
    result?;
    Ok(Value::Int(index))
}
