//! Defines [`FragmentRecord`]: one fragment in a file, on one line.

use std::ops::Range;

use serde::Deserialize;

use crate::model::{Fragment, LostFragment};
use crate::storage::format::ron_writer::{RonWriter, WriteRon};
use crate::text::{Text, context};

/// Characters of context on either side, at most.
const CONTEXT: usize = 32;

/// One fragment with its words and their context. Unknown fields are an error, because it could not keep them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FragmentRecord {
    /// In characters, half-open.
    pub span: Range<usize>,
    pub text: String,
    /// At most 32 characters of context on either side.
    #[serde(default)]
    pub before: String,
    #[serde(default)]
    pub after: String,
}

impl FragmentRecord {
    /// The record of a fragment that is in the text.
    pub fn of(fragment: &Fragment, text: &Text) -> Self {
        let Fragment { span, words } = fragment;
        Self {
            span: text.char_from_byte(span.start()).0..text.char_from_byte(span.end()).0,
            text: words.clone(),
            before: context::last_chars(text.range(0..span.start().0), CONTEXT).to_owned(),
            after: context::first_chars(text.range(span.end().0..text.end().0), CONTEXT).to_owned(),
        }
    }

    /// The fragment if its words are not in the text.
    pub fn into_lost(self) -> LostFragment {
        let Self { span, text, before, after } = self;
        LostFragment { chars: (span.start, span.end), words: text, before, after }
    }
}

impl From<LostFragment> for FragmentRecord {
    fn from(lost: LostFragment) -> Self {
        let LostFragment { chars, words, before, after } = lost;
        Self { span: chars.0..chars.1, text: words, before, after }
    }
}

impl WriteRon for FragmentRecord {
    fn write_ron(&self, out: &mut RonWriter) {
        let Self { span, text, before, after } = self;
        out.raw("(span: ");
        span.write_ron(out);
        out.raw(", text: ");
        text.write_ron(out);
        for (name, context) in [(", before: ", before), (", after: ", after)] {
            if !context.is_empty() {
                out.raw(name);
                context.write_ron(out);
            }
        }
        out.raw(")");
    }
}
