//! The page's own files that are not loaded with it: a lesson's program and texts, the library's modules.
//!
//! A page that is one file carries them in itself, as `<script type="text/plain" data-file="lessons/…">`; else they are
//! fetched from beside the page, or from beside `awaitscope.js` when that has brought us into somebody else's page.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

thread_local! {
    static READ: RefCell<HashMap<String, Rc<str>>> = RefCell::default();
    static BASE: RefCell<String> = RefCell::default();
}

/// The address of the folder that the files lie in, with a slash at its end; empty before [`set_base`]: the document's own.
pub fn base() -> String {
    BASE.with_borrow(String::clone)
}

/// Says where the files lie. All that one copy of the application shows comes from one place.
pub fn set_base(base: &str) {
    BASE.with_borrow_mut(|before| base.clone_into(before));
}

/// What [`load`] gives, which is kept: a file is read once.
pub async fn read(path: &str, version: &str) -> Result<Rc<str>, String> {
    if let Some(text) = READ.with_borrow(|read| read.get(path).cloned()) {
        return Ok(text);
    }
    let text: Rc<str> = load(path, version).await?.into();
    READ.with_borrow_mut(|read| read.insert(path.to_owned(), text.clone()));
    Ok(text)
}

/// The file at a path relative to [`base`]; `version` changes with it, so that no cache gives an older one. The error is
/// for the reader: what the browser or the server said.
pub async fn load(path: &str, version: &str) -> Result<String, String> {
    match inlined(path) {
        Some(text) => Ok(text),
        None => fetch(&format!("{}{path}?{version}", base())).await,
    }
}

fn inlined(path: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    document.query_selector(&format!("script[data-file=\"{path}\"]")).ok()??.text_content()
}

/// What is at an address.
async fn fetch(path: &str) -> Result<String, String> {
    let why = |error: JsValue| -> String { js_sys::Error::from(error).message().into() };
    let window = web_sys::window().ok_or("no window")?;
    let response: Response = JsFuture::from(window.fetch_with_str(path)).await.map_err(why)?.unchecked_into();
    if !response.ok() {
        return Err(format!("{path}: HTTP {}", response.status()));
    }
    let text = JsFuture::from(response.text().map_err(why)?).await.map_err(why)?;
    text.as_string().ok_or_else(|| format!("{path}: no text"))
}
