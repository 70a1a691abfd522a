//! Defines [`Options`]: which tables and columns are written, and how.

use std::str::FromStr;

use super::write::dialect::{Delimiter, Profile, by_name};
use super::{Table, When};

/// The file format of tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    Csv,
    /// Tabs between cells; quoting as in CSV, because texts may contain tabs and line ends.
    Tsv,
}

/// Additional units of offsets; characters are always written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offsets {
    pub byte: bool,
    pub utf16: bool,
}

/// What is written, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// In the order of [`Table::ALL`], each once.
    pub tables: Vec<Table>,
    pub profile: Profile,
    pub format: Format,
    pub delimiter: Delimiter,
    pub offsets: Offsets,
    /// Characters of context on either side, at most.
    pub context_chars: usize,
    /// Whether `datapackage.json` is written too.
    pub package: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            tables: Table::ALL.to_vec(),
            profile: Profile::default(),
            format: Format::default(),
            delimiter: Delimiter::COMMA,
            offsets: Offsets::default(),
            context_chars: 40,
            package: true,
        }
    }
}

impl Options {
    /// Selects the tables in `named`; all if it is empty.
    #[must_use]
    pub fn with_tables(mut self, named: &[Table]) -> Self {
        self.tables = Table::ALL.into_iter().filter(|table| named.is_empty() || named.contains(table)).collect();
        self
    }

    /// Sets the format and the delimiter; `None` is the default of the format.
    ///
    /// # Errors
    /// If a delimiter other than the tab is given for TSV.
    pub fn with_format(mut self, format: Format, delimiter: Option<Delimiter>) -> Result<Self, String> {
        self.format = format;
        self.delimiter = match (format, delimiter) {
            (Format::Csv, given) => given.unwrap_or(Delimiter::COMMA),
            (Format::Tsv, None | Some(Delimiter::TAB)) => Delimiter::TAB,
            (Format::Tsv, Some(_)) => {
                return Err("--format tsv puts tabs between cells; leave out --delimiter, or use --format csv".to_owned());
            }
        };
        Ok(self)
    }

    /// The options for a stream such as standard output: one table, without `datapackage.json`.
    ///
    /// # Errors
    /// If not exactly one table is selected.
    pub fn for_stream(mut self) -> Result<Self, String> {
        self.package = false;
        match self.tables.as_slice() {
            [_] => Ok(self),
            _ => Err("standard output takes one table; name it, such as --table annotations".to_owned()),
        }
    }

    /// Whether columns of that kind are written.
    #[must_use]
    pub fn wants(&self, when: When) -> bool {
        match when {
            When::Always | When::EachAnnotator | When::EachArticle => true,
            When::Bytes => self.offsets.byte,
            When::Utf16 => self.offsets.utf16,
        }
    }

    /// Name of a table's file.
    #[must_use]
    pub fn file_name(&self, table: Table) -> String {
        format!("{}.{}", table.name(), self.format.as_str())
    }
}

impl Format {
    /// The name in arguments, and the extension of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Tsv => "tsv",
        }
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        by_name(text, [Self::Csv, Self::Tsv], Self::as_str)
    }
}

impl FromStr for Offsets {
    type Err = String;

    /// Parses units separated by commas: `byte`, `utf16`, and `char`, which is always included.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut offsets = Self::default();
        for unit in text.split(',') {
            match unit.trim() {
                "char" => {}
                "byte" => offsets.byte = true,
                "utf16" => offsets.utf16 = true,
                _ => return Err("write byte, utf16 or byte,utf16; characters are always there".to_owned()),
            }
        }
        Ok(offsets)
    }
}
