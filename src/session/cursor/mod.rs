//! Where the annotator works: the open article, the caret, the selection and the selected annotation.

pub mod caret;
pub mod expand;
pub mod implied_span;
pub mod join_fragments;
pub mod move_edge;
pub mod selection;
