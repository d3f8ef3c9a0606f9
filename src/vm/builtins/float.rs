//! `float` (`Objects/floatobject.c`).

use super::int::{class_arg, wrap};
use super::{format, operators};
use crate::vm::exception::PyResult;
use crate::vm::native::{Args, NativeFn};
use crate::vm::number::{self, int_ref};
use crate::vm::object::*;
use crate::vm::{Value, Vm};

/// The receiver.
fn this(vm: &mut Vm, args: &Args<'_>) -> PyResult<f64> {
    match args.values.first().map(|v| v.base().view()) {
        Some(View::Float(f)) => Ok(f),
        _ => Err(vm.type_error("a method of float needs a float")),
    }
}

/// A method without arguments.
macro_rules! unary {
    ($vm:ident, $class:ident, $($name:literal => $function:expr),* $(,)?) => {
        $($vm.method(&$class, $name, NativeFn::Plain(|vm, args| {
            args.none(vm, concat!("float.", $name))?;
            let f = this(vm, &args)?;
            let function: fn(&mut Vm, f64) -> PyResult = $function;
            function(vm, f)
        }));)*
    };
}

pub fn install(vm: &mut Vm) {
    let class = vm.types.float.clone();
    vm.constructor(&class, NativeFn::Plain(new));
    unary!(vm, class,
        "__float__" => |_, f| Ok(Value::Float(f)),
        "conjugate" => |_, f| Ok(Value::Float(f)),
        "__abs__" => |_, f| Ok(Value::Float(f.abs())),
        "__bool__" => |_, f| Ok(Value::Bool(f != 0.0)),
        "__int__" => number::trunc_float,
        "__trunc__" => number::trunc_float,
        "__floor__" => |vm, f| number::trunc_float(vm, f.floor()),
        "__ceil__" => |vm, f| number::trunc_float(vm, f.ceil()),
        "is_integer" => |_, f| Ok(Value::Bool(f.is_finite() && f.fract() == 0.0)),
        "hex" => |_, f| Ok(number::float_hex(f).into()),
        "__getnewargs__" => |vm, f| Ok(vm.tuple(vec![Value::Float(f)])),
        "as_integer_ratio" => |vm, f| {
            if f.is_nan() {
                return Err(vm.value_error("cannot convert NaN to integer ratio"));
            }
            if f.is_infinite() {
                return Err(vm.overflow_error("cannot convert Infinity to integer ratio"));
            }
            let (numerator, denominator) = number::float_ratio(f);
            Ok(vm.tuple(vec![number::int_value(numerator), number::int_value(denominator)]))
        },
    );
    vm.getter(&class, "real", |_, f| Ok(f.base().clone()));
    vm.getter(&class, "imag", |_, _| Ok(Value::Float(0.0)));
    vm.method(
        &class,
        "__round__",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "__round__", 1, 0, 1)?;
            let f = this(vm, &args)?;
            let Some(digits) = args.get(1).filter(|digits| !digits.is_none()) else {
                return number::trunc_float(vm, f.round_ties_even());
            };
            let digits = match vm.index(digits)? {
                Value::Int(digits) => digits,
                big => {
                    if int_ref(&big).is_some_and(|i| i.is_negative()) {
                        i64::MIN
                    } else {
                        i64::MAX
                    }
                }
            };
            match number::round_float(f, digits) {
                Some(rounded) => Ok(Value::Float(rounded)),
                None => Err(vm.overflow_error("rounded value too large to represent")),
            }
        }),
    );
    vm.method(
        &class,
        "__format__",
        NativeFn::Plain(|vm, args| {
            let spec = args.one(vm, "float.__format__")?;
            let Some(spec) = spec.as_str() else {
                let text = format!("__format__() argument must be str, not {}", vm.argument_type(spec));
                return Err(vm.type_error(text));
            };
            if spec.is_empty() {
                return vm.str(&args.values[0]).map(Value::from);
            }
            let f = this(vm, &args)?;
            format::format_float(vm, f, spec).map(Value::from)
        }),
    );
    vm.class_method(
        &class,
        "fromhex",
        NativeFn::Plain(|vm, args| {
            let text = args.one(vm, "float.fromhex")?;
            let Some(text) = text.as_str() else {
                return Err(vm.type_error("bad argument type for built-in operation"));
            };
            let Some(f) = number::parse_hex_float(text) else {
                return Err(vm.value_error("invalid hexadecimal floating-point string"));
            };
            if f.is_infinite() && !text.to_ascii_lowercase().contains("inf") {
                return Err(vm.overflow_error("hexadecimal value too large to represent as a float"));
            }
            match args[0].downcast::<Class>().cloned() {
                Some(class) if !class.is(&vm.types.float) => vm.call(&class.value(), [Value::Float(f)]),
                _ => Ok(Value::Float(f)),
            }
        }),
    );
    vm.class_method(
        &class,
        "__getformat__",
        NativeFn::Plain(|vm, args| {
            let kind = args.one(vm, "float.__getformat__")?;
            match kind.as_str() {
                Some("double" | "float") => Ok("IEEE, little-endian".into()),
                _ => Err(vm.value_error("__getformat__() argument 1 must be 'double' or 'float'")),
            }
        }),
    );
}

/// `float(x)`.
fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let class = class_arg(vm, &args, "float")?;
    let mut rest = args.skip(1);
    // The `__init__` of a subclass may take more.
    let init = vm.lookup(&class, &vm.names.init);
    if matches!(init.as_ref().map(Value::view), Some(View::Function(_))) {
        rest = Args { values: rest.positional(), names: None };
    }
    rest.no_keywords(vm, "float")?;
    rest.count(vm, "float", 0, 0, 1)?;
    let f = match rest.get(0) {
        Some(value) => to_float(vm, value)?,
        None => 0.0,
    };
    Ok(wrap(vm, &class, Value::Float(f)))
}

fn to_float(vm: &mut Vm, value: &Value) -> PyResult<f64> {
    let is_instance = matches!(value, Value::Obj(obj) if obj.kind() == Kind::Instance);
    // A subclass of str may have a `__float__`.
    let parses = !is_instance || vm.special(value, &vm.names.float).is_none();
    let text = match (parses, value.as_str(), operators::bytes_of(value)) {
        (true, Some(text), _) => Some(text.to_owned()),
        (true, None, Some(data)) => Some(data.iter().map(|&b| if b.is_ascii() { b as char } else { '?' }).collect()),
        _ => None,
    };
    if let Some(text) = text {
        vm.charge(text.len() / 4);
        return match number::parse_float(&text) {
            Some(f) if f.is_nan() => Ok(number::new_nan()),
            Some(f) => Ok(f),
            None => {
                let shown = vm.builtin_repr(value)?;
                Err(vm.value_error(format!("could not convert string to float: {shown}")))
            }
        };
    }
    // A subclass of float or int may have a `__float__` of its own.
    if is_instance && let Some(result) = vm.call_special(value, &vm.names.float.clone(), &[]) {
        let result = result?;
        return match result.base() {
            Value::Float(f) => Ok(*f),
            _ => {
                let text =
                    format!("{}.__float__ returned non-float (type {})", vm.class_name(value), vm.class_name(&result));
                Err(vm.type_error(text))
            }
        };
    }
    let is_number = matches!(value.base().view(), View::Float(_)) || int_ref(value).is_some();
    if is_number || vm.special(value, &vm.names.index).is_some() {
        return vm.float_arg(value);
    }
    let text = format!("float() argument must be a string or a real number, not '{}'", vm.class_name(value));
    Err(vm.type_error(text))
}
