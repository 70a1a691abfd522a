//! Carries out the keys that say who: the likely actors by digit, unnamed, the author, unknown; and what follows from a mention.

use super::accept::Says;
use crate::model::{Annotation, Label, Timestamp, Who};
use crate::session::editor::step::GestureKind;
use crate::session::input::action::Participant;
use crate::session::input::command::{Scope, Slot};
use crate::session::input::notice::Severity;
use crate::session::state::Session;
use crate::session::{SessionAction, WindowAction};
use crate::suggest::{Proposed, Speaker};

impl Session {
    /// Says that one of the likely actors, counted from 1, is the speaker, the source, or whom the mention names.
    pub(in crate::session) fn credit_likely(&mut self, number: usize, now: Timestamp) {
        if let Some(label) = self.walks() {
            return self.accept_suggestion(label, &Says::Proposed(number), now);
        }
        if self.walk_has_just_ended(now) {
            return;
        }
        let Some(annotation) = self.asked().cloned() else {
            return self.notify(
                Severity::Info,
                format!(
                    "Select a quote, a claim or a mention first: click it, or press {}",
                    self.key(SessionAction::NextAnnotation)
                ),
                now,
            );
        };
        if !self.takes_digit(&annotation) {
            return self.say_answered(&annotation, now);
        }
        let proposed = self.proposed_speakers(&annotation);
        let Some(speaker) = number.checked_sub(1).and_then(|at| proposed.get(at)).cloned() else {
            return self.notify(
                Severity::Info,
                format!(
                    "There is no actor {number} here; press {} to choose one",
                    self.key(WindowAction::Choose(Participant::Speaker))
                ),
                now,
            );
        };
        match speaker.who {
            Proposed::Known(actor) if speaker.mention.is_none() => self.credit_asked(Who::Actor(actor), now),
            _ => self.credit_proposed(&annotation, &speaker, now),
        }
    }

    /// Says that a proposed speaker says it: an actor that is new is made, the words that name it are marked, in one step.
    fn credit_proposed(&mut self, annotation: &Annotation, speaker: &Speaker, now: Timestamp) {
        let mut edits = Vec::new();
        let attribution = self.attribution_of(speaker, &mut edits, now);
        self.chose(&attribution.who);
        self.set_slot(&annotation.id, Slot::Speaker, (vec![attribution], edits), now);
        self.select_annotation(Some(annotation.id.clone()));
        self.answering = Some(annotation.id.clone());
    }

    pub(in crate::session) fn credit_asked(&mut self, who: Who, now: Timestamp) {
        if let Some(label) = self.walks() {
            return self.accept_suggestion(label, &Says::This(who), now);
        }
        let Some(annotation) = self.asked().cloned() else {
            return self.notify(
                Severity::Info,
                format!("Select a quote or a claim first: click it, or press {}", self.key(SessionAction::NextAnnotation)),
                now,
            );
        };
        // A chord is never pressed by chance, a bare digit is.
        if who == Who::Author && !self.takes_digit(&annotation) {
            return self.say_answered(&annotation, now);
        }
        self.chose(&who);
        self.credit(&annotation.id, Slot::Speaker, who, false, now);
        self.select_annotation(Some(annotation.id.clone()));
        self.answering = Some(annotation.id.clone());
    }

    /// Says that the source has no name: the selected words are how the article calls it.
    pub(in crate::session) fn credit_unnamed(&mut self, now: Timestamp) {
        let Some(article) = self.article().cloned() else { return };
        let (Some(span), Some(annotation)) = (self.selection.trimmed(&article.text), self.joins().cloned()) else {
            let text = "Select a quote or a claim, then the words that the article has for its source";
            return self.notify(Severity::Info, text, now);
        };
        let words = article.text.slice(span).to_owned();
        self.credit(&annotation.id, Slot::Speaker, Who::Unnamed(words), false, now);
        self.select_annotation(Some(annotation.id.clone()));
    }

    /// Marks the selection as a mention of a new actor of that name, in one step.
    pub(in crate::session) fn tag_new_actor(&mut self, now: Timestamp) {
        let Some(article) = self.article().cloned() else { return };
        let mention = match self.selection.trimmed(&article.text) {
            Some(_) => {
                self.tag(Label::Actor, now);
                self.current().cloned()
            }
            None => self.current().cloned(),
        };
        let Some(mention) = mention.filter(|a| a.label == Label::Actor) else {
            return self.notify(Severity::Info, "Select a name first, then press the key", now);
        };
        if let Some(known) = &mention.actor {
            let name = self.document.register.name(known).to_owned();
            return self.notify(
                Severity::Info,
                format!(
                    "{name} is known already; press {} to choose another actor",
                    self.key(WindowAction::Choose(Participant::Speaker))
                ),
                now,
            );
        }
        // The mention and its actor are one undo when they are one key.
        if let Some(gesture) = &mut self.gesture {
            gesture.kind = GestureKind::Mention(mention.id.clone());
        }
        self.new_actor(&mention.words(), crate::session::For::Mention(mention.id.clone()), now);
    }

    /// Looks for the other mentions of the actor that the current annotation names.
    pub(in crate::session) fn find_all(&mut self, scope: Scope, now: Timestamp) {
        let named = self.asked().and_then(|a| {
            let speaker = a.details.attribution.first().and_then(|held| held.who.actor());
            a.actor.clone().or_else(|| speaker.cloned())
        });
        match named {
            Some(actor) => self.find_mentions(&actor, scope, now),
            None => self.notify(Severity::Info, "Select a mention whose actor is known first", now),
        }
    }

    /// Goes to the other end of the annotation's links, one after the other.
    pub(in crate::session) fn follow_link(&mut self, now: Timestamp) {
        let (Some(annotation), Some(article)) = (self.asked().cloned(), self.article.clone()) else { return };
        let ties = self.ties(&(article, annotation.id.clone()));
        let next = ties.iter().find(|tie| self.find(&tie.other).is_some()).map(|tie| tie.other.clone());
        match next {
            Some((article, id)) => self.go_to(&article, id),
            None => self.notify(Severity::Info, "No link leads from here", now),
        }
    }
}
