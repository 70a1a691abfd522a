//! The table of actors.

use crate::export::rows::speakers::joined;
use crate::export::tally::Count;
use crate::export::write::writer::TableWriter;
use crate::export::{Column, Kind};
use crate::model::Actor;

/// One actor of the register and its counts.
#[derive(Debug)]
pub struct ActorRow<'a> {
    pub actor: &'a Actor,
    /// The value of the attribute `actor_type`, chosen or default.
    pub kind: &'a str,
    pub count: Count,
}

/// Writes one cell.
pub type Cell = fn(&ActorRow<'_>, &mut TableWriter<'_>);

/// The columns in their order.
pub const COLUMNS: &[(Column, Cell)] = &[
    (Column::new("actor_id", Kind::Text, "Id of the actor").required(), |row, out| out.text(row.actor.id.as_str())),
    (Column::new("name", Kind::Text, "Its name"), |row, out| out.text(&row.actor.name)),
    (
        Column::new("kind", Kind::Text, "Attribute actor_type: person, organization, state, media, group, anonymous or other"),
        |row, out| out.text(row.kind),
    ),
    (Column::new("role", Kind::Text, "What it is or does"), |row, out| out.text(&row.actor.role)),
    (Column::new("aliases", Kind::Text, "Its other names, joined by \u{201c} | \u{201d}"), |row, out| {
        out.text(&joined(row.actor.aliases.iter().map(|alias| alias.name.as_str().into())));
    }),
    (Column::new("country", Kind::Text, "Its country"), |row, out| out.text(&row.actor.country)),
    (Column::new("wikidata", Kind::Text, "Its Wikidata item, such as Q3052772"), |row, out| out.text(&row.actor.wikidata)),
    (Column::new("part_of", Kind::Text, "The actor that it is a part of, by id"), |row, out| {
        out.text(row.actor.part_of.as_ref().map_or("", |id| id.as_str()));
    }),
    (
        Column::new("n_mentions", Kind::Number(0), "Number of mentions that name it, of all annotators, without those in zones")
            .required(),
        |row, out| out.number(row.count.mentions),
    ),
    (
        Column::new("n_articles", Kind::Number(0), "Number of articles with a mention, quote or claim of these").required(),
        |row, out| out.number(row.count.articles),
    ),
    (
        Column::new("n_quotes", Kind::Number(0), "Number of quotes that it speaks, of all annotators, without those in zones")
            .required(),
        |row, out| out.number(row.count.quotes),
    ),
    (
        Column::new(
            "n_claims",
            Kind::Number(0),
            "Number of claims of which it is a source, of all annotators, without those in zones",
        )
        .required(),
        |row, out| out.number(row.count.claims),
    ),
];
