//! What every component may ask for and what rarely changes: the language, and where actions go.

use std::rc::Rc;

use yew::prelude::*;

use super::state::Action;
use super::text::{Language, Text};
use crate::browser::driver::Report;
use crate::lesson::moment::Moment;

#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub language: Language,
    pub dispatch: Callback<Action>,
    /// The slug of the lesson that is open, for links to its moments.
    pub lesson: Option<&'static str>,
    /// Puts the playhead at a moment of the open lesson's run, which is made if there is none.
    pub to_moment: Callback<Moment>,
    pub stage: Callback<Staged>,
}

/// A run, or its beginning, that was computed at once; it takes the place of the run that is shown.
pub struct Staged {
    /// What ran; it is put into the editor.
    pub text: Rc<str>,
    pub seed: u64,
    pub report: Report,
    /// The moment to look at; `None` is its end.
    pub upto: Option<u64>,
}

impl Page {
    pub fn text(&self) -> &'static Text {
        self.language.text()
    }
}

/// The page that the component stands in.
#[hook]
pub fn use_page() -> Page {
    use_context().expect("App provides the page to everything under it")
}
