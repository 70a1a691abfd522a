//! Dicta: who said what, marked by hand, kept for good.
//!
//! Analysts read articles about one event, mark spans as quotes, claims and actors, and hand tables on. This crate is
//! one library under two programs: `dicta`, the window with a few commands that need none, and `dicta-export`.
//!
//! # The floors
//!
//! Each floor may use those above it in this table, and no other; a test reads every `use crate::…` and holds it.
//!
//! | floor | what it is | may use |
//! |---|---|---|
//! | [`text`] | arithmetic on text: offsets, spans, words, sentences; no domain word | nothing |
//! | [`model`] | what an annotation set is, and every invariant | `text` |
//! | [`edit`] | how a document changes: an edit, its inverse, the history | `text`, `model` |
//! | [`suggest`] | candidates: quotations, names, speakers; proposes, never changes | `text`, `model` |
//! | [`storage`] | sets on disk; the only place with `std::fs` | `text`, `model`, types of `edit` |
//! | [`export`] | tables: columns, rows, CSV; opens no file | `text`, `model` |
//! | [`session`] | the app without a window; the only writer of a document | `text`, `model`, `edit` |
//! | [`host`] | what both programs need of the machine: paths, sets opened and kept | all of the above |
//! | `gui` | egui, behind the feature `gui`; the only place that draws | all; disk only through `gui/effects` |
//!
//! # How a command flows
//!
//! ```text
//!  key, menu, click
//!        │   widgets hold &Session and an Outbox: they can only send
//!        ▼
//!  App::logic ── takes out what widgets sent and what workers reported
//!        ▼
//!  session.dispatch(command, now) ── the only &mut Document in the program
//!        ▼
//!  Vec<Edit> ─ apply ─► History (one step a gesture)
//!        ▼
//!  Vec<Effect> ─► named worker threads ─► journal, files ─► Report ─► back to App::logic
//! ```
//!
//! # Where to begin reading
//!
//! [`text::Span`] and [`model::Document`] are the two types that everything else is about; [`edit::Edit`] is the only way
//! to change the second; [`session::Session::dispatch`] is the one door; [`session::action`] is the table of commands from
//! which menus, hints, the cheat sheet and the README come. The text pane is `gui/reader`, from `pane.rs` on.

pub mod edit;
pub mod export;
#[cfg(feature = "gui")]
pub mod gui;
pub mod host;
pub mod model;
pub mod session;
pub mod storage;
pub mod suggest;
pub mod text;
