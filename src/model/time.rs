//! Defines [`Timestamp`]. The core never reads the clock: every time is passed in.

use jiff::Timestamp as Instant;
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00Z. Written as RFC 3339 in UTC, to the second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Parses RFC 3339, such as `2026-02-04T09:30:00Z`.
    ///
    /// # Errors
    /// If the text is not in that form.
    pub fn parse(text: &str) -> Result<Self, String> {
        if let Some(moment) = usual(text) {
            return Ok(moment);
        }
        text.parse::<Instant>()
            .map(|t| Self(t.as_millisecond()))
            .map_err(|_| format!("“{text}” is not a time such as 2026-02-04T09:30:00Z"))
    }

    /// The time truncated to whole seconds, as in files.
    #[must_use]
    pub fn whole_seconds(self) -> Self {
        Self(self.0.div_euclid(1000) * 1000)
    }

    /// Milliseconds from `earlier` to this time; 0 if `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> u64 {
        u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0)
    }
}

/// Parses a time in the form that Dicta writes, `2026-02-04T09:30:00Z`, from 1970 to 2099; `None` for any other. A large set
/// has a million of them, and the general parser takes ten times as long.
fn usual(text: &str) -> Option<Timestamp> {
    let bytes: &[u8; 20] = text.as_bytes().try_into().ok()?;
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1, b'T', h0, h1, b':', i0, i1, b':', s0, s1, b'Z'] = *bytes else {
        return None;
    };
    let pair = |tens: u8, ones: u8| {
        (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| i64::from(tens - b'0') * 10 + i64::from(ones - b'0'))
    };
    let year = pair(y0, y1)? * 100 + pair(y2, y3)?;
    let (month, day, hour) = (pair(m0, m1)?, pair(d0, d1)?, pair(h0, h1)?);
    let (minute, second) = (pair(i0, i1)?, pair(s0, s1)?);
    // Days from 29 on and leap seconds are left to the general parser.
    let known = (1970..2100).contains(&year) && (1..=12).contains(&month) && (1..=28).contains(&day);
    if !known || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let days = days_before(year) + days_in_year_before(year, usize::try_from(month).ok()?) + day - 1;
    Some(Timestamp((((days * 24 + hour) * 60 + minute) * 60 + second) * 1000))
}

/// Days from 1970 to the start of a year, up to 2099; in this range every fourth year is a leap year.
fn days_before(year: i64) -> i64 {
    (year - 1970) * 365 + (year - 1969) / 4
}

fn days_in_year_before(year: i64, month: usize) -> i64 {
    const BEFORE: [i64; 13] = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    BEFORE.get(month).copied().unwrap_or(0) + i64::from(month > 2 && year % 4 == 0)
}

/// Year, month and day for a number of days since 1970; `None` outside 1970 to 2099.
fn civil(days: i64) -> Option<[i64; 3]> {
    let guess = 1970 + days / 366;
    let year = (guess..=guess + 1).rev().find(|&year| days_before(year) <= days).filter(|_| days >= 0)?;
    let in_year = days - days_before(year);
    let month = (1..=12).rev().find(|&month| days_in_year_before(year, month) <= in_year)?;
    let day = in_year - days_in_year_before(year, month) + 1;
    (year < 2100).then(|| [year, i64::try_from(month).unwrap_or(1), day])
}

impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let seconds = self.0.div_euclid(1000);
        if let Some([year, month, day]) = civil(seconds.div_euclid(86_400)) {
            let of_day = seconds.rem_euclid(86_400);
            let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
            let digit = |value: i64, place: i64| b'0' + u8::try_from(value / place % 10).unwrap_or(0);
            let pair = |value: i64| [digit(value, 10), digit(value, 1)];
            let ([y0, y1], [y2, y3]) = (pair(year / 100), pair(year % 100));
            let ([m0, m1], [d0, d1], [h0, h1]) = (pair(month), pair(day), pair(hour));
            let ([i0, i1], [s0, s1]) = (pair(minute), pair(second));
            let bytes = [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1, b'T', h0, h1, b':', i0, i1, b':', s0, s1, b'Z'];
            return f.write_str(std::str::from_utf8(&bytes).unwrap_or_default());
        }
        match Instant::from_second(seconds) {
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
        struct Moment;
        impl serde::de::Visitor<'_> for Moment {
            type Value = Timestamp;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Timestamp, E> {
                Timestamp::parse(text).map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Moment)
    }
}
