//! What an annotation set is, and its invariants.

mod breaches;
mod ids;
mod layer;
mod layer_search;
mod time;
mod tree;
