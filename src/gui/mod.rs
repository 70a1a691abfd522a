//! The window: egui draws the session and sends commands. The only floor that names egui.

pub mod dates;
pub mod fold;
pub mod fonts;
pub mod languages;
pub mod outbox;
pub mod panels;
pub mod prefs;
pub mod reader;
pub mod theme;
pub mod view;
pub mod widgets;
