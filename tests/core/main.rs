//! Tests of everything but the window: they never compile egui.

mod architecture;
mod desk;
mod session_articles;
mod session_caret;
mod session_tagging;
mod session_undo;
