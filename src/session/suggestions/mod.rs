//! The suggestions of the open article, and walking through them.

mod offers;
mod sifted;
mod walk;

use std::sync::Arc;

use crate::jobs::propose::{ProposeJob, Proposed};
use crate::model::{Article, ArticleId, Label, Layer, Register, Timestamp};
use crate::suggest::{self, Lexicons, Offers, Suggestion};
use crate::text::ByteOffset;
use sifted::Sifted;

/// Milliseconds after the last suggestion in which a digit means nothing.
const HASTE_MS: u64 = 1_500;

/// The suggestions of the open article, which of them are still open, and the current one.
#[derive(Debug, Default)]
pub struct Suggestions {
    /// Lexicons used to find suggestions.
    lexicons: Arc<Lexicons>,
    /// The article and the register for which suggestions were last asked for.
    asked_of: Option<(Arc<Article>, Arc<Register>)>,
    found: Option<Proposed>,
    /// Those that nobody has accepted or rejected.
    sifted: Sifted,
    /// The current suggestion, and the label for which it is proposed.
    current: Option<(Label, Suggestion)>,
    /// The current suggestion was chosen by its place, such as by a click: no walk is in progress.
    by_place: bool,
    /// Claims were asked for last, not quotes.
    claims_first: bool,
    /// When a walk ended because no suggestion was left below.
    ended: Option<Timestamp>,
}

impl Suggestions {
    #[must_use]
    pub fn lexicons(&self) -> &Lexicons {
        &self.lexicons
    }

    /// Drops all suggestions, and finds new ones by these lexicons.
    pub fn use_lexicons(&mut self, lexicons: Arc<Lexicons>) {
        *self = Self { lexicons, ..Self::default() };
    }

    fn clear(&mut self) {
        self.use_lexicons(Arc::clone(&self.lexicons));
    }

    /// The open suggestions for a label, in text order.
    #[must_use]
    pub fn open(&self, label: Label) -> &[Suggestion] {
        self.sifted.open(label)
    }

    /// What was found in an article; `None` if the suggestions are those of another one or not found yet.
    #[must_use]
    pub fn found_in(&self, article: Option<&ArticleId>) -> Option<&Proposed> {
        self.found.as_ref().filter(|found| Some(&found.article) == article)
    }

    /// The current suggestion, and the label for which it is proposed.
    #[must_use]
    pub fn current(&self) -> Option<&(Label, Suggestion)> {
        self.current.as_ref()
    }

    /// Whether the current suggestion was chosen by its place, so that no walk is in progress.
    #[must_use]
    pub fn is_by_place(&self) -> bool {
        self.by_place
    }

    /// Whether claims were asked for last.
    #[must_use]
    pub fn claims_first(&self) -> bool {
        self.claims_first
    }

    /// Shows the suggestions for a label from now on.
    pub fn offer(&mut self, label: Label) {
        self.claims_first = label == Label::Claim;
    }

    /// Makes this suggestion the current one.
    pub fn set_current(&mut self, current: Option<(Label, Suggestion)>) {
        self.current = current;
    }

    /// Makes no suggestion the current one.
    pub fn drop_current(&mut self) {
        self.current = None;
    }

    /// Makes no suggestion the current one; a digit is meant for an annotation from now on.
    pub fn leave(&mut self) {
        self.current = None;
        self.ended = None;
    }

    /// Whether a walk ended so short a time ago that a digit was probably meant for its last suggestion.
    #[must_use]
    pub fn has_just_ended(&self, now: Timestamp) -> bool {
        self.ended.is_some_and(|ended| now.since(ended) < HASTE_MS)
    }

    /// Asks for suggestions of an article if it, its zones or the register have changed since they were last asked for.
    pub fn ask(&mut self, article: Option<&Arc<Article>>, register: &Arc<Register>) -> Option<ProposeJob> {
        let Some(article) = article else {
            self.clear();
            return None;
        };
        let same = |(of, names): &(Arc<Article>, Arc<Register>)| Arc::ptr_eq(of, article) && Arc::ptr_eq(names, register);
        if self.asked_of.as_ref().is_some_and(same) {
            return None;
        }
        if self.found.as_ref().is_some_and(|found| found.article != article.id) {
            self.clear();
        }
        self.asked_of = Some((Arc::clone(article), Arc::clone(register)));
        Some(ProposeJob::new(Arc::clone(article), Arc::clone(register), Arc::clone(&self.lexicons)))
    }

    /// Takes in what was found in an article.
    pub fn receive(&mut self, found: Proposed) {
        self.found = Some(found);
        self.sifted = Sifted::default();
    }

    /// Makes no suggestion the current one, because a walk has ended.
    pub fn end_walk(&mut self, now: Timestamp) {
        self.current = None;
        self.ended = Some(now);
    }

    /// Makes this suggestion the current one. `by_place` if it was chosen by its place rather than by a walk.
    pub fn go_to(&mut self, label: Label, suggestion: Suggestion, by_place: bool) {
        self.current = Some((label, suggestion));
        self.by_place = by_place;
    }

    /// The numbers of the suggestions for a label that touch the bytes `start..=end`, open or not, sorted.
    #[must_use]
    pub fn touching(&self, label: Label, start: ByteOffset, end: ByteOffset) -> Vec<usize> {
        self.sifted.touching(label, start, end)
    }

    /// Leaves out what is marked in `layer` and what was rejected there.
    pub fn sift(&mut self, article: Option<&ArticleId>, layer: &Arc<Layer>) {
        match self.found.as_ref().filter(|found| Some(&found.article) == article) {
            Some(found) => {
                let all = [(Label::Quote, &found.quotes[..]), (Label::Claim, &found.claims[..])];
                let offers = Offers { quotes: &found.quotes, claims: &found.claims };
                self.sifted.sift(layer, all, |label, suggestion| suggest::is_open(layer, label, suggestion, offers));
            }
            None => self.sifted = Sifted::default(),
        }
    }
}
