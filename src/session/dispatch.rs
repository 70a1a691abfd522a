//! Carries out commands: everything that changes in a session is changed here.

use super::annotate::accept::Says;
use super::cursor::caret::CaretStep;
use super::editor::safety::Store;
use super::input::action::Action;
use super::input::command::{Command, Edge, Scope};
use super::input::effect::{Effect, Report};
use super::input::notice::Message;
use super::input::now::Now;
use super::state::Session;
use crate::jobs::search_names::Findings;
use crate::model::{EvidenceKind, Label, Timestamp, Who, ZoneKind};
use crate::text::{ByteOffset, sentence, word};

impl Session {
    /// Carries out a command and returns its effects, which must be carried out in this order.
    ///
    /// The session has no clock of its own but `now`. Nothing here waits, draws or reads a file.
    pub fn dispatch(&mut self, command: Command, now: impl Into<Now>) -> Vec<Effect> {
        let Now { wall, ticks } = now.into();
        self.notices.advance(ticks);
        self.run(command, wall)
    }

    fn run(&mut self, command: Command, now: Timestamp) -> Vec<Effect> {
        let mut effects = Vec::new();
        if !goes_on_answering(&command) {
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
            Command::GoTo(article, annotation) => self.go_to(&article, annotation),
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
                self.apply(self.split_actor(&from, &name, &aliases, &mentions), now)
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
            Command::GoToQuestion(question) => self.go_to_question(&question),
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

    fn act(&mut self, action: Action, now: Timestamp, effects: &mut Vec<Effect>) {
        if let Some((step, extend)) = caret_step(action) {
            return self.step_caret(step, extend);
        }
        if let Some((edge, step)) = edge_step(action) {
            if self.move_suggestion_edge(edge, step) {
                return;
            }
            return self.step_edge(edge, step, now);
        }
        match action {
            Action::TagQuote if self.suggestion().is_some() => self.accept_suggestion(Label::Quote, &Says::Open, now),
            Action::TagClaim if self.suggestion().is_some() => self.accept_suggestion(Label::Claim, &Says::Open, now),
            Action::ClaimOfQuote => self.claim_of_quote(now),
            Action::TagQuote => self.tag(Label::Quote, now),
            Action::TagClaim => self.tag(Label::Claim, now),
            Action::TagActor => self.tag(Label::Actor, now),
            Action::NextAtCaret => self.cycle_at_caret(),
            Action::NextAnnotation => self.step_annotation(true),
            Action::PreviousAnnotation => self.step_annotation(false),
            Action::TagNewActor => self.tag_new_actor(now),
            Action::MarkCue => self.add_evidence(EvidenceKind::Cue, now),
            Action::MarkEditorial => self.add_evidence(EvidenceKind::Editorial, now),
            Action::MarkScare => self.add_evidence(EvidenceKind::Scare, now),
            Action::SpeakerAuthor => self.credit_asked(Who::Author, now),
            Action::SpeakerUnknown => self.credit_asked(Who::Unknown, now),
            Action::SpeakerUnnamed => self.credit_unnamed(now),
            Action::Speaker1 => self.credit_likely(1, now),
            Action::Speaker2 => self.credit_likely(2, now),
            Action::Speaker3 => self.credit_likely(3, now),
            Action::Speaker4 => self.credit_likely(4, now),
            Action::Speaker5 => self.credit_likely(5, now),
            Action::Speaker6 => self.credit_likely(6, now),
            Action::Speaker7 => self.credit_likely(7, now),
            Action::Speaker8 => self.credit_likely(8, now),
            Action::Speaker9 => self.credit_likely(9, now),
            Action::TagAllMentions => self.find_all(Scope::Set, now),
            Action::TagNames => self.review_names(now),
            Action::TagArticleMentions => self.find_all(Scope::Article, now),
            Action::HoldLink => self.hold_or_link(now),
            Action::NextLinkKind => self.cycle_link_kind(now),
            Action::LinkSame => self.link_same(now),
            Action::FollowLink => self.follow_link(now),
            Action::MarkZone => self.mark_zone(ZoneKind::Navigation, now),
            Action::NextQuestion => self.step_question(true, now),
            Action::PreviousQuestion => self.step_question(false, now),
            Action::ToggleUnsure => self.toggle_unsure(now),
            Action::AddFragment => self.add_fragment(now),
            Action::RemoveFragment => self.remove_fragment(now),
            Action::Delete => self.delete(now),
            Action::NextSuggestion => self.step_suggestion(Label::Quote, true, now),
            Action::PreviousSuggestion => self.step_suggestion(Label::Quote, false, now),
            Action::NextClaim => self.step_suggestion(Label::Claim, true, now),
            Action::PreviousClaim => self.step_suggestion(Label::Claim, false, now),
            Action::RejectSuggestion => self.reject_suggestion(now),
            Action::Widen => self.widen(),
            Action::Narrow => self.narrow(),
            Action::SelectWord => self.select_around(word::word_at),
            Action::SelectSentence => self.select_around(sentence::sentence_at),
            Action::SelectAll => {
                let end = self.article().map_or(ByteOffset::ZERO, |a| a.text.end());
                self.select(ByteOffset::ZERO, end);
            }
            Action::Copy => effects.extend(self.copied().map(Effect::Copy)),
            Action::NextArticle => self.step_article(true, now),
            Action::PreviousArticle => self.step_article(false, now),
            Action::ToggleDone => self.toggle_done(now),
            Action::RemoveArticle => self.remove_article(now),
            Action::Undo => self.undo(now),
            Action::Redo => self.redo(now),
            Action::Save => self.save(effects),
            // The rest are the window's own.
            _ => {}
        }
    }

    fn clear(&mut self) {
        self.suggestions.drop_current();
        if self.cursor.selection().is_empty() {
            self.cursor.deselect();
        }
        self.cursor.put_caret(self.selection().head);
        self.notices.dismiss();
    }

    fn copied(&self) -> Option<String> {
        let article = self.article()?;
        match self.cursor.selection().span(&article.text) {
            Some(span) => Some(article.text.slice(span).to_owned()),
            None => self.current().map(|annotation| annotation.words()),
        }
    }

    fn tick(&mut self, effects: &mut Vec<Effect>) {
        self.notices.drop_expired();
        if self.editor.saving().due_in_ms(self.notices.ticks()) == Some(0) {
            self.save(effects);
        }
    }

    fn save(&mut self, effects: &mut Vec<Effect>) {
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
fn goes_on_answering(command: &Command) -> bool {
    match command {
        Command::Do(action) => {
            Action::SPEAKERS.contains(action) || matches!(action, Action::SpeakerAuthor | Action::SpeakerUnknown)
        }
        Command::Tick | Command::Flush | Command::Report(_) | Command::DismissNotices | Command::MarksIn(_) => true,
        _ => false,
    }
}

fn caret_step(action: Action) -> Option<(CaretStep, bool)> {
    Some(match action {
        Action::Left => (CaretStep::Left, false),
        Action::Right => (CaretStep::Right, false),
        Action::WordLeft => (CaretStep::WordLeft, false),
        Action::WordRight => (CaretStep::WordRight, false),
        Action::SentenceLeft => (CaretStep::SentenceLeft, false),
        Action::SentenceRight => (CaretStep::SentenceRight, false),
        Action::ParagraphUp => (CaretStep::ParagraphUp, false),
        Action::ParagraphDown => (CaretStep::ParagraphDown, false),
        Action::TextStart => (CaretStep::TextStart, false),
        Action::TextEnd => (CaretStep::TextEnd, false),
        Action::SelectLeft => (CaretStep::Left, true),
        Action::SelectRight => (CaretStep::Right, true),
        Action::SelectWordLeft => (CaretStep::WordLeft, true),
        Action::SelectWordRight => (CaretStep::WordRight, true),
        Action::SelectSentenceLeft => (CaretStep::SentenceLeft, true),
        Action::SelectSentenceRight => (CaretStep::SentenceRight, true),
        Action::SelectParagraphUp => (CaretStep::ParagraphUp, true),
        Action::SelectParagraphDown => (CaretStep::ParagraphDown, true),
        Action::SelectTextStart => (CaretStep::TextStart, true),
        Action::SelectTextEnd => (CaretStep::TextEnd, true),
        _ => return None,
    })
}

fn edge_step(action: Action) -> Option<(Edge, CaretStep)> {
    Some(match action {
        Action::StartLeft => (Edge::Start, CaretStep::Left),
        Action::StartRight => (Edge::Start, CaretStep::Right),
        Action::EndLeft => (Edge::End, CaretStep::Left),
        Action::EndRight => (Edge::End, CaretStep::Right),
        Action::StartWordLeft => (Edge::Start, CaretStep::WordLeft),
        Action::StartWordRight => (Edge::Start, CaretStep::WordRight),
        Action::EndWordLeft => (Edge::End, CaretStep::WordLeft),
        Action::EndWordRight => (Edge::End, CaretStep::WordRight),
        _ => return None,
    })
}
