//! Behaviour of everything below the window.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "clippy.toml allows them in test functions; helpers of tests need them too"
)]

mod export_context;
mod export_files;
mod export_findings;
mod export_fixture;
mod export_guard;
mod export_headers;
mod export_offsets;
mod export_package;
mod export_program;
mod export_rows;
mod export_sets;
mod export_teller;
mod export_words;
mod storage;
