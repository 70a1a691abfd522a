//! The list of articles and the panel of the open one.

pub mod article_facts;
pub mod article_row;
pub mod article_rows;
pub mod article_tab;
pub mod articles;
