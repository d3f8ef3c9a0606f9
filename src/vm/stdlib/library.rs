//! The modules in Python: `src/vm/stdlib/python/NAME.py`, which the build script lists.
//!
//! A native program has their text in it. The page has not: it moves a module's text when a program that may import it
//! is about to run. Which those are is known before the run, from the compiled program and from what the modules import
//! themselves; so an import never waits.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use crate::vm::code::{CodeSpec, Const};
use crate::vm::op::Op;

/// A module in Python.
pub struct Library {
    /// Dotted.
    pub name: &'static str,
    /// What it may import, as places in [`LIBRARY`].
    needs: &'static [u16],
    /// What it imports in the service of a program that has this name in it.
    needs_for: &'static [(&'static str, u16)],
    /// `None` in the page.
    text: Option<&'static str>,
}

include!(concat!(env!("OUT_DIR"), "/library.rs"));

thread_local! {
    /// What the page has loaded, by name.
    static LOADED: RefCell<HashMap<&'static str, &'static str>> = RefCell::default();
}

/// Rust code imports these for a program that has this name in it.
const IMPORTED_BY_RUST: &[(&str, &str)] = &[
    ("logger", "logging"),
    ("to_thread", "_asyncio_threads"),
    ("capture_call_graph", "_asyncio_graph"),
    ("format_call_graph", "_asyncio_graph"),
    ("print_call_graph", "_asyncio_graph"),
    ("run_in_executor", "_asyncio_threads"),
    ("set_default_executor", "_asyncio_threads"),
    ("wrap_future", "_asyncio_threads"),
    ("run_coroutine_threadsafe", "_asyncio_threads"),
];

/// A program that names one of these may import whatever it wants.
const IMPORTERS: &[&str] = &["__import__", "import_module", "exec", "eval"];

impl Library {
    /// A module that is always there and imports none of these.
    pub const fn built_in(name: &'static str, text: &'static str) -> Library {
        Library { name, needs: &[], needs_for: &[], text: Some(text) }
    }

    /// Its source, or `None` if it was to be loaded and was not.
    pub fn text(&self) -> Option<&'static str> {
        self.text.or_else(|| LOADED.with_borrow(|loaded| loaded.get(self.name).copied()))
    }

    /// From now on this is its text, for the life of the page.
    pub fn supply(&self, text: String) {
        LOADED.with_borrow_mut(|loaded| {
            loaded.entry(self.name).or_insert_with(|| text.leak());
        });
    }
}

/// The names of the modules that are meant for programs; asyncio and contextvars are Rust.
pub fn module_names() -> impl Iterator<Item = &'static str> {
    let names = LIBRARY.iter().map(|library| library.name).filter(|name| !name.starts_with('_'));
    ["asyncio", "contextvars"].into_iter().chain(names)
}

/// The modules that a program may import, and those that they may import.
pub fn needed_by(program: &CodeSpec) -> Vec<&'static Library> {
    let mut needed = Needed { names: HashSet::new(), is_wanted: vec![false; LIBRARY.len()] };
    needed.collect_names(program);
    needed.find_imports(program);
    LIBRARY.iter().zip(needed.is_wanted).filter(|(_, wanted)| *wanted).map(|(library, _)| library).collect()
}

struct Needed<'a> {
    /// Those of globals and attributes.
    names: HashSet<&'a str>,
    /// One for each of [`LIBRARY`].
    is_wanted: Vec<bool>,
}

impl<'a> Needed<'a> {
    fn collect_names(&mut self, code: &'a CodeSpec) {
        self.names.extend(code.names.iter().map(String::as_str));
        inner(code).for_each(|code| self.collect_names(code));
    }

    fn find_imports(&mut self, code: &CodeSpec) {
        let mut from = "";
        for op in &code.ops {
            match *op {
                Op::ImportName(name) => {
                    from = &code.names[name as usize];
                    for (end, _) in from.match_indices('.').chain([(from.len(), "")]) {
                        self.want(&from[..end]);
                    }
                }
                Op::ImportFrom(name) => self.want(&format!("{from}.{}", code.names[name as usize])),
                Op::Intrinsic(intrinsic) if intrinsic.is_of_typing() => self.want("typing"),
                _ => {}
            }
        }
        inner(code).for_each(|code| self.find_imports(code));
        for (name, module) in IMPORTED_BY_RUST {
            if self.names.contains(name) {
                self.want(module);
            }
        }
        if IMPORTERS.iter().any(|name| self.names.contains(name)) {
            self.is_wanted.fill(true);
        }
    }

    fn want(&mut self, name: &str) {
        if let Some(index) = LIBRARY.iter().position(|library| library.name == name) {
            self.mark(index);
        }
    }

    fn mark(&mut self, index: usize) {
        if std::mem::replace(&mut self.is_wanted[index], true) {
            return;
        }
        for &need in LIBRARY[index].needs {
            self.mark(need as usize);
        }
        for &(name, need) in LIBRARY[index].needs_for {
            if self.names.contains(name) {
                self.mark(need as usize);
            }
        }
    }
}

fn inner(code: &CodeSpec) -> impl Iterator<Item = &CodeSpec> {
    code.consts.iter().filter_map(|constant| if let Const::Code(code) = constant { Some(&**code) } else { None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::compile::compile;

    fn needed(program: &str) -> Vec<&'static str> {
        let spec = compile(program).unwrap_or_else(|error| panic!("{}", error.message));
        needed_by(&spec).iter().map(|library| library.name).collect()
    }

    #[test]
    fn a_program_needs_what_its_imports_import() {
        assert!(needed("import asyncio, contextvars\n").is_empty());
        assert_eq!(needed("import asyncio\ndef f():\n    import bisect\n"), ["bisect"]);
        let abc = needed("from collections import abc");
        assert!(abc.contains(&"collections") && abc.contains(&"collections.abc") && abc.contains(&"types"), "{abc:?}");
        assert!(needed("import os.path").contains(&"posixpath"));
        assert!(needed("def first[T](x: T) -> T: ...").contains(&"typing"));
        assert_eq!(needed("import time\ntime.sleep(1)"), ["time"]);
        assert!(needed("import time\ntime.strptime('1', '%d')").contains(&"re"));
        assert_eq!(needed("__import__('j' + 'son')").len(), LIBRARY.len());
    }
}
