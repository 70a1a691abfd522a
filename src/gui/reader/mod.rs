//! The text pane: column, marks, margin notes, minimap, and selecting by mouse and by line.
//!
//! Text is laid out plain, one galley a block of text and only those in view; marks are painted behind and under it
//! from the galleys' geometry. So tagging never lays text out again, and overlapping marks all show.

pub mod access;
pub mod blocks;
pub mod candidate_note;
mod candidates;
pub mod clicks;
pub mod column;
pub mod heading;
pub mod heights;
pub mod hover;
pub mod laid;
pub mod lines;
pub mod map_lines;
mod margin;
pub mod marks;
pub mod measure;
pub mod minimap;
pub mod note;
pub mod note_lines;
pub mod page;
pub mod paint;
pub mod pane;
pub mod pointer;
pub mod scroll;
pub mod signs;
pub mod view;

pub use pane::{is_pane, pane_id, show, show_on};
pub use view::{PaneSide, ReaderView};
