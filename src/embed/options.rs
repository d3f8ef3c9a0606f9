//! What the host says about one playground.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::pace::Speed;
use crate::run::Hidden;
use crate::ui::parts::Parts;
use crate::ui::text::Language;

/// Which parts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    #[default]
    Both,
    /// Without the timeline.
    Code,
    /// Without the editor.
    Timeline,
}

impl View {
    pub fn as_str(self) -> &'static str {
        match self {
            View::Both => "both",
            View::Code => "code",
            View::Timeline => "timeline",
        }
    }

    fn of_str(word: &str) -> Option<View> {
        [View::Both, View::Code, View::Timeline].into_iter().find(|view| view.as_str() == word)
    }
}

/// What may change while it is shown. `None` says nothing: what was there stays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    pub code: Option<Rc<str>>,
    /// What of the code is hidden or locked; it comes with the code.
    pub parts: Rc<Parts>,
    pub language: Option<Language>,
    pub speed: Option<Speed>,
    pub seed: Option<u64>,
    pub view: Option<View>,
    pub readonly: Option<bool>,
    /// The address of the whole playground, for links; it lies beside the files.
    pub base: Option<String>,
}

impl Options {
    /// Reads a JavaScript object. What is missing, or has another type, or is no such word, is not said.
    pub fn read(object: &JsValue) -> Options {
        let get = |name: &str| js_sys::Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED);
        let text = |name: &str| get(name).as_string();
        Options {
            code: text("code").map(Rc::from),
            parts: Rc::new(Parts {
                hidden: pairs(&get("hidden"), &|after, text| {
                    Some(Hidden { after: after.as_f64()? as u32, text: text.as_string()?.into() })
                }),
                locked: pairs(&get("locked"), &|from, to| {
                    Some(from.as_f64()? as u32..to.as_f64()? as u32).filter(|lines| !lines.is_empty())
                }),
            }),
            language: text("lang").map(|tag| Language::of_tag(&tag)),
            speed: text("speed").and_then(|speed| Speed::of_value(&speed)),
            seed: get("seed").as_f64().map(|seed| seed as u64),
            view: text("view").and_then(|view| View::of_str(&view)),
            readonly: get("readonly").as_bool(),
            base: text("base"),
        }
    }
}

/// An array of arrays of two. What is none is left out.
fn pairs<T>(list: &JsValue, read: &dyn Fn(JsValue, JsValue) -> Option<T>) -> Vec<T> {
    let item = |pair: JsValue| {
        let pair = pair.dyn_into::<Array>().ok()?;
        read(pair.get(0), pair.get(1))
    };
    list.dyn_ref::<Array>().into_iter().flat_map(|list| list.iter()).filter_map(item).collect()
}
