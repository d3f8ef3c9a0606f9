//! Modules that need no event loop. Those that read better in Python are Python source of ours.

use super::Vm;

/// Tells the import system what there is.
pub fn install(vm: &mut Vm) {
    let _ = vm;
}
