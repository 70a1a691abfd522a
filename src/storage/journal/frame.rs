//! The records of a journal as bytes: length, checksum, kind, number, content.

use super::checksum::crc32;
use crate::edit::Entry;

/// First bytes of every segment.
pub const MAGIC: &[u8; 8] = b"DICTAJ1\n";

const ENTRY: u8 = b'E';
const SAVED: u8 = b'S';
/// Length and checksum.
const HEAD: usize = 8;

/// One record of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// One move of the document. Numbers rise by at least one.
    Entry { number: u64, entry: Entry },
    /// The files of the set hold every entry up to this number.
    Saved { through: u64 },
}

/// The bytes of an entry.
///
/// # Errors
/// When the entry cannot be written as RON, or is too long for a record.
pub fn entry(number: u64, entry: &Entry) -> Result<Vec<u8>, String> {
    let text = ron::to_string(entry).map_err(|error| error.to_string())?;
    frame(ENTRY, number, text.as_bytes())
}

/// The bytes of a saved mark.
///
/// # Errors
/// Never; it shares its type with [`entry`].
pub fn saved(through: u64) -> Result<Vec<u8>, String> {
    frame(SAVED, through, b"")
}

fn frame(kind: u8, number: u64, content: &[u8]) -> Result<Vec<u8>, String> {
    let length = u32::try_from(content.len() + 9).map_err(|_| "the edit is larger than 4 GB".to_owned())?.to_le_bytes();
    let number = number.to_le_bytes();
    let crc = crc32(&[&length, &[kind], &number, content]).to_le_bytes();
    Ok([&length[..], &crc, &[kind], &number, content].concat())
}

/// The records of a segment, and the bytes at its end that are none.
pub fn read(segment: &[u8]) -> (Vec<Record>, usize) {
    let mut records = Vec::new();
    let Some(mut rest) = segment.strip_prefix(MAGIC) else { return (records, segment.len()) };
    while let Some((record, after)) = first(rest) {
        records.push(record);
        rest = after;
    }
    (records, rest.len())
}

fn first(bytes: &[u8]) -> Option<(Record, &[u8])> {
    let (head, rest) = bytes.split_at_checked(HEAD)?;
    let (length, crc) = head.split_first_chunk::<4>()?;
    let (payload, after) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    if crc32(&[length, payload]).to_le_bytes() != crc {
        return None;
    }
    let (kind, payload) = payload.split_first()?;
    let (number, content) = payload.split_first_chunk::<8>()?;
    let number = u64::from_le_bytes(*number);
    match *kind {
        ENTRY => {
            let entry = ron::from_str(std::str::from_utf8(content).ok()?).ok()?;
            Some((Record::Entry { number, entry }, after))
        }
        SAVED => Some((Record::Saved { through: number }, after)),
        _ => None,
    }
}
