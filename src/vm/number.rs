//! Numbers: integers of any size, exact conversions, the text of floats, complex arithmetic. CPython's
//! `Objects/longobject.c`, `floatobject.c` and `complexobject.c` are the reference.

use std::borrow::Cow;
use std::cell::Cell;
use std::cmp::Ordering;

use num_bigint::{BigInt as Big, Sign};
use num_integer::Integer;
use num_traits::{FromPrimitive, One, Signed, ToPrimitive, Zero};

use super::exception::PyResult;
use super::object::*;
use super::op::BinOp;
use super::{Value, Vm};

/// The integer in an `int`, a `bool` or an instance of a subclass.
#[derive(Clone, Copy)]
pub enum IntRef<'a> {
    Small(i64),
    Big(&'a Big),
}

/// The integer that a value is, if it is one.
#[inline]
pub fn int_ref(value: &Value) -> Option<IntRef<'_>> {
    match value.base().view() {
        View::Int(i) => Some(IntRef::Small(i)),
        View::Bool(b) => Some(IntRef::Small(b as i64)),
        View::BigInt(i) => Some(IntRef::Big(&i.0)),
        _ => None,
    }
}

/// The real number that a value is: float, or int that fits.
pub fn float_of(value: &Value) -> Option<f64> {
    match value.base().view() {
        View::Float(f) => Some(f),
        _ => int_ref(value)?.to_f64(),
    }
}

impl<'a> IntRef<'a> {
    pub fn to_big(self) -> Cow<'a, Big> {
        match self {
            IntRef::Small(i) => Cow::Owned(Big::from(i)),
            IntRef::Big(big) => Cow::Borrowed(big),
        }
    }

    pub fn to_value(self) -> Value {
        match self {
            IntRef::Small(i) => Value::Int(i),
            IntRef::Big(big) => int_value(big.clone()),
        }
    }

    /// `None` if it is too large.
    pub fn to_f64(self) -> Option<f64> {
        match self {
            IntRef::Small(i) => Some(i as f64),
            IntRef::Big(big) => big_to_f64(big),
        }
    }

    pub fn is_negative(self) -> bool {
        match self {
            IntRef::Small(i) => i < 0,
            IntRef::Big(big) => big.is_negative(),
        }
    }

    pub fn is_zero(self) -> bool {
        matches!(self, IntRef::Small(0))
    }

    /// Of the absolute value.
    pub fn bits(self) -> u64 {
        match self {
            IntRef::Small(i) => 64 - i.unsigned_abs().leading_zeros() as u64,
            IntRef::Big(big) => big.bits(),
        }
    }

    pub fn order(self, other: IntRef<'_>) -> Ordering {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => a.cmp(&b),
            (IntRef::Big(a), IntRef::Big(b)) => a.cmp(b),
            (IntRef::Big(a), IntRef::Small(_)) => {
                if a.is_negative() {
                    Ordering::Less
                } else {
                    Ordering::Greater
                }
            }
            (IntRef::Small(_), IntRef::Big(b)) => {
                if b.is_negative() {
                    Ordering::Greater
                } else {
                    Ordering::Less
                }
            }
        }
    }
}

/// An `int`: small if it fits.
pub fn int_value(big: Big) -> Value {
    match big.to_i64() {
        Some(i) => Value::Int(i),
        None => Gc::new(BigInt(big)).into(),
    }
}

pub fn i128_value(i: i128) -> Value {
    match i64::try_from(i) {
        Ok(i) => Value::Int(i),
        Err(_) => Gc::new(BigInt(Big::from(i))).into(),
    }
}

/// `m * 2**e`, rounded once, half to even; `sticky` says that something nonzero lies below `m`. `m` has more than 54
/// significant bits if `sticky` is set. Infinite if it is too large.
fn compose(mut m: u64, mut e: i64, sticky: bool) -> f64 {
    if m == 0 {
        return 0.0;
    }
    let bits = 64 - m.leading_zeros() as i64;
    // The lowest bit that the result can have.
    let lowest = (e + bits - 53).max(-1074);
    let drop = lowest - e;
    if drop > 64 {
        return 0.0;
    }
    if drop > 0 {
        let (kept, rest, half) =
            if drop == 64 { (0, m, 1 << 63) } else { (m >> drop, m & ((1 << drop) - 1), 1 << (drop - 1)) };
        let up = rest > half || (rest == half && (sticky || kept & 1 == 1));
        m = kept + up as u64;
        e = lowest;
    }
    if e + (64 - m.leading_zeros() as i64) > 1024 {
        return f64::INFINITY;
    }
    // Exact: `m` has at most 53 bits, and the result is representable.
    let high = e.max(-1000);
    m as f64 * power_of_two(high as i32) * power_of_two((e - high) as i32)
}

/// `2**e` for `-1022 <= e <= 1023`.
fn power_of_two(e: i32) -> f64 {
    f64::from_bits(((e + 1023) as u64) << 52)
}

/// `x * 2**e` (C's `ldexp`), rounded once.
pub fn ldexp(mut x: f64, mut e: i32) -> f64 {
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    while e > 1023 {
        x *= power_of_two(1023);
        e -= 1023;
        if x.is_infinite() {
            return x;
        }
    }
    if e < -1022 {
        // Only the last of these multiplications may lose bits, or double rounding would show.
        let (m, exponent) = super::hash::frexp(x.abs());
        let total = exponent as i64 + e as i64;
        if total < -1075 {
            return 0.0f64.copysign(x);
        }
        let m = (m * 9007199254740992.0) as u64;
        return compose(m, total - 53, false).copysign(x);
    }
    x * power_of_two(e)
}

/// The nearest float, half to even; `None` if that is too large.
pub fn big_to_f64(big: &Big) -> Option<f64> {
    let bits = big.bits();
    let result = if bits <= 64 {
        compose(big.magnitude().to_u64()?, 0, false)
    } else {
        let shift = bits - 64;
        let top = (big.magnitude() >> shift).to_u64()?;
        let sticky = big.magnitude().trailing_zeros().is_some_and(|zeros| zeros < shift);
        compose(top, shift as i64, sticky)
    };
    if result.is_infinite() {
        return None;
    }
    Some(if big.sign() == Sign::Minus { -result } else { result })
}

/// `int(f)`: towards zero. `None` for infinities and NaN.
pub fn float_to_int(f: f64) -> Option<Value> {
    if f.abs() < 9e18 { Some(Value::Int(f as i64)) } else { Big::from_f64(f).map(int_value) }
}

/// `int(f)`, with CPython's errors.
pub fn trunc_float(vm: &mut Vm, f: f64) -> PyResult {
    match float_to_int(f) {
        Some(value) => Ok(value),
        None if f.is_nan() => Err(vm.value_error("cannot convert float NaN to integer")),
        None => Err(vm.overflow_error("cannot convert float infinity to integer")),
    }
}

#[inline]
pub fn int_eq_float(i: i64, f: f64) -> bool {
    int_cmp_float(IntRef::Small(i), f) == Some(Ordering::Equal)
}

/// Exact; `None` for NaN.
pub fn int_cmp_float(i: IntRef<'_>, f: f64) -> Option<Ordering> {
    if f.is_nan() {
        return None;
    }
    if f.is_infinite() {
        return Some(if f > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    let whole = f.trunc();
    let ordering = match i {
        IntRef::Small(i) if whole.abs() < 1e19 => (i as i128).cmp(&(whole as i128)),
        _ => i.to_big().as_ref().cmp(&Big::from_f64(whole)?),
    };
    Some(match ordering {
        // `i == trunc(f)`: the fraction decides.
        Ordering::Equal if f > whole => Ordering::Less,
        Ordering::Equal if f < whole => Ordering::Greater,
        ordering => ordering,
    })
}

/// Integers of more bits than this are not computed: `MemoryError`. A product of this size takes about a second.
const MAX_PRODUCT_BITS: u64 = 64 << 20;

fn check_bits(vm: &mut Vm, bits: u64) -> PyResult<()> {
    if bits > MAX_PRODUCT_BITS || bits / 8 > vm.memory_limit as u64 {
        return Err(vm.memory_error());
    }
    Ok(())
}

/// `a op b` of two integers; `None` for `@`.
pub fn int_binary(vm: &mut Vm, op: BinOp, a: IntRef<'_>, b: IntRef<'_>) -> PyResult<Option<Value>> {
    if let (IntRef::Small(x), IntRef::Small(y)) = (a, b) {
        let quick = match op {
            BinOp::Add => x.checked_add(y),
            BinOp::Sub => x.checked_sub(y),
            BinOp::Mul => x.checked_mul(y),
            BinOp::FloorDiv if y != 0 => floor_div(x, y),
            BinOp::Mod if y != 0 => Some(floor_mod(x, y)),
            BinOp::And => Some(x & y),
            BinOp::Or => Some(x | y),
            BinOp::Xor => Some(x ^ y),
            BinOp::RShift if y >= 0 => Some(x >> y.min(63)),
            BinOp::LShift if (0..63).contains(&y) && (x << y) >> y == x => Some(x << y),
            _ => None,
        };
        if let Some(result) = quick {
            return Ok(Some(Value::Int(result)));
        }
    }
    if op != BinOp::MatMul {
        vm.charge(((a.bits() + b.bits()) / 512) as usize);
    }
    Ok(Some(match op {
        BinOp::Add => int_value(a.to_big().as_ref() + b.to_big().as_ref()),
        BinOp::Sub => int_value(a.to_big().as_ref() - b.to_big().as_ref()),
        BinOp::Mul => {
            check_bits(vm, a.bits() + b.bits())?;
            vm.charge((a.bits() / 64 * (b.bits() / 64) / 256) as usize);
            int_value(a.to_big().as_ref() * b.to_big().as_ref())
        }
        BinOp::FloorDiv if b.is_zero() => return Err(vm.zero_division_error("integer division or modulo by zero")),
        BinOp::Mod if b.is_zero() => return Err(vm.zero_division_error("integer modulo by zero")),
        BinOp::FloorDiv => {
            vm.charge((b.bits() / 64 * (a.bits().saturating_sub(b.bits()) / 64) / 64) as usize);
            int_value(a.to_big().div_floor(&b.to_big()))
        }
        BinOp::Mod => {
            vm.charge((b.bits() / 64 * (a.bits().saturating_sub(b.bits()) / 64) / 64) as usize);
            int_value(a.to_big().mod_floor(&b.to_big()))
        }
        BinOp::TrueDiv => Value::Float(true_div(vm, a, b)?),
        BinOp::Pow => return int_pow(vm, a, b).map(Some),
        BinOp::LShift => {
            if b.is_negative() {
                return Err(vm.value_error("negative shift count"));
            }
            if a.is_zero() {
                return Ok(Some(Value::Int(0)));
            }
            let IntRef::Small(shift) = b else { return Err(vm.overflow_error("too many digits in integer")) };
            if (a.bits() + shift as u64) / 8 > vm.memory_limit as u64 {
                return Err(vm.memory_error());
            }
            int_value(a.to_big().as_ref() << shift)
        }
        BinOp::RShift => {
            if b.is_negative() {
                return Err(vm.value_error("negative shift count"));
            }
            match b {
                IntRef::Small(shift) if (shift as u64) < a.bits() => int_value(a.to_big().as_ref() >> shift),
                _ => Value::Int(if a.is_negative() { -1 } else { 0 }),
            }
        }
        BinOp::And => int_value(a.to_big().as_ref() & b.to_big().as_ref()),
        BinOp::Or => int_value(a.to_big().as_ref() | b.to_big().as_ref()),
        BinOp::Xor => int_value(a.to_big().as_ref() ^ b.to_big().as_ref()),
        BinOp::MatMul => return Ok(None),
    }))
}

/// `None` on overflow. `y` is not 0.
#[inline]
fn floor_div(x: i64, y: i64) -> Option<i64> {
    let quotient = x.checked_div(y)?;
    Some(if x % y != 0 && (x < 0) != (y < 0) { quotient - 1 } else { quotient })
}

/// `y` is not 0.
#[inline]
fn floor_mod(x: i64, y: i64) -> i64 {
    let rest = x.wrapping_rem(y);
    if rest != 0 && (rest < 0) != (y < 0) { rest + y } else { rest }
}

/// `(a // b, a % b)`.
pub fn int_divmod(vm: &mut Vm, a: IntRef<'_>, b: IntRef<'_>) -> PyResult<(Value, Value)> {
    if b.is_zero() {
        return Err(vm.zero_division_error("integer division or modulo by zero"));
    }
    if let (IntRef::Small(x), IntRef::Small(y)) = (a, b)
        && let Some(quotient) = floor_div(x, y)
    {
        return Ok((Value::Int(quotient), Value::Int(floor_mod(x, y))));
    }
    vm.charge((b.bits() / 64 * (a.bits().saturating_sub(b.bits()) / 64) / 64) as usize);
    let (quotient, rest) = a.to_big().div_mod_floor(&b.to_big());
    Ok((int_value(quotient), int_value(rest)))
}

/// `a / b`, correctly rounded.
fn true_div(vm: &mut Vm, a: IntRef<'_>, b: IntRef<'_>) -> PyResult<f64> {
    if b.is_zero() {
        return Err(vm.zero_division_error("division by zero"));
    }
    const EXACT: u64 = 1 << 53;
    if let (IntRef::Small(x), IntRef::Small(y)) = (a, b)
        && x.unsigned_abs() <= EXACT
        && y.unsigned_abs() <= EXACT
    {
        return Ok(x as f64 / y as f64);
    }
    let negative = a.is_negative() != b.is_negative();
    if a.is_zero() {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    let (mut m, mut n) = (a.to_big().magnitude().clone(), b.to_big().magnitude().clone());
    // The quotient is to have 63 or 64 bits.
    let shift = 63 - (m.bits() as i64 - n.bits() as i64);
    if shift >= 0 {
        m <<= shift as u64
    } else {
        n <<= shift.unsigned_abs()
    }
    let (quotient, rest) = m.div_rem(&n);
    let result = compose(quotient.to_u64().unwrap_or(u64::MAX), -shift, !rest.is_zero());
    if result.is_infinite() {
        return Err(vm.overflow_error("integer division result too large for a float"));
    }
    Ok(if negative { -result } else { result })
}

fn int_pow(vm: &mut Vm, a: IntRef<'_>, b: IntRef<'_>) -> PyResult {
    if b.is_negative() {
        let (Some(x), Some(y)) = (a.to_f64(), b.to_f64()) else {
            return Err(vm.overflow_error("int too large to convert to float"));
        };
        return float_pow(vm, x, y);
    }
    let exponent = match (a, b) {
        (_, IntRef::Small(0)) => return Ok(Value::Int(1)),
        (IntRef::Small(base @ (0 | 1)), _) => return Ok(Value::Int(base)),
        (IntRef::Small(-1), IntRef::Small(y)) => return Ok(Value::Int(if y % 2 == 0 { 1 } else { -1 })),
        (IntRef::Small(-1), IntRef::Big(y)) => return Ok(Value::Int(if y.is_even() { 1 } else { -1 })),
        (_, IntRef::Small(y)) => y as u64,
        _ => return Err(vm.memory_error()),
    };
    if let IntRef::Small(base) = a
        && let Ok(exponent) = u32::try_from(exponent)
        && let Some(result) = base.checked_pow(exponent)
    {
        return Ok(Value::Int(result));
    }
    // |a| >= 2**(bits - 1).
    check_bits(vm, (a.bits() - 1).saturating_mul(exponent))?;
    let exponent = u32::try_from(exponent).map_err(|_| vm.memory_error())?;
    let bits = a.bits() * exponent as u64;
    vm.charge((bits / 64 * (bits / 64) / 1024) as usize);
    Ok(int_value(a.to_big().pow(exponent)))
}

/// `pow(a, b, modulus)`.
pub fn int_pow_mod(vm: &mut Vm, a: IntRef<'_>, b: IntRef<'_>, modulus: IntRef<'_>) -> PyResult {
    if modulus.is_zero() {
        return Err(vm.value_error("pow() 3rd argument cannot be 0"));
    }
    let negative = modulus.is_negative();
    let m = Big::from(modulus.to_big().magnitude().clone());
    let mut base = a.to_big().mod_floor(&m);
    if b.is_negative() {
        let gcd = base.extended_gcd(&m);
        if !gcd.gcd.is_one() {
            return Err(vm.value_error("base is not invertible for the given modulus"));
        }
        base = gcd.x.mod_floor(&m);
    }
    let limbs = m.bits() / 64 + 1;
    vm.charge((b.bits() * limbs * limbs / 16) as usize);
    let exponent = Big::from(b.to_big().magnitude().clone());
    let mut result = if m.is_one() { Big::zero() } else { base.modpow(&exponent, &m) };
    if negative && !result.is_zero() {
        result -= m;
    }
    Ok(int_value(result))
}

/// `a op b` of two floats; `None` if it is not defined.
pub fn float_binary(vm: &mut Vm, op: BinOp, a: f64, b: f64) -> PyResult<Option<Value>> {
    Ok(Some(Value::Float(match op {
        BinOp::Add => a + b,
        BinOp::Sub => a - b,
        BinOp::Mul => a * b,
        BinOp::TrueDiv if b == 0.0 => return Err(vm.zero_division_error("float division by zero")),
        BinOp::TrueDiv => a / b,
        BinOp::FloorDiv if b == 0.0 => return Err(vm.zero_division_error("float floor division by zero")),
        BinOp::FloorDiv => float_divmod(a, b).0,
        BinOp::Mod if b == 0.0 => return Err(vm.zero_division_error("float modulo by zero")),
        BinOp::Mod => float_divmod(a, b).1,
        BinOp::Pow => return float_pow(vm, a, b).map(Some),
        _ => return Ok(None),
    })))
}

/// `divmod(a, b)` of floats (`_float_div_mod`). `b` is not 0.
pub fn float_divmod(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest != 0.0 {
        if (b < 0.0) != (rest < 0.0) {
            rest += b;
            quotient -= 1.0;
        }
    } else {
        rest = 0.0f64.copysign(b);
    }
    let floor = if quotient != 0.0 {
        let floor = quotient.floor();
        if quotient - floor > 0.5 { floor + 1.0 } else { floor }
    } else {
        0.0f64.copysign(a / b)
    };
    (floor, rest)
}

fn range_error(vm: &mut Vm) -> super::Exc {
    let class = vm.types.overflow_error.clone();
    vm.exception(&class, vec![Value::Int(34), Value::from("Numerical result out of range")])
}

/// `a ** b` of floats: complex for a negative base and a fractional exponent.
pub fn float_pow(vm: &mut Vm, a: f64, b: f64) -> PyResult {
    if a == 0.0 && b < 0.0 {
        return Err(vm.zero_division_error("0.0 cannot be raised to a negative power"));
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b.floor() != b {
        let power = complex_pow(vm, (a, 0.0), (b, 0.0))?;
        return Ok(complex_value(power));
    }
    let result = a.powf(b);
    if result.is_infinite() && a.is_finite() && b.is_finite() {
        return Err(range_error(vm));
    }
    Ok(Value::Float(result))
}

pub fn complex_value((re, im): (f64, f64)) -> Value {
    Gc::new(Complex { re, im }).into()
}

/// The complex number that a value is: complex, float or an int. `OverflowError` for one that is too large.
pub fn complex_of(vm: &mut Vm, value: &Value) -> PyResult<Option<(f64, f64)>> {
    Ok(match value.base().view() {
        View::Complex(c) => Some((c.re, c.im)),
        View::Float(f) => Some((f, 0.0)),
        _ => match int_ref(value) {
            Some(i) => match i.to_f64() {
                Some(f) => Some((f, 0.0)),
                None => return Err(vm.overflow_error("int too large to convert to float")),
            },
            None => None,
        },
    })
}

pub fn complex_binary(vm: &mut Vm, op: BinOp, a: (f64, f64), b: (f64, f64)) -> PyResult<Option<Value>> {
    Ok(Some(complex_value(match op {
        BinOp::Add => (a.0 + b.0, a.1 + b.1),
        BinOp::Sub => (a.0 - b.0, a.1 - b.1),
        BinOp::Mul => complex_mul(a, b),
        BinOp::TrueDiv => complex_div(vm, a, b)?,
        BinOp::Pow => complex_pow(vm, a, b)?,
        _ => return Ok(None),
    })))
}

fn complex_mul(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

/// `_Py_c_quot`.
fn complex_div(vm: &mut Vm, a: (f64, f64), b: (f64, f64)) -> PyResult<(f64, f64)> {
    if b.0.abs() >= b.1.abs() {
        if b.0 == 0.0 {
            return Err(vm.zero_division_error("complex division by zero"));
        }
        let ratio = b.1 / b.0;
        let denominator = b.0 + b.1 * ratio;
        Ok(((a.0 + a.1 * ratio) / denominator, (a.1 - a.0 * ratio) / denominator))
    } else if b.1.abs() >= b.0.abs() {
        let ratio = b.0 / b.1;
        let denominator = b.0 * ratio + b.1;
        Ok(((a.0 * ratio + a.1) / denominator, (a.1 * ratio - a.0) / denominator))
    } else {
        Ok((f64::NAN, f64::NAN))
    }
}

/// `complex_pow`: small integral exponents by multiplication.
fn complex_pow(vm: &mut Vm, a: (f64, f64), b: (f64, f64)) -> PyResult<(f64, f64)> {
    let result = if b.1 == 0.0 && b.0 == b.0.floor() && b.0.abs() <= 100.0 {
        let n = b.0 as i32;
        let mut power = (1.0, 0.0);
        let (mut square, mut bits) = (a, n.unsigned_abs());
        while bits > 0 {
            if bits & 1 == 1 {
                power = complex_mul(power, square);
            }
            square = complex_mul(square, square);
            bits >>= 1;
        }
        if n < 0 {
            if a == (0.0, 0.0) {
                return Err(vm.zero_division_error("0.0 to a negative or complex power"));
            }
            complex_div(vm, (1.0, 0.0), power)?
        } else {
            power
        }
    } else if a == (0.0, 0.0) {
        if b.1 != 0.0 || b.0 < 0.0 {
            return Err(vm.zero_division_error("0.0 to a negative or complex power"));
        }
        (0.0, 0.0)
    } else {
        let abs = a.0.hypot(a.1);
        let mut len = abs.powf(b.0);
        let at = a.1.atan2(a.0);
        let mut phase = at * b.0;
        if b.1 != 0.0 {
            len /= (at * b.1).exp();
            phase += b.1 * abs.ln();
        }
        (len * phase.cos(), len * phase.sin())
    };
    let finite = |c: (f64, f64)| c.0.is_finite() && c.1.is_finite();
    if !finite(result) && finite(a) && finite(b) && (result.0.is_infinite() || result.1.is_infinite()) {
        return Err(vm.overflow_error("complex exponentiation"));
    }
    Ok(result)
}

// Text.

/// `sys.set_int_max_str_digits`: 0 is no limit.
pub struct MaxStrDigits(pub Cell<usize>);

impl Default for MaxStrDigits {
    fn default() -> MaxStrDigits {
        MaxStrDigits(Cell::new(4300))
    }
}

/// `str(int)`.
pub fn int_to_text(vm: &mut Vm, i: IntRef<'_>) -> PyResult<String> {
    match i {
        IntRef::Small(i) => Ok(i.to_string()),
        IntRef::Big(big) => {
            let limit = vm.extension::<MaxStrDigits>().0.get();
            let text = if limit > 0 && big.bits() > limit as u64 * 4 { None } else { Some(big.to_string()) };
            match text {
                Some(text) if limit == 0 || text.trim_start_matches('-').len() <= limit => {
                    vm.charge(text.len() * text.len() / 64);
                    Ok(text)
                }
                _ => Err(vm.value_error(format!(
                    "Exceeds the limit ({limit} digits) for integer string conversion; \
                     use sys.set_int_max_str_digits() to increase the limit"
                ))),
            }
        }
    }
}

/// Digits in base 2, 8 or 16 (lower case) of the absolute value, without prefix.
pub fn int_digits(i: IntRef<'_>, base: u32) -> String {
    match (i, base) {
        (IntRef::Small(i), 2) => format!("{:b}", i.unsigned_abs()),
        (IntRef::Small(i), 8) => format!("{:o}", i.unsigned_abs()),
        (IntRef::Small(i), 16) => format!("{:x}", i.unsigned_abs()),
        (i, base) => i.to_big().magnitude().to_str_radix(base),
    }
}

/// The value of a decimal digit of any script (Unicode's Nd): each such set of ten is consecutive.
pub fn decimal_digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let c = c as u32;
    let zero = DECIMAL_ZEROS.partition_point(|&zero| zero <= c).checked_sub(1).map(|i| DECIMAL_ZEROS[i])?;
    (c - zero < 10).then_some(c - zero)
}

/// The zeros of the sets of decimal digits outside ASCII (Unicode 15.1).
const DECIMAL_ZEROS: [u32; 67] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0,
    0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16a60,
    0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e950, 0x1fbf0,
];

/// Other scripts' digits as ASCII, without white space around.
fn ascii_number(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(is_space);
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| decimal_digit(c).and_then(|d| char::from_digit(d, 10)).unwrap_or(c)).collect())
}

/// `str.isspace` of one character: Unicode's white space and the separators 0x1c–0x1f, which Rust's table leaves out.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// What `parse_int` found.
pub enum ParsedInt {
    Int(Value),
    Invalid,
    /// More digits than the limit allows; how many.
    TooLong(usize),
}

/// `int(text, base)`; `base` is 0 or 2 to 36. `limit` is of decimal digits, 0 for none.
pub fn parse_int(text: &str, base: u32, limit: usize) -> ParsedInt {
    let text = ascii_number(text);
    let (negative, rest) = match text.as_bytes() {
        [b'-', ..] => (true, &text[1..]),
        [b'+', ..] => (false, &text[1..]),
        _ => (false, &*text),
    };
    let prefix = match rest.as_bytes() {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    let (radix, mut digits) = match (base, prefix) {
        (0, 0) => (10, rest),
        (base, prefix) if prefix != 0 && (base == 0 || base == prefix) => {
            // One underscore may follow the prefix.
            (prefix, rest[2..].strip_prefix('_').unwrap_or(&rest[2..]))
        }
        (base, _) => (base, rest),
    };
    if base == 0 && prefix == 0 && digits.starts_with('0') && digits.bytes().any(|b| b != b'0' && b != b'_') {
        return ParsedInt::Invalid;
    }
    let valid = !digits.is_empty()
        && !digits.starts_with('_')
        && !digits.ends_with('_')
        && !digits.contains("__")
        && digits.chars().all(|c| c == '_' || c.is_digit(radix));
    if !valid {
        return ParsedInt::Invalid;
    }
    let plain;
    if digits.contains('_') {
        plain = digits.replace('_', "");
        digits = &plain;
    }
    if limit > 0 && digits.len() > limit && !radix.is_power_of_two() {
        return ParsedInt::TooLong(digits.len());
    }
    if let Ok(i) = i64::from_str_radix(digits, radix) {
        return ParsedInt::Int(Value::Int(if negative { -i } else { i }));
    }
    match Big::parse_bytes(digits.as_bytes(), radix) {
        Some(big) => ParsedInt::Int(int_value(if negative { -big } else { big })),
        None => ParsedInt::Invalid,
    }
}

/// A NaN like no other: two calls of `float("nan")` give two objects, and a float's identity is its bits.
pub fn new_nan() -> f64 {
    thread_local! {
        static PAYLOAD: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
    }
    let payload = PAYLOAD.with(|p| {
        p.set(p.get() % ((1 << 50) - 1) + 1);
        p.get()
    });
    f64::from_bits(f64::NAN.to_bits() | payload)
}

/// `float(text)`; `None` if it is no number.
pub fn parse_float(text: &str) -> Option<f64> {
    let text = ascii_number(text);
    let bytes = text.as_bytes();
    let mut plain = String::with_capacity(text.len());
    for (i, &b) in bytes.iter().enumerate() {
        if b == b'_' {
            let digit = |j: Option<usize>| j.and_then(|j| bytes.get(j)).is_some_and(u8::is_ascii_digit);
            if !digit(i.checked_sub(1)) || !digit(Some(i + 1)) {
                return None;
            }
        } else {
            plain.push(b as char);
        }
    }
    if !text.is_ascii() || text.is_empty() {
        return None;
    }
    plain.parse().ok()
}

/// Decimal digits of `f` (finite), and the exponent of the first one: `d.ddd * 10**exponent`.
pub struct Digits {
    pub digits: String,
    pub exponent: i32,
}

impl Digits {
    fn split(text: &str) -> Digits {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        Digits { digits: mantissa.replace('.', ""), exponent: exponent.parse().unwrap_or(0) }
    }

    /// As few as identify the float, and of those the nearest; half to even, where Rust's formatting rounds up.
    pub fn shortest(f: f64) -> Digits {
        let text = format!("{:e}", f.abs());
        let digits = Digits::split(&text);
        if digits.digits.len() >= 15 {
            let nearest = format!("{:.*e}", digits.digits.len() - 1, f.abs());
            if nearest != text && nearest.parse() == Ok(f.abs()) {
                return Digits::split(&nearest);
            }
        }
        digits
    }

    /// So many significant ones, at least 1, correctly rounded. A float has no more than 767 that are not 0.
    pub fn significant(f: f64, count: usize) -> Digits {
        let mut digits = Digits::split(&format!("{:.*e}", count.clamp(1, 1100) - 1, f.abs()));
        if digits.digits.len() < count {
            digits.digits.extend(std::iter::repeat_n('0', count - digits.digits.len()));
        }
        digits
    }
}

/// `repr(float)`: the shortest digits, with an exponent from 1e16 on and below 1e-4.
pub fn float_repr(f: f64) -> String {
    if let Some(text) = not_finite(f) {
        return text.to_owned();
    }
    let sign = if f.is_sign_negative() { "-" } else { "" };
    let Digits { digits, exponent } = Digits::shortest(f);
    format!("{sign}{}", layout(&digits, exponent, (-4..16).contains(&exponent), true))
}

pub fn not_finite(f: f64) -> Option<&'static str> {
    if f.is_nan() {
        Some("nan")
    } else if f.is_infinite() {
        Some(if f > 0.0 { "inf" } else { "-inf" })
    } else {
        None
    }
}

/// Writes digits out in full, or with an exponent of at least two digits. `dot_zero`: a whole number written in full
/// ends in `.0`.
pub fn layout(digits: &str, exponent: i32, full: bool, dot_zero: bool) -> String {
    let mut text = String::new();
    if full {
        if exponent < 0 {
            text.push_str("0.");
            text.extend(std::iter::repeat_n('0', (-exponent - 1) as usize));
            text.push_str(digits);
        } else {
            let whole = exponent as usize + 1;
            if digits.len() > whole {
                text.push_str(&digits[..whole]);
                text.push('.');
                text.push_str(&digits[whole..]);
            } else {
                text.push_str(digits);
                text.extend(std::iter::repeat_n('0', whole - digits.len()));
                if dot_zero {
                    text.push_str(".0");
                }
            }
        }
    } else {
        text.push_str(&digits[..1]);
        if digits.len() > 1 {
            text.push('.');
            text.push_str(&digits[1..]);
        }
        text.push_str(&exponent_text(exponent));
    }
    text
}

/// `e+05`.
pub fn exponent_text(exponent: i32) -> String {
    format!("e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.unsigned_abs())
}

/// `repr(complex)`: `1j`, `(1+2j)`, `(-0-1j)`.
pub fn complex_repr(re: f64, im: f64) -> String {
    let part = |f: f64| {
        let text = float_repr(f);
        text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
    };
    if re == 0.0 && !re.is_sign_negative() {
        return format!("{}j", part(im));
    }
    let sign = if im.is_sign_negative() && !im.is_nan() { "" } else { "+" };
    format!("({}{sign}{}j)", part(re), part(im))
}

/// `complex(text)`; `None` if it is malformed.
pub fn parse_complex(text: &str) -> Option<(f64, f64)> {
    let text = ascii_number(text);
    let text = text.strip_prefix('(').map_or(Some(&*text), |inner| inner.strip_suffix(')'))?.trim_matches(is_space);
    let Some(imaginary) = text.strip_suffix(['j', 'J']) else { return Some((parse_float_part(text)?, 0.0)) };
    // The sign that begins the imaginary part: the last one that is not an exponent's.
    let bytes = imaginary.as_bytes();
    let split =
        (1..bytes.len()).rev().find(|&i| matches!(bytes[i], b'+' | b'-') && !matches!(bytes[i - 1], b'e' | b'E'));
    let (re, im) = match split {
        Some(split) => (parse_float_part(&imaginary[..split])?, &imaginary[split..]),
        None => (0.0, imaginary),
    };
    let im = match im {
        "" | "+" => 1.0,
        "-" => -1.0,
        im => parse_float_part(im)?,
    };
    Some((re, im))
}

fn parse_float_part(text: &str) -> Option<f64> {
    if text.starts_with(is_space) || text.ends_with(is_space) { None } else { parse_float(text) }
}

/// `float.as_integer_ratio()`; `f` is finite.
pub fn float_ratio(f: f64) -> (Big, Big) {
    let (m, e) = super::hash::frexp(f.abs());
    let mut numerator = Big::from((m * 9007199254740992.0) as u64);
    let mut e = e - 53;
    if numerator.is_zero() {
        return (numerator, Big::one());
    }
    let zeros = numerator.trailing_zeros().unwrap_or(0) as i32;
    if e < 0 {
        let common = zeros.min(-e);
        numerator >>= common;
        e += common;
    }
    let denominator = if e < 0 { Big::one() << (-e) as u32 } else { Big::one() };
    if e > 0 {
        numerator <<= e as u32;
    }
    (if f < 0.0 { -numerator } else { numerator }, denominator)
}

/// `round(f, digits)`: correctly rounded, half to even on the exact value.
pub fn round_float(f: f64, digits: i64) -> Option<f64> {
    if !f.is_finite() || digits > 323 {
        return Some(f);
    }
    if digits < -309 {
        return Some(0.0f64.copysign(f));
    }
    let rounded = if digits >= 0 {
        format!("{:.*}", digits as usize, f).parse().ok()?
    } else {
        let place = (-digits) as i32;
        let exponent = Digits::significant(f, 1100).exponent;
        let count = exponent - place + 1;
        if count < 0 {
            0.0f64.copysign(f)
        } else if count == 0 {
            // Half of the place's unit, or less, or more: only more rounds up (half goes to the even 0).
            let half: f64 = format!("5e{}", place - 1).parse().ok()?;
            if f.abs() > half { format!("1e{place}").parse::<f64>().ok()?.copysign(f) } else { 0.0f64.copysign(f) }
        } else {
            format!("{:.*e}", count as usize - 1, f).parse().ok()?
        }
    };
    if f64::is_infinite(rounded) { None } else { Some(rounded) }
}

/// `round(i, -places)` of an integer, half to even; `places` is positive.
pub fn round_int(vm: &mut Vm, i: IntRef<'_>, places: u64) -> PyResult {
    // 10**places is larger than twice the number: 0.
    if places as f64 * 3.3 > i.bits() as f64 + 2.0 {
        return Ok(Value::Int(0));
    }
    let places = u32::try_from(places).map_err(|_| vm.memory_error())?;
    let unit = Big::from(10).pow(places);
    let big = i.to_big();
    let (quotient, rest) = big.div_mod_floor(&unit);
    let up = match (&rest * 2u32).cmp(&unit) {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => quotient.is_odd(),
    };
    Ok(int_value((if up { quotient + 1 } else { quotient }) * unit))
}

/// `float.hex()`.
pub fn float_hex(f: f64) -> String {
    if let Some(text) = not_finite(f) {
        return text.to_owned();
    }
    let sign = if f.is_sign_negative() { "-" } else { "" };
    let bits = f.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    match (exponent, fraction) {
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, fraction) => format!("{sign}0x0.{fraction:013x}p-1022"),
        (exponent, fraction) => format!("{sign}0x1.{fraction:013x}p{:+}", exponent - 1023),
    }
}

/// `float.fromhex(text)`: `None` if it is malformed, infinite if it is too large.
pub fn parse_hex_float(text: &str) -> Option<f64> {
    let text = text.trim_matches(is_space);
    let (negative, rest) = match text.as_bytes() {
        [b'-', ..] => (true, &text[1..]),
        [b'+', ..] => (false, &text[1..]),
        _ => (false, text),
    };
    let lower = rest.to_ascii_lowercase();
    let sign = if negative { -1.0 } else { 1.0 };
    match lower.as_str() {
        "inf" | "infinity" => return Some(sign * f64::INFINITY),
        "nan" => return Some(f64::NAN),
        _ => {}
    }
    let body = lower.strip_prefix("0x").unwrap_or(&lower);
    let (mantissa, exponent) =
        body.split_once('p').map_or((body, 0), |(m, e)| (m, e.parse::<i64>().unwrap_or(i64::MAX)));
    if exponent == i64::MAX {
        return None;
    }
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let (mut m, mut e, mut sticky) = (0u64, exponent.clamp(-100_000_000, 100_000_000), false);
    for (i, c) in whole.chars().chain(fraction.chars()).enumerate() {
        let digit = c.to_digit(16)? as u64;
        if m >> 60 == 0 {
            m = m << 4 | digit;
            if i >= whole.len() {
                e -= 4;
            }
        } else {
            sticky |= digit != 0;
            if i < whole.len() {
                e += 4;
            }
        }
    }
    Some(sign * compose(m, e, sticky))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_print_the_shortest_form() {
        let cases: [(f64, &str); 17] = [
            (0.1, "0.1"),
            (1.0, "1.0"),
            (-0.0, "-0.0"),
            (1e16, "1e+16"),
            (1e15, "1000000000000000.0"),
            (123456789012345680.0, "1.2345678901234568e+17"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (1.5e300, "1.5e+300"),
            (5e-324, "5e-324"),
            (1.7976931348623157e308, "1.7976931348623157e+308"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
            (f64::NAN, "nan"),
            (9999999999999998.0, "9999999999999998.0"),
            (2.5, "2.5"),
            // Half way between two texts of this length.
            (923792083816388.25, "923792083816388.2"),
        ];
        for (f, text) in cases {
            assert_eq!(float_repr(f), text);
        }
    }

    #[test]
    fn big_integers_round_to_the_nearest_float() {
        let big = |text: &str| Big::parse_bytes(text.as_bytes(), 10).unwrap();
        assert_eq!(big_to_f64(&big("9007199254740993")), Some(9007199254740992.0));
        assert_eq!(big_to_f64(&big("9007199254740995")), Some(9007199254740996.0));
        assert_eq!(big_to_f64(&(Big::one() << 1023u32)), Some(8.98846567431158e307));
        assert_eq!(big_to_f64(&(Big::one() << 1024u32)), None);
        // Half way between two floats, and just above.
        let half = (Big::one() << 100u32) + (Big::one() << 47u32);
        assert_eq!(big_to_f64(&half), Some(1.2676506002282294e30));
        assert_eq!(big_to_f64(&(half + 1)), Some(1.2676506002282297e30));
    }

    #[test]
    fn integers_compare_with_floats_exactly() {
        assert!(!int_eq_float(9007199254740993, 9007199254740992.0));
        assert!(int_eq_float(1 << 62, 4611686018427387904.0));
        assert!(!int_eq_float(i64::MAX, 9223372036854775808.0));
        assert_eq!(int_cmp_float(IntRef::Small(1), 1.5), Some(Ordering::Less));
        assert_eq!(int_cmp_float(IntRef::Small(-1), -1.5), Some(Ordering::Greater));
        assert_eq!(int_cmp_float(IntRef::Small(0), f64::NAN), None);
    }

    #[test]
    fn ldexp_rounds_once() {
        assert_eq!(ldexp(1.0, -1074), 5e-324);
        assert_eq!(ldexp(1.0, -1075), 0.0);
        assert_eq!(ldexp(1.5, -1074), 1e-323);
        assert_eq!(ldexp(1.0, 1023), 8.98846567431158e307);
        assert_eq!(ldexp(1.0, 5000), f64::INFINITY);
        assert_eq!(ldexp(5e-324, 2000), 5e-324 * 2f64.powi(1000) * 2f64.powi(1000));
    }

    #[test]
    fn numbers_are_parsed_as_python_writes_them() {
        let int = |text: &str, base| match parse_int(text, base, 4300) {
            ParsedInt::Int(Value::Int(i)) => Some(i),
            _ => None,
        };
        assert_eq!(int(" -1_000\n", 10), Some(-1000));
        assert_eq!(int("0x_ff", 0), Some(255));
        assert_eq!(int("0b101", 2), Some(5));
        assert_eq!(int("0b1", 16), Some(0xb1));
        assert_eq!(int("00", 0), Some(0));
        assert_eq!(int("010", 0), None);
        assert_eq!(int("1__0", 10), None);
        assert_eq!(int("- 1", 10), None);
        assert_eq!(int("--1", 10), None);
        assert_eq!(int("٣", 10), Some(3));
        assert_eq!(parse_float(" 1_0.5e1_0 "), Some(1.05e11));
        assert_eq!(parse_float("1_.5"), None);
        assert_eq!(parse_float("+inf"), Some(f64::INFINITY));
        assert_eq!(parse_complex(" ( 1e-5-2.5J ) "), Some((1e-5, -2.5)));
        assert_eq!(parse_complex("-j"), Some((0.0, -1.0)));
        assert_eq!(parse_complex("1 + 2j"), None);
    }

    #[test]
    fn rounding_is_of_the_exact_value() {
        assert_eq!(round_float(2.675, 2), Some(2.67));
        assert_eq!(round_float(0.5, 0), Some(0.0));
        assert_eq!(round_float(1.5, 0), Some(2.0));
        assert_eq!(round_float(1250.0, -2), Some(1200.0));
        assert_eq!(round_float(50.0, -2), Some(0.0));
        assert_eq!(round_float(51.0, -2), Some(100.0));
        assert_eq!(round_float(-7.0, -1), Some(-10.0));
    }

    #[test]
    fn complex_numbers_print_as_in_cpython() {
        assert_eq!(complex_repr(0.0, 1.0), "1j");
        assert_eq!(complex_repr(1.0, -2.5), "(1-2.5j)");
        assert_eq!(complex_repr(-0.0, 1.0), "(-0+1j)");
        assert_eq!(complex_repr(f64::NAN, f64::NAN), "(nan+nanj)");
        assert_eq!(complex_repr(0.0, f64::NEG_INFINITY), "-infj");
    }

    #[test]
    fn hexadecimal_floats() {
        assert_eq!(float_hex(1.5), "0x1.8000000000000p+0");
        assert_eq!(parse_hex_float("0x1.8p+1"), Some(3.0));
        assert_eq!(parse_hex_float("-0x.1p4"), Some(-1.0));
        assert_eq!(parse_hex_float("zz"), None);
    }
}
