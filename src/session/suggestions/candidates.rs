//! Keeps the candidates of the open article: found on a thread of its own, shown as long as nobody has said yes or no.

use std::sync::Arc;

pub use crate::jobs::propose::{ProposeJob, Proposed};
use crate::model::{Annotation, Article, Label, Register, Timestamp, Who};
use crate::session::review::sifted::Sifted;
use crate::session::state::Session;
use crate::suggest::{self, Candidate, Offers, Proposed as Voice, Speaker};
use crate::text::Span;

/// What is found, and from what; and which of it is still open.
#[derive(Debug, Default)]
pub(in crate::session) struct Candidates {
    /// From what it was looked for last.
    asked_of: Option<(Arc<Article>, Arc<Register>)>,
    found: Option<Proposed>,
    /// Those on which nobody has said yes or no.
    sifted: Sifted,
    /// The one that is looked at, and as what.
    pub(in crate::session) current: Option<(Label, Candidate)>,
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
    pub fn candidates(&self) -> &[Candidate] {
        self.candidates.sifted.open(Label::Quote)
    }

    /// The claims that could be marked in the open article, in text order.
    #[must_use]
    pub fn claim_candidates(&self) -> &[Candidate] {
        self.candidates.sifted.open(Label::Claim)
    }

    /// What could be marked with a label in the open article, in text order; mentions are looked through as a list.
    #[must_use]
    pub fn candidates_of(&self, label: Label) -> &[Candidate] {
        match label {
            Label::Quote => self.candidates(),
            Label::Claim => self.claim_candidates(),
            Label::Actor => &[],
        }
    }

    /// The candidate that is looked at: what a digit accepts.
    #[must_use]
    pub fn candidate(&self) -> Option<&Candidate> {
        self.candidates.current.as_ref().map(|(_, candidate)| candidate)
    }

    /// Which candidates are on show: quotes until none is left, or until claims are asked for.
    #[must_use]
    pub fn offers(&self) -> Label {
        let claims = self.candidates.claims_first || self.candidates().is_empty();
        if claims { Label::Claim } else { Label::Quote }
    }

    /// Puts the candidates for a label on show.
    pub(in crate::session) fn offer(&mut self, label: Label) {
        self.candidates.claims_first = label == Label::Claim;
    }

    /// What the candidate that is looked at would become.
    #[must_use]
    pub fn walks(&self) -> Option<Label> {
        self.candidates.current.as_ref().map(|(label, _)| *label)
    }

    /// What was found in the open article: also its names, of actors and of nobody yet.
    #[must_use]
    pub fn found_names(&self) -> Option<&Proposed> {
        self.candidates.found.as_ref().filter(|found| Some(&found.article) == self.article.as_ref())
    }

    /// What was found for the words of an annotation, answered or not, whatever its edges: the candidate that has most in
    /// common with it. What a claim says may be a candidate as a quote only.
    pub(in crate::session) fn found_near(&self, annotation: &Annotation) -> Option<&Candidate> {
        let other = Some(Label::Quote).filter(|_| annotation.label == Label::Claim);
        let of_other = || other.and_then(|label| self.found_as(label, annotation));
        self.found_as(annotation.label, annotation).or_else(of_other)
    }

    /// The candidate with that label that has most in common with an annotation.
    pub(in crate::session) fn found_as(&self, label: Label, annotation: &Annotation) -> Option<&Candidate> {
        let all = self.found_with(label);
        let numbers = self.candidates.sifted.touching(label, annotation.start(), annotation.end());
        let touching = numbers.into_iter().filter_map(|number| all.get(number));
        let near = touching.filter_map(|held| Some((suggest::likeness(annotation, held)?, held)));
        near.max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, held)| held)
    }

    fn found_with(&self, label: Label) -> &[Candidate] {
        match (self.found_names(), label) {
            (Some(found), Label::Quote) => &found.quotes,
            (Some(found), Label::Claim) => &found.claims,
            (_, Label::Actor) | (None, _) => &[],
        }
    }

    /// A claim in a quote has the quote's speakers for its likely sources.
    pub(in crate::session) fn with_source(&self, label: Label, mut candidate: Candidate) -> Candidate {
        let holds = |a: &&Arc<Annotation>| {
            let within = |span: &Span| a.spans().any(|own| own.start() <= span.start() && span.end() <= own.end());
            a.label == Label::Quote && !a.details.attribution.is_empty() && candidate.fragments.iter().all(within)
        };
        let around = candidate.extent().zip(self.layer()).filter(|_| label == Label::Claim);
        let quote = around
            .and_then(|((start, end), layer)| layer.touching(start, end).filter(holds).min_by_key(|a| a.end().0 - a.start().0));
        let mut said: Vec<Speaker> = Vec::new();
        for held in quote.into_iter().flat_map(|quote| &quote.details.attribution) {
            let who = match &held.who {
                Who::Actor(id) => Voice::Known(id.clone()),
                Who::Unnamed(words) => Voice::Role(words.clone()),
                Who::Author | Who::Unknown => continue,
            };
            let mention = candidate.speakers.iter().find(|speaker| speaker.who == who).and_then(|speaker| speaker.mention);
            said.push(Speaker { who, mention, score: 1.0 });
        }
        let others = candidate.speakers.into_iter().filter(|speaker| said.iter().all(|held| held.who != speaker.who));
        candidate.speakers = said.iter().cloned().chain(others).take(9).collect();
        candidate
    }

    /// Whether the candidate that is looked at was gone to by its place, such as by a click.
    #[must_use]
    pub fn candidate_was_clicked(&self) -> bool {
        self.candidate().is_some() && self.candidates.by_place
    }

    /// Looks for candidates anew when the article, its zones or the register have changed.
    pub(in crate::session) fn ask_for_candidates(&mut self) -> Option<ProposeJob> {
        let Some(article) = self.article().cloned() else {
            self.candidates = Candidates::default();
            return None;
        };
        let register = Arc::clone(&self.document.register);
        let same = |(of, names): &(Arc<Article>, Arc<Register>)| Arc::ptr_eq(of, &article) && Arc::ptr_eq(names, &register);
        if self.candidates.asked_of.as_ref().is_some_and(same) {
            return None;
        }
        if self.candidates.found.as_ref().is_some_and(|found| found.article != article.id) {
            self.candidates = Candidates::default();
        }
        self.candidates.asked_of = Some((Arc::clone(&article), Arc::clone(&register)));
        Some(ProposeJob::new(article, register, Arc::clone(&self.lexicons)))
    }

    pub(in crate::session) fn proposed(&mut self, proposed: Proposed) {
        if Some(&proposed.article) == self.article.as_ref() {
            // The one that is looked at gets the speakers that are known by now, such as an actor that was just made.
            let mut newest = None;
            if let Some((label, current)) = &self.candidates.current {
                let list = if *label == Label::Claim { &proposed.claims } else { &proposed.quotes };
                if let Some(newer) = list.iter().find(|candidate| candidate.extent() == current.extent()) {
                    newest = Some((*label, newer.clone()));
                }
            }
            if let Some((label, newer)) = newest {
                self.candidates.current = Some((label, self.with_source(label, newer)));
            }
            self.candidates.found = Some(proposed);
            self.candidates.sifted = Sifted::default();
            self.sift_candidates();
        }
    }

    /// Leaves out what is marked and what was rejected.
    pub(in crate::session) fn sift_candidates(&mut self) {
        let layer = self.layer().cloned().unwrap_or_default();
        let held = &mut self.candidates;
        match held.found.as_ref().filter(|found| Some(&found.article) == self.article.as_ref()) {
            Some(found) => {
                let all = [(Label::Quote, &found.quotes[..]), (Label::Claim, &found.claims[..])];
                let offers = Offers { quotes: &found.quotes, claims: &found.claims };
                held.sifted.sift(&layer, all, |label, candidate| suggest::is_open(&layer, label, candidate, offers));
            }
            None => held.sifted = Sifted::default(),
        }
        let stays = self.candidates.current.as_ref().is_some_and(|(label, current)| self.is_open(*label, current));
        if !stays {
            self.candidates.current = None;
        }
    }

    pub(in crate::session) fn is_open(&self, label: Label, candidate: &Candidate) -> bool {
        let offers = self.found_names().map(|found| Offers { quotes: &found.quotes, claims: &found.claims });
        match (self.layer(), offers) {
            (Some(layer), Some(offers)) => suggest::is_open(layer, label, candidate, offers),
            _ => true,
        }
    }
}
