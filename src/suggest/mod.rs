//! Suggestions: quotations, names, their likeness, speakers. Proposes with a reason, never changes anything.
//!
//! Pure functions of a text, names and a lexicon; what becomes of a suggestion is decided by a person, elsewhere.

mod grammar;
pub mod lexicon;
pub mod names;
pub mod parse;
mod patterns;
pub mod propose;
pub mod quotation_marks;
pub mod speakers;

pub use lexicon::Lexicon;
pub use lexicon::lexicon_file::LexiconError;
pub use lexicon::lexicons::Lexicons;
pub use lexicon::word_class::Takes;
pub use names::hit_form::HitForm;
pub use names::name_forms::last_names;
pub use names::name_similarity::{alike, look_alike};
pub use names::reason::Reason;
pub use names::register_names::{KnownActor, NameFinder, NameHit};
pub use names::role_phrase::{is_bare_title, is_role_phrase};
pub use names::similar_pairs::pairs;
pub use parse::material::Material;
pub use parse::reading::Reading;
pub use propose::already_reviewed::{FROM_SUGGESTION, Offers, covers, is_marked, is_open, likeness};
pub use propose::claims::unmarked;
pub use propose::suggestion::{NewName, QuoteKind, Suggestion};
pub use propose::suggestions::{Proposals, SentenceSpeakers};
pub use quotation_marks::quotation::{FoundQuotations, Kind, Quotation, quotations};
pub use quotation_marks::quotation_kind::QuotationKind;
pub use speakers::role_phrases::Nominal;
pub use speakers::{Proposed, Speaker};
