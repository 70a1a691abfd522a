//! Sends actions to the session, and changes what the window shows as they require.

use super::App;
use crate::gui::panels::keys::list_keys::review_id;
use crate::gui::picker::Picker;
use crate::gui::state::view::SideTab;
use crate::model::{ActorId, Label};
use crate::session::{Command, Scope, Session, SessionAction};

impl App {
    /// Carries out an action of the session.
    pub(super) fn act_in_session(&mut self, action: SessionAction, ctx: &egui::Context) {
        let before = self.session().map(Session::revision);
        self.dispatch(self.command_of(action, ctx), ctx);
        let changed = self.session().map(Session::revision) != before;
        match action {
            SessionAction::Tag(Label::Actor) if changed && self.prefs.asks_who => {
                self.view.picker = self.session().and_then(Picker::after_marking);
            }
            SessionAction::NextSuggestion
            | SessionAction::PreviousSuggestion
            | SessionAction::NextClaim
            | SessionAction::PreviousClaim => {
                // The annotation tab lists the possible speakers; tabs about the whole article are left for it.
                if matches!(self.view.tab, SideTab::Open | SideTab::Article) {
                    self.view.tab = SideTab::Annotation;
                }
                self.focus_reader(ctx);
            }
            // These answer the question of an open picker.
            SessionAction::SpeakerUnknown | SessionAction::SpeakerUnnamed if self.view.picker.take().is_some() => {
                self.focus_reader(ctx);
            }
            SessionAction::NextQuestion | SessionAction::PreviousQuestion => {
                self.view.close_pages();
            }
            SessionAction::ToggleDone if self.session().is_some_and(is_done_with_open_questions) => {
                self.show_tab(SideTab::Open, None);
            }
            _ => {}
        }
    }

    /// The command for an action: usually the action itself, but another where a list or a page gives it another object.
    fn command_of(&self, action: SessionAction, ctx: &egui::Context) -> Command {
        match action {
            // In a review, the rows are selected instead of the text.
            SessionAction::SelectAll if ctx.memory(|memory| memory.has_focus(review_id())) => {
                match self.session().and_then(Session::review) {
                    Some(review) => Command::TickAll(review.ticked() != review.rows.len()),
                    None => Command::Do(action),
                }
            }
            SessionAction::TagAllMentions | SessionAction::TagArticleMentions => match self.actor_of_page() {
                Some(actor) if action == SessionAction::TagAllMentions => Command::FindMentions(actor, Scope::Set),
                Some(actor) => Command::FindMentions(actor, Scope::Article),
                None => Command::Do(action),
            },
            _ => Command::Do(action),
        }
    }

    /// The actor whose page is shown. `None` if the selected annotation has an actor: the action is then about that one.
    fn actor_of_page(&self) -> Option<ActorId> {
        let selected = self.actor_of_annotation().is_some();
        let shown = self.view.tab == SideTab::Actors && self.prefs.side_open && !selected;
        self.view.panels.actors.page().filter(|_| shown).cloned()
    }

    /// The actor of the selected annotation: the one that a mention names, or the first speaker or source.
    pub(super) fn actor_of_annotation(&self) -> Option<ActorId> {
        let session = self.session()?;
        let at_caret = session.at_caret();
        let annotation = session.current().or_else(|| at_caret.first().copied())?;
        let speaker = annotation.details.attribution.iter().find_map(|attribution| attribution.who.actor());
        annotation.actor.as_ref().or(speaker).cloned()
    }
}

/// Whether the open article is marked as done although it has open questions.
fn is_done_with_open_questions(session: &Session) -> bool {
    session.layer().is_some_and(|layer| layer.done) && !session.open_here().is_empty()
}
