//! `complex` (`Objects/complexobject.c`).

use super::format;
use super::int::{class_arg, wrap};
use crate::vm::exception::PyResult;
use crate::vm::native::{Args, NativeFn};
use crate::vm::number;
use crate::vm::object::*;
use crate::vm::{Value, Vm};

/// The receiver.
fn this(vm: &mut Vm, value: Option<&Value>) -> PyResult<(f64, f64)> {
    match value.map(|v| v.base().view()) {
        Some(View::Complex(c)) => Ok((c.re, c.im)),
        _ => Err(vm.type_error("a method of complex needs a complex")),
    }
}

pub fn install(vm: &mut Vm) {
    let class = vm.types.complex.clone();
    vm.constructor(&class, NativeFn::Plain(new));
    vm.getter(&class, "real", |vm, c| Ok(Value::Float(this(vm, Some(c))?.0)));
    vm.getter(&class, "imag", |vm, c| Ok(Value::Float(this(vm, Some(c))?.1)));
    vm.method(
        &class,
        "conjugate",
        NativeFn::Plain(|vm, args| {
            args.none(vm, "complex.conjugate")?;
            let (re, im) = this(vm, args.values.first())?;
            Ok(number::complex_value((re, -im)))
        }),
    );
    vm.method(
        &class,
        "__complex__",
        NativeFn::Plain(|vm, args| {
            args.none(vm, "complex.__complex__")?;
            let c = this(vm, args.values.first())?;
            Ok(number::complex_value(c))
        }),
    );
    vm.method(
        &class,
        "__bool__",
        NativeFn::Plain(|vm, args| Ok(Value::Bool(this(vm, args.values.first())? != (0.0, 0.0)))),
    );
    vm.method(
        &class,
        "__abs__",
        NativeFn::Plain(|vm, args| {
            let (re, im) = this(vm, args.values.first())?;
            let abs = re.hypot(im);
            if abs.is_infinite() && re.is_finite() && im.is_finite() {
                return Err(vm.overflow_error("absolute value too large"));
            }
            Ok(Value::Float(abs))
        }),
    );
    vm.method(
        &class,
        "__getnewargs__",
        NativeFn::Plain(|vm, args| {
            args.none(vm, "complex.__getnewargs__")?;
            let (re, im) = this(vm, args.values.first())?;
            Ok(vm.tuple(vec![re.into(), im.into()]))
        }),
    );
    vm.method(
        &class,
        "__format__",
        NativeFn::Plain(|vm, args| {
            let spec = args.one(vm, "complex.__format__")?;
            let Some(spec) = spec.as_str() else {
                let text = format!("__format__() argument must be str, not {}", vm.argument_type(spec));
                return Err(vm.type_error(text));
            };
            if spec.is_empty() {
                return vm.str(&args.values[0]).map(Value::from);
            }
            let (re, im) = this(vm, args.values.first())?;
            format::format_complex(vm, re, im, spec).map(Value::from)
        }),
    );
}

/// A part of `complex(real, imag)`: a number, `__complex__`, `__float__` or `__index__`.
fn part(vm: &mut Vm, value: &Value) -> PyResult<Option<(f64, f64)>> {
    if let Some(result) = vm.call_special(value, &vm.names.complex.clone(), &[]) {
        let result = result?;
        return match result.base().view() {
            View::Complex(c) => Ok(Some((c.re, c.im))),
            _ => {
                let text = format!("__complex__ returned non-complex (type {})", vm.class_name(&result));
                Err(vm.type_error(text))
            }
        };
    }
    if let Some(c) = number::complex_of(vm, value)? {
        return Ok(Some(c));
    }
    if vm.special(value, &vm.names.float).is_some() || vm.special(value, &vm.names.index).is_some() {
        return vm.float_arg(value).map(|f| Some((f, 0.0)));
    }
    Ok(None)
}

/// `complex(real, imag)`, `complex(text)`.
fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let class = class_arg(vm, &args, "complex")?;
    let rest = args.skip(1);
    if rest.values.len() > 2 {
        return Err(vm.type_error(format!("complex() takes at most 2 arguments ({} given)", rest.values.len())));
    }
    let [real, imag] = rest.bind(vm, "complex", ["real", "imag"], 0, 2)?;
    if let Some(text) = real.as_str() {
        if !imag.is_unbound() {
            return Err(vm.type_error("complex() can't take second arg if first is a string"));
        }
        return match number::parse_complex(text) {
            Some(c) => Ok(wrap(vm, &class, number::complex_value(c))),
            None => Err(vm.value_error("complex() arg is a malformed string")),
        };
    }
    if imag.as_str().is_some() {
        return Err(vm.type_error("complex() second arg can't be a string"));
    }
    let mut result = (0.0, 0.0);
    let mut real_is_complex = false;
    if !real.is_unbound() {
        match part(vm, &real)? {
            Some(c) => {
                result = c;
                real_is_complex = c.1 != 0.0 || matches!(real.base().view(), View::Complex(_));
            }
            None => {
                let text =
                    format!("complex() first argument must be a string or a number, not '{}'", vm.class_name(&real));
                return Err(vm.type_error(text));
            }
        }
    }
    if !imag.is_unbound() {
        match part(vm, &imag)? {
            Some((re, im)) => {
                // Only what is there is added: -0.0 stays.
                if im != 0.0 || matches!(imag.base().view(), View::Complex(_)) {
                    result.0 -= im;
                }
                result.1 = if real_is_complex { result.1 + re } else { re };
            }
            None => {
                let text = format!("complex() second argument must be a number, not '{}'", vm.class_name(&imag));
                return Err(vm.type_error(text));
            }
        }
    }
    Ok(wrap(vm, &class, number::complex_value(result)))
}
