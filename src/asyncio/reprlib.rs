//! `reprlib.repr`: what futures and handles show of a value. Deep and long ones are cut.

use crate::vm::object::*;
use crate::vm::{PyResult, Vm};

const MAX_LEVEL: usize = 6;
const MAX_ITEMS: usize = 6;
const MAX_DICT: usize = 4;
const MAX_STRING: usize = 30;
const MAX_LONG: usize = 40;

pub fn repr(vm: &mut Vm, value: &Value) -> PyResult<String> {
    repr1(vm, value, MAX_LEVEL)
}

fn repr1(vm: &mut Vm, value: &Value, level: usize) -> PyResult<String> {
    match value.view() {
        View::Str(text) => {
            let text = text.as_str();
            let count = text.chars().count();
            let (head, tail) = ends(MAX_STRING);
            let shown = if count > MAX_STRING {
                text.chars().take(head).chain(text.chars().skip(count - tail)).collect()
            } else {
                text.to_owned()
            };
            let shown = vm.repr(&Value::from(shown))?;
            Ok(if count > MAX_STRING { elide(&shown, MAX_STRING) } else { middle_cut(shown, MAX_STRING) })
        }
        View::List(_) => {
            let items = vm.collect(value)?;
            items_repr(vm, &items, level, ("[", "]"))
        }
        View::Tuple(tuple) => {
            let close = if tuple.items.len() == 1 { ",)" } else { ")" };
            let items = vm.collect(value)?;
            items_repr(vm, &items, level, ("(", close))
        }
        View::Set(set) => {
            let name = vm.class_name(value);
            let items = sorted(vm, set.keys());
            match (name.as_str(), items.is_empty()) {
                ("set", true) => Ok("set()".into()),
                ("set", false) => items_repr(vm, &items, level, ("{", "}")),
                ("frozenset", true) => Ok("frozenset()".into()),
                ("frozenset", false) => items_repr(vm, &items, level, ("frozenset({", "})")),
                _ => Ok(middle_cut(vm.repr(value)?, MAX_STRING)),
            }
        }
        View::Dict(dict) if vm.class_name(value) == "dict" => {
            let keys = sorted(vm, dict.keys());
            if keys.is_empty() {
                return Ok("{}".into());
            }
            if level == 0 {
                return Ok("{...}".into());
            }
            let mut parts = Vec::new();
            for key in keys.iter().take(MAX_DICT) {
                let shown = repr1(vm, key, level - 1)?;
                let item = vm.get_item(value, key)?;
                parts.push(format!("{shown}: {}", repr1(vm, &item, level - 1)?));
            }
            if keys.len() > MAX_DICT {
                parts.push("...".into());
            }
            Ok(format!("{{{}}}", parts.join(", ")))
        }
        View::Int(_) => Ok(middle_cut(vm.repr(value)?, MAX_LONG)),
        _ => {
            let most = if vm.class_name(value) == "int" { MAX_LONG } else { MAX_STRING };
            match vm.repr(value) {
                Ok(shown) => Ok(middle_cut(shown, most)),
                Err(_) => Ok(vm.default_repr(value).replace(" object at ", " instance at ")),
            }
        }
    }
}

/// The elements in order, if they have one.
fn sorted(vm: &mut Vm, items: Vec<Value>) -> Vec<Value> {
    let Some(function) = vm.builtins.get_text("sorted") else { return items };
    let list = vm.call(&function, [Value::from(items.clone())]).and_then(|sorted| vm.collect(&sorted));
    list.unwrap_or(items)
}

fn items_repr(vm: &mut Vm, items: &[Value], level: usize, (open, close): (&str, &str)) -> PyResult<String> {
    if level == 0 && !items.is_empty() {
        return Ok(format!("{open}...{close}"));
    }
    let mut parts = Vec::new();
    for item in items.iter().take(MAX_ITEMS) {
        parts.push(repr1(vm, item, level.saturating_sub(1))?);
    }
    if items.len() > MAX_ITEMS {
        parts.push("...".into());
    }
    Ok(format!("{open}{}{close}", parts.join(", ")))
}

/// How many characters before and after the dots.
fn ends(most: usize) -> (usize, usize) {
    let head = (most - 3) / 2;
    (head, most - 3 - head)
}

fn middle_cut(shown: String, most: usize) -> String {
    if shown.chars().count() > most { elide(&shown, most) } else { shown }
}

fn elide(shown: &str, most: usize) -> String {
    let (head, tail) = ends(most);
    let count = shown.chars().count();
    let first: String = shown.chars().take(head).collect();
    let last: String = shown.chars().skip(count.saturating_sub(tail)).collect();
    format!("{first}...{last}")
}
