//! What the page says of a run: findings, the ring of a deadlock, sentences, the loop, the code's chips; and what leaves it.

use e2e::playground::Playground;
use serde_json::{Value, json};

const DEADLOCK: &str = "import asyncio

async def one(a, b):
    async with a:
        await asyncio.sleep(0.1)
        async with b:
            print('both')

async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(one(a, b), one(b, a))

asyncio.run(main())
";

const BLOCKS: &str = "import asyncio, time

async def tick():
    for n in range(3):
        await asyncio.sleep(0.1)
        print('tick', n)

async def blocks():
    await asyncio.sleep(0.05)
    time.sleep(0.5)

async def main():
    await asyncio.gather(tick(), blocks())

asyncio.run(main())
";

fn texts(page: &Playground, selector: &str) -> Vec<String> {
    let found = page
        .browser
        .run("return [...document.querySelectorAll(arguments[0])].map(e => e.innerText)", [json!(selector)]);
    found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_string).collect()
}

fn text(page: &Playground, testid: &str) -> String {
    texts(page, &format!("[data-testid='{testid}']")).join("\n")
}

fn press(page: &Playground, key: &str, shift: bool) {
    let code = match key {
        "Tab" => 9,
        "Escape" => 27,
        " " => 32,
        "ArrowLeft" => 37,
        "ArrowRight" => 39,
        _ => 0,
    };
    for kind in ["keyDown", "keyUp"] {
        let mut event =
            json!({ "type": kind, "key": key, "windowsVirtualKeyCode": code, "modifiers": if shift { 8 } else { 0 } });
        if kind == "keyDown" && key.chars().count() == 1 {
            event["text"] = json!(key);
        }
        page.browser.devtools("Input.dispatchKeyEvent", event);
    }
}

#[test]
fn a_deadlock_is_drawn_as_a_cycle_and_explained() {
    let page = Playground::open_at("lang=en");
    page.set_program(DEADLOCK);
    page.run_to_end();
    page.wait_for("the ring", || page.has("deadlock"));
    assert_eq!(page.attribute("deadlock", "data-cycle").as_deref(), Some("T2 T3"));
    assert!(text(&page, "deadlock").contains("T2 waits for T3"), "{}", text(&page, "deadlock"));
    page.wait_for("the card", || page.has("finding"));
    assert_eq!(page.attribute("finding", "data-finding").as_deref(), Some("deadlock"));
    // Before they waited for each other there was none.
    for _ in 0..3 {
        page.click("step-back");
    }
    page.wait_for("no ring", || !page.has("deadlock"));
    page.assert_no_faults();
}

#[test]
fn a_blocking_call_is_found_and_the_card_goes_there() {
    let page = Playground::open_at("lang=en");
    page.set_program(BLOCKS);
    assert_eq!(page.run_to_end(), "done");
    page.wait_for("the card", || page.has("finding"));
    assert_eq!(page.attribute("finding", "data-finding").as_deref(), Some("blocking"));
    let card = text(&page, "finding");
    assert!(card.contains("time.sleep") && card.contains("line 10") && card.contains("T2 up to 450 ms late"), "{card}");
    page.click("finding-go");
    page.wait_for("the moment", || page.clock() / 1_000_000 == 50);
    let pointed = page.browser.run("return document.querySelector('.ln[data-pointed]')?.dataset.line ?? ''", []);
    assert_eq!(pointed, json!("10"));
    page.click("language");
    page.wait_for("Chinese", || text(&page, "finding").contains("阻塞调用"));
    page.assert_no_faults();
}

#[test]
fn every_event_has_its_sentence_in_both_languages() {
    let page = Playground::open_at("lesson=concurrent_tasks&lang=en");
    page.run_to_end();
    page.click("step-back");
    page.wait_for("a sentence", || {
        text(&page, "narration").contains("T1 is done") || text(&page, "narration").contains("suspends")
    });
    page.browser.run("document.activeElement.blur()", []);
    let mut seen = Vec::new();
    for _ in 0..12 {
        let before = text(&page, "narration");
        press(&page, "ArrowLeft", true);
        page.wait_for("the sentence of the event before", || text(&page, "narration") != before);
        seen.push(texts(&page, ".sentence.newest").join(""));
    }
    assert!(seen.iter().all(|sentence| !sentence.trim().is_empty()), "{seen:#?}");
    page.click("language");
    page.wait_for("Chinese", || text(&page, "narration").chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)));
    page.assert_no_faults();
}

#[test]
fn the_loop_shows_its_turn_and_whom_the_browser_calls_back() {
    let page = Playground::open_at("lesson=concurrent_tasks&lang=en");
    page.set_speed("0.1");
    page.click("run");
    page.wait_for("the loop to sleep", || text(&page, "loop-timers").contains("T4"));
    page.click("pause");
    page.wait_for_state(&["paused"]);
    assert!(text(&page, "loop-browser").contains("setTimeout"), "{}", text(&page, "loop-browser"));
    let phase =
        page.browser.run("return document.querySelector('[data-testid=loop-phases] [aria-current]').innerText", []);
    assert_eq!(phase, json!("wait"));
    page.set_speed("max");
    page.click("run");
    page.wait_for_state(&["done"]);
    page.assert_no_faults();
}

#[test]
fn a_chip_says_why_its_task_waits_and_lights_up_its_lane() {
    let page = Playground::open_at("lang=en");
    page.set_program("import asyncio\n\nasync def inner():\n    await asyncio.sleep(1)\n\nasync def main():\n    await inner()\n\nasyncio.run(main())\n");
    page.set_speed("max");
    page.click("step");
    page.wait_for("a chip", || page.has("chip"));
    page.browser.run("document.querySelector('[data-testid=editor]').focus()", []);
    // The editor lets go of Tab.
    press(&page, "Escape", false);
    press(&page, "Tab", true);
    let seen = page.browser.run(
        "const chip = document.activeElement;
         return { chip: chip.dataset.testid, tip: getComputedStyle(chip.nextElementSibling).display, text: chip.nextElementSibling.textContent,
                  lane: !!document.querySelector('.lane[data-task=T1][data-lit]'),
                  lines: [...document.querySelectorAll('.ln[data-lit]')].map(line => line.dataset.line) }",
        [],
    );
    assert_eq!(seen["chip"], "chip");
    assert_eq!(seen["tip"], "block");
    assert!(seen["text"].as_str().is_some_and(|text| text.contains("main:7") && text.contains("inner:4")), "{seen}");
    assert_eq!((&seen["lane"], &seen["lines"]), (&json!(true), &json!(["4", "7"])));
}

#[test]
fn every_control_is_reached_and_shown_by_the_keyboard() {
    let page = Playground::open_at("lesson=concurrent_tasks&lang=en");
    page.run_to_end();
    page.browser.run("window.scrollTo(0, 0); document.activeElement.blur()", []);
    let wanted = page.browser.run(
        "return [...document.querySelectorAll('button, a[href], select, textarea, [tabindex=\"0\"]')]
             .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility() && !e.closest('dialog'))
             .map((e, index) => (e.dataset.stop = index, index)).length",
        [],
    );
    let wanted = wanted.as_u64().expect("a number");
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..wanted + 20 {
        press(&page, "Tab", false);
        let stop = page.browser.run(
            "const e = document.activeElement; const style = getComputedStyle(e);
             const shown = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || e.matches('textarea');
             return { stop: e.dataset?.stop ?? '', shown, what: e.outerHTML.slice(0, 120) }",
            [],
        );
        if let Some(number) = stop["stop"].as_str().and_then(|stop| stop.parse::<u64>().ok()) {
            assert_eq!(stop["shown"], true, "no visible focus: {}", stop["what"]);
            reached.insert(number);
        }
    }
    let missed: Vec<u64> = (0..wanted).filter(|number| !reached.contains(number)).collect();
    let missed = missed.iter().map(|number| {
        page.browser.run(
            "return document.querySelector(`[data-stop='${arguments[0]}']`)?.outerHTML.slice(0, 160)",
            [json!(number)],
        )
    });
    assert_eq!(missed.collect::<Vec<_>>(), Vec::<Value>::new());
}

#[test]
fn shortcuts_run_step_and_list_themselves() {
    let page = Playground::open_at("lesson=concurrent_tasks&lang=en");
    page.set_speed("max");
    page.browser.run("document.activeElement.blur()", []);
    press(&page, " ", false);
    page.wait_for_state(&["done"]);
    let end = page.clock();
    press(&page, "ArrowLeft", false);
    page.wait_for("a step back", || page.clock() < end || page.attribute("step", "disabled").is_none());
    press(&page, "?", false);
    let is_open =
        || page.browser.run("return document.querySelector('[data-testid=shortcuts]').open", []) == json!(true);
    page.wait_for("the sheet", is_open);
    press(&page, "Escape", false);
    page.wait_for("no sheet", || !is_open());
    page.assert_no_faults();
}

#[test]
fn what_is_exported_holds_the_run() {
    let page = Playground::prepare();
    page.browser.before_each_document(
        "window.files = {};
         const create = URL.createObjectURL;
         URL.createObjectURL = blob => (window.newest = blob, create.call(URL, blob));
         HTMLAnchorElement.prototype.click = function () { window.files[this.download] = window.newest; };",
    );
    page.go_to("lesson=concurrent_tasks&lang=en");
    page.run_to_end();
    let file = |name: &str| {
        page.click("export");
        page.click(&format!("export-{name}"));
        page.wait_for(name, || page.browser.run("return arguments[0] in window.files", [json!(name)]) == json!(true));
        let text = page.browser.run("return window.files[arguments[0]].text()", [json!(name)]);
        text.as_str().unwrap_or_default().to_string()
    };
    let svg = file("timeline.svg");
    let wrong = page.browser.run(
        "return new DOMParser().parseFromString(arguments[0], 'image/svg+xml').querySelector('parsererror')?.textContent ?? ''",
        [json!(svg)],
    );
    assert_eq!(wrong, json!(""));
    assert!(svg.contains("sleep 2 s") && svg.contains("T4 task"), "{svg}");
    let trace = file("trace.jsonl");
    let kinds: Vec<Value> = trace.lines().map(|line| serde_json::from_str(line).expect("a line is an event")).collect();
    assert_eq!(kinds.iter().filter(|event| event["kind"] == "task_created").count(), 4);
    let perfetto: Value = serde_json::from_str(&file("trace.perfetto.json")).expect("it is JSON");
    let events = perfetto["traceEvents"].as_array().expect("a list");
    assert_eq!(events.iter().filter(|event| event["name"] == "thread_name").count(), 5);
    assert!(events.iter().any(|event| event["ph"] == "s") && events.iter().any(|event| event["ph"] == "f"));
    assert_eq!(file("output.txt"), page.stdout());
    assert_eq!(file("tasks.txt"), "");
    file("timeline.png");
    let head = page
        .browser
        .run("return window.files['timeline.png'].arrayBuffer().then(b => [...new Uint8Array(b.slice(0, 4))])", []);
    assert_eq!(head, json!([0x89, 0x50, 0x4e, 0x47]));
    page.assert_no_faults();
}

#[test]
fn the_timeline_is_a_table_too() {
    let page = Playground::open_at("lesson=concurrent_tasks&lang=en");
    page.run_to_end();
    page.browser.click("[data-testid=timeline-table] button");
    page.wait_for("rows", || !texts(&page, "[data-testid=timeline-table] tbody tr").is_empty());
    let rows = texts(&page, "[data-testid=timeline-table] tbody tr");
    assert!(
        rows.iter().any(|row| row.starts_with("T2") && row.contains("suspended") && row.contains("sleeps 2 s")),
        "{rows:#?}"
    );
}

#[test]
fn a_step_by_line_shows_the_values_of_local_names() {
    let page = Playground::open_at("lang=en");
    page.set_program("def f(n, word):\n    total = n * 2\n    return total\n\nprint(f(21, '<b>'))\n");
    page.browser.run(
        "const by = document.querySelector('[data-testid=step-by]'); by.value = 'line'; by.dispatchEvent(new Event('change', { bubbles: true }))",
        [],
    );
    let mut seen = Vec::new();
    for _ in 0..8 {
        page.click("step");
        page.wait_for("the step", || page.state() != "running");
        seen.extend(texts(&page, "[data-testid=values]"));
    }
    assert!(seen.iter().any(|values| values.contains("n = 21") && values.contains("word = '<b>'")), "{seen:#?}");
    assert!(seen.iter().any(|values| values.contains("total = 42")), "{seen:#?}");
}

#[test]
fn a_step_to_an_await_shows_the_values_of_the_frame_that_waits() {
    let page = Playground::open_at("lang=en");
    page.set_program(
        "import asyncio\n\nasync def f(n):\n    word = '<b>'\n    await asyncio.sleep(n)\n\nasyncio.run(f(0.5))\n",
    );
    page.click("step");
    page.wait_for("the values", || !texts(&page, "[data-testid=values]").is_empty());
    assert_eq!(texts(&page, "[data-testid=values]"), ["n = 0.5   word = '<b>'"]);
    page.click("step-back");
    page.wait_for("the moment before", || texts(&page, "[data-testid=values]").is_empty());
}

#[test]
fn what_is_cut_short_is_said_in_a_bubble_to_mouse_and_keyboard() {
    let page = Playground::open_at("lang=en&lesson=concurrent_tasks");
    page.run_to_end();
    let shown = || texts(&page, ".bubble[data-shown]");
    let over = "document.querySelector('[data-testid=lane] [data-state=suspended]').dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))";
    page.browser.run(over, []);
    page.wait_for("the tip of a slice", || {
        shown().iter().any(|tip| tip.contains("gather(T2, T3, T4)") && tip.contains("3 s"))
    });
    page.browser.run("document.querySelector('[data-testid=zoom-in]').focus({ focusVisible: true })", []);
    page.wait_for("the tip of a button", || shown().iter().any(|tip| tip.contains('W')));
    let described = page.attribute("zoom-in", "aria-describedby").expect("the button has a description");
    assert_eq!(
        page.browser.run(
            "return document.activeElement.getRootNode().getElementById(arguments[0]).className",
            [serde_json::json!(described)]
        ),
        "bubble"
    );
    press(&page, "Escape", false);
    page.wait_for("no tip", || shown().is_empty());
}
