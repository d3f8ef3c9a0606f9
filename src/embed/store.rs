//! One playground's state, outside of Yew: so the host's calls take effect at once, and what it asks for is the newest.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use yew::Callback;

use super::options::{Options, View};
use super::told::{Tell, tell_of};
use crate::browser::driver::Driver;
use crate::ui::controls::Command;
use crate::ui::obey::obey;
use crate::ui::parts::Parts;
use crate::ui::state::{Action, Origin, State};
use crate::ui::text::Language;

/// What one playground knows.
pub struct Store {
    state: RefCell<Rc<State>>,
    driver: Rc<RefCell<Option<Driver>>>,
    /// What the view knows beside the state.
    pub view: Cell<View>,
    pub readonly: Cell<bool>,
    /// Counts the programs that the host has put here; between two of them there is no undo.
    pub opened: Cell<u32>,
    /// What of the host's program is hidden or locked.
    parts: RefCell<Rc<Parts>>,
    /// The address of the whole playground, with a slash at its end; empty when nobody has said it.
    pub base: RefCell<String>,
    tell: Tell,
    /// Renders the view again.
    redraw: RefCell<Option<Box<dyn Fn()>>>,
    /// Sends an action here, and keeps nothing alive.
    dispatch: Callback<Action>,
}

impl Store {
    pub fn new(options: &Options, tell: Tell) -> Rc<Store> {
        let store = Rc::new_cyclic(|weak: &Weak<Store>| {
            let weak = weak.clone();
            Store {
                state: RefCell::new(Rc::new(State::new(options.language.unwrap_or(Language::En)))),
                driver: Rc::default(),
                view: Cell::default(),
                readonly: Cell::default(),
                opened: Cell::default(),
                parts: RefCell::default(),
                base: RefCell::default(),
                tell,
                redraw: RefCell::default(),
                dispatch: Callback::from(move |action| {
                    if let Some(store) = weak.upgrade() {
                        store.act(action);
                    }
                }),
            }
        });
        store.parts.replace(options.parts.clone());
        let source = options.code.clone().unwrap_or_default();
        let open = Action::Open { origin: Origin::Link(source.clone()), source };
        // What is there from the beginning is no change.
        let opened = [open, Action::SetParts(options.parts.clone())].into_iter();
        let state = opened.fold(store.state(), |state, action| state.reduce(action).map_or(state.clone(), Rc::new));
        store.state.replace(state);
        store.set(options);
        store
    }

    pub fn state(&self) -> Rc<State> {
        self.state.borrow().clone()
    }

    pub fn dispatch(&self) -> &Callback<Action> {
        &self.dispatch
    }

    /// From now on the view is rendered by this.
    pub fn set_redraw(&self, redraw: impl Fn() + 'static) {
        *self.redraw.borrow_mut() = Some(Box::new(redraw));
    }

    pub fn tell(&self, what: &str) {
        self.tell.say(what, &[]);
    }

    pub fn command(&self, command: Command) {
        obey(command, &self.state(), &self.driver, &self.dispatch);
        if command == Command::Reset {
            self.act(Action::SetParts(self.parts.borrow().clone()));
        }
    }

    /// Changes what is said; the code is opened by [`Store::open`].
    pub fn set(&self, options: &Options) {
        let choices = [options.language.map(Action::SetLanguage), options.seed.map(Action::SetSeed)];
        choices.into_iter().flatten().for_each(|action| self.act(action));
        if let Some(speed) = options.speed {
            self.command(Command::Speed(speed));
        }
        self.view.set(options.view.unwrap_or(self.view.get()));
        self.readonly.set(options.readonly.unwrap_or(self.readonly.get()));
        if let Some(base) = &options.base {
            self.base.replace(base.clone());
        }
        self.redraw();
    }

    /// Puts the options' program here. The run ends.
    pub fn open(&self, options: &Options) {
        let source = options.code.clone().unwrap_or_default();
        self.driver.borrow_mut().take();
        self.opened.set(self.opened.get() + 1);
        self.parts.replace(options.parts.clone());
        self.act(Action::Open { origin: Origin::Link(source.clone()), source });
        self.act(Action::SetParts(options.parts.clone()));
    }

    /// Ends the run, without a word.
    pub fn end(&self) {
        self.redraw.take();
        self.driver.borrow_mut().take();
    }

    fn act(&self, action: Action) {
        let before = self.state();
        let starts = matches!(action, Action::Started(_) | Action::SyntaxError(_));
        // The same fault once more is no other state, and yet another run.
        let after = before.reduce(action).map_or_else(|| before.clone(), Rc::new);
        if starts || !Rc::ptr_eq(&before, &after) {
            *self.state.borrow_mut() = after.clone();
            self.redraw();
            // The host may call us from within; everything is in its place by now.
            tell_of(&self.tell, &before, &after, starts);
        }
    }

    fn redraw(&self) {
        if let Some(redraw) = self.redraw.borrow().as_ref() {
            redraw();
        }
    }
}
