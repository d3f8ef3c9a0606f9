//! Modules that need no event loop. Those that read better in Python are Python source of ours.

pub mod contextvars;

pub mod time;

mod host;

mod math;

mod random;

mod re;

use super::object::Module;
use super::{Exc, ModuleSource, Vm};

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

/// Calls `sys.excepthook` for an uncaught exception if the program set one; whether it did.
pub fn excepthook(vm: &mut Vm, exc: &Exc) -> bool {
    let Some(sys) = vm.modules.get_text("sys") else { return false };
    let Some(dict) = sys.downcast::<Module>().map(|sys| sys.dict.clone()) else { return false };
    let (Some(hook), Some(own)) = (dict.get_text("excepthook"), dict.get_text("__excepthook__")) else { return false };
    if hook.is(&own) {
        return false;
    }
    let args = [exc.class().value(), exc.value(), exc.state().traceback.get()];
    vm.call(&hook, args).is_ok()
}

/// Calls what `atexit.register` was given, the last first.
pub fn run_exit_functions(vm: &mut Vm) {
    if let Some(atexit) = vm.modules.get_text("atexit") {
        // It reports the exceptions of what it calls.
        let _ = vm.call_method(&atexit, "_run_exitfuncs", []);
    }
}

/// The modules in Python.
const SOURCES: &[(&str, &str)] = &[
    ("__future__", include_str!("__future__.py")),
    ("abc", include_str!("abc.py")),
    ("atexit", include_str!("atexit.py")),
    ("base64", include_str!("base64.py")),
    ("binascii", include_str!("binascii.py")),
    ("bisect", include_str!("bisect.py")),
    ("collections", include_str!("collections.py")),
    ("collections.abc", include_str!("collections_abc.py")),
    ("contextlib", include_str!("contextlib.py")),
    ("copy", include_str!("copy.py")),
    ("dataclasses", include_str!("dataclasses.py")),
    ("datetime", include_str!("datetime.py")),
    ("decimal", include_str!("decimal.py")),
    ("difflib", include_str!("difflib.py")),
    ("enum", include_str!("enum.py")),
    ("fractions", include_str!("fractions.py")),
    ("functools", include_str!("functools.py")),
    ("gc", include_str!("gc.py")),
    ("hashlib", include_str!("hashlib.py")),
    ("heapq", include_str!("heapq.py")),
    ("inspect", include_str!("inspect.py")),
    ("io", include_str!("io.py")),
    ("itertools", include_str!("itertools.py")),
    ("json", include_str!("json.py")),
    ("keyword", include_str!("keyword.py")),
    ("logging", include_str!("logging.py")),
    ("numbers", include_str!("numbers.py")),
    ("operator", include_str!("operator.py")),
    ("os", include_str!("os.py")),
    ("os.path", include_str!("posixpath.py")),
    ("posixpath", include_str!("posixpath.py")),
    ("pprint", include_str!("pprint.py")),
    ("reprlib", include_str!("reprlib.py")),
    ("statistics", include_str!("statistics.py")),
    ("string", include_str!("string.py")),
    ("sys", include_str!("sys.py")),
    ("textwrap", include_str!("textwrap.py")),
    ("traceback", include_str!("traceback.py")),
    ("types", include_str!("types.py")),
    ("typing", include_str!("typing.py")),
    ("uuid", include_str!("uuid.py")),
    ("warnings", include_str!("warnings.py")),
    ("weakref", include_str!("weakref.py")),
];
