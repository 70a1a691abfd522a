//! Defines [`Page`]: words of credits, bylines and datelines, which stand beside an article's text.

use super::words::Words;

/// Words of credits and bylines.
#[derive(Debug, Default)]
pub(in crate::suggest) struct Page {
    /// They open a credit, before a colon or a name.
    pub credit_openings: Words,
    /// Before the name of an author, at the start of a short line.
    pub byline_openings: Words,
    /// News agencies, as they are written in this language.
    pub agencies: Words,
}
