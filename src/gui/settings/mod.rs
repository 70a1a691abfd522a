//! The settings page: the look, what is asked while annotating, and every key.

mod capture;
mod habits;
mod key_row;
mod keys;
mod page;
mod state;

pub use page::show;
pub use state::SettingsView;
