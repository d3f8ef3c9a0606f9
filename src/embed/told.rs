//! What the host hears: a word and an object, in the order in which things happened.
//!
//! | word | detail |
//! |---|---|
//! | `ready` | |
//! | `state` | `state` |
//! | `change` | `code` |
//! | `start` | `code` |
//! | `suspend` | `task`, `name`, `line`, `on`, `at` |
//! | `resume` | `task`, `name`, `line`, `at` |
//! | `error` | `kind` (`syntax`, `exception`, `deadlock`), `message`, `line`, `column` |
//! | `done` | `state` (`done`, `failed`, `stopped`), `at`, `stdout`, `stderr` |
//!
//! Lines and columns count from 1; times are program time in nanoseconds. What is not known is not there.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::trace::event::{Actor, Event, EventKind, Nanos, Stream, TaskId};
use crate::trace::timeline::Timeline;
use crate::ui::state::{Fault, State};
use crate::ui::text::label;

/// The host's ear: called with a word and its detail.
pub struct Tell(pub Function);

impl Tell {
    pub fn say(&self, what: &str, detail: &[(&str, JsValue)]) {
        let object = Object::new();
        for (name, value) in detail {
            if !value.is_undefined() {
                let _ = Reflect::set(&object, &(*name).into(), value);
            }
        }
        // What the host throws is the host's to handle.
        if let Err(error) = self.0.call2(&JsValue::NULL, &what.into(), &object) {
            web_sys::console::error_1(&error);
        }
    }
}

/// Tells what has changed between two states, and whether a run has begun in between.
pub fn tell_of(tell: &Tell, before: &State, after: &State, starts: bool) {
    if before.program.source != after.program.source {
        tell.say("change", &[("code", (&*after.program.source).into())]);
    }
    if starts {
        tell.say("start", &[("code", (&*after.program.source).into())]);
    }
    let timeline = &*after.timeline;
    let told = if starts { 0 } else { before.timeline.len() };
    if timeline.len() > told {
        for event in timeline.events().range(told as usize, timeline.len() as usize) {
            tell_of_event(tell, timeline, event);
        }
    }
    if (after.fault != before.fault || starts)
        && let Some(fault) = after.fault.as_deref()
    {
        tell_of_fault(tell, fault);
    }
    // A program that cannot be compiled has begun and ended at once.
    if before.run != after.run || starts && !after.run.is_live() {
        tell.say("state", &[("state", after.run.as_str().into())]);
        let is_over = !after.run.is_live() && after.program.ran.is_some();
        if is_over {
            let state = after.run.as_str().into();
            let output = |stream| output(timeline, stream).into();
            let at = number(timeline.end());
            tell.say(
                "done",
                &[("state", state), ("at", at), ("stdout", output(Stream::Stdout)), ("stderr", output(Stream::Stderr))],
            );
        }
    }
}

fn tell_of_event(tell: &Tell, timeline: &Timeline, event: &Event) {
    let (word, task, line, on) = match &event.kind {
        EventKind::Suspended { task, stack, on } => {
            ("suspend", *task, stack.last().map(|frame| frame.line), label(on).into())
        }
        EventKind::Resumed { task } => {
            let slice = timeline.lane(Actor::Task(*task)).and_then(|lane| lane.slice_at(event.seq + 1));
            ("resume", *task, slice.and_then(|slice| slice.line), JsValue::UNDEFINED)
        }
        _ => return,
    };
    let line = line.map_or(JsValue::UNDEFINED, JsValue::from);
    let id = task.to_string().into();
    tell.say(
        word,
        &[("task", id), ("name", name(timeline, task)), ("line", line), ("on", on), ("at", number(event.at))],
    );
}

fn tell_of_fault(tell: &Tell, fault: &Fault) {
    let (kind, column) = match fault {
        Fault::Syntax(error) => ("syntax", error.column.into()),
        Fault::Raised { .. } => ("exception", JsValue::UNDEFINED),
        Fault::Deadlock { .. } => ("deadlock", JsValue::UNDEFINED),
    };
    let line = fault.line().map_or(JsValue::UNDEFINED, JsValue::from);
    tell.say("error", &[("kind", kind.into()), ("message", fault.text().into()), ("line", line), ("column", column)]);
}

fn name(timeline: &Timeline, task: TaskId) -> JsValue {
    timeline.lane(Actor::Task(task)).map_or(JsValue::UNDEFINED, |lane| (&*lane.name).into())
}

fn number(at: Nanos) -> JsValue {
    (at.0 as f64).into()
}

/// Everything that was printed there.
fn output(timeline: &Timeline, stream: Stream) -> String {
    timeline.console().iter().filter(|piece| piece.stream == stream).map(|piece| piece.text.as_str()).collect()
}
