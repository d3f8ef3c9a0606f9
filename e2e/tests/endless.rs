//! A program that never ends holds neither the page nor its reader. Times are taken inside the page, one test at a time,
//! so that they are the page's and not the machine's.

use std::sync::{Mutex, MutexGuard, PoisonError};

use e2e::playground::{Playground, by};
use e2e::webdriver::keys;
use serde_json::json;

/// In milliseconds: what a person takes for "at once".
const AT_ONCE: f64 = 100.0;

static ALONE: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The middle one; a single slow frame of a busy machine does not count.
fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

#[test]
fn stop_ends_an_endless_loop_at_once() {
    let _alone = alone();
    for (program, speed) in [
        ("while True:\n    pass\n", "1"),
        ("while True:\n    pass\n", "max"),
        (
            "import asyncio\n\n\nasync def main():\n    while True:\n        await asyncio.sleep(0)\n\n\nasyncio.run(main())\n",
            "max",
        ),
        ("while True:\n    print('again and again')\n", "max"),
    ] {
        let page = Playground::open();
        page.set_program(program);
        page.set_speed(speed);
        let mut times = Vec::new();
        for _ in 0..5 {
            page.click("run");
            page.wait_for_state(&["running"]);
            std::thread::sleep(std::time::Duration::from_millis(400));
            assert_eq!(page.state(), "running");
            times.push(milliseconds_to_stop(&page));
        }
        assert!(median(times.clone()) <= AT_ONCE, "ms from the click to the end of {program:?} at {speed}: {times:?}");
        assert_eq!(page.program(), program);
        page.assert_no_faults();
    }
}

/// From the click on Stop to the page saying that the run has stopped.
fn milliseconds_to_stop(page: &Playground) -> f64 {
    let time = page.browser.run(
        "return new Promise((resolve, reject) => {
             const app = document.querySelector('[data-testid=app]');
             const start = performance.now();
             const stopped = () => app.dataset.runState === 'stopped' && resolve(performance.now() - start);
             new MutationObserver(stopped).observe(app, { attributes: true });
             document.querySelector('[data-testid=stop]').click();
             stopped();
             setTimeout(() => reject(new Error('not stopped after 5 s')), 5000);
         })",
        [],
    );
    time.as_f64().expect("a number of milliseconds")
}

#[test]
fn editing_goes_on_while_an_endless_loop_runs() {
    let _alone = alone();
    let page = Playground::open();
    page.set_program("while True:\n    pass\n");
    page.set_speed("max");
    page.click("run");
    page.wait_for_state(&["running"]);

    let frames = page.browser.run(
        "return new Promise(resolve => {
             const gaps = [];
             let last = performance.now();
             const frame = () => {
                 const now = performance.now();
                 gaps.push(now - last);
                 last = now;
                 gaps.length < 40 ? requestAnimationFrame(frame) : resolve(gaps);
             };
             requestAnimationFrame(frame);
         })",
        [],
    );
    let gaps: Vec<f64> = frames.as_array().into_iter().flatten().filter_map(|gap| gap.as_f64()).collect();
    assert!(median(gaps.clone()) <= 50.0, "ms between frames: {gaps:?}");

    // From a key's event to the next frame, which shows it.
    let times = page.browser.run(
        "const editor = document.querySelector('[data-testid=editor]');
         return (async () => {
             const times = [];
             for (let i = 0; i < 20; i++) {
                 const start = performance.now();
                 await new Promise(resolve => setTimeout(resolve));
                 editor.setRangeText('#', editor.value.length, editor.value.length, 'end');
                 editor.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: '#' }));
                 await new Promise(requestAnimationFrame);
                 times.push(performance.now() - start);
             }
             return times;
         })()",
        [],
    );
    let times: Vec<f64> = times.as_array().into_iter().flatten().filter_map(|time| time.as_f64()).collect();
    assert!(median(times.clone()) <= AT_ONCE, "ms from a key to its frame: {times:?}");

    page.browser.type_into(&by("editor"), &format!("{}real keys", keys::END));
    let expected = format!("while True:\n    pass\n{}real keys", "#".repeat(20));
    assert_eq!(page.program(), expected);
    assert_eq!(page.state(), "running");
    page.click("stop");
    page.wait_for_state(&["stopped"]);
    assert_eq!(page.program(), expected);
}

#[test]
fn a_clock_that_runs_ahead_shows_a_loop_that_computes() {
    let _alone = alone();
    let page = Playground::open();
    page.set_program("while True:\n    pass\n");
    page.set_speed("1");
    page.click("run");
    page.wait_for("some program time", || page.clock() > 0);
    let first = page.clock();
    page.wait_for("more program time", || page.clock() > first);
    page.click("pause");
    page.wait_for_state(&["paused"]);
    page.click("stop");
    page.wait_for_state(&["stopped"]);
    assert_eq!(page.browser.run("return 1 + 1", []), json!(2));
}
