//! The five first examples, Stop, and a step back, in browsers other than the tests' Chromium:
//! `cargo run --package e2e --bin smoke [firefox] [webkit] [chromium]`; without words in Firefox and WebKit.
//!
//! On Debian: `apt-get install firefox-esr webkit2gtk-driver xvfb`, `cargo install geckodriver`.

use e2e::playground::Playground;
use e2e::webdriver::Engine;

const EXAMPLES: [&str; 5] =
    ["simple_coroutine", "concurrent_tasks", "error_handling", "async_context_manager", "async_generator"];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let engines = [("firefox", Engine::Firefox), ("webkit", Engine::WebKit), ("chromium", Engine::Chromium)];
    for (word, engine) in engines {
        let is_meant = if words.is_empty() { word != "chromium" } else { words.iter().any(|wanted| wanted == word) };
        if is_meant {
            smoke(engine);
            println!("{word}: the examples, Stop and a step back work");
        }
    }
}

fn smoke(engine: Engine) {
    let page = Playground::prepare_in(engine);
    page.go_to("lang=en");
    for lesson in EXAMPLES {
        page.open_lesson(lesson);
        assert_eq!(page.run_to_end(), "done", "{engine:?}, {lesson}: {}", page.stderr());
        assert!(!page.stdout().is_empty() && !page.lanes().is_empty(), "{engine:?}, {lesson}");
    }
    let (end, lanes) = (page.clock(), page.lanes());
    page.click("step-back");
    page.wait_for("an earlier moment", || page.clock() < end || page.attribute("step", "disabled").is_none());
    assert_eq!(page.lanes().len(), lanes.len());
    page.set_program("import asyncio\n\nasync def main():\n    while True:\n        await asyncio.sleep(0.1)\n\nasyncio.run(main())\n");
    page.set_speed("1");
    page.click("run");
    page.wait_for("some program time", || page.clock() > 200_000_000);
    page.click("stop");
    page.wait_for_state(&["stopped"]);
}
