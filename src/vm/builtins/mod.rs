//! The builtin types' behaviour and the builtin functions.

use super::Vm;

/// Fills the builtin classes and the `builtins` module.
pub fn install(vm: &mut Vm) {
    super::generator::install(vm);
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

pub mod operators {
    use super::super::op::{BinOp, CmpOp};
    use super::super::{PyResult, Value, Vm};
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum UnaryOp {
        Neg,
        Pos,
        Invert,
    }
    pub fn binary(_vm: &mut Vm, _op: BinOp, _a: &Value, _b: &Value) -> PyResult<Option<Value>> {
        Ok(None)
    }
    pub fn in_place(_vm: &mut Vm, _op: BinOp, _a: &Value, _b: &Value) -> PyResult<Option<Value>> {
        Ok(None)
    }
    pub fn compare(_vm: &mut Vm, _op: CmpOp, _a: &Value, _b: &Value) -> PyResult<Option<Value>> {
        Ok(None)
    }
    pub fn unary(_vm: &mut Vm, _op: UnaryOp, _a: &Value) -> PyResult<Option<Value>> {
        Ok(None)
    }
}

pub mod text {
    use super::super::{Flow, PyResult, Value, Vm};
    impl Vm {
        pub fn repr(&mut self, _value: &Value) -> PyResult<String> {
            Ok(String::new())
        }
        pub fn str(&mut self, value: &Value) -> PyResult<String> {
            Ok(value.as_str().unwrap_or_default().to_owned())
        }
        pub fn ascii(&mut self, _value: &Value) -> PyResult<String> {
            Ok(String::new())
        }
        pub fn repr_flow(&mut self, value: &Value) -> PyResult<Flow> {
            self.repr(value).map(|text| Value::from(text).into())
        }
        pub fn str_flow(&mut self, value: &Value) -> PyResult<Flow> {
            self.str(value).map(|text| Value::from(text).into())
        }
        pub fn format_flow(&mut self, value: &Value, _spec: &str) -> PyResult<Flow> {
            self.str_flow(value)
        }
    }
}
