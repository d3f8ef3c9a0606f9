//! awaitscope: a Python virtual machine, an asyncio event loop and the page that shows them at work.
//!
//! Modules in reading order. Arrows go one way: `vm, trace::event <- asyncio <- run <- browser <- ui <- embed`;
//! `tests/layers.rs` asserts them.

pub mod vm;

pub mod trace;

pub mod asyncio;

pub mod run;

pub mod lesson;

pub mod lessons;

pub mod browser;

#[cfg(feature = "ui")]
pub mod ui;

#[cfg(feature = "ui")]
pub mod embed;

#[global_allocator]
static ALLOCATOR: vm::memory::Allocator = vm::memory::Allocator;
