//! What the programs need of the machine: where things stand, sets opened and kept, articles brought in.
//!
//! Shared by the window and the commands without one; the only library floor that asks the environment.

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
