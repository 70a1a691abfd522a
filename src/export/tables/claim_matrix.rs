//! The table that compares articles: a row for each cluster of claims, a column for each article.

use super::statements::RELATIONS;
use crate::export::write::writer::TableWriter;
use crate::export::{Column, Kind, When};
use crate::model::{AnnotationId, LinkKind};

/// One cluster.
#[derive(Debug)]
pub struct ClusterRow<'a> {
    pub cluster: &'a AnnotationId,
    pub relation: LinkKind,
    pub n_articles: usize,
    pub n_sources: usize,
    /// What each article of the set says, in the order of the columns.
    pub cells: &'a [String],
}

/// Writes one cell.
pub type Cell = fn(&ClusterRow<'_>, &mut TableWriter<'_>);

/// The columns in their order.
pub const COLUMNS: &[(Column, Cell)] = &[
    (Column::new("cluster_id", Kind::Text, "The smallest id of its members, as in the table of statements").required(), |row, out| out.text(row.cluster.as_str())),
    (Column::new("relation", Kind::Choice(RELATIONS), "What links them, as in the table of statements").required(), |row, out| out.text(row.relation.as_str())),
    (Column::new("n_articles", Kind::Number(1), "Number of articles in which a member stands").required(), |row, out| out.number(row.n_articles)),
    (Column::new("n_sources", Kind::Number(0), "Number of different sources and speakers of its members: actors by id, unnamed ones by their words, the author by the outlet; unknown and open ones are not counted").required(), |row, out| out.number(row.n_sources)),
    (Column::new("*", Kind::Text, "What that article says: words, then \u{201c} — \u{201d} and its sources or speakers where there are some; several joined by \u{201c} | \u{201d}, in text order; empty when it says nothing of it").when(When::EachArticle), |row, out| row.cells.iter().for_each(|cell| out.text(cell))),
];
