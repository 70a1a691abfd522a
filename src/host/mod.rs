//! What both programs need of the machine: folders, opening and writing sets, importing articles.
//!
//! Shared by the window and the commands without one. Besides `gui`, the only module that reads the environment and the clock.

pub mod annotator_choice;
pub mod app_dirs;
pub mod check;
pub mod copy;
pub mod import;
pub mod import_files;
mod lexicons;
pub mod open;
pub mod panic_log;
pub mod set_keeper;
pub mod suggest;

pub use crate::storage::LexiconFile;
pub use crate::storage::files::fs::{Disk, Fs, FsFile};
pub use annotator_choice::{AnnotatorChoice, AnnotatorHints, Why, choose_annotator};
pub use copy::save_copy;
pub use import_files::{Imported, import_files};
pub use open::{Disks, Opened, create, open, open_on};
pub use set_keeper::{DiskWait, FilesKeeper, JournalKeeper, SetKeeper};
