//! Defines [`Timestamp`], a moment that was passed in: the core never asks the clock.

use jiff::Timestamp as Instant;
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00Z. Written as RFC 3339 in UTC, to the second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Reads RFC 3339, such as `2026-02-04T09:30:00Z`.
    ///
    /// # Errors
    /// When the text is not a moment in that form.
    pub fn parse(text: &str) -> Result<Self, String> {
        text.parse::<Instant>()
            .map(|t| Self(t.as_millisecond()))
            .map_err(|_| format!("“{text}” is not a time such as 2026-02-04T09:30:00Z"))
    }

    /// The moment cut to whole seconds, as files hold it.
    #[must_use]
    pub fn whole_seconds(self) -> Self {
        Self(self.0.div_euclid(1000) * 1000)
    }

    /// Milliseconds from `earlier` to this moment; 0 when it is not earlier.
    #[must_use]
    pub fn since(self, earlier: Self) -> u64 {
        u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0)
    }
}

impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match Instant::from_second(self.0.div_euclid(1000)) {
            Ok(instant) => instant.fmt(f),
            Err(_) => f.write_str("1970-01-01T00:00:00Z"),
        }
    }
}

impl Serialize for Timestamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}
