//! Lists what is still open: in the article, and over the set; and walks it with one key.

use std::sync::Arc;

use super::open_list::OpenList;
use crate::model::{ActorId, Annotation, AnnotationId, Article, ArticleId, Label, Layer, Status, Timestamp};
use crate::session::input::notice::Severity;
use crate::session::state::Session;
use crate::suggest::is_marked;
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
pub(in crate::session) const SHORT: usize = 60;

impl Session {
    /// What is open in an article, in text order.
    #[must_use]
    pub fn questions(&self, article: &ArticleId) -> Vec<OpenQuestion> {
        let mut found: Vec<(usize, OpenQuestion)> = Vec::new();
        let Some(held) = self.document.article(article) else { return Vec::new() };
        let layer = self.document.layer(article, &self.annotator);
        for annotation in layer.into_iter().flat_map(|layer| layer.annotations()) {
            let place = || Place::Annotation(article.clone(), annotation.id.clone());
            let broken = self.is_broken(annotation).then_some(QuestionKind::BrokenLink);
            for kind in kinds_of(annotation, held).chain(broken) {
                found.push((annotation.start().0, OpenQuestion { kind, place: place(), words: annotation.beginning(SHORT) }));
            }
        }
        for lost in layer.into_iter().flat_map(|layer| &layer.lost) {
            let place = Place::Lost(article.clone(), lost.id.clone());
            found.push((
                usize::MAX,
                OpenQuestion {
                    kind: QuestionKind::Lost,
                    place,
                    words: crate::session::annotate::tagging::shortened(&lost.words()),
                },
            ));
        }
        let words = |span: Span| crate::session::annotate::tagging::shortened(held.text.slice(span));
        let quotations = self.quotations(article);
        let layer = layer.map(Arc::as_ref);
        for (kind, spans) in [(QuestionKind::Unmarked, &quotations.speech), (QuestionKind::Unbalanced, &quotations.unbalanced)] {
            for span in unmarked(spans, held, layer) {
                let place = Place::Words(article.clone(), span);
                found.push((span.start().0, OpenQuestion { kind, place, words: words(span) }));
            }
        }
        found.sort_by_key(|(start, question)| (*start, question.kind));
        found.into_iter().map(|(_, question)| question).collect()
    }

    /// Whether one of its links leads to what is gone.
    pub(in crate::session) fn is_broken(&self, annotation: &Annotation) -> bool {
        annotation.details.links.iter().any(|link| self.find(&(link.article.clone(), link.to.clone())).is_none())
    }

    /// What is open in the open article, kept up to date.
    #[must_use]
    pub fn open_here(&self) -> &OpenList {
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
                found.push(OpenQuestion {
                    kind,
                    place,
                    words: crate::session::annotate::tagging::shortened(&article.display_title()),
                });
            }
        }
        found
    }

    /// Goes to the next open question after the caret, in this article and then in those after it; or backwards.
    pub(in crate::session) fn step_question(&mut self, forward: bool, now: Timestamp) {
        if self.step_question_here(forward) {
            return;
        }
        let order: Vec<ArticleId> = self.reading_order().into_iter().map(|article| article.id.clone()).collect();
        let here = order.iter().position(|id| Some(id) == self.article.as_ref()).unwrap_or(0);
        let others = (1..=order.len()).map(|n| if forward { here + n } else { here + order.len() - n } % order.len().max(1));
        for id in others.filter_map(|at| order.get(at)).filter(|id| self.may_be_open(id)) {
            let questions = self.questions(id);
            let next = if forward { questions.first() } else { questions.last() };
            if let Some(question) = next.cloned() {
                return self.go_to_place(question.place);
            }
        }
        self.notify(Severity::Info, "Nothing is open in any article", now);
    }

    fn step_question_here(&mut self, forward: bool) -> bool {
        let at = self.question_at_hand();
        let last = self.here.len().checked_sub(1);
        let is_lost = |at: usize| self.here.get(at).is_some_and(|question| matches!(question.place, Place::Lost(..)));
        let after = self.here.begun_before(self.selection.head.0);
        let next = match (at, forward) {
            // Several questions of one annotation are passed together.
            (Some(at), true) => (at + 1..self.here.len()).find(|next| !self.same_place(at, *next)),
            (Some(at), false) => (0..at).rev().find(|next| !self.same_place(at, *next)),
            // From no question this article comes first, also what is open on the other side of the caret. What has no place in
            // the text any more stands at the end, and before every caret.
            (None, true) => (after < self.here.len() && !is_lost(after)).then_some(after).or(last.map(|_| 0)),
            (None, false) => last.filter(|last| is_lost(*last)).or(after.checked_sub(1)).or(last),
        };
        let Some(question) = next.and_then(|at| self.here.get(at)).cloned() else { return false };
        self.go_to_place(question.place);
        true
    }

    fn same_place(&self, one: usize, other: usize) -> bool {
        self.here.get(one).map(|q| &q.place) == self.here.get(other).map(|q| &q.place)
    }

    /// The position of the first question about the selected annotation or the selected words.
    fn question_at_hand(&self) -> Option<usize> {
        let first = |from: usize, is: &dyn Fn(&Place) -> bool| {
            let at = self.here.begun_before(from);
            let begun_there = at..self.here.begun_before(from + 1);
            self.here.starting_at(at).zip(begun_there).find(|(question, _)| is(&question.place)).map(|(_, at)| at)
        };
        let of_current = self.current().and_then(|current| {
            first(current.start().0, &|place| matches!(place, Place::Annotation(_, id) if *id == current.id))
        });
        let selected = (self.selection.anchor, self.selection.head);
        let of_words =
            first(selected.0.0, &|place| matches!(place, Place::Words(_, span) if (span.start(), span.end()) == selected));
        of_current.into_iter().chain(of_words).min()
    }

    pub(in crate::session) fn go_to_place(&mut self, place: Place) {
        match place {
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

/// What an annotation by itself leaves open; what lies in a zone is asked less.
pub(in crate::session) fn kinds_of(annotation: &Annotation, article: &Article) -> impl Iterator<Item = QuestionKind> {
    let in_zone = !article.zones.is_empty() && annotation.spans().all(|span| article.zone_of(span).is_some());
    let (label, details) = (annotation.label, &annotation.details);
    let empty = details.attribution.is_empty() && !in_zone;
    let open = [
        (QuestionKind::NoSpeaker, label == Label::Quote && empty),
        (QuestionKind::NoSource, label == Label::Claim && empty),
        (QuestionKind::NoActor, label == Label::Actor && annotation.actor.is_none() && !in_zone),
        (QuestionKind::Unsure, annotation.unsure),
        (QuestionKind::Lost, !details.lost_evidence.is_empty()),
    ];
    open.into_iter().filter(|(_, open)| *open).map(|(kind, _)| kind)
}

/// Those of these quotation marks that are article text and no quote's.
pub(in crate::session) fn unmarked<'a>(
    spans: &'a [Span],
    article: &'a Article,
    layer: Option<&'a Layer>,
) -> impl Iterator<Item = Span> + 'a {
    let marked = move |span: Span| layer.is_some_and(|layer| is_marked(layer, Label::Quote, span));
    spans.iter().copied().filter(move |span| article.zone_of(*span).is_none() && !marked(*span))
}
