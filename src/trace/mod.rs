//! The trace: an append-only log of what happened in a run, and the pictures that are folded out of it.
//!
//! Nothing here knows the language, asyncio or the browser.

pub mod event;
pub mod timeline;

pub mod await_log;
