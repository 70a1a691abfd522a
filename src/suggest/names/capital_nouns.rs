//! Finds names that nobody registered where a capital is no evidence: in German, whose nouns all have one, and in
//! languages without a grammar. A word is taken only if something else says that it is a name.

use std::ops::Range;

use super::gender::is_first_name;
use super::institutions::is_institution;
use super::name_evidence::is_common;
use super::non_person_names::is_place;
use super::unregistered_names::NewNames;
use crate::suggest::grammar::words::ends;

/// Fewer letters are no name alone.
const SHORTEST: usize = 3;

impl NewNames<'_> {
    /// One past the last word of a name that begins at word `at` of the sentence.
    pub(super) fn sure_name(&self, sentence: &Range<usize>, at: usize) -> Option<usize> {
        let word = self.words.get(at).filter(|word| word.is_upper && !word.is_joined && word.lower.chars().count() > 1)?;
        if self.lexicon.is_no_name(&word.lower) || !self.is_letters(at) {
            return None;
        }
        let end = self.end_of_run(at, sentence);
        let length = end - at;
        let before = at.checked_sub(1).filter(|&before| before >= sentence.start && !word.after_break);
        let before = before.and_then(|before| self.words.get(before));
        let is_title = self.is_title(at);
        if length > 1 && is_first_name(&word.lower) && !is_title {
            return Some(end);
        }
        let common = |at: usize| self.words.get(at).is_none_or(|word| is_common(word, self.grammar));
        let body = |at: usize| self.words.get(at).is_some_and(|word| is_institution(&word.lower));
        // `Europäische Kommission`: an adjective with a capital, though an article is before it.
        let adjective = ends(&word.lower, self.grammar.names.adjective_noun_endings) && at != sentence.start;
        if length > 1 && adjective && body(end - 1) {
            return Some(end);
        }
        // `Universität Lenn`
        if length > 1 && body(at) && !common(end - 1) {
            return Some(end);
        }
        if self.is_acronym(at) {
            return Some(at + 1);
        }
        if is_title || common(at) || word.lower.chars().count() < SHORTEST {
            return None;
        }
        // `Ministerin Kern`
        let after_title = before.is_some_and(|before| before.is_upper && self.lexicon.is_title(&before.lower));
        let is_known = self.evidence.last_names.contains(&word.lower);
        let name = self.words.get(end - 1).map_or("", |last| self.text.range(word.start..last.end));
        let is_person = after_title || is_known;
        if is_person || is_place(name) || length == 1 && self.evidence.is_always_free(&word.lower) {
            return Some(if is_known { at + 1 } else { end });
        }
        None
    }
}
