//! Candidates: quotations, names, their likeness, speakers. Proposes with a reason, never changes anything.
//!
//! Pure functions of a text, names and a lexicon; what becomes of a candidate is decided by a person, elsewhere.

pub mod candidates;
mod clause;
mod cues;
mod declension;
mod direct;
mod incise;
pub mod lexicon;
mod lexicon_file;
mod lexicons;
mod likely;
pub mod likeness;
mod marks;
mod mentions;
mod name_forms;
pub mod names;
mod new_names;
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
pub use lexicon::{Lexicon, Takes};
pub use lexicon_file::LexiconError;
pub use lexicons::Lexicons;
pub use likeness::{Reason, alike, look_alike};
pub use names::{HitForm, Known, NameFinder, NameHit};
pub use pairs::pairs;
pub use quotation::{Found, Kind, Likely, Quotation, quotations};
pub use speakers::{Proposed, Speaker};
