//! Mounts the page.

fn main() {
    awaitscope::ui::show_panics();
    yew::Renderer::<awaitscope::ui::App>::new().render();
}
