//! The window: egui draws the session and sends commands. The only floor that names egui.

pub mod fonts;
pub mod outbox;
pub mod prefs;
pub mod reader;
pub mod theme;
pub mod view;
