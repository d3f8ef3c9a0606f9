//! The time axis: how long it is, and where its ticks stand.

use crate::trace::event::Nanos;

/// A tick and what is written at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub at: Nanos,
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

/// Four to nine ticks at round times from zero to `span`.
pub fn ticks(span: Nanos) -> Vec<Tick> {
    let mut step: u64 = 1;
    let mut factors = [2, 5, 10].into_iter().cycle();
    let mut decade = 1;
    while span.0 / step > 8 {
        let factor = factors.next().expect("a cycle has no end");
        step = decade * factor;
        if factor == 10 {
            decade *= 10;
        }
    }
    let (unit, name) = match span.0 {
        0..2_000 => (1, "ns"),
        2_000..2_000_000 => (1_000, "µs"),
        2_000_000..500_000_000 => (1_000_000, "ms"),
        _ => (1_000_000_000, "s"),
    };
    let mut places = 0;
    while !(step * 10u64.pow(places as u32)).is_multiple_of(unit) {
        places += 1;
    }
    (0..=span.0 / step)
        .map(|index| {
            let at = index * step;
            let label = if at == 0 { "0".into() } else { format!("{:.places$} {name}", at as f64 / unit as f64) };
            Tick { at: Nanos(at), label }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(span: u64) -> Vec<String> {
        ticks(Nanos(span)).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_stand_at_round_times_and_are_few() {
        assert_eq!(labels(3_000_000_000), ["0", "0.5 s", "1.0 s", "1.5 s", "2.0 s", "2.5 s", "3.0 s"]);
        assert_eq!(labels(5_000_000_000), ["0", "1 s", "2 s", "3 s", "4 s", "5 s"]);
        assert_eq!(labels(1_000_000_000), ["0", "0.2 s", "0.4 s", "0.6 s", "0.8 s", "1.0 s"]);
        assert_eq!(labels(40_000), ["0", "5 µs", "10 µs", "15 µs", "20 µs", "25 µs", "30 µs", "35 µs", "40 µs"]);
        for power in 0..19 {
            for digit in 1..10 {
                let count = ticks(Nanos(digit * 10u64.pow(power.min(18)))).len();
                assert!((2..=9).contains(&count), "{digit}e{power}: {count}");
            }
        }
    }

    #[test]
    fn a_round_end_is_not_before_the_end() {
        for end in [0, 1, 999, 1_000, 1_001, 2_999_999_999, 3_000_000_001, u64::MAX / 200] {
            let round = round_up(Nanos(end));
            assert!(round.0 >= end && round.0 > 0, "{end}");
            assert!(round.0 <= end.max(1_000) * 2, "{end}");
        }
    }
}
