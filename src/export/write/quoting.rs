//! Quotes cells by RFC 4180, and in files also cells with a blank at either end, which readers such as data.table would
//! otherwise remove.

/// Whether the cell must be quoted by RFC 4180.
#[must_use]
pub fn must_be_quoted(cell: &str, delimiter: u8) -> bool {
    cell.bytes().any(|byte| byte == delimiter || matches!(byte, b'"' | b'\r' | b'\n'))
}

/// Whether the cell must be quoted by RFC 4180, or begins or ends with a blank.
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
