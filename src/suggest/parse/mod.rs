//! A shallow reading of a sentence: clauses, cues, subjects, noun phrases.

pub(super) mod clause;
pub(super) mod clauses;
pub(super) mod complement;
pub(super) mod cue;
pub(super) mod cues;
pub(super) mod finite;
pub(super) mod material;
pub(super) mod nouns;
pub(super) mod phrase;
pub(super) mod position_verbs;
pub mod reading;
pub(super) mod report_nouns;
pub(super) mod reported;
pub(super) mod sentence;
pub(super) mod subject;
pub(super) mod view;
pub(super) mod word_order;
