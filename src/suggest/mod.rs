//! Candidates: quotations, names, their likeness, speakers. Proposes with a reason, never changes anything.
//!
//! Pure functions of a text, names and a lexicon; what becomes of a candidate is decided by a person, elsewhere.

mod declension;
mod likely;
pub mod likeness;
mod marks;
mod name_forms;
pub mod names;
mod pairing;
mod pairs;
pub mod quotation;
mod skeleton;

pub use likeness::{Reason, alike, look_alike};
pub use names::{HitForm, Known, NameFinder, NameHit};
pub use pairs::pairs;
pub use quotation::{Found, Kind, Likely, Quotation, quotations};
