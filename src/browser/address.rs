//! The page's own address. In a frame without an origin it may be that nothing of it can be changed.

use web_sys::Window;

/// What follows the page's name, with its `#`.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The address without its hash.
pub fn page() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Puts another hash (without `#`) into the address; nobody hears of it. Empty: none.
pub fn set_hash(hash: &str) {
    let address = if hash.is_empty() { page() } else { format!("#{hash}") };
    let history = |window: Window| window.history().ok();
    if let Some(history) = web_sys::window().and_then(history) {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
}

/// Goes to another hash (with its `#`), as a link does: the page hears of it, and the reader can go back.
pub fn go_to(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}
