//! `_collections`: the core of `deque`, and the counting of `Counter`. What is seldom used of them is in Python.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use super::super::builtins::items::{check_size, slice_part};
use super::super::builtins::iterators::{itself, native_iter, next_method, with_items};
use super::super::native::{Args, Flow, NativeFn, NativeObject};
use super::super::object::*;
use super::super::{ModuleSource, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.finder.insert("_collections", ModuleSource::Native(init));
}

#[derive(Default)]
struct Deque {
    items: RefCell<VecDeque<Value>>,
    maxlen: Cell<Option<usize>>,
    /// Changes with the items, so that an iterator knows.
    state: Cell<u32>,
}

impl NativeObject for Deque {
    fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        if let Ok(items) = self.items.try_borrow() {
            items.iter().for_each(visit);
        }
    }
}

impl Deque {
    /// Tells iterators that the items changed.
    fn touch(&self) {
        self.state.set(self.state.get().wrapping_add(1));
    }

    /// Adds at one end; what no longer fits goes at the other.
    fn push(&self, vm: &mut Vm, value: Value, left: bool) -> PyResult<()> {
        self.touch();
        let mut items = self.items.borrow_mut();
        if items.len() == items.capacity() {
            check_size(vm, items.len() + 1, size_of::<Value>())?;
        }
        if left {
            items.push_front(value);
        } else {
            items.push_back(value);
        }
        let over = self.maxlen.get().is_some_and(|most| items.len() > most);
        let gone = match (over, left) {
            (false, _) => None,
            (true, true) => items.pop_back(),
            (true, false) => items.pop_front(),
        };
        // It may run a finaliser that uses the deque.
        drop(items);
        drop(gone);
        Ok(())
    }
}

fn this<'a>(vm: &mut Vm, args: &Args<'a>) -> PyResult<&'a Deque> {
    match args.values.first().and_then(|this| this.native::<Deque>()) {
        Some(deque) => Ok(deque),
        None => Err(vm.type_error("a 'collections.deque' object was expected")),
    }
}

/// An index as a place.
fn place(vm: &mut Vm, deque: &Deque, key: &Value) -> PyResult<usize> {
    if !vm.is_index(key) {
        let text = format!("sequence index must be integer, not '{}'", vm.class_name(key));
        return Err(vm.type_error(text));
    }
    let index = vm.index_i64(key)?;
    let len = deque.items.borrow().len() as i64;
    let place = if index < 0 { index.saturating_add(len) } else { index };
    if place < 0 || place >= len { Err(vm.index_error("deque index out of range")) } else { Ok(place as usize) }
}

fn pop(vm: &mut Vm, args: Args<'_>, left: bool) -> PyResult {
    let deque = this(vm, &args)?;
    args.none(vm, if left { "deque.popleft" } else { "deque.pop" })?;
    let mut items = deque.items.borrow_mut();
    match if left { items.pop_front() } else { items.pop_back() } {
        Some(item) => {
            deque.touch();
            Ok(item)
        }
        None => Err(vm.index_error("pop from an empty deque")),
    }
}

fn extend(vm: &mut Vm, args: Args<'_>, left: bool) -> PyResult<Flow> {
    this(vm, &args)?;
    let iterable = args.one(vm, if left { "deque.extendleft" } else { "deque.extend" })?;
    let deque = args[0].clone();
    with_items(vm, iterable, move |vm, items| {
        let deque = deque.native::<Deque>().expect("it was looked at above");
        for item in items {
            deque.push(vm, item, left)?;
        }
        Ok(Value::None)
    })
}

fn iterate(vm: &mut Vm, args: Args<'_>, class: &'static str, reversed: bool) -> PyResult {
    let state = this(vm, &args)?.state.get();
    let owner = args[0].clone();
    let module = vm.import_module("_collections")?;
    let class = vm.get_attr(&module, class)?;
    let class = class.downcast::<Class>().expect("the module has it").clone();
    let mut index = 0;
    Ok(native_iter(&class, move |vm| {
        let deque = owner.native::<Deque>().expect("it was looked at above");
        if deque.state.get() != state {
            return Err(vm.runtime_error("deque mutated during iteration"));
        }
        let items = deque.items.borrow();
        let item =
            if reversed { items.len().checked_sub(index + 1).and_then(|i| items.get(i)) } else { items.get(index) };
        index += 1;
        Ok(item.cloned())
    }))
}

fn init(vm: &mut Vm, module: &Gc<Module>) -> PyResult<()> {
    for name in ["_deque_iterator", "_deque_reverse_iterator"] {
        let class = vm.c_class("collections", name);
        vm.method(&class, "__iter__", NativeFn::Plain(itself));
        vm.method(&class, "__next__", NativeFn::Flow(next_method));
        vm.set(module, name, class.value());
    }
    let class = vm.c_class("collections", "deque");
    class.no_dict.set(true);
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| {
            let class = args.values.first().and_then(|c| c.downcast::<Class>()).cloned();
            let class = class.unwrap_or_else(|| vm.types.object.clone());
            Ok(Instance::new(class, Payload::Native(Box::new(Deque::default()))).into())
        }),
    );
    vm.method(
        &class,
        "__init__",
        NativeFn::Flow(|vm, args| {
            let deque = this(vm, &args)?;
            let [iterable, maxlen] = args.skip(1).bind(vm, "deque", ["iterable", "maxlen"], 0, 2)?;
            let maxlen = match &maxlen {
                Value::Unbound | Value::None => None,
                value if vm.is_index(value) => match vm.index_i64(value)? {
                    negative if negative < 0 => return Err(vm.value_error("maxlen must be non-negative")),
                    most => Some(most as usize),
                },
                _ => return Err(vm.type_error("an integer is required")),
            };
            deque.maxlen.set(maxlen);
            drop(deque.items.take());
            deque.touch();
            if iterable.is_unbound() {
                return Ok(Value::None.into());
            }
            extend(vm, Args { values: &[args[0].clone(), iterable], names: None }, false)
        }),
    );
    vm.method(
        &class,
        "append",
        NativeFn::Plain(|vm, args| {
            let value = args.one(vm, "deque.append")?.clone();
            this(vm, &args)?.push(vm, value, false)?;
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "appendleft",
        NativeFn::Plain(|vm, args| {
            let value = args.one(vm, "deque.appendleft")?.clone();
            this(vm, &args)?.push(vm, value, true)?;
            Ok(Value::None)
        }),
    );
    vm.method(&class, "pop", NativeFn::Plain(|vm, args| pop(vm, args, false)));
    vm.method(&class, "popleft", NativeFn::Plain(|vm, args| pop(vm, args, true)));
    vm.method(&class, "extend", NativeFn::Flow(|vm, args| extend(vm, args, false)));
    vm.method(&class, "extendleft", NativeFn::Flow(|vm, args| extend(vm, args, true)));
    vm.method(
        &class,
        "clear",
        NativeFn::Plain(|vm, args| {
            let deque = this(vm, &args)?;
            args.none(vm, "deque.clear")?;
            deque.touch();
            drop(deque.items.take());
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "rotate",
        NativeFn::Plain(|vm, args| {
            let deque = this(vm, &args)?;
            args.count(vm, "rotate", 1, 0, 1)?;
            let n = match args.get(1) {
                Some(n) if vm.is_index(n) => vm.index_i64(n)?,
                Some(n) => {
                    let text = format!("'{}' object cannot be interpreted as an integer", vm.class_name(n));
                    return Err(vm.type_error(text));
                }
                None => 1,
            };
            let mut items = deque.items.borrow_mut();
            if !items.is_empty() {
                let n = n.rem_euclid(items.len() as i64) as usize;
                vm.charge(n.min(items.len() - n) / 8);
                items.rotate_right(n);
                deque.touch();
            }
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "reverse",
        NativeFn::Plain(|vm, args| {
            args.none(vm, "deque.reverse")?;
            this(vm, &args)?.items.borrow_mut().make_contiguous().reverse();
            Ok(Value::None)
        }),
    );
    // insert(i, x); the caller saw to it that there is room.
    vm.method(
        &class,
        "_insert",
        NativeFn::Plain(|vm, args| {
            let deque = this(vm, &args)?;
            let index = slice_part(vm, &args[1])?;
            let len = deque.items.borrow().len();
            check_size(vm, len + 1, size_of::<Value>())?;
            let place = if index < 0 { index.saturating_add(len as i64).max(0) } else { index.min(len as i64) };
            deque.touch();
            deque.items.borrow_mut().insert(place as usize, args[2].clone());
            Ok(Value::None)
        }),
    );
    vm.method(&class, "__len__", NativeFn::Plain(|vm, args| Ok(Value::from(this(vm, &args)?.items.borrow().len()))));
    vm.method(
        &class,
        "__getitem__",
        NativeFn::Plain(|vm, args| {
            let deque = this(vm, &args)?;
            let key = args.one(vm, "deque.__getitem__")?;
            let place = place(vm, deque, key)?;
            Ok(deque.items.borrow()[place].clone())
        }),
    );
    vm.method(
        &class,
        "__setitem__",
        NativeFn::Plain(|vm, args| {
            let deque = this(vm, &args)?;
            args.count(vm, "", 1, 2, 2)?;
            let place = place(vm, deque, &args[1])?;
            let old = std::mem::replace(&mut deque.items.borrow_mut()[place], args[2].clone());
            drop(old);
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "__delitem__",
        NativeFn::Plain(|vm, args| {
            let deque = this(vm, &args)?;
            let key = args.one(vm, "deque.__delitem__")?;
            let place = place(vm, deque, key)?;
            deque.touch();
            let old = deque.items.borrow_mut().remove(place);
            drop(old);
            Ok(Value::None)
        }),
    );
    vm.method(&class, "__iter__", NativeFn::Plain(|vm, args| iterate(vm, args, "_deque_iterator", false)));
    vm.method(&class, "__reversed__", NativeFn::Plain(|vm, args| iterate(vm, args, "_deque_reverse_iterator", true)));
    vm.getter(&class, "maxlen", |vm, deque| {
        let args = Args { values: std::slice::from_ref(deque), names: None };
        Ok(this(vm, &args)?.maxlen.get().map_or(Value::None, Value::from))
    });
    vm.set(module, "deque", class.value());
    // Adds up how often each item is there, in a dict.
    vm.function(
        module,
        "count",
        NativeFn::Flow(|vm, args| {
            let [mapping, iterable] = args.values else { return Err(vm.type_error("count() takes 2 arguments")) };
            let View::Dict(dict) = mapping.base().view() else { return Err(vm.type_error("a dict was expected")) };
            let dict = dict.clone();
            with_items(vm, iterable, move |vm, items| {
                vm.charge(items.len());
                for item in items {
                    let count = vm.dict_get(&dict, &item)?.unwrap_or(Value::Int(0));
                    let count = match count {
                        Value::Int(n) if n < i64::MAX => Value::Int(n + 1),
                        other => vm.binary(crate::vm::op::BinOp::Add, &other, &Value::Int(1))?,
                    };
                    vm.dict_set(&dict, item, count)?;
                }
                Ok(Value::None)
            })
        }),
    );
    Ok(())
}
