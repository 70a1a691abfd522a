//! Finds out what paths are: a set, articles to bring in, or nothing of use. The same for every way they come.

use std::path::{Path, PathBuf};

use crate::storage;

/// What paths turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A set to open, and articles to bring into it.
    Set { root: PathBuf, from: Vec<PathBuf>, problems: Vec<String> },
    /// Articles to bring in.
    Articles(Articles),
    /// A folder without articles, in which a set could be started.
    Empty(PathBuf),
    /// Nothing of use; why, in words.
    Nothing(Vec<String>),
}

/// Articles that paths stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Articles {
    pub from: Vec<PathBuf>,
    /// Number of files.
    pub count: usize,
    /// Folders are among the paths.
    pub has_folder: bool,
    /// Where a set for them could stand: beside the originals, never among them.
    pub root: PathBuf,
    /// What could not be read, in words.
    pub problems: Vec<String>,
}

/// Finds out what `paths` are.
#[must_use]
pub fn look(paths: &[PathBuf]) -> Found {
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
                // A file is given back as it is.
                has_folder |= found.files != [path.clone()];
                from.push(path);
            }
            Err(error) => problems.push(error.to_string()),
        }
    }
    let mut sets = sets.into_iter();
    if let Some(root) = sets.next() {
        problems.extend(sets.map(|other| format!("One set is open at a time; “{}” was left aside", other.display())));
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

/// The path by which the same folder is always known.
fn real(path: &Path) -> PathBuf {
    let real = path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned());
    // Windows' longer form, which people do not know.
    real.to_str()
        .and_then(|text| text.strip_prefix(r"\\?\"))
        .filter(|text| !text.starts_with("UNC"))
        .map_or(real.clone(), PathBuf::from)
}

/// The set's folder, when the path is it or the file at its head.
fn set_root(path: &Path) -> Option<PathBuf> {
    if storage::is_set(path) {
        return Some(path.to_owned());
    }
    let parent = path.parent()?;
    (path.file_name()? == "set.ron" && storage::is_set(parent)).then(|| parent.to_owned())
}

/// A folder for a new set, beside the first path; named after it, or for several files after their folder.
fn beside(first: &Path, by_folder: bool) -> PathBuf {
    let parent = first.parent().unwrap_or(first);
    let name = if by_folder { parent.file_name() } else { first.file_stem() };
    let name = name.unwrap_or_default().to_string_lossy();
    let name = if name.is_empty() { "articles" } else { &name };
    parent.join(format!("{name}-set"))
}
