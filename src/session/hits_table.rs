//! Puts the hits of a search into a table: for the clipboard, or for a file that a spreadsheet opens.

use std::io::Write;

use super::concordance::Query;
use super::review::Purpose;
use super::search::Row;
use super::state::Session;
use crate::export::writer::TableWriter;
use crate::export::{ExportError, Options};
use crate::model::PartialDate;

/// Columns of the file.
const COLUMNS: [&str; 12] =
    ["article", "title", "outlet", "published", "start", "end", "before", "text", "after", "label", "who", "annotator"];

impl Session {
    /// The ticked rows, or all when none is ticked, as a table that a spreadsheet takes from the clipboard.
    pub(super) fn copied_review(&self) -> Option<String> {
        let flat = |words: &str| words.replace(['\t', '\n'], " ");
        let mut out = String::from("article\tbefore\ttext\tafter\n");
        for row in self.meant_hits()? {
            let cells = [row.article.as_str(), &flat(&row.before), &flat(&row.words), &flat(&row.after)];
            out.push_str(&cells.join("\t"));
            out.push('\n');
        }
        Some(out)
    }

    /// The same rows with what is known about each place, as the bytes of a CSV file by the exporter's own rules: byte order
    /// mark, and no cell that a spreadsheet could run as a formula.
    #[must_use]
    pub fn review_as_csv(&self) -> Option<Vec<u8>> {
        let Purpose::Search(query) = &self.review.as_ref()?.purpose else { return None };
        let mut bytes = Vec::new();
        let written = self.write_hits(query, &self.meant_hits()?, &mut bytes);
        // Memory takes everything.
        written.ok().map(|()| bytes)
    }

    fn meant_hits(&self) -> Option<Vec<&Row>> {
        let review = self.review.as_ref()?;
        let all = review.ticked() == 0;
        Some(review.rows.iter().filter(|row| all || row.ticked).collect())
    }

    fn write_hits(&self, query: &Query, rows: &[&Row], out: &mut Vec<u8>) -> Result<(), ExportError> {
        let out: Box<dyn Write + '_> = Box::new(out);
        let mut table = TableWriter::new("search".to_owned(), out, &Options::default())?;
        for name in COLUMNS {
            table.text(name);
        }
        table.end_row()?;
        for row in rows {
            let Some(article) = self.document.article(&row.article) else { continue };
            table.text(article.id.as_str());
            table.text(&article.display_title());
            table.text(&article.metadata.outlet);
            table.text(article.metadata.published.as_ref().map(PartialDate::as_str).unwrap_or_default());
            table.number(article.text.char_from_byte(row.span.start()).0);
            table.number(article.text.char_from_byte(row.span.end()).0);
            table.text(&row.before);
            table.text(article.text.slice(row.span));
            table.text(&row.after);
            match self.annotation_of(query, row) {
                Some((by, annotation)) => {
                    let said = annotation.details.attribution.iter().map(|held| self.who_shown(&held.who));
                    let named = annotation.actor.as_ref().map(|actor| self.document.register.name(actor).to_owned());
                    table.text(annotation.label.as_str());
                    table.text(&said.chain(named).collect::<Vec<_>>().join("; "));
                    table.text(by.as_str());
                }
                None => (0..3).for_each(|_| table.missing()),
            }
            table.end_row()?;
        }
        table.finish()
    }
}
