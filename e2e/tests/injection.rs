//! What a program, a file or a link says is text, wherever it comes out: never markup.

use e2e::playground::{Playground, by};
use e2e::server::{Server, Site};
use serde_json::{Value, json};

/// What would run if it became markup.
const EVIL: &str = "<img src=x onerror=window.evil=1><script>window.evil=1</script><svg onload=window.evil=1>";

/// It has it in everything that it can name, and ends with it.
const PROGRAM: &str = r#"
import asyncio, sys, threading, warnings

EVIL = "@evil@"

class Named(type):
    pass

def named(base, **more):
    return type(base)(EVIL, (base,), more) if base is not Exception else type(EVIL, (base,), more)

class Manager:
    async def __aenter__(self):
        await asyncio.sleep(0.01)
    async def __aexit__(self, *details):
        await asyncio.sleep(0.01)
Manager.__name__ = Manager.__qualname__ = EVIL

async def worker(lock, queue):
    async with lock:
        async with Manager():
            await queue.put(EVIL)
            print(EVIL, file=sys.stderr)
            await asyncio.sleep(0.1)
    return EVIL
worker.__name__ = worker.__qualname__ = EVIL

async def numbers():
    value = EVIL
    yield value
numbers.__name__ = numbers.__qualname__ = EVIL

async def fails():
    await asyncio.sleep(0.05)
    raise named(Exception)(EVIL)

def blocking():
    import time
    time.sleep(0.05)
    print(EVIL)
blocking.__name__ = blocking.__qualname__ = EVIL

async def main():
    print(EVIL)
    lock = named(asyncio.Lock)()
    queue = named(asyncio.Queue)(1)
    tasks = [asyncio.create_task(worker(lock, queue), name=EVIL) for _ in range(2)]
    failing = asyncio.create_task(fails(), name=EVIL)
    cancelled = asyncio.create_task(asyncio.sleep(10), name=EVIL)
    await asyncio.sleep(0)
    cancelled.cancel(EVIL)
    await asyncio.to_thread(blocking)
    thread = threading.Thread(target=blocking, name=EVIL)
    thread.start()
    thread.join()
    async for value in numbers():
        pass
    await queue.get()
    await queue.get()
    await asyncio.gather(*tasks)
    warnings.warn(EVIL)
    try:
        await failing
    except Exception as error:
        print(repr(error))
    blocking()
    raise named(Exception)(EVIL)

asyncio.run(main())
"#;

fn program() -> String {
    PROGRAM.replace("@evil@", EVIL)
}

/// What has become an element that was to be text, in the document or in a shadow root, and whether it ran.
fn found(page: &Playground) -> Value {
    page.browser.run(
        "const found = [];
         const look = (root) => {
             for (const element of root.querySelectorAll('*')) {
                 if (/^(img|script)$/.test(element.localName) && !element.matches('head script') || element.hasAttribute('onload') || element.hasAttribute('onerror'))
                     found.push(element.outerHTML.slice(0, 200));
                 if (element.shadowRoot) look(element.shadowRoot);
             }
         };
         look(document);
         return [window.evil ?? null, found.filter(each => !/^<script (type=.module|src=|type=.text.plain)/.test(each))]",
        [],
    )
}

fn assert_harmless(page: &Playground, when: &str) {
    assert_eq!(found(page), json!([null, []]), "{when}");
}

#[test]
fn markup_would_be_noticed() {
    let page = Playground::open();
    assert_harmless(&page, "as it is");
    page.browser.run("document.body.insertAdjacentHTML('beforeend', arguments[0])", [json!(EVIL)]);
    page.wait_for("what ran", || found(&page)[0] == json!(1));
    assert_eq!(found(&page)[1].as_array().map(Vec::len), Some(3));
}

/// Opens whatever can be opened, so that everything is said once.
fn look_at_everything(page: &Playground, when: &str) {
    let buttons = [
        "[data-testid=slice]",
        "[data-testid=lane] button",
        "[data-testid=task-tree] button",
        "[data-testid=timeline-table] > button",
        "[data-testid=narration] button",
        "[data-testid=narration] summary",
        "[data-testid=loop] button",
        ".findings button",
        ".mark",
        "[data-testid=console] button",
    ];
    for selector in buttons {
        let count = page.browser.run("return document.querySelectorAll(arguments[0]).length", [json!(selector)]);
        for index in 0..count.as_u64().unwrap_or(0).min(12) {
            page.browser.run(
                "const one = document.querySelectorAll(arguments[0])[arguments[1]];
                 for (const type of ['pointerover', 'mouseover', 'pointerdown', 'pointerup', 'click'])
                     one?.dispatchEvent(new (type.startsWith('pointer') ? PointerEvent : MouseEvent)(type, { bubbles: true, cancelable: true, pointerId: 1 }));",
                [json!(selector), json!(index)],
            );
        }
        assert_harmless(page, &format!("{when}: {selector}"));
    }
}

#[test]
fn what_a_program_says_is_text_on_the_page() {
    for language in ["en", "zh"] {
        let page = Playground::open_at(&format!("lang={language}"));
        page.set_program(&program());
        assert_eq!(page.run_to_end(), "failed");
        assert!(page.stdout().contains(EVIL), "{}", page.stdout());
        assert!(page.stderr().matches(EVIL).count() > 3, "{}", page.stderr());
        assert!(page.lanes().iter().filter(|lane| lane.name == EVIL).count() >= 4, "{:?}", page.lanes());
        look_at_everything(&page, language);
        // Its values, line by line.
        page.browser.run(
            "const by = document.querySelector('[data-testid=step-by]'); by.value = 'line'; by.dispatchEvent(new Event('change', { bubbles: true }))",
            [],
        );
        page.set_program(&format!("def f(word):\n    other = word\n    return other\n\nf(\"{EVIL}\")\n"));
        for _ in 0..6 {
            page.click("step");
            page.wait_for("the step", || page.state() != "running");
            assert_harmless(&page, "the values of names");
        }
        // What is no program.
        page.set_program(&format!("x = {EVIL}\n"));
        assert_eq!(page.run_to_end(), "failed");
        look_at_everything(&page, "a syntax error");
        page.assert_no_faults();
    }
}

#[test]
fn what_is_exported_is_text_in_its_own_format() {
    let page = Playground::prepare();
    page.browser.before_each_document(
        "window.files = {};
         const create = URL.createObjectURL;
         URL.createObjectURL = blob => (window.newest = blob, create.call(URL, blob));
         HTMLAnchorElement.prototype.click = function () { window.files[this.download] = window.newest; };",
    );
    page.go_to("lang=en");
    page.set_program(&program());
    page.run_to_end();
    let file = |name: &str| {
        page.click("export");
        page.click(&format!("export-{name}"));
        page.wait_for(name, || page.browser.run("return arguments[0] in window.files", [json!(name)]) == json!(true));
        let text = page.browser.run("return window.files[arguments[0]].text()", [json!(name)]);
        text.as_str().unwrap_or_default().to_string()
    };
    let names = page.browser.run(
        "const svg = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
         return [...new Set([...svg.querySelectorAll('*')].map(each => each.localName))].sort()",
        [json!(file("timeline.svg"))],
    );
    assert_eq!(names, json!(["defs", "path", "pattern", "rect", "svg", "text"]));
    assert!(serde_json::from_str::<Value>(&file("trace.perfetto.json")).is_ok());
    let trace = file("trace.jsonl");
    assert!(trace.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()) && trace.contains(EVIL));
    assert!(file("output.txt").contains(EVIL));
    // And the trace, opened again.
    page.browser.run(
        "const files = new DataTransfer();
         files.items.add(new File([arguments[1]], arguments[0]));
         const input = document.querySelector('[data-testid=file]');
         input.files = files.files;
         input.dispatchEvent(new Event('change', { bubbles: true }));",
        [
            json!(format!("{EVIL}.json").replace('/', " ")),
            json!(trace.replacen("main.py", EVIL, 1).replace("awaitscope\"}", &format!("{EVIL}\"}}"))),
        ],
    );
    page.wait_for("the recording", || page.has("recording"));
    assert_eq!(page.state(), "done");
    look_at_everything(&page, "a recording");
    // What is copied out of the sheet.
    page.click("share");
    for form in ["link", "element", "frame", "fence"] {
        page.click(&format!("share-{form}"));
        std::thread::sleep(std::time::Duration::from_millis(100));
        let copied = page.browser.run("return document.querySelector('[data-testid=snippet]').value", []);
        let inside = page.browser.run(
            "const parsed = new DOMParser().parseFromString(arguments[0], 'text/html');
             return [...parsed.querySelectorAll('body *, script')].map(each => each.localName)",
            [copied],
        );
        let expected = match form {
            "element" => json!(["script", "await-scope"]),
            "frame" => json!(["iframe"]),
            "link" => json!([]),
            // Markdown: its reader keeps a block of code as text; here it is no markup of ours.
            _ => continue,
        };
        assert_eq!(inside, expected, "{form}");
    }
    page.click("share-close");
    // A file that is refused says its name.
    page.browser.run(
        "const files = new DataTransfer();
         files.items.add(new File(['{}'], arguments[0]));
         const input = document.querySelector('[data-testid=file]');
         input.files = files.files;
         input.dispatchEvent(new Event('change', { bubbles: true }));",
        [json!("<img src=x onerror=evil=1>.json")],
    );
    page.wait_for("the notice", || page.has("notice"));
    assert_harmless(&page, "a file's name");
    page.assert_no_faults();
}

#[test]
fn what_a_link_says_is_text() {
    let page = Playground::prepare();
    let encoded = EVIL.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    for hash in [
        format!("lesson={encoded}"),
        format!("lesson=overview&moment={encoded}"),
        format!("lesson=overview&lang={encoded}&theme={encoded}&speed={encoded}&at={encoded}&seed={encoded}"),
        format!("py={encoded}"),
        format!("py={encoded}%F"),
        format!("code={encoded}"),
        format!("code=z1.{EVIL}"),
        format!("{EVIL}={EVIL}"),
    ] {
        page.browser.open("about:blank");
        page.go_to(&hash);
        std::thread::sleep(std::time::Duration::from_millis(150));
        assert_harmless(&page, &hash);
    }
    // The frame reads the same, and its query.
    for query in [format!("view={encoded}&theme={encoded}&id={encoded}#py={encoded}"), format!("#code={encoded}")] {
        page.browser.open(&format!("{}embed.html?{query}", page.url()));
        page.wait_for("the frame", || page.has("app"));
        assert_harmless(&page, &query);
    }
    page.assert_no_faults();
}

#[test]
fn what_a_program_says_is_text_in_a_frame_and_in_an_element() {
    let page = Playground::prepare();
    let encoded = program().bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    page.browser.open(&format!("{}embed.html#py={encoded}", page.url()));
    page.wait_for("the frame", || page.has("app"));
    assert_eq!(page.run_to_end(), "failed");
    look_at_everything(&page, "the frame");
    page.assert_no_faults();

    let escaped = program().replace('&', "&amp;").replace('<', "&lt;");
    let body = format!(
        "<!doctype html><meta charset=utf-8><title>A page</title><link rel=icon href=data:>\
         <script src=\"awaitscope/awaitscope.js\" defer></script><await-scope label=\"{}\">{escaped}</await-scope>\
         <pre class=awaitscope><code>{escaped}</code></pre>",
        EVIL.replace('<', "&lt;")
    );
    let site = Site {
        sub_path: "/a/".into(),
        folders: vec![("awaitscope/".into(), e2e::dist())],
        pages: vec![("index.html".into(), body)],
        ..Site::default()
    };
    let server = Server::of(site);
    page.browser.open(&server.url());
    page.wait_for("two elements", || {
        page.browser.run("return [...document.querySelectorAll('await-scope')].filter(each => each.shadowRoot?.textContent.includes('EVIL')).length", []) == json!(2)
    });
    assert_harmless(&page, "the code that an element shows");
    page.browser.run("for (const each of document.querySelectorAll('await-scope')) { each.setAttribute('speed', 'max'); each.run(); }", []);
    page.wait_for("both to end", || {
        page.browser
            .run("return [...document.querySelectorAll('await-scope')].every(each => each.state === 'failed')", [])
            == json!(true)
    });
    assert_harmless(&page, "the element");
    assert_eq!(
        page.browser.run("return document.querySelector(arguments[0]) === null", [json!(by("app"))]),
        json!(true)
    );
}
