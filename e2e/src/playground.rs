//! The page as a test sees it: everything by its `data-testid`.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::server::Server;
use crate::webdriver::{Browser, Engine};

/// Longer than anything takes that a test waits for.
const PATIENCE: Duration = Duration::from_secs(30);

/// The lessons that need the first part of the wasm only: the article's five programs, and the concepts before them.
pub const LESSONS_OF_FIRST_PART: [&str; 10] = [
    "overview",
    "coroutine",
    "event_loop",
    "task",
    "future",
    "simple_coroutine",
    "concurrent_tasks",
    "error_handling",
    "async_context_manager",
    "async_generator",
];

/// The open page, in a browser of its own.
pub struct Playground {
    pub browser: Browser,
    pub server: Server,
}

/// A task's lane in the timeline, as the page's attributes tell it.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// `T2`.
    pub task: String,
    pub name: String,
    pub outcome: String,
    pub slices: Vec<Slice>,
}

impl Lane {
    /// The suspended slices that are over, rounded to milliseconds of program time: an await of one second is 1000.
    pub fn suspended_ms(&self) -> Vec<u64> {
        let suspended = self.slices.iter().filter(|slice| slice.state == "suspended");
        suspended.filter_map(|slice| Some((slice.duration()? + 500_000) / 1_000_000)).collect()
    }

    /// The state of the last slice.
    pub fn state(&self) -> &str {
        self.slices.last().map_or("", |slice| &slice.state)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Slice {
    /// `running`, `ready`, `suspended` or `blocking`.
    pub state: String,
    /// In nanoseconds of program time.
    pub start: u64,
    /// `None` while it lasts.
    pub end: Option<u64>,
    /// Suspended: the line of the await.
    pub line: Option<u32>,
    /// Suspended: why.
    pub on: String,
}

impl Slice {
    /// In nanoseconds, once it is over.
    pub fn duration(&self) -> Option<u64> {
        Some(self.end? - self.start)
    }
}

/// A mark in the editor: where, on what, and the words beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Both from 1; columns in characters.
    pub line: u32,
    pub column: u32,
    pub text: String,
    pub note: String,
}

impl Playground {
    /// Opens the page and waits until it is usable.
    pub fn open() -> Playground {
        Playground::open_at("")
    }

    /// With what follows the `#` in the URL.
    pub fn open_at(hash: &str) -> Playground {
        let page = Playground::prepare();
        page.go_to(hash);
        page
    }

    /// A browser and a server, with nothing opened yet.
    pub fn prepare() -> Playground {
        Playground::prepare_in(Engine::Chromium)
    }

    pub fn prepare_in(engine: Engine) -> Playground {
        let dist = crate::dist();
        assert!(dist.join("index.html").is_file(), "no page in {}: `cargo xtask build` makes it", dist.display());
        Playground { browser: Browser::start_with(engine), server: Server::start(dist) }
    }

    pub fn go_to(&self, hash: &str) {
        let hash = if hash.is_empty() { String::new() } else { format!("#{hash}") };
        self.browser.open(&format!("{}{hash}", self.server.url()));
        self.wait_until_ready();
    }

    pub fn reload(&self) {
        self.browser.reload();
        self.wait_until_ready();
    }

    fn wait_until_ready(&self) {
        self.wait_for("a usable page", || self.attribute("app", "data-ready").as_deref() == Some("true"));
    }

    /// Polls until it holds; panics after a while, saying what the page looks like then.
    pub fn wait_for(&self, what: &str, condition: impl Fn() -> bool) {
        let started = Instant::now();
        while !condition() {
            if started.elapsed() > PATIENCE {
                let text = self.browser.run("return document.body.innerText", []);
                let errors = self.browser.console_errors();
                panic!(
                    "waited in vain for {what}.\nconsole errors: {errors:#?}\nthe page: {}",
                    text.as_str().unwrap_or("?")
                );
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Opens a lesson through the list, by its slug.
    pub fn open_lesson(&self, slug: &str) {
        self.browser.click(&format!("[data-testid^=lesson-][data-lesson='{slug}']"));
        self.wait_until_ready();
    }

    /// Every lesson's slug, in reading order.
    pub fn lessons(&self) -> Vec<String> {
        let slugs = self.browser.run(
            "return [...document.querySelectorAll('[data-testid^=lesson-][data-lesson]')].map(lesson => lesson.dataset.lesson)",
            [],
        );
        slugs.as_array().into_iter().flatten().filter_map(|slug| slug.as_str()).map(str::to_string).collect()
    }

    /// Replaces the program, as pasting over a selection of everything does.
    pub fn set_program(&self, text: &str) {
        self.browser.run(
            "const editor = document.querySelector('[data-testid=editor]');
             editor.value = arguments[0];
             editor.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));",
            [json!(text)],
        );
    }

    /// What the editor holds.
    pub fn program(&self) -> String {
        text_of(self.browser.run("return document.querySelector('[data-testid=editor]').value", []))
    }

    /// The speed, such as `1` or `max`.
    pub fn set_speed(&self, speed: &str) {
        self.browser.run(
            "const speed = document.querySelector('[data-testid=speed]');
             speed.value = arguments[0];
             if (speed.value !== arguments[0]) throw new Error('no such speed');
             speed.dispatchEvent(new Event('input', { bubbles: true }));
             speed.dispatchEvent(new Event('change', { bubbles: true }));",
            [json!(speed)],
        );
    }

    pub fn click(&self, testid: &str) {
        self.browser.click(&by(testid));
    }

    /// `idle`, `running`, `paused`, `done`, `failed` or `stopped`.
    pub fn state(&self) -> String {
        self.attribute("app", "data-run-state").unwrap_or_default()
    }

    pub fn wait_for_state(&self, states: &[&str]) {
        self.wait_for(&format!("the state {}", states.join(" or ")), || states.contains(&self.state().as_str()));
    }

    /// Runs the program in the editor as fast as it goes, until it ends by itself. Returns `done` or `failed`.
    pub fn run_to_end(&self) -> String {
        self.set_speed("max");
        self.click("run");
        self.wait_for_state(&["done", "failed"]);
        self.state()
    }

    /// Everything on standard output.
    pub fn stdout(&self) -> String {
        self.output("stdout")
    }

    /// Everything on standard error: tracebacks, warnings.
    pub fn stderr(&self) -> String {
        self.output("stderr")
    }

    fn output(&self, stream: &str) -> String {
        text_of(self.browser.run(
            "return [...document.querySelectorAll(`[data-testid=console] [data-stream=${arguments[0]}]`)]
                 .map(piece => piece.textContent).join('')",
            [json!(stream)],
        ))
    }

    /// Program time, in nanoseconds.
    pub fn clock(&self) -> u64 {
        self.attribute("clock", "data-ns").and_then(|ns| ns.parse().ok()).expect("the clock carries data-ns")
    }

    /// The tasks' lanes, in the order in which they are shown.
    pub fn lanes(&self) -> Vec<Lane> {
        let lanes = self.browser.run(
            "const all = (within, testid) => [...within.querySelectorAll(`[data-testid=${testid}]`)];
             return all(document, 'timeline').flatMap(timeline => all(timeline, 'lane'))
                 .filter(lane => lane.dataset.task)
                 .map(lane => ({ ...lane.dataset, slices: all(lane, 'slice').map(slice => ({ ...slice.dataset })) }))",
            [],
        );
        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
        let number = |value: &Value| value.as_str().and_then(|text| text.parse::<u64>().ok());
        let slice = |slice: &Value| Slice {
            state: text(&slice["state"]),
            start: number(&slice["start"]).expect("a slice has data-start in nanoseconds"),
            end: number(&slice["end"]),
            line: number(&slice["line"]).map(|line| line as u32),
            on: text(&slice["on"]),
        };
        let lane = |lane: &Value| Lane {
            task: text(&lane["task"]),
            name: text(&lane["name"]),
            outcome: text(&lane["outcome"]),
            slices: lane["slices"].as_array().into_iter().flatten().map(slice).collect(),
        };
        lanes.as_array().into_iter().flatten().map(lane).collect()
    }

    /// An attribute of the first element with that `data-testid`; `None` when either is missing.
    pub fn attribute(&self, testid: &str, name: &str) -> Option<String> {
        let script = "return document.querySelector(arguments[0])?.getAttribute(arguments[1])";
        self.browser.run(script, [json!(by(testid)), json!(name)]).as_str().map(str::to_string)
    }

    /// Whether an element with that `data-testid` is there.
    pub fn has(&self, testid: &str) -> bool {
        self.browser.run("return !!document.querySelector(arguments[0])", [json!(by(testid))]) == json!(true)
    }

    /// Asserts that nothing went wrong behind the scenes: no error on the console, no request for what is not there.
    pub fn assert_no_faults(&self) {
        let (errors, missed) = (self.browser.console_errors(), self.server.missed());
        assert!(errors.is_empty() && missed.is_empty(), "console errors: {errors:#?}\nrequests in vain: {missed:#?}");
    }

    /// What is marked as wrong in the editor.
    pub fn fault(&self) -> Option<Fault> {
        let fault = self.browser.run(
            "const line = document.querySelector('[data-wrong]');
             if (!line) return null;
             const marked = line.querySelector('.wrong');
             const before = document.createRange();
             before.setStart(line.querySelector('.src'), 0);
             before.setEndBefore(marked);
             return { line: Number(line.dataset.line), column: [...before.toString()].length + 1,
                      text: marked.textContent, note: line.querySelector('.note').textContent }",
            [],
        );
        let number = |name: &str| fault[name].as_u64().map(|number| number as u32);
        let text = |name: &str| fault[name].as_str().unwrap_or_default().to_string();
        Some(Fault { line: number("line")?, column: number("column")?, text: text("text"), note: text("note") })
    }

    /// The address of the page's folder.
    pub fn url(&self) -> String {
        self.server.url()
    }
}

/// The selector of a `data-testid`.
pub fn by(testid: &str) -> String {
    format!("[data-testid='{testid}']")
}

fn text_of(value: Value) -> String {
    value.as_str().expect("the script returns a string").to_string()
}
