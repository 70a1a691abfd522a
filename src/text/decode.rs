//! Decodes the bytes of a file into text: UTF-8 only, without byte order mark, line ends as `\n`, otherwise unchanged.

/// Bytes at the start of a file from which its kind is recognised, at most.
const HEAD: usize = 8192;

/// The text of a file and what was changed to get it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Never blank; lines end with `\n`. Not normalised, because the text as printed is evidence.
    pub text: String,
    /// Whether a byte order mark was removed.
    pub had_bom: bool,
    /// Whether some lines ended with `\r\n` or a lone `\r`.
    pub had_carriage_returns: bool,
}

/// Why the bytes could not be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    #[error("the file holds no text; choose a file with an article in it")]
    Empty,
    /// The bytes are in another Unicode encoding, named `encoding`.
    #[error("the file is {encoding}, not UTF-8; save it as UTF-8")]
    OtherUnicode { encoding: &'static str },
    #[error("this looks like a binary file, such as a PDF, a picture or a Word document; save its text as UTF-8")]
    Binary,
    /// `line` is counted from 1, `byte_offset` from 0 at the start of the file.
    #[error(
        "line {line} is not UTF-8 (byte {byte_offset} of the file); \
         it may be in an older encoding such as Windows-1252: save it as UTF-8"
    )]
    NotUtf8 { line: usize, byte_offset: usize },
}

/// Decodes the bytes of a file.
///
/// # Errors
/// If the bytes are not UTF-8, look like something other than text, or are all white space.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if let Some(encoding) = marked_encoding(bytes) {
        return Err(DecodeError::OtherUnicode { encoding });
    }
    if looks_like_utf16(bytes) {
        return Err(DecodeError::OtherUnicode { encoding: "UTF-16" });
    }
    if bytes.contains(&0) || has_binary_signature(bytes) {
        return Err(DecodeError::Binary);
    }
    let (had_bom, bytes_of_text) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => (true, rest),
        None => (false, bytes),
    };
    let text = std::str::from_utf8(bytes_of_text).map_err(|error| {
        let valid = bytes_of_text.get(..error.valid_up_to()).unwrap_or_default();
        let byte_offset = bytes.len() - bytes_of_text.len() + valid.len();
        if is_full_of_controls(bytes) {
            DecodeError::Binary
        } else {
            DecodeError::NotUtf8 { line: line_after(valid), byte_offset }
        }
    })?;
    if text.trim().is_empty() {
        return Err(DecodeError::Empty);
    }
    let had_carriage_returns = text.contains('\r');
    let text = if had_carriage_returns { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    Ok(Decoded { text, had_bom, had_carriage_returns })
}

/// The encoding that a byte order mark names, other than UTF-8.
fn marked_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Some("UTF-32"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some("UTF-16"),
        _ => None,
    }
}

/// Whether nearly every second byte is NUL: Latin letters in UTF-16 without a byte order mark.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let (mut even, mut odd) = (0, 0);
    for (i, _) in head.iter().enumerate().filter(|&(_, &byte)| byte == 0) {
        *(if i % 2 == 0 { &mut even } else { &mut odd }) += 1;
    }
    let (more, fewer) = (even.max(odd), even.min(odd));
    more >= 2 && more * 5 >= head.len() && fewer * 20 <= more
}

fn has_binary_signature(bytes: &[u8]) -> bool {
    const SIGNATURES: [&[u8]; 7] =
        [b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"\x1F\x8B", b"\xD0\xCF\x11\xE0"];
    SIGNATURES.iter().any(|signature| bytes.starts_with(signature))
}

/// Whether `head` has more control bytes than a text in any older encoding would.
fn is_full_of_controls(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let controls = head.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B)).count();
    controls * 20 > head.len()
}

/// The line, from 1, of the byte after `valid`. `\r\n`, `\n` and `\r` each end a line.
fn line_after(valid: &[u8]) -> usize {
    let mut line = 1;
    let mut previous = 0;
    for &byte in valid {
        if byte == b'\r' || (byte == b'\n' && previous != b'\r') {
            line += 1;
        }
        previous = byte;
    }
    line
}
