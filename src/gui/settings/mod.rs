//! The settings page: appearance, prompts, and every key.

mod capture;
mod key_row;
mod keys;
mod options;
mod page;
mod state;

pub use page::show;
pub use state::SettingsView;
