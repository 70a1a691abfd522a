//! The window: egui draws the session and sends commands. The only floor that names egui.

pub mod app;
mod asking;
pub mod beside;
mod card;
pub mod clock;
mod closing;
pub mod dates;
mod dialogs;
pub mod effects;
mod find_actions;
mod flow;
pub mod fold;
pub mod fonts;
mod hints;
pub mod keys;
pub mod languages;
mod layout;
pub mod options;
pub mod outbox;
pub mod panels;
pub mod picker;
pub mod prefs;
pub mod prompt;
pub mod reader;
mod register_actions;
mod start;
pub mod theme;
pub mod view;
pub mod widgets;
pub mod window;
mod window_actions;

pub use app::App;
pub use clock::Clock;
pub use options::Options;
