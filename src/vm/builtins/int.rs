//! `int` and `bool`, and what constructors of builtin types share (`Objects/longobject.c`, `boolobject.c`).

use num_bigint::{BigInt as Big, Sign};

use super::{format, operators};
use crate::vm::exception::PyResult;
use crate::vm::native::{Args, NativeFn};
use crate::vm::number::{self, IntRef, MaxStrDigits, ParsedInt, int_ref};
use crate::vm::object::*;
use crate::vm::{Value, Vm};

/// The class that a constructor is called with: `name` or a subclass.
pub fn class_arg(vm: &mut Vm, args: &Args<'_>, name: &str) -> PyResult<Gc<Class>> {
    let Some(first) = args.values.first() else {
        return Err(vm.type_error(format!("{name}.__new__(): not enough arguments")));
    };
    let Some(class) = first.downcast::<Class>().cloned() else {
        let text = format!("{name}.__new__(X): X is not a type object ({})", vm.class_name(first));
        return Err(vm.type_error(text));
    };
    let given = class.name();
    if given != name && !class.mro.borrow().iter().any(|base| *base.name.borrow() == name) {
        return Err(vm.type_error(format!("{name}.__new__({given}): {given} is not a subtype of {name}")));
    }
    if class.is(&vm.types.bool) && name != "bool" {
        return Err(vm.type_error(format!("{name}.__new__(bool) is not safe, use bool.__new__()")));
    }
    Ok(class)
}

/// The value as an instance of the class, which is the value's own or a subclass of it.
pub fn wrap(vm: &mut Vm, class: &Gc<Class>, value: Value) -> Value {
    if vm.class_of(&value).is(class) {
        return value;
    }
    Instance::new(class.clone(), Payload::Value(value.base().clone())).into()
}

/// The receiver.
fn this<'a>(vm: &mut Vm, args: &Args<'a>) -> PyResult<IntRef<'a>> {
    match args.values.first().and_then(int_ref) {
        Some(i) => Ok(i),
        None => Err(vm.type_error("a method of int needs an int")),
    }
}

/// A method without arguments.
macro_rules! unary {
    ($vm:ident, $class:ident, $($name:literal => $function:expr),* $(,)?) => {
        $($vm.method(&$class, $name, NativeFn::Plain(|vm, args| {
            args.none(vm, concat!("int.", $name))?;
            let i = this(vm, &args)?;
            let function: fn(&mut Vm, IntRef<'_>) -> PyResult = $function;
            function(vm, i)
        }));)*
    };
}

pub fn install(vm: &mut Vm) {
    let class = vm.types.int.clone();
    vm.constructor(&class, NativeFn::Plain(new));
    unary!(vm, class,
        "__int__" => |_, i| Ok(i.to_value()),
        "__index__" => |_, i| Ok(i.to_value()),
        "__trunc__" => |_, i| Ok(i.to_value()),
        "__floor__" => |_, i| Ok(i.to_value()),
        "__ceil__" => |_, i| Ok(i.to_value()),
        "conjugate" => |_, i| Ok(i.to_value()),
        "__bool__" => |_, i| Ok(Value::Bool(!i.is_zero())),
        "__abs__" => |_, i| Ok(abs(i)),
        "__float__" => |vm, i| match i.to_f64() {
            Some(f) => Ok(Value::Float(f)),
            None => Err(vm.overflow_error("int too large to convert to float")),
        },
        "bit_length" => |_, i| Ok(Value::from(i.bits() as usize)),
        "bit_count" => |_, i| Ok(Value::Int(match i {
            IntRef::Small(i) => i.unsigned_abs().count_ones() as i64,
            IntRef::Big(big) => big.magnitude().count_ones() as i64,
        })),
        "as_integer_ratio" => |vm, i| Ok(vm.tuple(vec![i.to_value(), Value::Int(1)])),
        "is_integer" => |_, _| Ok(Value::TRUE),
        "__getnewargs__" => |vm, i| Ok(vm.tuple(vec![i.to_value()])),
        "__sizeof__" => |_, i| Ok(Value::from(24 + 4 * i.bits().div_ceil(30).max(1) as usize)),
    );
    vm.getter(&class, "real", |_, i| Ok(int_ref(i).map_or(Value::None, IntRef::to_value)));
    vm.getter(&class, "imag", |_, _| Ok(Value::Int(0)));
    vm.getter(&class, "numerator", |_, i| Ok(int_ref(i).map_or(Value::None, IntRef::to_value)));
    vm.getter(&class, "denominator", |_, _| Ok(Value::Int(1)));
    vm.method(
        &class,
        "__round__",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "__round__", 1, 0, 1)?;
            let i = this(vm, &args)?;
            match args.get(1).filter(|digits| !digits.is_none()) {
                None => Ok(i.to_value()),
                Some(digits) => match vm.index(digits)? {
                    Value::Int(digits) if digits < 0 => number::round_int(vm, i, digits.unsigned_abs()),
                    Value::Int(_) => Ok(i.to_value()),
                    big => Ok(match int_ref(&big) {
                        Some(big) if big.is_negative() => Value::Int(0),
                        _ => i.to_value(),
                    }),
                },
            }
        }),
    );
    vm.method(
        &class,
        "__format__",
        NativeFn::Plain(|vm, args| {
            let spec = args.one(vm, "int.__format__")?;
            let Some(spec) = spec.as_str() else {
                let text = format!("__format__() argument must be str, not {}", vm.argument_type(spec));
                return Err(vm.type_error(text));
            };
            if spec.is_empty() {
                return vm.str(&args.values[0]).map(Value::from);
            }
            format::format_int(vm, args.values[0].base(), spec).map(Value::from)
        }),
    );
    vm.method(&class, "to_bytes", NativeFn::Plain(to_bytes));
    vm.class_method(&class, "from_bytes", NativeFn::Plain(from_bytes));

    let class = vm.types.bool.clone();
    vm.constructor(
        &class,
        NativeFn::Flow(|vm, args| {
            class_arg(vm, &args, "bool")?;
            let rest = args.skip(1);
            rest.no_keywords(vm, "bool")?;
            rest.count(vm, "bool", 0, 0, 1)?;
            match rest.get(0) {
                Some(value) => vm.truth_flow(value),
                None => Ok(Value::FALSE.into()),
            }
        }),
    );
    vm.method(
        &class,
        "__invert__",
        NativeFn::Plain(|vm, args| {
            let i = this(vm, &args)?;
            Ok(Value::Int(if i.is_zero() { -1 } else { -2 }))
        }),
    );
}

pub fn abs(i: IntRef<'_>) -> Value {
    match i {
        IntRef::Small(i) if i != i64::MIN => Value::Int(i.abs()),
        i => number::int_value(Big::from(i.to_big().magnitude().clone())),
    }
}

/// `int(x)`, `int(text, base)`.
fn new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let class = class_arg(vm, &args, "int")?;
    let rest = args.skip(1);
    if rest.values.len() > 2 {
        let given = rest.values.len();
        return Err(vm.type_error(if rest.keyword_count() == 0 {
            format!("int expected at most 2 arguments, got {given}")
        } else {
            format!("int() takes at most 2 arguments ({given} given)")
        }));
    }
    let [value, base] = rest.bind(vm, "int", ["", "base"], 0, 2)?;
    let result = if base.is_unbound() {
        if value.is_unbound() { Value::Int(0) } else { to_int(vm, &value)? }
    } else {
        if value.is_unbound() {
            return Err(vm.type_error("int() missing string argument"));
        }
        let base = match vm.index(&base)? {
            Value::Int(base @ (0 | 2..=36)) => base as u32,
            _ => return Err(vm.value_error("int() base must be >= 2 and <= 36, or 0")),
        };
        match (value.as_str(), operators::bytes_of(&value)) {
            (Some(text), _) => parse(vm, text, base, &value)?,
            (None, Some(data)) => parse_data(vm, &data, base, &value)?,
            (None, None) => return Err(vm.type_error("int() can't convert non-string with explicit base")),
        }
    };
    Ok(wrap(vm, &class, result))
}

fn parse_data(vm: &mut Vm, data: &[u8], base: u32, shown: &Value) -> PyResult {
    // What is not ASCII is no digit.
    let text: String = data.iter().map(|&b| if b.is_ascii() { b as char } else { '?' }).collect();
    parse(vm, &text, base, shown)
}

/// Parses; `shown` is what the error shows.
fn parse(vm: &mut Vm, text: &str, base: u32, shown: &Value) -> PyResult {
    let limit = vm.extension::<MaxStrDigits>().0.get();
    vm.charge(text.len() / 4);
    match number::parse_int(text, base, limit) {
        ParsedInt::Int(value) => Ok(value),
        ParsedInt::TooLong(digits) => Err(vm.value_error(format!(
            "Exceeds the limit ({limit} digits) for integer string conversion: value has {digits} digits; \
             use sys.set_int_max_str_digits() to increase the limit"
        ))),
        ParsedInt::Invalid => {
            let shown: String = vm.builtin_repr(shown)?.chars().take(200).collect();
            Err(vm.value_error(format!("invalid literal for int() with base {base}: {shown}")))
        }
    }
}

/// `int(x)`: a number, `__int__`, `__index__`, `__trunc__`, or text.
pub fn to_int(vm: &mut Vm, value: &Value) -> PyResult {
    if !matches!(value, Value::Obj(obj) if obj.kind() == Kind::Instance) {
        match value.view() {
            View::Float(f) => return number::trunc_float(vm, f),
            View::Str(s) => return parse(vm, s.as_str(), 10, value),
            View::Bytes(_) | View::ByteArray(_) => {
                let data = operators::bytes_of(value).unwrap_or_default();
                return parse_data(vm, &data, 10, value);
            }
            _ => {}
        }
        if let Some(i) = int_ref(value) {
            return Ok(i.to_value());
        }
    }
    if let Some(result) = vm.call_special(value, &vm.names.int.clone(), &[]) {
        let result = result?;
        return match int_ref(&result) {
            Some(i) => Ok(i.to_value()),
            None => {
                let text = format!("__int__ returned non-int (type {})", vm.class_name(&result));
                Err(vm.type_error(text))
            }
        };
    }
    if vm.special(value, &vm.names.index).is_some() {
        return vm.index(value);
    }
    if let Some(result) = vm.call_special(value, &vm.names.trunc.clone(), &[]) {
        let result = result?;
        return match int_ref(&result) {
            Some(i) => Ok(i.to_value()),
            None => {
                let text = format!("__trunc__ returned non-Integral (type {})", vm.class_name(&result));
                Err(vm.type_error(text))
            }
        };
    }
    if let Some(text) = value.as_str() {
        return parse(vm, text, 10, value);
    }
    if let Some(data) = operators::bytes_of(value) {
        return parse_data(vm, &data, 10, value);
    }
    let class = vm.class_name(value);
    let text = format!("int() argument must be a string, a bytes-like object or a real number, not '{class}'");
    Err(vm.type_error(text))
}

/// Whether bytes are to be big-endian.
fn is_big_endian(vm: &mut Vm, order: &Value, name: &str) -> PyResult<bool> {
    match order.as_str() {
        _ if order.is_unbound() => Ok(true),
        Some("big") => Ok(true),
        Some("little") => Ok(false),
        Some(_) => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
        None => {
            let text = format!("{name}() argument 'byteorder' must be str, not {}", vm.argument_type(order));
            Err(vm.type_error(text))
        }
    }
}

fn to_bytes(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let i = this(vm, &args)?;
    let [length, order, signed] = args.skip(1).bind(vm, "to_bytes", ["length", "byteorder", "signed"], 0, 2)?;
    let length = if length.is_unbound() { 1 } else { vm.index_i64(&length)? };
    let big_endian = is_big_endian(vm, &order, "to_bytes")?;
    let signed = !signed.is_unbound() && vm.truth(&signed)?;
    let Ok(length) = usize::try_from(length) else {
        return Err(vm.value_error("length argument must be non-negative"));
    };
    if length > vm.memory_limit {
        return Err(vm.memory_error());
    }
    if i.is_negative() && !signed {
        return Err(vm.overflow_error("can't convert negative int to unsigned"));
    }
    let big = i.to_big();
    let mut data = if i.is_zero() {
        Vec::new()
    } else if signed {
        big.to_signed_bytes_le()
    } else {
        big.magnitude().to_bytes_le()
    };
    if data.len() > length {
        return Err(vm.overflow_error("int too big to convert"));
    }
    data.resize(length, if i.is_negative() { 0xff } else { 0 });
    if big_endian {
        data.reverse();
    }
    Ok(super::bytes::bytes_value(data))
}

fn from_bytes(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let Some(class) = args.values.first().and_then(|c| c.downcast::<Class>()).cloned() else {
        return Err(vm.type_error("from_bytes() needs a class"));
    };
    let [data, order, signed] = args.skip(1).bind(vm, "from_bytes", ["bytes", "byteorder", "signed"], 1, 2)?;
    let big_endian = is_big_endian(vm, &order, "from_bytes")?;
    let signed = !signed.is_unbound() && vm.truth(&signed)?;
    let data = super::bytes::from_object(vm, &data, "bytes", "bytes")?;
    let big = match (signed, big_endian) {
        (true, true) => Big::from_signed_bytes_be(&data),
        (true, false) => Big::from_signed_bytes_le(&data),
        (false, true) => Big::from_bytes_be(Sign::Plus, &data),
        (false, false) => Big::from_bytes_le(Sign::Plus, &data),
    };
    let value = number::int_value(big);
    if class.is(&vm.types.int) { Ok(value) } else { vm.call(&class.value(), [value]) }
}

/// `bin`, `oct` and `hex`: the prefix is `0b`, `0o` or `0x`.
pub fn with_prefix(vm: &mut Vm, value: &Value, base: u32) -> PyResult<String> {
    let value = vm.index(value)?;
    let Some(i) = int_ref(&value) else { return Ok(String::new()) };
    let prefix = match base {
        2 => "0b",
        8 => "0o",
        _ => "0x",
    };
    Ok(format!("{}{prefix}{}", if i.is_negative() { "-" } else { "" }, number::int_digits(i, base)))
}
