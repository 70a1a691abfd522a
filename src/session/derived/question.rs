//! Defines [`OpenQuestion`]: something that an annotator still has to decide or mend, and where it is.

use crate::model::{ActorId, Annotation, AnnotationId, Article, ArticleId, Label, Layer};
use crate::suggest::is_marked;
use crate::text::Span;

/// The kind of an open question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuestionKind {
    NoSpeaker,
    NoSource,
    NoActor,
    /// A quotation that is not marked as a quote.
    Unmarked,
    /// A quotation mark without its other half.
    Unbalanced,
    Unsure,
    /// Words that could not be found again, of an annotation or of its evidence.
    Lost,
    /// A link to an annotation that no longer exists.
    BrokenLink,
    /// The same words name different actors, or are marked as an actor here and as something else there.
    TwoWays,
    /// An actor that the set mentions once or never.
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

    /// What the interface calls one of them.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::NoSpeaker => "quote without speaker",
            Self::NoSource => "claim without source",
            Self::NoActor => "mention without actor",
            Self::Unmarked => "unmarked quotation",
            Self::Unbalanced => "quotation mark without its other half",
            Self::Unsure => "unsure",
            Self::Lost => "text not found",
            Self::BrokenLink => "broken link",
            Self::TwoWays => "conflicting labels",
            Self::SeenOnce => "actor seen once",
            Self::Untouched => "article untouched",
        }
    }

    /// What the interface calls several of them.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::NoSpeaker => "quotes without speaker",
            Self::NoSource => "claims without source",
            Self::NoActor => "mentions without actor",
            Self::Unmarked => "unmarked quotations",
            Self::Unbalanced => "quotation marks without their other half",
            Self::Unsure => "unsure",
            Self::Lost => "text not found",
            Self::BrokenLink => "broken links",
            Self::TwoWays => "conflicting labels",
            Self::SeenOnce => "actors seen once",
            Self::Untouched => "articles untouched",
        }
    }
}

/// Where an open question is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Annotation(ArticleId, AnnotationId),
    /// An annotation that lost its words.
    Lost(ArticleId, AnnotationId),
    Words(ArticleId, Span),
    Actor(ActorId),
    Article(ArticleId),
}

/// Something that an annotator still has to decide or mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenQuestion {
    pub kind: QuestionKind,
    pub place: Place,
    /// The words concerned, shortened; or a name.
    pub words: String,
}

/// Characters of the words that a row shows.
pub(in crate::session) const SHORT: usize = 60;

/// The open questions about an annotation itself. Fewer are asked in zones.
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

/// Those of these quotations that are article text and not marked as quotes.
pub(in crate::session) fn unmarked<'a>(
    spans: &'a [Span],
    article: &'a Article,
    layer: Option<&'a Layer>,
) -> impl Iterator<Item = Span> + 'a {
    let marked = move |span: Span| layer.is_some_and(|layer| is_marked(layer, Label::Quote, span));
    spans.iter().copied().filter(move |span| article.zone_of(*span).is_none() && !marked(*span))
}
