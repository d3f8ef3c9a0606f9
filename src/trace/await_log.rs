//! The await log: where each task suspends, as text that is compared with CPython's, line by line. `tests/await_log.py`
//! prints the same for CPython and describes the format.

use std::fmt::Write;

use super::event::{Event, EventKind, Outcome};

/// One line for each task made, step begun, suspension and end, in the log's order, each with a newline. Frames are
/// `function:line`, outermost first.
pub fn await_log(events: &[Event]) -> String {
    let mut log = String::new();
    // How many outermost frames did not run in the step that is about to end.
    let mut passed = 0;
    for event in events {
        let line = match &event.kind {
            EventKind::TaskCreated { task, coroutine, parent, .. } => match (name_of(coroutine), parent) {
                (coroutine, Some(parent)) => writeln!(log, "create {task} {coroutine} by {parent}"),
                (coroutine, None) => writeln!(log, "create {task} {coroutine} by -"),
            },
            EventKind::StepStarted { task } | EventKind::Resumed { task } => writeln!(log, "step {task}"),
            EventKind::Suspended { task, stack, .. } => {
                let ran = stack.iter().skip(std::mem::take(&mut passed));
                let frames: String = ran.map(|frame| format!(" {}:{}", frame.function, frame.line)).collect();
                writeln!(log, "suspend {task}{frames}")
            }
            EventKind::ThrownPast { frames, .. } => {
                passed = *frames as usize;
                Ok(())
            }
            EventKind::TaskDone { task, outcome } => match outcome {
                Outcome::Returned { .. } => writeln!(log, "return {task}"),
                Outcome::Raised { exception, .. } => writeln!(log, "raise {task} {exception}"),
                Outcome::Cancelled { returned: true, .. } => writeln!(log, "return {task}"),
                Outcome::Cancelled { .. } => writeln!(log, "cancel {task}"),
            },
            _ => Ok(()),
        };
        line.expect("writing to a String cannot fail");
    }
    log
}

/// What CPython runs without its having a `__qualname__` (`anext(g)`, `g.aclose()`) has none in the log.
fn name_of(coroutine: &str) -> &str {
    if coroutine.ends_with(" without __name__>") { "?" } else { coroutine }
}

#[cfg(test)]
mod tests {
    use super::super::event::{Actor, Await, Nanos, TaskId, WaitingOn};
    use super::*;

    #[test]
    fn a_task_is_made_stepped_suspended_and_ends() {
        let kinds = [
            EventKind::TaskCreated {
                task: TaskId(1),
                name: "Task-1".into(),
                coroutine: "main".into(),
                parent: None,
                line: 9,
            },
            EventKind::StepStarted { task: TaskId(1) },
            EventKind::Suspended {
                task: TaskId(1),
                stack: vec![
                    Await { function: "main".into(), line: 6, column: 5 },
                    Await { function: "C.get".into(), line: 2, column: 5 },
                ],
                on: WaitingOn::Turn,
            },
            EventKind::Resumed { task: TaskId(1) },
            EventKind::TaskDone {
                task: TaskId(1),
                outcome: Outcome::Raised { exception: "ValueError".into(), message: "no".into() },
            },
        ];
        let events: Vec<Event> = kinds
            .into_iter()
            .enumerate()
            .map(|(seq, kind)| Event { seq: seq as u64, at: Nanos::ZERO, actor: Actor::Main, kind })
            .collect();
        expect_test::expect![[r"
            create T1 main by -
            step T1
            suspend T1 main:6 C.get:2
            step T1
            raise T1 ValueError
        "]]
        .assert_eq(&await_log(&events));
    }
}
