//! `object`, `type`, functions and methods, descriptors, `super`, modules: what a program sees of them.

use super::super::native::{Args, NativeFn};
use super::super::object::*;
use super::super::op::CmpOp;
use super::super::{Flow, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    object(vm);
    type_(vm);
    functions(vm);
    descriptors(vm);
    others(vm);
}

fn self_class(vm: &Vm, value: &Value) -> Gc<Class> {
    value.downcast::<Class>().cloned().unwrap_or_else(|| vm.types.object.clone())
}

// `object`.

fn object(vm: &mut Vm) {
    let class = vm.types.object.clone();
    vm.constructor(&class, NativeFn::Plain(object_new));
    vm.method(&class, "__init__", NativeFn::Plain(object_init));
    vm.method(
        &class,
        "__repr__",
        NativeFn::Plain(|vm, args| {
            let text = vm.default_repr(&args[0]);
            Ok(Value::from(text))
        }),
    );
    vm.method(
        &class,
        "__str__",
        NativeFn::Flow(|vm, args| {
            let values = super::operators::wrapper_args(vm, args, 0)?;
            vm.repr_flow(&values[0])
        }),
    );
    vm.method(
        &class,
        "__format__",
        NativeFn::Flow(|vm, args| {
            let spec = args.one(vm, "object.__format__")?;
            match spec.as_str() {
                Some("") => vm.str_flow(&args[0]),
                Some(_) => {
                    let text = format!("unsupported format string passed to {}.__format__", vm.class_name(&args[0]));
                    Err(vm.type_error(text))
                }
                None => {
                    let text = format!("__format__() argument must be str, not {}", vm.argument_type(spec));
                    Err(vm.type_error(text))
                }
            }
        }),
    );
    vm.method(
        &class,
        "__eq__",
        NativeFn::Plain(|vm, args| {
            let other = args.one(vm, "object.__eq__")?;
            Ok(if args[0].is(other) { Value::TRUE } else { Value::NotImplemented })
        }),
    );
    vm.method(
        &class,
        "__ne__",
        NativeFn::Plain(|vm, args| {
            let other = args.one(vm, "object.__ne__")?;
            if let Some(result) = vm.call_special(&args[0], &vm.names.eq.clone(), std::slice::from_ref(other)) {
                let result = result?;
                if !matches!(result, Value::NotImplemented) {
                    return Ok(Value::Bool(!vm.truth(&result)?));
                }
            }
            Ok(Value::NotImplemented)
        }),
    );
    for (name, _) in [("__lt__", CmpOp::Lt), ("__le__", CmpOp::Le), ("__gt__", CmpOp::Gt), ("__ge__", CmpOp::Ge)] {
        vm.method(&class, name, NativeFn::Plain(|_, _| Ok(Value::NotImplemented)));
    }
    vm.method(&class, "__hash__", NativeFn::Plain(|_, args| Ok(Value::Int(identity(&args[0]) >> 4))));
    vm.method(
        &class,
        "__getattribute__",
        NativeFn::Flow(|vm, args| {
            let name = &super::operators::wrapper_args(vm, args, 1)?[1];
            let name = name_arg(vm, name)?;
            match vm.generic_attr(&args[0], &name)? {
                Some(flow) => Ok(flow),
                None => Err(vm.no_attribute(&args[0], &name)),
            }
        }),
    );
    vm.method(
        &class,
        "__setattr__",
        NativeFn::Flow(|vm, args| {
            args.count(vm, "__setattr__", 1, 2, 2)?;
            let name = name_arg(vm, &args[1])?;
            vm.generic_set_attr(&args[0], &name, Some(args[2].clone()))
        }),
    );
    vm.method(
        &class,
        "__delattr__",
        NativeFn::Flow(|vm, args| {
            let name = &super::operators::wrapper_args(vm, args, 1)?[1];
            let name = name_arg(vm, name)?;
            vm.generic_set_attr(&args[0], &name, None)
        }),
    );
    vm.method(
        &class,
        "__dir__",
        NativeFn::Plain(|vm, args| {
            let names = vm.dir_names(&args[0]);
            Ok(Value::from(names.into_iter().map(Value::from).collect::<Vec<_>>()))
        }),
    );
    vm.method(&class, "__sizeof__", NativeFn::Plain(|_, _| Ok(Value::Int(48))));
    vm.method(
        &class,
        "__reduce_ex__",
        NativeFn::Plain(|vm, args| {
            let text = format!("cannot pickle '{}' object", vm.class_name(&args[0]));
            Err(vm.type_error(text))
        }),
    );
    vm.method(
        &class,
        "__reduce__",
        NativeFn::Plain(|vm, args| {
            let text = format!("cannot pickle '{}' object", vm.class_name(&args[0]));
            Err(vm.type_error(text))
        }),
    );
    vm.method(
        &class,
        "__getstate__",
        NativeFn::Plain(|_, args| {
            Ok(match args[0].downcast::<Instance>().and_then(|instance| instance.dict.get()) {
                Some(dict) if !dict.is_empty() => Gc::new(dict.copy()).into(),
                _ => Value::None,
            })
        }),
    );
    vm.class_method(
        &class,
        "__init_subclass__",
        NativeFn::Plain(|vm, args| {
            if args.keyword_count() > 0 {
                let text =
                    format!("{}.__init_subclass__() takes no keyword arguments", self_class(vm, &args[0]).name());
                return Err(vm.type_error(text));
            }
            Ok(Value::None)
        }),
    );
    vm.class_method(&class, "__subclasshook__", NativeFn::Plain(|_, _| Ok(Value::NotImplemented)));
    vm.property(
        &class,
        "__class__",
        |vm, obj| Ok(vm.class_of(obj).value()),
        Some(|vm, obj, value| {
            let (View::Instance(instance), Some(value)) = (obj.view(), value) else {
                return Err(
                    vm.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses")
                );
            };
            match value.view() {
                View::Class(class) if !class.builtin && class.layout == instance.class().layout => {
                    *instance.class.borrow_mut() = class.clone();
                    Ok(())
                }
                View::Class(_) => {
                    Err(vm.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses"))
                }
                _ => {
                    let text = format!("__class__ must be set to a class, not '{}' object", vm.class_name(&value));
                    Err(vm.type_error(text))
                }
            }
        }),
    );
    let doc = "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n";
    vm.class_attr(&class, "__doc__", doc);
}

pub fn identity(value: &Value) -> i64 {
    match value {
        Value::Obj(obj) => obj.address() as i64,
        _ => 0,
    }
}

pub fn name_arg(vm: &mut Vm, value: &Value) -> PyResult<Gc<Str>> {
    match value.base().str() {
        Some(name) => Ok(vm.intern_str(name)),
        None => {
            let text = format!("attribute name must be string, not '{}'", vm.class_name(value));
            Err(vm.type_error(text))
        }
    }
}

fn object_new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let Some(class) = args.get(0).and_then(|c| c.downcast::<Class>()).cloned() else {
        return Err(vm.type_error("object.__new__(): not enough arguments"));
    };
    if args.values.len() > 1 {
        let own = |vm: &Vm, name: &Gc<Str>| {
            vm.lookup(&class, name).is_some_and(|f| !matches!(f.view(), View::NativeMethod(m) if m.owner == "object"))
        };
        let (new, init) = (vm.names.new.clone(), vm.names.init.clone());
        if own(vm, &new) {
            return Err(vm.type_error("object.__new__() takes exactly one argument (the type to instantiate)"));
        }
        if !own(vm, &init) {
            let text = format!("{}() takes no arguments", class.name());
            return Err(vm.type_error(text));
        }
    }
    if let Some(names) = vm.abstract_names(&class)? {
        let s = if names.len() == 1 { "" } else { "s" };
        let quoted: Vec<String> = names.iter().map(|n| format!("'{n}'")).collect();
        let text = format!(
            "Can't instantiate abstract class {} without an implementation for abstract method{s} {}",
            class.name(),
            quoted.join(", ")
        );
        return Err(vm.type_error(text));
    }
    match class.layout {
        Layout::Object => Ok(Instance::new(class, Payload::None).into()),
        _ => {
            let base = Class::mro_with_self(&class).into_iter().find(|c| c.builtin && c.layout != Layout::Object);
            let name = base.map_or_else(|| class.name(), |c| c.name());
            let text = format!("object.__new__({}) is not safe, use {name}.__new__()", class.name());
            Err(vm.type_error(text))
        }
    }
}

fn object_init(vm: &mut Vm, args: Args<'_>) -> PyResult {
    if args.values.len() > 1 {
        let class = vm.class_of(&args[0]);
        let own = |vm: &Vm, name: &Gc<Str>| {
            vm.lookup(&class, name).is_some_and(|f| !matches!(f.view(), View::NativeMethod(m) if m.owner == "object"))
        };
        let (new, init) = (vm.names.new.clone(), vm.names.init.clone());
        if own(vm, &init) {
            return Err(vm.type_error("object.__init__() takes exactly one argument (the instance to initialize)"));
        }
        if !own(vm, &new) {
            let text = format!("{}.__init__() takes exactly one argument (the instance to initialize)", class.name());
            return Err(vm.type_error(text));
        }
    }
    Ok(Value::None)
}

impl Vm {
    /// `<Foo object at 0x…>` with the module and the qualified name.
    pub fn default_repr(&mut self, value: &Value) -> String {
        let class = self.class_of(value);
        format!("<{} object at {:#014x}>", self.full_name(&class), identity(value))
    }

    /// `module.qualname` of a class; builtins without their module.
    pub fn full_name(&mut self, class: &Gc<Class>) -> String {
        let qualname = class.qualname.get();
        let qualname = qualname.as_str().unwrap_or("?").to_owned();
        match class.lookup(&self.names.module).as_ref().and_then(Value::as_str) {
            Some("builtins") | None => qualname,
            Some(module) => format!("{module}.{qualname}"),
        }
    }

    /// The abstract methods that keep a class from being instantiated, sorted.
    fn abstract_names(&mut self, class: &Gc<Class>) -> PyResult<Option<Vec<String>>> {
        let Some(names) = class.dict.get_str(&self.names.abstractmethods) else { return Ok(None) };
        let mut names: Vec<String> =
            self.collect(&names)?.iter().filter_map(|n| n.as_str().map(str::to_owned)).collect();
        names.sort();
        Ok((!names.is_empty()).then_some(names))
    }

    /// `dir(value)`, sorted, without asking `__dir__`.
    pub fn dir_names(&mut self, value: &Value) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let mut add = |dict: &Dict| names.extend(dict.keys().iter().filter_map(|k| k.as_str().map(str::to_owned)));
        match value.view() {
            View::Module(module) => add(&module.dict),
            View::Class(class) => {
                for class in Class::mro_with_self(class) {
                    add(&class.dict);
                }
            }
            _ => {
                if let View::Instance(instance) = value.view()
                    && let Some(dict) = instance.dict.get()
                {
                    add(dict);
                }
                for class in Class::mro_with_self(&self.class_of(value)) {
                    add(&class.dict);
                }
            }
        }
        names.sort();
        names.dedup();
        names
    }
}

// `type`.

fn type_(vm: &mut Vm) {
    let class = vm.types.type_.clone();
    vm.constructor(&class, NativeFn::Plain(type_new));
    vm.method(&class, "__init__", NativeFn::Plain(|_, _| Ok(Value::None)));
    vm.method(
        &class,
        "__call__",
        NativeFn::Flow(|vm, args| {
            let Some(class) = args[0].downcast::<Class>().cloned() else {
                return Err(vm.type_error("descriptor '__call__' requires a 'type' object"));
            };
            vm.type_call(&class, args.skip(1))
        }),
    );
    vm.method(
        &class,
        "__repr__",
        NativeFn::Plain(|vm, args| {
            let class = self_class(vm, &args[0]);
            let name = vm.full_name(&class);
            Ok(Value::from(format!("<class '{name}'>")))
        }),
    );
    vm.method(
        &class,
        "__getattribute__",
        NativeFn::Flow(|vm, args| {
            let name = args.one(vm, "type.__getattribute__")?;
            let name = name_arg(vm, name)?;
            let class = self_class(vm, &args[0]);
            match vm.class_attribute(&class, &name)? {
                Some(flow) => Ok(flow),
                None => Err(vm.no_attribute(&args[0], &name)),
            }
        }),
    );
    vm.method(
        &class,
        "__instancecheck__",
        NativeFn::Plain(|vm, args| {
            let value = args.one(vm, "type.__instancecheck__")?;
            let class = self_class(vm, &args[0]);
            Ok(Value::Bool(vm.is_a(value, &class)))
        }),
    );
    vm.method(
        &class,
        "__subclasscheck__",
        NativeFn::Plain(|vm, args| {
            let value = args.one(vm, "type.__subclasscheck__")?;
            let class = self_class(vm, &args[0]);
            Ok(Value::Bool(value.downcast::<Class>().is_some_and(|c| Class::is_subclass(c, &class))))
        }),
    );
    vm.method(
        &class,
        "mro",
        NativeFn::Plain(|vm, args| {
            let class = self_class(vm, &args[0]);
            Ok(Value::from(Class::mro_with_self(&class).iter().map(Gc::value).collect::<Vec<_>>()))
        }),
    );
    vm.method(
        &class,
        "__subclasses__",
        NativeFn::Plain(|vm, args| {
            let class = self_class(vm, &args[0]);
            let addresses = class.subclasses.borrow().clone();
            // A class takes itself out of the list when it dies.
            Ok(Value::from(
                addresses.into_iter().map(|a| unsafe { Gc::<Class>::from_address(a) }.into()).collect::<Vec<Value>>(),
            ))
        }),
    );
    vm.class_method(&class, "__prepare__", NativeFn::Plain(|_, _| Ok(Gc::new(Dict::new()).into())));
    vm.method(
        &class,
        "__or__",
        NativeFn::Plain(|vm, args| {
            let other = args.one(vm, "type.__or__")?.clone();
            vm.union_of(&args[0], &other)
        }),
    );
    vm.method(
        &class,
        "__ror__",
        NativeFn::Plain(|vm, args| {
            let other = args.one(vm, "type.__ror__")?.clone();
            vm.union_of(&other, &args[0])
        }),
    );
    vm.method(
        &class,
        "__dir__",
        NativeFn::Plain(|vm, args| {
            let names = vm.dir_names(&args[0]);
            Ok(Value::from(names.into_iter().map(Value::from).collect::<Vec<_>>()))
        }),
    );
    vm.property(
        &class,
        "__name__",
        |vm, c| Ok(Value::from(self_class(vm, c).short_name())),
        Some(|vm, c, value| {
            let class = self_class(vm, c);
            match value.as_ref().and_then(Value::as_str) {
                Some(name) if !class.builtin => {
                    *class.name.borrow_mut() = name.to_owned();
                    Ok(())
                }
                _ => {
                    let given = value.map_or_else(|| "NULL".into(), |value| vm.class_name(&value));
                    Err(vm.type_error(format!("can only assign string to {}.__name__, not '{given}'", class.name())))
                }
            }
        }),
    );
    vm.property(
        &class,
        "__qualname__",
        |vm, c| Ok(self_class(vm, c).qualname.get()),
        Some(|vm, c, value| {
            self_class(vm, c).qualname.set(value.unwrap_or(Value::None));
            Ok(())
        }),
    );
    vm.property(
        &class,
        "__module__",
        |vm, c| {
            let class = self_class(vm, c);
            Ok(class.dict.get_str(&vm.names.module).unwrap_or_else(|| Value::from("builtins")))
        },
        Some(|vm, c, value| {
            let key = vm.names.module.clone();
            self_class(vm, c).dict.set_str(&key, value.unwrap_or(Value::None));
            Ok(())
        }),
    );
    vm.property(
        &class,
        "__doc__",
        |vm, c| {
            let class = self_class(vm, c);
            match class.dict.get_str(&vm.names.doc) {
                Some(doc) => {
                    let flow = vm.bind_attr(&doc, None, &class)?;
                    vm.finish(flow)
                }
                None => Ok(Value::None),
            }
        },
        Some(|vm, c, value| {
            let key = vm.names.doc.clone();
            self_class(vm, c).dict.set_str(&key, value.unwrap_or(Value::None));
            Ok(())
        }),
    );
    vm.getter(&class, "__dict__", |vm, c| {
        let class = self_class(vm, c);
        Ok(Gc::new(MappingProxy { mapping: class.dict.value() }).into())
    });
    vm.getter(&class, "__mro__", |vm, c| {
        let class = self_class(vm, c);
        let mro = Class::mro_with_self(&class).iter().map(Gc::value).collect();
        Ok(vm.tuple(mro))
    });
    vm.property(
        &class,
        "__bases__",
        |vm, c| {
            let class = self_class(vm, c);
            let bases = class.bases.borrow().iter().map(Gc::value).collect();
            Ok(vm.tuple(bases))
        },
        Some(|vm, c, value| {
            let class = self_class(vm, c);
            let given = value.as_ref().and_then(|value| value.downcast::<Tuple>());
            let Some(given) = given.filter(|given| !given.items.is_empty()) else {
                let what = value.as_ref().map_or_else(|| "NULL".into(), |value| vm.class_name(value));
                let text = match given {
                    Some(_) => format!("can only assign non-empty tuple to {}.__bases__, not ()", class.name()),
                    None => format!("can only assign tuple to {}.__bases__, not {what}", class.name()),
                };
                return Err(vm.type_error(text));
            };
            let bases: Option<Vec<Gc<Class>>> = given.items.iter().map(|b| b.downcast::<Class>().cloned()).collect();
            let Some(bases) = bases else {
                let text = format!("{}.__bases__ must be tuple of classes", class.name());
                return Err(vm.type_error(text));
            };
            vm.set_bases(&class, bases)
        }),
    );
    vm.getter(&class, "__base__", |vm, c| Ok(self_class(vm, c).bases.borrow().first().map_or(Value::None, Gc::value)));
    vm.property(
        &class,
        "__abstractmethods__",
        |vm, c| {
            let name = vm.names.abstractmethods.clone();
            match self_class(vm, c).dict.get_str(&name) {
                Some(names) => Ok(names),
                None => Err(vm.no_attribute(c, &name)),
            }
        },
        Some(|vm, c, value| {
            let name = vm.names.abstractmethods.clone();
            match value {
                Some(value) => self_class(vm, c).dict.set_str(&name, value),
                None => drop(self_class(vm, c).dict.remove_str(&name)),
            }
            Ok(())
        }),
    );
    vm.getter(&class, "__annotations__", |vm, c| {
        let class = self_class(vm, c);
        let name = vm.names.annotations.clone();
        if let Some(found) = class.dict.get_str(&name) {
            return Ok(found);
        }
        if class.builtin {
            return Err(vm.no_attribute(c, &name));
        }
        let empty: Value = Gc::new(Dict::new()).into();
        class.dict.set_str(&name, empty.clone());
        Ok(empty)
    });
    vm.getter(&class, "__type_params__", |vm, c| {
        let name = vm.names.type_params.clone();
        let found = self_class(vm, c).dict.get_str(&name);
        Ok(found.unwrap_or_else(|| vm.tuple(Vec::new())))
    });
}

/// `type(name, bases, namespace, **keywords)`; `type(x)` is answered before.
fn type_new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let positional = args.positional();
    if positional.len() != 4 {
        return Err(vm.type_error("type() takes 1 or 3 arguments"));
    }
    let Some(meta) = positional[0].downcast::<Class>().cloned() else {
        return Err(vm.type_error("type.__new__(X): X is not a type object"));
    };
    let Some(name) = positional[1].as_str() else {
        let text = format!("type.__new__() argument 1 must be str, not {}", vm.argument_type(&positional[1]));
        return Err(vm.type_error(text));
    };
    let View::Tuple(bases) = positional[2].view() else {
        let text = format!("type.__new__() argument 2 must be tuple, not {}", vm.class_name(&positional[2]));
        return Err(vm.type_error(text));
    };
    let View::Dict(namespace) = positional[3].base().view() else {
        let text = format!("type.__new__() argument 3 must be dict, not {}", vm.class_name(&positional[3]));
        return Err(vm.type_error(text));
    };
    let bases = bases.clone();
    let winner = vm.most_derived_metaclass(meta.clone(), &bases.items)?;
    if !winner.is(&meta)
        && let Some(new) = vm.lookup(&winner, &vm.names.new)
        && !matches!(new.view(), View::NativeMethod(_))
    {
        // The bases' metaclass makes the class in its own way.
        let new = vm.get_attr(&winner.value(), "__new__")?;
        let mut args = args.to_owned();
        args.values[0] = winner.into();
        return vm.call(&new, args);
    }
    let meta = winner;
    let classes = bases.items.iter().filter_map(|base| base.downcast::<Class>().cloned()).collect();
    let name = name.to_owned();
    let namespace = namespace.copy();
    if namespace.find_str(&vm.names.module).is_none() {
        let module =
            vm.current_globals().and_then(|g| g.get_str(&vm.names.name)).unwrap_or_else(|| Value::from("__main__"));
        namespace.set_str(&vm.names.module, module);
    }
    let class = vm.type_new(&meta, &name, classes, namespace)?;
    // An inherited metaclass's `__init_subclass__` gets the keywords.
    let keywords = super::super::CallArgs {
        values: args.keywords().map(|(_, v)| v.clone()).collect(),
        names: args.names.cloned(),
    };
    vm.announce_class(&class, keywords)?;
    Ok(class.into())
}

// Functions and methods.

fn functions(vm: &mut Vm) {
    fn this(value: &Value) -> Option<&Gc<Function>> {
        value.downcast()
    }
    macro_rules! slot {
        ($class:expr, $name:literal, $field:ident, $default:expr) => {
            vm.property(
                $class,
                $name,
                |vm, f| {
                    let _ = &vm;
                    let default: fn(&mut Vm) -> Value = $default;
                    match this(f).and_then(|f| f.$field.bound()) {
                        Some(value) => Ok(value),
                        None => Ok(default(vm)),
                    }
                },
                Some(|_, f, value| {
                    if let Some(f) = this(f) {
                        f.$field.set(value.unwrap_or(Value::Unbound));
                    }
                    Ok(())
                }),
            )
        };
    }
    let class = &vm.types.function.clone();
    slot!(class, "__name__", name, |_| Value::None);
    slot!(class, "__qualname__", qualname, |_| Value::None);
    slot!(class, "__doc__", doc, |_| Value::None);
    slot!(class, "__module__", module, |_| Value::None);
    slot!(class, "__defaults__", defaults, |_| Value::None);
    slot!(class, "__kwdefaults__", kwdefaults, |_| Value::None);
    slot!(class, "__type_params__", type_params, |vm| vm.tuple(Vec::new()));
    vm.property(
        class,
        "__annotations__",
        |_, f| {
            let Some(f) = this(f) else { return Ok(Value::None) };
            if f.annotations.bound().is_none() {
                f.annotations.set(Gc::new(Dict::new()).into());
            }
            Ok(f.annotations.get())
        },
        Some(|_, f, value| {
            if let Some(f) = this(f) {
                f.annotations.set(value.unwrap_or(Value::Unbound));
            }
            Ok(())
        }),
    );
    vm.getter(class, "__code__", |_, f| Ok(this(f).map_or(Value::None, |f| f.code.value())));
    vm.getter(class, "__globals__", |_, f| Ok(this(f).map_or(Value::None, |f| f.globals.value())));
    vm.getter(class, "__closure__", |vm, f| {
        let cells: Vec<Value> = this(f).map(|f| f.closure.iter().map(Gc::value).collect()).unwrap_or_default();
        Ok(if cells.is_empty() { Value::None } else { vm.tuple(cells) })
    });
    vm.getter(class, "__dict__", |_, f| {
        Ok(this(f).map_or(Value::None, |f| f.dict.get_or_init(|| Gc::new(Dict::new())).value()))
    });
    vm.method(
        class,
        "__get__",
        NativeFn::Plain(|_, args| match args.get(1) {
            Some(obj) if !obj.is_none() => Ok(Gc::new(BoundMethod { func: args[0].clone(), this: obj.clone() }).into()),
            _ => Ok(args[0].clone()),
        }),
    );
    vm.method(
        class,
        "__call__",
        NativeFn::Flow(|_, args| Ok(Flow::Call { callable: args[0].clone(), args: args.skip(1).to_owned() })),
    );

    let class = &vm.types.method.clone();
    fn bound(value: &Value) -> Option<&Gc<BoundMethod>> {
        value.downcast()
    }
    vm.getter(class, "__self__", |_, m| Ok(bound(m).map_or(Value::None, |m| m.this.clone())));
    vm.getter(class, "__func__", |_, m| Ok(bound(m).map_or(Value::None, |m| m.func.clone())));
    for name in [
        "__name__",
        "__qualname__",
        "__doc__",
        "__module__",
        "__defaults__",
        "__code__",
        "__annotations__",
        "__wrapped__",
        "__dict__",
        "__isabstractmethod__",
        "__kwdefaults__",
    ] {
        // What the function has.
        let get: super::super::native::Getter = match name {
            "__name__" => |vm, m| vm.method_attr(m, "__name__"),
            "__qualname__" => |vm, m| vm.method_attr(m, "__qualname__"),
            "__doc__" => |vm, m| vm.method_attr(m, "__doc__"),
            "__module__" => |vm, m| vm.method_attr(m, "__module__"),
            "__defaults__" => |vm, m| vm.method_attr(m, "__defaults__"),
            "__code__" => |vm, m| vm.method_attr(m, "__code__"),
            "__annotations__" => |vm, m| vm.method_attr(m, "__annotations__"),
            "__wrapped__" => |vm, m| vm.method_attr(m, "__wrapped__"),
            "__dict__" => |vm, m| vm.method_attr(m, "__dict__"),
            "__kwdefaults__" => |vm, m| vm.method_attr(m, "__kwdefaults__"),
            _ => |vm, m| vm.method_attr(m, "__isabstractmethod__"),
        };
        vm.getter(class, name, get);
    }
    vm.method(
        class,
        "__getattribute__",
        NativeFn::Flow(|vm, args| {
            let name = args.one(vm, "method.__getattribute__")?;
            let name = name_arg(vm, name)?;
            vm.attr_flow(&args[0], &name)
        }),
    );
    vm.method(
        class,
        "__call__",
        NativeFn::Flow(|_, args| Ok(Flow::Call { callable: args[0].clone(), args: args.skip(1).to_owned() })),
    );
    vm.constructor(
        class,
        NativeFn::Plain(|vm, args| {
            args.count(vm, "method", 1, 2, 2)?;
            Ok(Gc::new(BoundMethod { func: args[1].clone(), this: args[2].clone() }).into())
        }),
    );
    vm.method(
        class,
        "__eq__",
        NativeFn::Plain(|vm, args| {
            let other = args.one(vm, "method.__eq__")?;
            Ok(match (bound(&args[0]), bound(other)) {
                (Some(a), Some(b)) => Value::Bool(a.this.is(&b.this) && a.func.is(&b.func)),
                _ => Value::NotImplemented,
            })
        }),
    );

    let class = &vm.types.builtin_function.clone();
    fn native(value: &Value) -> Option<&Gc<Native>> {
        value.downcast()
    }
    vm.getter(class, "__name__", |_, f| Ok(native(f).map_or(Value::None, |f| Value::from(f.name))));
    vm.getter(class, "__qualname__", |vm, f| {
        let Some(f) = native(f) else { return Ok(Value::None) };
        Ok(Value::from(match f.this.view() {
            View::Unbound | View::Module(_) => f.name.to_owned(),
            View::Class(class) => format!("{}.{}", class.name(), f.name),
            _ => format!("{}.{}", vm.class_name(&f.this), f.name),
        }))
    });
    vm.getter(class, "__self__", |vm, f| {
        Ok(match native(f) {
            Some(f) if !f.this.is_unbound() => f.this.clone(),
            // A function's `__self__` is its module.
            Some(f) => vm.modules.get_text(f.module).unwrap_or(Value::None),
            None => Value::None,
        })
    });
    vm.getter(class, "__module__", |_, f| {
        Ok(native(f).filter(|f| !f.module.is_empty()).map_or(Value::None, |f| Value::from(f.module)))
    });
    vm.getter(class, "__doc__", |vm, f| {
        let qualname = vm.get_attr(f, "__qualname__")?;
        Ok(super::docs::doc(qualname.as_str().unwrap_or_default()).map_or(Value::None, Value::from))
    });
    vm.method(
        class,
        "__call__",
        NativeFn::Flow(|_, args| Ok(Flow::Call { callable: args[0].clone(), args: args.skip(1).to_owned() })),
    );

    let class = &vm.types.method_descriptor.clone();
    vm.getter(class, "__name__", |_, f| Ok(f.downcast::<NativeMethod>().map_or(Value::None, |f| Value::from(f.name))));
    vm.getter(class, "__qualname__", |_, f| {
        Ok(f.downcast::<NativeMethod>().map_or(Value::None, |f| Value::from(format!("{}.{}", f.owner, f.name))))
    });
    vm.getter(class, "__doc__", |_, f| {
        let doc = f.downcast::<NativeMethod>().and_then(|f| super::docs::doc(&format!("{}.{}", f.owner, f.name)));
        Ok(doc.map_or(Value::None, Value::from))
    });
    vm.getter(class, "__objclass__", |vm, f| {
        let owner = f.downcast::<NativeMethod>().map_or("object", |f| f.owner);
        let found = vm.types.all().into_iter().find(|c| *c.name.borrow() == owner).map(Gc::value);
        Ok(found.unwrap_or(Value::None))
    });
    vm.method(
        class,
        "__get__",
        NativeFn::Flow(|vm, args| {
            args.count(vm, "__get__", 1, 1, 2)?;
            let class = match args.get(2).map(Value::view) {
                Some(View::Class(class)) => class.clone(),
                _ => vm.class_of(&args[1]),
            };
            let obj = Some(&args[1]).filter(|obj| !obj.is_none());
            vm.bind_attr(&args[0], obj, &class)
        }),
    );
    vm.method(
        class,
        "__call__",
        NativeFn::Flow(|_, args| Ok(Flow::Call { callable: args[0].clone(), args: args.skip(1).to_owned() })),
    );
}

impl Vm {
    fn method_attr(&mut self, method: &Value, name: &str) -> PyResult {
        match method.view() {
            View::BoundMethod(bound) => {
                let func = bound.func.clone();
                self.get_attr(&func, name)
            }
            _ => Ok(Value::None),
        }
    }

    /// The globals of the innermost frame of Python code.
    pub fn current_globals(&self) -> Option<Gc<Dict>> {
        self.fiber.innermost().map(|frame| frame.globals.clone())
    }

    /// `a | b` of types.
    pub fn union_of(&mut self, a: &Value, b: &Value) -> PyResult {
        let mut members: Vec<Value> = Vec::new();
        for value in [a, b] {
            match value.view() {
                View::Alias(alias) if alias.union => members.extend(alias.args.items.iter().cloned()),
                View::Class(_) | View::Alias(_) => members.push(value.clone()),
                View::None => members.push(self.types.none.value()),
                View::Instance(_)
                    if self.special(value, &self.names.origin).is_some()
                        || self.class_of(value).lookup(&self.names.module).as_ref().and_then(Value::as_str)
                            == Some("typing") =>
                {
                    members.push(value.clone());
                }
                _ => return Ok(Value::NotImplemented),
            }
        }
        let mut unique: Vec<Value> = Vec::new();
        for member in members {
            let mut known = false;
            for other in &unique {
                known |= self.eq(other, &member)?;
            }
            if !known {
                unique.push(member);
            }
        }
        if unique.len() == 1 {
            return Ok(unique.remove(0));
        }
        Ok(Gc::new(Alias { origin: Value::None, args: Gc::new(Tuple::from(unique)), union: true }).into())
    }
}

// Descriptors.

fn descriptors(vm: &mut Vm) {
    fn this(value: &Value) -> Option<&Gc<Property>> {
        value.base().downcast()
    }
    let class = &vm.types.property.clone();
    vm.constructor(
        class,
        NativeFn::Plain(|vm, args| {
            let [get, set, delete, doc] = args.skip(1).bind(vm, "property", ["fget", "fset", "fdel", "doc"], 0, 4)?;
            let or_none = |v: Value| if v.is_unbound() { Value::None } else { v };
            let doc = if doc.is_unbound() && !get.is_unbound() {
                vm.get_attr_opt(&get, "__doc__")?.unwrap_or(Value::None)
            } else {
                or_none(doc)
            };
            let name = if get.is_unbound() {
                Value::Unbound
            } else {
                vm.get_attr_opt(&get, "__name__")?.unwrap_or(Value::Unbound)
            };
            let property = Property {
                get: Slot::new(or_none(get)),
                set: Slot::new(or_none(set)),
                delete: Slot::new(or_none(delete)),
                doc: Slot::new(doc),
                name: Slot::new(name),
            };
            let doc = property.doc.get();
            let property: Value = Gc::new(property).into();
            let property = vm.subclass_value(&args[0], property);
            // A subclass has a `__doc__` of its own.
            if let View::Instance(instance) = property.view()
                && !instance.class().no_dict.get()
            {
                instance.dict().set_text("__doc__", doc);
            }
            Ok(property)
        }),
    );
    vm.method(
        class,
        "__init__",
        NativeFn::Plain(|vm, args| {
            // A subclass may have changed the arguments on the way.
            let [get, set, delete, doc] = args.skip(1).bind(vm, "property", ["fget", "fset", "fdel", "doc"], 0, 4)?;
            if let Some(property) = this(&args[0]) {
                for (slot, value) in
                    [(&property.get, get), (&property.set, set), (&property.delete, delete), (&property.doc, doc)]
                {
                    if !value.is_unbound() {
                        slot.set(value);
                    }
                }
            }
            Ok(Value::None)
        }),
    );
    fn changed(vm: &mut Vm, args: Args<'_>, which: usize) -> PyResult {
        let Some(old) = this(&args[0]) else { return Ok(Value::None) };
        let value = args.one(vm, "property")?.clone();
        let mut parts = [old.get.get(), old.set.get(), old.delete.get()];
        parts[which] = value;
        let [get, set, delete] = parts;
        let property = Property {
            get: Slot::new(get),
            set: Slot::new(set),
            delete: Slot::new(delete),
            doc: Slot::new(old.doc.get()),
            name: Slot::new(old.name.get()),
        };
        let class = vm.class_of(&args[0]).value();
        Ok(vm.subclass_value(&class, Gc::new(property).into()))
    }
    vm.method(class, "getter", NativeFn::Plain(|vm, args| changed(vm, args, 0)));
    vm.method(class, "setter", NativeFn::Plain(|vm, args| changed(vm, args, 1)));
    vm.method(class, "deleter", NativeFn::Plain(|vm, args| changed(vm, args, 2)));
    vm.getter(class, "fget", |_, p| Ok(this(p).map_or(Value::None, |p| p.get.get())));
    vm.getter(class, "fset", |_, p| Ok(this(p).map_or(Value::None, |p| p.set.get())));
    vm.getter(class, "fdel", |_, p| Ok(this(p).map_or(Value::None, |p| p.delete.get())));
    vm.property(
        class,
        "__doc__",
        |_, p| Ok(this(p).map_or(Value::None, |p| p.doc.get())),
        Some(|_, p, v| {
            if let Some(p) = this(p) {
                p.doc.set(v.unwrap_or(Value::None));
            }
            Ok(())
        }),
    );
    vm.property(
        class,
        "__name__",
        |_, p| Ok(this(p).and_then(|p| p.name.bound()).unwrap_or(Value::None)),
        Some(|_, p, v| {
            if let Some(p) = this(p) {
                p.name.set(v.unwrap_or(Value::None));
            }
            Ok(())
        }),
    );
    vm.getter(class, "__isabstractmethod__", |vm, p| {
        let Some(p) = this(p) else { return Ok(Value::FALSE) };
        for part in [p.get.get(), p.set.get(), p.delete.get()] {
            if !part.is_none()
                && let Some(flag) = vm.get_attr_opt(&part, "__isabstractmethod__")?
                && vm.truth(&flag)?
            {
                return Ok(Value::TRUE);
            }
        }
        Ok(Value::FALSE)
    });
    vm.method(
        class,
        "__get__",
        NativeFn::Flow(|vm, args| {
            args.count(vm, "__get__", 1, 1, 2)?;
            if args[1].is_none() {
                return Ok(args[0].clone().into());
            }
            let class = vm.class_of(&args[1]);
            vm.bind_attr(args[0].base(), Some(&args[1]), &class)
        }),
    );
    vm.method(
        class,
        "__set__",
        NativeFn::Flow(|vm, args| {
            args.count(vm, "__set__", 1, 2, 2)?;
            match this(&args[0]).map(|p| p.set.get()) {
                Some(set) if !set.is_none() && !set.is_unbound() => Flow::call(set, [args[1].clone(), args[2].clone()]),
                _ => {
                    let class = vm.types.attribute_error.clone();
                    let text = "property has no setter";
                    Err(vm.error(&class, text))
                }
            }
        }),
    );

    for class in [vm.types.staticmethod.clone(), vm.types.classmethod.clone()] {
        let is_static = class.is(&vm.types.staticmethod);
        let new: NativeFn = if is_static {
            NativeFn::Plain(|vm, args| {
                args.count(vm, "staticmethod", 1, 1, 1)?;
                let method: Value = Gc::new(StaticMethod { func: args[1].clone(), dict: Default::default() }).into();
                Ok(vm.subclass_value(&args[0], method))
            })
        } else {
            NativeFn::Plain(|vm, args| {
                args.count(vm, "classmethod", 1, 1, 1)?;
                let method: Value = Gc::new(ClassMethod { func: args[1].clone(), dict: Default::default() }).into();
                Ok(vm.subclass_value(&args[0], method))
            })
        };
        vm.constructor(&class, new);
        fn func(value: &Value) -> Value {
            match value.base().view() {
                View::StaticMethod(m) => m.func.clone(),
                View::ClassMethod(m) => m.func.clone(),
                _ => Value::None,
            }
        }
        vm.method(&class, "__init__", NativeFn::Plain(|_, _| Ok(Value::None)));
        vm.getter(&class, "__func__", |_, m| Ok(func(m)));
        vm.getter(&class, "__wrapped__", |_, m| Ok(func(m)));
        vm.getter(&class, "__name__", |vm, m| vm.get_attr(&func(m), "__name__"));
        vm.getter(&class, "__qualname__", |vm, m| vm.get_attr(&func(m), "__qualname__"));
        vm.getter(&class, "__doc__", |vm, m| vm.get_attr(&func(m), "__doc__"));
        vm.getter(&class, "__module__", |vm, m| vm.get_attr(&func(m), "__module__"));
        vm.getter(&class, "__annotations__", |vm, m| vm.get_attr(&func(m), "__annotations__"));
        vm.getter(&class, "__isabstractmethod__", |vm, m| {
            Ok(vm.get_attr_opt(&func(m), "__isabstractmethod__")?.unwrap_or(Value::FALSE))
        });
        vm.method(
            &class,
            "__get__",
            NativeFn::Flow(|vm, args| {
                args.count(vm, "__get__", 1, 1, 2)?;
                let class = match args.get(2).map(Value::view) {
                    Some(View::Class(class)) => class.clone(),
                    _ => vm.class_of(&args[1]),
                };
                vm.bind_attr(args[0].base(), Some(&args[1]), &class)
            }),
        );
        vm.method(
            &class,
            "__call__",
            NativeFn::Flow(|_, args| Ok(Flow::Call { callable: func(&args[0]), args: args.skip(1).to_owned() })),
        );
    }

    let class = &vm.types.super_.clone();
    vm.constructor(class, NativeFn::Plain(super_new));
    vm.method(class, "__init__", NativeFn::Plain(|_, _| Ok(Value::None)));
    vm.getter(class, "__self__", |_, s| Ok(s.downcast::<Super>().map_or(Value::None, |s| s.this.clone())));
    vm.getter(class, "__thisclass__", |_, s| Ok(s.downcast::<Super>().map_or(Value::None, |s| s.class.value())));
    vm.getter(class, "__self_class__", |_, s| Ok(s.downcast::<Super>().map_or(Value::None, |s| s.this_class.value())));

    let class = &vm.types.member_descriptor.clone();
    vm.getter(class, "__name__", |_, m| Ok(m.downcast::<MemberSlot>().map_or(Value::None, |m| m.name.value())));
    let class = &vm.types.getset_descriptor.clone();
    vm.getter(class, "__name__", |_, m| Ok(m.downcast::<GetSet>().map_or(Value::None, |m| Value::from(m.name))));
    for class in [vm.types.member_descriptor.clone(), vm.types.getset_descriptor.clone()] {
        vm.method(
            &class,
            "__get__",
            NativeFn::Flow(|vm, args| {
                args.count(vm, "__get__", 1, 1, 2)?;
                let class = vm.class_of(&args[1]);
                let obj = Some(&args[1]).filter(|obj| !obj.is_none());
                vm.bind_attr(&args[0], obj, &class)
            }),
        );
        vm.method(
            &class,
            "__set__",
            NativeFn::Flow(|vm, args| {
                args.count(vm, "__set__", 1, 2, 2)?;
                let name = vm.get_attr(&args[0], "__name__")?;
                let name = name_arg(vm, &name)?;
                vm.generic_set_attr(&args[1], &name, Some(args[2].clone()))
            }),
        );
    }
}

impl Vm {
    /// The value itself for a builtin class, an instance that holds it for a subclass.
    pub fn subclass_value(&mut self, class: &Value, value: Value) -> Value {
        match class.view() {
            View::Class(class) if !class.builtin => Instance::new(class.clone(), Payload::Value(value)).into(),
            _ => value,
        }
    }
}

fn super_new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let (class, this) = match &args.values[1..] {
        [] => {
            // The innermost frame of the program: its `__class__` cell and its first argument.
            let Some(frame) = vm.fiber.innermost() else { return Err(vm.runtime_error("super(): no current frame")) };
            let spec = &frame.code.spec;
            if spec.arg_count == 0 && !spec.flags.varargs {
                return Err(vm.runtime_error("super(): no arguments"));
            }
            let locals = spec.varnames.len();
            let cell_of = |index: usize| unsafe {
                (*frame.base.add(locals + index)).downcast::<CellObject>().map(|c| c.value.get())
            };
            // The first argument may have moved into a cell.
            let first = unsafe { (*frame.base).clone() };
            let this = if first.is_unbound() {
                spec.cellvars.iter().position(|v| v.param == Some(0)).and_then(cell_of).unwrap_or(Value::Unbound)
            } else {
                first
            };
            let this = match this.view() {
                View::Tuple(tuple) if spec.arg_count == 0 => tuple.items.first().cloned().unwrap_or(Value::Unbound),
                _ => this,
            };
            let index = spec.freevars.iter().position(|name| name == "__class__").map(|i| i + spec.cellvars.len());
            let class = index.and_then(cell_of);
            let Some(class) = class else { return Err(vm.runtime_error("super(): __class__ cell not found")) };
            if this.is_unbound() {
                return Err(vm.runtime_error("super(): arg[0] deleted"));
            }
            let Some(class) = class.downcast::<Class>().cloned() else {
                return Err(vm.runtime_error("super(): empty __class__ cell"));
            };
            (class, this)
        }
        [class] => match class.view() {
            View::Class(class) => (class.clone(), Value::None),
            _ => {
                let text = format!("super() argument 1 must be a type, not {}", vm.class_name(class));
                return Err(vm.type_error(text));
            }
        },
        [class, this] => match class.view() {
            View::Class(class) => (class.clone(), this.clone()),
            _ => {
                let text = format!("super() argument 1 must be a type, not {}", vm.class_name(class));
                return Err(vm.type_error(text));
            }
        },
        more => {
            let text = format!("super() expected at most 2 arguments, got {}", more.len());
            return Err(vm.type_error(text));
        }
    };
    let this_class = match this.view() {
        View::Class(c) if Class::is_subclass(c, &class) => c.clone(),
        _ => {
            let own = vm.class_of(&this);
            if !Class::is_subclass(&own, &class) {
                let what = match this.view() {
                    View::Class(c) => format!("type {}", c.name()),
                    _ => format!("instance of {}", own.name()),
                };
                let text =
                    format!("super(type, obj): obj ({what}) is not an instance or subtype of type ({}).", class.name());
                return Err(vm.type_error(text));
            }
            own
        }
    };
    Ok(Gc::new(Super { class, this, this_class }).into())
}

// The rest.

fn others(vm: &mut Vm) {
    let class = &vm.types.module.clone();
    vm.method(class, "__repr__", NativeFn::Plain(|vm, args| Ok(Value::from(vm.builtin_repr(&args[0])?))));
    vm.getter(class, "__dict__", |_, m| {
        Ok(match m.view() {
            View::Module(module) => module.dict.value(),
            View::Instance(instance) => instance.dict().value(),
            _ => Value::None,
        })
    });
    vm.constructor(
        class,
        NativeFn::Plain(|vm, args| {
            let [name, doc] = args.skip(1).bind(vm, "module", ["name", "doc"], 1, 2)?;
            let Some(text) = name.as_str() else { return Err(vm.type_error("module() argument 'name' must be str")) };
            let doc = if doc.is_unbound() { Value::None } else { doc };
            if let View::Class(class) = args[0].view()
                && !class.is(&vm.types.module)
            {
                // One of the program's own kind is like any instance.
                let module = Instance::new(class.clone(), Payload::None);
                module.dict().set_text("__name__", name.clone());
                module.dict().set_text("__doc__", doc);
                return Ok(module.into());
            }
            let module = Gc::new(Module { name: text.to_owned(), dict: Gc::new(Dict::new()) });
            vm.set(&module, "__name__", name.clone());
            vm.set(&module, "__doc__", doc);
            Ok(module.into())
        }),
    );
    let class = &vm.types.cell.clone();
    vm.getter(class, "cell_contents", |vm, c| match c.downcast::<CellObject>().and_then(|c| c.value.bound()) {
        Some(value) => Ok(value),
        None => Err(vm.value_error("Cell is empty")),
    });
    let class = &vm.types.code.clone();
    fn code(value: &Value) -> &Gc<Code> {
        value.downcast().expect("the getter is of the class")
    }
    vm.getter(class, "co_name", |_, c| Ok(Value::from(code(c).spec.name.as_str())));
    vm.getter(class, "co_qualname", |_, c| Ok(Value::from(code(c).spec.qualname.as_str())));
    vm.getter(class, "co_filename", |_, c| Ok(Value::from(code(c).source.filename.as_str())));
    vm.getter(class, "co_firstlineno", |_, c| Ok(Value::Int(code(c).spec.first_line as i64)));
    vm.getter(class, "co_argcount", |_, c| Ok(Value::Int(code(c).spec.arg_count as i64)));
    vm.getter(class, "co_posonlyargcount", |_, c| Ok(Value::Int(code(c).spec.positional_only as i64)));
    vm.getter(class, "co_kwonlyargcount", |_, c| Ok(Value::Int(code(c).spec.keyword_only as i64)));
    vm.getter(class, "co_nlocals", |_, c| Ok(Value::Int(code(c).spec.varnames.len() as i64)));
    vm.getter(class, "co_varnames", |vm, c| {
        let names = code(c).spec.varnames.iter().map(|n| Value::from(n.as_str())).collect();
        Ok(vm.tuple(names))
    });
    vm.getter(class, "co_freevars", |vm, c| {
        let names = code(c).spec.freevars.iter().map(|n| Value::from(n.as_str())).collect();
        Ok(vm.tuple(names))
    });
    vm.getter(class, "co_cellvars", |vm, c| {
        let names = code(c).spec.cellvars.iter().map(|cell| Value::from(cell.name.as_str())).collect();
        Ok(vm.tuple(names))
    });
    vm.getter(class, "co_names", |vm, c| {
        let names = code(c).names.iter().map(|name| name.value()).collect();
        Ok(vm.tuple(names))
    });
    vm.getter(class, "co_consts", |vm, c| Ok(vm.tuple(code(c).consts.to_vec())));
    vm.getter(class, "co_flags", |_, c| {
        let f = code(c).spec.flags;
        let bits = [
            (f.varargs, 4),
            (f.varkeywords, 8),
            (f.nested, 16),
            (f.generator, 32),
            (f.coroutine, 128),
            (f.async_generator, 512),
        ];
        Ok(Value::Int(3 + bits.iter().map(|(on, bit)| if *on { *bit } else { 0 }).sum::<i64>()))
    });
    let class = &vm.types.traceback.clone();
    fn traceback(value: &Value) -> &Gc<Traceback> {
        value.downcast().expect("the getter is of the class")
    }
    vm.getter(class, "tb_next", |_, t| Ok(traceback(t).next.get()));
    vm.getter(class, "tb_lineno", |_, t| Ok(Value::Int(traceback(t).line() as i64)));
    vm.getter(class, "tb_lasti", |_, t| Ok(Value::Int(traceback(t).ip as i64 * 2)));
    // An entry that was made up stands in for its frame: code and line are what is asked of it.
    vm.getter(class, "tb_frame", |_, t| Ok(traceback(t).frame.as_ref().map_or(t.clone(), Gc::value)));
    vm.getter(class, "f_code", |_, t| Ok(traceback(t).code.value()));
    vm.getter(class, "f_lineno", |_, t| Ok(Value::Int(traceback(t).line() as i64)));
    vm.getter(class, "f_back", |_, _| Ok(Value::None));
    vm.getter(class, "f_locals", |_, _| Ok(Gc::new(Dict::new()).into()));
    vm.getter(class, "f_globals", |_, _| Ok(Gc::new(Dict::new()).into()));
    let class = &vm.types.frame.clone();
    fn frame(value: &Value) -> &Gc<FrameObject> {
        value.downcast().expect("the getter is of the class")
    }
    vm.getter(class, "f_code", |_, f| Ok(frame(f).code.value()));
    vm.getter(class, "f_lineno", |vm, f| {
        let ip = vm.standing_frame(frame(f)).map_or(frame(f).ip.get(), |standing| standing.ip);
        Ok(Value::Int(frame(f).code.position(ip.saturating_sub(1)).line as i64))
    });
    vm.getter(class, "f_lasti", |_, f| Ok(Value::Int(frame(f).ip.get() as i64 * 2)));
    vm.getter(class, "f_globals", |_, f| Ok(frame(f).globals.value()));
    vm.getter(class, "f_builtins", |vm, _| Ok(vm.builtins.value()));
    vm.getter(class, "f_trace", |_, _| Ok(Value::None));
    vm.getter(class, "f_locals", |vm, f| {
        Ok(match vm.standing_frame(frame(f)) {
            Some(standing) => super::functions::frame_locals(standing),
            None => super::functions::locals_of(&frame(f).code, &frame(f).globals, &frame(f).locals.borrow()),
        })
    });
    vm.getter(class, "f_back", |vm, f| Ok(vm.caller_of(frame(f))));
    vm.method(
        class,
        "clear",
        NativeFn::Plain(|vm, args| {
            args.none(vm, "frame.clear")?;
            if vm.standing_frame(frame(&args[0])).is_some() {
                return Err(vm.runtime_error("cannot clear an executing frame"));
            }
            drop(frame(&args[0]).locals.take());
            Ok(Value::None)
        }),
    );
    let class = &vm.types.generic_alias.clone();
    fn alias(value: &Value) -> &Gc<Alias> {
        value.downcast().expect("the getter is of the class")
    }
    vm.constructor(
        class,
        NativeFn::Plain(|vm, args| {
            args.count(vm, "GenericAlias", 1, 2, 2)?;
            Ok(super::super::run::operators::alias(&args[1], &args[2]))
        }),
    );
    for class in [class, &vm.types.union_type.clone()] {
        vm.getter(class, "__origin__", |_, a| Ok(alias(a).origin.clone()));
        vm.getter(class, "__args__", |_, a| Ok(alias(a).args.value()));
        vm.getter(class, "__parameters__", |vm, _| Ok(vm.tuple(Vec::new())));
        vm.method(class, "__or__", NativeFn::Plain(|vm, args| vm.union_of(&args[0], &args[1])));
        vm.method(class, "__ror__", NativeFn::Plain(|vm, args| vm.union_of(&args[1], &args[0])));
        vm.method(
            class,
            "__eq__",
            NativeFn::Plain(|vm, args| match (args[0].view(), args[1].view()) {
                (View::Alias(a), View::Alias(b)) if a.union == b.union => {
                    let (a, b) = (a.clone(), b.clone());
                    Ok(Value::Bool(vm.eq(&a.origin, &b.origin)? && vm.eq(&a.args.value(), &b.args.value())?))
                }
                _ => Ok(Value::NotImplemented),
            }),
        );
        vm.method(class, "__hash__", NativeFn::Plain(|vm, args| vm.hash(&args[0]).map(Value::Int)));
    }
    let class = &vm.types.weakref.clone();
    vm.constructor(
        class,
        NativeFn::Plain(|vm, args| {
            args.count(vm, "ref", 1, 1, 2)?;
            let callback = args.get(2).cloned().unwrap_or(Value::None);
            let has_place = match args[1].view() {
                View::Instance(instance) => {
                    let class = instance.class();
                    let slot = vm.lookup(&class, &vm.names.weakref);
                    let is_own = |found: Value| !matches!(found.view(), View::GetSet(g) if g.owner == "object");
                    class.builtin || !class.no_dict.get() || slot.is_some_and(is_own)
                }
                _ => false,
            };
            let allowed = has_place
                || matches!(
                    args[1].view(),
                    View::Function(_)
                        | View::Class(_)
                        | View::Generator(_)
                        | View::BoundMethod(_)
                        | View::Module(_)
                        | View::Set(_)
                );
            match super::super::weak::reference(&args[1], callback).filter(|_| allowed) {
                Some(reference) => Ok(reference.into()),
                None => {
                    let text = format!("cannot create weak reference to '{}' object", vm.class_name(&args[1]));
                    Err(vm.type_error(text))
                }
            }
        }),
    );
    let class = &vm.types.none.clone();
    vm.method(class, "__bool__", NativeFn::Plain(|_, _| Ok(Value::FALSE)));
    vm.method(class, "__repr__", NativeFn::Plain(|_, _| Ok(Value::from("None"))));
    vm.constructor(class, NativeFn::Plain(|_, _| Ok(Value::None)));
    // The dict of any instance that has one.
    let class = &vm.types.object.clone();
    vm.getter(class, "__weakref__", |_, _| Ok(Value::None));
    vm.property(
        class,
        "__dict__",
        |vm, obj| {
            let name = vm.names.dict.clone();
            match obj.view() {
                View::Instance(instance) if !instance.class().no_dict.get() => Ok(instance.dict().value()),
                View::StaticMethod(m) => Ok(m.dict.get_or_init(|| Gc::new(Dict::new())).value()),
                View::ClassMethod(m) => Ok(m.dict.get_or_init(|| Gc::new(Dict::new())).value()),
                _ => Err(vm.no_attribute(obj, &name)),
            }
        },
        Some(|vm, obj, value| {
            let (View::Instance(instance), Some(value)) = (obj.view(), &value) else {
                return Err(vm.type_error("__dict__ must be set to a dictionary"));
            };
            let Some(new) = value.downcast::<Dict>() else {
                let text = format!("__dict__ must be set to a dictionary, not a '{}'", vm.class_name(value));
                return Err(vm.type_error(text));
            };
            let dict = instance.dict();
            dict.clear();
            for (key, value) in new.items() {
                vm.dict_set(dict, key, value)?;
            }
            Ok(())
        }),
    );
}
