//! Articles and their annotation by hand: into a set, and out as tables.

mod analyst;
mod fields;
mod gestures;
mod names;
mod round_trip;
