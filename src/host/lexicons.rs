//! Parses the lexicon files of a set, which `storage` reads, for `suggest`.

use crate::storage::LexiconFile;
use crate::suggest::{LexiconError, Lexicons};

/// The lexicons, extended by those of a set, and an error for each file of the set that was skipped.
pub(super) fn extended(files: &[LexiconFile]) -> (Lexicons, Vec<LexiconError>) {
    let mut lexicons = Lexicons::default();
    let wrong = files.iter().filter_map(|held| lexicons.extend(&held.language, &held.file, &held.ron).err()).collect();
    (lexicons, wrong)
}
