//! Writing tables: CSV quoting, guards against formulas, headers, files.

pub mod dialect;
pub mod guard;
pub mod header;
pub mod long_cells;
pub mod markdown;
pub mod output;
pub mod quoting;
pub mod writer;
