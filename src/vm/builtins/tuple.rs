//! `tuple` (`Objects/tupleobject.c`).

use super::items::find_in_slice;
use super::iterators::with_items;
use super::list::tuple_index;
use super::{class_getitem, new_class_arg, this, wrap};
use crate::vm::native::NativeFn;
use crate::vm::object::*;
use crate::vm::{Args, Flow, PyResult, Vm};

fn tuple_new(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let base = vm.types.tuple.clone();
    let class = new_class_arg(vm, &args, &base)?;
    if class.is(&base) {
        args.count(vm, "tuple", 1, 0, 1)?;
    }
    match args.get(1) {
        None => Ok(wrap(&class, &base, vm.tuple(Vec::new())).into()),
        Some(iterable) => {
            if class.is(&base) && matches!(iterable.view(), View::Tuple(_)) {
                return Ok(iterable.clone().into());
            }
            with_items(vm, iterable, move |vm, items| Ok(wrap(&class, &base, vm.tuple(items))))
        }
    }
}

fn tuple_count(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let tuple = this::<Tuple>(vm, &args, "tuple", "count")?;
    let value = args.one(vm, "tuple.count")?;
    let (mut count, mut from) = (0, 0);
    while let Some(place) = find_in_slice(vm, &tuple.items[from..], value)? {
        count += 1;
        from += place + 1;
    }
    Ok(Value::Int(count))
}

fn tuple_getnewargs(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let tuple = this::<Tuple>(vm, &args, "tuple", "__getnewargs__")?.value();
    Ok(vm.tuple(vec![tuple]))
}

/// Fills `tuple`.
pub fn install(vm: &mut Vm) {
    use NativeFn::{Flow as F, Plain as P};
    let class = vm.types.tuple.clone();
    vm.constructor(&class, F(tuple_new));
    vm.method(&class, "count", P(tuple_count));
    vm.method(&class, "index", P(tuple_index));
    vm.method(&class, "__getnewargs__", P(tuple_getnewargs));
    vm.class_method(&class, "__class_getitem__", P(class_getitem));
}
