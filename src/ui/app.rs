//! The page: its state, its parts, and what connects them with the run, the address and the storage.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use yew::prelude::*;

use super::clock::{Shown, use_clock, use_playback};
use super::console::Console;
use super::context::{Page, Staged};
use super::controls::{Command, Controls};
use super::crosslight::use_crosslight;
use super::editor::{Editor, gutter};
use super::header::Header;
use super::lesson::LessonPane;
use super::lesson::rehearse::rehearse;
use super::loop_panel::LoopPanel;
use super::motion::use_unhurried;
use super::narration::Narration;
use super::obey::obey;
use super::outside::bring::{self, Brought, use_drop};
use super::outside::notice::{self, Notice};
use super::outside::share::ShareProps;
use super::outside::words::words as outside;
use super::shortcuts::{ShortcutSheet, use_shortcuts};
use super::state::{Action, OpenLesson, Origin, Program, Recorded, State, Theme};
use super::table::TimelineTable;
use super::task_tree::TaskTree;
use super::text::Language;
use super::timeline::TimelineView;
use super::tips::use_tips;
use crate::browser::driver::{Driver, RunState};
use crate::browser::share::{self, Link};
use crate::browser::{address, files, rest, storage};
use crate::lesson::moment::Moment;
use crate::lesson::script::Script;
use crate::lessons::{self, LESSONS, LESSONS_VERSION, Lesson};
use crate::trace::recording;

/// Under which keys the reader's choices are stored.
const LANGUAGE: &str = "language";
const THEME: &str = "theme";
/// The slug of the lesson that was open last.
const LESSON: &str = "lesson";

/// To tell what so many tasks do at a moment takes half a frame.
const MANY_LANES: usize = 500;

const DARK: &str = "(prefers-color-scheme: dark)";

/// The program of the link that was open last: its draft belongs to no other.
const LINK: &str = "link";

/// Where the reader's own text of a program is stored.
fn draft_key(origin: &Origin) -> String {
    match origin.lesson() {
        Some(lesson) => format!("draft:{}", lesson.slug),
        None => "draft-of-link".into(),
    }
}

/// The reader's own text of a program, if there is one.
fn draft(origin: &Origin, language: Language) -> Option<String> {
    let is_its_own = origin.lesson().is_some() || storage::get(LINK).as_deref() == Some(&*origin.original(language));
    let draft = if is_its_own { storage::get(&draft_key(origin)) } else { None };
    draft.map(|draft| origin.script().map_or_else(|| draft.clone(), |script| script.translate(&draft, language)))
}

fn store_draft(program: &Program) {
    let is_nothing = matches!(program.origin, Origin::Loading(_) | Origin::Unreachable(..)) && !program.is_edited();
    if is_nothing {
        return;
    }
    let key = draft_key(&program.origin);
    if program.is_edited() {
        storage::set(&key, &program.source)
    } else {
        storage::remove(&key)
    };
    match program.origin.lesson() {
        Some(lesson) => storage::set(LESSON, lesson.slug),
        // A link's program is the same in every language.
        None => storage::set(LINK, &program.origin.original(Language::En)),
    };
}

#[component]
pub fn App() -> Html {
    let state = use_reducer(initial_state);
    let dispatch = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    let driver: Rc<RefCell<Option<Driver>>> = use_mut_ref(|| None);
    let root = use_node_ref();
    let notice = use_state_eq(|| None::<Notice>);
    use_effect_with(state.program.needs_the_rest(), |needs_it| {
        if *needs_it {
            rest::expect();
        }
    });

    let newest = use_mut_ref(|| State::clone(&state));
    newest.replace(State::clone(&state));
    // The reader, or the link, wants to run a program that is not here yet.
    let wants_run = use_mut_ref(|| runs_by_itself(&address::hash()));
    let on_command = {
        let (dispatch, driver, newest, wants_run) =
            (dispatch.clone(), driver.clone(), newest.clone(), wants_run.clone());
        use_callback((), move |command, ()| {
            let state = newest.borrow().clone();
            let is_awaited = matches!(state.program.origin, Origin::Loading(_)) && state.program.source.is_empty();
            match command {
                Command::Run if is_awaited => *wants_run.borrow_mut() = true,
                _ => obey(command, &state, &driver, &dispatch),
            }
        })
    };
    let on_run = {
        let on_command = on_command.clone();
        use_callback((), move |(), ()| on_command.emit(Command::Run))
    };
    let on_open = {
        let (dispatch, driver) = (dispatch.clone(), driver.clone());
        use_callback((), move |lesson: &'static Lesson, ()| {
            driver.borrow_mut().take();
            dispatch.emit(load_lesson(lesson));
            address::go_to(&format!("#lesson={}", lesson.slug));
        })
    };
    let on_file = {
        let (dispatch, driver, newest, notice) = (dispatch.clone(), driver.clone(), newest.clone(), notice.setter());
        use_callback((), move |file: web_sys::File, ()| {
            let (dispatch, driver, newest, notice) = (dispatch.clone(), driver.clone(), newest.clone(), notice.clone());
            wasm_bindgen_futures::spawn_local(async move {
                notice.set(open_file(&file, &newest, &driver, &dispatch).await);
            });
        })
    };
    use_drop(&on_file);
    let on_notice = {
        let (dispatch, driver, notice) = (dispatch.clone(), driver.clone(), notice.setter());
        use_callback((), move |put_back: Option<Program>, ()| {
            notice.set(None);
            if let Some(Program { origin, source, .. }) = put_back {
                driver.borrow_mut().take();
                dispatch.emit(Action::Open { origin, source });
            }
        })
    };
    let program_that_ran = {
        let newest = newest.clone();
        use_callback((), move |(), ()| program_that_ran(&newest.borrow()))
    };

    let stage = {
        let (dispatch, driver) = (dispatch.clone(), driver.clone());
        use_callback((), move |staged: Staged, ()| {
            driver.borrow_mut().take();
            dispatch.emit(Action::Put(staged.text));
            dispatch.emit(Action::Started(staged.seed));
            dispatch.emit(Action::Reported(staged.report));
            dispatch.emit(Action::Seek(staged.upto));
        })
    };
    // The moment that was asked for last is not in the run of this text.
    let lost = use_state_eq(|| None::<Rc<str>>);
    let to_moment = {
        let (dispatch, newest, stage, lost) = (dispatch.clone(), newest.clone(), stage.clone(), lost.clone());
        use_callback((), move |moment: Moment, ()| {
            let state = newest.borrow().clone();
            let (dispatch, stage, lost) = (dispatch.clone(), stage.clone(), lost.setter());
            wasm_bindgen_futures::spawn_local(async move {
                let is_found = show_moment(&moment, &state, &stage, &dispatch).await;
                lost.set((!is_found).then(|| state.program.source.clone()));
            });
        })
    };
    // The moment that the address names, for when the lesson's program is here.
    let wants_moment = use_mut_ref(|| named_moment(&address::hash()));

    use_address(dispatch.clone(), driver.clone(), newest.clone(), {
        let (to_moment, wants_moment) = (to_moment.clone(), wants_moment.clone());
        Callback::from(move |(moment, is_here): (Option<Moment>, bool)| match moment {
            Some(moment) if is_here => to_moment.emit(moment),
            moment => *wants_moment.borrow_mut() = moment,
        })
    });
    use_effect_with((state.language, state.theme), |(language, theme)| {
        let (language, theme) = (*language, *theme);
        dress_document(language, theme);
        let dressing = on_system_colours(move || dress_document(language, theme));
        move || drop(dressing)
    });
    use_remembered(LANGUAGE, state.language.code());
    use_remembered(THEME, state.theme.as_str());
    use_effect_with(state.program.clone(), store_draft);
    {
        let (dispatch, newest, on_command, to_moment) =
            (dispatch.clone(), newest.clone(), on_command.clone(), to_moment.clone());
        use_effect_with(state.program.origin.clone(), move |origin| match origin {
            Origin::Loading(lesson) => {
                wasm_bindgen_futures::spawn_local(read_program(lesson, newest, dispatch));
            }
            _ => {
                let moment = wants_moment.take();
                if wants_run.replace(false) {
                    on_command.emit(Command::Run);
                } else if let Some(moment) = moment {
                    to_moment.emit(moment);
                }
            }
        });
    }
    let head = state.cursor.map(|_| state.shown_clock());
    use_clock(&root, Shown { clock: state.clock, head, drawn: state.timeline.len() });
    use_playback(state.playback, &dispatch);

    use_crosslight(&root);
    let bubble = use_node_ref();
    use_tips(&root, &bubble);
    use_shortcuts(&newest, &on_command, &dispatch);

    let page = {
        let language = state.language;
        let lesson = state.program.origin.lesson().map(|lesson| lesson.slug);
        use_memo(
            (language, lesson, dispatch.clone(), to_moment, stage),
            |(language, lesson, dispatch, to_moment, stage)| Page {
                language: *language,
                dispatch: dispatch.clone(),
                lesson: *lesson,
                to_moment: to_moment.clone(),
                stage: stage.clone(),
            },
        )
    };
    let upto = state.upto();
    let is_scrubbed = state.cursor.is_some() && state.timeline.lanes().len() > MANY_LANES;
    let hurries = state.run == RunState::Running || is_scrubbed;
    let (read, read_upto) = use_unhurried(&state.timeline, upto, hurries);
    let marks = use_memo((read.clone(), read_upto, state.program.is_what_ran()), |(timeline, upto, is_what_ran)| {
        if *is_what_ran { gutter::marks(timeline, *upto) } else { gutter::Marks::default() }
    });
    let can_step = state.step_forward().is_some() || state.run.is_live() || !state.program.is_what_ran();
    let program: AttrValue = match &state.program.origin {
        Origin::Loading(_) | Origin::Unreachable(..) => "".into(),
        Origin::Lesson(open) => open.lesson.slug.into(),
        Origin::Link(source) | Origin::BrokenLink(_, source) | Origin::File(_, source) => format!("#{source}").into(),
        Origin::Recording(recorded) => format!("#{}", recorded.header.source).into(),
    };
    let share = ShareProps {
        source: state.program.source.clone(),
        lesson: state.program.origin.lesson().map(|lesson| lesson.slug).filter(|_| !state.program.is_edited()),
        speed: state.speed,
        seed: state.ran_with.filter(|_| state.program.is_what_ran()).or(state.seed),
        at: state.cursor.filter(|_| state.program.is_what_ran() && state.ran_with.is_some()).map(|cursor| cursor.at),
        file: program_file(&state.program.origin),
        on_open_file: Callback::noop(),
    };
    html! {
        <ContextProvider<Page> context={(*page).clone()}>
            <div class="app" data-testid="app" data-run-state={state.run.as_str()} data-ready={(!matches!(state.program.origin, Origin::Loading(_))).to_string()} ref={root}>
                <Header theme={state.theme} timeline={state.timeline.clone()} {upto} {share} program={program_that_ran} {on_file} />
                <LessonPane
                    origin={state.program.origin.clone()}
                    source={state.program.source.clone()}
                    edited={state.program.is_edited()}
                    ended={matches!(state.run, RunState::Done | RunState::Failed) && !state.timeline.is_empty()}
                    lost={lost.as_ref() == Some(&state.program.source)}
                    {on_open}
                />
                <main class="work">
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
                    />
                    <Editor
                        source={state.program.source.clone()}
                        version={state.program.version}
                        {program}
                        {marks}
                        fault={state.fault.clone()}
                        pointed={state.pointed}
                        {on_run}
                    />
                    <div class="inspect">
                        <LoopPanel timeline={read.clone()} upto={read_upto} />
                        <TaskTree timeline={read.clone()} upto={read_upto} selected={state.selected} />
                        if !state.timeline.is_empty() {
                            <TimelineTable timeline={read} upto={read_upto} />
                        }
                    </div>
                    <TimelineView
                        timeline={state.timeline.clone()}
                        run={state.run}
                        clock={state.clock}
                        cursor={state.cursor}
                        selected={state.selected}
                        trace_is_long={state.trace_is_long}
                    />
                    <Console timeline={state.timeline.clone()} {upto} run={state.run} fault={state.fault.clone()} />
                    <Narration timeline={state.timeline.clone()} {upto} scrubbing={state.cursor.is_some()} source={state.program.ran.clone().unwrap_or_default()} run={state.run} fault={state.fault.clone()} trace_is_long={state.trace_is_long} />
                </main>
                <ShortcutSheet />
                <p class="drop" aria-hidden="true">{ outside(state.language).drop_here }</p>
                if let Some(notice) = &*notice {
                    { notice::show(notice, state.language, &on_notice) }
                }
                <div class="bubble" role="tooltip" id="tip" ref={bubble}></div>
            </div>
        </ContextProvider<Page>>
    }
}

/// The reader's choices, then what the address says.
fn initial_state() -> State {
    let link = share::parse(&address::hash());
    let stored = storage::get(LANGUAGE).or_else(|| web_sys::window()?.navigator().language());
    let mut state = State::new(Language::of_tag(&stored.unwrap_or_default()));
    state.theme = storage::get(THEME).as_deref().and_then(Theme::of_str).unwrap_or_default();
    let last = storage::get(LESSON).and_then(|slug| lessons::find(&slug)).unwrap_or(&LESSONS[0]);
    let open = open_link(&link, state.language).unwrap_or_else(|| load_lesson(last));
    for action in std::iter::once(open).chain(choices(&link)) {
        state = state.reduce(action).unwrap_or(state);
    }
    state
}

fn load_lesson(lesson: &'static Lesson) -> Action {
    Action::Open { origin: Origin::Loading(lesson), source: "".into() }
}

/// Reads the program of a lesson that is open and waits for it.
async fn read_program(lesson: &'static Lesson, newest: Rc<RefCell<State>>, dispatch: Callback<Action>) {
    let file = files::read(&format!("{}/main.py", lesson.folder()), LESSONS_VERSION).await;
    let script = file.and_then(|file| Script::parse(&file));
    let state = newest.borrow().clone();
    if state.program.origin != Origin::Loading(lesson) {
        return;
    }
    let origin = match script {
        Ok(script) => Origin::Lesson(Rc::new(OpenLesson { lesson, script })),
        Err(why) => Origin::Unreachable(lesson, why.into()),
    };
    // Who has typed meanwhile keeps that.
    dispatch.emit(match state.program.source.is_empty() {
        true => open(origin, state.language),
        false => Action::Arrived(origin),
    });
}

fn open(origin: Origin, language: Language) -> Action {
    let source = draft(&origin, language).map_or_else(|| origin.original(language), Rc::from);
    Action::Open { origin, source }
}

fn open_link(link: &Link, language: Language) -> Option<Action> {
    let origin = match link.program.as_ref()? {
        share::Program::Lesson(slug) => return lessons::find(slug).map(load_lesson),
        share::Program::Code(code) => Origin::Link(code.as_str().into()),
        share::Program::Broken(broken) => Origin::BrokenLink(broken.why, broken.salvaged.as_str().into()),
    };
    Some(open(origin, language))
}

/// What a link says beside the program.
fn choices(link: &Link) -> Vec<Action> {
    let language = link.lang.as_deref().map(Language::of_tag).map(Action::SetLanguage);
    let theme = link.theme.as_deref().and_then(Theme::of_str).map(Action::SetTheme);
    let speed = link.speed.map(Action::SetSpeed);
    let seed = link.seed.map(Action::SetSeed);
    let at = link.at.map(Action::SetAt);
    [language, theme, speed, seed, at].into_iter().flatten().collect()
}

/// A lesson is ours and may start by itself; somebody else's program waits for the reader.
fn runs_by_itself(hash: &str) -> bool {
    let link = share::parse(hash);
    link.autorun && matches!(link.program, None | Some(share::Program::Lesson(_)))
}

/// The moment that the address names.
fn named_moment(hash: &str) -> Option<Moment> {
    Moment::parse(&share::parse(hash).moment?)
}

/// Puts the playhead at a moment of the lesson that is open: in the run that is there, if it has come so far, else in one
/// that is made for it. Tells whether there is such a moment.
async fn show_moment(moment: &Moment, state: &State, stage: &Callback<Staged>, dispatch: &Callback<Action>) -> bool {
    let Some(script) = state.program.origin.script() else { return true };
    let text = &state.program.source;
    let here = if state.run != RunState::Running && state.program.is_what_ran() {
        moment.find(script, text, &mut state.timeline.events().iter())
    } else {
        None
    };
    if let Some(upto) = here {
        dispatch.emit(Action::Seek(Some(upto)));
    } else {
        let seed = state.seed.unwrap_or(0);
        match rehearse(text, seed).await {
            Ok(report) => {
                let Some(upto) = moment.find(script, text, &mut report.events.iter()) else { return false };
                stage.emit(Staged { text: text.clone(), seed, report, upto: Some(upto) });
            }
            Err(error) => dispatch.emit(Action::SyntaxError(*error)),
        }
    }
    if let Some(line) = script.line_in(text, &moment.marker) {
        dispatch.emit(Action::Point(line));
    }
    true
}

/// Follows the address when the reader changes it or goes back.
#[hook]
fn use_address(
    dispatch: Callback<Action>,
    driver: Rc<RefCell<Option<Driver>>>,
    newest: Rc<RefCell<State>>,
    on_moment: Callback<(Option<Moment>, bool)>,
) {
    use_effect_with((), move |()| {
        let listener = Closure::<dyn FnMut()>::new(move || {
            let link = share::parse(&address::hash());
            let (open, language) = {
                let newest = newest.borrow();
                (newest.program.origin.lesson().map(|lesson| lesson.slug), newest.language)
            };
            let is_open = matches!(&link.program, Some(share::Program::Lesson(slug)) if lessons::find(slug).map(|lesson| lesson.slug) == open);
            if !is_open && let Some(action) = open_link(&link, language) {
                driver.borrow_mut().take();
                dispatch.emit(action);
            }
            choices(&link).into_iter().for_each(|action| dispatch.emit(action));
            on_moment.emit((named_moment(&address::hash()), is_open));
        });
        let window = web_sys::window();
        let function = listener.as_ref().unchecked_ref();
        if let Some(window) = &window {
            let _ = window.add_event_listener_with_callback("hashchange", function);
        }
        move || {
            if let Some(window) = &window {
                let _ = window.remove_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
            }
        }
    });
}

/// What belongs to the document and not to the app: its language, its colours, its title.
fn dress_document(language: Language, theme: Theme) {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    document.set_title(language.text().title);
    let Some(html) = document.document_element() else { return };
    let is_dark = match theme {
        Theme::Light => false,
        Theme::Dark => true,
        Theme::Auto => window.match_media(DARK).ok().flatten().is_some_and(|query| query.matches()),
    };
    // Setting an attribute fails only for a malformed name.
    let _ = html.set_attribute("lang", language.tag());
    let _ = html.set_attribute("data-theme", if is_dark { "dark" } else { "light" });
}

/// Stores a choice when the reader makes it; what is there from the beginning, a link's wish say, is not theirs.
#[hook]
fn use_remembered(key: &'static str, value: &'static str) {
    let is_later = use_mut_ref(|| false);
    use_effect_with(value, move |value| {
        if is_later.replace(true) {
            storage::set(key, value);
        }
    });
}

/// Calls back when the system turns dark or light, for as long as what it returns is kept.
fn on_system_colours(call: impl Fn() + 'static) -> Option<impl Drop> {
    struct Listening(web_sys::MediaQueryList, Closure<dyn FnMut()>);
    impl Drop for Listening {
        fn drop(&mut self) {
            let _ = self.0.remove_event_listener_with_callback("change", self.1.as_ref().unchecked_ref());
        }
    }
    let query = web_sys::window()?.match_media(DARK).ok()??;
    let listener = Closure::new(call);
    query.add_event_listener_with_callback("change", listener.as_ref().unchecked_ref()).ok()?;
    Some(Listening(query, listener))
}

/// What the reader opens takes the place of what is there; a text of their own that it replaces can be put back. A file that
/// cannot be opened replaces nothing.
async fn open_file(
    file: &web_sys::File,
    newest: &Rc<RefCell<State>>,
    driver: &Rc<RefCell<Option<Driver>>>,
    dispatch: &Callback<Action>,
) -> Option<Notice> {
    let name: Rc<str> = file.name().into();
    let brought = match bring::read(file).await {
        Ok(brought) => brought,
        Err(why) => return Some(Notice::Refused { name, why }),
    };
    let before = newest.borrow().program.clone();
    driver.borrow_mut().take();
    let origin = match brought {
        Brought::Program(source) => {
            // So that it is there again after a reload.
            let program = Some(share::Program::Code(source.clone()));
            address::set_hash(share::build(&Link { program, ..Link::default() }).trim_start_matches('#'));
            Origin::File(name, source.into())
        }
        Brought::Recording(recording) => {
            address::set_hash("");
            let timeline = Rc::new(recording.events.into_iter().collect());
            Origin::Recording(Rc::new(Recorded { header: recording.header, timeline }))
        }
    };
    let source = origin.original(newest.borrow().language);
    dispatch.emit(Action::Open { origin, source });
    // A lesson keeps the reader's text by itself.
    (before.is_edited() && before.origin.lesson().is_none()).then_some(Notice::Replaced(before))
}

/// What the program is called as a file.
fn program_file(origin: &Origin) -> AttrValue {
    match origin {
        Origin::File(name, _) => name.clone().into(),
        Origin::Recording(recorded) => recorded.header.program.clone().into(),
        other => format!("{}.py", other.lesson().map_or("main", |lesson| lesson.slug)).into(),
    }
}

/// The head of the file that the run can be kept in.
fn program_that_ran(state: &State) -> recording::Header {
    match &state.program.origin {
        Origin::Recording(recorded) if Rc::ptr_eq(&recorded.timeline, &state.timeline) => recorded.header.clone(),
        origin => {
            let source = state.program.ran.as_deref().unwrap_or_default();
            recording::Header::new(&program_file(origin), source, "awaitscope")
        }
    }
}
