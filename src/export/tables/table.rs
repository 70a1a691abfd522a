//! Defines [`Table`]: the tables, the meaning of their rows, and their keys.

use std::str::FromStr;

use super::{actors, annotations, articles, claim_matrix, claims, fragments, links, mentions, quotes, statements};
use crate::export::Column;

/// One of the tables, in the order in which they are written and listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    Articles,
    Annotations,
    Fragments,
    Quotes,
    Claims,
    Actors,
    Mentions,
    Links,
    Statements,
    ClaimMatrix,
}

/// A column whose cells are values of the primary key of another table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForeignKey {
    pub column: &'static str,
    pub table: Table,
    pub key: &'static str,
}

impl Table {
    pub const ALL: [Self; 10] = [
        Self::Articles,
        Self::Annotations,
        Self::Fragments,
        Self::Quotes,
        Self::Claims,
        Self::Actors,
        Self::Mentions,
        Self::Links,
        Self::Statements,
        Self::ClaimMatrix,
    ];

    /// The name in arguments and file names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Annotations => "annotations",
            Self::Fragments => "fragments",
            Self::Quotes => "quotes",
            Self::Claims => "claims",
            Self::Actors => "actors",
            Self::Mentions => "mentions",
            Self::Links => "links",
            Self::Statements => "statements",
            Self::ClaimMatrix => "claim_matrix",
        }
    }

    /// The meaning of a row.
    #[must_use]
    pub fn about(self) -> &'static str {
        match self {
            Self::Articles => "One row for each article.",
            Self::Annotations => "One row for each annotation of any label; the table to open first.",
            Self::Fragments => "One row for each fragment of an annotation: exact slices, the table to compute with.",
            Self::Quotes => {
                "One row for each quote, with its speakers. Lists stand in one cell, joined by \u{201c} | \u{201d}, position by position; what is empty at the end of a list is left out. Attributes have the value that was said, or else the codebook's default."
            }
            Self::Claims => "One row for each claim, with its sources. Lists and attributes are as in the table of quotes.",
            Self::Actors => "One row for each actor of the register.",
            Self::Mentions => "One row for each mention of an actor.",
            Self::Links => "One row for each link between two annotations. A link that both ends hold is one row.",
            Self::Statements => {
                "One row for each claim or quote in a cluster: of all that say the same, hold the same position, corroborate or contradict each other, in one article or across articles."
            }
            Self::ClaimMatrix => {
                "One row for each cluster with a claim in it, and one column for each article of the set: who says what, side by side."
            }
        }
    }

    /// The columns, including those that are written only with some options.
    #[must_use]
    pub fn columns(self) -> Vec<Column> {
        match self {
            Self::Articles => articles::COLUMNS.iter().map(|(column, _)| *column).collect(),
            Self::Annotations => annotations::COLUMNS.iter().map(|(column, _)| *column).collect(),
            Self::Fragments => fragments::COLUMNS.iter().map(|(column, _)| *column).collect(),
            Self::Quotes => quotes::COLUMNS.iter().map(|(column, _)| *column).collect(),
            Self::Claims => claims::COLUMNS.iter().map(|(column, _)| *column).collect(),
            Self::Actors => actors::COLUMNS.iter().map(|(column, _)| *column).collect(),
            Self::Mentions => mentions::COLUMNS.iter().map(|(column, _)| *column).collect(),
            Self::Links => links::COLUMNS.iter().map(|(column, _)| *column).collect(),
            Self::Statements => statements::COLUMNS.iter().map(|(column, _)| *column).collect(),
            Self::ClaimMatrix => claim_matrix::COLUMNS.iter().map(|(column, _)| *column).collect(),
        }
    }

    /// The columns that identify a row.
    #[must_use]
    pub fn primary_key(self) -> &'static [&'static str] {
        match self {
            Self::Articles => &["article_id"],
            Self::Annotations | Self::Mentions => &["annotation_id"],
            Self::Fragments => &["annotation_id", "fragment"],
            Self::Quotes => &["quote_id"],
            Self::Claims => &["claim_id"],
            Self::Actors => &["actor_id"],
            Self::Links => &["link_id"],
            Self::Statements => &["cluster_id", "relation", "annotation_id"],
            Self::ClaimMatrix => &["cluster_id", "relation"],
        }
    }

    /// The columns that refer to a row of another table.
    #[must_use]
    pub fn foreign_keys(self) -> &'static [ForeignKey] {
        const fn key(column: &'static str, table: Table, key: &'static str) -> ForeignKey {
            ForeignKey { column, table, key }
        }
        const ARTICLE: ForeignKey = key("article_id", Table::Articles, "article_id");
        const ANNOTATION: ForeignKey = key("annotation_id", Table::Annotations, "annotation_id");
        const ACTOR: ForeignKey = key("actor_id", Table::Actors, "actor_id");
        match self {
            Self::Articles => &[],
            Self::Annotations => &[ARTICLE, ACTOR],
            Self::Fragments => &[ANNOTATION, ARTICLE],
            Self::Quotes => {
                const {
                    &[
                        key("quote_id", Table::Annotations, "annotation_id"),
                        ARTICLE,
                        key("nested_in", Table::Quotes, "quote_id"),
                        key("statement_id", Table::Quotes, "quote_id"),
                    ]
                }
            }
            Self::Claims => {
                const { &[key("claim_id", Table::Annotations, "annotation_id"), ARTICLE, key("in_quote", Table::Quotes, "quote_id")] }
            }
            Self::Actors => const { &[key("part_of", Table::Actors, "actor_id")] },
            Self::Mentions => &[ANNOTATION, ARTICLE, ACTOR],
            Self::Links => {
                const {
                    &[
                        key("from_id", Table::Annotations, "annotation_id"),
                        key("from_article", Table::Articles, "article_id"),
                        key("to_id", Table::Annotations, "annotation_id"),
                        key("to_article", Table::Articles, "article_id"),
                    ]
                }
            }
            Self::Statements => const { &[key("cluster_id", Table::Annotations, "annotation_id"), ANNOTATION, ARTICLE] },
            Self::ClaimMatrix => const { &[key("cluster_id", Table::Annotations, "annotation_id")] },
        }
    }
}

impl FromStr for Table {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let bare = text.strip_suffix(".csv").unwrap_or(text);
        let names = || Self::ALL.map(Self::name).join(", ");
        Self::ALL.into_iter().find(|table| table.name() == bare).ok_or_else(|| format!("write one of {}", names()))
    }
}
