//! Our own bugs: said plainly, with a way to start again. The reader's text is in the storage by then.

use std::sync::Arc;

use super::text::{EN, Language};
use crate::browser::rest;

/// Shows a panic on the page. The wasm is lost after it, so this is plain DOM and touches nothing of Yew's.
pub fn show_panics() {
    on_panic(|message| {
        show(message);
    });
}

/// Says a panic on the console and to `tell`; and to `tell` that a part of the application cannot be loaded, which is as bad.
pub fn on_panic(tell: impl Fn(&str) + Send + Sync + 'static) {
    let tell = Arc::new(tell);
    let on_loss = tell.clone();
    rest::on_loss(move |message| on_loss(message));
    // Yew has a hook of its own, and takes ours away unless it is told.
    yew::set_custom_panic_hook(Box::new(move |info| {
        web_sys::console::error_1(&info.to_string().into());
        tell(&info.to_string());
    }));
}

fn show(message: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let body = document.body()?;
    if document.query_selector(".panic").ok()?.is_some() {
        return None;
    }
    let html = document.document_element()?;
    let text = html.get_attribute("lang").map_or(&EN, |tag| Language::of_tag(&tag).text());
    let make = |tag: &str, words: &str| {
        let element = document.create_element(tag).ok()?;
        element.set_text_content(Some(words));
        Some(element)
    };
    let banner = make("div", "")?;
    banner.set_class_name("panic");
    banner.set_attribute("role", "alert").ok()?;
    let restart = make("a", text.restart)?;
    restart.set_attribute("href", "").ok()?;
    let place = make("code", message)?;
    for child in [make("strong", text.our_fault)?, place, restart] {
        banner.append_child(&child).ok()?;
    }
    body.append_child(&banner).ok()?;
    Some(())
}
