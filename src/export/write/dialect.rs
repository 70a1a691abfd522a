//! Defines [`Profile`] and [`Delimiter`]: how a table is written, whatever is in it.

use std::str::FromStr;

/// Who will read the tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// A person, in a spreadsheet: with byte order mark and formula guard.
    #[default]
    Spreadsheet,
    /// A program: no byte order mark, data unchanged.
    Machine,
}

/// The character between two cells: a comma, semicolon, vertical bar or tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delimiter(u8);

impl Profile {
    /// The name in arguments and in `datapackage.json`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Spreadsheet => "spreadsheet",
            Self::Machine => "machine",
        }
    }
}

impl Delimiter {
    pub const COMMA: Self = Self(b',');
    pub const TAB: Self = Self(b'\t');

    /// The delimiter as a byte of ASCII.
    #[must_use]
    pub fn byte(self) -> u8 {
        self.0
    }
}

impl FromStr for Profile {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        by_name(text, [Self::Spreadsheet, Self::Machine], Self::as_str)
    }
}

impl FromStr for Delimiter {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "," => Ok(Self::COMMA),
            ";" => Ok(Self(b';')),
            "|" => Ok(Self(b'|')),
            "\t" | "\\t" | "tab" => Ok(Self::TAB),
            _ => Err("write one of , ; | tab".to_owned()),
        }
    }
}

/// The one of `all` whose name is `text`.
///
/// # Errors
/// If there is none; the message lists the names.
pub(in crate::export) fn by_name<T: Copy, const N: usize>(
    text: &str,
    all: [T; N],
    name: fn(T) -> &'static str,
) -> Result<T, String> {
    let found = all.into_iter().find(|one| name(*one) == text);
    found.ok_or_else(|| format!("write {}", all.map(name).join(" or ")))
}
