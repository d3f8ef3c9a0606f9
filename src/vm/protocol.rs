//! The object protocol for native code: what `len(x)`, `x == y`, `x.name`, `iter(x)` mean.
//!
//! The plain functions here return a result. Where that takes code of the program, they run it in a bounded call
//! (`Vm::call`), which cannot suspend. Native functions that meet code of the program often (`sorted`, `list`, `print`)
//! use the `_flow` functions or a future instead, so that everything can suspend.

use super::Vm;
use super::dict::{Found, quick_eq};
use super::exception::{Exc, PyResult};
use super::native::{Args, CallArgs, Flow, NativeFn};
use super::object::*;
use super::op::{BinOp, CmpOp};

impl CmpOp {
    pub fn symbol(self) -> &'static str {
        match self {
            CmpOp::Lt => "<",
            CmpOp::Le => "<=",
            CmpOp::Eq => "==",
            CmpOp::Ne => "!=",
            CmpOp::Gt => ">",
            CmpOp::Ge => ">=",
        }
    }

    /// `a op b` is `b op.swapped() a`.
    pub fn swapped(self) -> CmpOp {
        match self {
            CmpOp::Lt => CmpOp::Gt,
            CmpOp::Le => CmpOp::Ge,
            CmpOp::Eq => CmpOp::Eq,
            CmpOp::Ne => CmpOp::Ne,
            CmpOp::Gt => CmpOp::Lt,
            CmpOp::Ge => CmpOp::Le,
        }
    }

    pub fn holds(self, ordering: std::cmp::Ordering) -> bool {
        match self {
            CmpOp::Lt => ordering.is_lt(),
            CmpOp::Le => ordering.is_le(),
            CmpOp::Eq => ordering.is_eq(),
            CmpOp::Ne => ordering.is_ne(),
            CmpOp::Gt => ordering.is_gt(),
            CmpOp::Ge => ordering.is_ge(),
        }
    }
}

impl Vm {
    // Calls.

    /// Calls a callable and waits for its result, in a bounded run of its own.
    pub fn call(&mut self, callable: &Value, args: impl Into<CallArgs>) -> PyResult {
        self.finish(Flow::Call { callable: callable.clone(), args: args.into() })
    }

    /// `obj.name(args)`.
    pub fn call_method(&mut self, obj: &Value, name: &str, args: impl Into<CallArgs>) -> PyResult {
        let method = self.get_attr(obj, name)?;
        self.call(&method, args)
    }

    /// Calls a native function. The result may be a call or a future yet to be run.
    #[inline]
    pub fn call_native(&mut self, func: NativeFn, args: Args<'_>) -> PyResult<Flow> {
        match func {
            NativeFn::Plain(func) => func(self, args).map(Flow::Value),
            NativeFn::Flow(func) => func(self, args),
        }
    }

    /// A special method as operators look it up: on the class, not on the instance; not bound.
    pub fn special(&self, obj: &Value, name: &Gc<Str>) -> Option<Value> {
        self.lookup(&self.class_of(obj), name)
    }

    /// Calls a special method found by `special`.
    pub fn special_flow(&mut self, method: Value, this: &Value, args: &[Value]) -> PyResult<Flow> {
        let mut values = Vec::with_capacity(args.len() + 1);
        match method.view() {
            View::Function(_) => {
                values.push(this.clone());
                values.extend_from_slice(args);
                Flow::call(method, values)
            }
            View::NativeMethod(native) if native.binding == Binding::Method => {
                values.push(this.clone());
                values.extend_from_slice(args);
                let func = native.func;
                self.call_native(func, Args { values: &values, names: None })
            }
            _ => {
                let class = self.class_of(this);
                let bound = self.bind_attr(&method, Some(this), &class)?;
                let bound = self.finish(bound)?;
                values.extend_from_slice(args);
                Flow::call(bound, values)
            }
        }
    }

    /// Calls the special method `name` of `obj` if its class has one.
    pub fn call_special(&mut self, obj: &Value, name: &Gc<Str>, args: &[Value]) -> Option<PyResult> {
        let method = self.special(obj, name)?;
        Some(self.special_flow(method, obj, args).and_then(|flow| self.finish(flow)))
    }

    // Attributes.

    pub fn get_attr(&mut self, obj: &Value, name: &str) -> PyResult {
        let name = self.intern(name);
        let flow = self.attr_flow(obj, &name)?;
        self.finish(flow)
    }

    /// `getattr(obj, name, None)`: `None` for an `AttributeError`.
    pub fn get_attr_opt(&mut self, obj: &Value, name: &str) -> PyResult<Option<Value>> {
        match self.get_attr(obj, name) {
            Ok(value) => Ok(Some(value)),
            Err(exc) if exc.is(&self.types.attribute_error) => Ok(None),
            Err(exc) => Err(exc),
        }
    }

    pub fn set_attr(&mut self, obj: &Value, name: &str, value: Value) -> PyResult<()> {
        let name = self.intern(name);
        let flow = self.set_attr_flow(obj, &name, Some(value))?;
        self.finish(flow).map(drop)
    }

    pub fn del_attr(&mut self, obj: &Value, name: &str) -> PyResult<()> {
        let name = self.intern(name);
        let flow = self.set_attr_flow(obj, &name, None)?;
        self.finish(flow).map(drop)
    }

    // Truth, equality, order, hash.

    /// `bool(x)` where no method of the program is asked.
    #[inline]
    pub fn quick_truth(&self, value: &Value) -> Option<bool> {
        Some(match value.view() {
            View::Bool(b) => b,
            View::None => false,
            View::NotImplemented => return None,
            View::Int(i) => i != 0,
            View::Float(f) => f != 0.0,
            View::Str(s) => !s.is_empty(),
            View::List(list) => !list.items.borrow().is_empty(),
            View::Tuple(tuple) => !tuple.items.is_empty(),
            View::Dict(dict) => !dict.is_empty(),
            View::Set(set) => !set.is_empty(),
            View::Bytes(bytes) => !bytes.data.is_empty(),
            View::ByteArray(bytes) => !bytes.data.borrow().is_empty(),
            View::Complex(c) => c.re != 0.0 || c.im != 0.0,
            View::Range(range) => !super::builtins::range::is_empty(range),
            View::DictView(view) => !view.dict.is_empty(),
            View::MappingProxy(proxy) => return self.quick_truth(&proxy.mapping),
            View::Instance(instance) => {
                let class = instance.class.borrow();
                if class.lookup(&self.names.bool).is_some() || class.lookup(&self.names.len).is_some() {
                    return None;
                }
                true
            }
            View::Class(class) => match &*class.metaclass.borrow() {
                Some(meta) if meta.lookup(&self.names.bool).is_some() || meta.lookup(&self.names.len).is_some() => {
                    return None;
                }
                _ => true,
            },
            _ => true,
        })
    }

    pub fn truth(&mut self, value: &Value) -> PyResult<bool> {
        match self.quick_truth(value) {
            Some(truth) => Ok(truth),
            None => {
                let flow = self.truth_flow(value)?;
                Ok(matches!(self.finish(flow)?, Value::Bool(true)))
            }
        }
    }

    /// `bool(x)` by `__bool__` or `__len__`.
    pub fn truth_flow(&mut self, value: &Value) -> PyResult<Flow> {
        if let Some(truth) = self.quick_truth(value) {
            return Ok(Value::Bool(truth).into());
        }
        if let View::NotImplemented = value.view() {
            self.warn_deprecated("NotImplemented should not be used in a boolean context")?;
            return Ok(Value::TRUE.into());
        }
        let by_bool = self.special(value, &self.names.bool);
        let is_bool = by_bool.is_some();
        let method = by_bool.or_else(|| self.special(value, &self.names.len)).expect("quick_truth saw one of them");
        let flow = self.special_flow(method, value, &[])?;
        Flow::future(async move {
            let result = super::Cx.flow(flow).await?;
            super::Cx.vm(|vm| match (&result, is_bool) {
                (Value::Bool(_), true) => Ok(result),
                (other, true) => {
                    let text = format!("__bool__ should return bool, returned {}", vm.class_name(other));
                    Err(vm.type_error(text))
                }
                (len, false) => Ok(Value::Bool(vm.check_len(len)? != 0)),
            })
        })
    }

    fn check_len(&mut self, len: &Value) -> PyResult<usize> {
        match self.index_opt(len) {
            Some(Value::Int(i)) if i >= 0 => Ok(i as usize),
            Some(Value::Int(_)) => Err(self.value_error("__len__() should return >= 0")),
            Some(_) => {
                let text = format!("cannot fit '{}' into an index-sized integer", self.class_name(len));
                Err(self.overflow_error(text))
            }
            None => {
                let text = format!("'{}' object cannot be interpreted as an integer", self.class_name(len));
                Err(self.type_error(text))
            }
        }
    }

    /// `a is b or a == b`, as containers compare their items.
    pub fn eq(&mut self, a: &Value, b: &Value) -> PyResult<bool> {
        if let Some(equal) = quick_eq(a, b) {
            return Ok(equal);
        }
        self.compare_truth(CmpOp::Eq, a, b)
    }

    /// `bool(a op b)`.
    pub fn compare_truth(&mut self, op: CmpOp, a: &Value, b: &Value) -> PyResult<bool> {
        let result = self.compare(op, a, b)?;
        self.truth(&result)
    }

    pub fn compare(&mut self, op: CmpOp, a: &Value, b: &Value) -> PyResult {
        self.enter_native("in comparison")?;
        let result = self.compare_flow(op, a, b).and_then(|flow| self.finish(flow));
        self.leave_native();
        result
    }

    pub fn hash(&mut self, value: &Value) -> PyResult<i64> {
        use super::hash;
        Ok(match value.view() {
            View::Str(s) => s.hash() as i64,
            View::Int(i) => hash::int(i),
            View::Bool(b) => b as i64,
            View::Float(f) => hash::float(f),
            View::BigInt(i) => hash::big_int(&i.0),
            View::None => 0xfca86420,
            View::Bytes(b) => hash::bytes(&b.data) as i64,
            View::Tuple(tuple) => {
                self.enter_native("while calling a Python object")?;
                let hashes: PyResult<Vec<i64>> = tuple.items.iter().map(|item| self.hash(item)).collect();
                self.leave_native();
                hash::tuple(hashes?.into_iter())
            }
            View::Complex(c) => {
                let hash = hash::float(c.re).wrapping_add(hash::float(c.im).wrapping_mul(1000003));
                if hash == -1 { -2 } else { hash }
            }
            View::Set(set) if set.frozen => match set.hash.get() {
                Some(hash) => hash,
                None => {
                    let hash = hash::frozen_set(
                        set.entries().into_iter().map(|(hash, _)| hash).collect::<Vec<_>>().into_iter(),
                    );
                    set.hash.set(Some(hash));
                    hash
                }
            },
            View::Range(range) => {
                let key = super::builtins::range::key(range);
                let hashes: PyResult<Vec<i64>> = key.iter().map(|part| self.hash(part)).collect();
                hash::tuple(hashes?.into_iter())
            }
            View::Slice(slice) => {
                let parts = [&slice.start, &slice.stop, &slice.step];
                let hashes: PyResult<Vec<i64>> = parts.iter().map(|part| self.hash(part)).collect();
                hash::tuple(hashes?.into_iter())
            }
            View::List(_) | View::Dict(_) | View::Set(_) | View::ByteArray(_) => {
                let text = format!("unhashable type: '{}'", self.class_name(value));
                return Err(self.type_error(text));
            }
            View::Instance(_) | View::Class(_) => {
                let method = self.special(value, &self.names.hash);
                match method {
                    Some(method) if !method.is_none() => {
                        let flow = self.special_flow(method, value, &[])?;
                        match self.finish(flow)? {
                            Value::Int(i) => {
                                if i == -1 {
                                    -2
                                } else {
                                    i
                                }
                            }
                            Value::Bool(b) => b as i64,
                            other => match other.view() {
                                View::BigInt(i) => hash::big_int(&i.0),
                                _ => return Err(self.type_error("__hash__ method should return an integer")),
                            },
                        }
                    }
                    _ => {
                        let text = format!("unhashable type: '{}'", self.class_name(value));
                        return Err(self.type_error(text));
                    }
                }
            }
            View::BoundMethod(method) => {
                let (this, func) = (identity_hash(&method.this), self.hash(&method.func)?);
                this ^ func
            }
            View::Alias(alias) => self.hash(&alias.origin)? ^ self.hash(&alias.args.value())?,
            View::WeakRef(reference) => match (reference.hash.get(), reference.upgrade()) {
                (Some(hash), _) => hash,
                (None, Some(target)) => {
                    let hash = self.hash(&target)?;
                    reference.hash.set(Some(hash));
                    hash
                }
                (None, None) => return Err(self.type_error("weak object has gone away")),
            },
            View::DictView(view) if view.part != DictPart::Values => {
                let text = format!("unhashable type: '{}'", self.class_name(value));
                return Err(self.type_error(text));
            }
            _ => identity_hash(value),
        })
    }

    // Length, items.

    pub fn len(&mut self, value: &Value) -> PyResult<usize> {
        let flow = self.len_flow(value)?;
        match self.finish(flow)? {
            Value::Int(i) => Ok(i as usize),
            _ => unreachable!("len_flow gives a checked length"),
        }
    }

    /// `len(x)`.
    pub fn len_flow(&mut self, value: &Value) -> PyResult<Flow> {
        let len = match value.view() {
            View::Str(s) => s.len(),
            View::List(list) => list.items.borrow().len(),
            View::Tuple(tuple) => tuple.items.len(),
            View::Dict(dict) => dict.len(),
            View::Set(set) => set.len(),
            View::Bytes(bytes) => bytes.data.len(),
            View::ByteArray(bytes) => bytes.data.borrow().len(),
            View::Range(range) => return super::builtins::range::len(self, range).map(Flow::Value),
            View::DictView(view) => view.dict.len(),
            View::MappingProxy(proxy) => return self.len_flow(&proxy.mapping),
            _ => {
                let Some(method) = self.special(value, &self.names.len) else {
                    let text = format!("object of type '{}' has no len()", self.class_name(value));
                    return Err(self.type_error(text));
                };
                let flow = self.special_flow(method, value, &[])?;
                if let Flow::Value(len) = flow {
                    return Ok(Value::from(self.check_len(&len)?).into());
                }
                return Flow::future(async move {
                    let len = super::Cx.flow(flow).await?;
                    super::Cx.vm(|vm| vm.check_len(&len)).map(Value::from)
                });
            }
        };
        Ok(Value::from(len).into())
    }

    pub fn get_item(&mut self, obj: &Value, key: &Value) -> PyResult {
        let flow = self.item_flow(obj, key)?;
        self.finish(flow)
    }

    pub fn set_item(&mut self, obj: &Value, key: &Value, value: Value) -> PyResult<()> {
        let flow = self.set_item_flow(obj, key, Some(value))?;
        self.finish(flow).map(drop)
    }

    pub fn del_item(&mut self, obj: &Value, key: &Value) -> PyResult<()> {
        let flow = self.set_item_flow(obj, key, None)?;
        self.finish(flow).map(drop)
    }

    /// `key in obj`.
    pub fn contains(&mut self, obj: &Value, key: &Value) -> PyResult<bool> {
        let flow = self.contains_flow(obj, key)?;
        let result = self.finish(flow)?;
        self.truth(&result)
    }

    // Operators.

    pub fn binary(&mut self, op: BinOp, a: &Value, b: &Value) -> PyResult {
        let flow = self.binary_flow(op, a, b, false)?;
        self.finish(flow)
    }

    pub fn in_place(&mut self, op: BinOp, a: &Value, b: &Value) -> PyResult {
        let flow = self.binary_flow(op, a, b, true)?;
        self.finish(flow)
    }

    // Iteration.

    /// `iter(x)`.
    pub fn iter(&mut self, value: &Value) -> PyResult {
        let flow = self.iter_flow(value)?;
        self.finish(flow)
    }

    /// The next item, `None` at the end.
    pub fn next(&mut self, iterator: &Value) -> PyResult<Option<Value>> {
        if let Some(result) = self.next_native(iterator) {
            return result;
        }
        match self.next_flow(iterator).and_then(|flow| self.finish(flow)) {
            Ok(value) => Ok(Some(value)),
            Err(exc) if exc.is(&self.types.stop_iteration) => Ok(None),
            Err(exc) => Err(exc),
        }
    }

    /// The items of any iterable, in a list.
    pub fn collect(&mut self, iterable: &Value) -> PyResult<Vec<Value>> {
        if let Some(items) = self.collect_native(iterable) {
            return items;
        }
        let iterator = self.iter(iterable)?;
        let mut items = Vec::new();
        while let Some(item) = self.next(&iterator)? {
            if items.len() >= self.memory_limit / size_of::<Value>() {
                return Err(self.memory_error());
            }
            items.push(item);
        }
        Ok(items)
    }

    /// As `collect`, where no code of the program runs; else `None`.
    pub fn collect_native(&mut self, iterable: &Value) -> Option<PyResult<Vec<Value>>> {
        let items = match iterable.view() {
            View::List(list) => list.items.borrow().clone(),
            View::Tuple(tuple) => tuple.items.to_vec(),
            View::Dict(dict) => dict.keys(),
            View::Set(set) => set.keys(),
            View::Str(s) => s.as_str().chars().map(char_value).collect(),
            View::Bytes(bytes) => bytes.data.iter().map(|&b| Value::Int(b as i64)).collect(),
            View::Range(range) if range.wide.is_none() => {
                let len = range.len();
                if len > (self.memory_limit / size_of::<Value>()) as u64 {
                    return Some(Err(self.memory_error()));
                }
                (0..len).map(|i| Value::Int(range.at(i))).collect()
            }
            View::DictView(view) => match view.part {
                DictPart::Keys => view.dict.keys(),
                DictPart::Values => view.dict.values(),
                DictPart::Items => view.dict.items().into_iter().map(|(k, v)| self.tuple(vec![k, v])).collect(),
            },
            View::Iter(_) => {
                let mut items = Vec::new();
                loop {
                    match self.next_native(iterable)? {
                        Ok(Some(_))
                            if items.len() >= self.memory_limit / size_of::<Value>()
                                || super::memory::is_exhausted() =>
                        {
                            return Some(Err(self.memory_error()));
                        }
                        Ok(Some(item)) => items.push(item),
                        Ok(None) => break,
                        Err(exc) => return Some(Err(exc)),
                    }
                }
                items
            }
            _ => return None,
        };
        self.charge(items.len());
        Some(Ok(items))
    }

    // Dicts and sets with keys of any type.

    pub fn dict_find(&mut self, dict: &Dict, hash: u64, key: &Value) -> PyResult<Option<usize>> {
        'again: loop {
            match dict.find(hash, key) {
                Found::At(index) => return Ok(Some(index)),
                Found::No => return Ok(None),
                Found::Ask(candidates) => {
                    let version = dict.version();
                    for index in candidates {
                        let Some((candidate, _)) = dict.entry(index) else { continue };
                        let equal = self.eq(&candidate, key)?;
                        if dict.version() != version {
                            continue 'again;
                        }
                        if equal {
                            return Ok(Some(index));
                        }
                    }
                    return Ok(None);
                }
            }
        }
    }

    pub fn dict_get(&mut self, dict: &Dict, key: &Value) -> PyResult<Option<Value>> {
        if let Some(key) = key.str() {
            return Ok(dict.get_str(key));
        }
        let hash = self.hash(key)? as u64;
        let index = self.dict_find(dict, hash, key)?;
        Ok(index.and_then(|index| dict.value_at(index as u32)))
    }

    pub fn dict_set(&mut self, dict: &Dict, key: Value, value: Value) -> PyResult<()> {
        let (hash, index) = match key.str() {
            Some(key) => (key.hash(), dict.find_str(key)),
            None => {
                let hash = self.hash(&key)? as u64;
                (hash, self.dict_find(dict, hash, &key)?)
            }
        };
        match index {
            Some(index) => drop(dict.replace_at(index, value)),
            None => {
                self.check_dict_growth(dict)?;
                dict.insert_new(hash, key, value);
            }
        }
        Ok(())
    }

    /// `MemoryError` if one more entry is too much.
    pub fn check_dict_growth(&mut self, dict: &Dict) -> PyResult<()> {
        if dict.len() >= self.memory_limit / size_of::<super::dict::Entry>() {
            return Err(self.memory_error());
        }
        Ok(())
    }

    pub fn dict_remove(&mut self, dict: &Dict, key: &Value) -> PyResult<Option<Value>> {
        let hash = self.hash(key)? as u64;
        let index = self.dict_find(dict, hash, key)?;
        Ok(index.map(|index| dict.remove_at(index).1))
    }

    pub fn set_find(&mut self, set: &Set, hash: i64, key: &Value) -> PyResult<Option<usize>> {
        'again: loop {
            match set.find(hash, key) {
                Found::At(place) => return Ok(Some(place)),
                Found::No => return Ok(None),
                Found::Ask(places) => {
                    for place in places {
                        let Some((_, candidate)) = set.key_at(place) else { continue };
                        let equal = self.eq(&candidate, key)?;
                        if !set.key_at(place).is_some_and(|(_, now)| now.is(&candidate)) {
                            // The comparison has changed the set.
                            continue 'again;
                        }
                        if equal {
                            return Ok(Some(place));
                        }
                    }
                    return Ok(None);
                }
            }
        }
    }

    pub fn set_contains(&mut self, set: &Set, key: &Value) -> PyResult<bool> {
        let hash = self.hash(key)?;
        Ok(self.set_find(set, hash, key)?.is_some())
    }

    /// Whether the key is new.
    pub fn set_add(&mut self, set: &Set, key: Value) -> PyResult<bool> {
        let hash = self.hash(&key)?;
        self.set_add_hashed(set, hash, key)
    }

    pub fn set_add_hashed(&mut self, set: &Set, hash: i64, key: Value) -> PyResult<bool> {
        let new = self.set_find(set, hash, &key)?.is_none();
        if new {
            if set.len() >= self.memory_limit / (4 * size_of::<Value>()) {
                return Err(self.memory_error());
            }
            set.insert_new(hash, key);
        }
        Ok(new)
    }

    pub fn set_remove(&mut self, set: &Set, key: &Value) -> PyResult<Option<Value>> {
        let hash = self.hash(key)?;
        let place = self.set_find(set, hash, key)?;
        Ok(place.map(|place| set.remove_at(place)))
    }

    // Numbers for native code.

    /// `operator.index(x)`: an `Int` or `BigInt`; `None` if it is no integer. No code of the program runs.
    pub fn index_opt(&mut self, value: &Value) -> Option<Value> {
        match value.base().view() {
            View::Int(i) => Some(Value::Int(i)),
            View::Bool(b) => Some(Value::Int(b as i64)),
            View::BigInt(_) => Some(value.base().clone()),
            _ => match self.call_special(value, &self.names.index.clone(), &[]) {
                Some(Ok(result)) if matches!(result.base().view(), View::Int(_) | View::BigInt(_)) => {
                    Some(result.base().clone())
                }
                _ => None,
            },
        }
    }

    /// An integer argument: `'X' object cannot be interpreted as an integer`.
    pub fn index(&mut self, value: &Value) -> PyResult {
        match value.base().view() {
            View::Int(i) => return Ok(Value::Int(i)),
            View::Bool(b) => return Ok(Value::Int(b as i64)),
            View::BigInt(_) => return Ok(value.base().clone()),
            _ => {}
        }
        match self.call_special(value, &self.names.index.clone(), &[]) {
            Some(result) => {
                let result = result?;
                match result.base().view() {
                    View::Int(_) | View::BigInt(_) | View::Bool(_) => self.index(result.base()),
                    _ => {
                        let text = format!("__index__ returned non-int (type {})", self.class_name(&result));
                        Err(self.type_error(text))
                    }
                }
            }
            None => {
                let text = format!("'{}' object cannot be interpreted as an integer", self.class_name(value));
                Err(self.type_error(text))
            }
        }
    }

    /// Whether `index` finds something to ask.
    pub fn is_index(&self, value: &Value) -> bool {
        matches!(value.base().view(), View::Int(_) | View::Bool(_) | View::BigInt(_))
            || self.special(value, &self.names.index).is_some()
    }

    /// An integer argument that has to fit: `Python int too large to convert to C ssize_t`.
    pub fn index_i64(&mut self, value: &Value) -> PyResult<i64> {
        match self.index(value)? {
            Value::Int(i) => Ok(i),
            _ => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
        }
    }

    /// A float argument: int, float, `__float__`, `__index__`; `must be real number, not X`.
    pub fn float_arg(&mut self, value: &Value) -> PyResult<f64> {
        match value.base().view() {
            View::Float(f) => Ok(f),
            View::Int(i) => Ok(i as f64),
            View::Bool(b) => Ok(b as i64 as f64),
            View::BigInt(i) => match super::number::big_to_f64(&i.0) {
                Some(f) => Ok(f),
                None => Err(self.overflow_error("int too large to convert to float")),
            },
            _ => {
                if let Some(result) = self.call_special(value, &self.names.float.clone(), &[]) {
                    let result = result?;
                    return match result.base() {
                        Value::Float(f) => Ok(*f),
                        _ => {
                            let text = format!(
                                "{}.__float__ returned non-float (type {})",
                                self.class_name(value),
                                self.class_name(&result)
                            );
                            Err(self.type_error(text))
                        }
                    };
                }
                if self.special(value, &self.names.index).is_some() {
                    let int = self.index(value)?;
                    return self.float_arg(&int);
                }
                let text = format!("must be real number, not {}", self.class_name(value));
                Err(self.type_error(text))
            }
        }
    }

    /// A `str` argument: `f() argument 'x' must be str, not int` is the caller's to say.
    pub fn str_arg<'a>(&mut self, value: &'a Value, what: &str) -> PyResult<&'a str> {
        match value.as_str() {
            Some(text) => Ok(text),
            None => {
                let text = format!("{what} must be str, not {}", self.class_name(value));
                Err(self.type_error(text))
            }
        }
    }

    // Depth.

    /// Native code goes one level deeper (nested reprs, comparisons): `RecursionError` when it is too deep.
    pub fn enter_native(&mut self, doing: &str) -> PyResult<()> {
        if self.native_depth >= MAX_NATIVE_DEPTH {
            return Err(self.recursion_error(format!("maximum recursion depth exceeded {doing}")));
        }
        self.native_depth += 1;
        Ok(())
    }

    pub fn leave_native(&mut self) {
        self.native_depth -= 1;
    }

    /// `isinstance(value, class)`, without hooks.
    pub fn is_a(&self, value: &Value, class: &Gc<Class>) -> bool {
        Class::is_subclass(&self.class_of(value), class)
    }

    /// The exception as a value's text is wanted: `str(exc)`, with any fault in it left out.
    pub fn str_of_exception(&mut self, exc: &Exc) -> String {
        self.str(&exc.value()).unwrap_or_else(|_| "<exception str() failed>".into())
    }
}

/// How deep native code may nest on the Rust stack.
const MAX_NATIVE_DEPTH: u32 = 200;

fn identity_hash(value: &Value) -> i64 {
    match value {
        Value::Obj(obj) => (obj.address() as i64) >> 4,
        Value::Ellipsis => 0x5eed,
        Value::NotImplemented => 0x5eee,
        _ => 0,
    }
}

/// A `str` of one character. Those of ASCII are shared.
pub fn char_value(c: char) -> Value {
    thread_local! {
        static ASCII: Vec<Gc<Str>> = (0..128u8).map(|b| Gc::new(Str::from((b as char).to_string()))).collect();
    }
    if c.is_ascii() { ASCII.with(|ascii| ascii[c as usize].value()) } else { Value::from(c.to_string()) }
}
