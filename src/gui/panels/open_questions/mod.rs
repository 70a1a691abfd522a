//! The To do tab: open questions of the article and of the set, and batches that can be undone.

mod batches;
mod row;
mod rows;
mod state;
mod tab;

pub use state::OpenView;
pub use tab::show;
