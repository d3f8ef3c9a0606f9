//! Why a selected slice is what it is: what it waited for, where, and who woke it.

use std::rc::Rc;

use yew::prelude::*;

use crate::trace::event::{Actor, Nanos};
use crate::trace::lane::{Lane, SliceState};
use crate::ui::context::use_page;
use crate::ui::hue::Hue;
use crate::ui::rich::RichLine;
use crate::ui::state::Action;
use crate::ui::text::Text;

#[derive(PartialEq, Properties)]
pub struct DetailsProps {
    pub lane: Rc<Lane>,
    /// The event that began the slice.
    pub seq: u64,
    pub clock: Nanos,
}

#[component]
pub fn Details(props: &DetailsProps) -> Html {
    let page = use_page();
    let text = page.text();
    let Some(sentences) = sentences(&props.lane, props.seq, props.clock, text) else { return Html::default() };
    let close = {
        let dispatch = page.dispatch.clone();
        move |_| dispatch.emit(Action::Select(None))
    };
    html! {
        <aside class="details" role="status" data-hue={Hue::of(props.lane.actor).attribute()}>
            <p>
                for sentence in sentences {
                    <span class="sentence"><RichLine source={sentence} /></span>
                    { " " }
                }
            </p>
            <button type="button" class="close" aria-label={text.close} title={text.close} onclick={close}>{ "×" }</button>
        </aside>
    }
}

/// Rich text, a sentence an item.
pub fn sentences(lane: &Lane, seq: u64, clock: Nanos, text: &Text) -> Option<Vec<String>> {
    let index = lane.slices.partition_point(|slice| slice.seq < seq);
    let slice = lane.slices.get(index).filter(|slice| slice.seq == seq)?;
    let end = slice.end.unwrap_or(clock).min(clock.max(slice.start));
    let duration = end.saturating_sub(slice.start);
    let who = if lane.actor == Actor::Main { text.lane_loop.to_owned() } else { lane.actor.to_string() };
    let mut out = vec![];
    match &slice.state {
        SliceState::Running => out.push((text.slice_ran)(&who, duration)),
        SliceState::Ready { .. } => out.push((text.slice_was_ready)(&who, duration)),
        SliceState::Blocking { what } => out.push((text.slice_blocked)(&who, what, duration)),
        SliceState::Idle { .. } => return None,
        SliceState::Suspended { on, stack, woken_by } => {
            out.push((text.slice_waited)(&who, on, duration));
            if !stack.is_empty() {
                out.push((text.slice_at)(stack));
            }
            out.push(match woken_by {
                Some(by) => (text.slice_woken)(by),
                None => text.slice_not_woken.to_owned(),
            });
        }
    }
    out.push(format!("{}{}", (text.slice_span)(slice.start, end), text.full_stop));
    Some(out)
}
