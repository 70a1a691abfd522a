//! Finds verbs that report by their place alone: `“It holds,” grinned Thorn`, `« Il tient », sourit-elle`,
//! `«Держит», — хмыкнул Корн`. No lexicon has all of them.

use super::cue::{Cue, CueKind};
use super::sentence::{Sentence, Word};
use crate::suggest::grammar::Grammar;
use crate::suggest::grammar::verbs::PlaceVerbs;
use crate::suggest::grammar::words::ends;
use crate::suggest::lexicon::Lexicon;
use crate::suggest::lexicon::word_class::{Takes, Verb};
use crate::text::Text;

/// The reporting verb that begins at word `at`, if its place says so: after a quotation, or set off inside of one.
pub(in crate::suggest) fn position_verb(
    text: &Text,
    words: &[Word],
    sentence: &Sentence,
    lexicon: &Lexicon,
    at: usize,
) -> Option<Cue> {
    let word = words.get(at)?;
    let before = at.checked_sub(1).filter(|&before| before >= sentence.words.start).and_then(|before| words.get(before))?;
    let gap = text.range(before.end..word.start);
    let is_inside = word.quotation != 0;
    let is_behind = !is_inside && before.quotation != 0;
    let grammar = lexicon.grammar();
    let place = Place { words, sentence, lexicon, grammar, quotation: word.quotation };
    let found = match grammar.verbs.place {
        PlaceVerbs::Inverted if is_behind || gap.contains([',', '?', '!', '…']) => {
            // Outside of marks, a comma and a verb alone open any clause.
            let is_sure =
                |found: &(usize, usize)| is_inside || is_behind || place.is_joined(found.1) || place.is_joined(found.0 + 1);
            place.inverted(at).filter(is_sure)
        }
        PlaceVerbs::AfterDash => (gap.contains(['—', '–']) || gap.contains(" - ")).then(|| place.after_dash(at)).flatten(),
        PlaceVerbs::AfterComma if is_behind && gap.contains([',', '?', '!', '…']) => place.after_comma(at),
        PlaceVerbs::AfterMarks if is_behind && gap.contains([',', '?', '!', '…']) => place.after_marks(at),
        _ => None,
    }?;
    let verb = Verb { takes: Takes::That, is_participle: false, is_loose: false, is_bare: false };
    Some(Cue { words: found.0..found.1, kind: CueKind::Verb(verb) })
}

struct Place<'a> {
    words: &'a [Word],
    sentence: &'a Sentence,
    lexicon: &'a Lexicon,
    grammar: &'static Grammar,
    /// The quotation in which all words must lie; 0 for none.
    quotation: u32,
}

impl Place<'_> {
    fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at).filter(|word| self.sentence.words.contains(&at) && word.quotation == self.quotation)
    }

    fn is_plain(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            !word.is_upper
                && word.lower.chars().all(char::is_alphabetic)
                && word.lower.chars().count() > 2
                && !self.grammar.verbs.never_by_place.has(&word.lower)
                && !self.lexicon.is_role(&word.lower)
                && self.lexicon.pronoun(&word.lower).is_none()
        })
    }

    fn is_subject(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            !word.after_break
                && (word.is_upper
                    || self.grammar.is_article(&word.lower)
                    || self.lexicon.is_role(&word.lower)
                    || self.lexicon.is_title(&word.lower)
                    || self.lexicon.pronoun(&word.lower).is_some())
        })
    }

    /// `-t-il`, `-elle`
    fn is_joined(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.is_joined && self.grammar.verbs.joined_pronouns.has(&word.lower))
    }

    /// Whether nothing follows, or a break, or when and to whom it is said.
    fn is_end(&self, at: usize) -> bool {
        self.word(at).is_none_or(|word| {
            word.after_break
                || self.lexicon.opens_aside(&word.lower)
                || self.lexicon.is_preposition(&word.lower)
                || ends(&word.lower, self.grammar.verbs.adverb_endings)
        })
    }

    fn lower(&self, at: usize) -> &str {
        self.word(at).map_or("", |word| word.lower.as_str())
    }

    fn is_past(&self, at: usize) -> bool {
        ends(self.lower(at), self.grammar.verbs.past_endings)
    }

    /// `sourit-elle`, `se souvient le maire`, `a-t-il justifié`, `a justifié Luc Abadie`.
    fn inverted(&self, at: usize) -> Option<(usize, usize)> {
        let verbs = &self.grammar.verbs;
        let verb = at + usize::from(verbs.reflexives.has(self.lower(at)));
        if verbs.place_auxiliaries.has(self.lower(at)) {
            if self.is_joined(at + 1) {
                let past = (at + 2..at + 6).find(|&at| self.is_plain(at) && self.is_past(at))?;
                return Some((at, past + 1));
            }
            let past = at + 1 + usize::from(self.lexicon.is_adverb(self.lower(at + 1)));
            return (self.is_plain(past) && self.is_past(past) && self.is_subject(past + 1)).then_some((at, past + 1));
        }
        if !self.is_plain(verb) || self.word(verb).is_some_and(|word| verb > at && word.after_break) {
            return None;
        }
        if self.is_joined(verb + 1) {
            return Some((at, verb + 1));
        }
        let named = self.word(verb + 1).is_some_and(|word| word.is_upper && !word.after_break);
        // Inside marks a comma and a name alone say little: a first and a last name, or a title with one.
        let sure = if self.quotation == 0 {
            self.is_subject(verb + 1)
        } else {
            named && self.word(verb + 2).is_some_and(|word| word.is_upper && (!word.after_break || word.is_joined))
                || verb > at && self.is_subject(verb + 1)
        };
        (ends(self.lower(verb), verbs.present_endings) && sure).then_some((at, verb + 1))
    }

    /// `хмыкнул Корн`, `не выдержала она`.
    fn after_dash(&self, at: usize) -> Option<(usize, usize)> {
        let verb = at + usize::from(self.grammar.verbs.negation.has(self.lower(at)));
        let is_now = self.grammar.verbs.is_finite(self.lower(verb)) && self.is_subject(verb + 1);
        let ok = self.is_plain(verb) && (self.is_past(verb) || is_now) && (self.is_subject(verb + 1) || self.is_end(verb + 1));
        ok.then_some((at, verb + 1))
    }

    /// `grinste Thorn`, `meinte sie`: the verb with its subject directly after it.
    fn after_marks(&self, at: usize) -> Option<(usize, usize)> {
        let is_verb = self.is_plain(at) && (self.is_past(at) || ends(self.lower(at), self.grammar.verbs.present_endings));
        (is_verb && self.is_subject(at + 1)).then_some((at, at + 1))
    }

    /// `he grinned.`, `Ada Thorn grinned`, `grinned Thorn`.
    fn after_comma(&self, at: usize) -> Option<(usize, usize)> {
        let verbs = &self.grammar.verbs;
        let is_verb = |at: usize| {
            let word = self.lower(at);
            self.is_plain(at) && (self.is_past(at) && word.len() > 4 || verbs.place_forms.has(word))
        };
        if is_verb(at) && self.is_subject(at + 1) {
            return Some((at, at + 1));
        }
        let is_pronoun = verbs.subject_pronouns.has(self.lower(at));
        let names = (at..at + 4)
            .take_while(|&n| self.word(n).is_some_and(|word| word.is_upper && (n == at || !word.after_break)))
            .count();
        let verb = match (is_pronoun, names) {
            (true, _) => at + 1,
            (_, 1..) => at + names,
            _ if self.grammar.nouns.definite.has(self.lower(at)) => (at + 2..at + 4).find(|&at| is_verb(at))?,
            _ => return None,
        };
        let is_near = self.word(verb).is_some_and(|word| !word.after_break);
        (is_near && is_verb(verb) && self.is_end(verb + 1)).then_some((verb, verb + 1))
    }
}
