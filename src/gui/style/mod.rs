//! How things look: theme, fonts, dates and names of languages.

pub mod dates;
pub mod fonts;
pub mod languages;
pub mod theme;
