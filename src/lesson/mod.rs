//! One lesson: its program, its text, the moments of the run that the text points at, and its question.
//!
//! A lesson is a folder, `src/lessons/NN_slug/`, with three files that lie beside the page and are fetched when the lesson is
//! opened:
//!
//! - `main.py` holds the program once, with its comments in both languages and with markers (`script`);
//! - `en.md` and `zh.md` hold the same text twice (`markdown`): what the reader will see, why, what to try, a question.
//!
//! `crate::lessons` is the list of them. `tests/lessons.rs` reads every file with this same code, so that a link to a
//! moment that never comes or a change that does not fit is found there, and not by a reader.

pub mod script;

pub mod markdown;

pub mod attempt;

pub mod moment;

pub mod question;

/// A language that the page speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    En,
    Zh,
}
