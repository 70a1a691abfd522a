//! The tables, each declared once: its columns, each with the function that writes its cell.

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
