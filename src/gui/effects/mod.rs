//! What the window does to the world, on named threads: keeping the journal, saving and opening sets, long work.

mod copy;
pub mod handled;
pub mod jobs;
pub mod journal;
pub mod look;
pub mod message;
pub mod preferences;
pub mod queue;
pub mod reader;
pub mod save;
mod table;
pub mod watch;
pub mod worker;
pub mod workers;

pub use copy::Original;
pub use look::{Articles, Found};
pub use message::{Message, Ready};
pub use workers::Workers;
