//! The page: Yew components over one state, folded by one reducer.
//!
//! `state` holds what is known and `text` what is said; every other module is a part of the page that takes props and
//! sends actions.

pub mod app;

pub mod state;

pub mod text;

mod tell;

mod words;

mod advice;

pub mod clock;
pub mod console;
pub mod context;
pub mod controls;
pub mod crosslight;
pub mod editor;
mod export;
mod findings;
mod header;
mod hue;
mod lesson;
mod loop_panel;
mod motion;
mod narration;
pub mod obey;
pub mod outside;
mod panic;
pub mod parts;
mod rich;
mod shortcuts;
mod style;
mod table;
mod task_tree;
pub mod timeline;
mod tips;

pub use app::App;
pub use panic::{on_panic, show_panics};
