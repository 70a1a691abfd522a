//! The tables, each declared once: its columns with the cell of each.

pub mod annotations;
pub mod articles;
pub mod fragments;
pub mod table;

pub use table::{ForeignKey, Table};
