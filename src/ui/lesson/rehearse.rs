//! A whole run at once, without a clock to wait for: for a link to a moment, and for a question whose answer is in the run.

use crate::browser::driver::{Report, RunState};
use crate::browser::pace::Clock;
use crate::browser::{library, wall};
use crate::run::{Ended, Options, Program, Progress, Run, SyntaxError, Until};
use crate::trace::event::Nanos;

/// A lesson's program needs a small part of this; a reader's endless loop is stopped here.
const MOST_INSTRUCTIONS: u64 = 4_000_000;
const PIECE: u64 = 100_000;
const MOST_TIME: Nanos = Nanos(600 * Nanos::SECOND.0);

/// Everything that happens when the text runs. A run that is longer than a lesson's is reported as stopped.
pub async fn rehearse(source: &str, seed: u64) -> Result<Report, Box<SyntaxError>> {
    let options = Options { seed, started_at: wall::unix_time(), ..Options::default() };
    let program = Program::new(source, &options.filename)?;
    library::load(&program.libraries()).await;
    let mut run = Run::of(program, options);
    let mut events = Vec::new();
    for _ in 0..MOST_INSTRUCTIONS / PIECE {
        let progress = run.advance(PIECE, Until::FuelOut);
        events.append(&mut run.take_events());
        if progress == Progress::Done || run.clock() > MOST_TIME {
            break;
        }
    }
    let ended = run.ended().cloned();
    let state = match &ended {
        Some(Ended::Exited(0)) => RunState::Done,
        Some(_) => RunState::Failed,
        None => RunState::Stopped,
    };
    Ok(Report { events, clock: Clock::Stands(run.clock()), state, ended, trace_is_long: false })
}
