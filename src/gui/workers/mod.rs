//! The worker threads of the window: journal, saving, reading, searches and suggestions.

mod copy;
pub mod handled;
pub mod inspect_paths;
pub mod jobs;
pub mod journal;
pub mod message;
pub mod preferences;
pub mod queue;
pub mod reader;
pub mod save;
pub mod supervisor;
pub mod watch;
pub mod worker;
mod write_table;

pub use copy::Original;
pub use inspect_paths::{Articles, Found};
pub use message::{Message, Ready};
pub use supervisor::Workers;
