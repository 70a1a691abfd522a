//! Defines [`Slot`], one of an annotation's lists of people, and reads it.

use crate::model::{Annotation, Attribution, Label};

/// One of an annotation's lists of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// Who says it: a quote's speakers, a claim's sources.
    Speaker,
    /// Who passed it on, outermost first.
    Reporter,
    /// To whom it is said.
    Addressee,
}

/// The people in a slot, to be changed.
pub(in crate::session) fn slot_mut(annotation: &mut Annotation, slot: Slot) -> &mut Vec<Attribution> {
    match slot {
        Slot::Speaker => &mut annotation.details.attribution,
        Slot::Reporter => &mut annotation.details.reporters,
        Slot::Addressee => &mut annotation.details.addressees,
    }
}

/// The people in a slot.
#[must_use]
pub fn slot_of(annotation: &Annotation, slot: Slot) -> &[Attribution] {
    match slot {
        Slot::Speaker => &annotation.details.attribution,
        Slot::Reporter => &annotation.details.reporters,
        Slot::Addressee => &annotation.details.addressees,
    }
}

/// What the interface calls a slot.
#[must_use]
pub fn slot_name(label: Label, slot: Slot) -> &'static str {
    match slot {
        Slot::Speaker if label == Label::Claim => "source",
        Slot::Speaker => "speaker",
        Slot::Reporter => "reported by",
        Slot::Addressee => "said to",
    }
}
