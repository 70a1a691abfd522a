//! The bars around the text: top, side, status, notices.

pub mod notices;
pub mod side;
pub mod status_bar;
pub mod top_bar;
