//! What the programs need of the machine: where things stand, sets opened and kept, articles brought in.
//!
//! Shared by the window and the commands without one; the only library floor that asks the environment.

pub mod bring;
pub mod check;
pub mod copy;
pub mod import;
pub mod keep;
mod lexicons;
pub mod open;
pub mod panic_log;
pub mod places;
pub mod suggest;
pub mod who;

pub use crate::storage::LexiconFile;
pub use crate::storage::files::fs::{Disk, Fs, FsFile};
pub use bring::{Brought, bring};
pub use copy::save_copy;
pub use keep::{DiskWait, FilesKeeper, JournalKeeper, Keep};
pub use open::{Disks, Opened, create, open, open_on};
pub use who::{AnnotatorChoice, AnnotatorHints, Why, choose_annotator};
