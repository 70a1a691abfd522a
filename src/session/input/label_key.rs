//! Tells which action tags words with a label.

use super::action::Action;
use crate::model::Label;

/// The action that tags words with a label.
#[must_use]
pub fn label_key(label: Label) -> Action {
    match label {
        Label::Quote => Action::TagQuote,
        Label::Claim => Action::TagClaim,
        Label::Actor => Action::TagActor,
    }
}
