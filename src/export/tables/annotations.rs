//! The table of annotations of any label.

use crate::export::rows::annotation_rows::{Mark, State};
use crate::export::rows::cell_text::CellText;
use crate::export::write::writer::TableWriter;
use crate::export::{Column, Kind, When};
use crate::model::Article;

/// One annotation and the other values of its row.
#[derive(Debug)]
pub struct AnnotationRow<'a> {
    pub article: &'a Article,
    pub mark: &'a Mark<'a>,
    pub shown: &'a CellText<'a>,
    pub actor_name: &'a str,
    /// The values of its attributes, as JSON.
    pub attributes: &'a str,
}

/// Writes one cell.
pub type Cell = fn(&AnnotationRow<'_>, &mut TableWriter<'_>);

/// The names of labels in tables.
pub const LABELS: &[&str] = &["quote", "claim", "actor"];

/// The columns in their order.
pub const COLUMNS: &[(Column, Cell)] = &[
    (Column::new("annotation_id", Kind::Text, "Id of the annotation").required(), |row, out| out.text(row.mark.id.as_str())),
    (Column::new("article_id", Kind::Text, "The article it stands in").required(), |row, out| {
        out.text(row.article.id.as_str());
    }),
    (Column::new("article_title", Kind::Text, "Headline of that article"), |row, out| out.text(&row.article.metadata.title)),
    (Column::new("annotator", Kind::Text, "Who made it").required(), |row, out| out.text(row.mark.annotator.as_str())),
    (Column::new("label", Kind::Choice(LABELS), "What it marks").required(), |row, out| out.text(row.mark.label.as_str())),
    (
        Column::new("text", Kind::Text, "Its words; those of several fragments joined by \u{201c} […] \u{201d} for reading").required(),
        |row, out| out.text(&row.shown.text),
    ),
    (
        Column::new("start_char", Kind::Number(0), "First character, counted from 0 (Unicode code points)").required(),
        |row, out| out.number(row.mark.chars.0.0),
    ),
    (Column::new("end_char", Kind::Number(0), "One past the last character").required(), |row, out| {
        out.number(row.mark.chars.1.0);
    }),
    (Column::new("start_byte", Kind::Number(0), "The same start in bytes of UTF-8; empty when lost").when(When::Bytes), |row, out| {
        out.maybe_number(row.mark.span.map(|span| span.start.0));
    }),
    (Column::new("end_byte", Kind::Number(0), "The same end in bytes of UTF-8; empty when lost").when(When::Bytes), |row, out| {
        out.maybe_number(row.mark.span.map(|span| span.end.0));
    }),
    (Column::new("start_utf16", Kind::Number(0), "The same start in UTF-16 units; empty when lost").when(When::Utf16), |row, out| {
        out.maybe_number(row.mark.span.map(|span| row.article.text.utf16_from_byte(span.start)));
    }),
    (Column::new("end_utf16", Kind::Number(0), "The same end in UTF-16 units; empty when lost").when(When::Utf16), |row, out| {
        out.maybe_number(row.mark.span.map(|span| row.article.text.utf16_from_byte(span.end)));
    }),
    (Column::new("line", Kind::Number(1), "Line of the article on which it begins, counted from 1; empty when lost"), |row, out| {
        out.maybe_number(row.shown.line);
    }),
    (Column::new("n_fragments", Kind::Number(1), "Number of its rows in the table of fragments").required(), |row, out| {
        out.number(row.shown.n_fragments);
    }),
    (Column::new("context_before", Kind::Text, "The text before it"), |row, out| out.text(row.shown.before)),
    (Column::new("context_after", Kind::Text, "The text after it"), |row, out| out.text(row.shown.after)),
    (Column::new("actor_id", Kind::Text, "For a mention: the actor it names, by id"), |row, out| {
        out.text(row.mark.actor.map_or("", |actor| actor.as_str()));
    }),
    (Column::new("actor_name", Kind::Text, "That actor's name in the register"), |row, out| out.text(row.actor_name)),
    (Column::new("attributes", Kind::Json, "Attributes as JSON: what was said, and the codebook's default where nothing was").required(), |row, out| out.text(row.attributes)),
    (Column::new("zone", Kind::Flag, "Whether it stands wholly in what is not article text, such as a caption").required(), |row, out| out.flag(row.mark.zone)),
    (Column::new("unsure", Kind::Flag, "Whether the annotator was unsure").required(), |row, out| out.flag(row.mark.unsure)),
    (Column::new("note", Kind::Text, "The annotator's note"), |row, out| out.text(row.mark.note)),
    (Column::new("origin", Kind::Text, "How it was made: hand, or what proposed or imported it"), |row, out| {
        out.text(row.mark.origin);
    }),
    (
        Column::new(
            "anchor",
            Kind::Choice(State::NAMES),
            "exact: the words stand at the offsets; moved: found again at one other place; lost: not in the text, offsets as stored",
        )
        .required(),
        |row, out| out.text(row.mark.state.as_str()),
    ),
    (Column::new("created", Kind::Moment, "When it was made, in UTC").required(), |row, out| out.display(row.mark.created)),
    (Column::new("modified", Kind::Moment, "When it was last changed, in UTC").required(), |row, out| {
        out.display(row.mark.modified);
    }),
];
