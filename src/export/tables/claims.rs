//! The table of claims.

use std::borrow::Cow;

use crate::export::rows::annotation_rows::Mark;
use crate::export::rows::cell_text::CellText;
use crate::export::rows::speakers::Speakers;
use crate::export::values::Values;
use crate::export::write::writer::TableWriter;
use crate::export::{Column, Kind};
use crate::model::{AnnotationId, Article};

/// The attributes that have a column.
pub const ATTRIBUTES: &[&str] =
    &["source_kind", "claim_type", "factuality", "check_worthiness", "time_ref", "quantity", "normalized", "status", "verdict"];

/// One claim and the other values of its row.
#[derive(Debug)]
pub struct ClaimRow<'a> {
    pub article: &'a Article,
    pub mark: &'a Mark<'a>,
    pub shown: &'a CellText<'a>,
    pub sources: Speakers<'a>,
    /// Names of its reporters and sources.
    pub chain: Cow<'a, str>,
    pub values: &'a Values,
    pub in_quote: Option<&'a AnnotationId>,
    pub n_supporting: usize,
    pub n_contradicting: usize,
}

impl ClaimRow<'_> {
    fn said(&self, name: &str) -> &str {
        self.values.held(name, &self.mark.details.attributes)
    }

    fn source_kind(&self) -> &str {
        let said = self.said("source_kind");
        if said.is_empty() { &self.sources.kinds } else { said }
    }
}

/// Writes one cell.
pub type Cell = fn(&ClaimRow<'_>, &mut TableWriter<'_>);

/// The columns in their order.
pub const COLUMNS: &[(Column, Cell)] = &[
    (Column::new("claim_id", Kind::Text, "Id of the claim: that of its annotation").required(), |row, out| out.text(row.mark.id.as_str())),
    (Column::new("article_id", Kind::Text, "The article it stands in").required(), |row, out| out.text(row.article.id.as_str())),
    (Column::new("article_title", Kind::Text, "Headline of that article"), |row, out| out.text(&row.article.metadata.title)),
    (Column::new("outlet", Kind::Text, "Who published that article"), |row, out| out.text(&row.article.metadata.outlet)),
    (Column::new("published", Kind::PartialDate, "Date of that article: 2026-02-04, 2026-02 or 2026"), |row, out| out.text(row.article.metadata.published.as_ref().map_or("", |date| date.as_str()))),
    (Column::new("language", Kind::Text, "Language of that article, as a BCP 47 tag such as fr"), |row, out| out.text(&row.article.metadata.language)),
    (Column::new("annotator", Kind::Text, "Who made it").required(), |row, out| out.text(row.mark.annotator.as_str())),
    (Column::new("text", Kind::Text, "Its words; those of several fragments joined by \u{201c} […] \u{201d} for reading").required(), |row, out| out.text(&row.shown.text)),
    (Column::new("source_id", Kind::Text, "Actors behind it, by id; a source without a name has no id"), |row, out| out.text(&row.sources.ids)),
    (Column::new("source_name", Kind::Text, "Names of its sources, in the same order: of an actor the name in the register, of an unnamed source the article's words, of the author the outlet (author where it is not known), of an unknown one nothing"), |row, out| out.text(&row.sources.names)),
    (Column::new("source_kind", Kind::Text, "Attribute: named, anonymous, outlet, collective or implicit; where it is not said, for each source named, anonymous, outlet (the article's own voice) or unknown; open when nobody has said yet").required(), |row, out| out.text(row.source_kind())),
    (Column::new("n_sources", Kind::Number(0), "Number of sources").required(), |row, out| out.number(row.sources.count)),
    (Column::new("source_chain", Kind::Text, "Names of those who report it, outermost first, then of its sources"), |row, out| out.text(&row.chain)),
    (Column::new("in_quote", Kind::Text, "The smallest quote of the same annotator that it lies in or is, by id"), |row, out| out.text(row.in_quote.map_or("", |id| id.as_str()))),
    (Column::new("claim_type", Kind::Text, "Attribute: event, event_plan, state, quantity, temporal, causal, assessment, prediction or opinion"), |row, out| out.text(row.said("claim_type"))),
    (Column::new("factuality", Kind::Text, "Attribute: how sure the source is, from CT+ to CT-; Uu when open"), |row, out| out.text(row.said("factuality"))),
    (Column::new("check_worthiness", Kind::Text, "Attribute: 0 to 3"), |row, out| out.text(row.said("check_worthiness"))),
    (Column::new("time_ref", Kind::Text, "Attribute: the time it is about"), |row, out| out.text(row.said("time_ref"))),
    (Column::new("quantity", Kind::Text, "Attribute: the amount it names"), |row, out| out.text(row.said("quantity"))),
    (Column::new("normalized", Kind::Text, "Attribute: the claim in words that stand alone"), |row, out| out.text(row.said("normalized"))),
    (Column::new("status", Kind::Text, "Attribute: open, checked or dropped"), |row, out| out.text(row.said("status"))),
    (Column::new("verdict", Kind::Text, "Attribute: supported, refuted, conflicting or not_enough_evidence"), |row, out| out.text(row.said("verdict"))),
    (Column::new("n_supporting", Kind::Number(0), "Number of links that speak for it: supports that lead to it, corroborates at either end").required(), |row, out| out.number(row.n_supporting)),
    (Column::new("n_contradicting", Kind::Number(0), "Number of links contradicts at either end").required(), |row, out| out.number(row.n_contradicting)),
    (Column::new("line", Kind::Number(1), "Line of the article on which it begins, counted from 1; empty when lost"), |row, out| out.maybe_number(row.shown.line)),
    (Column::new("context_before", Kind::Text, "The text before it"), |row, out| out.text(row.shown.before)),
    (Column::new("context_after", Kind::Text, "The text after it"), |row, out| out.text(row.shown.after)),
];
