//! Carries out commands: the only way to change a session.

use std::sync::Arc;

use super::cursor::selection::Selection;
use super::input::action::SessionAction;
use super::input::command::Command;
use super::input::notice::Severity;
use super::{Effect, Notice, Now, Report, Session, Store};
use crate::jobs::search_names::Findings;
use crate::model::{Timestamp, Who};

impl Session {
    /// Carries out a command and returns its effects, to be carried out in order.
    ///
    /// `now` is the session's only source of time. Nothing here blocks, draws or reads a file.
    ///
    /// ```
    /// use dicta::edit::History;
    /// use dicta::model::{Annotator, Document, Timestamp};
    /// use dicta::session::state::Start;
    /// use dicta::session::{Access, Command, Effect, Incoming, Session};
    ///
    /// let start = Start {
    ///     document: Document::default(),
    ///     history: History::default(),
    ///     annotator: Annotator::parse("alice")?,
    ///     access: Access::ReadWrite,
    ///     seed: 1,
    ///     unsaved: false,
    /// };
    /// let mut session = Session::new(start, Timestamp(0));
    /// let article = Incoming { file_name: "talks.txt".to_owned(), text: "“We agree”, she said.\n".to_owned() };
    /// let effects = session.dispatch(Command::AddArticles(vec![article]), Timestamp(1_000));
    ///
    /// // The document has changed in memory. The caller makes the change durable.
    /// assert_eq!(session.document().articles.len(), 1);
    /// assert!(effects.iter().any(|effect| matches!(effect, Effect::Journal(_))));
    /// # Ok::<(), dicta::model::id::IdError>(())
    /// ```
    pub fn dispatch(&mut self, command: Command, now: impl Into<Now>) -> Vec<Effect> {
        let Now { wall, ticks } = now.into();
        self.ticks = self.ticks.max(ticks);
        self.run(command, wall)
    }

    fn run(&mut self, command: Command, now: Timestamp) -> Vec<Effect> {
        let mut effects = Vec::new();
        if !keeps_answering(&command) {
            self.answering = None;
        }
        match command {
            Command::Do(action) => {
                // A new action clears the notices of the previous one.
                self.notices.retain(|notice| notice.severity != Severity::Info);
                self.act(action, now, &mut effects);
            }
            Command::OpenArticle(id) => self.open(&id),
            Command::PlaceCaret { at, extend } => {
                self.place_caret(at, extend);
                self.reveals += 1;
            }
            Command::Select { anchor, head } => self.select(anchor, head),
            Command::SelectAnnotation(id) => self.select_annotation(id),
            Command::LookAt(at) => self.look_at_suggestion(at),
            Command::TakeSuggestion => self.take_suggestion(now),
            Command::Clear => self.clear(),
            Command::GoTo(place) => self.go_to_place(place),
            Command::MoveEdge { id, fragment, edge, to } => {
                self.gesture = None;
                self.move_edge(&id, fragment, edge, to, now);
                self.gesture = None;
            }
            Command::Credit { id, slot, who, joins } => {
                self.chose(&who);
                self.credit(&id, slot, who, joins, now);
            }
            Command::SetSlot { id, slot, list } => self.set_slot(&id, slot, (list, Vec::new()), now),
            Command::SetMention(id, actor) => {
                if let Some(actor) = &actor {
                    self.chose(&Who::Actor(actor.clone()));
                }
                self.set_mention(&id, actor, now);
            }
            Command::SetAbout(id, about) => self.set_about(&id, about, now),
            Command::SetAttribute { id, name, value } => self.set_attribute(&id, &name, &value, now),
            Command::DropEvidence(id, kind, at) => self.drop_evidence(&id, kind, at, now),
            Command::DropLostEvidence(id) => self.drop_lost_evidence(&id, now),
            Command::NewActor { name, target } => self.new_actor(&name, target, now),
            Command::SetActor(actor) => self.set_actor(*actor, now),
            Command::MergeActors { from, into } => self.merge_actors(&from, &into, now),
            Command::SplitActor { from, name, aliases, mentions } => self.split_actor(&from, &name, &aliases, &mentions, now),
            Command::RemoveActor(id) => self.remove_actor(&id, now),
            Command::FindMentions(actor, scope) => self.find_mentions(&actor, scope, now),
            Command::Search(query) => self.search_words(query, now),
            Command::SortReview(order) => self.sort_review(order),
            Command::CopyReview => effects.extend(self.copied_review().map(Effect::Copy)),
            Command::AcceptAs(act) => self.accept_as(&act, now),
            Command::TickRow(at, ticked) => self.tick_row(at, ticked),
            Command::TickAll(ticked) => self.tick_all(ticked),
            Command::AcceptReview => self.accept_review(now),
            Command::CloseReview => self.review = None,
            Command::RetractBatch(id) => self.retract_batch(&id, now),
            Command::MarkZone(kind) => self.mark_zone(kind, now),
            Command::SetZone(article, at, kind) => self.set_zone(&article, at, kind, now),
            Command::Link { from, to, kind } => {
                self.link(from, to, kind, now);
            }
            Command::SetLink { from, id, to } => self.set_link(&from, &id, to, now),
            Command::ChooseLinkKind(kind) => self.link_kind = kind,
            Command::ChangeCodebook(change) => self.change_codebook(&change, now),
            Command::MarksIn(marks_in) => self.marks_in = marks_in,
            Command::SetNote(id, note) => self.set_note(&id, note, now),
            Command::Reanchor(id) => self.reanchor(&id, now),
            Command::DropLost(id) => self.drop_lost(&id, now),
            Command::AddArticles(incoming) => self.add_articles(incoming, now),
            Command::SetMetadata(article, metadata) => self.set_metadata(&article, metadata, now),
            Command::SetTitle(title) => self.set_title(title, now),
            Command::Draft(number, command) => {
                self.draft = Some(number);
                let effects = self.dispatch(*command, now);
                self.draft = None;
                return effects;
            }
            Command::AnnotateAs(annotator) => self.annotate_as(annotator, now),
            Command::Tick => self.tick(&mut effects),
            Command::Flush => self.save(&mut effects),
            Command::Report(report) => self.hear(report, now),
            Command::DismissNotices => self.dismiss_notices(),
        }
        self.look_round();
        effects.extend(std::mem::take(&mut self.jobs).into_iter().map(Effect::Search));
        effects.extend(self.ask_for_suggestions().map(Effect::Propose));
        effects.extend(self.ask_for_quotations().map(Effect::Quotations));
        // Journal entries first, so that they survive a failure of a later effect.
        let journal = std::mem::take(&mut self.journal).into_iter().map(Effect::Journal);
        effects.splice(0..0, journal);
        effects
    }

    fn clear(&mut self) {
        self.suggestions.current = None;
        if self.selection.is_empty() {
            self.current = None;
        }
        self.selection = Selection::caret(self.selection.head);
        self.dismiss_notices();
    }

    fn tick(&mut self, effects: &mut Vec<Effect>) {
        let ticks = self.ticks;
        self.notices.retain(|notice: &Notice| !notice.is_over(ticks));
        if self.saving.due_in_ms(ticks) == Some(0) {
            self.save(effects);
        }
    }

    pub(super) fn save(&mut self, effects: &mut Vec<Effect>) {
        if self.saving.begin(self.revision, self.safety.made()) {
            effects.push(Effect::Save(Arc::clone(&self.document), self.revision));
        }
    }

    fn hear(&mut self, report: Report, now: Timestamp) {
        match report {
            Report::Found(Findings { number, rows, progress }) => self.found(number, rows, progress, now),
            Report::Proposed(proposed) => self.proposed(*proposed),
            Report::Quotations(found) => self.quotations_found(found),
            Report::Saved(revision) => {
                if let Some(entries) = self.saving.saved(revision) {
                    self.safety.saved(entries);
                    self.notify_success(Store::Files);
                }
            }
            Report::SaveFailed(reason) => {
                self.notify_failure(Store::Files, format!("Not saved: {reason}. Saving is tried again every few seconds"), now);
                self.saving.failed(reason, self.ticks);
            }
            Report::Journaled(entries) => {
                self.safety.journaled(entries);
                self.notify_success(Store::Journal);
            }
            Report::JournalFailed(reason) => {
                let text = format!("The journal cannot be written: {reason}. It is tried again every few seconds");
                self.notify_failure(Store::Journal, text, now);
                self.safety.journal_failed(reason);
            }
            Report::Silent(store) => self.safety.answers(store),
            Report::WorkerDied { worker, reason } => {
                let text = format!(
                    "A part of Dicta failed and was started again ({worker}: {reason}). Please report this as a fault in Dicta"
                );
                self.notify(Severity::Error, text, now);
            }
            Report::Info(text) => self.notify(Severity::Info, text, now),
            Report::Warn(text) => self.notify(Severity::Warning, text, now),
        }
    }
}

/// Whether digits still choose speakers for the same annotation after the command: it is a digit itself, or was not given
/// by a person.
fn keeps_answering(command: &Command) -> bool {
    match command {
        Command::Do(action) => {
            matches!(action, SessionAction::Speaker(_) | SessionAction::SpeakerArticle | SessionAction::SpeakerUnknown)
        }
        Command::Tick | Command::Flush | Command::Report(_) | Command::DismissNotices | Command::MarksIn(_) => true,
        _ => false,
    }
}
