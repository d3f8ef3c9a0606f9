//! Loads the rest of the page's wasm: what the lessons do not need. `bundle/src/split.rs` takes it apart.
//!
//! A function of the rest that is called before the rest is there loads it at the call, and the page stands still
//! meanwhile. So the page loads it in the background as soon as it sees a program that is not a lesson's. A wasm that was
//! not taken apart has no rest, and nothing here does anything.

use std::cell::{Cell, RefCell};

use futures::FutureExt;
use futures::future::{LocalBoxFuture, Shared};
use js_sys::{ArrayBuffer, Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, XmlHttpRequest};

use super::files;

/// The first part's export whose end is the name of the rest's file: a number that is 1 when the rest is there.
const REST: &str = "rest:";
/// Under this name the rest imports the first part's exports.
const FIRST: &str = "first";

/// For everybody who waits for it.
type Arrival = Shared<LocalBoxFuture<'static, Result<(), String>>>;

/// Tells the reader.
type Tell = Box<dyn Fn(&str)>;

thread_local! {
    static COMING: RefCell<Option<Arrival>> = const { RefCell::new(None) };
    static ON_LOSS: RefCell<Option<Tell>> = const { RefCell::new(None) };
    static AT_A_DOOR: Cell<bool> = const { Cell::new(false) };
}

/// Says who tells the reader that a part of the application cannot be had, which ends it.
pub fn on_loss(tell: impl Fn(&str) + 'static) {
    ON_LOSS.set(Some(Box::new(tell)));
}

/// Begins to load the rest in the background, if it is not here and not on its way.
pub fn expect() {
    wasm_bindgen_futures::spawn_local(async {
        // Whoever needs it meets the error again, and tells of it.
        let _ = arrival().await;
    });
}

/// When the rest is on its way, waits until it is here. The error is for the reader: what the browser or the server said.
pub async fn arrived() -> Result<(), String> {
    let coming = COMING.with_borrow(Option::clone);
    match coming {
        Some(coming) => coming.await,
        None => Ok(()),
    }
}

async fn arrival() -> Result<(), String> {
    let coming = COMING.with_borrow_mut(|coming| {
        coming
            .get_or_insert_with(|| async { fetch().await.map_err(|error| message(&error)) }.boxed_local().shared())
            .clone()
    });
    let result = coming.await;
    if result.is_err() {
        COMING.take();
    }
    result
}

async fn fetch() -> Result<(), JsValue> {
    let Some(missing) = Missing::find() else { return Ok(()) };
    let window = web_sys::window().ok_or("no window")?;
    let response: Response = JsFuture::from(window.fetch_with_str(&missing.file)).await?.unchecked_into();
    if !response.ok() {
        return Err(format!("{}: HTTP {}", missing.file, response.status()).into());
    }
    let bytes: ArrayBuffer = JsFuture::from(response.array_buffer()?).await?.unchecked_into();
    let module = JsFuture::from(WebAssembly::compile(&bytes)).await?.unchecked_into();
    // A door may have been quicker.
    match Missing::find() {
        Some(missing) => missing.link(&module),
        None => Ok(()),
    }
}

/// Called at a door: comes back when the rest is here. When it cannot be had, this is the end of the application.
#[wasm_bindgen]
pub fn load_rest() {
    if AT_A_DOOR.replace(true) {
        wasm_bindgen::throw_str("the rest of awaitscope's wasm is needed to load it");
    }
    if let Err(error) = load_now() {
        ON_LOSS.with_borrow(|tell| {
            if let Some(tell) = tell {
                tell(&("a part of awaitscope could not be loaded: ".to_owned() + &message(&error)));
            }
        });
        wasm_bindgen::throw_val(error);
    }
    AT_A_DOOR.set(false);
}

fn load_now() -> Result<(), JsValue> {
    let Some(missing) = Missing::find() else { return Ok(()) };
    let request = XmlHttpRequest::new()?;
    request.open_with_async("GET", &missing.file, false)?;
    // Only text can be had synchronously: each byte becomes a character whose low eight bits it is.
    request.override_mime_type("text/plain; charset=x-user-defined")?;
    request.send()?;
    let text = request.response_text()?.unwrap_or_default();
    let bytes: Vec<u8> = text.chars().map(|char| char as u32 as u8).collect();
    let module = WebAssembly::Module::new(&Uint8Array::from(&bytes[..]))?;
    missing.link(&module)
}

/// The rest, which is not here.
struct Missing {
    /// Its address.
    file: String,
    first: Object,
    flag: JsValue,
}

impl Missing {
    fn find() -> Option<Missing> {
        let first: Object = wasm_bindgen::exports().unchecked_into();
        let names = Object::keys(&first);
        let name = names.iter().find_map(|name| name.as_string().filter(|name| name.starts_with(REST)))?;
        let flag = Reflect::get(&first, &name.as_str().into()).ok()?;
        let is_here = Reflect::get(&flag, &"value".into()).ok()?.as_f64() == Some(1.0);
        (!is_here).then(|| Missing { file: files::base() + &name[REST.len()..], first, flag })
    }

    fn link(&self, module: &WebAssembly::Module) -> Result<(), JsValue> {
        let imports = Object::new();
        Reflect::set(&imports, &FIRST.into(), &self.first)?;
        WebAssembly::Instance::new(module, &imports)?;
        Reflect::set(&self.flag, &"value".into(), &1.into())?;
        Ok(())
    }
}

fn message(error: &JsValue) -> String {
    match error.as_string() {
        Some(text) => text,
        None => js_sys::Error::from(error.clone()).message().into(),
    }
}
