//! The driver with real programs: it keeps time, obeys at once and never holds the page.

use std::cell::RefCell;
use std::rc::Rc;

use awaitscope::browser::driver::{Driver, Report, RunState};
use awaitscope::browser::pace::{Clock, Speed};
use awaitscope::browser::wall;
use awaitscope::run::{Ended, Options};
use awaitscope::trace::event::{EventKind, Nanos};
use awaitscope::trace::timeline::Landmark;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

const ENDLESS: &str = "while True:\n    pass\n";

const PRINTING: &str = "while True:\n    print('x')\n";

/// Prints a at 0, b at 0.1 s and c at 0.3 s.
const TWO_SLEEPS: &str = "\
import asyncio

async def main():
    print('a')
    await asyncio.sleep(0.1)
    print('b')
    await asyncio.sleep(0.2)
    print('c')

asyncio.run(main())
";

/// A driver and what it has reported, each report with the milliseconds since the beginning.
struct Seen {
    driver: Driver,
    begun: f64,
    reports: Rc<RefCell<Vec<(f64, Report)>>>,
}

fn now() -> f64 {
    wall::now().0 as f64 / 1000.0
}

async fn pause(millis: u32) {
    TimeoutFuture::new(millis).await;
}

impl Seen {
    fn new(source: &str, speed: Speed) -> Seen {
        let begun = now();
        let reports: Rc<RefCell<Vec<(f64, Report)>>> = Rc::default();
        let sink = reports.clone();
        let report = move |report| sink.borrow_mut().push((now() - begun, report));
        let driver = Driver::new(source, Options::default(), speed, report).expect("no syntax error");
        Seen { driver, begun, reports }
    }

    fn run(source: &str, speed: Speed) -> Seen {
        let seen = Seen::new(source, speed);
        seen.driver.run();
        seen
    }

    fn elapsed(&self) -> f64 {
        now() - self.begun
    }

    fn state(&self) -> RunState {
        self.reports.borrow().last().map_or(RunState::Idle, |(_, report)| report.state)
    }

    /// Waits until the last report is in that state; tells when it was.
    async fn until(&self, state: RunState) -> f64 {
        let deadline = self.elapsed() + 10_000.0;
        while self.state() != state {
            assert!(self.elapsed() < deadline, "never {state:?}, but {:?}", self.state());
            pause(1).await;
        }
        self.reports.borrow().last().map_or(0.0, |(at, _)| *at)
    }

    fn last(&self) -> Report {
        self.reports.borrow().last().expect("a report").1.clone()
    }

    /// The text of the output so far.
    fn output(&self) -> String {
        let reports = self.reports.borrow();
        let kinds = reports.iter().flat_map(|(_, report)| &report.events).map(|event| &event.kind);
        kinds
            .filter_map(|kind| if let EventKind::Output { text, .. } = kind { Some(text.as_str()) } else { None })
            .collect()
    }

    /// When the output that contains `text` was reported, and the program time of it.
    fn output_at(&self, text: &str) -> (f64, Nanos) {
        let reports = self.reports.borrow();
        for (at, report) in reports.iter() {
            for event in &report.events {
                if matches!(&event.kind, EventKind::Output { text: output, .. } if output.contains(text)) {
                    return (*at, event.at);
                }
            }
        }
        panic!("{text:?} is not in the output");
    }

    fn assert_log_is_whole(&self) {
        let reports = self.reports.borrow();
        let seqs = reports.iter().flat_map(|(_, report)| &report.events).map(|event| event.seq);
        assert!(seqs.clone().eq(0..seqs.count() as u64), "no event is lost, doubled or out of order");
    }
}

/// The time between two turns of the page while `millis` pass: the median, because a slow turn on a busy machine says
/// nothing of the driver.
async fn wait_of_the_page(millis: f64) -> f64 {
    let begun = now();
    let (mut last, mut waits) = (begun, Vec::new());
    let page = wall::PageTurn::new().expect("MessageChannel");
    while last - begun < millis {
        page.give().await;
        waits.push(now() - last);
        last = now();
    }
    median(waits)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// How late, in milliseconds, something may be on a machine that is busy with other things.
const LATE: f64 = 1500.0;

#[wasm_bindgen_test]
async fn a_run_keeps_time_with_the_wall() {
    let seen = Seen::run(TWO_SLEEPS, Speed::NORMAL);
    let end = seen.until(RunState::Done).await;
    assert_eq!(seen.output(), "a\nb\nc\n");
    seen.assert_log_is_whole();
    for (text, at) in [("a", 0.0), ("b", 100.0), ("c", 300.0)] {
        let (wall, program) = seen.output_at(text);
        assert!((program.0 as f64 / 1e6 - at).abs() < 5.0, "{text} at {program:?} of the program");
        assert!(wall >= at - 1.0 && wall < at + LATE, "{text} after {wall} ms");
    }
    assert!((299.0..300.0 + LATE).contains(&end), "{end}");
    assert_eq!(seen.last().ended, Some(Ended::Exited(0)));
}

#[wasm_bindgen_test]
async fn the_clock_runs_between_reports_and_stops_at_the_wake_up() {
    let seen = Seen::run("import time\ntime.sleep(0.3)\n", Speed::NORMAL);
    // What happened at once may come in two reports, the second as late as a page needs that draws slowly.
    pause(200).await;
    let reports = seen.reports.borrow().len();
    let clock = seen.last().clock;
    assert!(matches!(clock, Clock::Ticks { percent: 100, .. }), "{clock:?}");
    let shown = clock.at(wall::now()).as_secs_f64();
    let elapsed = seen.elapsed() / 1000.0;
    // Compiling came before the clock began.
    assert!((elapsed - LATE / 1000.0..=elapsed + 0.001).contains(&shown), "shows {shown} after {elapsed} s");
    pause(50).await;
    assert_eq!(seen.reports.borrow().len(), reports, "nothing happens, so nothing is reported");
    let end = seen.until(RunState::Done).await;
    assert!((299.0..300.0 + LATE).contains(&end), "{end}");
    assert!((0.3..0.31).contains(&seen.last().clock.at(wall::now()).as_secs_f64()));
}

#[wasm_bindgen_test]
async fn speed_changes_while_it_runs() {
    let ten_times = Seen::run("import time\ntime.sleep(3)\n", Speed::Percent(1000));
    let end = ten_times.until(RunState::Done).await;
    assert!((295.0..300.0 + LATE).contains(&end), "{end}");

    let seen = Seen::run("import asyncio\nasyncio.run(asyncio.sleep(3600))\n", Speed::Percent(10));
    pause(50).await;
    assert_eq!(seen.state(), RunState::Running);
    seen.driver.set_speed(Speed::Max);
    let end = seen.until(RunState::Done).await;
    assert!(end < LATE, "{end}");
    assert!(seen.last().clock.at(wall::now()) >= Nanos(3_600_000_000_000));
}

#[wasm_bindgen_test]
async fn an_endless_loop_leaves_the_page_its_turns() {
    for speed in [Speed::NORMAL, Speed::Max, Speed::Percent(10)] {
        let seen = Seen::run(ENDLESS, speed);
        let wait = wait_of_the_page(300.0).await;
        assert!(wait < 20.0, "the page waits {wait} ms at {speed:?}");
        seen.driver.stop();
        seen.until(RunState::Stopped).await;
    }
}

#[wasm_bindgen_test]
async fn an_endless_run_is_stopped_at_once() {
    for (source, speed) in [(ENDLESS, Speed::NORMAL), (ENDLESS, Speed::Max), (PRINTING, Speed::Max)] {
        let mut times = Vec::new();
        for _ in 0..5 {
            let seen = Seen::run(source, speed);
            pause(60).await;
            let asked = seen.elapsed();
            seen.driver.stop();
            times.push(seen.until(RunState::Stopped).await - asked);
        }
        let time = median(times);
        assert!(time < 50.0, "stopped after {time} ms at {speed:?}");
    }
}

#[wasm_bindgen_test]
async fn endless_printing_leaves_the_page_its_turns() {
    for speed in [Speed::NORMAL, Speed::Max] {
        let seen = Seen::run(PRINTING, speed);
        let wait = wait_of_the_page(300.0).await;
        assert!(wait < 20.0, "the page waits {wait} ms at {speed:?}");
        seen.driver.stop();
        seen.until(RunState::Stopped).await;
        seen.assert_log_is_whole();
        let reports = seen.reports.borrow();
        let last = reports.last().expect("a report").0;
        assert!((reports.len() as f64) < last / 16.0 + 3.0, "at most one a frame, not {} in {last} ms", reports.len());
        assert!(reports.iter().all(|(_, report)| report.events.len() <= 4000));
        assert!(reports.iter().map(|(_, report)| report.events.len()).sum::<usize>() > 500);
    }
}

#[wasm_bindgen_test]
async fn a_pause_stops_the_clock_and_loses_nothing() {
    let source = "import time\nprint('a')\ntime.sleep(3)\nprint('b')\n";
    let seen = Seen::run(source, Speed::NORMAL);
    pause(50).await;
    seen.driver.pause();
    seen.until(RunState::Paused).await;
    let paused_at = seen.last().clock.at(wall::now());
    assert!((0.001..3.0).contains(&paused_at.as_secs_f64()), "{paused_at:?}");
    pause(150).await;
    assert_eq!(seen.output(), "a\n");
    assert_eq!(seen.last().clock, Clock::Stands(paused_at));
    let resumed = seen.elapsed();
    seen.driver.run();
    seen.driver.set_speed(Speed::Percent(1000));
    let end = seen.until(RunState::Done).await;
    assert_eq!(seen.output(), "a\nb\n");
    let left = 300.0 - paused_at.as_secs_f64() * 100.0;
    assert!((left - 5.0..left + LATE).contains(&(end - resumed)), "{} for {left} ms", end - resumed);
    seen.assert_log_is_whole();
}

#[wasm_bindgen_test]
async fn a_step_goes_to_the_next_await_and_skips_the_wait() {
    let seen = Seen::new(TWO_SLEEPS, Speed::NORMAL);
    let mut steps = Vec::new();
    for _ in 0..10 {
        if seen.state() == RunState::Done {
            break;
        }
        let before = seen.reports.borrow().len();
        seen.driver.step(Landmark::Await);
        while seen.reports.borrow().len() == before || seen.state() == RunState::Running {
            pause(1).await;
        }
        steps.push(seen.output().replace('\n', ""));
    }
    assert_eq!(steps[..3], ["a", "ab", "abc"]);
    assert_eq!(seen.until(RunState::Done).await, seen.reports.borrow().last().expect("a report").0);
    seen.assert_log_is_whole();
}

#[wasm_bindgen_test]
async fn a_run_can_go_on_from_a_step() {
    let seen = Seen::new(TWO_SLEEPS, Speed::NORMAL);
    seen.driver.step(Landmark::Await);
    seen.until(RunState::Paused).await;
    assert_eq!(seen.output(), "a\n");
    seen.driver.run();
    seen.until(RunState::Done).await;
    assert_eq!(seen.output(), "a\nb\nc\n");
}

#[wasm_bindgen_test]
async fn a_step_that_never_ends_can_be_paused() {
    let seen = Seen::new(ENDLESS, Speed::NORMAL);
    seen.driver.step(Landmark::Await);
    seen.until(RunState::Running).await;
    seen.driver.pause();
    seen.until(RunState::Paused).await;
}

#[wasm_bindgen_test]
async fn a_blocking_call_is_seen_to_block() {
    let seen = Seen::run("import time\nprint('a')\ntime.sleep(1)\nprint('b')\n", Speed::NORMAL);
    pause(100).await;
    assert_eq!(seen.output(), "a\n", "what comes after the call has not happened yet");
    let blocking = |report: &Report| report.events.iter().any(|event| matches!(event.kind, EventKind::Blocking { .. }));
    assert!(seen.reports.borrow().iter().any(|(_, report)| blocking(report)), "but the call has begun");
    seen.until(RunState::Done).await;
    let (wall, _) = seen.output_at("b");
    assert!((999.0..1000.0 + LATE).contains(&wall), "{wall}");
}

#[wasm_bindgen_test]
async fn a_driver_that_is_dropped_says_no_more() {
    let Seen { driver, reports, .. } = Seen::run(ENDLESS, Speed::NORMAL);
    pause(60).await;
    drop(driver);
    pause(20).await;
    let heard = reports.borrow().len();
    pause(100).await;
    assert_eq!(reports.borrow().len(), heard);
}

#[wasm_bindgen_test]
async fn an_uncaught_exception_fails_the_run() {
    let seen = Seen::run("print('a')\nraise ValueError('no')\n", Speed::NORMAL);
    seen.until(RunState::Failed).await;
    let ended = seen.last().ended;
    assert!(matches!(&ended, Some(Ended::Raised { exception, line: 2, .. }) if exception == "ValueError"), "{ended:?}");
}
