//! Reads what the lexicons of a set mean: storage knows their text, `suggest` their sense.

use crate::storage::LexiconFile;
use crate::suggest::{LexiconError, Lexicons};

/// The lexicons with what a set adds to them, and why some of its files were left aside.
pub(super) fn extended(files: &[LexiconFile]) -> (Lexicons, Vec<LexiconError>) {
    let mut lexicons = Lexicons::default();
    let wrong = files.iter().filter_map(|held| lexicons.extend(&held.language, &held.file, &held.ron).err()).collect();
    (lexicons, wrong)
}
