//! The tab of what is open: in the article, over the set; and the bulk acts that can still be taken back.

mod batches;
mod row;
mod rows;
mod state;
mod tab;

pub use state::OpenView;
pub use tab::show;
