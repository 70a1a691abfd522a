//! Finds the words that report in a sentence: verbs with their auxiliaries, and phrases such as `according to`.

use std::ops::Range;

use super::clause::is_article;
use super::position_verbs::slot;
use super::report_nouns::report_noun;
use super::sentence::{Sentence, Word};
use crate::suggest::lexicon::{Lexicon, Takes, Verb};
use crate::text::Text;

/// The words that report.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct Cue {
    /// Numbers of its words in the article.
    pub words: Range<usize>,
    pub kind: CueKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::suggest) enum CueKind {
    Verb(Verb),
    /// A phrase that the source follows, or one that holds it: `in her view`.
    According,
    /// A noun that a clause hangs on: `the claim that …`.
    Noun,
}

impl Cue {
    pub fn takes(&self) -> Option<Takes> {
        if let CueKind::Verb(verb) = self.kind { Some(verb.takes) } else { None }
    }

    pub fn is_loose(&self) -> bool {
        matches!(self.kind, CueKind::Verb(verb) if verb.is_loose)
    }
}

const FEWEST_AUXILIARIES: [&str; 17] = [
    "a", "ont", "avait", "avaient", "aurait", "auraient", "aura", "ayant", "ai", "avons", "avez", "eut", "avoir", "ait", "aient",
    "auront", "eurent",
];
const PASSIVE: [&str; 17] = [
    "est", "sont", "été", "était", "étaient", "être", "fut", "is", "are", "was", "were", "been", "be", "being", "furent", "sera",
    "étant",
];
/// Before a noun; a verb that looks like it is none then.
const DETERMINERS: [&str; 52] = [
    "le", "la", "les", "un", "une", "des", "du", "de", "d'", "l'", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur",
    "leurs", "au", "aux", "mon", "ma", "notre", "nos", "chaque", "the", "a", "an", "of", "this", "that", "these", "those", "his",
    "her", "its", "their", "my", "our", "your", "no", "any", "some", "in", "for", "with", "s", "by", "on", "to", "as",
];
const SUBJECTS: [&str; 14] =
    ["he", "she", "they", "it", "who", "we", "i", "also", "which", "one", "police", "people", "officials", "authorities"];

/// The cues of a sentence that stand outside its quotations, in order.
pub(in crate::suggest) fn cues(text: &Text, words: &[Word], sentence: &Sentence, lexicon: &Lexicon) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    let mut at = sentence.words.start;
    while at < sentence.words.end {
        let outside = words.get(at).is_some_and(|word| word.quotation == 0);
        let cue = cue_at(words, sentence, lexicon, at);
        let cue = cue.or_else(|| slot(text, words, sentence, lexicon, at).filter(|_| outside));
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
    let sees = Sees { words, sentence, lexicon, quotation: word.quotation };
    if let Some(end) = sees.according(at) {
        return Some(Cue { words: at..end, kind: CueKind::According });
    }
    let pair = sees.next(at).map(|next| format!("{} {}", word.lower, next.lower)).and_then(|pair| lexicon.verb(&pair));
    let (verb, end) = pair.map(|verb| (verb, at + 2)).or_else(|| Some((lexicon.verb(&word.lower)?, at + 1)))?;
    if verb.takes == Takes::Marks && !sees.is_marked(end) {
        return None;
    }
    let start = match lexicon.language.as_str() {
        "fr" if verb.takes == Takes::Marks && verb.is_participle => at,
        "fr" => sees.french(at, verb)?,
        "ru" => at,
        _ => sees.english(at, verb)?,
    };
    let end = match sees.next(end - 1) {
        Some(next) if verb.takes == Takes::Words && lexicon.is_preposition(&next.lower) && !is_of(&next.lower) => end + 1,
        _ => end,
    };
    Some(Cue { words: start..end, kind: CueKind::Verb(verb) })
}

fn is_of(word: &str) -> bool {
    matches!(word, "de" | "d'" | "du" | "des" | "as" | "comme" | "of" | "par" | "by" | "à" | "to" | "with" | "en")
}

struct Sees<'a> {
    words: &'a [Word],
    sentence: &'a Sentence,
    lexicon: &'a Lexicon,
    /// The quotation in which all words must lie; 0 for none.
    quotation: u32,
}

impl Sees<'_> {
    /// Whether marks open behind word `end`, or behind a preposition there.
    fn is_marked(&self, end: usize) -> bool {
        let word = |at: usize| self.words.get(at).filter(|_| at < self.sentence.words.end);
        let opens = |at: usize| word(at).is_some_and(|word| word.quotation != 0 && word.quotation != self.quotation);
        opens(end)
            || word(end).is_some_and(|word| self.lexicon.is_preposition(&word.lower) || is_of(&word.lower)) && opens(end + 1)
    }

    /// The word before, when nothing but a space or an apostrophe stands between.
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

    /// One past the phrase that begins at `at`.
    fn according(&self, at: usize) -> Option<usize> {
        let phrase = self.lexicon.according().iter().find(|phrase| {
            phrase.iter().enumerate().all(|(number, part)| {
                let word = self.words.get(at + number).filter(|_| at + number < self.sentence.words.end);
                word.is_some_and(|word| word.lower == *part && (number == 0 || !word.after_break))
            })
        })?;
        let end = at + phrase.len();
        // `По её словам, …`: the source is inside.
        let is_closed = phrase.len() > 2
            && phrase.iter().any(|part| {
                self.lexicon.pronoun(part).is_some()
                    || matches!(part.as_str(), "his" | "her" | "their" | "ses" | "leurs" | "его" | "её" | "ее" | "их")
            });
        if is_closed {
            return Some(end);
        }
        // `Selon que`, `selon les cas`, `согласно` of laws: no source follows.
        let next = self.words.get(end).filter(|next| end < self.sentence.words.end && !next.after_break)?;
        let is_other = matches!(next.lower.as_str(), "que" | "qu'" | "laquelle" | "lequel" | "whether" | "plan");
        (!is_other).then_some(end)
    }

    /// Where the verb group begins; nothing when it is a noun, an adjective or passive.
    fn french(&self, at: usize, verb: Verb) -> Option<usize> {
        let mut start = at;
        let mut auxiliary = None;
        for _ in 0..6 {
            let Some(previous) = self.previous(start) else { break };
            let word = previous.lower.as_str();
            if FEWEST_AUXILIARIES.contains(&word) {
                auxiliary = Some(start - 1);
                break;
            }
            if PASSIVE.contains(&word) && start == at && verb.is_participle {
                return None;
            }
            let passes = matches!(word, "t" | "il" | "elle" | "ils" | "elles" | "on" | "ni" | "été" | "jamais" | "plus" | "pas")
                || self.lexicon.is_adverb(word);
            if !passes || word == "été" {
                break;
            }
            start -= 1;
        }
        if let Some(auxiliary) = auxiliary {
            return Some(auxiliary);
        }
        if verb.is_participle {
            // `a assuré que … et accusé …`
            let joins = self.previous(at).is_some_and(|word| matches!(word.lower.as_str(), "et" | "puis" | "mais"));
            let is_led = (self.sentence.words.start..at).any(|at| {
                self.words.get(at).is_some_and(|word| word.quotation == 0 && FEWEST_AUXILIARIES.contains(&word.lower.as_str()))
            });
            return (joins && is_led).then_some(at);
        }
        let previous = self.previous(at).map_or("", |word| word.lower.as_str());
        if verb.is_loose {
            let opened = matches!(previous, "" | "en" | "et" | "tout");
            return opened.then_some(at);
        }
        let next = self.next(at).map_or("", |word| word.lower.as_str());
        if verb.is_bare && !self.lexicon.is_complementiser(next) {
            return None;
        }
        // `veut dire que`, `s'assurer que` report nothing.
        let word = self.words.get(at).map_or("", |word| word.lower.as_str());
        let means = matches!(previous, "veut" | "voulait" | "veulent" | "pas") && word == "dire";
        if means || word.starts_with("assur") && matches!(previous, "s'" | "se" | "nous" | "vous") {
            return None;
        }
        // `reste critique en`: an adjective or a noun. The words of a verb are an object.
        let is_object = |next: &Word| {
            next.quotation != 0
                || next.is_upper
                || is_article(&next.lower)
                || matches!(
                    next.lower.as_str(),
                    "d'" | "à" | "au" | "aux" | "sur" | "qu'" | "que" | "leur" | "leurs" | "ses" | "notre"
                )
                || self.lexicon.is_adverb(&next.lower)
        };
        if verb.takes == Takes::Words
            && !self.words.get(at + 1).filter(|_| at + 1 < self.sentence.words.end).is_some_and(is_object)
        {
            return None;
        }
        if matches!(previous, "s'" | "se") {
            return Some(at - 1);
        }
        let told_them = previous == "leur"
            && at.checked_sub(2).and_then(|at| self.words.get(at)).is_some_and(|word| {
                word.is_upper || self.lexicon.is_role(&word.lower) || self.lexicon.pronoun(&word.lower).is_some()
            });
        (!DETERMINERS.contains(&previous) || told_them).then_some(at)
    }

    fn english(&self, at: usize, verb: Verb) -> Option<usize> {
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
            return matches!(before, "" | "while" | "by" | "as" | "and" | "also" | "is" | "was" | "are" | "were").then_some(at);
        }
        if DETERMINERS.contains(&before) || PASSIVE.contains(&before) && word.lower != "said" {
            return None;
        }
        if verb.is_bare || word.lower.ends_with('s') && !word.lower.ends_with("ss") {
            let plural = verb.is_bare && before.ends_with('s') && before.len() > 3;
            let name = !verb.is_bare && previous.is_some_and(|word| word.is_upper);
            let subject = SUBJECTS.contains(&before) || self.lexicon.is_role(before) || self.lexicon.is_auxiliary(before);
            // Behind the quotation, with its subject between commas: `“…,” Korn, the head of the union, objects.`
            let is_quoted = self.words.get(self.sentence.words.start).is_some_and(|first| first.quotation != 0);
            let inverted =
                before.is_empty() && at > self.sentence.words.start && (word.lower == "says" || !verb.is_bare && is_quoted);
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
        while start < at
            && self
                .words
                .get(start)
                .is_some_and(|word| matches!(word.lower.as_str(), "and" | "then" | "now" | "however" | "yesterday" | "today"))
        {
            start += 1;
        }
        Some(start)
    }
}
