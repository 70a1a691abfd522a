//! The words for labels, kinds and scales in files. They are part of the format: names in the code or the interface may
//! change, these may not. The `serde` names of the model are the same words, for reading.

use crate::model::{EvidenceKind, Label, LinkKind, Scale, Subject, ZoneKind};
use crate::storage::format::ron_writer::{RonWriter, WriteRon};

/// A value that is one word in files.
pub(in crate::storage) trait Word: Copy {
    /// The word.
    fn word(self) -> &'static str;
}

macro_rules! words {
    ($($name:ident { $($variant:ident => $word:literal),* $(,)? })*) => {
        $(
            impl Word for $name {
                fn word(self) -> &'static str {
                    match self {
                        $(Self::$variant => $word,)*
                    }
                }
            }

            impl WriteRon for $name {
                fn write_ron(&self, out: &mut RonWriter) {
                    out.raw(self.word());
                }
            }
        )*
    };
}

words! {
    Label { Quote => "Quote", Claim => "Claim", Actor => "Actor" }
    Subject { Quote => "Quote", Claim => "Claim", Mention => "Mention", Actor => "Actor" }
    Scale { List => "List", Ordered => "Ordered", Text => "Text", Date => "Date" }
    EvidenceKind { Cue => "Cue", Verbatim => "Verbatim", Editorial => "Editorial", Scare => "Scare" }
    ZoneKind {
        Navigation => "Navigation",
        Caption => "Caption",
        Byline => "Byline",
        Advert => "Advert",
        Other => "Other",
    }
    LinkKind {
        SameStatement => "SameStatement",
        SamePosition => "SamePosition",
        Supports => "Supports",
        Corroborates => "Corroborates",
        Contradicts => "Contradicts",
        Tension => "Tension",
        AttributionConflict => "AttributionConflict",
    }
}

#[cfg(test)]
mod tests {
    use super::{EvidenceKind, Label, LinkKind, Scale, Subject, Word, ZoneKind};

    fn reads_back<T: Word + PartialEq + std::fmt::Debug + serde::de::DeserializeOwned>(all: &[T]) {
        for value in all {
            assert_eq!(ron::from_str::<T>(value.word()).as_ref(), Ok(value));
        }
    }

    #[test]
    fn every_word_that_is_written_is_read_as_the_same_value() {
        reads_back(&Label::ALL);
        reads_back(&Subject::ALL);
        reads_back(&[Scale::List, Scale::Ordered, Scale::Text, Scale::Date]);
        reads_back(&EvidenceKind::ALL);
        reads_back(&ZoneKind::ALL);
        reads_back(&LinkKind::ALL);
    }

    #[test]
    fn no_file_of_this_floor_writes_a_value_by_its_name_in_the_code() {
        for source in [include_str!("details.rs"), include_str!("codebook.rs"), include_str!("../format/ron_writer.rs")] {
            assert!(
                !source.contains(":?}") && !source.contains("self.title()"),
                "a name of the code or of the interface is written"
            );
        }
    }
}
