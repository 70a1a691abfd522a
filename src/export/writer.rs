//! Defines [`TableWriter`], which writes the cells of one table without allocating for each.

use std::io::{self, Write};

use super::guard::needs_guard;
use super::{Column, ExportError, Named, Options, Profile};

/// One table on its way out. Cells are added from left to right; the first failure is told at the end of the row.
pub struct TableWriter<'w> {
    file: String,
    csv: csv::Writer<Box<dyn Write + 'w>>,
    guard: bool,
    scratch: Vec<u8>,
    failure: Option<csv::Error>,
}

impl<'w> TableWriter<'w> {
    /// Writes the byte order mark, if the profile wants it, and the header.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn new(file: String, mut out: Box<dyn Write + 'w>, options: &Options) -> Result<Self, ExportError> {
        let guard = options.profile == Profile::Spreadsheet;
        if guard {
            out.write_all("\u{feff}".as_bytes()).map_err(|error| ExportError::write(&file, error))?;
        }
        let csv = csv::WriterBuilder::new()
            .delimiter(options.delimiter.byte())
            .terminator(csv::Terminator::CRLF)
            .buffer_capacity(1 << 16)
            .from_writer(out);
        Ok(Self { file, csv, guard, scratch: Vec::new(), failure: None })
    }

    /// Writes the names of the columns.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn header(&mut self, columns: &[Column], named: Named<'_>) -> Result<(), ExportError> {
        columns.iter().flat_map(|column| column.names(named)).for_each(|name| self.text(&name));
        self.end_row()
    }

    /// Adds a cell of text, guarded if the profile wants it. Empty means missing.
    pub fn text(&mut self, cell: &str) {
        if self.guard && needs_guard(cell) {
            self.scratch.clear();
            self.scratch.push(b'\'');
            self.scratch.extend_from_slice(cell.as_bytes());
            self.flush_scratch();
        } else if let Err(error) = self.csv.write_field(cell) {
            self.failure.get_or_insert(error);
        }
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

    /// Adds what `value` displays; for values that no spreadsheet takes for a formula.
    pub fn display(&mut self, value: impl std::fmt::Display) {
        self.scratch.clear();
        if let Err(error) = write!(self.scratch, "{value}") {
            self.failure.get_or_insert(error.into());
        }
        self.flush_scratch();
    }

    /// Ends the row.
    ///
    /// # Errors
    /// When a cell or the row could not be written, or the row has not as many cells as the header.
    pub fn end_row(&mut self) -> Result<(), ExportError> {
        let ended = self.csv.write_record(None::<&[u8]>);
        self.failure.take().map_or(ended, Err).map_err(|error| ExportError::write(&self.file, cause(error)))
    }

    /// Hands everything to the output.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(mut self) -> Result<(), ExportError> {
        self.csv.flush().map_err(|error| ExportError::write(&self.file, error))?;
        let mut out = self.csv.into_inner().map_err(|error| ExportError::write(&self.file, error.into_error()))?;
        out.flush().map_err(|error| ExportError::write(&self.file, error))
    }

    fn flush_scratch(&mut self) {
        if let Err(error) = self.csv.write_field(&self.scratch) {
            self.failure.get_or_insert(error);
        }
    }
}

/// The output's own error, so that a broken pipe is known as one.
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
