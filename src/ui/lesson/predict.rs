//! The question of a lesson: the run stands before a moment, what comes after is hidden, the reader says what it will be,
//! and then the run tells.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::super::context::{Staged, use_page};
use super::super::rich::show_block;
use super::super::state::OpenLesson;
use super::rehearse::rehearse;
use super::words::words;
use crate::browser::driver::{Report, RunState};
use crate::browser::pace::Clock;
use crate::lesson::markdown::Predict;
use crate::lesson::question::{Puzzle, Question};
use crate::trace::event::Nanos;

#[derive(PartialEq, Properties)]
pub struct PredictCardProps {
    pub predict: Predict,
    pub open: Rc<OpenLesson>,
    pub edited: bool,
    pub on_predicted: Callback<bool>,
}

#[derive(Clone, PartialEq)]
enum Stage {
    /// Nobody has asked.
    Closed,
    /// The run has no such moment: never with a lesson's own program.
    NoMoment,
    /// Asked; these were picked so far, in order.
    Asked {
        told: Rc<Told>,
        picked: Vec<usize>,
    },
    Answered {
        told: Rc<Told>,
        is_right: bool,
    },
}

/// The whole run, and the question about it.
#[derive(PartialEq)]
struct Told {
    report: Report,
    puzzle: Puzzle,
}

impl Told {
    /// The run up to the question.
    fn beginning(&self) -> Report {
        let events = self.report.events[..self.puzzle.upto as usize].to_vec();
        let clock = Clock::Stands(events.last().map_or(Nanos::ZERO, |event| event.at));
        Report { events, clock, state: RunState::Stopped, ended: None, trace_is_long: false }
    }
}

#[component]
pub fn PredictCard(props: &PredictCardProps) -> Html {
    let page = use_page();
    let words = words(page.language);
    let stage = use_state(|| Stage::Closed);
    let start = {
        let (stage, page, open, question) =
            (stage.clone(), page.clone(), props.open.clone(), props.predict.question.clone());
        Callback::from(move |_: MouseEvent| {
            let (stage, page, open, question) = (stage.clone(), page.clone(), open.clone(), question.clone());
            spawn_local(async move {
                let text: Rc<str> = open.script.text(page.language).into();
                let told = rehearse(&text, 0).await.ok().and_then(|report| {
                    let puzzle = question.about(&open.script, &text, &report.events)?;
                    Some(Told { report, puzzle })
                });
                stage.set(match told {
                    Some(told) => {
                        page.stage.emit(Staged { text, seed: 0, report: told.beginning(), upto: None });
                        Stage::Asked { told: Rc::new(told), picked: Vec::new() }
                    }
                    None => Stage::NoMoment,
                });
            });
        })
    };
    let body = match &*stage {
        Stage::Closed => html! {
            <>
                <button type="button" class="card-button" data-testid="predict-start" onclick={start}>{ words.predict_start }</button>
                if props.edited { <small>{ words.predict_puts_back }</small> }
            </>
        },
        Stage::NoMoment => html! { <p role="status">{ words.no_moment }</p> },
        Stage::Asked { told, picked } => {
            let pick = |index: usize| {
                let (stage, told, picked) = (stage.clone(), told.clone(), picked.clone());
                Callback::from(move |_: MouseEvent| {
                    let mut picked = picked.clone();
                    match picked.iter().position(|&other| other == index) {
                        Some(at) => drop(picked.remove(at)),
                        // A single place changes hands.
                        None if told.puzzle.answer.len() == 1 => picked = vec![index],
                        None => picked.push(index),
                    }
                    stage.set(Stage::Asked { told: told.clone(), picked });
                })
            };
            let check = {
                let (stage, told, page, on_predicted) =
                    (stage.clone(), told.clone(), page.clone(), props.on_predicted.clone());
                let (picked, open) = (picked.clone(), props.open.clone());
                Callback::from(move |_: MouseEvent| {
                    let chosen: Vec<String> = picked.iter().map(|&index| told.puzzle.options[index].clone()).collect();
                    let is_right = told.puzzle.is_solved_by(&chosen);
                    let upto = told.puzzle.answer.last().map(|last| last.upto);
                    let text = open.script.text(page.language).into();
                    page.stage.emit(Staged { text, seed: 0, report: told.report.clone(), upto });
                    on_predicted.emit(is_right);
                    stage.set(Stage::Answered { told: told.clone(), is_right });
                })
            };
            let ask = match props.predict.question {
                Question::Order { .. } => words.predict_order,
                Question::Next { .. } => words.predict_next,
                Question::Path { .. } => words.predict_path,
            };
            html! {
                <>
                    <p>{ ask }</p>
                    <div class="options" role="group" aria-label={ask}>
                        for (index, option) in told.puzzle.options.iter().enumerate() {
                            <button
                                type="button"
                                data-testid="predict-option"
                                data-option={option.clone()}
                                aria-pressed={picked.contains(&index).to_string()}
                                onclick={pick(index)}
                            >
                                if let (true, Some(at)) = (told.puzzle.answer.len() > 1, picked.iter().position(|&other| other == index)) {
                                    <b>{ at + 1 }</b>
                                }
                                <code>{ option.clone() }</code>
                            </button>
                        }
                    </div>
                    <button
                        type="button"
                        class="card-button"
                        data-testid="predict-check"
                        disabled={picked.len() != told.puzzle.answer.len()}
                        onclick={check}
                    >
                        { words.check }
                    </button>
                </>
            }
        }
        Stage::Answered { told, is_right } => {
            let show = |upto: u64| {
                let (page, told, open) = (page.clone(), told.clone(), props.open.clone());
                Callback::from(move |_: MouseEvent| {
                    let text = open.script.text(page.language).into();
                    page.stage.emit(Staged { text, seed: 0, report: told.report.clone(), upto: Some(upto) });
                })
            };
            html! {
                <>
                    <p class="verdict" role="status" data-testid="predict-verdict" data-right={is_right.to_string()}>
                        <b>{ if *is_right { words.right } else { words.wrong } }</b>{ " " }{ words.what_happens }
                    </p>
                    <ol class="answer">
                        for solved in &told.puzzle.answer {
                            <li>
                                <button type="button" class="line-link" data-testid="predict-moment" onclick={show(solved.upto)}>
                                    <code>{ solved.option.clone() }</code>
                                </button>
                            </li>
                        }
                    </ol>
                    { for props.predict.why.iter().map(|block| show_block(block, &page)) }
                    <button type="button" class="card-button" data-testid="predict-start" onclick={start}>{ words.again }</button>
                </>
            }
        }
    };
    html! {
        <div class="card predict" data-testid="predict">
            <p class="card-title"><b>{ words.predict }</b></p>
            { for props.predict.ask.iter().map(|block| show_block(block, &page)) }
            { body }
        </div>
    }
}
