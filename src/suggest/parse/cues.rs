//! Finds the words that report in a sentence: verbs with their auxiliaries, and phrases such as `according to`.

use super::cue::{Cue, CueKind};
use super::position_verbs::position_verb;
use super::report_nouns::report_noun;
use super::sentence::{Sentence, Word};
use crate::suggest::grammar::Grammar;
use crate::suggest::grammar::verbs::VerbGroup;
use crate::suggest::grammar::words::Words;
use crate::suggest::lexicon::Lexicon;
use crate::suggest::lexicon::word_class::{Takes, Verb};
use crate::text::Text;

/// The cues of a sentence that stand outside its quotations, in order.
pub(in crate::suggest) fn cues(text: &Text, words: &[Word], sentence: &Sentence, lexicon: &Lexicon) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    let mut at = sentence.words.start;
    while at < sentence.words.end {
        let outside = words.get(at).is_some_and(|word| word.quotation == 0);
        let cue = cue_at(words, sentence, lexicon, at);
        let cue = cue.or_else(|| position_verb(text, words, sentence, lexicon, at).filter(|_| outside));
        let cue = cue.or_else(|| report_noun(words, sentence, lexicon, at));
        at = cue.as_ref().map_or(at + 1, |cue| cue.words.end);
        found.extend(cue);
    }
    found
}

fn cue_at(words: &[Word], sentence: &Sentence, lexicon: &Lexicon, at: usize) -> Option<Cue> {
    let word = words.get(at).filter(|word| word.quotation == 0 && !word.is_joined)?;
    cue_inside(words, sentence, lexicon, at, word)
}

/// The cue whose last verb is `word`, number `at`, whatever quotation it lies in.
pub(in crate::suggest) fn cue_inside(
    words: &[Word],
    sentence: &Sentence,
    lexicon: &Lexicon,
    at: usize,
    word: &Word,
) -> Option<Cue> {
    let grammar = lexicon.grammar();
    let sees = Sees { words, sentence, lexicon, grammar, quotation: word.quotation };
    if let Some(end) = sees.according(at) {
        return Some(Cue { words: at..end, kind: CueKind::According });
    }
    let pair = sees.next(at).map(|next| format!("{} {}", word.lower, next.lower)).and_then(|pair| lexicon.verb(&pair));
    let (verb, end) = pair.map(|verb| (verb, at + 2)).or_else(|| Some((lexicon.verb(&word.lower)?, at + 1)))?;
    if verb.takes == Takes::Marks && !sees.is_marked(end) {
        return None;
    }
    let start = match grammar.verbs.group {
        VerbGroup::Joined if verb.takes == Takes::Marks && verb.is_participle => at,
        VerbGroup::Joined => sees.joined(at, verb)?,
        VerbGroup::Alone => at,
        VerbGroup::Analytic => sees.analytic(at, verb)?,
        VerbGroup::Parted => sees.parted(at, verb)?,
    };
    let end = match sees.next(end - 1) {
        Some(next)
            if verb.takes == Takes::Words
                && lexicon.is_preposition(&next.lower)
                && !grammar.reports.object_links.has(&next.lower) =>
        {
            end + 1
        }
        _ => end,
    };
    Some(Cue { words: start..end, kind: CueKind::Verb(verb) })
}

struct Sees<'a> {
    words: &'a [Word],
    sentence: &'a Sentence,
    lexicon: &'a Lexicon,
    grammar: &'static Grammar,
    /// The quotation in which all words must lie; 0 for none.
    quotation: u32,
}

impl Sees<'_> {
    /// Whether marks open after word `end`, or after a preposition there.
    fn is_marked(&self, end: usize) -> bool {
        let word = |at: usize| self.words.get(at).filter(|_| at < self.sentence.words.end);
        let opens = |at: usize| word(at).is_some_and(|word| word.quotation != 0 && word.quotation != self.quotation);
        let leads = |word: &Word| self.lexicon.is_preposition(&word.lower) || self.grammar.reports.object_links.has(&word.lower);
        opens(end) || word(end).is_some_and(leads) && opens(end + 1)
    }

    /// The word before, when nothing but a space or an apostrophe is between.
    fn previous(&self, at: usize) -> Option<&Word> {
        let word = self.words.get(at)?;
        let before = at.checked_sub(1).filter(|&before| before >= self.sentence.words.start)?;
        self.words.get(before).filter(|before| !word.after_break && before.quotation == self.quotation)
    }

    fn next(&self, at: usize) -> Option<&Word> {
        self.words
            .get(at + 1)
            .filter(|next| at + 1 < self.sentence.words.end && !next.after_break && next.quotation == self.quotation)
    }

    /// Whether a name, a role, an article or a pronoun is at word `at`.
    fn names_source(&self, at: usize) -> bool {
        self.words.get(at).filter(|word| at < self.sentence.words.end && !word.after_break).is_some_and(|word| {
            word.is_upper || self.grammar.is_article(&word.lower) || self.lexicon.pronoun(&word.lower).is_some()
        })
    }

    /// One past the phrase that begins at `at`.
    fn according(&self, at: usize) -> Option<usize> {
        let phrase = self.lexicon.according().iter().find(|phrase| {
            phrase.iter().enumerate().all(|(number, part)| {
                let word = self.words.get(at + number).filter(|_| at + number < self.sentence.words.end);
                word.is_some_and(|word| word.lower == *part && (number == 0 || !word.after_break))
            })
        })?;
        let end = at + phrase.len();
        // `…, so Kern`: elsewhere the same words mean something else.
        let is_set_off = || self.words.get(at).is_some_and(|word| word.after_break) && self.names_source(end);
        if phrase.iter().any(|part| self.grammar.reports.set_off_sources.has(part)) && phrase.len() == 1 && !is_set_off() {
            return None;
        }
        // `По её словам, …`: the source is inside.
        let is_closed = phrase.len() > 2
            && phrase.iter().any(|part| self.lexicon.pronoun(part).is_some() || self.grammar.reports.possessives.has(part));
        if is_closed {
            return Some(end);
        }
        // `Selon que`, `selon les cas`, `согласно` of laws: no source follows.
        let next = self.words.get(end).filter(|next| end < self.sentence.words.end && !next.after_break)?;
        let is_other = self.grammar.reports.not_sources.has(&next.lower);
        (!is_other).then_some(end)
    }

    /// Where a group of auxiliary and participle begins; `None` if it is a noun, an adjective or passive.
    fn joined(&self, at: usize, verb: Verb) -> Option<usize> {
        let verbs = &self.grammar.verbs;
        let mut start = at;
        let mut auxiliary = None;
        for _ in 0..6 {
            let Some(previous) = self.previous(start) else { break };
            let word = previous.lower.as_str();
            if verbs.auxiliaries.has(word) {
                auxiliary = Some(start - 1);
                break;
            }
            if verbs.passive.has(word) && start == at && verb.is_participle {
                return None;
            }
            if !verbs.between.has(word) && !self.lexicon.is_adverb(word) {
                break;
            }
            start -= 1;
        }
        if let Some(auxiliary) = auxiliary {
            return Some(auxiliary);
        }
        if verb.is_participle {
            // `a assuré que … et accusé …`
            let joins = self.previous(at).is_some_and(|word| verbs.joins.has(&word.lower));
            let is_led = (self.sentence.words.start..at)
                .any(|at| self.words.get(at).is_some_and(|word| word.quotation == 0 && verbs.auxiliaries.has(&word.lower)));
            return (joins && is_led).then_some(at);
        }
        let previous = self.previous(at).map_or("", |word| word.lower.as_str());
        if verb.is_loose {
            return (previous.is_empty() || verbs.loose_openers.has(previous)).then_some(at);
        }
        let next = self.next(at).map_or("", |word| word.lower.as_str());
        if verb.is_bare && !self.lexicon.is_complementiser(next) {
            return None;
        }
        if verbs.is_idiom(previous, self.words.get(at).map_or("", |word| word.lower.as_str())) {
            return None;
        }
        // `reste critique en`: an adjective or a noun. The words of a verb are an object.
        let is_object = |next: &Word| {
            next.quotation != 0
                || next.is_upper
                || self.grammar.is_article(&next.lower)
                || verbs.object_openers.has(&next.lower)
                || self.lexicon.is_adverb(&next.lower)
        };
        if verb.takes == Takes::Words
            && !self.words.get(at + 1).filter(|_| at + 1 < self.sentence.words.end).is_some_and(is_object)
        {
            return None;
        }
        if verbs.reflexives.has(previous) {
            return Some(at - 1);
        }
        let told_them = verbs.dative.has(previous)
            && at.checked_sub(2).and_then(|at| self.words.get(at)).is_some_and(|word| {
                word.is_upper || self.lexicon.is_role(&word.lower) || self.lexicon.pronoun(&word.lower).is_some()
            });
        (!verbs.determiners.has(previous) || told_them).then_some(at)
    }

    /// Where a group of auxiliaries, adverbs and verb begins; `None` if it is a noun, or passive.
    fn analytic(&self, at: usize, verb: Verb) -> Option<usize> {
        let verbs = &self.grammar.verbs;
        let word = self.words.get(at)?;
        let previous = self.previous(at);
        let before = previous.map_or("", |word| word.lower.as_str());
        if word.is_upper && at != self.sentence.words.start {
            return None;
        }
        // `Asked whether …`, `Speaking of …`: no subject can stand before.
        if at == self.sentence.words.start && !verb.is_loose {
            return None;
        }
        if verb.is_loose {
            return (before.is_empty() || verbs.loose_openers.has(before)).then_some(at);
        }
        if verbs.determiners.has(before) || verbs.passive.has(before) && !verbs.passive_reports.has(&word.lower) {
            return None;
        }
        if verb.is_bare || word.lower.ends_with('s') && !word.lower.ends_with("ss") {
            let plural = verb.is_bare && before.ends_with('s') && before.len() > 3;
            let name = !verb.is_bare && previous.is_some_and(|word| word.is_upper);
            let subject = verbs.bare_subjects.has(before) || self.lexicon.is_role(before) || self.lexicon.is_auxiliary(before);
            // After the quotation, with its subject between commas: `“…,” Korn, the head of the union, objects.`
            let is_quoted = self.words.get(self.sentence.words.start).is_some_and(|first| first.quotation != 0);
            let inverted = before.is_empty()
                && at > self.sentence.words.start
                && (verbs.say_present.has(&word.lower) || !verb.is_bare && is_quoted);
            if !(plural || name || subject || inverted) || verb.is_bare && self.lexicon.is_role(before) && !before.ends_with('s')
            {
                return None;
            }
        }
        let mut start = at;
        while let Some(previous) = self.previous(start) {
            let belongs = self.lexicon.is_auxiliary(&previous.lower) || self.lexicon.is_adverb(&previous.lower);
            if !belongs || previous.is_upper {
                break;
            }
            start -= 1;
        }
        while start < at && self.words.get(start).is_some_and(|word| verbs.outside_group.has(&word.lower)) {
            start += 1;
        }
        Some(start)
    }

    /// The verb itself; `None` if it is a noun, or a participle whose auxiliary does not stand earlier in the sentence.
    fn parted(&self, at: usize, verb: Verb) -> Option<usize> {
        let verbs = &self.grammar.verbs;
        let word = self.words.get(at)?;
        let before = self.previous(at).map_or("", |word| word.lower.as_str());
        // A capital inside the sentence: a noun.
        if word.is_upper && at != self.sentence.words.start || verbs.determiners.has(before) {
            return None;
        }
        let is_before = |list: &Words| {
            (self.sentence.words.start..at)
                .any(|at| self.words.get(at).is_some_and(|word| word.quotation == self.quotation && list.has(&word.lower)))
        };
        if verb.is_participle {
            return (is_before(&verbs.auxiliaries) && !is_before(&verbs.passive)).then_some(at);
        }
        // An infinitive or a first person: `… zu sagen`.
        (!verb.is_bare).then_some(at)
    }
}
