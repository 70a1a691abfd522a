//! Candidates: quotations, names, their likeness, speakers. Proposes with a reason, never changes anything.
//!
//! Pure functions of a text, names and a lexicon; what becomes of a candidate is decided by a person, elsewhere.

mod likely;
mod marks;
mod pairing;
pub mod quotation;

pub use quotation::{Found, Likely, Kind, Quotation, quotations};
