//! What is read off the document and follows its revisions: counts, open questions, contradictory marks.

pub mod contradictory_marks;
pub mod layer_summary;
pub mod open_list;
pub(super) mod open_points;
pub mod questions;
pub mod survey;
