//! One run of one program: source in, events out. The boundary of the core: what drives a run (the page, the
//! command line, a test) knows only this module and `trace`.

use std::rc::Rc;

use crate::asyncio;
use crate::asyncio::recorder::{Recorder, emit, recorder};
use crate::trace::event::{Event, EventKind, Nanos, TaskId, WaitingOn};
use crate::vm::code::CodeSpec;
use crate::vm::compile::compile;
pub use crate::vm::memory::in_use as memory_in_use;
use crate::vm::object::{Origin, Source, View};
use crate::vm::run::Advance;
use crate::vm::stdlib::library::needed_by;
pub use crate::vm::stdlib::library::{LIBRARY_VERSION, Library, module_names};
use crate::vm::{Exc, Vm, stdlib};

/// What a run needs to know beside the program.
#[derive(Clone, Debug)]
pub struct Options {
    /// Shown in tracebacks: `File "main.py", line 3, in main`.
    pub filename: String,
    /// Seeds `random` and nothing else.
    pub seed: u64,
    /// Wall time at the run's start, in seconds since 1970-01-01 UTC, for `time.time()` and `datetime.now()`.
    pub started_at: f64,
    /// Local time minus UTC, in seconds.
    pub utc_offset: i32,
    /// For a log of awaits that is compared with CPython's: see `Vm::keep_coroutine_locals`.
    pub keep_coroutine_locals: bool,
    /// How many events tell what happens one by one; later ones are counted, see `EventKind::Folded`.
    pub detail: u64,
    /// Code that the reader does not see; see [`Program::with_hidden`].
    pub hidden: Vec<Hidden>,
}

/// Code that belongs to a program and that its reader does not see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// After how many of the lines that are seen it stands.
    pub after: u32,
    /// Whole lines.
    pub text: Rc<str>,
}

impl Options {
    /// The `detail` of a run in the page: its timeline takes about 350 bytes of memory for an event.
    pub const PAGE_DETAIL: u64 = 300_000;
}

impl Default for Options {
    fn default() -> Options {
        Options {
            filename: "main.py".into(),
            seed: 0,
            started_at: 0.0,
            utc_offset: 0,
            keep_coroutine_locals: false,
            detail: u64::MAX,
            hidden: Vec::new(),
        }
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
    /// Nothing is ready, there is no timer and no worker: CPython would wait for ever. `message` says who waits for
    /// what; it is in the output already. `waits` says the same of each task that is not done, and `cycle` names those
    /// that wait for each other: each for the next, the last for the first. It may be empty.
    Deadlock { message: String, waits: Vec<(TaskId, Option<WaitingOn>)>, cycle: Vec<TaskId> },
}

/// A program without syntax errors, ready to run.
pub struct Program {
    spec: CodeSpec,
    source: Source,
}

impl Program {
    /// Compiles the text; `filename` is shown in tracebacks.
    pub fn new(source: &str, filename: &str) -> Result<Program, Box<SyntaxError>> {
        Program::with_hidden(source, &[], filename)
    }

    /// Compiles the text together with what is hidden in it. Every line that a run tells is the reader's: those of the text
    /// keep their numbers, and the hidden ones count on after the last of them.
    pub fn with_hidden(source: &str, hidden: &[Hidden], filename: &str) -> Result<Program, Box<SyntaxError>> {
        let source_of =
            |text: &str| Source { filename: filename.to_owned(), text: text.to_owned(), origin: Origin::Program };
        if hidden.is_empty() {
            let spec = compile(source).map_err(|error| Box::new(SyntaxError::new(*error, source, filename)))?;
            return Ok(Program { spec, source: source_of(source) });
        }
        let Whole { text, numbers, as_numbered } = whole(source, hidden);
        // A place past the end of the text is one past the last number.
        let number = |line: u32| {
            let past = numbers.len() as u32 + 1;
            if line == 0 { 0 } else { numbers.get(line as usize - 1).copied().unwrap_or(past) }
        };
        let mut spec = compile(&text).map_err(|mut error| {
            (error.line, error.end_line) = (number(error.line), number(error.end_line));
            if error.end_line < error.line {
                (error.end_line, error.end_column) = (error.line, error.column + 1);
            }
            Box::new(SyntaxError::new(*error, &as_numbered, filename))
        })?;
        spec.renumber(&number);
        Ok(Program { spec, source: source_of(&as_numbered) })
    }

    /// The modules in Python that it may import. In the page each needs to be supplied with its text before the run.
    pub fn libraries(&self) -> Vec<&'static Library> {
        needed_by(&self.spec)
    }
}

/// A text with what is hidden in it.
pub struct Whole {
    /// As it runs.
    pub text: String,
    /// The reader's number of each line.
    numbers: Vec<u32>,
    /// The lines in the order of their numbers.
    as_numbered: String,
}

/// Puts what is hidden where it belongs.
pub fn whole(source: &str, hidden: &[Hidden]) -> Whole {
    let seen: Vec<&str> = source.split('\n').collect();
    let (mut text, mut numbers, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    let mut hide = |after: usize, is_last: bool, text: &mut Vec<String>, numbers: &mut Vec<u32>| {
        let here = hidden.iter().filter(|part| part.after as usize == after || is_last && part.after as usize > after);
        for line in here.flat_map(|part| part.text.trim_end_matches('\n').split('\n')) {
            text.push(line.to_owned());
            rest.push(line.to_owned());
            numbers.push((seen.len() + rest.len()) as u32);
        }
    };
    for (index, line) in seen.iter().enumerate() {
        hide(index, false, &mut text, &mut numbers);
        text.push((*line).to_owned());
        numbers.push(index as u32 + 1);
    }
    hide(seen.len(), true, &mut text, &mut numbers);
    Whole { text: text.join("\n"), numbers, as_numbered: format!("{source}\n{}", rest.join("\n")) }
}

/// A run of a program, from its first instruction to its end.
pub struct Run {
    vm: Vm,
    /// The end of an idle time, to which the next `advance` moves the clock.
    due: Option<u64>,
    ended: Option<Ended>,
    /// How the main program ended, while its other threads and the functions of `atexit` still run.
    /// The exception that ended it lives as long, with what it holds.
    ending: Option<(Ended, Option<Exc>)>,
}

/// Instructions between two looks at whether a step has been reached.
const STEP_FUEL: u64 = 64;

impl Run {
    /// Compiles the program; nothing of it has run yet.
    pub fn new(source: &str, options: Options) -> Result<Run, Box<SyntaxError>> {
        Ok(Run::of(Program::with_hidden(source, &options.hidden, &options.filename)?, options))
    }

    /// A run of a compiled program, before its first instruction.
    pub fn of(program: Program, options: Options) -> Run {
        let mut vm = Vm::new(Box::new(Recorder::new(options.detail)));
        asyncio::install(&mut vm);
        vm.seed = options.seed;
        vm.started_at = options.started_at;
        vm.utc_offset = options.utc_offset;
        vm.keep_coroutine_locals = options.keep_coroutine_locals;
        if let Err(exc) = vm.start_main(program.spec, Rc::new(program.source)) {
            // An empty stack takes a frame.
            unreachable!("the program could not be started: {}", exc.class().name());
        }
        Run { vm, due: None, ended: None, ending: None }
    }

    /// Runs for at most `fuel` instructions, never across an idle time: `WaitUntil` comes first.
    pub fn advance(&mut self, fuel: u64, until: Until) -> Progress {
        if self.ended.is_some() {
            return Progress::Done;
        }
        if let Some(due) = self.due.take() {
            self.vm.advance_clock(due);
        }
        // A run that is stepped by line shows them at each line.
        self.vm.shows_locals = matches!(until, Until::Await | Until::Turn);
        let mut left = fuel;
        let (awaits, turns) = self.marks();
        let line = self.vm.current_line();
        loop {
            let slice = match until {
                Until::FuelOut => left,
                Until::Await | Until::Turn => left.min(STEP_FUEL),
                Until::Line => left.min(1),
            };
            match self.vm.advance(slice) {
                Advance::OutOfFuel => {}
                Advance::WaitUntil(due) => {
                    self.due = Some(due);
                    return Progress::WaitUntil(Nanos(due));
                }
                Advance::Deadlock => {
                    self.end_in_deadlock();
                    return Progress::Done;
                }
                Advance::Done => {
                    let Some((ended, exc)) = self.ending.take() else {
                        self.end();
                        continue;
                    };
                    self.vm.shut_down(exc);
                    asyncio::shut_down(&mut self.vm);
                    self.ended = Some(ended);
                    return Progress::Done;
                }
            }
            left -= slice;
            let (now_awaits, now_turns) = self.marks();
            let reached = match until {
                Until::FuelOut => false,
                Until::Await => now_awaits != awaits,
                Until::Turn => now_turns != turns,
                Until::Line => {
                    let now = self.vm.current_line();
                    now != line && now != 0
                }
            };
            if reached && until == Until::Line {
                let line = self.vm.current_line();
                let locals = self.vm.shown_locals();
                emit(&mut self.vm, EventKind::LineReached { line, locals });
            }
            if left == 0 || reached {
                return Progress::Ready;
            }
        }
    }

    fn marks(&mut self) -> (u64, u64) {
        let recorder = recorder(&mut self.vm);
        (recorder.awaits, recorder.turns)
    }

    /// Program time now.
    pub fn clock(&self) -> Nanos {
        Nanos(self.vm.clock())
    }

    /// The events since the last call.
    pub fn take_events(&mut self) -> Vec<Event> {
        recorder(&mut self.vm).take()
    }

    /// How many events wait to be taken.
    pub fn pending_events(&mut self) -> usize {
        recorder(&mut self.vm).pending()
    }

    /// `Some` once `advance` has returned `Done`.
    pub fn ended(&self) -> Option<&Ended> {
        self.ended.as_ref()
    }

    /// Records nothing but output and the count of awaits: for measuring what recording costs.
    pub fn mute(&mut self) {
        recorder(&mut self.vm).muted = true;
    }

    /// The main program has ended. What is left to do at exit runs in its place: threads are joined first.
    fn end(&mut self) {
        let result = self.vm.take_result().unwrap_or(Ok(crate::vm::Value::None));
        let exc = result.as_ref().err().filter(|exc| !exc.is(&self.vm.types.system_exit)).cloned();
        let ended = match result {
            Ok(_) => Ended::Exited(0),
            Err(exc) if exc.is(&self.vm.types.system_exit.clone()) => {
                let code = exc.get("code");
                match code {
                    crate::vm::Value::None => Ended::Exited(0),
                    crate::vm::Value::Bool(status) => Ended::Exited(status as i32),
                    crate::vm::Value::Int(status) => Ended::Exited((status & 0xff) as i32),
                    other => {
                        let text = self.vm.str(&other).unwrap_or_default();
                        self.vm.write(crate::vm::Stream::Stderr, &format!("{text}\n"));
                        Ended::Exited(1)
                    }
                }
            }
            Err(exc) => {
                if !stdlib::excepthook(&mut self.vm, &exc) {
                    let text = self.vm.traceback_text(&exc);
                    self.vm.write(crate::vm::Stream::Stderr, &text);
                }
                self.vm.set_last_exception(&exc);
                let (line, message) = (last_line(&exc), self.vm.str_of_exception(&exc));
                Ended::Raised { exception: exc.class().name(), message, line }
            }
        };
        self.ending = Some((ended, exc));
        let begun = stdlib::exit_flow().and_then(|flow| self.vm.start_entry(flow));
        debug_assert!(begun.is_ok(), "an empty stack takes a frame");
    }

    fn end_in_deadlock(&mut self) {
        let asyncio::Deadlock { text, waits, cycle } = asyncio::deadlock(&mut self.vm);
        self.vm.write(crate::vm::Stream::Stderr, &text);
        self.ended = Some(Ended::Deadlock { message: text, waits, cycle });
    }
}

/// The line of the program where the exception came from.
fn last_line(exc: &Exc) -> u32 {
    let mut line = 0;
    let mut at = exc.state().traceback.get();
    while let View::Traceback(entry) = at.view() {
        if entry.code.source.is_program() {
            line = entry.line();
        }
        let next = entry.next.get();
        at = next;
    }
    line
}

impl SyntaxError {
    fn new(error: crate::vm::compile::SyntaxError, source: &str, filename: &str) -> SyntaxError {
        let text = crate::vm::traceback::syntax_error_text(&error, source, filename);
        let crate::vm::compile::SyntaxError { kind, message, line, column, end_line, end_column } = error;
        // CPython shows no caret for column 0; a reader is led to the beginning of the line.
        SyntaxError { kind, message, line, column: column.max(1), end_line, end_column: end_column.max(1), text }
    }
}
