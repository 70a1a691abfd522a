//! Defines [`End`], one end of a link, and [`Tie`], a link as seen from one of its ends.

use crate::model::{AnnotationId, Annotator, ArticleId, LinkId, LinkKind};

/// One end of a link: an article, and an annotation in it.
pub type End = (ArticleId, AnnotationId);

/// A link as seen from an annotation at one of its ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    pub link: LinkId,
    pub kind: LinkKind,
    pub note: String,
    /// Whether the link is stored in the annotation at this end.
    pub outgoing: bool,
    /// The annotation in which the link is stored.
    pub holder: End,
    /// Whose annotation that is.
    pub annotator: Annotator,
    /// The other end.
    pub other: End,
}
