//! Tests of everything below the window, from outside.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may stop at once, and writes only into its own temporary folder"
)]

mod architecture;
mod bad_input;
mod bad_sets;
mod crash;
mod desk;
mod edit_history;
mod export_columns;
mod export_context;
mod export_files;
mod export_findings;
mod export_fixture;
mod export_guard;
mod export_headers;
mod export_links;
mod export_long;
mod export_nesting;
mod export_offsets;
mod export_package;
mod export_program;
mod export_quoting;
mod export_rows;
mod export_said;
mod export_sets;
mod export_speakers;
mod export_teller;
mod gold;
mod gold_analyst;
mod gold_fields;
mod gold_gestures;
mod gold_names;
mod golden;
mod host_copy;
mod host_import;
mod host_panic_log;
mod host_suggest;
mod host_who;
mod lexicons;
mod measure;
mod model_breaches;
mod model_ids;
mod model_layer;
mod model_layer_search;
mod model_time;
mod model_tree;
mod moved;
mod peers;
mod readme;
mod sample;
mod session_actors;
mod session_annotator;
mod session_articles;
mod session_batches;
mod session_caret;
mod session_claims;
mod session_codebook;
mod session_derived;
mod session_digits;
mod session_expand;
mod session_hits;
mod session_links;
mod session_names;
mod session_questions;
mod session_safety;
mod session_same;
mod session_search;
mod session_tagging;
mod session_undo;
mod session_undo_people;
mod session_undo_property;
mod session_walk;
mod session_who;
mod session_zones;
mod sitting;
mod storage;
mod suggest_any;
mod suggest_claims;
mod suggest_german;
mod suggest_languages;
mod suggest_measured;
mod suggest_names;
mod suggest_new_names;
mod suggest_quotations;
mod suggest_quotes;
mod suggest_speakers;
mod tagged;
mod text_articles;
mod text_count;
mod text_decode;
mod text_fold;
mod text_hidden;
mod text_language;
mod text_language_short;
mod text_marked;
mod text_markup;
mod text_offsets;
mod text_pattern;
mod text_sentences;
mod text_words;
