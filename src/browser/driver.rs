//! The driver: one future that owns a run, gives it fuel a few milliseconds at a time, and tells the page what happened.
//!
//! ```text
//! the page  -- Command -->  drive: commands, then what is due, then a report, then one of
//!           <-- Report --          a slice of fuel, and the page's turn
//!                                  a wait, which any command ends at once
//! ```
//!
//! The run computes ahead of the clock by a slice at most, and a blocking call moves it at once to its end; events are
//! held back until they are due, so that the page sees each at its time.

use std::pin::pin;

use futures::StreamExt;
use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use super::library;
use super::pace::{Clock, Fuel, Held, Pace, Speed, Wall};
use super::rest;
use super::wall::{self, PageTurn};
use crate::run::{Ended, Options, Program, Progress, Run, SyntaxError, Until};
use crate::trace::event::{Event, EventKind, Nanos};
use crate::trace::timeline::Landmark;

/// The handle on a run in progress. Dropping it ends the run without a further report.
pub struct Driver {
    commands: UnboundedSender<Command>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Command {
    Run,
    Pause,
    Step(Landmark),
    Stop,
    SetSpeed(Speed),
}

/// How a run stands, in the words of `data-run-state`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RunState {
    /// There is no run.
    #[default]
    Idle,
    Running,
    Paused,
    /// The program has ended well.
    Done,
    /// An exception or an exit status ended it.
    Failed,
    /// Somebody stopped it.
    Stopped,
}

impl RunState {
    pub fn as_str(self) -> &'static str {
        match self {
            RunState::Idle => "idle",
            RunState::Running => "running",
            RunState::Paused => "paused",
            RunState::Done => "done",
            RunState::Failed => "failed",
            RunState::Stopped => "stopped",
        }
    }

    /// Whether there is more to come.
    pub fn is_live(self) -> bool {
        matches!(self, RunState::Running | RunState::Paused)
    }
}

/// What the page hears: at most one in a frame's time while the program computes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Those since the last report, in order.
    pub events: Vec<Event>,
    pub clock: Clock,
    pub state: RunState,
    /// In the last report of a run that came to its end.
    pub ended: Option<Ended>,
    /// The run was paused because its trace has grown by [`EVENTS_TO_PAUSE_AT`]; it can go on.
    pub trace_is_long: bool,
}

/// The longest that the page is kept waiting, in microseconds. A slice ends before [`SLICE`] has passed and one piece of
/// fuel, [`Fuel::PIECE`], may come on top.
const SLICE: u64 = 6000;
/// The shortest time between two reports, in microseconds, unless the state changes: two frames, for what moves between
/// them moves by itself.
const FRAME: u64 = 32_000;
/// A report holds no more events than between these, and the run waits while more are due. How many they are follows
/// from how long the page takes to draw a report.
const MOST_EVENTS: usize = 4000;
const LEAST_EVENTS: usize = 250;
/// Drawing a report should take no longer, in microseconds.
const DRAWING: u64 = 12_000;
/// A run that prints for ever fills the memory: it is paused each time that so many events have come.
pub const EVENTS_TO_PAUSE_AT: u64 = 1_000_000;

impl Driver {
    /// Compiles the program and makes it wait, paused, before its first instruction. `report` is called from a microtask,
    /// never from within a method of the driver.
    pub fn new(
        source: &str,
        options: Options,
        speed: Speed,
        report: impl Fn(Report) + 'static,
    ) -> Result<Driver, Box<SyntaxError>> {
        let program = Program::with_hidden(source, &options.hidden, &options.filename)?;
        let (commands, receiver) = unbounded();
        spawn_local(async move {
            library::load(&program.libraries()).await;
            // When it cannot be had, a call that needs it asks again.
            let _ = rest::arrived().await;
            drive(Driven::new(Run::of(program, options), speed), receiver, report).await;
        });
        Ok(Driver { commands })
    }

    /// Runs, or goes on after a pause.
    pub fn run(&self) {
        self.send(Command::Run);
    }

    pub fn pause(&self) {
        self.send(Command::Pause);
    }

    /// Runs to the next such place, waits taking no time, and pauses there.
    pub fn step(&self, to: Landmark) {
        self.send(Command::Step(to));
    }

    /// Ends the run where it is.
    pub fn stop(&self) {
        self.send(Command::Stop);
    }

    pub fn set_speed(&self, speed: Speed) {
        self.send(Command::SetSpeed(speed));
    }

    /// A run that is over has no receiver: then there is nothing to command.
    fn send(&self, command: Command) {
        let _ = self.commands.unbounded_send(command);
    }
}

/// What the run is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Paused,
    Running,
    Stepping(Landmark),
    Stopped,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Advance,
    /// For so many microseconds there is nothing to do.
    Wait(u64),
    /// Everything has happened and has been shown.
    End,
}

/// A run with its clock and what of it has not been shown.
struct Driven {
    run: Run,
    mode: Mode,
    progress: Progress,
    pace: Pace,
    fuel: Fuel,
    held: Held,
    /// Released, to go with the next report.
    shown: Vec<Event>,
    /// Events shown or about to be, for [`EVENTS_TO_PAUSE_AT`].
    shown_in_all: u64,
    trace_is_long: bool,
    /// Where the clock stands in a pause.
    paused_at: Nanos,
    last_report: Wall,
    /// When the page needs more time for a report than a frame, it gets fewer, and smaller ones.
    report_every: u64,
    most_events: usize,
}

impl Driven {
    fn new(run: Run, speed: Speed) -> Driven {
        Driven {
            run,
            mode: Mode::Paused,
            progress: Progress::Ready,
            pace: Pace::new(speed),
            fuel: Fuel::new(),
            held: Held::default(),
            shown: Vec::new(),
            shown_in_all: 0,
            trace_is_long: false,
            paused_at: Nanos::ZERO,
            last_report: Wall(0),
            report_every: FRAME,
            most_events: MOST_EVENTS,
        }
    }

    fn obey(&mut self, command: Command, now: Wall) {
        match command {
            Command::Run => {
                if self.mode != Mode::Running {
                    self.pace.anchor(self.clock_now(now), now);
                    self.mode = Mode::Running;
                    self.trace_is_long = false;
                }
            }
            Command::Pause => self.pause(now),
            Command::Step(to) => {
                let found = self.held.release_through(|event| is_reached(to, event), &mut self.shown);
                if found {
                    self.pause_at(self.shown.last().map_or(Nanos::ZERO, |event| event.at));
                } else {
                    self.paused_at = self.clock_now(now);
                    self.mode = Mode::Stepping(to);
                }
            }
            Command::Stop => {
                self.release(now);
                self.paused_at = self.clock_now(now);
                self.mode = Mode::Stopped;
            }
            Command::SetSpeed(speed) => self.pace.set_speed(speed, self.limit(), now),
        }
    }

    fn pause(&mut self, now: Wall) {
        if self.mode != Mode::Paused {
            self.release(now);
            self.pause_at(self.clock_now(now));
        }
    }

    fn pause_at(&mut self, at: Nanos) {
        self.paused_at = at;
        self.mode = Mode::Paused;
    }

    /// Whether program time goes with the wall's.
    fn is_paced(&self) -> bool {
        self.mode == Mode::Running && self.pace.speed() != Speed::Max
    }

    /// The program time that may be shown. In a pause it is what is shown already: no event after the one that a step went
    /// to, though it be of the same moment.
    fn due(&self, now: Wall) -> Nanos {
        match self.mode {
            Mode::Paused | Mode::Stopped => self.paused_at,
            Mode::Running => self.pace.due(now),
            Mode::Stepping(_) => Nanos(u64::MAX),
        }
    }

    /// The program time that nothing is known beyond.
    fn limit(&self) -> Nanos {
        match self.progress {
            Progress::WaitUntil(until) if self.is_paced() => until,
            _ => self.run.clock(),
        }
    }

    /// What the clock shows.
    fn clock_now(&self, now: Wall) -> Nanos {
        match self.mode {
            Mode::Paused | Mode::Stopped => self.paused_at,
            Mode::Running | Mode::Stepping(_) => self.due(now).min(self.limit()).max(self.paused_at),
        }
    }

    fn clock(&self, now: Wall) -> Clock {
        if self.is_paced() { self.pace.clock(self.limit(), now) } else { Clock::Stands(self.clock_now(now)) }
    }

    fn next(&self, now: Wall) -> Next {
        let due = self.due(now);
        if let Some(at) = self.held.next_at() {
            // What is due is more than one report holds: the page comes first.
            return Next::Wait(if at <= due { 1000 } else { self.pace.until(at, now) });
        }
        let from = match self.progress {
            Progress::WaitUntil(until) => until,
            Progress::Ready | Progress::Done => self.run.clock(),
        };
        if from > due {
            return Next::Wait(self.pace.until(from, now));
        }
        if self.progress == Progress::Done { Next::End } else { Next::Advance }
    }

    /// Runs for a slice of the wall's time at most, or until there is something to wait for.
    fn slice(&mut self) {
        let begun = wall::now();
        let mut now = begun;
        let most = begun.0 + SLICE;
        // A page's clock may stand still for 100 ms on purpose; then the number of pieces ends the slice.
        let mut pieces = 2 * SLICE / Fuel::PIECE;
        while now.0 < most && pieces > 0 && self.next(now) == Next::Advance {
            let (until, step) = match self.mode {
                Mode::Stepping(to) => (until(to), Some(to)),
                Mode::Running => (Until::FuelOut, None),
                Mode::Paused | Mode::Stopped => return,
            };
            if let Progress::WaitUntil(at) = self.progress {
                self.pace.woke_late(at, now);
            }
            let fuel = self.fuel.piece(most - now.0);
            self.progress = self.run.advance(fuel, until);
            let events = self.run.take_events();
            let before = std::mem::replace(&mut now, wall::now());
            if self.progress == Progress::Ready && until == Until::FuelOut {
                pieces -= 1;
                self.fuel.spent(fuel, now.since(before));
                self.pace.fell_behind(self.run.clock(), now);
            }
            self.held.extend(events);
            if let Some(to) = step
                && self.held.release_through(|event| is_reached(to, event), &mut self.shown)
            {
                self.pause_at(self.shown.last().map_or(Nanos::ZERO, |event| event.at));
                return;
            }
            self.release(now);
        }
    }

    /// Takes what is due into the next report.
    fn release(&mut self, now: Wall) {
        if matches!(self.mode, Mode::Paused | Mode::Stopped) {
            return;
        }
        let before = self.shown.len();
        self.held.release(self.due(now), self.most_events, &mut self.shown);
        let released = (self.shown.len() - before) as u64;
        let old = self.shown_in_all;
        self.shown_in_all += released;
        if old / EVENTS_TO_PAUSE_AT != self.shown_in_all / EVENTS_TO_PAUSE_AT && self.mode == Mode::Running {
            self.trace_is_long = true;
            self.pause_at(self.clock_now(now));
        }
    }

    /// The page has drawn what it heard, in so many microseconds, and the browser has as much to do with it. At the pace of
    /// the clock that happens so seldom that the frames between come in time; as fast as it goes, the page gets no more time
    /// than the run does.
    fn report_took(&mut self, micros: u64) {
        let share = if self.is_paced() { 12 } else { 2 };
        self.report_every = FRAME.max(share * micros).min(250_000);
        self.most_events = match micros {
            slow if slow > 2 * DRAWING => (self.most_events / 2).max(LEAST_EVENTS),
            fast if fast < DRAWING => (self.most_events * 2).min(MOST_EVENTS),
            _ => self.most_events,
        };
    }

    fn report(&mut self, now: Wall, state: RunState) -> Report {
        self.last_report = now;
        Report {
            events: std::mem::take(&mut self.shown),
            clock: if state.is_live() { self.clock(now) } else { Clock::Stands(self.clock_now(now)) },
            state,
            ended: None,
            trace_is_long: self.trace_is_long,
        }
    }
}

/// The only place where a run in the browser is advanced. Ends with the run, or when its `Driver` is dropped.
async fn drive(mut driven: Driven, mut commands: UnboundedReceiver<Command>, report: impl Fn(Report)) {
    let page = PageTurn::new();
    // What the page knows. It has heard nothing of a run that has not begun.
    let mut told = RunState::Paused;
    let mut told_clock = Clock::default();
    loop {
        let mut now = wall::now();
        loop {
            match commands.try_recv() {
                Ok(command) => driven.obey(command, now),
                Err(error) if error.is_closed() => return,
                Err(_) => break,
            }
        }
        if driven.mode == Mode::Stopped {
            report(driven.report(now, RunState::Stopped));
            return;
        }
        driven.release(now);

        let state = if driven.mode == Mode::Paused { RunState::Paused } else { RunState::Running };
        let next = driven.next(now);
        let clock = driven.clock(now);
        let has_news = !driven.shown.is_empty() || !same_course(told_clock, clock, now) || state != told;
        let is_due = now.since(driven.last_report) >= driven.report_every;
        // A step that is over within its first slice is told of only when it is over.
        let is_sudden = state != told && !matches!(driven.mode, Mode::Stepping(_)) || state == RunState::Paused;
        // The end has a report of its own; but a pause just before it must be heard of.
        if has_news && (is_due || is_sudden) && (next != Next::End || driven.mode == Mode::Paused) {
            (told, told_clock) = (state, clock);
            report(driven.report(now, state));
            if state == RunState::Running {
                give_turn(&page).await;
                driven.report_took(wall::now().since(now));
                continue;
            }
        }

        if driven.mode == Mode::Paused {
            match commands.next().await {
                Some(command) => driven.obey(command, wall::now()),
                None => return,
            }
            continue;
        }
        match next {
            Next::Advance => {
                driven.slice();
                give_turn(&page).await;
            }
            Next::Wait(micros) => {
                let micros = if has_news {
                    let next_report = driven.report_every.saturating_sub(now.since(driven.last_report));
                    micros.min(next_report)
                } else {
                    micros
                };
                // Timers are set in milliseconds and must not come early; an hour is enough for one.
                let millis = micros.div_ceil(1000).clamp(1, 3_600_000) as u32;
                let timer = pin!(TimeoutFuture::new(millis));
                match select(commands.next(), timer).await {
                    Either::Left((Some(command), _)) => driven.obey(command, wall::now()),
                    Either::Left((None, _)) => return,
                    Either::Right(_) => {}
                }
            }
            Next::End => {
                now = wall::now();
                let ended = driven.run.ended().cloned();
                let state = match &ended {
                    None | Some(Ended::Exited(0)) => RunState::Done,
                    Some(Ended::Exited(_) | Ended::Raised { .. } | Ended::Deadlock { .. }) => RunState::Failed,
                };
                driven.pause_at(driven.run.clock());
                report(Report { ended, ..driven.report(now, state) });
                return;
            }
        }
    }
}

/// Lets the page paint and hear its user.
async fn give_turn(page: &Option<PageTurn>) {
    match page {
        Some(page) => page.give().await,
        None => TimeoutFuture::new(0).await,
    }
}

/// Whether a page that shows `told` shows what `clock` says, at `now` and until the limit.
fn same_course(told: Clock, clock: Clock, now: Wall) -> bool {
    let limit = |clock| match clock {
        Clock::Stands(at) => (at, 0),
        Clock::Ticks { percent, limit, .. } => (limit, percent),
    };
    let apart = told.at(now).0.abs_diff(clock.at(now).0);
    limit(told) == limit(clock) && apart < 1_000_000
}

/// How far the run goes at a time on its way to such a place.
fn until(to: Landmark) -> Until {
    match to {
        Landmark::Turn => Until::Turn,
        Landmark::Line => Until::Line,
        // What the run does beyond the place is held back.
        _ => Until::Await,
    }
}

/// A run that is stepped by line says at which line it is; what else names a line comes after that.
fn is_reached(to: Landmark, event: &Event) -> bool {
    match to {
        Landmark::Line => matches!(event.kind, EventKind::LineReached { .. }),
        _ => to.is_at(event),
    }
}
