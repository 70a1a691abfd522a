//! The inspector: every field of the selected annotation, and the open questions of the article.

pub mod batch;
pub mod closed;
pub mod evidence;
pub mod facts;
pub mod likely;
pub mod mention;
pub mod open_here;
pub mod people;
pub mod suggestion;
pub mod tie_menu;
pub mod ties;
pub mod typed;
pub mod values;
