//! What an annotation set is: articles, annotations, actors, codebook, and every invariant between them.
//!
//! The set is held as one [`Document`], a tree of `Arc`s: a snapshot for the writer is a clone of the root, and
//! two documents are compared by pointer to find what has changed.

pub mod annotation;
pub mod article;
pub mod check;
pub mod codebook;
pub mod document;
pub mod id;
pub mod layer;
pub mod proposal;
pub mod register;
pub mod status;
pub mod time;

pub use annotation::{Anchor, Annotation, Fragment, Label, Lost, LostFragment};
pub use article::{Article, Digest, Metadata, PartialDate};
pub use check::Breach;
pub use codebook::{Codebook, Guideline};
pub use document::{Document, Part, SetInfo, Unknown};
pub use id::{ActorId, AnnotationId, Annotator, ArticleId};
pub use layer::Layer;
pub use register::{Actor, Register};
pub use status::Status;
pub use time::Timestamp;
