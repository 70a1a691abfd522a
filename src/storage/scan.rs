//! Lists the files of a set, reports those that do not belong to it, and refuses links that lead out of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::error::{FileNotice, Place, StorageError};
use super::files::spelling::composed;
use super::files::unfinished::UNFINISHED;
use super::files::unsaved_copy::NOT_SAVED;
use crate::model::Severity;
use crate::model::{Annotator, ArticleId, Part};

/// The files that belong to one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleFiles {
    pub text: bool,
    pub record: bool,
    /// Why neither is read, if one is a link that leaves the set.
    pub refused: Option<String>,
    /// All annotators with a file for it, sorted.
    pub annotators: Vec<Annotator>,
}

/// The content of the folder of a set.
#[derive(Debug, Default)]
pub struct Listing {
    pub articles: BTreeMap<ArticleId, ArticleFiles>,
    /// Every annotator who has a folder, sorted.
    pub annotators: Vec<Annotator>,
    pub notices: Vec<FileNotice>,
    /// Layers whose file is a link that leaves the set.
    pub refused: Vec<(Part, String)>,
}

/// Lists the folders of the set without opening files.
///
/// # Errors
/// If the folder cannot be listed.
pub fn scan(root: &Path) -> Result<Listing, StorageError> {
    let mut listing = Listing::default();
    for entry in entries(root, root, "", &mut listing.notices)? {
        if entry.leaves_root && (entry.name == "articles" || entry.name == "annotations") {
            return Err(StorageError::LeavesRoot { file: entry.name });
        }
        let known = ["set.ron", "codebook.ron", "actors.ron", "articles", "annotations"].contains(&entry.name.as_str());
        let looks_ours = Path::new(&entry.name).extension().is_some_and(|e| e.eq_ignore_ascii_case("ron"));
        if !known && (looks_ours || entry.name.ends_with(UNFINISHED)) {
            listing.notices.push(stray(&entry.name));
        }
    }
    for entry in once(entries(root, &root.join("articles"), "articles/", &mut listing.notices)?, &mut listing.notices) {
        match article_name(&entry.name) {
            Some((id, is_text)) => {
                let files = listing.articles.entry(id).or_default();
                if entry.leaves_root {
                    files.refused = Some(leaves(&entry.shown));
                }
                *(if is_text { &mut files.text } else { &mut files.record }) = true;
            }
            None => note_stray(&mut listing.notices, &entry),
        }
    }
    let folders = entries(root, &root.join("annotations"), "annotations/", &mut listing.notices)?;
    for folder in once(folders, &mut listing.notices) {
        let annotator = match Annotator::parse(&folder.name) {
            Ok(annotator) if folder.is_folder && !folder.leaves_root => annotator,
            _ => {
                note_stray(&mut listing.notices, &folder);
                continue;
            }
        };
        let below = format!("annotations/{annotator}/");
        for entry in once(entries(root, &folder.path, &below, &mut listing.notices)?, &mut listing.notices) {
            match article_name(&entry.name) {
                Some((id, false)) if entry.leaves_root => {
                    listing.refused.push((Part::Layer(id, annotator.clone()), leaves(&entry.shown)));
                }
                Some((id, false)) => listing.articles.entry(id).or_default().annotators.push(annotator.clone()),
                _ => note_stray(&mut listing.notices, &entry),
            }
        }
        listing.annotators.push(annotator);
    }
    Ok(listing)
}

/// A file or folder of a set.
pub(super) struct Entry {
    pub name: String,
    /// Relative to the set, for messages.
    pub shown: String,
    path: std::path::PathBuf,
    pub is_folder: bool,
    pub leaves_root: bool,
}

/// The entries of a folder, sorted by name. Empty if the folder does not exist.
pub(super) fn entries(
    root: &Path,
    folder: &Path,
    shown: &str,
    notices: &mut Vec<FileNotice>,
) -> Result<Vec<Entry>, StorageError> {
    let listed = match fs::read_dir(folder) {
        Ok(listed) => listed,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && folder != root => return Ok(Vec::new()),
        Err(error) => return Err(StorageError::reading(folder, &error)),
    };
    let mut found = Vec::new();
    for entry in listed {
        let entry = entry.map_err(|error| StorageError::reading(folder, &error))?;
        let path = entry.path();
        let Ok(name) = entry.file_name().into_string() else {
            let place = Place::file(format!("{shown}{}", entry.file_name().to_string_lossy()));
            notices.push(FileNotice::new(Severity::Warning, place, "its name is not valid text, so it is ignored"));
            continue;
        };
        let kind = entry.file_type().map_err(|error| StorageError::reading(&path, &error))?;
        let leaves_root = kind.is_symlink() && !fs::canonicalize(&path).is_ok_and(|real| real.starts_with(root));
        let is_folder = if kind.is_symlink() { path.is_dir() } else { kind.is_dir() };
        found.push(Entry { shown: format!("{shown}{name}"), name, path, is_folder, leaves_root });
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// Removes entries whose names differ from another one only in their Unicode form: of several, the first in the composed form
/// is kept, and the others are reported.
fn once(entries: Vec<Entry>, notices: &mut Vec<FileNotice>) -> Vec<Entry> {
    if entries.iter().all(|entry| entry.name.is_ascii()) {
        return entries;
    }
    let mut chosen: BTreeMap<String, String> = BTreeMap::new();
    for entry in &entries {
        let name = composed(&entry.name);
        if entry.name == name || !chosen.contains_key(&name) {
            chosen.insert(name, entry.name.clone());
        }
    }
    let (kept, twice): (Vec<Entry>, Vec<Entry>) =
        entries.into_iter().partition(|entry| chosen.get(&composed(&entry.name)) == Some(&entry.name));
    let what = "there is another one of this name, which differs only in how its accents are stored; that one is read and this \
                one is not. Compare the two, bring what is missing into the other, then delete this one";
    notices.extend(twice.iter().map(|entry| FileNotice::new(Severity::Error, Place::file(&entry.shown), what)));
    kept
}

/// The article of a file name, and whether the file is its text; `None` for copies and other files.
fn article_name(name: &str) -> Option<(ArticleId, bool)> {
    let (stem, is_text) = match name.strip_suffix(".ron") {
        Some(stem) => (stem, false),
        None => (name.strip_suffix(".txt")?, true),
    };
    if is_conflict_copy(stem) {
        return None;
    }
    ArticleId::parse(stem).ok().map(|id| (id, is_text))
}

/// The marks that synchronisation programs add to the names of conflicting copies.
fn is_conflict_copy(stem: &str) -> bool {
    let lower = stem.to_lowercase();
    [".sync-conflict-", ".conflict", "_caseconflict_", "conflicted copy"].iter().any(|mark| lower.contains(mark))
}

pub(super) fn note_stray(notices: &mut Vec<FileNotice>, entry: &Entry) {
    if entry.leaves_root {
        notices.push(FileNotice::new(Severity::Error, Place::file(&entry.shown), leaves(&entry.shown)));
    } else if entry.name.ends_with(UNFINISHED) || !entry.name.starts_with('.') {
        notices.push(stray(&entry.shown));
    }
}

fn stray(shown: &str) -> FileNotice {
    let lower = shown.to_lowercase();
    let place = Place::file(shown);
    if lower.ends_with(UNFINISHED) {
        let text = "an unfinished file of a save that was cut short; the file it was to replace is whole. It is deleted when the \
                    set is next opened for writing and the program that made it has ended";
        return FileNotice::new(Severity::Info, place, text);
    }
    let text = if let Some((original, _)) = shown.split_once(NOT_SAVED) {
        let end = Path::new(shown).extension().unwrap_or_default().to_string_lossy();
        format!(
            "holds what Dicta could not save into “{}.{end}”, because another program had changed that file; this one is not \
             read. Bring what is missing into the other file, then delete this one",
            original.trim_end()
        )
    } else if is_conflict_copy(&lower) || shown.contains('(') {
        "looks like a second copy that another program made; it is not read. Compare it with the original, then delete it"
            .to_owned()
    } else {
        "does not belong to the set; it is not read".to_owned()
    };
    FileNotice::new(Severity::Warning, place, text)
}

pub(super) fn leaves(shown: &str) -> String {
    StorageError::LeavesRoot { file: shown.to_owned() }.without_file()
}
