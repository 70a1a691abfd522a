//! The tab of what is open: in the article, over the set; and the bulk acts that can still be taken back.

mod batches;
mod memory;
mod row;
mod rows;
mod tab;

pub use memory::OpenView;
pub use tab::show;
