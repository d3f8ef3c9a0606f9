//! Which part of the axis and which rows are looked at. Gestures move the panes and a few more elements, and only when
//! something comes near that is not drawn yet is anything rendered.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::axis::{Axis, View, Window};
use super::pane::{place_panes, remember_places};
use crate::browser::wall;
use crate::ui::clock::Frames;
use crate::ui::style::{each, set_custom_property};

/// The height of a lane and of a thin one, in pixels, as the style sheet has it.
pub const ROW: f64 = 30.0;
pub const THIN_ROW: f64 = 22.0;

/// With no more rows than these, all are drawn.
const ALL_ROWS: usize = 24;
/// Rows come and go so many at a time.
const ROW_CELL: usize = 2;

pub struct Camera {
    pub root: NodeRef,
    pub lanes: NodeRef,
    redraw: UseForceUpdateHandle,
    /// `None` looks at the whole.
    view: Cell<Option<View>>,
    axis: Cell<Axis>,
    length: Cell<f64>,
    rows: Cell<(usize, usize)>,
    drawn: Cell<Option<(Window, bool)>>,
    drawn_rows: Cell<(usize, usize)>,
    /// How far the lanes are scrolled, and how much of them is seen, in pixels.
    scroll: Cell<(f64, f64)>,
    /// The width of their scroll bar.
    bar: Cell<i32>,
    /// The newest moment was in view when the reader last moved it: it is kept there.
    pub follows: Cell<bool>,
    /// What is seen: on its way to what is to be looked at. `None` when it cannot come from there.
    seen: Cell<Option<View>>,
    gliding: RefCell<Option<Frames>>,
    switching: RefCell<Option<Timeout>>,
}

/// How long a glide takes, in microseconds.
const GLIDE: f64 = 220_000.0;

impl Camera {
    fn new(redraw: UseForceUpdateHandle) -> Camera {
        Camera {
            root: NodeRef::default(),
            lanes: NodeRef::default(),
            redraw,
            view: Cell::new(None),
            axis: Cell::new(Axis::Time),
            length: Cell::new(1.0),
            rows: Cell::new((0, 0)),
            drawn: Cell::new(None),
            drawn_rows: Cell::new((0, 0)),
            scroll: Cell::new((0.0, 320.0)),
            bar: Cell::new(0),
            follows: Cell::new(true),
            seen: Cell::new(None),
            gliding: RefCell::new(None),
            switching: RefCell::new(None),
        }
    }

    /// What is there to look at; called with every rendering. `rows` counts lanes and thin lanes.
    pub fn frame(&self, axis: Axis, length: f64, rows: (usize, usize)) {
        self.axis.set(axis);
        self.length.set(length);
        self.rows.set(rows);
        if rows.0 == 0 {
            self.view.set(None);
            self.follows.set(true);
        }
        self.drawn.set(Some((self.window(), self.is_whole())));
        self.drawn_rows.set(self.shown_rows());
    }

    pub fn is_whole(&self) -> bool {
        self.view.get().is_none()
    }

    pub fn axis(&self) -> Axis {
        self.axis.get()
    }

    pub fn length(&self) -> f64 {
        self.length.get()
    }

    pub fn view(&self) -> View {
        let length = self.length.get();
        self.view.get().map_or(View::whole(length), |view| view.within(length))
    }

    pub fn window(&self) -> Window {
        Window::of(self.view())
    }

    /// Looks at another part, `None` for the whole. `smooth` eases it there.
    pub fn look(self: &Rc<Self>, view: Option<View>, smooth: bool) {
        let length = self.length.get();
        self.view.set(view.filter(|view| view.span < length * 0.9999));
        self.apply(smooth);
        if self.drawn.get() != Some((self.window(), self.is_whole())) {
            self.redraw.force_update();
        }
    }

    pub fn zoom(self: &Rc<Self>, factor: f64, share: f64, smooth: bool) {
        let view = self.view().zoom(factor, share, self.axis.get(), self.length.get());
        self.look(Some(view), smooth);
    }

    pub fn pan(self: &Rc<Self>, share: f64, smooth: bool) {
        self.look(Some(self.view().pan(share, self.length.get())), smooth);
    }

    /// Brings a place into view.
    pub fn show(self: &Rc<Self>, place: f64) {
        let view = self.view();
        if !view.is_in(place) {
            self.look(Some(view.showing(place, self.length.get())), true);
        }
    }

    /// Goes to what is to be looked at; `smooth` glides there.
    pub fn apply(self: &Rc<Self>, smooth: bool) {
        let Some(root) = self.root.cast::<HtmlElement>() else { return };
        self.gliding.take();
        let zoomed = self.view.get().is_some();
        // Setting an attribute fails only for a malformed name.
        let _ = if zoomed { root.set_attribute("data-zoomed", "") } else { root.remove_attribute("data-zoomed") };
        let to = self.view();
        let Some(from) = self.seen.get().filter(|from| smooth && *from != to && !prefers_reduced_motion()) else {
            self.see(to);
            return;
        };
        let (begun, camera) = (wall::now(), Rc::downgrade(self));
        let frames = Frames::start(move || {
            let Some(camera) = camera.upgrade() else { return false };
            let left = 1.0 - (wall::now().since(begun) as f64 / GLIDE).min(1.0);
            let share = 1.0 - left * left * left;
            let between = |from: f64, to: f64| from + share * (to - from);
            camera.see(View { start: between(from.start, to.start), span: between(from.span, to.span) });
            left > 0.0
        });
        self.gliding.replace(Some(frames));
    }

    /// Brings what has been drawn to where it is seen.
    pub fn settle(&self) {
        self.see(self.seen.get().unwrap_or_else(|| self.view()));
    }

    fn see(&self, view: View) {
        self.seen.set(Some(view));
        let Some(root) = self.root.cast::<Element>() else { return };
        each(&root, ".ticks, .under, .over", &mut |part| {
            set_custom_property(part, "--t0", view.start);
            set_custom_property(part, "--span", view.span);
            set_custom_property(part, "--length", self.length.get());
        });
        if let Some((window, _)) = self.drawn.get() {
            place_panes(&root, window, view.start, view.span, root.has_attribute("data-switching"));
        }
    }

    /// For a moment slices glide to their places on another axis.
    pub fn switch(&self) {
        let Some(root) = self.root.cast::<Element>() else { return };
        remember_places(&root);
        self.seen.set(None);
        let _ = root.set_attribute("data-switching", "");
        let timeout = Timeout::new(600, move || {
            let _ = root.remove_attribute("data-switching");
            each(&root, "[data-was]", &mut |item| {
                let _ = item.remove_attribute("data-was");
            });
        });
        self.switching.replace(Some(timeout));
    }

    /// The share of the width that a point of the window lies at.
    pub fn share(&self, client_x: f64) -> f64 {
        let ticks = self.root.cast::<Element>().and_then(|root| root.query_selector(".ticks").ok()?);
        let Some(ticks) = ticks else { return 0.0 };
        let place = ticks.get_bounding_client_rect();
        (client_x - place.left()) / place.width().max(1.0)
    }

    /// The rows to draw: from, up to.
    pub fn shown_rows(&self) -> (usize, usize) {
        let (lanes, thin) = self.rows.get();
        let all = lanes + thin;
        if all <= ALL_ROWS {
            return (0, all);
        }
        let (top, height) = self.scroll.get();
        let row_at = |y: f64| {
            let thin = (y - lanes as f64 * ROW).max(0.0) / THIN_ROW;
            (y / ROW).min(lanes as f64) + thin
        };
        let first = (row_at(top) as usize).saturating_sub(2) / ROW_CELL * ROW_CELL;
        let last = (row_at(top + height) as usize + 3).next_multiple_of(ROW_CELL).min(all);
        (first.min(last), last)
    }

    /// The height of that many rows.
    pub fn height(&self, rows: usize) -> f64 {
        let lanes = self.rows.get().0;
        rows.min(lanes) as f64 * ROW + rows.saturating_sub(lanes) as f64 * THIN_ROW
    }

    /// The lanes were scrolled, or have another height.
    pub fn measure(&self) {
        let Some(lanes) = self.lanes.cast::<Element>() else { return };
        self.scroll.set((f64::from(lanes.scroll_top()), f64::from(lanes.client_height())));
        // What stands beside the lanes is as wide as they are.
        if let Some(root) = self.root.cast::<HtmlElement>() {
            let bar = lanes.unchecked_ref::<HtmlElement>().offset_width() - lanes.client_width();
            if self.bar.replace(bar) != bar {
                set_custom_property(&root, "--bar", f64::from(bar));
            }
        }
        if self.shown_rows() != self.drawn_rows.get() {
            self.redraw.force_update();
        }
    }

    /// Scrolls the lanes, and nothing else, so far that the row is seen.
    pub fn show_row(&self, row: usize) {
        let Some(lanes) = self.lanes.cast::<Element>() else { return };
        let (top, height) = (f64::from(lanes.scroll_top()), f64::from(lanes.client_height()));
        let (from, to) = (self.height(row), self.height(row + 1));
        if from < top {
            lanes.set_scroll_top(from as i32);
        } else if to > top + height {
            lanes.set_scroll_top((to - height) as i32 + 1);
        }
        self.measure();
    }

    fn wheel(self: &Rc<Self>, event: &web_sys::WheelEvent, on_ruler: bool) {
        // Lines and pages are so many pixels.
        let unit = match event.delta_mode() {
            0 => 1.0,
            1 => 24.0,
            _ => 320.0,
        };
        let (dx, dy) = (event.delta_x() * unit, event.delta_y() * unit);
        let zooms = event.ctrl_key() || event.meta_key() || (on_ruler && dx.abs() <= dy.abs() && !event.shift_key());
        if zooms {
            event.prevent_default();
            self.zoom((dy * 0.0022).clamp(-1.2, 1.2).exp(), self.share(f64::from(event.client_x())), false);
        } else {
            let across = if event.shift_key() && dx == 0.0 { dy } else { dx };
            if across == 0.0 || across.abs() < dy.abs() && !event.shift_key() || self.is_whole() {
                return;
            }
            event.prevent_default();
            self.pan(across / 900.0, false);
        }
    }
}

fn prefers_reduced_motion() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok()?);
    query.is_some_and(|query| query.matches())
}

#[hook]
pub fn use_camera() -> Rc<Camera> {
    let redraw = use_force_update();
    let camera = use_memo((), |()| Camera::new(redraw));
    {
        let camera = camera.clone();
        // Yew's own listeners cannot keep the page from scrolling.
        use_effect_with((), move |()| {
            let listeners = listen(&camera);
            camera.measure();
            move || drop(listeners)
        });
    }
    camera
}

/// A listener that goes when it is dropped.
struct Listener {
    target: web_sys::EventTarget,
    kind: &'static str,
    closure: Closure<dyn FnMut(web_sys::Event)>,
}

impl Listener {
    fn new(target: &web_sys::EventTarget, kind: &'static str, call: Box<dyn FnMut(web_sys::Event)>) -> Listener {
        let closure = Closure::wrap(call);
        let _ = target.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
        Listener { target: target.clone(), kind, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(self.kind, self.closure.as_ref().unchecked_ref());
    }
}

fn listen(camera: &Rc<Camera>) -> Vec<Listener> {
    let mut listeners = Vec::new();
    let root = camera.root.cast::<Element>();
    for (selector, on_ruler) in [(".ticks", true), (".lanes", false)] {
        let Some(target) = root.as_ref().and_then(|root| root.query_selector(selector).ok()?) else { continue };
        // Who scrolls through a text does not stop at the ruler of a playground in it.
        let zooms = on_ruler && target.closest(".embed").is_ok_and(|host| host.is_none());
        let wheel = {
            let camera = camera.clone();
            move |event: web_sys::Event| camera.wheel(event.unchecked_ref(), zooms)
        };
        listeners.push(Listener::new(&target, "wheel", Box::new(wheel)));
        if !on_ruler {
            let camera = camera.clone();
            listeners.push(Listener::new(&target, "scroll", Box::new(move |_| camera.measure())));
        }
    }
    if let Some(window) = web_sys::window() {
        let camera = camera.clone();
        listeners.push(Listener::new(&window, "resize", Box::new(move |_| camera.measure())));
    }
    listeners
}

/// Fingers and the mouse on the lanes or on the ruler.
#[derive(Default)]
pub struct Gesture {
    /// Pointers that are down, and where they are.
    pointers: Vec<(i32, f64)>,
    /// Where the first went down.
    began: f64,
    view: Option<View>,
    /// A press that moves no longer clicks.
    pub has_moved: bool,
    /// The place where a range begins.
    pub range_from: Option<f64>,
}

/// What a move of a pointer amounts to.
pub enum Move {
    Nothing,
    /// From one place to another.
    Range(f64, f64),
    Looked,
}

impl Gesture {
    pub fn down(&mut self, camera: &Rc<Camera>, event: &PointerEvent) {
        let x = f64::from(event.client_x());
        self.pointers.retain(|&(id, _)| id != event.pointer_id());
        self.pointers.push((event.pointer_id(), x));
        self.begin(camera);
        if self.pointers.len() == 1 {
            self.has_moved = false;
            self.range_from = event.shift_key().then(|| camera.view().at(camera.share(x)));
        }
    }

    /// From here on moves are counted.
    fn begin(&mut self, camera: &Rc<Camera>) {
        self.began = self.pointers.first().map_or(0.0, |&(_, x)| x);
        self.view = Some(camera.view());
    }

    pub fn moved(&mut self, camera: &Rc<Camera>, event: &PointerEvent) -> Move {
        let x = f64::from(event.client_x());
        let Some(index) = self.pointers.iter().position(|&(id, _)| id == event.pointer_id()) else {
            return Move::Nothing;
        };
        if event.buttons() == 0 {
            self.up(camera, event);
            return Move::Nothing;
        }
        let before = self.pointers.clone();
        self.pointers[index].1 = x;
        if let ([(_, a0), (_, b0)], [(_, a1), (_, b1)]) = (&before[..], &self.pointers[..]) {
            // Two fingers: what lies under them stays there.
            let factor = ((a0 - b0).abs().max(8.0) / (a1 - b1).abs().max(8.0)).clamp(0.2, 5.0);
            let (from, to) = (camera.share((a0 + b0) / 2.0), camera.share((a1 + b1) / 2.0));
            let view = camera.view().zoom(factor, from, camera.axis(), camera.length());
            camera.look(Some(view.pan(from - to, camera.length())), false);
            self.has_moved = true;
            return Move::Looked;
        }
        if !self.has_moved && (x - self.began).abs() < 4.0 {
            return Move::Nothing;
        }
        if !self.has_moved {
            self.has_moved = true;
            if let Some(target) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
                // It throws for a pointer that is gone.
                let _ = target.set_pointer_capture(event.pointer_id());
            }
        }
        if let Some(from) = self.range_from {
            let to = camera.view().at(camera.share(x).clamp(0.0, 1.0));
            return Move::Range(from.min(to), from.max(to));
        }
        match self.view {
            Some(view) if !camera.is_whole() => {
                let by = camera.share(self.began) - camera.share(x);
                camera.look(Some(view.pan(by, camera.length())), false);
                Move::Looked
            }
            _ => Move::Nothing,
        }
    }

    pub fn up(&mut self, camera: &Rc<Camera>, event: &PointerEvent) {
        self.pointers.retain(|&(id, _)| id != event.pointer_id());
        self.begin(camera);
    }
}
