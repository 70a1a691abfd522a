//! Defines [`Details`]: what an annotation records beyond its words: attribution, evidence, attributes and links.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ActorId, Attribution, BatchId, Fragment, Link, LostFragment};

/// Values of the codebook's attributes, by the name of the attribute. Default values are not stored.
pub type Attributes = BTreeMap<String, String>;

/// What a piece of evidence shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EvidenceKind {
    /// The words that report: `a déclaré`. At most one; it may be anywhere, and may contain the mention of the speaker.
    #[serde(rename = "Cue")]
    Cue,
    /// Words in quotation marks inside a mixed quote.
    #[serde(rename = "Verbatim")]
    Verbatim,
    /// What the outlet inserted or cut: `(on Tuesday)`, `(…)`.
    #[serde(rename = "Editorial")]
    Editorial,
    /// Words in quotation marks that are not a quotation: irony, titles.
    #[serde(rename = "Scare")]
    Scare,
}

impl EvidenceKind {
    pub const ALL: [Self; 4] = [Self::Cue, Self::Verbatim, Self::Editorial, Self::Scare];

    /// The name in files and in the interface.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cue => "cue",
            Self::Verbatim => "verbatim",
            Self::Editorial => "editorial",
            Self::Scare => "scare",
        }
    }
}

/// A part of the text that shows something about an annotation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Evidence {
    pub kind: EvidenceKind,
    pub fragment: Fragment,
}

/// What an annotation records beyond its words. Every field may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    /// A quote's speakers or a claim's sources, in order. Empty is an open question.
    pub attribution: Vec<Attribution>,
    /// The chain of reporters, outermost first: the Élysée, citing the president.
    pub reporters: Vec<Attribution>,
    /// The addressees of a quote.
    pub addressees: Vec<Attribution>,
    /// The actors that it is about.
    pub about: Vec<ActorId>,
    /// Sorted by kind and position.
    pub evidence: Vec<Evidence>,
    /// Evidence whose words could not be found again, kept until a person decides.
    pub lost_evidence: Vec<(EvidenceKind, LostFragment)>,
    pub attributes: Attributes,
    /// Links that start at this annotation.
    pub links: Vec<Link>,
    /// The bulk change that made it; `None` if it was made by hand.
    pub batch: Option<BatchId>,
}

impl Details {
    /// The cue: the words that report; `None` if there are none.
    #[must_use]
    pub fn cue(&self) -> Option<&Fragment> {
        self.evidence_of(EvidenceKind::Cue).next()
    }

    /// The evidence of one kind, in text order.
    pub fn evidence_of(&self, kind: EvidenceKind) -> impl Iterator<Item = &Fragment> {
        self.evidence.iter().filter(move |evidence| evidence.kind == kind).map(|evidence| &evidence.fragment)
    }

    /// Adds evidence; a new cue replaces the old one. Keeps the order.
    pub fn add_evidence(&mut self, kind: EvidenceKind, fragment: Fragment) {
        if kind == EvidenceKind::Cue {
            self.evidence.retain(|held| held.kind != kind);
        }
        let evidence = Evidence { kind, fragment };
        if !self.evidence.contains(&evidence) {
            self.evidence.push(evidence);
        }
        self.evidence.sort_by_key(|held| (held.kind, held.fragment.span));
    }

    /// Every attribution, reporter and addressee.
    pub fn everyone(&self) -> impl Iterator<Item = &Attribution> {
        self.attribution.iter().chain(&self.reporters).chain(&self.addressees)
    }

    /// Every attribution, reporter and addressee, mutable.
    pub fn everyone_mut(&mut self) -> impl Iterator<Item = &mut Attribution> {
        self.attribution.iter_mut().chain(&mut self.reporters).chain(&mut self.addressees)
    }
}
