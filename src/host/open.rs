//! Opens a set for a person: locks it, reads it, puts back what a crash left in the journal.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::keep::Keep;
use super::lexicons::extended;
use crate::edit::History;
use crate::model::{About, ArticleId, Document};
use crate::session::Access;
use crate::storage::fs::{Disk, Fs};
use crate::storage::{self, Journal, LockError, Notice, SetLock, Severity};
use crate::suggest::Lexicons;

/// Notices that are shown one by one; the rest are counted.
const SHOWN: usize = 6;

/// A set, ready for a session.
#[derive(Debug)]
pub struct Opened {
    pub root: PathBuf,
    /// As it was left, the journal included.
    pub document: Document,
    pub history: History,
    pub access: Access,
    /// The document holds edits from the journal that are not in the files yet.
    pub unsaved: bool,
    /// `None` if the set may only be read.
    pub keep: Option<Keep>,
    /// What a person should know, in words.
    pub notices: Vec<String>,
    /// Lexicons used to find the candidates.
    pub lexicons: Arc<Lexicons>,
}

/// The file systems through which an open set is written.
#[derive(Clone, Debug)]
pub struct Disks {
    pub journal: Arc<dyn Fs>,
    pub files: Arc<dyn Fs>,
}

impl Default for Disks {
    fn default() -> Self {
        Self { journal: Arc::new(Disk), files: Arc::new(Disk) }
    }
}

/// Opens the set at `root`; locks and journals stand below `state_dir`.
///
/// A set that another window has open, or that cannot be written, is opened for reading only, with the reason.
///
/// # Errors
/// When the folder is no set or cannot be read; the reason, in words.
pub fn open(root: &Path, state_dir: &Path, progress: &dyn Fn(usize, usize)) -> Result<Opened, String> {
    open_on(&Disks::default(), root, state_dir, progress)
}

/// Like [`open`], writing through these file systems.
///
/// # Errors
/// As [`open`].
pub fn open_on(disks: &Disks, root: &Path, state_dir: &Path, progress: &dyn Fn(usize, usize)) -> Result<Opened, String> {
    // The lock first: what is read after it cannot change under us.
    let lock = SetLock::acquire(&state_dir.join("locks"), root);
    let storage::Opened { document, notices, lexicons } =
        storage::open_with(root, progress).map_err(|error| error.to_string())?;
    let (lexicons, wrong) = extended(&lexicons);
    let (alone, notices): (Vec<_>, Vec<_>) = notices
        .into_iter()
        .filter(|n| n.severity != Severity::Info)
        .partition(|n| text_of(n).is_some_and(|id| document.article(&id).is_none()));
    let mut opened = Opened {
        root: root.to_owned(),
        document,
        history: History::default(),
        access: Access::ReadWrite,
        unsaved: false,
        keep: None,
        // First what would show by nothing but missing candidates.
        notices: wrong.iter().map(ToString::to_string).chain(notices.iter().map(ToString::to_string)).collect(),
        lexicons: Arc::new(lexicons),
    };
    let kept = match lock {
        Ok(lock) => storage::is_writable(root).and_then(|()| opened.take_journal(lock, state_dir, disks)),
        Err(LockError::Held { .. }) => {
            Err("it is open in another window. Close it there and open it here again to change it".to_owned())
        }
        Err(error) => Err(error.to_string()),
    };
    if let Err(reason) = kept {
        opened.notices.insert(0, format!("This set is open for reading only: {reason}"));
        opened.access = Access::ReadOnly(reason);
    }
    // A save that was cut short left a text without its record; the journal may have brought the article back.
    let still_alone = alone.iter().filter(|n| text_of(n).is_some_and(|id| opened.document.article(&id).is_none()));
    opened.notices.extend(still_alone.map(ToString::to_string));
    // What is wrong with words was told when they were placed.
    let breaches = opened.document.breaches().into_iter().filter(|breach| breach.about == About::Content);
    opened.notices.extend(breaches.map(|breach| breach.to_string()));
    shorten(&mut opened.notices);
    Ok(opened)
}

/// Makes a set at `root` when there is none yet, titled after the folder.
///
/// # Errors
/// When something is in the way or the disk refuses; the reason, in words.
pub fn create(root: &Path) -> Result<(), String> {
    if storage::is_set(root) {
        return Ok(());
    }
    storage::create(root, &title_of(root)).map(|_| ()).map_err(|error| error.to_string())
}

/// A title made of the folder's name.
fn title_of(root: &Path) -> String {
    let name = root.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let words = name.strip_suffix("-set").unwrap_or(&name).replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    letters.next().map_or(name.clone(), |first| first.to_uppercase().chain(letters).collect())
}

impl Opened {
    fn take_journal(&mut self, lock: SetLock, state_dir: &Path, disks: &Disks) -> Result<(), String> {
        let opened = Journal::open_with(&state_dir.join("journal"), &self.root, Arc::clone(&disks.journal));
        let (journal, records, notices) = opened.map_err(|error| error.to_string())?;
        let on_disk = Arc::new(self.document.clone());
        let keep = Keep::new(&self.root, on_disk, journal, lock, Arc::clone(&disks.files))?;
        let recovery = storage::recover(&mut self.document, records);
        self.notices.extend(notices.into_iter().filter(|n| n.severity != Severity::Info).map(|n| n.to_string()));
        match recovery.reapplied {
            0 => {}
            1 => self.notices.push("1 change that had not reached the files was put back".to_owned()),
            n => self.notices.push(format!("{n} changes that had not reached the files were put back")),
        }
        self.notices.extend(recovery.conflicts);
        self.history = recovery.history;
        self.unsaved = recovery.reapplied > 0;
        self.keep = Some(keep);
        Ok(())
    }
}

/// The article whose text file the notice is about.
fn text_of(notice: &Notice) -> Option<ArticleId> {
    let name = notice.place.file.strip_prefix("articles/")?.strip_suffix(".txt")?;
    ArticleId::parse(name).ok()
}

fn shorten(notices: &mut Vec<String>) {
    if notices.len() > SHOWN {
        let more = notices.len() - SHOWN;
        notices.truncate(SHOWN);
        notices.push(format!("{more} more notices about this set; “dicta check” lists them all"));
    }
}
