//! What many tests need: a session worked by keys, a set on disk, texts annotated by hand.

pub mod annotation;
pub mod desk;
pub mod measure;
pub mod sitting;
pub mod tagged;
