//! Defines [`LongCells`]: cells with more characters than a cell of a spreadsheet can hold.

/// Most UTF-16 units that Excel and files of its format keep of a cell.
pub const MOST: usize = 32_767;

/// The cells of one table that a spreadsheet cuts off, and where the first stands. Rows and columns count from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LongCells {
    count: usize,
    first: (usize, usize),
}

impl LongCells {
    /// Looks at one cell.
    pub fn look_at(&mut self, cell: &str, row: usize, column: usize) {
        // A text has at most as many units as bytes.
        if cell.len() > MOST && cell.encode_utf16().count() > MOST {
            if self.count == 0 {
                self.first = (row, column);
            }
            self.count += 1;
        }
    }

    /// What to tell about the table; `None` if nothing is cut off.
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
