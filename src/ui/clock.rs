//! The clock, the playhead and everything that grows with them move here, a frame at a time, without rendering anything.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::style::set_custom_property;
use super::text::moment;
use crate::browser::pace::Clock;
use crate::browser::wall;
use crate::trace::event::Nanos;

/// A report renders lanes anew, and then the clock is due again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    /// Program time as it goes.
    pub clock: Clock,
    /// What is looked at, when it is not the newest.
    pub head: Option<Nanos>,
    /// How many events are drawn.
    pub drawn: u64,
}

/// Keeps what is under `app` at the clock.
#[hook]
pub fn use_clock(app: &NodeRef, shown: Shown) {
    let app = app.clone();
    use_effect_with(shown, move |shown| {
        let frames = app.cast::<Element>().map(|app| Frames::start(app, *shown));
        move || drop(frames)
    });
}

type Callback = Closure<dyn FnMut()>;

/// Frames that are asked for one after the other while the clock ticks; dropping it ends them.
struct Frames {
    next: Rc<Cell<Option<i32>>>,
    _callback: Rc<RefCell<Option<Callback>>>,
}

impl Frames {
    fn start(app: Element, shown: Shown) -> Frames {
        show(&app, shown);
        let next = Rc::new(Cell::new(None));
        let callback: Rc<RefCell<Option<Callback>>> = Rc::default();
        let (its_next, weak) = (next.clone(), Rc::downgrade(&callback));
        *callback.borrow_mut() = Some(Closure::new(move || {
            show(&app, shown);
            let again = shown.clock.is_ticking(wall::now());
            let callback = weak.upgrade().filter(|_| again);
            its_next.set(callback.and_then(|callback| request(callback.borrow().as_ref()?)));
        }));
        if shown.clock.is_ticking(wall::now()) {
            next.set(callback.borrow().as_ref().and_then(request));
        }
        Frames { next, _callback: callback }
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        if let (Some(window), Some(id)) = (web_sys::window(), self.next.take()) {
            // It throws for no id that was given.
            let _ = window.cancel_animation_frame(id);
        }
    }
}

fn request(callback: &Callback) -> Option<i32> {
    web_sys::window()?.request_animation_frame(callback.as_ref().unchecked_ref()).ok()
}

fn show(app: &Element, shown: Shown) {
    let now = shown.clock.at(wall::now());
    let head = shown.head.unwrap_or(now);
    for selector in [".timeline", ".loop"] {
        if let Ok(Some(element)) = app.query_selector(selector)
            && let Ok(element) = element.dyn_into::<HtmlElement>()
        {
            set_custom_property(&element, "--clock", now.as_secs_f64());
            set_custom_property(&element, "--head", head.as_secs_f64());
        }
    }
    if let Ok(Some(clock)) = app.query_selector("[data-testid=clock]") {
        clock.set_text_content(Some(&moment(head)));
        // Setting an attribute fails only for a malformed name.
        let _ = clock.set_attribute("data-ns", &head.0.to_string());
    }
    if let Ok(open) = app.query_selector_all(".slice[data-open]") {
        let now = now.0.to_string();
        for index in 0..open.length() {
            if let Some(slice) = open.item(index).and_then(|node| node.dyn_into::<Element>().ok()) {
                let _ = slice.set_attribute("data-end", &now);
            }
        }
    }
}
