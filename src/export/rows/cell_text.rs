//! Defines [`CellText`]: cells of an annotation that several tables share.

use std::borrow::Cow;

use super::annotation_rows::{Ends, Mark, Page};
use crate::text::context;

/// The words of an annotation and their context.
#[derive(Debug)]
pub struct CellText<'p> {
    /// The words of all fragments, joined by ` […] `.
    pub text: Cow<'p, str>,
    pub n_fragments: usize,
    /// From 1; `None` if the words are lost.
    pub line: Option<usize>,
    pub before: &'p str,
    pub after: &'p str,
}

impl<'p> CellText<'p> {
    /// The cells, with at most `context_chars` characters of context on either side.
    #[must_use]
    pub fn new(page: &'p Page<'_>, mark: &'p Mark<'_>, context_chars: usize) -> Self {
        let text = &page.article.text;
        let (before, after) = if let Some(Ends { start, end }) = mark.span {
            (context::before(text, start, context_chars), context::after(text, end, context_chars))
        } else {
            let (before, after) = mark.stored_context;
            (context::last_chars(before, context_chars), context::first_chars(after, context_chars))
        };
        Self {
            text: page.words_of(mark),
            n_fragments: page.pieces_of(mark).len(),
            line: mark.span.map(|span| text.line_from_byte(span.start)),
            before,
            after,
        }
    }
}
