//! Measures how the timeline scrolls, zooms and pans over a long record, and prints the frame times that it saw: a table
//! for `benches/README.md`.
//!
//! `cargo xtask build`, then `cargo run --package e2e --bin scale [TASKS [EVENTS]]`: so many tasks, 10,000 if nothing is
//! said, and at least so many events, 1,000,000. The page runs the program first, which takes a while.

use std::time::{Duration, Instant};

use e2e::playground::Playground;
use serde_json::{Value, json};

/// Tasks that sleep and are woken, over and over, until there are as many events.
fn program(tasks: u64, events: u64) -> String {
    // A round of a task is some nine events.
    let rounds = events / tasks / 9 + 1;
    format!(
        "\
import asyncio


async def work(n):
    for _ in range({rounds}):
        await asyncio.sleep(0.01 * (n % 7 + 1))


async def main():
    await asyncio.gather(*(work(n) for n in range({tasks})))


asyncio.run(main())
"
    )
}

/// Does `arguments[0]` once a frame for two seconds, and gives the times between the frames.
const MEASURE: &str = "
    const lanes = document.querySelector('[data-testid=timeline]'), ruler = document.querySelector('[data-testid=ruler]');
    const place = ruler.getBoundingClientRect();
    const wheel = (on, deltas) => on.dispatchEvent(new WheelEvent('wheel', {
        bubbles: true, cancelable: true, clientX: place.left + place.width * 0.4, clientY: place.top + 40, ...deltas }));
    const key = name => lanes.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
    const acts = {
        'scroll': frame => { lanes.scrollTop = (frame * 23) % Math.max(1, lanes.scrollHeight - lanes.clientHeight); },
        'zoom in and out': frame => wheel(ruler, { deltaY: frame % 120 < 60 ? -60 : 60 }),
        'pan': frame => wheel(lanes, { deltaX: frame % 120 < 60 ? 14 : -14, shiftKey: true }),
        'scrub': frame => {
            const options = { bubbles: true, button: 0, buttons: 1, pointerId: 1, clientX: place.left + place.width * ((frame % 100) / 100) };
            ruler.dispatchEvent(new PointerEvent(frame ? 'pointermove' : 'pointerdown', options));
        },
        'nothing': () => {},
    };
    if (arguments[0] === 'pan') for (let i = 0; i < 12; i++) wheel(ruler, { deltaY: -120 });
    await new Promise(resolve => setTimeout(resolve, 800));
    const frames = [], act = acts[arguments[0]];
    await new Promise(resolve => {
        let last = performance.now(), frame = 0;
        const end = last + 2000;
        const next = now => {
            frames.push(now - last);
            last = now;
            if (performance.now() > end) return resolve();
            act(frame++);
            requestAnimationFrame(next);
        };
        requestAnimationFrame(now => { last = now; act(frame++); requestAnimationFrame(next); });
    });
    key('0');
    return { frames, elements: lanes.querySelectorAll('*').length,
             lanes: lanes.querySelectorAll('.lane').length, slices: lanes.querySelectorAll('.slice').length };
";

fn main() {
    let mut numbers = std::env::args().skip(1).map(|arg| arg.parse().expect("a number"));
    let (tasks, events) = (numbers.next().unwrap_or(10_000), numbers.next().unwrap_or(1_000_000));
    let page = Playground::open();
    page.browser.resize(1440, 900);
    page.set_program(&program(tasks, events));
    page.set_speed("max");
    let begun = Instant::now();
    page.click("run");
    let is_over = || matches!(page.state().as_str(), "done" | "failed" | "paused");
    while !is_over() {
        assert!(begun.elapsed() < Duration::from_secs(1200), "the run takes too long");
        std::thread::sleep(Duration::from_millis(200));
    }
    println!("{tasks} tasks, about {events} events: {} after {:.0?}\n", page.state(), begun.elapsed());
    std::thread::sleep(Duration::from_secs(1));
    println!("| gesture | frames/s | frame p50 | p95 | longest | lanes | bars | elements |");
    println!("|---|---|---|---|---|---|---|---|");
    for gesture in ["nothing", "scroll", "zoom in and out", "pan", "scrub"] {
        let measured = page.browser.run(&format!("return (async () => {{ {MEASURE} }})()"), [json!(gesture)]);
        let mut frames: Vec<f64> =
            measured["frames"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        frames.sort_by(f64::total_cmp);
        let quantile = |share: f64| {
            frames.get((frames.len().saturating_sub(1) as f64 * share) as usize).copied().unwrap_or_default()
        };
        let all: f64 = frames.iter().sum();
        println!(
            "| {gesture} | {:.0} | {:.1} ms | {:.1} ms | {:.1} ms | {} | {} | {} |",
            frames.len() as f64 * 1000.0 / all.max(1.0),
            quantile(0.5),
            quantile(0.95),
            quantile(1.0),
            measured["lanes"],
            measured["slices"],
            measured["elements"],
        );
    }
}
