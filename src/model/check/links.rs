//! Checks links: whether the other end exists and fits, and whether two links are the same.

use std::collections::{HashMap, HashSet};

use crate::model::{AnnotationId, Label, Link, LinkId, LinkKind};

/// What is wrong with a link of an annotation; `to` is the label of the other end, `None` if there is no other end.
#[must_use]
pub fn link_breach(from: &AnnotationId, label: Label, link: &Link, to: Option<Label>) -> Option<String> {
    let Link { id, kind, article, to: other, note: _ } = link;
    if from == other {
        return Some(format!("its link {id} ({}) leads to itself", kind.title()));
    }
    match to {
        None => Some(format!("its link {id} ({}) leads to {other} in {article}, which is not there", kind.title())),
        Some(to) => kind.check(label, to).err().map(|why| format!("its link {id} to {other} cannot be: {why}")),
    }
}

/// Collects links, to find duplicates.
#[derive(Debug, Default)]
pub struct Ties {
    ids: HashSet<LinkId>,
    ties: HashMap<Tie, LinkId>,
}

/// The content of a link: two links with equal content are the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tie {
    pub kind: LinkKind,
    pub from: AnnotationId,
    pub to: AnnotationId,
}

impl Tie {
    /// The content of a link of an annotation. For a symmetric kind, the smaller id is first.
    #[must_use]
    pub fn new(from: &AnnotationId, link: &Link) -> Self {
        let kind = link.kind;
        let (from, to) = if kind.is_symmetric() && link.to < *from { (&link.to, from) } else { (from, &link.to) };
        Self { kind, from: from.clone(), to: to.clone() }
    }
}

/// How a link repeats an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Again {
    /// It has the same content, from this end or the other.
    Tie(String),
    /// It has other content under the same id.
    Id(String),
}

impl Again {
    /// The fault, as a clause.
    #[must_use]
    pub fn into_words(self) -> String {
        match self {
            Self::Tie(what) | Self::Id(what) => what,
        }
    }
}

impl Ties {
    /// Adds a link of an annotation. Returns how it repeats an earlier one; `None` if it is new.
    pub fn add(&mut self, from: &AnnotationId, link: &Link) -> Option<Again> {
        let tie = Tie::new(from, link);
        if let Some(held) = self.ties.get(&tie) {
            let (id, kind, to) = (&link.id, link.kind.title(), &link.to);
            return Some(Again::Tie(format!("its link {id} ({kind}) to {to} is there twice, also as {held}")));
        }
        self.ties.insert(tie, link.id.clone());
        let is_new = self.ids.insert(link.id.clone());
        (!is_new).then(|| Again::Id(format!("the id of its link {} is used twice", link.id)))
    }
}
