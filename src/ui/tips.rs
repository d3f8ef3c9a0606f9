//! What an element with `data-tip` has to say stands in a bubble beside it, while the pointer or the keyboard is on it. The
//! browser's own (`title`) comes late, cannot be reached by keyboard, and looks like nothing else on the page.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};
use yew::prelude::*;

/// Pixels between an element and its bubble, and between the bubble and the window's edge.
const GAP: f64 = 7.0;

const EVENTS: [&str; 6] = ["mouseover", "mouseleave", "focusin", "focusout", "pointerdown", "keydown"];

/// Shows tips of what is under `root` in the element `bubble`.
#[hook]
pub fn use_tips(root: &NodeRef, bubble: &NodeRef) {
    let (root, bubble) = (root.clone(), bubble.clone());
    use_effect_with((), move |()| {
        let root = root.cast::<Element>();
        let shown = RefCell::new(None::<Element>);
        let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            if let Some(bubble) = bubble.cast::<HtmlElement>() {
                heed(&event, &bubble, &shown);
            }
        });
        let function = listener.as_ref().unchecked_ref();
        for event in EVENTS {
            let _ = root.as_ref().map(|root| root.add_event_listener_with_callback(event, function));
        }
        move || {
            let function = listener.as_ref().unchecked_ref();
            for event in EVENTS {
                let _ = root.as_ref().map(|root| root.remove_event_listener_with_callback(event, function));
            }
        }
    });
}

fn heed(event: &Event, bubble: &HtmlElement, shown: &RefCell<Option<Element>>) {
    let by_keyboard = event.type_() == "focusin";
    let about = match &*event.type_() {
        "mouseover" | "focusin" => {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let is_meant = |target: &Element| !by_keyboard || target.matches(":focus-visible").unwrap_or(false);
            target.filter(is_meant).and_then(|target| target.closest("[data-tip]").ok()?)
        }
        // What is shown can be put away without moving.
        "keydown" if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() != "Escape") => return,
        _ => None,
    };
    if *shown.borrow() == about {
        return;
    }
    if let Some(before) = shown.replace(about.clone()) {
        let _ = before.remove_attribute("aria-describedby");
    }
    let text = about.as_ref().and_then(|about| about.get_attribute("data-tip")).filter(|text| !text.is_empty());
    let (Some(about), Some(text)) = (about, text) else {
        let _ = bubble.remove_attribute("data-shown");
        return;
    };
    bubble.set_text_content(Some(&text));
    if by_keyboard {
        let _ = about.set_attribute("aria-describedby", &bubble.id());
    }
    let _ = bubble.set_attribute("data-shown", "");
    let place = about.get_bounding_client_rect();
    let own = bubble.get_bounding_client_rect();
    let size = |get: fn(&web_sys::Window) -> Option<f64>| web_sys::window().and_then(|w| get(&w)).unwrap_or(1e6);
    let width = size(|window| window.inner_width().ok()?.as_f64());
    let height = size(|window| window.inner_height().ok()?.as_f64());
    // What is as wide as half the window has its bubble where the pointer is.
    let middle = match event.dyn_ref::<MouseEvent>() {
        Some(mouse) if place.width() > 160.0 => f64::from(mouse.client_x()),
        _ => place.left() + place.width() / 2.0,
    };
    let below = place.bottom() + GAP;
    let top = if below + own.height() + GAP > height { place.top() - GAP - own.height() } else { below };
    let left = (middle - own.width() / 2.0).min(width - own.width() - GAP).max(GAP);
    for (name, value) in [("left", left), ("top", top.max(GAP))] {
        let _ = bubble.style().set_property(name, &format!("{value:.0}px"));
    }
}
