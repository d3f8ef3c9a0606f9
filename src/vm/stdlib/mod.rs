//! Modules that need no event loop. Those that read better in Python are Python source of ours.

pub mod contextvars;

pub mod time;

use super::Vm;

/// Tells the import system what there is.
pub fn install(vm: &mut Vm) {
    contextvars::install(vm);
    time::install(vm);
}
