//! Opens the pickers of an annotation: for its actors, and for its attributes.

use super::App;
use crate::gui::input::keymap::key_of;
use crate::gui::picker::{Picker, Request, Target};
use crate::gui::state::view::Overlay;
use crate::model::AnnotationId;
use crate::session::input::action::Participant;
use crate::session::{Command, Report, SessionAction};

impl App {
    /// Opens the picker of a participant for the selected annotation, or for the one at the caret.
    pub(super) fn choose_participant(&mut self, participant: Participant, ctx: &egui::Context) {
        // A suggestion becomes an annotation first, to which the chosen speaker is added.
        if participant == Participant::Speaker && self.session().is_some_and(|session| session.suggestion().is_some()) {
            self.dispatch(Command::TakeSuggestion, ctx);
        }
        let target = self.session().and_then(|session| Target::of(session, participant));
        if let Some(target) = target {
            return self.choose(Request { target, at: None }, ctx);
        }
        let key = key_of(ctx, SessionAction::NextAnnotation);
        let text = format!("Select a quote, a claim or a mention first: click it, or press {key}");
        self.dispatch(Command::Report(Report::Info(text)), ctx);
    }

    /// Opens the picker for a target.
    pub(in crate::gui) fn choose(&mut self, request: Request, ctx: &egui::Context) {
        let Some(session) = self.session() else { return };
        let picker = Picker::new(session, request);
        let other = picker.target.annotation().filter(|id| session.current().is_none_or(|current| current.id != **id)).cloned();
        if let Some(id) = other {
            self.dispatch(Command::SelectAnnotation(Some(id)), ctx);
        }
        self.view.picker = Some(picker);
        ctx.request_repaint();
    }

    /// The annotation at the caret. `None` if one is selected.
    fn choose_values_of(&self) -> Option<AnnotationId> {
        let session = self.session().filter(|session| session.current().is_none())?;
        session.asked().map(|annotation| annotation.id.clone())
    }

    /// Shows the strip of attributes.
    pub(in crate::gui) fn choose_values(&mut self, ctx: &egui::Context) {
        if let Some(id) = self.choose_values_of() {
            self.dispatch(Command::SelectAnnotation(Some(id)), ctx);
        }
        self.view.overlay = Some(Overlay::Values);
    }
}
