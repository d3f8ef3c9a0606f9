//! What the gutter says: which tasks are suspended on which line, which line runs. A pure reading of the timeline.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::trace::event::{Actor, Await, EventKind, TaskId, WaitingOn};
use crate::trace::lane::SliceState;
use crate::trace::timeline::Timeline;

/// The marks of one run at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The line that runs, from 1.
    pub running: Option<u32>,
    pub chips: BTreeMap<u32, Vec<Chip>>,
    /// During a step: a line, and the values of the names of the frame that runs there.
    pub values: Option<(u32, Rc<str>)>,
}

/// A task on its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    pub task: TaskId,
    pub state: ChipState,
    /// The event that began the slice.
    pub seq: u64,
    /// Outermost first; empty unless suspended.
    pub stack: Rc<[Await]>,
    pub on: Option<WaitingOn>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChipState {
    Running,
    Ready,
    Suspended,
    Blocking,
}

impl ChipState {
    /// The word for `data-state`.
    pub fn as_str(self) -> &'static str {
        match self {
            ChipState::Running => "running",
            ChipState::Ready => "ready",
            ChipState::Suspended => "suspended",
            ChipState::Blocking => "blocking",
        }
    }
}

/// The marks after the first `upto` events.
pub fn marks(timeline: &Timeline, upto: u64) -> Marks {
    let view = timeline.at(upto);
    let running = timeline.running_line(&view, upto);
    let mut marks = Marks { running, chips: BTreeMap::new(), values: values(timeline, upto) };
    for lane in timeline.lanes() {
        let (Actor::Task(task), Some(slice)) = (lane.actor, lane.slice_at(upto)) else { continue };
        let (state, line) = match slice.state {
            SliceState::Running => (ChipState::Running, marks.running.or(slice.line)),
            SliceState::Ready { .. } => (ChipState::Ready, slice.line),
            SliceState::Suspended { .. } => (ChipState::Suspended, slice.line),
            SliceState::Blocking { .. } => (ChipState::Blocking, slice.line),
            SliceState::Idle { .. } => continue,
        };
        if let Some(line) = line {
            let (stack, on) = match &slice.state {
                SliceState::Suspended { stack, on, .. } => (stack.clone(), Some(on.clone())),
                _ => (Rc::default(), None),
            };
            marks.chips.entry(line).or_default().push(Chip { task, state, seq: slice.seq, stack, on });
        }
    }
    marks
}

/// The line that the last step reached, unless the frame has been left since: a task that has just suspended shows its
/// values until another runs.
fn values(timeline: &Timeline, upto: u64) -> Option<(u32, Rc<str>)> {
    let mut before = timeline.events().range(upto.saturating_sub(STEP) as usize, upto as usize).rev().peekable();
    before.next_if(|event| matches!(event.kind, EventKind::Suspended { .. }));
    let last = before.find(|event| {
        matches!(
            event.kind,
            EventKind::LineReached { .. }
                | EventKind::Suspended { .. }
                | EventKind::TaskDone { .. }
                | EventKind::HandleFinished { .. }
        )
    });
    match &last?.kind {
        EventKind::LineReached { line, locals } if !locals.is_empty() => {
            let shown: Vec<String> = locals.iter().map(|(name, value)| format!("{name} = {value}")).collect();
            Some((*line, shown.join("   ").into()))
        }
        _ => None,
    }
}

/// A step by line makes few events.
const STEP: u64 = 16;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::event::{Event, Nanos};

    #[test]
    fn a_suspended_task_has_its_chip_on_the_line_of_its_innermost_await() {
        let task = TaskId(1);
        let frame = |line| Await { function: "f".into(), line, column: 1 };
        let on = WaitingOn::Sleep { delay: Nanos::SECOND, until: Nanos::SECOND };
        let kinds = [
            EventKind::TaskCreated { task, name: "Task-1".into(), coroutine: "main".into(), parent: None, line: 16 },
            EventKind::StepStarted { task },
            EventKind::Suspended { task, stack: vec![frame(12), frame(6)], on },
        ];
        let timeline: Timeline =
            kinds.into_iter().map(|kind| Event { seq: 0, at: Nanos::ZERO, actor: Actor::Task(task), kind }).collect();
        let marks = marks(&timeline, 3);
        let [(6, chips)] = &marks.chips.iter().map(|(line, chips)| (*line, chips)).collect::<Vec<_>>()[..] else {
            panic!("{marks:?}");
        };
        let lines: Vec<u32> = chips[0].stack.iter().map(|frame| frame.line).collect();
        assert_eq!((chips.len(), chips[0].task, chips[0].state, lines), (1, task, ChipState::Suspended, vec![12, 6]));
        assert_eq!(super::marks(&timeline, 0), Marks::default());
    }
}
