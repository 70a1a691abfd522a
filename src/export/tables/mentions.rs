//! The table of actor mentions.

use crate::export::rows::annotation_rows::Mark;
use crate::export::rows::cell_text::CellText;
use crate::export::values::Values;
use crate::export::write::writer::TableWriter;
use crate::export::{Column, Kind, When};
use crate::model::Article;

/// The attributes that have a column.
pub const ATTRIBUTES: &[&str] = &["form", "metonymy"];

/// One mention and the other values of its row.
#[derive(Debug)]
pub struct MentionRow<'a> {
    pub article: &'a Article,
    pub mark: &'a Mark<'a>,
    pub shown: &'a CellText<'a>,
    pub actor_name: &'a str,
    pub values: &'a Values,
}

impl MentionRow<'_> {
    fn said(&self, name: &str) -> &str {
        self.values.held(name, &self.mark.details.attributes)
    }
}

/// Writes one cell.
pub type Cell = fn(&MentionRow<'_>, &mut TableWriter<'_>);

/// The columns in their order.
pub const COLUMNS: &[(Column, Cell)] = &[
    (Column::new("annotation_id", Kind::Text, "Id of the annotation").required(), |row, out| out.text(row.mark.id.as_str())),
    (Column::new("article_id", Kind::Text, "The article it stands in").required(), |row, out| out.text(row.article.id.as_str())),
    (Column::new("annotator", Kind::Text, "Who made it").required(), |row, out| out.text(row.mark.annotator.as_str())),
    (Column::new("actor_id", Kind::Text, "The actor it names, by id; empty when nobody has said yet"), |row, out| {
        out.text(row.mark.actor.map_or("", |actor| actor.as_str()));
    }),
    (Column::new("actor_name", Kind::Text, "That actor's name in the register"), |row, out| out.text(row.actor_name)),
    (
        Column::new("text", Kind::Text, "Its words; those of several fragments joined by \u{201c} […] \u{201d} for reading")
            .required(),
        |row, out| out.text(&row.shown.text),
    ),
    (Column::new("form", Kind::Text, "Attribute: name, nominal, pronoun or demonym"), |row, out| out.text(row.said("form"))),
    (
        Column::new(
            "metonymy",
            Kind::Text,
            "Attribute: none, capital_for_government, building_for_institution, country_for_government, org_for_member or other",
        ),
        |row, out| out.text(row.said("metonymy")),
    ),
    (
        Column::new("start_char", Kind::Number(0), "First character, counted from 0 (Unicode code points)").required(),
        |row, out| out.number(row.mark.chars.0.0),
    ),
    (Column::new("end_char", Kind::Number(0), "One past the last character").required(), |row, out| {
        out.number(row.mark.chars.1.0);
    }),
    (
        Column::new("start_byte", Kind::Number(0), "The same start in bytes of UTF-8; empty when lost").when(When::Bytes),
        |row, out| out.maybe_number(row.mark.span.map(|span| span.start.0)),
    ),
    (
        Column::new("end_byte", Kind::Number(0), "The same end in bytes of UTF-8; empty when lost").when(When::Bytes),
        |row, out| out.maybe_number(row.mark.span.map(|span| span.end.0)),
    ),
    (
        Column::new("start_utf16", Kind::Number(0), "The same start in UTF-16 units; empty when lost").when(When::Utf16),
        |row, out| out.maybe_number(row.mark.span.map(|span| row.article.text.utf16_from_byte(span.start))),
    ),
    (Column::new("end_utf16", Kind::Number(0), "The same end in UTF-16 units; empty when lost").when(When::Utf16), |row, out| {
        out.maybe_number(row.mark.span.map(|span| row.article.text.utf16_from_byte(span.end)));
    }),
    (
        Column::new("line", Kind::Number(1), "Line of the article on which it begins, counted from 1; empty when lost"),
        |row, out| out.maybe_number(row.shown.line),
    ),
];
