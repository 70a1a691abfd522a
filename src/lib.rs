//! Dicta: who said what, marked by hand, kept for good.

pub mod edit;
pub mod model;
pub mod session;
pub mod text;
