//! `<await-scope>` in other people's pages: what it shows before anybody asks for more, what it loads, and what it leaves
//! behind.

use e2e::server::{Server, Site};
use e2e::webdriver::Browser;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

const NAPS: &str = "import asyncio\n\n\nasync def nap(n):\n    await asyncio.sleep(n)\n    print(f'slept {n}')\n\n\nasync def main():\n    await asyncio.gather(nap(2), nap(1))\n\n\nasyncio.run(main())\n";

/// A page of ours in a folder of a strict site, which has the playground's files in another.
struct Host {
    browser: Browser,
    server: Server,
}

impl Host {
    fn with(body: &str) -> Host {
        let page = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><title>A page</title><link rel=icon href=../favicon.ico>\
             <script src=\"../awaitscope/awaitscope.js\" defer></script><body>{body}</body></html>"
        );
        let site = Site {
            sub_path: "/a/b/".into(),
            folders: vec![("awaitscope/".into(), e2e::dist())],
            pages: vec![
                ("guide/index.html".into(), page),
                ("guide/naps.py".into(), NAPS.into()),
                ("favicon.ico".into(), String::new()),
            ],
            policy: Some(POLICY.into()),
        };
        let host = Host { browser: Browser::start(), server: Server::of(site) };
        host.browser.open(&format!("{}guide/", host.server.url()));
        host
    }

    /// Runs a script with `all`, the elements, and `one`, the first; `inside` finds in its shadow root.
    fn script<const N: usize>(&self, body: &str, arguments: [Value; N]) -> Value {
        let head = "const all = [...document.querySelectorAll('await-scope')], one = all[0];
                    const inside = (selector, of = one) => of.shadowRoot.querySelector(selector);
                    const texts = (selector, of = one) => [...of.shadowRoot.querySelectorAll(selector)].map(each => each.textContent);\n";
        self.browser.run(&format!("{head}{body}"), arguments)
    }

    fn text(&self, body: &str) -> String {
        self.script(body, []).as_str().unwrap_or_default().to_owned()
    }

    fn wait_for(&self, what: &str, condition: &str) {
        let started = Instant::now();
        while self.script(&format!("return !!({condition})"), []) != json!(true) {
            if started.elapsed() > Duration::from_secs(40) {
                let shown = self.text("return all.map(each => each.shadowRoot.textContent).join('\\n----\\n')");
                panic!("waited in vain for {what}\nerrors: {:#?}\nshown: {shown}", self.browser.console_errors());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn run_to_end(&self) {
        self.script("inside('[data-testid=run]').click()", []);
        self.wait_for("the end of the run", "/^(done|failed)$/.test(one.state)");
    }

    fn stdout(&self) -> String {
        self.text("return texts('[data-stream=stdout]').join('')")
    }

    fn asked_for(&self, suffix: &str) -> usize {
        self.server.asked().iter().filter(|path| path.ends_with(suffix)).count()
    }

    fn assert_no_faults(&self) {
        let (errors, missed) = (self.browser.console_errors(), self.server.missed());
        assert!(errors.is_empty() && missed.is_empty(), "console errors: {errors:#?}\nrequests in vain: {missed:#?}");
    }
}

fn element(attributes: &str, program: &str) -> String {
    let program = program.replace('&', "&amp;").replace('<', "&lt;");
    format!("<await-scope {attributes}>\n{program}</await-scope>")
}

#[test]
fn the_code_is_there_at_once_and_runs_at_a_click() {
    let host = Host::with(&element("speed=max", NAPS));
    host.wait_for("the code", "inside('.src')");
    assert_eq!(host.text("return texts('.src').join('')"), NAPS);
    assert_eq!(host.text("return texts('.n').join(' ')"), "1 2 3 4 5 6 7 8 9 10 11 12 13");
    assert_eq!(host.text("return texts('.tok-await').join(' ')"), "async await async await");
    assert_eq!(host.text("return document.activeElement.localName"), "body");
    let asked = host.server.asked();
    assert!(
        asked.iter().all(|path| path.ends_with(['/']) || path.ends_with("awaitscope.js") || path.ends_with(".ico")),
        "{asked:?}"
    );

    host.run_to_end();
    assert_eq!(host.stdout(), "slept 1\nslept 2\n");
    assert_eq!(host.text("return inside('[data-testid=app]').dataset.runState"), "done");
    assert!(host.script("return texts('[data-testid=lane]').length", []).as_u64() >= Some(3));
    assert_eq!(host.script("return one.trace().length > 20 && one.trace()[0].seq", []), json!(0));
    let link = host.text("return one.shareUrl()");
    assert!(link.starts_with(&format!("{}awaitscope/#code=z1.", host.server.url())), "{link}");
    host.assert_no_faults();
}

#[test]
fn ten_of_them_load_one_application() {
    let ten: String = (0..10).map(|n| element("speed=max", &format!("print({n})"))).collect();
    let host = Host::with(&ten);
    host.wait_for("the code", "all.length === 10 && all.every(each => inside('.src', each))");
    assert_eq!((host.asked_for(".wasm"), host.asked_for(".css")), (0, 0));
    host.script("all.forEach(each => inside('[data-testid=run]', each).click())", []);
    host.wait_for("ten ends", "all.every(each => each.state === 'done')");
    let printed = host.text("return all.map(each => texts('[data-stream=stdout]', each).join('').trim()).join(' ')");
    assert_eq!(printed, "0 1 2 3 4 5 6 7 8 9");
    assert_eq!((host.asked_for(".wasm"), host.asked_for(".css"), host.asked_for("awaitscope.js")), (1, 1, 1));
    host.assert_no_faults();
}
