//! Suggestions: quotations, names, their likeness, speakers. Proposes with a reason, never changes anything.
//!
//! Pure functions of a text, names and a lexicon; what becomes of a suggestion is decided by a person, elsewhere.

pub mod lexicon;
pub mod names;
pub mod parse;
mod patterns;
pub mod propose;
pub mod quotation_marks;
pub mod speakers;

pub use lexicon::lexicon_file::LexiconError;
pub use lexicon::lexicons::Lexicons;
pub use lexicon::{Lexicon, Takes};
pub use names::name_forms::last_names;
pub use names::name_similarity::{Reason, alike, look_alike};
pub use names::register_names::{HitForm, Known, NameFinder, NameHit};
pub use names::similar_pairs::pairs;
pub use parse::reading::Reading;
pub use propose::already_reviewed::{FROM_SUGGESTION, Offers, covers, is_marked, is_open, likeness};
pub use propose::claims::unmarked;
pub use propose::suggestions::{Material, NewName, Proposals, QuoteKind, SentenceSpeakers, Suggestion};
pub use quotation_marks::quotation::{Found, Kind, Likely, Quotation, quotations};
pub use speakers::role_phrase::{is_bare_title, is_role_phrase};
pub use speakers::role_phrases::Nominal;
pub use speakers::{Proposed, Speaker};
