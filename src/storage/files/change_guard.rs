//! Defines [`ChangeGuard`], which writes or deletes a file of the set only if it was not changed outside Dicta.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::atomic::{self, RON_LIMIT};
use super::fingerprint::{Fingerprint, fingerprint};
use super::fs::Fs;
use super::private::FolderId;
use super::spelling::Spelling;
use super::unsaved_copy::copy_path;
use crate::model::{Document, Part};
use crate::storage::error::StorageError;
use crate::storage::load::read_error;
use crate::storage::{identity, schema};

/// Remembers the content of the files it has read and written, so that changes by others are never overwritten.
#[derive(Debug)]
pub struct ChangeGuard {
    root: PathBuf,
    /// Distinguishes the root from another folder at the same path.
    folder: FolderId,
    fs: Arc<dyn Fs>,
    /// The expected contents of each file: what was last read or written, and what a write may have left that failed late.
    seen: BTreeMap<String, Vec<Fingerprint>>,
    /// The copies next to files that were changed outside Dicta.
    copies: BTreeMap<String, (PathBuf, Fingerprint)>,
    /// Files in whose folder there are changes that the disk has not confirmed.
    unsettled: BTreeSet<PathBuf>,
    /// Names that the disk spells in another Unicode form than the ids.
    spelling: Spelling,
}

impl ChangeGuard {
    /// A guard that has seen no files.
    ///
    /// # Errors
    /// If the folder of the set does not exist.
    pub fn new(root: &Path, fs: Arc<dyn Fs>) -> Result<Self, StorageError> {
        let root = fs.real_path(root).map_err(|error| StorageError::reading(root, &error))?;
        let folder = FolderId::of(&root);
        Ok(Self {
            root,
            folder,
            fs,
            seen: BTreeMap::new(),
            copies: BTreeMap::new(),
            unsettled: BTreeSet::new(),
            spelling: Spelling::default(),
        })
    }

    /// Checks that the folder still exists and still holds the set that was read, so that nothing is written into an empty
    /// folder or another set. `next` is the document that is about to be saved.
    ///
    /// # Errors
    /// If it is gone, holds another set, or cannot be read.
    pub fn check_set(&self, read: &Document, next: &Document) -> Result<(), StorageError> {
        let file = Part::Info.to_string();
        let path = self.root.join(&file);
        let gone = || {
            let id = read.info.id.as_ref().or(next.info.id.as_ref());
            let moved_to = id.and_then(|id| identity::find_beside(&self.root, id));
            StorageError::SetGone { root: self.root.clone(), moved_to }
        };
        let bytes = match self.fs.read(&path, RON_LIMIT) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Err(gone()),
            Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => return Err(gone()),
            Err(error) => return Err(read_error(&path, RON_LIMIT, &error)),
        };
        if read.damaged.contains_key(&Part::Info) {
            return Ok(());
        }
        let found = schema::info::read(&bytes, &file)?;
        let is_same = match &found.id {
            // A save that failed later may have written `next`.
            Some(id) => read.info.id.as_ref() == Some(id) || (read.info.id.is_none() && next.info.id.as_ref() == Some(id)),
            None => read.info.id.is_none() && (found == *read.info || self.folder.is_same(&self.root)),
        };
        if is_same { Ok(()) } else { Err(StorageError::NotThisSet { root: self.root.clone() }) }
    }

    /// Checks that a file on which others depend still exists.
    ///
    /// # Errors
    /// If it is gone.
    pub fn check_there(&mut self, file: &str) -> Result<(), StorageError> {
        let path = self.resolve(file)?;
        match self.fs.read(&path, 0) {
            Ok(None) => Err(StorageError::ArticleGone { file: file.to_owned() }),
            // The content does not matter.
            _ => Ok(()),
        }
    }

    /// Makes the folder of a file, but never the set's own folder.
    fn make_folder(&mut self, path: &Path) -> Result<(), StorageError> {
        let Some(folder) = path.parent().filter(|folder| *folder != self.root) else { return Ok(()) };
        if self.fs.real_path(folder).is_ok() {
            return Ok(());
        }
        self.make_folder(folder)?;
        let failed = |error: &std::io::Error| StorageError::writing(folder, "make the folder", error);
        self.fs.make_folder(folder).map_err(|error| failed(&error))?;
        // The folder must be as durable as its files; it is deleted so that the next save tries again.
        let parent = folder.parent().unwrap_or(&self.root);
        self.fs.sync_folder(parent).map_err(|error| {
            let _ = self.fs.remove_folder(folder);
            failed(&error)
        })
    }

    /// Replaces the content of a file with `bytes`. Returns whether anything had to be written.
    ///
    /// # Errors
    /// If the disk fails or the file was changed outside Dicta; the file is then unchanged.
    pub fn write(&mut self, file: &str, bytes: &[u8], is_known: &dyn Fn(&[u8]) -> bool) -> Result<bool, StorageError> {
        let path = self.resolve(file)?;
        if bytes.len() as u64 > RON_LIMIT {
            // It could not be read again.
            return Err(StorageError::TooLarge { file: path, size: bytes.len() as u64, limit: RON_LIMIT });
        }
        let new = fingerprint(bytes);
        let fs = Arc::clone(&self.fs);
        if self.current(&path)?.is_some_and(|current| current == bytes) {
            self.seen.insert(file.to_owned(), vec![new]);
            self.unsettled.insert(path);
            return Ok(false);
        }
        self.make_folder(&path)?;
        let prepared = atomic::prepare(fs.as_ref(), &path, bytes)?;
        // Checked as shortly before the rename as possible.
        match self.verify(file, &path, is_known) {
            Ok(true) => {}
            Ok(false) => {
                prepared.discard(fs.as_ref());
                return Err(self.keep_copy(file, &path, bytes));
            }
            Err(error) => {
                prepared.discard(fs.as_ref());
                return Err(error);
            }
        }
        self.seen.entry(file.to_owned()).or_default().push(new);
        prepared.publish(fs.as_ref())?;
        self.seen.insert(file.to_owned(), vec![new]);
        self.unsettled.insert(path);
        Ok(true)
    }

    /// Deletes a file. Returns whether it existed.
    ///
    /// # Errors
    /// If the disk fails or the file was changed outside Dicta; the file is then unchanged.
    pub fn remove(&mut self, file: &str, is_known: &dyn Fn(&[u8]) -> bool) -> Result<bool, StorageError> {
        let path = self.resolve(file)?;
        if self.current(&path)?.is_none() {
            self.unsettled.insert(path);
            return Ok(false);
        }
        if !self.verify(file, &path, is_known)? {
            return Err(StorageError::ChangedOutside { file: file.to_owned(), copy: None });
        }
        self.fs.remove(&path).map_err(|error| StorageError::writing(&path, "delete the file", &error))?;
        self.seen.remove(file);
        self.unsettled.insert(path);
        Ok(true)
    }

    /// Waits until the disk confirms all changes since the last call. Returns whether it did.
    pub fn settle(&mut self, errors: &mut Vec<StorageError>) -> bool {
        let mut folders = BTreeSet::new();
        let mut left = BTreeSet::new();
        for path in std::mem::take(&mut self.unsettled) {
            let folder = path.parent().map(Path::to_owned).unwrap_or_default();
            if folders.contains(&folder) {
                continue;
            }
            match atomic::settle(self.fs.as_ref(), &path) {
                Ok(()) => {
                    folders.insert(folder);
                }
                Err(error) => {
                    errors.push(error);
                    left.insert(path);
                }
            }
        }
        self.unsettled = left;
        self.unsettled.is_empty()
    }

    fn current(&self, path: &Path) -> Result<Option<Vec<u8>>, StorageError> {
        self.fs.read(path, RON_LIMIT).map_err(|error| read_error(path, RON_LIMIT, &error))
    }

    /// Whether the file is missing or unchanged since Dicta last saw it.
    fn verify(&mut self, file: &str, path: &Path, is_known: &dyn Fn(&[u8]) -> bool) -> Result<bool, StorageError> {
        let Some(current) = self.current(path)? else { return Ok(true) };
        let now = fingerprint(&current);
        if self.seen.get(file).is_some_and(|seen| seen.contains(&now)) {
            return Ok(true);
        }
        let known = !self.seen.contains_key(file) && is_known(&current);
        if known {
            self.seen.insert(file.to_owned(), vec![now]);
        }
        Ok(known)
    }

    /// Writes what could not be saved next to the file that was changed outside; once for the same content.
    fn keep_copy(&mut self, file: &str, path: &Path, bytes: &[u8]) -> StorageError {
        let new = fingerprint(bytes);
        let error = |copy: Option<PathBuf>| StorageError::ChangedOutside { file: file.to_owned(), copy };
        let copy = match self.copies.get(file) {
            Some((copy, held)) if *held == new => return error(Some(copy.clone())),
            Some((copy, _)) => copy.clone(),
            None => {
                let free =
                    (1..100).map(|n| copy_path(path, n)).find(|copy| self.fs.read(copy, 0).is_ok_and(|there| there.is_none()));
                let Some(free) = free else { return error(None) };
                free
            }
        };
        let fs = self.fs.as_ref();
        let kept =
            atomic::prepare(fs, &copy, bytes).and_then(|prepared| prepared.publish(fs)).and_then(|()| atomic::settle(fs, &copy));
        match kept {
            Ok(()) => {
                self.copies.insert(file.to_owned(), (copy.clone(), new));
                error(Some(copy))
            }
            Err(reason) => StorageError::Several(vec![error(None), reason]),
        }
    }

    /// The path of a file of the set, with links resolved. An error if it is outside the set.
    fn resolve(&mut self, file: &str) -> Result<PathBuf, StorageError> {
        let mut path = self.root.clone();
        for name in file.split('/') {
            path = self.spelling.path(&path, name);
            match self.fs.real_path(&path) {
                Ok(real) if real.starts_with(&self.root) => path = real,
                Ok(_) => return Err(StorageError::LeavesRoot { file: file.to_owned() }),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(StorageError::reading(&path, &error)),
            }
        }
        Ok(path)
    }
}
