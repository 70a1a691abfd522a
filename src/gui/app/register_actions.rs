//! Carries out what concerns the register, the review and what is open: the session's part, and what the window shows.

use super::App;
use crate::gui::state::view::FocusTarget;
use crate::gui::state::view::SideTab;
use crate::model::ActorId;
use crate::session::{Action, Command, Report, Scope};

impl App {
    /// Whether a key means its action now: what is done in the text means nothing while a page lies over it.
    pub(in crate::gui) fn heeds(&self, action: Action) -> bool {
        !(self.view.has_page() && action.is_in_text())
    }

    /// Carries out an action of the session, and shows what it calls for.
    pub(in crate::gui) fn act_in_session(&mut self, action: Action, ctx: &egui::Context) {
        let review = self.session().and_then(crate::session::Session::review);
        match (action, review) {
            // In the list to look through, all are its rows.
            (Action::SelectAll, Some(review)) if has_keyboard(ctx) => {
                let all = review.ticked() == review.rows.len();
                return self.dispatch(Command::TickAll(!all), ctx);
            }
            // The walk goes on in the text, whoever had the keyboard.
            (Action::NextSuggestion | Action::PreviousSuggestion, _) => self.view.focus = Some(FocusTarget::Reader),
            (Action::TagAllMentions | Action::TagArticleMentions, _) => {
                if let Some(actor) = self.actor_of_page() {
                    let scope = if action == Action::TagAllMentions { Scope::Set } else { Scope::Article };
                    return self.dispatch(Command::FindMentions(actor, scope), ctx);
                }
            }
            _ => {}
        }
        if matches!(action, Action::NextQuestion | Action::PreviousQuestion) {
            self.view.close_pages();
        }
        self.dispatch(Command::Do(action), ctx);
        let done = self.session().is_some_and(|session| {
            action == Action::ToggleDone && session.layer().is_some_and(|layer| layer.done) && !session.open_here().is_empty()
        });
        if done {
            self.show_tab(SideTab::Open, None);
        }
    }

    /// The actor whose page is shown, unless an annotation that names somebody is selected: then the key is about that.
    fn actor_of_page(&self) -> Option<ActorId> {
        let selected = self.actor_of_annotation().is_some();
        let shown = self.view.tab == SideTab::Actors && self.prefs.side_open && !selected;
        self.view.panels.actors.page().filter(|_| shown).cloned()
    }

    /// Whom the selected annotation names, or whose words it marks.
    fn actor_of_annotation(&self) -> Option<ActorId> {
        let session = self.session()?;
        let at_caret = session.at_caret();
        let annotation = session.current().or_else(|| at_caret.first().copied())?;
        let said = annotation.details.attribution.iter().find_map(|held| held.who.actor());
        annotation.actor.as_ref().or(said).cloned()
    }

    /// Shows the page of the actor whom the annotation names.
    pub(in crate::gui) fn show_actor(&mut self, ctx: &egui::Context) {
        let Some(actor) = self.actor_of_annotation() else {
            let text = "Select a mention whose actor is known, or a quote or claim that somebody says".to_owned();
            return self.dispatch(Command::Report(Report::Info(text)), ctx);
        };
        self.view.panels.actors.open(actor);
        self.show_tab(SideTab::Actors, None);
    }

    /// Shows the codebook over the text, or the text again.
    pub(in crate::gui) fn show_codebook(&mut self) {
        self.view.settings.close();
        let book = &mut self.view.panels.codebook;
        book.open = !book.close() && self.open.is_some();
    }

    /// Closes the review, the page over the text, or an actor's page: what was opened over the rest. Returns whether there was one.
    pub(in crate::gui) fn close_topmost(&mut self, ctx: &egui::Context) -> bool {
        let found = self.view.panels.find.close();
        if found || self.session().is_some_and(crate::gui::panels::review::is_shown) {
            self.dispatch(Command::CloseReview, ctx);
            return true;
        }
        if self.view.close_pages() {
            return true;
        }
        let page = self.view.tab == SideTab::Actors && self.prefs.side_open && !self.view.text_alone;
        page && self.view.panels.actors.back()
    }
}

/// Whether the list to look through has the keyboard.
fn has_keyboard(ctx: &egui::Context) -> bool {
    ctx.memory(|memory| memory.has_focus(crate::gui::panels::keys::list_keys::review_id()))
}
