//! The keyboard, wherever the focus is but in a field; and the sheet that lists it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlDialogElement, KeyboardEvent};
use yew::prelude::*;

use super::context::use_page;
use super::controls::Command;
use super::state::{Action, State};
use crate::browser::driver::RunState;
use crate::trace::timeline::Landmark;

/// Obeys the shortcuts for as long as the component lives.
#[hook]
pub fn use_shortcuts(newest: &Rc<RefCell<State>>, on_command: &Callback<Command>, dispatch: &Callback<Action>) {
    let (newest, on_command, dispatch) = (newest.clone(), on_command.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let listener = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            if event.default_prevented()
                || event.ctrl_key()
                || event.meta_key()
                || event.alt_key()
                || event.is_composing()
            {
                return;
            }
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let is_in = |selector: &str| {
                target.as_ref().is_some_and(|target| target.closest(selector).ok().flatten().is_some())
            };
            if is_in("textarea, input, select, dialog, [contenteditable]") {
                return;
            }
            let state = newest.borrow().clone();
            let seek = |upto: Option<u64>| {
                if let Some(upto) = upto {
                    dispatch.emit(Action::Seek(Some(upto)));
                }
            };
            match event.key().as_str() {
                "?" => show_sheet(),
                " " if !is_in("button, a, summary, [role=option]") => on_command.emit(match state.run {
                    RunState::Running => Command::Pause,
                    _ => Command::Run,
                }),
                // In the timeline and in what scrolls sideways they have a meaning already.
                "ArrowLeft" | "ArrowRight" if is_in("[role=listbox], [role=slider], .timeline, .sheet") => return,
                "ArrowRight" if event.shift_key() => seek(state.timeline.next(state.upto(), Landmark::Event)),
                "ArrowLeft" if event.shift_key() => seek(state.timeline.previous(state.upto(), Landmark::Event)),
                "ArrowRight" => on_command.emit(Command::Step),
                "ArrowLeft" => on_command.emit(Command::StepBack),
                _ => return,
            }
            event.prevent_default();
        });
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(document) = &document {
            let _ = document.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
        }
        move || {
            if let Some(document) = &document {
                let _ = document.remove_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
            }
        }
    });
}

const SHEET: &str = "shortcuts";

/// Opens the sheet; the browser keeps the focus in it, and Esc closes it.
pub fn show_sheet() {
    if let Some(sheet) = sheet()
        && !sheet.open()
    {
        // It throws when it is open already.
        let _ = sheet.show_modal();
    }
}

fn sheet() -> Option<HtmlDialogElement> {
    web_sys::window()?.document()?.get_element_by_id(SHEET)?.dyn_into().ok()
}

#[component]
pub fn ShortcutSheet() -> Html {
    let page = use_page();
    let words = page.language.words();
    let close = |_| {
        if let Some(sheet) = sheet() {
            sheet.close();
        }
    };
    html! {
        <dialog id={SHEET} class="sheet-of-keys" data-testid="shortcuts" aria-labelledby="shortcuts-title">
            <h2 id="shortcuts-title">{ words.shortcuts }</h2>
            <dl>
                for (keys, does) in words.keys {
                    <div><dt>{ for keys.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</dt><dd>{ *does }</dd></div>
                }
            </dl>
            <button type="button" class="button" onclick={close}>{ page.text().close }</button>
        </dialog>
    }
}
