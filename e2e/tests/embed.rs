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
        Host::in_language("en", body)
    }

    fn in_language(language: &str, body: &str) -> Host {
        let page = format!(
            "<!doctype html><html lang={language}><meta charset=utf-8><title>A page</title><link rel=icon href=../favicon.ico>\
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
            ..Site::default()
        };
        let host = Host { browser: Browser::start(), server: Server::of(site) };
        host.open("guide/");
        host
    }

    /// A site that its generator has built, with the playground's files in it.
    fn built(name: &str, files: &str, policy: Option<&str>) -> Host {
        let folder = e2e::dist().with_file_name("target").join("sites").join(name);
        assert!(folder.is_dir(), "no site in {}: `cargo xtask sites` builds it", folder.display());
        let site = Site {
            sub_path: "/a/b/".into(),
            folders: vec![(files.into(), e2e::dist()), (String::new(), folder)],
            pages: vec![("favicon.ico".into(), String::new())],
            published_at: Some("https://example.org".into()),
            policy: policy.map(str::to_owned),
        };
        Host { browser: Browser::start(), server: Server::of(site) }
    }

    fn open(&self, path: &str) {
        self.browser.open(&format!("{}{path}", self.server.url()));
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

#[test]
fn what_is_hidden_runs_and_what_is_locked_stays() {
    let program = "#| awaitscope: speed=max label=\"two parts\"\n# hide-start\ndef double(n):\n    return n / 0 if n > 2 else n * 2\n# hide-end\n\nfirst = 1\n# lock-start\nprint(double(first))\n# lock-end\n";
    let host = Host::with(
        &(element("", program)
            + &element("setup=\"#set-up\" speed=max", "print(SECRET)")
            + "<script type=text/plain id=set-up>SECRET = 42</script>"),
    );
    host.wait_for("the code", "all.every(each => inside('.src', each))");
    assert_eq!(host.text("return texts('.src').join('')"), "first = 1\nprint(double(first))\n");
    assert_eq!(host.text("return one.code"), "first = 1\nprint(double(first))");
    assert_eq!(host.text("return inside('.label').textContent"), "two parts");
    assert_eq!(host.text("return texts('.ln[data-locked] .n').join()"), "2");
    host.run_to_end();
    assert_eq!(host.stdout(), "2\n");

    // The locked line takes nothing; above it there is room.
    let kept = "const area = inside('textarea'); area.focus(); area.setSelectionRange(arguments[0], arguments[0]);
                document.execCommand('insertText', false, arguments[1]); return area.value";
    assert_eq!(host.script(kept, [json!(14), json!("x")]), json!("first = 1\nprint(double(first))"));
    assert_eq!(
        host.script(kept, [json!(9), json!("\nfirst += 2")]),
        json!("first = 1\nfirst += 2\nprint(double(first))")
    );
    host.wait_for("the lock below", "texts('.ln[data-locked] .n').join() === '3'");
    host.run_to_end();
    // A line of the reader's in the traceback is the reader's, and the hidden ones come after them.
    host.wait_for("the failure", "one.state === 'failed'");
    let stderr = host.text("return texts('[data-stream=stderr]').join('')");
    assert!(
        stderr.contains("line 3, in <module>\n    print(double(first))") && stderr.contains("line 5, in double"),
        "{stderr}"
    );
    host.script("one.reset()", []);
    assert_eq!(host.text("return one.code"), "first = 1\nprint(double(first))");

    host.script("all[1].run()", []);
    host.wait_for("the other's end", "all[1].state === 'done'");
    assert_eq!(host.text("return texts('[data-stream=stdout]', all[1]).join('')"), "42\n");
    host.assert_no_faults();
}

#[test]
fn an_element_that_goes_takes_its_run_and_its_memory_along() {
    let host = Host::with(&element("speed=max", "x = [0] * 200_000\nprint('up')\nwhile True: pass"));
    host.wait_for("the code", "inside('.src')");
    host.script("window.program = one.code; return one.run()", []);
    host.wait_for("its output", "texts('[data-stream=stdout]').join('') === 'up\\n'");
    // Moving it is not removing it.
    host.script("const box = document.createElement('div'); document.body.append(box); box.append(one)", []);
    assert_eq!(host.text("return one.state"), "running");
    let memory = "const files = performance.getEntriesByType('resource').map(entry => entry.name);
                  const module = await import(files.find(name => /awaitscope-[0-9a-f]+\\.js$/.test(name)));
                  return module.memoryInUse()";
    let memory = |host: &Host| host.script(&format!("return (async () => {{ {memory} }})()"), []).as_f64().unwrap();
    let round = |host: &Host| {
        host.script(
            "one?.remove();
             const next = document.createElement('await-scope');
             next.textContent = window.program;
             next.setAttribute('speed', 'max');
             document.body.append(next);
             return next.run()",
            [],
        );
        host.wait_for("its output", "all.length === 1 && texts('[data-stream=stdout]').join('') === 'up\\n'");
    };
    round(&host);
    let before = memory(&host);
    (0..8).for_each(|_| round(&host));
    let after = memory(&host);
    assert!(after - before < 1_600_000.0, "{before} bytes in use, and {after} after eight more of 1.6 MB each");
    host.script("one.remove()", []);
    std::thread::sleep(Duration::from_millis(300));
    let gone = memory(&host);
    assert!(gone < after - 1_500_000.0, "{after} bytes in use, and {gone} without it");
    assert_eq!(host.asked_for(".wasm"), 1);
    host.assert_no_faults();
}

#[test]
fn what_a_host_does_when_it_hears_is_done() {
    let ten: String = (0..4).map(|n| element("speed=max", &format!("import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep({n})\nasyncio.run(main())"))).collect();
    let host = Host::with(&ten);
    host.wait_for("the code", "all.length === 4 && all.every(each => inside('.src', each))");
    // Each in the middle of what it was doing.
    host.script(
        "const [first, second, third, fourth] = all;
         const once = (of, word, act) => of.addEventListener('awaitscope:' + word, act, { once: true });
         window.first = first;
         once(first, 'suspend', () => first.remove());
         once(second, 'ready', () => second.remove());
         once(third, 'resume', () => { third.stop(); third.code = 'print(3)'; third.run() });
         once(fourth, 'start', () => { fourth.reset(); fourth.code = 'print(4)' });
         once(fourth, 'change', () => fourth.run());
         all.forEach(each => each.run().catch(() => {}))",
        [],
    );
    host.wait_for("what is left", "all.length === 2 && all.every(each => each.state === 'done')");
    assert_eq!(host.text("return all.flatMap(each => texts('[data-stream=stdout]', each)).join('')"), "3\n4\n");
    // What was taken away comes back as it was.
    host.script("document.body.append(window.first)", []);
    host.wait_for("the code again", "all.length === 3 && inside('.src', all[2])");
    assert_eq!(host.text("return all[2].state + all[2].code.slice(0, 14)"), "idleimport asyncio");
    host.script("all[2].code = 'print(5)'; return all[2].run()", []);
    host.wait_for("its end", "all[2].state === 'done'");
    host.assert_no_faults();
}

#[test]
fn the_host_hears_what_happens_and_says_what_to_do() {
    let host = Host::with(&element("speed=max label=naps.py", NAPS));
    host.script(
        "window.heard = [];
         for (const word of ['ready', 'change', 'start', 'suspend', 'resume', 'done', 'error'])
             document.addEventListener('awaitscope:' + word, event => heard.push([word, event.detail, event.composed, event.target.localName]))",
        [],
    );
    host.wait_for("the code", "inside('.src')");
    host.script("return one.run()", []);
    host.wait_for("the end", "one.state === 'done'");
    let words = host.text("return heard.map(each => each[0]).join(' ')");
    assert_eq!(words, "ready start suspend suspend suspend resume resume resume done");
    // Again the same, but for what comes once.
    host.script("window.first = heard.splice(0); return one.run()", []);
    host.wait_for("the end again", "heard.at(-1)?.[0] === 'done'");
    assert_eq!(
        host.text("return heard.map(each => each[0]).join(' ')"),
        "start suspend suspend suspend resume resume resume done"
    );
    let first = host.script("return heard.find(each => each[0] === 'suspend')", []);
    assert_eq!(
        first,
        json!(["suspend", { "task": "T1", "name": "Task-1", "line": 10, "on": "gather(T2, T3)", "at": first[1]["at"] }, true, "await-scope"])
    );
    let done = host.script("return heard.at(-1)[1]", []);
    assert_eq!(
        (&done["state"], &done["stdout"], &done["stderr"]),
        (&json!("done"), &json!("slept 1\nslept 2\n"), &json!(""))
    );
    assert!(done["at"].as_u64() >= Some(2_000_000_000), "{done}");

    host.script("one.seek(1500000000)", []);
    host.wait_for("the moment", "inside('[data-testid=clock]').dataset.ns === '1500000000'");
    host.script("heard.length = 0; one.code = 'import nothing_of_that_name'; return one.run()", []);
    host.wait_for("the failure", "one.state === 'failed'");
    let words = host.text("return heard.map(each => each[0]).join(' ')");
    assert_eq!(words, "change start error done");
    assert_eq!(host.script("return heard[2][1].line", []), json!(1));
    host.script("heard.length = 0; one.code = 'x = ('; return one.run()", []);
    host.wait_for("the fault", "heard.some(each => each[0] === 'error')");
    host.script("return one.run()", []);
    let words = host.text("return heard.map(each => each[0]).join(' ')");
    assert_eq!(words, "change start error done start error done");
    let error = host.script("return heard.find(each => each[0] === 'error')[1]", []);
    assert_eq!((&error["kind"], &error["line"], &error["column"]), (&json!("syntax"), &json!(1), &json!(5)));
    // A step pauses.
    host.script("one.code = 'import asyncio\\nasyncio.run(asyncio.sleep(1))'; return one.step()", []);
    host.wait_for("the pause", "one.state === 'paused'");
    host.script("one.stop()", []);
    host.wait_for("the stop", "one.state === 'stopped'");
    host.assert_no_faults();
}

#[test]
fn theme_and_language_follow_the_page() {
    let host = Host::in_language("zh-CN", &element("speed=max", "print(1)"));
    host.wait_for("the code", "inside('.src')");
    let run = |host: &Host| host.text("return inside('[data-testid=run]').textContent.trim()");
    let theme = |host: &Host| host.text("return inside('.embed').dataset.theme");
    assert_eq!((run(&host), theme(&host)), ("运行".into(), "light".into()));
    host.run_to_end();
    for (set, unset) in [
        (
            "document.body.setAttribute('data-md-color-scheme', 'slate')",
            "document.body.setAttribute('data-md-color-scheme', 'default')",
        ),
        (
            "document.body.removeAttribute('data-md-color-scheme'); document.documentElement.dataset.theme = 'dark'",
            "document.documentElement.dataset.theme = 'light'",
        ),
        (
            "delete document.documentElement.dataset.theme; document.documentElement.className = 'js navy'",
            "document.documentElement.className = 'js rust'",
        ),
        ("document.documentElement.className = ''; one.setAttribute('theme', 'dark')", "one.removeAttribute('theme')"),
        ("document.body.style.backgroundColor = '#223'", "document.body.style.backgroundColor = ''"),
    ] {
        host.script(set, []);
        host.wait_for(set, "inside('.embed').dataset.theme === 'dark'");
        host.script(unset, []);
        host.wait_for(unset, "inside('.embed').dataset.theme === 'light'");
    }
    let features = |value: &str| json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
    host.browser.devtools("Emulation.setEmulatedMedia", features("dark"));
    host.wait_for("the system's colours", "inside('.embed').dataset.theme === 'dark'");
    host.script("document.documentElement.lang = 'en'", []);
    host.wait_for("English", "inside('[data-testid=run]').textContent.trim() === 'Run'");
    assert_eq!(host.stdout(), "1\n");
    host.assert_no_faults();
}

#[test]
fn programs_come_from_files_and_from_other_blocks() {
    let body = "<pre id=block>print('from a block')</pre><await-scope for=\"@prev\" load=eager></await-scope>\
                <await-scope src=naps.py readonly load=visible view=code max-lines=5></await-scope>\
                <await-scope autorun speed=max line-numbers=off controls=none height=200 view=timeline>print('by itself')</await-scope>";
    let host = Host::with(body);
    host.wait_for("the run that starts by itself", "all[2].state === 'done'");
    host.wait_for("the others", "all.every(each => inside('[data-testid=app]', each))");
    assert_eq!(
        host.script("return all.map(each => each.code)", []),
        json!(["print('from a block')", NAPS.trim_end(), "print('by itself')"])
    );
    assert_eq!(host.text("return getComputedStyle(document.querySelector('#block')).display"), "none");
    assert_eq!(host.text("return all.map(each => each.state).join()"), "idle,idle,done");
    assert_eq!(host.script("return inside('textarea', all[1]).readOnly", []), json!(true));
    assert_eq!(
        host.script(
            "return [!!inside('.timeline', all[1]), !!inside('textarea', all[2]), !!inside('.timeline', all[2])]",
            []
        ),
        json!([false, false, true])
    );
    assert_eq!(host.script("return all[2].getBoundingClientRect().height", []), json!(200));
    assert!(host.script("return inside('.sheet', all[1]).clientHeight < 140", []) == json!(true));
    // A block that is taken away takes its element along, when the element was not the page's.
    host.script(
        "document.body.insertAdjacentHTML('beforeend', '<pre class=awaitscope><code>print(7)</code></pre>')",
        [],
    );
    host.wait_for("a new element", "all.length === 4 && all[3].code === 'print(7)'");
    host.script("document.querySelector('pre.awaitscope').remove()", []);
    host.wait_for("three elements", "all.length === 3");
    host.assert_no_faults();
}

#[test]
fn keys_stay_in_the_editor_and_tab_leaves_it() {
    let host = Host::with(&format!("{}<button id=after>after</button>", element("speed=max", "pass")));
    host.wait_for("the code", "inside('.src')");
    host.script(
        "window.eaten = []; for (const target of [document, window]) target.addEventListener('keydown', event => eaten.push(event.key));
         inside('.src').click()",
        [],
    );
    host.wait_for("the editor", "one.shadowRoot.activeElement?.localName === 'textarea'");
    host.browser.type_into("await-scope", "# /s?");
    assert!(host.text("return one.code").contains("# /s?"), "{}", host.text("return one.code"));
    assert_eq!(host.script("return eaten", []), json!([]));
    host.browser.type_into("await-scope", &format!("{}{}", e2e::webdriver::keys::ESCAPE, e2e::webdriver::keys::TAB));
    host.wait_for("the focus gone on", "one.shadowRoot.activeElement?.localName !== 'textarea'");
    host.assert_no_faults();
}

#[test]
fn run_by_the_keyboard_keeps_the_focus_and_the_readers_choices_last() {
    let host = Host::with(&element("speed=0.5 label=naps", "print(1)"));
    host.script(
        "const style = new CSSStyleSheet();
         style.replaceSync('await-scope { --awaitscope-accent: rgb(1, 2, 3) } await-scope::part(controls) { outline: 3px solid rgb(4, 5, 6) }');
         document.adoptedStyleSheets = [style]",
        [],
    );
    host.wait_for("the code", "inside('.src')");
    let painted = "const run = inside('[data-testid=run]');
                   return [getComputedStyle(run).backgroundColor, getComputedStyle(run.closest('.controls')).outlineColor]";
    assert_eq!(host.script(painted, []), json!(["rgb(1, 2, 3)", "rgb(4, 5, 6)"]));
    host.script("inside('[data-testid=run]').focus()", []);
    host.browser.type_into("await-scope", e2e::webdriver::keys::ENTER);
    host.wait_for("the end of the run", "one.state === 'done'");
    assert_eq!(host.text("return one.shadowRoot.activeElement.dataset.testid"), "run");
    assert_eq!(host.script(painted, []), json!(["rgb(1, 2, 3)", "rgb(4, 5, 6)"]));
    assert_eq!(host.text("return inside('[data-testid=speed]').value"), "0.5");
    host.script("const speed = inside('[data-testid=speed]'); speed.value = '2'; speed.dispatchEvent(new Event('change', { bubbles: true }))", []);
    host.script("document.documentElement.dataset.theme = 'dark'", []);
    host.wait_for("dark colours", "inside('.embed').dataset.theme === 'dark'");
    assert_eq!(host.text("return inside('[data-testid=speed]').value"), "2");
    host.script("one.setAttribute('speed', '5')", []);
    host.wait_for("the page's new wish", "inside('[data-testid=speed]').value === '5'");
    host.assert_no_faults();
}

#[test]
fn a_page_without_storage_has_them_all_the_same() {
    let host = Host::with("");
    host.browser.before_each_document(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
             Object.defineProperty(window, name, { get() { window.touched = name; throw new DOMException('denied', 'SecurityError') } })",
    );
    host.open("guide/");
    host.script("document.body.innerHTML = '<await-scope speed=max>print(1)</await-scope>'", []);
    host.wait_for("the code", "inside('.src')");
    host.run_to_end();
    assert_eq!(host.stdout(), "1\n");
    assert_eq!(
        host.script("return [window.touched ?? null, location.hash, document.title]", []),
        json!([null, "", "A page"])
    );
    host.assert_no_faults();
}

#[test]
fn an_application_that_cannot_be_had_leaves_the_code() {
    let host = Host::with(&element("", "print(1)"));
    host.wait_for("the code", "inside('.src')");
    host.script("window.fetch = async () => { throw new TypeError('no net') }; return one.run().catch(() => 0)", []);
    host.wait_for("the message", "inside('.lost')?.textContent.includes('no net')");
    assert_eq!(host.text("return texts('.src').join('')"), "print(1)\n");
}

/// What every site's page must do, under a strict policy, which leaves some hosts without their own scripts, and without
/// one. Gives the host with all its scripts, the first program run.
fn reads_and_runs(name: &str, files: &str, page: &str) -> Host {
    reads_and_runs_under(Some(POLICY), name, files, page);
    reads_and_runs_under(None, name, files, page)
}

fn reads_and_runs_under(policy: Option<&str>, name: &str, files: &str, page: &str) -> Host {
    let host = Host::built(name, files, policy);
    host.open(page);
    host.wait_for("the code", "all.length === 2 && all.every(each => inside('.src', each))");
    let naps = host.text("return texts('.src').join('')");
    assert!(
        naps.starts_with("import asyncio\n\n\nasync def nap(name, seconds):\n    print(f\"{name} falls asleep\")\n"),
        "{naps:?}"
    );
    assert!(naps.contains("    print(f\"{name} slept\u{a0}{seconds} s\")\n\n\nasync def main():\n"), "{naps:?}");
    assert!(naps.ends_with("\n\n\nasyncio.run(main())\n"), "{naps:?}");
    assert_eq!(host.text("return texts('.tok-await').join(' ')"), "async await async await");
    assert_eq!(host.text("return texts('.n', all[1])[0] + texts('.src', all[1])[0]"), "1async def main():\n");
    assert_eq!(host.text("return inside('.label', all[1]).textContent"), "heart.py");
    let visible = "return [...document.querySelectorAll('pre')].filter(each => each.offsetParent).length";
    assert_eq!(host.script(visible, []), json!(1), "the ordinary block, and no other");
    assert_eq!((host.asked_for(".wasm"), host.asked_for("awaitscope.js")), (0, 1));

    host.script("all[1].scrollIntoView({ block: 'center' }); return all[1].run()", []);
    host.wait_for("the heart", "all[1].state === 'done'");
    assert_eq!(host.text("return texts('[data-stream=stdout]', all[1]).join('')"), "tick\ntick\ntick\n");
    host.script("one.setAttribute('speed', 'max'); one.scrollIntoView({ block: 'center' })", []);
    host.run_to_end();
    let stdout = host.stdout();
    assert_eq!(stdout, "a falls asleep\nb falls asleep\nb slept\u{a0}1 s\na slept\u{a0}2 s\n");

    // The host's own keys: into the editor they go.
    host.script("const area = inside('textarea'); area.focus(); area.setSelectionRange(0, 0)", []);
    host.browser.type_into("await-scope", "#/s ");
    assert!(host.text("return one.code").contains("#/s "), "{:?}", host.text("return one.code"));
    assert_eq!(host.text("return document.activeElement.localName"), "await-scope");
    assert_eq!(host.asked_for(".wasm"), 1);
    assert_no_faults_of_ours(&host);
    host
}

/// The generators' own inline scripts, styles and fonts break the policy, and what needs them breaks with it. That is theirs
/// to say; what names our files is ours.
fn assert_no_faults_of_ours(host: &Host) {
    let errors = host.browser.console_errors();
    let ours: Vec<_> = errors.iter().filter(|error| error.contains("awaitscope")).collect();
    assert!(ours.is_empty(), "{ours:#?}");
    let missed: Vec<_> = host
        .server
        .missed()
        .into_iter()
        .filter(|path| path.contains("awaitscope") || path.contains("library/"))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

/// The host turns dark and light again as its own switch does it, and the element with it.
fn follows(host: &Host, dark: &str, light: &str) {
    for (turn, theme) in [(dark, "dark"), (light, "light"), (dark, "dark")] {
        host.script(turn, []);
        host.wait_for(&format!("{theme} colours"), &format!("inside('.embed').dataset.theme === '{theme}'"));
    }
}

#[test]
fn in_plain_html() {
    let host = reads_and_runs("html", "awaitscope/", "");
    follows(
        &host,
        "document.documentElement.dataset.theme = 'dark'",
        "document.documentElement.dataset.theme = 'light'",
    );
    host.assert_no_faults();
}

#[test]
fn in_sphinx() {
    let host = reads_and_runs("sphinx", "_static/awaitscope/", "");
    follows(&host, "document.body.dataset.theme = 'dark'", "document.body.dataset.theme = 'light'");
}

#[test]
fn in_mkdocs() {
    let host = reads_and_runs("mkdocs", "awaitscope/", "");
    follows(
        &host,
        "document.body.setAttribute('data-md-color-scheme', 'slate')",
        "document.body.setAttribute('data-md-color-scheme', 'default')",
    );
    // To another page and back without loading either: `navigation.instant`.
    host.open("");
    host.wait_for("the code", "all.length === 2 && all.every(each => inside('.src', each))");
    host.script("return one.run()", []);
    let loaded = host.asked_for(".wasm");
    host.script("window.same = true", []);
    let go = |title: &str| {
        host.script("document.body.style.opacity = '1'; [...document.querySelectorAll('.md-nav__link')].find(link => link.textContent.trim() === arguments[0]).click()", [json!(title)]);
    };
    go("Another page");
    host.wait_for("the other page's program", "all.length === 1 && one.code === 'print(\"another page\")'");
    host.script("return one.run()", []);
    host.wait_for("its end", "one.state === 'done'");
    assert_eq!(host.stdout(), "another page\n");
    go("Naps");
    host.wait_for("the first page again", "all.length === 2 && all.every(each => inside('.src', each))");
    assert!(
        host.script(
            "return [...document.querySelectorAll('.awaitscope')].every(block => block.offsetParent === null)",
            []
        ) == json!(true)
    );
    assert_eq!((host.asked_for(".wasm"), host.script("return window.same", [])), (loaded, json!(true)));
    assert_no_faults_of_ours(&host);
}

#[test]
fn in_mdbook() {
    let host = reads_and_runs("mdbook", "awaitscope/", "naps.html");
    let turn = |theme: &str, other: &str| {
        format!(
            "document.documentElement.classList.replace('{other}', '{theme}') || document.documentElement.classList.add('{theme}')"
        )
    };
    follows(&host, &turn("coal", "light"), &turn("light", "coal"));
}
