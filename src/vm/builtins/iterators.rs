//! Iterators: those of the builtin types, and `enumerate`, `zip`, `map`, `filter`, `reversed`, `iter(callable, sentinel)`.
//!
//! Where everything below is native, an iterator is an `Iter` with a closure. Where an iterator or a function is the
//! program's, it is a native generator, so that the program's code can suspend.

use std::cell::RefCell;

use super::items;
use super::loops::Loop;
use crate::vm::native::{NativeFn, Resume, unexpected_keyword};
use crate::vm::object::*;
use crate::vm::op::BinOp;
use crate::vm::protocol::char_value;
use crate::vm::{Args, Cx, Flow, PyResult, Vm};

/// The next item of a builtin iterator, `None` at its end.
#[inline]
pub fn next(vm: &mut Vm, iter: &Gc<Iter>) -> PyResult<Option<Value>> {
    let Ok(mut state) = iter.state.try_borrow_mut() else {
        return Err(vm.value_error("iterator already executing"));
    };
    let item = match &mut *state {
        IterState::Range { next, step, left } => {
            if *left == 0 {
                return Ok(None);
            }
            *left -= 1;
            let value = *next;
            *next = next.wrapping_add(*step);
            return Ok(Some(Value::Int(value)));
        }
        IterState::List { list, index } => {
            let item = list.items.borrow().get(*index).cloned();
            *index += 1;
            item
        }
        IterState::Tuple { tuple, index } => {
            let item = tuple.items.get(*index).cloned();
            *index += 1;
            item
        }
        IterState::Dict { dict, what, index, len, left, reversed } => {
            if dict.len() != *len {
                *len = usize::MAX;
                return Err(vm.runtime_error("dictionary changed size during iteration"));
            }
            let entry = if *reversed { previous_entry(dict, *what, index) } else { next_entry(dict, *what, index) };
            if entry.is_some() {
                if *left == 0 {
                    return Err(vm.runtime_error("dictionary keys changed during iteration"));
                }
                *left -= 1;
            }
            entry
        }
        IterState::Str { string, offset } => match string.as_str()[*offset..].chars().next() {
            Some(c) => {
                *offset += c.len_utf8();
                Some(char_value(c))
            }
            None => None,
        },
        IterState::Set { set, index, len } => {
            if set.len() != *len {
                *len = usize::MAX;
                return Err(vm.runtime_error("Set changed size during iteration"));
            }
            set.next_from(*index).map(|(place, key)| {
                *index = place + 1;
                key
            })
        }
        IterState::ListReversed { list, index } => match index.checked_sub(1) {
            Some(place) => {
                *index = place;
                list.items.borrow().get(place).cloned()
            }
            None => None,
        },
        IterState::Native(step) => step(vm)?,
        IterState::Done => return Ok(None),
    };
    if item.is_none() {
        let done = std::mem::replace(&mut *state, IterState::Done);
        drop(state);
        drop(done);
    }
    Ok(item)
}

#[inline]
fn next_entry(dict: &Dict, what: DictPart, index: &mut usize) -> Option<Value> {
    let table = dict.table();
    loop {
        let entry = table.entries.get(*index)?;
        *index += 1;
        if !entry.key.is_unbound() {
            return Some(part(&entry.key, &entry.value, what));
        }
    }
}

fn previous_entry(dict: &Dict, what: DictPart, index: &mut usize) -> Option<Value> {
    let (place, key, value) = dict.previous_from(*index)?;
    *index = place;
    Some(part(&key, &value, what))
}

fn part(key: &Value, value: &Value, what: DictPart) -> Value {
    match what {
        DictPart::Keys => key.clone(),
        DictPart::Values => value.clone(),
        DictPart::Items => Gc::new(Tuple::from(vec![key.clone(), value.clone()])).into(),
    }
}

/// How many items are left, where that is known.
fn length_hint(iter: &Iter) -> usize {
    match iter.state.try_borrow().as_deref() {
        Ok(IterState::List { list, index }) => list.items.borrow().len().saturating_sub(*index),
        Ok(IterState::ListReversed { index, .. }) => *index,
        Ok(IterState::Tuple { tuple, index }) => tuple.items.len().saturating_sub(*index),
        Ok(IterState::Range { left, .. }) => *left as usize,
        Ok(IterState::Str { string, offset }) => string.as_str()[*offset..].chars().count(),
        Ok(IterState::Dict { dict, len, left, .. }) if dict.len() == *len => *left,
        Ok(IterState::Set { set, index, len }) if set.len() == *len => {
            let mut at = *index;
            std::iter::from_fn(|| {
                let (place, _) = set.next_from(at)?;
                at = place + 1;
                Some(())
            })
            .count()
        }
        _ => 0,
    }
}

/// A builtin iterator in this state.
pub fn new_iter(state: IterState, class: &Gc<Class>) -> Value {
    Gc::new(Iter { state: RefCell::new(state), class: class.clone() }).into()
}

/// An iterator whose items a closure gives; the closure runs no code of the program that should be able to suspend.
pub fn native_iter(class: &Gc<Class>, next: impl FnMut(&mut Vm) -> PyResult<Option<Value>> + 'static) -> Value {
    new_iter(IterState::Native(Box::new(next)), class)
}

/// An iterator whose items, up to `None`, a Rust function gives that may call the program.
pub fn native_generator(class: &Gc<Class>, mut next: impl AsyncFnMut() -> PyResult<Option<Value>> + 'static) -> Value {
    let name = Value::from(class.name());
    let future = async move {
        loop {
            match next().await {
                Ok(Some(item)) => Cx.yield_(item).await?,
                Ok(None) => return Ok(Value::None),
                // `StopIteration` out of a function that is called here ends the iterator, as it does in CPython's `map`.
                Err(exc) if Cx.vm(|vm| exc.is(&vm.types.stop_iteration)) => return Ok(Value::None),
                // After any other exception it can be asked for more.
                Err(exc) => Cx.raise(exc).await?,
            };
        }
    };
    let body = Body::Native(NativeBody::new(Box::pin(future)));
    Gc::new(Generator::with_class(GeneratorKind::Generator, name.clone(), name, body, Some(class.clone()))).into()
}

/// Calls `then` with `iter(x)` of each of the iterables.
pub fn with_iterators(
    vm: &mut Vm,
    iterables: &[Value],
    then: impl FnOnce(&mut Vm, Vec<Value>) -> PyResult + 'static,
) -> PyResult<Flow> {
    let mut iterators = Vec::with_capacity(iterables.len());
    for iterable in iterables {
        match items::iter(vm, iterable) {
            Some(iterator) => iterators.push(iterator),
            None => break,
        }
    }
    if iterators.len() == iterables.len() {
        return then(vm, iterators).map(Flow::Value);
    }
    let rest = iterables[iterators.len()..].to_vec();
    Flow::future(async move {
        for iterable in rest {
            iterators.push(Cx.iter(&iterable).await?);
        }
        Cx.vm(|vm| then(vm, iterators))
    })
}

/// Calls `then` with the items of an iterable.
pub fn with_items(
    vm: &mut Vm,
    iterable: &Value,
    then: impl FnOnce(&mut Vm, Vec<Value>) -> PyResult + 'static,
) -> PyResult<Flow> {
    if let Some(items) = vm.collect_native(iterable) {
        return then(vm, items?).map(Flow::Value);
    }
    let iterable = iterable.clone();
    Flow::future(async move {
        let items = Cx.collect(&iterable).await?;
        Cx.vm(|vm| then(vm, items))
    })
}

/// All iterators are builtin ones that run no code of the program.
fn all_native(iterators: &[Value]) -> bool {
    iterators.iter().all(|it| matches!(it.view(), View::Iter(_)))
}

/// The next item of an iterator that `all_native` is true for.
fn native_next(vm: &mut Vm, iterator: &Value) -> PyResult<Option<Value>> {
    match iterator.view() {
        View::Iter(iter) => next(vm, iter),
        _ => vm.next(iterator),
    }
}

/// `iter(callable, sentinel)`.
pub fn callable_iter(vm: &mut Vm, callable: &Value, sentinel: &Value) -> Value {
    let (callable, sentinel) = (callable.clone(), sentinel.clone());
    native_generator(&vm.types.callable_iterator.clone(), async move || {
        let item = Cx.call(&callable, []).await?;
        let ends = Cx.vm(|vm| vm.eq(&item, &sentinel))?;
        Ok((!ends).then_some(item))
    })
}

/// `_` + 1, past `i64` too.
fn successor(vm: &mut Vm, number: &Value) -> PyResult {
    match number {
        Value::Int(i) if *i < i64::MAX => Ok(Value::Int(i + 1)),
        number => vm.binary(BinOp::Add, number, &Value::Int(1)),
    }
}

fn enumerate_new(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    if args.values.len() == 1 {
        return Err(vm.type_error("enumerate() missing required argument 'iterable'"));
    }
    for (name, _) in args.keywords() {
        if !matches!(name.as_str(), "iterable" | "start") {
            let text = format!("'{}' is an invalid keyword argument for enumerate()", name.as_str());
            return Err(vm.type_error(text));
        }
    }
    let [iterable, start] = args.skip(1).bind(vm, "enumerate", ["iterable", "start"], 1, 2)?;
    let start = if start.is_unbound() { Value::Int(0) } else { vm.index(&start)? };
    with_iterators(vm, &[iterable], move |vm, iterators| {
        let class = vm.types.enumerate.clone();
        let iterator = iterators.into_iter().next().expect("one iterable was given");
        if all_native(std::slice::from_ref(&iterator)) {
            let mut number = start;
            return Ok(native_iter(&class, move |vm| {
                let Some(item) = native_next(vm, &iterator)? else { return Ok(None) };
                let after = successor(vm, &number)?;
                let number = std::mem::replace(&mut number, after);
                Ok(Some(vm.tuple(vec![number, item])))
            }));
        }
        Ok(vm.loop_iterator(Loop::Enumerate, &class, vec![iterator, start]))
    })
}

/// `zip(strict=True)`'s complaint: argument `index` (from 0) differs from those before it.
fn zip_mismatch(vm: &mut Vm, index: usize, word: &str) -> super::super::Exc {
    let before = if index == 1 { "argument 1".to_owned() } else { format!("arguments 1-{index}") };
    vm.value_error(format!("zip() argument {} is {word} than {before}", index + 1))
}

fn zip_new(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let mut strict = false;
    for (name, value) in args.keywords() {
        if name.as_str() != "strict" {
            return Err(unexpected_keyword(vm, "zip", name.as_str(), &["strict"]));
        }
        strict = vm.truth(value)?;
    }
    let iterables = &args.positional()[1..];
    with_iterators(vm, iterables, move |vm, iterators| {
        let class = vm.types.zip.clone();
        if iterators.is_empty() {
            return Ok(new_iter(IterState::Done, &class));
        }
        if all_native(&iterators) {
            return Ok(native_iter(&class, move |vm| {
                let mut row = Vec::with_capacity(iterators.len());
                for (i, iterator) in iterators.iter().enumerate() {
                    match native_next(vm, iterator)? {
                        Some(item) => row.push(item),
                        None if !strict => return Ok(None),
                        None if i > 0 => return Err(zip_mismatch(vm, i, "shorter")),
                        None => {
                            for (i, iterator) in iterators.iter().enumerate().skip(1) {
                                if native_next(vm, iterator)?.is_some() {
                                    return Err(zip_mismatch(vm, i, "longer"));
                                }
                            }
                            return Ok(None);
                        }
                    }
                }
                Ok(Some(vm.tuple(row)))
            }));
        }
        Ok(native_generator(&class, async move || {
            let mut row = Vec::with_capacity(iterators.len());
            for (i, iterator) in iterators.iter().enumerate() {
                match Cx.next(iterator).await? {
                    Some(item) => row.push(item),
                    None if !strict => return Ok(None),
                    None if i > 0 => return Err(Cx.vm(|vm| zip_mismatch(vm, i, "shorter"))),
                    None => {
                        for (i, iterator) in iterators.iter().enumerate().skip(1) {
                            if Cx.next(iterator).await?.is_some() {
                                return Err(Cx.vm(|vm| zip_mismatch(vm, i, "longer")));
                            }
                        }
                        return Ok(None);
                    }
                }
            }
            Ok(Some(Gc::new(Tuple::from(row)).into()))
        }))
    })
}

/// Whether a call of it runs no code of the program, as far as that can be told.
fn is_native_callable(callable: &Value) -> bool {
    match callable.view() {
        View::Native(native) => matches!(native.func, NativeFn::Plain(_)),
        View::NativeMethod(method) => matches!(method.func, NativeFn::Plain(_)),
        View::Class(class) => class.builtin && class.layout == Layout::Value,
        _ => false,
    }
}

/// Whether the arguments are no objects of the program, whose methods a native function might call.
fn are_plain(values: &[Value]) -> bool {
    values.iter().all(|value| !matches!(value.view(), View::Instance(_) | View::Generator(_)))
}

fn map_new(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    args.no_keywords(vm, "map")?;
    let Some(func) = args.get(1).cloned() else {
        return Err(vm.type_error("map() must have at least two arguments."));
    };
    if args.values.len() < 3 {
        return Err(vm.type_error("map() must have at least two arguments."));
    }
    with_iterators(vm, &args.values[2..], move |vm, iterators| {
        let class = vm.types.map.clone();
        if all_native(&iterators) && is_native_callable(&func) && iterators.iter().all(gives_plain_items) {
            return Ok(native_iter(&class, move |vm| {
                let mut row = Vec::with_capacity(iterators.len());
                for iterator in &iterators {
                    match native_next(vm, iterator)? {
                        Some(item) => row.push(item),
                        None => return Ok(None),
                    }
                }
                vm.call(&func, row).map(Some)
            }));
        }
        if iterators.len() <= 2 {
            let which = if iterators.len() == 1 { Loop::Map } else { Loop::MapPairs };
            let args = iterators.into_iter().chain([func]).collect();
            return Ok(vm.loop_iterator(which, &class, args));
        }
        Ok(native_generator(&class, async move || {
            let mut row = Vec::with_capacity(iterators.len());
            for iterator in &iterators {
                match Cx.next(iterator).await? {
                    Some(item) => row.push(item),
                    None => return Ok(None),
                }
            }
            Cx.call(&func, row).await.map(Some)
        }))
    })
}

/// Whether no item of a builtin iterator is an object of the program, as far as that can be seen now.
fn gives_plain_items(iterator: &Value) -> bool {
    let View::Iter(iter) = iterator.view() else { return false };
    match iter.state.try_borrow().as_deref() {
        Ok(IterState::List { list, .. } | IterState::ListReversed { list, .. }) => are_plain(&list.items.borrow()),
        Ok(IterState::Tuple { tuple, .. }) => are_plain(&tuple.items),
        Ok(IterState::Range { left, .. }) => *left < 1 << 20,
        Ok(IterState::Str { .. } | IterState::Done) => true,
        Ok(IterState::Dict { dict, what: DictPart::Keys, .. }) => are_plain(&dict.keys()),
        Ok(IterState::Dict { dict, what: DictPart::Values, .. }) => are_plain(&dict.values()),
        Ok(IterState::Set { set, .. }) => are_plain(&set.keys()),
        Ok(IterState::Dict { .. } | IterState::Native(_)) | Err(_) => false,
    }
}

fn filter_new(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    args.count(vm, "filter", 1, 2, 2)?;
    let func = args[1].clone();
    with_iterators(vm, &args.values[2..], move |vm, iterators| {
        let class = vm.types.filter.clone();
        let by_truth = func.is_none() || func.downcast::<Class>().is_some_and(|c| c.is(&vm.types.bool));
        let iterator = iterators.into_iter().next().expect("one iterable was given");
        let native = gives_plain_items(&iterator);
        if native && (by_truth || is_native_callable(&func)) {
            return Ok(native_iter(&class, move |vm| {
                while let Some(item) = native_next(vm, &iterator)? {
                    vm.charge(1);
                    let keep = if by_truth {
                        vm.truth(&item)?
                    } else {
                        let result = vm.call(&func, [item.clone()])?;
                        vm.truth(&result)?
                    };
                    if keep {
                        return Ok(Some(item));
                    }
                }
                Ok(None)
            }));
        }
        Ok(if by_truth {
            vm.loop_iterator(Loop::FilterTrue, &class, vec![iterator])
        } else {
            vm.loop_iterator(Loop::Filter, &class, vec![iterator, func])
        })
    })
}

/// `bool(x)` in a native frame.
pub async fn truth(value: &Value) -> PyResult<bool> {
    if let Value::Bool(truth) = value {
        return Ok(*truth);
    }
    if let Some(truth) = Cx.vm(|vm| vm.quick_truth(value)) {
        return Ok(truth);
    }
    let flow = Cx.vm(|vm| vm.truth_flow(value))?;
    Ok(matches!(Cx.flow(flow).await?, Value::Bool(true)))
}

fn reversed_new(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    args.count(vm, "reversed", 1, 1, 1)?;
    let sequence = &args[1];
    if let Some(iterator) = reversed(vm, sequence) {
        return Ok(iterator.into());
    }
    match vm.special(sequence, &vm.names.reversed) {
        Some(method) if !method.is_none() => return vm.special_flow(method, sequence, &[]),
        Some(_) => {}
        None => {
            let is_sequence = vm.special(sequence, &vm.names.getitem).is_some();
            if is_sequence && !matches!(sequence.base().view(), View::Dict(_)) {
                return reversed_sequence(vm, sequence);
            }
        }
    }
    let text = format!("'{}' object is not reversible", vm.class_name(sequence));
    Err(vm.type_error(text))
}

/// `reversed(obj)` of a builtin sequence or dict.
pub fn reversed(vm: &mut Vm, obj: &Value) -> Option<Value> {
    let t = &vm.types;
    Some(match obj.view() {
        View::List(list) => {
            let index = list.items.borrow().len();
            new_iter(IterState::ListReversed { list: list.clone(), index }, &t.list_reverseiterator)
        }
        View::Tuple(tuple) => {
            let (tuple, mut index) = (tuple.clone(), tuple.items.len());
            native_iter(&t.reversed, move |_| {
                Ok(index.checked_sub(1).map(|i| {
                    index = i;
                    tuple.items[i].clone()
                }))
            })
        }
        View::Range(range) if range.wide.is_some() => super::range::wide_iter(vm, range, true),
        View::Range(range) => {
            let left = range.len();
            let next = if left > 0 { range.at(left - 1) } else { 0 };
            new_iter(IterState::Range { next, step: range.step.wrapping_neg(), left }, &t.range_iterator)
        }
        View::Str(string) => {
            let (string, mut end) = (string.clone(), string.as_str().len());
            native_iter(&t.reversed, move |_| {
                Ok(string.as_str()[..end].chars().next_back().map(|c| {
                    end -= c.len_utf8();
                    char_value(c)
                }))
            })
        }
        View::Bytes(bytes) => {
            let (bytes, mut index) = (bytes.clone(), bytes.data.len());
            native_iter(&t.reversed, move |_| {
                Ok(index.checked_sub(1).map(|i| {
                    index = i;
                    Value::Int(bytes.data[i] as i64)
                }))
            })
        }
        View::ByteArray(bytes) => {
            let (bytes, mut index) = (bytes.clone(), bytes.data.borrow().len());
            native_iter(&t.reversed, move |_| {
                index = index.min(bytes.data.borrow().len());
                Ok(index.checked_sub(1).map(|i| {
                    index = i;
                    Value::Int(bytes.data.borrow()[i] as i64)
                }))
            })
        }
        View::Dict(dict) => new_iter(items::dict_state(dict, DictPart::Keys, true), &t.dict_reversekeyiterator),
        View::DictView(view) => {
            let class = match view.part {
                DictPart::Keys => &t.dict_reversekeyiterator,
                DictPart::Values => &t.dict_reversevalueiterator,
                DictPart::Items => &t.dict_reverseitemiterator,
            };
            new_iter(items::dict_state(&view.dict, view.part, true), class)
        }
        View::MappingProxy(proxy) => {
            let mapping = proxy.mapping.clone();
            return reversed(vm, &mapping);
        }
        _ => return None,
    })
}

/// `reversed` by `__len__` and `__getitem__`.
fn reversed_sequence(vm: &mut Vm, sequence: &Value) -> PyResult<Flow> {
    let sequence = sequence.clone();
    let len = vm.len_flow(&sequence)?;
    Flow::future(async move {
        let Value::Int(len) = Cx.flow(len).await? else { return Ok(Value::None) };
        let class = Cx.vm(|vm| vm.types.reversed.clone());
        let mut left = len;
        Ok(native_generator(&class, async move || {
            if left <= 0 {
                return Ok(None);
            }
            left -= 1;
            let item = match Cx.vm(|vm| vm.item_flow(&sequence, &Value::Int(left))) {
                Ok(flow) => Cx.flow(flow).await,
                Err(exc) => Err(exc),
            };
            match item {
                Err(exc) if Cx.vm(|vm| exc.is(&vm.types.index_error)) => Ok(None),
                item => item.map(Some),
            }
        }))
    })
}

/// `__iter__` of an iterator.
pub fn itself(_: &mut Vm, args: Args<'_>) -> PyResult {
    Ok(args[0].clone())
}

/// `__next__` of the iterators here.
pub fn next_method(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    args.none(vm, "__next__")?;
    match args[0].base().view() {
        View::Iter(iter) => match next(vm, iter)? {
            Some(item) => Ok(item.into()),
            None => Err(vm.stop_iteration(Value::None)),
        },
        View::Generator(generator) => {
            Ok(Flow::Resume { generator: generator.clone(), with: Resume::Send(Value::None) })
        }
        _ => {
            let text = format!("descriptor '__next__' doesn't apply to a '{}' object", vm.class_name(&args[0]));
            Err(vm.type_error(text))
        }
    }
}

fn length_hint_method(_: &mut Vm, args: Args<'_>) -> PyResult {
    Ok(match args[0].base().view() {
        View::Iter(iter) => Value::from(length_hint(iter)),
        _ => Value::NotImplemented,
    })
}

/// Fills the iterators' classes.
pub fn install(vm: &mut Vm) {
    let t = &vm.types;
    let hinted = [
        &t.list_iterator,
        &t.list_reverseiterator,
        &t.tuple_iterator,
        &t.range_iterator,
        &t.str_iterator,
        &t.str_ascii_iterator,
        &t.set_iterator,
        &t.dict_keyiterator,
        &t.dict_valueiterator,
        &t.dict_itemiterator,
        &t.dict_reversekeyiterator,
        &t.dict_reversevalueiterator,
        &t.dict_reverseitemiterator,
    ]
    .map(Gc::clone);
    let others = [
        &t.bytes_iterator,
        &t.bytearray_iterator,
        &t.callable_iterator,
        &t.iterator,
        &t.enumerate,
        &t.zip,
        &t.map,
        &t.filter,
        &t.reversed,
    ]
    .map(Gc::clone);
    for class in hinted.iter().chain(&others) {
        vm.method(class, "__iter__", NativeFn::Plain(itself));
        vm.method(class, "__next__", NativeFn::Flow(next_method));
    }
    for class in &hinted {
        vm.method(class, "__length_hint__", NativeFn::Plain(length_hint_method));
    }
    let [enumerate, zip, map, filter, reversed] =
        [&vm.types.enumerate, &vm.types.zip, &vm.types.map, &vm.types.filter, &vm.types.reversed].map(Gc::clone);
    vm.constructor(&enumerate, NativeFn::Flow(enumerate_new));
    vm.constructor(&zip, NativeFn::Flow(zip_new));
    vm.constructor(&map, NativeFn::Flow(map_new));
    vm.constructor(&filter, NativeFn::Flow(filter_new));
    vm.constructor(&reversed, NativeFn::Flow(reversed_new));
    vm.class_method(&enumerate, "__class_getitem__", NativeFn::Plain(super::class_getitem));
}
