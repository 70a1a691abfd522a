//! Changes of a document: an [`Edit`] contains the value before and after, so its inverse swaps the two.

pub mod apply;
pub mod change;
pub mod history;
pub mod step;
mod track;

pub use apply::EditError;
pub use change::{Change, Edit, StoredArticle};
pub use history::History;
pub use step::{Entry, Move, Step};
