//! What a run of a million tasks needs: `cargo test --release --no-default-features --test memory -- --ignored`.

use awaitscope::run::{Options, Progress, Run, Until};
use awaitscope::trace::event::EventKind;
use awaitscope::trace::timeline::Timeline;

const PROGRAM: &str = "
import asyncio

async def job(n):
    await asyncio.sleep(0)
    return n

async def main():
    total = 0
    for batch in range(BATCHES):
        total += sum(await asyncio.gather(*(job(n) for n in range(1000))))
    print(total)

asyncio.run(main())
";

/// Runs the program as the page does, a timeline included.
fn run(batches: u32) -> Timeline {
    let source = PROGRAM.replace("BATCHES", &batches.to_string());
    let options = Options { detail: Options::PAGE_DETAIL, ..Options::default() };
    let mut run = Run::new(&source, options).expect("the program compiles");
    let mut timeline = Timeline::default();
    loop {
        let progress = run.advance(1 << 14, Until::FuelOut);
        for event in run.take_events() {
            timeline.push(event);
        }
        if progress == Progress::Done {
            return timeline;
        }
    }
}

fn folded_tasks(timeline: &Timeline) -> u64 {
    let mut folded = timeline.events().iter().rev().filter_map(|event| match event.kind {
        EventKind::Folded { tasks, .. } => Some(tasks),
        _ => None,
    });
    folded.next().unwrap_or(0)
}

#[test]
#[ignore = "a minute in a release build"]
fn a_million_tasks_fit_into_200_mb() {
    let timeline = run(1000);
    // The most that the process had in memory; only Linux says so.
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib: u64 = most.and_then(|most| most.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0);
    println!("{} MB, {} events, {} lanes", kib >> 10, timeline.len(), timeline.lanes().len());
    assert!(kib < 200_000, "{kib} KiB");
    // Every task is drawn or counted.
    assert_eq!(timeline.lanes().len() as u64 - 1 + folded_tasks(&timeline), 1_000_001);
}

#[test]
fn what_is_folded_is_counted() {
    let timeline = run(60);
    assert!(folded_tasks(&timeline) > 0);
    assert_eq!(timeline.lanes().len() as u64 - 1 + folded_tasks(&timeline), 60_001);
    let output: Vec<&str> = timeline.console().iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(output, ["29970000\n"]);
}
