//! Images of the window: small ones that must not change unseen, and the README's pictures.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml allows them in test functions only; helpers of tests need them too"
)]

mod marks;
mod window;
