//! Candidates: quotations, names, their likeness, speakers. Proposes with a reason, never changes anything.
//!
//! Pure functions of a text, names and a lexicon; what becomes of a candidate is decided by a person, elsewhere.

mod according;
mod antecedent;
mod before;
mod behind;
pub mod candidates;
pub mod claims;
mod clause;
mod clauses;
mod complement;
mod cues;
mod declension;
mod direct;
mod finder;
mod finite;
mod gender;
mod headline;
mod incise;
pub mod lexicon;
mod likely;
pub mod likeness;
mod marks;
mod mentions;
mod name_forms;
pub mod names;
mod nested;
mod new_names;
pub mod nominals;
mod nouns;
mod order;
mod pairing;
mod pairs;
mod phrase;
mod pointing;
pub mod quotation;
mod sentence;
mod skeleton;
mod slot;
pub mod speakers;
pub mod statements;
mod subject;
mod verbs;
mod word_list;

pub use candidates::{Candidate, Material, NewName, Proposals, QuoteKind, propose};
pub use claims::{propose_claims, unmarked};
pub use lexicon::{Lexicon, LexiconError, Takes};
pub use likeness::{Reason, alike, look_alike};
pub use names::{HitForm, Known, NameFinder, NameHit};
pub use nominals::{Nominal, nominals};
pub use pairs::pairs;
pub use quotation::{Found, Kind, Likely, Quotation, quotations};
pub use speakers::{Proposed, Speaker};
