//! Numbers.

use super::Value;

pub fn int_eq_float(i: i64, f: f64) -> bool {
    i as f64 == f && f as i64 == i
}

pub fn big_to_f64(big: &num_bigint::BigInt) -> Option<f64> {
    num_traits::ToPrimitive::to_f64(big).filter(|f| f.is_finite())
}

pub fn int_value(big: num_bigint::BigInt) -> Value {
    use num_traits::ToPrimitive;
    match big.to_i64() {
        Some(i) => Value::Int(i),
        None => super::object::Gc::new(super::object::BigInt(big)).into(),
    }
}
