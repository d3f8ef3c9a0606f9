//! Where there is no server, no storage, no network.

use e2e::playground::Playground;
use e2e::server::{Server, Site};
use e2e::webdriver::Browser;
use serde_json::{Value, json};

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

#[test]
fn a_strict_policy_is_enough() {
    let policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; base-uri 'none'; form-action 'none'";
    let site = Site {
        sub_path: "/a/b/".into(),
        folders: vec![(String::new(), e2e::dist())],
        policy: Some(policy.into()),
        ..Site::default()
    };
    let page = Playground { browser: Browser::start(), server: Server::of(site) };
    page.go_to("lang=en");
    works(&page);
    page.click("share");
    page.click("share-copy");
    page.click("share-close");
    page.click("export");
    page.click("export-timeline.png");
    wait_until_kept(&page);
    page.assert_no_faults();
}

/// A page that frames `embed.html` without giving it an origin, keeps what it hears, and makes the frame as high as it says.
struct Host {
    page: Playground,
}

impl Host {
    /// Both are files on the disk; `hash` is the frame's.
    fn open(query: &str, hash: &str) -> Host {
        let page = Playground::prepare();
        let frame = e2e::alone("embed.html");
        let host = frame.replace("embed.html", "host.html");
        let text = format!(
            "<!doctype html><meta charset=utf-8><title>A page</title><body>
             <iframe id=frame width=640 height=150 title=awaitscope sandbox=allow-scripts src=\"embed.html?{query}#{hash}\"></iframe>
             <script>
             heard = [];
             addEventListener('message', ({{ data }}) => {{
                 if (data?.source !== 'awaitscope' || data.v !== 1) return;
                 heard.push(data);
                 if (data.type === 'resize') frame.height = data.height;
             }});
             say = (type, more) => frame.contentWindow.postMessage({{ source: 'awaitscope', v: 1, id: 'one', type, ...more }}, '*');
             </script>"
        );
        std::fs::write(host.trim_start_matches("file://"), text).expect("a file beside the frame");
        page.browser.open(&host);
        let host = Host { page };
        host.wait_for("ready");
        host
    }

    /// What was heard of a kind, in order.
    fn heard(&self, kind: &str) -> Vec<Value> {
        let heard = self.page.browser.run("return heard.filter(each => each.type === arguments[0])", [json!(kind)]);
        heard.as_array().cloned().unwrap_or_default()
    }

    fn wait_for(&self, kind: &str) -> Value {
        self.page.wait_for(kind, || !self.heard(kind).is_empty());
        self.heard(kind).pop().expect("it was just heard")
    }

    fn say(&self, kind: &str, more: Value) {
        self.page.browser.run("say(arguments[0], arguments[1])", [json!(kind), more]);
    }

    fn forget(&self) {
        self.page.browser.run("heard.length = 0", []);
    }

    fn height(&self) -> u64 {
        self.page.browser.run("return frame.offsetHeight", []).as_u64().unwrap_or(0)
    }
}

#[test]
fn a_frame_without_an_origin_runs_and_speaks_with_its_host() {
    let host = Host::open("view=both&theme=dark&id=one", "py=print('linked')&speed=max");
    assert!(host.heard("hello").iter().all(|hello| hello["id"] == "one"));
    host.say("run", json!({}));
    let done = host.wait_for("done");
    assert_eq!((&done["state"], &done["stdout"], &done["id"]), (&json!("done"), &json!("linked\n"), &json!("one")));
    // Another program, with modules of the library, on the host's word.
    host.forget();
    host.say("set", json!({ "code": PROGRAM, "theme": "light" }));
    host.say("run", json!({}));
    assert_eq!(host.wait_for("done")["stdout"], "{\"x\": 1}\n");
    let states: Vec<Value> = host.heard("state").into_iter().map(|heard| heard["state"].clone()).collect();
    assert_eq!(states.last(), Some(&json!("done")));
    assert_eq!(host.heard("change").last().map(|heard| heard["code"].clone()), Some(json!(PROGRAM)));
    // What goes wrong is told with its place.
    host.forget();
    host.say("init", json!({ "id": "two", "code": "x = 1\ny = = 2\n", "readonly": true }));
    host.page.browser.run("say('run', { id: 'two' })", []);
    let error = host.wait_for("error");
    assert_eq!((&error["kind"], &error["line"], &error["id"]), (&json!("syntax"), &json!(2), &json!("two")));
    // Words for somebody else are not for it.
    host.forget();
    host.page.browser.run("say('set', { id: 'three', code: 'z = 3' })", []);
    host.page.browser.run("frame.contentWindow.postMessage({ source: 'other', type: 'run' }, '*')", []);
    host.page
        .browser
        .run("frame.contentWindow.postMessage('run', '*'); frame.contentWindow.postMessage(null, '*')", []);
    host.page.browser.run("say('nothing of that name', { id: 'two' }); say('reset', { id: 'two' })", []);
    host.page.wait_for("the reset", || host.heard("state").last().is_some_and(|heard| heard["state"] == "idle"));
    assert_eq!(host.heard("change"), Vec::<Value>::new());
    host.page.assert_no_faults();
}

#[test]
fn a_frame_is_as_high_as_what_is_in_it() {
    let short = "print('short')";
    let long: String = (0..200).map(|line| format!("x{line} = {line}\n")).collect();
    let host = Host::open("id=one", "py=print('short')&speed=max");
    host.wait_for("resize");
    let settled = || {
        let mut before = 0;
        while before != host.height() {
            before = host.height();
            std::thread::sleep(std::time::Duration::from_millis(500));
        }
        before
    };
    let low = settled();
    host.say("set", json!({ "code": long }));
    let high = settled();
    assert!(low < 200 && high > low + 300 && high < 1500, "{low} and {high}");
    host.say("run", json!({}));
    host.wait_for("done");
    let ran = settled();
    host.say("set", json!({ "code": short }));
    assert_eq!((settled(), ran >= high), (low, true));
    // Nothing goes round and round: as many words as there were changes, and a few.
    assert!(host.heard("resize").len() < 40, "{:#?}", host.heard("resize"));
}

#[test]
fn a_link_to_a_frame_starts_nothing_but_a_page_that_frames_it_may() {
    let hash = "py=print('ran')&autorun=1&speed=max";
    let page = Playground::prepare();
    page.browser.open(&format!("{}#{hash}", e2e::alone("embed.html")));
    ready(&page);
    std::thread::sleep(std::time::Duration::from_millis(400));
    assert_eq!((page.state().as_str(), page.program().as_str()), ("idle", "print('ran')"));
    assert_eq!(page.run_to_end(), "done");
    page.assert_no_faults();
    let host = Host::open("id=one", hash);
    assert_eq!(host.wait_for("done")["stdout"], "ran\n");
    let host = Host::open("id=one", "code=z1.a b");
    assert_eq!(host.wait_for("error")["kind"], "link");
}

/// Whether the page's files are kept.
fn wait_until_kept(page: &Playground) {
    page.wait_for("the worker", || {
        page.browser.run("return navigator.serviceWorker.getRegistration().then(kept => kept?.active?.state ?? '')", [])
            == json!("activated")
    });
}

#[test]
fn the_second_visit_needs_no_server() {
    let page = Playground::open_at("lang=en");
    wait_until_kept(&page);
    page.server.change(None);
    // In a tab that has nothing in its memory, at an address with and without the file's name.
    page.browser.open("about:blank");
    page.go_to("lang=en");
    works(&page);
    page.browser.open("about:blank");
    page.browser.open(&format!("{}index.html#lesson=deadlock", page.url()));
    ready(&page);
    assert!(page.program().contains("Lock"));
    // An address that is none of the page's is not answered for.
    let other = page.browser.run("return fetch('nothing.json').then(() => 'answer', () => 'none')", []);
    assert_eq!(other, json!("none"));
}

/// A folder of its own, to be changed.
fn copy_of_the_build(name: &str) -> std::path::PathBuf {
    let copy = std::env::temp_dir().join(format!("awaitscope-{name}-{}", std::process::id()));
    for file in e2e::files_under(&e2e::dist()).expect("the build is there") {
        let to = copy.join(file.strip_prefix(e2e::dist()).expect("it lies in dist/"));
        std::fs::create_dir_all(to.parent().expect("a file lies in a folder")).expect("a folder can be made");
        std::fs::copy(&file, &to).expect("a file can be copied");
    }
    copy
}

#[test]
fn an_update_is_told_of_and_waits_for_the_reader() {
    let page = Playground::open_at("lang=en");
    wait_until_kept(&page);
    page.set_program("print('mine')\n");
    // The next build differs in its title.
    let next = copy_of_the_build("next");
    let edit = |name: &str, from: &str, to: &str| {
        let text = std::fs::read_to_string(next.join(name)).expect("it was just copied");
        assert!(text.contains(from), "{name} has no {from}");
        std::fs::write(next.join(name), text.replace(from, to)).expect("it was just copied");
    };
    edit("index.html", "</head>", "<meta name=\"build\" content=\"next\"></head>");
    edit("sw.js", "\"\":\"", "\"\":\"ff");
    edit("sw.js", "const VERSION = \"", "const VERSION = \"ff");
    page.server.change(Some(next.clone()));
    let is_next = || page.browser.run("return !!document.querySelector('meta[name=build]')", []) == json!(true);
    page.reload();
    page.wait_for("a word about it", || page.has("update"));
    assert!(!is_next(), "the page that runs is the one that was opened");
    assert_eq!((page.run_to_end().as_str(), page.stdout().as_str()), ("done", "mine\n"));
    page.click("update-later");
    page.wait_for("no notice", || !page.has("update"));
    page.reload();
    page.wait_for("a word about it again", || page.has("update"));
    page.click("update-reload");
    page.wait_for("the new page", is_next);
    ready(&page);
    assert_eq!(page.program(), "print('mine')\n");
    // It is the one that is kept now.
    page.server.change(None);
    page.reload();
    assert!(is_next());
    let _ = std::fs::remove_dir_all(next);
}

#[test]
fn a_build_that_is_worked_on_ends_the_worker_of_a_release() {
    let page = Playground::open_at("lang=en");
    wait_until_kept(&page);
    let worked_on = copy_of_the_build("worked-on");
    let bundle = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../bundle/src/leave.js");
    std::fs::copy(bundle, worked_on.join("sw.js")).expect("a file of the repository");
    let index = std::fs::read_to_string(worked_on.join("index.html")).expect("it was just copied");
    std::fs::write(
        worked_on.join("index.html"),
        index.replace("</head>", "<meta name=\"build\" content=\"next\"></head>"),
    )
    .expect("it was just copied");
    page.server.change(Some(worked_on.clone()));
    page.reload();
    page.wait_for("what is worked on", || {
        page.browser.run("return !!document.querySelector('meta[name=build]')", []) == json!(true)
    });
    let _ = std::fs::remove_dir_all(worked_on);
}

#[test]
fn only_the_application_is_kept() {
    let page = Playground::prepare();
    let registrations =
        || page.browser.run("return navigator.serviceWorker.getRegistrations().then(all => all.length)", []);
    for name in ["embed.html#py=print(1)", "awaitscope.html"] {
        page.browser.open(&format!("{}{name}", page.url()));
        ready(&page);
        std::thread::sleep(std::time::Duration::from_millis(500));
        assert_eq!(registrations(), json!(0), "{name}");
    }
    page.assert_no_faults();
    // Nor where another page frames the whole application.
    page.browser.open(&format!("{}manifest.webmanifest", page.url()));
    page.browser.run(
        "const frame = document.createElement('iframe');
         frame.src = 'index.html';
         document.body.append(frame);
         return new Promise(loaded => frame.addEventListener('load', loaded, { once: true })).then(() => 1)",
        [],
    );
    std::thread::sleep(std::time::Duration::from_millis(1500));
    assert_eq!(registrations(), json!(0));
}
