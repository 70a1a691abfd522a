//! What many tests of the window need: the whole app, the text pane, the panels, a faulty disk, key events.

pub mod faulty_disk;
pub mod key_events;
pub mod panels_stage;
pub mod reader_stage;
pub mod world;
