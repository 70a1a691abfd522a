//! Tells which words a label's key applies to if none are selected: the quotation, the sentence or the name at the caret.

use crate::model::{Annotation, Label};
use crate::session::state::Session;
use crate::text::{ByteOffset, Span, sentence, word};

impl Session {
    /// The words at the caret that a label's key applies to; `None` if words are selected, or if the selected annotation gets
    /// the label. A name inside a selected quote or claim is marked by itself.
    pub(in crate::session) fn meant_at_caret(&self, label: Label) -> Option<Span> {
        let at = self.cursor.selection().head;
        if !self.cursor.selection().is_empty() {
            return None;
        }
        match (label, self.current()) {
            (Label::Quote, None) => self.quotation_around(at),
            (Label::Claim, None) => self.sentence_around(at),
            (Label::Actor, None) => self.name_around(at),
            (Label::Actor, Some(current)) if current.label != Label::Actor => {
                self.name_around(at).filter(|name| stands_inside(current, at, *name))
            }
            _ => None,
        }
    }

    /// The sentence at the caret, without the full stop at its end.
    fn sentence_around(&self, at: ByteOffset) -> Option<Span> {
        let text = &self.article()?.text;
        let span = sentence::sentence_at(text, at)?;
        let words = text.slice(span);
        let start = span.start().0 + (words.len() - words.trim_start().len());
        let end = span.start().0 + words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ';')).len();
        Span::new(text, ByteOffset(start), ByteOffset(end)).ok()
    }

    /// The name at the caret as it was found; otherwise the noun phrase of a role, or the word.
    fn name_around(&self, at: ByteOffset) -> Option<Span> {
        let text = &self.article()?.text;
        let holds = |span: &Span| span.start() <= at && at <= span.end();
        let found = self.found_names();
        let known = found.into_iter().flat_map(|found| &found.names).map(|hit| hit.span);
        let new = found.into_iter().flat_map(|found| &found.new_names).map(|name| name.span);
        let roles = found.into_iter().flat_map(|found| &found.nominals).map(|nominal| nominal.span);
        known.chain(new).find(holds).or_else(|| roles.into_iter().find(holds)).or_else(|| word::word_at(text, at))
    }
}

/// Whether the caret is inside an annotation, in a name that is only a part of it. At the annotation's edges, where keys put
/// the caret, the annotation itself is meant.
fn stands_inside(annotation: &Annotation, at: ByteOffset, name: Span) -> bool {
    let amid = |span: &Span| span.start() < at && at < span.end();
    annotation.spans().find(amid).is_some_and(|span| span.start() <= name.start() && name.end() <= span.end() && name != span)
}
