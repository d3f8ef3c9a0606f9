//! What becomes of the reader's commands: an order to the driver of the run, an action on the state, or both.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

use super::controls::Command;
use super::state::{Action, State};
use crate::browser::driver::{Driver, RunState};
use crate::browser::pace::Clock;
use crate::browser::wall;
use crate::run::Options;
use crate::trace::event::Nanos;

/// What the controls ask for.
pub fn obey(command: Command, state: &State, driver: &Rc<RefCell<Option<Driver>>>, dispatch: &Callback<Action>) {
    let live = |order: fn(&Driver)| {
        if let Some(driver) = driver.borrow().as_ref() {
            order(driver);
        }
    };
    match command {
        Command::Run if state.can_continue() => {
            dispatch.emit(Action::Seek(None));
            live(Driver::run);
        }
        Command::Run => {
            start(state, driver, dispatch);
            live(Driver::run);
        }
        Command::Pause => live(Driver::pause),
        Command::Step => match state.step_forward() {
            Some(upto) => dispatch.emit(Action::Seek(Some(upto))),
            None => {
                if state.run != RunState::Running && !state.can_continue() {
                    start(state, driver, dispatch);
                }
                dispatch.emit(Action::Seek(None));
                if let Some(driver) = driver.borrow().as_ref() {
                    driver.step(state.step_by);
                }
            }
        },
        Command::StepBack => {
            if let Some(upto) = state.step_back() {
                live(Driver::pause);
                dispatch.emit(Action::Seek(Some(upto)));
            }
        }
        Command::StepBy(landmark) => dispatch.emit(Action::StepBy(landmark)),
        Command::PlayBack => match (state.playback, state.cursor) {
            (Some(_), cursor) => dispatch.emit(Action::Seek(cursor.map(|cursor| cursor.upto))),
            (None, cursor) => dispatch.emit(Action::PlayBack(Clock::Ticks {
                program: cursor.map_or(Nanos::ZERO, |cursor| cursor.at),
                wall: wall::now(),
                percent: state.speed.percent(),
                limit: state.timeline.end(),
            })),
        },
        Command::Follow => dispatch.emit(Action::Seek(None)),
        Command::Stop => live(Driver::stop),
        Command::Reset => {
            driver.borrow_mut().take();
            dispatch.emit(Action::Reset);
        }
        Command::Speed(speed) => {
            if let Some(driver) = driver.borrow().as_ref() {
                driver.set_speed(speed);
            }
            dispatch.emit(Action::SetSpeed(speed));
        }
    }
}

/// Compiles what is in the editor and holds it before its first instruction. The run before ends.
fn start(state: &State, driver: &Rc<RefCell<Option<Driver>>>, dispatch: &Callback<Action>) {
    driver.borrow_mut().take();
    let options = Options {
        seed: state.seed.unwrap_or_else(wall::random_seed),
        started_at: wall::unix_time(),
        utc_offset: wall::utc_offset(),
        detail: Options::PAGE_DETAIL,
        hidden: state.program.parts.hidden.clone(),
        ..Options::default()
    };
    let report = {
        let dispatch = dispatch.clone();
        move |report| dispatch.emit(Action::Reported(report))
    };
    let seed = options.seed;
    match Driver::new(&state.program.source, options, state.speed, report) {
        Ok(new) => {
            *driver.borrow_mut() = Some(new);
            dispatch.emit(Action::Started(seed));
        }
        Err(error) => dispatch.emit(Action::SyntaxError(*error)),
    }
}
