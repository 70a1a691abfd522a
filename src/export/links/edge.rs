//! Defines [`Edge`], a link of the tables, [`StoredLink`], from which it is made, and [`Labels`], against which it is checked.

use std::collections::HashMap;

use crate::model::{AnnotationId, Annotator, ArticleId, Label, Link, LinkId, LinkKind};

/// The labels of all annotations, by article and id.
pub type Labels = HashMap<ArticleId, HashMap<AnnotationId, Label>>;

/// A link as stored with an annotation.
#[derive(Debug)]
pub struct StoredLink {
    pub article: ArticleId,
    pub annotator: Annotator,
    pub from: AnnotationId,
    pub label: Label,
    pub link: Link,
}

/// A link of the tables. A link that is stored at both ends is one edge.
#[derive(Clone, Debug)]
pub struct Edge {
    pub id: LinkId,
    pub kind: LinkKind,
    /// For a symmetric kind the smaller id, unless the other end is missing.
    pub from: AnnotationId,
    pub to: AnnotationId,
    /// The annotator of the annotation that stores it.
    pub annotator: Annotator,
    pub note: String,
    /// Whether the other end is missing.
    pub gone: bool,
    /// Whether both ends exist, and their labels allow the link.
    pub holds: bool,
}
