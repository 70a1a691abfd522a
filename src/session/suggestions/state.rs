//! Keeps the suggestions of the open article: found on a thread of its own, shown as long as nobody has said yes or no.

use std::sync::Arc;

pub use crate::jobs::propose::{ProposeJob, Proposed};
use crate::model::{Annotation, Article, Label, Register, Timestamp, Who};
use crate::session::review::sifted::Sifted;
use crate::session::state::Session;
use crate::suggest::{self, Offers, Proposed as Voice, Speaker, Suggestion};
use crate::text::Span;

/// What is found, and from what; and which of it is still open.
#[derive(Debug, Default)]
pub(in crate::session) struct Suggestions {
    /// From what it was looked for last.
    asked_of: Option<(Arc<Article>, Arc<Register>)>,
    found: Option<Proposed>,
    /// Those on which nobody has said yes or no.
    sifted: Sifted,
    /// The one that is looked at, and as what.
    pub(in crate::session) current: Option<(Label, Suggestion)>,
    /// It was gone to by its place, such as by a click: no walk is under way.
    pub(in crate::session) by_place: bool,
    /// Claims were asked for last, not quotes.
    claims_first: bool,
    /// When the last one was accepted or rejected and none was left below.
    pub(in crate::session) ended: Option<Timestamp>,
}

impl Session {
    /// The quotes that could be marked in the open article, in text order.
    #[must_use]
    pub fn suggestions(&self) -> &[Suggestion] {
        self.suggestions.sifted.open(Label::Quote)
    }

    /// The claims that could be marked in the open article, in text order.
    #[must_use]
    pub fn claim_suggestions(&self) -> &[Suggestion] {
        self.suggestions.sifted.open(Label::Claim)
    }

    /// What could be marked with a label in the open article, in text order; mentions are looked through as a list.
    #[must_use]
    pub fn suggestions_of(&self, label: Label) -> &[Suggestion] {
        match label {
            Label::Quote => self.suggestions(),
            Label::Claim => self.claim_suggestions(),
            Label::Actor => &[],
        }
    }

    /// The suggestion that is looked at: what a digit accepts.
    #[must_use]
    pub fn suggestion(&self) -> Option<&Suggestion> {
        self.suggestions.current.as_ref().map(|(_, suggestion)| suggestion)
    }

    /// Which suggestions are on show: quotes until none is left, or until claims are asked for.
    #[must_use]
    pub fn offers(&self) -> Label {
        let claims = self.suggestions.claims_first || self.suggestions().is_empty();
        if claims { Label::Claim } else { Label::Quote }
    }

    /// Puts the suggestions for a label on show.
    pub(in crate::session) fn offer(&mut self, label: Label) {
        self.suggestions.claims_first = label == Label::Claim;
    }

    /// What the suggestion that is looked at would become.
    #[must_use]
    pub fn walks(&self) -> Option<Label> {
        self.suggestions.current.as_ref().map(|(label, _)| *label)
    }

    /// What was found in the open article: also its names, of actors and of nobody yet.
    #[must_use]
    pub fn found_names(&self) -> Option<&Proposed> {
        self.suggestions.found.as_ref().filter(|found| Some(&found.article) == self.article.as_ref())
    }

    /// What was found for the words of an annotation, answered or not, whatever its edges: the suggestion that has most in
    /// common with it. What a claim says may be a suggestion as a quote only.
    pub(in crate::session) fn found_near(&self, annotation: &Annotation) -> Option<&Suggestion> {
        let other = Some(Label::Quote).filter(|_| annotation.label == Label::Claim);
        let of_other = || other.and_then(|label| self.found_as(label, annotation));
        self.found_as(annotation.label, annotation).or_else(of_other)
    }

    /// The suggestion with that label that has most in common with an annotation.
    pub(in crate::session) fn found_as(&self, label: Label, annotation: &Annotation) -> Option<&Suggestion> {
        let all = self.found_with(label);
        let numbers = self.suggestions.sifted.touching(label, annotation.start(), annotation.end());
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

    /// A claim in a quote has the quote's speakers for its likely sources.
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

    /// Whether the suggestion that is looked at was gone to by its place, such as by a click.
    #[must_use]
    pub fn suggestion_was_clicked(&self) -> bool {
        self.suggestion().is_some() && self.suggestions.by_place
    }

    /// Looks for suggestions anew when the article, its zones or the register have changed.
    pub(in crate::session) fn ask_for_suggestions(&mut self) -> Option<ProposeJob> {
        let Some(article) = self.article().cloned() else {
            self.suggestions = Suggestions::default();
            return None;
        };
        let register = Arc::clone(&self.document.register);
        let same = |(of, names): &(Arc<Article>, Arc<Register>)| Arc::ptr_eq(of, &article) && Arc::ptr_eq(names, &register);
        if self.suggestions.asked_of.as_ref().is_some_and(same) {
            return None;
        }
        if self.suggestions.found.as_ref().is_some_and(|found| found.article != article.id) {
            self.suggestions = Suggestions::default();
        }
        self.suggestions.asked_of = Some((Arc::clone(&article), Arc::clone(&register)));
        Some(ProposeJob::new(article, register, Arc::clone(&self.lexicons)))
    }

    pub(in crate::session) fn proposed(&mut self, proposed: Proposed) {
        if Some(&proposed.article) == self.article.as_ref() {
            // The one that is looked at gets the speakers that are known by now, such as an actor that was just made.
            let mut newest = None;
            if let Some((label, current)) = &self.suggestions.current {
                let list = if *label == Label::Claim { &proposed.claims } else { &proposed.quotes };
                if let Some(newer) = list.iter().find(|suggestion| suggestion.extent() == current.extent()) {
                    newest = Some((*label, newer.clone()));
                }
            }
            if let Some((label, newer)) = newest {
                self.suggestions.current = Some((label, self.with_source(label, newer)));
            }
            self.suggestions.found = Some(proposed);
            self.suggestions.sifted = Sifted::default();
            self.sift_suggestions();
        }
    }

    /// Leaves out what is marked and what was rejected.
    pub(in crate::session) fn sift_suggestions(&mut self) {
        let layer = self.layer().cloned().unwrap_or_default();
        let held = &mut self.suggestions;
        match held.found.as_ref().filter(|found| Some(&found.article) == self.article.as_ref()) {
            Some(found) => {
                let all = [(Label::Quote, &found.quotes[..]), (Label::Claim, &found.claims[..])];
                let offers = Offers { quotes: &found.quotes, claims: &found.claims };
                held.sifted.sift(&layer, all, |label, suggestion| suggest::is_open(&layer, label, suggestion, offers));
            }
            None => held.sifted = Sifted::default(),
        }
        let stays = self.suggestions.current.as_ref().is_some_and(|(label, current)| self.is_open(*label, current));
        if !stays {
            self.suggestions.current = None;
        }
    }

    pub(in crate::session) fn is_open(&self, label: Label, suggestion: &Suggestion) -> bool {
        let offers = self.found_names().map(|found| Offers { quotes: &found.quotes, claims: &found.claims });
        match (self.layer(), offers) {
            (Some(layer), Some(offers)) => suggest::is_open(layer, label, suggestion, offers),
            _ => true,
        }
    }
}
