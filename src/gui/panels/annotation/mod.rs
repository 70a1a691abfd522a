//! The panel of the selected annotation, and the list of annotations.

pub mod also_here;
pub mod annotation_form;
pub mod annotation_list;
pub mod annotation_row;
pub mod annotation_rows;
pub mod annotation_tab;
pub mod char_position;
pub mod hint;
pub mod lost_row;
pub mod speaker_text;
pub mod values_strip;
pub mod words_box;
pub mod zones;
