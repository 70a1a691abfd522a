//! The patterns in which news text reports speech.

pub(super) mod according_to;
pub(super) mod back_reference;
pub(super) mod clause_after_cue;
pub(super) mod clause_before_cue;
pub(super) mod credits;
pub(super) mod direct;
pub(super) mod headline;
pub(super) mod inserted_clause;
pub(super) mod polls;
