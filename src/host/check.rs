//! Implements `dicta check`: writes a line for each notice of loading a set and for each broken invariant.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::import::say;
use super::lexicons::extended;
use crate::model::Severity;
use crate::model::check::ids::id_notes;
use crate::storage;

/// Checks all sets, even if one fails. Returns `true` if nothing is wrong.
///
/// # Errors
/// If a set cannot be opened, or `out` cannot be written; the reasons, in sentences.
pub fn check(sets: &[PathBuf], out: &mut dyn Write) -> Result<bool, String> {
    let results: Vec<Result<bool, String>> = sets.iter().map(|set| check_one(set, out)).collect();
    let unread: Vec<String> = results.iter().filter_map(|result| result.clone().err()).collect();
    if unread.is_empty() { Ok(results.into_iter().all(|result| result == Ok(true))) } else { Err(unread.join("\n")) }
}

/// Reads the set and writes a line for each finding. Changes nothing.
fn check_one(root: &Path, out: &mut dyn Write) -> Result<bool, String> {
    let storage::Opened { document, notices, lexicons } = storage::open(root).map_err(|error| error.to_string())?;
    let place = root.display();
    let mut is_well = true;
    for notice in notices {
        is_well &= notice.severity == Severity::Info;
        say(out, format_args!("{place}: {notice}"))?;
    }
    for wrong in extended(&lexicons).1 {
        is_well = false;
        say(out, format_args!("{place}: {wrong}"))?;
    }
    for breach in document.breaches() {
        is_well = false;
        say(out, format_args!("{place}: {breach}"))?;
    }
    // These ids are valid, so they do not count as findings.
    for note in id_notes(&document) {
        say(out, format_args!("{place}: {note}"))?;
    }
    Ok(is_well)
}
