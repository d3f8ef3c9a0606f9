//! The timeline: the three states, why a task waits and who wakes it, and going back through what has happened.

use e2e::playground::{Lane, Playground, Slice, by};
use serde_json::{Value, json};

/// T2 is woken by T1 while T1 goes on running; T3 waits for a lock that T2 holds.
const THREE_STATES: &str = "\
import asyncio


async def waiter(event, lock):
    async with lock:
        await event.wait()
        await asyncio.sleep(0.1)


async def second(lock):
    async with lock:
        print('second')


async def main():
    event, lock = asyncio.Event(), asyncio.Lock()
    jobs = [asyncio.create_task(waiter(event, lock)), asyncio.create_task(second(lock))]
    await asyncio.sleep(0.2)
    event.set()
    sum(range(200000))
    print('set')
    for job in jobs:
        await job


asyncio.run(main())
";

const BLOCKING: &str = "\
import asyncio
import time


async def blocks():
    await asyncio.sleep(0.1)
    time.sleep(0.5)


async def main():
    job = asyncio.create_task(blocks())
    await asyncio.sleep(0.3)
    await job


asyncio.run(main())
";

fn slices<'a>(lanes: &'a [Lane], task: &str) -> &'a [Slice] {
    &lanes.iter().find(|lane| lane.task == task).unwrap_or_else(|| panic!("no lane of {task}")).slices
}

/// Attributes of the suspended slices of a task.
fn suspended(page: &Playground, task: &str) -> Vec<(String, String)> {
    let found = page.browser.run(
        "return [...document.querySelectorAll(`[data-testid=lane][data-task=${arguments[0]}] [data-state=suspended]`)]
             .map(slice => [slice.dataset.on, slice.dataset.wokenBy])",
        [json!(task)],
    );
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    found.as_array().into_iter().flatten().map(|pair| (text(&pair[0]), text(&pair[1]))).collect()
}

/// What every part of the page shows at the moment that is looked at.
fn shown(page: &Playground) -> Value {
    page.browser.run(
        "const text = testid => document.querySelector(`[data-testid=${testid}]`).innerText;
         return { lanes: [...document.querySelectorAll('[data-testid=lane], [data-testid=loop-lane]')]
                      .map(lane => [lane.dataset.task, lane.dataset.now]),
                  chips: [...document.querySelectorAll('.chip')].map(chip => [chip.innerText, chip.dataset.state]),
                  loop: text('loop'), tree: text('task-tree'), console: text('console'),
                  clock: document.querySelector('[data-testid=clock]').dataset.ns }",
        [],
    )
}

#[test]
fn a_task_that_is_woken_while_another_runs_is_ready_and_not_running() {
    let page = Playground::open();
    page.set_program(THREE_STATES);
    assert_eq!(page.run_to_end(), "done");
    let lanes = page.lanes();
    let (main, waiter) = (slices(&lanes, "T1"), slices(&lanes, "T2"));
    let ready = waiter.iter().find(|slice| slice.state == "ready" && slice.start > 100_000_000).expect("T2 is ready");
    let running = main.iter().find(|slice| {
        slice.state == "running" && slice.start < ready.start && slice.end.is_some_and(|end| end > ready.start)
    });
    let running = running.expect("T1 runs while T2 becomes ready");
    assert!(ready.end >= running.end, "T2 waits for its turn until T1 suspends");
    for pair in waiter.windows(2) {
        assert_eq!(pair[0].end, Some(pair[1].start), "a lane has no gaps");
    }
    let states: Vec<&str> = waiter.iter().map(|slice| slice.state.as_str()).collect();
    assert_eq!(states[..5], ["ready", "running", "suspended", "ready", "running"]);
    page.assert_no_faults();
}

#[test]
fn every_suspended_slice_says_why_and_who_ended_it() {
    let page = Playground::open();
    page.set_program(THREE_STATES);
    page.run_to_end();
    let pair = |on: &str, by: &str| (on.to_owned(), by.to_owned());
    assert_eq!(suspended(&page, "T1"), [pair("sleep 200 ms", "timer"), pair("await T2", "T2")]);
    assert_eq!(suspended(&page, "T2"), [pair("Event 2", "T1"), pair("sleep 100 ms", "timer")]);
    let second = suspended(&page, "T3");
    assert_eq!((second.len(), second[0].1.as_str()), (1, "T2"), "{second:?}");
    assert!(second[0].0.starts_with("Lock") && second[0].0.contains("T2"), "{second:?}");
    // The keyboard gets there, and the words say it.
    let focus = "document.querySelector('[data-testid=timeline]').focus()";
    page.browser.run(focus, []);
    for _ in 0..3 {
        page.browser.type_into(&by("timeline"), "\u{E014}");
    }
    page.wait_for("the details", || page.has("details"));
    let details = page.browser.run("return document.querySelector('[data-testid=details]').innerText", []);
    assert!(details.as_str().is_some_and(|text| text.contains("sleep 200 ms") && text.contains("timer")), "{details}");
}

#[test]
fn back_to_the_beginning_and_forward_again_shows_the_same() {
    let page = Playground::open();
    page.set_program(THREE_STATES);
    page.run_to_end();
    page.browser.run(
        "const by = document.querySelector('[data-testid=step-by]');
         by.value = 'event';
         by.dispatchEvent(new Event('change', { bubbles: true }))",
        [],
    );
    let can = |testid: &str| page.attribute(testid, "disabled").is_none();
    let mut back = Vec::new();
    while can("step-back") {
        back.push(shown(&page));
        page.click("step-back");
    }
    assert!(back.len() > 60, "{} events", back.len());
    assert!(!shown(&page)["console"].as_str().map(str::trim).unwrap_or_default().contains("set"));
    while let Some(before) = back.pop() {
        page.click("step");
        assert_eq!(shown(&page), before, "{} steps before the end", back.len());
    }
    page.assert_no_faults();
}

#[test]
fn a_moment_that_is_looked_at_shows_the_console_as_it_was() {
    let page = Playground::open();
    page.open_lesson("concurrent_tasks");
    page.run_to_end();
    let all = page.stdout();
    // Half of three seconds.
    page.click("ruler");
    page.wait_for("the middle", || page.clock().abs_diff(1_500_000_000) < 50_000_000);
    let then = page.stdout();
    assert!(all.starts_with(&then) && then.len() < all.len(), "{then}");
    assert!(then.contains("Task Task 2 finished") && !then.contains("Task Task 1 finished"), "{then}");
    page.click("follow");
    page.wait_for("everything again", || page.stdout() == all);
}

#[test]
fn a_call_that_blocks_is_a_band_that_says_where_and_how_late_it_made_others() {
    let page = Playground::open();
    page.set_program(BLOCKING);
    page.run_to_end();
    assert_eq!(page.attribute("band", "data-line").as_deref(), Some("7"));
    let late: u64 = page.attribute("band", "data-late").and_then(|late| late.parse().ok()).expect("a timer was late");
    assert!((299_000_000..=301_000_000).contains(&late), "{late}");
    let words = page.browser.run("return document.querySelector('[data-testid=band]').innerText", []);
    assert!(words.as_str().is_some_and(|words| words.contains("time.sleep") && words.contains("T1")), "{words}");
    let lanes = page.lanes();
    assert!(slices(&lanes, "T2").iter().any(|slice| slice.state == "blocking"));
}

#[test]
fn what_is_seen_live_is_what_is_seen_afterwards() {
    let markup = |page: &Playground| {
        // In what order attributes came is nobody's business, nor which of them the clock once moved.
        let markup = page.browser.run(
            "const told = node => {
                 if (node.nodeType !== 1) return node.textContent;
                 const attributes = [...node.attributes].filter(a => a.name !== 'style').map(a => `${a.name}=${a.value}`).sort();
                 const rounded = length => length && parseFloat(length).toFixed(3);
                 const place = ['left', 'width'].map(name => rounded(node.style.getPropertyValue(name)));
                 return [node.tagName, ...attributes, ...place, ...[...node.childNodes].map(told)].join('\\n');
             };
             return ['timeline', 'loop', 'task-tree', 'console']
                 .map(testid => told(document.querySelector(`[data-testid=${testid}]`))).join('')",
            [],
        );
        markup.as_str().expect("a text").to_owned()
    };
    let page = Playground::open_at("seed=1");
    page.set_program(THREE_STATES);
    page.set_speed("0.5");
    page.click("run");
    page.wait_for_state(&["done"]);
    let live = markup(&page);
    // There and back.
    page.click("step-back");
    page.click("step-back");
    page.click("follow");
    assert_eq!(markup(&page), live);
    // Opened when it was over. How fast it ran may show in its clock by some instructions.
    page.run_to_end();
    let without_numbers = |text: &str| {
        let digits = |c: char| c.is_ascii_digit() || c == '.';
        text.split(digits).filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join("#")
    };
    let (after, live) = (without_numbers(&markup(&page)), without_numbers(&live));
    let differing = after.lines().zip(live.lines()).find(|(after, live)| after != live);
    assert_eq!(differing, None);
    assert_eq!(after.len(), live.len());
}

#[test]
fn the_axis_of_turns_has_the_same_slices_elsewhere() {
    let page = Playground::open();
    page.set_program(THREE_STATES);
    page.run_to_end();
    let lanes = page.lanes();
    page.click("axis-turns");
    page.wait_for("the axis of turns", || page.attribute("timeline", "data-axis").as_deref() == Some("turns"));
    assert_eq!(page.lanes(), lanes);
    // A step that takes microseconds can be seen there.
    std::thread::sleep(std::time::Duration::from_millis(700));
    let width = page.browser.run(
        "return Math.min(...[...document.querySelectorAll('[data-testid=lane] [data-state=running]')].map(s => s.getBoundingClientRect().width))",
        [],
    );
    assert!(width.as_f64().is_some_and(|width| width > 4.0), "{width}");
    page.assert_no_faults();
}

#[test]
fn zooming_shows_a_part_and_fit_the_whole() {
    let page = Playground::open();
    page.open_lesson("concurrent_tasks");
    page.run_to_end();
    let width = || {
        page.browser
            .run("return document.querySelector('[data-testid=lane] [data-state=suspended]').getBoundingClientRect().width", [])
            .as_f64()
            .unwrap_or_default()
    };
    // The axis may still be easing to its length.
    std::thread::sleep(std::time::Duration::from_millis(500));
    let before = width();
    page.click("zoom-in");
    page.wait_for("more of it", || width() > before * 1.02 || page.attribute("zoom-fit", "disabled").is_none());
    page.browser.type_into(&by("timeline"), "w");
    page.browser.type_into(&by("timeline"), "d");
    page.click("zoom-fit");
    page.wait_for("the whole", || (width() - before).abs() < 1.0);
    page.assert_no_faults();
}

#[test]
fn a_lock_has_a_lane_on_demand() {
    let page = Playground::open();
    page.set_program(THREE_STATES);
    page.run_to_end();
    assert!(!page.has("object-lane"));
    page.click("objects");
    page.wait_for("the lanes", || page.has("object-lane"));
    let held = page.browser.run(
        "return [...document.querySelectorAll('[data-what=Lock] [data-testid=object-state]')]
             .map(state => [state.dataset.holders, state.dataset.waiters])",
        [],
    );
    let held = held.to_string();
    assert!(held.contains(r#"["T2","T3"]"#), "{held}");
}
