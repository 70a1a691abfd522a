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

impl Ties {
    /// Takes a link of an annotation. Says what is wrong when it has come before, from this end or the other.
    pub fn add(&mut self, from: &AnnotationId, link: &Link) -> Option<String> {
        let tie = Tie::new(from, link);
        if let Some(held) = self.ties.get(&tie) {
            return Some(format!("its link {} ({}) to {} is there twice, also as {held}", link.id, link.kind.title(), link.to));
        }
        self.ties.insert(tie, link.id.clone());
        (!self.ids.insert(link.id.clone())).then(|| format!("the id of its link {} is used twice", link.id))
    }
}
