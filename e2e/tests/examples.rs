//! The article's five programs, on the page as it ships: they print what CPython 3.13 prints, and every await is seen.

use e2e::playground::Playground;

struct Example {
    slug: &'static str,
    stdout: &'static str,
    /// The suspended slices of each task's lane, in milliseconds of program time.
    suspended_ms: &'static [&'static [u64]],
}

const SIMPLE_COROUTINE: Example = Example {
    slug: "simple_coroutine",
    stdout: "Coroutine started\nCoroutine resumed\nResult: Result\n",
    suspended_ms: &[&[1000]],
};

const CONCURRENT_TASKS: Example = Example {
    slug: "concurrent_tasks",
    stdout: "Executing task: Task 1\nExecuting task: Task 2\nExecuting task: Task 3\n\
             Task Task 2 finished\nTask Task 1 finished\nTask Task 3 finished\n",
    // main waits for gather, and gather for the longest.
    suspended_ms: &[&[3000], &[2000], &[1000], &[3000]],
};

const ERROR_HANDLING: Example = Example {
    slug: "error_handling",
    stdout: "Caught an exception: Something went wrong!\n",
    suspended_ms: &[&[1000]],
};

const ASYNC_CONTEXT_MANAGER: Example = Example {
    slug: "async_context_manager",
    stdout: "Entering context\nInside the context\nExiting context\n",
    suspended_ms: &[&[1000]],
};

const ASYNC_GENERATOR: Example =
    Example { slug: "async_generator", stdout: "0\n1\n2\n3\n4\n", suspended_ms: &[&[1000, 1000, 1000, 1000, 1000]] };

#[test]
fn simple_coroutine() {
    check(&SIMPLE_COROUTINE);
}

#[test]
fn concurrent_tasks() {
    check(&CONCURRENT_TASKS);
}

#[test]
fn error_handling() {
    check(&ERROR_HANDLING);
}

#[test]
fn async_context_manager() {
    check(&ASYNC_CONTEXT_MANAGER);
}

#[test]
fn async_generator() {
    check(&ASYNC_GENERATOR);
}

/// Opens it from the list, runs it, and looks at what it printed and at its lanes, which stay after the end.
fn check(example: &Example) {
    let page = Playground::open();
    page.open_lesson(example.slug);
    assert_eq!(page.state(), "idle");
    assert_eq!(page.run_to_end(), "done");
    assert_eq!(page.stdout(), example.stdout);
    assert_eq!(page.stderr(), "");

    let lanes = page.lanes();
    let suspended: Vec<Vec<u64>> = lanes.iter().map(|lane| lane.suspended_ms()).collect();
    assert_eq!(suspended, example.suspended_ms, "{lanes:#?}");
    for (number, lane) in lanes.iter().enumerate() {
        assert_eq!(lane.task, format!("T{}", number + 1));
        assert_eq!(lane.outcome, "returned", "{lane:#?}");
        assert_eq!(lane.slices.first().map(|slice| slice.state.as_str()), Some("ready"), "{lane:#?}");
        assert_eq!(lane.state(), "running", "{lane:#?}");
        for pair in lane.slices.windows(2) {
            assert_eq!(pair[0].end, Some(pair[1].start), "the slices of a lane touch: {lane:#?}");
        }
        for slice in lane.slices.iter().filter(|slice| slice.state == "suspended") {
            assert!(slice.line.is_some() && !slice.on.is_empty(), "a suspended slice says where and why: {slice:?}");
        }
    }
    page.assert_no_faults();
}

#[test]
fn at_speed_one_a_second_is_a_second_and_the_picture_grows_meanwhile() {
    let page = Playground::open();
    page.open_lesson(CONCURRENT_TASKS.slug);
    page.set_speed("1");
    let started = std::time::Instant::now();
    page.click("run");
    page.wait_for("the first task to end", || page.stdout().contains("Task Task 2 finished"));
    let (first, lanes) = (started.elapsed(), page.lanes());
    assert_eq!(page.state(), "running");
    assert_eq!(lanes.len(), 4);
    assert_eq!(lanes[2].suspended_ms(), [1000]);
    assert_eq!(lanes[1].state(), "suspended", "{lanes:#?}");
    page.wait_for_state(&["done"]);
    let all = started.elapsed();
    assert!(first.as_millis() >= 900, "a second went by in {first:?}");
    assert!((2900..6000).contains(&all.as_millis()), "three seconds went by in {all:?}");
    assert_eq!(page.stdout(), CONCURRENT_TASKS.stdout);
}

#[test]
fn a_second_run_is_the_same_as_the_first() {
    let page = Playground::open();
    page.open_lesson(CONCURRENT_TASKS.slug);
    page.run_to_end();
    let first = (page.stdout(), page.lanes(), page.clock());
    page.click("run");
    page.wait_for_state(&["done"]);
    assert_eq!((page.stdout(), page.lanes(), page.clock()), first);
}

#[test]
fn a_blocking_call_is_seen_to_hold_the_others_up() {
    let page = Playground::open();
    page.set_program(
        "import asyncio
import time


async def blocker():
    time.sleep(2)


async def sleeper():
    await asyncio.sleep(1)


async def main():
    await asyncio.gather(sleeper(), blocker())


asyncio.run(main())
",
    );
    assert_eq!(page.run_to_end(), "done");
    let milliseconds = |task: usize, state: &str| -> u64 {
        let lane = &page.lanes()[task - 1];
        let slices = lane.slices.iter().filter(|slice| slice.state == state);
        (slices.filter_map(|slice| slice.duration()).sum::<u64>() + 500_000) / 1_000_000
    };
    assert_eq!(milliseconds(3, "blocking"), 2000);
    // Its second is over after one second; the loop sees it only after two.
    assert_eq!(milliseconds(2, "suspended"), 2000);
}
