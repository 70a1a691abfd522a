//! Defines [`PartialDate`]: a calendar date whose day, or month and day, may be unknown.

use serde::{Deserialize, Serialize};

/// A date of which the day, or the month and the day, may be unknown: `2026`, `2026-02` or `2026-02-04`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate(String);

impl PartialDate {
    /// Parses an ISO 8601 date, complete or partial.
    ///
    /// # Errors
    /// If the text is not a date, or the day does not exist.
    pub fn parse(text: &str) -> Result<Self, String> {
        let whole = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.to_owned(),
        };
        let exact = whole.len() == 10 && whole.parse::<jiff::civil::Date>().is_ok();
        if exact {
            Ok(Self(text.to_owned()))
        } else {
            Err(format!("“{text}” is not a date; write 2026-02-04, 2026-02 or 2026"))
        }
    }

    /// The date in its written form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PartialDate {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text)
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.0
    }
}
