//! Writes attributions as cells: a list in one cell, position by position, joined by ` | `.

use std::borrow::Cow;

use crate::model::{Article, Attribution, Label, Register, Who};

/// Stands between two of a list.
pub const BETWEEN: &str = " | ";

/// The name of an article's own voice where its outlet is not known.
pub const AUTHOR: &str = "author";

/// A list of speakers or sources, a cell for each of what is known of them.
#[derive(Clone, Debug)]
pub struct Speakers<'a> {
    pub ids: Cow<'a, str>,
    pub names: Cow<'a, str>,
    /// `open` when there is none.
    pub kinds: Cow<'a, str>,
    pub roles: Cow<'a, str>,
    /// The words of the mentions that show them.
    pub mentions: Cow<'a, str>,
    pub count: usize,
}

impl<'a> Speakers<'a> {
    /// Those of an annotation with that label. `mention` gives the words of the mention that an attribution names.
    #[must_use]
    pub fn new(
        label: Label,
        attribution: &'a [Attribution],
        article: &'a Article,
        register: &'a Register,
        mention: impl Fn(&'a Attribution) -> Cow<'a, str>,
    ) -> Self {
        let each = |of: &dyn Fn(&'a Attribution) -> Cow<'a, str>| joined(attribution.iter().map(of));
        let actor = |one: &Attribution| one.who.actor().and_then(|id| register.get(id));
        let kind = if label == Label::Claim { source_kind } else { Who::kind };
        Self {
            ids: each(&|one| one.who.actor().map_or("", |id| id.as_str()).into()),
            names: names(attribution, article, register),
            kinds: if attribution.is_empty() { "open".into() } else { each(&|one| kind(&one.who).into()) },
            roles: each(&|one| actor(one).map_or("", |actor| actor.role.as_str()).into()),
            mentions: each(&mention),
            count: attribution.len(),
        }
    }
}

/// The names of everyone in a list.
#[must_use]
pub fn names<'a>(
    attribution: impl IntoIterator<Item = &'a Attribution>,
    article: &'a Article,
    register: &'a Register,
) -> Cow<'a, str> {
    joined(attribution.into_iter().map(|one| Cow::Borrowed(name(&one.who, article, register))))
}

/// The kind of a claim's source, in the words of the codebook's attribute `source_kind` where it has one.
fn source_kind(who: &Who) -> &'static str {
    match who {
        Who::Actor(_) => "named",
        Who::Unnamed(_) => "anonymous",
        Who::Author => "outlet",
        Who::Unknown => "unknown",
    }
}

/// An actor's name, a source's words, the outlet; empty for an actor who is not in the register and for nobody known.
fn name<'a>(who: &'a Who, article: &'a Article, register: &'a Register) -> &'a str {
    match who {
        Who::Actor(id) => register.get(id).map_or("", |actor| actor.name.as_str()),
        Who::Unnamed(words) => words,
        Who::Author if article.metadata.outlet.is_empty() => AUTHOR,
        Who::Author => &article.metadata.outlet,
        Who::Unknown => "",
    }
}

/// One cell for a list. What is empty at its end is left out, so that a list of which nothing is known is an empty cell.
#[must_use]
pub fn joined<'a>(parts: impl IntoIterator<Item = Cow<'a, str>>) -> Cow<'a, str> {
    let mut parts = parts.into_iter();
    let Some(mut cell) = parts.next() else { return Cow::Borrowed("") };
    let mut missing = 0;
    for part in parts {
        missing += 1;
        if !part.is_empty() {
            let cell = cell.to_mut();
            (0..std::mem::take(&mut missing)).for_each(|_| cell.push_str(BETWEEN));
            cell.push_str(&part);
        }
    }
    cell
}
