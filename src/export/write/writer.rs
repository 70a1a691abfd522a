//! Defines [`TableWriter`], which writes the cells of one table without allocating for each.

use std::io::{self, Write};

use super::dialect::{Delimiter, Profile};
use super::guard::needs_guard;
use super::header::header;
use super::long_cells::LongCells;
use super::quoting::{is_quoted_in_files, must_be_quoted, push_doubled};
use crate::export::{Column, ExportError, Named};

/// Writes one table. Cells are added from left to right; an error in a cell is returned at the end of the row.
///
/// Cells are quoted here, because `csv` cannot quote only those with outer blanks; `csv` counts and delimits cells and ends rows.
pub struct TableWriter<'w> {
    file: String,
    csv: csv::Writer<Box<dyn Write + 'w>>,
    delimiter: u8,
    is_quoted: fn(&str, u8) -> bool,
    guard: bool,
    scratch: Vec<u8>,
    failure: Option<csv::Error>,
    header: Vec<String>,
    /// Row and column of the next cell, from 0.
    place: (usize, usize),
    long: LongCells,
}

impl<'w> TableWriter<'w> {
    /// Begins a file. Writes a byte order mark if the profile has one.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn new(file: String, mut out: Box<dyn Write + 'w>, delimiter: Delimiter, profile: Profile) -> Result<Self, ExportError> {
        if profile == Profile::Spreadsheet {
            out.write_all("\u{feff}".as_bytes()).map_err(|error| ExportError::write(&file, error))?;
        }
        Ok(Self::over(file, out, delimiter, profile, csv::Terminator::CRLF, is_quoted_in_files))
    }

    /// Begins a table for the clipboard, from which a spreadsheet takes it: tabs between cells, lines that end with a line feed,
    /// no byte order mark.
    #[must_use]
    pub fn for_clipboard(out: Box<dyn Write + 'w>) -> Self {
        let (name, terminator) = ("clipboard".to_owned(), csv::Terminator::Any(b'\n'));
        Self::over(name, out, Delimiter::TAB, Profile::Spreadsheet, terminator, must_be_quoted)
    }

    fn over(
        file: String,
        out: Box<dyn Write + 'w>,
        delimiter: Delimiter,
        profile: Profile,
        terminator: csv::Terminator,
        is_quoted: fn(&str, u8) -> bool,
    ) -> Self {
        let delimiter = delimiter.byte();
        let csv = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .quote_style(csv::QuoteStyle::Never)
            .terminator(terminator)
            .buffer_capacity(1 << 16)
            .from_writer(out);
        let guard = profile == Profile::Spreadsheet;
        let (scratch, header, long) = (Vec::new(), Vec::new(), LongCells::default());
        Self { file, csv, delimiter, is_quoted, guard, scratch, failure: None, header, place: (0, 0), long }
    }

    /// Writes the names of the columns.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn header(&mut self, columns: &[Column], named: Named<'_>) -> Result<(), ExportError> {
        self.names(header(columns, named).into_iter().map(|(_, name)| name))
    }

    /// Writes a header with these names, for a table that is not a [`Table`](crate::export::Table).
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn names(&mut self, names: impl IntoIterator<Item = String>) -> Result<(), ExportError> {
        let names: Vec<String> = names.into_iter().collect();
        for name in &names {
            self.text(name);
        }
        self.header = names;
        self.end_row()
    }

    /// Adds a cell of text, guarded if the profile has guards. Empty means missing.
    pub fn text(&mut self, cell: &str) {
        let guarded = self.guard && needs_guard(cell);
        let quoted = (self.is_quoted)(cell, self.delimiter);
        if self.guard {
            self.long.look_at(cell, self.place.0, self.place.1);
        }
        self.put(|scratch| {
            let mark: &[u8] = if quoted { b"\"" } else { b"" };
            scratch.extend_from_slice(mark);
            scratch.extend_from_slice(if guarded { b"'" } else { b"" });
            push_doubled(scratch, cell);
            scratch.extend_from_slice(mark);
        });
    }

    /// Adds an empty cell.
    pub fn missing(&mut self) {
        self.text("");
    }

    /// Adds a whole number.
    pub fn number(&mut self, number: usize) {
        self.display(number);
    }

    /// Adds a whole number, or an empty cell.
    pub fn maybe_number(&mut self, number: Option<usize>) {
        match number {
            Some(number) => self.number(number),
            None => self.missing(),
        }
    }

    /// Adds `true` or `false`.
    pub fn flag(&mut self, flag: bool) {
        self.text(if flag { "true" } else { "false" });
    }

    /// Adds the `Display` form of `value`, which must need neither a guard nor quotation marks.
    pub fn display(&mut self, value: impl std::fmt::Display) {
        let mut failure = None;
        self.put(|scratch| failure = write!(scratch, "{value}").err());
        if let Some(error) = failure {
            self.failure.get_or_insert(error.into());
        }
    }

    /// Ends the row.
    ///
    /// # Errors
    /// If a cell or the row could not be written, or the number of cells differs from that of the header.
    pub fn end_row(&mut self) -> Result<(), ExportError> {
        let ended = self.csv.write_record(None::<&[u8]>);
        self.place = (self.place.0 + 1, 0);
        self.failure.take().map_or(ended, Err).map_err(|error| ExportError::write(&self.file, cause(error)))
    }

    /// Flushes the output. Returns a line about cells that a spreadsheet would cut off, if there are any.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn finish(mut self) -> Result<Option<String>, ExportError> {
        self.csv.flush().map_err(|error| ExportError::write(&self.file, error))?;
        let mut out = self.csv.into_inner().map_err(|error| ExportError::write(&self.file, error.into_error()))?;
        out.flush().map_err(|error| ExportError::write(&self.file, error))?;
        Ok(self.long.told(&self.file, &self.header))
    }

    /// Adds the cell whose bytes `write` produces.
    fn put(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.scratch.clear();
        write(&mut self.scratch);
        if let Err(error) = self.csv.write_field(&self.scratch) {
            self.failure.get_or_insert(error);
        }
        self.place.1 += 1;
    }
}

/// The underlying error of the output, so that a broken pipe is recognised.
fn cause(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

impl std::fmt::Debug for TableWriter<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TableWriter({})", self.file)
    }
}
