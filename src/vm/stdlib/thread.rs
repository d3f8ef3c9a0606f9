//! `_thread`: the threads of the program, and its locks. `threading` builds the rest on them, in Python.
//!
//! A thread is a fiber of the VM. One runs at a time; it goes on until it blocks, or until its 5 ms are over and
//! another one is ready (as CPython's threads do, that share one interpreter lock). Blocking parks the fiber.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use super::super::frame::{Frame, Parked};
use super::super::native::{Args, NativeFn, NativeObject};
use super::super::object::*;
use super::super::{CallArgs, Cx, Flow, ModuleSource, PyResult, Stream, ThreadEvent, Vm};

/// A thread that has been woken takes the lock this long after its release, in ns: until then the releaser can take it
/// again, as it often does in CPython, where the other one has to be scheduled first.
const HANDOFF: u64 = 50_000;
/// `threading.TIMEOUT_MAX`, in seconds.
const TIMEOUT_MAX: f64 = 9_223_372_036.0;
/// `os.cpu_count()`: fixed, so that a pool has as many workers on every machine (6, without `max_workers`).
const CPU_COUNT: i64 = 2;
/// What a thread's number is added to for its `ident`.
const FIRST_IDENT: i64 = 0x7f00_0000_0000;
/// … and for its `native_id`: the process's.
const PID: i64 = 1;

/// A `lock` or an `RLock`.
struct Mutex {
    reentrant: bool,
    /// The thread that took it.
    owner: Cell<Option<u32>>,
    /// How often the owner has taken it.
    count: Cell<u64>,
    /// Threads that are blocked in `acquire`, the first come first.
    waiters: RefCell<VecDeque<u32>>,
    /// When it was last released while somebody waited, in ns.
    released: Cell<u64>,
}

impl NativeObject for Mutex {}

impl Mutex {
    /// Whether this thread can have it now; then it has.
    fn take(&self, vm: &mut Vm, thread: u32) -> bool {
        if self.reentrant && self.owner.get() == Some(thread) {
            self.count.set(self.count.get() + 1);
            return true;
        }
        if !self.is_free_for(vm, thread) {
            return false;
        }
        self.waiters.borrow_mut().retain(|waiter| *waiter != thread);
        self.owner.set(Some(thread));
        self.count.set(1);
        true
    }

    fn is_free_for(&self, vm: &mut Vm, thread: u32) -> bool {
        if self.owner.get().is_some() {
            return false;
        }
        let next = self.waiters.borrow().front().copied();
        next.is_none_or(|next| next == thread) || vm.now() < self.released.get() + HANDOFF
    }

    fn release(&self, vm: &mut Vm) {
        self.owner.set(None);
        self.count.set(0);
        let next = self.waiters.borrow().front().copied();
        if let Some(next) = next {
            self.released.set(vm.now());
            vm.wake(next);
        }
    }

    fn is_locked(&self, vm: &mut Vm) -> bool {
        // No thread has that number.
        !self.is_free_for(vm, u32::MAX)
    }
}

impl Vm {
    /// Tells the host about the running thread.
    fn tell(&mut self, event: ThreadEvent<'_>) {
        let (now, fiber) = (self.now(), self.fiber.id);
        self.host.thread(now, fiber, event);
    }

    fn thread_started(&mut self) {
        let name = self.fiber.name.clone();
        self.tell(ThreadEvent::Started { name: &name });
    }

    /// Wakes a thread that is blocked.
    fn wake(&mut self, thread: u32) {
        let Some(fiber) = self.fiber_of(thread).filter(|fiber| fiber.parked != Parked::No) else { return };
        if fiber.blocked.is_some() {
            self.tell(ThreadEvent::Woken { thread });
        }
        self.unpark(thread);
    }

    /// What the running thread does, as its program calls it, and the program's line. The call is empty in the worker of
    /// a pool that has no work; `None` while a thread is started, which takes no time.
    fn blocking_call(&self, lock: &str) -> Option<(String, u32)> {
        let mut call = lock.to_owned();
        for frame in self.fiber.frames.iter().rev() {
            let Frame::Code(frame) = frame else { continue };
            if frame.code.source.is_program() {
                return Some((call, frame.code.position(frame.ip.saturating_sub(1)).line));
            }
            // The threads' own machinery says nothing.
            match frame.code.spec.qualname.as_str() {
                "Thread.start" => return None,
                "_worker" => return Some(Default::default()),
                "_Work.run" => return Some((call, 0)),
                "Thread._bootstrap" | "Thread.run" | "_shutdown" => {}
                "_shutdown_default_executor.<locals>._do_shutdown" => {}
                name => call = name.to_owned(),
            }
        }
        Some((call, 0))
    }
}

/// Blocks the thread until it is `ready`, or until this program time; whether it is ready. Who makes it so unparks it.
async fn block(name: &'static str, until: Option<u64>, ready: &dyn Fn(&mut Vm) -> bool) -> PyResult<bool> {
    Cx.vm(|vm| {
        let call = vm.blocking_call(name);
        match &call {
            Some((on, _)) if on.is_empty() => vm.tell(ThreadEvent::Idle),
            Some((on, line)) => vm.tell(ThreadEvent::Blocked { on, line: *line, until }),
            None => {}
        }
        vm.fiber.blocked = call;
    });
    let result = loop {
        // The condition is looked at after every wake: another thread can have been faster.
        if let Err(exc) = Cx.park(until).await {
            break Err(exc);
        }
        if Cx.vm(|vm| ready(vm)) {
            break Ok(true);
        }
        if until.is_some_and(|until| Cx.vm(Vm::now) >= until) {
            break Ok(false);
        }
    };
    Cx.vm(|vm| {
        if vm.fiber.blocked.take().is_some() {
            vm.tell(ThreadEvent::Resumed);
        }
    });
    result
}

/// Blocks the thread until it has the lock, or until this program time.
async fn wait_for(lock: Value, until: Option<u64>) -> PyResult {
    let own = lock.native::<Mutex>().expect("the caller looked");
    let thread = Cx.vm(|vm| vm.fiber.id);
    own.waiters.borrow_mut().push_back(thread);
    let name = if own.reentrant { "RLock.acquire" } else { "Lock.acquire" };
    let taken = block(name, until, &|vm| own.take(vm, thread)).await;
    if !matches!(taken, Ok(true)) {
        own.waiters.borrow_mut().retain(|waiter| *waiter != thread);
    }
    taken.map(Value::Bool)
}

/// `lock.acquire(blocking=True, timeout=-1)`.
fn acquire(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let own = this(vm, &args[0])?;
    let [blocking, timeout] = args.skip(1).bind(vm, "acquire", ["blocking", "timeout"], 0, 2)?;
    let blocking = blocking.is_unbound() || vm.truth(&blocking)?;
    let timeout = if timeout.is_unbound() { -1.0 } else { vm.float_arg(&timeout)? };
    if !blocking && timeout != -1.0 {
        return Err(vm.value_error("can't specify a timeout for a non-blocking call"));
    }
    if timeout < 0.0 && timeout != -1.0 {
        return Err(vm.value_error("timeout value must be a non-negative number"));
    }
    if timeout > TIMEOUT_MAX {
        return Err(vm.overflow_error("timestamp out of range for platform time_t"));
    }
    let thread = vm.fiber.id;
    if own.take(vm, thread) {
        return Ok(Value::TRUE.into());
    }
    if !blocking || timeout == 0.0 {
        return Ok(Value::FALSE.into());
    }
    let until = (timeout > 0.0).then(|| vm.now() + (timeout * 1e9).ceil() as u64);
    Flow::future(wait_for(args[0].clone(), until))
}

fn release(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let own = this(vm, &args[0])?;
    if own.reentrant {
        if own.owner.get() != Some(vm.fiber.id) {
            return Err(vm.runtime_error("cannot release un-acquired lock"));
        }
        if own.count.get() > 1 {
            own.count.set(own.count.get() - 1);
            return Ok(Value::None);
        }
    } else if own.owner.get().is_none() && !own.is_locked(vm) {
        return Err(vm.runtime_error("release unlocked lock"));
    }
    own.release(vm);
    Ok(Value::None)
}

fn this<'a>(vm: &mut Vm, value: &'a Value) -> PyResult<&'a Mutex> {
    match value.native::<Mutex>() {
        Some(mutex) => Ok(mutex),
        None => {
            let text = format!("descriptor requires a '_thread.lock' object but received a '{}'", vm.class_name(value));
            Err(vm.type_error(text))
        }
    }
}

fn new_lock(vm: &mut Vm, args: Args<'_>, reentrant: bool) -> PyResult {
    let Some(class) = args.values.first().and_then(|class| class.downcast::<Class>()).cloned() else {
        return Err(vm.type_error("object.__new__(X): X is not a type object"));
    };
    let mutex = Mutex {
        reentrant,
        owner: Cell::new(None),
        count: Cell::new(0),
        waiters: RefCell::default(),
        released: Cell::new(0),
    };
    Ok(Instance::new(class, Payload::Native(Box::new(mutex))).into())
}

/// `queue.SimpleQueue`.
#[derive(Default)]
struct SimpleQueue {
    items: RefCell<VecDeque<Value>>,
    /// Threads that are blocked in `get`, the first come first, each with the item that it was given.
    waiters: RefCell<VecDeque<(u32, Slot)>>,
}

impl NativeObject for SimpleQueue {}

fn simple<'a>(vm: &mut Vm, value: &'a Value) -> PyResult<&'a SimpleQueue> {
    match value.native::<SimpleQueue>() {
        Some(queue) => Ok(queue),
        None => {
            let text =
                format!("descriptor requires a '_queue.SimpleQueue' object but received a '{}'", vm.class_name(value));
            Err(vm.type_error(text))
        }
    }
}

fn put(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let own = simple(vm, &args[0])?;
    let [item, _, _] = args.skip(1).bind(vm, "put", ["item", "block", "timeout"], 1, 3)?;
    // The item goes straight to the thread that has waited for longest.
    let waiting = own.waiters.borrow().iter().find(|(_, given)| given.bound().is_none()).map(|(thread, given)| {
        given.set(item.clone());
        *thread
    });
    match waiting {
        Some(thread) => vm.wake(thread),
        None => own.items.borrow_mut().push_back(item),
    }
    Ok(Value::None)
}

fn empty(vm: &mut Vm) -> super::super::Exc {
    let class = vm.import_module("_thread").and_then(|module| vm.get_attr(&module, "Empty"));
    match class.as_ref().map(Value::view) {
        Ok(View::Class(class)) => {
            let class = class.clone();
            vm.exception(&class, Vec::new())
        }
        _ => vm.runtime_error("the queue is empty"),
    }
}

fn get(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let own = simple(vm, &args[0])?;
    let [block_, timeout] = args.skip(1).bind(vm, "get", ["block", "timeout"], 0, 2)?;
    let blocking = block_.is_unbound() || vm.truth(&block_)?;
    let timeout = if timeout.is_unbound() || timeout.is_none() { None } else { Some(vm.float_arg(&timeout)?) };
    if blocking && timeout.is_some_and(|timeout| timeout < 0.0) {
        return Err(vm.value_error("'timeout' must be a non-negative number"));
    }
    let item = own.items.borrow_mut().pop_front();
    if let Some(item) = item {
        return Ok(item.into());
    }
    if !blocking || timeout == Some(0.0) {
        return Err(empty(vm));
    }
    let until = timeout.map(|timeout| vm.now().saturating_add((timeout * 1e9).ceil() as u64));
    let (queue, thread) = (args[0].clone(), vm.fiber.id);
    own.waiters.borrow_mut().push_back((thread, Slot::default()));
    Flow::future(async move {
        let own = queue.native::<SimpleQueue>().expect("get looked");
        let given = |_: &mut Vm| {
            own.waiters.borrow().iter().any(|(waiter, given)| *waiter == thread && given.bound().is_some())
        };
        let result = block("SimpleQueue.get", until, &given).await;
        let place = own.waiters.borrow().iter().position(|(waiter, _)| *waiter == thread);
        let item = place.and_then(|place| own.waiters.borrow_mut().remove(place)).and_then(|(_, given)| given.bound());
        result?;
        item.ok_or_else(|| Cx.vm(empty))
    })
}

fn ident(fiber: u32) -> i64 {
    FIRST_IDENT + fiber as i64
}

fn lock_class(vm: &mut Vm, name: &'static str, new: NativeFn) -> Gc<Class> {
    let class = vm.new_class("_thread", name, &[], Layout::Native);
    vm.constructor(&class, new);
    for name in ["acquire", "acquire_lock", "__enter__"] {
        vm.method(&class, name, NativeFn::Flow(acquire));
    }
    for name in ["release", "release_lock"] {
        vm.method(&class, name, NativeFn::Plain(release));
    }
    vm.method(
        &class,
        "__exit__",
        NativeFn::Plain(|vm, args| release(vm, Args { values: &args.values[..1], names: None })),
    );
    vm.method(&class, "locked", NativeFn::Plain(|vm, args| Ok(Value::Bool(this(vm, &args[0])?.is_locked(vm)))));
    vm.method(
        &class,
        "__repr__",
        NativeFn::Plain(|vm, args| {
            let own = this(vm, &args[0])?;
            let state = if own.is_locked(vm) { "locked" } else { "unlocked" };
            let name = vm.class_name(&args[0]);
            let detail = if own.reentrant {
                let owner = own.owner.get().map_or(0, ident);
                format!(" owner={owner} count={}", own.count.get())
            } else {
                String::new()
            };
            let Value::Obj(obj) = &args[0] else { return Ok(Value::None) };
            Ok(Value::from(format!("<{state} _thread.{name} object{detail} at {:#x}>", obj.address())))
        }),
    );
    class
}

pub fn install(vm: &mut Vm) {
    vm.finder.insert("_thread", ModuleSource::Native(init));
}

fn number(value: Option<&Value>) -> u32 {
    match value {
        Some(Value::Int(number)) => *number as u32,
        _ => 0,
    }
}

fn init(vm: &mut Vm, module: &Gc<Module>) -> PyResult<()> {
    let lock = lock_class(vm, "lock", NativeFn::Plain(|vm, args| new_lock(vm, args, false)));
    let rlock = lock_class(vm, "RLock", NativeFn::Plain(|vm, args| new_lock(vm, args, true)));
    // What `threading.Condition` asks of a lock that can be taken several times.
    vm.method(
        &rlock,
        "_is_owned",
        NativeFn::Plain(|vm, args| {
            let thread = vm.fiber.id;
            Ok(Value::Bool(this(vm, &args[0])?.owner.get() == Some(thread)))
        }),
    );
    vm.method(
        &rlock,
        "_release_save",
        NativeFn::Plain(|vm, args| {
            let own = this(vm, &args[0])?;
            if own.owner.get() != Some(vm.fiber.id) {
                return Err(vm.runtime_error("cannot release un-acquired lock"));
            }
            let count = own.count.get();
            own.release(vm);
            Ok(Value::Int(count as i64))
        }),
    );
    vm.method(
        &rlock,
        "_acquire_restore",
        NativeFn::Flow(|vm, args| {
            let own = this(vm, &args[0])?;
            let count = number(args.get(1)) as u64;
            let thread = vm.fiber.id;
            if own.take(vm, thread) {
                own.count.set(count);
                return Ok(Value::None.into());
            }
            let lock = args[0].clone();
            Flow::future(async move {
                wait_for(lock.clone(), None).await?;
                if let Some(own) = lock.native::<Mutex>() {
                    own.count.set(count);
                }
                Ok(Value::None)
            })
        }),
    );
    for name in ["LockType", "lock", "allocate_lock", "allocate"] {
        vm.set(module, name, lock.value());
    }
    vm.set(module, "RLock", rlock.value());
    let (error, exception) = (vm.types.runtime_error.value(), vm.types.exception.clone());
    vm.set(module, "error", error);
    let empty = vm.new_class("_queue", "Empty", &[&exception], Layout::Exception);
    vm.set(module, "Empty", empty.value());
    let queue = vm.new_class("_queue", "SimpleQueue", &[], Layout::Native);
    vm.constructor(
        &queue,
        NativeFn::Plain(|vm, args| match args.values.first().and_then(|class| class.downcast::<Class>()).cloned() {
            Some(class) => Ok(Instance::new(class, Payload::Native(Box::new(SimpleQueue::default()))).into()),
            None => Err(vm.type_error("object.__new__(X): X is not a type object")),
        }),
    );
    for name in ["put", "put_nowait"] {
        vm.method(&queue, name, NativeFn::Plain(put));
    }
    vm.method(&queue, "get", NativeFn::Flow(get));
    vm.method(
        &queue,
        "get_nowait",
        NativeFn::Flow(|vm, args| get(vm, Args { values: &[args[0].clone(), Value::FALSE], names: None })),
    );
    vm.method(&queue, "qsize", NativeFn::Plain(|vm, args| Ok(Value::from(simple(vm, &args[0])?.items.borrow().len()))));
    vm.method(
        &queue,
        "empty",
        NativeFn::Plain(|vm, args| Ok(Value::Bool(simple(vm, &args[0])?.items.borrow().is_empty()))),
    );
    vm.class_method(
        &queue,
        "__class_getitem__",
        NativeFn::Plain(|_, args| Ok(super::super::run::operators::alias(&args[0], &args[1]))),
    );
    vm.set(module, "SimpleQueue", queue.value());
    vm.set(module, "_main_ident", Value::Int(FIRST_IDENT));
    vm.set(module, "_cpu_count", Value::Int(CPU_COUNT));
    vm.set(module, "TIMEOUT_MAX", Value::Float(TIMEOUT_MAX));
    vm.function(module, "get_ident", NativeFn::Plain(|vm, _| Ok(Value::Int(ident(vm.fiber.id)))));
    vm.function(module, "get_native_id", NativeFn::Plain(|vm, _| Ok(Value::Int(PID + vm.fiber.id as i64))));
    // spawn(callable, name, function): a thread that calls it.
    vm.function(
        module,
        "_spawn",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "_spawn", 0, 3, 3)?;
            let (name, function) = (vm.str(&args[1])?, vm.str(&args[2])?);
            let callable = args[0].clone();
            let line = vm.current_line();
            let flow = Flow::future(async move {
                Cx.vm(Vm::thread_started);
                let result = Cx.call(&callable, []).await;
                Cx.vm(|vm| vm.tell(ThreadEvent::Ended));
                result
            })?;
            let thread = vm.spawn(flow, &name)?;
            vm.tell(ThreadEvent::Created { thread, name: &name, function: &function, line });
            Ok(Value::Int(ident(thread)))
        }),
    );
    vm.function(
        module,
        "start_new_thread",
        NativeFn::Plain(|vm, args| {
            let [function, positional, keyword] =
                args.bind(vm, "start_new_thread", ["function", "args", "kwargs"], 2, 3)?;
            let mut values = vm.collect(&positional)?;
            let mut names = None;
            if let View::Dict(dict) = keyword.view() {
                let items = dict.items();
                names = Some(Gc::new(Tuple::from(items.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>())));
                values.extend(items.into_iter().map(|(_, value)| value));
            }
            let flow = Flow::future(async move {
                Cx.vm(Vm::thread_started);
                if let Err(exc) = Cx.call(&function, CallArgs { values, names }).await
                    && !Cx.vm(|vm| exc.is(&vm.types.system_exit))
                {
                    Cx.vm(|vm| {
                        let shown = vm.repr(&function).unwrap_or_default();
                        let text =
                            format!("Exception ignored in thread started by {shown}:\n{}", vm.traceback_text(&exc));
                        vm.write(Stream::Stderr, &text);
                    });
                }
                Cx.vm(|vm| vm.tell(ThreadEvent::Ended));
                Ok(Value::None)
            })?;
            let (line, name) = (vm.current_line(), format!("Dummy-{}", vm.next_fiber));
            let thread = vm.spawn(flow, &name)?;
            vm.tell(ThreadEvent::Created { thread, name: &name, function: "", line });
            Ok(Value::Int(ident(thread)))
        }),
    );
    vm.function(
        module,
        "_rename",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "_rename", 0, 2, 2)?;
            let name = vm.str(&args[1])?;
            let thread = (vm.index_i64(&args[0])? - FIRST_IDENT) as u32;
            let fiber = if vm.fiber.id == thread { Some(&mut vm.fiber) } else { vm.fibers.get_mut(&thread) };
            if let Some(fiber) = fiber {
                fiber.name.clone_from(&name);
                let now = vm.now();
                vm.host.thread(now, thread, ThreadEvent::Renamed { name: &name });
            }
            Ok(Value::None)
        }),
    );
    // What an executor does: submitted(job, function), started(job), finished(job).
    vm.function(
        module,
        "_submitted",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "_submitted", 0, 2, 2)?;
            let (job, function, line) = (number(args.get(0)), vm.str(&args[1])?, vm.current_line());
            vm.tell(ThreadEvent::JobSubmitted { job, function: &function, line });
            Ok(Value::None)
        }),
    );
    vm.function(
        module,
        "_started",
        NativeFn::Plain(|vm, args| {
            vm.tell(ThreadEvent::JobStarted { job: number(args.get(0)) });
            Ok(Value::None)
        }),
    );
    vm.function(
        module,
        "_finished",
        NativeFn::Plain(|vm, args| {
            vm.tell(ThreadEvent::JobFinished { job: number(args.get(0)) });
            Ok(Value::None)
        }),
    );
    Ok(())
}
