//! The two axes, the part of one that is looked at, and where its ticks stand.
//!
//! Places on the axis of time are seconds, on the axis of turns columns (see [`Timeline::column`]).

use crate::trace::event::Nanos;
use crate::trace::timeline::Timeline;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Axis {
    #[default]
    Time,
    Turns,
}

impl Axis {
    pub fn as_str(self) -> &'static str {
        match self {
            Axis::Time => "time",
            Axis::Turns => "turns",
        }
    }

    /// Where something lies that happened at `at`, just before the event `seq`.
    pub fn place(self, timeline: &Timeline, at: Nanos, seq: u64) -> f64 {
        match self {
            Axis::Time => at.as_secs_f64(),
            Axis::Turns => timeline.column(seq),
        }
    }

    /// Where a moment lies.
    pub fn place_of_moment(self, timeline: &Timeline, upto: u64) -> f64 {
        self.place(timeline, timeline.time(upto), upto)
    }

    /// The moment that lies there.
    pub fn moment(self, timeline: &Timeline, place: f64) -> u64 {
        match self {
            Axis::Time => timeline.moment(Nanos::from_secs_f64(place)),
            Axis::Turns => timeline.moment_at_column(place),
        }
    }

    /// The shortest part that can be looked at.
    fn least(self) -> f64 {
        match self {
            Axis::Time => 200e-9,
            Axis::Turns => 1.0,
        }
    }
}

/// The part of an axis that is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    pub start: f64,
    pub span: f64,
}

impl View {
    pub fn whole(length: f64) -> View {
        View { start: 0.0, span: length }
    }

    pub fn end(self) -> f64 {
        self.start + self.span
    }

    pub fn is_in(self, place: f64) -> bool {
        (self.start..=self.end()).contains(&place)
    }

    /// The place at a share of the width.
    pub fn at(self, share: f64) -> f64 {
        self.start + share * self.span
    }

    /// `factor` times as much is seen, and what lies at a share of the width stays there.
    pub fn zoom(self, factor: f64, share: f64, axis: Axis, length: f64) -> View {
        let span = (self.span * factor).clamp(axis.least().min(length), length);
        View { start: self.at(share) - share * span, span }.within(length)
    }

    /// By a share of the width.
    pub fn pan(self, share: f64, length: f64) -> View {
        View { start: self.start + share * self.span, ..self }.within(length)
    }

    /// The nearest that does not stick out.
    pub fn within(self, length: f64) -> View {
        let span = self.span.min(length);
        View { start: self.start.clamp(0.0, (length - span).max(0.0)), span }
    }

    /// From one place to another, with a little room around them.
    pub fn between(from: f64, to: f64, axis: Axis, length: f64) -> View {
        let span = ((to - from) * 1.16).max(axis.least()).min(length);
        View { start: (from + to - span) / 2.0, span }.within(length)
    }

    /// Moves as little as shows the place.
    pub fn showing(self, place: f64, length: f64) -> View {
        if self.is_in(place) {
            return self;
        }
        let share = if place < self.start { 0.15 } else { 0.85 };
        View { start: place - share * self.span, ..self }.within(length)
    }
}

/// The part of an axis that is drawn: more than is looked at, and the same while that moves by a little.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    pub start: f64,
    pub end: f64,
    /// About what is looked at of it: a power of two.
    pub scale: f64,
}

impl Window {
    /// The whole width in pixels, roughly: what is drawn does not depend on the width exactly.
    const WIDTH: f64 = 1024.0;

    pub fn of(view: View) -> Window {
        // The next power of two: its bits are an exponent without a fraction.
        let span = view.span.max(f64::MIN_POSITIVE).to_bits();
        let scale = f64::from_bits(span.next_multiple_of(1 << (f64::MANTISSA_DIGITS - 1)));
        let cell = scale / 4.0;
        let start = (view.start / cell).floor() - 1.0;
        let end = (view.end() / cell).ceil() + 1.0;
        Window { start: start.max(0.0) * cell, end: end * cell, scale }
    }

    /// A pixel's worth.
    pub fn pixel(self) -> f64 {
        self.scale / Window::WIDTH
    }
}

/// A tick and what is written at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub place: f64,
    pub label: String,
}

/// The end of the axis while the run goes on: a round time, so that it grows in a few steps and not with every frame. An
/// end just past a round time, as after a sleep of 3 s, does not make room for one more.
pub fn round_up(end: Nanos) -> Nanos {
    let mut unit: u64 = 1_000;
    while unit.saturating_mul(10) <= end.0 {
        unit *= 10;
    }
    let tenths = (end.0 - end.0 / 200).div_ceil(unit / 10);
    let nice = [10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100].into_iter().find(|&nice| tenths <= nice).unwrap_or(100);
    Nanos(nice * (unit / 10)).max(end)
}

/// The distance of ticks of which at most eight are seen, in nanoseconds.
fn step(span: f64) -> u64 {
    const SECOND: u64 = 1_000_000_000;
    const LONG: [u64; 12] = [15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 86_400];
    let least = span * 1e9 / 8.0;
    let short = (0..11).flat_map(|power| [1, 2, 5].map(|digit| digit * 10u64.pow(power)));
    let all = short.take_while(|&step| step <= 10 * SECOND).chain(LONG.map(|step| step * SECOND));
    all.into_iter().find(|&step| step as f64 >= least).unwrap_or_else(|| {
        let day = 86_400.0 * SECOND as f64;
        ((least / day).ceil() * day) as u64
    })
}

/// Ticks of the axis of time at round times from `start` to `end`, so many that a part of `span` has two to eight.
pub fn time_ticks(start: f64, end: f64, span: f64) -> Vec<Tick> {
    let step = step(span);
    let first = ((start.max(0.0) * 1e9) as u64).div_ceil(step);
    let last = (end.max(0.0) * 1e9) as u64 / step;
    let label = |at: u64| label(at, step, end);
    (first..=last.min(first + 64))
        .map(|index| Tick { place: (index * step) as f64 / 1e9, label: label(index * step) })
        .collect()
}

/// Ticks of the axis of turns: every so many columns, the program time there.
pub fn turn_ticks(timeline: &Timeline, start: f64, end: f64, span: f64) -> Vec<Tick> {
    let step =
        (1usize..).flat_map(|n| [1, 2, 5].map(|d| d * 10usize.pow(n as u32 - 1))).find(|&s| s as f64 >= span / 8.0);
    let step = step.unwrap_or(1);
    let first = (start.max(0.0) as usize).div_ceil(step);
    let last = (end.max(0.0) as usize).min(timeline.columns().len()) / step;
    let label = |index: usize| match index.checked_sub(1).and_then(|before| timeline.columns().get(before)) {
        Some(column) => self::label(column.at.0 / 1_000_000 * 1_000_000, 1_000_000, end.max(1.0)),
        None => "0".to_owned(),
    };
    (first..=last.min(first + 64))
        .map(|index| Tick { place: (index * step) as f64, label: label(index * step) })
        .collect()
}

/// `0`, `250 µs`, `1.5 s`, `2:30`: as exact as the step asks for.
fn label(at: u64, step: u64, end: f64) -> String {
    if at == 0 {
        return "0".into();
    }
    if step.is_multiple_of(1_000_000_000) && end > 120.0 {
        let (minutes, seconds) = (at / 60_000_000_000, at / 1_000_000_000 % 60);
        return match minutes / 60 {
            0 => format!("{minutes}:{seconds:02}"),
            hours => format!("{hours}:{:02}:{seconds:02}", minutes % 60),
        };
    }
    let (unit, name) = match (end * 1e9) as u64 {
        0..2_000 => (1, "ns"),
        2_000..2_000_000 => (1_000, "µs"),
        2_000_000..500_000_000 => (1_000_000, "ms"),
        _ => (1_000_000_000, "s"),
    };
    let mut places = 0;
    while places < 9 && !(step * 10u64.pow(places as u32)).is_multiple_of(unit) {
        places += 1;
    }
    format!("{:.places$} {name}", at as f64 / unit as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(span: f64) -> Vec<String> {
        time_ticks(0.0, span, span).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_stand_at_round_times_and_are_few() {
        assert_eq!(labels(3.0), ["0", "0.5 s", "1.0 s", "1.5 s", "2.0 s", "2.5 s", "3.0 s"]);
        assert_eq!(labels(5.0), ["0", "1 s", "2 s", "3 s", "4 s", "5 s"]);
        assert_eq!(labels(40e-6), ["0", "5 µs", "10 µs", "15 µs", "20 µs", "25 µs", "30 µs", "35 µs", "40 µs"]);
        assert_eq!(labels(600.0), ["0", "2:00", "4:00", "6:00", "8:00", "10:00"]);
        for power in -6..9 {
            for digit in 1..10 {
                let count = labels(f64::from(digit) * 10f64.powi(power)).len();
                assert!((2..=9).contains(&count), "{digit}e{power}: {count}");
            }
        }
    }

    #[test]
    fn ticks_of_a_part_are_as_exact_as_it_is_short() {
        let near: Vec<String> = time_ticks(1.0, 1.00001, 10e-6).into_iter().map(|tick| tick.label).collect();
        assert_eq!(near[..2], ["1.000000 s", "1.000002 s"]);
        assert!(time_ticks(0.0, 1e9, 1e-9).len() <= 65);
    }

    #[test]
    fn a_round_end_is_not_before_the_end() {
        for end in [0, 1, 999, 1_000, 1_001, 2_999_999_999, 3_000_000_001, u64::MAX / 200] {
            let round = round_up(Nanos(end));
            assert!(round.0 >= end && round.0 > 0, "{end}");
            assert!(round.0 <= end.max(1_000) * 2, "{end}");
        }
    }

    #[test]
    fn zooming_keeps_what_is_pointed_at() {
        let view = View::whole(8.0).zoom(0.25, 0.5, Axis::Time, 8.0);
        assert_eq!(view, View { start: 3.0, span: 2.0 });
        assert_eq!(view.zoom(0.5, 0.25, Axis::Time, 8.0).at(0.25), view.at(0.25));
        assert_eq!(view.zoom(100.0, 0.9, Axis::Time, 8.0), View::whole(8.0));
        assert_eq!(view.pan(10.0, 8.0), View { start: 6.0, span: 2.0 });
        assert_eq!(view.zoom(1e-30, 0.5, Axis::Time, 8.0).span, 200e-9);
        assert!(view.showing(7.0, 8.0).is_in(7.0));
        assert_eq!(view.showing(4.0, 8.0), view);
    }

    #[test]
    fn what_is_drawn_covers_what_is_seen_and_seldom_changes() {
        let view = View { start: 3.1, span: 0.85 };
        let window = Window::of(view);
        assert!(window.start < view.start && window.end > view.end() && window.end - window.start < 3.0);
        assert_eq!(Window::of(view.pan(0.05, 8.0)), window);
    }
}
