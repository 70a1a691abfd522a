//! Finds names that nobody registered: capitalised words, particles between them, no titles, no common words.

use std::collections::HashMap;
use std::ops::Range;

use super::gender::is_first_name;
use super::institutions::{is_demonym, is_institution};
use super::name_evidence::Evidence;
use crate::suggest::grammar::Grammar;
use crate::suggest::grammar::name_particles::{joins_body, joins_name, joins_twice, opens_place};
use crate::suggest::grammar::words::ends;
use crate::suggest::lexicon::Lexicon;
use crate::suggest::parse::sentence::{Cut, Word};
use crate::text::Text;

/// Most words of a name.
const MOST_WORDS: usize = 7;

/// Whether nearly all words of a sentence are capitalised, as in an English headline: capitals say nothing there.
pub(in crate::suggest) fn is_headline(words: &[Word]) -> bool {
    let long = words.iter().filter(|word| word.lower.chars().count() > 3);
    let (all, upper) = long.fold((0, 0), |(all, upper), word| (all + 1, upper + usize::from(word.is_upper)));
    all >= 4 && upper * 4 >= all * 3
}

/// Looks for names in an article.
pub(in crate::suggest) struct NewNames<'a> {
    pub(super) text: &'a Text,
    pub(super) words: &'a [Word],
    pub(super) lexicon: &'a Lexicon,
    pub(super) grammar: &'static Grammar,
    /// Of an article whose capitals alone say nothing.
    pub(super) evidence: Evidence,
    /// How often each word is in lower case.
    small: HashMap<&'a str, usize>,
}

impl<'a> NewNames<'a> {
    pub fn new(text: &'a Text, cut: &'a Cut, lexicon: &'a Lexicon) -> Self {
        let mut small = HashMap::new();
        for word in cut.words.iter().filter(|word| !word.is_upper && !word.is_joined) {
            *small.entry(word.lower.as_str()).or_insert(0) += 1;
        }
        let grammar = lexicon.grammar();
        let evidence = if grammar.names.trusts_capitals { Evidence::default() } else { Evidence::new(cut, grammar) };
        Self { text, words: &cut.words, lexicon, grammar, evidence, small }
    }

    /// One past the last word of a name that begins at word `at` of the sentence.
    pub fn at(&self, sentence: &Range<usize>, at: usize) -> Option<usize> {
        let word = self.words.get(at).filter(|word| word.is_upper && !word.is_joined)?;
        // Some languages set the names of companies in marks.
        let names = &self.grammar.names;
        if !names.trusts_capitals {
            return self.sure_name(sentence, at);
        }
        let gap = self.gap(at);
        let is_marked = gap.contains(['"', '“', '„', '«']) && (names.marks_open_speech || gap.contains(','));
        let opens = at == sentence.start || word.after_break && (is_marked || gap.contains([':', '—', '–']));
        let is_article = names.articles.has(&word.lower);
        let is_title = self.is_title(at);
        let heads = is_institution(&word.lower) && !names.bare_bodies;
        let first = if is_article { at + 1 } else { at };
        if is_article && (opens || !self.is_name(first, sentence) || self.is_title(first)) {
            return None;
        }
        if !is_article && (!self.is_letters(at) || is_title && !heads) {
            return None;
        }
        // `North Korn`, `New Lenn`
        let is_part_of_place = names.place_adjectives.has(&word.lower) && self.gap(at + 1) == " ";
        let is_led = !is_article && self.lexicon.is_no_name(&word.lower);
        if is_led && !((is_demonym(&word.lower) || is_part_of_place) && self.is_name(at + 1, sentence)) {
            return None;
        }
        let end = self.extended(first, self.end_of_run(first, sentence), sentence);
        let length = end - first;
        let has_body = (first..end).any(|at| self.words.get(at).is_some_and(|word| is_institution(&word.lower)));
        let alone = length == 1 && !is_article;
        // `Home Secretary`: no name of its own.
        let is_part =
            alone && self.gap(end) == " " && self.words.get(end).is_some_and(|next| next.is_upper) && self.is_title(end);
        if is_part && !self.is_acronym(at) {
            return None;
        }
        if is_led && (alone || !has_body && !is_part_of_place)
            || alone && (heads && self.is_generic(at) || self.is_counted(at, sentence))
        {
            return None;
        }
        if word.lower.chars().count() < 2 && alone {
            return None;
        }
        // What opens a sentence is a name only if it is no common word.
        if opens && !is_article {
            let next = end < sentence.end && self.follows_like_name(end);
            let leads_in =
                self.opens_like_adverb(&word.lower) || length > 2 && ends(&word.lower, self.grammar.verbs.gerund_endings);
            let common = self.is_common(at) || self.lexicon.verb(&word.lower).is_some() || leads_in;
            let fits = if alone { next && !common } else { !common || has_body || is_first_name(&word.lower) };
            return fits.then_some(end);
        }
        Some(end)
    }

    /// Whether the word, alone, is rather a common one: it is in lower case elsewhere in the article.
    pub fn is_common(&self, at: usize) -> bool {
        !self.is_acronym(at) && self.words.get(at).is_some_and(|word| self.small.contains_key(word.lower.as_str()))
    }

    pub(super) fn is_acronym(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            word.lower.chars().count() > 1 && !self.text.range(word.start..word.end).contains(char::is_lowercase)
        })
    }

    pub(super) fn is_letters(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            // `Пресс-служба`: a part of a word.
            let splits = self.is_joined_small(at + 1) && !self.joins_over(at + 1);
            !splits
                && (!word.lower.ends_with('\'') || self.words.get(at + 1).is_some_and(|next| next.is_upper))
                && word.lower.chars().any(char::is_alphabetic)
        })
    }

    fn is_name(&self, at: usize, sentence: &Range<usize>) -> bool {
        at < sentence.end
            && self
                .words
                .get(at)
                .is_some_and(|word| word.is_upper && !self.lexicon.is_no_name(&word.lower) && self.is_letters(at))
    }

    /// A title, or a role that no institution is called by; in the plural too.
    pub(super) fn is_title(&self, at: usize) -> bool {
        // `États-Unis`
        let joins = self.words.get(at + 1).is_some_and(|next| next.is_joined && next.is_upper);
        self.words.get(at).filter(|_| !joins).is_some_and(|word| {
            let lower = word.lower.as_str();
            let is = |lower: &str| self.lexicon.is_title(lower) || self.lexicon.is_role(lower);
            is(lower) || lower.chars().count() > 4 && lower.strip_suffix('s').is_some_and(is)
        })
    }

    /// `Commission`, `Union`, without what says which.
    fn is_generic(&self, at: usize) -> bool {
        self.is_title(at) || self.words.get(at).is_some_and(|word| !self.grammar.names.lone_bodies.has(&word.lower))
    }

    fn is_counted(&self, at: usize, sentence: &Range<usize>) -> bool {
        let Some(word) = self.words.get(at) else { return true };
        // `20 Heures`
        let before = at.checked_sub(1).filter(|&at| at >= sentence.start).and_then(|at| self.words.get(at));
        !word.after_break && before.is_some_and(|before| before.lower.chars().all(|c| c.is_ascii_digit()))
    }

    fn is_joined_small(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.is_joined && !word.is_upper)
    }

    /// `Mar-a-Lago`, `Boulogne-sur-Mer`: a capital again after the small word.
    fn joins_over(&self, at: usize) -> bool {
        let next = if self.is_joined_small(at + 1) { at + 2 } else { at + 1 };
        self.words.get(next).is_some_and(|word| word.is_joined && word.is_upper)
    }

    fn gap(&self, at: usize) -> &str {
        match (at.checked_sub(1).and_then(|before| self.words.get(before)), self.words.get(at)) {
            (Some(before), Some(word)) => self.text.range(before.end..word.start),
            _ => "",
        }
    }

    pub(super) fn end_of_run(&self, at: usize, sentence: &Range<usize>) -> usize {
        let lower = |at: usize| self.words.get(at).map_or("", |word| word.lower.as_str());
        let mut end = at + 1;
        while end < sentence.end && end - at < MOST_WORDS {
            let gap = self.gap(end);
            // An initial or a short form has a full stop; a sentence has ended after any other word.
            let stops = gap == ". " && lower(end - 1).chars().count() > 2;
            let is_short = gap == "." && lower(end - 1).chars().count() == 1 || gap.is_empty() && lower(end - 1).ends_with('\'');
            let joins = is_short || matches!(gap, " " | "-" | "\u{A0}" | ". " | "'" | "’");
            if self.is_joined_small(end) && self.joins_over(end) {
                end += 2 + usize::from(self.is_joined_small(end + 1));
            } else if joins && !stops && self.is_name(end, sentence) {
                let is_title = self.lexicon.is_title(lower(end)) && lower(end).chars().count() > 1;
                let begins = self.begins_person(at, end, sentence) || self.noun_of_adjective(end, sentence).is_some();
                if gap != "-" && (is_title || begins) {
                    break;
                }
                end += 1;
            } else {
                let particle = joins_name(lower(end));
                let of = joins_body(lower(end)) && !is_first_name(lower(at));
                let double = usize::from(joins_twice(lower(end + 1)) && !joins_body(lower(end)));
                let next = end + 1 + double;
                let near = matches!(self.gap(next), " " | "") && self.is_name(next, sentence) && !self.is_title(next);
                if gap == " " && (particle || of) && near {
                    end = next + 1;
                } else {
                    break;
                }
            }
        }
        end
    }

    /// `Украины Павел Корн`, `ЦБ Тимур Корн`: a person begins after another name.
    fn begins_person(&self, at: usize, here: usize, sentence: &Range<usize>) -> bool {
        let lower = |at: usize| self.words.get(at).map_or("", |word| word.lower.as_str());
        let is_followed = matches!(self.gap(here + 1), " " | "\u{A0}" | ". ") && self.is_name(here + 1, sentence);
        let acronym = self.grammar.names.person_after_acronym && here == at + 1 && self.is_acronym(at) && !self.is_acronym(here);
        let leads = |at: usize| {
            let word = lower(at);
            is_first_name(word) || word.chars().count() == 1 || opens_place(word)
        };
        let first = is_first_name(lower(here)) && !(at..here).any(leads);
        is_followed && (acronym || first)
    }

    /// The end of an institution's name, which continues in lower case in French and Russian: `Assemblée nationale`.
    fn extended(&self, at: usize, end: usize, sentence: &Range<usize>) -> usize {
        let lower = |at: usize| self.words.get(at).map_or("", |word| word.lower.as_str());
        let small = |at: usize| {
            at < sentence.end
                && self
                    .words
                    .get(at)
                    .is_some_and(|word| !word.is_upper && !word.after_break && !word.is_joined && word.quotation == 0)
                && self.gap(at).trim().is_empty()
        };
        let names = &self.grammar.names;
        if end != at + 1 {
            return end;
        }
        if !names.adjective_endings.is_empty() {
            return self.noun_of_adjective(at, sentence).map_or(end, |noun| noun + 1);
        }
        if names.body_links.is_empty() || !is_institution(lower(end - 1)) {
            return end;
        }
        let adjective = small(end)
            && ends(lower(end), names.body_adjective_endings)
            && self.lexicon.verb(lower(end)).is_none()
            && lower(end).chars().count() > 4;
        let end = end + usize::from(adjective);
        let of = small(end) && names.body_links.has(lower(end));
        let article = usize::from(of && names.body_link_articles.has(lower(end + 1)));
        let next = end + 1 + article;
        let is_noun = of && next < sentence.end && lower(next).chars().count() > 3 && self.gap(next).trim().is_empty();
        let word = self.words.get(next).filter(|_| is_noun);
        word.map_or(end, |word| if word.is_upper { self.end_of_run(next, sentence) } else { next + 1 })
    }

    /// The noun in lower case, at most two words after an adjective, that says what kind of body it is.
    fn noun_of_adjective(&self, at: usize, sentence: &Range<usize>) -> Option<usize> {
        let word = |at: usize| self.words.get(at).filter(|_| at < sentence.end);
        let small = |at: usize| word(at).is_some_and(|word| !word.is_upper && !word.after_break && word.quotation == 0);
        let endings = self.grammar.names.adjective_endings;
        let adjective = word(at).is_some_and(|word| ends(&word.lower, endings));
        let noun =
            (at + 1..at + 3).take_while(|&at| small(at)).find(|&at| word(at).is_some_and(|word| is_institution(&word.lower)));
        noun.filter(|_| adjective)
    }

    fn follows_like_name(&self, next: usize) -> bool {
        self.words
            .get(next)
            .filter(|word| !word.after_break)
            .is_some_and(|word| self.lexicon.verb(&word.lower).is_some() || self.lexicon.is_auxiliary(&word.lower))
    }

    /// An adverb by its form; names such as `Nathaly` have another one.
    fn opens_like_adverb(&self, word: &str) -> bool {
        ends(word, self.grammar.verbs.opening_adverb_endings) && word.len() > 6
    }
}
