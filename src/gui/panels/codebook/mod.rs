//! The codebook as a page over the text: guidelines, attributes, values, and where each value is used.

mod attribute;
mod guidelines;
mod memory;
mod page;
mod uses;
mod value;

pub use memory::CodebookView;
pub use page::show;
