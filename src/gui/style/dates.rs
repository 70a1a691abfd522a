//! Formats dates: short in lists, long in details.

use crate::model::{PartialDate, Timestamp};

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

struct Parts<'d> {
    year: &'d str,
    month: Option<&'static str>,
    day: Option<u8>,
}

fn parts(iso: &str) -> Parts<'_> {
    let mut pieces = iso.split('-');
    let year = pieces.next().unwrap_or_default();
    let month = pieces.next().and_then(|m| m.parse::<usize>().ok()).and_then(|m| MONTHS.get(m.checked_sub(1)?)).copied();
    let day = pieces.next().and_then(|d| d.parse().ok());
    Parts { year, month, day }
}

/// `3 Feb`, `3 Feb 2025`, `Feb 2026`, `2026`. A full date in `usual_year` is shown without its year.
#[must_use]
pub fn short(date: &PartialDate, usual_year: &str) -> String {
    let Parts { year, month, day } = parts(date.as_str());
    let Some(month) = month.map(|m| m.get(..3).unwrap_or(m)) else { return year.to_owned() };
    match day {
        Some(day) if year == usual_year => format!("{day} {month}"),
        Some(day) => format!("{day} {month} {year}"),
        None => format!("{month} {year}"),
    }
}

/// `4 February 2026`, `February 2026`, `2026`.
#[must_use]
pub fn long(date: &PartialDate) -> String {
    let Parts { year, month, day } = parts(date.as_str());
    match (month, day) {
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        (None, _) => year.to_owned(),
    }
}

/// The year of a date, as written.
#[must_use]
pub fn year(date: &PartialDate) -> &str {
    parts(date.as_str()).year
}

/// `4 Feb 2026, 09:30 UTC`.
#[must_use]
pub fn moment(at: Timestamp) -> String {
    let text = at.to_string();
    let (Some(day), Some(clock)) = (text.get(..10), text.get(11..16)) else { return text };
    let Parts { year, month, day } = parts(day);
    let month = month.and_then(|m| m.get(..3)).unwrap_or_default();
    format!("{} {month} {year}, {clock} UTC", day.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).unwrap()
    }

    #[test]
    fn a_date_of_the_usual_year_goes_without_it() {
        assert_eq!(short(&date("2026-02-03"), "2026"), "3 Feb");
        assert_eq!(short(&date("2025-12-31"), "2026"), "31 Dec 2025");
    }

    #[test]
    fn a_partial_date_says_what_is_known() {
        assert_eq!(short(&date("2026-02"), "2026"), "Feb 2026");
        assert_eq!(short(&date("2026"), "2026"), "2026");
        assert_eq!(long(&date("2026-02-04")), "4 February 2026");
        assert_eq!(long(&date("2026-05")), "May 2026");
    }

    #[test]
    fn a_moment_is_written_to_the_minute() {
        assert_eq!(moment(Timestamp::parse("2026-02-04T09:30:59Z").unwrap()), "4 Feb 2026, 09:30 UTC");
    }
}
