//! The trace: an append-only log of what happened in a run, and the pictures that are folded out of it.
//!
//! Nothing here knows the language, asyncio or the browser.

pub mod event;

/// A timeline's parts, from the outside in: the fold, a lane of it, the loop's queues, and the list they all pile up in.
pub mod timeline;

pub mod lane;

pub mod loop_view;

pub mod log;

pub mod await_log;

pub mod json;

pub mod recording;

pub mod chrome;

/// Readings of a timeline: who awaits whom, and what its author may want to know.
pub mod await_graph;

pub mod findings;
