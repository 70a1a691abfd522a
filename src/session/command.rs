//! Defines [`Command`]: everything that a widget can ask of the session.

use super::{Action, Report};
use crate::model::{AnnotationId, Annotator, ArticleId, Metadata};
use crate::text::ByteOffset;

/// Which end of a fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    Start,
    End,
}

/// A text that is to become an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Name of the file, or empty for pasted text.
    pub file_name: String,
    /// Decoded, lines ended by `\n`.
    pub text: String,
}

/// Everything that a widget can ask of the session. Widgets only send; the session alone changes the document.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// An action of the table.
    Do(Action),
    OpenArticle(ArticleId),
    /// Puts the caret, or with `extend` the moving end of the selection.
    PlaceCaret {
        at: ByteOffset,
        extend: bool,
    },
    /// Selects from `anchor` to `head`, in either order.
    Select {
        anchor: ByteOffset,
        head: ByteOffset,
    },
    /// Selects an annotation of the open article, or none.
    SelectAnnotation(Option<AnnotationId>),
    /// Drops the selection, and then the selected annotation.
    Clear,
    /// Opens an article at an annotation.
    GoTo(ArticleId, AnnotationId),
    /// Moves one edge of one fragment; a drag sends one, on release.
    MoveEdge {
        id: AnnotationId,
        fragment: usize,
        edge: Edge,
        to: ByteOffset,
    },
    SetNote(AnnotationId, String),
    /// Gives an annotation that lost its words the selection as its new place.
    Reanchor(AnnotationId),
    /// Gives up an annotation that lost its words.
    DropLost(AnnotationId),
    AddArticles(Vec<Incoming>),
    SetMetadata(ArticleId, Metadata),
    SetTitle(String),
    AnnotateAs(Annotator),
    /// Time has passed: saves what is due.
    Tick,
    /// The window lost its focus or is about to close: saves at once.
    Flush,
    Report(Report),
    DismissNotices,
}
