//! Defines [`Group`]: the sections into which the list of keys sorts the actions.

/// A section of the list of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Tag,
    Walk,
    Annotation,
    Who,
    Link,
    Question,
    Move,
    Select,
    Articles,
    Set,
    View,
}

impl Group {
    /// All groups, in the order of the list of keys.
    pub const ALL: [Self; 11] = [
        Self::Tag,
        Self::Walk,
        Self::Who,
        Self::Annotation,
        Self::Link,
        Self::Question,
        Self::Move,
        Self::Select,
        Self::Articles,
        Self::Set,
        Self::View,
    ];

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Tag => "Tag the selection",
            Self::Annotation => "Selected annotation",
            Self::Walk => "Suggestions",
            Self::Who => "Attribution",
            Self::Link => "Links",
            Self::Question => "Open questions",
            Self::Move => "Move in the text",
            Self::Select => "Select",
            Self::Articles => "Articles",
            Self::Set => "Annotation set",
            Self::View => "View",
        }
    }
}
