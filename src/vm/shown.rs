//! Values as a few words, for a reader who looks at a stopped program. Nothing of the program runs for it.

use super::Vm;
use super::builtins::functions::namespaces;
use super::generator::suspended_locals;
use super::object::*;

/// Names that are shown.
const NAMES: usize = 8;
/// Characters of a value.
const CHARS: usize = 40;
/// Items of a container.
const ITEMS: usize = 4;

impl Vm {
    /// The local names of the frame that runs and their values. Of a module's names, those that hold data.
    pub fn shown_locals(&mut self) -> Vec<(String, String)> {
        let Some((globals, locals)) = namespaces(self) else { return Vec::new() };
        let View::Dict(locals) = locals.view() else { return Vec::new() };
        let is_module = std::ptr::eq(&*globals, &**locals);
        let items = locals.items().into_iter().filter_map(|(name, value)| Some((name.as_str()?.to_owned(), value)));
        let is_data = |value: &Value| !matches!(value.view(), View::Module(_) | View::Function(_) | View::Class(_));
        let items = items.filter(|(name, value)| !is_module || (!name.starts_with("__") && is_data(value)));
        self.shown_names(items.collect())
    }

    /// The same of the innermost frame of a suspended coroutine that is the program's.
    pub fn shown_locals_of(&mut self, coroutine: &Value) -> Vec<(String, String)> {
        let names = suspended_locals(coroutine);
        self.shown_names(names)
    }

    fn shown_names(&mut self, names: Vec<(String, Value)>) -> Vec<(String, String)> {
        names.into_iter().take(NAMES).map(|(name, value)| (name, self.shown(&value, true))).collect()
    }

    fn shown(&mut self, value: &Value, deep: bool) -> String {
        let text = match value.view() {
            View::Str(_) | View::None | View::Ellipsis | View::Bool(_) | View::Int(_) | View::Float(_) => match value
                .as_str()
                .and_then(|text| text.char_indices().nth(CHARS).map(|(end, _)| text[..end].to_owned()))
            {
                Some(start) => self.repr(&Value::from(start)),
                None => self.repr(value),
            }
            .unwrap_or_default(),
            View::Tuple(tuple) => self.shown_items("(", &tuple.items, ")", deep),
            View::List(list) => {
                let items = list.items.borrow().clone();
                self.shown_items("[", &items, "]", deep)
            }
            View::Dict(dict) if deep => {
                let items = dict.items();
                let shown = items.iter().take(ITEMS).map(|(key, value)| {
                    let key = self.shown(key, false);
                    format!("{key}: {}", self.shown(value, false))
                });
                let shown: Vec<String> = shown.collect();
                format!("{{{}{}}}", shown.join(", "), if items.len() > ITEMS { ", …" } else { "" })
            }
            View::Dict(_) => "{…}".into(),
            View::Function(_) => "function".into(),
            View::Generator(generator) => generator.qualname.get().as_str().unwrap_or("generator").to_owned() + "()",
            _ => self.class_name(value),
        };
        match text.char_indices().nth(CHARS) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        }
    }

    fn shown_items(&mut self, open: &str, items: &[Value], close: &str, deep: bool) -> String {
        if !deep {
            return format!("{open}…{close}");
        }
        let shown: Vec<String> = items.iter().take(ITEMS).map(|item| self.shown(item, false)).collect();
        format!("{open}{}{}{close}", shown.join(", "), if items.len() > ITEMS { ", …" } else { "" })
    }
}
