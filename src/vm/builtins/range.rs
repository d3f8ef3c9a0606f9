//! `range` (`Objects/rangeobject.c`).

use super::items::find_in_range;
use super::iterators::reversed;
use super::this;
use crate::vm::native::NativeFn;
use crate::vm::object::*;
use crate::vm::{Args, PyResult, Vm};

fn range_new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args.count(vm, "range", 1, 1, 3)?;
    let mut numbers = [0, 0, 1];
    for (number, arg) in numbers.iter_mut().zip(&args.values[1..]) {
        *number = match arg {
            Value::Int(i) => *i,
            arg => vm.index_i64(arg)?,
        };
    }
    let [start, stop, step] = if args.values.len() == 2 { [0, numbers[0], 1] } else { numbers };
    if step == 0 {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    Ok(Gc::new(Range { start, stop, step }).into())
}

fn range_count(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let range = this::<Range>(vm, &args, "range", "count")?;
    let value = args.one(vm, "range.count")?;
    Ok(Value::Int(find_in_range(vm, range, value)?.is_some() as i64))
}

fn range_index(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let range = this::<Range>(vm, &args, "range", "index")?;
    let value = args.one(vm, "range.index")?;
    match find_in_range(vm, range, value)? {
        Some(index) => Ok(Value::Int(index as i64)),
        None => {
            let text = format!("{} is not in range", vm.repr(value)?);
            Err(vm.value_error(text))
        }
    }
}

fn range_reversed(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let range = this::<Range>(vm, &args, "range", "__reversed__")?.value();
    args.none(vm, "range.__reversed__")?;
    Ok(reversed(vm, &range).expect("a range can be reversed"))
}

fn part(vm: &mut Vm, this: &Value, part: impl Fn(&Range) -> i64) -> PyResult {
    match this.downcast::<Range>() {
        Some(range) => Ok(Value::Int(part(range))),
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
    vm.getter(&class, "start", |vm, this| part(vm, this, |r| r.start));
    vm.getter(&class, "stop", |vm, this| part(vm, this, |r| r.stop));
    vm.getter(&class, "step", |vm, this| part(vm, this, |r| r.step));
}
