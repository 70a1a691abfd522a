//! The table of statements: clusters of claims and quotes, a row for each member.

use crate::export::links::End;
use crate::export::write::writer::TableWriter;
use crate::export::{Column, Kind};
use crate::model::{AnnotationId, LinkKind};

/// One member of a cluster.
#[derive(Debug)]
pub struct StatementRow<'a> {
    pub cluster: &'a AnnotationId,
    pub relation: LinkKind,
    pub id: &'a AnnotationId,
    pub end: &'a End,
}

/// Writes one cell.
pub type Cell = fn(&StatementRow<'_>, &mut TableWriter<'_>);

/// The names of the relations of clusters in tables.
pub const RELATIONS: &[&str] = &["same_statement", "same_position", "corroborates", "contradicts"];

/// The columns in their order.
pub const COLUMNS: &[(Column, Cell)] = &[
    (Column::new("cluster_id", Kind::Text, "The smallest id of its members").required(), |row, out| out.text(row.cluster.as_str())),
    (Column::new("relation", Kind::Choice(RELATIONS), "What links them, directly or through others. What is the same statement counts as one: a cluster of contradictions holds all that say the same as one of those that contradict each other. The table of links has the pairs").required(), |row, out| out.text(row.relation.as_str())),
    (Column::new("annotation_id", Kind::Text, "The claim or quote").required(), |row, out| out.text(row.id.as_str())),
    (Column::new("article_id", Kind::Text, "The article it stands in").required(), |row, out| out.text(row.end.article.id.as_str())),
    (Column::new("outlet", Kind::Text, "Who published that article"), |row, out| out.text(&row.end.article.outlet)),
    (Column::new("published", Kind::PartialDate, "Date of that article"), |row, out| out.text(&row.end.article.published)),
    (Column::new("language", Kind::Text, "Language of that article"), |row, out| out.text(&row.end.article.language)),
    (Column::new("speaker_name", Kind::Text, "Names of its speakers or sources, joined by \u{201c} | \u{201d}"), |row, out| out.text(&row.end.names)),
    (Column::new("text", Kind::Text, "Its words; those of several fragments joined by \u{201c} […] \u{201d} for reading").required(), |row, out| out.text(&row.end.text)),
];
