//! Carries out commands: everything that changes in a session is changed here.

use super::editor::safety::Store;
use super::input::action::SessionAction;
use super::input::command::Command;
use super::input::effect::{Effect, Report};
use super::input::notice::Message;
use super::input::now::Now;
use super::state::Session;
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
        self.notices.advance(ticks);
        self.run(command, wall)
    }

    fn run(&mut self, command: Command, now: Timestamp) -> Vec<Effect> {
        let mut effects = Vec::new();
        if !keeps_answering(&command) {
            self.cursor.stop_answering();
        }
        match command {
            Command::Do(action) => {
                // A new command clears the notice about the one before.
                self.notices.clear_info();
                self.act(action, now, &mut effects);
            }
            Command::OpenArticle(id) => self.open(&id),
            Command::PlaceCaret { at, extend } => {
                self.place_caret(at, extend);
                self.cursor.reveal();
            }
            Command::Select { anchor, head } => self.select(anchor, head),
            Command::SelectAnnotation(id) => self.select_annotation(id),
            Command::LookAt(at) => self.look_at_suggestion(at),
            Command::TakeSuggestion => self.take_suggestion(now),
            Command::Clear => self.clear(),
            Command::GoTo(place) => self.go_to_place(place),
            Command::MoveEdge { id, fragment, edge, to } => {
                self.editor.end_gesture();
                self.move_edge(&id, fragment, edge, to, now);
                self.editor.end_gesture();
            }
            Command::Credit { id, slot, who, joins } => {
                self.defaults.choose(&who);
                self.apply(self.credit(&id, slot, who, joins, now), now);
            }
            Command::SetSlot { id, slot, list } => self.apply(self.set_slot(&id, slot, (list, Vec::new()), now), now),
            Command::SetMention(id, actor) => {
                if let Some(actor) = &actor {
                    self.defaults.choose(&Who::Actor(actor.clone()));
                }
                self.apply(self.set_mention(&id, actor, now), now);
            }
            Command::SetAbout(id, about) => self.apply(self.set_about(&id, about, now), now),
            Command::SetAttribute { id, name, value } => self.apply(self.set_attribute(&id, &name, &value, now), now),
            Command::DropEvidence(id, kind, at) => self.apply(self.drop_evidence(&id, kind, at, now), now),
            Command::DropLostEvidence(id) => self.apply(self.drop_lost_evidence(&id, now), now),
            Command::NewActor { name, target } => self.new_actor(&name, target, now),
            Command::SetActor(actor) => self.apply(self.set_actor(*actor), now),
            Command::MergeActors { from, into } => self.merge_actors(&from, &into, now),
            Command::SplitActor { from, name, aliases, mentions } => {
                self.apply(self.split_actor(&from, &name, &aliases, &mentions), now);
            }
            Command::RemoveActor(id) => self.apply(self.remove_actor(&id), now),
            Command::FindMentions(actor, scope) => self.find_mentions(&actor, scope),
            Command::Search(query) => self.search_words(query, now),
            Command::SortReview(order) => self.sort_review(order),
            Command::CopyReview => effects.extend(self.copied_review().map(Effect::Copy)),
            Command::AcceptAs(act) => self.accept_as(&act, now),
            Command::TickRow(at, ticked) => self.review.tick(at, ticked),
            Command::TickAll(ticked) => self.review.tick_all(ticked),
            Command::AcceptReview => self.accept_review(now),
            Command::CloseReview => self.review.close(),
            Command::RetractBatch(id) => self.apply(self.retract_batch(&id), now),
            Command::MarkZone(kind) => self.mark_zone(kind, now),
            Command::SetZone(article, at, kind) => self.apply(self.set_zone(&article, at, kind), now),
            Command::Link { from, to, kind } => {
                self.link(from, to, kind, now);
            }
            Command::SetLink { from, id, to } => self.apply(self.set_link(&from, &id, to, now), now),
            Command::ChooseLinkKind(kind) => self.defaults.set_link_kind(kind),
            Command::ChangeCodebook(change) => self.apply(self.change_codebook(&change), now),
            Command::MarksIn(marks_in) => self.defaults.set_marks_in(marks_in),
            Command::SetNote(id, note) => self.apply(self.set_note(&id, note, now), now),
            Command::Reanchor(id) => self.apply(self.reanchor(&id, now), now),
            Command::DropLost(id) => self.apply(self.drop_lost(&id), now),
            Command::AddArticles(incoming) => self.add_articles(incoming, now),
            Command::SetMetadata(article, metadata) => self.apply(self.set_metadata(&article, metadata), now),
            Command::SetTitle(title) => self.apply(self.set_title(title), now),
            Command::Draft(number, command) => {
                self.editor.set_draft(Some(number));
                let effects = self.dispatch(*command, now);
                self.editor.set_draft(None);
                return effects;
            }
            Command::AnnotateAs(annotator) => self.annotate_as(annotator, now),
            Command::Tick => self.tick(&mut effects),
            Command::Flush => self.save(&mut effects),
            Command::Report(report) => self.hear(report, now),
            Command::DismissNotices => self.notices.dismiss(),
        }
        self.update_derived();
        effects.extend(self.review.take_jobs().into_iter().map(Effect::Search));
        effects.extend(self.ask_for_suggestions().map(Effect::Propose));
        effects.extend(self.ask_for_quotations().map(Effect::Quotations));
        // The journal comes first, so that its entries survive a failure of the other effects.
        let journal = self.editor.take_journal().into_iter().map(Effect::Journal);
        effects.splice(0..0, journal);
        effects
    }

    fn clear(&mut self) {
        self.suggestions.drop_current();
        if self.cursor.selection().is_empty() {
            self.cursor.deselect();
        }
        self.cursor.put_caret(self.selection().head);
        self.notices.dismiss();
    }

    fn tick(&mut self, effects: &mut Vec<Effect>) {
        self.notices.drop_expired();
        if self.editor.saving().due_in_ms(self.notices.ticks()) == Some(0) {
            self.save(effects);
        }
    }

    pub(super) fn save(&mut self, effects: &mut Vec<Effect>) {
        effects.extend(self.editor.begin_save().map(|(document, revision)| Effect::Save(document, revision)));
    }

    fn hear(&mut self, report: Report, now: Timestamp) {
        match report {
            Report::Found(Findings { number, rows, progress }) => self.found(number, rows, progress, now),
            Report::Proposed(proposed) => self.proposed(*proposed),
            Report::Quotations(found) => self.derived.quotations_found(found),
            Report::Saved(revision) => {
                if self.editor.saved(revision) {
                    self.notices.clear_failure(Store::Files);
                }
            }
            Report::SaveFailed(reason) => {
                let text = format!("Not saved: {reason}. Saving is tried again every few seconds");
                self.notices.show_failure(Store::Files, text, now);
                self.editor.save_failed(reason, self.notices.ticks());
            }
            Report::Journaled(entries) => {
                self.editor.journaled(entries);
                self.notices.clear_failure(Store::Journal);
            }
            Report::JournalFailed(reason) => {
                let text = format!("The journal cannot be written: {reason}. It is tried again every few seconds");
                self.notices.show_failure(Store::Journal, text, now);
                self.editor.journal_failed(reason);
            }
            Report::Silent(store) => self.editor.set_silent(store),
            Report::WorkerDied { worker, reason } => {
                let text = format!(
                    "A part of Dicta failed and was started again ({worker}: {reason}). Please report this as a fault in Dicta"
                );
                self.say(Message::error(text), now);
            }
            Report::Info(text) => self.say(Message::info(text), now),
            Report::Warn(text) => self.say(Message::warning(text), now),
        }
    }
}

/// Whether the next digit still applies to the annotation just answered: the command is a digit, or no person gave it.
fn keeps_answering(command: &Command) -> bool {
    match command {
        Command::Do(action) => {
            matches!(action, SessionAction::Speaker(_) | SessionAction::SpeakerArticle | SessionAction::SpeakerUnknown)
        }
        Command::Tick | Command::Flush | Command::Report(_) | Command::DismissNotices | Command::MarksIn(_) => true,
        _ => false,
    }
}
