//! The builtin types' behaviour and the builtin functions.

pub mod objects;

pub mod docs;

pub mod exceptions;

pub mod functions;

pub mod dynamic;

pub mod operators;

pub mod text;

pub mod format;

pub mod codec;

pub mod int;

pub mod float;

pub mod complex;

pub mod unicode;

pub mod str;

pub mod bytes;

pub mod bytearray;

pub mod items;

pub mod iterators;

pub mod loops;

pub mod list;

pub mod tuple;

pub mod dict;

pub mod views;

pub mod set;

pub mod range;

pub mod slice;

use super::object::*;
use super::{Args, PyResult, Vm};

/// Fills the builtin classes and the `builtins` module.
pub fn install(vm: &mut Vm) {
    super::generator::install(vm);
    objects::install(vm);
    exceptions::install(vm);
    operators::install(vm);
    int::install(vm);
    float::install(vm);
    complex::install(vm);
    str::install(vm);
    bytes::install(vm);
    bytearray::install(vm);
    iterators::install(vm);
    list::install(vm);
    tuple::install(vm);
    dict::install(vm);
    views::install(vm);
    set::install(vm);
    range::install(vm);
    slice::install(vm);
    functions::install(vm);
}

/// `self` of a method of a builtin class: the object, or what is inside an instance of a subclass.
pub fn this<'a, T: Object>(vm: &mut Vm, args: &Args<'a>, class: &str, method: &str) -> PyResult<&'a Gc<T>> {
    match args.values.first() {
        Some(value) => match value.base().downcast::<T>() {
            Some(this) => Ok(this),
            None => {
                let text = format!(
                    "descriptor '{method}' for '{class}' objects doesn't apply to a '{}' object",
                    vm.class_name(value)
                );
                Err(vm.type_error(text))
            }
        },
        None => Err(vm.type_error(format!("unbound method {class}.{method}() needs an argument"))),
    }
}

/// The class that a constructor was called with.
pub fn new_class_arg(vm: &mut Vm, args: &Args<'_>, of: &Gc<Class>) -> PyResult<Gc<Class>> {
    let name = of.name();
    let Some(class) = args.values.first() else {
        return Err(vm.type_error(format!("{name}.__new__(): not enough arguments")));
    };
    match class.downcast::<Class>() {
        Some(class) if Class::is_subclass(class, of) => Ok(class.clone()),
        Some(class) => {
            let text = format!("{name}.__new__({0}): {0} is not a subtype of {name}", class.name());
            Err(vm.type_error(text))
        }
        None => {
            let text = format!("{name}.__new__(X): X is not a type object ({})", vm.class_name(class));
            Err(vm.type_error(text))
        }
    }
}

/// A new object of `class`, which is `base` or a subclass of it, with this builtin value.
pub fn wrap(class: &Gc<Class>, base: &Gc<Class>, value: Value) -> Value {
    if class.is(base) { value } else { Instance::new(class.clone(), Payload::Value(value)).into() }
}

/// `list[int]`.
pub fn class_getitem(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let name = match args.values.first().map(Value::view) {
        Some(View::Class(class)) => class.name() + ".__class_getitem__",
        _ => String::new(),
    };
    args.one(vm, &name)?;
    Ok(super::run::operators::alias(&args[0], &args[1]))
}
