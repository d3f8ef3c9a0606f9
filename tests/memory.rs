//! What a run of a million tasks needs: `cargo test --release --no-default-features --test memory -- --ignored`.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use awaitscope::run::{Options, Progress, Run, Until};
use awaitscope::trace::event::EventKind;
use awaitscope::trace::timeline::Timeline;

/// Bytes that are allocated, and the most that were.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

// It hands every request on to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        MOST.fetch_max(now, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(ptr, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

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

/// Runs the program as the page does, a timeline included. The most bytes that were allocated, the timeline and what it
/// was told of the events that it did not get.
fn most_bytes(batches: u32) -> (usize, Timeline) {
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
            return (MOST.load(Ordering::Relaxed), timeline);
        }
    }
}

fn folded_tasks(timeline: &Timeline) -> u64 {
    let folded = timeline.events().iter().filter_map(|event| match event.kind {
        EventKind::Folded { tasks, .. } => Some(tasks),
        _ => None,
    });
    folded.last().unwrap_or(0)
}

#[test]
#[ignore = "a minute in a release build"]
fn a_million_tasks_fit_into_200_mb() {
    let (bytes, timeline) = most_bytes(1000);
    println!("{} MB, {} events, {} lanes", bytes >> 20, timeline.len(), timeline.lanes().len());
    assert!(bytes < 200_000_000, "{bytes} bytes");
    // Every task is drawn or counted.
    assert_eq!(timeline.lanes().len() as u64 - 1 + folded_tasks(&timeline), 1_000_001);
}

#[test]
fn what_is_folded_is_counted() {
    let (_, timeline) = most_bytes(60);
    assert!(folded_tasks(&timeline) > 0);
    assert_eq!(timeline.lanes().len() as u64 - 1 + folded_tasks(&timeline), 60_001);
    let output: Vec<&str> = timeline.console().iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(output, ["29970000\n"]);
}
