//! Hints for keys: the key bar, the labels, the sheet of all keys.

pub mod cheat_sheet;
pub mod keys_front;
pub mod keys_now;
pub mod label_bar;
pub mod list_keys;
pub mod mode;
