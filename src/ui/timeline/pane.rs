//! What stands in a lane is placed in shares of a pane, and a pane is as long as the part of the axis that is drawn. So
//! what pans or zooms moves some twenty panes, and the browser computes no style of what is in them.

use std::collections::HashMap;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::axis::{Axis, Window};
use super::drawn::Frame;
use crate::ui::style::{each, set_custom_property, set_percent};

/// Something that stands in a pane, and where on the axis.
pub struct Item {
    /// The same for the same thing in every drawing.
    pub key: u64,
    pub start: f64,
    /// `None` for what has a width of its own.
    pub end: Option<f64>,
    /// The clock moves its end.
    pub lasts: bool,
    /// Custom properties of it alone.
    pub also: Vec<(&'static str, f64)>,
    pub node: Html,
}

impl Item {
    pub fn new(key: u64, start: f64, end: Option<f64>, node: Html) -> Item {
        Item { key, start, end, lasts: false, also: Vec::new(), node }
    }
}

/// Of an item: everything but the node.
#[derive(PartialEq)]
struct Place {
    key: u64,
    start: f64,
    end: Option<f64>,
    lasts: bool,
    also: Vec<(&'static str, f64)>,
}

/// A pane with its items. `newest` is where the clock stands.
#[hook]
pub fn use_pane(items: Vec<Item>, frame: Frame, newest: f64) -> Html {
    let pane = use_node_ref();
    let (places, nodes): (Vec<Place>, Vec<Html>) = items
        .into_iter()
        .map(|Item { key, start, end, lasts, also, node }| (Place { key, start, end, lasts, also }, node))
        .unzip();
    {
        let pane = pane.clone();
        let before = use_mut_ref(|| (None, HashMap::new()));
        use_effect(move || {
            let mut before = before.borrow_mut();
            if before.0 != Some(frame) {
                before.1.clear();
            }
            put(&pane, &before.1, &places, frame, newest);
            *before = (Some(frame), places.into_iter().map(|place| (place.key, place)).collect());
        });
    }
    html! { <div class="pane" ref={pane}>{ for nodes }</div> }
}

/// Tells the elements where they are, as far as they do not know it yet.
fn put(pane: &NodeRef, known: &HashMap<u64, Place>, places: &[Place], frame: Frame, newest: f64) {
    let Window { start: from, end: to, .. } = frame.window;
    let length = to - from;
    // Far outside is as good as further: a sleep of an hour would be a mile of stripes.
    let share = |place: f64| ((place - from) / length).clamp(-0.1, 1.1);
    let mut child = pane.cast::<Element>().and_then(|pane| pane.first_element_child());
    for place in places {
        let Some(element) = child else { return };
        child = element.next_element_sibling();
        if known.get(&place.key) == Some(place) {
            continue;
        }
        let &Place { start, end, lasts, .. } = place;
        let element: HtmlElement = wasm_bindgen::JsCast::unchecked_into(element);
        set_percent(&element, "left", share(start));
        for &(name, value) in &place.also {
            set_custom_property(&element, name, value);
        }
        let Some(end) = end else { continue };
        if lasts && frame.axis == Axis::Time {
            let _ = element.style().remove_property("width");
            for (name, value) in [("--start", start), ("--end", end), ("--window", length), ("--clock", newest)] {
                set_custom_property(&element, name, value);
            }
        } else {
            set_percent(&element, "width", share(end) - share(start));
        }
    }
}

/// Brings the panes under `root` to where they are seen, when the part of the axis from `start` on and `span` long is.
/// `moves` says where they are to the animation between two axes.
pub fn place_panes(root: &Element, window: Window, start: f64, span: f64, moves: bool) {
    let left = (window.start - start) / span;
    let width = (window.end - window.start) / span;
    each(root, ".pane", &mut |pane| {
        set_percent(pane, "left", left);
        set_percent(pane, "width", width);
        if moves {
            set_custom_property(pane, "--pane-left", left);
            set_custom_property(pane, "--pane-width", width);
        }
    });
}

/// Keeps where everything is, as shares of the width that is seen, for the animation to begin there.
pub fn remember_places(root: &Element) {
    each(root, ".pane", &mut |pane| {
        let Some(track) = pane.parent_element().map(|track| track.get_bounding_client_rect()) else { return };
        let mut child = pane.first_element_child();
        while let Some(element) = child {
            let place = element.get_bounding_client_rect();
            let element: HtmlElement = wasm_bindgen::JsCast::unchecked_into(element);
            set_custom_property(&element, "--was-left", (place.left() - track.left()) / track.width());
            set_custom_property(&element, "--was-width", place.width() / track.width());
            // Setting an attribute fails only for a malformed name.
            let _ = element.set_attribute("data-was", "");
            child = element.next_element_sibling();
        }
    });
}
