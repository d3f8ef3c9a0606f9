//! Measures how the timeline scrolls, zooms, pans and is scrubbed over a long trace, and prints the frame times that it saw:
//! a table for `benches/README.md`.
//!
//! `cargo xtask build`, then `cargo run --package e2e --bin scale [TASKS [EVENTS]]`: a recording of so many tasks, 10,000 if
//! nothing is said, with at least so many events, 1,000,000, is dropped on the page.

use std::time::{Duration, Instant};

use e2e::playground::Playground;
use serde_json::{Value, json};

/// Drops a recording of `arguments[0]` tasks on the page that sleep and are woken, over and over, until there are
/// `arguments[1]` events. Gives their number and that of bytes.
const OPEN: &str = "
    const [tasks, most] = arguments;
    const parts = [], lines = [JSON.stringify({ awaitscope: 1, program: 'scale.py', source: 'import asyncio\\n', python: '3.13.0' })];
    let seq = 0, at = 0;
    const put = (actor, kind, more) => {
        lines.push(JSON.stringify({ seq: seq++, at, actor, kind, ...more }));
        if (lines.length === 10000) parts.push(lines.splice(0).join('\\n') + '\\n');
    };
    put('main', 'loop_started');
    for (let n = 1; n <= tasks; n++) {
        put('main', 'task_created', { task: `T${n}`, name: `Task-${n}`, coroutine: 'work', parent: n > 1 ? 'T1' : null, line: 1 });
        at += 500;
    }
    for (let turn = 1; seq < most; turn++) {
        put('main', 'loop_iteration', { turn, ready: [] });
        for (let n = 1; n <= tasks && seq < most; n++) {
            const task = `T${n}`;
            if (turn > 1) put('main', 'woken', { task, by: { type: 'timer', when: at } });
            put(task, turn > 1 ? 'resumed' : 'step_started', { task });
            at += 2000;
            const on = { type: 'sleep', delay: 10000000, until: at + 10000000 };
            put(task, 'suspended', { task, stack: [{ function: 'work', line: 1, column: 1 }], on });
        }
        at += 10000000;
    }
    parts.push(lines.join('\\n') + '\\n');
    const file = new File(parts, 'scale.jsonl'), carried = new DataTransfer();
    carried.items.add(file);
    for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried }));
    return [seq, file.size];
";

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
    let begun = Instant::now();
    let opened = page.browser.run(OPEN, [json!(tasks), json!(events)]);
    while page.lanes().is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(120), "the recording is not opened");
        std::thread::sleep(Duration::from_millis(200));
    }
    println!(
        "{tasks} tasks, {} events, {} MB: made and opened in {:.1?}\n",
        opened[0],
        opened[1].as_u64().unwrap_or_default() / 1_000_000,
        begun.elapsed()
    );
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
