//! Puts the findings together: proposals of quotes, claims and new names.

pub(super) mod already_reviewed;
pub mod claims;
pub(super) mod finder;
pub mod suggestion;
pub mod suggestions;
