//! What operators do with builtin values, and the special methods (`int.__add__`, …) that are these operators.
//!
//! An instance of a subclass of a builtin type counts as the value inside it: whether the subclass has a method of its
//! own was the VM's question before. `None` is Python's `NotImplemented`.

use std::cmp::Ordering;

use super::set::set_is_subset;
use super::{format, set};
use crate::vm::exception::PyResult;
use crate::vm::native::{Args, NativeFn};
use crate::vm::number::{self, IntRef, int_ref};
use crate::vm::object::*;
use crate::vm::op::{BinOp, CmpOp};
use crate::vm::{Value, Vm};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    Neg,
    Pos,
    Invert,
}

/// `a op b`.
pub fn binary(vm: &mut Vm, op: BinOp, a: &Value, b: &Value) -> PyResult<Option<Value>> {
    let (x, y) = (a.base(), b.base());
    if let (Some(i), Some(j)) = (int_ref(x), int_ref(y)) {
        if let (Value::Bool(p), Value::Bool(q)) = (x, y) {
            match op {
                BinOp::And => return Ok(Some(Value::Bool(p & q))),
                BinOp::Or => return Ok(Some(Value::Bool(p | q))),
                BinOp::Xor => return Ok(Some(Value::Bool(p ^ q))),
                _ => {}
            }
        }
        return number::int_binary(vm, op, i, j);
    }
    match (x.view(), y.view()) {
        (View::Complex(_), _) | (_, View::Complex(_)) if is_number(x) && is_number(y) => {
            let (Some(p), Some(q)) = (number::complex_of(vm, x)?, number::complex_of(vm, y)?) else { return Ok(None) };
            number::complex_binary(vm, op, p, q)
        }
        (View::Float(_), View::Float(_) | View::Int(_) | View::Bool(_) | View::BigInt(_))
        | (View::Int(_) | View::Bool(_) | View::BigInt(_), View::Float(_)) => {
            if matches!(op, BinOp::MatMul | BinOp::LShift | BinOp::RShift | BinOp::And | BinOp::Or | BinOp::Xor) {
                return Ok(None);
            }
            let (Some(p), Some(q)) = (number::float_of(x), number::float_of(y)) else {
                return Err(vm.overflow_error("int too large to convert to float"));
            };
            number::float_binary(vm, op, p, q)
        }
        (View::Str(text), _) if op == BinOp::Mod => Ok(Some(format::percent(vm, text.as_str(), b)?.into())),
        (View::Bytes(text), _) if op == BinOp::Mod => {
            let data = format::percent_bytes(vm, &text.data, b)?;
            Ok(Some(super::bytes::bytes_value(data)))
        }
        (View::ByteArray(text), _) if op == BinOp::Mod => {
            let template = text.data.borrow().clone();
            let data = format::percent_bytes(vm, &template, b)?;
            Ok(Some(super::bytes::bytearray_value(data)))
        }
        (View::Str(p), View::Str(q)) if op == BinOp::Add => {
            check_len(vm, p.as_str().len(), q.as_str().len(), 1)?;
            vm.charge((p.as_str().len() + q.as_str().len()) / 64);
            let mut text = String::with_capacity(p.as_str().len() + q.as_str().len());
            text.push_str(p.as_str());
            text.push_str(q.as_str());
            Ok(Some(text.into()))
        }
        (View::List(p), View::List(q)) if op == BinOp::Add => {
            let (p, q) = (p.items.borrow(), q.items.borrow());
            check_len(vm, p.len(), q.len(), size_of::<Value>())?;
            vm.charge(p.len() + q.len());
            Ok(Some(p.iter().chain(q.iter()).cloned().collect::<Vec<_>>().into()))
        }
        (View::Tuple(p), View::Tuple(q)) if op == BinOp::Add => {
            if p.items.is_empty() {
                return Ok(Some(y.clone()));
            }
            check_len(vm, p.items.len(), q.items.len(), size_of::<Value>())?;
            vm.charge(p.items.len() + q.items.len());
            let items = p.items.iter().chain(q.items.iter()).cloned().collect();
            Ok(Some(vm.tuple(items)))
        }
        (View::Bytes(_) | View::ByteArray(_), View::Bytes(_) | View::ByteArray(_)) if op == BinOp::Add => {
            let mut data = bytes_of(x).unwrap_or_default();
            let more = bytes_of(y).unwrap_or_default();
            check_len(vm, data.len(), more.len(), 1)?;
            data.extend_from_slice(&more);
            Ok(Some(same_bytes(x, data)))
        }
        (View::Str(_) | View::List(_) | View::Tuple(_) | View::Bytes(_) | View::ByteArray(_), _)
            if matches!(op, BinOp::Mul | BinOp::Add) =>
        {
            if op == BinOp::Mul
                && let Some(count) = repeat_count(vm, b)?
            {
                return repeat(vm, x, count).map(Some);
            }
            if matches!(b.view(), View::Instance(_) | View::Class(_)) {
                return Ok(None);
            }
            if op == BinOp::Mul && is_sequence(y) && int_ref(x).is_some() {
                return Ok(None);
            }
            Err(sequence_error(vm, op, a, b).expect("the left operand is a sequence"))
        }
        (_, View::Str(_) | View::List(_) | View::Tuple(_) | View::Bytes(_) | View::ByteArray(_))
            if op == BinOp::Mul =>
        {
            match repeat_count(vm, a)? {
                Some(count) => repeat(vm, y, count).map(Some),
                None if matches!(a, Value::Obj(obj) if obj.kind() == Kind::Instance) => Ok(None),
                None => Err(multiply_error(vm, a)),
            }
        }
        (View::Set(p), View::Set(q)) => set::combine(vm, op, p, q),
        (View::DictView(view), _) | (_, View::DictView(view))
            if view.part != DictPart::Values && matches!(op, BinOp::Sub | BinOp::And | BinOp::Or | BinOp::Xor) =>
        {
            set::view_combine(vm, op, x, y)
        }
        (View::Dict(p), View::Dict(q)) if op == BinOp::Or => {
            let copy = Gc::new(p.copy());
            dict_update(vm, &copy, q)?;
            Ok(Some(copy.into()))
        }
        (View::MappingProxy(p), _) if op == BinOp::Or => {
            let (p, y) = (p.mapping.clone(), y.clone());
            let q = if let View::MappingProxy(q) = y.view() { q.mapping.clone() } else { y };
            vm.binary(op, &p, &q).map(Some)
        }
        (_, View::MappingProxy(q)) if op == BinOp::Or && matches!(x.view(), View::Dict(_)) => {
            let q = q.mapping.clone();
            vm.binary(op, x, &q).map(Some)
        }
        (View::Class(_) | View::Alias(_), View::Class(_) | View::Alias(_) | View::None)
        | (View::None, View::Class(_) | View::Alias(_))
            if op == BinOp::Or =>
        {
            vm.union_of(x, y).map(not_implemented)
        }
        _ => Ok(None),
    }
}

fn is_sequence(value: &Value) -> bool {
    matches!(value.view(), View::Str(_) | View::List(_) | View::Tuple(_) | View::Bytes(_) | View::ByteArray(_))
}

/// The error of `+` and `*` when the left operand is a sequence (or the right one, for `*`) and nothing else applies;
/// `None` if the usual "unsupported operand type(s)" is right.
pub fn sequence_error(vm: &mut Vm, op: BinOp, a: &Value, b: &Value) -> Option<crate::vm::Exc> {
    match op {
        BinOp::Mul if is_sequence(a.base()) => Some(multiply_error(vm, b)),
        BinOp::Mul if is_sequence(b.base()) => Some(multiply_error(vm, a)),
        BinOp::Add => {
            let text = match a.base().view() {
                View::Bytes(_) | View::ByteArray(_) => {
                    format!("can't concat {} to {}", vm.class_name(b), vm.class_name(a))
                }
                View::Str(_) | View::List(_) | View::Tuple(_) => {
                    let name = vm.class_name(a.base());
                    format!("can only concatenate {name} (not \"{}\") to {name}", vm.class_name(b))
                }
                _ => return None,
            };
            Some(vm.type_error(text))
        }
        _ => None,
    }
}

fn multiply_error(vm: &mut Vm, factor: &Value) -> crate::vm::Exc {
    let text = format!("can't multiply sequence by non-int of type '{}'", vm.class_name(factor));
    vm.type_error(text)
}

/// `MemoryError` if so many items of this size are more than an object may have.
fn check_len(vm: &mut Vm, a: usize, b: usize, size: usize) -> PyResult<()> {
    if a.saturating_add(b).saturating_mul(size) > vm.memory_limit { Err(vm.memory_error()) } else { Ok(()) }
}

/// How often a sequence is to be repeated: an integer, or `__index__` of an instance without `__mul__`/`__rmul__`.
fn repeat_count(vm: &mut Vm, factor: &Value) -> PyResult<Option<i64>> {
    let index = match int_ref(factor) {
        Some(i) => i.to_value(),
        None => {
            if !matches!(factor, Value::Obj(obj) if obj.kind() == Kind::Instance)
                || vm.special(factor, &vm.names.index).is_none()
                || vm.special(factor, &vm.names.rmul).is_some()
            {
                return Ok(None);
            }
            vm.index(factor)?
        }
    };
    match index {
        Value::Int(i) => Ok(Some(i)),
        _ => {
            let text = format!("cannot fit '{}' into an index-sized integer", vm.class_name(factor));
            Err(vm.overflow_error(text))
        }
    }
}

fn repeat(vm: &mut Vm, sequence: &Value, count: i64) -> PyResult {
    let count = count.max(0) as usize;
    let (len, size) = match sequence.view() {
        View::Str(s) => (s.as_str().len(), 1),
        View::Bytes(b) => (b.data.len(), 1),
        View::ByteArray(b) => (b.data.borrow().len(), 1),
        View::List(l) => (l.items.borrow().len(), size_of::<Value>()),
        View::Tuple(t) => (t.items.len(), size_of::<Value>()),
        _ => return Err(vm.type_error("the sequence is none")),
    };
    if len.saturating_mul(count).saturating_mul(size) > vm.memory_limit {
        return Err(vm.memory_error());
    }
    vm.charge(len * count * size / 64);
    Ok(match sequence.view() {
        View::Str(s) => s.as_str().repeat(count).into(),
        View::Bytes(b) => super::bytes::bytes_value(b.data.repeat(count)),
        View::ByteArray(b) => super::bytes::bytearray_value(b.data.borrow().repeat(count)),
        View::List(l) => repeat_items(&l.items.borrow(), count).into(),
        View::Tuple(t) if count == 1 => t.value(),
        View::Tuple(t) => vm.tuple(repeat_items(&t.items, count)),
        _ => Value::None,
    })
}

fn repeat_items(items: &[Value], count: usize) -> Vec<Value> {
    let mut result = Vec::with_capacity(items.len() * count);
    if let [item] = items {
        result.resize_with(count, || item.clone());
    } else {
        for _ in 0..count {
            result.extend_from_slice(items);
        }
    }
    result
}

/// The data of bytes or a bytearray (or of an instance of a subclass).
pub fn bytes_of(value: &Value) -> Option<Vec<u8>> {
    match value.base().view() {
        View::Bytes(b) => Some(b.data.to_vec()),
        View::ByteArray(b) => Some(b.data.borrow().clone()),
        _ => None,
    }
}

/// Bytes of the same type as `like`.
fn same_bytes(like: &Value, data: Vec<u8>) -> Value {
    match like.base().view() {
        View::ByteArray(_) => super::bytes::bytearray_value(data),
        _ => super::bytes::bytes_value(data),
    }
}

// Sets, views and dicts.

/// `dict.update` with a dict.
pub fn dict_update(vm: &mut Vm, dict: &Dict, other: &Dict) -> PyResult<()> {
    let items = other.items();
    vm.charge(items.len());
    for (key, value) in items {
        vm.dict_set(dict, key, value)?;
    }
    Ok(())
}

fn alias_eq(a: &Alias, b: &Alias) -> bool {
    let item_eq = |p: &Value, q: &Value| match (p.view(), q.view()) {
        (View::Alias(p), View::Alias(q)) => alias_eq(p, q),
        _ => crate::vm::dict::quick_eq(p, q) == Some(true),
    };
    if a.union != b.union || a.args.items.len() != b.args.items.len() {
        return false;
    }
    if a.union {
        return a.args.items.iter().all(|p| b.args.items.iter().any(|q| item_eq(p, q)));
    }
    a.origin.is(&b.origin) && a.args.items.iter().zip(b.args.items.iter()).all(|(p, q)| item_eq(p, q))
}

/// `a op= b` where that changes `a`; `None`: as `a op b`.
pub fn in_place(vm: &mut Vm, op: BinOp, a: &Value, b: &Value) -> PyResult<Option<Value>> {
    match a.base().view() {
        View::List(list) => match op {
            BinOp::Add => {
                let iterable = b.base();
                let items = match vm.collect_native(iterable) {
                    Some(items) => items?,
                    None => vm.collect(b)?,
                };
                check_len(vm, list.items.borrow().len(), items.len(), size_of::<Value>())?;
                vm.charge(items.len());
                list.items.borrow_mut().extend(items);
            }
            BinOp::Mul => {
                let Some(count) = repeat_count(vm, b)? else { return Ok(None) };
                let repeated = repeat(vm, a.base(), count)?;
                if let View::List(repeated) = repeated.view() {
                    let old = std::mem::replace(&mut *list.items.borrow_mut(), repeated.items.take());
                    drop(old);
                }
            }
            _ => return Ok(None),
        },
        View::ByteArray(bytes) => match op {
            BinOp::Add => {
                let Some(more) = bytes_of(b) else { return Ok(None) };
                check_len(vm, bytes.data.borrow().len(), more.len(), 1)?;
                bytes.data.borrow_mut().extend_from_slice(&more);
            }
            BinOp::Mul => {
                let Some(count) = repeat_count(vm, b)? else { return Ok(None) };
                let repeated = repeat(vm, a.base(), count)?;
                *bytes.data.borrow_mut() = bytes_of(&repeated).unwrap_or_default();
            }
            _ => return Ok(None),
        },
        View::Set(set) if !set.frozen => {
            let View::Set(other) = b.base().view() else { return Ok(None) };
            if !set::combine_in_place(vm, op, set, other)? {
                return Ok(None);
            }
        }
        View::Dict(dict) if op == BinOp::Or => match b.base().view() {
            View::Dict(other) => dict_update(vm, dict, other)?,
            _ => {
                let dict = dict.clone();
                dict_update_from(vm, &dict, b)?;
            }
        },
        _ => return Ok(None),
    }
    Ok(Some(a.clone()))
}

/// `dict.update` with a mapping (it has `keys`) or an iterable of pairs.
pub fn dict_update_from(vm: &mut Vm, dict: &Gc<Dict>, other: &Value) -> PyResult<()> {
    match other.view() {
        View::Dict(source) => return dict_update(vm, dict, source),
        View::MappingProxy(proxy) => return dict_update_from(vm, dict, &proxy.mapping.clone()),
        _ => {}
    }
    if let Some(keys) = vm.get_attr_opt(other, "keys")? {
        let keys = vm.call(&keys, [])?;
        for key in vm.collect(&keys)? {
            let value = vm.get_item(other, &key)?;
            vm.dict_set(dict, key, value)?;
        }
        return Ok(());
    }
    for (i, pair) in vm.collect(other)?.into_iter().enumerate() {
        let items = match vm.collect(&pair) {
            Ok(items) => items,
            Err(exc) if exc.is(&vm.types.type_error) => {
                let text = format!("cannot convert dictionary update sequence element #{i} to a sequence");
                return Err(vm.type_error(text));
            }
            Err(exc) => return Err(exc),
        };
        let Ok([key, value]) = <[Value; 2]>::try_from(items.clone()) else {
            let text = format!("dictionary update sequence element #{i} has length {}; 2 is required", items.len());
            return Err(vm.value_error(text));
        };
        vm.dict_set(dict, key, value)?;
    }
    Ok(())
}

pub fn unary(vm: &mut Vm, op: UnaryOp, a: &Value) -> PyResult<Option<Value>> {
    if let (UnaryOp::Invert, Value::Bool(_)) = (op, a) {
        vm.warn_deprecated(
            "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.",
        )?;
    }
    if let Some(i) = int_ref(a) {
        return Ok(Some(match (op, i) {
            (UnaryOp::Pos, i) => i.to_value(),
            (UnaryOp::Invert, IntRef::Small(i)) => Value::Int(!i),
            (UnaryOp::Neg, IntRef::Small(i)) if i != i64::MIN => Value::Int(-i),
            (UnaryOp::Neg, i) => number::int_value(-i.to_big().into_owned()),
            (UnaryOp::Invert, i) => number::int_value(!i.to_big().into_owned()),
        }));
    }
    Ok(match (op, a.base().view()) {
        (UnaryOp::Neg, View::Float(f)) => Some(Value::Float(-f)),
        (UnaryOp::Pos, View::Float(f)) => Some(Value::Float(f)),
        (UnaryOp::Neg, View::Complex(c)) => Some(number::complex_value((-c.re, -c.im))),
        (UnaryOp::Pos, View::Complex(c)) => Some(number::complex_value((c.re, c.im))),
        _ => None,
    })
}

/// `divmod(a, b)` of numbers.
pub fn divmod(vm: &mut Vm, a: &Value, b: &Value) -> PyResult<Option<Value>> {
    if let (Some(i), Some(j)) = (int_ref(a), int_ref(b)) {
        let (quotient, rest) = number::int_divmod(vm, i, j)?;
        return Ok(Some(vm.tuple(vec![quotient, rest])));
    }
    if !is_real(a) || !is_real(b) {
        return Ok(None);
    }
    let (Some(p), Some(q)) = (number::float_of(a), number::float_of(b)) else {
        return Err(vm.overflow_error("int too large to convert to float"));
    };
    if q == 0.0 {
        return Err(vm.zero_division_error("float divmod()"));
    }
    let (quotient, rest) = number::float_divmod(p, q);
    Ok(Some(vm.tuple(vec![quotient.into(), rest.into()])))
}

fn is_number(value: &Value) -> bool {
    is_real(value) || matches!(value.base().view(), View::Complex(_))
}

fn is_real(value: &Value) -> bool {
    matches!(value.base().view(), View::Float(_)) || int_ref(value).is_some()
}

/// `pow(a, b, modulus)` of numbers.
pub fn pow_mod(vm: &mut Vm, a: &Value, b: &Value, modulus: &Value) -> PyResult<Option<Value>> {
    match (int_ref(a), int_ref(b), int_ref(modulus)) {
        (Some(i), Some(j), Some(m)) => number::int_pow_mod(vm, i, j, m).map(Some),
        _ if matches!(a.base().view(), View::Complex(_)) => Err(vm.value_error("complex modulo")),
        _ if [a, b, modulus].iter().all(|v| is_real(v)) => {
            Err(vm.type_error("pow() 3rd argument not allowed unless all arguments are integers"))
        }
        _ => Ok(None),
    }
}

// Comparison.

/// `a op b`.
pub fn compare(vm: &mut Vm, op: CmpOp, a: &Value, b: &Value) -> PyResult<Option<Value>> {
    let (x, y) = (a.base(), b.base());
    let ordering = |ordering: Ordering| Ok(Some(Value::Bool(op.holds(ordering))));
    let equality = |equal: bool| {
        Ok(match op {
            CmpOp::Eq => Some(Value::Bool(equal)),
            CmpOp::Ne => Some(Value::Bool(!equal)),
            _ => None,
        })
    };
    if let (Some(i), Some(j)) = (int_ref(x), int_ref(y)) {
        return ordering(i.order(j));
    }
    match (x.view(), y.view()) {
        (View::Float(p), View::Float(q)) => Ok(Some(Value::Bool(partial(op, p.partial_cmp(&q))))),
        (View::Float(p), View::Int(_) | View::Bool(_) | View::BigInt(_)) => {
            let order = int_ref(y).and_then(|i| number::int_cmp_float(i, p)).map(Ordering::reverse);
            Ok(Some(Value::Bool(partial(op, order))))
        }
        (View::Int(_) | View::Bool(_) | View::BigInt(_), View::Float(q)) => {
            let order = int_ref(x).and_then(|i| number::int_cmp_float(i, q));
            Ok(Some(Value::Bool(partial(op, order))))
        }
        (View::Complex(p), View::Complex(q)) => equality(p.re == q.re && p.im == q.im),
        (View::Complex(p), View::Float(q)) | (View::Float(q), View::Complex(p)) => equality(p.im == 0.0 && p.re == q),
        (View::Complex(p), View::Int(_) | View::Bool(_) | View::BigInt(_)) => {
            let same = int_ref(y).and_then(|i| number::int_cmp_float(i, p.re)) == Some(Ordering::Equal);
            equality(p.im == 0.0 && same)
        }
        (View::Int(_) | View::Bool(_) | View::BigInt(_), View::Complex(q)) => {
            let same = int_ref(x).and_then(|i| number::int_cmp_float(i, q.re)) == Some(Ordering::Equal);
            equality(q.im == 0.0 && same)
        }
        // UTF-8 sorts as its code points do.
        (View::Str(p), View::Str(q)) => ordering(p.as_str().cmp(q.as_str())),
        (View::Bytes(p), View::Bytes(q)) => ordering(p.data.cmp(&q.data)),
        (View::Bytes(p), View::ByteArray(q)) => ordering((*p.data).cmp(q.data.borrow().as_slice())),
        (View::ByteArray(p), View::Bytes(q)) => ordering(p.data.borrow().as_slice().cmp(&q.data)),
        (View::ByteArray(p), View::ByteArray(q)) => ordering(p.data.borrow().cmp(&q.data.borrow())),
        (View::Tuple(p), View::Tuple(q)) => {
            let (p, q) = (p.clone(), q.clone());
            compare_items(
                vm,
                op,
                &|i| p.items.get(i).cloned(),
                &|i| q.items.get(i).cloned(),
                p.items.len() == q.items.len(),
            )
        }
        (View::List(p), View::List(q)) => {
            let (p, q) = (p.clone(), q.clone());
            let same_len = p.items.borrow().len() == q.items.borrow().len();
            compare_items(
                vm,
                op,
                &|i| p.items.borrow().get(i).cloned(),
                &|i| q.items.borrow().get(i).cloned(),
                same_len,
            )
        }
        (View::Dict(p), View::Dict(q)) => match op {
            CmpOp::Eq | CmpOp::Ne => equality(dict_eq(vm, p, q)?),
            _ => Ok(None),
        },
        (View::Set(p), View::Set(q)) => Ok(Some(Value::Bool(set_compare(vm, op, p, q)?))),
        (View::DictView(p), View::DictView(_) | View::Set(_)) if p.part != DictPart::Values => {
            view_compare(vm, op, x, y)
        }
        (View::Set(_), View::DictView(q)) if q.part != DictPart::Values => view_compare(vm, op, x, y),
        (View::Range(p), View::Range(q)) => {
            let (p, q) = (super::range::key(p), super::range::key(q));
            equality(p.iter().zip(&q).all(|(p, q)| crate::vm::dict::quick_eq(p, q) == Some(true)))
        }
        (View::Slice(p), View::Slice(q)) => {
            let (p, q) = (p.clone(), q.clone());
            fn part(slice: &Slice, i: usize) -> Option<Value> {
                [&slice.start, &slice.stop, &slice.step].get(i).map(|v| (*v).clone())
            }
            compare_items(vm, op, &|i| part(&p, i), &|i| part(&q, i), true)
        }
        (View::BoundMethod(p), View::BoundMethod(q)) => {
            if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
                return Ok(None);
            }
            let (p, q) = (p.clone(), q.clone());
            equality(p.this.is(&q.this) && vm.eq(&p.func, &q.func)?)
        }
        (View::Native(p), View::Native(q)) => {
            equality(p.is(q) || (!p.this.is_unbound() && p.this.is(&q.this) && p.name == q.name))
        }
        (View::Alias(p), View::Alias(q)) => equality(alias_eq(p, q)),
        (View::MappingProxy(p), _) => {
            let p = p.mapping.clone();
            let q = if let View::MappingProxy(q) = y.view() { q.mapping.clone() } else { y.clone() };
            vm.compare(op, &p, &q).map(Some)
        }
        (View::WeakRef(p), View::WeakRef(q)) => match (p.upgrade(), q.upgrade()) {
            (Some(p), Some(q)) if matches!(op, CmpOp::Eq | CmpOp::Ne) => vm.compare(op, &p, &q).map(Some),
            _ => equality(p.is(q)),
        },
        _ => Ok(None),
    }
}

/// An order that may not exist (NaN).
fn partial(op: CmpOp, order: Option<Ordering>) -> bool {
    match order {
        Some(order) => op.holds(order),
        None => op == CmpOp::Ne,
    }
}

type ItemAt<'a> = &'a dyn Fn(usize) -> Option<Value>;

/// Sequences: the first items that differ decide, then the lengths. The items are looked at anew each time: comparing
/// them may change a list.
fn compare_items(vm: &mut Vm, op: CmpOp, a: ItemAt<'_>, b: ItemAt<'_>, same_len: bool) -> PyResult<Option<Value>> {
    if !same_len && matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(Some(Value::Bool(op == CmpOp::Ne)));
    }
    let mut i = 0;
    loop {
        match (a(i), b(i)) {
            (Some(p), Some(q)) => {
                vm.charge(1);
                if !vm.eq(&p, &q)? {
                    return match op {
                        CmpOp::Eq => Ok(Some(Value::FALSE)),
                        CmpOp::Ne => Ok(Some(Value::TRUE)),
                        op => vm.compare(op, &p, &q).map(Some),
                    };
                }
            }
            (None, None) => return Ok(Some(Value::Bool(op.holds(Ordering::Equal)))),
            (None, Some(_)) => return Ok(Some(Value::Bool(op.holds(Ordering::Less)))),
            (Some(_), None) => return Ok(Some(Value::Bool(op.holds(Ordering::Greater)))),
        }
        i += 1;
    }
}

fn dict_eq(vm: &mut Vm, a: &Gc<Dict>, b: &Gc<Dict>) -> PyResult<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    let (a, b) = (a.clone(), b.clone());
    let items = a.items();
    vm.charge(items.len());
    for (key, value) in items {
        match vm.dict_get(&b, &key)? {
            Some(other) if vm.eq(&value, &other)? => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}

fn set_compare(vm: &mut Vm, op: CmpOp, a: &Set, b: &Set) -> PyResult<bool> {
    Ok(match op {
        CmpOp::Eq => a.len() == b.len() && set_is_subset(vm, a, b)?,
        CmpOp::Ne => !(a.len() == b.len() && set_is_subset(vm, a, b)?),
        CmpOp::Le => set_is_subset(vm, a, b)?,
        CmpOp::Lt => a.len() < b.len() && set_is_subset(vm, a, b)?,
        CmpOp::Ge => set_is_subset(vm, b, a)?,
        CmpOp::Gt => b.len() < a.len() && set_is_subset(vm, b, a)?,
    })
}

/// Whether a value is among a view's keys or items.
fn view_contains(vm: &mut Vm, view: &Value, item: &Value) -> PyResult<bool> {
    match view.view() {
        View::Set(set) => vm.set_contains(&set.clone(), item),
        View::DictView(view) if view.part == DictPart::Keys => Ok(vm.dict_get(&view.dict.clone(), item)?.is_some()),
        View::DictView(view) => {
            let Some(pair) = item.downcast::<Tuple>().filter(|pair| pair.items.len() == 2) else { return Ok(false) };
            match vm.dict_get(&view.dict.clone(), &pair.items[0])? {
                Some(value) => vm.eq(&value, &pair.items[1]),
                None => Ok(false),
            }
        }
        _ => Ok(false),
    }
}

fn view_compare(vm: &mut Vm, op: CmpOp, a: &Value, b: &Value) -> PyResult<Option<Value>> {
    let (p, q) = (vm.len(a)?, vm.len(b)?);
    let within = |vm: &mut Vm, small: &Value, large: &Value| -> PyResult<bool> {
        for item in vm.collect(small)? {
            if !view_contains(vm, large, &item)? {
                return Ok(false);
            }
        }
        Ok(true)
    };
    let (a, b) = (a.clone(), b.clone());
    Ok(Some(Value::Bool(match op {
        CmpOp::Eq => p == q && within(vm, &a, &b)?,
        CmpOp::Ne => !(p == q && within(vm, &a, &b)?),
        CmpOp::Le => p <= q && within(vm, &a, &b)?,
        CmpOp::Lt => p < q && within(vm, &a, &b)?,
        CmpOp::Ge => p >= q && within(vm, &b, &a)?,
        CmpOp::Gt => p > q && within(vm, &b, &a)?,
    })))
}

// The operators as methods.

impl Vm {
    /// Whether a method of a builtin class that is called without being bound gets an instance of its class first.
    pub fn check_receiver(&mut self, method: &NativeMethod, args: &[Value]) -> PyResult<()> {
        if method.binding != Binding::Method {
            return Ok(());
        }
        let (name, owner) = (method.name, method.owner);
        let slot = super::text::is_slot_name(name);
        let Some(this) = args.first() else {
            return Err(self.type_error(if slot {
                format!("descriptor '{name}' of '{owner}' object needs an argument")
            } else {
                format!("unbound method {owner}.{name}() needs an argument")
            }));
        };
        let class = self.class_of(this);
        if owner == "object"
            || *class.name.borrow() == owner
            || class.mro.borrow().iter().any(|c| *c.name.borrow() == owner)
        {
            return Ok(());
        }
        let given = class.name();
        Err(self.type_error(if slot {
            format!("descriptor '{name}' requires a '{owner}' object but received a '{given}'")
        } else {
            format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{given}' object")
        }))
    }
}

/// `TypeError` of a slot wrapper that is called with the wrong number of arguments.
pub fn wrapper_args<'a>(vm: &mut Vm, args: Args<'a>, count: usize) -> PyResult<&'a [Value]> {
    if args.keyword_count() > 0 {
        return Err(vm.type_error("wrapper expected no keyword arguments"));
    }
    let Some(given) = args.values.len().checked_sub(1) else {
        return Err(vm.type_error("unbound method needs an argument"));
    };
    if given != count {
        let s = if count == 1 { "" } else { "s" };
        return Err(vm.type_error(format!("expected {count} argument{s}, got {given}")));
    }
    Ok(args.values)
}

/// The other way round.
fn not_implemented(result: Value) -> Option<Value> {
    (!matches!(result, Value::NotImplemented)).then_some(result)
}

fn or_not_implemented(result: Option<Value>) -> Value {
    result.unwrap_or(Value::NotImplemented)
}

/// Which operands `a.__op__(b)` takes, other than by `binary`: `int.__add__(1, 2.0)` is `NotImplemented`, because the
/// operator would ask float; `str.__add__` raises.
fn method_takes(op: BinOp, a: &Value, b: &Value) -> bool {
    let (a, b) = (a.base(), b.base());
    match a.view() {
        View::Int(_) | View::Bool(_) | View::BigInt(_) => int_ref(b).is_some(),
        View::Float(_) => is_real(b),
        View::Set(_) => matches!(b.view(), View::Set(_)),
        View::Dict(_) => matches!(b.view(), View::Dict(_)),
        View::Complex(_) => is_real(b) || matches!(b.view(), View::Complex(_)),
        View::Bytes(_) | View::Str(_) | View::List(_) | View::Tuple(_) | View::ByteArray(_) => {
            op != BinOp::Add || is_sequence(b) || !matches!(b.view(), View::Instance(_))
        }
        _ => true,
    }
}

fn binary_method(vm: &mut Vm, args: Args<'_>, op: BinOp) -> PyResult {
    let values = wrapper_args(vm, args, 1)?;
    if !method_takes(op, &values[0], &values[1]) {
        return Ok(Value::NotImplemented);
    }
    let is_instance = matches!(values[1].view(), View::Instance(_) | View::Class(_));
    if op == BinOp::Mul && is_sequence(values[0].base()) && !is_instance {
        let count = vm.index_i64(&values[1])?;
        return repeat(vm, values[0].base(), count);
    }
    binary(vm, op, &values[0], &values[1]).map(or_not_implemented)
}

fn reflected_method(vm: &mut Vm, args: Args<'_>, op: BinOp) -> PyResult {
    let values = wrapper_args(vm, args, 1)?;
    if !method_takes(op, &values[0], &values[1]) {
        return Ok(Value::NotImplemented);
    }
    binary(vm, op, &values[1], &values[0]).map(or_not_implemented)
}

fn in_place_method(vm: &mut Vm, args: Args<'_>, op: BinOp) -> PyResult {
    let values = wrapper_args(vm, args, 1)?;
    in_place(vm, op, &values[0], &values[1]).map(or_not_implemented)
}

fn compare_method(vm: &mut Vm, args: Args<'_>, op: CmpOp) -> PyResult {
    let values = wrapper_args(vm, args, 1)?;
    if matches!(values[0].base().view(), View::Int(_) | View::Bool(_) | View::BigInt(_))
        && int_ref(&values[1]).is_none()
    {
        return Ok(Value::NotImplemented);
    }
    compare(vm, op, &values[0], &values[1]).map(or_not_implemented)
}

fn unary_method(vm: &mut Vm, args: Args<'_>, op: UnaryOp) -> PyResult {
    let values = wrapper_args(vm, args, 0)?;
    unary(vm, op, &values[0]).map(or_not_implemented)
}

macro_rules! each_op {
    ($function:ident: $($name:literal => $op:expr),* $(,)?) => {
        [$(($name, NativeFn::Plain(|vm, args| $function(vm, args, $op)))),*]
    };
}

const BINARY: [(&str, NativeFn); 12] = each_op!(binary_method:
    "__add__" => BinOp::Add, "__sub__" => BinOp::Sub, "__mul__" => BinOp::Mul, "__truediv__" => BinOp::TrueDiv,
    "__floordiv__" => BinOp::FloorDiv, "__mod__" => BinOp::Mod, "__pow__" => BinOp::Pow, "__lshift__" => BinOp::LShift,
    "__rshift__" => BinOp::RShift, "__and__" => BinOp::And, "__or__" => BinOp::Or, "__xor__" => BinOp::Xor,
);

const REFLECTED: [(&str, NativeFn); 12] = each_op!(reflected_method:
    "__radd__" => BinOp::Add, "__rsub__" => BinOp::Sub, "__rmul__" => BinOp::Mul, "__rtruediv__" => BinOp::TrueDiv,
    "__rfloordiv__" => BinOp::FloorDiv, "__rmod__" => BinOp::Mod, "__rpow__" => BinOp::Pow, "__rlshift__" => BinOp::LShift,
    "__rrshift__" => BinOp::RShift, "__rand__" => BinOp::And, "__ror__" => BinOp::Or, "__rxor__" => BinOp::Xor,
);

const IN_PLACE: [(&str, NativeFn); 6] = each_op!(in_place_method:
    "__iadd__" => BinOp::Add, "__isub__" => BinOp::Sub, "__imul__" => BinOp::Mul, "__iand__" => BinOp::And,
    "__ior__" => BinOp::Or, "__ixor__" => BinOp::Xor,
);

const COMPARE: [(&str, NativeFn); 6] = each_op!(compare_method:
    "__lt__" => CmpOp::Lt, "__le__" => CmpOp::Le, "__eq__" => CmpOp::Eq, "__ne__" => CmpOp::Ne, "__gt__" => CmpOp::Gt,
    "__ge__" => CmpOp::Ge,
);

const UNARY: [(&str, NativeFn); 3] =
    each_op!(unary_method: "__neg__" => UnaryOp::Neg, "__pos__" => UnaryOp::Pos, "__invert__" => UnaryOp::Invert);

fn pow_method(vm: &mut Vm, args: Args<'_>) -> PyResult {
    if let [a, b, modulus] = args.values
        && !modulus.is_none()
    {
        return pow_mod(vm, a, b, modulus).map(or_not_implemented);
    }
    binary_method(vm, Args { values: &args.values[..args.values.len().min(2)], names: None }, BinOp::Pow)
}

/// Puts the operators that a builtin class has into its dict.
pub fn install(vm: &mut Vm) {
    let t = &vm.types;
    const NUMBER: &str = "add sub mul truediv floordiv mod pow";
    const SET: &str = "sub and or xor";
    let tables: [(&Gc<Class>, &str, &str, &str, bool); 14] = [
        // Class, binary (and reflected) operators, binary without a reflected form, in-place ones, has an order.
        (&t.int, "add sub mul truediv floordiv mod pow lshift rshift and or xor", "", "", true),
        (&t.bool, "and or xor", "", "", false),
        (&t.float, NUMBER, "", "", true),
        (&t.complex, "add sub mul truediv pow", "", "", true),
        (&t.str, "mod", "add mul", "", true),
        (&t.bytes, "mod", "add mul", "", true),
        (&t.bytearray, "mod", "add mul", "add mul", true),
        (&t.list, "", "add mul", "add mul", true),
        (&t.tuple, "", "add mul", "", true),
        (&t.dict, "or", "", "or", true),
        (&t.set, SET, "", "sub and or xor", true),
        (&t.frozenset, SET, "", "", true),
        (&t.dict_keys, SET, "", "", true),
        (&t.dict_items, SET, "", "", true),
    ];
    let tables = tables.map(|(class, both, plain, in_place, order)| (class.clone(), both, plain, in_place, order));
    let has = |list: &str, method: &str, prefix: &str| {
        list.split_whitespace().any(|op| method.strip_prefix(prefix).and_then(|m| m.strip_suffix("__")) == Some(op))
    };
    for (class, both, plain, in_place, order) in tables {
        for (name, func) in BINARY {
            if has(both, name, "__") || has(plain, name, "__") {
                vm.method(&class, name, func);
            }
        }
        for (name, func) in REFLECTED {
            if has(both, name, "__r") || (name == "__rmul__" && has(plain, "__mul__", "__")) {
                vm.method(&class, name, func);
            }
        }
        for (name, func) in IN_PLACE {
            if has(in_place, name, "__i") {
                vm.method(&class, name, func);
            }
        }
        if order {
            for (name, func) in COMPARE {
                vm.method(&class, name, func);
            }
        }
        if both.contains("truediv") {
            vm.method(&class, "__pow__", NativeFn::Plain(pow_method));
            for (name, func) in UNARY {
                if name != "__invert__" || both.contains("lshift") {
                    vm.method(&class, name, func);
                }
            }
        }
        if both.contains("floordiv") {
            vm.method(
                &class,
                "__divmod__",
                NativeFn::Plain(|vm, args| {
                    let values = wrapper_args(vm, args, 1)?;
                    divmod(vm, &values[0], &values[1]).map(or_not_implemented)
                }),
            );
            vm.method(
                &class,
                "__rdivmod__",
                NativeFn::Plain(|vm, args| {
                    let values = wrapper_args(vm, args, 1)?;
                    divmod(vm, &values[1], &values[0]).map(or_not_implemented)
                }),
            );
        }
    }
    for class in
        [vm.types.range.clone(), vm.types.slice.clone(), vm.types.mappingproxy.clone(), vm.types.method.clone()]
    {
        for (name, func) in COMPARE {
            vm.method(&class, name, func);
        }
    }
    install_common(vm);
}

/// `__repr__`, `__hash__`, `__len__`, … of the builtin classes that have values of their own.
fn install_common(vm: &mut Vm) {
    let t = &vm.types;
    let hashable =
        [&t.int, &t.float, &t.complex, &t.str, &t.bytes, &t.tuple, &t.frozenset, &t.range, &t.slice].map(Gc::clone);
    let unhashable = [&t.bytearray, &t.list, &t.dict, &t.set, &t.dict_keys, &t.dict_items].map(Gc::clone);
    let sized = [
        &t.str,
        &t.bytes,
        &t.bytearray,
        &t.tuple,
        &t.list,
        &t.dict,
        &t.set,
        &t.frozenset,
        &t.range,
        &t.dict_keys,
        &t.dict_values,
        &t.dict_items,
        &t.mappingproxy,
    ]
    .map(Gc::clone);
    let bool = vm.types.bool.clone();
    for class in hashable.iter().chain(&unhashable).chain([&bool]) {
        vm.method(
            class,
            "__repr__",
            NativeFn::Plain(|vm, args| {
                let values = wrapper_args(vm, args, 0)?;
                vm.builtin_repr(&values[0]).map(Value::from)
            }),
        );
    }
    for class in &hashable {
        vm.method(
            class,
            "__hash__",
            NativeFn::Plain(|vm, args| {
                let values = wrapper_args(vm, args, 0)?;
                vm.hash(values[0].base()).map(Value::Int)
            }),
        );
    }
    for class in &unhashable {
        vm.class_attr(class, "__hash__", Value::None);
    }
    for class in &sized {
        vm.method(
            class,
            "__len__",
            NativeFn::Plain(|vm, args| {
                let values = wrapper_args(vm, args, 0)?;
                vm.len(values[0].base()).map(Value::from)
            }),
        );
        vm.method(
            class,
            "__iter__",
            NativeFn::Plain(|vm, args| {
                let values = wrapper_args(vm, args, 0)?;
                vm.iter(values[0].base())
            }),
        );
        vm.method(
            class,
            "__contains__",
            NativeFn::Plain(|vm, args| {
                let values = wrapper_args(vm, args, 1)?;
                vm.contains(values[0].base(), &values[1]).map(Value::Bool)
            }),
        );
    }
    for class in [&hashable[3], &hashable[4], &hashable[5], &unhashable[0], &unhashable[1], &hashable[7]] {
        vm.method(
            class,
            "__getitem__",
            NativeFn::Plain(|vm, args| {
                let values = wrapper_args(vm, args, 1)?;
                vm.get_item(values[0].base(), &values[1])
            }),
        );
    }
}
