//! The window: egui draws the session and sends commands. The only floor that names egui.

pub mod app;
mod card;
pub mod clock;
mod closing;
mod dialogs;
pub mod effects;
mod flow;
pub mod fonts;
mod hints;
pub mod keys;
mod layout;
pub mod options;
pub mod outbox;
pub mod panels;
pub mod prefs;
pub mod prompt;
pub mod reader;
mod start;
pub mod theme;
pub mod view;
pub mod window;
mod window_actions;

pub use app::App;
pub use clock::Clock;
pub use options::Options;
