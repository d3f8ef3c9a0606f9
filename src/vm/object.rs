//! What lives on the heap.

use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell, UnsafeCell};
use std::rc::Rc;

use super::collect::Track;
pub use super::dict::Dict;
pub use super::native::NativeObject;
use super::native::{Getter, NativeFn, Setter};
pub use super::set::Set;
pub use super::value::{Gc, Kind, Object, Value, View};
use super::{
    code::{CodeSpec, Position},
    native::NativeFuture,
    op::Op,
};

/// A place for a value inside a shared object. Reading copies; nothing of ours runs while it is read or written.
pub struct Slot(UnsafeCell<Value>);

impl Slot {
    pub const fn new(value: Value) -> Slot {
        Slot(UnsafeCell::new(value))
    }

    #[inline(always)]
    pub fn get(&self) -> Value {
        unsafe { (*self.0.get()).clone() }
    }

    #[inline(always)]
    pub fn set(&self, value: Value) {
        drop(self.replace(value));
    }

    #[inline(always)]
    pub fn replace(&self, value: Value) -> Value {
        std::mem::replace(unsafe { &mut *self.0.get() }, value)
    }

    /// The value, where it lies.
    ///
    /// # Safety
    /// Nobody sets the slot while it is looked at.
    pub(super) unsafe fn peek(&self) -> &Value {
        unsafe { &*self.0.get() }
    }

    /// Calls `visit` with the value where it lies, which does not count it.
    pub fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        visit(unsafe { self.peek() });
    }

    /// The value, or `None` if the slot is unbound.
    pub fn bound(&self) -> Option<Value> {
        let value = self.get();
        (!value.is_unbound()).then_some(value)
    }
}

impl Default for Slot {
    fn default() -> Slot {
        Slot::new(Value::Unbound)
    }
}

/// `str`. Always valid UTF-8; how a lone surrogate is kept says `surrogate`.
pub struct Str {
    text: Box<str>,
    /// In code points.
    len: u32,
    hash: Cell<u64>,
    pub(super) interned: Cell<bool>,
}

impl Str {
    pub fn new(text: &str) -> Str {
        Str::from(text.to_owned())
    }

    #[inline(always)]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// In code points.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len as usize
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    #[inline(always)]
    pub fn is_ascii(&self) -> bool {
        self.len as usize == self.text.len()
    }

    /// The code point at `index`, which is less than `len`.
    pub fn char_at(&self, index: usize) -> char {
        if self.is_ascii() {
            self.text.as_bytes()[index] as char
        } else {
            self.text.chars().nth(index).expect("the index is less than the length")
        }
    }

    /// The bytes' offset of the code point at `index`, which is at most `len`.
    pub fn offset_of(&self, index: usize) -> usize {
        if self.is_ascii() {
            index
        } else {
            self.text.char_indices().nth(index).map_or(self.text.len(), |(offset, _)| offset)
        }
    }

    /// Code points `start..end`, where `start <= end <= len`.
    pub fn substring(&self, start: usize, end: usize) -> &str {
        &self.text[self.offset_of(start)..self.offset_of(end)]
    }

    #[inline(always)]
    pub fn hash(&self) -> u64 {
        let hash = self.hash.get();
        if hash != 0 { hash } else { self.compute_hash() }
    }

    fn compute_hash(&self) -> u64 {
        let hash = super::hash::bytes(self.text.as_bytes()).max(1);
        self.hash.set(hash);
        hash
    }
}

impl From<String> for Str {
    fn from(text: String) -> Str {
        let len = if text.is_ascii() { text.len() } else { text.chars().count() };
        Str { text: text.into_boxed_str(), len: len as u32, hash: Cell::new(0), interned: Cell::new(false) }
    }
}

/// An `int` that does not fit an `i64`.
pub struct BigInt(pub num_bigint::BigInt);

pub struct Complex {
    pub re: f64,
    pub im: f64,
}

pub struct Bytes {
    pub data: Box<[u8]>,
}

pub struct ByteArray {
    pub data: RefCell<Vec<u8>>,
}

pub struct Tuple {
    pub items: Box<[Value]>,
}

pub struct List {
    pub items: RefCell<Vec<Value>>,
    pub(super) track: Track,
}

/// Drops the values from the last to the first, as CPython's lists and tuples do.
pub fn drop_backwards(mut items: Vec<Value>) {
    let (first, len) = (items.as_mut_ptr(), items.len());
    // From here on the vector owns none of them.
    unsafe {
        items.set_len(0);
        for i in (0..len).rev() {
            std::ptr::drop_in_place(first.add(i));
        }
    }
}

impl Drop for List {
    fn drop(&mut self) {
        drop_backwards(std::mem::take(self.items.get_mut()));
    }
}

impl Drop for Tuple {
    fn drop(&mut self) {
        drop_backwards(std::mem::take(&mut self.items).into_vec());
    }
}

impl From<Vec<Value>> for List {
    fn from(items: Vec<Value>) -> List {
        List { items: RefCell::new(items), track: Track::default() }
    }
}

impl From<Vec<Value>> for Tuple {
    fn from(items: Vec<Value>) -> Tuple {
        Tuple { items: items.into_boxed_slice() }
    }
}

/// `range`; its numbers fit an `i64`. `step` is not 0.
/// A range whose numbers and length fit an `i64`, or else `wide`.
pub struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    /// Start, stop and step of a range that does not fit; the other fields are those of an empty one then.
    pub wide: Option<Box<[num_bigint::BigInt; 3]>>,
}

impl Range {
    /// How many numbers there are; at most `i64::MAX`.
    pub fn len(&self) -> u64 {
        let (start, stop, step) = (self.start as i128, self.stop as i128, self.step as i128);
        let span = if step > 0 { stop - start } else { start - stop };
        if span <= 0 { 0 } else { ((span - 1) / step.abs() + 1) as u64 }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The `index`-th number; `index` is less than `len`.
    pub fn at(&self, index: u64) -> i64 {
        (self.start as i128 + self.step as i128 * index as i128) as i64
    }
}

pub struct Slice {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

/// A function of the program.
pub struct Function {
    /// Assignable as `__code__` in CPython; not here.
    pub code: Gc<Code>,
    pub globals: Gc<Dict>,
    /// A cell for each of the code's `freevars`.
    pub closure: Box<[Gc<CellObject>]>,
    pub name: Slot,
    pub qualname: Slot,
    /// A tuple, or `Unbound`.
    pub defaults: Slot,
    /// A dict, or `Unbound`.
    pub kwdefaults: Slot,
    /// A dict, or `Unbound`.
    pub annotations: Slot,
    pub doc: Slot,
    pub module: Slot,
    pub type_params: Slot,
    /// Other attributes.
    pub dict: OnceCell<Gc<Dict>>,
}

/// A function and the `self` it is bound to.
pub struct BoundMethod {
    pub func: Value,
    pub this: Value,
}

/// A builtin function, or a builtin method bound to `this`.
pub struct Native {
    pub name: &'static str,
    pub func: NativeFn,
    /// Passed as first argument if bound.
    pub this: Value,
    /// The module's name, shown as `__module__`.
    pub module: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Binding {
    Method,
    Static,
    Class,
}

/// A method of a builtin class: a descriptor in the class's dict.
pub struct NativeMethod {
    pub name: &'static str,
    /// The name of the class it belongs to.
    pub owner: &'static str,
    pub func: NativeFn,
    pub binding: Binding,
}

/// A computed attribute of a builtin class.
pub struct GetSet {
    pub name: &'static str,
    pub owner: &'static str,
    pub get: Getter,
    pub set: Option<Setter>,
}

/// What the instances of a class carry natively: the nearest builtin base decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    Object,
    /// Instances are `Payload::Value` (in subclasses of `int`, `str`, `list`, …).
    Value,
    Exception,
    Type,
    /// Instances are `Payload::Native`, or heap objects of a kind of their own.
    Native,
}

/// A class, builtin or the program's.
pub struct Class {
    pub name: RefCell<String>,
    pub qualname: Slot,
    pub bases: RefCell<Vec<Gc<Class>>>,
    /// The method resolution order after the class itself.
    pub mro: RefCell<Rc<[Gc<Class>]>>,
    pub dict: Gc<Dict>,
    /// `None` for `type` itself and for classes whose metaclass is `type`.
    pub metaclass: RefCell<Option<Gc<Class>>>,
    /// Changes whenever an attribute of the class or of a base does; never the same number twice in a run.
    pub version: Cell<u32>,
    pub layout: Layout,
    /// Made by us: attributes cannot be set.
    pub builtin: bool,
    /// May be a base.
    pub subclassable: Cell<bool>,
    /// Instances have no `__dict__` (all classes of the MRO have `__slots__`).
    pub no_dict: Cell<bool>,
    /// `__del__` is somewhere in the MRO, or the native payload wants one.
    pub has_finalizer: Cell<bool>,
    /// Makes an instance: `__new__` of a builtin class, called with the class first.
    pub new: RefCell<Option<NativeFn>>,
    /// Addresses of the direct subclasses; each takes itself out when it dies.
    pub subclasses: RefCell<Vec<usize>>,
    /// The class in which the special methods that operators look for were last looked up, by version.
    pub hooks: Cell<Hooks>,
}

/// What is worth knowing quickly about a class; valid for one `version`.
#[derive(Clone, Copy, Default)]
pub struct Hooks {
    pub version: u32,
    /// `__getattribute__` is not `object`'s.
    pub getattribute: bool,
    /// There is a `__getattr__`.
    pub getattr: bool,
    /// `__setattr__` is not `object`'s.
    pub setattr: bool,
    pub delattr: bool,
    /// `__bool__` or `__len__` exists.
    pub truth: bool,
    pub eq: bool,
    pub hash: bool,
    pub call: ClassCall,
}

/// What calling a class comes to.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum ClassCall {
    /// Whatever `type.__call__` or the metaclass says.
    #[default]
    Other,
    /// Make a plain instance and call `__init__`, a function of the program.
    Init,
    /// Call `__new__`, a native function; `object.__init__` has nothing to add.
    NativeNew,
}

/// The native state of an instance.
pub enum Payload {
    None,
    /// The builtin value inside an instance of a subclass of a builtin type.
    Value(Value),
    Exception(Box<ExceptionState>),
    Native(Box<dyn NativeObject>),
}

/// An object of a class of the program, an exception, or a native object.
pub struct Instance {
    pub class: RefCell<Gc<Class>>,
    pub dict: OnceCell<Gc<Dict>>,
    /// The values of `__slots__`, where the class has a `__dict__` too; else `dict` holds them.
    pub(super) slots: OnceCell<Gc<Dict>>,
    pub payload: Payload,
}

impl Instance {
    pub fn new(class: Gc<Class>, payload: Payload) -> Gc<Instance> {
        Gc::new(Instance { class: RefCell::new(class), dict: OnceCell::new(), slots: OnceCell::new(), payload })
    }

    #[inline(always)]
    pub fn class(&self) -> Gc<Class> {
        self.class.borrow().clone()
    }

    /// The attributes, made when first asked for.
    #[inline(always)]
    pub fn dict(&self) -> &Gc<Dict> {
        self.dict.get_or_init(|| Gc::new(Dict::new()))
    }

    /// What `__slots__` names.
    pub fn slots(&self) -> &Gc<Dict> {
        let own = if self.class.borrow().no_dict.get() { &self.dict } else { &self.slots };
        own.get_or_init(|| Gc::new(Dict::new()))
    }

    pub fn native<T: NativeObject>(&self) -> Option<&T> {
        match &self.payload {
            Payload::Native(native) => (native.as_ref() as &dyn Any).downcast_ref(),
            _ => None,
        }
    }

    pub fn exception(&self) -> Option<&ExceptionState> {
        match &self.payload {
            Payload::Exception(state) => Some(state),
            _ => None,
        }
    }

    pub(super) fn needs_finalizer(&self) -> bool {
        if self.class.borrow().has_finalizer.get() {
            return true;
        }
        match &self.payload {
            Payload::Native(native) => native.needs_finalizer(),
            _ => false,
        }
    }
}

/// What `BaseException` holds.
pub struct ExceptionState {
    /// A tuple.
    pub args: Slot,
    /// An exception or `None`.
    pub cause: Slot,
    /// An exception or `None`.
    pub context: Slot,
    pub suppress_context: Cell<bool>,
    /// A `Traceback` or `None`.
    pub traceback: Slot,
    /// `StopIteration.value`, `SystemExit.code`, the group's exceptions, `NameError.name`, …: by name.
    pub extra: RefCell<Vec<(&'static str, Value)>>,
}

impl ExceptionState {
    pub fn get(&self, name: &str) -> Option<Value> {
        self.extra.borrow().iter().find(|(n, _)| *n == name).map(|(_, v)| v.clone())
    }

    pub fn set(&self, name: &'static str, value: Value) {
        let mut extra = self.extra.borrow_mut();
        let old = match extra.iter_mut().find(|(n, _)| *n == name) {
            Some((_, slot)) => std::mem::replace(slot, value),
            None => {
                extra.push((name, value));
                Value::Unbound
            }
        };
        drop(extra);
        drop(old);
    }
}

pub struct Module {
    pub name: String,
    pub dict: Gc<Dict>,
}

/// A variable shared with inner functions.
#[derive(Default)]
pub struct CellObject {
    pub value: Slot,
    pub(super) track: Track,
}

impl CellObject {
    pub fn new(value: Value) -> CellObject {
        CellObject { value: Slot::new(value), track: Track::default() }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorKind {
    Generator,
    Coroutine,
    AsyncGenerator,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorState {
    Created,
    Suspended,
    Running,
    Closed,
}

/// A generator, coroutine or async generator; its body is code of the program or a Rust future.
pub struct Generator {
    pub kind: GeneratorKind,
    pub state: Cell<GeneratorState>,
    pub body: RefCell<Body>,
    /// The exception that its own frame is handling while it is suspended.
    pub handled: Slot,
    pub name: Slot,
    pub qualname: Slot,
    /// The class it shows, if it is not `generator`, `coroutine` or `async_generator` (`map`, `zip`, …).
    pub class: Option<Gc<Class>>,
    /// Async generators: the loop's finaliser, called if it is dropped unfinished.
    pub finalizer: Slot,
    /// Async generators: `sys.set_asyncgen_hooks`' `firstiter` has been called.
    pub hooked: Cell<bool>,
    /// Async generators: an `asend`/`athrow`/`aclose` is under way.
    pub running_async: Cell<bool>,
    /// Async generators: `aclose` or `athrow` has ended it.
    pub closed_async: Cell<bool>,
    /// Generators: `types.coroutine` made its function awaitable.
    pub coroutine_based: Cell<bool>,
    /// The code of its body, if that is not in Rust.
    pub code: Option<Gc<Code>>,
    pub(super) track: Track,
}

/// The suspended frame of a generator.
pub enum Body {
    /// Finished, or running on a fiber now if it is written in Rust.
    Empty,
    /// While it runs, only `code` and `globals` are of use.
    Code(Box<SavedFrame>),
    Native(NativeBody),
}

pub struct SavedFrame {
    pub code: Gc<Code>,
    pub globals: Gc<Dict>,
    /// The instruction to go on with.
    pub ip: u32,
    /// Locals, cells and the value stack; empty while it runs.
    pub values: Vec<Value>,
    pub object: Option<Gc<FrameObject>>,
}

pub struct NativeBody {
    pub future: NativeFuture,
    /// What it awaits now: the iterator that is sent into.
    pub awaiting: Option<Value>,
    pub held: Held,
}

impl NativeBody {
    pub fn new(future: NativeFuture) -> NativeBody {
        NativeBody { future, awaiting: None, held: Held::default() }
    }
}

/// For the collector: objects of which a suspended native body has just one reference each, by address; 0 is none.
#[derive(Clone, Copy, Default)]
pub struct Held(pub [usize; 2]);

impl Generator {
    pub fn new(kind: GeneratorKind, name: Value, qualname: Value, body: Body) -> Gc<Generator> {
        Gc::new(Generator::with_class(kind, name, qualname, body, None))
    }

    pub fn with_class(
        kind: GeneratorKind,
        name: Value,
        qualname: Value,
        body: Body,
        class: Option<Gc<Class>>,
    ) -> Generator {
        let code = match &body {
            Body::Code(frame) => Some(frame.code.clone()),
            Body::Native(_) | Body::Empty => None,
        };
        Generator {
            kind,
            state: Cell::new(GeneratorState::Created),
            body: RefCell::new(body),
            handled: Slot::new(Value::None),
            name: Slot::new(name),
            qualname: Slot::new(qualname),
            class,
            finalizer: Slot::default(),
            hooked: Cell::new(false),
            running_async: Cell::new(false),
            closed_async: Cell::new(false),
            coroutine_based: Cell::new(false),
            code,
            track: Track::default(),
        }
    }

    pub(super) fn needs_finalizer(&self) -> bool {
        match (self.kind, self.state.get()) {
            // "coroutine … was never awaited"; a native one warns too.
            (GeneratorKind::Coroutine, GeneratorState::Created) => true,
            (GeneratorKind::Generator, GeneratorState::Created) => false,
            // The loop's hook wants to know, once it has been told that the generator is iterated.
            (GeneratorKind::AsyncGenerator, GeneratorState::Created) => !self.finalizer.get().is_unbound(),
            // `finally` blocks run.
            (_, GeneratorState::Suspended) => true,
            (_, GeneratorState::Running | GeneratorState::Closed) => false,
        }
    }

    /// A generator whose function was marked by `types.coroutine`.
    pub fn is_coroutine_based(&self) -> bool {
        self.coroutine_based.get()
    }

    /// What it awaits or delegates to: `cr_await`, `gi_yieldfrom`.
    pub fn awaiting(&self) -> Option<Value> {
        match &*self.body.borrow() {
            Body::Code(frame) => match frame.code.ops[frame.ip as usize] {
                Op::Send if self.state.get() == GeneratorState::Suspended => frame.values.last().cloned(),
                _ => None,
            },
            Body::Native(native) => native.awaiting.clone(),
            Body::Empty => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsyncGenCall {
    /// `__anext__` and `asend`.
    Send,
    Throw,
    Close,
}

/// The awaitable that `__anext__`, `asend`, `athrow` and `aclose` return; its own iterator.
pub struct AsyncGenOp {
    pub generator: Gc<Generator>,
    pub call: AsyncGenCall,
    /// What to send or throw at the first `send`.
    pub argument: Slot,
    pub state: Cell<GeneratorState>,
    /// The generator that `send` and `throw` by hand drive it with, from the first of them to its end.
    pub driver: Slot,
    /// `throw` came before anything else: the first step throws `argument`.
    pub throws_first: Cell<bool>,
}

/// A builtin iterator.
pub struct Iter {
    pub state: RefCell<IterState>,
    /// The class it shows: `list_iterator`, `dict_keyiterator`, ….
    pub class: Gc<Class>,
}

pub type NextFn = Box<dyn FnMut(&mut super::Vm) -> super::PyResult<Option<Value>>>;

pub enum IterState {
    Done,
    List {
        list: Gc<List>,
        index: usize,
    },
    ListReversed {
        list: Gc<List>,
        index: usize,
    },
    Tuple {
        tuple: Gc<Tuple>,
        index: usize,
    },
    Range {
        next: i64,
        step: i64,
        left: u64,
    },
    /// By the bytes' offset.
    Str {
        string: Gc<Str>,
        offset: usize,
    },
    Dict {
        dict: Gc<Dict>,
        what: DictPart,
        index: usize,
        len: usize,
        left: usize,
        reversed: bool,
    },
    Set {
        set: Gc<Set>,
        index: usize,
        len: usize,
    },
    /// Anything else that needs no Python call while it iterates.
    Native(NextFn),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DictPart {
    Keys,
    Values,
    Items,
}

pub struct DictView {
    pub dict: Gc<Dict>,
    pub part: DictPart,
}

#[derive(Default)]
pub struct Property {
    pub get: Slot,
    pub set: Slot,
    pub delete: Slot,
    pub doc: Slot,
    pub name: Slot,
}

pub struct StaticMethod {
    pub func: Value,
    pub dict: OnceCell<Gc<Dict>>,
}

pub struct ClassMethod {
    pub func: Value,
    pub dict: OnceCell<Gc<Dict>>,
}

/// `super(class, this)`; the look-up starts after `class` in the MRO of `this_class`.
pub struct Super {
    pub class: Gc<Class>,
    pub this: Value,
    pub this_class: Gc<Class>,
}

/// A read-only view of a mapping: `cls.__dict__`, `types.MappingProxyType`.
pub struct MappingProxy {
    pub mapping: Value,
}

/// `weakref.ref`.
pub struct WeakRef {
    /// The address of the object, 0 once it has died.
    pub target: Cell<usize>,
    pub callback: Slot,
    pub hash: Cell<Option<i64>>,
}

/// What `__slots__` puts into the class for each name. The value itself is in the instance's dict.
pub struct MemberSlot {
    pub name: Gc<Str>,
    pub owner: String,
}

/// `list[int]`, or `int | None` if `union`.
pub struct Alias {
    pub origin: Value,
    pub args: Gc<Tuple>,
    pub union: bool,
}

/// The text that code was compiled from.
pub struct Source {
    /// As tracebacks name it.
    pub filename: String,
    pub text: String,
    pub origin: Origin,
}

/// Where a text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The program's own file.
    Program,
    /// A module of ours that is written in Python.
    Module,
    /// A string that the program compiled: `exec`, `eval`, `compile`.
    Dynamic,
    /// The loops of builtins: for the program they are no frames.
    Builtins,
}

impl Source {
    /// Whether tracebacks show its frames. Those of our own modules are no news to the reader.
    pub fn is_shown(&self) -> bool {
        matches!(self.origin, Origin::Program | Origin::Dynamic)
    }

    pub fn is_program(&self) -> bool {
        self.origin == Origin::Program
    }

    /// The line without its end; lines count from 1.
    pub fn line(&self, line: u32) -> Option<&str> {
        self.text.lines().nth((line as usize).checked_sub(1)?)
    }
}

/// An inline cache: what a look-up found last time, and under which conditions that holds.
#[derive(Clone, Copy, Default)]
pub struct Cache {
    /// A class's version, or a dict's key version.
    pub version: u32,
    /// A second dict's key version, or a tag of how to go on.
    pub tag: u32,
    /// An index into a dict's entries.
    pub index: u32,
}

/// Code that can run: `CodeSpec` with its constants made.
pub struct Code {
    pub spec: CodeSpec,
    pub ops: Box<[Op]>,
    pub consts: Box<[Value]>,
    pub names: Box<[Gc<Str>]>,
    pub caches: Box<[Cell<Cache>]>,
    /// What an inline cache found: a method, a descriptor.
    pub cached_values: Box<[Slot]>,
    pub source: Rc<Source>,
    /// Locals and cells.
    pub slot_count: u32,
    /// Locals, cells and value stack.
    pub frame_size: u32,
    /// Takes exactly `arg_count` positional arguments and is no generator of any kind, so that a call is a jump.
    pub simple: bool,
}

impl Code {
    pub fn position(&self, ip: u32) -> Position {
        // Before the first instruction it is the line of the `def`.
        let line = self.spec.first_line;
        let before = Position { line, end_line: line, column: 0, end_column: 0 };
        self.spec.positions.get(ip as usize).copied().unwrap_or(before)
    }
}

/// An entry of a traceback, the outermost frame first.
pub struct Traceback {
    pub next: Slot,
    pub code: Gc<Code>,
    pub ip: u32,
    /// Unless it was made up.
    pub frame: Option<Gc<FrameObject>>,
}

/// A frame of the program as the program sees it. While somebody has it, the frame's variables outlive the frame.
pub struct FrameObject {
    pub code: Gc<Code>,
    pub globals: Gc<Dict>,
    /// The next instruction, once the frame has ended or as it was when this was made.
    pub ip: Cell<u32>,
    /// The frame's slots, once it has ended.
    pub locals: RefCell<Vec<Value>>,
    /// The frame object of whoever called it, once it has ended.
    pub back: Slot,
    pub(super) track: Track,
}

impl Traceback {
    /// An entry that stands for no frame that ran.
    pub fn made_up(next: Value, code: Gc<Code>, ip: u32) -> Gc<Traceback> {
        Gc::new(Traceback { next: Slot::new(next), code, ip, frame: None })
    }

    pub fn line(&self) -> u32 {
        self.code.position(self.ip).line
    }
}
