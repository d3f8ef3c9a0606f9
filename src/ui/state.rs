//! What the page knows, and the one function that changes it. Pure: time, storage and the run are the callers'.

use std::rc::Rc;

use yew::Reducible;

use super::parts::Parts;
use super::text::Language;
use crate::browser::driver::{Report, RunState};
use crate::browser::pace::{Clock, Speed};
use crate::browser::share::Why;
use crate::lesson::script::Script;
use crate::lessons::{LESSONS, Lesson};
use crate::run::{Ended, SyntaxError};
use crate::trace::event::{Actor, Nanos};
use crate::trace::recording::Header;
use crate::trace::timeline::{Landmark, Timeline};

/// Everything that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub language: Language,
    pub theme: Theme,
    pub speed: Speed,
    /// The seed that a link asks for.
    pub seed: Option<u64>,
    /// The seed of the run that is shown.
    pub ran_with: Option<u64>,
    pub program: Program,
    pub run: RunState,
    /// Folded from the run's events; empty before a run.
    pub timeline: Rc<Timeline>,
    /// Program time. It ticks on between two reports.
    pub clock: Clock,
    /// The moment that is looked at; `None` follows the run.
    pub cursor: Option<Cursor>,
    /// The recorded is played back: the cursor moves with this clock.
    pub playback: Option<Clock>,
    /// Where a step goes to.
    pub step_by: Landmark,
    pub fault: Option<Rc<Fault>>,
    /// The run was paused because its trace fills the memory.
    pub trace_is_long: bool,
    /// The program time that a link asks for; looked at once the run is over.
    pub at: Option<Nanos>,
    pub selected: Option<Selected>,
    /// A line that something on the page points at, from 1.
    pub pointed: Option<u32>,
}

/// A moment of a run: so many events have happened, and the clock shows this. Between two events it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub upto: u64,
    pub at: Nanos,
}

/// The text in the editor and where it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Program {
    pub source: Rc<str>,
    pub origin: Origin,
    /// Counts the times that the page, not the reader, put a text there.
    pub version: u32,
    /// The text that the timeline belongs to; lines are only marked while the editor still shows it.
    pub ran: Option<Rc<str>>,
    /// What of it is hidden or locked, where a host has put it on its page.
    pub parts: Rc<Parts>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// A lesson whose program is on its way.
    Loading(&'static Lesson),
    /// A lesson whose program cannot be had, and what the browser says about it.
    Unreachable(&'static Lesson, Rc<str>),
    Lesson(Rc<OpenLesson>),
    /// From a link: what it carried.
    Link(Rc<str>),
    /// From a link that cannot be read, or not to its end: what could be.
    BrokenLink(Why, Rc<str>),
    /// From the reader's disk: the file's name and its text.
    File(Rc<str>, Rc<str>),
    /// A run that happened elsewhere, with its program.
    Recording(Rc<Recorded>),
}

#[derive(Debug, PartialEq, Eq)]
pub struct Recorded {
    pub header: Header,
    pub timeline: Rc<Timeline>,
}

/// A lesson with its program.
#[derive(Debug, PartialEq)]
pub struct OpenLesson {
    pub lesson: &'static Lesson,
    pub script: Script,
}

impl Origin {
    /// What Reset brings back.
    pub fn original(&self, language: Language) -> Rc<str> {
        match self {
            Origin::Loading(_) | Origin::Unreachable(..) => "".into(),
            Origin::Lesson(open) => open.script.text(language).into(),
            Origin::Link(source) | Origin::BrokenLink(_, source) | Origin::File(_, source) => source.clone(),
            Origin::Recording(recorded) => recorded.header.source.as_str().into(),
        }
    }

    pub fn lesson(&self) -> Option<&'static Lesson> {
        match self {
            Origin::Loading(lesson) | Origin::Unreachable(lesson, _) => Some(lesson),
            Origin::Lesson(open) => Some(open.lesson),
            Origin::Link(_) | Origin::BrokenLink(..) | Origin::File(..) | Origin::Recording(_) => None,
        }
    }

    /// The lesson's program, once it is here.
    pub fn script(&self) -> Option<&Script> {
        match self {
            Origin::Lesson(open) => Some(&open.script),
            _ => None,
        }
    }
}

impl Program {
    pub fn is_edited(&self) -> bool {
        match &self.origin {
            Origin::Loading(_) => false,
            // There is no program but the reader's.
            Origin::Unreachable(..) => !self.source.is_empty(),
            Origin::Lesson(open) => !open.script.is(&self.source),
            Origin::Link(source) | Origin::BrokenLink(_, source) | Origin::File(_, source) => self.source != *source,
            Origin::Recording(recorded) => *self.source != *recorded.header.source,
        }
    }

    /// Whether it may need more of the wasm than its first part.
    pub fn needs_the_rest(&self) -> bool {
        self.is_edited() || self.origin.lesson().is_none_or(|lesson| !lesson.needs_the_first_part_only())
    }

    /// Gives the lesson's own comments in another language. No line moves, so the run stays what it was.
    fn translate(&mut self, language: Language) {
        let Origin::Lesson(open) = &self.origin else { return };
        let translated = |text: &Rc<str>| Rc::from(open.script.translate(text, language));
        let source = translated(&self.source);
        self.ran = self.ran.as_ref().map(translated);
        if source != self.source {
            self.source = source;
            self.version += 1;
        }
    }

    /// Whether the lines of the run are the lines in the editor.
    pub fn is_what_ran(&self) -> bool {
        self.ran.as_ref() == Some(&self.source)
    }
}

/// What is wrong, at its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Syntax(SyntaxError),
    /// Nobody can go on; the message says who waits for what.
    Deadlock {
        message: String,
    },
    /// An uncaught exception. `line` is 0 when the program has no place for it.
    Raised {
        exception: String,
        message: String,
        line: u32,
    },
}

impl Fault {
    /// The line that is marked, from 1.
    pub fn line(&self) -> Option<u32> {
        match self {
            Fault::Syntax(error) => Some(error.line),
            Fault::Raised { line, .. } => Some(*line).filter(|&line| line > 0),
            Fault::Deadlock { .. } => None,
        }
    }

    /// What stands at the line.
    pub fn text(&self) -> String {
        match self {
            Fault::Syntax(error) => format!("{}: {}", error.kind, error.message),
            Fault::Deadlock { message } => message.clone(),
            Fault::Raised { exception, message, .. } if message.is_empty() => exception.clone(),
            Fault::Raised { exception, message, .. } => format!("{exception}: {message}"),
        }
    }
}

/// A slice of a lane, named by the event that began it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selected {
    pub actor: Actor,
    pub seq: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub fn as_str(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub fn of_str(word: &str) -> Option<Theme> {
        [Theme::Auto, Theme::Light, Theme::Dark].into_iter().find(|theme| theme.as_str() == word)
    }

    /// What the button turns to.
    pub fn next(self) -> Theme {
        match self {
            Theme::Auto => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Auto,
        }
    }
}

#[derive(Clone, Debug)]
pub enum Action {
    SetLanguage(Language),
    SetTheme(Theme),
    SetSpeed(Speed),
    SetSeed(u64),
    /// The moment to look at when the run is over.
    SetAt(Nanos),
    /// The page puts a program into the editor; `source` may be the reader's own draft of it.
    Open {
        origin: Origin,
        source: Rc<str>,
    },
    /// What belongs to the text in the editor has been loaded; the text stays.
    Arrived(Origin),
    /// Says what of the program is hidden or locked.
    SetParts(Rc<Parts>),
    /// The reader typed.
    Edited(Rc<str>),
    /// The page changes the text at the reader's wish; the editor can undo it.
    Put(Rc<str>),
    /// A run of the text in the editor begins, with this seed.
    Started(u64),
    /// What happened since the last report.
    Reported(Report),
    SyntaxError(SyntaxError),
    /// Clears the run.
    Reset,
    /// Looks at the moment after so many events, or follows the run again.
    Seek(Option<u64>),
    /// Looks at this program time.
    SeekTime(Nanos),
    /// Plays the recorded back by this clock, from the cursor on.
    PlayBack(Clock),
    /// The clock of the playback shows this.
    PlayedTo(Nanos),
    StepBy(Landmark),
    Select(Option<Selected>),
    /// Marks a line of the program.
    Point(u32),
}

impl State {
    pub fn new(language: Language) -> State {
        State {
            language,
            theme: Theme::Auto,
            speed: Speed::NORMAL,
            seed: None,
            ran_with: None,
            program: Program {
                source: "".into(),
                origin: Origin::Loading(&LESSONS[0]),
                version: 0,
                ran: None,
                parts: Rc::default(),
            },
            run: RunState::Idle,
            timeline: Rc::new(Timeline::new()),
            clock: Clock::default(),
            cursor: None,
            playback: None,
            step_by: Landmark::Await,
            fault: None,
            trace_is_long: false,
            at: None,
            selected: None,
            pointed: None,
        }
    }

    /// The moment that is looked at.
    pub fn upto(&self) -> u64 {
        self.cursor.map_or(self.timeline.len(), |cursor| cursor.upto)
    }

    /// The clock that is looked at.
    pub fn shown_clock(&self) -> Clock {
        match (self.playback, self.cursor) {
            (Some(clock), _) => clock,
            (None, Some(cursor)) => Clock::Stands(cursor.at),
            (None, None) => self.clock,
        }
    }

    /// Whether there is a paused run of just this text.
    pub fn can_continue(&self) -> bool {
        self.run == RunState::Paused && self.program.is_what_ran()
    }

    /// The last such place before the moment that is looked at; 0 if there is none. `None` when there is no way back.
    pub fn step_back(&self) -> Option<u64> {
        self.timeline.previous(self.upto(), self.step_by)
    }

    /// The next such place within what has happened already. `None` at the front of the run.
    pub fn step_forward(&self) -> Option<u64> {
        self.timeline.next(self.cursor?.upto, self.step_by)
    }

    pub fn reduce(&self, action: Action) -> Option<State> {
        let mut next = self.clone();
        match action {
            Action::SetLanguage(language) => {
                next.language = language;
                next.program.translate(language);
            }
            Action::SetTheme(theme) => next.theme = theme,
            Action::SetSpeed(speed) => next.speed = speed,
            Action::SetSeed(seed) => next.seed = Some(seed),
            Action::SetAt(at) => next.at = Some(at),
            Action::Open { origin, source } => {
                next.clear();
                next.run = RunState::Idle;
                next.program =
                    Program { source, origin, version: self.program.version + 1, ran: None, parts: Rc::default() };
                next.show_recorded();
            }
            Action::Arrived(origin) => next.program.origin = origin,
            Action::SetParts(parts) => next.program.parts = parts,
            Action::Edited(source) => {
                if matches!(self.fault.as_deref(), Some(Fault::Syntax(_))) {
                    next.fault = None;
                }
                next.pointed = None;
                next.program.parts = next.program.parts.moved(&self.program.source, &source);
                next.program.source = source;
            }
            Action::Put(source) => {
                next = next.reduce(Action::Edited(source)).unwrap_or(next);
                next.program.version += 1;
            }
            Action::Started(seed) => {
                next.clear();
                next.ran_with = Some(seed);
                next.program.ran = Some(self.program.source.clone());
                next.run = RunState::Running;
            }
            Action::Reported(report) => {
                next.clock = report.clock;
                next.run = report.state;
                next.trace_is_long = report.trace_is_long;
                if !report.events.is_empty() {
                    let timeline = Rc::make_mut(&mut next.timeline);
                    report.events.into_iter().for_each(|event| timeline.push(event));
                }
                if !report.state.is_live()
                    && let Some(at) = next.at.take()
                {
                    next.cursor = next.cursor_at(at);
                }
                let fault = match report.ended {
                    Some(Ended::Raised { exception, message, line }) => {
                        Some(Fault::Raised { exception, message, line })
                    }
                    Some(Ended::Deadlock { message, .. }) => Some(Fault::Deadlock { message }),
                    Some(Ended::Exited(_)) | None => None,
                };
                next.fault = fault.map(Rc::new);
            }
            Action::SyntaxError(error) => {
                next.clear();
                next.program.ran = Some(self.program.source.clone());
                next.run = RunState::Failed;
                next.fault = Some(Rc::new(Fault::Syntax(error)));
            }
            Action::Reset => {
                next.clear();
                next.run = RunState::Idle;
                let original = self.program.origin.original(self.language);
                if original != self.program.source {
                    next.program.source = original;
                    next.program.version += 1;
                }
                next.show_recorded();
            }
            Action::Seek(cursor) => {
                next.playback = None;
                let cursor = cursor.filter(|&upto| upto < self.timeline.len());
                next.cursor = cursor.map(|upto| Cursor { upto, at: self.timeline.time(upto) });
            }
            Action::SeekTime(at) => {
                next.playback = None;
                next.cursor = self.cursor_at(at);
            }
            Action::PlayBack(clock) => {
                next.cursor = self.cursor_at(clock.start());
                next.playback = next.cursor.map(|_| clock);
            }
            Action::PlayedTo(at) => {
                self.playback?;
                next.cursor = self.cursor_at(at);
                next.playback = self.playback.filter(|_| next.cursor.is_some());
            }
            Action::StepBy(landmark) => next.step_by = landmark,
            Action::Select(selected) => {
                next.selected = selected;
                next.pointed = selected.and_then(|selected| self.line_of(selected));
            }
            Action::Point(line) => next.pointed = Some(line),
        }
        (next != *self).then_some(next)
    }

    /// `None` at the end and past it.
    fn cursor_at(&self, at: Nanos) -> Option<Cursor> {
        let upto = self.timeline.moment(at);
        (at < self.timeline.end()).then_some(Cursor { upto, at })
    }

    /// Forgets the run, keeps the text.
    fn clear(&mut self) {
        self.timeline = Rc::new(Timeline::new());
        self.clock = Clock::default();
        self.cursor = None;
        self.playback = None;
        self.fault = None;
        self.trace_is_long = false;
        self.selected = None;
        self.pointed = None;
        self.program.ran = None;
        self.ran_with = None;
    }

    /// Puts the run of the recording that is open on the stage.
    fn show_recorded(&mut self) {
        if let Origin::Recording(recorded) = &self.program.origin {
            self.timeline = recorded.timeline.clone();
            self.run = RunState::Done;
            self.clock = Clock::Stands(self.timeline.end());
            self.program.ran = Some(self.program.source.clone());
        }
    }

    fn line_of(&self, selected: Selected) -> Option<u32> {
        let lane = self.timeline.lane(selected.actor)?;
        lane.slice_at(selected.seq + 1).or_else(|| lane.slices.iter().find(|slice| slice.seq == selected.seq))?.line
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match State::reduce(&self, action) {
            Some(next) => Rc::new(next),
            None => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::pace::Wall;
    use crate::trace::event::{Event, EventKind, Stream};

    fn after(actions: impl IntoIterator<Item = Action>) -> State {
        let mut state = new();
        for action in actions {
            if let Some(next) = state.reduce(action) {
                state = next;
            }
        }
        state
    }

    fn output(text: &str) -> Event {
        let kind = EventKind::Output { stream: Stream::Stdout, text: text.into(), line: 1 };
        Event { seq: 0, at: Nanos(7), actor: Actor::Main, kind }
    }

    /// As it is when the first lesson is open.
    fn new() -> State {
        let script = Script::parse("a  # en: one  # zh: 一  #: here\nb\n").unwrap();
        let origin = Origin::Lesson(Rc::new(OpenLesson { lesson: &LESSONS[0], script }));
        let source = origin.original(Language::En);
        State::new(Language::En).reduce(Action::Open { origin, source }).unwrap()
    }

    fn report(texts: &[&str], state: RunState) -> Action {
        let events = texts.iter().map(|text| output(text)).collect();
        let ended = (state == RunState::Done).then_some(Ended::Exited(0));
        Action::Reported(Report { events, clock: Clock::Stands(Nanos(9)), state, ended, trace_is_long: false })
    }

    #[test]
    fn what_changes_nothing_gives_no_new_state() {
        let state = State::new(Language::En);
        for action in
            [Action::SetLanguage(Language::En), Action::Seek(None), Action::Edited(state.program.source.clone())]
        {
            assert_eq!(state.reduce(action), None);
        }
    }

    #[test]
    fn an_edit_after_the_run_keeps_the_timeline_but_its_lines_no_longer_count() {
        let state = after([Action::Started(1), report(&["a"], RunState::Done)]);
        assert!(state.program.is_what_ran());
        assert_eq!((state.run, state.clock), (RunState::Done, Clock::Stands(Nanos(9))));
        let edited = state.reduce(Action::Edited("x".into())).unwrap();
        assert!(!edited.program.is_what_ran());
        assert_eq!(edited.timeline, state.timeline);
    }

    #[test]
    fn a_syntax_error_keeps_the_text_and_goes_when_it_is_touched() {
        let error = SyntaxError {
            kind: "SyntaxError",
            message: "invalid syntax".into(),
            line: 2,
            column: 1,
            end_line: 2,
            end_column: 2,
            text: String::new(),
        };
        let state = after([Action::Edited("a\n$".into()), Action::SyntaxError(error)]);
        assert_eq!((state.run, &*state.program.source), (RunState::Failed, "a\n$"));
        assert_eq!(state.fault.as_ref().unwrap().line(), Some(2));
        assert_eq!(state.reduce(Action::Edited("a\n".into())).unwrap().fault, None);
    }

    #[test]
    fn reset_brings_the_original_back_and_clears_the_run() {
        let state =
            after([Action::Edited("x".into()), Action::Started(1), report(&["a"], RunState::Running), Action::Reset]);
        assert_eq!(&*state.program.source, "a  # one\nb\n");
        assert!(state.timeline.is_empty());
        assert_eq!(state.run, RunState::Idle);
    }

    #[test]
    fn a_change_of_language_changes_the_comments_and_keeps_the_run() {
        let state = after([Action::Started(1), report(&["a"], RunState::Done), Action::SetLanguage(Language::Zh)]);
        assert_eq!(&*state.program.source, "a  # 一\nb\n");
        assert!(state.program.is_what_ran() && !state.program.is_edited() && !state.timeline.is_empty());
        let mine = after([Action::Put("x\na  # one\n".into()), Action::SetLanguage(Language::Zh)]);
        assert_eq!(&*mine.program.source, "x\na  # 一\n");
        assert!(mine.program.is_edited());
    }

    #[test]
    fn a_moment_at_the_front_of_the_run_is_no_cursor() {
        let state = after([Action::Started(1), report(&["a", "b"], RunState::Paused), Action::Seek(Some(1))]);
        assert_eq!((state.upto(), state.shown_clock()), (1, Clock::Stands(Nanos(7))));
        let before = state.reduce(Action::SeekTime(Nanos(3))).unwrap();
        assert_eq!((before.upto(), before.shown_clock()), (0, Clock::Stands(Nanos(3))));
        assert_eq!(state.reduce(Action::Seek(Some(2))).unwrap().cursor, None);
        let goes_on = state.reduce(report(&["c"], RunState::Running)).unwrap();
        assert_eq!((goes_on.upto(), goes_on.timeline.len()), (1, 3));
    }

    #[test]
    fn what_is_played_back_ends_at_the_front_of_the_run() {
        let clock = Clock::Ticks { program: Nanos(3), wall: Wall(0), percent: 100, limit: Nanos(7) };
        let state = after([Action::Started(1), report(&["a", "b"], RunState::Done), Action::PlayBack(clock)]);
        assert_eq!((state.upto(), state.shown_clock()), (0, clock));
        let over = state.reduce(Action::PlayedTo(Nanos(7))).unwrap();
        assert_eq!((over.cursor, over.playback), (None, None));
        assert_eq!(over.reduce(Action::PlayedTo(Nanos(5))), None);
        assert_eq!(state.reduce(Action::Seek(Some(1))).unwrap().playback, None);
    }
}
