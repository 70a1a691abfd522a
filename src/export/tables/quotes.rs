//! The table of quotes.

use std::borrow::Cow;

use crate::export::rows::annotation_rows::Mark;
use crate::export::rows::cell_text::CellText;
use crate::export::rows::speakers::Speakers;
use crate::export::values::Values;
use crate::export::write::writer::TableWriter;
use crate::export::{Column, Kind};
use crate::model::{AnnotationId, Article, EvidenceKind};

/// The attributes that have a column.
pub const ATTRIBUTES: &[&str] = &["quote_type", "date_said", "form", "medium", "polarity", "translated"];

/// One quote and the other values of its row.
#[derive(Debug)]
pub struct QuoteRow<'a> {
    pub article: &'a Article,
    pub mark: &'a Mark<'a>,
    pub shown: &'a CellText<'a>,
    /// The words without outer quotation marks.
    pub inner: Cow<'a, str>,
    pub speakers: Speakers<'a>,
    pub addressees: Cow<'a, str>,
    pub values: &'a Values,
    pub nested_in: Option<&'a AnnotationId>,
    /// The cluster of quotes that are the same statement.
    pub statement: Option<&'a AnnotationId>,
}

impl QuoteRow<'_> {
    fn said(&self, name: &str) -> &str {
        self.values.held(name, &self.mark.details.attributes)
    }

    fn cue(&self) -> &str {
        let details = self.mark.details;
        let lost = || details.lost_evidence.iter().find(|(kind, _)| *kind == EvidenceKind::Cue).map(|(_, one)| &one.words);
        details.cue().map(|cue| &cue.words).or_else(lost).map_or("", String::as_str)
    }
}

/// Writes one cell.
pub type Cell = fn(&QuoteRow<'_>, &mut TableWriter<'_>);

/// The columns in their order.
pub const COLUMNS: &[(Column, Cell)] = &[
    (Column::new("quote_id", Kind::Text, "Id of the quote: that of its annotation").required(), |row, out| out.text(row.mark.id.as_str())),
    (Column::new("article_id", Kind::Text, "The article it stands in").required(), |row, out| out.text(row.article.id.as_str())),
    (Column::new("article_title", Kind::Text, "Headline of that article"), |row, out| out.text(&row.article.metadata.title)),
    (Column::new("outlet", Kind::Text, "Who published that article"), |row, out| out.text(&row.article.metadata.outlet)),
    (Column::new("published", Kind::PartialDate, "Date of that article: 2026-02-04, 2026-02 or 2026"), |row, out| out.text(row.article.metadata.published.as_ref().map_or("", |date| date.as_str()))),
    (Column::new("language", Kind::Text, "Language of that article, as a BCP 47 tag such as fr"), |row, out| out.text(&row.article.metadata.language)),
    (Column::new("annotator", Kind::Text, "Who made it").required(), |row, out| out.text(row.mark.annotator.as_str())),
    (Column::new("quote_type", Kind::Text, "Attribute: direct, indirect or mixed"), |row, out| out.text(row.said("quote_type"))),
    (Column::new("text", Kind::Text, "Its words; those of several fragments joined by \u{201c} […] \u{201d} for reading").required(), |row, out| out.text(&row.shown.text)),
    (Column::new("text_inner", Kind::Text, "The same without outer quotation marks: of each fragment that a mark opens, that mark and the one that closes it"), |row, out| out.text(&row.inner)),
    (Column::new("speaker_id", Kind::Text, "Actors who speak, by id; a speaker without a name has no id, so three of whom the second is unnamed are \u{201c}ann-lee |  | bo\u{201d}"), |row, out| out.text(&row.speakers.ids)),
    (Column::new("speaker_name", Kind::Text, "Their names, in the same order: of an actor the name in the register, of an unnamed speaker the article's words, of the author the outlet (author where it is not known), of an unknown one nothing"), |row, out| out.text(&row.speakers.names)),
    (Column::new("speaker_kind", Kind::Text, "For each, in the same order: actor, unnamed, author (the article's own voice) or unknown (the article does not say); open when nobody has said yet").required(), |row, out| out.text(&row.speakers.kinds)),
    (Column::new("speaker_role", Kind::Text, "Their roles in the register, in the same order"), |row, out| out.text(&row.speakers.roles)),
    (Column::new("n_speakers", Kind::Number(0), "Number of speakers").required(), |row, out| out.number(row.speakers.count)),
    (Column::new("speaker_mention", Kind::Text, "The words that name them in the article, in the same order"), |row, out| out.text(&row.speakers.mentions)),
    (Column::new("cue", Kind::Text, "The words that report it, such as a déclaré"), |row, out| out.text(row.cue())),
    (Column::new("addressee_name", Kind::Text, "To whom it is said: names as for speakers"), |row, out| out.text(&row.addressees)),
    (Column::new("said_on", Kind::Text, "Attribute date_said: when it was said, as 2026-02-04, 2026-02 or 2026"), |row, out| out.text(row.said("date_said"))),
    (Column::new("form", Kind::Text, "Attribute: full, partial or free_indirect"), |row, out| out.text(row.said("form"))),
    (Column::new("medium", Kind::Text, "Attribute: speech, writing, thought or unknown"), |row, out| out.text(row.said("medium"))),
    (Column::new("polarity", Kind::Text, "Attribute: asserted, denied, neither_confirmed_nor_denied, refused or hypothetical"), |row, out| out.text(row.said("polarity"))),
    (Column::new("translated", Kind::Text, "Attribute: whether the words were translated: no, yes, machine or unknown"), |row, out| out.text(row.said("translated"))),
    (Column::new("nested_in", Kind::Text, "The smallest larger quote of the same annotator that it lies in, by id"), |row, out| out.text(row.nested_in.map_or("", |id| id.as_str()))),
    (Column::new("statement_id", Kind::Text, "Shared by all quotes that links make the same statement: the smallest of their ids; empty when not linked"), |row, out| out.text(row.statement.map_or("", |id| id.as_str()))),
    (Column::new("line", Kind::Number(1), "Line of the article on which it begins, counted from 1; empty when lost"), |row, out| out.maybe_number(row.shown.line)),
    (Column::new("context_before", Kind::Text, "The text before it"), |row, out| out.text(row.shown.before)),
    (Column::new("context_after", Kind::Text, "The text after it"), |row, out| out.text(row.shown.after)),
];
