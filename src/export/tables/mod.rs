//! The tables, each declared once: its columns with the cell of each.

pub mod actors;
pub mod annotations;
pub mod articles;
pub mod claim_matrix;
pub mod claims;
pub mod fragments;
pub mod links;
pub mod mentions;
pub mod quotes;
pub mod statements;
pub mod table;

pub use table::{ForeignKey, Table};
