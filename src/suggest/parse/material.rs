//! Defines [`Material`]: what suggestions are made from.

use crate::suggest::lexicon::Lexicon;
use crate::suggest::names::register_names::NameHit;
use crate::suggest::quotation_marks::quotation::FoundQuotations;
use crate::text::{Span, Text};

/// What suggestions are made from.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    pub text: &'a Text,
    pub quotations: &'a FoundQuotations,
    /// Names of the register in the text, in order.
    pub names: &'a [NameHit],
    /// What is not article text; nothing is proposed there.
    pub zones: &'a [Span],
    pub lexicon: &'a Lexicon,
}
