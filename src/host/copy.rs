//! Saves a copy of an open set in another folder, for when its own folder cannot be written.

use std::path::Path;
use std::sync::Arc;

use crate::model::Document;
use crate::storage::{self, LexiconFile, SetWriter};

/// Writes `document` and the set's lexicons as a new set at `root`, reads it back and compares.
///
/// The original is not read again, because its disk may be failing. Parts that could not be read when the set was opened are
/// not in the copy.
///
/// # Errors
/// If the folder holds a set or other files of these names, cannot be written, or the copy does not read back as it was
/// written; the reason, as a sentence.
pub fn save_copy(root: &Path, document: &Document, lexicons: &[LexiconFile]) -> Result<(), String> {
    let empty = storage::create(root, &document.info.title).map_err(|error| error.to_string())?;
    // The copy is a new set with its own id; only the title and fields of newer versions are kept.
    let mut copy = document.clone();
    copy.info = Arc::clone(&empty.info);
    Arc::make_mut(&mut copy.info).unknown = document.info.unknown.clone();
    let copy = Arc::new(copy);
    let written = SetWriter::new(root, Arc::new(empty)).and_then(|mut writer| writer.save(&copy));
    written.map_err(|error| error.to_string())?;
    storage::write_lexicons(root, lexicons).map_err(|error| error.to_string())?;
    let storage::Opened { document: read, lexicons: read_lexicons, .. } =
        storage::open(root).map_err(|error| error.to_string())?;
    let same = read_lexicons == lexicons
        && read.articles == copy.articles
        && read.layers == copy.layers
        && read.register == copy.register
        && read.codebook == copy.codebook
        && read.info == copy.info;
    if same { Ok(()) } else { Err(format!("“{}” does not contain what was written; choose another disk", root.display())) }
}
