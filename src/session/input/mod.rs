//! What goes into a session and comes out of it: actions, commands, key chords, effects, notices.

pub mod action;
pub mod action_id;
pub mod chord;
pub mod command;
pub mod effect;
pub mod keymap;
pub mod label_key;
pub mod notice;
pub(super) mod notices;
pub mod now;
