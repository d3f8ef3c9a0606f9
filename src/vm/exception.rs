//! Exceptions as Rust sees them: `PyResult`, and how ours are made.

use std::cell::{Cell, RefCell};

use super::Vm;
use super::object::*;

/// A raised exception: an instance whose payload is `Payload::Exception`.
#[derive(Clone)]
pub struct Exc(pub Gc<Instance>);

pub type PyResult<T = Value> = Result<T, Exc>;

impl Exc {
    pub fn value(&self) -> Value {
        self.0.value()
    }

    pub fn class(&self) -> Gc<Class> {
        self.0.class()
    }

    pub fn state(&self) -> &ExceptionState {
        self.0.exception().expect("an Exc is an exception")
    }

    /// The value as an exception, if it is one.
    pub fn from_value(value: &Value) -> Option<Exc> {
        let instance = value.downcast::<Instance>()?;
        instance.exception().is_some().then(|| Exc(instance.clone()))
    }

    /// `isinstance(exc, class)`, without hooks, as `except` does.
    pub fn is(&self, class: &Gc<Class>) -> bool {
        Class::is_subclass(&self.0.class.borrow(), class)
    }

    pub fn args(&self) -> Gc<Tuple> {
        let args = self.state().args.get();
        args.downcast::<Tuple>().expect("args is always a tuple").clone()
    }

    /// `StopIteration.value`, or the like.
    pub fn get(&self, name: &str) -> Value {
        self.state().get(name).unwrap_or(Value::None)
    }

    pub fn with(self, name: &'static str, value: Value) -> Exc {
        self.state().set(name, value);
        self
    }
}

impl Vm {
    /// An exception of a builtin class (or a subclass without an `__init__` of its own).
    pub fn exception(&mut self, class: &Gc<Class>, args: Vec<Value>) -> Exc {
        let state = new_state(args);
        Exc(Instance::new(class.clone(), Payload::Exception(Box::new(state))))
    }

    /// As `exception`, with a message.
    pub fn error(&mut self, class: &Gc<Class>, message: impl Into<String>) -> Exc {
        let message = Value::from(message.into());
        self.exception(class, vec![message])
    }

    pub fn type_error(&mut self, message: impl Into<String>) -> Exc {
        let class = self.types.type_error.clone();
        self.error(&class, message)
    }

    pub fn value_error(&mut self, message: impl Into<String>) -> Exc {
        let class = self.types.value_error.clone();
        self.error(&class, message)
    }

    pub fn runtime_error(&mut self, message: impl Into<String>) -> Exc {
        let class = self.types.runtime_error.clone();
        self.error(&class, message)
    }

    pub fn index_error(&mut self, message: impl Into<String>) -> Exc {
        let class = self.types.index_error.clone();
        self.error(&class, message)
    }

    pub fn overflow_error(&mut self, message: impl Into<String>) -> Exc {
        let class = self.types.overflow_error.clone();
        self.error(&class, message)
    }

    pub fn zero_division_error(&mut self, message: impl Into<String>) -> Exc {
        let class = self.types.zero_division_error.clone();
        self.error(&class, message)
    }

    pub fn memory_error(&mut self) -> Exc {
        let class = self.types.memory_error.clone();
        self.exception(&class, Vec::new())
    }

    pub fn recursion_error(&mut self, message: impl Into<String>) -> Exc {
        let class = self.types.recursion_error.clone();
        self.error(&class, message)
    }

    pub fn key_error(&mut self, key: Value) -> Exc {
        let class = self.types.key_error.clone();
        self.exception(&class, vec![key])
    }

    pub fn attribute_error(&mut self, message: impl Into<String>, obj: Value, name: &str) -> Exc {
        let class = self.types.attribute_error.clone();
        self.error(&class, message).with("obj", obj).with("name", Value::from(name))
    }

    pub fn name_error(&mut self, name: &str) -> Exc {
        let class = self.types.name_error.clone();
        self.error(&class, format!("name '{name}' is not defined")).with("name", Value::from(name))
    }

    pub fn not_implemented_error(&mut self, message: impl Into<String>) -> Exc {
        let class = self.types.not_implemented_error.clone();
        self.error(&class, message)
    }

    /// `StopIteration`, with the value as its argument unless it is `None`.
    pub fn stop_iteration(&mut self, value: Value) -> Exc {
        let class = self.types.stop_iteration.clone();
        let args = if value.is_none() { Vec::new() } else { vec![value.clone()] };
        self.exception(&class, args).with("value", value)
    }

    pub fn stop_async_iteration(&mut self) -> Exc {
        let class = self.types.stop_async_iteration.clone();
        self.exception(&class, Vec::new())
    }
}

pub fn new_state(args: Vec<Value>) -> ExceptionState {
    ExceptionState {
        args: Slot::new(Gc::new(Tuple::from(args)).into()),
        cause: Slot::new(Value::None),
        context: Slot::new(Value::None),
        suppress_context: Cell::new(false),
        traceback: Slot::new(Value::None),
        extra: RefCell::default(),
    }
}
