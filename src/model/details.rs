//! Defines [`Details`]: what an annotation says beyond its words: who, in which words, in which way, tied to what.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ActorId, Attribution, BatchId, Fragment, Link, LostFragment};

/// Values of the codebook's attributes, by the attribute's name. A value that is the default is not held.
pub type Attributes = BTreeMap<String, String>;

/// What a stretch of text shows about an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EvidenceKind {
    /// The words that report: `a déclaré`. At most one; it may stand anywhere, and hold the speaker's mention.
    #[serde(rename = "Cue")]
    Cue,
    /// Words inside a mixed quote that stand in marks.
    #[serde(rename = "Verbatim")]
    Verbatim,
    /// What the outlet put in or cut: `(on Tuesday)`, `(…)`.
    #[serde(rename = "Editorial")]
    Editorial,
    /// Words in marks that are nobody's: irony, titles.
    #[serde(rename = "Scare")]
    Scare,
}

impl EvidenceKind {
    pub const ALL: [Self; 4] = [Self::Cue, Self::Verbatim, Self::Editorial, Self::Scare];

    /// As files and the interface write it.
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

/// A stretch of text that shows something about an annotation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Evidence {
    pub kind: EvidenceKind,
    pub fragment: Fragment,
}

/// What an annotation says beyond its words. Everything may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    /// A quote's speakers or a claim's sources, in order. Empty is an open question.
    pub attribution: Vec<Attribution>,
    /// The chain of those who report it, outermost first: the Élysée, citing the president.
    pub reporters: Vec<Attribution>,
    /// To whom a quote is said.
    pub addressees: Vec<Attribution>,
    /// Whom it is about.
    pub about: Vec<ActorId>,
    /// Sorted by kind and place.
    pub evidence: Vec<Evidence>,
    /// Evidence whose words could not be found again; kept until a person decides.
    pub lost_evidence: Vec<(EvidenceKind, LostFragment)>,
    pub attributes: Attributes,
    /// Links that lead from here.
    pub links: Vec<Link>,
    /// The bulk act that made it.
    pub batch: Option<BatchId>,
}

impl Details {
    /// The words that report.
    #[must_use]
    pub fn cue(&self) -> Option<&Fragment> {
        self.evidence_of(EvidenceKind::Cue).next()
    }

    /// The evidence of one kind, in text order.
    pub fn evidence_of(&self, kind: EvidenceKind) -> impl Iterator<Item = &Fragment> {
        self.evidence.iter().filter(move |evidence| evidence.kind == kind).map(|evidence| &evidence.fragment)
    }

    /// Adds evidence, or puts a new cue in the place of the old one. Keeps the order.
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

    /// Every attribution, whatever its part.
    pub fn everyone(&self) -> impl Iterator<Item = &Attribution> {
        self.attribution.iter().chain(&self.reporters).chain(&self.addressees)
    }

    /// Every attribution, to be changed.
    pub fn everyone_mut(&mut self) -> impl Iterator<Item = &mut Attribution> {
        self.attribution.iter_mut().chain(&mut self.reporters).chain(&mut self.addressees)
    }
}
