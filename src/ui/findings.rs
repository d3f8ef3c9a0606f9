//! Cards for what a run shows that its author may want to know.

use yew::prelude::*;

use super::advice::{advice, is_hint, word};
use super::context::{Page, use_page};
use super::rich::rich_line;
use super::state::Action;
use crate::trace::findings::Finding;
use crate::trace::timeline::Timeline;

/// Cards that are shown; the first ones of a run are the causes.
const SHOWN: usize = 12;

/// Those of before the event `upto`.
pub fn show_findings(timeline: &Timeline, findings: &[Finding], upto: u64, page: &Page) -> Html {
    let words = page.language.words();
    let shown: Vec<&Finding> = findings.iter().filter(|finding| finding.seq < upto).take(SHOWN).collect();
    if shown.is_empty() {
        return Html::default();
    }
    let is_only = shown.len() == 1;
    html! {
        <section class="findings" aria-label={words.findings} data-testid="findings">
            for finding in shown {
                <Card key={format!("{}{}", word(&finding.kind), finding.seq)} finding={finding.clone()} at={timeline.time(finding.seq + 1)} {is_only} />
            }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct CardProps {
    finding: Finding,
    at: crate::trace::event::Nanos,
    /// Then it says everything at once.
    is_only: bool,
}

#[component]
fn Card(props: &CardProps) -> Html {
    let page = use_page();
    let words = page.language.words();
    let is_open = use_state_eq(|| None::<bool>);
    let open = is_open.unwrap_or(props.is_only);
    let finding = &props.finding;
    let said = advice(finding, page.language);
    let is_hint = is_hint(&finding.kind);
    let go = {
        let (dispatch, seq, line) = (page.dispatch.clone(), finding.seq, finding.line);
        move |_| {
            dispatch.emit(Action::Seek(Some(seq + 1)));
            if let Some(line) = line {
                dispatch.emit(Action::Point(line));
            }
        }
    };
    let toggle = {
        let is_open = is_open.clone();
        move |_| is_open.set(Some(!open))
    };
    html! {
        <article class={classes!("finding", (!is_hint).then_some("bad"))} data-testid="finding" data-finding={word(&finding.kind)}>
            <span class="icon" aria-hidden="true">{ if is_hint { "i" } else { "!" } }</span>
            <div class="words">
                <h3>{ said.title }</h3>
                <p>{ rich_line(&said.what, &page) }</p>
                if open {
                    <p class="why"><b>{ words.why }{ " " }</b>{ rich_line(said.why, &page) }</p>
                    <p class="fix"><b>{ words.fix }{ " " }</b>{ rich_line(said.fix, &page) }</p>
                }
                <p class="do">
                    <button type="button" class="small" data-testid="finding-go" onclick={go}>{ (words.show_moment)(props.at) }</button>
                    <button type="button" class="small" data-testid="finding-explain" aria-expanded={open.to_string()} onclick={toggle}>{ words.explain }</button>
                </p>
            </div>
        </article>
    }
}
