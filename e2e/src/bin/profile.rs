//! Uses a page whose wasm notes its calls as a reader of the lessons does, and writes down which functions were called:
//! `called.txt` beside the page. For `cargo xtask profile`, which says with `AWAITSCOPE_DIST` where the page is.

use std::collections::BTreeSet;

use e2e::playground::{LESSONS_OF_FIRST_PART, Playground};
use serde_json::json;

/// The names of those that were called and not told yet.
const CALLED: &str = "
    const called = new Uint8Array(awaitscopeCalled.buffer);
    const found = [];
    called.forEach((is_called, index) => { if (is_called) found.push(index); });
    return found;";

fn main() -> std::io::Result<()> {
    let dist = e2e::dist();
    let functions = std::fs::read_to_string(dist.join("functions.txt"))?;
    let names: Vec<&str> = functions.lines().collect();
    let mut called = BTreeSet::new();
    let mut note = |page: &Playground, what: &str| {
        let before = called.len();
        let found = page.browser.run(CALLED, []);
        let indices = found.as_array().into_iter().flatten().filter_map(|index| index.as_u64());
        called.extend(indices.filter_map(|index| names.get(index as usize)).map(|name| name.to_string()));
        println!("{:>6} functions more: {what}", called.len() - before);
    };

    let page = Playground::prepare();
    for (language, theme) in [("en", "light"), ("zh", "dark")] {
        page.browser.open("about:blank");
        page.go_to(&format!("lesson=concurrent_tasks&lang={language}&theme={theme}"));
        note(&page, "opened");
        for slug in LESSONS_OF_FIRST_PART {
            page.open_lesson(slug);
            page.run_to_end();
            note(&page, slug);
        }
        page.open_lesson("concurrent_tasks");
        look_around(&page, &mut note);
    }
    std::fs::write(dist.join(ELEMENT_PAGE), ELEMENT)?;
    page.browser.open(&format!("{}{ELEMENT_PAGE}", page.url()));
    // Its program is no lesson's: it runs when the rest is here.
    page.wait_for("an editor", || page.browser.run(IN_ELEMENT, []) == json!(true));
    note(&page, "an element in another page");

    let lines: Vec<String> = called.into_iter().collect();
    std::fs::write(dist.join("called.txt"), lines.join("\n") + "\n")
}

const ELEMENT_PAGE: &str = "element.html";
const ELEMENT: &str = "<!doctype html><meta charset=utf-8><script src=awaitscope.js defer></script>
<await-scope load=eager>import asyncio

async def main():
    await asyncio.gather(*(asyncio.sleep(delay, print(delay)) for delay in (0.5, 1)))

asyncio.run(main())
</await-scope>";

const IN_ELEMENT: &str =
    "return !!document.querySelector('await-scope')?.shadowRoot?.querySelector('[data-testid=editor]')";

/// What a reader does with a run.
fn look_around(page: &Playground, note: &mut dyn FnMut(&Playground, &str)) {
    page.click("reset");
    page.set_speed("10");
    page.click("run");
    page.wait_for("some output", || !page.stdout().is_empty());
    page.click("pause");
    page.wait_for_state(&["paused", "done"]);
    page.set_speed("max");
    page.click("run");
    page.wait_for_state(&["done"]);
    note(page, "run, paused, run");
    for step in ["event", "turn", "line", "await"] {
        page.browser.run(
            "const by = document.querySelector('[data-testid=step-by]');
             by.value = [...by.options].map(option => option.value).find(value => value.includes(arguments[0])) ?? by.value;
             by.dispatchEvent(new Event('change', { bubbles: true }));",
            [json!(step)],
        );
        for _ in 0..3 {
            page.click("step-back");
        }
        page.click("step");
    }
    note(page, "steps");
    for control in ["zoom-in", "zoom-in", "zoom-out", "zoom-fit", "axis-turns", "axis-time", "wakes"] {
        page.browser.run("document.querySelector(`[data-testid='${arguments[0]}']`)?.click()", [json!(control)]);
    }
    page.browser.run(
        "for (const slice of document.querySelectorAll('[data-testid=slice]'))
             for (const name of ['pointerenter', 'pointerover', 'mouseenter', 'mouseover', 'click', 'mouseleave', 'pointerleave'])
                 slice.dispatchEvent(new MouseEvent(name, { bubbles: true, button: 0 }));
         for (const key of ['w', 's', 'a', 'd', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])
             document.querySelector('[data-testid=timeline]').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));",
        [],
    );
    note(page, "the timeline");
    page.browser.run("document.querySelectorAll('[data-testid=moment]').forEach(moment => moment.click())", []);
    for button in ["theme", "language", "language", "theme", "theme"] {
        page.browser.run("document.querySelector(`[data-testid='${arguments[0]}']`)?.click()", [json!(button)]);
    }
    page.browser.resize(390, 844);
    page.browser.resize(1440, 900);
    note(page, "the rest of the page");
    // A change to try makes another program, with which the rest is loaded.
}
