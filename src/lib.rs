//! Dicta is a desktop app for annotating news articles: who said what. This crate is the library under its two programs.
//!
//! Analysts read articles about an event, mark spans as quotes, claims and mentions of actors, record who speaks, and export
//! tables. An *annotation set* is a folder of plain RON files. `dicta` is the app, with a few commands that need no window;
//! `dicta-export` writes the tables.
//!
//! # Terms
//!
//! | term | meaning | type |
//! |---|---|---|
//! | annotation set | a folder with articles, annotations, a register of actors and a codebook | [`model::Document`] |
//! | article | an immutable text with metadata | [`model::Article`] |
//! | span | a half-open range of a text, never empty, never cutting a grapheme | [`text::Span`] |
//! | annotation | one or more spans with a label: quote, claim or actor mention | [`model::Annotation`] |
//! | layer | all annotations of one annotator in one article | [`model::Layer`] |
//! | actor | a person, organisation, group or outlet in the register of the set | [`model::Actor`] |
//! | attribution | who says it: the speaker of a quote, the source of a claim | [`model::Attribution`] |
//! | zone | a range of an article that is not article text, such as navigation | [`model::Zone`] |
//! | link | a typed relation between two annotations | [`model::Link`] |
//! | suggestion | a proposed annotation, which a person accepts or rejects | [`suggest::Suggestion`] |
//! | codebook | the attributes of annotations with their values, and the guidelines | [`model::Codebook`] |
//!
//! Offsets are bytes inside the program ([`text::ByteOffset`]), and Unicode code points in files and tables
//! ([`text::CharOffset`]).
//!
//! # Modules and the dependency rule
//!
//! A module uses only the modules in its last column. `tests/core/architecture.rs` reads this table and checks every
//! `crate::…` path in the source against it.
//!
//! | module | what it is | may use |
//! |---|---|---|
//! | [`parallel`] | work on all cores, results in order; no domain terms | nothing |
//! | [`text`] | arithmetic on text: offsets, spans, words, sentences; no domain terms | nothing |
//! | [`model`] | what an annotation set is, and every invariant | `text` |
//! | [`edit`] | how a document changes: an edit, its inverse, the history of each annotator | `text`, `model` |
//! | [`suggest`] | suggestions: quotations, names, speakers; changes nothing | `text`, `model` |
//! | [`export`] | tables: columns, rows, CSV; opens no file | `text`, `model` |
//! | [`storage`] | sets on disk; the only module that uses `std::fs` | `parallel`, `text`, `model`, `edit` |
//! | [`jobs`] | long work on snapshots, without a session: search, suggestions | `parallel`, `text`, `model`, `suggest` |
//! | [`session`] | the app without a window; the only module that changes the document of an open set | `text`, `model`, `edit`, `suggest`, `export`, `jobs` |
//! | [`host`] | what both programs need of the machine: paths, opening and importing sets | `text`, `model`, `edit`, `suggest`, `export`, `storage`, `jobs`, `session` |
//! | `gui` | egui, behind the feature `gui`; the only module that draws | `text`, `model`, `edit`, `suggest`, `export`, `jobs`, `session`, `host`; in `gui/workers` also `storage` |
//!
//! # How a command flows
//!
//! ```text
//!  key, menu, click
//!        │   widgets have &Session and an Outbox: they can only send
//!        ▼
//!  App::logic: takes what widgets sent and what workers reported
//!        ▼
//!  session.dispatch(command, now): the only way to change the document
//!        ▼
//!  Vec<Edit>, applied and added to the History as one Step
//!        ▼
//!  Vec<Effect>, carried out by worker threads: journal, files, search, suggestions
//!        ▼
//!  Report, back to App::logic
//! ```
//!
//! Every edit goes at once to a journal on the local disk, on a thread of its own, and a moment later to the files of the set.
//! After a crash, [`storage::recover`] applies what is in the journal but not in the files.
//!
//! # Where to begin reading
//!
//! Each of these has an example:
//!
//! - [`text::Span`] and [`model::Document`], the two basic types;
//! - [`edit::Edit`], a change of a document;
//! - [`session::Session::dispatch`], through which every command goes; [`session::input::action`] is the table of actions from
//!   which menus, key hints, the cheat sheet and `docs/keys.md` are made;
//! - [`storage::SetReader`], which reads a set from disk;
//! - [`export::run()`], which writes tables.
//!
//! The text pane is in `gui/reader`; start with `pane.rs`.

pub mod edit;
pub mod export;
#[cfg(feature = "gui")]
pub mod gui;
pub mod host;
pub mod jobs;
pub mod model;
pub mod parallel;
pub mod session;
pub mod storage;
pub mod suggest;
pub mod text;
