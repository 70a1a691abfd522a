//! Makes an annotation of the suggestion that is looked at, with who says it: one step, with all that comes along.

use std::sync::Arc;

use super::tagging::with_article;
use crate::edit::{Change, Edit};
use crate::model::{
    Actor, ActorId, Annotation, AnnotationId, Attribution, Details, EvidenceKind, Fragment, Label, Timestamp, Who,
};
use crate::session::input::action::Participant;
use crate::session::input::notice::Severity;
use crate::session::state::Session;
use crate::session::{SessionAction, WindowAction};
use crate::suggest::{FROM_SUGGESTION, Proposed as Voice, Speaker, unmarked};
use crate::text::Span;

/// Who says what a suggestion holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::session) enum Says {
    /// It is left open; a claim in a quote has the quote's speaker all the same.
    Open,
    /// The n-th proposed speaker, counted from 1.
    Proposed(usize),
    This(Who),
}

impl Session {
    /// Makes the suggestion that is looked at an annotation, and goes on to the next once somebody says it.
    ///
    /// With another label than the one it is proposed for, its words are marked and it stays looked at: what a quote
    /// says can be a claim as well.
    pub(in crate::session) fn accept_suggestion(&mut self, label: Label, says: &Says, now: Timestamp) {
        let (Some((walked, suggestion)), Some(article)) = (self.suggestions.current.clone(), self.article().cloned()) else {
            return;
        };
        let mut edits = Vec::new();
        let mut details = Details::default();
        match says {
            Says::Open => {}
            Says::This(who) => details.attribution.push(Attribution { who: who.clone(), mention: None }),
            Says::Proposed(number) => {
                let Some(speaker) = number.checked_sub(1).and_then(|at| suggestion.speakers.get(at)).cloned() else {
                    let text = format!(
                        "There is no speaker {number} here; press {} to accept it without one",
                        self.key(SessionAction::Tag(label))
                    );
                    return self.notify(Severity::Info, text, now);
                };
                if let Voice::Known(id) = &speaker.who
                    && self.document.register.get(id).is_none()
                {
                    // As when the step that made the actor was undone.
                    let key = self.key(WindowAction::Choose(Participant::Speaker));
                    let text = format!("The actor “{id}” is not in the register any more; press {key} to choose another");
                    return self.notify(Severity::Info, text, now);
                }
                let attribution = self.attribution_of(&speaker, &mut edits, now);
                self.chose(&attribution.who);
                details.attribution.push(attribution);
            }
        }
        if let Some(cue) = suggestion.cue.filter(|_| label == Label::Quote) {
            details.add_evidence(EvidenceKind::Cue, Fragment::new(&article.text, cue));
        }
        let spans: Vec<Span> = if label == Label::Claim && walked == Label::Quote {
            suggestion.fragments.iter().map(|span| unmarked(&article.text, *span)).collect()
        } else {
            suggestion.fragments.clone()
        };
        let mut made = self.fresh_annotation(&article, label, &spans, FROM_SUGGESTION, now);
        made.details = details;
        self.propose(&article, &mut made);
        if self.layer().is_some_and(|layer| layer.twin_of(&made).is_some()) {
            return self.notify(Severity::Info, format!("These words are already marked as {}", with_article(label)), now);
        }
        // What is claimed in a quote is claimed by its speaker, also when the claim was marked first.
        if label == Label::Quote && !made.details.attribution.is_empty() {
            for (before, after) in self.claims_in(&made, &made) {
                edits.extend(self.changed(&before, after, now));
            }
        }
        let (id, end, is_open) = (made.id.clone(), made.end(), made.details.attribution.is_empty());
        edits.push(Edit::Annotation(article.id.clone(), self.annotator.clone(), Change::new(None, Some(Arc::new(made)))));
        if !self.take_step("accept a suggestion", edits, None, now) {
            return;
        }
        if label != walked {
            return self.notify(Severity::Info, format!("Its words are marked as {} too", with_article(label)), now);
        }
        self.last = Some(id.clone());
        // What nobody says yet waits for whoever is to say it: a digit is about this one, not about the next.
        if is_open {
            self.sift_suggestions();
            self.suggestions.current = None;
            return self.select_annotation(Some(id));
        }
        self.go_on(label, end, now);
        if self.suggestions.current.is_none() {
            self.select_annotation(Some(id));
        }
    }

    /// Makes the suggestion that is looked at an annotation and selects it, so that something more can be said of it.
    pub(in crate::session) fn take_suggestion(&mut self, now: Timestamp) {
        let Some((label, suggestion)) = self.suggestions.current.clone() else { return };
        self.accept_suggestion(label, &Says::Open, now);
        // A claim in a quote has its source at once, and a walk would have gone on.
        let (start, end) = suggestion.extent().unwrap_or_default();
        let made = self.layer().into_iter().flat_map(|layer| layer.touching(start, end));
        let made = made.filter(|a| a.label == label).find(|a| a.spans().eq(suggestion.fragments.iter().copied()));
        if let Some(id) = made.map(|a| a.id.clone()) {
            self.select_annotation(Some(id));
        }
    }

    /// Marks what a quote says as a claim too: the quote that is selected, or at the caret, or was accepted just now.
    pub(in crate::session) fn claim_of_quote(&mut self, now: Timestamp) {
        let quote = if self.suggestion().is_some() { self.joins() } else { self.asked() };
        let Some(article) = self.article().cloned() else { return };
        let Some(quote) = quote.filter(|annotation| annotation.label == Label::Quote).cloned() else {
            let text = format!("Select a quote first: click it, or press {}", self.key(SessionAction::NextAnnotation));
            return self.notify(Severity::Info, text, now);
        };
        let spans: Vec<Span> = quote.spans().map(|span| unmarked(&article.text, span)).collect();
        let mut claim = self.fresh_annotation(&article, Label::Claim, &spans, "quote", now);
        self.propose(&article, &mut claim);
        if let Some(twin) = self.layer().and_then(|layer| layer.twin_of(&claim)).map(|twin| twin.id.clone()) {
            if self.suggestion().is_none() {
                self.select_annotation(Some(twin));
            }
            return self.notify(Severity::Info, "What this quote says is already marked as a claim", now);
        }
        let (id, words) = (claim.id.clone(), claim.beginning(48));
        if self.change_annotation("make a claim of a quote", None, Some(claim), None, now) {
            // A walk goes on where it is; else the claim is there to be adjusted.
            if self.suggestion().is_none() {
                self.select_annotation(Some(id));
            }
            self.notify(Severity::Info, format!("A claim: “{words}”"), now);
        }
    }

    /// The attribution that a proposed speaker stands for; a new actor and a mention that is not marked yet come with it.
    pub(in crate::session) fn attribution_of(&mut self, speaker: &Speaker, edits: &mut Vec<Edit>, now: Timestamp) -> Attribution {
        let who = match &speaker.who {
            Voice::Known(id) => Who::Actor(id.clone()),
            Voice::Role(words) => Who::Unnamed(words.clone()),
            // Made meanwhile: the proposal is older than the register.
            Voice::New(name) if let [known] = self.actors_named(name.trim()).as_slice() => Who::Actor(known.clone()),
            Voice::New(name) => match self.fresh_actor_id(name.trim()) {
                Some(id) => {
                    let actor = Actor::new(id.clone(), name.trim());
                    edits.push(Edit::Actor(Change::new(None, Some(Arc::new(actor)))));
                    Who::Actor(id)
                }
                None => Who::Unknown,
            },
        };
        let mention = match (who.actor().cloned(), speaker.mention) {
            (Some(actor), Some(span)) => self.mention_at(span, &actor, edits, now),
            _ => None,
        };
        Attribution { who, mention }
    }

    /// The mention that marks these words, or a new one of that actor.
    pub(in crate::session) fn mention_at(
        &mut self,
        span: Span,
        actor: &ActorId,
        edits: &mut Vec<Edit>,
        now: Timestamp,
    ) -> Option<AnnotationId> {
        let article = self.article()?.clone();
        let here = |a: &&Arc<Annotation>| a.label == Label::Actor && a.spans().any(|own| own.overlaps(span));
        if let Some(held) = self.layer().and_then(|layer| layer.touching(span.start(), span.end()).find(here)) {
            return (held.actor.as_ref() == Some(actor)).then(|| held.id.clone());
        }
        let mut mention = self.fresh_annotation(&article, Label::Actor, &[span], FROM_SUGGESTION, now);
        mention.actor = Some(actor.clone());
        self.propose(&article, &mut mention);
        if let Some(learned) = self.learning(&mention, actor) {
            let before = self.document.register.get(actor).cloned();
            edits.push(Edit::Actor(Change::new(before, Some(Arc::new(learned)))));
        }
        let id = mention.id.clone();
        edits.push(Edit::Annotation(article.id.clone(), self.annotator.clone(), Change::new(None, Some(Arc::new(mention)))));
        Some(id)
    }
}
