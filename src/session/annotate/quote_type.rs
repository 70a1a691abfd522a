//! Reads the type of a quote from its quotation marks: direct, mixed or indirect.

use crate::model::{Annotation, EvidenceKind};

/// The type of a quote by its quotation marks, after the codebook's rule: `direct` if every fragment begins with a mark and
/// no words follow the closing one, `indirect` if it contains no mark, otherwise `mixed`.
///
/// Marks around words that are tagged as scare quotes do not count.
#[must_use]
pub fn quote_type(annotation: &Annotation) -> &'static str {
    const OPENING: &[char] = &['"', '“', '„', '«', '‹', '‘', '—', '–', '\'', '`'];
    // A single mark may as well be an apostrophe.
    const CLOSING: &[char] = &['"', '”', '“', '»', '›'];
    const MARKS: &[char] = &['"', '“', '”', '„', '«', '»', '‹', '›', '`'];
    // Wires double the single marks.
    let count = |words: &str| words.matches(MARKS).count() + words.matches("''").count();
    let scare: usize = annotation.details.evidence_of(EvidenceKind::Scare).map(|f| count(&f.words)).sum();
    let marks: usize = annotation.fragments.iter().map(|f| count(&f.words)).sum();
    // Words after the closing mark are the outlet's. Without one, or after a dash, the speech continues.
    let is_whole = |words: &str| {
        let after = words.rfind(CLOSING).filter(|at| *at > 0).and_then(|at| words.get(at..)).unwrap_or_default();
        words.starts_with(['—', '–', '‘', '\'', '`']) || !after.chars().any(char::is_alphanumeric)
    };
    let opens = |words: &str| words.starts_with(OPENING) && is_whole(words);
    if !annotation.fragments.is_empty() && annotation.fragments.iter().all(|f| opens(&f.words)) {
        let partial = annotation.details.attributes.get("form").is_some_and(|form| form == "partial");
        return if partial { "mixed" } else { "direct" };
    }
    if marks > scare { "mixed" } else { "indirect" }
}
