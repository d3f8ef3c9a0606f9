//! Mounts the page, where there is one; in other people's pages `awaitscope.js` mounts what it needs.

use awaitscope::browser::rest;

fn main() {
    if awaitscope::embed::is_own_page() {
        awaitscope::ui::show_panics();
        if rest::is_kept() {
            wasm_bindgen_futures::spawn_local(async {
                // Without it the page does what the lessons need.
                let _ = rest::arrival().await;
                mount();
            });
        } else {
            mount();
        }
    }
}

fn mount() {
    yew::Renderer::<awaitscope::ui::App>::new().render();
}
