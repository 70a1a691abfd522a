//! Defines [`Column`]: the name, type and meaning of one column of a table.

use crate::model::{Annotator, ArticleId};

/// One column of a table. Its name and position are stable, because programs that read the table depend on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    pub kind: Kind,
    /// The meaning, in one line.
    pub about: &'static str,
    pub when: When,
    /// Whether the cell is never empty in a set without findings.
    pub required: bool,
}

/// The type of the cells of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// One of these texts.
    Choice(&'static [&'static str]),
    /// `2026`, `2026-02` or `2026-02-04`, declared as text so that no program adds a day.
    PartialDate,
    /// 64 hexadecimal digits.
    Sha256,
    /// A whole number, at least this one.
    Number(usize),
    /// `true` or `false`.
    Flag,
    /// RFC 3339 in UTC.
    Moment,
    /// One JSON object.
    Json,
}

/// The condition under which a column is written.
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

/// The names used for repeated columns, each list sorted.
#[derive(Clone, Copy, Debug)]
pub struct Named<'n> {
    pub annotators: &'n [Annotator],
    pub articles: &'n [ArticleId],
}

impl Column {
    /// A column that may have empty cells and is always written.
    #[must_use]
    pub const fn new(name: &'static str, kind: Kind, about: &'static str) -> Self {
        Self { name, kind, about, when: When::Always, required: false }
    }

    /// Whether the column is written once for each annotator or article.
    #[must_use]
    pub fn is_repeated(&self) -> bool {
        matches!(self.when, When::EachAnnotator | When::EachArticle)
    }

    /// The names under which it is written. Duplicates are numbered later: see [`header`](super::write::header::header).
    #[must_use]
    pub fn names(&self, named: Named<'_>) -> Vec<String> {
        let after = |name: &str| self.name.replace('*', name);
        match self.when {
            When::Always | When::Bytes | When::Utf16 => vec![self.name.to_owned()],
            When::EachAnnotator => named.annotators.iter().map(|annotator| after(annotator.as_str())).collect(),
            When::EachArticle => named.articles.iter().map(|article| after(article.as_str())).collect(),
        }
    }

    /// The same column, never empty.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same column, written only under that condition.
    #[must_use]
    pub const fn when(mut self, when: When) -> Self {
        self.when = when;
        self
    }
}

impl Kind {
    /// The name of the type in the Frictionless table schema, also used in `docs/columns.md`.
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
