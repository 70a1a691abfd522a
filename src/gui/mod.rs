//! The window: egui draws the session and sends commands. The only module that uses egui.

pub mod app;
pub mod input;
pub mod palette;
pub mod panels;
pub mod picker;
pub mod reader;
pub mod settings;
pub mod state;
pub mod style;
pub mod widgets;
pub mod workers;

pub use app::options::Options;
pub use app::stop::Stop;
pub use app::{App, window};
pub use state::clock::Clock;
