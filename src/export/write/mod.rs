//! Writing tables: CSV quoting, formula guards, headers, outputs.

pub mod dialect;
pub mod guard;
pub mod header;
pub mod long_cells;
pub mod markdown;
pub mod output;
pub mod quoting;
pub mod writer;
