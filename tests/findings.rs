//! What is found in real programs, and what is not.

use awaitscope::lesson::Language;
use awaitscope::lesson::script::Script;
use awaitscope::run::{Options, Progress, Run, Until};
use awaitscope::trace::await_graph::pstree;
use awaitscope::trace::event::TaskId;
use awaitscope::trace::findings::{Finding, FindingKind, findings};
use awaitscope::trace::timeline::Timeline;
use expect_test::{Expect, expect};

fn run(source: &str) -> Timeline {
    let mut run = Run::new(source, Options::default()).unwrap_or_else(|error| panic!("{}", error.text));
    let mut timeline = Timeline::new();
    while run.advance(1 << 20, Until::FuelOut) != Progress::Done {
        run.take_events().into_iter().for_each(|event| timeline.push(event));
    }
    run.take_events().into_iter().for_each(|event| timeline.push(event));
    timeline
}

/// A line for each finding: where, how often, what.
fn check(source: &str, expected: Expect) {
    let source = format!("import asyncio, time\n{}", source.trim_start_matches('\n'));
    let found = findings(&run(&source), &source);
    let shown = found.iter().map(|finding| {
        let line = finding.line.map_or("-".to_owned(), |line| line.to_string());
        format!("{line}: {}x {:?}\n", finding.times, finding.kind)
    });
    expected.assert_eq(&in_tenths(&shown.collect::<String>()));
}

/// Spans in tenths of a second: what an instruction costs may change.
fn in_tenths(text: &str) -> String {
    let mut parts = text.split("Nanos(");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_once(')').expect("it is closed");
        let nanos: f64 = digits.parse().expect("a number");
        out.push_str(&format!("{:.1} s{rest}", nanos / 1e9));
    }
    out
}

#[test]
fn a_blocking_call_in_a_coroutine_makes_others_late() {
    check(
        "
async def tick():
    for _ in range(3):
        await asyncio.sleep(0.1)
async def bad():
    await asyncio.sleep(0.05)
    time.sleep(0.5)
async def main():
    await asyncio.gather(tick(), bad())
time.sleep(1)
asyncio.run(main())
",
        expect![[r#"
            7: 1x Blocking { by: Task(TaskId(3)), what: "time.sleep", duration: 0.5 s, late: [TaskId(2)], worst: 0.5 s }
        "#]],
    );
}

#[test]
fn a_long_computation_is_as_bad_as_a_blocking_call() {
    let source = "
import asyncio
async def tick():
    await asyncio.sleep(0.01)
async def bad():
    sum(i for i in range(2_000_000))
async def main():
    await asyncio.gather(tick(), bad())
asyncio.run(main())
";
    let found = findings(&run(source), source);
    let [Finding { kind: FindingKind::LongStep { task: TaskId(3), late, .. }, .. }] = &found[..] else {
        panic!("{found:#?}");
    };
    assert_eq!(late[..], [TaskId(2)]);
}

#[test]
fn a_coroutine_never_awaited_is_found_where_it_was_made() {
    check(
        "
async def job(): pass
async def main():
    job()
    await asyncio.sleep(0.1)
asyncio.run(main())
",
        expect![[r#"
            4: 1x NeverAwaited { coroutine: "job" }
        "#]],
    );
}

#[test]
fn an_exception_never_retrieved_is_found_where_it_was_raised() {
    check(
        "
async def bad():
    await asyncio.sleep(0.01)
    raise ValueError('lost')
async def main():
    asyncio.create_task(bad())
    await asyncio.sleep(0.1)
asyncio.run(main())
",
        expect![[r#"
            4: 1x NeverRetrieved { task: Some(TaskId(2)), exception: "ValueError", message: "lost" }
        "#]],
    );
}

#[test]
fn tasks_left_pending_are_found_where_they_were_made() {
    check(
        "
async def bg():
    await asyncio.sleep(1)
async def main():
    for i in range(2):
        asyncio.create_task(bg())
    await asyncio.sleep(0.1)
asyncio.run(main())
",
        expect![[r#"
            6: 1x LeftPending { tasks: [TaskId(2), TaskId(3)], awaited: false }
        "#]],
    );
    // `main` ends it itself.
    check(
        "
async def bg():
    await asyncio.sleep(1)
async def main():
    task = asyncio.create_task(bg())
    await asyncio.sleep(0.1)
    task.cancel()
asyncio.run(main())
",
        expect![[""]],
    );
}

#[test]
fn a_pending_task_without_a_reference_is_found() {
    check(
        "
async def job(event):
    await asyncio.sleep(9)
async def main():
    asyncio.create_task(job(1))
    await asyncio.sleep(0.1)
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
",
        expect![[r#"
            5: 1x TaskDestroyed { task: Some(TaskId(2)) }
        "#]],
    );
}

#[test]
fn awaits_that_do_not_need_each_other_are_found() {
    check(
        "
async def fetch(n):
    await asyncio.sleep(1)
    return n
async def main():
    a = await fetch(1)
    b = await fetch(2)
    print(a, b)
asyncio.run(main())
",
        expect![[r#"
            6: 1x Sequential { task: TaskId(1), function: "main", awaits: 2, took: 2.0 s, could: 1.0 s }
        "#]],
    );
    check(
        "
async def fetch(n):
    await asyncio.sleep(1)
    return n
async def main():
    results = []
    for n in range(4):
        results.append(await fetch(n))
asyncio.run(main())
",
        expect![[r#"
            8: 1x Sequential { task: TaskId(1), function: "main", awaits: 4, took: 4.0 s, could: 1.0 s }
        "#]],
    );
}

#[test]
fn awaits_that_need_each_other_are_not() {
    check(
        "
async def login():
    await asyncio.sleep(1)
    return 'token'
async def fetch(token):
    await asyncio.sleep(1)
    return token
async def poll():
    await asyncio.sleep(0.1)
    return 3
async def ticks():
    for i in range(3):
        await asyncio.sleep(0.1)
        yield i
async def main():
    token = await login()
    page = await fetch(token)
    for attempt in range(3):
        if await poll() > 5:
            break
    async for i in ticks():
        pass
    for i in range(3):
        await asyncio.sleep(0.1)
    while True:
        page = await fetch(page)
        break
    await asyncio.gather(fetch(1), fetch(2))
asyncio.run(main())
",
        expect![[""]],
    );
}

#[test]
fn a_lock_held_across_a_slow_await_makes_others_wait() {
    check(
        "
lock = asyncio.Lock()
async def work(n):
    async with lock:
        await asyncio.sleep(1)
async def main():
    async with asyncio.TaskGroup() as group:
        for i in range(3):
            group.create_task(work(i))
asyncio.run(main())
",
        expect![[r#"
            5: 2x LockHeld { lock: "Lock 1", holder: TaskId(2), on: Sleep { delay: 1.0 s, until: 1.0 s }, waiters: [TaskId(3), TaskId(4)], waited: 2.0 s }
        "#]],
    );
}

#[test]
fn a_deadlock_is_a_cycle() {
    check(
        "
async def one(a, b):
    async with a:
        await asyncio.sleep(0.1)
        async with b:
            print('both')
async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(one(a, b), one(b, a))
asyncio.run(main())
",
        expect![[r#"
            5: 1x Deadlock { cycle: [TaskId(2), TaskId(3)], stuck: [TaskId(1), TaskId(2), TaskId(3)] }
        "#]],
    );
    check(
        "
async def main():
    print(await asyncio.Queue().get())
asyncio.run(main())
",
        expect![[r#"
            3: 1x Deadlock { cycle: [], stuck: [TaskId(1)] }
        "#]],
    );
}

#[test]
fn many_tasks_at_once_are_found_unless_a_semaphore_bounds_them() {
    let program = |guard: &str| {
        format!(
            "
async def fetch(i):
    async with {guard}:
        await asyncio.sleep(0.5)
async def main():
    await asyncio.gather(*(fetch(i) for i in range(150)))
import contextlib
sem = asyncio.Semaphore(10)
asyncio.run(main())
"
        )
    };
    check(
        &program("contextlib.AsyncExitStack()"),
        expect![[r#"
        6: 1x Unbounded { coroutine: "fetch", count: 150 }
    "#]],
    );
    check(&program("sem"), expect![[""]]);
}

#[test]
fn nothing_is_found_in_the_articles_examples() {
    for lesson in awaitscope::lessons::LESSONS {
        if let Some(awaitscope::lessons::Part::Example(_)) = lesson.part {
            let file =
                std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(lesson.folder()).join("main.py");
            let script = Script::parse(&std::fs::read_to_string(file).unwrap()).unwrap();
            let program = script.text(Language::En);
            assert_eq!(findings(&run(&program), &program), [], "{}", lesson.slug);
        }
    }
}

#[test]
fn the_tree_is_printed_as_pstree_prints_it() {
    let timeline = run("import asyncio
async def play(track):
    await asyncio.sleep(0.1)
async def album(name, tracks):
    async with asyncio.TaskGroup() as group:
        for track in tracks:
            group.create_task(play(track), name=track)
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(album('Sundowning', ['TNDNBTG', 'Levitate']), name='Sundowning')
        group.create_task(album('TMBTE', ['DYWTYLM', 'Aqua Regia']), name='TMBTE')
asyncio.run(main())
");
    let idle = timeline
        .events()
        .iter()
        .find(|event| matches!(event.kind, awaitscope::trace::event::EventKind::LoopIdle { .. }));
    expect![[r#"
        └── (T) Task-1
            └──  main main.py:9
                ├── (T) Sundowning
                │   └──  album main.py:5
                │       ├── (T) TNDNBTG
                │       │   └──  play main.py:3
                │       └── (T) Levitate
                │           └──  play main.py:3
                └── (T) TMBTE
                    └──  album main.py:5
                        ├── (T) DYWTYLM
                        │   └──  play main.py:3
                        └── (T) Aqua Regia
                            └──  play main.py:3
    "#]]
    .assert_eq(&pstree(&timeline, idle.expect("it waits").seq, "main.py"));
}

#[test]
fn a_step_by_line_shows_the_values_of_the_frame() {
    let source = "import asyncio
class C:
    def __repr__(self):
        raise SystemExit
async def main(n, text='x' * 100):
    c, items, nested = C(), [1, 'two', None, 4.5, 6], {'a': [1]}
    print(n)
asyncio.run(main(7))
";
    let mut run = Run::new(source, Options::default()).unwrap_or_else(|error| panic!("{}", error.text));
    let mut shown = String::new();
    while run.advance(1 << 20, Until::Line) != Progress::Done {
        for event in run.take_events() {
            if let awaitscope::trace::event::EventKind::LineReached { line, locals } = event.kind {
                shown.push_str(&format!("{line}: {locals:?}\n"));
            }
        }
    }
    for words in [
        "(\"n\", \"7\")",
        "(\"text\", \"'xxx",
        "(\"c\", \"C\")",
        "(\"items\", \"[1, 'two', None, 4.5, …]\")",
        "(\"nested\", \"{'a': […]}\")",
    ] {
        assert!(shown.contains(words), "{words} in {shown}");
    }
}

#[test]
fn a_module_that_is_missing_is_named() {
    check(
        "import asyncio\n\nasync def main():\n    import aiohttp\n\nasyncio.run(main())\n",
        expect![[r#"
            5: 1x MissingModule { name: "aiohttp" }
        "#]],
    );
}
