//! Modules that need no event loop. Those that read better in Python are Python source of ours.

pub mod contextvars;

pub mod time;

mod host;

mod math;

mod random;

mod re;

use super::{ModuleSource, Vm};

/// Tells the import system what there is.
pub fn install(vm: &mut Vm) {
    contextvars::install(vm);
    time::install(vm);
    host::install(vm);
    math::install(vm);
    random::install(vm);
    re::install(vm);
    for (name, source) in SOURCES {
        vm.finder.entry(name).or_insert(ModuleSource::Python(source));
    }
}

/// The modules in Python.
const SOURCES: &[(&str, &str)] = &[
    ("abc", include_str!("abc.py")),
    ("bisect", include_str!("bisect.py")),
    ("collections", include_str!("collections.py")),
    ("collections.abc", include_str!("collections_abc.py")),
    ("contextlib", include_str!("contextlib.py")),
    ("dataclasses", include_str!("dataclasses.py")),
    ("enum", include_str!("enum.py")),
    ("functools", include_str!("functools.py")),
    ("heapq", include_str!("heapq.py")),
    ("itertools", include_str!("itertools.py")),
    ("keyword", include_str!("keyword.py")),
    ("operator", include_str!("operator.py")),
    ("sys", include_str!("sys.py")),
    ("traceback", include_str!("traceback.py")),
    ("types", include_str!("types.py")),
];
