//! The tables: columns, rows, files and the program.

mod columns;
mod context;
mod files;
mod findings;
pub mod fixture;
mod guard;
mod headers;
mod links;
mod long;
mod nesting;
mod offsets;
mod package;
mod program;
mod quoting;
mod rows;
pub mod said;
mod sets;
mod speakers;
mod teller;
