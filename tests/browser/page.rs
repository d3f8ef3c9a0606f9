//! The page's parts at work in a document, without a server and without the style sheet.

use awaitscope::ui::App;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element, HtmlElement, HtmlTextAreaElement, InputEvent, InputEventInit};

/// The page, mounted into an element of its own; leaves the document when dropped.
struct Mounted {
    app: Option<yew::AppHandle<App>>,
    root: Element,
}

impl Mounted {
    async fn new() -> Mounted {
        let document = document();
        let root = document.create_element("div").expect("a div can be made");
        document.body().expect("the test's page has a body").append_child(&root).expect("the body takes children");
        let app = yew::Renderer::<App>::with_root(root.clone()).render();
        yew::scheduler::flush().await;
        Mounted { app: Some(app), root }
    }

    fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.root.query_selector(selector).expect("the selector is well formed")?.dyn_into().ok()
    }

    fn testid(&self, testid: &str) -> HtmlElement {
        self.find(&format!("[data-testid='{testid}']")).unwrap_or_else(|| panic!("the page has no {testid}"))
    }

    fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).expect("the selector is well formed").length()
    }

    async fn click(&self, testid: &str) {
        self.testid(testid).click();
        yew::scheduler::flush().await;
    }

    fn editor(&self) -> HtmlTextAreaElement {
        self.testid("editor").unchecked_into()
    }

    async fn edit(&self, text: &str) {
        self.editor().set_value(text);
        let init = InputEventInit::new();
        init.set_bubbles(true);
        init.set_input_type("insertFromPaste");
        let event = InputEvent::new_with_event_init_dict("input", &init).expect("an event can be made");
        self.editor().dispatch_event(&event).expect("nobody refuses the event");
        yew::scheduler::flush().await;
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("the test runs in a page")
}

#[wasm_bindgen_test]
async fn what_tests_and_host_pages_rely_on_is_there() {
    let page = Mounted::new().await;
    for testid in [
        "app",
        "lesson-list",
        "lesson-01",
        "lesson-05",
        "editor",
        "run",
        "pause",
        "step",
        "step-back",
        "stop",
        "reset",
        "speed",
        "clock",
        "console",
        "timeline",
        "loop",
        "task-tree",
        "narration",
        "share",
        "embed",
        "export",
        "open",
        "language",
        "theme",
    ] {
        page.testid(testid);
    }
    let app = page.testid("app");
    assert!(app.has_attribute("data-ready"));
    assert_eq!(app.get_attribute("data-run-state").as_deref(), Some("idle"));
}

#[wasm_bindgen_test]
async fn the_drawn_lines_follow_the_text() {
    let page = Mounted::new().await;
    page.edit("import asyncio\n\nprint('日本')  # <b>\n").await;
    assert_eq!(page.count(".ln"), 4);
    let drawn = page.find(".ln[data-line='3'] .src").expect("line 3 is drawn");
    assert_eq!(drawn.text_content().as_deref(), Some("print('日本')  # <b>"));
    page.edit("").await;
    assert_eq!(page.count(".ln"), 1);
}

#[wasm_bindgen_test]
async fn an_error_in_the_text_is_marked_and_goes_with_the_edit() {
    let page = Mounted::new().await;
    page.edit("x = 1\ny = = 2\n").await;
    page.click("run").await;
    assert_eq!(page.testid("app").get_attribute("data-run-state").as_deref(), Some("failed"));
    let marked = page.find(".ln[data-wrong] .wrong").expect("the error is marked");
    assert_eq!(marked.text_content().as_deref(), Some("="));
    assert_eq!(page.editor().get_attribute("aria-invalid").as_deref(), Some("true"));
    page.edit("x = 1\ny = 2\n").await;
    assert!(page.find(".ln[data-wrong]").is_none());
    page.click("reset").await;
}

#[wasm_bindgen_test]
async fn the_language_changes_the_words_and_not_the_program() {
    let page = Mounted::new().await;
    page.edit("print('mine')\n").await;
    let before = page.testid("run").text_content();
    page.click("language").await;
    assert_ne!(page.testid("run").text_content(), before);
    assert_eq!(page.editor().value(), "print('mine')\n");
    page.click("language").await;
    assert_eq!(page.testid("run").text_content(), before);
    page.click("reset").await;
}
