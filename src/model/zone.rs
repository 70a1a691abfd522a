//! Defines [`Zone`]: a range of an article that is not article text.

use serde::{Deserialize, Serialize};

use super::Fragment;

/// The kind of text in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ZoneKind {
    /// Menus, share bars, links to other articles, newsletter boxes.
    #[serde(rename = "Navigation")]
    Navigation,
    #[serde(rename = "Caption")]
    Caption,
    #[serde(rename = "Byline")]
    Byline,
    #[serde(rename = "Advert")]
    Advert,
    #[serde(rename = "Other")]
    Other,
}

impl ZoneKind {
    /// In the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Navigation, Self::Caption, Self::Byline, Self::Advert, Self::Other];

    /// The name in the interface.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Navigation => "navigation",
            Self::Caption => "caption",
            Self::Byline => "byline",
            Self::Advert => "advert",
            Self::Other => "other",
        }
    }
}

/// A range that is not article text. It is shown in grey and ignored by search, suggestions and counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    pub kind: ZoneKind,
    pub fragment: Fragment,
}
