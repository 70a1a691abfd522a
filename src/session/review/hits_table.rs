//! Puts the hits of a search into a table: for the clipboard, or for a file that a spreadsheet opens.

use std::io::Write;

use crate::export::write::writer::TableWriter;
use crate::export::{Delimiter, ExportError, Profile};
use crate::jobs::row::Row;
use crate::jobs::search_text::Query;
use crate::model::PartialDate;
use crate::session::state::Session;

/// Columns of the file.
const COLUMNS: [&str; 12] =
    ["article", "title", "outlet", "published", "start", "end", "before", "text", "after", "label", "who", "annotator"];

/// Columns of the table on the clipboard.
const COPIED: [&str; 4] = ["article", "before", "text", "after"];

impl Session {
    /// The ticked rows, or all if none is ticked, as a table for the clipboard: tabs between cells, quoted and guarded by the
    /// exporter's rules.
    pub(in crate::session) fn copied_review(&self) -> Option<String> {
        let mut bytes = Vec::new();
        // Writing to a `Vec` cannot fail.
        self.write_copied(&self.meant_hits()?, &mut bytes).ok()?;
        String::from_utf8(bytes).ok()
    }

    /// The same rows with what is known about each place, as the bytes of a CSV file by the exporter's own rules: byte order
    /// mark, and no cell that a spreadsheet could run as a formula.
    #[must_use]
    pub fn review_as_csv(&self) -> Option<Vec<u8>> {
        let query = self.review.open()?.query()?;
        let mut bytes = Vec::new();
        let written = self.write_hits(query, &self.meant_hits()?, &mut bytes);
        // Writing to a `Vec` cannot fail.
        written.ok().map(|()| bytes)
    }

    fn meant_hits(&self) -> Option<Vec<&Row>> {
        let review = self.review.open()?;
        let all = review.ticked() == 0;
        Some(review.rows.iter().filter(|row| all || row.ticked).collect())
    }

    fn write_hits(&self, query: &Query, rows: &[&Row], out: &mut Vec<u8>) -> Result<(), ExportError> {
        let out: Box<dyn Write + '_> = Box::new(out);
        let mut table = TableWriter::new("search".to_owned(), out, Delimiter::COMMA, Profile::Spreadsheet)?;
        table.names(COLUMNS.map(str::to_owned))?;
        for row in rows {
            let Some(article) = self.editor.document().article(&row.article) else { continue };
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
                    let named = annotation.actor.as_ref().map(|actor| self.editor.document().register.name(actor).to_owned());
                    table.text(annotation.label.as_str());
                    table.text(&said.chain(named).collect::<Vec<_>>().join("; "));
                    table.text(by.as_str());
                }
                None => (0..3).for_each(|_| table.missing()),
            }
            table.end_row()?;
        }
        table.finish().map(drop)
    }

    fn write_copied(&self, rows: &[&Row], out: &mut Vec<u8>) -> Result<(), ExportError> {
        let mut table = TableWriter::for_clipboard(Box::new(out));
        table.names(COPIED.map(str::to_owned))?;
        for row in rows {
            let Some(article) = self.editor.document().article(&row.article) else { continue };
            for cell in [row.article.as_str(), &row.before, article.text.slice(row.span), &row.after] {
                table.text(cell);
            }
            table.end_row()?;
        }
        table.finish().map(drop)
    }
}
