//! Images of the window: small ones that must not change unseen, and the README's pictures.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at once, and writes only into its own temporary folder"
)]

mod marks;
mod window;
