//! Defines [`Edge`], a link of the tables, [`StoredLink`], from which it is made, and [`Labels`], against which it is checked.

use std::collections::HashMap;

use crate::model::{AnnotationId, Annotator, ArticleId, Label, Link, LinkId, LinkKind};

/// Where annotations are, and what they mark.
pub type Labels = HashMap<ArticleId, HashMap<AnnotationId, Label>>;

/// A link as an annotation holds it.
#[derive(Debug)]
pub struct StoredLink {
    pub article: ArticleId,
    pub annotator: Annotator,
    pub from: AnnotationId,
    pub label: Label,
    pub link: Link,
}

/// A link of the tables: each once, whoever holds it.
#[derive(Clone, Debug)]
pub struct Edge {
    pub id: LinkId,
    pub kind: LinkKind,
    /// For a kind that reads the same from both ends the smaller id, unless the other end is gone.
    pub from: AnnotationId,
    pub to: AnnotationId,
    /// Whose annotation holds it.
    pub annotator: Annotator,
    pub note: String,
    /// The other end is not there.
    pub gone: bool,
    /// Both ends are there, and it may tie them.
    pub holds: bool,
}
