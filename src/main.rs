//! Mounts the page, where there is one; in other people's pages `awaitscope.js` mounts what it needs.

fn main() {
    if awaitscope::embed::is_own_page() {
        awaitscope::ui::show_panics();
        yew::Renderer::<awaitscope::ui::App>::new().render();
    }
}
