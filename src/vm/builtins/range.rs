//! `range` (`Objects/rangeobject.c`).

use num_bigint::BigInt as Big;
use num_integer::Integer;
use num_traits::{FromPrimitive, One, Signed, ToPrimitive, Zero};

use super::items::bad_index;
use super::iterators::reversed;
use super::this;
use crate::vm::native::NativeFn;
use crate::vm::number::{int_ref, int_value};
use crate::vm::object::*;
use crate::vm::{Args, PyResult, Vm};

/// A range of these numbers; `step` is not 0.
fn make([start, stop, step]: [Big; 3]) -> Value {
    let range = match (start.to_i64(), stop.to_i64(), step.to_i64()) {
        (Some(start), Some(stop), Some(step)) => Some(Range { start, stop, step, wide: None }),
        _ => None,
    };
    let wide = Range { start: 0, stop: 0, step: 1, wide: Some(Box::new([start, stop, step])) };
    Gc::new(range.filter(|range| range.len() <= i64::MAX as u64).unwrap_or(wide)).into()
}

fn parts(range: &Range) -> [Big; 3] {
    match &range.wide {
        Some(wide) => (**wide).clone(),
        None => [range.start, range.stop, range.step].map(Big::from),
    }
}

fn length([start, stop, step]: &[Big; 3]) -> Big {
    let span = if step.is_positive() { stop - start } else { start - stop };
    if span.is_positive() { (span - 1) / step.abs() + 1 } else { Big::zero() }
}

/// `not range`.
pub fn is_empty(range: &Range) -> bool {
    match &range.wide {
        Some(wide) => length(wide).is_zero(),
        None => range.is_empty(),
    }
}

/// `len(range)`; `OverflowError` if it does not fit.
pub fn len(vm: &mut Vm, range: &Range) -> PyResult {
    match int_value(length(&parts(range))) {
        value @ Value::Int(_) => Ok(value),
        _ => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

/// What makes two ranges equal: the length, where they start unless they are empty, the step if it matters.
pub fn key(range: &Range) -> [Value; 3] {
    let parts = parts(range);
    let len = length(&parts);
    let [start, _, step] = parts;
    let start = if len.is_zero() { Value::None } else { int_value(start) };
    let step = if len <= Big::one() { Value::None } else { int_value(step) };
    [int_value(len), start, step]
}

pub fn repr(range: &Range) -> String {
    let [start, stop, step] = parts(range);
    if step.is_one() { format!("range({start}, {stop})") } else { format!("range({start}, {stop}, {step})") }
}

/// The iterator of a range that does not fit.
pub fn wide_iter(vm: &Vm, range: &Range, reversed: bool) -> Value {
    let parts = parts(range);
    let mut left = length(&parts);
    let [start, _, step] = parts;
    let (mut next, step) = if reversed { (start + &step * (&left - 1), -step) } else { (start, step) };
    let state = IterState::Native(Box::new(move |_| {
        if left.is_zero() {
            return Ok(None);
        }
        left -= 1;
        let value = next.clone();
        next += &step;
        Ok(Some(int_value(value)))
    }));
    Gc::new(Iter { state: std::cell::RefCell::new(state), class: vm.types.range_iterator.clone() }).into()
}

/// `range[key]`.
pub fn item(vm: &mut Vm, range: &Range, key: &Value) -> PyResult {
    if let (Value::Int(i), None) = (key, &range.wide) {
        let len = range.len() as i64;
        let place = if *i < 0 { *i + len } else { *i };
        if 0 <= place && place < len {
            return Ok(Value::Int(range.at(place as u64)));
        }
    }
    let parts = parts(range);
    let len = length(&parts);
    let [start, _, step] = parts;
    if let View::Slice(slice) = key.view() {
        let part = |vm: &mut Vm, part: &Value| match part.is_none() {
            true => Ok(None),
            false if vm.is_index(part) => Ok(int_ref(&vm.index(part)?).map(|i| i.to_big().into_owned())),
            false => Err(vm.type_error("slice indices must be integers or None or have an __index__ method")),
        };
        let by = part(vm, &slice.step)?.unwrap_or_else(Big::one);
        if by.is_zero() {
            return Err(vm.value_error("slice step cannot be zero"));
        }
        let (lowest, highest) = if by.is_negative() { (-Big::one(), &len - 1) } else { (Big::zero(), len.clone()) };
        let (first, last) = if by.is_negative() { (&highest, &lowest) } else { (&lowest, &highest) };
        let clip = |i: Big| if i.is_negative() { (i + &len).max(lowest.clone()) } else { i.min(highest.clone()) };
        let from = part(vm, &slice.start)?.map_or_else(|| first.clone(), clip);
        let to = part(vm, &slice.stop)?.map_or_else(|| last.clone(), clip);
        return Ok(make([&start + &step * from, start + &step * to, step * by]));
    }
    if !vm.is_index(key) {
        return Err(bad_index(vm, "range", key));
    }
    let index = vm.index(key)?;
    let place = int_ref(&index).map(|i| i.to_big().into_owned()).unwrap_or_default();
    let place = if place.is_negative() { place + &len } else { place };
    if place.is_negative() || place >= len {
        return Err(vm.index_error("range object index out of range"));
    }
    Ok(int_value(start + step * place))
}

/// Where an object is in a range, if it is there.
pub fn find(vm: &mut Vm, range: &Range, key: &Value) -> PyResult<Option<Value>> {
    let wanted = match key.view() {
        View::Int(_) | View::Bool(_) | View::BigInt(_) => int_ref(key).map(|i| i.to_big().into_owned()),
        View::Float(f) if f.fract() == 0.0 => Big::from_f64(f),
        View::Float(_) | View::Str(_) | View::None => None,
        _ => {
            for i in 0..range.len() {
                vm.charge(1);
                if vm.eq(&Value::Int(range.at(i)), key)? {
                    return Ok(Some(Value::Int(i as i64)));
                }
            }
            return Ok(None);
        }
    };
    let Some(wanted) = wanted else { return Ok(None) };
    let parts = parts(range);
    let (index, rest) = (wanted - &parts[0]).div_mod_floor(&parts[2]);
    let found = rest.is_zero() && !index.is_negative() && index < length(&parts);
    Ok(found.then(|| int_value(index)))
}

fn range_new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args.count(vm, "range", 1, 1, 3)?;
    let mut numbers = [Value::Int(0), Value::Int(0), Value::Int(1)];
    for (number, arg) in numbers.iter_mut().zip(&args.values[1..]) {
        *number = vm.index(arg)?;
    }
    if args.values.len() == 2 {
        numbers.swap(0, 1);
    }
    let [start, stop, step] = numbers;
    if let Value::Int(0) = step {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    if let (Value::Int(start), Value::Int(stop), Value::Int(step)) = (&start, &stop, &step) {
        let range = Range { start: *start, stop: *stop, step: *step, wide: None };
        if range.len() <= i64::MAX as u64 {
            return Ok(Gc::new(range).into());
        }
    }
    Ok(make([start, stop, step].map(|part| int_ref(&part).map(|i| i.to_big().into_owned()).unwrap_or_default())))
}

fn range_count(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let range = this::<Range>(vm, &args, "range", "count")?;
    let value = args.one(vm, "range.count")?;
    Ok(Value::Int(find(vm, range, value)?.is_some() as i64))
}

fn range_index(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let range = this::<Range>(vm, &args, "range", "index")?;
    let value = args.one(vm, "range.index")?;
    match find(vm, range, value)? {
        Some(index) => Ok(index),
        None if int_ref(value).is_some() => {
            let text = format!("{} is not in range", vm.repr(value)?);
            Err(vm.value_error(text))
        }
        None => Err(vm.value_error("sequence.index(x): x not in sequence")),
    }
}

fn range_reversed(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let range = this::<Range>(vm, &args, "range", "__reversed__")?.value();
    args.none(vm, "range.__reversed__")?;
    Ok(reversed(vm, &range).expect("a range can be reversed"))
}

fn part(vm: &mut Vm, this: &Value, part: usize) -> PyResult {
    match this.downcast::<Range>() {
        Some(range) => Ok(int_value(std::mem::take(&mut parts(range)[part]))),
        None => Err(vm.type_error("descriptor requires a 'range' object")),
    }
}

/// Fills `range`.
pub fn install(vm: &mut Vm) {
    use NativeFn::Plain as P;
    let class = vm.types.range.clone();
    vm.constructor(&class, P(range_new));
    vm.method(&class, "count", P(range_count));
    vm.method(&class, "index", P(range_index));
    vm.method(&class, "__reversed__", P(range_reversed));
    vm.getter(&class, "start", |vm, this| part(vm, this, 0));
    vm.getter(&class, "stop", |vm, this| part(vm, this, 1));
    vm.getter(&class, "step", |vm, this| part(vm, this, 2));
}
