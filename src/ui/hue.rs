//! A colour and a short name for everyone who acts. The colour helps to find a task again; what a task does is never
//! told by it alone.

use yew::AttrValue;

use crate::trace::event::{Actor, TaskId};

/// Colours that tasks share out in turn.
const HUES: u32 = 6;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hue {
    Neutral,
    /// From 1.
    Numbered(u32),
}

impl Hue {
    pub fn of(actor: Actor) -> Hue {
        match actor {
            Actor::Main => Hue::Neutral,
            Actor::Task(TaskId(number)) => Hue::Numbered(number.saturating_sub(1) % HUES + 1),
            // The other way round, so that W1 is not T1's.
            Actor::Worker(worker) => Hue::Numbered(HUES - worker.0.saturating_sub(1) % HUES),
        }
    }

    /// The hue of an actor written as it is shown, `T1`; `None` for any other words.
    pub fn of_shown(text: &str) -> Option<Hue> {
        let number: u32 = text.strip_prefix(['T', 'W'])?.parse().ok()?;
        Some(match text.as_bytes()[0] {
            b'T' => Hue::of(Actor::Task(TaskId(number))),
            _ => Hue::of(Actor::Worker(crate::trace::event::WorkerId(number))),
        })
    }

    /// The value of `data-hue`.
    pub fn attribute(self) -> AttrValue {
        match self {
            Hue::Neutral => AttrValue::Static("0"),
            Hue::Numbered(number) => AttrValue::from(number.to_string()),
        }
    }
}

/// The last part of a `__qualname__`: `fetch` for `main.<locals>.Downloader.fetch`.
pub fn short_name(qualname: &str) -> &str {
    match qualname.rsplit_once('.') {
        Some((_, name)) if !name.is_empty() => name,
        _ => qualname,
    }
}
