//! The text pane: column, marks, margin notes, minimap, and selection by mouse and keyboard.
//!
//! Text is laid out plain, one galley a block and only for blocks in view; marks are painted behind and below it
//! from the galleys' geometry. So tagging never lays out text again, and overlapping marks all stay visible.

pub mod access;
pub mod clicks;
pub mod heading;
pub mod hover;
pub mod layout;
mod margin;
pub mod marks;
pub mod minimap;
pub mod paint;
pub mod pane;
pub mod pointer;
pub mod scroll;
pub mod side_by_side;
pub mod signs;
pub mod state;
mod suggestions;

pub use pane::{is_pane, pane_id, show, show_on};
pub use state::ReaderView;
