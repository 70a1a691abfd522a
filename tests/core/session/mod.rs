//! The app without a window, worked by keys and commands.

mod actors;
mod annotator;
mod articles;
mod batches;
mod caret;
mod claims;
mod codebook;
mod derived;
mod digits;
mod expand;
mod hits;
mod keymap;
mod links;
mod names;
mod questions;
mod safety;
mod same;
mod search;
mod tagging;
mod undo;
mod walk;
mod who;
mod zones;
