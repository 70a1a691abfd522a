//! Laying out text: paragraphs, lines, heights, the column.

pub mod blocks;
pub mod column;
pub mod heights;
pub mod laid;
pub mod lines;
pub mod measure;
pub mod page;
