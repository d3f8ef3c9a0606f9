//! Positions go to CSS as custom properties through the CSSOM: a `style` attribute is what a strict
//! `Content-Security-Policy` forbids.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Keeps custom properties of an element at these numbers.
#[hook]
pub fn use_custom_properties<const N: usize>(node: &NodeRef, values: [(&'static str, f64); N]) {
    let node = node.clone();
    use_effect_with(values, move |values| set_custom_properties(&node, values));
}

fn set_custom_properties(node: &NodeRef, values: &[(&'static str, f64)]) {
    if let Some(element) = node.cast::<HtmlElement>() {
        for (name, value) in values {
            set_custom_property(&element, name, *value);
        }
    }
}

pub fn set_custom_property(element: &HtmlElement, name: &str, value: f64) {
    // It throws for a read-only declaration, and an element's own is not.
    let _ = element.style().set_property(name, &value.to_string());
}

/// A length as a share of the parent's.
pub fn set_percent(element: &HtmlElement, name: &str, share: f64) {
    let _ = element.style().set_property(name, &format!("{}%", share * 100.0));
}

/// Does something with each element under `root` that the selector finds.
pub fn each(root: &Element, selector: &str, act: &mut dyn FnMut(&HtmlElement)) {
    let Ok(found) = root.query_selector_all(selector) else { return };
    for index in 0..found.length() {
        if let Some(element) = found.item(index).and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            act(&element);
        }
    }
}
