//! Candidates: quotations, names, their likeness, speakers. Proposes with a reason, never changes anything.
//!
//! Pure functions of a text, names and a lexicon; what becomes of a candidate is decided by a person, elsewhere.

pub mod candidates;
pub mod claims;
mod clause;
mod clauses;
mod cues;
mod declension;
mod direct;
mod finite;
mod incise;
pub mod lexicon;
mod likely;
pub mod likeness;
mod marks;
mod mentions;
mod name_forms;
pub mod names;
mod new_names;
pub mod nominals;
mod order;
mod pairing;
mod pairs;
pub mod quotation;
mod sentence;
mod skeleton;
pub mod speakers;
pub mod statements;
mod subject;

pub use candidates::{Candidate, Material, NewName, Proposals, QuoteKind, propose};
pub use claims::{propose_claims, unmarked};
pub use lexicon::{Lexicon, LexiconError, Takes};
pub use likeness::{Reason, alike, look_alike};
pub use names::{HitForm, Known, NameFinder, NameHit};
pub use nominals::{Nominal, nominals};
pub use pairs::pairs;
pub use quotation::{Found, Kind, Likely, Quotation, quotations};
pub use speakers::{Proposed, Speaker};
