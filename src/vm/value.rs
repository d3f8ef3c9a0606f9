//! `Value`, and the counted pointers to what lives on the heap.
//!
//! Objects are freed at once when the last reference goes, as CPython frees them: when a coroutine that was never
//! awaited dies, or a weak reference is cleared, is part of what programs see. Freeing never recurses in depth, and an
//! object with a finaliser is put aside for the VM to finalise at the next call, jump or return.

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::ptr::NonNull;

use super::collect::Track;
use super::object::*;

/// A Python value: the small ones as they are, all others behind a pointer.
///
/// The tag is as wide as a word, so that a value is written and read as two words. A processor that has to put a word
/// together from a byte and what lay beside it waits for both to reach the cache.
#[cfg_attr(target_pointer_width = "64", repr(u64))]
pub enum Value {
    /// "No value": an unbound local, an empty cell, the `self` slot of a plain call. Never seen by a program.
    Unbound,
    None,
    Ellipsis,
    NotImplemented,
    Bool(bool),
    /// An `int` that fits. Larger ones are `Int` objects, never both.
    Int(i64),
    Float(f64),
    Obj(Obj),
}

const _: () = assert!(size_of::<Option<Value>>() == 16);

/// What every heap object starts with.
#[repr(C)]
pub struct Header {
    refs: Cell<u32>,
    kind: Kind,
    flags: Cell<u8>,
}

/// The finaliser has been put aside or has run; the next time the object dies it is freed.
const FINALIZED: u8 = 1;
/// `weak` has an entry for the object.
const HAS_WEAK: u8 = 2;
/// The object has survived a collection of cycles.
pub(super) const OLD: u8 = 4;
/// Marks of a collection that runs: the object is looked at; it lives.
pub(super) const GRAY: u8 = 8;
pub(super) const BLACK: u8 = 16;

#[repr(C)]
pub struct GcBox<T> {
    header: Header,
    value: T,
}

/// A type of heap object.
///
/// # Safety
/// `KIND` is the type's own, so that a header's kind tells the type behind it. The `kinds!` macro sees to that.
pub unsafe trait Object: 'static {
    const KIND: Kind;

    /// Where the collector has it registered, if it can close a cycle.
    #[inline(always)]
    fn track(&self) -> Option<&Track> {
        None
    }
}

/// A counted pointer to an object of any type.
#[repr(transparent)]
pub struct Obj(NonNull<Header>);

/// A counted pointer to a `T`.
#[repr(transparent)]
pub struct Gc<T: Object>(NonNull<GcBox<T>>);

impl Clone for Obj {
    #[inline(always)]
    fn clone(&self) -> Obj {
        let header = unsafe { self.0.as_ref() };
        header.refs.set(header.refs.get() + 1);
        Obj(self.0)
    }
}

impl Drop for Obj {
    #[inline(always)]
    fn drop(&mut self) {
        let header = unsafe { self.0.as_ref() };
        let refs = header.refs.get() - 1;
        header.refs.set(refs);
        if refs == 0 {
            free(self.0);
        }
    }
}

impl<T: Object> Clone for Gc<T> {
    #[inline(always)]
    fn clone(&self) -> Gc<T> {
        let header = unsafe { &self.0.as_ref().header };
        header.refs.set(header.refs.get() + 1);
        Gc(self.0)
    }
}

impl<T: Object> Drop for Gc<T> {
    #[inline(always)]
    fn drop(&mut self) {
        let header = unsafe { &self.0.as_ref().header };
        let refs = header.refs.get() - 1;
        header.refs.set(refs);
        if refs == 0 {
            free(self.0.cast());
        }
    }
}

impl<T: Object> Deref for Gc<T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        unsafe { &self.0.as_ref().value }
    }
}

impl<T: Object> Gc<T> {
    pub fn new(value: T) -> Gc<T> {
        let header = Header { refs: Cell::new(1), kind: T::KIND, flags: Cell::new(0) };
        let gc: Gc<T> = Gc(NonNull::from(Box::leak(Box::new(GcBox { header, value }))));
        if let Some(track) = gc.track() {
            track.add(gc.address());
        }
        gc
    }

    /// Tells the collector of this reference, which is not counted for that.
    pub fn visit_ref(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&std::mem::ManuallyDrop::new(Value::Obj(unsafe { Obj::uncounted(self.address()) })));
    }

    #[inline(always)]
    pub(super) fn as_obj(&self) -> &Obj {
        unsafe { &*(self as *const Gc<T> as *const Obj) }
    }

    /// Identity.
    #[inline(always)]
    pub fn is(&self, other: &Gc<T>) -> bool {
        self.0 == other.0
    }

    #[inline(always)]
    pub fn address(&self) -> usize {
        self.0.as_ptr() as usize
    }

    #[inline(always)]
    pub fn into_obj(self) -> Obj {
        let obj = Obj(self.0.cast());
        std::mem::forget(self);
        obj
    }

    #[inline(always)]
    pub fn value(&self) -> Value {
        Value::Obj(self.clone().into_obj())
    }

    pub fn ref_count(&self) -> u32 {
        unsafe { self.0.as_ref().header.refs.get() }
    }

    /// A new reference to the object at this address.
    ///
    /// # Safety
    /// A live `T` is there.
    pub unsafe fn from_address(address: usize) -> Gc<T> {
        let gc = Gc(NonNull::new(address as *mut GcBox<T>).expect("an object's address is not null"));
        let other = gc.clone();
        std::mem::forget(gc);
        other
    }

    /// Where the `T` lies in the object at `address`.
    pub(super) fn value_address(address: usize) -> usize {
        address + std::mem::offset_of!(GcBox<T>, value)
    }
}

impl<T: Object> From<Gc<T>> for Value {
    #[inline(always)]
    fn from(gc: Gc<T>) -> Value {
        Value::Obj(gc.into_obj())
    }
}

impl Obj {
    #[inline(always)]
    pub fn kind(&self) -> Kind {
        unsafe { self.0.as_ref().kind }
    }

    #[inline(always)]
    pub fn address(&self) -> usize {
        self.0.as_ptr() as usize
    }

    #[inline(always)]
    pub fn downcast<T: Object>(&self) -> Option<&Gc<T>> {
        if self.kind() == T::KIND { Some(unsafe { self.downcast_unchecked() }) } else { None }
    }

    /// # Safety
    /// The kind is `T::KIND`.
    #[inline(always)]
    pub unsafe fn downcast_unchecked<T: Object>(&self) -> &Gc<T> {
        unsafe { &*(self as *const Obj as *const Gc<T>) }
    }

    pub fn ref_count(&self) -> u32 {
        unsafe { self.0.as_ref().refs.get() }
    }

    /// A new reference to the object at this address.
    ///
    /// # Safety
    /// A live object is there.
    pub unsafe fn from_address(address: usize) -> Obj {
        let obj = Obj(NonNull::new(address as *mut Header).expect("an object's address is not null"));
        let other = obj.clone();
        std::mem::forget(obj);
        other
    }

    /// The object at this address, without a reference of one's own: it must not be dropped.
    ///
    /// # Safety
    /// A live object is there.
    pub(super) unsafe fn uncounted(address: usize) -> Obj {
        Obj(NonNull::new(address as *mut Header).expect("an object's address is not null"))
    }

    /// Changes the count, for the collector's reckoning.
    pub(super) fn add_refs(&self, n: u32) {
        let refs = unsafe { &self.0.as_ref().refs };
        refs.set(refs.get().wrapping_add(n));
    }

    pub(super) fn has_mark(&self, mark: u8) -> bool {
        self.flags().get() & mark != 0
    }

    pub(super) fn set_mark(&self, mark: u8, on: bool) {
        let flags = self.flags().get();
        self.flags().set(if on { flags | mark } else { flags & !mark });
    }

    pub(super) fn has_weak(&self) -> bool {
        self.has_mark(HAS_WEAK)
    }

    fn flags(&self) -> &Cell<u8> {
        unsafe { &self.0.as_ref().flags }
    }

    /// `weak::forget` will be called when the object dies.
    pub fn set_has_weak(&self) {
        self.flags().set(self.flags().get() | HAS_WEAK);
    }

    /// Its finaliser will not run (again).
    pub fn set_finalized(&self) {
        self.flags().set(self.flags().get() | FINALIZED);
    }

    pub fn is_finalized(&self) -> bool {
        self.flags().get() & FINALIZED != 0
    }
}

impl Clone for Value {
    #[inline(always)]
    fn clone(&self) -> Value {
        if let Value::Obj(obj) = self {
            Value::Obj(obj.clone())
        } else {
            // The other variants are plain bytes.
            unsafe { Value::read(self) }
        }
    }
}

/// How a value's halves are moved.
#[cfg(target_pointer_width = "64")]
type Word = std::mem::MaybeUninit<u64>;

impl Value {
    pub const TRUE: Value = Value::Bool(true);
    pub const FALSE: Value = Value::Bool(false);

    #[inline(always)]
    pub fn is_unbound(&self) -> bool {
        matches!(self, Value::Unbound)
    }

    #[inline(always)]
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// `a is b`. Equal immediates are the same object; floats never are, unless they are the same bits.
    #[inline]
    pub fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Obj(a), Value::Obj(b)) => a.0 == b.0,
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b) && !matches!(a, Value::Obj(_)),
        }
    }

    #[inline(always)]
    pub fn downcast<T: Object>(&self) -> Option<&Gc<T>> {
        match self {
            Value::Obj(obj) => obj.downcast(),
            _ => None,
        }
    }

    pub fn str(&self) -> Option<&Gc<Str>> {
        self.downcast()
    }

    /// The text of a `str` or of an instance of a subclass of it.
    pub fn as_str(&self) -> Option<&str> {
        match self.view() {
            View::Str(s) => Some(s.as_str()),
            View::Instance(i) => match &i.payload {
                Payload::Value(v) => v.str().map(|s| s.as_str()),
                _ => None,
            },
            _ => None,
        }
    }

    /// The instance's native payload, if it has one of this type.
    pub fn native<T: NativeObject>(&self) -> Option<&T> {
        self.downcast::<Instance>()?.native()
    }

    /// The value itself, or the builtin value inside an instance of a subclass of a builtin type.
    #[inline]
    pub fn base(&self) -> &Value {
        match self.downcast::<Instance>() {
            Some(instance) => match &instance.payload {
                Payload::Value(value) => value,
                _ => self,
            },
            None => self,
        }
    }

    /// Moves a value out, in two words. The compiler would move both at once, and the processor waits if it is to load at
    /// once what it has just stored in two: 15 cycles, at most instructions.
    ///
    /// # Safety
    /// As `std::ptr::read`.
    #[inline(always)]
    pub unsafe fn read(from: *const Value) -> Value {
        #[cfg(target_pointer_width = "64")]
        unsafe {
            let words = from.cast::<Word>();
            // Volatile, so that the two are not made one.
            std::mem::transmute::<[Word; 2], Value>([words.read_volatile(), words.add(1).read_volatile()])
        }
        #[cfg(not(target_pointer_width = "64"))]
        unsafe {
            from.read()
        }
    }

    /// Moves `n` values; see `read`.
    ///
    /// # Safety
    /// As `std::ptr::copy_nonoverlapping`.
    #[inline(always)]
    pub unsafe fn copy(from: *const Value, to: *mut Value, n: usize) {
        #[cfg(target_pointer_width = "64")]
        for i in 0..n {
            unsafe { to.add(i).write(Value::read(from.add(i))) };
        }
        #[cfg(not(target_pointer_width = "64"))]
        unsafe {
            std::ptr::copy_nonoverlapping(from, to, n);
        }
    }

    /// Takes the value and leaves `Unbound`.
    #[inline(always)]
    pub fn take(&mut self) -> Value {
        std::mem::replace(self, Value::Unbound)
    }
}

impl From<Obj> for Value {
    fn from(obj: Obj) -> Value {
        Value::Obj(obj)
    }
}

impl From<bool> for Value {
    fn from(b: bool) -> Value {
        Value::Bool(b)
    }
}

impl From<i64> for Value {
    fn from(i: i64) -> Value {
        Value::Int(i)
    }
}

impl From<usize> for Value {
    fn from(i: usize) -> Value {
        Value::Int(i as i64)
    }
}

impl From<f64> for Value {
    fn from(f: f64) -> Value {
        Value::Float(f)
    }
}

impl From<&str> for Value {
    fn from(s: &str) -> Value {
        Gc::new(Str::new(s)).into()
    }
}

impl From<String> for Value {
    fn from(s: String) -> Value {
        Gc::new(Str::from(s)).into()
    }
}

impl From<Vec<Value>> for Value {
    /// A list.
    fn from(items: Vec<Value>) -> Value {
        Gc::new(List::from(items)).into()
    }
}

/// Declares the types of heap objects: `Kind`, `View`, how a value is looked at and how it is freed.
macro_rules! kinds {
    ($($kind:ident $(($track:ident))?),* $(,)?) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Kind { $($kind),* }

        pub const KIND_COUNT: usize = [$(Kind::$kind),*].len();

        /// A value to match on.
        pub enum View<'a> {
            Unbound,
            None,
            Ellipsis,
            NotImplemented,
            Bool(bool),
            Int(i64),
            Float(f64),
            $($kind(&'a Gc<$kind>)),*
        }

        impl Value {
            #[inline(always)]
            pub fn view(&self) -> View<'_> {
                match self {
                    Value::Unbound => View::Unbound,
                    Value::None => View::None,
                    Value::Ellipsis => View::Ellipsis,
                    Value::NotImplemented => View::NotImplemented,
                    Value::Bool(b) => View::Bool(*b),
                    Value::Int(i) => View::Int(*i),
                    Value::Float(f) => View::Float(*f),
                    Value::Obj(obj) => match obj.kind() {
                        $(Kind::$kind => View::$kind(unsafe { obj.downcast_unchecked() })),*
                    },
                }
            }
        }

        $(unsafe impl Object for $kind {
            const KIND: Kind = Kind::$kind;

            $(#[inline(always)]
            fn track(&self) -> Option<&Track> {
                Some(&self.$track)
            })?
        })*

        impl Obj {
            /// Where the collector has it registered, if it can close a cycle.
            pub(super) fn track(&self) -> Option<&Track> {
                match self.kind() {
                    $(Kind::$kind => unsafe { self.downcast_unchecked::<$kind>() }.track()),*
                }
            }
        }

        unsafe fn free_now(header: NonNull<Header>) {
            match unsafe { header.as_ref().kind } {
                $(Kind::$kind => drop(unsafe { Box::from_raw(header.cast::<GcBox<$kind>>().as_ptr()) })),*
            }
        }
    };
}

kinds!(
    Str,
    BigInt,
    Complex,
    Bytes,
    ByteArray,
    Tuple,
    List(track),
    Dict(track),
    Set(track),
    Range,
    Slice,
    Function,
    BoundMethod,
    Native,
    NativeMethod,
    GetSet,
    Class,
    Instance,
    Module,
    CellObject(track),
    Generator(track),
    AsyncGenOp,
    Iter,
    DictView,
    Property,
    StaticMethod,
    ClassMethod,
    Super,
    Code,
    Traceback,
    FrameObject(track),
    MappingProxy,
    WeakRef,
    MemberSlot,
    Alias,
);

thread_local! {
    /// How deep `free` is in itself.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    /// Objects without references that wait for the outermost `free`.
    static DEFERRED: RefCell<Vec<NonNull<Header>>> = const { RefCell::new(Vec::new()) };
    /// Objects without references but the one here, whose finaliser the VM has to run.
    static DYING: RefCell<Vec<Obj>> = const { RefCell::new(Vec::new()) };
    static HAS_DYING: Cell<bool> = const { Cell::new(false) };
}

/// Nested drops deeper than this wait in a queue.
const MAX_DEPTH: u32 = 50;

#[cold]
#[inline(never)]
fn free(header: NonNull<Header>) {
    let flags = unsafe { header.as_ref().flags.get() };
    let obj = std::mem::ManuallyDrop::new(Obj(header));
    if flags & FINALIZED == 0 && needs_finalizer(&obj) {
        let h = unsafe { header.as_ref() };
        h.refs.set(1);
        h.flags.set(flags | FINALIZED);
        let put_aside = DYING.try_with(|dying| dying.borrow_mut().push(Obj(header))).is_ok();
        if put_aside {
            let _ = HAS_DYING.try_with(|flag| flag.set(true));
            return;
        }
    }
    if flags & HAS_WEAK != 0 {
        super::weak::forget(header.as_ptr() as usize);
    }
    let depth = DEPTH.try_with(Cell::get).unwrap_or(0);
    if depth >= MAX_DEPTH && DEFERRED.try_with(|list| list.borrow_mut().push(header)).is_ok() {
        return;
    }
    let _ = DEPTH.try_with(|d| d.set(depth + 1));
    unsafe { free_now(header) };
    if depth == 0 {
        while let Some(next) = DEFERRED.try_with(|list| list.borrow_mut().pop()).ok().flatten() {
            unsafe { free_now(next) };
        }
    }
    let _ = DEPTH.try_with(|d| d.set(depth));
}

/// Whether the VM has to do something for the object when it dies.
pub(super) fn needs_finalizer(obj: &Obj) -> bool {
    match obj.kind() {
        Kind::Instance => unsafe { obj.downcast_unchecked::<Instance>() }.needs_finalizer(),
        Kind::Generator => unsafe { obj.downcast_unchecked::<Generator>() }.needs_finalizer(),
        // One that was never awaited.
        Kind::AsyncGenOp => unsafe { obj.downcast_unchecked::<AsyncGenOp>() }.state.get() == GeneratorState::Created,
        _ => false,
    }
}

/// Whether `take_dying` has something.
#[inline(always)]
pub fn has_dying() -> bool {
    HAS_DYING.with(Cell::get)
}

/// Makes `has_dying` true: there is a finaliser or a weak reference's callback to run.
pub fn set_has_dying() {
    let _ = HAS_DYING.try_with(|flag| flag.set(true));
}

/// Objects that died and want their finaliser to run, oldest first.
pub fn take_dying() -> Vec<Obj> {
    HAS_DYING.with(|flag| flag.set(false));
    DYING.with(|dying| std::mem::take(&mut *dying.borrow_mut()))
}
