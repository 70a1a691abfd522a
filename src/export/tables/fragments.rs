//! The table of fragments.

use super::annotations::LABELS;
use crate::export::rows::annotation_rows::Piece;
use crate::export::write::writer::TableWriter;
use crate::export::{Column, Kind, When};
use crate::model::Article;

/// One fragment with its article.
#[derive(Debug)]
pub struct FragmentRow<'a> {
    pub article: &'a Article,
    pub piece: &'a Piece<'a>,
}

/// Writes one cell.
pub type Cell = fn(&FragmentRow<'_>, &mut TableWriter<'_>);

/// The columns in their order.
pub const COLUMNS: &[(Column, Cell)] = &[
    (Column::new("annotation_id", Kind::Text, "The annotation it is part of").required(), |row, out| {
        out.text(row.piece.id.as_str());
    }),
    (Column::new("fragment", Kind::Number(1), "Its number within the annotation, counted from 1").required(), |row, out| {
        out.number(row.piece.number);
    }),
    (Column::new("article_id", Kind::Text, "The article it stands in").required(), |row, out| {
        out.text(row.article.id.as_str());
    }),
    (Column::new("annotator", Kind::Text, "Who made the annotation").required(), |row, out| {
        out.text(row.piece.annotator.as_str());
    }),
    (Column::new("label", Kind::Choice(LABELS), "What the annotation marks").required(), |row, out| {
        out.text(row.piece.label.as_str());
    }),
    (
        Column::new("start_char", Kind::Number(0), "First character, counted from 0 (Unicode code points); as stored when lost")
            .required(),
        |row, out| out.number(row.piece.chars.0.0),
    ),
    (Column::new("end_char", Kind::Number(0), "One past the last character; as stored when lost").required(), |row, out| {
        out.number(row.piece.chars.1.0);
    }),
    (
        Column::new("start_byte", Kind::Number(0), "The same start in bytes of UTF-8; empty when lost").when(When::Bytes),
        |row, out| {
            out.maybe_number(row.piece.span.map(|span| span.start.0));
        },
    ),
    (
        Column::new("end_byte", Kind::Number(0), "The same end in bytes of UTF-8; empty when lost").when(When::Bytes),
        |row, out| {
            out.maybe_number(row.piece.span.map(|span| span.end.0));
        },
    ),
    (
        Column::new("start_utf16", Kind::Number(0), "The same start in UTF-16 units; empty when lost").when(When::Utf16),
        |row, out| {
            out.maybe_number(row.piece.span.map(|span| row.article.text.utf16_from_byte(span.start)));
        },
    ),
    (Column::new("end_utf16", Kind::Number(0), "The same end in UTF-16 units; empty when lost").when(When::Utf16), |row, out| {
        out.maybe_number(row.piece.span.map(|span| row.article.text.utf16_from_byte(span.end)));
    }),
    (Column::new("text", Kind::Text, "Its words: exactly the article's text from start to end").required(), |row, out| {
        out.text(row.piece.words);
    }),
];
