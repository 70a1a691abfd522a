//! Defines [`Widened`], one step by which the selection was widened.

use super::selection::Selection;
use crate::model::Label;
use crate::suggest::Suggestion;

/// One step by which the selection was widened.
#[derive(Debug)]
pub(in crate::session) struct Widened {
    pub before: Selection,
    /// The suggestion that was current before.
    pub looked_at: Option<(Label, Suggestion)>,
    pub reached: Selection,
}
