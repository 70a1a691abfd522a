//! Opens a set for a session: locks it, reads it, and applies edits that a crash left in the journal.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::lexicons::extended;
use super::set_keeper::SetKeeper;
use crate::edit::History;
use crate::model::{About, ArticleId, Document, Part, SetId, Severity};
use crate::session::Access;
use crate::storage::files::fs::{Disk, Fs};
use crate::storage::{self, FileNotice, Journal, JournalPlace, LexiconFile, LockError, SetLock};
use crate::suggest::Lexicons;

/// Maximum number of notices that are shown one by one; the others are only counted.
const SHOWN: usize = 6;

/// An opened set, ready for a session.
#[derive(Debug)]
pub struct Opened {
    pub root: PathBuf,
    /// The id in the set's files; `None` if it has none there yet.
    pub stored_id: Option<SetId>,
    /// The content of the files, with the edits from the journal applied.
    pub document: Document,
    pub history: History,
    pub access: Access,
    /// Whether the document has edits from the journal that are not in the files yet.
    pub unsaved: bool,
    /// `None` if the set may only be read.
    pub keep: Option<SetKeeper>,
    /// Messages about the set, for a person.
    pub notices: Vec<String>,
    /// Lexicons used to find the suggestions.
    pub lexicons: Arc<Lexicons>,
    /// The lexicon files of the set, as they were read.
    pub lexicon_files: Arc<Vec<LexiconFile>>,
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

/// Opens the set at `root`. Locks and journals are kept in `state_dir`.
///
/// A set that is open in another window, or that cannot be written, is opened for reading only, with the reason.
///
/// # Errors
/// If the folder is not a set or cannot be read; the reason, as a sentence.
pub fn open(root: &Path, state_dir: &Path, progress: &dyn Fn(usize, usize)) -> Result<Opened, String> {
    open_on(&Disks::default(), root, state_dir, progress)
}

/// Like [`open`], writing through these file systems.
///
/// # Errors
/// As [`open`].
pub fn open_on(disks: &Disks, root: &Path, state_dir: &Path, progress: &dyn Fn(usize, usize)) -> Result<Opened, String> {
    // The lock comes first, so that the files do not change while they are read.
    let lock = SetLock::acquire(&state_dir.join("locks"), root);
    let storage::Opened { document, notices, lexicons } =
        storage::open_with(root, progress).map_err(|error| error.to_string())?;
    let lexicon_files = lexicons;
    let (lexicons, wrong) = extended(&lexicon_files);
    let (alone, notices): (Vec<_>, Vec<_>) = notices
        .into_iter()
        .filter(|n| n.severity != Severity::Info)
        .partition(|n| text_of(n).is_some_and(|id| document.article(&id).is_none()));
    let mut opened = Opened {
        root: root.to_owned(),
        stored_id: document.info.id.clone(),
        document,
        history: History::default(),
        access: Access::ReadWrite,
        unsaved: false,
        keep: None,
        // Lexicon errors first: their only other symptom is missing suggestions.
        notices: wrong.iter().map(ToString::to_string).chain(notices.iter().map(ToString::to_string)).collect(),
        lexicons: Arc::new(lexicons),
        lexicon_files: Arc::new(lexicon_files),
    };
    let journals = state_dir.join("journal");
    let place = JournalPlace::find(&journals, root, opened.document.info.id.as_ref());
    let kept = match (lock, &place) {
        (Ok(lock), Ok(place)) => opened.take_journal(lock, place.clone(), disks),
        (Err(error), _) => Err(error.into()),
        (_, Err(error)) => Err(error.to_string().into()),
    };
    if let Err(reason) = kept {
        opened.look_into_journal(place.ok().as_ref(), &reason);
        let (Reason::Held(reason) | Reason::Other(reason)) = reason;
        opened.notices.insert(0, format!("This set is open for reading only: {reason}"));
        opened.access = Access::ReadOnly(reason);
    }
    // An interrupted save leaves a text without its record; the journal may have restored the article.
    let still_alone = alone.iter().filter(|n| text_of(n).is_some_and(|id| opened.document.article(&id).is_none()));
    opened.notices.extend(still_alone.map(ToString::to_string));
    // Breaches about words were reported when the words were located.
    let breaches = opened.document.breaches().into_iter().filter(|breach| breach.about == About::Content);
    opened.notices.extend(breaches.map(|breach| breach.to_string()));
    shorten(&mut opened.notices);
    Ok(opened)
}

/// Creates a set at `root`, titled after the folder, if there is none yet.
///
/// # Errors
/// If the folder holds other files of these names or cannot be written; the reason, as a sentence.
pub fn create(root: &Path) -> Result<(), String> {
    if storage::is_set(root) {
        return Ok(());
    }
    storage::create(root, &title_of(root)).map(|_| ()).map_err(|error| error.to_string())
}

/// A title made from the name of the folder.
fn title_of(root: &Path) -> String {
    let name = root.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let words = name.strip_suffix("-set").unwrap_or(&name).replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    letters.next().map_or(name.clone(), |first| first.to_uppercase().chain(letters).collect())
}

/// Why a set is open for reading only.
enum Reason {
    /// Another window has it open, which will save what is in the journal.
    Held(String),
    Other(String),
}

impl From<String> for Reason {
    fn from(reason: String) -> Self {
        Self::Other(reason)
    }
}

impl From<LockError> for Reason {
    fn from(error: LockError) -> Self {
        match error {
            LockError::Held { .. } => {
                let text = "it is open in another window. Close it there and open it here again to change it";
                Self::Held(text.to_owned())
            }
            LockError::HeldElsewhere { .. } => Self::Held(error.to_string()),
            LockError::Storage(error) => Self::Other(error.to_string()),
        }
    }
}

impl Opened {
    fn take_journal(&mut self, lock: SetLock, place: JournalPlace, disks: &Disks) -> Result<(), Reason> {
        lock.claim(&place.id)?;
        storage::is_writable(&self.root)?;
        let (journal, mut contents) = Journal::open_at(place, &disks.journal).map_err(|error| error.to_string())?;
        let on_disk = Arc::new(self.document.clone());
        if self.document.info.id.is_none() && !self.document.damaged.contains_key(&Part::Info) {
            // It is written with the first change, so that a set that is only read is not modified.
            Arc::make_mut(&mut self.document.info).id = Some(journal.id().clone());
        }
        self.tell(&std::mem::take(&mut contents.notices));
        let recovery = storage::recover(&mut self.document, contents);
        if !recovery.conflicts.is_empty() {
            // The next save marks these entries as saved. If they cannot be copied, the set is opened all the same.
            let _ = journal.keep_unsaved();
        }
        self.keep = Some(SetKeeper::new(&self.root, on_disk, journal, lock, Arc::clone(&disks.files))?);
        match recovery.reapplied {
            0 => {}
            1 => self.notices.push("1 change that had not reached the files was put back".to_owned()),
            n => self.notices.push(format!("{n} changes that had not reached the files were put back")),
        }
        self.notices.extend(recovery.conflicts.iter().map(ToString::to_string));
        self.history = recovery.history;
        self.unsaved = recovery.reapplied > 0;
        Ok(())
    }

    /// Applies the journal of a set that may only be read, without taking it over.
    fn look_into_journal(&mut self, place: Option<&JournalPlace>, reason: &Reason) {
        let Some(contents) = place.map(JournalPlace::peek) else { return };
        let mut contents = match contents {
            Ok(contents) => contents,
            Err(error) => {
                self.notices.push(error.to_string());
                return;
            }
        };
        let is_held = matches!(reason, Reason::Held(_));
        if !is_held {
            self.tell(&std::mem::take(&mut contents.notices));
        }
        let recovery = storage::recover(&mut self.document, contents);
        match recovery.reapplied {
            _ if is_held => {}
            0 => {}
            1 => self
                .notices
                .push("1 change waits in the journal; it is shown, and is saved when the set can be written".to_owned()),
            n => self
                .notices
                .push(format!("{n} changes wait in the journal; they are shown, and are saved when the set can be written")),
        }
        self.notices.extend(recovery.conflicts.iter().filter(|_| !is_held).map(ToString::to_string));
    }

    fn tell(&mut self, notices: &[FileNotice]) {
        self.notices.extend(notices.iter().filter(|notice| notice.severity != Severity::Info).map(ToString::to_string));
    }
}

/// The article whose text file the notice is about.
fn text_of(notice: &FileNotice) -> Option<ArticleId> {
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
