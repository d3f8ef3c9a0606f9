//! `slice` (`Objects/sliceobject.c`).

use super::items::slice_indices;
use super::this;
use crate::vm::native::NativeFn;
use crate::vm::object::*;
use crate::vm::{Args, PyResult, Vm};

fn slice_new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    args.count(vm, "slice", 1, 1, 3)?;
    let get = |i| args.get(i).cloned().unwrap_or(Value::None);
    let (start, stop) = if args.values.len() == 2 { (Value::None, get(1)) } else { (get(1), get(2)) };
    Ok(Gc::new(Slice { start, stop, step: get(3) }).into())
}

fn indices(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let slice = this::<Slice>(vm, &args, "slice", "indices")?;
    let len = args.one(vm, "slice.indices")?;
    let len = vm.index_i64(len)?;
    let Ok(len) = usize::try_from(len) else {
        return Err(vm.value_error("length should not be negative"));
    };
    let indices = slice_indices(vm, slice, len)?;
    Ok(vm.tuple(vec![indices.start.into(), indices.stop.into(), indices.step.into()]))
}

fn part(vm: &mut Vm, this: &Value, part: impl Fn(&Slice) -> &Value) -> PyResult {
    match this.downcast::<Slice>() {
        Some(slice) => Ok(part(slice).clone()),
        None => Err(vm.type_error("descriptor requires a 'slice' object")),
    }
}

/// Fills `slice`.
pub fn install(vm: &mut Vm) {
    let class = vm.types.slice.clone();
    vm.constructor(&class, NativeFn::Plain(slice_new));
    vm.method(&class, "indices", NativeFn::Plain(indices));
    vm.getter(&class, "start", |vm, this| part(vm, this, |s| &s.start));
    vm.getter(&class, "stop", |vm, this| part(vm, this, |s| &s.stop));
    vm.getter(&class, "step", |vm, this| part(vm, this, |s| &s.step));
}
