//! Carries out the keys that say who: the likely actors by digit, an unnamed source, the author, unknown.

use super::accept::Says;
use super::slot::Slot;
use crate::edit::Edit;
use crate::model::{Annotation, AnnotationId, Attribution, Timestamp, Who};
use crate::session::input::action::{Participant, SessionAction, WindowAction};
use crate::session::input::command::Scope;
use crate::session::input::notice::Message;
use crate::session::state::Session;
use crate::suggest::{Proposed, Speaker};

impl Session {
    /// Makes one of the likely actors, counted from 1, the speaker, the source, or the actor of a mention.
    pub(in crate::session) fn credit_likely(&mut self, number: usize, now: Timestamp) {
        if let Some(label) = self.walks() {
            return self.accept_suggestion(label, &Says::Proposed(number), now);
        }
        if self.suggestions.has_just_ended(now) {
            return;
        }
        let Some(annotation) = self.asked().cloned() else {
            let key = self.key(SessionAction::NextAnnotation);
            let text = format!("Select a quote, a claim or a mention first: click it, or press {key}");
            return self.say(Message::info(text), now);
        };
        if !self.takes_digit(&annotation) {
            return self.say(self.answered_already(&annotation), now);
        }
        let proposed = self.proposed_speakers(&annotation);
        let Some(speaker) = number.checked_sub(1).and_then(|at| proposed.get(at)) else {
            let text =
                format!("No option {number}. Press {} to choose an actor", self.key(WindowAction::Choose(Participant::Speaker)));
            return self.say(Message::info(text), now);
        };
        match &speaker.who {
            Proposed::Known(actor) if speaker.mention.is_none() => self.credit_asked(Who::Actor(actor.clone()), now),
            _ => self.credit_proposed(&annotation, speaker, now),
        }
    }

    /// Makes a proposed speaker the speaker, in one step with the new actor and the new mention that it needs.
    fn credit_proposed(&mut self, annotation: &Annotation, speaker: &Speaker, now: Timestamp) {
        let mut edits: Vec<Edit> = Vec::new();
        let attribution: Attribution = self.attribution_of(speaker, &mut edits, now);
        self.defaults.choose(&attribution.who);
        self.apply(self.set_slot(&annotation.id, Slot::Speaker, (vec![attribution], edits), now), now);
        self.answer(annotation.id.clone());
    }

    pub(in crate::session) fn credit_asked(&mut self, who: Who, now: Timestamp) {
        if let Some(label) = self.walks() {
            return self.accept_suggestion(label, &Says::This(who), now);
        }
        let Some(annotation) = self.asked().cloned() else {
            let key = self.key(SessionAction::NextAnnotation);
            return self.say(Message::info(format!("Select a quote or a claim first: click it, or press {key}")), now);
        };
        // A digit may be pressed by mistake, a key combination is not.
        if who == Who::Author && !self.takes_digit(&annotation) {
            return self.say(self.answered_already(&annotation), now);
        }
        self.defaults.choose(&who);
        self.apply(self.credit(&annotation.id, Slot::Speaker, who, false, now), now);
        self.answer(annotation.id.clone());
    }

    /// Selects an annotation whose answer the next digit may still change.
    fn answer(&mut self, id: AnnotationId) {
        self.select_annotation(Some(id.clone()));
        self.cursor.answer(id);
    }

    /// Makes the selected words the unnamed source of the annotation that was selected last.
    pub(in crate::session) fn credit_unnamed(&mut self, now: Timestamp) {
        let Some(article) = self.article() else { return };
        let (Some(span), Some(annotation)) = (self.selection().trimmed(&article.text), self.joins()) else {
            let text = "Select a quote or a claim, then the words that the article uses for its source";
            return self.say(Message::info(text), now);
        };
        let (id, who) = (annotation.id.clone(), Who::Unnamed(article.text.slice(span).to_owned()));
        self.apply(self.credit(&id, Slot::Speaker, who, false, now), now);
        self.select_annotation(Some(id));
    }

    /// Searches for the other mentions of the actor that the current annotation names.
    pub(in crate::session) fn find_all(&mut self, scope: Scope, now: Timestamp) {
        let named = self.asked().and_then(|a| {
            let speaker = a.details.attribution.first().and_then(|held| held.who.actor());
            a.actor.clone().or_else(|| speaker.cloned())
        });
        match named {
            Some(actor) => self.find_mentions(&actor, scope),
            None => self.say(Message::info("Select a mention that names an actor first"), now),
        }
    }
}
