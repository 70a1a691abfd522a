//! Makes an annotation of the current suggestion, with who says it: one step, with everything that it needs.

use std::sync::Arc;

use super::nearby::claims_in;
use super::new_annotation::NewAnnotation;
use super::wording::{SHORT, with_article};
use crate::model::{AnnotationId, Article, Attribution, Details, EvidenceKind, Fragment, Label, Timestamp, Who};
use crate::session::editor::plan::{NoPlan, Plan, Planned};
use crate::session::input::action::{Participant, SessionAction, WindowAction};
use crate::session::input::notice::Message;
use crate::session::state::Session;
use crate::suggest::{FROM_SUGGESTION, Proposed as Voice, Suggestion, unmarked};
use crate::text::{ByteOffset, Span};

/// Who says what a suggestion contains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::session) enum Says {
    /// It is left open; a claim in a quote has the quote's speaker all the same.
    Open,
    /// The n-th proposed speaker, counted from 1.
    Proposed(usize),
    This(Who),
}

impl Session {
    /// Makes an annotation of the current suggestion, and goes to the next one if it has a speaker or source.
    ///
    /// With another label than the one for which it is proposed, its words are marked and it stays the current one: the
    /// words of a quote can be a claim as well.
    pub(in crate::session) fn accept_suggestion(&mut self, label: Label, says: &Says, now: Timestamp) {
        let (Some((walked, suggestion)), Some(article)) = (self.suggestions.current().cloned(), self.article().cloned()) else {
            return;
        };
        let made = match self.accepted(&article, (walked, &suggestion), label, says, now) {
            Ok(made) => made,
            Err(none) => return self.apply(Err(none), now),
        };
        made.chosen.iter().for_each(|who| self.defaults.choose(who));
        let (id, end) = (made.id, made.end);
        if !self.carry_out(Ok(made.plan), now) || label != walked {
            return;
        }
        self.cursor.set_last(id.clone());
        // Without a speaker the annotation is selected: the next digit is about it, not about the next suggestion.
        if made.is_open {
            self.sift_suggestions();
            self.suggestions.drop_current();
            return self.select_annotation(Some(id));
        }
        self.go_on(label, end, now);
        if self.suggestions.current().is_none() {
            self.select_annotation(Some(id));
        }
    }

    fn accepted(
        &self,
        article: &Article,
        (walked, suggestion): (Label, &Suggestion),
        label: Label,
        says: &Says,
        now: Timestamp,
    ) -> Result<Accepted, NoPlan> {
        let mut edits = Vec::new();
        let mut details = Details::default();
        let mut chosen = None;
        match says {
            Says::Open => {}
            Says::This(who) => details.attribution.push(Attribution { who: who.clone(), mention: None }),
            Says::Proposed(number) => {
                let Some(speaker) = number.checked_sub(1).and_then(|at| suggestion.speakers.get(at)) else {
                    let (key, slot) =
                        (self.key(SessionAction::Tag(label)), if label == Label::Claim { "source" } else { "speaker" });
                    return Err(NoPlan::info(format!("No option {number}. Press {key} to accept without a {slot}")));
                };
                if let Voice::Known(id) = &speaker.who
                    && self.document().register.get(id).is_none()
                {
                    // Such as after an undo of the step that added the actor.
                    let key = self.key(WindowAction::Choose(Participant::Speaker));
                    return Err(NoPlan::info(format!(
                        "The actor “{id}” is no longer in the register. Press {key} to choose another"
                    )));
                }
                let attribution = self.attribution_of(speaker, &mut edits, now);
                chosen = Some(attribution.who.clone());
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
        let new = NewAnnotation { details, ..NewAnnotation::of(label, &spans, FROM_SUGGESTION) };
        let made = self.new_annotation(article, new, now);
        if self.layer().is_some_and(|layer| layer.twin_of(&made).is_some()) {
            return Err(NoPlan::info(format!("These words are already marked as {}", with_article(label))));
        }
        // A claim in a quote is made by its speaker, also if the claim was marked first.
        if label == Label::Quote && !made.details.attribution.is_empty() {
            let claims = claims_in(self.layer().map(Arc::as_ref), &made, &made);
            edits.extend(claims.into_iter().map(|(before, after)| self.changed(article, &before, after, now)));
        }
        let (id, end, is_open) = (made.id.clone(), made.end(), made.details.attribution.is_empty());
        edits.push(self.added(article, made));
        let mut plan = Plan::new("accept suggestion", edits);
        if label != walked {
            plan = plan.say(Message::info(format!("Also marked as {}", with_article(label))));
        }
        Ok(Accepted { plan, id, end, is_open, chosen })
    }

    /// Makes an annotation of the current suggestion and selects it, so that more can be said about it.
    pub(in crate::session) fn take_suggestion(&mut self, now: Timestamp) {
        let Some((label, suggestion)) = self.suggestions.current().cloned() else { return };
        self.accept_suggestion(label, &Says::Open, now);
        // A claim in a quote has a source at once, so that accepting it went to the next suggestion.
        let (start, end) = suggestion.extent().unwrap_or_default();
        let made = self.layer().into_iter().flat_map(|layer| layer.touching(start, end));
        let made = made.filter(|a| a.label == label).find(|a| a.spans().eq(suggestion.fragments.iter().copied()));
        if let Some(id) = made.map(|a| a.id.clone()) {
            self.select_annotation(Some(id));
        }
    }

    /// Marks the words of a quote as a claim too: of the quote that is selected, at the caret, or was accepted last.
    pub(in crate::session) fn claim_of_quote(&mut self, now: Timestamp) {
        self.apply(self.claim_made(now), now);
    }

    fn claim_made(&self, now: Timestamp) -> Planned {
        let article = self.article().ok_or(NoPlan::Nothing)?;
        let is_walking = self.suggestion().is_some();
        let quote = if is_walking { self.joins() } else { self.asked() };
        let Some(quote) = quote.filter(|annotation| annotation.label == Label::Quote) else {
            let key = self.key(SessionAction::NextAnnotation);
            return Err(NoPlan::info(format!("Select a quote first: click it, or press {key}")));
        };
        let spans: Vec<Span> = quote.spans().map(|span| unmarked(&article.text, span)).collect();
        let claim = self.new_annotation(article, NewAnnotation::of(Label::Claim, &spans, "quote"), now);
        if let Some(twin) = self.layer().and_then(|layer| layer.twin_of(&claim)) {
            let message = Message::info("The words of this quote are already marked as a claim");
            return Err(if is_walking { NoPlan::Say(message) } else { NoPlan::Exists(twin.id.clone(), message) });
        }
        let (id, words) = (claim.id.clone(), claim.beginning(SHORT));
        let plan = Plan::new("make a claim of a quote", vec![self.added(article, claim)]);
        let plan = plan.say(Message::info(format!("A claim: “{words}”")));
        // A walk continues where it is. Otherwise the claim is selected so that it can be adjusted.
        Ok(if is_walking { plan } else { plan.select(id) })
    }
}

/// A plan that accepts a suggestion, and the annotation that it adds.
struct Accepted {
    plan: Plan,
    id: AnnotationId,
    end: ByteOffset,
    /// Whether it has no speaker or source.
    is_open: bool,
    /// The speaker that was chosen by number.
    chosen: Option<Who>,
}
