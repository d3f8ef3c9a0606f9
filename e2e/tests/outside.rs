//! What the reader opens from their disk and what they give away.

use e2e::playground::{Playground, by};
use serde_json::{Value, json};

/// A file of the repository.
fn repository(path: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Gives the page a file, as its file dialog does.
fn choose(page: &Playground, name: &str, text: &str) {
    page.browser.run(
        "const files = new DataTransfer();
         files.items.add(new File([arguments[1]], arguments[0]));
         const input = document.querySelector('[data-testid=file]');
         input.files = files.files;
         input.dispatchEvent(new Event('change', { bubbles: true }));",
        [json!(name), json!(text)],
    );
}

fn text(page: &Playground, testid: &str) -> String {
    let script = "return document.querySelector(arguments[0])?.innerText ?? ''";
    page.browser.run(script, [json!(by(testid))]).as_str().unwrap_or_default().to_owned()
}

fn value(page: &Playground, testid: &str) -> String {
    let script = "return document.querySelector(arguments[0])?.value ?? ''";
    page.browser.run(script, [json!(by(testid))]).as_str().unwrap_or_default().to_owned()
}

fn hash(page: &Playground) -> String {
    page.browser.run("return location.hash", []).as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_recording_of_a_real_run_is_shown_with_its_source() {
    let page = Playground::open_at("lang=en");
    let recording = repository("tests/recorded/2_concurrent_tasks.json");
    choose(&page, "trace.json", &recording);
    page.wait_for("the recording", || page.has("recording"));
    let header: Value = serde_json::from_str(recording.lines().next().unwrap_or_default()).expect("a header");
    assert_eq!(page.program(), header["source"].as_str().unwrap_or_default());
    assert!(text(&page, "recording").contains("Python 3.13"), "{}", text(&page, "recording"));
    assert_eq!((page.state().as_str(), page.lanes().len()), ("done", 4));
    assert!(page.stdout().contains("Task Task 3 finished\n"));
    // It really took so long, and a little longer.
    let waits: Vec<u64> = page.lanes().iter().flat_map(|lane| lane.suspended_ms()).collect();
    assert!(waits.iter().all(|wait| (1000..3250).contains(wait)), "{waits:?}");
    // The stage is the same: a step back, a moment, and the way to our own run and back.
    page.click("step-back");
    page.wait_for("the step", || page.has("follow"));
    let recorded = page.lanes();
    assert_eq!(page.run_to_end(), "done");
    assert_ne!(page.lanes(), recorded);
    assert_eq!(page.lanes()[1].suspended_ms(), [2000]);
    page.click("reset");
    page.wait_for("the recording again", || page.lanes().iter().any(|lane| lane.suspended_ms() != [2000]));
    page.assert_no_faults();
}

#[test]
fn what_the_page_exports_it_opens_again() {
    let page = Playground::prepare();
    page.browser.before_each_document(
        "const create = URL.createObjectURL;
         URL.createObjectURL = blob => (window.newest = blob, create.call(URL, blob));
         HTMLAnchorElement.prototype.click = function () {};",
    );
    page.go_to("lesson=error_handling&lang=en");
    page.run_to_end();
    let (lanes, stdout) = (page.lanes(), page.stdout());
    page.click("export");
    page.click("export-trace.jsonl");
    let trace = page.browser.run("return window.newest.text()", []);
    page.open_lesson("overview");
    choose(&page, "trace.jsonl", trace.as_str().unwrap_or_default());
    page.wait_for("the trace", || page.has("recording"));
    assert_eq!((page.lanes(), page.stdout()), (lanes, stdout));
    page.assert_no_faults();
}

#[test]
fn a_program_is_opened_and_a_bad_file_replaces_nothing() {
    let page = Playground::open_at("lang=en");
    choose(&page, "first.py", "print('first')\r\n");
    page.wait_for("the program", || page.program() == "print('first')\n");
    assert_eq!(page.state(), "idle", "what is opened does not start by itself");
    // It is there again after a reload, and so is what was typed.
    page.set_program("print('mine')\n");
    page.reload();
    assert_eq!(page.program(), "print('mine')\n");
    for (name, bad, said) in [
        ("package.json", "{\n  \"name\": \"x\"\n}", "first line"),
        ("list.json", "[1, 2]", "first line"),
        ("empty.json", "", "empty"),
        (
            "cut.json",
            "{\"awaitscope\":1,\"program\":\"a\",\"source\":\"\"}\n{\"seq\":1,\"at\":0,\"actor\":\"main\",\"kind\":\"loop_started\"}",
            "line 2",
        ),
        ("newer.json", "{\"awaitscope\":9,\"program\":\"a\",\"source\":\"\"}", "newer"),
        ("picture.png", "\0\u{1}\u{2}", "not a text file"),
    ] {
        choose(&page, name, bad);
        page.wait_for(name, || text(&page, "notice").contains(name));
        let notice = text(&page, "notice");
        assert!(notice.contains(said), "{name}: {notice}");
        assert_eq!(page.program(), "print('mine')\n");
        page.click("notice-close");
        page.wait_for("no notice", || !page.has("notice"));
    }
    // Dropped, over a text of the reader's own, which comes back.
    page.browser.run(
        "const carried = new DataTransfer();
         carried.items.add(new File(['x = 1\\n'], 'second.py'));
         for (const type of ['dragover', 'drop'])
             document.querySelector('[data-testid=editor]').dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }));",
        [],
    );
    page.wait_for("the dropped program", || page.program() == "x = 1\n");
    page.click("put-back");
    page.wait_for("the reader's own", || page.program() == "print('mine')\n");
    page.assert_no_faults();
}

#[test]
fn a_link_carries_the_program_and_how_it_is_seen() {
    let page = Playground::open_at("lang=zh");
    let program = "import asyncio\nprint('``` </await-scope> 中文')\nasyncio.run(asyncio.sleep(3))\n";
    page.set_program(program);
    page.set_speed("max");
    page.click("run");
    page.wait_for_state(&["done"]);
    page.click("step-back");
    page.wait_for("an earlier moment", || page.has("follow"));
    let (at, run) = (page.clock(), page.lanes());
    page.click("share");
    page.wait_for("the link", || value(&page, "snippet").contains("#code=z1."));
    let link = value(&page, "snippet");
    for part in ["&speed=max", "&seed=", "&lang=zh", &format!("&at={at}")] {
        assert!(link.contains(part), "{part} in {link}");
    }
    page.click("share-moment");
    page.wait_for("no moment", || !value(&page, "snippet").contains("&at="));
    page.click("share-moment");
    // Copied or not, the link is in the address, and the run is still there.
    page.click("share-copy");
    page.wait_for("the address", || hash(&page).contains("code=z1."));
    page.wait_for("a word about it", || !text(&page, "share-sheet").is_empty());
    assert_eq!(page.lanes(), run);
    page.click("share-element");
    page.wait_for("the element", || value(&page, "snippet").contains("<await-scope speed=\"max\" lang=\"zh\">"));
    // As markup it is a script and an element that holds the program, and nothing else.
    let inside = page.browser.run(
        "const parsed = new DOMParser().parseFromString(arguments[0], 'text/html');
         return [parsed.querySelectorAll('head > *, body > *').length, parsed.querySelector('await-scope').children.length, parsed.querySelector('await-scope').textContent]",
        [json!(value(&page, "snippet"))],
    );
    assert_eq!(inside, json!([2, 0, format!("\n{program}")]));
    page.click("share-fence");
    page.wait_for("the fence", || value(&page, "snippet").starts_with("````awaitscope\n"));
    page.click("share-frame");
    page.wait_for("the frame", || value(&page, "snippet").starts_with("<iframe src=\"http"));
    // The program and the recorder come as files.
    page.browser.run(
        "const create = URL.createObjectURL;
         window.files = {};
         URL.createObjectURL = blob => (window.newest = blob, create.call(URL, blob));
         HTMLAnchorElement.prototype.click = function () { window.files[this.download] = window.newest; };",
        [],
    );
    for (testid, name, begins) in
        [("download", "overview.py", program), ("recorder", "awaitscope_record.py", "#!/usr/bin/env python3\n")]
    {
        page.click(testid);
        page.wait_for(name, || page.browser.run("return arguments[0] in window.files", [json!(name)]) == json!(true));
        let file = page.browser.run("return window.files[arguments[0]].text()", [json!(name)]);
        assert!(file.as_str().is_some_and(|file| file.starts_with(begins)), "{name}");
    }
    page.click("share-close");
    // Opened elsewhere it waits for its reader, and then shows the moment.
    page.browser.open("about:blank");
    page.browser.open(&link);
    page.wait_for("the page", || page.attribute("app", "data-ready").as_deref() == Some("true"));
    assert_eq!((page.program().as_str(), page.state().as_str()), (program, "idle"));
    page.click("run");
    page.wait_for_state(&["done"]);
    page.wait_for("the moment", || page.clock() == at);
    page.assert_no_faults();
}

#[test]
fn linked_code_does_not_start_by_itself() {
    let page = Playground::open_at("py=print('ran')&autorun=1&speed=max");
    assert_eq!(page.program(), "print('ran')");
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!((page.state().as_str(), page.stdout().as_str()), ("idle", ""));
    page.assert_no_faults();
}
