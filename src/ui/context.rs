//! What every component may ask for and what rarely changes: the language, and where actions go.

use yew::prelude::*;

use super::state::Action;
use super::text::{Language, Text};

#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub language: Language,
    pub dispatch: Callback<Action>,
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
