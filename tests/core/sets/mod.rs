//! Whole sets through the programs: sample, damaged, moved and killed ones.

pub mod bad_input;
mod bad_sets;
mod crash;
mod golden;
pub mod moved;
mod peers;
mod sample;
