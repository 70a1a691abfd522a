//! Finds verbs that report by their place alone: `“It holds,” grinned Thorn`, `« Il tient », sourit-elle`,
//! `«Держит», — хмыкнул Корн`. No lexicon has all of them.

use super::clause::is_article;
use super::cues::{Cue, CueKind};
use super::finite::is_finite;
use super::sentence::{Sentence, Word};
use crate::suggest::lexicon::word_list::WordList;
use crate::suggest::lexicon::{Lexicon, Takes, Verb};
use crate::text::Text;

/// What never is a verb there, though it stands like one.
static NO_VERBS: WordList = WordList::new(
    "avec chez selon pour contre dont comme sans par sur sous dans entre vers après avant depuis pendant notamment et ou mais que \
    qui quand si car donc puis ni dixit voire soit d'après de à en au aux du des un une le la les l' ce cette son sa ses leur plus \
    with for and but or by from about including like such as the a an of in on at to who which that after before while when \
    и но а или что как по в на с из для о об от у к за не ни",
);

/// The reporting verb that begins at word `at`, when its place tells it: behind a quotation, or set off inside of one.
pub(in crate::suggest) fn slot(text: &Text, words: &[Word], sentence: &Sentence, lexicon: &Lexicon, at: usize) -> Option<Cue> {
    let word = words.get(at)?;
    let before = at.checked_sub(1).filter(|&before| before >= sentence.words.start).and_then(|before| words.get(before))?;
    let gap = text.range(before.end..word.start);
    let is_inside = word.quotation != 0;
    let is_behind = !is_inside && before.quotation != 0;
    let sees = Slot { words, sentence, lexicon, quotation: word.quotation };
    let found = match lexicon.language.as_str() {
        "fr" if is_behind || gap.contains([',', '?', '!', '…']) => {
            // Outside of marks, a comma and a verb alone open any clause.
            sees.french(at).filter(|found| is_inside || is_behind || sees.is_joined(found.1) || sees.is_joined(found.0 + 1))
        }
        "ru" => (gap.contains(['—', '–']) || gap.contains(" - ")).then(|| sees.russian(at)).flatten(),
        _ if is_behind && gap.contains([',', '?', '!', '…']) => sees.english(at),
        _ => None,
    }?;
    let verb = Verb { takes: Takes::That, is_participle: false, is_loose: false, is_bare: false };
    Some(Cue { words: found.0..found.1, kind: CueKind::Verb(verb) })
}

struct Slot<'a> {
    words: &'a [Word],
    sentence: &'a Sentence,
    lexicon: &'a Lexicon,
    /// The quotation in which all words must lie; 0 for none.
    quotation: u32,
}

impl Slot<'_> {
    fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at).filter(|word| self.sentence.words.contains(&at) && word.quotation == self.quotation)
    }

    fn is_plain(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            !word.is_upper
                && word.lower.chars().all(char::is_alphabetic)
                && word.lower.chars().count() > 2
                && !NO_VERBS.has(&word.lower)
                && !self.lexicon.is_role(&word.lower)
                && self.lexicon.pronoun(&word.lower).is_none()
        })
    }

    fn is_subject(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            !word.after_break
                && (word.is_upper
                    || is_article(&word.lower)
                    || self.lexicon.is_role(&word.lower)
                    || self.lexicon.is_title(&word.lower)
                    || self.lexicon.pronoun(&word.lower).is_some())
        })
    }

    /// `-t-il`, `-elle`
    fn is_joined(&self, at: usize) -> bool {
        self.word(at)
            .is_some_and(|word| word.is_joined && matches!(word.lower.as_str(), "t" | "il" | "elle" | "ils" | "elles" | "on"))
    }

    /// Whether nothing follows, or a break, or when and to whom it is said.
    fn is_end(&self, at: usize) -> bool {
        self.word(at).is_none_or(|word| {
            word.after_break
                || self.lexicon.opens_aside(&word.lower)
                || self.lexicon.is_preposition(&word.lower)
                || word.lower.ends_with("ly")
        })
    }

    /// `sourit-elle`, `se souvient le maire`, `a-t-il justifié`, `a justifié Luc Abadie`.
    fn french(&self, at: usize) -> Option<(usize, usize)> {
        let lower = |at: usize| self.word(at).map_or("", |word| word.lower.as_str());
        let joined = |at: usize| self.is_joined(at);
        let verb = at + usize::from(matches!(lower(at), "se" | "s'"));
        if matches!(lower(at), "a" | "ont" | "avait") {
            if joined(at + 1) {
                let past = (at + 2..at + 6).find(|&at| self.is_plain(at) && lower(at).ends_with(['é', 'i', 't', 'u']))?;
                return Some((at, past + 1));
            }
            let past = at + 1 + usize::from(self.lexicon.is_adverb(lower(at + 1)));
            return (self.is_plain(past) && lower(past).ends_with(['é', 'i', 't', 'u']) && self.is_subject(past + 1))
                .then_some((at, past + 1));
        }
        if !self.is_plain(verb) || self.word(verb).is_some_and(|word| verb > at && word.after_break) {
            return None;
        }
        if joined(verb + 1) {
            return Some((at, verb + 1));
        }
        let ends = lower(verb).ends_with(['e', 't', 'a']) || lower(verb).ends_with("ent");
        let named = self.word(verb + 1).is_some_and(|word| word.is_upper && !word.after_break);
        // Inside marks a comma and a name alone say little: a first and a last name, or a title with one.
        let sure = if self.quotation == 0 {
            self.is_subject(verb + 1)
        } else {
            named && self.word(verb + 2).is_some_and(|word| word.is_upper && (!word.after_break || word.is_joined))
                || verb > at && self.is_subject(verb + 1)
        };
        (ends && sure).then_some((at, verb + 1))
    }

    /// `хмыкнул Корн`, `не выдержала она`.
    fn russian(&self, at: usize) -> Option<(usize, usize)> {
        let lower = |at: usize| self.word(at).map_or("", |word| word.lower.as_str());
        let verb = at + usize::from(lower(at) == "не");
        let is_past = ["л", "ла", "ли", "лся", "лась", "лись"].iter().any(|end| lower(verb).ends_with(end));
        let is_now = is_finite(lower(verb), "ru") && self.is_subject(verb + 1);
        let ok = self.is_plain(verb) && (is_past || is_now) && (self.is_subject(verb + 1) || self.is_end(verb + 1));
        ok.then_some((at, verb + 1))
    }

    /// `he grinned.`, `Ada Thorn grinned`, `grinned Thorn`.
    fn english(&self, at: usize) -> Option<(usize, usize)> {
        let lower = |at: usize| self.word(at).map_or("", |word| word.lower.as_str());
        let is_verb = |at: usize| {
            let word = lower(at);
            self.is_plain(at)
                && (word.ends_with("ed") && word.len() > 4
                    || matches!(word, "read" | "reads" | "began" | "grinned" | "sang" | "spat"))
        };
        if is_verb(at) && self.is_subject(at + 1) {
            return Some((at, at + 1));
        }
        let is_pronoun = matches!(lower(at), "he" | "she" | "they");
        let names = (at..at + 4)
            .take_while(|&n| self.word(n).is_some_and(|word| word.is_upper && (n == at || !word.after_break)))
            .count();
        let verb = match (is_pronoun, names) {
            (true, _) => at + 1,
            (_, 1..) => at + names,
            _ if lower(at) == "the" => (at + 2..at + 4).find(|&at| is_verb(at))?,
            _ => return None,
        };
        let is_near = self.word(verb).is_some_and(|word| !word.after_break);
        (is_near && is_verb(verb) && self.is_end(verb + 1)).then_some((verb, verb + 1))
    }
}
