//! Carries out the actions of the session: one arm for each, so that a new action does not compile until it is handled.

use super::annotate::accept::Says;
use super::input::action::SessionAction;
use super::input::command::Scope;
use super::input::effect::Effect;
use super::state::Session;
use crate::model::{EvidenceKind, Label, Timestamp, Who, ZoneKind};
use crate::text::{ByteOffset, sentence, word};

impl Session {
    pub(super) fn act(&mut self, action: SessionAction, now: Timestamp, effects: &mut Vec<Effect>) {
        match action {
            // While a suggestion is selected, a label's key accepts it under that label.
            SessionAction::Tag(label @ (Label::Quote | Label::Claim)) if self.suggestion().is_some() => {
                self.accept_suggestion(label, &Says::Open, now);
            }
            SessionAction::Tag(label) => self.tag(label, now),
            SessionAction::ClaimOfQuote => self.claim_of_quote(now),
            SessionAction::TagNewActor => self.tag_new_actor(now),
            SessionAction::MarkZone => self.mark_zone(ZoneKind::Navigation, now),
            SessionAction::NextAtCaret => self.cycle_at_caret(),
            SessionAction::NextAnnotation => self.step_annotation(true),
            SessionAction::PreviousAnnotation => self.step_annotation(false),
            SessionAction::MoveEdge { edge, step } => {
                if !self.move_suggestion_edge(edge, step.into()) {
                    self.step_edge(edge, step.into(), now);
                }
            }
            SessionAction::AddFragment => self.add_fragment(now),
            SessionAction::RemoveFragment => self.remove_fragment(now),
            SessionAction::ToggleUnsure => self.toggle_unsure(now),
            SessionAction::Delete => self.delete(now),
            SessionAction::NextSuggestion => self.step_suggestion(Label::Quote, true, now),
            SessionAction::PreviousSuggestion => self.step_suggestion(Label::Quote, false, now),
            SessionAction::NextClaim => self.step_suggestion(Label::Claim, true, now),
            SessionAction::PreviousClaim => self.step_suggestion(Label::Claim, false, now),
            SessionAction::RejectSuggestion => self.reject_suggestion(now),
            SessionAction::Speaker(digit) => self.credit_likely(digit.number(), now),
            SessionAction::SpeakerUnnamed => self.credit_unnamed(now),
            SessionAction::SpeakerArticle => self.credit_asked(Who::Author, now),
            SessionAction::SpeakerUnknown => self.credit_asked(Who::Unknown, now),
            SessionAction::MarkCue => self.add_evidence(EvidenceKind::Cue, now),
            SessionAction::MarkEditorial => self.add_evidence(EvidenceKind::Editorial, now),
            SessionAction::MarkScare => self.add_evidence(EvidenceKind::Scare, now),
            SessionAction::TagAllMentions => self.find_all(Scope::Set, now),
            SessionAction::TagArticleMentions => self.find_all(Scope::Article, now),
            SessionAction::TagNames => self.review_names(now),
            SessionAction::Link => self.hold_or_link(now),
            SessionAction::NextLinkKind => self.cycle_link_kind(now),
            SessionAction::LinkSame => self.link_same(now),
            SessionAction::FollowLink => self.follow_link(now),
            SessionAction::NextQuestion => self.step_question(true, now),
            SessionAction::PreviousQuestion => self.step_question(false, now),
            SessionAction::Move { step, extend } => self.step_caret(step, extend),
            SessionAction::SelectWord => self.select_around(word::word_at),
            SessionAction::SelectSentence => self.select_around(sentence::sentence_at),
            SessionAction::Widen => self.widen(),
            SessionAction::Narrow => self.narrow(),
            SessionAction::SelectAll => {
                let end = self.article().map_or(ByteOffset::ZERO, |a| a.text.end());
                self.select(ByteOffset::ZERO, end);
            }
            SessionAction::Copy => effects.extend(self.copied().map(Effect::Copy)),
            SessionAction::NextArticle => self.step_article(true, now),
            SessionAction::PreviousArticle => self.step_article(false, now),
            SessionAction::ToggleDone => self.toggle_done(now),
            SessionAction::RemoveArticle => self.remove_article(now),
            SessionAction::Undo => self.undo(now),
            SessionAction::Redo => self.redo(now),
            SessionAction::Save => self.save(effects),
        }
    }

    /// The words to copy: the selection, or else the selected annotation. `None` if neither is present.
    fn copied(&self) -> Option<String> {
        let article = self.article()?;
        match self.cursor.selection().span(&article.text) {
            Some(span) => Some(article.text.slice(span).to_owned()),
            None => self.current().map(|annotation| annotation.words()),
        }
    }
}
