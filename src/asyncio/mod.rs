//! asyncio, file for file as CPython's `Lib/asyncio` has it, in Rust. Start at `task`: it tells what happens when an
//! `await` suspends.

pub mod task;

pub mod future;

pub mod handle;

pub mod event_loop;

pub mod gather;

pub mod sleep;

pub mod mixins;

pub mod locks;

pub mod queues;

pub mod timeouts;

pub mod taskgroups;

pub mod waiting;

pub mod runners;

pub mod reprlib;

pub mod threads;

pub mod recorder;

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::rc::{Rc, Weak};

use crate::trace::event::{ObjectId, TaskId, WaitingOn};
use crate::vm::native::Args;
use crate::vm::object::*;
use crate::vm::stdlib::library::Library;
use crate::vm::{Exc, ModuleSource, PyResult, Vm};

/// What asyncio keeps with the VM.
#[derive(Default)]
pub struct State {
    /// The loop that runs, by thread.
    pub running: RefCell<HashMap<u32, Value>>,
    /// `set_event_loop`, by thread: a loop or None.
    pub current: RefCell<HashMap<u32, Value>>,
    /// The addresses of all tasks that are not done, by the order of their creation
    /// (`asyncio.tasks._scheduled_tasks`).
    pub tasks: RefCell<BTreeMap<u64, usize>>,
    /// How many tasks were made.
    pub made: Cell<u64>,
    /// Names of native coroutines, qualified and short, by the address and length of ours.
    pub coroutine_names: RefCell<HashMap<(usize, usize), (Value, Value)>>,
    /// `Task-1`, `Task-2`, ….
    pub next_name: Cell<u64>,
    /// The trace's numbers: `T1`, `T2`, ….
    pub next_task: Cell<u32>,
    pub classes: OnceCell<Rc<Classes>>,
    /// A policy of the program (`set_event_loop_policy`); unbound if it is the default one.
    pub policy: Slot,
    /// Who holds each lock, semaphore, …, of those that the trace has met.
    pub holders: RefCell<HashMap<ObjectId, Weak<RefCell<Vec<TaskId>>>>>,
}

/// asyncio's classes.
pub struct Classes {
    pub future: Gc<Class>,
    pub task: Gc<Class>,
    pub gathering: Gc<Class>,
    pub event_loop: Gc<Class>,
    pub handle: Gc<Class>,
    pub timer_handle: Gc<Class>,
    pub cancelled_error: Gc<Class>,
    pub invalid_state_error: Gc<Class>,
}

/// What of asyncio is in Python.
static IN_PYTHON: Library = Library::built_in("asyncio", include_str!("asyncio.py"));

/// Lets programs import asyncio.
pub fn install(vm: &mut Vm) {
    vm.finder.insert("asyncio", ModuleSource::Both(init, &IN_PYTHON));
}

fn init(vm: &mut Vm, module: &Gc<Module>) -> PyResult<()> {
    let exceptions = (vm.types.base_exception.clone(), vm.types.exception.clone());
    let cancelled_error = vm.new_class("asyncio.exceptions", "CancelledError", &[&exceptions.0], Layout::Exception);
    let invalid_state_error =
        vm.new_class("asyncio.exceptions", "InvalidStateError", &[&exceptions.1], Layout::Exception);
    let future = future::make_class(vm);
    let task = task::make_class(vm, &future);
    let gathering = gather::make_class(vm, &future);
    let event_loop = event_loop::make_class(vm);
    let (handle, timer_handle) = handle::make_classes(vm);
    let classes =
        Classes { future, task, gathering, event_loop, handle, timer_handle, cancelled_error, invalid_state_error };
    for class in [
        &classes.future,
        &classes.task,
        &classes.handle,
        &classes.timer_handle,
        &classes.cancelled_error,
        &classes.invalid_state_error,
        &classes.gathering,
    ] {
        let name = class.name();
        vm.set(module, &name, class.value());
    }
    for name in ["AbstractEventLoop", "BaseEventLoop", "SelectorEventLoop", "EventLoop"] {
        vm.set(module, name, classes.event_loop.value());
    }
    let timeout_error = vm.types.timeout_error.value();
    vm.set(module, "TimeoutError", timeout_error);
    let _ = vm.extension::<State>().classes.set(Rc::new(classes));
    event_loop::install(vm, module);
    task::install(vm, module);
    future::install(vm, module);
    gather::install(vm, module);
    sleep::install(vm, module);
    runners::install(vm, module);
    locks::install(vm, module);
    queues::install(vm, module);
    timeouts::install(vm, module);
    taskgroups::install(vm, module);
    waiting::install(vm, module);
    threads::install(vm, module);
    let runtime_error = vm.types.runtime_error.clone();
    for name in ["BrokenBarrierError", "SendfileNotAvailableError"] {
        let class = vm.new_class("asyncio.exceptions", name, &[&runtime_error], Layout::Exception);
        vm.set(module, name, class.value());
    }
    // These CPython has in C.
    for name in ["current_task", "get_event_loop", "get_running_loop", "_get_running_loop"] {
        if let Some(View::Native(native)) = module.dict.get_text(name).as_ref().map(Value::view) {
            let function = vm.native("_asyncio", native.name, native.func);
            vm.set(module, name, function);
        }
    }
    // CPython's files are importable, and have what the package has.
    for name in FILES {
        let full = format!("asyncio.{name}");
        let file: Value = Gc::new(Module { name: full.clone(), dict: module.dict.clone() }).into();
        vm.modules.set_text(&full, file.clone());
        vm.set(module, name, file);
    }
    let process = Gc::new(Module { name: "asyncio.subprocess".into(), dict: Gc::new(Dict::new()) });
    for (name, number) in [("PIPE", -1), ("STDOUT", -2), ("DEVNULL", -3)] {
        vm.set(&process, name, Value::Int(number));
    }
    vm.modules.set_text("asyncio.subprocess", process.value());
    vm.set(module, "subprocess", process.value());
    Ok(())
}

/// The modules of CPython's package.
const FILES: &[&str] = &[
    "base_events",
    "constants",
    "coroutines",
    "events",
    "exceptions",
    "futures",
    "locks",
    "log",
    "mixins",
    "protocols",
    "queues",
    "runners",
    "streams",
    "tasks",
    "taskgroups",
    "threads",
    "timeouts",
    "transports",
    "unix_events",
];

/// asyncio's classes; made when the module is first imported.
pub fn classes(vm: &mut Vm) -> Rc<Classes> {
    vm.extension::<State>().classes.get().expect("what needs the classes was made by the module").clone()
}

/// What the interpreter does about tasks at its end, when the program's names are gone: those that nobody can wake any
/// more are destroyed. (The collector has found most of them; these wait in something of ours that it cannot look into.)
pub fn shut_down(vm: &mut Vm) {
    for task in task::pending_tasks(vm) {
        task::destroy(vm, &task);
    }
}

/// CPython has the function in Python: the exception's traceback holds its frame, and so the arguments.
pub fn hold(exc: Exc, args: &Args<'_>) -> Exc {
    exc.state().set("_arguments", Gc::new(Tuple::from(args.values.to_vec())).into());
    exc
}

/// Everybody waits for somebody else.
pub struct Deadlock {
    /// What stderr is told: a line a task, and the cycle.
    pub text: String,
    /// The tasks that are not done, and what each waits for; `None` if it is ready in a loop that does not run.
    pub waits: Vec<(TaskId, Option<WaitingOn>)>,
    /// Each waits for the next, and the last for the first. Empty if there is no cycle: they wait for what nobody does.
    pub cycle: Vec<TaskId>,
}

/// Who waits for what, when nothing is ready, no timer is set and no thread runs.
pub fn deadlock(vm: &mut Vm) -> Deadlock {
    let mut text = String::from(
        "deadlock: nothing is ready, no timer is set and no thread runs; CPython would wait here for ever\n",
    );
    let mut waits = Vec::new();
    for task in task::pending_tasks(vm) {
        let on = task::waiting_on(vm, &task);
        text.push_str(&task::waiting_text(&task, on.as_ref()));
        waits.push((task::id(&task), on));
    }
    let mut threads: Vec<_> = vm.fibers.values().chain([&vm.fiber]).collect();
    threads.sort_by_key(|fiber| fiber.id);
    for fiber in threads {
        if let Some((on, line)) = &fiber.blocked
            && !on.is_empty()
        {
            let name = if fiber.id == 0 { "MainThread" } else { &fiber.name };
            let place = if *line > 0 { format!(" at line {line}") } else { String::new() };
            text.push_str(&format!("  {name} waits in {on}{place}\n"));
        }
    }
    let cycle = find_cycle(&waits);
    if let [first, ..] = cycle.as_slice() {
        text.push_str("  in a cycle: ");
        for (task, on) in cycle.iter().filter_map(|id| waits.iter().find(|(task, _)| task == id)) {
            let through = match on {
                Some(WaitingOn::Object { name, .. }) => format!(" -({name})"),
                Some(WaitingOn::Tasks { what, .. }) => format!(" -({what})"),
                _ => " ".to_owned(),
            };
            text.push_str(&format!("{task}{through}-> "));
        }
        text.push_str(&format!("{first}\n"));
    }
    Deadlock { text, waits, cycle }
}

/// The first cycle among those who wait for each other.
#[inline(never)]
fn find_cycle(waits: &[(TaskId, Option<WaitingOn>)]) -> Vec<TaskId> {
    let next = |id: TaskId| -> &[TaskId] {
        match waits.iter().find(|(task, _)| *task == id).and_then(|(_, on)| on.as_ref()) {
            Some(WaitingOn::Task { task }) => std::slice::from_ref(task),
            Some(WaitingOn::Tasks { tasks, .. }) => tasks,
            Some(WaitingOn::Object { holders, .. }) => holders,
            _ => &[],
        }
    };
    let mut done: Vec<TaskId> = Vec::new();
    for (start, _) in waits {
        // A walk in depth: the path, and how far each task on it has been looked at.
        let mut path = vec![(*start, 0)];
        while let Some((id, at)) = path.last_mut() {
            let (id, index) = (*id, *at);
            *at += 1;
            match next(id).get(index) {
                None => {
                    done.push(id);
                    path.pop();
                }
                Some(to) => match path.iter().position(|(on_path, _)| on_path == to) {
                    Some(from) => return path[from..].iter().map(|(id, _)| *id).collect(),
                    None if done.contains(to) => {}
                    None => path.push((*to, 0)),
                },
            }
        }
    }
    Vec::new()
}
