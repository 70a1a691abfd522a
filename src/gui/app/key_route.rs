//! Routes a key press to what handles it.
//!
//! The path of a key:
//!
//! 1. [`Keyboard`](crate::gui::input::Keyboard) turns the frame's key events into [`Action`]s by the key map in force, and
//!    leaves to text fields and widgets what is theirs.
//! 2. [`App::read_keys`] drops actions that need the text while a page covers it.
//! 3. [`App::act`] offers the action to the search results if they have the keyboard, and else sends it by its type to the
//!    window ([`App::act_in_window`]) or, as [`Command::Do`](crate::session::Command::Do), to the session
//!    ([`App::act_in_session`]).
//!
//! The palette and buttons enter at step 3, through the outbox.

use super::App;
use super::closing::Choice;
use super::start;
use crate::gui::input::{Digits, Over};
use crate::model::Label;
use crate::session::{Action, Session, WindowAction};

impl App {
    /// Carries out what was pressed and pasted in this frame.
    pub(super) fn read_keys(&mut self, ctx: &egui::Context) {
        // While the key of an action is being changed, the next key press is recorded instead.
        if self.view.settings.listens() {
            return self.view.settings.hear(self.keyboard.record(ctx));
        }
        start::open_by_digit(self, ctx);
        let is_asked = self.closing.asks().is_some();
        let over = Over { overlay: self.view.overlay.is_some() || is_asked, picker: self.view.picker.is_some() };
        let session = self.open.as_ref().map(|open| &open.session);
        let pressed = self.keyboard.take(ctx, over, || session.map_or_else(Digits::default, digits));
        // The question whether to close without saving must be answered first.
        if is_asked && self.view.overlay.is_none() {
            if pressed.actions.contains(&Action::Window(WindowAction::Escape)) {
                self.chose(Choice::Stay, ctx);
            }
            return;
        }
        for action in pressed.actions.into_iter().filter(|action| self.is_available(*action)).collect::<Vec<_>>() {
            self.act(action, ctx);
        }
        for text in pressed.pasted {
            self.paste(&text, ctx);
        }
    }

    /// Whether the action can be used now: one that needs the text cannot while a page covers it.
    fn is_available(&self, action: Action) -> bool {
        !(self.view.has_page() && action.is_in_text())
    }

    /// Carries out an action.
    pub(in crate::gui) fn act(&mut self, action: Action, ctx: &egui::Context) {
        if self.act_on_hits(action, ctx) {
            return;
        }
        match action {
            Action::Session(action) => self.act_in_session(action, ctx),
            Action::Window(action) => self.act_in_window(action, ctx),
        }
    }
}

/// The digits that choose a speaker now: of the current suggestion, or of the annotation that is asked about.
fn digits(session: &Session) -> Digits {
    let to_digit = |count: usize| u8::try_from(count.min(9)).unwrap_or(9);
    if let Some(suggestion) = session.suggestion() {
        return Digits { last: to_digit(suggestion.speakers.len()), zero: true };
    }
    let Some(annotation) = session.asked() else { return Digits::default() };
    Digits { last: to_digit(session.proposed_speakers(annotation).len()), zero: annotation.label != Label::Actor }
}
