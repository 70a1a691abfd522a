//! Dicta: who said what, marked by hand, kept for good.

pub mod edit;
pub mod export;
pub mod model;
pub mod storage;
pub mod text;
