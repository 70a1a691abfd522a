//! The parts of an annotation set: articles, annotations, actors, codebook, and every invariant between them.
//!
//! A set in memory is one [`Document`], a tree of `Arc`s: a snapshot for the writer is a clone of the root, and two
//! documents are compared by pointer to find what has changed.

pub mod annotation;
pub mod article;
pub mod attribution;
pub mod check;
pub mod codebook;
pub mod details;
pub mod document;
pub mod fragment;
pub mod id;
pub mod label;
pub mod layer;
pub mod link;
pub mod lookalike;
pub mod partial_date;
pub mod proposal;
pub mod register;
pub mod severity;
pub mod status;
pub mod time;
pub mod tree;
pub mod unknown;
pub mod zone;

pub use annotation::{Anchor, Annotation, Lost};
pub use article::{Article, Digest, Metadata};
pub use attribution::{Attribution, Who};
pub use check::{About, Breach};
pub use codebook::{Attribute, Codebook, Guideline, Scale, Subject, Value};
pub use details::{Attributes, Details, Evidence, EvidenceKind};
pub use document::{Document, Part, SetInfo};
pub use fragment::{Fragment, LostFragment};
pub use id::{ActorId, AnnotationId, Annotator, ArticleId, BatchId, LinkId, SetId};
pub use label::Label;
pub use layer::{Layer, Rejection};
pub use link::{Link, LinkKind};
pub use lookalike::{Lookalike, lookalike};
pub use partial_date::PartialDate;
pub use register::{Actor, Alias, Register};
pub use severity::Severity;
pub use status::Status;
pub use time::Timestamp;
pub use unknown::Unknown;
pub use zone::{Zone, ZoneKind};
