//! The collector of reference cycles, after CPython's (`Python/gc.c`): of a set of objects it takes away the references
//! that they hold to each other; what has no reference left, and is not reached from what has one, is garbage.
//!
//! The objects that can close a cycle (lists, dicts, sets, cells, generators) are registered when they are made. A young
//! collection looks at those made since the last one and at what they hold, and leaves alone what has survived before, so
//! that it takes a time that does not depend on the size of the heap. A full one follows where twice as many have survived
//! as the last one left. References that nobody tells of here (the stack, Rust's futures and closures) are references from
//! outside: what they hold lives.

use std::cell::{Cell, UnsafeCell};
use std::mem::ManuallyDrop;

use super::Vm;
use super::object::*;
use super::value::{BLACK, GRAY, OLD, Obj, needs_finalizer, set_has_dying};

/// So many young objects that close cycles make a young collection worth its time.
const YOUNG: usize = 10_000;
/// The first full collection comes when so many have survived.
const FIRST_FULL: usize = 300_000;

/// Where an object that can close a cycle is registered; part of that object.
#[derive(Default)]
pub struct Track(Cell<u32>);

/// The registry: addresses of objects, 0 where one has died. A `Track` holds the index plus 1, and `IS_OLD` for the old.
struct Registry {
    young: UnsafeCell<ManuallyDrop<Vec<usize>>>,
    old: UnsafeCell<ManuallyDrop<Vec<usize>>>,
    old_live: Cell<usize>,
    /// The length of `young` at which it is looked through.
    look_at: Cell<usize>,
    /// How many may have survived before the next full collection.
    full_at: Cell<usize>,
    requested: Cell<bool>,
}

const IS_OLD: u32 = 1 << 31;

thread_local! {
    static REGISTRY: Registry = const {
        Registry {
            young: UnsafeCell::new(ManuallyDrop::new(Vec::new())),
            old: UnsafeCell::new(ManuallyDrop::new(Vec::new())),
            old_live: Cell::new(0),
            look_at: Cell::new(YOUNG),
            full_at: Cell::new(FIRST_FULL),
            requested: Cell::new(false),
        }
    };
}

impl Drop for Track {
    #[inline]
    fn drop(&mut self) {
        if self.0.get() != 0 {
            self.remove();
        }
    }
}

impl Track {
    /// Registers the object at this address, which the track is part of.
    #[inline]
    pub(super) fn add(&self, address: usize) {
        let _ = REGISTRY.try_with(|registry| {
            // Nothing else holds the lists while one of these functions runs: none calls another that does.
            let young = unsafe { &mut *registry.young.get() };
            if young.len() >= registry.look_at.get() {
                registry.look(young);
            }
            young.push(address);
            self.0.set(young.len() as u32);
        });
    }

    #[inline]
    fn remove(&self) {
        let _ = REGISTRY.try_with(|registry| {
            let place = self.0.get();
            let index = (place & !IS_OLD) as usize - 1;
            if place & IS_OLD != 0 {
                let old = unsafe { &mut *registry.old.get() };
                old[index] = 0;
                registry.old_live.set(registry.old_live.get() - 1);
                return;
            }
            let young = unsafe { &mut *registry.young.get() };
            young[index] = 0;
            while let Some(0) = young.last() {
                young.pop();
            }
        });
    }
}

/// The object at an address of the registry, uncounted.
fn borrowed(address: usize) -> ManuallyDrop<Obj> {
    ManuallyDrop::new(unsafe { Obj::uncounted(address) })
}

/// Puts the live entries together.
fn compact(list: &mut Vec<usize>, mark: u32) {
    list.retain(|&address| address != 0);
    for (i, &address) in list.iter().enumerate() {
        if let Some(track) = borrowed(address).track() {
            track.0.set((i as u32 + 1) | mark);
        }
    }
}

impl Registry {
    #[cold]
    #[inline(never)]
    fn look(&self, young: &mut Vec<usize>) {
        compact(young, 0);
        self.look_at.set(young.len() + YOUNG);
        if young.len() >= YOUNG / 2 {
            self.requested.set(true);
            set_has_dying();
        }
    }

    /// Moves the young to the old.
    fn promote(&self) {
        let (young, old) = unsafe { (&mut *self.young.get(), &mut *self.old.get()) };
        if old.len() > 2 * self.old_live.get() + YOUNG {
            compact(old, IS_OLD);
        }
        for address in young.drain(..).filter(|&address| address != 0) {
            let obj = borrowed(address);
            obj.set_mark(OLD, true);
            old.push(address);
            self.old_live.set(self.old_live.get() + 1);
            if let Some(track) = obj.track() {
                track.0.set(old.len() as u32 | IS_OLD);
            }
        }
        self.look_at.set(YOUNG);
        self.requested.set(false);
    }
}

/// Whether it is time for a collection.
pub fn is_requested() -> bool {
    REGISTRY.with(|registry| registry.requested.get()) || super::memory::has_grown()
}

/// What was there before a program is not its, and does not make it collect earlier.
pub fn begin() {
    REGISTRY.with(|registry| {
        registry.promote();
        registry.full_at.set(registry.old_live.get() + FIRST_FULL);
    });
}

/// How many objects are registered: since the last collection, and before.
pub fn counts() -> (usize, usize) {
    REGISTRY.with(|registry| {
        let young = unsafe { &*registry.young.get() };
        (young.iter().filter(|&&address| address != 0).count(), registry.old_live.get())
    })
}

/// The registered objects, oldest first.
pub fn registered() -> Vec<Value> {
    let addresses: Vec<usize> = REGISTRY.with(|registry| {
        let (young, old) = unsafe { (&*registry.young.get(), &*registry.old.get()) };
        old.iter().chain(young.iter()).copied().filter(|&address| address != 0).collect()
    });
    addresses.into_iter().map(|address| unsafe { Obj::from_address(address) }.into()).collect()
}

/// Calls `visit` with every value that the object holds a counted reference to, as often as it holds one. What is not
/// told of here is never freed too early, only too late.
pub fn children(obj: &Obj, visit: &mut dyn FnMut(&Obj)) {
    fn each<'a>(values: impl IntoIterator<Item = &'a Value>, visit: &mut dyn FnMut(&Obj)) {
        values.into_iter().for_each(|value| {
            if let Value::Obj(obj) = value {
                visit(obj);
            }
        });
    }
    // Slots are looked into without a copy: a copy would be counted.
    macro_rules! slots {
        ($($slot:expr),*) => {{ each([$(unsafe { $slot.peek() }),*], visit) }};
    }
    macro_rules! objects {
        ($($gc:expr),*) => {{ [$($gc.as_obj()),*].into_iter().for_each(&mut *visit) }};
    }
    let held = ManuallyDrop::new(unsafe { Value::Obj(Obj::uncounted(obj.address())) });
    match held.view() {
        View::Tuple(tuple) => each(&tuple.items, visit),
        View::List(list) => {
            if let Ok(items) = list.items.try_borrow() {
                each(&*items, visit);
            }
        }
        View::Dict(dict) => {
            slots!(dict.default_factory);
            dict.visit(&mut |value| each([value], visit));
        }
        View::Set(set) => set.visit(&mut |value| each([value], visit)),
        View::Slice(slice) => each([&slice.start, &slice.stop, &slice.step], visit),
        View::Function(f) => {
            slots!(f.defaults, f.kwdefaults, f.annotations, f.doc, f.module, f.type_params);
            objects!(f.globals, f.code);
            f.closure.iter().for_each(|cell| visit(cell.as_obj()));
            f.dict.get().into_iter().for_each(|dict| visit(dict.as_obj()));
        }
        View::BoundMethod(method) => each([&method.func, &method.this], visit),
        View::Native(native) => each([&native.this], visit),
        View::Class(class) => {
            objects!(class.dict);
            if let Ok(bases) = class.bases.try_borrow() {
                bases.iter().for_each(|base| visit(base.as_obj()));
            }
            if let Ok(mro) = class.mro.try_borrow()
                && std::rc::Rc::strong_count(&mro) == 1
            {
                mro.iter().for_each(|base| visit(base.as_obj()));
            }
            if let Ok(metaclass) = class.metaclass.try_borrow() {
                metaclass.iter().for_each(|metaclass| visit(metaclass.as_obj()));
            }
        }
        View::Instance(instance) => {
            match &instance.payload {
                Payload::None => {}
                Payload::Value(payload) => each([payload], visit),
                Payload::Exception(state) => {
                    slots!(state.args, state.cause, state.context, state.traceback);
                    if let Ok(extra) = state.extra.try_borrow() {
                        each(extra.iter().map(|(_, value)| value), visit);
                    }
                }
                Payload::Native(native) => native.visit(&mut |value| each([value], visit)),
            }
            if let Ok(class) = instance.class.try_borrow() {
                visit(class.as_obj());
            }
            instance.dict.get().into_iter().chain(instance.slots.get()).for_each(|dict| visit(dict.as_obj()));
        }
        View::Module(module) => objects!(module.dict),
        View::CellObject(cell) => slots!(cell.value),
        View::Generator(generator) => {
            slots!(generator.handled, generator.finalizer);
            if let Ok(body) = generator.body.try_borrow() {
                match &*body {
                    Body::Empty => {}
                    Body::Code(frame) => {
                        each(&frame.values, visit);
                        objects!(frame.globals, frame.code);
                        frame.object.iter().for_each(|frame| visit(frame.as_obj()));
                    }
                    Body::Native(native) => {
                        each(&native.awaiting, visit);
                        native.held.0.iter().filter(|&&held| held != 0).for_each(|&held| visit(&borrowed(held)));
                    }
                }
            }
            generator.class.iter().for_each(|class| visit(class.as_obj()));
            generator.code.iter().for_each(|code| visit(code.as_obj()));
        }
        View::AsyncGenOp(op) => {
            slots!(op.argument, op.driver);
            objects!(op.generator);
        }
        View::Iter(iter) => {
            objects!(iter.class);
            if let Ok(state) = iter.state.try_borrow() {
                match &*state {
                    IterState::List { list, .. } | IterState::ListReversed { list, .. } => objects!(list),
                    IterState::Tuple { tuple, .. } => objects!(tuple),
                    IterState::Dict { dict, .. } => objects!(dict),
                    IterState::Set { set, .. } => objects!(set),
                    IterState::Done | IterState::Range { .. } | IterState::Str { .. } | IterState::Native(_) => {}
                }
            }
        }
        View::DictView(view) => objects!(view.dict),
        View::Property(p) => slots!(p.get, p.set, p.delete, p.doc, p.name),
        View::StaticMethod(method) => {
            each([&method.func], visit);
            method.dict.get().into_iter().for_each(|dict| visit(dict.as_obj()));
        }
        View::ClassMethod(method) => {
            each([&method.func], visit);
            method.dict.get().into_iter().for_each(|dict| visit(dict.as_obj()));
        }
        View::Super(s) => {
            each([&s.this], visit);
            objects!(s.class, s.this_class);
        }
        View::Traceback(traceback) => {
            slots!(traceback.next);
            objects!(traceback.code);
            traceback.frame.iter().for_each(|frame| visit(frame.as_obj()));
        }
        View::FrameObject(frame) => {
            slots!(frame.back);
            objects!(frame.code, frame.globals);
            if let Ok(locals) = frame.locals.try_borrow() {
                each(&*locals, visit);
            }
        }
        View::Code(code) => {
            each(&code.consts, visit);
            each(code.cached_values.iter().map(|slot| unsafe { slot.peek() }), visit);
        }
        View::MappingProxy(proxy) => each([&proxy.mapping], visit),
        View::WeakRef(reference) => slots!(reference.callback),
        View::Alias(alias) => {
            each([&alias.origin], visit);
            objects!(alias.args);
        }
        View::Unbound
        | View::None
        | View::Ellipsis
        | View::NotImplemented
        | View::Bool(_)
        | View::Int(_)
        | View::Float(_)
        | View::Str(_)
        | View::BigInt(_)
        | View::Complex(_)
        | View::Bytes(_)
        | View::ByteArray(_)
        | View::Range(_)
        | View::NativeMethod(_)
        | View::GetSet(_)
        | View::MemberSlot(_) => {}
    }
}

/// What the object reaches, itself first, the nearest before the others.
pub fn reached(obj: &Obj) -> Vec<usize> {
    let mut found = vec![obj.address()];
    let mut at = 0;
    obj.set_mark(GRAY, true);
    while let Some(&address) = found.get(at) {
        at += 1;
        children(&borrowed(address), &mut |child| {
            if !child.has_mark(GRAY) && is_container(child.kind()) {
                child.set_mark(GRAY, true);
                found.push(child.address());
            }
        });
    }
    found.iter().for_each(|&address| borrowed(address).set_mark(GRAY, false));
    found
}

/// Whether the object can hold others.
fn is_container(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Str
            | Kind::BigInt
            | Kind::Complex
            | Kind::Bytes
            | Kind::ByteArray
            | Kind::Range
            | Kind::NativeMethod
            | Kind::GetSet
            | Kind::MemberSlot
    )
}

/// Which objects are looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// What the candidates reach and has not survived before.
    Young,
    /// What the candidates reach.
    Full,
    /// The candidates, each of which is held once more, by who asks.
    Candidates,
}

/// Parts `candidates`, and what they reach within `scope`, in the living and the dead; gives the dead, in the order in
/// which they were reached. Nothing may be counted meanwhile: the counts are what is reckoned with.
fn find_garbage(candidates: &[usize], scope: Scope) -> Vec<usize> {
    let held = (scope == Scope::Candidates) as u32;
    let mut nodes: Vec<usize> = Vec::with_capacity(candidates.len() * 2);
    for &address in candidates {
        let obj = borrowed(address);
        if !obj.has_mark(GRAY) {
            obj.set_mark(GRAY, true);
            obj.add_refs(0u32.wrapping_sub(held));
            nodes.push(address);
        }
    }
    // The table of weak references holds each of them, too.
    let in_table = |obj: &Obj| obj.downcast::<WeakRef>().is_some_and(|r| r.target.get() != 0) as u32;
    let mut at = 0;
    while let Some(&address) = nodes.get(at) {
        at += 1;
        let obj = borrowed(address);
        obj.add_refs(0u32.wrapping_sub(in_table(&obj)));
        children(&obj, &mut |child| {
            if !child.has_mark(GRAY) {
                let leave = match scope {
                    Scope::Young => child.has_mark(OLD) || !is_container(child.kind()),
                    Scope::Full => !is_container(child.kind()),
                    Scope::Candidates => true,
                };
                if leave {
                    return;
                }
                child.set_mark(GRAY, true);
                nodes.push(child.address());
            }
            child.add_refs(u32::MAX);
        });
    }
    // What has a reference from outside lives, and so does what it reaches.
    let mut living: Vec<usize> = Vec::new();
    for &address in &nodes {
        let obj = borrowed(address);
        if obj.ref_count() != 0 && !obj.has_mark(BLACK) {
            obj.set_mark(BLACK, true);
            living.push(address);
        }
        while let Some(address) = living.pop() {
            children(&borrowed(address), &mut |child| {
                if child.has_mark(GRAY) {
                    child.add_refs(1);
                    if !child.has_mark(BLACK) {
                        child.set_mark(BLACK, true);
                        living.push(child.address());
                    }
                }
            });
        }
    }
    let dead: Vec<usize> = nodes.iter().copied().filter(|&address| !borrowed(address).has_mark(BLACK)).collect();
    for &address in &dead {
        children(&borrowed(address), &mut |child| {
            if child.has_mark(GRAY) {
                child.add_refs(1);
            }
        });
    }
    for &address in &nodes {
        let obj = borrowed(address);
        obj.add_refs(held + in_table(&obj));
        obj.set_mark(OLD, obj.has_mark(BLACK) || obj.has_mark(OLD));
        obj.set_mark(GRAY | BLACK, false);
    }
    dead
}

/// Makes the object hold nothing.
fn clear(obj: &Obj) {
    let value = Value::Obj(obj.clone());
    match value.view() {
        View::List(list) => drop(list.items.try_borrow_mut().map(|mut items| std::mem::take(&mut *items))),
        View::Dict(dict) => {
            dict.default_factory.set(Value::None);
            dict.clear();
        }
        View::Set(set) => set.clear(),
        View::CellObject(cell) => cell.value.set(Value::Unbound),
        View::Generator(generator) => {
            generator.state.set(GeneratorState::Closed);
            drop(generator.body.try_borrow_mut().map(|mut body| std::mem::replace(&mut *body, Body::Empty)));
        }
        View::FrameObject(frame) => {
            drop(frame.locals.try_borrow_mut().map(|mut locals| std::mem::take(&mut *locals)));
            frame.back.set(Value::None);
        }
        View::Instance(instance) => {
            if let Payload::Native(native) = &instance.payload {
                native.clear();
            }
        }
        View::WeakRef(reference) => reference.callback.set(Value::None),
        View::Code(code) => code.cached_values.iter().for_each(|slot| slot.set(Value::Unbound)),
        _ => {}
    }
}

/// Whether so many have survived that it is time for a full collection.
fn is_full_due() -> bool {
    REGISTRY.with(|registry| registry.old_live.get() > registry.full_at.get())
}

/// What a collection begins with: the young, and the old if it is a full one. All are old from now on. Nothing may die
/// before they have been looked at.
fn take_candidates(scope: Scope) -> Vec<usize> {
    REGISTRY.with(|registry| {
        let (young, old) = unsafe { (&*registry.young.get(), &*registry.old.get()) };
        let known = if scope == Scope::Full { &old[..] } else { &[] };
        let candidates = known.iter().chain(young.iter()).copied().filter(|&address| address != 0).collect();
        registry.promote();
        candidates
    })
}

impl Vm {
    /// `gc.enable`, `gc.disable`.
    pub fn set_collects(&mut self, on: bool) {
        self.collects = on;
    }

    /// Frees the cycles that nobody holds: the young ones, or all. Runs the callbacks of weak references and the finalisers
    /// that this calls for, as `gc.collect` does. Gives how many objects were unreachable.
    pub fn collect_cycles(&mut self, full: bool) -> usize {
        if std::mem::replace(&mut self.collecting, true) {
            return 0;
        }
        let scope = if full || is_full_due() { Scope::Full } else { Scope::Young };
        if scope == Scope::Full {
            self.forget_methods();
        }
        let candidates = take_candidates(scope);
        let dead = find_garbage(&candidates, scope);
        drop(candidates);
        let count = self.bury(dead, false);
        if scope == Scope::Full {
            REGISTRY.with(|registry| registry.full_at.set(2 * registry.old_live.get() + FIRST_FULL));
            super::memory::collected();
        }
        self.collecting = false;
        count
    }

    /// The collection at the end of the program. What its variables reach dies in the order in which it is reached, which is
    /// the order that CPython's collector has put its lists in by then.
    pub fn collect_at_end(&mut self, mut reached: Vec<usize>) {
        self.collecting = true;
        reached.extend(take_candidates(Scope::Full));
        let dead = find_garbage(&reached, Scope::Full);
        self.bury(dead, true);
        self.collecting = false;
    }

    /// Ends the objects, which only hold each other.
    fn bury(&mut self, dead: Vec<usize>, in_order: bool) -> usize {
        if dead.is_empty() {
            return 0;
        }
        let held: Vec<Obj> = dead.iter().map(|&address| unsafe { Obj::from_address(address) }).collect();
        // Weak references that are garbage themselves call nobody back.
        for reference in held.iter().filter_map(|obj| obj.downcast::<WeakRef>()) {
            reference.callback.set(Value::None);
        }
        for obj in held.iter().filter(|obj| obj.has_weak()) {
            super::weak::forget(obj.address());
        }
        self.finalize_dying();
        let mut finalized = false;
        let mut wanting: Vec<&Obj> = held.iter().filter(|obj| !obj.is_finalized() && needs_finalizer(obj)).collect();
        if !in_order {
            // In the order in which they were made, as far as that is known.
            wanting.sort_by_key(|obj| {
                let dict = obj.downcast::<Instance>().and_then(|instance| instance.dict.get());
                let track = dict.map(|dict| &dict.track).or_else(|| obj.track());
                track.map_or(u32::MAX, |track| track.0.get() & !IS_OLD)
            });
        }
        for obj in wanting {
            obj.set_finalized();
            finalized = true;
            self.finalize(&Value::Obj(obj.clone()));
        }
        let dead = if finalized { find_garbage(&dead, Scope::Candidates) } else { dead };
        // What a finaliser has freed already does not count.
        let counts = dead.iter().filter(|&&address| borrowed(address).ref_count() > 1).count();
        // CPython keeps most instances' attributes in the instance, and has no object for them.
        let attributes =
            held.iter().filter_map(|obj| obj.downcast::<Instance>()?.dict.get()).filter(|dict| dict.ref_count() == 2);
        // It does have one for a function's closure.
        let closures = held.iter().filter(|obj| obj.downcast::<Function>().is_some_and(|f| !f.closure.is_empty()));
        let count = (counts + closures.count()).saturating_sub(attributes.count());
        for &address in &dead {
            clear(&borrowed(address));
        }
        drop(held);
        self.finalize_dying();
        count
    }
}

/// Dropped after everything else of a VM: frees the cycles that the program has left. Nobody is told of it.
pub struct Sweep;

impl Drop for Sweep {
    fn drop(&mut self) {
        let candidates = take_candidates(Scope::Full);
        let held: Vec<Obj> = find_garbage(&candidates, Scope::Full)
            .into_iter()
            .map(|address| unsafe { Obj::from_address(address) })
            .collect();
        for obj in &held {
            obj.set_finalized();
            if obj.has_weak() {
                super::weak::forget(obj.address());
            }
        }
        held.iter().for_each(clear);
        drop(held);
        loop {
            let (dying, callbacks) = (super::value::take_dying(), super::weak::take_callbacks());
            if dying.is_empty() && callbacks.is_empty() {
                break;
            }
        }
    }
}
