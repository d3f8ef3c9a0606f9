//! Attributes: look-up, descriptors, setting, and the caches before them.

use super::super::object::*;
use super::super::{Cx, Exc, Flow, PyResult, Vm};

/// Entries of the method cache; a power of two.
pub const METHOD_CACHE: usize = 1024;

/// What a class look-up found, by the class's version and the name's address.
#[derive(Clone, Copy, Default)]
pub struct CachedMethod {
    version: u32,
    name: usize,
}

/// An attribute that is about to be called.
pub enum Method {
    /// A function of the class, to be called with the object first.
    Unbound(Value),
    Bound(Flow),
}

/// What a `__getattr__` gives. An `AttributeError` out of it learns which attribute of what was asked for.
fn with_context(flow: Flow, obj: Value, name: Value) -> PyResult<Flow> {
    Flow::future(async move {
        Cx.flow(flow).await.map_err(|exc| {
            let is_plain = Cx.vm(|vm| exc.class().is(&vm.types.attribute_error));
            if is_plain && exc.get("name").is_none() && exc.get("obj").is_none() {
                return exc.with("name", name).with("obj", obj);
            }
            exc
        })
    })
}

impl Vm {
    /// Empties the cache of methods, which holds what it has found.
    pub fn forget_methods(&mut self) {
        self.method_cache.iter().for_each(|entry| entry.set(CachedMethod::default()));
        self.cached_methods.iter().for_each(|method| method.set(Value::Unbound));
    }

    /// An attribute of the class or of its bases, not bound.
    #[inline]
    pub fn lookup(&self, class: &Gc<Class>, name: &Gc<Str>) -> Option<Value> {
        let version = class.version.get();
        let slot = (version as usize ^ (name.address() >> 4)) & (METHOD_CACHE - 1);
        let cached = self.method_cache[slot].get();
        if cached.version == version && cached.name == name.address() {
            return self.cached_methods[slot].bound();
        }
        let found = class.lookup(name);
        if name.interned.get() {
            self.method_cache[slot].set(CachedMethod { version, name: name.address() });
            self.cached_methods[slot].set(found.clone().unwrap_or(Value::Unbound));
        }
        found
    }

    /// Which special methods the class has of its own.
    #[inline]
    pub fn hooks(&self, class: &Gc<Class>) -> Hooks {
        let hooks = class.hooks.get();
        if hooks.version == class.version.get() { hooks } else { self.find_hooks(class) }
    }

    fn find_hooks(&self, class: &Gc<Class>) -> Hooks {
        let own = |name: &Gc<Str>| match self.lookup(class, name) {
            Some(value) => !matches!(value.view(), View::NativeMethod(_)),
            None => false,
        };
        let names = &self.names;
        let hooks = Hooks {
            version: class.version.get(),
            getattribute: own(&names.getattribute),
            getattr: self.lookup(class, &names.getattr).is_some(),
            setattr: own(&names.setattr),
            delattr: own(&names.delattr),
            truth: self.lookup(class, &names.bool).is_some() || self.lookup(class, &names.len).is_some(),
            eq: own(&names.eq),
            hash: own(&names.hash),
            call: self.class_call_kind(class),
        };
        class.hooks.set(hooks);
        hooks
    }

    fn class_call_kind(&self, class: &Gc<Class>) -> ClassCall {
        if class.metaclass.borrow().is_some() || class.is(&self.types.type_) {
            return ClassCall::Other;
        }
        let (Some(new), Some(init)) = (self.lookup(class, &self.names.new), self.lookup(class, &self.names.init))
        else {
            return ClassCall::Other;
        };
        let is_native = |value: &Value, of_object: bool| matches!(value.view(), View::NativeMethod(method) if (method.owner == "object") == of_object);
        if class.builtin {
            return if is_native(&new, false) && is_native(&init, true) {
                ClassCall::NativeNew
            } else {
                ClassCall::Other
            };
        }
        let plain = class.layout == Layout::Object
            && is_native(&new, true)
            && matches!(init.view(), View::Function(_))
            && class.dict.find_str(&self.names.abstractmethods).is_none();
        if plain { ClassCall::Init } else { ClassCall::Other }
    }

    /// A descriptor that goes before the instance's own attributes.
    pub fn is_data_descriptor(&self, attr: &Value) -> bool {
        match attr.view() {
            View::Property(_) | View::GetSet(_) | View::MemberSlot(_) => true,
            View::Instance(instance) => {
                let class = instance.class();
                self.lookup(&class, &self.names.set).is_some()
                    || self.lookup(&class, &self.names.delete).is_some()
                    || matches!(attr.base().view(), View::Property(_))
            }
            _ => false,
        }
    }

    /// `attr.__get__(obj, class)`; `obj` is `None` when the attribute is read from the class.
    pub fn bind_attr(&mut self, attr: &Value, obj: Option<&Value>, class: &Gc<Class>) -> PyResult<Flow> {
        let value: Value = match (attr.view(), obj) {
            (View::Function(_), Some(obj)) => Gc::new(BoundMethod { func: attr.clone(), this: obj.clone() }).into(),
            (View::NativeMethod(method), obj) => {
                let this = match (method.binding, obj) {
                    (Binding::Method, None) => return Ok(attr.clone().into()),
                    (Binding::Method, Some(obj)) => obj.clone(),
                    (Binding::Static, _) => Value::Unbound,
                    (Binding::Class, _) => class.value(),
                };
                Gc::new(Native { name: method.name, func: method.func, this, module: "" }).into()
            }
            (View::StaticMethod(method), _) => method.func.clone(),
            (View::ClassMethod(method), _) => {
                Gc::new(BoundMethod { func: method.func.clone(), this: class.value() }).into()
            }
            (View::Property(property), Some(obj)) => return self.property_get(property, obj),
            (View::GetSet(getset), Some(obj)) => {
                let get = getset.get;
                get(self, obj)?
            }
            (View::MemberSlot(slot), Some(obj)) => {
                match obj.downcast::<Instance>().and_then(|i| i.slots().get_str(&slot.name)) {
                    Some(value) => value,
                    None => {
                        let name = slot.name.clone();
                        return Err(self.no_attribute(obj, &name));
                    }
                }
            }
            (View::Instance(instance), obj) => {
                let own = instance.class();
                if let Some(get) = self.lookup(&own, &self.names.get) {
                    let args = [obj.cloned().unwrap_or(Value::None), class.value()];
                    return self.special_flow(get, attr, &args);
                }
                match (attr.base().view(), obj) {
                    (View::Property(property), Some(obj)) => return self.property_get(property, obj),
                    (View::StaticMethod(_) | View::ClassMethod(_), _) => {
                        return self.bind_attr(attr.base(), obj, class);
                    }
                    _ => attr.clone(),
                }
            }
            _ => attr.clone(),
        };
        Ok(value.into())
    }

    fn property_get(&mut self, property: &Gc<Property>, obj: &Value) -> PyResult<Flow> {
        match property.get.get() {
            Value::Unbound | Value::None => Err(self.property_error(property, obj, "getter")),
            get => Flow::call(get, [obj.clone()]),
        }
    }

    fn property_error(&mut self, property: &Gc<Property>, obj: &Value, what: &str) -> Exc {
        let class = self.class_of(obj);
        let qualname = class.qualname.get();
        let owner = qualname.as_str().unwrap_or("?").to_owned();
        let text = match property.name.get().as_str() {
            Some(name) => format!("property '{name}' of '{owner}' object has no {what}"),
            None => format!("property of '{owner}' object has no {what}"),
        };
        let error = self.types.attribute_error.clone();
        self.error(&error, text)
    }

    /// `AttributeError: 'X' object has no attribute 'y'`, in the wording for its kind of object.
    pub fn no_attribute(&mut self, obj: &Value, name: &Gc<Str>) -> Exc {
        let name = name.as_str();
        let text = match obj.view() {
            View::Class(class) => format!("type object '{}' has no attribute '{name}'", class.name()),
            View::Module(module) => format!("module '{}' has no attribute '{name}'", module.name),
            // A method has what its function has.
            View::BoundMethod(method) => {
                format!("'{}' object has no attribute '{name}'", self.class_name(&method.func))
            }
            _ => format!("'{}' object has no attribute '{name}'", self.class_name(obj)),
        };
        self.attribute_error(text, obj.clone(), name)
    }

    /// `object.__getattribute__`: `None` if there is no such attribute.
    pub fn generic_attr(&mut self, obj: &Value, name: &Gc<Str>) -> PyResult<Option<Flow>> {
        let class = self.class_of(obj);
        let attr = self.lookup(&class, name);
        if let Some(attr) = &attr
            && self.is_data_descriptor(attr)
        {
            return self.bind_attr(attr, Some(obj), &class).map(Some);
        }
        let own = match obj.view() {
            View::Instance(instance) => instance.dict.get().and_then(|dict| dict.get_str(name)),
            View::Function(function) => function.dict.get().and_then(|dict| dict.get_str(name)),
            View::Module(module) => module.dict.get_str(name),
            View::StaticMethod(method) => method.dict.get().and_then(|dict| dict.get_str(name)),
            View::ClassMethod(method) => method.dict.get().and_then(|dict| dict.get_str(name)),
            _ => None,
        };
        match (own, attr) {
            (Some(value), _) => Ok(Some(value.into())),
            (None, Some(attr)) => self.bind_attr(&attr, Some(obj), &class).map(Some),
            (None, None) => Ok(None),
        }
    }

    /// `type.__getattribute__`.
    pub fn class_attribute(&mut self, class: &Gc<Class>, name: &Gc<Str>) -> PyResult<Option<Flow>> {
        let obj = class.value();
        let meta = self.class_of(&obj);
        let meta_attr = self.lookup(&meta, name);
        if let Some(attr) = &meta_attr
            && self.is_data_descriptor(attr)
        {
            return self.bind_attr(attr, Some(&obj), &meta).map(Some);
        }
        if let Some(attr) = self.lookup(class, name) {
            return self.bind_attr(&attr, None, class).map(Some);
        }
        match meta_attr {
            Some(attr) => self.bind_attr(&attr, Some(&obj), &meta).map(Some),
            None => Ok(None),
        }
    }

    fn super_attribute(&mut self, this: &Gc<Super>, name: &Gc<Str>) -> PyResult<Option<Flow>> {
        let mro = Class::mro_with_self(&this.this_class);
        let start = mro.iter().position(|class| class.is(&this.class)).map_or(mro.len(), |i| i + 1);
        for class in &mro[start..] {
            if let Some(attr) = class.dict.get_str(name) {
                let is_class = matches!(this.this.view(), View::Class(c) if c.is(&this.this_class));
                let obj = if is_class { None } else { Some(&this.this) };
                return self.bind_attr(&attr, obj, &this.this_class).map(Some);
            }
        }
        Ok(None)
    }

    /// `getattr(obj, name)`.
    pub fn attr_flow(&mut self, obj: &Value, name: &Gc<Str>) -> PyResult<Flow> {
        let (found, getattr) = match obj.view() {
            View::Class(class) => {
                let meta = self.class_of(obj);
                let hooks = self.hooks(&meta);
                if hooks.getattribute {
                    return self.getattribute_flow(obj, name);
                }
                (self.class_attribute(class, name), hooks.getattr)
            }
            View::Super(this) => match self.super_attribute(this, name)? {
                Some(flow) => return Ok(flow),
                None => (self.generic_attr(obj, name), false),
            },
            View::Instance(instance) => {
                let class = instance.class();
                let hooks = self.hooks(&class);
                if hooks.getattribute {
                    return self.getattribute_flow(obj, name);
                }
                (self.generic_attr(obj, name), hooks.getattr)
            }
            View::Alias(alias) if !alias.union && !name.as_str().starts_with("__") => {
                return self.attr_flow(&alias.origin, name);
            }
            _ => (self.generic_attr(obj, name), false),
        };
        match found {
            Ok(Some(flow)) if !getattr || matches!(flow, Flow::Value(_)) => Ok(flow),
            Ok(Some(flow)) => {
                // A property may raise AttributeError, and then `__getattr__` is asked.
                let (obj, name) = (obj.clone(), name.clone());
                Flow::future(async move {
                    match Cx.flow(flow).await {
                        Err(exc) if Cx.vm(|vm| exc.is(&vm.types.attribute_error)) => {
                            let flow = Cx.vm(|vm| vm.getattr_flow(&obj, &name))?;
                            Cx.flow(flow).await
                        }
                        other => other,
                    }
                })
            }
            Ok(None) if getattr => self.getattr_flow(obj, name),
            Err(exc) if getattr && exc.is(&self.types.attribute_error) => self.getattr_flow(obj, name),
            Ok(None) => match obj.view() {
                View::Module(module) => match module.dict.get_str(&self.names.getattr) {
                    Some(getattr) => with_context(Flow::call(getattr, [name.value()])?, obj.clone(), name.value()),
                    None => Err(self.no_attribute(obj, name)),
                },
                // A bound method has its function's attributes.
                View::BoundMethod(method) => match self.attr_flow(&method.func.clone(), name) {
                    Err(exc) if exc.is(&self.types.attribute_error) => Err(self.no_attribute(obj, name)),
                    other => other,
                },
                _ => Err(self.no_attribute(obj, name)),
            },
            Err(exc) => Err(exc),
        }
    }

    /// `__getattr__`, which the class has.
    fn getattr_flow(&mut self, obj: &Value, name: &Gc<Str>) -> PyResult<Flow> {
        let Some(method) = self.special(obj, &self.names.getattr) else {
            return Err(self.no_attribute(obj, name));
        };
        let flow = self.special_flow(method, obj, &[name.value()])?;
        with_context(flow, obj.clone(), name.value())
    }

    /// `__getattribute__` of the program, and `__getattr__` after it.
    fn getattribute_flow(&mut self, obj: &Value, name: &Gc<Str>) -> PyResult<Flow> {
        let method = self.special(obj, &self.names.getattribute).expect("the hooks say so");
        let flow = self.special_flow(method, obj, &[name.value()])?;
        let class = self.class_of(obj);
        if !self.hooks(&class).getattr {
            return Ok(flow);
        }
        let (obj, name) = (obj.clone(), name.clone());
        Flow::future(async move {
            match Cx.flow(flow).await {
                Err(exc) if Cx.vm(|vm| exc.is(&vm.types.attribute_error)) => {
                    let flow = Cx.vm(|vm| vm.getattr_flow(&obj, &name))?;
                    Cx.flow(flow).await
                }
                other => other,
            }
        })
    }

    /// `getattr(obj, name)` for a call.
    pub fn method_flow(&mut self, obj: &Value, name: &Gc<Str>) -> PyResult<Method> {
        match obj.view() {
            View::Class(_)
            | View::Module(_)
            | View::Super(_)
            | View::Function(_)
            | View::Alias(_)
            | View::StaticMethod(_)
            | View::ClassMethod(_) => {}
            View::Instance(instance) => {
                let class = instance.class();
                if !self.hooks(&class).getattribute
                    && let Some(attr) = self.lookup(&class, name)
                    && is_plain_function(&attr)
                    && instance.dict.get().is_none_or(|dict| dict.find_str(name).is_none())
                {
                    return Ok(Method::Unbound(attr));
                }
            }
            _ => {
                let class = self.class_of(obj);
                if let Some(attr) = self.lookup(&class, name)
                    && is_plain_function(&attr)
                {
                    return Ok(Method::Unbound(attr));
                }
            }
        }
        self.attr_flow(obj, name).map(Method::Bound)
    }

    /// `setattr(obj, name, value)`, or `delattr` with `None`. The flow's result is of no interest.
    pub fn set_attr_flow(&mut self, obj: &Value, name: &Gc<Str>, value: Option<Value>) -> PyResult<Flow> {
        let class = self.class_of(obj);
        if matches!(obj.view(), View::Instance(_) | View::Class(_)) {
            let hooks = self.hooks(&class);
            if value.is_some() && hooks.setattr || value.is_none() && hooks.delattr {
                let hook = if value.is_some() { self.names.setattr.clone() } else { self.names.delattr.clone() };
                let method = self.lookup(&class, &hook).expect("the hooks say so");
                let args: Vec<Value> = std::iter::once(name.value()).chain(value).collect();
                return self.special_flow(method, obj, &args);
            }
        }
        self.generic_set_attr(obj, name, value)
    }

    /// `object.__setattr__`, `type.__setattr__`, and their `del`.
    pub fn generic_set_attr(&mut self, obj: &Value, name: &Gc<Str>, value: Option<Value>) -> PyResult<Flow> {
        let class = self.class_of(obj);
        let name = &self.intern_str(name);
        if let View::Class(target) = obj.view()
            && target.builtin
        {
            let text = format!("cannot set '{}' attribute of immutable type '{}'", name.as_str(), target.name());
            return Err(self.type_error(text));
        }
        if let Some(attr) = self.lookup(&class, name) {
            match attr.base().view() {
                View::Property(property) => {
                    let (accessor, what) = if value.is_some() {
                        (property.set.get(), "setter")
                    } else {
                        (property.delete.get(), "deleter")
                    };
                    if accessor.is_unbound() || accessor.is_none() {
                        return Err(self.property_error(property, obj, what));
                    }
                    let args: Vec<Value> = std::iter::once(obj.clone()).chain(value).collect();
                    return Flow::call(accessor, args);
                }
                View::GetSet(getset) => {
                    let Some(set) = getset.set else {
                        let text = format!("attribute '{}' of '{}' objects is not writable", getset.name, getset.owner);
                        let error = self.types.attribute_error.clone();
                        return Err(self.error(&error, text));
                    };
                    set(self, obj, value)?;
                    return Ok(Value::None.into());
                }
                View::MemberSlot(slot) => {
                    let Some(instance) = obj.downcast::<Instance>() else {
                        return Err(self.no_attribute(obj, name));
                    };
                    match value {
                        Some(value) => instance.slots().set_str(&slot.name, value),
                        None => {
                            if instance.slots().remove_str(&slot.name).is_none() {
                                let error = self.types.attribute_error.clone();
                                return Err(self.error(&error, slot.name.as_str()));
                            }
                        }
                    }
                    return Ok(Value::None.into());
                }
                View::Instance(descriptor) => {
                    let own = descriptor.class();
                    let hook = if value.is_some() { &self.names.set } else { &self.names.delete };
                    let other = if value.is_some() { &self.names.delete } else { &self.names.set };
                    if self.lookup(&own, hook).is_none() && self.lookup(&own, other).is_some() {
                        let class = self.types.attribute_error.clone();
                        let hook = hook.as_str().to_owned();
                        return Err(self.error(&class, hook));
                    }
                    if let Some(method) = self.lookup(&own, hook) {
                        let args: Vec<Value> = std::iter::once(obj.clone()).chain(value).collect();
                        return self.special_flow(method, &attr, &args);
                    }
                }
                _ => {}
            }
        }
        let dict = match obj.view() {
            View::Instance(instance) if !class.no_dict.get() => instance.dict().clone(),
            View::Class(target) => {
                match value {
                    Some(value) => target.dict.set_str(name, value),
                    None => {
                        if target.dict.remove_str(name).is_none() {
                            return Err(self.no_attribute(obj, name));
                        }
                    }
                }
                Class::changed(target);
                let del = self.names.del.clone();
                if name.is(&del) {
                    target.has_finalizer.set(target.lookup(&del).is_some());
                }
                return Ok(Value::None.into());
            }
            View::Module(module) => module.dict.clone(),
            View::Function(function) => function.dict.get_or_init(|| Gc::new(Dict::new())).clone(),
            View::StaticMethod(method) => method.dict.get_or_init(|| Gc::new(Dict::new())).clone(),
            View::ClassMethod(method) => method.dict.get_or_init(|| Gc::new(Dict::new())).clone(),
            _ => {
                let (class_name, name_text) = (class.name(), name.as_str());
                let text = if self.lookup(&class, name).is_some() {
                    format!("'{class_name}' object attribute '{name_text}' is read-only")
                } else {
                    format!(
                        "'{class_name}' object has no attribute '{name_text}' and no __dict__ for setting new attributes"
                    )
                };
                return Err(self.attribute_error(text, obj.clone(), name_text));
            }
        };
        match value {
            Some(value) => dict.set_str(name, value),
            None => {
                if dict.remove_str(name).is_none() {
                    // CPython does not say of which object here.
                    let exc = self.no_attribute(obj, name);
                    return Err(exc.with("obj", Value::None).with("name", Value::None));
                }
            }
        }
        Ok(Value::None.into())
    }
}

fn is_plain_function(attr: &Value) -> bool {
    match attr.view() {
        View::Function(_) => true,
        View::NativeMethod(method) => method.binding == Binding::Method,
        _ => false,
    }
}
