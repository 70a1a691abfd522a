//! The settings page: appearance, prompts, and every key.

mod capture;
mod habits;
mod key_row;
mod keys;
mod page;
mod state;

pub use page::show;
pub use state::SettingsView;
