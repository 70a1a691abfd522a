//! Quotes cells as RFC 4180 has it, and in files also those with blanks at an end, which readers such as data.table cut off
//! otherwise.

/// Whether the cell would be read as something else without quotation marks.
#[must_use]
pub fn must_be_quoted(cell: &str, delimiter: u8) -> bool {
    cell.bytes().any(|byte| byte == delimiter || matches!(byte, b'"' | b'\r' | b'\n'))
}

/// The same, and whether it begins or ends with a blank.
#[must_use]
pub fn is_quoted_in_files(cell: &str, delimiter: u8) -> bool {
    must_be_quoted(cell, delimiter) || cell.starts_with(char::is_whitespace) || cell.ends_with(char::is_whitespace)
}

/// Adds the cell to `out` with every quotation mark doubled.
pub fn push_doubled(out: &mut Vec<u8>, cell: &str) {
    for (at, part) in cell.split('"').enumerate() {
        if at > 0 {
            out.extend_from_slice(b"\"\"");
        }
        out.extend_from_slice(part.as_bytes());
    }
}
