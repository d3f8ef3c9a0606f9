//! The clock, the playhead and everything that grows with them move here, a frame at a time, without rendering anything.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Element;
use yew::prelude::*;

use super::state::Action;
use super::style::{each, set_custom_property};
use super::text::moment;
use crate::browser::pace::Clock;
use crate::browser::wall;
use crate::trace::event::Nanos;

/// A report renders lanes anew, and then the clock is due again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    /// Program time as it goes.
    pub clock: Clock,
    /// What is looked at, when it is not the newest; it moves when that is played back.
    pub head: Option<Clock>,
    /// How many events are drawn.
    pub drawn: u64,
}

impl Shown {
    fn is_ticking(&self) -> bool {
        let now = wall::now();
        self.clock.is_ticking(now) || self.head.is_some_and(|head| head.is_ticking(now))
    }
}

/// Moves the cursor with the clock of the playback, a frame at a time.
#[hook]
pub fn use_playback(playback: Option<Clock>, dispatch: &yew::Callback<Action>) {
    let dispatch = dispatch.clone();
    use_effect_with(playback, move |playback| {
        let frames = playback.map(|clock| {
            Frames::start(move || {
                let now = wall::now();
                dispatch.emit(Action::PlayedTo(clock.at(now)));
                clock.is_ticking(now)
            })
        });
        move || drop(frames)
    });
}

/// Keeps what is under `app` at the clock.
#[hook]
pub fn use_clock(app: &NodeRef, shown: Shown) {
    let app = app.clone();
    use_effect_with(shown, move |shown| {
        let shown = *shown;
        let frames = app.cast::<Element>().map(|app| {
            Frames::start(move || {
                show(&app, shown);
                shown.is_ticking()
            })
        });
        move || drop(frames)
    });
}

type Callback = Closure<dyn FnMut()>;

/// Frames that are asked for one after the other while the clock ticks; dropping it ends them.
pub struct Frames {
    next: Rc<Cell<Option<i32>>>,
    _callback: Rc<RefCell<Option<Callback>>>,
}

impl Frames {
    /// Calls `frame` now, and again with each frame for as long as it says so.
    pub fn start(frame: impl Fn() -> bool + 'static) -> Frames {
        let next = Rc::new(Cell::new(None));
        let callback: Rc<RefCell<Option<Callback>>> = Rc::default();
        if !frame() {
            return Frames { next, _callback: callback };
        }
        let (its_next, weak) = (next.clone(), Rc::downgrade(&callback));
        *callback.borrow_mut() = Some(Closure::new(move || {
            let callback = weak.upgrade().filter(|_| frame());
            its_next.set(callback.and_then(|callback| request(callback.borrow().as_ref()?)));
        }));
        next.set(callback.borrow().as_ref().and_then(request));
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
    let head = shown.head.map_or(now, |head| head.at(wall::now()));
    // Only those that move: a property of the whole timeline would make the browser look at all that is in it.
    let clock = now.0.to_string();
    each(app, ".timeline [data-clock]", &mut |element| {
        set_custom_property(element, "--clock", now.as_secs_f64());
        if element.has_attribute("data-open") {
            let _ = element.set_attribute("data-end", &clock);
        }
    });
    each(app, ".ring, .head-of-time", &mut |element| set_custom_property(element, "--head", head.as_secs_f64()));
    if let Ok(Some(clock)) = app.query_selector("[data-testid=clock]") {
        clock.set_text_content(Some(&moment(head)));
        // Setting an attribute fails only for a malformed name.
        let _ = clock.set_attribute("data-ns", &head.0.to_string());
    }
    each(app, ".left[data-when]", &mut |timer| {
        let when = timer.get_attribute("data-when").and_then(|when| when.parse().ok()).unwrap_or_default();
        let left = Nanos(when).saturating_sub(head).as_secs_f64();
        let left = format!(" −{left:.1}");
        if timer.text_content().as_ref() != Some(&left) {
            timer.set_text_content(Some(&left));
        }
    });
}
