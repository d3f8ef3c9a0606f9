//! `bytearray`: what it has beyond `bytes` (`Objects/bytearrayobject.c`).

use super::bytes::{byte_arg, bytearray_value, construct, shared_methods};
use super::int::{class_arg, wrap};
use super::operators;
use crate::vm::exception::PyResult;
use crate::vm::native::{Args, NativeFn};
use crate::vm::object::*;
use crate::vm::{Value, Vm};

/// The receiver.
fn this(vm: &mut Vm, args: &Args<'_>) -> PyResult<Gc<ByteArray>> {
    match args.values.first().and_then(|v| v.base().downcast::<ByteArray>()) {
        Some(bytes) => Ok(bytes.clone()),
        None => Err(vm.type_error("a method of bytearray needs a bytearray")),
    }
}

pub fn install(vm: &mut Vm) {
    let class = vm.types.bytearray.clone();
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| {
            let class = class_arg(vm, &args, "bytearray")?;
            let data = construct(vm, args.skip(1), "bytearray")?;
            Ok(wrap(vm, &class, bytearray_value(data)))
        }),
    );
    shared_methods(vm, &class);
    vm.method(
        &class,
        "append",
        NativeFn::Plain(|vm, args| {
            let byte = args.one(vm, "bytearray.append")?;
            let byte = byte_arg(vm, byte, "byte")?;
            let bytes = this(vm, &args)?;
            if bytes.data.borrow().len() >= vm.memory_limit {
                return Err(vm.memory_error());
            }
            bytes.data.borrow_mut().push(byte);
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "clear",
        NativeFn::Plain(|vm, args| {
            args.none(vm, "bytearray.clear")?;
            this(vm, &args)?.data.borrow_mut().clear();
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "copy",
        NativeFn::Plain(|vm, args| {
            args.none(vm, "bytearray.copy")?;
            let data = this(vm, &args)?.data.borrow().clone();
            Ok(bytearray_value(data))
        }),
    );
    vm.method(
        &class,
        "extend",
        NativeFn::Plain(|vm, args| {
            let iterable = args.one(vm, "bytearray.extend")?;
            let bytes = this(vm, &args)?;
            let more = match operators::bytes_of(iterable) {
                Some(data) => data,
                None if iterable.as_str().is_some() => {
                    return Err(vm.type_error("expected iterable of integers; got: 'str'"));
                }
                None => {
                    let items = match vm.collect(iterable) {
                        Ok(items) => items,
                        Err(exc) if exc.is(&vm.types.type_error) && vm.special(iterable, &vm.names.iter).is_none() => {
                            let text = format!("can't extend bytearray with {}", vm.class_name(iterable));
                            return Err(vm.type_error(text));
                        }
                        Err(exc) => return Err(exc),
                    };
                    items.iter().map(|item| byte_arg(vm, item, "byte")).collect::<PyResult<Vec<u8>>>()?
                }
            };
            if bytes.data.borrow().len() + more.len() > vm.memory_limit {
                return Err(vm.memory_error());
            }
            bytes.data.borrow_mut().extend_from_slice(&more);
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "insert",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "insert", 1, 2, 2)?;
            let place = vm.index_i64(&args[1])?;
            let byte = byte_arg(vm, &args[2], "byte")?;
            let bytes = this(vm, &args)?;
            let len = bytes.data.borrow().len();
            let place =
                if place < 0 { place.saturating_add(len as i64).max(0) as usize } else { (place as usize).min(len) };
            bytes.data.borrow_mut().insert(place, byte);
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "pop",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "pop", 1, 0, 1)?;
            let place = match args.get(1) {
                Some(place) => vm.index_i64(place)?,
                None => -1,
            };
            let bytes = this(vm, &args)?;
            let len = bytes.data.borrow().len() as i64;
            if len == 0 {
                return Err(vm.index_error("pop from empty bytearray"));
            }
            let place = if place < 0 { place.saturating_add(len) } else { place };
            if !(0..len).contains(&place) {
                return Err(vm.index_error("pop index out of range"));
            }
            let byte = bytes.data.borrow_mut().remove(place as usize);
            Ok(Value::Int(byte as i64))
        }),
    );
    vm.method(
        &class,
        "remove",
        NativeFn::Plain(|vm, args| {
            let byte = args.one(vm, "bytearray.remove")?;
            let byte = byte_arg(vm, byte, "byte")?;
            let bytes = this(vm, &args)?;
            let place = bytes.data.borrow().iter().position(|&b| b == byte);
            match place {
                Some(place) => {
                    bytes.data.borrow_mut().remove(place);
                    Ok(Value::None)
                }
                None => Err(vm.value_error("value not found in bytearray")),
            }
        }),
    );
    vm.method(
        &class,
        "reverse",
        NativeFn::Plain(|vm, args| {
            args.none(vm, "bytearray.reverse")?;
            this(vm, &args)?.data.borrow_mut().reverse();
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "__setitem__",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "__setitem__", 1, 2, 2)?;
            vm.set_item(args[0].base(), &args[1], args[2].clone())?;
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "__delitem__",
        NativeFn::Plain(|vm, args| {
            let key = args.one(vm, "bytearray.__delitem__")?;
            vm.del_item(args.values[0].base(), key)?;
            Ok(Value::None)
        }),
    );
}
