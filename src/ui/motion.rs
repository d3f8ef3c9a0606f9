//! Things that move: what is shown in another place than before travels there.

use std::collections::HashMap;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::style::set_custom_property;
use crate::browser::wall;
use crate::trace::timeline::Timeline;

/// More than this moves at once when the whole picture has changed; then nothing travels.
const TRAVELLERS: usize = 24;

/// With so many events since the last look nobody can follow who went where.
const FOLLOWED: u64 = 60;

/// Lets every element under `root` with a `data-travel` go to its new place from where the element of that name was
/// before; one that is new comes from the code's chip of that name. Looks when `moment` changes. How it moves is the style
/// sheet's (`data-moved`).
#[hook]
pub fn use_travel(root: &NodeRef, moment: u64) {
    let root = root.clone();
    let places = use_mut_ref(HashMap::<String, (f64, f64)>::new);
    let looked = use_mut_ref(|| 0);
    use_effect_with(moment, move |moment| {
        // To look is to make the browser lay out the page at once.
        if looked.replace(*moment).abs_diff(*moment) > FOLLOWED {
            places.borrow_mut().clear();
            return;
        }
        let Some(root) = root.cast::<Element>() else { return };
        let stage = root.closest(".work").ok().flatten().unwrap_or_else(|| root.clone());
        let origin = stage.get_bounding_client_rect();
        let place = |element: &Element| {
            let at = element.get_bounding_client_rect();
            (at.left() - origin.left(), at.top() - origin.top())
        };
        let mut now = HashMap::new();
        for chip in all(&stage, ".chip[data-task]") {
            if let Some(task) = chip.get_attribute("data-task") {
                now.insert(format!("chip {task}"), place(&chip));
            }
        }
        let before = places.borrow();
        let mut moved = Vec::new();
        for element in all(&root, "[data-travel]") {
            let Some(name) = element.get_attribute("data-travel") else { continue };
            let to = place(&element);
            let from = before.get(&name).or_else(|| before.get(&format!("chip {name}")));
            if let Some((x, y)) = from.map(|from| (from.0 - to.0, from.1 - to.1))
                && x.abs() + y.abs() > 6.0
            {
                moved.push((element, x, y));
            }
            now.insert(name, to);
        }
        if moved.len() <= TRAVELLERS {
            for (element, x, y) in moved {
                set_custom_property(&element, "--from-x", x);
                set_custom_property(&element, "--from-y", y);
                // Another word for the same movement begins it anew.
                let again = element.get_attribute("data-moved").as_deref() == Some("a");
                // Setting an attribute fails only for a malformed name.
                let _ = element.set_attribute("data-moved", if again { "b" } else { "a" });
            }
        }
        drop(before);
        places.replace(now);
    });
}

/// While a run goes on, what is read and not watched changes at most so often, in milliseconds, when it changes by much.
const READING: u32 = 125;

/// A moment of a timeline for those who read: the one that is looked at, or one shortly before while it hurries past.
#[hook]
pub fn use_unhurried(timeline: &Rc<Timeline>, upto: u64, hurries: bool) -> (Rc<Timeline>, u64) {
    let shown = use_mut_ref(|| (timeline.clone(), upto, wall::now()));
    let waiting = use_mut_ref(|| None::<Timeout>);
    let redraw = use_force_update();
    let now = wall::now();
    let (before, at) = (shown.borrow().1, shown.borrow().2);
    let is_too_soon = now.since(at) < u64::from(READING) * 1000;
    let goes_on = upto > before || Rc::ptr_eq(&shown.borrow().0, timeline);
    if hurries && is_too_soon && upto.abs_diff(before) > FOLLOWED && goes_on {
        if waiting.borrow().is_none() {
            waiting.replace(Some(Timeout::new(READING, move || redraw.force_update())));
        }
        let shown = shown.borrow();
        return (shown.0.clone(), shown.1);
    }
    waiting.replace(None);
    if upto != before || !Rc::ptr_eq(&shown.borrow().0, timeline) {
        shown.replace((timeline.clone(), upto, now));
    }
    (timeline.clone(), upto)
}

fn all(within: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = within.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}
