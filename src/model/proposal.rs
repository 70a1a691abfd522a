//! Proposes an article's metadata from its text, for a person to confirm. The text is not changed.

use super::{Metadata, PartialDate};
use crate::text::language;

/// Maximum length of a first line that is taken for a title, in characters.
const LONGEST_TITLE: usize = 120;

/// The metadata found in `text`: its language, and title and date from its first line. Fields that were not found are empty.
///
/// A first line such as `date 2026-02-04 Title` has both. Otherwise a short first line without a full stop, followed by a
/// blank line, is the title.
#[must_use]
pub fn proposed(text: &str) -> Metadata {
    let language = language::guess(text).unwrap_or_default().to_owned();
    let (published, title) = match dated_header(text.lines().next().unwrap_or_default()) {
        Some((date, title)) => (Some(date), title),
        None => (None, bare_title(text).unwrap_or_default()),
    };
    Metadata { title: title.to_owned(), published, language, ..Metadata::default() }
}

/// Parses `date 2026-02-04 Title`, with or without a space before it.
fn dated_header(line: &str) -> Option<(PartialDate, &str)> {
    let rest = line.strip_prefix(' ').unwrap_or(line).strip_prefix("date ")?;
    let (date, title) = rest.split_once(' ')?;
    let date = PartialDate::parse(date).ok().filter(|date| date.as_str().len() == "2026-02-04".len())?;
    let title = title.trim();
    (!title.is_empty()).then_some((date, title))
}

fn bare_title(text: &str) -> Option<&str> {
    let mut lines = text.lines();
    let title = lines.next()?.trim();
    let blank_line_follows = lines.next().is_some_and(|line| line.trim().is_empty());
    let is_short = title.chars().nth(LONGEST_TITLE).is_none();
    (blank_line_follows && is_short && !title.is_empty() && !title.ends_with('.')).then_some(title)
}
