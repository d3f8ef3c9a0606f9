//! The builtin types' behaviour and the builtin functions.

pub mod operators;

pub mod text;

pub mod format;

pub mod codec;

pub mod bytes;

use super::Vm;

/// Fills the builtin classes and the `builtins` module.
pub fn install(vm: &mut Vm) {
    super::generator::install(vm);
    objects::install(vm);
    exceptions::install(vm);
    text::install(vm);
    operators::install(vm);
}

pub mod items {
    use super::super::{PyResult, Value, Vm};
    pub fn get_item(_vm: &mut Vm, _obj: &Value, _key: &Value) -> PyResult<Option<Value>> {
        Ok(None)
    }
    pub fn set_item(_vm: &mut Vm, _obj: &Value, _key: &Value, _value: Option<Value>) -> PyResult<bool> {
        Ok(false)
    }
    pub fn contains(_vm: &mut Vm, _obj: &Value, _key: &Value) -> PyResult<Option<bool>> {
        Ok(None)
    }
    pub fn iter(_vm: &mut Vm, _obj: &Value) -> Option<Value> {
        None
    }
}

pub mod iterators {
    use super::super::object::*;
    use super::super::{PyResult, Vm};
    pub fn next(_vm: &mut Vm, _iter: &Gc<Iter>) -> PyResult<Option<Value>> {
        Ok(None)
    }
}

pub mod exceptions;
pub mod objects;
