//! Defines [`Cue`]: the words that report.

use std::ops::Range;

use crate::suggest::lexicon::word_class::{Takes, Verb};

/// The words that report.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct Cue {
    /// Numbers of its words in the article.
    pub words: Range<usize>,
    pub kind: CueKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::suggest) enum CueKind {
    Verb(Verb),
    /// A phrase that the source follows, or one that contains it: `in her view`.
    According,
    /// A noun with a clause: `the claim that …`.
    Noun,
}

impl Cue {
    pub fn takes(&self) -> Option<Takes> {
        if let CueKind::Verb(verb) = self.kind { Some(verb.takes) } else { None }
    }

    pub fn is_loose(&self) -> bool {
        matches!(self.kind, CueKind::Verb(verb) if verb.is_loose)
    }
}
