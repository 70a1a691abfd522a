//! Sets on disk: what is written reads back, nothing is lost, nobody's work is overwritten.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may panic like the tests themselves")]
#![allow(clippy::disallowed_methods, reason = "tests damage files on purpose")]

mod anchor;
mod damage;
pub mod faults;
mod files;
mod folders;
mod identity;
mod journal;
mod journal_damage;
mod journal_size;
mod lock;
mod made;
mod quick;
mod rights;
mod round_trip;
mod save;
mod spelling;
pub mod unfinished;
mod words;
