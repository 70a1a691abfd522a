//! Tests of the window, headless, by accessible label.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "clippy.toml allows them in test functions only; helpers of tests need them too"
)]

mod pane_stage;
mod panels_articles;
mod panels_bars;
mod panels_side;
mod reader_marks;
mod reader_select;
mod stage;
