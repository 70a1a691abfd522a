//! The bars, lists and tabs around the text, and the sheet of keys. Panels read the session and send commands.

pub mod actors;
pub mod annotation;
pub mod article;
pub mod bars;
pub mod codebook;
pub mod find;
pub mod inspector;
pub mod keys;
pub mod lists;
pub mod open_questions;
pub mod review;
pub mod state;

pub use keys::list_keys::list_has_keyboard;
pub use state::PanelsView;
