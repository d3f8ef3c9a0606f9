//! The wasm's two parts: the lessons run with the first; the rest comes with a program that is no lesson's, before it runs,
//! and at the latest when a function of it is called.

use e2e::playground::{LESSONS_OF_FIRST_PART, Playground};
use serde_json::json;

/// Uses much that no lesson does, and nothing of the library.
const UNCOMMON: &str = "\
print(f'{(-8) ** (1/3):.3f}', round(10 ** 20 / 7), bytes(3).hex('-'), '%08.3e' % 12345.678)
print(sorted({3, 1, 2} ^ {2, 5}), divmod(-7 ** 30, 10 ** 9 + 7), memoryview if False else 'ok')
";
const PRINTED: &str = "1.000+1.732j 14285714285714286592 00-00-00 1.235e+04\n\
                       [1, 3, 5] (-22539340132916878, 842554897) ok\n";

fn rest_was_moved(page: &Playground) -> bool {
    let moved = "return performance.getEntriesByType('resource').some(entry => entry.name.endsWith('_rest.wasm'))";
    page.browser.run(moved, []) == json!(true)
}

/// The slug of the first lesson that moved the rest.
fn first_that_moved_the_rest() -> Option<&'static str> {
    let page = Playground::open();
    let found = LESSONS_OF_FIRST_PART.into_iter().find(|slug| {
        page.open_lesson(slug);
        page.run_to_end();
        rest_was_moved(&page)
    });
    page.assert_no_faults();
    found
}

#[test]
fn the_lessons_run_with_the_first_part() {
    // What is seldom called is called now and then: of three visits one does without.
    let found: Vec<&str> = (0..3).map_while(|_| first_that_moved_the_rest()).collect();
    assert!(found.len() < 3, "{found:?} moved the rest of the wasm: see `cargo xtask profile`");
}

#[test]
fn the_rest_comes_with_the_readers_own_program() {
    let page = Playground::open_at("lesson=concurrent_tasks");
    page.set_program(UNCOMMON);
    assert_eq!(page.run_to_end(), "done", "{}", page.stderr());
    assert!(rest_was_moved(&page));
    assert_eq!(page.stdout(), PRINTED);
    page.assert_no_faults();
}

#[test]
fn a_call_brings_the_rest_when_it_must() {
    let page = Playground::open_at("lesson=concurrent_tasks");
    page.browser.run(
        "const fetched = window.fetch;
         window.fetch = (address, ...more) =>
             String(address).includes('_rest.wasm') ? Promise.reject(new TypeError('no network')) : fetched(address, ...more)",
        [],
    );
    page.set_program(UNCOMMON);
    assert_eq!(page.run_to_end(), "done", "{}", page.stderr());
    assert_eq!(page.stdout(), PRINTED);
}

#[test]
fn a_rest_that_cannot_be_had_is_told_of() {
    let page = Playground::open_at("lesson=concurrent_tasks");
    page.browser.run(
        "const fetched = window.fetch;
         window.fetch = (address, ...more) =>
             String(address).includes('_rest.wasm') ? Promise.reject(new TypeError('no network')) : fetched(address, ...more);
         XMLHttpRequest.prototype.send = () => { throw new TypeError('no network'); }",
        [],
    );
    page.set_program(UNCOMMON);
    page.set_speed("max");
    page.click("run");
    page.wait_for("a word about it", || {
        let banner = page.browser.run("return document.querySelector('.panic')?.innerText ?? ''", []);
        banner.as_str().is_some_and(|text| text.contains("could not be loaded") && text.contains("no network"))
    });
}
