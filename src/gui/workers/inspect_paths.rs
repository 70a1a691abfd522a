//! Finds out whether paths are a set, articles to import, or neither; for dialogs, drops and the command line alike.

use std::path::{Path, PathBuf};

use crate::storage;

/// What paths are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A set to open, and articles to import into it.
    Set { root: PathBuf, from: Vec<PathBuf>, problems: Vec<String> },
    /// Articles to import.
    Articles(Articles),
    /// A folder without articles, in which a set could be created.
    Empty(PathBuf),
    /// Neither; the reasons, in words.
    Nothing(Vec<String>),
}

/// The articles at some paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Articles {
    pub from: Vec<PathBuf>,
    /// Number of files.
    pub count: usize,
    /// Whether there are folders among the paths.
    pub has_folder: bool,
    /// Proposed folder of a new set: next to the originals, never among them.
    pub root: PathBuf,
    /// What could not be read, in words.
    pub problems: Vec<String>,
}

/// Finds out what `paths` are.
#[must_use]
pub fn inspect(paths: &[PathBuf]) -> Found {
    let (mut sets, mut from, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    let (mut count, mut has_folder) = (0, false);
    for path in paths {
        let path = real(path);
        if let Some(root) = set_root(&path) {
            sets.push(root);
            continue;
        }
        match storage::article_files(&path) {
            Ok(found) if found.files.is_empty() && !path.is_dir() => {
                problems.extend(found.left_out.iter().map(ToString::to_string));
            }
            Ok(found) if found.files.is_empty() => {
                if let [_] = paths {
                    return Found::Empty(path);
                }
                problems.push(format!("“{}” holds no text files (.txt, .md or .text)", path.display()));
            }
            Ok(found) => {
                count += found.files.len();
                // A file is listed as itself.
                has_folder |= found.files != [path.clone()];
                from.push(path);
            }
            Err(error) => problems.push(error.to_string()),
        }
    }
    let mut sets = sets.into_iter();
    if let Some(root) = sets.next() {
        problems.extend(sets.map(|other| format!("Only one set can be open at a time; “{}” was not opened", other.display())));
        return Found::Set { root, from, problems };
    }
    match from.first() {
        Some(first) => {
            let root = beside(first, !has_folder && from.len() > 1);
            Found::Articles(Articles { from, count, has_folder, root, problems })
        }
        None => Found::Nothing(problems),
    }
}

/// The canonical path.
fn real(path: &Path) -> PathBuf {
    let real = path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned());
    // Removes the prefix of Windows' extended-length paths.
    real.to_str()
        .and_then(|text| text.strip_prefix(r"\\?\"))
        .filter(|text| !text.starts_with("UNC"))
        .map_or(real.clone(), PathBuf::from)
}

/// The folder of the set, if the path is that folder or its `set.ron`.
fn set_root(path: &Path) -> Option<PathBuf> {
    if storage::is_set(path) {
        return Some(path.to_owned());
    }
    let parent = path.parent()?;
    (path.file_name()? == "set.ron" && storage::is_set(parent)).then(|| parent.to_owned())
}

/// A folder for a new set next to the first path, named after it or, for several files, after their folder.
fn beside(first: &Path, by_folder: bool) -> PathBuf {
    let parent = first.parent().unwrap_or(first);
    let name = if by_folder { parent.file_name() } else { first.file_stem() };
    let name = name.unwrap_or_default().to_string_lossy();
    let name = if name.is_empty() { "articles" } else { &name };
    parent.join(format!("{name}-set"))
}
