//! Writes attributions as cells: each cell is a list joined by ` | `, with the same positions in all cells.

use std::borrow::Cow;

use crate::model::{Article, Attribution, Label, Register, Who};

/// Separates the items of a list.
pub const BETWEEN: &str = " | ";

/// The name for an article's own voice if its outlet is unknown.
pub const AUTHOR: &str = "author";

/// The cells for a list of speakers or sources.
#[derive(Clone, Debug)]
pub struct Speakers<'a> {
    pub ids: Cow<'a, str>,
    pub names: Cow<'a, str>,
    /// `open` if the list is empty.
    pub kinds: Cow<'a, str>,
    pub roles: Cow<'a, str>,
    /// The words of the mentions that show them.
    pub mentions: Cow<'a, str>,
    pub count: usize,
}

impl<'a> Speakers<'a> {
    /// The cells for the attribution of an annotation with that label. `mention` returns the words of an attribution's mention.
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

/// The names of all in a list, as one cell.
#[must_use]
pub fn names<'a>(
    attribution: impl IntoIterator<Item = &'a Attribution>,
    article: &'a Article,
    register: &'a Register,
) -> Cow<'a, str> {
    joined(attribution.into_iter().map(|one| Cow::Borrowed(name(&one.who, article, register))))
}

/// The kind of a claim's source, with the values of the attribute `source_kind` of the default codebook.
fn source_kind(who: &Who) -> &'static str {
    match who {
        Who::Actor(_) => "named",
        Who::Unnamed(_) => "anonymous",
        Who::Author => "outlet",
        Who::Unknown => "unknown",
    }
}

/// The name of the actor, the words of an unnamed source, or the outlet; empty for `Unknown` and for an actor that is not in
/// the register.
fn name<'a>(who: &'a Who, article: &'a Article, register: &'a Register) -> &'a str {
    match who {
        Who::Actor(id) => register.get(id).map_or("", |actor| actor.name.as_str()),
        Who::Unnamed(words) => words,
        Who::Author if article.metadata.outlet.is_empty() => AUTHOR,
        Who::Author => &article.metadata.outlet,
        Who::Unknown => "",
    }
}

/// Joins a list into one cell. Empty items at the end are left out, so a list of empty items is an empty cell.
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
