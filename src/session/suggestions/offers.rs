//! The suggestions of the open article, as the session shows them: open ones, the current one, those near an annotation.

use std::sync::Arc;

use crate::jobs::propose::{ProposeJob, Proposed};
use crate::model::{Annotation, Label, Who};
use crate::session::state::Session;
use crate::suggest::{self, Offers, Proposed as Voice, Speaker, Suggestion};
use crate::text::Span;

impl Session {
    /// The quotes that could be marked in the open article, in text order.
    #[must_use]
    pub fn suggestions(&self) -> &[Suggestion] {
        self.suggestions.open(Label::Quote)
    }

    /// The claims that could be marked in the open article, in text order.
    #[must_use]
    pub fn claim_suggestions(&self) -> &[Suggestion] {
        self.suggestions.open(Label::Claim)
    }

    /// What could be marked with a label in the open article, in text order; empty for mentions, which a list shows.
    #[must_use]
    pub fn suggestions_of(&self, label: Label) -> &[Suggestion] {
        match label {
            Label::Quote => self.suggestions(),
            Label::Claim => self.claim_suggestions(),
            Label::Actor => &[],
        }
    }

    /// The current suggestion: what a digit accepts.
    #[must_use]
    pub fn suggestion(&self) -> Option<&Suggestion> {
        self.suggestions.current().map(|(_, suggestion)| suggestion)
    }

    /// The label whose suggestions are shown: quotes until none is left, or until claims are asked for.
    #[must_use]
    pub fn offers(&self) -> Label {
        let claims = self.suggestions.claims_first() || self.suggestions().is_empty();
        if claims { Label::Claim } else { Label::Quote }
    }

    /// The label for which the current suggestion is proposed.
    #[must_use]
    pub fn walks(&self) -> Option<Label> {
        self.suggestions.current().map(|(label, _)| *label)
    }

    /// What was found in the open article, names included; `None` while it is still being looked for.
    #[must_use]
    pub fn found_names(&self) -> Option<&Proposed> {
        self.suggestions.found_in(self.cursor.article())
    }

    /// The suggestion that has most in common with an annotation, accepted or not. For a claim it may be one for a quote.
    pub(in crate::session) fn found_near(&self, annotation: &Annotation) -> Option<&Suggestion> {
        let other = Some(Label::Quote).filter(|_| annotation.label == Label::Claim);
        let of_other = || other.and_then(|label| self.found_as(label, annotation));
        self.found_as(annotation.label, annotation).or_else(of_other)
    }

    /// The suggestion for a label that has most in common with an annotation.
    pub(in crate::session) fn found_as(&self, label: Label, annotation: &Annotation) -> Option<&Suggestion> {
        let all = self.found_with(label);
        let numbers = self.suggestions.touching(label, annotation.start(), annotation.end());
        let touching = numbers.into_iter().filter_map(|number| all.get(number));
        let near = touching.filter_map(|held| Some((suggest::likeness(annotation, held)?, held)));
        near.max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, held)| held)
    }

    fn found_with(&self, label: Label) -> &[Suggestion] {
        match (self.found_names(), label) {
            (Some(found), Label::Quote) => &found.quotes,
            (Some(found), Label::Claim) => &found.claims,
            (_, Label::Actor) | (None, _) => &[],
        }
    }

    /// The suggestion with the speakers of the quote around it as its first sources, if it is for a claim.
    pub(in crate::session) fn with_source(&self, label: Label, mut suggestion: Suggestion) -> Suggestion {
        let holds = |a: &&Arc<Annotation>| {
            let within = |span: &Span| a.spans().any(|own| own.start() <= span.start() && span.end() <= own.end());
            a.label == Label::Quote && !a.details.attribution.is_empty() && suggestion.fragments.iter().all(within)
        };
        let around = suggestion.extent().zip(self.layer()).filter(|_| label == Label::Claim);
        let quote = around
            .and_then(|((start, end), layer)| layer.touching(start, end).filter(holds).min_by_key(|a| a.end().0 - a.start().0));
        let mut said: Vec<Speaker> = Vec::new();
        for held in quote.into_iter().flat_map(|quote| &quote.details.attribution) {
            let who = match &held.who {
                Who::Actor(id) => Voice::Known(id.clone()),
                Who::Unnamed(words) => Voice::Role(words.clone()),
                Who::Author | Who::Unknown => continue,
            };
            let mention = suggestion.speakers.iter().find(|speaker| speaker.who == who).and_then(|speaker| speaker.mention);
            said.push(Speaker { who, mention, score: 1.0 });
        }
        let others = suggestion.speakers.into_iter().filter(|speaker| said.iter().all(|held| held.who != speaker.who));
        suggestion.speakers = said.iter().cloned().chain(others).take(9).collect();
        suggestion
    }

    /// Whether the current suggestion was chosen by its place, such as by a click.
    #[must_use]
    pub fn suggestion_was_clicked(&self) -> bool {
        self.suggestion().is_some() && self.suggestions.is_by_place()
    }

    /// Asks for suggestions of the open article if it, its zones or the register have changed since the last call.
    pub(in crate::session) fn ask_for_suggestions(&mut self) -> Option<ProposeJob> {
        let article = self.article().cloned();
        self.suggestions.ask(article.as_ref(), &self.editor.document().register)
    }

    /// Takes in what was found in an article; dropped if another one is open.
    pub(in crate::session) fn proposed(&mut self, proposed: Proposed) {
        if Some(&proposed.article) != self.cursor.article() {
            return;
        }
        // The current suggestion gets the speakers known by now, such as an actor that was just added.
        let newer = self.suggestions.current().and_then(|(label, current)| {
            let list = if *label == Label::Claim { &proposed.claims } else { &proposed.quotes };
            let newer = list.iter().find(|suggestion| suggestion.extent() == current.extent())?;
            Some((*label, self.with_source(*label, newer.clone())))
        });
        if newer.is_some() {
            self.suggestions.set_current(newer);
        }
        self.suggestions.receive(proposed);
        self.sift_suggestions();
    }

    /// Leaves out suggestions that are marked or rejected.
    pub(in crate::session) fn sift_suggestions(&mut self) {
        let layer = self.layer().cloned().unwrap_or_default();
        self.suggestions.sift(self.cursor.article(), &layer);
        if !self.suggestions.current().is_some_and(|(label, current)| self.is_open(*label, current)) {
            self.suggestions.drop_current();
        }
    }

    /// Whether nobody has accepted or rejected a suggestion of the open article.
    pub(in crate::session) fn is_open(&self, label: Label, suggestion: &Suggestion) -> bool {
        let offers = self.found_names().map(|found| Offers { quotes: &found.quotes, claims: &found.claims });
        match (self.layer(), offers) {
            (Some(layer), Some(offers)) => suggest::is_open(layer, label, suggestion, offers),
            _ => true,
        }
    }
}
