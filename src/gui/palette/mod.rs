//! The palette: finds a command, an article, an actor or a setting by a few letters.

mod choose;
mod draw;
mod found;
mod row;
mod score;
mod settings;
mod state;
mod titles;

pub use draw::show;
pub use row::Choice;
pub use score::Query;
pub use state::PaletteView;
