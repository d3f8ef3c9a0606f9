//! What locks, queues and the like share: the loop they are bound to, their waiters, and what the trace is told.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::State;
use super::event_loop;
use super::future;
use super::recorder::{emit, recorder};
use crate::trace::event::{Change, EventKind, MOST_WAITERS, ObjectId, TaskId, WaitingOn};
use crate::vm::native::NativeObject;
use crate::vm::object::*;
use crate::vm::{PyResult, Vm};

/// The state that every such object has.
pub struct Shared {
    /// `lock`, `queue`, …, as the trace names it.
    pub what: &'static str,
    event_loop: Slot,
    object: Cell<Option<ObjectId>>,
    pub holders: Rc<RefCell<Vec<TaskId>>>,
}

impl Shared {
    pub fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        self.event_loop.visit(visit);
    }

    pub fn new(what: &'static str) -> Shared {
        Shared { what, event_loop: Slot::default(), object: Cell::new(None), holders: Rc::default() }
    }

    /// `mixins._LoopBoundMixin._get_loop`: the running loop, which must always be the same.
    pub fn get_loop(&self, vm: &mut Vm, this: &Value) -> PyResult {
        let Some(running) = event_loop::running_loop(vm) else { return Err(vm.runtime_error("no running event loop")) };
        match self.event_loop.bound() {
            None => self.event_loop.set(running.clone()),
            Some(bound) if bound.is(&running) => {}
            Some(_) => {
                let text = format!("{} is bound to a different event loop", vm.repr(this)?);
                return Err(vm.runtime_error(text));
            }
        }
        Ok(running)
    }

    /// `_loop`: a loop or None.
    pub fn bound_loop(&self) -> Value {
        self.event_loop.bound().unwrap_or(Value::None)
    }

    pub fn bind_loop(&self, event_loop: Option<Value>) {
        self.event_loop.set(event_loop.filter(|l| !l.is_none()).unwrap_or(Value::Unbound));
    }

    /// A future for somebody who waits for this object. The trace will say what it is and who holds it.
    pub fn waiter(&self, vm: &mut Vm, this: &Value) -> PyResult {
        let event_loop = self.get_loop(vm, this)?;
        let waiter = future::new_future(vm, &event_loop);
        if let Some(f) = future::future(&waiter) {
            let reason = WaitingOn::Object {
                object: self.id(vm),
                what: self.what.into(),
                name: self.name(vm),
                holders: self.holders.borrow().clone(),
            };
            f.reason.replace(Some(reason));
        }
        Ok(waiter)
    }

    fn id(&self, vm: &mut Vm) -> ObjectId {
        match self.object.get() {
            Some(id) => id,
            None => {
                let id = recorder(vm).new_object();
                self.object.set(Some(id));
                let state = vm.extension::<State>();
                let mut known = state.holders.borrow_mut();
                if known.len() >= 64 && known.len().is_power_of_two() {
                    known.retain(|_, holders| holders.strong_count() > 0);
                }
                known.insert(id, Rc::downgrade(&self.holders));
                id
            }
        }
    }

    fn name(&self, vm: &mut Vm) -> String {
        format!("{} {}", self.what, self.id(vm).0)
    }

    /// Tells the trace.
    pub fn changed(&self, vm: &mut Vm, change: Change, waiters: &Waiters, depth: usize) {
        if recorder(vm).muted {
            return;
        }
        let (object, name) = (self.id(vm), self.name(vm));
        let kind = EventKind::ObjectChanged {
            object,
            what: self.what.into(),
            name,
            change,
            holders: self.holders.borrow().clone(),
            waiters: waiters.tasks(),
            waiting: waiters.len() as u64,
            depth: depth as u64,
        };
        emit(vm, kind);
    }

    /// The running task holds it too.
    pub fn hold(&self, vm: &mut Vm) {
        if let Some(task) = recorder(vm).task {
            self.holders.borrow_mut().push(task);
        }
    }

    /// The running task, or else whoever came first, holds it no more.
    pub fn let_go(&self, vm: &mut Vm) {
        let task = recorder(vm).task;
        let mut holders = self.holders.borrow_mut();
        let index = holders.iter().position(|h| Some(*h) == task);
        if !holders.is_empty() {
            holders.remove(index.unwrap_or(0));
        }
    }
}

/// Futures of those who wait, in the order in which they came.
#[derive(Default)]
pub struct Waiters(RefCell<VecDeque<(Value, Option<TaskId>)>>);

impl Waiters {
    pub fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.borrow().iter().for_each(|(waiter, _)| visit(waiter));
    }

    pub fn clear(&self) {
        drop(self.0.take());
    }

    pub fn push(&self, vm: &mut Vm, waiter: &Value) {
        let task = recorder(vm).task;
        self.0.borrow_mut().push_back((waiter.clone(), task));
    }

    pub fn remove(&self, waiter: &Value) {
        let mut list = self.0.borrow_mut();
        let removed = list.iter().position(|(w, _)| w.is(waiter)).and_then(|i| list.remove(i));
        drop(list);
        drop(removed);
    }

    pub fn pop_front(&self) -> Option<Value> {
        self.0.borrow_mut().pop_front().map(|(w, _)| w)
    }

    pub fn front(&self) -> Option<Value> {
        self.0.borrow().front().map(|(w, _)| w.clone())
    }

    pub fn all(&self) -> Vec<Value> {
        self.0.borrow().iter().map(|(w, _)| w.clone()).collect()
    }

    pub fn len(&self) -> usize {
        self.0.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// The first few that are not done.
    pub fn pending(&self, count: usize) -> Vec<Value> {
        let waiters = self.0.borrow();
        let pending = waiters.iter().filter(|(w, _)| future::future(w).is_some_and(|f| !f.is_done()));
        pending.take(count).map(|(w, _)| w.clone()).collect()
    }

    /// Whether somebody in it has not been cancelled.
    pub fn any_not_cancelled(&self) -> bool {
        self.0.borrow().iter().any(|(w, _)| future::future(w).is_some_and(|f| !f.is_cancelled()))
    }

    fn tasks(&self) -> Vec<TaskId> {
        self.0.borrow().iter().filter_map(|(_, task)| *task).take(MOST_WAITERS).collect()
    }
}

/// `_waiters`, `_getters`, `_putters`: a list of futures, for those who look behind the curtain.
pub fn list(waiters: &Waiters) -> Value {
    Value::from(waiters.all())
}

/// Completes the future unless it is done. Whether it was not.
pub fn release(vm: &mut Vm, waiter: &Value, result: Value) -> PyResult<bool> {
    match future::future(waiter) {
        Some(f) if !f.is_done() => {
            future::set_result(vm, waiter, result)?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// The native state of a method's `self`.
pub fn state<'a, T: NativeObject>(vm: &mut Vm, value: &'a Value, class: &str) -> PyResult<&'a T> {
    match value.native::<T>() {
        Some(state) => Ok(state),
        None => {
            let text = format!("descriptor requires a '{class}' object but received '{}'", vm.class_name(value));
            Err(vm.type_error(text))
        }
    }
}

/// `<asyncio.locks.Lock object at 0x… [locked]>`.
pub fn repr_with(vm: &mut Vm, value: &Value, extra: &str) -> Value {
    let shown = vm.default_repr(value);
    Value::from(format!("<{} [{extra}]>", &shown[1..shown.len() - 1]))
}
