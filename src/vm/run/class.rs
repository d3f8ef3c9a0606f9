//! Statements that look into classes: `class`, `raise`, `except`, `with`, `match`; and `isinstance`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::super::code::Flags;
use super::super::dict::next_version;
use super::super::exception::Exc;
use super::super::native::Args;
use super::super::object::*;
use super::super::op::Intrinsic;
use super::super::{Cx, Flow, PyResult, Vm};
use super::unwind::Started;

/// `__build_class__(function, name, *bases, metaclass=None, **keywords)`.
pub fn build_class(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let positional = args.positional();
    let function = positional[0].downcast::<Function>().expect("the compiler passes a function").clone();
    let name = positional[1].clone();
    let original: Vec<Value> = positional[2..].to_vec();
    let mut metaclass = args.keyword("metaclass").cloned();
    let keywords: Vec<(Value, Value)> = args
        .keywords()
        .filter(|(name, _)| name.as_str() != "metaclass")
        .map(|(name, value)| (name.value(), value.clone()))
        .collect();
    // Bases that are no classes say what they stand for.
    let mut bases = Vec::new();
    for base in &original {
        if matches!(base.view(), View::Class(_)) {
            bases.push(base.clone());
            continue;
        }
        if let View::Alias(alias) = base.view() {
            bases.push(alias.origin.clone());
            continue;
        }
        match vm.get_attr_opt(base, "__mro_entries__")? {
            Some(entries) => {
                let all = vm.tuple(original.clone());
                let entries = vm.call(&entries, [all])?;
                bases.extend(vm.collect(&entries)?);
            }
            None => bases.push(base.clone()),
        }
    }
    let replaced = bases.len() != original.len() || bases.iter().zip(&original).any(|(a, b)| !a.is(b));
    // The most derived metaclass of all.
    if metaclass.as_ref().is_none_or(|meta| matches!(meta.view(), View::Class(_))) {
        let winner = match &metaclass {
            Some(meta) => meta.downcast::<Class>().expect("it was looked at").clone(),
            None => bases.first().map_or_else(|| vm.types.type_.clone(), |base| vm.class_of(base)),
        };
        metaclass = Some(vm.most_derived_metaclass(winner, &bases)?.into());
    }
    let metaclass = metaclass.expect("there is always one");
    let prepare = match metaclass.view() {
        View::Class(meta) if meta.is(&vm.types.type_) => None,
        _ => vm.get_attr_opt(&metaclass, "__prepare__")?,
    };
    Flow::future(async move {
        let bases = Cx.vm(|vm| vm.tuple(bases));
        let names: Vec<Value> = keywords.iter().map(|(name, _)| name.clone()).collect();
        let with_keywords = |mut values: Vec<Value>| {
            values.extend(keywords.iter().map(|(_, value)| value.clone()));
            let names = (!names.is_empty()).then(|| Gc::new(Tuple::from(names.clone())));
            super::super::CallArgs { values, names }
        };
        let namespace = match prepare {
            Some(prepare) => Cx.call(&prepare, with_keywords(vec![name.clone(), bases.clone()])).await?,
            None => Gc::new(Dict::new()).into(),
        };
        let body = Cx.vm(|vm| {
            let spec_of = function.code.spec.flags;
            debug_assert!(spec_of == Flags { class_body: true, ..spec_of });
            vm.class_body_flow(&function, namespace.clone())
        })?;
        let cell = Cx.flow(body).await?;
        if replaced {
            Cx.vm(|vm| {
                let original = vm.tuple(original);
                vm.set_item(&namespace, &Value::from("__orig_bases__"), original)
            })?;
        }
        let class = Cx.call(&metaclass, with_keywords(vec![name, bases, namespace])).await?;
        // `super()` and `__class__` in the methods.
        if let Some(cell) = cell.downcast::<CellObject>()
            && cell.value.get().is_unbound()
        {
            cell.value.set(class.clone());
        }
        Ok(class)
    })
}

impl Vm {
    /// The metaclass, among `winner` and those of the bases, that derives from all the others.
    pub fn most_derived_metaclass(&mut self, mut winner: Gc<Class>, bases: &[Value]) -> PyResult<Gc<Class>> {
        for base in bases {
            let meta = self.class_of(base);
            if Class::is_subclass(&winner, &meta) {
                continue;
            }
            if !Class::is_subclass(&meta, &winner) {
                return Err(self.type_error(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
                ));
            }
            winner = meta;
        }
        Ok(winner)
    }

    /// The run of a class body, or of what `exec` compiled, in its namespace.
    pub fn class_body_flow(&mut self, function: &Gc<Function>, namespace: Value) -> PyResult<Flow> {
        let function = function.clone();
        Flow::future(async move {
            // A frame with a namespace cannot be asked for by a plain call.
            Cx.vm(|vm| vm.pending_locals = Some(namespace));
            Cx.call(&function.value(), []).await
        })
    }

    /// `type(name, bases, namespace, **keywords)`: makes the class, tells the descriptors their names and the bases of
    /// their new subclass.
    pub fn type_new(&mut self, meta: &Gc<Class>, name: &str, bases: Vec<Gc<Class>>, dict: Dict) -> PyResult<Gc<Class>> {
        let object = self.types.object.clone();
        let bases = if bases.is_empty() { vec![object] } else { bases };
        for base in &bases {
            if !base.subclassable.get() {
                let text = format!("type '{}' is not an acceptable base type", base.name());
                return Err(self.type_error(text));
            }
        }
        for (i, base) in bases.iter().enumerate() {
            if bases[..i].iter().any(|other| other.is(base)) {
                let text = format!("duplicate base class {}", base.name());
                return Err(self.type_error(text));
            }
        }
        let mro = self.merge_mro(&bases)?;
        // The builtin base that decides what instances carry.
        let solid = |class: &Gc<Class>| -> Option<Gc<Class>> {
            Class::mro_with_self(class).into_iter().find(|c| match c.builtin {
                true => c.layout != Layout::Object,
                false => c.dict.find_str(&self.names.slots).is_some() && c.has_slots(),
            })
        };
        let mut best: Option<Gc<Class>> = None;
        for base in &bases {
            let Some(candidate) = solid(base) else { continue };
            match &best {
                None => best = Some(candidate),
                Some(current) if Class::is_subclass(&candidate, current) => best = Some(candidate),
                Some(current) if Class::is_subclass(current, &candidate) => {}
                Some(current) => {
                    let both_exceptions = current.layout == Layout::Exception && candidate.layout == Layout::Exception;
                    if !both_exceptions {
                        return Err(self.type_error("multiple bases have instance lay-out conflict"));
                    }
                }
            }
        }
        let layout = best.as_ref().map_or(Layout::Object, |class| class.layout);
        let slots = dict.get_str(&self.names.slots);
        let lists = |wanted: &str| match slots.as_ref().map(Value::base).map(Value::view) {
            None => true,
            Some(View::Str(only)) => only.as_str() == wanted,
            Some(View::Tuple(names)) => names.items.iter().any(|name| name.as_str() == Some(wanted)),
            Some(View::List(names)) => names.items.borrow().iter().any(|name| name.as_str() == Some(wanted)),
            _ => false,
        };
        let inherits_dict = mro.iter().any(|class| !class.no_dict.get() && !class.is(&self.types.object));
        let has_dict = inherits_dict || lists("__dict__");
        // Which builtin classes can be referred to weakly already, or never, is not to be seen from their layout.
        const WEAK: [&str; 7] = ["type", "set", "frozenset", "module", "int", "tuple", "bytes"];
        let inherits_weak = mro.iter().any(|class| match class.builtin {
            true => WEAK.contains(&class.name.borrow().as_str()),
            false => class.dict.find_str(&self.names.weakref).is_some(),
        });
        let added = [
            ("__dict__", !inherits_dict && lists("__dict__")),
            ("__weakref__", !inherits_weak && lists("__weakref__")),
        ];
        let qualname = match dict.remove_str(&self.names.qualname) {
            Some(qualname) if qualname.as_str().is_some() => qualname,
            Some(other) => {
                let text = format!("type __qualname__ must be a str, not {}", self.class_name(&other));
                return Err(self.type_error(text));
            }
            None => Value::from(name),
        };
        let cell = dict.remove_str(&self.names.classcell);
        // `__init_subclass__` and `__class_getitem__` are class methods, `__new__` is static, without saying so.
        for name in [self.names.init_subclass.clone(), self.names.class_getitem.clone()] {
            if let Some(func) = dict.get_str(&name)
                && matches!(func.view(), View::Function(_))
            {
                dict.set_str(&name, Gc::new(ClassMethod { func, dict: Default::default() }).into());
            }
        }
        if let Some(func) = dict.get_str(&self.names.new)
            && matches!(func.view(), View::Function(_))
        {
            dict.set_str(&self.names.new, Gc::new(StaticMethod { func, dict: Default::default() }).into());
        }
        // With `__eq__` and without `__hash__` there is no hash.
        if dict.find_str(&self.names.eq).is_some() && dict.find_str(&self.names.hash).is_none() {
            dict.set_str(&self.names.hash, Value::None);
        }
        if let Some(slots) = slots {
            let names = if slots.as_str().is_some() { vec![slots] } else { self.collect(&slots)? };
            for slot in names {
                let Some(text) = slot.as_str() else {
                    let text = format!("__slots__ items must be strings, not '{}'", self.class_name(&slot));
                    return Err(self.type_error(text));
                };
                if text == "__dict__" || text == "__weakref__" {
                    if added.iter().any(|(name, is_added)| *name == text && !is_added) {
                        return Err(self.type_error(format!("{text} slot disallowed: we already got one")));
                    }
                    continue;
                }
                if !super::super::builtins::unicode::is_identifier(text) {
                    return Err(self.type_error("__slots__ must be identifiers"));
                }
                let sized = best.as_ref().filter(|base| ["int", "tuple", "bytes"].contains(&base.name().as_str()));
                if let Some(base) = sized {
                    return Err(
                        self.type_error(format!("nonempty __slots__ not supported for subtype of '{}'", base.name()))
                    );
                }
                let text = super::super::compile_mangle(name, text);
                if dict.get_text(&text).is_some() {
                    return Err(self.value_error(format!("'{text}' in __slots__ conflicts with class variable")));
                }
                let key = self.intern(&text);
                let member = MemberSlot { name: key.clone(), owner: name.to_owned() };
                dict.set_str(&key, Gc::new(member).into());
            }
        }
        for (attribute, is_added) in added {
            let of_object = self.types.object.dict.get_text(attribute);
            if is_added && let Some(View::GetSet(of_object)) = of_object.as_ref().map(Value::view) {
                let (get, set) = (of_object.get, of_object.set);
                let own = GetSet { name: of_object.name, owner: self.static_name(name), get, set };
                dict.set_text(attribute, Gc::new(own).into());
            }
        }
        if dict.find_str(&self.names.doc).is_none() {
            dict.set_str(&self.names.doc, Value::None);
        }
        let has_finalizer =
            dict.find_str(&self.names.del).is_some() || mro.iter().any(|class| class.has_finalizer.get());
        let metaclass = if meta.is(&self.types.type_) { None } else { Some(meta.clone()) };
        let class = Gc::new(Class {
            name: RefCell::new(name.to_owned()),
            qualname: Slot::new(qualname),
            bases: RefCell::new(bases.clone()),
            mro: RefCell::new(Rc::from(mro)),
            dict: Gc::new(dict),
            metaclass: RefCell::new(metaclass),
            version: Cell::new(next_version()),
            layout,
            builtin: false,
            subclassable: Cell::new(true),
            no_dict: Cell::new(!has_dict),
            has_finalizer: Cell::new(has_finalizer),
            new: RefCell::new(None),
            subclasses: RefCell::default(),
            hooks: Cell::default(),
        });
        for base in &bases {
            base.subclasses.borrow_mut().push(class.address());
        }
        if let Some(cell) = cell.as_ref().and_then(|cell| cell.downcast::<CellObject>()) {
            cell.value.set(class.value());
        }
        Ok(class)
    }

    /// The rest of `type.__new__`: `__set_name__` of the attributes, `__init_subclass__` of the next class.
    pub fn announce_class(&mut self, class: &Gc<Class>, keywords: super::super::CallArgs) -> PyResult<()> {
        for (name, attr) in class.dict.items() {
            if !matches!(attr.view(), View::Instance(_) | View::Property(_)) {
                continue;
            }
            if let View::Property(property) = attr.view() {
                property.name.set(name);
                continue;
            }
            if let Some(Err(exc)) =
                self.call_special(&attr, &self.names.set_name.clone(), &[class.value(), name.clone()])
            {
                let note = format!(
                    "Error calling __set_name__ on '{}' instance '{}' in '{}'",
                    self.class_name(&attr),
                    name.as_str().unwrap_or("?"),
                    class.name()
                );
                self.add_note(&exc, &note)?;
                return Err(exc);
            }
        }
        let parent = Gc::new(Super { class: class.clone(), this: class.value(), this_class: class.clone() });
        let init = self.get_attr(&parent.into(), "__init_subclass__")?;
        self.call(&init, keywords)?;
        Ok(())
    }

    pub fn add_note(&mut self, exc: &Exc, note: &str) -> PyResult<()> {
        let key = self.names.notes.clone();
        let dict = exc.0.dict();
        match dict.get_str(&key) {
            Some(notes) => match notes.view() {
                View::List(list) => list.items.borrow_mut().push(Value::from(note)),
                _ => return Err(self.type_error("Cannot add note: __notes__ is not a list")),
            },
            None => dict.set_str(&key, Value::from(vec![Value::from(note)])),
        }
        Ok(())
    }

    /// C3: the method resolution order after a class with these bases.
    /// `cls.__bases__ = bases`: the class and all below it are looked up in another order from now on.
    #[inline(never)]
    pub fn set_bases(&mut self, class: &Gc<Class>, bases: Vec<Gc<Class>>) -> PyResult<()> {
        for base in &bases {
            if Class::is_subclass(base, class) {
                return Err(self.type_error("a __bases__ item causes an inheritance cycle"));
            }
            if !base.subclassable.get() || base.layout != class.layout {
                let old = class.bases.borrow().first().map_or_else(String::new, |base| base.name());
                let text = format!("__bases__ assignment: '{}' object layout differs from '{old}'", base.name());
                return Err(self.type_error(text));
            }
        }
        let mro = self.merge_mro(&bases)?;
        let old = class.bases.replace(bases.clone());
        for base in &old {
            base.subclasses.borrow_mut().retain(|&address| address != class.address());
        }
        for base in &bases {
            base.subclasses.borrow_mut().push(class.address());
        }
        *class.mro.borrow_mut() = Rc::from(mro);
        let mut below: std::collections::VecDeque<usize> = class.subclasses.borrow().iter().copied().collect();
        while let Some(address) = below.pop_front() {
            // A class takes its address out of its bases' lists when it dies.
            let subclass = unsafe { Gc::<Class>::from_address(address) };
            let bases = subclass.bases.borrow().clone();
            let mro = self.merge_mro(&bases)?;
            *subclass.mro.borrow_mut() = Rc::from(mro);
            below.extend(subclass.subclasses.borrow().iter());
        }
        Class::changed(class);
        Ok(())
    }

    /// The classes after a class with these bases, in C3 order; `TypeError` if there is none.
    pub fn merge_mro(&mut self, bases: &[Gc<Class>]) -> PyResult<Vec<Gc<Class>>> {
        let mut lists: Vec<Vec<Gc<Class>>> = bases.iter().map(Class::mro_with_self).collect();
        lists.push(bases.to_vec());
        let mut merged = Vec::new();
        loop {
            lists.retain(|list| !list.is_empty());
            if lists.is_empty() {
                return Ok(merged);
            }
            let next = lists
                .iter()
                .map(|list| &list[0])
                .find(|candidate| !lists.iter().any(|list| list[1..].iter().any(|c| c.is(candidate))));
            let Some(next) = next.cloned() else {
                let names: Vec<String> = lists
                    .iter()
                    .map(|list| list[0].clone())
                    .fold(Vec::<Gc<Class>>::new(), |mut seen, class| {
                        if !seen.iter().any(|c| c.is(&class)) {
                            seen.push(class);
                        }
                        seen
                    })
                    .iter()
                    .map(|class| class.name())
                    .collect();
                let text =
                    format!("Cannot create a consistent method resolution order (MRO) for bases {}", names.join(", "));
                return Err(self.type_error(text));
            };
            for list in &mut lists {
                if list[0].is(&next) {
                    list.remove(0);
                }
            }
            merged.push(next);
        }
    }

    // `isinstance`, `issubclass`, `except`.

    /// `isinstance(value, class)`: a class, a tuple of them or a union.
    pub fn is_instance(&mut self, value: &Value, of: &Value) -> PyResult<bool> {
        match of.view() {
            View::Class(class) => {
                if self.is_a(value, class) {
                    return Ok(true);
                }
                let meta = self.class_of(of);
                if !meta.is(&self.types.type_)
                    && let Some(hook) = self.lookup(&meta, &self.names.instancecheck)
                    && !matches!(hook.view(), View::NativeMethod(method) if method.owner == "type")
                {
                    let flow = self.special_flow(hook, of, std::slice::from_ref(value))?;
                    let result = self.finish(flow)?;
                    return self.truth(&result);
                }
                // `__class__` may be something else that the class says.
                if let View::Instance(instance) = value.view()
                    && self
                        .lookup(&instance.class(), &self.names.class)
                        .is_some_and(|attr| !matches!(attr.view(), View::GetSet(_)))
                {
                    let claimed = self.get_attr(value, "__class__")?;
                    return Ok(claimed.downcast::<Class>().is_some_and(|c| Class::is_subclass(c, class)));
                }
                Ok(false)
            }
            View::Tuple(tuple) => {
                self.enter_native("in __instancecheck__")?;
                let mut found = Ok(false);
                for class in tuple.items.iter() {
                    found = self.is_instance(value, class);
                    if !matches!(found, Ok(false)) {
                        break;
                    }
                }
                self.leave_native();
                found
            }
            View::Alias(alias) if alias.union => {
                for class in alias.args.items.iter() {
                    let class = if class.is_none() { self.types.none.value() } else { class.clone() };
                    if self.is_instance(value, &class)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            View::Alias(_) => Err(self.type_error("isinstance() argument 2 cannot be a parameterized generic")),
            _ => {
                if let Some(result) =
                    self.call_special(of, &self.names.instancecheck.clone(), std::slice::from_ref(value))
                {
                    let result = result?;
                    return self.truth(&result);
                }
                Err(self.type_error("isinstance() arg 2 must be a type, a tuple of types, or a union"))
            }
        }
    }

    pub fn is_subclass(&mut self, value: &Value, of: &Value) -> PyResult<bool> {
        match (value.view(), of.view()) {
            (_, View::Tuple(tuple)) => {
                self.enter_native("in __subclasscheck__")?;
                let mut found = Ok(false);
                for class in tuple.items.iter() {
                    found = self.is_subclass(value, class);
                    if !matches!(found, Ok(false)) {
                        break;
                    }
                }
                self.leave_native();
                found
            }
            (_, View::Alias(alias)) if alias.union => {
                for class in alias.args.items.iter() {
                    if self.is_subclass(value, class)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            (View::Class(class), View::Class(base)) => {
                let meta = self.class_of(of);
                if !meta.is(&self.types.type_)
                    && let Some(hook) = self.lookup(&meta, &self.names.subclasscheck)
                    && !matches!(hook.view(), View::NativeMethod(method) if method.owner == "type")
                {
                    let flow = self.special_flow(hook, of, std::slice::from_ref(value))?;
                    let result = self.finish(flow)?;
                    return self.truth(&result);
                }
                Ok(Class::is_subclass(class, base))
            }
            (View::Class(_), _) => {
                Err(self.type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union"))
            }
            _ => Err(self.type_error("issubclass() arg 1 must be a class")),
        }
    }

    /// Whether an `except` clause with these classes takes the exception.
    pub(super) fn exception_matches(&mut self, exc: &Exc, classes: &Value) -> PyResult<bool> {
        match classes.view() {
            View::Class(class) if Class::is_subclass(class, &self.types.base_exception) => Ok(exc.is(class)),
            View::Tuple(tuple) => {
                for class in tuple.items.iter() {
                    match class.view() {
                        View::Class(class) if Class::is_subclass(class, &self.types.base_exception) => {}
                        _ => {
                            return Err(self
                                .type_error("catching classes that do not inherit from BaseException is not allowed"));
                        }
                    }
                }
                Ok(tuple.items.iter().any(|class| class.downcast::<Class>().is_some_and(|class| exc.is(class))))
            }
            _ => Err(self.type_error("catching classes that do not inherit from BaseException is not allowed")),
        }
    }

    /// The exception of `raise what from cause`.
    pub fn make_raised(&mut self, what: Value, cause: Value) -> PyResult<Exc> {
        let exc = self.as_exception(what, "exceptions must derive from BaseException")?;
        match cause {
            Value::Unbound => {}
            Value::None => {
                exc.state().cause.set(Value::None);
                exc.state().suppress_context.set(true);
            }
            cause => {
                let cause = self.as_exception(cause, "exception causes must derive from BaseException")?;
                exc.state().cause.set(cause.value());
                exc.state().suppress_context.set(true);
            }
        }
        Ok(exc)
    }

    fn as_exception(&mut self, value: Value, otherwise: &str) -> PyResult<Exc> {
        if let Some(exc) = Exc::from_value(&value) {
            return Ok(exc);
        }
        if let View::Class(class) = value.view()
            && Class::is_subclass(class, &self.types.base_exception)
        {
            let instance = self.call(&value, [])?;
            return match Exc::from_value(&instance) {
                Some(exc) => Ok(exc),
                None => {
                    let text = format!(
                        "calling {} should have returned an instance of BaseException, not {}",
                        self.repr(&value)?,
                        self.repr(&self.class_of(&instance).value())?
                    );
                    Err(self.type_error(text))
                }
            };
        }
        Err(self.type_error(otherwise))
    }

    /// `StopIteration` that leaves a generator is a fault of the generator.
    pub(super) fn stop_iteration_error(&mut self, value: Value, code: &Code) -> Value {
        let Some(exc) = Exc::from_value(&value) else { return value };
        let flags = code.spec.flags;
        let text = if exc.is(&self.types.stop_iteration) {
            match (flags.coroutine, flags.async_generator) {
                (true, _) => "coroutine raised StopIteration",
                (_, true) => "async generator raised StopIteration",
                _ => "generator raised StopIteration",
            }
        } else if flags.async_generator && exc.is(&self.types.stop_async_iteration) {
            "async generator raised StopAsyncIteration"
        } else {
            return value;
        };
        let error = self.runtime_error(text);
        error.state().cause.set(value.clone());
        error.state().context.set(value);
        error.state().suppress_context.set(true);
        error.value()
    }

    // `with`.

    /// The exit and the enter method of a context manager, each with its `self`.
    pub(super) fn with_methods(&mut self, manager: &Value, is_async: bool) -> PyResult<([Value; 2], [Value; 2])> {
        let n = &self.names;
        let (enter, exit) =
            if is_async { (n.aenter.clone(), n.aexit.clone()) } else { (n.enter.clone(), n.exit.clone()) };
        let protocol = if is_async { "asynchronous context manager" } else { "context manager" };
        let class = self.class_of(manager);
        let Some(enter_method) = self.lookup(&class, &enter) else {
            let text = format!("'{}' object does not support the {protocol} protocol", class.name());
            return Err(self.type_error(text));
        };
        let Some(exit_method) = self.lookup(&class, &exit) else {
            let text = format!(
                "'{}' object does not support the {protocol} protocol (missed {} method)",
                class.name(),
                exit.as_str()
            );
            return Err(self.type_error(text));
        };
        let exit = self.bound_pair(exit_method, manager, &class)?;
        let enter = self.bound_pair(enter_method, manager, &class)?;
        Ok((exit, enter))
    }

    /// A method and its `self` as a call wants them.
    fn bound_pair(&mut self, method: Value, this: &Value, class: &Gc<Class>) -> PyResult<[Value; 2]> {
        match method.view() {
            View::Function(_) => Ok([method, this.clone()]),
            View::NativeMethod(native) if native.binding == Binding::Method => Ok([method, this.clone()]),
            _ => {
                let flow = self.bind_attr(&method, Some(this), class)?;
                Ok([self.finish(flow)?, Value::Unbound])
            }
        }
    }

    // `except*`.

    /// The part of an exception (group) that `except* classes` does not take, and the part it takes.
    #[inline(never)]
    pub(super) fn split_group(&mut self, value: &Value, classes: &Value) -> PyResult<(Value, Value)> {
        let group_class = self.types.base_exception_group.clone();
        let listed: Vec<Value> = match classes.view() {
            View::Tuple(tuple) => tuple.items.to_vec(),
            _ => vec![classes.clone()],
        };
        for class in &listed {
            match class.view() {
                View::Class(class) if Class::is_subclass(class, &group_class) => {
                    return Err(
                        self.type_error("catching ExceptionGroup with except* is not allowed. Use except instead.")
                    );
                }
                View::Class(class) if Class::is_subclass(class, &self.types.base_exception) => {}
                _ => {
                    return Err(
                        self.type_error("catching classes that do not inherit from BaseException is not allowed")
                    );
                }
            }
        }
        let Some(exc) = Exc::from_value(value) else { return Ok((Value::None, Value::None)) };
        if self.exception_matches(&exc, classes)? {
            if exc.is(&group_class) {
                return Ok((Value::None, value.clone()));
            }
            // A naked exception is wrapped.
            let class = group_class.value();
            let wrapped = self.tuple(vec![value.clone()]);
            let group = self.call(&class, [Value::from(""), wrapped])?;
            if let Some(group) = Exc::from_value(&group) {
                group.state().traceback.set(exc.state().traceback.get());
            }
            return Ok((Value::None, group));
        }
        if exc.is(&group_class) {
            let pair = self.call_method(value, "split", [classes.clone()])?;
            let parts = self.collect(&pair)?;
            if let [matched, rest] = parts.as_slice() {
                return Ok((rest.clone(), matched.clone()));
            }
            return Err(self.type_error("ExceptionGroup.split must return a 2-tuple"));
        }
        Ok((value.clone(), Value::None))
    }

    /// What is to be raised after the clauses of `except*`: new exceptions and what nobody took.
    #[inline(never)]
    pub(super) fn prep_reraise_star(&mut self, original: &Value, raised: &Value) -> PyResult {
        let items: Vec<Value> = self.collect(raised)?.into_iter().filter(|item| !item.is_none()).collect();
        if items.is_empty() {
            return Ok(Value::None);
        }
        let Some(original_exc) = Exc::from_value(original) else { return Ok(Value::None) };
        if !original_exc.is(&self.types.base_exception_group) {
            // A naked exception: at most itself, or one raised in its clause.
            return Ok(items[0].clone());
        }
        let (mut reraised, mut new) = (Vec::new(), Vec::new());
        for item in items {
            let same = Exc::from_value(&item).is_some_and(|exc| {
                let leaf_of_original = exc.state().traceback.get().is(&original_exc.state().traceback.get());
                exc.is(&self.types.base_exception_group) && (leaf_of_original || item.is(original))
            });
            if same { reraised.push(item) } else { new.push(item) }
        }
        let rest = match reraised.len() {
            0 => None,
            _ => {
                let mut keep = Vec::new();
                for group in &reraised {
                    self.leaves(group, &mut keep)?;
                }
                Some(self.project(original, &keep)?)
            }
        };
        match (rest, new.len()) {
            (Some(rest), 0) => Ok(rest),
            (None, 1) => Ok(new.remove(0)),
            (rest, _) => {
                new.extend(rest.filter(|rest| !rest.is_none()));
                let class = self.types.base_exception_group.value();
                self.call(&class, [Value::from(""), Value::from(new)])
            }
        }
    }

    fn leaves(&mut self, exc: &Value, leaves: &mut Vec<Value>) -> PyResult<()> {
        let Some(e) = Exc::from_value(exc) else { return Ok(()) };
        if e.is(&self.types.base_exception_group) {
            let items = e.get("exceptions");
            for item in self.collect(&items)? {
                self.leaves(&item, leaves)?;
            }
        } else {
            leaves.push(exc.clone());
        }
        Ok(())
    }

    /// The original group with only these leaves.
    fn project(&mut self, group: &Value, keep: &[Value]) -> PyResult {
        let Some(exc) = Exc::from_value(group) else { return Ok(Value::None) };
        if !exc.is(&self.types.base_exception_group) {
            return Ok(if keep.iter().any(|k| k.is(group)) { group.clone() } else { Value::None });
        }
        let items = self.collect(&exc.get("exceptions"))?;
        let mut kept = Vec::new();
        for item in &items {
            let part = self.project(item, keep)?;
            if !part.is_none() {
                kept.push(part);
            }
        }
        if kept.is_empty() {
            return Ok(Value::None);
        }
        if kept.len() == items.len() && kept.iter().zip(&items).all(|(a, b)| a.is(b)) {
            return Ok(group.clone());
        }
        let derived = self.call_method(group, "derive", [Value::from(kept)])?;
        if let Some(d) = Exc::from_value(&derived) {
            let (from, to) = (exc.state(), d.state());
            to.traceback.set(from.traceback.get());
            to.cause.set(from.cause.get());
            // Setting a cause, if only None, does that.
            to.suppress_context.set(true);
            to.context.set(from.context.get());
            if let Some(notes) = exc.0.dict.get().and_then(|dict| dict.get_str(&self.names.notes)) {
                let notes = self.collect(&notes)?;
                d.0.dict().set_str(&self.names.notes, Value::from(notes));
            }
        }
        Ok(derived)
    }

    // `match`.

    pub(super) fn is_sequence(&mut self, value: &Value) -> bool {
        match value.base().view() {
            View::List(_) | View::Tuple(_) | View::Range(_) => true,
            View::Instance(instance) => self.has_abc(&instance.class(), "Sequence", "deque"),
            _ => false,
        }
    }

    pub(super) fn is_mapping(&mut self, value: &Value) -> bool {
        match value.base().view() {
            View::Dict(_) | View::MappingProxy(_) => true,
            View::Instance(instance) => self.has_abc(&instance.class(), "Mapping", "UserDict"),
            _ => false,
        }
    }

    /// Whether a class has an ABC of this name (or the class that is one without saying so) among its bases.
    fn has_abc(&mut self, class: &Gc<Class>, abc: &str, other: &str) -> bool {
        Class::mro_with_self(class).iter().any(|base| {
            let name = base.name.borrow();
            let name = name.rsplit('.').next().unwrap_or_default();
            name == abc || name.strip_prefix("Mutable") == Some(abc) || name == other
        })
    }

    #[inline(never)]
    pub(super) fn match_keys(&mut self, subject: &Value, keys: &Value) -> PyResult {
        let keys = self.collect(keys)?;
        let mut values = Vec::new();
        for (i, key) in keys.iter().enumerate() {
            for other in &keys[..i] {
                if self.eq(other, key)? {
                    let text = format!("mapping pattern checks duplicate key ({})", self.repr(key)?);
                    return Err(self.value_error(text));
                }
            }
        }
        for key in keys {
            let found = match subject.base().view() {
                View::Dict(dict) => {
                    let dict = dict.clone();
                    self.dict_get(&dict, &key)?
                }
                _ => {
                    let sentinel: Value = Gc::new(CellObject::new(Value::Unbound)).into();
                    let got = self.call_method(subject, "get", [key, sentinel.clone()])?;
                    (!got.is(&sentinel)).then_some(got)
                }
            };
            match found {
                Some(value) => values.push(value),
                None => return Ok(Value::None),
            }
        }
        Ok(self.tuple(values))
    }

    /// The attributes that a class pattern looks at, or None if the subject is no instance.
    #[inline(never)]
    pub(super) fn match_class(&mut self, subject: &Value, class: &Value, count: usize, names: &Value) -> PyResult {
        let Some(cls) = class.downcast::<Class>().cloned() else {
            return Err(self.type_error("called match pattern must be a class"));
        };
        if !self.is_instance(subject, class)? {
            return Ok(Value::None);
        }
        let names = self.collect(names)?;
        let mut values = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        if count > 0 {
            let match_args = self.get_attr_opt(class, "__match_args__")?;
            let is_self = match_args.is_none()
                && Class::mro_with_self(&cls).iter().any(|c| {
                    c.builtin
                        && matches!(
                            &**c.name.borrow(),
                            "bool"
                                | "bytearray"
                                | "bytes"
                                | "dict"
                                | "float"
                                | "frozenset"
                                | "int"
                                | "list"
                                | "set"
                                | "str"
                                | "tuple"
                        )
                });
            let allowed = match &match_args {
                Some(args) => match args.view() {
                    View::Tuple(tuple) => tuple.items.to_vec(),
                    _ => {
                        let text =
                            format!("{}.__match_args__ must be a tuple (got {})", cls.name(), self.class_name(args));
                        return Err(self.type_error(text));
                    }
                },
                None => Vec::new(),
            };
            let most = if is_self { 1 } else { allowed.len() };
            if count > most {
                let s = if most == 1 { "" } else { "s" };
                let text = format!("{}() accepts {most} positional sub-pattern{s} ({count} given)", cls.name());
                return Err(self.type_error(text));
            }
            if is_self {
                values.push(subject.clone());
            }
            for name in allowed.iter().take(if is_self { 0 } else { count }) {
                let Some(text) = name.as_str() else {
                    let text = format!("__match_args__ elements must be strings (got {})", self.class_name(name));
                    return Err(self.type_error(text));
                };
                if seen.iter().any(|s| s == text) {
                    let text = format!("{}() got multiple sub-patterns for attribute '{text}'", cls.name());
                    return Err(self.type_error(text));
                }
                seen.push(text.to_owned());
                match self.get_attr_opt(subject, text)? {
                    Some(value) => values.push(value),
                    None => return Ok(Value::None),
                }
            }
        }
        for name in names {
            let text = name.as_str().unwrap_or_default().to_owned();
            if seen.contains(&text) {
                let text = format!("{}() got multiple sub-patterns for attribute '{text}'", cls.name());
                return Err(self.type_error(text));
            }
            match self.get_attr_opt(subject, &text)? {
                Some(value) => values.push(value),
                None => return Ok(Value::None),
            }
            seen.push(text);
        }
        Ok(self.tuple(values))
    }

    /// `def f[T]`, `type X = …`: made by the `typing` module.
    pub(super) fn typing_intrinsic(&mut self, intrinsic: Intrinsic, operand: Value) -> PyResult {
        let typing = self.import_module("typing")?;
        match intrinsic {
            Intrinsic::TypeVar => self.call_method(&typing, "_type_var", [operand]),
            Intrinsic::TypeVarTuple => self.call_method(&typing, "TypeVarTuple", [operand]),
            Intrinsic::ParamSpec => {
                let kind = self.get_attr(&typing, "ParamSpec")?;
                self.call_method(&typing, "_type_var", [operand, kind])
            }
            Intrinsic::SubscriptGeneric => {
                let generic = self.get_attr(&typing, "Generic")?;
                self.get_item(&generic, &operand)
            }
            Intrinsic::TypeAlias => {
                let parts = self.collect(&operand)?;
                self.call_method(&typing, "_lazy_alias", parts)
            }
            _ => Ok(operand),
        }
    }

    /// Calls a class body's function in its namespace.
    pub(super) fn start_class_body(
        &mut self,
        function: &Gc<Function>,
        namespace: Value,
        ret: super::super::frame::Ret,
        ret_sp: *mut Value,
    ) -> PyResult<Started> {
        let code = function.code.clone();
        let mut slots = vec![Value::Unbound; code.slot_count as usize];
        super::call::make_cells(&code, &function.closure, &mut slots);
        self.push_code(code, function.globals.clone(), Some(namespace), slots, ret, ret_sp)?;
        Ok(Started::Step(super::unwind::Step::Go))
    }
}
