//! The inspector: everything that is said of the selected annotation, field by field, and what is open in the article.

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
