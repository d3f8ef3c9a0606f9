//! Modules that need no event loop. Those that read better in Python are Python source of ours.

pub mod contextvars;

pub mod thread;

pub mod time;

mod collections;

pub mod functools;

mod host;

mod itertools;

mod math;

mod random;

mod re;

pub mod library;

use library::LIBRARY;

use super::object::Module;
use super::{Cx, Exc, Flow, ModuleSource, PyResult, Value, Vm};

/// Tells the import system what there is.
pub fn install(vm: &mut Vm) {
    contextvars::install(vm);
    thread::install(vm);
    time::install(vm);
    host::install(vm);
    collections::install(vm);
    functools::install(vm);
    itertools::install(vm);
    math::install(vm);
    random::install(vm);
    re::install(vm);
    for module in LIBRARY {
        let source = match vm.finder.get(module.name) {
            Some(&ModuleSource::Native(init)) => ModuleSource::Both(init, module),
            _ => ModuleSource::Python(module),
        };
        vm.finder.insert(module.name, source);
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

/// What the interpreter does when the main program has ended: waits for the threads that are no daemons, then calls what
/// `atexit.register` was given, the last first.
pub fn exit_flow() -> PyResult<Flow> {
    Flow::future(async {
        for (module, function) in [("threading", "_shutdown"), ("atexit", "_run_exitfuncs")] {
            let function = Cx.vm(|vm| match vm.modules.get_text(module) {
                Some(module) => vm.get_attr(&module, function).ok(),
                None => None,
            });
            if let Some(function) = function
                && let Err(exc) = Cx.call(&function, []).await
            {
                Cx.vm(|vm| vm.write_unraisable(&exc, &function));
            }
        }
        Ok(Value::None)
    })
}
