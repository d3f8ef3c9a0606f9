//! The wall's time, timers and the page's turn.

use std::cell::RefCell;
use std::rc::Rc;

use futures::channel::oneshot;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{MessageChannel, MessagePort, Performance};

use super::pace::Wall;

thread_local! {
    static PERFORMANCE: Option<Performance> = web_sys::window().and_then(|window| window.performance());
}

/// Now, on the page's monotonic clock.
pub fn now() -> Wall {
    PERFORMANCE
        .with(|performance| Wall::from_millis(performance.as_ref().map_or_else(js_sys::Date::now, Performance::now)))
}

/// Seconds since 1970-01-01 UTC: what a program's `time.time()` begins with.
pub fn unix_time() -> f64 {
    js_sys::Date::now() / 1000.0
}

/// Local time minus UTC, in seconds.
pub fn utc_offset() -> i32 {
    -(js_sys::Date::new_0().get_timezone_offset() * 60.0) as i32
}

/// A seed that differs from run to run, small enough to be read in a link.
pub fn random_seed() -> u64 {
    (js_sys::Math::random() * 1e6) as u64
}

/// Lets the page have its turn: events, painting, timers. Unlike a timer of 0 ms, it is neither clamped to 4 ms when
/// nested nor to a second in a background tab.
pub struct PageTurn {
    send: MessagePort,
    receive: MessagePort,
    waiting: Rc<RefCell<Option<oneshot::Sender<()>>>>,
    _on_message: Closure<dyn FnMut()>,
}

impl PageTurn {
    /// `None` where there is no `MessageChannel`.
    pub fn new() -> Option<PageTurn> {
        let channel = MessageChannel::new().ok()?;
        let waiting: Rc<RefCell<Option<oneshot::Sender<()>>>> = Rc::default();
        let waiter = waiting.clone();
        let on_message = Closure::<dyn FnMut()>::new(move || {
            if let Some(sender) = waiter.borrow_mut().take() {
                // The receiver is gone only when nobody waits any more.
                let _ = sender.send(());
            }
        });
        let (send, receive) = (channel.port1(), channel.port2());
        receive.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Some(PageTurn { send, receive, waiting, _on_message: on_message })
    }

    /// Resolves when the page has had its turn.
    pub async fn give(&self) {
        let (sender, receiver) = oneshot::channel();
        *self.waiting.borrow_mut() = Some(sender);
        if self.send.post_message(&wasm_bindgen::JsValue::NULL).is_err() {
            gloo_timers::future::TimeoutFuture::new(0).await;
            return;
        }
        let _ = receiver.await;
    }
}

impl Drop for PageTurn {
    fn drop(&mut self) {
        self.receive.set_onmessage(None);
        self.receive.close();
        self.send.close();
    }
}
