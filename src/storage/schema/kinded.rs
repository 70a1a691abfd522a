//! Defines [`Kinded`]: a fragment with its kind, such as a zone or a piece of evidence.

use std::ops::Range;

use serde::Deserialize;

use super::super::anchor::{self, Placed};
use super::fragment::FragmentRecord;
use crate::model::{Fragment, LostFragment};
use crate::storage::format::ron_writer::{RonWriter, WriteRon};
use crate::text::Text;

/// A fragment with its kind. Unknown fields are an error, because it could not keep them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kinded<K> {
    pub kind: K,
    /// In characters, half-open.
    pub span: Range<usize>,
    pub text: String,
    /// At most 32 characters of context on either side.
    #[serde(default)]
    pub before: String,
    #[serde(default)]
    pub after: String,
}

impl<K: Copy> Kinded<K> {
    /// The record of a fragment that is in the text.
    pub fn of(kind: K, fragment: &Fragment, text: &Text) -> Self {
        let FragmentRecord { span, text, before, after } = FragmentRecord::of(fragment, text);
        Self { kind, span, text, before, after }
    }

    /// The record of a fragment that was not found.
    pub fn lost(kind: K, lost: &LostFragment) -> Self {
        let LostFragment { chars, words, before, after } = lost.clone();
        Self { kind, span: chars.0..chars.1, text: words, before, after }
    }

    /// The kind and the located fragment, with `true` if it was moved; or else the lost fragment.
    pub fn placed(self, text: &Text) -> (K, Result<(Fragment, bool), LostFragment>) {
        let Self { kind, span, text: words, before, after } = self;
        (kind, place(FragmentRecord { span, text: words, before, after }, text))
    }
}

/// The located fragment, with `true` if it was moved; or else the lost fragment.
pub(super) fn place(record: FragmentRecord, text: &Text) -> Result<(Fragment, bool), LostFragment> {
    let (spans, moved) = match anchor::place(text, std::slice::from_ref(&record)) {
        Placed::There(spans) => (spans, false),
        Placed::Elsewhere(spans) => (spans, true),
        Placed::Nowhere => (Vec::new(), false),
    };
    match spans.first() {
        Some(span) => Ok((Fragment { span: *span, words: record.text }, moved)),
        None => Err(record.into_lost()),
    }
}

impl<K> From<Kinded<K>> for FragmentRecord {
    fn from(kinded: Kinded<K>) -> Self {
        let Kinded { kind: _, span, text, before, after } = kinded;
        Self { span, text, before, after }
    }
}

impl<K: WriteRon> WriteRon for Kinded<K> {
    fn write_ron(&self, out: &mut RonWriter) {
        let Self { kind, span, text, before, after } = self;
        out.raw("(kind: ");
        kind.write_ron(out);
        out.raw(", span: ");
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
