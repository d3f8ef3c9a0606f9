//! What one playground shows: the parts of the page that fit into a text, over one [`Store`].

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;
use yew::prelude::*;

use super::options::View;
use super::store::Store;
use crate::browser::share::{self, Link};
use crate::run::whole;
use crate::ui::clock::{Shown, use_clock, use_playback};
use crate::ui::console::Console;
use crate::ui::context::{Page, Staged};
use crate::ui::controls::{Controls, icon};
use crate::ui::crosslight::use_crosslight;
use crate::ui::editor::{Editor, gutter};
use crate::ui::state::State;
use crate::ui::timeline::TimelineView;

#[derive(Clone, Properties)]
pub struct PlayProps {
    pub store: Rc<Store>,
}

impl PartialEq for PlayProps {
    fn eq(&self, other: &PlayProps) -> bool {
        Rc::ptr_eq(&self.store, &other.store)
    }
}

#[component]
pub fn Play(props: &PlayProps) -> Html {
    let redraw = use_force_update();
    let store = use_memo(props.clone(), |props| {
        props.store.set_redraw(move || redraw.force_update());
        props.store.clone()
    });
    let store: Rc<Store> = (*store).clone();
    let state = store.state();
    let root = use_node_ref();

    {
        let store = store.clone();
        use_effect_with((), move |()| store.tell("ready"));
    }
    let head = state.cursor.map(|_| state.shown_clock());
    use_clock(&root, Shown { clock: state.clock, head, drawn: state.timeline.len() });
    use_playback(state.playback, store.dispatch());
    use_crosslight(&root);

    let on_command = {
        let store = store.clone();
        use_callback((), move |command, ()| store.command(command))
    };
    let on_run = {
        let on_command = on_command.clone();
        use_callback((), move |(), ()| on_command.emit(crate::ui::controls::Command::Run))
    };
    let page = use_memo((state.language, store.dispatch().clone()), |(language, dispatch)| Page {
        language: *language,
        dispatch: dispatch.clone(),
        lesson: None,
        // Nothing here names a moment of a lesson.
        to_moment: Callback::noop(),
        stage: Callback::from(|_: Staged| {}),
    });
    let upto = state.upto();
    let marks =
        use_memo((state.timeline.clone(), upto, state.program.is_what_ran()), |(timeline, upto, is_what_ran)| {
            if *is_what_ran { gutter::marks(timeline, *upto) } else { gutter::Marks::default() }
        });
    let can_step = state.step_forward().is_some() || state.run.is_live() || !state.program.is_what_ran();
    let view = store.view.get();
    // Before the first run there is nothing to show but the code.
    let is_fresh = state.timeline.is_empty() && state.fault.is_none() && !state.run.is_live();
    html! {
        <ContextProvider<Page> context={(*page).clone()}>
            <div
                class="play"
                data-testid="app"
                data-ready="true"
                data-run-state={state.run.as_str()}
                data-view={view.as_str()}
                data-fresh={is_fresh.then_some("")}
                ref={root}
            >
                <Controls
                    run={state.run}
                    can_continue={state.can_continue()}
                    speed={state.speed}
                    step_by={state.step_by}
                    {can_step}
                    can_step_back={state.step_back().is_some()}
                    can_play_back={!state.timeline.is_empty() && (state.cursor.is_some() || !state.run.is_live())}
                    is_playing_back={state.playback.is_some()}
                    end={state.cursor.map(|_| state.timeline.end())}
                    on={on_command}
                >
                    { open_link(&store, page.text().open_playground) }
                </Controls>
                if view != View::Timeline {
                    <Editor
                        source={state.program.source.clone()}
                        version={state.program.version}
                        program={store.opened.get().to_string()}
                        {marks}
                        fault={state.fault.clone()}
                        pointed={state.pointed}
                        readonly={store.readonly.get()}
                        parts={state.program.parts.clone()}
                        {on_run}
                    />
                }
                if view != View::Code {
                    <TimelineView
                        timeline={state.timeline.clone()}
                        run={state.run}
                        clock={state.clock}
                        cursor={state.cursor}
                        selected={state.selected}
                        trace_is_long={state.trace_is_long}
                    />
                }
                <Console timeline={state.timeline.clone()} {upto} run={state.run} fault={state.fault.clone()} />
            </div>
        </ContextProvider<Page>>
    }
}

/// The way to the whole playground, with this program. The address is made when it is wanted.
fn open_link(store: &Rc<Store>, words: &'static str) -> Html {
    let base = store.base.borrow().clone();
    if base.is_empty() {
        return Html::default();
    }
    let onclick = {
        let store = store.clone();
        move |event: MouseEvent| {
            let link = event.current_target().and_then(|target| target.dyn_into::<HtmlAnchorElement>().ok());
            if let Some(link) = link {
                link.set_href(&share_url(&store));
            }
        }
    };
    html! {
        <a class="ghost-button open" href={base} target="_blank" rel="noopener" title={words} aria-label={words} {onclick}>
            { icon("away") }
        </a>
    }
}

/// A link to the whole playground with the program as it is.
pub fn share_url(store: &Store) -> String {
    let state = store.state();
    let State { seed, speed, language, .. } = &*state;
    let link = Link {
        program: Some(share::Program::Code(whole(&state.program.source, &state.program.parts.hidden).text)),
        seed: *seed,
        speed: Some(*speed).filter(|speed| *speed != Default::default()),
        lang: Some(language.code().to_owned()),
        ..Link::default()
    };
    format!("{}{}", store.base.borrow(), share::build(&link))
}
