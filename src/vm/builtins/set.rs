//! `set` and `frozenset` (`Objects/setobject.c`). What an operation iterates over, and when it copies, is CPython's,
//! because it shows in the order of the result.

use super::{class_getitem, new_class_arg, wrap};
use crate::vm::native::NativeFn;
use crate::vm::object::*;
use crate::vm::op::BinOp;
use crate::vm::{Args, Cx, Flow, PyResult, Vm};

/// `self` of a method: a set, or a frozenset where the method is one of its, too.
fn this<'a>(vm: &mut Vm, args: &Args<'a>, method: &str) -> PyResult<&'a Gc<Set>> {
    super::this::<Set>(vm, args, "set", method)
}

/// `self` of a method that only `set` has.
fn this_mutable<'a>(vm: &mut Vm, args: &Args<'a>, method: &str) -> PyResult<&'a Gc<Set>> {
    let set = this(vm, args, method)?;
    if set.frozen {
        let text =
            format!("descriptor '{method}' for 'set' objects doesn't apply to a '{}' object", vm.class_name(&args[0]));
        return Err(vm.type_error(text));
    }
    Ok(set)
}

/// What a set is combined with.
enum Other {
    Set(Gc<Set>),
    Dict(Gc<Dict>),
    Items(Vec<Value>),
}

impl Other {
    /// `None` if the iterable is code of the program.
    fn natively(vm: &mut Vm, value: &Value) -> Option<PyResult<Other>> {
        match value.view() {
            View::Dict(dict) => return Some(Ok(Other::Dict(dict.clone()))),
            _ => {
                if let Some(set) = value.base().downcast::<Set>() {
                    return Some(Ok(Other::Set(set.clone())));
                }
            }
        }
        Some(vm.collect_native(value)?.map(Other::Items))
    }

    /// The keys with their hashes, in order.
    fn entries(&self, vm: &mut Vm) -> PyResult<Vec<(i64, Value)>> {
        let entries = match self {
            Other::Set(set) => set.entries(),
            Other::Dict(dict) => dict.table().live_entries().map(|e| (e.hash as i64, e.key.clone())).collect(),
            Other::Items(items) => {
                items.iter().map(|item| Ok((vm.hash(item)?, item.clone()))).collect::<PyResult<_>>()?
            }
        };
        vm.charge(entries.len());
        Ok(entries)
    }

    /// As a set.
    fn to_set(&self, vm: &mut Vm) -> PyResult<Gc<Set>> {
        if let Other::Set(set) = self {
            return Ok(set.clone());
        }
        let set = Gc::new(Set::new(false));
        update(vm, &set, self)?;
        Ok(set)
    }
}

/// Calls `then` with what the arguments are.
fn with_others(
    vm: &mut Vm,
    args: &[Value],
    then: impl FnOnce(&mut Vm, Vec<Other>) -> PyResult + 'static,
) -> PyResult<Flow> {
    let mut others = Vec::with_capacity(args.len());
    for arg in args {
        match Other::natively(vm, arg) {
            Some(other) => others.push(other?),
            None => break,
        }
    }
    if others.len() == args.len() {
        return then(vm, others).map(Flow::Value);
    }
    let rest = args[others.len()..].to_vec();
    Flow::future(async move {
        for arg in rest {
            let other = match Cx.vm(|vm| Other::natively(vm, &arg)) {
                Some(other) => other?,
                None => Other::Items(Cx.collect(&arg).await?),
            };
            others.push(other);
        }
        Cx.vm(|vm| then(vm, others))
    })
}

/// `key in set`. A set as key stands for the frozenset of its items.
pub fn set_has(vm: &mut Vm, set: &Set, key: &Value) -> PyResult<bool> {
    let key = hashable(key);
    vm.set_contains(set, &key)
}

fn hashable(key: &Value) -> Value {
    match key.base().downcast::<Set>() {
        Some(set) if !set.frozen => Gc::new(set.copy(true)).into(),
        _ => key.clone(),
    }
}

/// `set_merge`: adds the keys of another set.
pub fn set_merge(vm: &mut Vm, set: &Set, other: &Set) -> PyResult<()> {
    if other.is_empty() {
        return Ok(());
    }
    if set.is_untouched() {
        set.take_keys_of(&other.copy(set.frozen));
        return Ok(());
    }
    set.reserve(other.len());
    for (hash, key) in other.entries() {
        add(vm, set, hash, key)?;
    }
    Ok(())
}

/// `set_intersection` of two sets: the smaller one is iterated.
pub fn set_intersection_of(vm: &mut Vm, a: &Set, b: &Set) -> PyResult<Set> {
    let result = Set::new(a.frozen);
    let (small, large) = if b.len() > a.len() { (a, b) } else { (b, a) };
    for (hash, key) in small.entries() {
        if vm.set_find(large, hash, &key)?.is_some() {
            add(vm, &result, hash, key)?;
        }
    }
    Ok(result)
}

/// Every key of `a` is in `b`.
pub fn set_is_subset(vm: &mut Vm, a: &Set, b: &Set) -> PyResult<bool> {
    if a.len() > b.len() {
        return Ok(false);
    }
    vm.charge(a.len());
    for (hash, key) in a.entries() {
        if vm.set_find(b, hash, &key)?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// `a op b` of two sets, of the kind of `a`; `None` if it is no operator of sets.
pub fn combine(vm: &mut Vm, op: BinOp, a: &Gc<Set>, b: &Gc<Set>) -> PyResult<Option<Value>> {
    let other = Other::Set(b.clone());
    let result = match op {
        BinOp::Or => {
            let result = Gc::new(a.copy(a.frozen));
            update(vm, &result, &other)?;
            result
        }
        BinOp::And => intersection(vm, a, &other)?,
        BinOp::Sub => difference(vm, a, &other)?,
        BinOp::Xor => {
            let result = Gc::new(b.copy(a.frozen));
            symmetric_difference_update(vm, &result, &Other::Set(a.clone()))?;
            result
        }
        _ => return Ok(None),
    };
    Ok(Some(result.into()))
}

/// `a op= b` of two sets; false if it is no operator of sets.
pub fn combine_in_place(vm: &mut Vm, op: BinOp, a: &Gc<Set>, b: &Gc<Set>) -> PyResult<bool> {
    let other = Other::Set(b.clone());
    match op {
        BinOp::Or => update(vm, a, &other)?,
        BinOp::And => {
            let kept = intersection(vm, a, &other)?;
            a.take_keys_of(&kept);
        }
        BinOp::Sub => difference_update(vm, a, &other)?,
        BinOp::Xor => symmetric_difference_update(vm, a, &other)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// The operators of `dict.keys()` and `dict.items()`, one of which is an operand; the other may be any iterable, and the
/// result is a set.
pub fn view_combine(vm: &mut Vm, op: BinOp, a: &Value, b: &Value) -> PyResult<Option<Value>> {
    if op == BinOp::And {
        return view_intersection(vm, a, b).map(Some);
    }
    let other = match Other::natively(vm, b) {
        Some(other) => other?,
        None => Other::Items(vm.collect(b)?),
    };
    let own = match a.view() {
        View::DictView(view) if view.part == DictPart::Keys => Other::Dict(view.dict.clone()),
        _ => match Other::natively(vm, a) {
            Some(own) => own?,
            None => Other::Items(vm.collect(a)?),
        },
    };
    let result = set_of(vm, &own, false)?;
    match op {
        BinOp::Or => update(vm, &result, &other)?,
        BinOp::Sub => difference_update(vm, &result, &other)?,
        BinOp::Xor => symmetric_difference_update(vm, &result, &other)?,
        _ => return Ok(None),
    }
    Ok(Some(result.into()))
}

/// `_PyDictView_Intersect`.
fn view_intersection(vm: &mut Vm, a: &Value, b: &Value) -> PyResult {
    let is_view = |value: &Value| matches!(value.view(), View::DictView(_));
    let (view, other) = if is_view(a) { (a, b) } else { (b, a) };
    let len = vm.len(view)?;
    if let View::Set(set) = other.view()
        && !set.frozen
        && len <= set.len()
    {
        let items = Other::Items(vm.collect(view)?);
        return Ok(intersection(vm, set, &items)?.into());
    }
    let (view, other) = if is_view(other) && vm.len(other)? > len { (other, view) } else { (view, other) };
    let result = Gc::new(Set::new(false));
    for item in vm.collect(other)? {
        if vm.contains(view, &item)? {
            vm.set_add(&result, item)?;
        }
    }
    Ok(result.into())
}

/// `set.update(iterable)`; the result of the flow is None.
pub fn update_flow(vm: &mut Vm, set: &Gc<Set>, iterable: &Value) -> PyResult<Flow> {
    let set = set.clone();
    with_others(vm, std::slice::from_ref(iterable), move |vm, others| {
        update(vm, &set, &others[0])?;
        Ok(Value::None)
    })
}

/// Adds a key, if it is new (`set_add_entry`); `MemoryError` past the limit.
fn add(vm: &mut Vm, set: &Set, hash: i64, key: Value) -> PyResult<()> {
    vm.set_add_hashed(set, hash, key)?;
    Ok(())
}

/// `set_update_internal`.
fn update(vm: &mut Vm, set: &Gc<Set>, other: &Other) -> PyResult<()> {
    match other {
        Other::Set(other) => {
            if other.is(set) {
                return Ok(());
            }
            vm.charge(other.len());
            return set_merge(vm, set, other);
        }
        Other::Dict(dict) => set.reserve(dict.len()),
        Other::Items(_) => {}
    }
    if let Other::Items(items) = other {
        // One after the other: a fault in the middle leaves what was added before.
        vm.charge(items.len());
        for item in items {
            vm.set_add(set, item.clone())?;
        }
        return Ok(());
    }
    for (hash, key) in other.entries(vm)? {
        add(vm, set, hash, key)?;
    }
    Ok(())
}

/// A set with the items of an iterable.
fn set_of(vm: &mut Vm, other: &Other, frozen: bool) -> PyResult<Gc<Set>> {
    if let Other::Set(set) = other {
        return Ok(Gc::new(set.copy(frozen)));
    }
    let set = Gc::new(Set::new(frozen));
    update(vm, &set, other)?;
    Ok(set)
}

fn set_new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let base = vm.types.set.clone();
    let class = new_class_arg(vm, &args, &base)?;
    Ok(wrap(&class, &base, Gc::new(Set::new(false)).into()))
}

fn set_init(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let set = this_mutable(vm, &args, "__init__")?.clone();
    args.no_keywords(vm, "set")?;
    args.count(vm, "set", 1, 0, 1)?;
    set.clear();
    with_others(vm, &args.values[1..], move |vm, others| {
        for other in &others {
            update(vm, &set, other)?;
        }
        Ok(Value::None)
    })
}

fn frozenset_new(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let base = vm.types.frozenset.clone();
    let class = new_class_arg(vm, &args, &base)?;
    if class.is(&base) {
        args.count(vm, "frozenset", 1, 0, 1)?;
        if let Some(View::Set(set)) = args.get(1).map(Value::view)
            && set.frozen
        {
            return Ok(set.value().into());
        }
    }
    with_others(vm, args.get(1).map_or(&[], std::slice::from_ref), move |vm, others| {
        let set = match others.first() {
            Some(other) => set_of(vm, other, true)?,
            None => Gc::new(Set::new(true)),
        };
        Ok(wrap(&class, &base, set.into()))
    })
}

fn set_add(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let set = this_mutable(vm, &args, "add")?;
    let key = args.one(vm, "set.add")?;
    vm.set_add(set, key.clone())?;
    Ok(Value::None)
}

fn set_remove(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let set = this_mutable(vm, &args, "remove")?;
    let key = args.one(vm, "set.remove")?;
    match vm.set_remove(set, &hashable(key))? {
        Some(_) => Ok(Value::None),
        None => Err(vm.key_error(key.clone())),
    }
}

fn set_discard(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let set = this_mutable(vm, &args, "discard")?;
    let key = args.one(vm, "set.discard")?;
    vm.set_remove(set, &hashable(key))?;
    Ok(Value::None)
}

fn set_pop(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let set = this_mutable(vm, &args, "pop")?;
    args.none(vm, "set.pop")?;
    match set.pop() {
        Some(key) => Ok(key),
        None => Err(vm.key_error("pop from an empty set".into())),
    }
}

fn set_clear(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let set = this_mutable(vm, &args, "clear")?;
    args.none(vm, "set.clear")?;
    set.clear();
    Ok(Value::None)
}

fn set_copy(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let set = this(vm, &args, "copy")?;
    args.none(vm, "set.copy")?;
    if set.frozen && matches!(args[0].view(), View::Set(_)) {
        return Ok(args[0].clone());
    }
    vm.charge(set.len());
    Ok(Gc::new(set.copy(set.frozen)).into())
}

fn set_update(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let set = this_mutable(vm, &args, "update")?.clone();
    args.no_keywords(vm, "set.update")?;
    with_others(vm, &args.values[1..], move |vm, others| {
        for other in &others {
            update(vm, &set, other)?;
        }
        Ok(Value::None)
    })
}

fn set_union(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let set = this(vm, &args, "union")?.clone();
    args.no_keywords(vm, "set.union")?;
    with_others(vm, &args.values[1..], move |vm, others| {
        let result = Gc::new(set.copy(set.frozen));
        for other in &others {
            update(vm, &result, other)?;
        }
        Ok(result.into())
    })
}

/// `set_intersection`.
fn intersection(vm: &mut Vm, set: &Gc<Set>, other: &Other) -> PyResult<Gc<Set>> {
    if let Other::Set(other) = other {
        if other.is(set) {
            return Ok(Gc::new(set.copy(set.frozen)));
        }
        vm.charge(set.len().min(other.len()));
        return set_intersection_of(vm, set, other).map(Gc::new);
    }
    let result = Gc::new(Set::new(set.frozen));
    for (hash, key) in other.entries(vm)? {
        if vm.set_find(set, hash, &key)?.is_some() {
            add(vm, &result, hash, key)?;
        }
    }
    Ok(result)
}

fn set_intersection(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let set = this(vm, &args, "intersection")?.clone();
    args.no_keywords(vm, "set.intersection")?;
    with_others(vm, &args.values[1..], move |vm, others| {
        let mut result = match others.is_empty() {
            true => Gc::new(set.copy(set.frozen)),
            false => set,
        };
        for other in &others {
            result = intersection(vm, &result, other)?;
        }
        Ok(result.into())
    })
}

fn set_intersection_update(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let set = this_mutable(vm, &args, "intersection_update")?.clone();
    args.no_keywords(vm, "set.intersection_update")?;
    with_others(vm, &args.values[1..], move |vm, others| {
        let mut result = set.clone();
        for other in &others {
            result = intersection(vm, &result, other)?;
        }
        if !result.is(&set) {
            set.take_keys_of(&result);
        }
        Ok(Value::None)
    })
}

/// `set_difference_update_internal`.
fn difference_update(vm: &mut Vm, set: &Gc<Set>, other: &Other) -> PyResult<()> {
    if matches!(other, Other::Set(other) if other.is(set)) {
        set.clear();
        return Ok(());
    }
    for (hash, key) in other.entries(vm)? {
        if let Some(place) = vm.set_find(set, hash, &key)? {
            drop(set.remove_at(place));
        }
    }
    set.drop_deleted();
    Ok(())
}

/// `set_difference`.
fn difference(vm: &mut Vm, set: &Gc<Set>, other: &Other) -> PyResult<Gc<Set>> {
    let other_len = match other {
        Other::Set(other) => other.len(),
        Other::Dict(other) => other.len(),
        Other::Items(_) => 0,
    };
    if matches!(other, Other::Items(_)) || set.len() >> 2 > other_len {
        let result = Gc::new(set.copy(set.frozen));
        difference_update(vm, &result, other)?;
        return Ok(result);
    }
    vm.charge(set.len());
    let result = Gc::new(Set::new(set.frozen));
    for (hash, key) in set.entries() {
        let found = match other {
            Other::Set(other) => vm.set_find(other, hash, &key)?.is_some(),
            Other::Dict(other) => vm.dict_find(other, hash as u64, &key)?.is_some(),
            Other::Items(_) => false,
        };
        if !found {
            add(vm, &result, hash, key)?;
        }
    }
    Ok(result)
}

fn set_difference(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let set = this(vm, &args, "difference")?.clone();
    args.no_keywords(vm, "set.difference")?;
    with_others(vm, &args.values[1..], move |vm, others| {
        let Some((first, rest)) = others.split_first() else {
            return Ok(Gc::new(set.copy(set.frozen)).into());
        };
        let result = difference(vm, &set, first)?;
        for other in rest {
            difference_update(vm, &result, other)?;
        }
        Ok(result.into())
    })
}

fn set_difference_update(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let set = this_mutable(vm, &args, "difference_update")?.clone();
    args.no_keywords(vm, "set.difference_update")?;
    with_others(vm, &args.values[1..], move |vm, others| {
        for other in &others {
            difference_update(vm, &set, other)?;
        }
        Ok(Value::None)
    })
}

/// `set_symmetric_difference_update`.
fn symmetric_difference_update(vm: &mut Vm, set: &Gc<Set>, other: &Other) -> PyResult<()> {
    if matches!(other, Other::Set(other) if other.is(set)) {
        set.clear();
        return Ok(());
    }
    let entries = match other {
        // Doubles are taken out first.
        Other::Items(_) => Other::Set(other.to_set(vm)?).entries(vm)?,
        other => other.entries(vm)?,
    };
    for (hash, key) in entries {
        match vm.set_find(set, hash, &key)? {
            Some(place) => drop(set.remove_at(place)),
            None => add(vm, set, hash, key)?,
        }
    }
    Ok(())
}

fn set_symmetric_difference(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let set = this(vm, &args, "symmetric_difference")?.clone();
    args.one(vm, "set.symmetric_difference")?;
    with_others(vm, &args.values[1..2], move |vm, others| {
        let result = set_of(vm, &others[0], set.frozen)?;
        symmetric_difference_update(vm, &result, &Other::Set(set))?;
        Ok(result.into())
    })
}

fn set_symmetric_difference_update(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let set = this_mutable(vm, &args, "symmetric_difference_update")?.clone();
    args.one(vm, "set.symmetric_difference_update")?;
    with_others(vm, &args.values[1..2], move |vm, others| {
        symmetric_difference_update(vm, &set, &others[0])?;
        Ok(Value::None)
    })
}

fn set_issubset(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let set = this(vm, &args, "issubset")?.clone();
    args.one(vm, "set.issubset")?;
    with_others(vm, &args.values[1..2], move |vm, others| {
        let other = others[0].to_set(vm)?;
        set_is_subset(vm, &set, &other).map(Value::Bool)
    })
}

fn set_issuperset(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let set = this(vm, &args, "issuperset")?.clone();
    args.one(vm, "set.issuperset")?;
    with_others(vm, &args.values[1..2], move |vm, others| {
        if let Other::Set(other) = &others[0] {
            return set_is_subset(vm, other, &set).map(Value::Bool);
        }
        for (hash, key) in others[0].entries(vm)? {
            if vm.set_find(&set, hash, &key)?.is_none() {
                return Ok(Value::FALSE);
            }
        }
        Ok(Value::TRUE)
    })
}

fn set_isdisjoint(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let set = this(vm, &args, "isdisjoint")?.clone();
    args.one(vm, "set.isdisjoint")?;
    with_others(vm, &args.values[1..2], move |vm, others| {
        let (entries, set) = match &others[0] {
            Other::Set(other) if other.len() > set.len() => (set.entries(), other.clone()),
            other => (other.entries(vm)?, set),
        };
        for (hash, key) in entries {
            if vm.set_find(&set, hash, &key)?.is_some() {
                return Ok(Value::FALSE);
            }
        }
        Ok(Value::TRUE)
    })
}

/// Fills `set` and `frozenset`.
pub fn install(vm: &mut Vm) {
    use NativeFn::{Flow as F, Plain as P};
    let (set, frozenset) = (vm.types.set.clone(), vm.types.frozenset.clone());
    vm.constructor(&set, P(set_new));
    vm.constructor(&frozenset, F(frozenset_new));
    let shared = [
        ("copy", P(set_copy)),
        ("union", F(set_union)),
        ("intersection", F(set_intersection)),
        ("difference", F(set_difference)),
        ("symmetric_difference", F(set_symmetric_difference)),
        ("issubset", F(set_issubset)),
        ("issuperset", F(set_issuperset)),
        ("isdisjoint", F(set_isdisjoint)),
    ];
    let mutable = [
        ("__init__", F(set_init)),
        ("add", P(set_add)),
        ("remove", P(set_remove)),
        ("discard", P(set_discard)),
        ("pop", P(set_pop)),
        ("clear", P(set_clear)),
        ("update", F(set_update)),
        ("intersection_update", F(set_intersection_update)),
        ("difference_update", F(set_difference_update)),
        ("symmetric_difference_update", F(set_symmetric_difference_update)),
    ];
    for (name, func) in shared {
        vm.method(&set, name, func);
        vm.method(&frozenset, name, func);
    }
    for (name, func) in mutable {
        vm.method(&set, name, func);
    }
    for class in [&set, &frozenset] {
        vm.class_method(class, "__class_getitem__", P(class_getitem));
    }
}
