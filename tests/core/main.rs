//! Tests of everything below the window, from outside.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "clippy.toml allows them in test functions only; helpers of tests need them too"
)]

mod storage;
mod text_articles;
mod text_decode;
mod text_hidden;
mod text_language;
mod text_marked;
mod text_offsets;
mod text_sentences;
mod text_words;
