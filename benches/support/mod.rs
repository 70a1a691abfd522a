//! What the benches share: made-up texts and sets of a given size, time and memory, and one table to print.

pub mod cost;
pub mod marks;
pub mod process;
pub mod random;
pub mod said;
pub mod sentences;
pub mod set;
pub mod table;

pub use cost::{Cost, Samples};
pub use table::Table;
