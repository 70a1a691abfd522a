//! Defines [`Column`]: what one column of a table is called, holds and means.

use crate::model::{Annotator, ArticleId};

/// One column of a table. Its name and its place are a promise to everyone who reads the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    pub kind: Kind,
    /// One line for a person.
    pub about: &'static str,
    pub when: When,
    /// Whether the cell is never empty in a set that holds.
    pub required: bool,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// Text in one of these forms.
    Choice(&'static [&'static str]),
    /// `2026`, `2026-02` or `2026-02-04`; kept as text, so that no program fills in a day.
    PartialDate,
    /// 64 hexadecimal digits.
    Sha256,
    /// Whole number from this one on.
    Number(usize),
    /// `true` or `false`.
    Flag,
    /// RFC 3339 in UTC.
    Moment,
    /// One JSON object.
    Json,
}

/// Under which options a column is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Always,
    /// `--offsets byte`
    Bytes,
    /// `--offsets utf16`
    Utf16,
    /// Once for each annotator, whose name replaces the `*` in the column's name.
    EachAnnotator,
    /// Once for each article of the set, whose id replaces the `*`.
    EachArticle,
}

/// Whom and what columns are named after, each sorted.
#[derive(Clone, Copy, Debug)]
pub struct Named<'n> {
    pub annotators: &'n [Annotator],
    pub articles: &'n [ArticleId],
}

impl Column {
    /// A column that may hold empty cells and is always written.
    #[must_use]
    pub const fn new(name: &'static str, kind: Kind, about: &'static str) -> Self {
        Self { name, kind, about, when: When::Always, required: false }
    }

    /// Whether it is written once for each of several names.
    #[must_use]
    pub fn is_repeated(&self) -> bool {
        matches!(self.when, When::EachAnnotator | When::EachArticle)
    }

    /// The names under which it is written, unless another column has the same: see [`header`](super::write::header::header).
    #[must_use]
    pub fn names(&self, named: Named<'_>) -> Vec<String> {
        let after = |name: &str| self.name.replace('*', name);
        match self.when {
            When::Always | When::Bytes | When::Utf16 => vec![self.name.to_owned()],
            When::EachAnnotator => named.annotators.iter().map(|annotator| after(annotator.as_str())).collect(),
            When::EachArticle => named.articles.iter().map(|article| after(article.as_str())).collect(),
        }
    }

    /// The same, never empty.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same, written only then.
    #[must_use]
    pub const fn when(mut self, when: When) -> Self {
        self.when = when;
        self
    }
}

impl Kind {
    /// The type's name in the Frictionless table schema, which `docs/columns.md` uses too.
    #[must_use]
    pub fn schema_type(self) -> &'static str {
        match self {
            Self::Text | Self::Choice(_) | Self::PartialDate | Self::Sha256 => "string",
            Self::Number(_) => "integer",
            Self::Flag => "boolean",
            Self::Moment => "datetime",
            Self::Json => "object",
        }
    }
}
