//! The language: a virtual machine for Python whose frames live on the heap, so that it can stop after any
//! instruction and go on later. It never names asyncio, time or the browser.

pub mod memory;

pub mod value;

pub mod object;

pub mod dict;

pub mod set;

pub mod hash;

pub mod surrogate;

pub mod op;

pub mod code;

pub mod compile;

pub mod frame;

pub mod native;

pub mod types;

pub mod exception;

pub mod traceback;

pub mod number;

pub mod protocol;

pub mod run;

pub mod generator;

pub mod weak;

pub mod collect;

pub mod shown;

pub mod builtins;

pub mod stdlib;

use std::any::Any;
use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

pub use exception::{Exc, PyResult};
use frame::Fiber;
use native::NativeFn;
pub use native::{Args, CallArgs, Cx, Flow};
use object::*;
use types::{Names, Types};
pub use value::Value;

/// What an instruction costs of program time, in ns.
pub const INSTRUCTION_NS: u64 = 25;

/// Which of the program's streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Stdout,
    Stderr,
}

/// Where the VM's output and events go. `now` is program time in ns, `line` the program's line that runs.
pub trait Host: Any {
    fn output(&mut self, now: u64, fiber: u32, stream: Stream, text: &str, line: u32);
    /// An exception was raised by code at `line`.
    fn raised(&mut self, now: u64, fiber: u32, exc: &Exc, line: u32);
    /// An `except` clause took it.
    fn caught(&mut self, now: u64, fiber: u32, exc: &Exc, line: u32);
    /// `time.sleep`: the thread is held for `duration` ns.
    fn blocking(&mut self, now: u64, fiber: u32, what: &str, line: u32, duration: u64);
    /// The `async with` at `line` entered a manager of this class; with no class, it left the one that it had entered.
    fn async_context(&mut self, now: u64, fiber: u32, manager: String, line: u32);
    /// An async generator gave a value.
    fn async_yield(&mut self, now: u64, fiber: u32, generator: &str, line: u32);
    /// The interpreter warned; what it prints of that comes as output.
    fn warned(&mut self, now: u64, fiber: u32, category: &str, text: &str, line: u32);
    /// Something about the program's threads.
    fn thread(&mut self, now: u64, fiber: u32, event: ThreadEvent<'_>);
    /// This thread runs from now on.
    fn switched(&mut self, fiber: u32);
    fn as_any(&mut self) -> &mut dyn Any;
}

/// What happens to threads, beside what they do.
#[derive(Clone, Copy, Debug)]
pub enum ThreadEvent<'a> {
    /// The running thread made another one, that runs `function`.
    Created {
        thread: u32,
        name: &'a str,
        function: &'a str,
        line: u32,
    },
    /// It runs for the first time.
    Started {
        name: &'a str,
    },
    Renamed {
        name: &'a str,
    },
    /// It waits for a lock, in a call of `on`; at the latest until this program time in ns.
    Blocked {
        on: &'a str,
        line: u32,
        until: Option<u64>,
    },
    /// A worker of a pool waits for work.
    Idle,
    /// The running thread has given this one what it waited for.
    Woken {
        thread: u32,
    },
    /// It goes on after `Blocked` or `Idle`.
    Resumed,
    Ended,
    /// A call has been given to an executor.
    JobSubmitted {
        job: u32,
        function: &'a str,
        line: u32,
    },
    JobStarted {
        job: u32,
    },
    JobFinished {
        job: u32,
    },
}

/// Makes a module when it is first imported.
pub type ModuleInit = fn(&mut Vm, &Gc<Module>) -> PyResult<()>;

/// A module that can be imported.
#[derive(Clone, Copy)]
pub enum ModuleSource {
    /// Filled by Rust.
    Native(ModuleInit),
    /// Our own Python source, run as the module's body.
    Python(&'static stdlib::library::Library),
    /// Filled by Rust first, then our Python source runs in it.
    Both(ModuleInit, &'static stdlib::library::Library),
}

/// Code and line of each call that led to a place, as `sys.set_coroutine_origin_tracking_depth` keeps them.
pub type CallSites = Vec<(Gc<Code>, u32)>;

pub struct Vm {
    pub types: Types,
    pub names: Names,
    pub builtins: Gc<Dict>,
    /// `sys.modules`.
    pub modules: Gc<Dict>,
    /// What `import` can find, by dotted name.
    pub finder: HashMap<&'static str, ModuleSource>,
    pub host: Box<dyn Host>,
    /// What other layers keep with the VM (asyncio's state), by type.
    pub extensions: Vec<(std::any::TypeId, Rc<dyn Any>)>,

    interned: HashMap<Box<str>, Gc<Str>>,
    method_cache: Box<[Cell<run::attribute::CachedMethod>]>,
    cached_methods: Box<[Slot]>,

    /// The fiber that runs.
    pub fiber: Fiber,
    /// The others, by id.
    pub fibers: HashMap<u32, Fiber>,
    pub next_fiber: u32,
    /// Instructions that the fiber may still run before another one that is ready has its turn.
    quantum: i64,
    ready_count: u64,

    /// Instructions left in this slice.
    fuel: i64,
    /// What `fuel` was when the clock was last brought up to date.
    fuel_mark: i64,
    clock: u64,
    /// How many bounded calls out of native code are under way.
    nesting: u32,
    /// How deep native code nests on the Rust stack.
    native_depth: u32,
    /// `sys.getrecursionlimit()`.
    pub recursion_limit: u32,
    /// Bytes a single object may have; `MemoryError` above.
    pub memory_limit: usize,
    /// Seconds since the epoch at the run's start.
    pub started_at: f64,
    /// Local time minus UTC, in seconds.
    pub utc_offset: i32,
    pub seed: u64,
    /// Scratch state of the compiled program.
    pub program: Option<Rc<Source>>,
    /// `repr` calls under way, by address: `[...]`.
    pub repr_guard: Vec<usize>,
    /// The namespace for the class body that is called next.
    pending_locals: Option<Value>,
    /// `builtins::loops`' functions; empty until one is needed.
    loops: Vec<Value>,
    /// The program uses more memory than it may.
    out_of_memory: bool,
    /// Finalisers run now.
    finalizing: bool,
    /// A collection of cycles runs now.
    collecting: bool,
    /// `gc.isenabled()`.
    collects: bool,
    /// The variables of a task's coroutine live on when it has ended, and only tasks that the default task factory made
    /// are numbered. The tool that logs CPython's awaits holds the frames and is the default factory, and a log that is
    /// compared with its log has to have the same effects.
    pub keep_coroutine_locals: bool,
    kept_locals: Vec<Value>,
    /// The program has ended, and its modules are taken apart.
    warnings_gone: bool,
    /// Somebody steps through the program and wants to see values where a task suspends.
    pub shows_locals: bool,
    /// What was warned of on which line.
    seen_warnings: HashSet<(String, u32)>,
    /// While a loop in debug mode runs: the frames that made each coroutine, by its address; outermost first.
    pub coroutine_origins: Option<HashMap<usize, CallSites>>,
    /// The last field: it is dropped when everything else is gone.
    _sweep: collect::Sweep,
}

impl Vm {
    pub fn new(host: Box<dyn Host>) -> Vm {
        let mut interned = HashMap::new();
        let mut intern = |text: &str| intern_in(&mut interned, text);
        let names = Names::new(&mut intern);
        let mut vm = Vm {
            types: Types::new(),
            names,
            builtins: Gc::new(Dict::new()),
            modules: Gc::new(Dict::new()),
            finder: HashMap::new(),
            host,
            extensions: Vec::new(),
            interned,
            method_cache: (0..run::attribute::METHOD_CACHE).map(|_| Cell::default()).collect(),
            cached_methods: (0..run::attribute::METHOD_CACHE).map(|_| Slot::default()).collect(),
            fiber: Fiber::new(0),
            fibers: HashMap::new(),
            next_fiber: 1,
            quantum: run::QUANTUM,
            ready_count: 0,
            fuel: 0,
            fuel_mark: 0,
            clock: 0,
            nesting: 0,
            native_depth: 0,
            recursion_limit: 1000,
            memory_limit: 256 << 20,
            started_at: 0.0,
            utc_offset: 0,
            seed: 0,
            program: None,
            repr_guard: Vec::new(),
            pending_locals: None,
            loops: Vec::new(),
            out_of_memory: false,
            finalizing: false,
            collecting: false,
            collects: true,
            keep_coroutine_locals: false,
            warnings_gone: false,
            shows_locals: false,
            seen_warnings: HashSet::new(),
            coroutine_origins: None,
            kept_locals: Vec::new(),
            _sweep: collect::Sweep,
        };
        builtins::install(&mut vm);
        stdlib::install(&mut vm);
        collect::begin();
        vm
    }

    /// The one string object for this name.
    pub fn intern(&mut self, text: &str) -> Gc<Str> {
        intern_in(&mut self.interned, text)
    }

    /// The interned form of a string object.
    pub fn intern_str(&mut self, string: &Gc<Str>) -> Gc<Str> {
        if string.interned.get() { string.clone() } else { self.intern(string.as_str()) }
    }

    /// The program's clock, to be read from outside a run.
    pub fn clock(&self) -> u64 {
        self.clock.saturating_add((self.fuel_mark - self.fuel).max(0) as u64 * INSTRUCTION_NS)
    }

    /// Program time in ns.
    pub fn now(&mut self) -> u64 {
        let used = (self.fuel_mark - self.fuel).max(0) as u64;
        self.clock = self.clock.saturating_add(used * INSTRUCTION_NS);
        self.fuel_mark = self.fuel;
        self.clock
    }

    /// Moves the clock on, never back.
    pub fn advance_clock(&mut self, to: u64) {
        let now = self.now();
        self.clock = now.max(to);
    }

    /// Charges work done in native code, as if it were so many instructions.
    #[inline]
    pub fn charge(&mut self, instructions: usize) {
        self.fuel -= instructions as i64;
    }

    /// The class of a value: `type(value)`.
    #[inline]
    pub fn class_of(&self, value: &Value) -> Gc<Class> {
        if let Value::Obj(obj) = value
            && let Some(instance) = obj.downcast::<Instance>()
        {
            return instance.class();
        }
        self.builtin_class_of(value)
    }

    fn builtin_class_of(&self, value: &Value) -> Gc<Class> {
        let t = &self.types;
        match value.view() {
            View::Unbound | View::None => &t.none,
            View::Ellipsis => &t.ellipsis,
            View::NotImplemented => &t.not_implemented,
            View::Bool(_) => &t.bool,
            View::Int(_) | View::BigInt(_) => &t.int,
            View::Float(_) => &t.float,
            View::Str(_) => &t.str,
            View::Complex(_) => &t.complex,
            View::Bytes(_) => &t.bytes,
            View::ByteArray(_) => &t.bytearray,
            View::Tuple(_) => &t.tuple,
            View::List(_) => &t.list,
            View::Dict(_) => &t.dict,
            View::Set(set) => {
                if set.frozen {
                    &t.frozenset
                } else {
                    &t.set
                }
            }
            View::Range(_) => &t.range,
            View::Slice(_) => &t.slice,
            View::Function(_) => &t.function,
            View::BoundMethod(_) => &t.method,
            // CPython has asyncio's in Python.
            View::Native(native) if native.this.is_unbound() && native.module == "asyncio" => &t.function,
            View::Native(_) => &t.builtin_function,
            View::NativeMethod(_) => &t.method_descriptor,
            View::GetSet(_) => &t.getset_descriptor,
            View::MemberSlot(_) => &t.member_descriptor,
            View::Class(class) => return class.metaclass.borrow().clone().unwrap_or_else(|| t.type_.clone()),
            View::Instance(instance) => return instance.class(),
            View::Module(_) => &t.module,
            View::CellObject(_) => &t.cell,
            View::Generator(generator) => match (&generator.class, generator.kind) {
                (Some(class), _) => class,
                (None, GeneratorKind::Generator) => &t.generator,
                (None, GeneratorKind::Coroutine) => &t.coroutine,
                (None, GeneratorKind::AsyncGenerator) => &t.async_generator,
            },
            View::AsyncGenOp(op) => match op.call {
                AsyncGenCall::Send => &t.async_generator_asend,
                AsyncGenCall::Throw | AsyncGenCall::Close => &t.async_generator_athrow,
            },
            View::Iter(iter) => &iter.class,
            View::DictView(view) => match view.part {
                DictPart::Keys => &t.dict_keys,
                DictPart::Values => &t.dict_values,
                DictPart::Items => &t.dict_items,
            },
            View::Property(_) => &t.property,
            View::StaticMethod(_) => &t.staticmethod,
            View::ClassMethod(_) => &t.classmethod,
            View::Super(_) => &t.super_,
            View::Code(_) => &t.code,
            View::Traceback(_) => &t.traceback,
            View::FrameObject(_) => &t.frame,
            View::MappingProxy(_) => &t.mappingproxy,
            View::WeakRef(_) => &t.weakref,
            View::Alias(alias) => {
                if alias.union {
                    &t.union_type
                } else {
                    &t.generic_alias
                }
            }
        }
        .clone()
    }

    /// `type(value).__name__`.
    pub fn class_name(&self, value: &Value) -> String {
        self.class_of(value).name()
    }

    // How modules and classes of ours are filled.

    /// Adds a method to a builtin class.
    pub fn method(&mut self, class: &Gc<Class>, name: &'static str, func: NativeFn) {
        self.native_method(class, name, func, Binding::Method);
    }

    pub fn static_method(&mut self, class: &Gc<Class>, name: &'static str, func: NativeFn) {
        self.native_method(class, name, func, Binding::Static);
    }

    /// The function gets the class first.
    pub fn class_method(&mut self, class: &Gc<Class>, name: &'static str, func: NativeFn) {
        self.native_method(class, name, func, Binding::Class);
    }

    fn native_method(&mut self, class: &Gc<Class>, name: &'static str, func: NativeFn, binding: Binding) {
        // Names of classes are few and live as long as the process.
        let owner: &'static str = self.static_name(&class.name());
        let method = Gc::new(NativeMethod { name, owner, func, binding });
        let name = self.intern(name);
        class.dict.set_str(&name, method.into());
    }

    pub fn static_name(&mut self, name: &str) -> &'static str {
        thread_local! {
            static STATIC: std::cell::RefCell<HashMap<String, &'static str>> = std::cell::RefCell::default();
        }
        STATIC.with(|names| *names.borrow_mut().entry(name.to_owned()).or_insert_with(|| name.to_owned().leak()))
    }

    pub fn getter(&mut self, class: &Gc<Class>, name: &'static str, get: native::Getter) {
        self.property(class, name, get, None);
    }

    pub fn property(
        &mut self,
        class: &Gc<Class>,
        name: &'static str,
        get: native::Getter,
        set: Option<native::Setter>,
    ) {
        let owner = self.static_name(&class.name());
        let getset = Gc::new(GetSet { name, owner, get, set });
        let name = self.intern(name);
        class.dict.set_str(&name, getset.into());
    }

    /// The constructor of a builtin class, also visible as its `__new__`.
    pub fn constructor(&mut self, class: &Gc<Class>, new: NativeFn) {
        *class.new.borrow_mut() = Some(new);
        self.static_method(class, "__new__", new);
    }

    /// Any attribute of a builtin class.
    pub fn class_attr(&mut self, class: &Gc<Class>, name: &str, value: impl Into<Value>) {
        let name = self.intern(name);
        class.dict.set_str(&name, value.into());
    }

    /// A class of ours, in the module `module`; it still has to be put there.
    pub fn new_class(&mut self, module: &str, name: &str, bases: &[&Gc<Class>], layout: Layout) -> Gc<Class> {
        let object = self.types.object.clone();
        let bases = if bases.is_empty() { &[&object] } else { bases };
        let class = types::builtin_class(name, bases, layout, true, None);
        self.class_attr(&class, "__module__", module);
        class
    }

    /// A class that CPython has in C: messages name it with its module.
    pub fn c_class(&mut self, module: &str, name: &str) -> Gc<Class> {
        let class = self.new_class(module, &format!("{module}.{name}"), &[], Layout::Native);
        class.qualname.set(Value::from(name));
        class
    }

    /// A function of a module.
    pub fn native(&mut self, module: &'static str, name: &'static str, func: NativeFn) -> Value {
        Gc::new(Native { name, func, this: Value::Unbound, module }).into()
    }

    /// Adds a function to a module.
    pub fn function(&mut self, module: &Gc<Module>, name: &'static str, func: NativeFn) {
        let owner = self.static_name(&module.name);
        let function = self.native(owner, name, func);
        self.set(module, name, function);
    }

    /// Adds anything to a module.
    pub fn set(&mut self, module: &Gc<Module>, name: &str, value: impl Into<Value>) {
        let name = self.intern(name);
        module.dict.set_str(&name, value.into());
    }

    /// What another layer keeps with the VM; made when first asked for.
    pub fn extension<T: Default + 'static>(&mut self) -> Rc<T> {
        let id = std::any::TypeId::of::<T>();
        // They are few.
        let index = match self.extensions.iter().position(|(known, _)| *known == id) {
            Some(index) => index,
            None => {
                self.extensions.push((id, Rc::new(T::default())));
                self.extensions.len() - 1
            }
        };
        self.extensions[index].1.clone().downcast().expect("the entry is of the type that is its key")
    }

    pub fn tuple(&self, items: Vec<Value>) -> Value {
        Gc::new(Tuple::from(items)).into()
    }
}

fn intern_in(interned: &mut HashMap<Box<str>, Gc<Str>>, text: &str) -> Gc<Str> {
    if let Some(string) = interned.get(text) {
        return string.clone();
    }
    let string = Gc::new(Str::new(text));
    string.interned.set(true);
    interned.insert(text.into(), string.clone());
    string
}

/// `__x` in the body of class `class` is `_class__x`.
pub fn compile_mangle(class: &str, name: &str) -> String {
    let class = class.trim_start_matches('_');
    if name.starts_with("__") && !name.ends_with("__") && !class.is_empty() {
        format!("_{class}{name}")
    } else {
        name.to_owned()
    }
}
