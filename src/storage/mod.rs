//! Sets on disk: schema, load, save, journal, lock. The only module that uses `std::fs`.
//!
//! Guarantees: a file is replaced completely or left unchanged; a save is acknowledged only after the disk has confirmed it;
//! a file that is damaged or was changed outside Dicta is never overwritten; what could not be saved is in the journal.

mod anchor;
pub mod articles;
pub mod error;
pub mod files;
mod format;
mod identity;
pub mod journal;
pub mod layers;
pub mod lexicons;
pub mod load;
pub mod open;
mod parts;
pub mod reader;
mod scan;
pub mod schema;
pub mod settings;
mod source;
pub mod writer;

pub use articles::{FoundFiles, LeftOut, WEB_PAGE, article_files, read_bytes};
pub use error::{FileNotice, Place, StorageError};
pub use files::lock::{LockError, SetLock, is_writable};
pub use files::log::{LOG_LIMIT, append_to_log};
pub use identity::set_id;
pub use journal::{Conflict, Contents, DiskWait, Journal, Place as JournalPlace, Recovery, recover};
pub use lexicons::{LexiconFile, write as write_lexicons};
pub use load::LoadedArticle;
pub use open::{Opened, create, open, open_with};
pub use reader::{SetReader, is_set};
pub use writer::{SaveReport, SetWriter};
