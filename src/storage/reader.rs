//! Defines [`SetReader`], which reads a set one article at a time, in the order of their ids, in little memory.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::{FileNotice, Place, StorageError};
use super::files::atomic::RON_LIMIT;
use super::files::linked::may_hold_links;
use super::load::{LoadedArticle, load_article, must_read};
use super::scan::{ArticleFiles, Listing, scan};
use super::schema;
use crate::model::Severity;
use crate::model::{Annotator, ArticleId, Codebook, Part, Register, SetInfo};
use crate::parallel;

/// Articles that are read before they are asked for, at most.
const AHEAD: usize = 128;

/// An open set whose articles are read on demand. It never writes.
///
/// ```
/// use dicta::storage::{self, SetReader};
///
/// # let folder = tempfile::tempdir()?;
/// let root = folder.path().join("talks");
/// storage::create(&root, "Talks")?;
///
/// let set = SetReader::open(&root)?;
/// assert_eq!(set.info.title, "Talks");
/// for loaded in set.articles() {
///     println!("{} layers", loaded.layers.len());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct SetReader {
    pub root: PathBuf,
    pub info: SetInfo,
    pub codebook: Codebook,
    pub register: Register,
    /// All annotators with a folder in the set, sorted, even if the folder is empty.
    pub annotators: Vec<Annotator>,
    /// Messages about the set as a whole; those about an article are in [`LoadedArticle`].
    pub notices: Vec<FileNotice>,
    /// Parts of the set as a whole that could not be read, with the reason.
    pub damaged: Vec<(Part, String)>,
    jobs: Arc<Vec<(ArticleId, ArticleFiles)>>,
}

impl SetReader {
    /// Opens the set at `root`: reads its info, codebook and register, and the names of its other files.
    ///
    /// # Errors
    /// If the folder is not a set, cannot be listed, or was written by a newer major version.
    pub fn open(root: &Path) -> Result<Self, StorageError> {
        let root = std::fs::canonicalize(root).map_err(|error| StorageError::reading(root, &error))?;
        check_folder(&root)?;
        if !is_set(&root) {
            return Err(StorageError::NotASet(root));
        }
        let Listing { articles, annotators, notices, refused } = scan(&root)?;
        let jobs = Arc::new(articles.into_iter().collect());
        let (info, codebook, register) = (SetInfo::default(), Codebook::default(), Register::default());
        let mut reader = Self { root, info, codebook, register, annotators, notices, damaged: Vec::new(), jobs };
        for (part, reason) in refused {
            reader.notices.push(FileNotice::new(Severity::Error, Place::file(part.to_string()), reason.clone()));
            reader.damaged.push((part, reason));
        }
        if let Some(info) = reader.part(&Part::Info, schema::info::read)? {
            reader.info = info;
        }
        if let Some(codebook) = reader.part(&Part::Codebook, schema::codebook::read)? {
            reader.codebook = codebook;
        }
        if let Some(register) = reader.part(&Part::Register, schema::register::read)? {
            reader.register = register;
        }
        Ok(reader)
    }

    /// Number of articles, including damaged ones.
    #[must_use]
    pub fn article_count(&self) -> usize {
        self.jobs.len()
    }

    /// Reads the articles on all cores, at most 128 before they are asked for. They come in the order of their ids.
    pub fn articles(&self) -> impl Iterator<Item = LoadedArticle> + use<> {
        self.articles_of(None)
    }

    /// Like [`Self::articles`], for the articles of `only` that the set has.
    pub fn articles_of(&self, only: Option<&BTreeSet<ArticleId>>) -> impl Iterator<Item = LoadedArticle> + use<> {
        let jobs = match only {
            None => Arc::clone(&self.jobs),
            Some(only) => Arc::new(self.jobs.iter().filter(|(id, _)| only.contains(id)).cloned().collect()),
        };
        let of_broken = Arc::clone(&jobs);
        // A fault in reading one article does not hide the others.
        let broken = move |at: usize| of_broken.get(at).map(|(id, files)| LoadedArticle::broken(id, files));
        self.each(jobs, load_article).enumerate().filter_map(move |(at, loaded)| loaded.or_else(|| broken(at)))
    }

    /// The articles that may hold links. Takes a tenth of the time that reading them takes.
    #[must_use]
    pub fn linked_articles(&self) -> BTreeSet<ArticleId> {
        let found = self.each(Arc::clone(&self.jobs), may_hold_links).map(|may| may.unwrap_or(true));
        self.jobs.iter().zip(found).filter(|(_, may)| *may).map(|((id, _), _)| id.clone()).collect()
    }

    /// The results of `job` for the files of each article; `None` for an article for which it panicked.
    fn each<R: Send + 'static>(
        &self,
        jobs: Arc<Vec<(ArticleId, ArticleFiles)>>,
        job: fn(&Path, &ArticleId, &ArticleFiles) -> R,
    ) -> impl Iterator<Item = Option<R>> + use<R> {
        let (root, count) = (self.root.clone(), jobs.len());
        let work = move |at: usize| jobs.get(at).map(|(id, files)| job(&root, id, files));
        parallel::ahead(count, AHEAD, work).map(Option::flatten)
    }

    fn part<T>(&mut self, part: &Part, read: fn(&[u8], &str) -> Result<T, StorageError>) -> Result<Option<T>, StorageError> {
        let file = part.to_string();
        let path = self.root.join(&file);
        let is_missing = std::fs::symlink_metadata(&path).is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound);
        if *part != Part::Info && is_missing {
            let text = "the file is missing; the set opens without it, and it is written when something in it changes";
            self.notices.push(FileNotice::new(Severity::Warning, Place::file(file), text));
            if *part == Part::Codebook {
                self.codebook = schema::codebook::default()?;
            }
            return Ok(None);
        }
        let leaves = path.is_symlink() && !std::fs::canonicalize(&path).is_ok_and(|real| real.starts_with(&self.root));
        let bytes =
            if leaves { Err(StorageError::LeavesRoot { file: file.clone() }) } else { must_read(&self.root, &file, RON_LIMIT) };
        let error = match bytes.and_then(|bytes| read(&bytes, &file)) {
            Ok(value) => return Ok(Some(value)),
            Err(error @ StorageError::Newer { .. }) if *part == Part::Info => return Err(error),
            Err(error) => error,
        };
        self.notices.push(FileNotice::unread(part, &error));
        self.damaged.push((part.clone(), error.without_file()));
        Ok(None)
    }
}

/// Checks that the path is a folder or does not exist.
///
/// # Errors
/// If there is a file, a pipe or the like.
pub(super) fn check_folder(root: &Path) -> Result<(), StorageError> {
    match std::fs::metadata(root) {
        Ok(metadata) if !metadata.is_dir() => {
            Err(StorageError::NotAFolder { root: root.to_owned(), is_file: metadata.is_file() })
        }
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Whether the folder holds an annotation set.
#[must_use]
pub fn is_set(root: &Path) -> bool {
    root.join(Part::Info.to_string()).is_file()
}
