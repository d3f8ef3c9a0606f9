//! `dict` (`Objects/dictobject.c`).

use super::functions::{BREATH, breathe};
use super::items::set_item;
use super::iterators::reversed;
use super::{class_getitem, new_class_arg, this, wrap};
use crate::vm::native::NativeFn;
use crate::vm::object::*;
use crate::vm::{Args, CallArgs, Cx, Exc, Flow, PyResult, Vm};

fn dict_new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let base = vm.types.dict.clone();
    let class = new_class_arg(vm, &args, &base)?;
    Ok(wrap(&class, &base, Gc::new(Dict::new()).into()))
}

fn dict_init(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    update(vm, args, "__init__", "dict")
}

fn dict_update(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    update(vm, args, "update", "update")
}

/// `dict.update` in all its forms.
fn update(vm: &mut Vm, args: Args<'_>, method: &str, name: &str) -> PyResult<Flow> {
    let dict = this::<Dict>(vm, &args, "dict", method)?.clone();
    Args { values: args.positional(), names: None }.count(vm, name, 1, 0, 1)?;
    let Some(other) = args.get(1) else {
        update_keywords(vm, &dict, &args.to_owned())?;
        return Ok(Value::None.into());
    };
    if update_natively(vm, &dict, other)? {
        update_keywords(vm, &dict, &args.to_owned())?;
        return Ok(Value::None.into());
    }
    let (other, args) = (other.clone(), args.to_owned());
    Flow::future(async move {
        update_from(&dict, &other).await?;
        Cx.vm(|vm| update_keywords(vm, &dict, &args))?;
        Ok(Value::None)
    })
}

fn update_keywords(vm: &mut Vm, dict: &Dict, args: &CallArgs) -> PyResult<()> {
    for (name, value) in args.as_args().keywords() {
        vm.dict_set(dict, name.value(), value.clone())?;
    }
    Ok(())
}

/// The dict that `update` may read directly: a subclass may have an `__iter__` of its own.
fn plain_dict(vm: &Vm, value: &Value) -> Option<Gc<Dict>> {
    match value.view() {
        View::Dict(dict) => Some(dict.clone()),
        View::MappingProxy(proxy) => plain_dict(vm, &proxy.mapping),
        View::Instance(_) => {
            let dict = value.base().downcast::<Dict>()?;
            let iter = vm.special(value, &vm.names.iter)?;
            matches!(iter.view(), View::NativeMethod(_)).then(|| dict.clone())
        }
        _ => None,
    }
}

/// Whether `other` is something that can be merged without code of the program; it is merged then.
fn update_natively(vm: &mut Vm, dict: &Gc<Dict>, other: &Value) -> PyResult<bool> {
    if let Some(other) = plain_dict(vm, other) {
        merge(vm, dict, &other)?;
        return Ok(true);
    }
    let is_pair = |pair: &Value| matches!(pair.view(), View::Tuple(_) | View::List(_) | View::Str(_));
    let pairs = match other.view() {
        View::List(list) => list.items.borrow().clone(),
        View::Tuple(tuple) => tuple.items.to_vec(),
        _ => return Ok(false),
    };
    if !pairs.iter().all(is_pair) {
        return Ok(false);
    }
    vm.charge(pairs.len());
    for (i, pair) in pairs.iter().enumerate() {
        match pair.view() {
            View::Tuple(tuple) if tuple.items.len() == 2 => {
                vm.dict_set(dict, tuple.items[0].clone(), tuple.items[1].clone())?;
            }
            _ => {
                let items = vm.collect(pair)?;
                set_pair(vm, dict, i, items)?;
            }
        }
    }
    Ok(true)
}

/// Adds all entries of another dict.
pub fn merge(vm: &mut Vm, dict: &Gc<Dict>, other: &Gc<Dict>) -> PyResult<()> {
    if dict.is(other) {
        return Ok(());
    }
    let items = other.items();
    vm.charge(items.len());
    for (key, value) in items {
        vm.dict_set(dict, key, value)?;
    }
    Ok(())
}

fn set_pair(vm: &mut Vm, dict: &Dict, index: usize, items: Vec<Value>) -> PyResult<()> {
    let len = items.len();
    match <[Value; 2]>::try_from(items) {
        Ok([key, value]) => vm.dict_set(dict, key, value),
        Err(_) => {
            let text = format!("dictionary update sequence element #{index} has length {len}; 2 is required");
            Err(vm.value_error(text))
        }
    }
}

/// `dict.update(other)` of any mapping or iterable of pairs, in a native frame.
pub async fn update_from(dict: &Gc<Dict>, other: &Value) -> PyResult<()> {
    if let Some(keys) = Cx.vm(|vm| vm.get_attr_opt(other, "keys"))? {
        let keys = Cx.call(&keys, []).await?;
        let keys = Cx.iter(&keys).await?;
        while let Some(key) = Cx.next(&keys).await? {
            let flow = Cx.vm(|vm| vm.item_flow(other, &key))?;
            let value = Cx.flow(flow).await?;
            Cx.vm(|vm| vm.dict_set(dict, key, value))?;
        }
        return Ok(());
    }
    let pairs = Cx.iter(other).await?;
    let mut index = 0;
    while let Some(pair) = Cx.next(&pairs).await? {
        let items = Cx.collect(&pair).await.map_err(|exc| not_a_pair(exc, &pair, index))?;
        Cx.vm(|vm| set_pair(vm, dict, index, items))?;
        index += 1;
        if index % BREATH == 0 {
            breathe().await?;
        }
    }
    Ok(())
}

/// What collecting an element that is no sequence raises.
fn not_a_pair(exc: Exc, pair: &Value, index: usize) -> Exc {
    Cx.vm(|vm| {
        let iterable = vm.special(pair, &vm.names.iter).is_some() || vm.special(pair, &vm.names.getitem).is_some();
        if iterable || !exc.is(&vm.types.type_error) {
            return exc;
        }
        vm.type_error(format!("cannot convert dictionary update sequence element #{index} to a sequence"))
    })
}

fn dict_getitem(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let dict = this::<Dict>(vm, &args, "dict", "__getitem__")?;
    let key = args.one(vm, "dict.__getitem__")?;
    if let Some(value) = vm.dict_get(dict, key)? {
        return Ok(value.into());
    }
    if matches!(args[0].view(), View::Instance(_))
        && let Some(missing) = vm.special(&args[0], &vm.names.missing)
    {
        return vm.special_flow(missing, &args[0], std::slice::from_ref(key));
    }
    Err(vm.key_error(key.clone()))
}

fn dict_setitem(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = this::<Dict>(vm, &args, "dict", "__setitem__")?.value();
    args.count(vm, "", 1, 2, 2)?;
    set_item(vm, &dict, &args[1], Some(args[2].clone()))?;
    Ok(Value::None)
}

fn dict_delitem(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = this::<Dict>(vm, &args, "dict", "__delitem__")?.value();
    args.count(vm, "", 1, 1, 1)?;
    set_item(vm, &dict, &args[1], None)?;
    Ok(Value::None)
}

fn dict_get(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = this::<Dict>(vm, &args, "dict", "get")?;
    args.count(vm, "get", 1, 1, 2)?;
    Ok(match vm.dict_get(dict, &args[1])? {
        Some(value) => value,
        None => args.get(2).cloned().unwrap_or(Value::None),
    })
}

fn dict_setdefault(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = this::<Dict>(vm, &args, "dict", "setdefault")?;
    args.count(vm, "setdefault", 1, 1, 2)?;
    let hash = vm.hash(&args[1])? as u64;
    if let Some(index) = vm.dict_find(dict, hash, &args[1])?
        && let Some((_, value)) = dict.entry(index)
    {
        return Ok(value);
    }
    let default = args.get(2).cloned().unwrap_or(Value::None);
    vm.check_dict_growth(dict)?;
    dict.insert_new(hash, args[1].clone(), default.clone());
    Ok(default)
}

fn dict_pop(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = this::<Dict>(vm, &args, "dict", "pop")?;
    args.count(vm, "pop", 1, 1, 2)?;
    match (vm.dict_remove(dict, &args[1])?, args.get(2)) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(vm.key_error(args[1].clone())),
    }
}

fn dict_popitem(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = this::<Dict>(vm, &args, "dict", "popitem")?;
    args.none(vm, "dict.popitem")?;
    match dict.previous_from(usize::MAX) {
        Some((index, _, _)) => {
            let (key, value) = dict.remove_at(index);
            Ok(vm.tuple(vec![key, value]))
        }
        None => Err(vm.key_error("popitem(): dictionary is empty".into())),
    }
}

fn dict_clear(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = this::<Dict>(vm, &args, "dict", "clear")?;
    args.none(vm, "dict.clear")?;
    dict.clear();
    Ok(Value::None)
}

fn dict_copy(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = this::<Dict>(vm, &args, "dict", "copy")?;
    args.none(vm, "dict.copy")?;
    vm.charge(dict.len());
    Ok(Gc::new(dict.copy()).into())
}

fn view(vm: &mut Vm, args: Args<'_>, part: DictPart, method: &str) -> PyResult {
    let dict = this::<Dict>(vm, &args, "dict", method)?;
    args.none(vm, &format!("dict.{method}"))?;
    Ok(Gc::new(DictView { dict: dict.clone(), part }).into())
}

fn dict_keys(vm: &mut Vm, args: Args<'_>) -> PyResult {
    view(vm, args, DictPart::Keys, "keys")
}

fn dict_values(vm: &mut Vm, args: Args<'_>) -> PyResult {
    view(vm, args, DictPart::Values, "values")
}

fn dict_items(vm: &mut Vm, args: Args<'_>) -> PyResult {
    view(vm, args, DictPart::Items, "items")
}

fn dict_reversed(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let dict = this::<Dict>(vm, &args, "dict", "__reversed__")?.value();
    args.none(vm, "dict.__reversed__")?;
    Ok(reversed(vm, &dict).expect("a dict can be reversed"))
}

fn dict_fromkeys(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    args.count(vm, "fromkeys", 1, 1, 2)?;
    let value = args.get(2).cloned().unwrap_or(Value::None);
    let plain = args[0].downcast::<Class>().is_some_and(|class| class.is(&vm.types.dict));
    if plain && let Some(keys) = vm.collect_native(&args[1]) {
        let dict = Gc::new(Dict::new());
        for key in keys? {
            vm.dict_set(&dict, key, value.clone())?;
        }
        return Ok(dict.value().into());
    }
    let (class, keys) = (args[0].clone(), args[1].clone());
    Flow::future(async move {
        let result = Cx.call(&class, []).await?;
        let keys = Cx.iter(&keys).await?;
        while let Some(key) = Cx.next(&keys).await? {
            let flow = Cx.vm(|vm| vm.set_item_flow(&result, &key, Some(value.clone())))?;
            Cx.flow(flow).await?;
        }
        Ok(result)
    })
}

// `mappingproxy`.

fn proxy_new(vm: &mut Vm, args: Args<'_>) -> PyResult {
    let [mapping] = args.skip(1).bind(vm, "mappingproxy", ["mapping"], 1, 1)?;
    let is_mapping = matches!(mapping.base().view(), View::Dict(_) | View::MappingProxy(_))
        || (matches!(mapping.view(), View::Instance(_)) && vm.special(&mapping, &vm.names.getitem).is_some());
    if !is_mapping {
        let text = format!("mappingproxy() argument must be a mapping, not {}", vm.class_name(&mapping));
        return Err(vm.type_error(text));
    }
    Ok(Gc::new(MappingProxy { mapping }).into())
}

/// A method that `mappingproxy` hands on to its mapping.
fn proxied(vm: &mut Vm, args: Args<'_>, method: &str) -> PyResult<Flow> {
    let proxy = this::<MappingProxy>(vm, &args, "mappingproxy", method)?;
    let method = vm.get_attr(&proxy.mapping, method)?;
    Flow::call(method, args.skip(1).to_owned())
}

fn proxy_getitem(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let proxy = this::<MappingProxy>(vm, &args, "mappingproxy", "__getitem__")?;
    let key = args.one(vm, "mappingproxy.__getitem__")?;
    vm.item_flow(&proxy.mapping, key)
}

/// Fills `dict` and `mappingproxy`.
pub fn install(vm: &mut Vm) {
    use NativeFn::{Flow as F, Plain as P};
    let class = vm.types.dict.clone();
    vm.constructor(&class, P(dict_new));
    let methods = [
        ("__init__", F(dict_init)),
        ("__getitem__", F(dict_getitem)),
        ("__setitem__", P(dict_setitem)),
        ("__delitem__", P(dict_delitem)),
        ("__reversed__", P(dict_reversed)),
        ("get", P(dict_get)),
        ("setdefault", P(dict_setdefault)),
        ("pop", P(dict_pop)),
        ("popitem", P(dict_popitem)),
        ("keys", P(dict_keys)),
        ("items", P(dict_items)),
        ("values", P(dict_values)),
        ("update", F(dict_update)),
        ("clear", P(dict_clear)),
        ("copy", P(dict_copy)),
    ];
    for (name, func) in methods {
        vm.method(&class, name, func);
    }
    vm.class_method(&class, "fromkeys", F(dict_fromkeys));
    vm.class_method(&class, "__class_getitem__", P(class_getitem));

    let proxy = vm.types.mappingproxy.clone();
    vm.constructor(&proxy, P(proxy_new));
    let methods = [
        ("__getitem__", F(proxy_getitem)),
        ("get", F(|vm, args| proxied(vm, args, "get"))),
        ("keys", F(|vm, args| proxied(vm, args, "keys"))),
        ("values", F(|vm, args| proxied(vm, args, "values"))),
        ("items", F(|vm, args| proxied(vm, args, "items"))),
        ("copy", F(|vm, args| proxied(vm, args, "copy"))),
        ("__reversed__", F(|vm, args| proxied(vm, args, "__reversed__"))),
    ];
    for (name, func) in methods {
        vm.method(&proxy, name, func);
    }
    vm.class_method(&proxy, "__class_getitem__", P(class_getitem));
}
