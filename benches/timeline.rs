//! The timeline at its intended size: 10,000 tasks, 1,000,000 events. `cargo bench --no-default-features --bench timeline`
//! prints what one frame of the page pays for it.

use std::hint::black_box;
use std::time::Instant;

use awaitscope::trace::event::{Actor, Await, Event, EventKind, HandleId, Nanos, Stream, TaskId, WaitingOn, Waker};
use awaitscope::trace::timeline::{Landmark, Timeline};

const TASKS: u32 = 10_000;
const EVENTS: u64 = 1_000_000;

fn main() {
    let events = events();
    let begun = Instant::now();
    let mut timeline: Timeline = events.iter().cloned().collect();
    report("fold of 1,000,000 events", begun, 1);

    let begun = Instant::now();
    for _ in 0..100 {
        black_box(timeline.clone());
    }
    report("clone", begun, 100);

    let begun = Instant::now();
    for round in 0..100 {
        let before = timeline.clone();
        for event in &events[round * 1000..(round + 1) * 1000] {
            timeline.push(event.clone());
        }
        black_box(before);
    }
    report("frame: clone and fold 1,000 events into many lanes", begun, 100);

    let begun = Instant::now();
    for step in 0..1000 {
        black_box(timeline.at(step * EVENTS / 1000));
    }
    report("the loop's queues at a moment", begun, 1000);

    let begun = Instant::now();
    for step in 0..10 {
        let upto = (step + 1) * EVENTS / 10;
        black_box(timeline.lanes().iter().filter(|lane| lane.slice_at(upto).is_some()).count());
    }
    report("the state of every task at a moment", begun, 10);

    let begun = Instant::now();
    for step in 0..1000 {
        black_box(timeline.previous((step + 1) * EVENTS / 1000, Landmark::Await));
    }
    report("a step back", begun, 1000);

    let begun = Instant::now();
    for _ in 0..10 {
        black_box(timeline.tree());
    }
    report("the order of the lanes", begun, 10);
}

fn report(what: &str, begun: Instant, times: u32) {
    println!("{:>12.1?}  {what}", begun.elapsed() / times);
}

/// Every task sleeps, is woken and prints, again and again, with the callbacks that belong to it.
fn events() -> Vec<Event> {
    let mut events = Vec::with_capacity(EVENTS as usize);
    let (mut now, mut handles) = (0, 0);
    let mut push = |actor, kind| {
        now += 100;
        let seq = events.len() as u64;
        events.push(Event { seq, at: Nanos(now), actor, kind });
        events.len() as u64
    };
    let mut new_handle = || {
        handles += 1;
        HandleId(handles)
    };
    push(Actor::Main, EventKind::LoopStarted);
    for task in (1..=TASKS).map(TaskId) {
        let parent = (task.0 > 1).then_some(TaskId(task.0 / 10 + 1)).filter(|parent| *parent < task);
        let (name, coroutine) = (format!("Task-{}", task.0), "job".to_owned());
        push(Actor::Main, EventKind::TaskCreated { task, name, coroutine, parent, line: 3 });
        push(Actor::Main, EventKind::StepStarted { task });
        suspend(&mut push, task);
    }
    for turn in 1.. {
        push(Actor::Main, EventKind::LoopIteration { turn, ready: Vec::new() });
        for task in (1..=TASKS).map(TaskId) {
            let handle = new_handle();
            let actor = Actor::Task(task);
            let callback = "Task.task_wakeup()".into();
            push(Actor::Main, EventKind::Woken { task, by: Waker::Timer { when: Nanos(0) } });
            push(Actor::Main, EventKind::CallbackScheduled { handle, callback, task: Some(task) });
            push(Actor::Main, EventKind::HandleStarted { handle });
            push(actor, EventKind::Resumed { task });
            push(actor, EventKind::Output { stream: Stream::Stdout, text: "tick\n".into(), line: 7 });
            suspend(&mut push, task);
            if push(Actor::Main, EventKind::HandleFinished { handle }) >= EVENTS {
                events.truncate(EVENTS as usize);
                return events;
            }
        }
    }
    events
}

fn suspend(push: &mut impl FnMut(Actor, EventKind) -> u64, task: TaskId) {
    let stack = vec![Await { function: "job".into(), line: 6, column: 9 }];
    let on = WaitingOn::Sleep { delay: Nanos(1000), until: Nanos(1000) };
    push(Actor::Task(task), EventKind::Suspended { task, stack, on });
}
