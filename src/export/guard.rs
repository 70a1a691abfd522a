//! Keeps a spreadsheet from running a cell as a formula, in a way that can be taken back.
//!
//! Quoting does not help: a spreadsheet looks at the cell after the quotes are gone. So a cell that begins with a sign
//! that could start a formula, or with `'`, gets a `'` in front; taking one leading `'` off gives every cell back.

/// Whether a spreadsheet could take `cell` for a formula, or the guard of another cell for this one's.
#[must_use]
pub fn needs_guard(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', '\''])
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
