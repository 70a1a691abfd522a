//! Quotation marks: pairing, nesting, kinds of quotation.

pub(super) mod marks;
pub(super) mod nested;
pub(super) mod pairing;
pub mod quotation;
pub mod quotation_kind;
