//! Tests of the window, headless, by accessible label.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may stop at once, and writes only into its own temporary folder"
)]

mod annotate;
mod app;
mod contrast;
mod hard_cases;
mod input;
mod panels;
mod reader;
mod support;
