//! Defines [`LongCells`]: cells that are too long for a spreadsheet.

/// Maximum length of a cell in Excel and its file formats, in UTF-16 units.
pub const MOST: usize = 32_767;

/// The cells of one table that a spreadsheet would cut off: their number, and the place of the first. Rows and columns are
/// counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LongCells {
    count: usize,
    first: (usize, usize),
}

impl LongCells {
    /// Checks one cell.
    pub fn look_at(&mut self, cell: &str, row: usize, column: usize) {
        // A text has at most as many UTF-16 units as bytes.
        if cell.len() > MOST && cell.encode_utf16().count() > MOST {
            if self.count == 0 {
                self.first = (row, column);
            }
            self.count += 1;
        }
    }

    /// A notice about the table; `None` if no cell is too long.
    #[must_use]
    pub fn told(&self, file: &str, header: &[String]) -> Option<String> {
        let (row, column) = (self.first.0 + 1, header.get(self.first.1)?);
        let cells = match self.count {
            0 => return None,
            count => format!("cells with more than {MOST} characters: {count}, the first in row {row}"),
        };
        Some(format!(
            "{file}: {cells}, column {column}; a spreadsheet cuts them off, so read the file with another program to have all of them"
        ))
    }
}
