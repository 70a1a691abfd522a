//! Everything around the text: bars, lists, tabs, the sheet of keys. Panels read the session and send commands.

pub mod actors;
pub mod also_here;
pub mod annotation_form;
pub mod annotation_list;
pub mod annotation_row;
pub mod annotation_rows;
pub mod annotation_tab;
pub mod article_facts;
pub mod article_row;
pub mod article_rows;
pub mod article_tab;
pub mod articles;
pub mod cheat_sheet;
pub mod codebook;
pub mod find;
pub mod hint;
pub mod inspector;
pub mod keys_now;
pub mod label_bar;
pub mod list_keys;
pub mod lost_row;
pub mod memory;
pub mod mode;
pub mod notices;
pub mod open_questions;
pub mod places;
pub mod review;
pub mod side;
pub mod status_bar;
pub mod top_bar;
pub mod values_strip;
pub mod words_box;
pub mod zones;

pub use list_keys::list_has_keyboard;
pub use memory::PanelsView;
