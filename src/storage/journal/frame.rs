//! The bytes of a segment: a header with the format's version, then frames of length, checksum, kind, number, content.

use crc32fast::Hasher;

/// An entry of the journal.
pub const ENTRY: u8 = b'E';
/// A mark: every entry up to its number is in the files of the set.
pub const SAVED: u8 = b'S';
/// Version of the format that is written.
pub const VERSION: u32 = 2;

/// First bytes of a segment; then its checksum, so that a damaged version is not taken for a newer one.
const MAGIC: &[u8; 8] = b"DICTAJ2\n";
/// Of version 1; it has no checksum.
const OLD_MAGIC: &[u8; 8] = b"DICTAJ1\n";
/// Length and checksum.
const HEAD: usize = 8;
/// Kind and number.
const LEAST: usize = 9;

/// The version of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// The current version, also of an empty segment.
    Current,
    /// Version 1: entries are RON, each with the whole of what it changes.
    Old,
    Newer(u32),
    /// The header cannot be read.
    Unknown,
}

/// One frame whose checksum is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame<'b> {
    pub kind: u8,
    pub number: u64,
    pub content: &'b [u8],
}

/// Everything that can be read in a segment.
#[derive(Debug)]
pub struct Scan<'b> {
    pub version: Version,
    pub frames: Vec<Frame<'b>>,
    /// Bytes that belong to no frame.
    pub damaged: usize,
    /// Whether frames follow some of them.
    pub goes_on: bool,
}

/// The bytes at the start of a segment.
pub fn header() -> [u8; 12] {
    let mut header = [0; 12];
    let (magic, checksum) = header.split_at_mut(MAGIC.len());
    magic.copy_from_slice(MAGIC);
    checksum.copy_from_slice(&crc32fast::hash(MAGIC).to_le_bytes());
    header
}

/// The bytes of a frame.
///
/// # Errors
/// If the content is too long for one.
pub fn frame(kind: u8, number: u64, content: &[u8]) -> Result<Vec<u8>, String> {
    let length = u32::try_from(content.len() + LEAST).map_err(|_| "the change is larger than 4 GB".to_owned())?.to_le_bytes();
    let number = number.to_le_bytes();
    let checksum = checksum(&[&length, &[kind], &number, content]);
    Ok([&length[..], &checksum, &[kind], &number, content].concat())
}

/// Reads a segment. After damage, reading continues at the next bytes that are a valid frame.
pub fn scan(segment: &[u8]) -> Scan<'_> {
    let (version, mut rest) = version(segment);
    let mut scan = Scan { version, frames: Vec::new(), damaged: 0, goes_on: false };
    while !rest.is_empty() {
        if let Some((frame, after)) = first(rest) {
            scan.frames.push(frame);
            scan.goes_on |= scan.damaged > 0;
            rest = after;
        } else {
            scan.damaged += 1;
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    scan
}

fn version(segment: &[u8]) -> (Version, &[u8]) {
    if segment.is_empty() {
        return (Version::Current, segment);
    }
    if let Some(rest) = segment.strip_prefix(&header()) {
        return (Version::Current, rest);
    }
    if let Some(rest) = segment.strip_prefix(OLD_MAGIC) {
        return (Version::Old, rest);
    }
    let ours = segment.get(MAGIC.len()..).is_some_and(|rest| rest.starts_with(&crc32fast::hash(MAGIC).to_le_bytes()));
    match newer(segment) {
        Some((version, rest)) if !ours => (Version::Newer(version), rest),
        _ => (Version::Unknown, segment),
    }
}

fn newer(segment: &[u8]) -> Option<(u32, &[u8])> {
    let rest = segment.strip_prefix(b"DICTAJ")?;
    let end = rest.iter().take(10).position(|byte| *byte == b'\n')?;
    let (digits, rest) = rest.split_at_checked(end)?;
    let version = std::str::from_utf8(digits).ok()?.parse().ok()?;
    (version > VERSION).then_some((version, rest.get(1..).unwrap_or_default()))
}

fn first(bytes: &[u8]) -> Option<(Frame<'_>, &[u8])> {
    let (head, rest) = bytes.split_at_checked(HEAD)?;
    let (length, expected) = head.split_first_chunk::<4>()?;
    let size = u32::from_le_bytes(*length) as usize;
    // Checked first: after damage, there must not be a checksum of the whole segment for each of its bytes.
    if size < LEAST || size > rest.len() || !rest.first()?.is_ascii_uppercase() {
        return None;
    }
    let (payload, after) = rest.split_at_checked(size)?;
    if checksum(&[length, payload]) != expected {
        return None;
    }
    let (kind, payload) = payload.split_first()?;
    let (number, content) = payload.split_first_chunk::<8>()?;
    Some((Frame { kind: *kind, number: u64::from_le_bytes(*number), content }, after))
}

fn checksum(pieces: &[&[u8]]) -> [u8; 4] {
    let mut hasher = Hasher::new();
    for piece in pieces {
        hasher.update(piece);
    }
    hasher.finalize().to_le_bytes()
}
