//! Where there is no server, no storage, no network.

use e2e::playground::Playground;
use serde_json::json;

const PROGRAM: &str = "import asyncio, dataclasses, json

@dataclasses.dataclass
class Point:
    x: int

async def main():
    await asyncio.sleep(1)
    print(json.dumps(dataclasses.asdict(Point(1))))

asyncio.run(main())
";

fn ready(page: &Playground) {
    page.wait_for("a usable page", || page.attribute("app", "data-ready").as_deref() == Some("true"));
}

/// Runs a program that imports modules of the library, with a lesson's text beside it.
fn works(page: &Playground) {
    page.open_lesson("concurrent_tasks");
    page.wait_for("the lesson's text", || page.has("try"));
    assert_eq!(page.run_to_end(), "done");
    assert_eq!(page.lanes()[1].suspended_ms(), [2000]);
    page.set_program(PROGRAM);
    assert_eq!((page.run_to_end().as_str(), page.stdout().as_str()), ("done", "{\"x\": 1}\n"), "{}", page.stderr());
}

#[test]
fn the_whole_playground_is_one_file_that_opens_from_the_disk() {
    let page = Playground::prepare();
    let file = e2e::alone("awaitscope.html");
    page.browser.open(&format!("{file}#lang=en"));
    ready(&page);
    works(&page);
    // What is shared is this very file.
    page.click("share");
    page.wait_for("a link", || {
        page.browser.run("return document.querySelector('[data-testid=snippet]').value", []) != json!("")
    });
    let link = page.browser.run("return document.querySelector('[data-testid=snippet]').value", []);
    assert!(link.as_str().is_some_and(|link| link.starts_with(&format!("{file}#code=z1."))), "{link}");
    page.click("share-copy");
    page.wait_for("the address", || page.browser.run("return location.href", []) == link);
    page.click("share-close");
    // It asks for nothing, and the reader's text is there the next time.
    let fetched = page.browser.run("return performance.getEntriesByType('resource').map(entry => entry.name)", []);
    let fetched: Vec<&str> = fetched.as_array().into_iter().flatten().filter_map(|name| name.as_str()).collect();
    assert!(fetched.iter().all(|name| name.starts_with("data:")), "{fetched:?}");
    page.browser.open("about:blank");
    page.browser.open(&format!("{file}#lesson=concurrent_tasks"));
    ready(&page);
    assert_eq!(page.program(), PROGRAM);
    page.assert_no_faults();
}

#[test]
fn a_storage_that_throws_is_none() {
    let page = Playground::prepare();
    page.browser.before_each_document(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
             Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });
         Object.defineProperty(document, 'cookie', { get() { throw new DOMException('no', 'SecurityError'); }, set() { throw new DOMException('no', 'SecurityError'); } });",
    );
    page.go_to("lang=en");
    works(&page);
    // For as long as the page is open it remembers.
    page.open_lesson("overview");
    page.open_lesson("concurrent_tasks");
    assert_eq!(page.program(), PROGRAM);
    page.assert_no_faults();
}
