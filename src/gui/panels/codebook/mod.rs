//! The codebook as a page over the text: guidelines, attributes, values, and where each value is used.

mod attribute;
mod guidelines;
mod page;
mod state;
mod uses;
mod value;

pub use page::show;
pub use state::CodebookView;
