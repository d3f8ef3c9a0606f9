//! What the reader brings along: a program or a recording, chosen by a button or dropped on the page.

use std::fmt;

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File};
use yew::prelude::*;

use crate::browser::share::LONGEST_PROGRAM;
use crate::trace::recording::{Fault, Recording};

/// In bytes: a recording of about a million events.
const LONGEST_RECORDING: f64 = 200e6;

#[derive(Debug, PartialEq)]
pub enum Brought {
    Program(String),
    Recording(Box<Recording>),
}

/// Why a file is not opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// What the browser said.
    Unreadable(String),
    /// Nothing is in it.
    Empty,
    /// Not UTF-8 from this line on, from 1. Line 0: no text at all.
    NotText(usize),
    /// A program larger than the page takes, or a recording.
    TooLong,
    /// It would be a recording.
    BadRecording(Fault),
}

pub async fn read(file: &File) -> Result<Brought, Refusal> {
    if file.size() > LONGEST_RECORDING {
        return Err(Refusal::TooLong);
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|error| {
        let error = error.dyn_into::<js_sys::Error>().map(|error| String::from(error.message()));
        Refusal::Unreadable(error.unwrap_or_default())
    })?;
    understand(&file.name(), Uint8Array::new(&bytes).to_vec())
}

/// A program or a recording, by the file's name and by what it begins with.
pub fn understand(name: &str, bytes: Vec<u8>) -> Result<Brought, Refusal> {
    if bytes.contains(&0) {
        return Err(Refusal::NotText(0));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        Refusal::NotText(1 + good.iter().filter(|byte| **byte == b'\n').count())
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let ends = |suffix: &str| name.to_ascii_lowercase().ends_with(suffix);
    let is_program = ends(".py") || ends(".pyw");
    if text.trim().is_empty() && !is_program {
        return Err(Refusal::Empty);
    }
    if !is_program && (ends(".json") || ends(".jsonl") || text.trim_start().starts_with(['{', '['])) {
        let mut recording = Recording::parse(text).map_err(Refusal::BadRecording)?;
        recording.header.source = with_plain_newlines(&recording.header.source);
        return Ok(Brought::Recording(Box::new(recording)));
    }
    match text.len() {
        0..=LONGEST_PROGRAM => Ok(Brought::Program(with_plain_newlines(text))),
        _ => Err(Refusal::TooLong),
    }
}

/// As an editor in a browser has them, and as Python reads them.
fn with_plain_newlines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A name from outside in a sentence of ours.
pub struct Named<'a>(pub &'a str);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut characters = self.0.chars().map(|c| if c.is_control() || c == '`' { ' ' } else { c });
        characters.by_ref().take(60).try_for_each(|c| write!(f, "{c}"))?;
        if characters.next().is_some() { f.write_str("…") } else { Ok(()) }
    }
}

/// Set on the document's root while a file is dragged over the page.
const DRAGGED: &str = "data-file-over";

/// Takes a file that is dropped anywhere on the page.
#[hook]
pub fn use_drop(on_file: &Callback<File>) {
    let on_file = on_file.clone();
    use_effect_with((), move |()| {
        let root = web_sys::window().and_then(|window| window.document()?.document_element());
        let listener = Closure::<dyn FnMut(DragEvent)>::new({
            let root = root.clone();
            move |event: DragEvent| {
                let Some(carried) =
                    event.data_transfer().filter(|carried| carried.types().includes(&"Files".into(), 0))
                else {
                    return;
                };
                event.prevent_default();
                let Some(root) = &root else { return };
                // Setting an attribute fails only for a malformed name.
                let _ = match event.type_().as_str() {
                    "dragover" => root.set_attribute(DRAGGED, ""),
                    // It is heard from every element; only from the last one nothing is entered.
                    "dragleave" if event.related_target().is_some() => Ok(()),
                    _ => root.remove_attribute(DRAGGED),
                };
                if event.type_() == "drop"
                    && let Some(file) = carried.files().and_then(|files| files.get(0))
                {
                    on_file.emit(file);
                }
            }
        });
        const EVENTS: [&str; 3] = ["dragover", "dragleave", "drop"];
        for event in EVENTS.iter().filter(|_| root.is_some()) {
            if let Some(root) = &root {
                let _ = root.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
            }
        }
        move || {
            for event in EVENTS {
                if let Some(root) = &root {
                    let _ = root.remove_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
                }
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::recording::What;

    const RECORDING: &str = "{\"awaitscope\":1,\"program\":\"a.py\",\"source\":\"x\\r\\ny\"}\n{\"seq\":0,\"at\":5,\"actor\":\"main\",\"kind\":\"loop_started\"}\n";

    fn understood(name: &str, text: &str) -> Result<Brought, Refusal> {
        understand(name, text.as_bytes().to_vec())
    }

    #[test]
    fn a_file_is_what_its_name_or_its_beginning_says() {
        assert_eq!(understood("a.py", "\u{feff}{1}\r\nx"), Ok(Brought::Program("{1}\nx".into())));
        assert_eq!(understood("notes", "print(1)"), Ok(Brought::Program("print(1)".into())));
        for name in ["a.json", "a.JSONL", "a.txt", "trace"] {
            let Ok(Brought::Recording(recording)) = understood(name, RECORDING) else { panic!("{name}") };
            assert_eq!((&*recording.header.source, recording.events.len()), ("x\ny", 1));
        }
        assert!(matches!(understood("a.PY", RECORDING), Ok(Brought::Program(_))));
    }

    #[test]
    fn what_cannot_be_opened_says_why_and_where() {
        assert_eq!(understand("a.py", b"a\nb\n\xff".to_vec()), Err(Refusal::NotText(3)));
        assert_eq!(understand("a.png", b"\x89PNG\0".to_vec()), Err(Refusal::NotText(0)));
        assert_eq!(understood("a.json", " \n"), Err(Refusal::Empty));
        assert_eq!(understood("a.py", &"a".repeat(LONGEST_PROGRAM + 1)), Err(Refusal::TooLong));
        for (text, line, what) in [
            ("{\"name\": \"x\"}", 1, What::NotARecording),
            ("[1, 2]", 1, What::NotARecording),
            ("{", 1, What::NotARecording),
            (RECORDING.split_once('\n').unwrap().1, 1, What::OnlyEvents),
            (&RECORDING.replace("\"seq\":0", "\"seq\":4"), 2, What::Gap),
        ] {
            assert_eq!(understood("a.json", text), Err(Refusal::BadRecording(Fault { line, what })), "{text}");
        }
    }

    #[test]
    fn a_name_from_outside_is_short_and_stays_in_its_line() {
        assert_eq!(Named("a`\n\n# b").to_string(), "a   # b");
        assert_eq!(Named(&"x".repeat(61)).to_string(), "x".repeat(60) + "…");
    }
}
