//! What threads leave in the trace, and how a program ends in which every thread waits for another.

use awaitscope::run::{Ended, Options, Progress, Run, Until};
use awaitscope::trace::event::{Actor, Event};
use awaitscope::trace::lane::SliceState;
use awaitscope::trace::timeline::Timeline;
use expect_test::{Expect, expect};

fn run(source: &str) -> (Vec<Event>, Ended) {
    let mut run = Run::new(source, Options::default()).expect("the program compiles");
    let mut events = Vec::new();
    while run.advance(100_000, Until::FuelOut) != Progress::Done {
        events.extend(run.take_events());
    }
    events.extend(run.take_events());
    (events, run.ended().expect("it is done").clone())
}

/// Lanes of workers, with times in ms.
fn check_workers(source: &str, expected: Expect) {
    let (events, _) = run(source);
    let timeline: Timeline = events.into_iter().collect();
    let mut text = String::new();
    let ms = |at: awaitscope::trace::event::Nanos| at.0 / 1_000_000;
    for lane in timeline.lanes() {
        if !matches!(lane.actor, Actor::Worker(_)) {
            continue;
        }
        text += &format!("{} {} {}\n", lane.actor, lane.name, lane.function);
        for slice in lane.slices.iter() {
            let what = match &slice.state {
                SliceState::Blocking { what } => format!(" in {what}"),
                SliceState::Ready { by } => format!(" {by:?}"),
                _ => String::new(),
            };
            let end = slice.end.map_or("…".into(), |end| ms(end).to_string());
            text += &format!("  {}{what} {}-{end} line {:?}\n", slice.state.as_str(), ms(slice.start), slice.line);
        }
    }
    for job in timeline.jobs() {
        let place = |milestone: Option<awaitscope::trace::timeline::Milestone>| {
            milestone.map_or("never".into(), |m| format!("{} at {}", m.by, ms(m.at)))
        };
        let (submitted, started, finished) = (place(Some(job.submitted)), place(job.started), place(job.finished));
        text += &format!("job {} line {:?}: {submitted}, started by {started}, {finished}\n", job.function, job.line);
    }
    for band in timeline.bands().iter() {
        text += &format!("held by {} in {} {}-{}\n", band.actor, band.what, ms(band.start), ms(band.end));
    }
    expected.assert_eq(&text);
}

#[test]
fn a_thread_has_a_lane_that_says_what_it_waits_for_and_who_woke_it() {
    check_workers(
        "import threading, time, queue
q = queue.Queue()
def consume():
    print(q.get())
t = threading.Thread(target=consume, name='consumer')
t.start()
time.sleep(0.02)
q.put('x')
t.join()
",
        expect![[r#"
            W1 consumer consume
              ready Created 0-0 line None
              running 0-0 line None
              blocking in Queue.get 0-20 line Some(4)
              ready Woken(Callback { handle: None }) 20-20 line Some(4)
              running 20-20 line Some(4)
            held by main in time.sleep 0-20
            held by main in Thread.join 20-20
        "#]],
    );
}

#[test]
fn a_pools_workers_are_idle_between_jobs_and_the_task_knows_its_job() {
    check_workers(
        "import asyncio, time
def work(seconds):
    time.sleep(seconds)
async def main():
    await asyncio.gather(asyncio.to_thread(work, 0.03), asyncio.to_thread(work, 0.01))
    await asyncio.sleep(0.02)
    await asyncio.to_thread(work, 0.01)
asyncio.run(main())
",
        expect![[r#"
            W1 asyncio_0 work
              ready Created 0-0 line None
              running 0-0 line None
              running 0-0 line None
              blocking in time.sleep 0-30 line Some(3)
              running 30-30 line Some(3)
              idle 30-60 line None
              ready Woken(Executor { worker: WorkerId(3) }) 60-60 line None
              running 60-60 line None
            W2 asyncio_1 work
              ready Created 0-0 line None
              running 0-0 line None
              running 0-0 line None
              blocking in time.sleep 0-10 line Some(3)
              running 10-10 line Some(3)
              idle 10-50 line None
              ready Woken(Task { task: TaskId(1) }) 50-50 line None
              running 50-50 line None
              running 50-50 line None
              blocking in time.sleep 50-60 line Some(3)
              running 60-60 line Some(3)
              idle 60-60 line None
              ready Woken(Executor { worker: WorkerId(1) }) 60-60 line None
              running 60-60 line None
            W3 Thread-1 (_do_shutdown) _shutdown_default_executor.<locals>._do_shutdown
              ready Created 60-60 line None
              running 60-60 line None
              blocking in ThreadPoolExecutor.shutdown 60-60 line None
              ready Woken(Executor { worker: WorkerId(1) }) 60-60 line None
              running 60-60 line None
            job work line Some(8): T2 at 0, started by W1 at 0, W1 at 30
            job work line Some(8): T3 at 0, started by W2 at 0, W2 at 10
            job work line Some(7): T1 at 50, started by W2 at 50, W2 at 60
        "#]],
    );
}

#[test]
fn threads_that_wait_for_each_other_end_the_run_with_a_report() {
    let (_, ended) = run("import threading, time
a, b = threading.Lock(), threading.Lock()
def one():
    with a:
        time.sleep(0.01)
        with b:
            pass
def two():
    with b:
        time.sleep(0.01)
        with a:
            pass
for f in one, two:
    threading.Thread(target=f).start()
");
    let Ended::Deadlock { message, .. } = ended else { panic!("{ended:?}") };
    expect![[r#"
        deadlock: nothing is ready, no timer is set and no thread runs; CPython would wait here for ever
          MainThread waits in Thread.join
          Thread-1 (one) waits in Lock.acquire at line 6
          Thread-2 (two) waits in Lock.acquire at line 11
    "#]]
    .assert_eq(&message);
}

#[test]
fn a_task_that_blocks_the_loop_for_ever_is_named() {
    let (_, ended) = run("import asyncio
async def answer():
    return 42
async def main():
    loop = asyncio.get_running_loop()
    asyncio.run_coroutine_threadsafe(answer(), loop).result()
asyncio.run(main())
");
    let Ended::Deadlock { message, .. } = ended else { panic!("{ended:?}") };
    expect![[r#"
        deadlock: nothing is ready, no timer is set and no thread runs; CPython would wait here for ever
          T1 Task-1 (?) runs, and blocks its loop
          MainThread waits in Future.result at line 6
    "#]]
    .assert_eq(&message);
}
