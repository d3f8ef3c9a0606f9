//! The dispatch loop.

pub mod attribute;
