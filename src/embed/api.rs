//! What JavaScript calls. `ARCHITECTURE.md`, "The element and the frame", tells it from the other side.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::AppHandle;

use super::options::Options;
use super::store::Store;
use super::told::Tell;
use super::view::{Play, PlayProps, share_url};
use crate::browser::share::{self, Program};
use crate::browser::{files, rest};
use crate::trace::event::{Event, Nanos};
use crate::ui::controls::Command;
use crate::ui::on_panic;
use crate::ui::state::Action;
use crate::ui::text::Language;

thread_local! {
    /// Hears of our own bugs. One of them is the end of every playground on the page.
    static HEARS_PANICS: RefCell<Option<Tell>> = RefCell::default();
}

/// Whether the document is the playground's own: `index.html` says so, nobody else's page does.
pub fn is_own_page() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.query_selector("meta[name=awaitscope]").is_ok_and(|found| found.is_some()))
}

/// Shows a playground in `root`, an empty element in a document or in a shadow root that has our style sheet. `options` is
/// an object with any of `code`, `hidden` (an array of `[after so many lines, text]`: code that runs and is not seen), `locked` (an
/// array of `[from, to]`: lines from 0 that cannot be changed), `lang`, `speed` (`"0.5"`, `"max"`), `seed`, `view` (`"both"`, `"code"`, `"timeline"`),
/// `readonly`, and `base`, the address of the folder with the application's files. `tell` hears a word and a detail:
/// `"ready"` once it is shown, the others as `embed/told.rs` lists them, and `"panic"` (`message`) when a bug of ours has ended all
/// playgrounds of the page.
#[wasm_bindgen]
pub fn mount(root: Element, options: &JsValue, tell: Function) -> Embed {
    let options = Options::read(options);
    if let Some(base) = &options.base {
        files::set_base(base);
    }
    // The program is no lesson's.
    rest::expect();
    let is_first = HEARS_PANICS.with_borrow_mut(|hears| hears.replace(Tell(tell.clone())).is_none());
    if is_first {
        on_panic(|message| {
            let hears = HEARS_PANICS.take();
            hears.inspect(|hears| hears.say("panic", &[("message", message.into())]));
        });
    }
    let store = Store::new(&options, Tell(tell));
    let app = yew::Renderer::<Play>::with_root_and_props(root, PlayProps { store: store.clone() }).render();
    Embed { store, app: RefCell::new(Some(app)) }
}

/// What the hash of an address says, for a page that has one to itself: an object with any of `code`, `speed`, `seed`, `at` and
/// `autorun`; with `lang`, which is `language` unless the link says another; and with `problem`, in that language, when the
/// program cannot be read to its end.
#[wasm_bindgen(js_name = readLink)]
pub fn read_link(hash: &str, language: &str) -> js_sys::Object {
    let link = share::parse(hash);
    let language = Language::of_tag(link.lang.as_deref().unwrap_or(language));
    let (code, problem) = match link.program {
        Some(Program::Code(code)) => (Some(code), None),
        Some(Program::Broken(broken)) => (Some(broken.salvaged), Some((language.text().broken_link)(broken.why))),
        // The lessons are the page's.
        Some(Program::Lesson(_)) | None => (None, None),
    };
    let object = js_sys::Object::new();
    let numbers = [("seed", link.seed), ("at", link.at.map(|at| at.0))];
    let numbers = numbers.map(|(name, number)| (name, number.map(|number| JsValue::from(number as f64))));
    let texts = [("code", code), ("problem", problem), ("speed", link.speed.map(|speed| speed.value()))];
    let texts = texts.map(|(name, text)| (name, text.map(JsValue::from)));
    let rest = [("lang", Some(language.tag().into())), ("autorun", Some(link.autorun.into()))];
    for (name, value) in numbers.into_iter().chain(texts).chain(rest) {
        if let Some(value) = value {
            let _ = js_sys::Reflect::set(&object, &name.into(), &value);
        }
    }
    object
}

/// Bytes that all playgrounds of the page hold, for tests and the curious.
#[wasm_bindgen(js_name = memoryInUse)]
pub fn memory_in_use() -> f64 {
    crate::run::memory_in_use() as f64
}

/// A playground on the page.
#[wasm_bindgen]
pub struct Embed {
    store: Rc<Store>,
    app: RefCell<Option<AppHandle<Play>>>,
}

#[wasm_bindgen]
impl Embed {
    /// Runs the program from the beginning; or goes on, when it is paused.
    pub fn run(&self) {
        self.store.command(Command::Run);
    }

    pub fn pause(&self) {
        self.store.command(Command::Pause);
    }

    /// To the next await.
    pub fn step(&self) {
        self.store.command(Command::Step);
    }

    pub fn stop(&self) {
        self.store.command(Command::Stop);
    }

    /// Ends the run and brings the host's program back.
    pub fn reset(&self) {
        self.store.command(Command::Reset);
    }

    /// Looks at a moment of the run, in nanoseconds of program time; past its end it follows the run again.
    pub fn seek(&self, at: f64) {
        self.store.dispatch().emit(Action::SeekTime(Nanos(at.max(0.0) as u64)));
    }

    /// What the reader sees in the editor.
    pub fn code(&self) -> String {
        self.store.state().program.source.to_string()
    }

    /// Puts another program there: a text, or the options `code`, `hidden` and `locked`. The run ends.
    #[wasm_bindgen(js_name = setCode)]
    pub fn set_code(&self, program: &JsValue) {
        self.store.open(&match program.as_string() {
            Some(code) => Options { code: Some(code.into()), ..Options::default() },
            None => Options::read(program),
        });
    }

    /// `idle`, `running`, `paused`, `done`, `failed` or `stopped`.
    pub fn state(&self) -> String {
        self.store.state().run.as_str().to_owned()
    }

    /// The events so far, one JSON object a line.
    pub fn trace(&self) -> String {
        let state = self.store.state();
        let lines = state.timeline.events().iter().map(Event::to_json);
        lines.map(|line| line + "\n").collect()
    }

    /// A link to the whole playground with the program as it is.
    #[wasm_bindgen(js_name = shareUrl)]
    pub fn share_url(&self) -> String {
        share_url(&self.store)
    }

    /// Changes any of `mount`'s options but the code.
    #[wasm_bindgen(js_name = setOptions)]
    pub fn set_options(&self, options: &JsValue) {
        self.store.set(&Options::read(options));
    }

    /// Ends the run, takes everything out of the root, and forgets it. A second time does nothing.
    pub fn destroy(&self) {
        self.store.end();
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}
