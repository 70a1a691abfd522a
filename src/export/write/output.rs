//! Defines [`Output`]: one table that is written, with the columns that the options select.

use std::io::{self, Write};

use super::writer::TableWriter;
use crate::export::{Column, ExportError, Named, Options, Table};

/// Opens the output for the file of that name.
pub type Open<'o, 'w> = &'o mut dyn FnMut(&str) -> io::Result<Box<dyn Write + 'w>>;

/// One table that is written. `C` is the function that writes one of its cells.
#[derive(Debug)]
pub struct Output<'w, C> {
    writer: TableWriter<'w>,
    columns: Vec<Column>,
    cells: Vec<C>,
}

impl<'w, C: Copy> Output<'w, C> {
    /// Opens a table; `None` if the options do not include it.
    ///
    /// # Errors
    /// If the output cannot be opened or written.
    pub fn open(
        table: Table,
        columns: &[(Column, C)],
        options: &Options,
        open: Open<'_, 'w>,
    ) -> Result<Option<Self>, ExportError> {
        if !options.tables.contains(&table) {
            return Ok(None);
        }
        let file = options.file_name(table);
        let out = open(&file).map_err(|error| ExportError::write(&file, error))?;
        let (columns, cells) = columns.iter().filter(|(column, _)| options.wants(column.when)).copied().unzip();
        Ok(Some(Self { writer: TableWriter::new(file, out, options.delimiter, options.profile)?, columns, cells }))
    }

    /// Writes the header. Must be called before any row.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn header(&mut self, named: Named<'_>) -> Result<(), ExportError> {
        self.writer.header(&self.columns, named)
    }

    /// Writes one row.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn row<R>(&mut self, row: &R) -> Result<(), ExportError>
    where
        C: Fn(&R, &mut TableWriter<'w>),
    {
        self.cells.iter().for_each(|cell| cell(row, &mut self.writer));
        self.writer.end_row()
    }

    /// Flushes the output. Adds a line to `notices` if there are cells that a spreadsheet would cut off.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn finish(self, notices: &mut Vec<String>) -> Result<(), ExportError> {
        notices.extend(self.writer.finish()?);
        Ok(())
    }
}
