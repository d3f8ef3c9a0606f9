//! What belongs together lights up together: a lane, its task's chip and lines in the code, its pill in the loop, its row in
//! the tree. Only attributes change (`data-lit`); nothing renders.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, MouseEvent};
use yew::prelude::*;

/// Lights up what belongs to what the pointer or the focus is on, under `root`.
#[hook]
pub fn use_crosslight(root: &NodeRef) {
    let root = root.clone();
    use_effect_with((), move |()| {
        let root = root.cast::<Element>();
        let lit = std::cell::RefCell::new(Vec::new());
        let listener = root.clone().map(|root| {
            Closure::<dyn FnMut(Event)>::new(move |event: Event| {
                let tasks = if event.type_() == "mouseleave" { Vec::new() } else { tasks_at(&root, &event) };
                if *lit.borrow() != tasks {
                    light(&root, &tasks);
                    lit.replace(tasks);
                }
            })
        });
        const EVENTS: [&str; 4] = ["mouseover", "mousemove", "focusin", "mouseleave"];
        if let (Some(root), Some(listener)) = (&root, &listener) {
            for event in EVENTS {
                let _ = root.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
            }
        }
        move || {
            if let (Some(root), Some(listener)) = (&root, &listener) {
                for event in EVENTS {
                    let _ = root.remove_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
                }
            }
        }
    });
}

/// The tasks that the event's place is about.
fn tasks_at(root: &Element, event: &Event) -> Vec<String> {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return Vec::new() };
    if let Ok(Some(part)) = target.closest("[data-task]") {
        return part.get_attribute("data-task").filter(|task| task.starts_with(['T', 'W'])).into_iter().collect();
    }
    // The text lies over the lines; the place says which one it is.
    let mouse = event.dyn_ref::<MouseEvent>().filter(|_| target.class_list().contains("input"));
    let Some((mouse, Ok(Some(first)))) = mouse.map(|mouse| (mouse, root.query_selector(".ln"))) else {
        return Vec::new();
    };
    let row = first.get_bounding_client_rect();
    let line = ((f64::from(mouse.client_y()) - row.top()) / row.height().max(1.0)).floor() as i64 + 1;
    let chips = all(root, &format!(".ln[data-line=\"{line}\"] .chip[data-task]"));
    chips.iter().filter_map(|chip| chip.get_attribute("data-task")).collect()
}

fn light(root: &Element, tasks: &[String]) {
    for element in all(root, "[data-lit]") {
        let _ = element.remove_attribute("data-lit");
    }
    for task in tasks {
        // Ids are letters and digits; nothing else gets into the selector.
        if !task.chars().all(|c| c.is_ascii_alphanumeric()) {
            continue;
        }
        for element in all(root, &format!("[data-task=\"{task}\"]")) {
            let _ = element.set_attribute("data-lit", "");
            for line in element.get_attribute("data-stack").unwrap_or_default().split(' ') {
                if !line.is_empty() && line.chars().all(|c| c.is_ascii_digit()) {
                    for row in all(root, &format!(".ln[data-line=\"{line}\"]")) {
                        let _ = row.set_attribute("data-lit", "");
                    }
                }
            }
        }
    }
}

fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = within.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}
