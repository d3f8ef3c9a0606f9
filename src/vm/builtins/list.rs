//! `list` (`Objects/listobject.c`), and sorting.

use super::items::{check_size, find_in_list, find_in_slice, set_item};
use super::iterators::{reversed, with_items};
use super::loops::Loop;
use super::{class_getitem, new_class_arg, this, wrap};
use crate::vm::native::NativeFn;
use crate::vm::object::*;
use crate::vm::op::CmpOp;
use crate::vm::{Args, Cx, Flow, PyResult, Vm};

fn list_new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let base = vm.types.list.clone();
    let class = new_class_arg(vm, &args, &base)?;
    Ok(wrap(&class, &base, Value::from(Vec::new())))
}

fn list_init(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let list = this::<List>(vm, &args, "list", "__init__")?.clone();
    args.no_keywords(vm, "list")?;
    args.count(vm, "list", 1, 0, 1)?;
    let Some(iterable) = args.get(1) else {
        drop(std::mem::take(&mut *list.items.borrow_mut()));
        return Ok(Value::None.into());
    };
    with_items(vm, iterable, move |_, items| {
        drop(list.items.replace(items));
        Ok(Value::None)
    })
}

/// `list.append`; `MemoryError` past the limit.
pub fn append(vm: &mut Vm, list: &List, value: Value) -> PyResult<()> {
    let mut items = list.items.borrow_mut();
    if items.len() == items.capacity() {
        check_size(vm, items.len() + 1, size_of::<Value>())?;
    }
    items.push(value);
    Ok(())
}

fn list_append(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = this::<List>(vm, &args, "list", "append")?;
    let value = args.one(vm, "list.append")?;
    append(vm, list, value.clone())?;
    Ok(Value::None)
}

/// `list.extend`, with the items at hand.
pub fn extend(vm: &mut Vm, list: &List, new: Vec<Value>) -> PyResult<()> {
    let len = list.items.borrow().len();
    check_size(vm, len + new.len(), size_of::<Value>())?;
    list.items.borrow_mut().extend(new);
    Ok(())
}

fn list_extend(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let list = this::<List>(vm, &args, "list", "extend")?.clone();
    let iterable = args.one(vm, "list.extend")?;
    with_items(vm, iterable, move |vm, items| extend(vm, &list, items).map(|()| Value::None))
}

fn list_insert(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = this::<List>(vm, &args, "list", "insert")?;
    args.count(vm, "insert", 1, 2, 2)?;
    let index = vm.index_i64(&args[1])?;
    let len = list.items.borrow().len();
    check_size(vm, len + 1, size_of::<Value>())?;
    let place = if index < 0 { index.saturating_add(len as i64).max(0) } else { index.min(len as i64) } as usize;
    vm.charge((len - place) / 16);
    list.items.borrow_mut().insert(place, args[2].clone());
    Ok(Value::None)
}

fn list_pop(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = this::<List>(vm, &args, "list", "pop")?;
    args.count(vm, "pop", 1, 0, 1)?;
    let index = match args.get(1) {
        Some(index) => vm.index_i64(index)?,
        None => -1,
    };
    let len = list.items.borrow().len();
    if len == 0 {
        return Err(vm.index_error("pop from empty list"));
    }
    let place = if index < 0 { index.saturating_add(len as i64) } else { index };
    if place < 0 || place >= len as i64 {
        return Err(vm.index_error("pop index out of range"));
    }
    vm.charge((len - place as usize) / 16);
    Ok(list.items.borrow_mut().remove(place as usize))
}

fn list_remove(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = this::<List>(vm, &args, "list", "remove")?;
    let value = args.one(vm, "list.remove")?;
    match find_in_list(vm, list, value, 0, usize::MAX)? {
        Some(place) => {
            let mut items = list.items.borrow_mut();
            // An `__eq__` of the program may have changed the list.
            let old = (place < items.len()).then(|| items.remove(place));
            drop(items);
            drop(old);
            Ok(Value::None)
        }
        None => Err(vm.value_error("list.remove(x): x not in list")),
    }
}

fn list_clear(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = this::<List>(vm, &args, "list", "clear")?;
    args.none(vm, "list.clear")?;
    drop_backwards(list.items.take());
    Ok(Value::None)
}

fn list_copy(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = this::<List>(vm, &args, "list", "copy")?;
    args.none(vm, "list.copy")?;
    let items = list.items.borrow().clone();
    vm.charge(items.len() / 8);
    Ok(items.into())
}

fn list_reverse(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = this::<List>(vm, &args, "list", "reverse")?;
    args.none(vm, "list.reverse")?;
    list.items.borrow_mut().reverse();
    Ok(Value::None)
}

fn list_count(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = this::<List>(vm, &args, "list", "count")?;
    let value = args.one(vm, "list.count")?;
    let mut count = 0;
    let mut from = 0;
    while let Some(place) = find_in_list(vm, list, value, from, usize::MAX)? {
        count += 1;
        from = place + 1;
    }
    Ok(Value::Int(count))
}

/// The `start` and `stop` of `index` methods, clipped to the length.
fn bounds(vm: &mut Vm, args: Args<'_>, len: usize) -> PyResult<(usize, usize)> {
    args.count(vm, "index", 1, 1, 3)?;
    let mut bounds = [0, len as i64];
    for (bound, arg) in bounds.iter_mut().zip(&args.values[2..]) {
        let is_index = vm.index_opt(arg).is_some();
        if !is_index {
            return Err(vm.type_error("slice indices must be integers or have an __index__ method"));
        }
        let index = match vm.index(arg)? {
            Value::Int(i) => i,
            big => match big.downcast::<BigInt>() {
                Some(big) if big.0.sign() == num_bigint::Sign::Minus => i64::MIN,
                _ => i64::MAX,
            },
        };
        *bound = if index < 0 { index.saturating_add(len as i64).max(0) } else { index.min(len as i64) };
    }
    Ok((bounds[0] as usize, bounds[1] as usize))
}

fn list_index(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = this::<List>(vm, &args, "list", "index")?;
    let len = list.items.borrow().len();
    let (start, stop) = bounds(vm, args, len)?;
    // Without a `stop` the list may grow while it is searched.
    let stop = if args.values.len() < 4 { usize::MAX } else { stop };
    match find_in_list(vm, list, &args[1], start, stop)? {
        Some(place) => Ok(Value::from(place)),
        None => {
            let text = format!("{} is not in list", vm.repr(&args[1])?);
            Err(vm.value_error(text))
        }
    }
}

/// `tuple.index`.
pub fn tuple_index(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let tuple = this::<Tuple>(vm, &args, "tuple", "index")?;
    let (start, stop) = bounds(vm, args, tuple.items.len())?;
    let found = if start < stop { find_in_slice(vm, &tuple.items[start..stop], &args[1])? } else { None };
    match found {
        Some(place) => Ok(Value::from(start + place)),
        None => Err(vm.value_error("tuple.index(x): x not in tuple")),
    }
}

fn list_setitem(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = this::<List>(vm, &args, "list", "__setitem__")?.value();
    args.count(vm, "", 1, 2, 2)?;
    set_item(vm, &list, &args[1], Some(args[2].clone()))?;
    Ok(Value::None)
}

fn list_delitem(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = this::<List>(vm, &args, "list", "__delitem__")?.value();
    if args.values.len() != 2 {
        return Err(vm.type_error(format!("expected 1 argument, got {}", args.values.len() - 1)));
    }
    set_item(vm, &list, &args[1], None)?;
    Ok(Value::None)
}

fn list_reversed(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let list = this::<List>(vm, &args, "list", "__reversed__")?.value();
    args.none(vm, "list.__reversed__")?;
    Ok(reversed(vm, &list).expect("a list can be reversed"))
}

fn list_sort(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let list = this::<List>(vm, &args, "list", "sort")?.clone();
    let [key, reverse] = args.skip(1).bind(vm, "sort", ["key", "reverse"], 0, 0)?;
    let reverse = !reverse.is_unbound() && vm.truth(&reverse)?;
    // While it is sorted the list is empty, so that nobody sees it half sorted.
    let items = list.items.take();
    sort_flow(vm, items, key, reverse, move |vm, items, fault| {
        let meanwhile = list.items.replace(items);
        match fault {
            Some(exc) => Err(exc),
            None if !meanwhile.is_empty() => Err(vm.value_error("list modified during sort")),
            None => Ok(Value::None),
        }
    })
}

/// `sorted(iterable, /, *, key=None, reverse=False)`.
pub fn sorted(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let positional = args.positional().len();
    if positional != 1 {
        return Err(vm.type_error(format!("sorted expected 1 argument, got {positional}")));
    }
    let iterable = args[0].clone();
    let [key, reverse] = args.skip(1).bind(vm, "sort", ["key", "reverse"], 0, 0)?;
    let reverse = !reverse.is_unbound() && vm.truth(&reverse)?;
    let finish = |_: &mut Vm, items: Vec<Value>, fault: Option<crate::vm::Exc>| match fault {
        Some(exc) => Err(exc),
        None => Ok(items.into()),
    };
    if let Some(items) = vm.collect_native(&iterable) {
        return sort_flow(vm, items?, key, reverse, finish);
    }
    Flow::future(async move {
        let items = Cx.collect(&iterable).await?;
        let flow = Cx.vm(|vm| sort_flow(vm, items, key, reverse, finish))?;
        Cx.flow(flow).await
    })
}

/// Sorts, and calls `finish` with the items, and with the fault that stopped it if there was one.
fn sort_flow(
    vm: &mut Vm,
    mut items: Vec<Value>,
    key: Value,
    reverse: bool,
    finish: impl FnOnce(&mut Vm, Vec<Value>, Option<crate::vm::Exc>) -> PyResult + 'static,
) -> PyResult<Flow> {
    if key.is_unbound() || key.is_none() {
        let fault = sort(vm, &mut items, reverse).err();
        return finish(vm, items, fault).map(Flow::Value);
    }
    Flow::future(async move {
        let list: Value = items.clone().into();
        let keys = match Cx.vm(|vm| vm.iter(&list)) {
            Ok(iterator) => Cx.run_loop(Loop::Keys, vec![iterator, key]).await,
            Err(exc) => Err(exc),
        };
        let keys = match keys {
            Ok(keys) => keys.downcast::<List>().map(|keys| keys.items.take()).unwrap_or_default(),
            Err(exc) => return Cx.vm(|vm| finish(vm, items, Some(exc))),
        };
        Cx.vm(|vm| {
            let fault = match sort_order(vm, &keys, reverse) {
                Ok(order) => {
                    let mut taken: Vec<Value> = std::mem::take(&mut items);
                    items = order.into_iter().map(|i| taken[i as usize].take()).collect();
                    None
                }
                Err(exc) => Some(exc),
            };
            finish(vm, items, fault)
        })
    })
}

/// Sorts the items by `<`, stably.
pub fn sort(vm: &mut Vm, items: &mut Vec<Value>, reverse: bool) -> PyResult<()> {
    vm.charge(items.len());
    if items.iter().all(|v| matches!(v, Value::Int(_))) {
        // Equal ints cannot be told apart.
        let mut ints: Vec<i64> = items.iter().map(|v| if let Value::Int(i) = v { *i } else { 0 }).collect();
        ints.sort_unstable();
        if reverse {
            ints.reverse();
        }
        vm.charge(ints.len() * (ints.len().max(1).ilog2() as usize) / 16);
        for (item, int) in items.iter_mut().zip(ints) {
            *item = Value::Int(int);
        }
        return Ok(());
    }
    let order = sort_order(vm, items, reverse)?;
    let mut taken = std::mem::take(items);
    *items = order.into_iter().map(|i| taken[i as usize].take()).collect();
    Ok(())
}

/// The places of the keys in sorted order; equal ones stay in their order, also in reverse.
fn sort_order(vm: &mut Vm, keys: &[Value], reverse: bool) -> PyResult<Vec<u32>> {
    let mut order: Vec<u32> = (0..keys.len() as u32).collect();
    if reverse {
        order.reverse();
    }
    vm.charge(keys.len() * (keys.len().max(1).ilog2() as usize) / 8);
    let at = |i: &u32| &keys[*i as usize];
    if keys.iter().all(|k| matches!(k, Value::Int(_))) {
        order.sort_by_key(|i| if let Value::Int(n) = at(i) { *n } else { 0 });
    } else if keys.iter().all(|k| k.str().is_some()) {
        order.sort_by(|a, b| at(a).str().map(|s| s.as_str()).cmp(&at(b).str().map(|s| s.as_str())));
    } else if keys.iter().all(|k| matches!(k, Value::Float(f) if !f.is_nan())) {
        let float = |i: &u32| if let Value::Float(f) = at(i) { *f } else { 0.0 };
        order.sort_by(|a, b| float(a).partial_cmp(&float(b)).unwrap_or(std::cmp::Ordering::Equal));
    } else {
        merge_sort(&mut order, &mut |a, b| less(vm, &keys[a as usize], &keys[b as usize]))?;
    }
    if reverse {
        order.reverse();
    }
    Ok(order)
}

/// `a < b`.
fn less(vm: &mut Vm, a: &Value, b: &Value) -> PyResult<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => return Ok(a < b),
        (Value::Float(a), Value::Float(b)) => return Ok(a < b),
        _ => {}
    }
    match (a.view(), b.view()) {
        (View::Str(a), View::Str(b)) => Ok(a.as_str() < b.as_str()),
        (View::Tuple(x), View::Tuple(y)) => {
            vm.charge(1);
            for (p, q) in x.items.iter().zip(y.items.iter()) {
                if !vm.eq(p, q)? {
                    if matches!(p.view(), View::Tuple(_)) {
                        return vm.compare_truth(CmpOp::Lt, p, q);
                    }
                    return less(vm, p, q);
                }
            }
            Ok(x.items.len() < y.items.len())
        }
        _ => {
            vm.charge(1);
            vm.compare_truth(CmpOp::Lt, a, b)
        }
    }
}

type Less<'a> = dyn FnMut(u32, u32) -> PyResult<bool> + 'a;

/// A stable merge sort of natural runs with CPython's shape (`list.sort`: `count_run`, `binarysort`, then merges), for
/// a `<` that may fail or be no order at all. It compares in CPython's order up to the length of `MIN_MERGE`.
fn merge_sort(order: &mut [u32], less: &mut Less<'_>) -> PyResult<()> {
    let len = order.len();
    if len < 2 {
        return Ok(());
    }
    let min_run = min_run(len);
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    let mut buffer = Vec::new();
    while start < len {
        let mut run = count_run(&mut order[start..], less)?;
        if run < min_run {
            let forced = min_run.min(len - start);
            binary_sort(&mut order[start..start + forced], run, less)?;
            run = forced;
        }
        runs.push((start, run));
        start += run;
        // Keeps the lengths of the runs decreasing, so that merges are balanced.
        while runs.len() > 1 {
            let n = runs.len();
            let (a, b) = (runs[n - 2], runs[n - 1]);
            let at = if n > 2 && runs[n - 3].1 <= a.1 + b.1 {
                if runs[n - 3].1 < b.1 { n - 3 } else { n - 2 }
            } else if a.1 <= b.1 {
                n - 2
            } else {
                break;
            };
            merge(order, &mut runs, at, &mut buffer, less)?;
        }
    }
    while runs.len() > 1 {
        let n = runs.len();
        let at = if n > 2 && runs[n - 3].1 < runs[n - 1].1 { n - 3 } else { n - 2 };
        merge(order, &mut runs, at, &mut buffer, less)?;
    }
    Ok(())
}

/// Lists shorter than this are sorted by binary insertion (`MAX_MINRUN` of CPython).
const MIN_MERGE: usize = 64;

fn min_run(mut len: usize) -> usize {
    let mut rest = 0;
    while len >= MIN_MERGE {
        rest |= len & 1;
        len >>= 1;
    }
    len + rest
}

/// The length of the run at the start, which is turned round if it is descending.
fn count_run(order: &mut [u32], less: &mut Less<'_>) -> PyResult<usize> {
    let len = order.len();
    let mut n = 1;
    while n < len && !less(order[n], order[n - 1])? {
        n += 1;
    }
    // Not descending, or a rise before the first fall: it ends here.
    if n == len || (n > 1 && less(order[0], order[n - 1])?) {
        return Ok(n);
    }
    // All equal so far, then a fall: a run that goes down, with equal stretches in it that keep their order.
    order[..n].reverse();
    let mut equal_from = n;
    n += 1;
    while n < len {
        if less(order[n], order[n - 1])? {
            order[equal_from..n].reverse();
            equal_from = n;
        } else if less(order[n - 1], order[n])? {
            break;
        }
        n += 1;
    }
    order[equal_from..n].reverse();
    order[..n].reverse();
    // Turned round, it may go on upwards.
    while n < len && !less(order[n], order[n - 1])? {
        n += 1;
    }
    Ok(n)
}

/// Sorts where the first `sorted` are in order.
fn binary_sort(order: &mut [u32], sorted: usize, less: &mut Less<'_>) -> PyResult<()> {
    for i in sorted.max(1)..order.len() {
        let pivot = order[i];
        let (mut low, mut high) = (0, i);
        while low < high {
            let middle = (low + high) / 2;
            if less(pivot, order[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        order[low..=i].rotate_right(1);
    }
    Ok(())
}

/// Merges the runs `at` and `at + 1`.
fn merge(
    order: &mut [u32],
    runs: &mut Vec<(usize, usize)>,
    at: usize,
    buffer: &mut Vec<u32>,
    less: &mut Less<'_>,
) -> PyResult<()> {
    let (start, left) = runs[at];
    let (middle, right) = runs.remove(at + 1);
    runs[at].1 = left + right;
    let end = middle + right;
    buffer.clear();
    buffer.extend_from_slice(&order[start..middle]);
    let (mut i, mut j, mut out) = (0, middle, start);
    while i < buffer.len() && j < end {
        if less(order[j], buffer[i])? {
            order[out] = order[j];
            j += 1;
        } else {
            order[out] = buffer[i];
            i += 1;
        }
        out += 1;
    }
    order[out..out + buffer.len() - i].copy_from_slice(&buffer[i..]);
    Ok(())
}

/// Fills `list`.
pub fn install(vm: &mut Vm) {
    use NativeFn::{Flow as F, Plain as P};
    let class = vm.types.list.clone();
    vm.constructor(&class, P(list_new));
    let methods = [
        ("__init__", F(list_init)),
        ("append", P(list_append)),
        ("clear", P(list_clear)),
        ("copy", P(list_copy)),
        ("count", P(list_count)),
        ("extend", F(list_extend)),
        ("index", P(list_index)),
        ("insert", P(list_insert)),
        ("pop", P(list_pop)),
        ("remove", P(list_remove)),
        ("reverse", P(list_reverse)),
        ("sort", F(list_sort)),
        ("__setitem__", P(list_setitem)),
        ("__delitem__", P(list_delitem)),
        ("__reversed__", P(list_reversed)),
    ];
    for (name, func) in methods {
        vm.method(&class, name, func);
    }
    vm.class_method(&class, "__class_getitem__", P(class_getitem));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merge_sort_is_stable_and_sorts() {
        for len in [0, 1, 2, 3, 10, 63, 64, 65, 200, 1000, 5000] {
            for modulus in [2u64, 7, 1000, 1 << 40] {
                let mut seed = len as u64 * 31 + modulus;
                let keys: Vec<u64> = (0..len)
                    .map(|_| {
                        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                        (seed >> 20) % modulus
                    })
                    .collect();
                let mut order: Vec<u32> = (0..len as u32).collect();
                let mut expected = order.clone();
                expected.sort_by_key(|&i| keys[i as usize]);
                let result = merge_sort(&mut order, &mut |a, b| Ok(keys[a as usize] < keys[b as usize]));
                assert!(result.is_ok());
                assert_eq!(order, expected, "{len} keys below {modulus}");
                let mut down: Vec<u32> = (0..len as u32).rev().collect();
                let result = merge_sort(&mut down, &mut |a, b| Ok(a < b));
                assert!(result.is_ok() && down.is_sorted());
            }
        }
    }
}
