//! Lists of proposals to look through; what is ticked is made as one batch, which can be retracted as a whole.

mod accept_review;
pub mod batches;
pub mod bulk_edit;
mod hits_table;
pub mod list;
mod search;
pub mod search_act;
