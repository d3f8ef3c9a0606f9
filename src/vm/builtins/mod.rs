//! The builtin types' behaviour and the builtin functions.

use super::Vm;

/// Fills the builtin classes and the `builtins` module.
pub fn install(vm: &mut Vm) {
    let _ = vm;
}
