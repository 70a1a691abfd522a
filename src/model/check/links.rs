//! Judges links: whether the other end is there and fits, and whether two links say the same.

use std::collections::{HashMap, HashSet};

use crate::model::{AnnotationId, Label, Link, LinkId, LinkKind};

/// What is wrong with a link that leads from an annotation; `to` is the label at the other end, nothing when none is there.
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

/// Remembers links, to find those that are there twice.
#[derive(Debug, Default)]
pub struct Ties {
    ids: HashSet<LinkId>,
    ties: HashMap<Tie, LinkId>,
}

/// What a link says: two that are equal in it are one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tie {
    pub kind: LinkKind,
    pub from: AnnotationId,
    pub to: AnnotationId,
}

impl Tie {
    /// The link of an annotation; one that reads the same from both ends has the smaller id first.
    #[must_use]
    pub fn new(from: &AnnotationId, link: &Link) -> Self {
        let kind = link.kind;
        let (from, to) = if kind.is_symmetric() && link.to < *from { (&link.to, from) } else { (from, &link.to) };
        Self { kind, from: from.clone(), to: to.clone() }
    }
}

/// How a link repeats one that came before, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Again {
    /// It says the same, from this end or the other.
    Tie(String),
    /// It says something else under the same id.
    Id(String),
}

impl Again {
    /// The words.
    #[must_use]
    pub fn into_words(self) -> String {
        match self {
            Self::Tie(what) | Self::Id(what) => what,
        }
    }
}

impl Ties {
    /// Takes a link of an annotation; says whether it has come before.
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
