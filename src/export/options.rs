//! Defines [`Options`]: what is written, and how, after the arguments have been checked against each other.

use std::str::FromStr;

use super::write::dialect::{Delimiter, Profile, by_name};
use super::{Table, When};

/// How a table is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    Csv,
    /// Tabs between cells; quoting as in CSV, since words may hold tabs and line ends.
    Tsv,
}

/// Units in which offsets are written besides characters.
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
    /// Limits the tables to those named; none named means all.
    #[must_use]
    pub fn with_tables(mut self, named: &[Table]) -> Self {
        self.tables = Table::ALL.into_iter().filter(|table| named.is_empty() || named.contains(table)).collect();
        self
    }

    /// Sets the format, and the sign between cells where it is not the format's own.
    ///
    /// # Errors
    /// When a sign is given for TSV, which has one.
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

    /// Prepares the one table for a stream such as standard output, without `datapackage.json`.
    ///
    /// # Errors
    /// When there is not exactly one table.
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
    /// As the argument and the file's ending write it.
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

    /// Reads units joined by commas: `byte`, `utf16`, and `char`, which is always there.
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
