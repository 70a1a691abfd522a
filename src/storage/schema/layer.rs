//! `annotations/ANNOTATOR/ID.ron`: the records of one annotator's annotations of one article.

use serde::Deserialize;
use serde::de::{EnumAccess, VariantAccess as _, Visitor};

use super::super::source::Versioned;
use super::fragment::FragmentRecord;
use super::kinded::Kinded;
use super::names::Word as _;
use crate::model::{
    ActorId, Anchor, AnnotationId, Annotator, ArticleId, Attributes, Attribution, BatchId, EvidenceKind, Label, Link, Timestamp,
    Unknown,
};
use crate::storage::format::record::{RecordVisitor, record};
use crate::storage::format::ron_writer::{RonWriter, WriteRon};

/// The default of `origin`, which is not written.
pub const BY_HAND: &str = "hand";

record! {
    /// The content of `annotations/ANNOTATOR/ID.ron`.
    LayerRecord {
        format: (u32, u32),
        article: ArticleId,
        annotator: Annotator,
        done: bool = false,
        annotations: Vec<Labelled> = Vec::new(),
        lost: Vec<Labelled> = Vec::new(),
        rejected: Vec<Kinded<Label>> = Vec::new(),
    }
}

record! {
    /// One annotation: `Quote(id: "q7k3mf9x2c", fragments: […], …)` without its label.
    AnnotationRecord {
        id: AnnotationId,
        fragments: Vec<FragmentRecord>,
        actor: Option<ActorId> = None,
        speakers: Vec<Attribution> = Vec::new(),
        sources: Vec<Attribution> = Vec::new(),
        reporters: Vec<Attribution> = Vec::new(),
        addressees: Vec<Attribution> = Vec::new(),
        about: Vec<ActorId> = Vec::new(),
        cue: Option<FragmentRecord> = None,
        verbatim: Vec<FragmentRecord> = Vec::new(),
        editorial: Vec<FragmentRecord> = Vec::new(),
        scare: Vec<FragmentRecord> = Vec::new(),
        lost_evidence: Vec<Kinded<EvidenceKind>> = Vec::new(),
        attributes: Attributes = Attributes::new(),
        links: Vec<Link> = Vec::new(),
        note: String = String::new(),
        unsure: bool = false,
        origin: String = BY_HAND.to_owned(),
        batch: Option<BatchId> = None,
        anchor: Anchor = Anchor::Exact,
        created: Timestamp,
        modified: Timestamp,
    }
}

impl AnnotationRecord {
    /// A record without content.
    pub fn new(id: AnnotationId, created: Timestamp, modified: Timestamp) -> Self {
        Self {
            id,
            fragments: Vec::new(),
            actor: None,
            speakers: Vec::new(),
            sources: Vec::new(),
            reporters: Vec::new(),
            addressees: Vec::new(),
            about: Vec::new(),
            cue: None,
            verbatim: Vec::new(),
            editorial: Vec::new(),
            scare: Vec::new(),
            lost_evidence: Vec::new(),
            attributes: Attributes::new(),
            links: Vec::new(),
            note: String::new(),
            unsure: false,
            origin: BY_HAND.to_owned(),
            batch: None,
            anchor: Anchor::Exact,
            created,
            modified,
            unknown: Unknown::default(),
        }
    }
}

impl Versioned for LayerRecord {
    fn format(&self) -> (u32, u32) {
        self.format
    }
}

/// An annotation with its label before the parenthesis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    pub label: Label,
    pub record: AnnotationRecord,
}

impl WriteRon for Labelled {
    fn write_ron(&self, out: &mut RonWriter) {
        let Self { label, record } = self;
        label.write_ron(out);
        record.write_ron(out);
    }
}

impl<'de> Deserialize<'de> for Labelled {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct LabelledVisitor;
        impl<'de> Visitor<'de> for LabelledVisitor {
            type Value = Labelled;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an annotation such as Quote(…)")
            }

            fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Labelled, A::Error> {
                let (label, variant) = data.variant::<LabelName>()?;
                let record = variant.struct_variant(AnnotationRecord::FIELDS, RecordVisitor::<AnnotationRecord>::new())?;
                Ok(Labelled { label: label.0, record })
            }
        }
        deserializer.deserialize_enum("Annotation", &["Quote", "Claim", "Actor"], LabelledVisitor)
    }
}

struct LabelName(Label);

impl<'de> Deserialize<'de> for LabelName {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;
        impl Visitor<'_> for NameVisitor {
            type Value = LabelName;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("Quote, Claim or Actor")
            }

            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<LabelName, E> {
                let label = Label::ALL.into_iter().find(|label| label.word() == name);
                label.map(LabelName).ok_or_else(|| E::unknown_variant(name, &["Quote", "Claim", "Actor"]))
            }
        }
        deserializer.deserialize_identifier(NameVisitor)
    }
}
