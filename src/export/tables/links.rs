//! The table of links.

use super::annotations::LABELS;
use crate::export::links::{Edge, End};
use crate::export::write::writer::TableWriter;
use crate::export::{Column, Kind};

/// One link with the annotations at its ends.
#[derive(Debug)]
pub struct LinkRow<'a> {
    pub edge: &'a Edge,
    pub from: Option<&'a End>,
    /// `None` if it is gone.
    pub to: Option<&'a End>,
}

/// Writes one cell.
pub type Cell = fn(&LinkRow<'_>, &mut TableWriter<'_>);

/// The names of the kinds of links in tables.
const KINDS: &[&str] =
    &["same_statement", "same_position", "supports", "corroborates", "contradicts", "tension", "attribution_conflict"];

fn article(end: Option<&End>) -> &str {
    end.map_or("", |end| end.article.id.as_str())
}

fn label(end: Option<&End>) -> &str {
    end.map_or("", |end| end.label.as_str())
}

fn text(end: Option<&End>) -> &str {
    end.map_or("", |end| end.text.as_str())
}

/// The columns in their order.
pub const COLUMNS: &[(Column, Cell)] = &[
    (Column::new("link_id", Kind::Text, "Id of the link").required(), |row, out| out.text(row.edge.id.as_str())),
    (Column::new("kind", Kind::Choice(KINDS), "What the two have to do with each other; only supports leads from one to the other, the rest reads the same from both ends").required(), |row, out| out.text(row.edge.kind.as_str())),
    (Column::new("from_id", Kind::Text, "The annotation it leads from; of a kind that reads the same from both ends the smaller id").required(), |row, out| out.text(row.edge.from.as_str())),
    (Column::new("from_article", Kind::Text, "The article that one stands in").required(), |row, out| out.text(article(row.from))),
    (Column::new("from_label", Kind::Choice(LABELS), "What it marks").required(), |row, out| out.text(label(row.from))),
    (Column::new("from_text", Kind::Text, "Its words").required(), |row, out| out.text(text(row.from))),
    (Column::new("to_id", Kind::Text, "The annotation at the other end").required(), |row, out| out.text(row.edge.to.as_str())),
    (Column::new("to_article", Kind::Text, "The article that one stands in; this and what follows of it is empty when it is gone"), |row, out| out.text(article(row.to))),
    (Column::new("to_label", Kind::Choice(LABELS), "What it marks"), |row, out| out.text(label(row.to))),
    (Column::new("to_text", Kind::Text, "Its words"), |row, out| out.text(text(row.to))),
    (Column::new("annotator", Kind::Text, "Who made the link: the annotator of the annotation that holds it").required(), |row, out| out.text(row.edge.annotator.as_str())),
    (Column::new("note", Kind::Text, "Their note"), |row, out| out.text(&row.edge.note)),
];
