//! What comes from outside and what goes there: files that the reader opens, links and snippets that they share.

pub mod bring;

pub mod notice;

pub mod share;

mod snippet;

pub mod words;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A browser's file dialog behind a button of ours; `on_file` gets what is chosen.
pub fn file_input(input: &NodeRef, label: &'static str, on_file: &Callback<web_sys::File>) -> Html {
    let onchange = {
        let on_file = on_file.clone();
        move |event: Event| {
            let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                on_file.emit(file);
            }
            // So that the same file can be chosen again.
            input.set_value("");
        }
    };
    html! {
        <input type="file" hidden=true data-testid="file" aria-label={label} accept=".py,.json,.jsonl,.txt,text/x-python" ref={input} {onchange} />
    }
}

/// Opens the file dialog.
pub fn choose_file(input: &NodeRef) {
    if let Some(input) = input.cast::<HtmlInputElement>() {
        input.click();
    }
}
