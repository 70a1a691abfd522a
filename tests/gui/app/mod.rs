//! The whole window: sets, annotators, saving, worker threads, settings.

mod annotators;
mod durability;
mod journal_thread;
mod preferences;
mod register;
mod sets;
mod settings;
mod start;
mod whole_job;
mod workers;
