//! Identifies the set at a path by the random id in its `set.ron`.

use std::hash::{BuildHasher as _, RandomState};
use std::path::{Path, PathBuf};

use super::error::StorageError;
use super::files::atomic::RON_LIMIT;
use super::load::must_read;
use super::reader::is_set;
use super::schema;
use crate::model::{Part, SetId};

/// Letters and digits that are not confused with each other.
const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Characters of an id; with 5 bits each, enough that no two sets get the same.
const LENGTH: usize = 20;
/// Maximum number of folders that are searched for a set that was moved.
const NEIGHBOURS: usize = 500;

/// A new random id. The randomness is that of the keys of the standard library's hash maps, which come from the system.
pub fn random_id() -> SetId {
    let mut bits = 0_u64;
    let sign = |at: usize| {
        if at.is_multiple_of(12) {
            bits = RandomState::new().hash_one(at);
        }
        // The first character is a letter.
        let of = if at == 0 { 24 } else { SIGNS.len() as u64 };
        let sign = SIGNS.get(usize::try_from(bits % of).unwrap_or_default()).copied().unwrap_or(b'a');
        bits /= of;
        char::from(sign)
    };
    let name: String = (0..LENGTH).map(sign).collect();
    SetId::parse(&name).unwrap_or_else(|_| SetId::least())
}

/// The id of the set at `root`; `None` if it was made by an older Dicta.
///
/// # Errors
/// If there is no set, or its `set.ron` cannot be read.
pub fn set_id(root: &Path) -> Result<Option<SetId>, StorageError> {
    let file = Part::Info.to_string();
    let bytes = must_read(root, &file, RON_LIMIT)?;
    Ok(schema::info::read(&bytes, &file)?.id)
}

/// Whether the set with that id is at `root`.
pub fn stands_at(root: &Path, id: &SetId) -> bool {
    is_set(root) && set_id(root).is_ok_and(|found| found.as_ref() == Some(id))
}

/// Searches the neighbouring folders for a set that is no longer at `root`.
pub fn find_beside(root: &Path, id: &SetId) -> Option<PathBuf> {
    let beside = std::fs::read_dir(root.parent()?).ok()?;
    beside.take(NEIGHBOURS).flatten().map(|entry| entry.path()).find(|path| path != root && stands_at(path, id))
}
