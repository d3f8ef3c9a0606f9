//! Operators, items and iteration where a method of the program may be asked.

use super::super::builtins::{self, items, iterators, operators};
use super::super::object::*;
use super::super::op::{BinOp, CmpOp};
use super::super::{Cx, Flow, PyResult, Vm};

impl BinOp {
    pub fn symbol(self, in_place: bool) -> &'static str {
        match (self, in_place) {
            (BinOp::Add, false) => "+",
            (BinOp::Sub, false) => "-",
            (BinOp::Mul, false) => "*",
            (BinOp::MatMul, false) => "@",
            (BinOp::TrueDiv, false) => "/",
            (BinOp::FloorDiv, false) => "//",
            (BinOp::Mod, false) => "%",
            (BinOp::Pow, false) => "** or pow()",
            (BinOp::LShift, false) => "<<",
            (BinOp::RShift, false) => ">>",
            (BinOp::And, false) => "&",
            (BinOp::Or, false) => "|",
            (BinOp::Xor, false) => "^",
            (BinOp::Add, true) => "+=",
            (BinOp::Sub, true) => "-=",
            (BinOp::Mul, true) => "*=",
            (BinOp::MatMul, true) => "@=",
            (BinOp::TrueDiv, true) => "/=",
            (BinOp::FloorDiv, true) => "//=",
            (BinOp::Mod, true) => "%=",
            (BinOp::Pow, true) => "**=",
            (BinOp::LShift, true) => "<<=",
            (BinOp::RShift, true) => ">>=",
            (BinOp::And, true) => "&=",
            (BinOp::Or, true) => "|=",
            (BinOp::Xor, true) => "^=",
        }
    }
}

/// A method to try, its `self` and its argument.
type Candidate = (Value, Value, Value);

/// Whether special methods of the program can be in play.
fn has_class_of_program(value: &Value) -> bool {
    matches!(value.view(), View::Instance(_) | View::Class(_) | View::Alias(_))
}

impl Vm {
    fn binary_names(&self, op: BinOp) -> (&Gc<Str>, &Gc<Str>, &Gc<Str>) {
        let n = &self.names;
        match op {
            BinOp::Add => (&n.add, &n.radd, &n.iadd),
            BinOp::Sub => (&n.sub, &n.rsub, &n.isub),
            BinOp::Mul => (&n.mul, &n.rmul, &n.imul),
            BinOp::MatMul => (&n.matmul, &n.rmatmul, &n.imatmul),
            BinOp::TrueDiv => (&n.truediv, &n.rtruediv, &n.itruediv),
            BinOp::FloorDiv => (&n.floordiv, &n.rfloordiv, &n.ifloordiv),
            BinOp::Mod => (&n.mod_, &n.rmod, &n.imod),
            BinOp::Pow => (&n.pow, &n.rpow, &n.ipow),
            BinOp::LShift => (&n.lshift, &n.rlshift, &n.ilshift),
            BinOp::RShift => (&n.rshift, &n.rrshift, &n.irshift),
            BinOp::And => (&n.and, &n.rand, &n.iand),
            BinOp::Or => (&n.or, &n.ror, &n.ior),
            BinOp::Xor => (&n.xor, &n.rxor, &n.ixor),
        }
    }

    /// `a op b`, or `a op= b`.
    pub fn binary_flow(&mut self, op: BinOp, a: &Value, b: &Value, in_place: bool) -> PyResult<Flow> {
        if in_place
            && op == BinOp::Add
            && let (View::List(list), View::Generator(_) | View::Instance(_)) = (a.view(), b.view())
        {
            // `list.__iadd__`, whose items come from code of the program.
            let list = list.clone();
            return iterators::with_items(self, b, move |vm, items| {
                builtins::list::extend(vm, &list, items)?;
                Ok(list.into())
            });
        }
        if !has_class_of_program(a) && !has_class_of_program(b) {
            if in_place && let Some(value) = operators::in_place(self, op, a, b)? {
                return Ok(value.into());
            }
            return match operators::binary(self, op, a, b)? {
                Some(value) => Ok(value.into()),
                None => Err(self.unsupported_operands(op, a, b, in_place)),
            };
        }
        let (plain, reflected, inplace) = self.binary_names(op);
        let (plain, reflected, inplace) = (plain.clone(), reflected.clone(), inplace.clone());
        let (class_a, class_b) = (self.class_of(a), self.class_of(b));
        let mut candidates: Vec<Candidate> = Vec::with_capacity(3);
        if in_place && let Some(method) = self.lookup(&class_a, &inplace) {
            candidates.push((method, a.clone(), b.clone()));
        }
        let left = self.lookup(&class_a, &plain);
        let right = if class_a.is(&class_b) { None } else { self.lookup(&class_b, &reflected) };
        let right_first = right.is_some() && Class::is_subclass(&class_b, &class_a) && {
            let inherited = self.lookup(&class_a, &reflected);
            !matches!((&right, &inherited), (Some(r), Some(i)) if r.is(i))
        };
        let left = left.map(|method| (method, a.clone(), b.clone()));
        let right = right.map(|method| (method, b.clone(), a.clone()));
        if right_first {
            candidates.extend(right);
            candidates.extend(left);
        } else {
            candidates.extend(left);
            candidates.extend(right);
        }
        let (a, b) = (a.clone(), b.clone());
        // `int | None`, `A | B`: a type union, if no metaclass says otherwise.
        let is_union = op == BinOp::Or && matches!(a.view(), View::Class(_) | View::Alias(_) | View::None);
        if (candidates.is_empty() || is_union)
            && let Some(value) = operators::binary(self, op, &a, &b)?
        {
            return Ok(value.into());
        }
        self.try_candidates(candidates, move |vm| match operators::binary(vm, op, a.base(), b.base())? {
            Some(value) => Ok(value),
            None => Err(vm.unsupported_operands(op, &a, &b, in_place)),
        })
    }

    /// Calls the candidates until one gives something else than `NotImplemented`.
    fn try_candidates(
        &mut self,
        candidates: Vec<Candidate>,
        otherwise: impl FnOnce(&mut Vm) -> PyResult + 'static,
    ) -> PyResult<Flow> {
        let mut candidates = candidates.into_iter();
        // Native methods answer at once.
        let pending = loop {
            let Some((method, this, other)) = candidates.next() else { return otherwise(self).map(Flow::Value) };
            match self.special_flow(method, &this, &[other])? {
                Flow::Value(Value::NotImplemented) => {}
                Flow::Value(value) => return Ok(value.into()),
                flow => break flow,
            }
        };
        Flow::future(async move {
            let mut result = Cx.flow(pending).await?;
            while matches!(result, Value::NotImplemented) {
                let Some((method, this, other)) = candidates.next() else { return Cx.vm(otherwise) };
                let flow = Cx.vm(|vm| vm.special_flow(method, &this, &[other]))?;
                result = Cx.flow(flow).await?;
            }
            Ok(result)
        })
    }

    fn unsupported_operands(&mut self, op: BinOp, a: &Value, b: &Value, in_place: bool) -> super::super::Exc {
        if let Some(exc) = operators::sequence_error(self, op, a, b) {
            return exc;
        }
        let (x, y) = (self.class_name(a), self.class_name(b));
        let mut text = format!("unsupported operand type(s) for {}: '{x}' and '{y}'", op.symbol(in_place));
        if op == BinOp::RShift && !in_place && matches!(a.view(), View::Native(native) if native.name == "print") {
            text.push_str(". Did you mean \"print(<message>, file=<output_stream>)\"?");
        }
        self.type_error(text)
    }

    /// `a op b`.
    pub fn compare_flow(&mut self, op: CmpOp, a: &Value, b: &Value) -> PyResult<Flow> {
        let aliases = matches!((a.view(), b.view()), (View::Alias(_), View::Alias(_)));
        if aliases || (!has_class_of_program(a) && !has_class_of_program(b)) {
            return match operators::compare(self, op, a, b)? {
                Some(value) => Ok(value.into()),
                None => self.compare_identity(op, a, b).map(Flow::Value),
            };
        }
        let name_of = |vm: &Vm, op: CmpOp| {
            let n = &vm.names;
            match op {
                CmpOp::Lt => &n.lt,
                CmpOp::Le => &n.le,
                CmpOp::Eq => &n.eq,
                CmpOp::Ne => &n.ne,
                CmpOp::Gt => &n.gt,
                CmpOp::Ge => &n.ge,
            }
            .clone()
        };
        let (class_a, class_b) = (self.class_of(a), self.class_of(b));
        let left = self.comparison_method(op, &class_a, &name_of(self, op));
        let right = self.comparison_method(op, &class_b, &name_of(self, op.swapped()));
        let left = left.map(|(method, negate)| ((method, a.clone(), b.clone()), negate));
        let right = right.map(|(method, negate)| ((method, b.clone(), a.clone()), negate));
        let mut candidates = Vec::with_capacity(2);
        if !class_a.is(&class_b) && Class::is_subclass(&class_b, &class_a) {
            candidates.extend(right);
            candidates.extend(left);
        } else {
            candidates.extend(left);
            candidates.extend(right);
        }
        let mut candidates = candidates.into_iter();
        let (pending, negate) = loop {
            let Some(((method, this, other), negate)) = candidates.next() else {
                return self.compare_identity(op, a, b).map(Flow::Value);
            };
            match self.special_flow(method, &this, &[other])? {
                Flow::Value(Value::NotImplemented) => {}
                Flow::Value(value) if negate => {
                    let truth = self.truth(&value)?;
                    return Ok(Value::Bool(!truth).into());
                }
                Flow::Value(value) => return Ok(value.into()),
                flow => break (flow, negate),
            }
        };
        let (a, b) = (a.clone(), b.clone());
        Flow::future(async move {
            let mut result = Cx.flow(pending).await?;
            let mut negate = negate;
            while matches!(result, Value::NotImplemented) {
                let Some(((method, this, other), n)) = candidates.next() else {
                    return Cx.vm(|vm| vm.compare_identity(op, &a, &b));
                };
                negate = n;
                let flow = Cx.vm(|vm| vm.special_flow(method, &this, &[other]))?;
                result = Cx.flow(flow).await?;
            }
            if negate {
                let flow = Cx.vm(|vm| vm.truth_flow(&result))?;
                let truth = Cx.flow(flow).await?;
                return Ok(Value::Bool(!matches!(truth, Value::Bool(true))));
            }
            Ok(result)
        })
    }

    /// The method that compares, and whether its result is to be negated: `!=` falls back on `__eq__`. `object`'s own
    /// methods are left out: they say `NotImplemented`.
    fn comparison_method(&mut self, op: CmpOp, class: &Gc<Class>, name: &Gc<Str>) -> Option<(Value, bool)> {
        let of_object = |value: &Value| matches!(value.view(), View::NativeMethod(method) if method.owner == "object");
        if let Some(method) = self.lookup(class, name)
            && !of_object(&method)
        {
            return Some((method, false));
        }
        if op == CmpOp::Ne {
            let method = self.lookup(class, &self.names.eq)?;
            return (!of_object(&method)).then_some((method, true));
        }
        None
    }

    /// What is left when nobody can compare.
    fn compare_identity(&mut self, op: CmpOp, a: &Value, b: &Value) -> PyResult {
        match op {
            CmpOp::Eq => Ok(Value::Bool(a.is(b))),
            CmpOp::Ne => Ok(Value::Bool(!a.is(b))),
            _ => {
                let (x, y) = (self.class_name(a), self.class_name(b));
                Err(self.type_error(format!("'{}' not supported between instances of '{x}' and '{y}'", op.symbol())))
            }
        }
    }

    /// `obj[key]`.
    pub fn item_flow(&mut self, obj: &Value, key: &Value) -> PyResult<Flow> {
        match obj.view() {
            View::Instance(instance) => {
                let class = instance.class();
                match self.lookup(&class, &self.names.getitem) {
                    Some(method) => {
                        if let View::NativeMethod(native) = method.view()
                            && native.owner == "dict"
                            && let View::Dict(dict) = obj.base().view()
                            && let Some(missing) = self.lookup(&class, &self.names.missing)
                        {
                            let dict = dict.clone();
                            return match self.dict_get(&dict, key)? {
                                Some(value) => Ok(value.into()),
                                None => self.special_flow(missing, obj, std::slice::from_ref(key)),
                            };
                        }
                        self.special_flow(method, obj, std::slice::from_ref(key))
                    }
                    None => {
                        let text = format!("'{}' object is not subscriptable", class.name());
                        Err(self.type_error(text))
                    }
                }
            }
            View::Class(class) => {
                if let Some(meta) = class.metaclass.borrow().clone()
                    && let Some(method) = self.lookup(&meta, &self.names.getitem)
                {
                    return self.special_flow(method, obj, std::slice::from_ref(key));
                }
                let name = self.names.class_getitem.clone();
                if let Some(attr) = self.lookup(class, &name) {
                    let bound = match attr.view() {
                        // `__class_getitem__` is a class method without saying so.
                        View::Function(_) => Gc::new(BoundMethod { func: attr.clone(), this: obj.clone() }).into(),
                        _ => {
                            let flow = self.bind_attr(&attr, None, class)?;
                            self.finish(flow)?
                        }
                    };
                    return Flow::call(bound, [key.clone()]);
                }
                if class.is(&self.types.type_) {
                    return Ok(alias(obj, key).into());
                }
                let text = format!("type '{}' is not subscriptable", class.name());
                Err(self.type_error(text))
            }
            View::Alias(existing) if !existing.union => Ok(alias(&existing.origin, key).into()),
            _ => match items::get_item(self, obj, key)? {
                Some(value) => Ok(value.into()),
                None => {
                    let text = format!("'{}' object is not subscriptable", self.class_name(obj));
                    Err(self.type_error(text))
                }
            },
        }
    }

    /// `obj[key] = value`, or `del obj[key]` with `None`. The flow's result is of no interest.
    pub fn set_item_flow(&mut self, obj: &Value, key: &Value, value: Option<Value>) -> PyResult<Flow> {
        let deleting = value.is_none();
        if let View::Instance(_) | View::Class(_) = obj.view() {
            let name = if deleting { self.names.delitem.clone() } else { self.names.setitem.clone() };
            if let Some(method) = self.special(obj, &name) {
                let args: Vec<Value> = std::iter::once(key.clone()).chain(value).collect();
                return self.special_flow(method, obj, &args);
            }
        } else if items::set_item(self, obj, key, value)? {
            return Ok(Value::None.into());
        }
        let class_name = self.class_name(obj);
        let text = if deleting {
            // CPython has a text for what could be a sequence and one for what could not.
            let sequence = matches!(
                obj.view(),
                View::Instance(_)
                    | View::Str(_)
                    | View::Bytes(_)
                    | View::Tuple(_)
                    | View::Set(_)
                    | View::Range(_)
                    | View::DictView(_)
            );
            let not = if sequence && self.is_index(key) { "doesn't" } else { "does not" };
            format!("'{class_name}' object {not} support item deletion")
        } else {
            format!("'{class_name}' object does not support item assignment")
        };
        Err(self.type_error(text))
    }

    /// `key in obj`; the result is to be made a bool.
    pub fn contains_flow(&mut self, obj: &Value, key: &Value) -> PyResult<Flow> {
        if !matches!(obj.view(), View::Instance(_) | View::Class(_))
            && let Some(found) = items::contains(self, obj, key)?
        {
            return Ok(Value::Bool(found).into());
        }
        if let Some(method) = self.special(obj, &self.names.contains) {
            if method.is_none() {
                let text = format!("'{}' object is not a container", self.class_name(obj));
                return Err(self.type_error(text));
            }
            return self.special_flow(method, obj, std::slice::from_ref(key));
        }
        let iterator = match self.iter_flow(obj) {
            Ok(flow) => flow,
            Err(exc) => return Err(self.not_iterable(obj, exc)),
        };
        let (obj, key) = (obj.clone(), key.clone());
        Flow::future(async move {
            let iterator = match Cx.flow(iterator).await {
                Ok(iterator) => iterator,
                Err(exc) => return Err(Cx.vm(|vm| vm.not_iterable(&obj, exc))),
            };
            let mut taken = 0;
            while let Some(item) = Cx.next(&iterator).await? {
                if Cx.vm(|vm| vm.eq(&item, &key))? {
                    return Ok(Value::TRUE);
                }
                taken += 1;
                if taken % builtins::functions::BREATH == 0 {
                    builtins::functions::breathe().await?;
                }
            }
            Ok(Value::FALSE)
        })
    }

    /// What `in` says when it cannot iterate.
    fn not_iterable(&mut self, obj: &Value, exc: super::super::Exc) -> super::super::Exc {
        if !exc.is(&self.types.type_error) {
            return exc;
        }
        let text = format!("argument of type '{}' is not iterable", self.class_name(obj));
        self.type_error(text)
    }

    /// `iter(obj)`.
    pub fn iter_flow(&mut self, obj: &Value) -> PyResult<Flow> {
        match obj.view() {
            View::Iter(_) => return Ok(obj.clone().into()),
            View::Generator(generator) if generator.kind == GeneratorKind::Generator => return Ok(obj.clone().into()),
            View::Instance(_) | View::Class(_) => {}
            _ => {
                if let Some(iterator) = items::iter(self, obj) {
                    return Ok(iterator.into());
                }
            }
        }
        if let Some(method) = self.special(obj, &self.names.iter) {
            if method.is_none() {
                let text = format!("'{}' object is not iterable", self.class_name(obj));
                return Err(self.type_error(text));
            }
            let flow = self.special_flow(method, obj, &[])?;
            if let Flow::Value(value) = flow {
                return self.check_iterator(value).map(Flow::Value);
            }
            return Flow::future(async move {
                let iterator = Cx.flow(flow).await?;
                Cx.vm(|vm| vm.check_iterator(iterator))
            });
        }
        if self.special(obj, &self.names.getitem).is_some() && matches!(obj.view(), View::Instance(_)) {
            return Ok(self.sequence_iterator(obj.clone()).into());
        }
        let text = format!("'{}' object is not iterable", self.class_name(obj));
        Err(self.type_error(text))
    }

    fn check_iterator(&mut self, iterator: Value) -> PyResult {
        let is_iterator = match iterator.view() {
            View::Iter(_) => true,
            View::Generator(generator) => generator.kind == GeneratorKind::Generator,
            _ => self.special(&iterator, &self.names.next).is_some(),
        };
        if is_iterator {
            return Ok(iterator);
        }
        let text = format!("iter() returned non-iterator of type '{}'", self.class_name(&iterator));
        Err(self.type_error(text))
    }

    /// Iterates by `__getitem__` with 0, 1, …, until `IndexError` or `StopIteration`.
    fn sequence_iterator(&mut self, obj: Value) -> Value {
        let future = Box::pin(async move {
            let mut index = 0;
            loop {
                let flow = Cx.vm(|vm| vm.item_flow(&obj, &Value::Int(index)));
                let item = match flow {
                    Ok(flow) => Cx.flow(flow).await,
                    Err(exc) => Err(exc),
                };
                match item {
                    Ok(item) => drop(Cx.yield_(item).await?),
                    Err(exc) => {
                        let at_end = Cx.vm(|vm| exc.is(&vm.types.index_error) || exc.is(&vm.types.stop_iteration));
                        return if at_end { Ok(Value::None) } else { Err(exc) };
                    }
                }
                index += 1;
            }
        });
        let body = Body::Native(NativeBody::new(future));
        let name = Value::from("iterator");
        let class = Some(self.types.iterator.clone());
        Gc::new(Generator::with_class(GeneratorKind::Generator, name.clone(), name, body, class)).into()
    }

    /// `next(iterator)`; the end is `StopIteration`.
    pub fn next_flow(&mut self, iterator: &Value) -> PyResult<Flow> {
        match iterator.view() {
            View::Iter(iter) => match iterators::next(self, iter)? {
                Some(value) => Ok(value.into()),
                None => Err(self.stop_iteration(Value::None)),
            },
            View::Generator(generator) if generator.kind == GeneratorKind::Generator => {
                Ok(Flow::Resume { generator: generator.clone(), with: super::super::native::Resume::Send(Value::None) })
            }
            _ => match self.special(iterator, &self.names.next) {
                Some(method) => self.special_flow(method, iterator, &[]),
                None => {
                    let text = format!("'{}' object is not an iterator", self.class_name(iterator));
                    Err(self.type_error(text))
                }
            },
        }
    }

    /// The next item of a builtin iterator, which runs no code of the program; `None` for any other.
    #[inline]
    pub fn next_native(&mut self, iterator: &Value) -> Option<PyResult<Option<Value>>> {
        let iter = iterator.downcast::<Iter>()?;
        Some(iterators::next(self, iter))
    }
}

/// `list[int]`.
pub fn alias(origin: &Value, key: &Value) -> Value {
    let args = match key.view() {
        View::Tuple(tuple) => tuple.clone(),
        _ => Gc::new(Tuple::from(vec![key.clone()])),
    };
    Gc::new(Alias { origin: origin.clone(), args, union: false }).into()
}
