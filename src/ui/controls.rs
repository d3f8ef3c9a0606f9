//! Run, pause, step, stop, reset, speed, and the program's clock.

use yew::prelude::*;

use super::context::use_page;
use super::text::{Text, moment};
use crate::browser::driver::RunState;
use crate::browser::pace::Speed;
use crate::trace::event::Nanos;
use crate::trace::timeline::Landmark;

/// What the reader asks the run to do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Command {
    /// From the beginning; or on, when it is paused.
    Run,
    Pause,
    /// To the next place of the kind that is chosen; past the end of what has happened the run goes on.
    Step,
    StepBack,
    StepBy(Landmark),
    /// Plays the recorded back from the moment that is looked at, or from the beginning; or holds it there.
    PlayBack,
    /// Follows the run again.
    Follow,
    Stop,
    Reset,
    Speed(Speed),
}

#[derive(PartialEq, Properties)]
pub struct ControlsProps {
    pub run: RunState,
    /// Whether Run goes on with the paused run.
    pub can_continue: bool,
    pub speed: Speed,
    pub step_by: Landmark,
    pub can_step: bool,
    pub can_step_back: bool,
    pub can_play_back: bool,
    pub is_playing_back: bool,
    /// How far the run has come, when something earlier is looked at.
    pub end: Option<Nanos>,
    pub on: Callback<Command>,
    /// Stands at the end.
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn Controls(props: &ControlsProps) -> Html {
    let page = use_page();
    let text = page.text();
    let send = |command: Command| {
        let on = props.on.clone();
        move |_: MouseEvent| on.emit(command)
    };
    let on_speed = {
        let on = props.on.clone();
        move |event: Event| {
            let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
            if let Some(speed) = Speed::of_value(&select.value()) {
                on.emit(Command::Speed(speed));
            }
        }
    };
    let on_step_by = {
        let on = props.on.clone();
        move |event: Event| {
            let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
            if let Some(step_by) = Landmark::ALL.into_iter().find(|landmark| landmark.as_str() == select.value()) {
                on.emit(Command::StepBy(step_by));
            }
        }
    };
    let run_word = if props.can_continue { text.resume } else { text.run };
    html! {
        <div class="controls" part="controls" role="toolbar" aria-label={text.controls}>
            <button type="button" class="button primary" data-testid="run" data-tip={text.run_hint} onclick={send(Command::Run)}>
                { icon("run") }{ run_word }
            </button>
            <button type="button" class="button" data-testid="pause" aria-label={text.pause} data-tip={text.pause}
                disabled={props.run != RunState::Running} onclick={send(Command::Pause)}>
                { icon("pause") }
            </button>
            <span class="pair">
                <button type="button" class="button" data-testid="step-back" aria-label={text.step_back} data-tip={text.step_back_hint}
                    disabled={!props.can_step_back} onclick={send(Command::StepBack)}>
                    { icon("back") }
                </button>
                <select class="step-by" data-testid="step-by" aria-label={text.step_by} data-tip={text.step_by} onchange={on_step_by}>
                    for choice in Landmark::ALL {
                        <option value={choice.as_str()} selected={choice == props.step_by}>{ (text.landmark)(choice) }</option>
                    }
                </select>
                <button type="button" class="button" data-testid="step" data-tip={text.step_hint} aria-label={text.step}
                    disabled={!props.can_step} onclick={send(Command::Step)}>
                    { icon("forward") }
                </button>
                <button type="button" class="button" data-testid="replay" data-tip={text.replay_hint} aria-label={text.replay}
                    aria-pressed={if props.is_playing_back { "true" } else { "false" }}
                    disabled={!props.can_play_back} onclick={send(Command::PlayBack)}>
                    { icon(if props.is_playing_back { "pause" } else { "replay" }) }
                </button>
            </span>
            <button type="button" class="button" data-testid="stop" aria-label={text.stop} data-tip={text.stop}
                disabled={!props.run.is_live()} onclick={send(Command::Stop)}>
                { icon("stop") }
            </button>
            <button type="button" class="button" data-testid="reset" aria-label={text.reset} data-tip={text.reset_hint} onclick={send(Command::Reset)}>
                { icon("reset") }
            </button>
            <label class="speed">
                <span>{ text.speed }</span>
                <select data-testid="speed" aria-label={text.speed} onchange={on_speed}>
                    for choice in choices(props.speed) {
                        <option value={choice.value()} selected={choice == props.speed}>{ shown_speed(choice, text) }</option>
                    }
                </select>
            </label>
            <span class="state" data-state={props.run.as_str()} role="status"><i aria-hidden="true"></i>{ state_word(props.run, text) }</span>
            <span class="clock" role="timer" aria-live="off" aria-label={text.clock}>
                // Filled in by `clock`, frame by frame.
                <span data-testid="clock"></span>{ " s" }
                if let Some(end) = props.end {
                    <span class="end">{ " / " }{ moment(end) }</span>
                }
            </span>
            if props.end.is_some() {
                <button type="button" class="button follow" data-testid="follow" data-tip={text.follow_hint} onclick={send(Command::Follow)}>
                    { text.follow }{ icon("end") }
                </button>
            }
            { props.children.clone() }
        </div>
    }
}

/// The usual speeds, and the one that a link asked for.
fn choices(speed: Speed) -> Vec<Speed> {
    let mut choices = Speed::CHOICES.to_vec();
    if !choices.contains(&speed) {
        choices.insert(0, speed);
    }
    choices
}

fn shown_speed(speed: Speed, text: &Text) -> String {
    match speed {
        Speed::Percent(_) => format!("{}×", speed.value()),
        Speed::Max => text.speed_max.into(),
    }
}

fn state_word(run: RunState, text: &Text) -> &'static str {
    match run {
        RunState::Idle => text.state_idle,
        RunState::Running => text.state_running,
        RunState::Paused => text.state_paused,
        RunState::Done => text.state_done,
        RunState::Failed => text.state_failed,
        RunState::Stopped => text.state_stopped,
    }
}

/// Drawn, not typed: a font's ▶ is an emoji on some systems.
pub fn icon(name: &str) -> Html {
    let path = match name {
        "run" => "M4 2.5v11l9-5.5z",
        "pause" => "M4 2.5h3v11H4zM9 2.5h3v11H9z",
        "stop" => "M3.5 3.5h9v9h-9z",
        "forward" => "M3 3v10l7-5zM11 3h2v10h-2z",
        "back" => "M13 3v10L6 8zM3 3h2v10H3z",
        "replay" => "M2.5 3v10l5.5-4v4l6.5-5L8 3v4z",
        "end" => "M3 3v10l8-5zM11.5 3H13v10h-1.5z",
        "reset" => {
            "M8 2.5a5.5 5.5 0 1 0 5.4 6.6l-1.7-.4A3.8 3.8 0 1 1 8 4.2c1 0 1.9.4 2.6 1L8.8 7H14V1.8l-2.2 2.2A5.5 5.5 0 0 0 8 2.5z"
        }
        "share" => {
            "M11.5 10a2.5 2.5 0 0 0-1.8.8L6.4 8.9a2.5 2.5 0 0 0 0-1.7l3.3-2a2.5 2.5 0 1 0-.8-1.4L5.6 5.8a2.5 2.5 0 1 0 0 4.5l3.3 1.9a2.5 2.5 0 1 0 2.6-2.2z"
        }
        "embed" => "M5.6 3.4 6.8 4.6 3.4 8l3.4 3.4-1.2 1.2L1 8zM10.4 3.4 15 8l-4.6 4.6-1.2-1.2L12.6 8 9.2 4.6z",
        "open" => "M1.5 3h4.6l1.5 1.7h6.9v1.6H4.6L3 12.1V4.6zM5.2 7.3H16l-2.3 6H1.5z",
        "away" => "M9 2h5v5l-1.9-1.9-4.6 4.6-1.2-1.2 4.6-4.6zM3 4h4v1.6H4.1v6.3h6.3V9H12v4.5H2.5V4z",
        "export" => "M7.2 1.5h1.6v6.6l2.3-2.3 1.1 1.1L8 11.1 3.8 6.9l1.1-1.1 2.3 2.3zM2 12.4h12V14H2z",
        "auto" => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 1.6v8.8a4.4 4.4 0 0 1 0-8.8z",
        "light" => {
            "M8 4.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4zM7.3.8h1.4v2.4H7.3zM7.3 12.8h1.4v2.4H7.3zM.8 7.3h2.4v1.4H.8zM12.8 7.3h2.4v1.4h-2.4zM2.4 3.4l1-1 1.7 1.7-1 1zM10.9 11.9l1-1 1.7 1.7-1 1zM12.6 2.4l1 1-1.7 1.7-1-1zM4.1 10.9l1 1-1.7 1.7-1-1z"
        }
        "dark" => "M13.5 10A6 6 0 0 1 6 2.5a6 6 0 1 0 7.5 7.5z",
        _ => "",
    };
    html! { <svg class="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false"><path d={path} fill="currentColor" /></svg> }
}
