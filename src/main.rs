//! Mounts the page.

fn main() {
    yew::Renderer::<awaitscope::ui::App>::new().render();
}
