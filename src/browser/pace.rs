//! The arithmetic of pacing: how program time goes with the wall's, and how much to run at a time. Reads no clock.

use std::collections::VecDeque;

use crate::trace::event::{Event, Nanos};

/// A moment of wall time, in microseconds from an origin that the page fixes once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wall(pub u64);

impl Wall {
    /// From what `performance.now()` gives.
    pub fn from_millis(millis: f64) -> Wall {
        Wall((millis * 1000.0) as u64)
    }

    /// Microseconds since `earlier`; 0 if that is later.
    pub fn since(self, earlier: Wall) -> u64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// How fast the program's clock runs against the wall's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speed {
    /// In hundredths: 100 is as fast as the wall.
    Percent(u32),
    /// As fast as it computes; waits take no time.
    Max,
}

impl Speed {
    pub const NORMAL: Speed = Speed::Percent(100);
    pub const CHOICES: [Speed; 8] = [
        Speed::Percent(10),
        Speed::Percent(25),
        Speed::Percent(50),
        Speed::Percent(100),
        Speed::Percent(200),
        Speed::Percent(500),
        Speed::Percent(1000),
        Speed::Max,
    ];

    /// The value of the `speed` control and of `&speed=`: `0.25`, `1`, `max`.
    pub fn value(self) -> String {
        match self {
            Speed::Percent(percent) => format!("{}", f64::from(percent) / 100.0),
            Speed::Max => "max".into(),
        }
    }

    /// In hundredths. What is recorded is played back as fast as can be followed, when a run would go as fast as it can.
    pub fn percent(self) -> u32 {
        match self {
            Speed::Percent(percent) => percent,
            Speed::Max => 2000,
        }
    }

    /// From 0.1 to 10, or `max`.
    pub fn of_value(value: &str) -> Option<Speed> {
        if value == "max" {
            return Some(Speed::Max);
        }
        let factor: f64 = value.parse().ok()?;
        (0.1..=10.0).contains(&factor).then(|| Speed::Percent((factor * 100.0).round() as u32))
    }
}

impl Default for Speed {
    fn default() -> Speed {
        Speed::NORMAL
    }
}

/// The program's clock as the page shows it between two reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    Stands(Nanos),
    /// It was `program` at `wall`, goes on at `percent` of the wall's pace, and stops at `limit`.
    Ticks {
        program: Nanos,
        wall: Wall,
        percent: u32,
        limit: Nanos,
    },
}

impl Default for Clock {
    fn default() -> Clock {
        Clock::Stands(Nanos::ZERO)
    }
}

impl Clock {
    /// Where it begins.
    pub fn start(&self) -> Nanos {
        match *self {
            Clock::Stands(at) | Clock::Ticks { program: at, .. } => at,
        }
    }

    /// What it shows at `now`.
    pub fn at(&self, now: Wall) -> Nanos {
        match *self {
            Clock::Stands(program) => program,
            Clock::Ticks { program, wall, percent, limit } => {
                program.saturating_add(to_program(now.since(wall), percent)).min(limit.max(program))
            }
        }
    }

    /// Whether it will show something else later.
    pub fn is_ticking(&self, now: Wall) -> bool {
        match self {
            Clock::Stands(_) => false,
            Clock::Ticks { limit, .. } => self.at(now) < *limit,
        }
    }
}

/// Microseconds of the wall in program time.
fn to_program(micros: u64, percent: u32) -> Nanos {
    // A microsecond is a thousand nanoseconds, a hundredth of it ten.
    Nanos(micros.saturating_mul(10 * u64::from(percent)))
}

/// Which program time may have been reached by now.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    speed: Speed,
    program: Nanos,
    wall: Wall,
}

/// A program that cannot keep the pace because it computes is let off; one whose timer came late catches up, but not
/// more than this.
const MOST_TO_CATCH_UP: u64 = 60_000_000;

impl Pace {
    pub fn new(speed: Speed) -> Pace {
        Pace { speed, program: Nanos::ZERO, wall: Wall(0) }
    }

    pub fn speed(&self) -> Speed {
        self.speed
    }

    /// From `wall` on, time goes on from `program`.
    pub fn anchor(&mut self, program: Nanos, wall: Wall) {
        (self.program, self.wall) = (program, wall);
    }

    /// Goes on at another speed from where the clock, which never passes `limit`, stands.
    pub fn set_speed(&mut self, speed: Speed, limit: Nanos, now: Wall) {
        let program = match self.speed {
            Speed::Max => limit,
            Speed::Percent(_) => self.due(now).min(limit),
        };
        self.anchor(program, now);
        self.speed = speed;
    }

    /// The program time that is due now: what happens up to then may be shown.
    pub fn due(&self, now: Wall) -> Nanos {
        match self.speed {
            Speed::Max => Nanos(u64::MAX),
            Speed::Percent(percent) => self.program.saturating_add(to_program(now.since(self.wall), percent)),
        }
    }

    /// Microseconds of the wall until `program` is due.
    pub fn until(&self, program: Nanos, now: Wall) -> u64 {
        match self.speed {
            Speed::Max => 0,
            Speed::Percent(percent) => program.saturating_sub(self.due(now)).0.div_ceil(10 * u64::from(percent).max(1)),
        }
    }

    /// The program has computed all the time and has come as far as `program`: time waits for it.
    pub fn fell_behind(&mut self, program: Nanos, now: Wall) {
        if self.speed != Speed::Max && self.due(now) > program {
            self.anchor(program, now);
        }
    }

    /// The program waits for `program`, which was due a while ago: the time lost is caught up with, if it is not too long.
    pub fn woke_late(&mut self, program: Nanos, now: Wall) {
        if let Speed::Percent(percent) = self.speed
            && self.due(now).saturating_sub(program) > to_program(MOST_TO_CATCH_UP, percent)
        {
            self.anchor(program, now);
        }
    }

    /// The clock that the page shows until it hears more. `limit` is the time that the program is known to reach.
    pub fn clock(&self, limit: Nanos, now: Wall) -> Clock {
        match self.speed {
            Speed::Max => Clock::Stands(limit),
            Speed::Percent(percent) => Clock::Ticks { program: self.due(now).min(limit), wall: now, percent, limit },
        }
    }
}

/// How many instructions to run at a time, from how many ran in the time before.
#[derive(Clone, Copy, Debug)]
pub struct Fuel {
    /// Instructions in a microsecond.
    rate: f64,
    spent: u64,
    micros: u64,
}

impl Fuel {
    /// What a piece of a slice should take, in microseconds: so much may a slice be too long.
    pub const PIECE: u64 = 1000;
    const LEAST: u64 = 200;
    const MOST: u64 = 10_000_000;
    /// A shorter time than this says nothing: a page's clock is coarse on purpose.
    const SHORTEST_MEASURE: u64 = 500;

    pub fn new() -> Fuel {
        Fuel { rate: 5.0, spent: 0, micros: 0 }
    }

    /// Instructions for the next piece, with `left` microseconds of the slice to go.
    pub fn piece(&self, left: u64) -> u64 {
        ((self.rate * left.min(Fuel::PIECE) as f64) as u64).clamp(Fuel::LEAST, Fuel::MOST)
    }

    /// So many instructions ran in so many microseconds.
    pub fn spent(&mut self, fuel: u64, micros: u64) {
        self.spent += fuel;
        self.micros += micros;
        if self.micros < Fuel::SHORTEST_MEASURE {
            return;
        }
        let measured = self.spent as f64 / self.micros as f64;
        self.rate = measured.clamp(self.rate / 8.0, self.rate * 2.0);
        (self.spent, self.micros) = (0, 0);
    }
}

impl Default for Fuel {
    fn default() -> Fuel {
        Fuel::new()
    }
}

/// Events that have happened in the run and are not due on the page: the run computes ahead of the clock, and a blocking
/// call moves it at once to its end.
#[derive(Debug, Default)]
pub struct Held {
    events: VecDeque<Event>,
}

impl Held {
    pub fn extend(&mut self, events: Vec<Event>) {
        self.events.extend(events);
    }

    pub fn len(&self) -> usize {
        self.events.len()
    }

    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// When the next one is due.
    pub fn next_at(&self) -> Option<Nanos> {
        self.events.front().map(|event| event.at)
    }

    /// Moves those that are due to `shown`, as long as that has fewer than `most`.
    pub fn release(&mut self, due: Nanos, most: usize, shown: &mut Vec<Event>) {
        while shown.len() < most
            && let Some(event) = self.events.pop_front_if(|event| event.at <= due)
        {
            shown.push(event);
        }
    }

    /// Moves all up to the first that satisfies `last` to `shown`; tells whether there is one, else moves nothing.
    pub fn release_through(&mut self, last: impl Fn(&Event) -> bool, shown: &mut Vec<Event>) -> bool {
        let Some(index) = self.events.iter().position(last) else { return false };
        shown.extend(self.events.drain(..=index));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::event::{Actor, EventKind};

    const MS: u64 = 1_000_000;

    fn wall_ms(millis: u64) -> Wall {
        Wall(millis * 1000)
    }

    #[test]
    fn a_speed_is_read_as_it_is_written() {
        for speed in Speed::CHOICES {
            assert_eq!(Speed::of_value(&speed.value()), Some(speed));
        }
        assert_eq!(Speed::Percent(25).value(), "0.25");
        for text in ["", "0", "-1", "nan", "fast", "1,5", "0.01", "11"] {
            assert_eq!(Speed::of_value(text), None, "{text:?}");
        }
    }

    #[test]
    fn program_time_goes_with_the_wall_by_the_speed() {
        let mut pace = Pace::new(Speed::Percent(50));
        pace.anchor(Nanos(7 * MS), wall_ms(100));
        assert_eq!(pace.due(wall_ms(100)), Nanos(7 * MS));
        assert_eq!(pace.due(wall_ms(120)), Nanos(17 * MS));
        assert_eq!(pace.until(Nanos(27 * MS), wall_ms(120)), 20_000);
        assert_eq!(pace.until(Nanos(1), wall_ms(120)), 0);
        pace.set_speed(Speed::Percent(1000), Nanos(u64::MAX), wall_ms(120));
        assert_eq!(pace.due(wall_ms(121)), Nanos(27 * MS));
        pace.set_speed(Speed::Max, Nanos(30 * MS), wall_ms(121));
        assert_eq!(pace.until(Nanos(u64::MAX), wall_ms(121)), 0);
        pace.set_speed(Speed::Percent(100), Nanos(30 * MS), wall_ms(130));
        assert_eq!(pace.due(wall_ms(130)), Nanos(30 * MS));
    }

    #[test]
    fn time_waits_for_a_program_that_computes() {
        let mut pace = Pace::new(Speed::Percent(100));
        pace.fell_behind(Nanos(2 * MS), wall_ms(10));
        assert_eq!(pace.due(wall_ms(10)), Nanos(2 * MS));
        pace.fell_behind(Nanos(50 * MS), wall_ms(11));
        assert_eq!(pace.due(wall_ms(11)), Nanos(3 * MS), "who is ahead changes nothing");
    }

    #[test]
    fn a_late_timer_is_caught_up_with() {
        let mut pace = Pace::new(Speed::Percent(100));
        pace.woke_late(Nanos(1000 * MS), wall_ms(2000));
        assert_eq!(pace.due(wall_ms(2000)), Nanos(2000 * MS));
        pace.woke_late(Nanos(1000 * MS), wall_ms(3_600_000));
        assert_eq!(pace.due(wall_ms(3_600_000)), Nanos(1000 * MS), "but not with an hour's sleep");
    }

    #[test]
    fn the_clock_runs_smoothly_up_to_what_is_known() {
        let mut pace = Pace::new(Speed::Percent(200));
        pace.anchor(Nanos::ZERO, wall_ms(0));
        let clock = pace.clock(Nanos(100 * MS), wall_ms(10));
        assert_eq!(clock.at(wall_ms(10)), Nanos(20 * MS));
        assert_eq!(clock.at(wall_ms(30)), Nanos(60 * MS));
        assert_eq!(clock.at(wall_ms(900)), Nanos(100 * MS));
        assert_eq!(clock.at(wall_ms(5)), Nanos(20 * MS));
        assert!(clock.is_ticking(wall_ms(30)) && !clock.is_ticking(wall_ms(50)));
        assert_eq!(Pace::new(Speed::Max).clock(Nanos(5), wall_ms(1)), Clock::Stands(Nanos(5)));
    }

    #[test]
    fn fuel_follows_the_speed_that_was_measured() {
        let mut fuel = Fuel::new();
        for _ in 0..40 {
            let piece = fuel.piece(8000);
            fuel.spent(piece, piece / 30);
        }
        assert!((29_000..=31_000).contains(&fuel.piece(8000)), "30 a µs: {}", fuel.piece(8000));
        assert!(fuel.piece(100) < 3200, "what is left of the slice is not exceeded");
        for _ in 0..40 {
            let piece = fuel.piece(8000);
            fuel.spent(piece, piece * 2);
        }
        assert!(fuel.piece(8000) <= 500);
    }

    #[test]
    fn a_clock_that_stands_still_does_not_let_the_fuel_grow() {
        let mut fuel = Fuel::new();
        let before = fuel.piece(8000);
        for _ in 0..1000 {
            fuel.spent(before, 0);
        }
        assert_eq!(fuel.piece(8000), before);
    }

    #[test]
    fn what_is_not_due_is_held_back() {
        let event = |at| Event { seq: 0, at: Nanos(at), actor: Actor::Main, kind: EventKind::LoopStarted };
        let mut held = Held::default();
        held.extend((0..10).map(event).collect());
        let mut shown = Vec::new();
        held.release(Nanos(4), 3, &mut shown);
        assert_eq!((shown.len(), held.next_at()), (3, Some(Nanos(3))));
        shown.clear();
        held.release(Nanos(4), 100, &mut shown);
        assert_eq!((shown.len(), held.next_at()), (2, Some(Nanos(5))));
        assert!(held.release_through(|event| event.at == Nanos(7), &mut shown));
        assert_eq!(held.len(), 2);
        assert!(!held.release_through(|_| false, &mut shown));
        assert_eq!(held.len(), 2);
    }
}
