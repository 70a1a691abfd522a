//! Tests of the window, headless, by accessible label.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may stop at once, and writes only into its own temporary folder"
)]

mod annotators;
mod app_keys;
mod app_register;
mod app_sets;
mod app_start;
mod app_world;
mod beside;
mod claims;
mod contrast;
mod drafts;
mod durability;
mod faulty_disk;
mod hard_cases;
mod inspector;
mod journal_thread;
mod key_events;
mod keyboard;
mod layouts;
mod margin;
mod palette;
mod panels_actors;
mod panels_articles;
mod panels_bars;
mod panels_codebook;
mod panels_open;
mod panels_review;
mod panels_side;
mod panels_stage;
mod panels_zones;
mod preferences;
mod reader_marks;
mod reader_select;
mod search;
mod search_acts;
mod settings;
mod stage;
mod walk;
mod who;
mod whole_job;
mod workers;
