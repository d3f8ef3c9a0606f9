//! `bytes`, and what `bytes` and `bytearray` share.

use crate::vm::Value;
use crate::vm::object::*;

pub fn bytes_value(data: Vec<u8>) -> Value {
    Gc::new(Bytes { data: data.into_boxed_slice() }).into()
}

pub fn bytearray_value(data: Vec<u8>) -> Value {
    Gc::new(ByteArray { data: std::cell::RefCell::new(data) }).into()
}
