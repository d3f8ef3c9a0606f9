//! The page's memory in a real browser.

use awaitscope::browser::storage;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn what_is_set_is_found_until_it_is_removed() {
    assert_eq!(storage::get("test"), None);
    assert!(storage::set("test", "1"));
    assert_eq!(storage::get("test").as_deref(), Some("1"));
    assert!(storage::remove("test"));
    assert_eq!(storage::get("test"), None);
}

#[wasm_bindgen_test]
fn what_does_not_fit_is_remembered_while_the_page_is_open() {
    assert!(storage::set("test-big", "small"));
    let big = "x".repeat(20_000_000);
    assert!(!storage::set("test-big", &big));
    assert_eq!(storage::get("test-big").map(|text| text.len()), Some(big.len()));
    assert!(storage::remove("test-big"));
    assert_eq!(storage::get("test-big"), None);
}
