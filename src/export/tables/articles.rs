//! The table of articles.

use crate::export::write::writer::TableWriter;
use crate::export::{Column, Kind, When};
use crate::model::{Article, Status};

/// One article and its counts.
#[derive(Debug)]
pub struct ArticleRow<'a> {
    pub article: &'a Article,
    pub n_words: usize,
    /// One for each annotator; `None` if the annotator's file could not be read.
    pub statuses: &'a [Option<Status>],
    pub n_claims: usize,
    pub n_quotes: usize,
    pub n_mentions: usize,
}

/// Writes one cell.
pub type Cell = fn(&ArticleRow<'_>, &mut TableWriter<'_>);

const STATUSES: &[&str] = &["untouched", "in progress", "done", "done, nothing found"];

/// The columns in their order.
pub const COLUMNS: &[(Column, Cell)] = &[
    (Column::new("article_id", Kind::Text, "Id of the article in its set").required(), |row, out| {
        out.text(row.article.id.as_str());
    }),
    (Column::new("title", Kind::Text, "Headline"), |row, out| out.text(&row.article.metadata.title)),
    (Column::new("outlet", Kind::Text, "Who published it"), |row, out| out.text(&row.article.metadata.outlet)),
    (Column::new("published", Kind::PartialDate, "Date of publication: 2026-02-04, 2026-02 or 2026"), |row, out| {
        out.text(row.article.metadata.published.as_ref().map_or("", |date| date.as_str()));
    }),
    (Column::new("byline", Kind::Text, "Who wrote it, as printed"), |row, out| out.text(&row.article.metadata.byline)),
    (Column::new("language", Kind::Text, "Language of the text, as a BCP 47 tag such as fr"), |row, out| {
        out.text(&row.article.metadata.language);
    }),
    (Column::new("translated_from", Kind::Text, "Language of the original, when the text is a translation"), |row, out| {
        out.text(&row.article.metadata.translated_from);
    }),
    (Column::new("url", Kind::Text, "Where it was published"), |row, out| out.text(&row.article.metadata.url)),
    (Column::new("source_file", Kind::Text, "Name of the file it was imported from"), |row, out| {
        out.text(&row.article.source_file);
    }),
    (Column::new("sha256", Kind::Sha256, "SHA-256 of the text in UTF-8, as it was imported").required(), |row, out| {
        out.display(row.article.digest);
    }),
    (Column::new("n_chars", Kind::Number(0), "Length of the text in characters (Unicode code points)").required(), |row, out| {
        out.number(row.article.text.char_count());
    }),
    (
        Column::new("n_words", Kind::Number(0), "Number of words (UAX 29), without zones: what is not article text").required(),
        |row, out| out.number(row.n_words),
    ),
    (
        Column::new("status_*", Kind::Choice(STATUSES), "How far this annotator has come; empty when their file cannot be read")
            .when(When::EachAnnotator),
        |row, out| row.statuses.iter().for_each(|status| out.text(status.map_or("", Status::as_str))),
    ),
    (
        Column::new("n_claims", Kind::Number(0), "Number of claims, of all annotators, without those in zones").required(),
        |row, out| {
            out.number(row.n_claims);
        },
    ),
    (
        Column::new("n_quotes", Kind::Number(0), "Number of quotes, of all annotators, without those in zones").required(),
        |row, out| {
            out.number(row.n_quotes);
        },
    ),
    (
        Column::new("n_mentions", Kind::Number(0), "Number of actor mentions, of all annotators, without those in zones")
            .required(),
        |row, out| {
            out.number(row.n_mentions);
        },
    ),
];
