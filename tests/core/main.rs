//! Tests of everything below the window, from outside.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may stop at once, and writes only into its own temporary folder"
)]

mod architecture;
mod edit;
mod export;
mod gold;
mod host;
mod import_circles;
mod model;
mod readme;
mod session;
mod sets;
mod storage;
mod suggest;
mod support;
mod text;
