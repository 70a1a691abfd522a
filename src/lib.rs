//! Dicta: who said what, marked by hand, kept for good.

pub mod edit;
pub mod export;
#[cfg(feature = "gui")]
pub mod gui;
pub mod host;
pub mod model;
pub mod session;
pub mod storage;
pub mod text;
