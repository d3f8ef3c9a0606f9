//! `math`: the float functions here, those of integers and iterables in Python.

use num_bigint::BigInt as Big;
use num_integer::Integer;

use super::super::hash::frexp;
use super::super::native::{Args, NativeFn};
use super::super::number::{self, int_ref, int_value, ldexp};
use super::super::object::*;
use super::super::{ModuleSource, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.finder.insert("math", ModuleSource::Native(init));
}

fn one<'a>(vm: &mut Vm, args: Args<'a>, name: &str) -> PyResult<&'a Value> {
    args.no_keywords(vm, &format!("math.{name}"))?;
    match args.values {
        [value] => Ok(value),
        values => {
            let text = format!("math.{name}() takes exactly one argument ({} given)", values.len());
            Err(vm.type_error(text))
        }
    }
}

fn two(vm: &mut Vm, args: Args<'_>, name: &str) -> PyResult<(f64, f64)> {
    args.no_keywords(vm, &format!("math.{name}"))?;
    match args.values {
        [a, b] => Ok((vm.float_arg(a)?, vm.float_arg(b)?)),
        values => {
            let text = format!("{name} expected 2 arguments, got {}", values.len());
            Err(vm.type_error(text))
        }
    }
}

/// The errors that C's `errno` would tell of: NaN out of a number, infinity out of a finite number (`math_1`).
fn checked(vm: &mut Vm, inputs: &[f64], result: f64, can_overflow: bool) -> PyResult {
    if result.is_nan() && !inputs.iter().any(|x| x.is_nan()) {
        return Err(vm.value_error("math domain error"));
    }
    if result.is_infinite() && inputs.iter().all(|x| x.is_finite()) {
        return Err(if can_overflow {
            vm.overflow_error("math range error")
        } else {
            vm.value_error("math domain error")
        });
    }
    Ok(Value::Float(result))
}

/// Functions of one float; `overflows` tells whether infinity means "too large" or "outside the domain".
macro_rules! floats {
    ($vm:ident, $module:ident, $($name:literal $overflows:literal $f:expr;)*) => {
        $($vm.function($module, $name, NativeFn::Plain(|vm, args| {
            let x = one(vm, args, $name)?;
            let x = vm.float_arg(x)?;
            let f: fn(f64) -> f64 = $f;
            checked(vm, &[x], f(x), $overflows)
        }));)*
    };
}

macro_rules! pairs {
    ($vm:ident, $module:ident, $($name:literal $f:expr;)*) => {
        $($vm.function($module, $name, NativeFn::Plain(|vm, args| {
            let (x, y) = two(vm, args, $name)?;
            let f: fn(&mut Vm, f64, f64) -> PyResult = $f;
            f(vm, x, y)
        }));)*
    };
}

/// Coefficients of Lanczos' approximation as CPython uses it (`mathmodule.c`), g = 6.024680040776729583740234375.
const LANCZOS_G: f64 = 6.024_680_040_776_729_5;
const LANCZOS_NUM: [f64; 13] = [
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
];
const LANCZOS_DEN: [f64; 13] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];

fn lanczos_sum(x: f64) -> f64 {
    let (mut num, mut den) = (0.0, 0.0);
    if x < 5.0 {
        for i in (0..13).rev() {
            num = num * x + LANCZOS_NUM[i];
            den = den * x + LANCZOS_DEN[i];
        }
    } else {
        for i in 0..13 {
            num = num / x + LANCZOS_NUM[i];
            den = den / x + LANCZOS_DEN[i];
        }
    }
    num / den
}

fn sin_pi(x: f64) -> f64 {
    use std::f64::consts::PI;
    let y = x.abs() % 2.0;
    let r = match (2.0 * y).round() as i32 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    r.copysign(r * x)
}

/// `m_tgamma` of CPython. NaN at the poles.
fn gamma(x: f64) -> f64 {
    if !x.is_finite() {
        return if x == f64::NEG_INFINITY { f64::NAN } else { x };
    }
    if x == 0.0 || (x == x.floor() && x < 0.0) {
        return f64::NAN;
    }
    if x == x.floor() && x <= 23.0 {
        return (1..x as u64).fold(1.0, |product, k| product * k as f64);
    }
    let a = x.abs();
    if a < 1e-20 {
        return 1.0 / x;
    }
    if a > 200.0 {
        return if x < 0.0 { 0.0 / sin_pi(x) } else { f64::INFINITY };
    }
    let y = a + LANCZOS_G - 0.5;
    let z = if a > LANCZOS_G - 0.5 {
        let q = y - a;
        q - (LANCZOS_G - 0.5)
    } else {
        let q = y - (LANCZOS_G - 0.5);
        q - a
    } * LANCZOS_G
        / y;
    let power = |r: f64, up: bool| {
        let half = y.powf(if a < 140.0 { a - 0.5 } else { a / 2.0 - 0.25 });
        let once = if up { r * half } else { r / half };
        match (a < 140.0, up) {
            (true, _) => once,
            (false, true) => once * half,
            (false, false) => once / half,
        }
    };
    if x < 0.0 {
        let r = -std::f64::consts::PI / sin_pi(a) / a * y.exp() / lanczos_sum(a);
        power(r - z * r, false)
    } else {
        let r = lanczos_sum(a) / y.exp();
        power(r + z * r, true)
    }
}

/// `m_lgamma` of CPython. NaN at the poles.
fn lgamma(x: f64) -> f64 {
    if x.is_infinite() {
        return f64::INFINITY;
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { f64::NAN } else { 0.0 };
    }
    let a = x.abs();
    if a < 1e-20 {
        return -a.ln();
    }
    let mut r = lanczos_sum(a).ln() - LANCZOS_G;
    r += (a - 0.5) * ((a + LANCZOS_G - 0.5).ln() - 1.0);
    if x < 0.0 {
        r = std::f64::consts::PI.ln() - sin_pi(a).abs().ln() - a.ln() - r;
    }
    r
}

/// A logarithm of a float or of an integer of any size.
fn log_of(vm: &mut Vm, value: &Value, log: fn(f64) -> f64) -> PyResult<f64> {
    let x = match value.base().view() {
        View::BigInt(big) if big.0.sign() == num_bigint::Sign::Plus => {
            // log(m * 2**e) = log(m) + e * log(2).
            let shift = big.0.bits() - 64;
            let m = number::big_to_f64(&(&big.0 >> shift)).unwrap_or(f64::MAX);
            match number::big_to_f64(&big.0) {
                Some(x) => x,
                None => return Ok(log(m) + log(2.0) * shift as f64),
            }
        }
        View::BigInt(_) => -1.0,
        _ => vm.float_arg(value)?,
    };
    if x <= 0.0 {
        return Err(vm.value_error("math domain error"));
    }
    Ok(log(x))
}

fn rounded(vm: &mut Vm, value: &Value, special: &str, round: fn(f64) -> f64) -> PyResult {
    if let Value::Float(f) = value.base() {
        return number::trunc_float(vm, round(*f));
    }
    let name = vm.intern(special);
    if let Some(result) = vm.call_special(value, &name, &[]) {
        return result;
    }
    let f = vm.float_arg(value)?;
    number::trunc_float(vm, round(f))
}

fn big(vm: &mut Vm, value: &Value) -> PyResult<Big> {
    let value = vm.index(value)?;
    Ok(int_ref(&value).map(|i| i.to_big().into_owned()).unwrap_or_default())
}

fn init(vm: &mut Vm, module: &Gc<Module>) -> PyResult<()> {
    use std::f64::consts;
    for (name, value) in
        [("pi", consts::PI), ("e", consts::E), ("tau", consts::TAU), ("inf", f64::INFINITY), ("nan", f64::NAN)]
    {
        vm.set(module, name, Value::Float(value));
    }
    floats! { vm, module,
        "sqrt" false f64::sqrt;
        "sin" false f64::sin;
        "cos" false f64::cos;
        "tan" false f64::tan;
        "asin" false f64::asin;
        "acos" false f64::acos;
        "atan" false f64::atan;
        "sinh" true f64::sinh;
        "cosh" true f64::cosh;
        "tanh" false f64::tanh;
        "asinh" false libm::asinh;
        "acosh" false libm::acosh;
        "atanh" false libm::atanh;
        "exp" true f64::exp;
        "exp2" true f64::exp2;
        "expm1" true f64::exp_m1;
        "log1p" false f64::ln_1p;
        "cbrt" false f64::cbrt;
        "fabs" false f64::abs;
        "erf" false libm::erf;
        "erfc" false libm::erfc;
        "gamma" true gamma;
        "lgamma" true lgamma;
        "degrees" true |x| x * (180.0 / consts::PI);
        "radians" true |x| x * (consts::PI / 180.0);
    }
    pairs! { vm, module,
        "atan2" |_, y, x| Ok(Value::Float(y.atan2(x)));
        "copysign" |_, x, y| Ok(Value::Float(x.copysign(y)));
        "fmod" |vm, x, y| if y.is_infinite() && x.is_finite() { Ok(Value::Float(x)) } else { checked(vm, &[x, y], x % y, false) };
        "remainder" |vm, x, y| checked(vm, &[x, y], libm::remainder(x, y), false);
        "pow" |vm, x, y| {
            if x == 0.0 && y < 0.0 && y.is_finite() {
                return Err(vm.value_error("math domain error"));
            }
            checked(vm, &[x, y], x.powf(y), true)
        };
    }
    for (name, test) in [
        ("isnan", (|vm, args| float_test(vm, args, "isnan", f64::is_nan)) as fn(&mut Vm, Args<'_>) -> PyResult),
        ("isinf", |vm, args| float_test(vm, args, "isinf", f64::is_infinite)),
        ("isfinite", |vm, args| float_test(vm, args, "isfinite", f64::is_finite)),
    ] {
        vm.function(module, name, NativeFn::Plain(test));
    }
    fn float_test(vm: &mut Vm, args: Args<'_>, name: &str, test: fn(f64) -> bool) -> PyResult {
        let x = one(vm, args, name)?;
        Ok(Value::Bool(test(vm.float_arg(x)?)))
    }
    vm.function(
        module,
        "log",
        NativeFn::Plain(|vm, args| {
            args.no_keywords(vm, "math.log")?;
            args.count(vm, "log", 0, 1, 2)?;
            let x = log_of(vm, &args[0], f64::ln)?;
            let Some(base) = args.get(1) else { return Ok(Value::Float(x)) };
            let base = log_of(vm, base, f64::ln)?;
            if base == 0.0 {
                return Err(vm.zero_division_error("float division by zero"));
            }
            Ok(Value::Float(x / base))
        }),
    );
    vm.function(
        module,
        "log2",
        NativeFn::Plain(|vm, args| {
            let x = one(vm, args, "log2")?;
            log_of(vm, x, f64::log2).map(Value::Float)
        }),
    );
    vm.function(
        module,
        "log10",
        NativeFn::Plain(|vm, args| {
            let x = one(vm, args, "log10")?;
            log_of(vm, x, f64::log10).map(Value::Float)
        }),
    );
    vm.function(
        module,
        "floor",
        NativeFn::Plain(|vm, args| {
            let x = one(vm, args, "floor")?;
            rounded(vm, x, "__floor__", f64::floor)
        }),
    );
    vm.function(
        module,
        "ceil",
        NativeFn::Plain(|vm, args| {
            let x = one(vm, args, "ceil")?;
            rounded(vm, x, "__ceil__", f64::ceil)
        }),
    );
    vm.function(
        module,
        "trunc",
        NativeFn::Plain(|vm, args| {
            let x = one(vm, args, "trunc")?;
            if let Value::Float(f) = x.base() {
                return number::trunc_float(vm, *f);
            }
            let name = vm.intern("__trunc__");
            match vm.call_special(x, &name, &[]) {
                Some(result) => result,
                None => {
                    let text = format!("type {} doesn't define __trunc__ method", vm.class_name(x));
                    Err(vm.type_error(text))
                }
            }
        }),
    );
    vm.function(
        module,
        "frexp",
        NativeFn::Plain(|vm, args| {
            let x = one(vm, args, "frexp")?;
            let x = vm.float_arg(x)?;
            let (m, e) = if x.is_finite() { frexp(x.abs()) } else { (x.abs(), 0) };
            Ok(vm.tuple(vec![Value::Float(m.copysign(x)), Value::Int(e as i64)]))
        }),
    );
    vm.function(
        module,
        "ldexp",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "ldexp", 0, 2, 2)?;
            let x = vm.float_arg(&args[0])?;
            let Some(e) = vm.index_opt(&args[1]) else {
                return Err(vm.type_error("Expected an int as second argument to ldexp."));
            };
            let e = match e {
                Value::Int(e) => e.clamp(-100_000, 100_000) as i32,
                other => {
                    if int_ref(&other).is_some_and(|i| i.is_negative()) {
                        -100_000
                    } else {
                        100_000
                    }
                }
            };
            checked(vm, &[x], if x.is_finite() { ldexp(x, e) } else { x }, true)
        }),
    );
    vm.function(
        module,
        "modf",
        NativeFn::Plain(|vm, args| {
            let x = one(vm, args, "modf")?;
            let x = vm.float_arg(x)?;
            let fraction = if x.is_infinite() { 0.0 } else { x.fract() };
            Ok(vm.tuple(vec![Value::Float(fraction.copysign(x)), Value::Float(x.trunc())]))
        }),
    );
    vm.function(
        module,
        "_nextafter",
        NativeFn::Plain(|vm, args| {
            let (x, y) = two(vm, args, "nextafter")?;
            Ok(Value::Float(libm::nextafter(x, y)))
        }),
    );
    vm.function(
        module,
        "fma",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "fma", 0, 3, 3)?;
            let (x, y, z) = (vm.float_arg(&args[0])?, vm.float_arg(&args[1])?, vm.float_arg(&args[2])?);
            let result = x.mul_add(y, z);
            if result.is_nan() && ![x, y, z].iter().any(|x| x.is_nan()) {
                return Err(vm.value_error("invalid operation in fma"));
            }
            if result.is_infinite() && [x, y, z].iter().all(|x| x.is_finite()) {
                return Err(vm.overflow_error("overflow in fma"));
            }
            Ok(Value::Float(result))
        }),
    );
    vm.function(
        module,
        "gcd",
        NativeFn::Plain(|vm, args| {
            args.no_keywords(vm, "math.gcd")?;
            let mut result = Big::default();
            for value in args.values {
                let value = big(vm, value)?;
                result = result.gcd(&value);
            }
            Ok(int_value(result))
        }),
    );
    vm.function(
        module,
        "isqrt",
        NativeFn::Plain(|vm, args| {
            let n = one(vm, args, "isqrt")?;
            let n = big(vm, n)?;
            if n.sign() == num_bigint::Sign::Minus {
                return Err(vm.value_error("isqrt() argument must be nonnegative"));
            }
            Ok(int_value(n.sqrt()))
        }),
    );
    Ok(())
}
