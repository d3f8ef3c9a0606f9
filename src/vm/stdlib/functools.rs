//! `_functools`: the calls of `lru_cache` and `partial`. The rest of `functools` is in Python.

use std::cell::Cell;

use super::super::builtins::functions::is_callable;
use super::super::native::{Args, CallArgs, Flow, NativeFn, NativeObject};
use super::super::object::*;
use super::super::{Cx, ModuleSource, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.finder.insert("_functools", ModuleSource::Native(init));
}

struct LruCache {
    func: Value,
    /// `None`: without bound.
    maxsize: Option<usize>,
    /// Arguments of different types are different.
    typed: bool,
    /// Results by arguments; what was used last is last.
    results: Gc<Dict>,
    hits: Cell<i64>,
    misses: Cell<i64>,
}

impl NativeObject for LruCache {}

struct Partial {
    func: Value,
    args: Gc<Tuple>,
    keywords: Gc<Dict>,
}

impl NativeObject for Partial {
    fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.func);
        self.args.visit_ref(visit);
        self.keywords.visit_ref(visit);
    }
}

fn this<'a, T: NativeObject>(vm: &mut Vm, args: &Args<'a>) -> PyResult<&'a T> {
    match args.values.first().and_then(|this| this.native::<T>()) {
        Some(this) => Ok(this),
        None => Err(vm.type_error("an object of another type was expected")),
    }
}

/// The arguments as a dict's key.
fn key(vm: &Vm, args: Args<'_>, typed: bool) -> Value {
    if let ([only], None, false) = (args.values, args.names, typed)
        && (matches!(only, Value::Int(_)) || matches!(only.view(), View::Str(_)))
    {
        return only.clone();
    }
    let mut parts = args.positional().to_vec();
    if let Some(names) = args.names {
        // Parts positional from keyword arguments.
        parts.push(Value::NotImplemented);
        parts.push(names.value());
        parts.extend(args.keywords().map(|(_, value)| value.clone()));
    }
    if typed {
        parts.extend(args.values.iter().map(|value| vm.class_of(value).value()));
    }
    vm.tuple(parts)
}

fn cached_call(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let cache = this::<LruCache>(vm, &args)?;
    let rest = args.skip(1);
    if cache.maxsize == Some(0) {
        cache.misses.set(cache.misses.get() + 1);
        return Flow::call(cache.func.clone(), rest.to_owned());
    }
    let key = key(vm, rest, cache.typed);
    let hash = vm.hash(&key)? as u64;
    if let Some(index) = vm.dict_find(&cache.results, hash, &key)?
        && let Some((_, value)) = cache.results.entry(index)
    {
        cache.hits.set(cache.hits.get() + 1);
        if cache.maxsize.is_some() {
            cache.results.move_entry(index, true);
        }
        return Ok(value.into());
    }
    cache.misses.set(cache.misses.get() + 1);
    let (owner, args) = (args[0].clone(), rest.to_owned());
    Flow::future(async move {
        let cache = owner.native::<LruCache>().expect("it was looked at above");
        let value = Cx.call(&cache.func, args).await?;
        Cx.vm(|vm| {
            if vm.dict_find(&cache.results, hash, &key)?.is_none() {
                if let Some(most) = cache.maxsize
                    && cache.results.len() >= most
                    && let Some((oldest, ..)) = cache.results.next_from(0)
                {
                    drop(cache.results.remove_at(oldest));
                }
                vm.dict_set(&cache.results, key, value.clone())?;
            }
            Ok(value)
        })
    })
}

/// A `partial`'s function, arguments and keyword arguments.
pub fn partial_parts(value: &Value) -> Option<(Value, Gc<Tuple>, Gc<Dict>)> {
    value.native::<Partial>().map(|p| (p.func.clone(), p.args.clone(), p.keywords.clone()))
}

fn partial_new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let class = args.values.first().and_then(|c| c.downcast::<Class>()).cloned();
    let class = class.unwrap_or_else(|| vm.types.object.clone());
    let Some(func) = args.get(1) else { return Err(vm.type_error("type 'partial' takes at least one argument")) };
    if !is_callable(vm, func) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let inner = func.native::<Partial>();
    let mut bound = inner.map_or_else(Vec::new, |inner| inner.args.items.to_vec());
    bound.extend_from_slice(&args.positional()[2..]);
    let keywords = Gc::new(inner.map_or_else(Dict::new, |inner| inner.keywords.copy()));
    for (name, value) in args.keywords() {
        keywords.set_str(name, value.clone());
    }
    let func = inner.map_or(func, |inner| &inner.func).clone();
    let partial = Partial { func, args: Gc::new(Tuple::from(bound)), keywords };
    Ok(Instance::new(class, Payload::Native(Box::new(partial))).into())
}

fn partial_call(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let partial = this::<Partial>(vm, &args)?;
    let mut values = partial.args.items.to_vec();
    values.extend_from_slice(args.skip(1).positional());
    if partial.keywords.is_empty() {
        let given = args.values.len() - args.keyword_count();
        values.extend_from_slice(&args.values[given..]);
        return Flow::call(partial.func.clone(), CallArgs { values, names: args.names.cloned() });
    }
    let keywords = partial.keywords.copy();
    for (name, value) in args.keywords() {
        keywords.set_str(name, value.clone());
    }
    values.extend(keywords.values());
    let names = Some(Gc::new(Tuple::from(keywords.keys())));
    Flow::call(partial.func.clone(), CallArgs { values, names })
}

fn init(vm: &mut Vm, module: &Gc<Module>) -> PyResult<()> {
    let class = vm.c_class("functools", "_lru_cache_wrapper");
    // (func, maxsize, typed)
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| {
            let [class, func, maxsize, typed] = args.values else {
                return Err(vm.type_error("_lru_cache_wrapper takes 3 arguments"));
            };
            let class = class.downcast::<Class>().cloned().unwrap_or_else(|| vm.types.object.clone());
            let maxsize = if maxsize.is_none() { None } else { Some(vm.index_i64(maxsize)?.max(0) as usize) };
            let cache = LruCache {
                func: func.clone(),
                maxsize,
                typed: vm.truth(typed)?,
                results: Gc::new(Dict::new()),
                hits: Cell::new(0),
                misses: Cell::new(0),
            };
            Ok(Instance::new(class, Payload::Native(Box::new(cache))).into())
        }),
    );
    vm.method(&class, "__init__", NativeFn::Plain(|_, _| Ok(Value::None)));
    vm.method(&class, "__call__", NativeFn::Flow(cached_call));
    vm.method(
        &class,
        "__get__",
        NativeFn::Plain(|_, args| match args.get(1) {
            Some(obj) if !obj.is_none() => Ok(Gc::new(BoundMethod { func: args[0].clone(), this: obj.clone() }).into()),
            _ => Ok(args[0].clone()),
        }),
    );
    // Hits, misses, maxsize and how many results there are.
    vm.method(
        &class,
        "_info",
        NativeFn::Plain(|vm, args| {
            let cache = this::<LruCache>(vm, &args)?;
            let maxsize = cache.maxsize.map_or(Value::None, Value::from);
            let (hits, misses) = (Value::Int(cache.hits.get()), Value::Int(cache.misses.get()));
            Ok(vm.tuple(vec![hits, misses, maxsize, Value::from(cache.results.len())]))
        }),
    );
    vm.method(
        &class,
        "cache_clear",
        NativeFn::Plain(|vm, args| {
            let cache = this::<LruCache>(vm, &args)?;
            cache.results.clear();
            cache.hits.set(0);
            cache.misses.set(0);
            Ok(Value::None)
        }),
    );
    vm.set(module, "_lru_cache_wrapper", class.value());

    let class = vm.c_class("functools", "partial");
    vm.constructor(&class, NativeFn::Plain(partial_new));
    vm.method(&class, "__init__", NativeFn::Plain(|_, _| Ok(Value::None)));
    vm.method(&class, "__call__", NativeFn::Flow(partial_call));
    fn own<'a>(vm: &mut Vm, value: &'a Value) -> PyResult<&'a Partial> {
        this::<Partial>(vm, &Args { values: std::slice::from_ref(value), names: None })
    }
    vm.getter(&class, "func", |vm, p| Ok(own(vm, p)?.func.clone()));
    vm.getter(&class, "args", |vm, p| Ok(own(vm, p)?.args.value()));
    vm.getter(&class, "keywords", |vm, p| Ok(own(vm, p)?.keywords.value()));
    vm.set(module, "partial", class.value());
    Ok(())
}
