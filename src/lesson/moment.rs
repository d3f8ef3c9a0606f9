//! Moments of a run, named by a marker in the program and by what happens there: `nap`, `nap.woken`, `nap.resumed.2`.

use std::fmt;

use super::script::Script;
use crate::trace::event::{Event, EventKind, TaskId};

/// `MARKER[.VERB][.N]`: the N-th time, from 1, that this happens on the marked line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    pub marker: String,
    pub verb: Verb,
    pub nth: u32,
}

/// What happens on a line, or to a task because of what it did there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Anything that is known to happen on the line itself. Said by saying nothing.
    Reached,
    Printed,
    Raised,
    Caught,
    /// A call begins to hold the thread.
    Blocked,
    /// A task is made on the line; its first step; its end.
    Created,
    Started,
    Ended,
    /// A task suspends with the line in its await stack; is made ready; goes on; is asked to end; has the
    /// `CancelledError` thrown in.
    Suspended,
    Woken,
    Resumed,
    Asked,
    Cancelled,
    /// A task that did something on the line ends.
    Done,
}

const VERBS: [(&str, Verb); 14] = [
    ("reached", Verb::Reached),
    ("printed", Verb::Printed),
    ("raised", Verb::Raised),
    ("caught", Verb::Caught),
    ("blocked", Verb::Blocked),
    ("created", Verb::Created),
    ("started", Verb::Started),
    ("ended", Verb::Ended),
    ("suspended", Verb::Suspended),
    ("woken", Verb::Woken),
    ("resumed", Verb::Resumed),
    ("asked", Verb::Asked),
    ("cancelled", Verb::Cancelled),
    ("done", Verb::Done),
];

impl Moment {
    pub fn parse(text: &str) -> Option<Moment> {
        let mut parts = text.split('.').peekable();
        let marker = parts.next().filter(|marker| !marker.is_empty())?.to_owned();
        let verb = |word: &str| VERBS.iter().find(|(name, _)| *name == word).map(|(_, verb)| *verb);
        let found = parts.peek().and_then(|word| verb(word));
        if found.is_some() {
            parts.next();
        }
        let nth = match parts.next() {
            Some(number) => number.parse().ok().filter(|&number| number > 0)?,
            None => 1,
        };
        parts.next().is_none().then_some(Moment { marker, verb: found.unwrap_or(Verb::Reached), nth })
    }

    /// How many events have happened then, in a run of the text. `None` when it never comes, or when the marked line is
    /// gone from the text.
    pub fn find(&self, script: &Script, text: &str, events: &mut dyn Iterator<Item = &Event>) -> Option<u64> {
        let line = script.line_in(text, &self.marker)?;
        let mut watch = Watch { line, created: Vec::new(), waiting: Vec::new(), busy: Vec::new() };
        events.filter(|event| watch.is(self.verb, event)).nth(self.nth as usize - 1).map(|event| event.seq + 1)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.marker)?;
        if self.verb != Verb::Reached {
            let name = VERBS.iter().find(|(_, verb)| *verb == self.verb).map_or("", |(name, _)| name);
            write!(f, ".{name}")?;
        }
        if self.nth > 1 { write!(f, ".{}", self.nth) } else { Ok(()) }
    }
}

/// What is known of a line while the log goes by.
struct Watch {
    line: u32,
    /// The tasks made on the line.
    created: Vec<TaskId>,
    /// The tasks whose last suspension has the line in its await stack.
    waiting: Vec<TaskId>,
    /// The tasks that did something on the line.
    busy: Vec<TaskId>,
}

impl Watch {
    /// Whether the event is what the verb says, on this line.
    fn is(&mut self, verb: Verb, event: &Event) -> bool {
        use EventKind::*;
        let is_here = own_line(&event.kind) == Some(self.line)
            || matches!(&event.kind, Suspended { stack, .. } if stack.iter().any(|frame| frame.line == self.line));
        if is_here {
            self.busy.extend(event.actor.task());
        }
        match &event.kind {
            TaskCreated { task, .. } if is_here => self.created.push(*task),
            Suspended { task, .. } => {
                self.waiting.retain(|waiting| waiting != task);
                if is_here {
                    self.waiting.push(*task);
                }
            }
            _ => {}
        }
        match (verb, &event.kind) {
            (Verb::Reached, _)
            | (Verb::Printed, Output { .. })
            | (Verb::Raised, ExceptionRaised { .. })
            | (Verb::Caught, ExceptionCaught { .. })
            | (Verb::Blocked, Blocking { .. } | ThreadBlocked { .. })
            | (Verb::Created, TaskCreated { .. })
            | (Verb::Suspended, Suspended { .. }) => is_here,
            (Verb::Started, StepStarted { task }) | (Verb::Ended, TaskDone { task, .. }) => self.created.contains(task),
            (Verb::Woken, Woken { task, .. })
            | (Verb::Resumed, Resumed { task })
            | (Verb::Asked, CancelRequested { task, .. })
            | (Verb::Cancelled, CancelDelivered { task }) => self.waiting.contains(task),
            (Verb::Done, TaskDone { task, .. }) => self.busy.contains(task),
            _ => false,
        }
    }
}

/// The line of the program that the event itself names.
pub fn own_line(kind: &EventKind) -> Option<u32> {
    use EventKind::*;
    match kind {
        TaskCreated { line, .. }
        | Output { line, .. }
        | Blocking { line, .. }
        | ExceptionRaised { line, .. }
        | ExceptionCaught { line, .. }
        | ContextEntered { line, .. }
        | ContextLeft { line, .. }
        | GeneratorYielded { line, .. }
        | ThreadBlocked { line, .. }
        | ExecutorSubmitted { line, .. }
        | Warning { line, .. } => Some(*line),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_it_is_written() {
        for text in ["nap", "nap.2", "nap.woken", "one-more.resumed.3"] {
            assert_eq!(Moment::parse(text).unwrap().to_string(), text);
        }
        for text in ["", ".woken", "nap.slept", "nap.woken.0", "nap.1.woken"] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }
}
