//! What people say about words: labels, attributions, attributes, evidence, zones; and its deletion.

pub(super) mod accept;
mod attributes;
pub mod attribution;
mod credit_keys;
pub mod deletion;
mod evidence;
mod lost;
pub(super) mod nearby;
pub mod new_annotation;
mod propose_details;
mod quote_type;
pub mod slot;
pub(super) mod speaker_digits;
mod speaker_of_suggestion;
mod tagging;
pub(super) mod wording;
pub mod zones;
