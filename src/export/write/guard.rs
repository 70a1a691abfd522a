//! Keeps a spreadsheet from running a cell as a formula, in a way that can be taken back.
//!
//! Quoting does not help: a spreadsheet looks at the cell after the quotes are gone. So a cell that begins with a sign
//! that could start a formula, or with `'`, gets a `'` in front; taking one leading `'` off gives every cell back.
//!
//! Unseen characters before the sign do not count: a program may drop control codes, bidi controls and zero-width characters
//! before it looks at the cell. Blanks do count: LibreOffice and Gnumeric read ` =1` as text.

use crate::text::hidden::hidden_at;

/// Whether a spreadsheet could take `cell` for a formula, or the guard of another cell for this one's.
#[must_use]
pub fn needs_guard(cell: &str) -> bool {
    let starts_formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n');
    let first_seen = || cell.chars().find(|&c| starts_formula(c) || hidden_at(c).is_none());
    cell.starts_with('\'') || first_seen().is_some_and(starts_formula)
}

/// The cell as a spreadsheet may safely read it.
#[must_use]
pub fn guard(cell: &str) -> String {
    if needs_guard(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell as it was before [`guard`].
#[must_use]
pub fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}
