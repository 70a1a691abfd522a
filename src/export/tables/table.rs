//! Defines [`Table`]: which tables there are, what a row of each is, and how they refer to each other.

use std::str::FromStr;

use super::{annotations, articles, fragments};
use crate::export::Column;

/// One of the tables, in the order in which they are written and listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    Articles,
    Annotations,
    Fragments,
}

/// A column whose every cell stands in the primary key of another table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForeignKey {
    pub column: &'static str,
    pub table: Table,
    pub key: &'static str,
}

impl Table {
    pub const ALL: [Self; 3] = [Self::Articles, Self::Annotations, Self::Fragments];

    /// As the argument and the file's name write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Annotations => "annotations",
            Self::Fragments => "fragments",
        }
    }

    /// What one row is.
    #[must_use]
    pub fn about(self) -> &'static str {
        match self {
            Self::Articles => "One row for each article.",
            Self::Annotations => "One row for each annotation of any label; the table to open first.",
            Self::Fragments => "One row for each fragment of an annotation: exact slices, the table to compute with.",
        }
    }

    /// Its columns, with those that only some options write.
    #[must_use]
    pub fn columns(self) -> Vec<Column> {
        match self {
            Self::Articles => articles::COLUMNS.iter().map(|(column, _)| *column).collect(),
            Self::Annotations => annotations::COLUMNS.iter().map(|(column, _)| *column).collect(),
            Self::Fragments => fragments::COLUMNS.iter().map(|(column, _)| *column).collect(),
        }
    }

    /// The columns that name a row.
    #[must_use]
    pub fn primary_key(self) -> &'static [&'static str] {
        match self {
            Self::Articles => &["article_id"],
            Self::Annotations => &["annotation_id"],
            Self::Fragments => &["annotation_id", "fragment"],
        }
    }

    /// The columns that name a row of another table.
    #[must_use]
    pub fn foreign_keys(self) -> &'static [ForeignKey] {
        const ARTICLE: ForeignKey = ForeignKey { column: "article_id", table: Table::Articles, key: "article_id" };
        const ANNOTATION: ForeignKey = ForeignKey { column: "annotation_id", table: Table::Annotations, key: "annotation_id" };
        match self {
            Self::Articles => &[],
            Self::Annotations => &[ARTICLE],
            Self::Fragments => &[ANNOTATION, ARTICLE],
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
