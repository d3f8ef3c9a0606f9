//! `asyncio.print_call_graph`, which CPython has from 3.14 on; so no recording of 3.13 can judge it.

use awaitscope::run::{Options, Progress, Run, Until};
use awaitscope::trace::event::EventKind;
use expect_test::expect;

/// What the program prints, without addresses.
fn output(source: &str) -> String {
    let mut run = Run::new(source, Options::default()).expect("the program has no syntax error");
    let mut text = String::new();
    while run.advance(100_000, Until::FuelOut) != Progress::Done {}
    for event in run.take_events() {
        if let EventKind::Output { text: piece, .. } = event.kind {
            text.push_str(&piece);
        }
    }
    let lines = text.lines().map(|line| match line.split_once(", id=0x") {
        Some((before, _)) => format!("{before})\n"),
        None => format!("{}\n", line.split("(id=0x").next().unwrap_or_default()),
    });
    lines.collect()
}

#[test]
fn the_call_graph_goes_from_who_runs_to_who_awaits_the_task() {
    let source = "\
import asyncio

def helper():
    asyncio.print_call_graph()

async def inner():
    await asyncio.sleep(0)
    helper()

async def test():
    await inner()

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(test(), name='test')
    sleeper = asyncio.create_task(asyncio.sleep(1), name='sleeper')
    both = asyncio.gather(sleeper, asyncio.sleep(2))
    await asyncio.sleep(0)
    asyncio.print_call_graph(sleeper)
    await both

asyncio.run(main())
";
    expect![[r#"
        * Task(name='test')
          + Call stack:
          |   File 'main.py', line 4, in helper()
          |   File 'main.py', line 8, in async inner()
          |   File 'main.py', line 11, in async test()
          + Awaited by:
            * Task(name='Task-1')
              + Call stack:
              |   File 'main.py', line 14, in async main()
        * Task(name='sleeper')
    "#]]
    .assert_eq(&output(source));
}
