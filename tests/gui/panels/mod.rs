//! Lists and forms around the text.

mod actors;
mod articles;
mod bars;
mod codebook;
mod inspector;
mod open;
mod review;
mod search;
mod search_acts;
mod side;
mod zones;
