//! The window: egui draws the session and sends commands. The only floor that names egui.

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

pub use crate::gui::app::options::Options;
pub use crate::gui::app::stop::Stop;
pub use crate::gui::state::clock::Clock;
pub use app::App;
