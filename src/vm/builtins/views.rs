//! `dict.keys()`, `dict.values()` and `dict.items()`.

use super::iterators::{reversed, with_items};
use super::this;
use crate::vm::native::NativeFn;
use crate::vm::object::*;
use crate::vm::{Args, Flow, PyResult, Vm};

/// `key in view`.
pub fn view_has(vm: &mut Vm, view: &DictView, key: &Value) -> PyResult<bool> {
    match view.part {
        DictPart::Keys => Ok(vm.dict_get(&view.dict, key)?.is_some()),
        DictPart::Items => {
            let Some(pair) = key.base().downcast::<Tuple>().filter(|pair| pair.items.len() == 2) else {
                return Ok(false);
            };
            match vm.dict_get(&view.dict, &pair.items[0])? {
                Some(value) => vm.eq(&value, &pair.items[1]),
                None => Ok(false),
            }
        }
        DictPart::Values => {
            let values = view.dict.values();
            vm.charge(values.len() / 4);
            for value in values {
                if vm.eq(&value, key)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
    }
}

fn name(view: &DictView) -> &'static str {
    match view.part {
        DictPart::Keys => "dict_keys",
        DictPart::Values => "dict_values",
        DictPart::Items => "dict_items",
    }
}

fn isdisjoint(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let view = this::<DictView>(vm, &args, "dict_keys", "isdisjoint")?.clone();
    let other = args.one(vm, &format!("{}.isdisjoint", name(&view)))?;
    with_items(vm, other, move |vm, items| {
        for item in items {
            if view_has(vm, &view, &item)? {
                return Ok(Value::FALSE);
            }
        }
        Ok(Value::TRUE)
    })
}

fn mapping(vm: &mut Vm, this: &Value) -> PyResult {
    match this.downcast::<DictView>() {
        Some(view) => Ok(Gc::new(MappingProxy { mapping: view.dict.value() }).into()),
        None => Err(vm.type_error("descriptor 'mapping' applies to views of dicts")),
    }
}

fn view_reversed(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let view = this::<DictView>(vm, &args, "dict_keys", "__reversed__")?.value();
    args.none(vm, "__reversed__")?;
    Ok(reversed(vm, &view).expect("a view can be reversed"))
}

/// Fills the classes of the views.
pub fn install(vm: &mut Vm) {
    let classes = [&vm.types.dict_keys, &vm.types.dict_values, &vm.types.dict_items].map(Gc::clone);
    for class in &classes {
        vm.method(class, "__reversed__", NativeFn::Plain(view_reversed));
        vm.getter(class, "mapping", mapping);
    }
    for class in [&classes[0], &classes[2]] {
        vm.method(class, "isdisjoint", NativeFn::Flow(isdisjoint));
    }
}
