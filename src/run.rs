//! One run of one program: source in, events out. The boundary of the core: what drives a run (the page, the
//! command line, a test) knows only this module and `trace`.

use crate::trace::event::{Event, Nanos};

/// What a run needs to know beside the program.
#[derive(Clone, Debug)]
pub struct Options {
    /// Shown in tracebacks: `File "main.py", line 3, in main`.
    pub filename: String,
    /// Seeds `random` and nothing else.
    pub seed: u64,
    /// Wall time at the run's start, in seconds since 1970-01-01 UTC, for `time.time()` and `datetime.now()`.
    pub started_at: f64,
}

impl Default for Options {
    fn default() -> Options {
        Options { filename: "main.py".into(), seed: 0, started_at: 0.0 }
    }
}

/// A fault in the user's text. Lines and columns count from 1, columns in characters; the end is exclusive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// `SyntaxError`, `IndentationError` or `TabError`.
    pub kind: &'static str,
    pub message: String,
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
    /// What CPython would print on stderr, newline at the end.
    pub text: String,
}

/// How a run stands after `advance`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The fuel is used up, or the step asked for is reached; there is more to do at once.
    Ready,
    /// Nothing to do before this moment of program time. The next `advance` moves the clock there.
    WaitUntil(Nanos),
    Done,
}

/// How far a run goes before it stops by itself, fuel permitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    FuelOut,
    /// The next time that a task suspends or ends.
    Await,
    /// The beginning of the next loop iteration.
    Turn,
    /// The next line.
    Line,
}

/// How a program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The exit status: 0, or what `sys.exit` gave.
    Exited(i32),
    /// An uncaught exception; its traceback is in the output already. `line` is the last of its frames' in the program.
    Raised { exception: String, message: String, line: u32 },
}

pub struct Run {
    _private: (),
}

impl Run {
    /// Compiles the program; nothing of it has run yet.
    pub fn new(source: &str, options: Options) -> Result<Run, Box<SyntaxError>> {
        let _ = (source, options);
        Ok(Run { _private: () })
    }

    /// Runs for at most `fuel` instructions, never across an idle time: `WaitUntil` comes first.
    pub fn advance(&mut self, fuel: u64, until: Until) -> Progress {
        let _ = (fuel, until);
        Progress::Done
    }

    /// Program time now.
    pub fn clock(&self) -> Nanos {
        Nanos::ZERO
    }

    /// The events since the last call.
    pub fn take_events(&mut self) -> Vec<Event> {
        Vec::new()
    }

    /// `Some` once `advance` has returned `Done`.
    pub fn ended(&self) -> Option<&Ended> {
        None
    }
}
