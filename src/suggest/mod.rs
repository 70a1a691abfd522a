//! Candidates: quotations, names, their likeness, speakers. Proposes with a reason, never changes anything.
//!
//! Pure functions of a text, names and a lexicon; what becomes of a candidate is decided by a person, elsewhere.

pub mod lexicon;
pub mod names;
pub mod parse;
mod patterns;
pub mod propose;
pub mod quotation_marks;
pub mod speakers;

pub use crate::suggest::lexicon::lexicon_file::LexiconError;
pub use crate::suggest::lexicon::lexicons::Lexicons;
pub use crate::suggest::names::name_forms::last_names;
pub use crate::suggest::names::name_similarity::{Reason, alike, look_alike};
pub use crate::suggest::names::register_names::{HitForm, Known, NameFinder, NameHit};
pub use crate::suggest::names::similar_pairs::pairs;
pub use crate::suggest::parse::reading::Reading;
pub use crate::suggest::propose::already_reviewed::{FROM_CANDIDATE, Offers, covers, is_marked, is_open, likeness};
pub use crate::suggest::propose::candidates::{Candidate, Material, NewName, Proposals, QuoteKind, SentenceSpeakers};
pub use crate::suggest::propose::claims::unmarked;
pub use crate::suggest::quotation_marks::quotation::{Found, Kind, Likely, Quotation, quotations};
pub use crate::suggest::speakers::role_phrase::{is_bare_title, is_role_phrase};
pub use crate::suggest::speakers::role_phrases::Nominal;
pub use lexicon::{Lexicon, Takes};
pub use speakers::{Proposed, Speaker};
