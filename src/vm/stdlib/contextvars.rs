//! `contextvars`: a context is a copy-on-write list of variables and values; each thread has a current one.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::super::native::{Args, NativeFn, NativeObject};
use super::super::object::*;
use super::super::{Cx, Flow, ModuleSource, PyResult, Vm};

type Bindings = Rc<Vec<(Value, Value)>>;

/// What a `Context` holds.
#[derive(Default)]
struct Context {
    bindings: RefCell<Bindings>,
    entered: Cell<bool>,
}

impl NativeObject for Context {}

/// What a `ContextVar` holds.
struct ContextVar {
    name: Value,
    /// `Unbound` without one.
    default: Value,
}

impl NativeObject for ContextVar {}

/// What a `Token` holds.
struct Token {
    var: Value,
    context: Value,
    /// `Unbound` if the variable had none.
    old: Value,
    used: Cell<bool>,
}

impl NativeObject for Token {}

/// The classes, made once.
#[derive(Default)]
struct Classes {
    context: RefCell<Option<Gc<Class>>>,
    missing: RefCell<Option<Value>>,
    token: RefCell<Option<Gc<Class>>>,
}

pub fn install(vm: &mut Vm) {
    vm.finder.insert("contextvars", ModuleSource::Native(init));
}

fn context_class(vm: &mut Vm) -> Gc<Class> {
    let classes = vm.extension::<Classes>();
    if let Some(class) = &*classes.context.borrow() {
        return class.clone();
    }
    let class = vm.new_class("_contextvars", "Context", &[], Layout::Native);
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| {
            args.none(vm, "Context")?;
            Ok(new_context(vm, Bindings::default()))
        }),
    );
    vm.method(&class, "run", NativeFn::Flow(run));
    vm.method(
        &class,
        "copy",
        NativeFn::Plain(|vm, args| {
            let bindings = this(vm, &args[0])?.bindings.borrow().clone();
            Ok(new_context(vm, bindings))
        }),
    );
    vm.method(
        &class,
        "get",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "get", 1, 1, 2)?;
            Ok(find(vm, &args[0], &args[1])?.or_else(|| args.get(2).cloned()).unwrap_or(Value::None))
        }),
    );
    vm.method(
        &class,
        "__getitem__",
        NativeFn::Plain(|vm, args| {
            let var = args.one(vm, "Context.__getitem__")?.clone();
            if var.native::<ContextVar>().is_none() {
                let text = format!("a ContextVar key was expected, got {}", vm.repr(&var)?);
                return Err(vm.type_error(text));
            }
            match find(vm, &args[0], &var)? {
                Some(value) => Ok(value),
                None => Err(vm.key_error(var)),
            }
        }),
    );
    vm.method(
        &class,
        "__contains__",
        NativeFn::Plain(|vm, args| {
            let var = args.one(vm, "Context.__contains__")?.clone();
            Ok(Value::Bool(find(vm, &args[0], &var)?.is_some()))
        }),
    );
    vm.method(
        &class,
        "__len__",
        NativeFn::Plain(|vm, args| Ok(Value::from(this(vm, &args[0])?.bindings.borrow().len()))),
    );
    fn parts(vm: &mut Vm, value: &Value, part: fn(&Vm, &(Value, Value)) -> Value) -> PyResult {
        let bindings = this(vm, value)?.bindings.borrow().clone();
        let items: Vec<Value> = bindings.iter().map(|b| part(vm, b)).collect();
        let list = Value::from(items);
        vm.iter(&list)
    }
    vm.method(&class, "__iter__", NativeFn::Plain(|vm, args| parts(vm, &args[0], |_, (var, _)| var.clone())));
    vm.method(&class, "keys", NativeFn::Plain(|vm, args| parts(vm, &args[0], |_, (var, _)| var.clone())));
    vm.method(&class, "values", NativeFn::Plain(|vm, args| parts(vm, &args[0], |_, (_, value)| value.clone())));
    vm.method(
        &class,
        "items",
        NativeFn::Plain(|vm, args| parts(vm, &args[0], |vm, (var, value)| vm.tuple(vec![var.clone(), value.clone()]))),
    );
    *classes.context.borrow_mut() = Some(class.clone());
    class
}

fn new_context(vm: &mut Vm, bindings: Bindings) -> Value {
    let class = context_class(vm);
    let context = Context { bindings: RefCell::new(bindings), entered: Cell::new(false) };
    Instance::new(class, Payload::Native(Box::new(context))).into()
}

fn this<'a>(vm: &mut Vm, value: &'a Value) -> PyResult<&'a Context> {
    match value.native::<Context>() {
        Some(context) => Ok(context),
        None => {
            let text = format!("an instance of Context was expected, got {}", vm.class_name(value));
            Err(vm.type_error(text))
        }
    }
}

fn find(vm: &mut Vm, context: &Value, var: &Value) -> PyResult<Option<Value>> {
    let bindings = this(vm, context)?.bindings.borrow();
    Ok(bindings.iter().find(|(v, _)| v.is(var)).map(|(_, value)| value.clone()))
}

fn bind(vm: &mut Vm, context: &Value, var: &Value, value: Option<Value>) -> PyResult<()> {
    let context = this(vm, context)?;
    let mut bindings = context.bindings.borrow_mut();
    let list = Rc::make_mut(&mut bindings);
    let index = list.iter().position(|(v, _)| v.is(var));
    let old = match (index, value) {
        (Some(index), Some(value)) => Some(std::mem::replace(&mut list[index].1, value)),
        (Some(index), None) => Some(list.remove(index).1),
        (None, Some(value)) => {
            list.push((var.clone(), value));
            None
        }
        (None, None) => None,
    };
    drop(bindings);
    drop(old);
    Ok(())
}

/// `context.run(callable, *args, **kwargs)`.
fn run(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let context = args[0].clone();
    if this(vm, &context)?.entered.replace(true) {
        let text = format!("cannot enter context: {} is already entered", vm.default_repr(&context));
        return Err(vm.runtime_error(text));
    }
    let Some(callable) = args.get(1).cloned() else {
        if let Some(c) = context.native::<Context>() {
            c.entered.set(false);
        }
        return Err(vm.type_error("run() missing 1 required positional argument"));
    };
    let args = args.skip(2).to_owned();
    Flow::future(async move {
        let outer = Cx.vm(|vm| vm.swap_context(context.clone()));
        let result = Cx.call(&callable, args).await;
        Cx.vm(|vm| vm.swap_context(outer));
        if let Some(c) = context.native::<Context>() {
            c.entered.set(false);
        }
        result
    })
}

fn init(vm: &mut Vm, module: &Gc<Module>) -> PyResult<()> {
    let context = context_class(vm);
    vm.set(module, "Context", context.value());
    let var = vm.new_class("_contextvars", "ContextVar", &[], Layout::Native);
    let token = vm.new_class("_contextvars", "Token", &[], Layout::Native);
    let missing_class = vm.new_class("_contextvars", "_Missing", &[], Layout::Object);
    vm.method(&missing_class, "__repr__", NativeFn::Plain(|_, _| Ok(Value::from("<Token.MISSING>"))));
    let missing: Value = Instance::new(missing_class, Payload::None).into();
    vm.class_attr(&token, "MISSING", missing.clone());
    let classes = vm.extension::<Classes>();
    *classes.missing.borrow_mut() = Some(missing);
    *classes.token.borrow_mut() = Some(token.clone());
    vm.constructor(
        &var,
        NativeFn::Plain(|vm, args| {
            let [name, default] = args.skip(1).bind(vm, "ContextVar", ["name", "default"], 1, 1)?;
            if name.as_str().is_none() {
                return Err(vm.type_error("context variable name must be a str"));
            }
            let class = args[0].downcast::<Class>().cloned().unwrap_or_else(|| vm.types.object.clone());
            Ok(Instance::new(class, Payload::Native(Box::new(ContextVar { name, default }))).into())
        }),
    );
    fn own<'a>(vm: &mut Vm, value: &'a Value) -> PyResult<&'a ContextVar> {
        match value.native::<ContextVar>() {
            Some(var) => Ok(var),
            None => Err(vm.type_error("descriptor requires a '_contextvars.ContextVar' object")),
        }
    }
    vm.getter(&var, "name", |vm, v| Ok(own(vm, v)?.name.clone()));
    vm.method(
        &var,
        "get",
        NativeFn::Plain(|vm, args| {
            args.count(vm, "get", 1, 0, 1)?;
            let context = vm.current_context();
            if let Some(value) = find(vm, &context, &args[0])? {
                return Ok(value);
            }
            if let Some(default) = args.get(1) {
                return Ok(default.clone());
            }
            match own(vm, &args[0])?.default.clone() {
                Value::Unbound => {
                    let class = vm.types.lookup_error.clone();
                    Err(vm.exception(&class, vec![args[0].clone()]))
                }
                default => Ok(default),
            }
        }),
    );
    vm.method(
        &var,
        "set",
        NativeFn::Plain(|vm, args| {
            let value = args.one(vm, "ContextVar.set")?.clone();
            let context = vm.current_context();
            let old = find(vm, &context, &args[0])?.unwrap_or(Value::Unbound);
            bind(vm, &context, &args[0], Some(value))?;
            let token = Token { var: args[0].clone(), context, old, used: Cell::new(false) };
            let class = vm.extension::<Classes>().token.borrow().clone().expect("the module is there");
            Ok(Instance::new(class, Payload::Native(Box::new(token))).into())
        }),
    );
    vm.method(
        &var,
        "reset",
        NativeFn::Plain(|vm, args| {
            let value = args.one(vm, "ContextVar.reset")?;
            let Some(token) = value.native::<Token>() else {
                let text = format!("expected an instance of Token, got {}", vm.repr(value)?);
                return Err(vm.type_error(text));
            };
            if token.used.get() {
                let text = format!("{} has already been used once", vm.repr(value)?);
                return Err(vm.runtime_error(text));
            }
            if !token.var.is(&args[0]) {
                let text = format!("{} was created by a different ContextVar", vm.repr(value)?);
                return Err(vm.value_error(text));
            }
            let context = vm.current_context();
            if !token.context.is(&context) {
                let text = format!("{} was created in a different Context", vm.repr(value)?);
                return Err(vm.value_error(text));
            }
            token.used.set(true);
            let old = (!token.old.is_unbound()).then(|| token.old.clone());
            bind(vm, &context, &args[0], old)?;
            Ok(Value::None)
        }),
    );
    vm.method(
        &var,
        "__repr__",
        NativeFn::Plain(|vm, args| {
            let own = own(vm, &args[0])?;
            let name = vm.repr(&own.name)?;
            let default =
                if own.default.is_unbound() { String::new() } else { format!(" default={}", vm.repr(&own.default)?) };
            let Value::Obj(obj) = &args[0] else { return Ok(Value::None) };
            Ok(Value::from(format!("<ContextVar name={name}{default} at {:#x}>", obj.address())))
        }),
    );
    vm.class_method(
        &var,
        "__class_getitem__",
        NativeFn::Plain(|_, args| Ok(super::super::run::operators::alias(&args[0], &args[1]))),
    );
    vm.getter(&token, "var", |_, t| Ok(t.native::<Token>().map_or(Value::None, |t| t.var.clone())));
    vm.getter(&token, "old_value", |vm, t| match t.native::<Token>().map(|t| t.old.clone()) {
        Some(Value::Unbound) | None => Ok(vm.extension::<Classes>().missing.borrow().clone().unwrap_or(Value::None)),
        Some(old) => Ok(old),
    });
    vm.method(
        &token,
        "__repr__",
        NativeFn::Plain(|vm, args| {
            let Some(token) = args[0].native::<Token>() else { return Ok(Value::None) };
            let Value::Obj(obj) = &args[0] else { return Ok(Value::None) };
            let used = if token.used.get() { " used" } else { "" };
            let var = vm.repr(&token.var)?;
            Ok(Value::from(format!("<Token{used} var={var} at {:#x}>", obj.address())))
        }),
    );
    vm.set(module, "ContextVar", var.value());
    vm.set(module, "Token", token.value());
    vm.function(
        module,
        "copy_context",
        NativeFn::Plain(|vm, args| {
            args.no_keywords(vm, "copy_context")?;
            Ok(vm.copy_context())
        }),
    );
    Ok(())
}

impl Vm {
    /// The thread's current context.
    pub fn current_context(&mut self) -> Value {
        if self.fiber.context.is_unbound() {
            self.fiber.context = new_context(self, Bindings::default());
        }
        self.fiber.context.clone()
    }

    /// `contextvars.copy_context()`.
    pub fn copy_context(&mut self) -> Value {
        let bindings = match self.fiber.context.native::<Context>() {
            Some(context) => context.bindings.borrow().clone(),
            None => Bindings::default(),
        };
        new_context(self, bindings)
    }

    /// Makes a context the current one; the one before is returned.
    pub fn swap_context(&mut self, context: Value) -> Value {
        std::mem::replace(&mut self.fiber.context, context)
    }
}
