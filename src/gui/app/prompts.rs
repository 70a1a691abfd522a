//! Opens what asks a person about an annotation: who says it, whom it names, which values it has.

use super::App;
use crate::gui::input::keymap::key_of;
use crate::gui::picker::{Picker, Request, Target};
use crate::gui::state::panes::Beside;
use crate::gui::state::view::Overlay;
use crate::gui::state::view::SideTab;
use crate::session::{Action, Command, Report};

impl App {
    /// Carries out an action of the session, and asks what follows from it.
    pub(in crate::gui) fn dispatch_and_ask(&mut self, action: Action, ctx: &egui::Context) {
        let before = self.session().map(crate::session::Session::revision);
        self.act_in_session(action, ctx);
        match action {
            Action::TagActor if self.prefs.asks_who && self.session().map(crate::session::Session::revision) != before => {
                self.view.picker = self.session().and_then(Picker::after_marking);
            }
            Action::NextSuggestion | Action::PreviousSuggestion | Action::NextClaim | Action::PreviousClaim => {
                // The panel lists who may say it; those that are about the whole article give way.
                if matches!(self.view.tab, SideTab::Open | SideTab::Article) {
                    self.view.tab = SideTab::Annotation;
                }
                self.focus_reader(ctx);
            }
            // They answer what is being asked.
            Action::SpeakerUnknown | Action::SpeakerUnnamed if self.view.picker.take().is_some() => self.focus_reader(ctx),
            _ => {}
        }
    }

    /// Opens the who picker for the annotation that is meant now.
    pub(in crate::gui) fn choose_by_key(&mut self, action: Action, ctx: &egui::Context) {
        // Whoever is not among the proposed speakers of a suggestion is chosen for what it becomes.
        if action == Action::ChooseWho && self.session().is_some_and(|session| session.suggestion().is_some()) {
            self.dispatch(Command::TakeSuggestion, ctx);
        }
        let target = self.session().and_then(|session| Target::of(session, action));
        if let Some(target) = target {
            return self.choose(Request { target, at: None }, ctx);
        }
        let key = key_of(ctx, Action::NextAnnotation);
        let text = format!("Select a quote, a claim or a mention first: click it, or press {key}");
        self.dispatch(Command::Report(Report::Info(text)), ctx);
    }

    /// Opens the who picker.
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

    /// The annotation at the caret, when none is selected.
    fn choose_values_of(&self) -> Option<crate::model::AnnotationId> {
        let session = self.session().filter(|session| session.current().is_none())?;
        session.asked().map(|annotation| annotation.id.clone())
    }

    /// Shows the strip of values.
    pub(in crate::gui) fn choose_values(&mut self, ctx: &egui::Context) {
        if let Some(id) = self.choose_values_of() {
            self.dispatch(Command::SelectAnnotation(Some(id)), ctx);
        }
        self.view.overlay = Some(Overlay::Values);
    }

    /// Shows a second article beside the first, or only one again.
    pub(in crate::gui) fn side_by_side(&mut self, ctx: &egui::Context) {
        if self.view.beside.is_some() {
            self.view.close_beside();
            return self.focus_reader(ctx);
        }
        self.view.beside = self.session().and_then(Beside::new);
        if self.view.beside.is_none() {
            self.dispatch(Command::Report(Report::Info("There is no other article to show beside this one".to_owned())), ctx);
        }
    }

    /// Goes over to the article beside this one.
    pub(in crate::gui) fn other_pane(&mut self, ctx: &egui::Context) {
        let Some(command) = self.view.beside.as_ref().map(Beside::crossing) else {
            let text = format!("{} shows a second article beside this one", key_of(ctx, Action::SideBySide));
            return self.dispatch(Command::Report(Report::Info(text)), ctx);
        };
        self.dispatch(command, ctx);
        if let (Some(beside), Some(open)) = (&mut self.view.beside, &self.open) {
            beside.follow(&open.session);
        }
        self.focus_reader(ctx);
    }
}
