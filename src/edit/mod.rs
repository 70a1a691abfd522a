//! How a document changes: an [`Edit`] holds before and after, so its inverse is itself turned round.

pub mod apply;
pub mod change;
pub mod history;
pub mod step;
mod track;

pub use apply::EditError;
pub use change::{Change, Edit, StoredArticle};
pub use history::History;
pub use step::{Entry, Move, Step};
