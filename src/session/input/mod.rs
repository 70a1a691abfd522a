//! The inputs and outputs of a session: actions, commands, key chords, effects, notices.

pub mod action;
pub mod action_group;
pub mod action_id;
pub mod action_table;
pub mod chord;
pub mod command;
pub mod effect;
pub mod keymap;
pub mod notice;
pub(super) mod notices;
pub mod now;
