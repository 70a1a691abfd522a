//! Prevents a spreadsheet from running a cell as a formula, in a way that can be undone.
//!
//! Quoting does not help, because a spreadsheet removes the quotes first. So a cell that begins with a character that could
//! start a formula, or with `'`, gets a `'` in front; removing one leading `'` restores every cell.
//!
//! Invisible characters before it are ignored, because a program may drop control codes, bidi controls and zero-width
//! characters. Blanks are not ignored: LibreOffice and Gnumeric read ` =1` as text.

use crate::text::hidden::hidden_at;

/// Whether a spreadsheet could run `cell` as a formula, or `cell` begins like a guarded cell.
#[must_use]
pub fn needs_guard(cell: &str) -> bool {
    let starts_formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n');
    let first_seen = || cell.chars().find(|&c| starts_formula(c) || hidden_at(c).is_none());
    cell.starts_with('\'') || first_seen().is_some_and(starts_formula)
}

/// The cell, guarded if necessary.
#[must_use]
pub fn guard(cell: &str) -> String {
    if needs_guard(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell without its guard: the inverse of [`guard`].
#[must_use]
pub fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}
