//! STAND-IN
use super::Metadata;
pub fn proposed(_text: &str) -> Metadata {
    Metadata::default()
}
