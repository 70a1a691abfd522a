//! What the window does to the world, on named threads: writing the set, opening sets, reading articles.

pub mod crew;
pub mod look;
pub mod news;
pub mod outgoing;
pub mod reader;
mod table;
pub mod writer;

pub use crew::Crew;
pub use look::{Articles, Found};
pub use news::{News, Ready};
