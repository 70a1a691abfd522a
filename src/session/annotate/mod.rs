//! Making and changing annotations: labels, speakers, evidence, zones, deletion.

pub mod accept;
pub mod attribution;
pub mod credit_keys;
pub mod deletion;
pub(super) mod dependents;
pub mod evidence;
pub(super) mod new_speaker;
pub mod propose_details;
pub(super) mod speaker_digits;
pub mod tagging;
pub mod zones;
