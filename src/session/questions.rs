//! Lists what is still open: in the article, and over the set; and walks it with one key.

use std::sync::Arc;

use super::notice::Severity;
use super::state::Session;
use crate::model::{ActorId, AnnotationId, ArticleId, Label, Status, Timestamp};
use crate::suggest::quotation;
use crate::text::Span;

/// What kind of thing is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuestionKind {
    NoSpeaker,
    NoSource,
    NoActor,
    /// Quotation marks that nobody marked.
    Unmarked,
    /// A quotation mark without its other half.
    Unbalanced,
    Unsure,
    /// Words that could not be found again, of an annotation or of its evidence.
    Lost,
    /// A link to what is gone.
    BrokenLink,
    /// The same words name different actors, or are marked as an actor here and as something else there.
    TwoWays,
    /// An actor that stands in the set once, or never.
    SeenOnce,
    Untouched,
}

impl QuestionKind {
    /// In the order in which they are listed.
    pub const ALL: [Self; 11] = [
        Self::NoSpeaker,
        Self::NoSource,
        Self::NoActor,
        Self::Unmarked,
        Self::Unbalanced,
        Self::Unsure,
        Self::Lost,
        Self::BrokenLink,
        Self::TwoWays,
        Self::SeenOnce,
        Self::Untouched,
    ];

    /// As the interface writes one of them.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::NoSpeaker => "quote without speaker",
            Self::NoSource => "claim without source",
            Self::NoActor => "mention without actor",
            Self::Unmarked => "quotation nobody marked",
            Self::Unbalanced => "quotation mark without its other half",
            Self::Unsure => "unsure",
            Self::Lost => "words not found again",
            Self::BrokenLink => "link to what is gone",
            Self::TwoWays => "same words marked two ways",
            Self::SeenOnce => "actor seen once",
            Self::Untouched => "article untouched",
        }
    }

    /// As the interface writes several of them.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::NoSpeaker => "quotes without speaker",
            Self::NoSource => "claims without source",
            Self::NoActor => "mentions without actor",
            Self::Unmarked => "quotations nobody marked",
            Self::Unbalanced => "quotation marks without their other half",
            Self::Unsure => "unsure",
            Self::Lost => "words not found again",
            Self::BrokenLink => "links to what is gone",
            Self::TwoWays => "same words marked two ways",
            Self::SeenOnce => "actors seen once",
            Self::Untouched => "articles untouched",
        }
    }
}

/// Where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Annotation(ArticleId, AnnotationId),
    /// An annotation that lost its words.
    Lost(ArticleId, AnnotationId),
    Words(ArticleId, Span),
    Actor(ActorId),
    Article(ArticleId),
}

/// Something that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenQuestion {
    pub kind: QuestionKind,
    pub place: Place,
    /// The words concerned, shortened; or a name.
    pub words: String,
}

/// Characters of the words that a row shows.
const SHORT: usize = 60;

impl Session {
    /// What is open in an article, in text order.
    #[must_use]
    pub fn questions(&self, article: &ArticleId) -> Vec<OpenQuestion> {
        let mut found: Vec<(usize, OpenQuestion)> = Vec::new();
        let Some(held) = self.document.article(article) else { return Vec::new() };
        let layer = self.document.layer(article, &self.annotator);
        for annotation in layer.into_iter().flat_map(|layer| layer.annotations()) {
            let in_zone = annotation.spans().all(|span| held.zone_of(span).is_some());
            let details = &annotation.details;
            let empty = details.attribution.is_empty() && !in_zone;
            let gone = details.links.iter().any(|link| self.find(&(link.article.clone(), link.to.clone())).is_none());
            let open = [
                (QuestionKind::NoSpeaker, annotation.label == Label::Quote && empty),
                (QuestionKind::NoSource, annotation.label == Label::Claim && empty),
                (QuestionKind::NoActor, annotation.label == Label::Actor && annotation.actor.is_none() && !in_zone),
                (QuestionKind::Unsure, annotation.unsure),
                (QuestionKind::Lost, !details.lost_evidence.is_empty()),
                (QuestionKind::BrokenLink, gone),
            ];
            let place = || Place::Annotation(article.clone(), annotation.id.clone());
            for (kind, _) in open.into_iter().filter(|(_, open)| *open) {
                found.push((annotation.start().0, OpenQuestion { kind, place: place(), words: annotation.beginning(SHORT) }));
            }
        }
        for lost in layer.into_iter().flat_map(|layer| &layer.lost) {
            let place = Place::Lost(article.clone(), lost.id.clone());
            found.push((
                usize::MAX,
                OpenQuestion { kind: QuestionKind::Lost, place, words: super::tagging::shortened(&lost.words()) },
            ));
        }
        let words = |span: Span| super::tagging::shortened(held.text.slice(span));
        let quotations = self.quotations(article);
        let marked = |span: Span| {
            layer.is_some_and(|layer| {
                let mut there = layer.touching(span.start(), span.end());
                there.any(|a| a.label == Label::Quote && a.spans().any(|own| own.overlaps(span)))
            })
        };
        for span in quotations.speech.iter().copied().filter(|span| held.zone_of(*span).is_none() && !marked(*span)) {
            let place = Place::Words(article.clone(), span);
            found.push((span.start().0, OpenQuestion { kind: QuestionKind::Unmarked, place, words: words(span) }));
        }
        for span in quotations.unbalanced.iter().copied().filter(|span| held.zone_of(*span).is_none() && !marked(*span)) {
            let place = Place::Words(article.clone(), span);
            found.push((span.start().0, OpenQuestion { kind: QuestionKind::Unbalanced, place, words: words(span) }));
        }
        found.sort_by_key(|(start, question)| (*start, question.kind));
        found.into_iter().map(|(_, question)| question).collect()
    }

    /// How many questions an article leaves open; quotation marks nobody marked count once it has been opened.
    #[must_use]
    pub fn open_count(&self, article: &ArticleId) -> usize {
        if self.article.as_ref() == Some(article) {
            return self.here.len();
        }
        let layer = self.document.layer(article, &self.annotator);
        if let Some((seen, count)) = self.left_open.get(article)
            && seen.as_ref().map(Arc::as_ptr) == layer.map(Arc::as_ptr)
        {
            return *count;
        }
        self.survey.summary(article, &self.annotator).map_or(0, |summary| summary.open.all())
    }

    /// What is open in the open article, kept up to date.
    #[must_use]
    pub fn open_here(&self) -> &[OpenQuestion] {
        &self.here
    }

    /// What is open in the set beside its articles: actors seen once, words marked two ways, articles untouched.
    #[must_use]
    pub fn set_questions(&self) -> Vec<OpenQuestion> {
        let mut found = self.two_ways();
        for actor in self.document.register.actors().iter().filter(|actor| self.survey.counts(&actor.id).all() < 2) {
            let place = Place::Actor(actor.id.clone());
            found.push(OpenQuestion { kind: QuestionKind::SeenOnce, place, words: actor.name.clone() });
        }
        for article in self.reading_order() {
            if self.document.status(&article.id, &self.annotator) == Status::Untouched {
                let (kind, place) = (QuestionKind::Untouched, Place::Article(article.id.clone()));
                found.push(OpenQuestion { kind, place, words: super::tagging::shortened(&article.display_title()) });
            }
        }
        found
    }

    /// Goes to the next open question after the caret, in this article and then in those after it; or backwards.
    pub(super) fn step_question(&mut self, forward: bool, now: Timestamp) {
        if self.step_question_here(forward) {
            return;
        }
        let order: Vec<ArticleId> = self.reading_order().into_iter().map(|article| article.id.clone()).collect();
        let here = order.iter().position(|id| Some(id) == self.article.as_ref()).unwrap_or(0);
        let others = (1..=order.len()).map(|n| if forward { here + n } else { here + order.len() - n } % order.len().max(1));
        for id in others.filter_map(|at| order.get(at)) {
            let questions = self.questions(id);
            let next = if forward { questions.first() } else { questions.last() };
            if let Some(question) = next.cloned() {
                return self.go_to_question(&question);
            }
        }
        self.notify(Severity::Info, "Nothing is open in any article", now);
    }

    fn step_question_here(&mut self, forward: bool) -> bool {
        let current = self.current.clone();
        let at = self.here.iter().position(|question| match &question.place {
            Place::Annotation(_, id) => Some(id) == current.as_ref(),
            Place::Words(_, span) => self.selection.anchor == span.start() && self.selection.head == span.end(),
            Place::Lost(..) | Place::Actor(_) | Place::Article(_) => false,
        });
        let after = |question: &OpenQuestion| self.start_of(question).is_some_and(|start| start >= self.selection.head.0);
        let next = match (at, forward) {
            // Several questions of one annotation are passed together.
            (Some(at), true) => (at + 1..self.here.len()).find(|next| !self.same_place(at, *next)),
            (Some(at), false) => (0..at).rev().find(|next| !self.same_place(at, *next)),
            (None, true) => self.here.iter().position(after),
            (None, false) => self.here.iter().rposition(|question| !after(question)),
        };
        let Some(question) = next.and_then(|at| self.here.get(at)).cloned() else { return false };
        self.go_to_question(&question);
        true
    }

    fn same_place(&self, one: usize, other: usize) -> bool {
        self.here.get(one).map(|q| &q.place) == self.here.get(other).map(|q| &q.place)
    }

    fn start_of(&self, question: &OpenQuestion) -> Option<usize> {
        match &question.place {
            Place::Annotation(_, id) => self.layer()?.get(id).map(|a| a.start().0),
            Place::Words(_, span) => Some(span.start().0),
            Place::Lost(..) | Place::Actor(_) | Place::Article(_) => None,
        }
    }

    pub(super) fn go_to_question(&mut self, question: &OpenQuestion) {
        match question.place.clone() {
            Place::Annotation(article, id) => self.go_to(&article, id),
            Place::Words(article, span) => {
                self.open(&article);
                self.select(span.start(), span.end());
                self.reveals += 1;
            }
            Place::Lost(article, _) | Place::Article(article) => self.open(&article),
            Place::Actor(_) => {}
        }
    }
}

/// What quotation marks an article's text holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Quotations {
    /// Outermost ones that look like speech, marks included.
    pub speech: Vec<Span>,
    /// Every one, with its marks and without.
    pub all: Vec<(Span, Span)>,
    pub unbalanced: Vec<Span>,
}

impl Quotations {
    pub(super) fn of(text: &crate::text::Text) -> Self {
        let found = quotation::quotations(text);
        let is_speech = |q: &&quotation::Quotation| q.depth == 0 && q.likely == quotation::Likely::Speech;
        Self {
            speech: found.quotations.iter().filter(is_speech).map(|q| q.outer).collect(),
            all: found.quotations.iter().map(|q| (q.outer, q.inner)).collect(),
            unbalanced: found.unbalanced,
        }
    }
}
