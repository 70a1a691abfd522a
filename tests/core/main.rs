//! Tests of everything below the window, from outside.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "clippy.toml allows them in test functions only; helpers of tests need them too"
)]

mod architecture;
mod desk;
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
mod host_import;
mod model_layer;
mod session_articles;
mod session_caret;
mod session_tagging;
mod session_undo;
mod storage;
mod text_articles;
mod text_decode;
mod text_hidden;
mod text_language;
mod text_marked;
mod text_offsets;
mod text_sentences;
mod text_words;
