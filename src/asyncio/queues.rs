//! `Queue`, `PriorityQueue`, `LifoQueue` (`Lib/asyncio/queues.py`).

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use super::future;
use super::locks::class_arg;
use super::mixins::{Shared, Waiters, list, release, state};
use super::task::native_coroutine;
use crate::trace::event::Change;
use crate::vm::native::{NativeFn, NativeObject};
use crate::vm::object::*;
use crate::vm::op::CmpOp;
use crate::vm::{Cx, Exc, PyResult, Vm};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Fifo,
    Priority,
    Lifo,
}

struct Queue {
    shared: Shared,
    order: Order,
    max_size: Cell<i64>,
    max_size_value: Slot,
    items: RefCell<VecDeque<Value>>,
    /// `_queue`, where a subclass keeps its items in something of its own.
    own_items: Slot,
    getters: Waiters,
    putters: Waiters,
    unfinished: Cell<i64>,
    /// Those in `join`.
    joiners: Waiters,
    is_shut_down: Cell<bool>,
}

impl NativeObject for Queue {
    fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        self.shared.visit(visit);
        [&self.max_size_value, &self.own_items].into_iter().for_each(|slot| slot.visit(visit));
        self.items.borrow().iter().for_each(&mut *visit);
        for waiters in [&self.getters, &self.putters, &self.joiners] {
            waiters.visit(visit);
        }
    }

    fn clear(&self) {
        drop(self.items.take());
        for waiters in [&self.getters, &self.putters, &self.joiners] {
            waiters.clear();
        }
    }
}

fn this<'a>(vm: &mut Vm, value: &'a Value) -> PyResult<&'a Queue> {
    state::<Queue>(vm, value, "Queue")
}

fn error(vm: &mut Vm, name: &str) -> Exc {
    let class = vm.import_module("asyncio").and_then(|m| vm.get_attr(&m, name));
    match class.as_ref().map(Value::view) {
        Ok(View::Class(class)) => {
            let class = class.clone();
            vm.exception(&class, Vec::new())
        }
        _ => vm.runtime_error(name),
    }
}

pub(super) fn install(vm: &mut Vm, module: &Gc<Module>) {
    let exception = vm.types.exception.clone();
    for name in ["QueueEmpty", "QueueFull", "QueueShutDown"] {
        let class = vm.new_class("asyncio.queues", name, &[&exception], Layout::Exception);
        vm.set(module, name, class.value());
    }
    let class = vm.new_class("asyncio.queues", "Queue", &[], Layout::Native);
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| {
            let class = class_arg(vm, args)?;
            let order = Class::mro_with_self(&class).iter().find_map(|c| match &**c.name.borrow() {
                "PriorityQueue" => Some(Order::Priority),
                "LifoQueue" => Some(Order::Lifo),
                "Queue" => Some(Order::Fifo),
                _ => None,
            });
            let queue = Queue {
                shared: Shared::new("Queue"),
                order: order.unwrap_or(Order::Fifo),
                max_size: Cell::new(0),
                max_size_value: Slot::new(Value::Int(0)),
                items: RefCell::default(),
                own_items: Slot::default(),
                getters: Waiters::default(),
                putters: Waiters::default(),
                unfinished: Cell::new(0),
                joiners: Waiters::default(),
                is_shut_down: Cell::new(false),
            };
            Ok(Instance::new(class, Payload::Native(Box::new(queue))).into())
        }),
    );
    vm.method(
        &class,
        "__init__",
        NativeFn::Plain(|vm, args| {
            let [max_size] = args.bind_def(vm, "Queue.__init__", 1, ["maxsize"], 0, 1)?;
            let own = this(vm, &args[0])?;
            if !max_size.is_unbound() {
                own.max_size.set(match max_size.base() {
                    Value::Float(f) => f.ceil() as i64,
                    Value::Int(size) => *size,
                    // It is not looked at before the queue is used.
                    _ => vm.index_i64(&max_size).unwrap_or(0),
                });
                own.max_size_value.set(max_size);
            }
            if overridden(vm, &args[0], "_init") {
                let max_size = own.max_size_value.get();
                vm.call_method(&args[0], "_init", [max_size])?;
            }
            Ok(Value::None)
        }),
    );
    vm.getter(&class, "_getters", |vm, q| Ok(list(&this(vm, q)?.getters)));
    vm.getter(&class, "_putters", |vm, q| Ok(list(&this(vm, q)?.putters)));
    vm.getter(&class, "maxsize", |vm, q| Ok(this(vm, q)?.max_size_value.get()));
    vm.property(
        &class,
        "_queue",
        |vm, q| {
            let own = this(vm, q)?;
            let items = || Value::from(own.items.borrow().iter().cloned().collect::<Vec<_>>());
            Ok(own.own_items.bound().unwrap_or_else(items))
        },
        Some(|vm, q, value| {
            this(vm, q)?.own_items.set(value.unwrap_or(Value::Unbound));
            Ok(())
        }),
    );
    // What a subclass may replace.
    vm.method(&class, "_init", NativeFn::Plain(|_, _| Ok(Value::None)));
    vm.method(
        &class,
        "_put",
        NativeFn::Plain(|vm, args| {
            let item = args.one(vm, "Queue._put")?.clone();
            this(vm, &args[0])?.insert(vm, item)?;
            Ok(Value::None)
        }),
    );
    vm.method(&class, "_get", NativeFn::Plain(|vm, args| this(vm, &args[0])?.remove(vm)));
    vm.getter(&class, "_unfinished_tasks", |vm, q| Ok(Value::Int(this(vm, q)?.unfinished.get())));
    vm.method(&class, "qsize", NativeFn::Plain(|vm, args| Ok(Value::from(this(vm, &args[0])?.size(vm)))));
    vm.method(&class, "empty", NativeFn::Plain(|vm, args| Ok(Value::Bool(this(vm, &args[0])?.size(vm) == 0))));
    vm.method(&class, "full", NativeFn::Plain(|vm, args| Ok(Value::Bool(this(vm, &args[0])?.is_full(vm)))));
    vm.method(
        &class,
        "put",
        NativeFn::Plain(|vm, args| {
            let item = args.one(vm, "Queue.put")?.clone();
            this(vm, &args[0])?;
            Ok(native_coroutine(vm, "Queue.put", put(args[0].clone(), item)))
        }),
    );
    vm.method(
        &class,
        "get",
        NativeFn::Plain(|vm, args| {
            this(vm, &args[0])?;
            Ok(native_coroutine(vm, "Queue.get", get(args[0].clone())))
        }),
    );
    vm.method(
        &class,
        "put_nowait",
        NativeFn::Plain(|vm, args| {
            let item = args.one(vm, "Queue.put_nowait")?.clone();
            put_nowait(vm, &args[0], item)
        }),
    );
    vm.method(&class, "get_nowait", NativeFn::Plain(|vm, args| get_nowait(vm, &args[0])));
    vm.method(
        &class,
        "task_done",
        NativeFn::Plain(|vm, args| {
            let own = this(vm, &args[0])?;
            if own.unfinished.get() <= 0 {
                return Err(vm.value_error("task_done() called too many times"));
            }
            own.unfinished.set(own.unfinished.get() - 1);
            own.finish(vm)?;
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "join",
        NativeFn::Plain(|vm, args| {
            this(vm, &args[0])?;
            let queue = args[0].clone();
            Ok(native_coroutine(vm, "Queue.join", async move {
                let own = queue.native::<Queue>().expect("join looked");
                if own.unfinished.get() > 0 {
                    let waiter = Cx.vm(|vm| {
                        let waiter = own.shared.waiter(vm, &queue)?;
                        own.joiners.push(vm, &waiter);
                        Ok(waiter)
                    })?;
                    let result = Cx.await_(waiter.clone()).await;
                    own.joiners.remove(&waiter);
                    result?;
                }
                Ok(Value::None)
            }))
        }),
    );
    vm.method(
        &class,
        "shutdown",
        NativeFn::Plain(|vm, args| {
            let [immediate] = args.bind_def(vm, "Queue.shutdown", 1, ["immediate"], 0, 1)?;
            let immediate = !immediate.is_unbound() && vm.truth(&immediate)?;
            let own = this(vm, &args[0])?;
            own.is_shut_down.set(true);
            if immediate {
                let count = own.size(vm) as i64;
                own.items.take();
                own.unfinished.set((own.unfinished.get() - count).max(0));
                own.finish(vm)?;
            }
            let size = own.size(vm);
            own.shared.changed(vm, Change::Shutdown, &own.getters, size);
            for waiters in [&own.getters, &own.putters] {
                while let Some(waiter) = waiters.pop_front() {
                    release(vm, &waiter, Value::None)?;
                }
            }
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "__repr__",
        NativeFn::Plain(|vm, args| {
            let text = format(vm, &args[0])?;
            let Value::Obj(obj) = &args[0] else { return Ok(Value::None) };
            Ok(Value::from(format!("<{} at {:#x} {text}>", vm.class_name(&args[0]), obj.address())))
        }),
    );
    vm.method(&class, "_format", NativeFn::Plain(|vm, args| format(vm, &args[0]).map(Value::from)));
    vm.method(
        &class,
        "__str__",
        NativeFn::Plain(|vm, args| {
            let text = format(vm, &args[0])?;
            Ok(Value::from(format!("<{} {text}>", vm.class_name(&args[0]))))
        }),
    );
    vm.class_method(
        &class,
        "__class_getitem__",
        NativeFn::Plain(|_, args| Ok(crate::vm::run::operators::alias(&args[0], &args[1]))),
    );
    let priority = vm.new_class("asyncio.queues", "PriorityQueue", &[&class], Layout::Native);
    let lifo = vm.new_class("asyncio.queues", "LifoQueue", &[&class], Layout::Native);
    for class in [class, priority, lifo] {
        let name = class.name();
        vm.set(module, &name, class.value());
    }
}

fn format(vm: &mut Vm, value: &Value) -> PyResult<String> {
    let own = this(vm, value)?;
    let max_size = own.max_size_value.get();
    let mut text = format!("maxsize={}", vm.repr(&max_size)?);
    if own.size(vm) > 0 {
        let items = vm.get_attr(value, "_queue")?;
        let shown = vm.repr(&items)?;
        text.push_str(&format!(" _queue={shown}"));
    }
    if !own.getters.is_empty() {
        text.push_str(&format!(" _getters[{}]", own.getters.len()));
    }
    if !own.putters.is_empty() {
        text.push_str(&format!(" _putters[{}]", own.putters.len()));
    }
    if own.unfinished.get() > 0 {
        text.push_str(&format!(" tasks={}", own.unfinished.get()));
    }
    if own.is_shut_down.get() {
        text.push_str(" shutdown");
    }
    Ok(text)
}

impl Queue {
    /// How many items there are.
    fn size(&self, vm: &mut Vm) -> usize {
        match self.own_items.bound() {
            None => self.items.borrow().len(),
            // Of an object without a length there is nothing.
            Some(items) => vm.len(&items).unwrap_or(0),
        }
    }

    fn is_full(&self, vm: &mut Vm) -> bool {
        self.max_size.get() > 0 && self.size(vm) as i64 >= self.max_size.get()
    }

    /// Those in `join` go on when nothing is unfinished.
    fn finish(&self, vm: &mut Vm) -> PyResult<()> {
        if self.unfinished.get() == 0 {
            for waiter in self.joiners.all() {
                release(vm, &waiter, Value::TRUE)?;
            }
        }
        Ok(())
    }

    fn wake_next(vm: &mut Vm, waiters: &Waiters) -> PyResult<()> {
        while let Some(waiter) = waiters.pop_front() {
            if release(vm, &waiter, Value::None)? {
                break;
            }
        }
        Ok(())
    }

    fn insert(&self, vm: &mut Vm, item: Value) -> PyResult<()> {
        if self.order != Order::Priority {
            self.items.borrow_mut().push_back(item);
            return Ok(());
        }
        // `heapq.heappush`.
        let mut items: Vec<Value> = self.items.take().into();
        items.push(item);
        let last = items.len() - 1;
        let result = sift_down(vm, &mut items, 0, last);
        *self.items.borrow_mut() = items.into();
        result
    }

    fn remove(&self, vm: &mut Vm) -> PyResult {
        match self.order {
            Order::Fifo => Ok(self.items.borrow_mut().pop_front().unwrap_or(Value::None)),
            Order::Lifo => Ok(self.items.borrow_mut().pop_back().unwrap_or(Value::None)),
            Order::Priority => {
                // `heapq.heappop`.
                let mut items: Vec<Value> = self.items.take().into();
                let Some(last) = items.pop() else { return Ok(Value::None) };
                let mut result = Ok(());
                let first = if items.is_empty() {
                    last
                } else {
                    let first = std::mem::replace(&mut items[0], last);
                    result = sift_up(vm, &mut items, 0);
                    first
                };
                *self.items.borrow_mut() = items.into();
                result.map(|()| first)
            }
        }
    }
}

fn sift_down(vm: &mut Vm, heap: &mut [Value], start: usize, mut pos: usize) -> PyResult<()> {
    while pos > start {
        let parent = (pos - 1) / 2;
        if !vm.compare_truth(CmpOp::Lt, &heap[pos], &heap[parent])? {
            break;
        }
        heap.swap(pos, parent);
        pos = parent;
    }
    Ok(())
}

fn sift_up(vm: &mut Vm, heap: &mut [Value], mut pos: usize) -> PyResult<()> {
    let (start, end) = (pos, heap.len());
    let mut child = 2 * pos + 1;
    while child < end {
        let right = child + 1;
        if right < end && !vm.compare_truth(CmpOp::Lt, &heap[child], &heap[right])? {
            child = right;
        }
        heap.swap(pos, child);
        pos = child;
        child = 2 * pos + 1;
    }
    sift_down(vm, heap, start, pos)
}

fn put_nowait(vm: &mut Vm, queue: &Value, item: Value) -> PyResult {
    let own = this(vm, queue)?;
    if own.is_shut_down.get() {
        return Err(error(vm, "QueueShutDown"));
    }
    if own.is_full(vm) {
        return Err(error(vm, "QueueFull"));
    }
    if overridden(vm, queue, "_put") {
        vm.call_method(queue, "_put", [item])?;
    } else {
        own.insert(vm, item)?;
    }
    own.unfinished.set(own.unfinished.get() + 1);
    let size = own.size(vm);
    own.shared.changed(vm, Change::Put, &own.getters, size);
    Queue::wake_next(vm, &own.getters)?;
    Ok(Value::None)
}

fn get_nowait(vm: &mut Vm, queue: &Value) -> PyResult {
    let own = this(vm, queue)?;
    if own.size(vm) == 0 {
        let name = if own.is_shut_down.get() { "QueueShutDown" } else { "QueueEmpty" };
        return Err(error(vm, name));
    }
    let item = if overridden(vm, queue, "_get") { vm.call_method(queue, "_get", [])? } else { own.remove(vm)? };
    let size = own.size(vm);
    own.shared.changed(vm, Change::Got, &own.putters, size);
    Queue::wake_next(vm, &own.putters)?;
    Ok(item)
}

/// Whether a method of the program takes the place of ours.
fn overridden(vm: &mut Vm, queue: &Value, name: &str) -> bool {
    let class = vm.class_of(queue);
    if class.builtin {
        return false;
    }
    let name = vm.intern(name);
    vm.lookup(&class, &name).is_some_and(|f| matches!(f.view(), View::Function(_)))
}

async fn put(queue: Value, item: Value) -> PyResult {
    let own = queue.native::<Queue>().expect("put looked");
    while Cx.vm(|vm| own.is_full(vm)) {
        if own.is_shut_down.get() {
            return Err(Cx.vm(|vm| error(vm, "QueueShutDown")));
        }
        let putter = Cx.vm(|vm| {
            let putter = own.shared.waiter(vm, &queue)?;
            own.putters.push(vm, &putter);
            let size = own.size(vm);
            own.shared.changed(vm, Change::WaiterAdded, &own.putters, size);
            Ok(putter)
        })?;
        if let Err(exc) = Cx.await_(putter.clone()).await {
            Cx.vm(|vm| {
                future::cancel(vm, &putter, Value::None)?;
                own.putters.remove(&putter);
                let size = own.size(vm);
                own.shared.changed(vm, Change::WaiterLeft, &own.putters, size);
                if !own.is_full(vm) && future::future(&putter).is_some_and(|f| !f.is_cancelled()) {
                    Queue::wake_next(vm, &own.putters)?;
                }
                Ok(())
            })?;
            return Err(exc);
        }
    }
    if Cx.vm(|vm| overridden(vm, &queue, "put_nowait")) {
        return Cx.vm(|vm| vm.call_method(&queue, "put_nowait", [item]));
    }
    Cx.vm(|vm| put_nowait(vm, &queue, item))
}

async fn get(queue: Value) -> PyResult {
    let own = queue.native::<Queue>().expect("get looked");
    while Cx.vm(|vm| own.size(vm)) == 0 {
        if own.is_shut_down.get() {
            return Err(Cx.vm(|vm| error(vm, "QueueShutDown")));
        }
        let getter = Cx.vm(|vm| {
            let getter = own.shared.waiter(vm, &queue)?;
            own.getters.push(vm, &getter);
            own.shared.changed(vm, Change::WaiterAdded, &own.getters, 0);
            Ok(getter)
        })?;
        Cx.holding(&[&queue, &getter]);
        if let Err(exc) = Cx.await_(getter.clone()).await {
            Cx.vm(|vm| {
                future::cancel(vm, &getter, Value::None)?;
                own.getters.remove(&getter);
                let size = own.size(vm);
                own.shared.changed(vm, Change::WaiterLeft, &own.getters, size);
                if own.size(vm) > 0 && future::future(&getter).is_some_and(|f| !f.is_cancelled()) {
                    Queue::wake_next(vm, &own.getters)?;
                }
                Ok(())
            })?;
            return Err(exc);
        }
    }
    if Cx.vm(|vm| overridden(vm, &queue, "get_nowait")) {
        return Cx.vm(|vm| vm.call_method(&queue, "get_nowait", []));
    }
    Cx.vm(|vm| get_nowait(vm, &queue))
}
