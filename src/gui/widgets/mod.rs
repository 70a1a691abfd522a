//! Small widgets that the panels are built of. They depend on egui and the theme only, and send nothing.

pub mod button;
pub(super) mod card;
pub mod check;
pub mod chip;
pub mod drafts;
pub mod field_row;
pub mod icon;
pub mod key_cap;
pub mod lettering;
pub mod list_row;
pub mod prompt;
pub mod status_dot;
pub mod swatch;
pub mod tab;
pub mod text_field;
pub mod tip;
pub mod value_box;
pub mod virtual_list;
