//! Dicta: who said what, marked by hand, kept for good.
//!
//! Analysts read articles about one event, mark spans as quotes, claims and actors, and hand tables on. This crate is
//! one library under two programs: `dicta`, the window with a few commands that need none, and `dicta-export`.
//!
//! # Modules and the dependency rule
//!
//! A module uses only the modules in its last column. `tests/core/architecture.rs` reads this table and checks every
//! `crate::…` path in the source against it.
//!
//! | module | what it is | may use |
//! |---|---|---|
//! | [`text`] | arithmetic on text: offsets, spans, words, sentences; no domain terms | nothing |
//! | [`model`] | what an annotation set is, and every invariant | `text` |
//! | [`edit`] | how a document changes: an edit, its inverse, the history of each annotator | `text`, `model` |
//! | [`suggest`] | suggestions: quotations, names, speakers; changes nothing | `text`, `model` |
//! | [`export`] | tables: columns, rows, CSV; opens no file | `text`, `model` |
//! | [`storage`] | sets on disk; the only module that uses `std::fs` | `text`, `model`, `edit` |
//! | [`jobs`] | long work on snapshots, without a session: search, suggestions | `text`, `model`, `suggest` |
//! | [`session`] | the app without a window; the only module that changes a document | `text`, `model`, `edit`, `suggest`, `export`, `jobs` |
//! | [`host`] | what both programs need of the machine: paths, opening and importing sets | `text`, `model`, `edit`, `suggest`, `export`, `storage`, `jobs`, `session` |
//! | `gui` | egui, behind the feature `gui`; the only module that draws | `text`, `model`, `edit`, `suggest`, `export`, `jobs`, `session`, `host`; in `gui/workers` also `storage` |
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
//! to change the second; [`session::Session::dispatch`] is the one door; [`crate::session::input::action`] is the table of commands from
//! which menus, hints, the cheat sheet and `docs/keys.md` are made. The text pane is `gui/reader`, from `pane.rs` on.

pub mod edit;
pub mod export;
#[cfg(feature = "gui")]
pub mod gui;
pub mod host;
pub mod jobs;
pub mod model;
pub mod session;
pub mod storage;
pub mod suggest;
pub mod text;
