//! What the page remembers. Storage may be absent, full or forbidden (frames, private windows): then it remembers until it
//! is closed.

use std::cell::RefCell;
use std::collections::HashMap;

use web_sys::Storage;

thread_local! {
    /// What could not be stored.
    static MEMORY: RefCell<HashMap<String, Option<String>>> = RefCell::default();
}

/// Every key is prefixed: the origin may be shared with a documentation site.
const PREFIX: &str = "awaitscope:";

/// What was set last under this key, by this page or an earlier one.
pub fn get(key: &str) -> Option<String> {
    if let Some(remembered) = MEMORY.with_borrow(|memory| memory.get(key).cloned()) {
        return remembered;
    }
    storage()?.get_item(&format!("{PREFIX}{key}")).ok()?
}

/// Tells whether a later page will find it; this one does in any case.
pub fn set(key: &str, value: &str) -> bool {
    let stored = storage().is_some_and(|storage| storage.set_item(&format!("{PREFIX}{key}"), value).is_ok());
    remember(key, stored, Some(value))
}

/// Tells whether it is gone for later pages too.
pub fn remove(key: &str) -> bool {
    let removed = storage().is_some_and(|storage| storage.remove_item(&format!("{PREFIX}{key}")).is_ok());
    remember(key, removed, None)
}

fn remember(key: &str, stored: bool, value: Option<&str>) -> bool {
    MEMORY.with_borrow_mut(|memory| {
        if stored {
            memory.remove(key);
        } else {
            memory.insert(key.to_owned(), value.map(str::to_owned));
        }
    });
    stored
}

/// Asked for each time: the getter itself throws where storage is forbidden.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
