//! `x[i]`, `x[i] = v`, `del x[i]`, `k in x` and `iter(x)` of the builtin types.

use num_traits::ToPrimitive;

use crate::vm::dict::quick_eq;
use crate::vm::object::*;
use crate::vm::protocol::char_value;
use crate::vm::{PyResult, Vm};

/// What a slice means for a sequence of a known length (`PySlice_AdjustIndices`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliceIndices {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    /// How many items it takes.
    pub len: usize,
}

impl SliceIndices {
    /// The places in the order of the slice; all are in the sequence.
    pub fn places(self) -> impl Iterator<Item = usize> {
        (0..self.len as i64).map(move |i| (self.start + i * self.step) as usize)
    }
}

/// A part of a slice as a number; integers that do not fit are clipped (`_PyEval_SliceIndex`).
pub fn slice_part(vm: &mut Vm, part: &Value) -> PyResult<i64> {
    if let Value::Int(i) = part {
        return Ok(*i);
    }
    if !vm.is_index(part) {
        return Err(vm.type_error("slice indices must be integers or None or have an __index__ method"));
    }
    let index = vm.index(part)?;
    Ok(match index.view() {
        View::Int(i) => i,
        View::BigInt(i) => {
            i.0.to_i64().unwrap_or(if i.0.sign() == num_bigint::Sign::Minus { i64::MIN } else { i64::MAX })
        }
        _ => 0,
    })
}

/// `slice.indices(len)`. `ValueError` if the step is 0.
pub fn slice_indices(vm: &mut Vm, slice: &Slice, len: usize) -> PyResult<SliceIndices> {
    let step = if slice.step.is_none() { 1 } else { slice_part(vm, &slice.step)?.max(-i64::MAX) };
    if step == 0 {
        return Err(vm.value_error("slice step cannot be zero"));
    }
    let len = len as i64;
    let (lowest, highest) = if step < 0 { (-1, len - 1) } else { (0, len) };
    let clip = |i: i64| if i < 0 { i.saturating_add(len).max(lowest) } else { i.min(highest) };
    let start = match slice.start.is_none() {
        true if step < 0 => highest,
        true => lowest,
        false => clip(slice_part(vm, &slice.start)?),
    };
    let stop = match slice.stop.is_none() {
        true if step < 0 => lowest,
        true => highest,
        false => clip(slice_part(vm, &slice.stop)?),
    };
    let taken = match step < 0 {
        true if stop < start => (start - stop - 1) / -step + 1,
        false if start < stop => (stop - start - 1) / step + 1,
        _ => 0,
    };
    Ok(SliceIndices { start, stop, step, len: taken as usize })
}

/// An index as a place in a sequence of `len`; `None` if the key is no integer.
fn place(vm: &mut Vm, key: &Value, len: usize, out_of_range: &str) -> PyResult<Option<usize>> {
    let index = match key.base().view() {
        View::Int(i) => i,
        View::Bool(b) => b as i64,
        _ => {
            let is_index = matches!(key.base().view(), View::BigInt(_))
                || (!matches!(key.view(), View::Slice(_)) && vm.special(key, &vm.names.index).is_some());
            if !is_index {
                return Ok(None);
            }
            match vm.index(key)? {
                Value::Int(i) => i,
                _ => {
                    let text = format!("cannot fit '{}' into an index-sized integer", vm.class_name(key));
                    return Err(vm.index_error(text));
                }
            }
        }
    };
    let place = if index < 0 { index + len as i64 } else { index };
    if place < 0 || place >= len as i64 {
        return Err(vm.index_error(out_of_range));
    }
    Ok(Some(place as usize))
}

pub fn bad_index(vm: &mut Vm, what: &str, key: &Value) -> super::super::Exc {
    let text = format!("{what} indices must be integers or slices, not {}", vm.class_name(key));
    vm.type_error(text)
}

/// Refuses an object of more than `vm.memory_limit` bytes: `MemoryError`.
pub fn check_size(vm: &mut Vm, count: usize, unit: usize) -> PyResult<()> {
    match count.checked_mul(unit) {
        Some(bytes) if bytes <= vm.memory_limit => Ok(()),
        _ => Err(vm.memory_error()),
    }
}

/// `items[indices]`.
pub fn slice_of(items: &[Value], indices: SliceIndices) -> Vec<Value> {
    if indices.step == 1 {
        return items[indices.start as usize..indices.start as usize + indices.len].to_vec();
    }
    indices.places().map(|i| items[i].clone()).collect()
}

fn bytes_slice(data: &[u8], indices: SliceIndices) -> Vec<u8> {
    if indices.step == 1 {
        return data[indices.start as usize..indices.start as usize + indices.len].to_vec();
    }
    indices.places().map(|i| data[i]).collect()
}

/// `obj[key]`; `None` if objects of this kind have no items. Keys that are missing in a dict are a `KeyError` here:
/// `__missing__` of a subclass is `dict.__getitem__`'s.
#[inline]
pub fn get_item(vm: &mut Vm, obj: &Value, key: &Value) -> PyResult<Option<Value>> {
    match obj.view() {
        View::List(list) => {
            if let Value::Int(i) = key {
                let items = list.items.borrow();
                let place = if *i < 0 { *i + items.len() as i64 } else { *i };
                if let Some(item) = items.get(place as usize) {
                    return Ok(Some(item.clone()));
                }
            }
            list_item(vm, list, key).map(Some)
        }
        View::Dict(dict) => match vm.dict_get(dict, key)? {
            Some(value) => Ok(Some(value)),
            None => Err(vm.key_error(key.clone())),
        },
        View::Tuple(tuple) => {
            if let Value::Int(i) = key {
                let place = if *i < 0 { *i + tuple.items.len() as i64 } else { *i };
                if let Some(item) = tuple.items.get(place as usize) {
                    return Ok(Some(item.clone()));
                }
            }
            tuple_item(vm, tuple, key).map(Some)
        }
        _ => get_other_item(vm, obj, key),
    }
}

fn list_item(vm: &mut Vm, list: &Gc<List>, key: &Value) -> PyResult {
    let len = list.items.borrow().len();
    if let View::Slice(slice) = key.view() {
        let indices = slice_indices(vm, slice, len)?;
        vm.charge(indices.len / 8);
        let items = list.items.borrow();
        // An `__index__` of the program may have changed the list.
        let items = if items.len() == len { slice_of(&items, indices) } else { Vec::new() };
        return Ok(items.into());
    }
    match place(vm, key, len, "list index out of range")? {
        Some(i) => match list.items.borrow().get(i) {
            Some(item) => Ok(item.clone()),
            None => Err(vm.index_error("list index out of range")),
        },
        None => Err(bad_index(vm, "list", key)),
    }
}

fn tuple_item(vm: &mut Vm, tuple: &Gc<Tuple>, key: &Value) -> PyResult {
    if let View::Slice(slice) = key.view() {
        let indices = slice_indices(vm, slice, tuple.items.len())?;
        if indices.step == 1 && indices.len == tuple.items.len() {
            return Ok(tuple.value());
        }
        vm.charge(indices.len / 8);
        return Ok(vm.tuple(slice_of(&tuple.items, indices)));
    }
    match place(vm, key, tuple.items.len(), "tuple index out of range")? {
        Some(i) => Ok(tuple.items[i].clone()),
        None => Err(bad_index(vm, "tuple", key)),
    }
}

fn str_item(vm: &mut Vm, string: &Gc<Str>, key: &Value) -> PyResult {
    if let View::Slice(slice) = key.view() {
        let indices = slice_indices(vm, slice, string.len())?;
        vm.charge(indices.len / 16);
        if indices.step == 1 {
            if indices.len == string.len() {
                return Ok(string.value());
            }
            let start = indices.start as usize;
            return Ok(Value::from(string.substring(start, start + indices.len)));
        }
        let text: String = if string.is_ascii() {
            let bytes = string.as_str().as_bytes();
            indices.places().map(|i| bytes[i] as char).collect()
        } else {
            let chars: Vec<char> = string.as_str().chars().collect();
            indices.places().map(|i| chars[i]).collect()
        };
        return Ok(Value::from(text));
    }
    match place(vm, key, string.len(), "string index out of range")? {
        Some(i) => Ok(char_value(string.char_at(i))),
        None => {
            let text = format!("string indices must be integers, not '{}'", vm.class_name(key));
            Err(vm.type_error(text))
        }
    }
}

fn get_other_item(vm: &mut Vm, obj: &Value, key: &Value) -> PyResult<Option<Value>> {
    Ok(Some(match obj.view() {
        View::Str(string) => str_item(vm, string, key)?,
        View::Bytes(bytes) => {
            if let View::Slice(slice) = key.view() {
                let indices = slice_indices(vm, slice, bytes.data.len())?;
                return Ok(Some(Gc::new(Bytes { data: bytes_slice(&bytes.data, indices).into() }).into()));
            }
            match place(vm, key, bytes.data.len(), "index out of range")? {
                Some(i) => Value::Int(bytes.data[i] as i64),
                None => return Err(bad_index(vm, "byte", key)),
            }
        }
        View::ByteArray(bytes) => {
            let len = bytes.data.borrow().len();
            if let View::Slice(slice) = key.view() {
                let indices = slice_indices(vm, slice, len)?;
                let data = bytes.data.borrow();
                let data = if data.len() == len { bytes_slice(&data, indices) } else { Vec::new() };
                return Ok(Some(Gc::new(ByteArray { data: data.into() }).into()));
            }
            match place(vm, key, len, "bytearray index out of range")? {
                Some(i) => match bytes.data.borrow().get(i) {
                    Some(byte) => Value::Int(*byte as i64),
                    None => return Err(vm.index_error("bytearray index out of range")),
                },
                None => return Err(bad_index(vm, "bytearray", key)),
            }
        }
        View::Range(range) => super::range::item(vm, range, key)?,
        View::MappingProxy(proxy) => vm.get_item(&proxy.mapping, key)?,
        _ => return Ok(None),
    }))
}

/// `obj[key] = value`, or `del obj[key]` for `None`; false if objects of this kind cannot.
#[inline]
pub fn set_item(vm: &mut Vm, obj: &Value, key: &Value, value: Option<Value>) -> PyResult<bool> {
    match obj.view() {
        View::List(list) => {
            let value = match (key, value) {
                (Value::Int(i), Some(value)) => {
                    let mut items = list.items.borrow_mut();
                    let place = if *i < 0 { *i + items.len() as i64 } else { *i };
                    if let Some(item) = items.get_mut(place as usize) {
                        let old = std::mem::replace(item, value);
                        drop(items);
                        drop(old);
                        return Ok(true);
                    }
                    Some(value)
                }
                (_, value) => value,
            };
            set_list_item(vm, list, key, value)?;
        }
        View::Dict(dict) => match value {
            Some(value) => vm.dict_set(dict, key.clone(), value)?,
            None => {
                if vm.dict_remove(dict, key)?.is_none() {
                    return Err(vm.key_error(key.clone()));
                }
            }
        },
        View::ByteArray(bytes) => set_byte(vm, bytes, key, value)?,
        _ => return Ok(false),
    }
    Ok(true)
}

fn set_list_item(vm: &mut Vm, list: &Gc<List>, key: &Value, value: Option<Value>) -> PyResult<()> {
    let len = list.items.borrow().len();
    if let View::Slice(slice) = key.view() {
        let indices = slice_indices(vm, slice, len)?;
        return set_slice(vm, list, indices, value);
    }
    match place(vm, key, len, "list assignment index out of range")? {
        Some(i) if i < list.items.borrow().len() => {
            let old = match value {
                Some(value) => std::mem::replace(&mut list.items.borrow_mut()[i], value),
                None => {
                    vm.charge((len - i) / 16);
                    list.items.borrow_mut().remove(i)
                }
            };
            drop(old);
            Ok(())
        }
        Some(_) => Err(vm.index_error("list assignment index out of range")),
        None => Err(bad_index(vm, "list", key)),
    }
}

fn set_slice(vm: &mut Vm, list: &Gc<List>, indices: SliceIndices, value: Option<Value>) -> PyResult<()> {
    let deleting = value.is_none();
    let new = match value {
        None => Vec::new(),
        Some(value) => match vm.collect(&value) {
            Ok(items) => items,
            Err(exc) if exc.is(&vm.types.type_error) && !is_iterable(vm, &value) => {
                return Err(vm.type_error("must assign iterable to extended slice"));
            }
            Err(exc) => return Err(exc),
        },
    };
    let mut len = list.items.borrow().len();
    vm.charge((len + new.len()) / 16);
    if indices.step == 1 {
        check_size(vm, len + new.len(), size_of::<Value>())?;
        let start = (indices.start.max(0) as usize).min(len);
        let end = (start + indices.len).min(len);
        let old: Vec<Value> = list.items.borrow_mut().splice(start..end, new).collect();
        drop_backwards(old);
        return Ok(());
    }
    // The items' iterator may have changed the list.
    let places: Vec<usize> = indices.places().filter(|&i| i < len).collect();
    if deleting {
        let mut doomed = places;
        doomed.sort_unstable();
        let mut old = Vec::with_capacity(doomed.len());
        let mut items = list.items.borrow_mut();
        let mut kept = Vec::with_capacity(len - doomed.len());
        let mut next = doomed.iter().peekable();
        for (i, item) in items.drain(..).enumerate() {
            if next.peek() == Some(&&i) {
                next.next();
                old.push(item);
            } else {
                kept.push(item);
            }
        }
        *items = kept;
        drop(items);
        drop(old);
        return Ok(());
    }
    if new.len() != places.len() {
        let text =
            format!("attempt to assign sequence of size {} to extended slice of size {}", new.len(), places.len());
        return Err(vm.value_error(text));
    }
    let mut old = Vec::with_capacity(new.len());
    {
        let mut items = list.items.borrow_mut();
        len = items.len();
        for (place, item) in places.into_iter().zip(new) {
            if place < len {
                old.push(std::mem::replace(&mut items[place], item));
            }
        }
    }
    drop(old);
    Ok(())
}

/// Whether `iter(x)` would find something to call.
fn is_iterable(vm: &mut Vm, value: &Value) -> bool {
    iter(vm, value).is_some()
        || vm.special(value, &vm.names.iter).is_some()
        || vm.special(value, &vm.names.getitem).is_some()
}

/// A byte for a `bytearray`.
fn byte(vm: &mut Vm, value: &Value) -> PyResult<u8> {
    match vm.index(value)? {
        Value::Int(i @ 0..=255) => Ok(i as u8),
        _ => Err(vm.value_error("byte must be in range(0, 256)")),
    }
}

fn set_byte(vm: &mut Vm, bytes: &Gc<ByteArray>, key: &Value, value: Option<Value>) -> PyResult<()> {
    let len = bytes.data.borrow().len();
    if let View::Slice(slice) = key.view() {
        let indices = slice_indices(vm, slice, len)?;
        let new = match &value {
            None => Vec::new(),
            Some(value) => match value.base().view() {
                View::Bytes(b) => b.data.to_vec(),
                View::ByteArray(b) => b.data.borrow().clone(),
                View::Str(_) => {
                    return Err(vm.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)"));
                }
                _ => {
                    let items = vm.collect(value)?;
                    items.iter().map(|item| byte(vm, item)).collect::<PyResult<Vec<u8>>>()?
                }
            },
        };
        let mut data = bytes.data.borrow_mut();
        let len = data.len();
        if indices.step == 1 {
            check_size(vm, len + new.len(), 1)?;
            let start = (indices.start.max(0) as usize).min(len);
            let end = (start + indices.len).min(len);
            data.splice(start..end, new);
            return Ok(());
        }
        let places: Vec<usize> = indices.places().filter(|&i| i < len).collect();
        if value.is_none() {
            let mut index = 0;
            data.retain(|_| {
                let keep = !places.contains(&index);
                index += 1;
                keep
            });
            return Ok(());
        }
        if new.len() != places.len() {
            let text =
                format!("attempt to assign bytes of size {} to extended slice of size {}", new.len(), places.len());
            return Err(vm.value_error(text));
        }
        for (place, byte) in places.into_iter().zip(new) {
            data[place] = byte;
        }
        return Ok(());
    }
    let Some(i) = place(vm, key, len, "bytearray index out of range")? else {
        return Err(bad_index(vm, "bytearray", key));
    };
    let new = match value {
        Some(value) => Some(byte(vm, &value)?),
        None => None,
    };
    let mut data = bytes.data.borrow_mut();
    if i < data.len() {
        match new {
            Some(byte) => data[i] = byte,
            None => drop(data.remove(i)),
        }
    }
    Ok(())
}

/// Where the first item equal to `key` is, from `from` up to `to`.
pub fn find_in_list(vm: &mut Vm, list: &Gc<List>, key: &Value, from: usize, to: usize) -> PyResult<Option<usize>> {
    let mut i = from;
    loop {
        let unsure = {
            let items = list.items.borrow();
            let end = items.len().min(to);
            loop {
                if i >= end {
                    vm.charge(i.saturating_sub(from) / 4);
                    return Ok(None);
                }
                match quick_eq(&items[i], key) {
                    Some(true) => {
                        vm.charge((i - from) / 4);
                        return Ok(Some(i));
                    }
                    Some(false) => i += 1,
                    None => break items[i].clone(),
                }
            }
        };
        vm.charge(1);
        if vm.eq(&unsure, key)? {
            return Ok(Some(i));
        }
        i += 1;
    }
}

/// Where the first item equal to `key` is.
pub fn find_in_slice(vm: &mut Vm, items: &[Value], key: &Value) -> PyResult<Option<usize>> {
    for (i, item) in items.iter().enumerate() {
        if vm.eq(item, key)? {
            vm.charge(i / 4);
            return Ok(Some(i));
        }
    }
    vm.charge(items.len() / 4);
    Ok(None)
}

/// Whether `needle` is somewhere in `data`.
fn has_bytes(data: &[u8], needle: &[u8]) -> bool {
    needle.is_empty() || data.windows(needle.len()).any(|window| window == needle)
}

fn bytes_contain(vm: &mut Vm, data: &[u8], key: &Value) -> PyResult<bool> {
    match key.base().view() {
        View::Bytes(b) => Ok(has_bytes(data, &b.data)),
        View::ByteArray(b) => Ok(has_bytes(data, &b.data.borrow())),
        View::Int(0..=255) | View::Bool(_) => {
            let Value::Int(i) = vm.index(key)? else { return Ok(false) };
            Ok(data.contains(&(i as u8)))
        }
        View::Int(_) | View::BigInt(_) => Err(vm.value_error("byte must be in range(0, 256)")),
        _ => {
            let text = format!("a bytes-like object is required, not '{}'", vm.class_name(key));
            Err(vm.type_error(text))
        }
    }
}

/// `key in obj`; `None` if that takes an iteration or code of the program.
pub fn contains(vm: &mut Vm, obj: &Value, key: &Value) -> PyResult<Option<bool>> {
    Ok(Some(match obj.view() {
        View::List(list) => find_in_list(vm, list, key, 0, usize::MAX)?.is_some(),
        View::Tuple(tuple) => find_in_slice(vm, &tuple.items, key)?.is_some(),
        View::Dict(dict) => match key.str() {
            Some(key) => dict.find_str(key).is_some(),
            None => vm.dict_get(dict, key)?.is_some(),
        },
        View::Set(set) => super::set::set_has(vm, set, key)?,
        View::Str(string) => match key.as_str() {
            Some(needle) => {
                vm.charge(string.as_str().len() / 64);
                string.as_str().contains(needle)
            }
            None => {
                let text = format!("'in <string>' requires string as left operand, not {}", vm.class_name(key));
                return Err(vm.type_error(text));
            }
        },
        View::Bytes(bytes) => bytes_contain(vm, &bytes.data, key)?,
        View::ByteArray(bytes) => {
            let data = bytes.data.borrow().clone();
            bytes_contain(vm, &data, key)?
        }
        View::Range(range) => super::range::find(vm, range, key)?.is_some(),
        View::DictView(view) => super::views::view_has(vm, view, key)?,
        View::MappingProxy(proxy) => vm.contains(&proxy.mapping, key)?,
        _ => return Ok(None),
    }))
}

/// `iter(obj)` of a builtin iterable; `None` if it is none.
#[inline]
pub fn iter(vm: &mut Vm, obj: &Value) -> Option<Value> {
    let t = &vm.types;
    let (state, class) = match obj.view() {
        View::List(list) => (IterState::List { list: list.clone(), index: 0 }, &t.list_iterator),
        View::Range(range) if range.wide.is_some() => return Some(super::range::wide_iter(vm, range, false)),
        View::Range(range) => {
            (IterState::Range { next: range.start, step: range.step, left: range.len() }, &t.range_iterator)
        }
        View::Tuple(tuple) => (IterState::Tuple { tuple: tuple.clone(), index: 0 }, &t.tuple_iterator),
        View::Dict(dict) => (dict_state(dict, DictPart::Keys, false), &t.dict_keyiterator),
        View::Str(string) => {
            let class = if string.is_ascii() { &t.str_ascii_iterator } else { &t.str_iterator };
            (IterState::Str { string: string.clone(), offset: 0 }, class)
        }
        View::Set(set) => (IterState::Set { set: set.clone(), index: 0, len: set.len() }, &t.set_iterator),
        View::DictView(view) => {
            let class = match view.part {
                DictPart::Keys => &t.dict_keyiterator,
                DictPart::Values => &t.dict_valueiterator,
                DictPart::Items => &t.dict_itemiterator,
            };
            (dict_state(&view.dict, view.part, false), class)
        }
        View::Iter(_) => return Some(obj.clone()),
        View::Generator(generator) if generator.kind == GeneratorKind::Generator => return Some(obj.clone()),
        View::AsyncGenOp(_) => return Some(obj.clone()),
        View::Bytes(bytes) => {
            let (bytes, mut index) = (bytes.clone(), 0);
            let next = move |_: &mut Vm| {
                index += 1;
                Ok(bytes.data.get(index - 1).map(|&b| Value::Int(b as i64)))
            };
            (IterState::Native(Box::new(next)), &t.bytes_iterator)
        }
        View::ByteArray(bytes) => {
            let (bytes, mut index) = (bytes.clone(), 0);
            let next = move |_: &mut Vm| {
                index += 1;
                Ok(bytes.data.borrow().get(index - 1).map(|&b| Value::Int(b as i64)))
            };
            (IterState::Native(Box::new(next)), &t.bytearray_iterator)
        }
        View::MappingProxy(proxy) => {
            let mapping = proxy.mapping.clone();
            return iter(vm, &mapping);
        }
        _ => return None,
    };
    Some(Gc::new(Iter { state: std::cell::RefCell::new(state), class: class.clone() }).into())
}

/// The state of an iterator over a dict's keys, values or items.
pub fn dict_state(dict: &Gc<Dict>, what: DictPart, reversed: bool) -> IterState {
    let index = if reversed { usize::MAX } else { 0 };
    IterState::Dict { dict: dict.clone(), what, index, len: dict.len(), left: dict.len(), reversed }
}
