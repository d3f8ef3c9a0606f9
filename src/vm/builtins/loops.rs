//! Loops of builtins over iterators and with functions that are the program's. They are Python source of ours: frames
//! of the VM, which suspend as any do, and no native frame stands between the loop and what it calls.

use std::rc::Rc;

use crate::vm::code::{CodeSpec, Const};
use crate::vm::op::{Intrinsic, Op};
use crate::vm::{Flow, PyResult, Vm, compile, object::*};

/// The functions of `loops.py`, in its order. The first argument is an iterator, the result of `iter(x)`.
#[derive(Clone, Copy)]
pub enum Loop {
    /// The items in a list.
    Collect,
    /// `key(x)` of all in a list.
    Keys,
    Any,
    All,
    Least,
    Greatest,
    /// Calls the function with each.
    Each,
    Map,
    /// Has two iterators.
    MapPairs,
    Filter,
    FilterTrue,
    Enumerate,
}

const SOURCE: &str = include_str!("loops.py");

fn load(vm: &mut Vm) {
    let module = compile::compile(SOURCE).expect("loops.py is Python");
    let source = Rc::new(Source { filename: "<builtins>".to_owned(), text: String::new(), origin: Origin::Builtins });
    let globals = Gc::new(Dict::new());
    for constant in module.consts {
        let Const::Code(mut spec) = constant else { continue };
        given_iterators(&mut spec);
        let code = vm.make_code(*spec, &source);
        let function =
            vm.make_function(code, globals.clone(), Value::Unbound, Value::Unbound, Value::Unbound, Value::Unbound);
        vm.loops.push(function);
    }
}

/// `for` takes its iterator as it is, for `iter` has been called already, and `StopIteration` out of a function ends the
/// iterator, as it ends CPython's `map`.
fn given_iterators(spec: &mut CodeSpec) {
    for op in &mut spec.ops {
        if matches!(op, Op::GetIter | Op::Intrinsic(Intrinsic::StopIterationError)) {
            *op = Op::Nop;
        }
    }
}

impl Vm {
    fn loop_function(&mut self, which: Loop) -> Value {
        if self.loops.is_empty() {
            load(self);
        }
        self.loops[which as usize].clone()
    }

    /// Runs a loop.
    pub fn loop_flow(&mut self, which: Loop, args: Vec<Value>) -> PyResult<Flow> {
        let function = self.loop_function(which);
        Flow::call(function, args)
    }

    /// An iterator of this class whose items a loop yields.
    pub fn loop_iterator(&mut self, which: Loop, class: &Gc<Class>, args: Vec<Value>) -> Value {
        let function = self.loop_function(which);
        let code = function.downcast::<Function>().expect("the loops are functions").code.clone();
        let mut values = args;
        values.resize(code.slot_count as usize, Value::Unbound);
        let globals = Gc::new(Dict::new());
        let body = Body::Code(Box::new(SavedFrame { code, globals, ip: 0, values, object: None }));
        let name = Value::from(class.name());
        Gc::new(Generator::with_class(GeneratorKind::Generator, name.clone(), name, body, Some(class.clone()))).into()
    }
}
