//! Measures how a run leaves the page its turns, and prints it: a table for `benches/README.md`. Times are taken inside
//! the page.
//!
//! `cargo xtask build`, then `cargo run --package e2e --bin pace [WORD]`: the programs whose name contains the word.

use std::time::Duration;

use e2e::playground::Playground;
use serde_json::{Value, json};

const PROGRAMS: &[(&str, &str, &str)] = &[
    ("nothing runs", "", "1"),
    ("`while True: pass`", "while True:\n    pass\n", "1"),
    ("`while True: pass`", "while True:\n    pass\n", "max"),
    ("`while True: print('x')`", "while True:\n    print('x')\n", "1"),
    ("`while True: print('x')`", "while True:\n    print('x')\n", "max"),
    ("`while True: await sleep(0)`", SLEEPING, "max"),
    ("50 tasks that sleep and print", FIFTY, "1"),
    ("50 tasks that sleep and print", FIFTY, "max"),
];

const SLEEPING: &str = "\
import asyncio


async def main():
    while True:
        await asyncio.sleep(0)


asyncio.run(main())
";

const FIFTY: &str = "\
import asyncio


async def work(n):
    while True:
        await asyncio.sleep(0.01 * (n % 7 + 1))
        print(n)


async def main():
    await asyncio.gather(*(work(n) for n in range(50)))


asyncio.run(main())
";

/// The page's frames for `arguments[0]` ms, its turns for as long, one after the other since asking for turns takes time from
/// the frames, then the time from the click on Stop to the state `stopped`.
const MEASURE: &str = "
    const app = document.querySelector('[data-testid=app]');
    const turns = [], frames = [];
    const channel = new MessageChannel();
    await new Promise(resolve => {
        const end = performance.now() + arguments[0];
        let last = performance.now();
        const frame = () => {
            const now = performance.now();
            frames.push(now - last);
            last = now;
            if (now < end) requestAnimationFrame(frame); else resolve();
        };
        requestAnimationFrame(frame);
    });
    await new Promise(resolve => {
        const end = performance.now() + arguments[0];
        let last = performance.now();
        channel.port2.onmessage = () => {
            const now = performance.now();
            turns.push(now - last);
            last = now;
            if (now < end) channel.port1.postMessage(0); else resolve();
        };
        channel.port1.postMessage(0);
    });
    const stop = [...document.querySelectorAll('[data-testid=stop]')][0];
    const began = performance.now();
    if (app.dataset.runState === 'running') {
        stop.click();
        while (app.dataset.runState !== 'stopped') {
            await new Promise(resolve => { channel.port2.onmessage = resolve; channel.port1.postMessage(0); });
        }
    }
    return { turns, frames, stop: performance.now() - began, clock: document.querySelector('[data-testid=clock]').dataset.ns };
";

fn main() {
    println!("| program | speed | turn p50 | p99 | longest | frames/s | frame p99 | stop, median of 5 |");
    println!("|---|---|---|---|---|---|---|---|");
    let word = std::env::args().nth(1).unwrap_or_default();
    for (name, program, speed) in PROGRAMS.iter().filter(|(name, ..)| name.contains(&word)) {
        let page = Playground::open();
        page.browser.resize(1440, 900);
        let (mut turns, mut frames, mut stops) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..5 {
            if !program.is_empty() {
                page.set_program(program);
                page.set_speed(speed);
                page.click("run");
                page.wait_for_state(&["running"]);
                std::thread::sleep(Duration::from_millis(300));
            }
            let measured = page.browser.run(&format!("return (async () => {{ {MEASURE} }})()"), [json!(1000)]);
            turns.extend(numbers(&measured["turns"]));
            frames.extend(numbers(&measured["frames"]));
            stops.push(measured["stop"].as_f64().unwrap_or_default());
        }
        let stop = if program.is_empty() { "-".to_owned() } else { format!("{:.0} ms", quantile(&mut stops, 0.5)) };
        println!(
            "| {name} | {speed} | {:.1} ms | {:.1} ms | {:.1} ms | {:.0} | {:.1} ms | {stop} |",
            quantile(&mut turns, 0.5),
            quantile(&mut turns, 0.99),
            quantile(&mut turns, 1.0),
            frames.len() as f64 / 5.0,
            quantile(&mut frames, 0.99),
        );
    }
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

/// The value that a share of the others is below.
fn quantile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    values.get((last as f64 * share) as usize).copied().unwrap_or_default()
}
