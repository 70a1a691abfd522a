//! Finds whom a pronoun or a role means, among those that are named before it.

use std::ops::Range;

use super::mentions::{Cast, Mention, Who};
use crate::suggest::grammar::languages::any_has;
use crate::suggest::grammar::words::ends;
use crate::suggest::lexicon::word_class::{Gender, Number};
use crate::suggest::names::institutions::{is_demonym, is_leader};
use crate::suggest::parse::view::View;

/// How far back names are looked at, in mentions.
const REACH: usize = 40;

/// An article that names more is a list; its roles are not looked up below.
const MOST_NAMES: usize = 300;

/// Who is named and who spoke before a place.
pub(in crate::suggest) struct Near<'a> {
    cast: &'a Cast,
    /// Outside of quotations, the nearest first: number in the cast, and where.
    names: Vec<(usize, usize)>,
    /// Of them, those that are only where something happens.
    places: Vec<usize>,
    /// Numbers in the cast, the last one first.
    spoke: Vec<usize>,
    /// Where the sentence, the one before it, and the paragraph begin, in bytes.
    sentence: usize,
    previous: usize,
    paragraph: usize,
    /// Whom the sentence before is about.
    about: Option<usize>,
    /// The sentence before, of the same paragraph, or this one reports already.
    goes_on: bool,
}

/// Whom words may mean, best first.
pub(in crate::suggest) struct Antecedents {
    pub names: Vec<usize>,
    /// The first one bears the role.
    pub is_sure: bool,
}

impl<'a> Near<'a> {
    pub fn new(view: &View<'_>, cast: &'a Cast, at: usize, spoke: &[usize], spoke_at: Option<usize>) -> Self {
        let paragraph = view.text.paragraph(view.sentence.paragraph).start;
        let before = cast.mentions.partition_point(|mention| mention.bytes.start < at.max(view.sentence.start));
        let list = cast.mentions.get(before.saturating_sub(REACH)..before).unwrap_or_default();
        let whose = |mention: &Mention| mention.number().and_then(|number| cast.names.get(number));
        let is_place = |mention: &Mention| mention.is_place && whose(mention).is_some_and(|named| !named.is_person);
        let is_mute = |mention: &Mention| whose(mention).is_some_and(|named| named.is_mute);
        let named = || list.iter().rev().filter(|mention| !mention.is_quoted && !is_mute(mention));
        let names = named()
            .filter(|mention| !is_place(mention))
            .filter_map(|mention| mention.number().map(|number| (number, mention.bytes.start)));
        Self {
            cast,
            names: names.collect(),
            places: named().filter(|mention| is_place(mention)).filter_map(Mention::number).collect(),
            spoke: spoke.iter().rev().copied().take(4).collect(),
            sentence: view.sentence.start,
            previous: view.previous.map_or(view.sentence.start, |(start, _)| start),
            paragraph,
            about: view.previous.and_then(|(_, about)| about),
            goes_on: spoke_at.is_some_and(|at| at >= paragraph && view.previous.is_some_and(|(start, _)| at >= start)),
        }
    }

    fn is_person(&self, number: usize) -> bool {
        self.cast.names.get(number).is_some_and(|named| named.is_person)
    }

    /// Whether the sentence follows another one of its paragraph.
    pub fn is_continued(&self) -> bool {
        self.previous >= self.paragraph && self.previous < self.sentence
    }

    /// Whether somebody is named in the sentence before.
    pub fn named_in_between(&self) -> bool {
        self.subject_before().is_some()
    }

    /// The person whom the sentence before, of the same paragraph, names first.
    fn subject_before(&self) -> Option<usize> {
        if let Some(about) = self.about.filter(|about| self.is_continued() && self.is_person(*about)) {
            return Some(about);
        }
        let inside = self.names.iter().filter(|name| (self.previous..self.sentence).contains(&name.1));
        let first = inside.rev().find(|name| self.is_person(name.0))?;
        self.is_continued().then_some(first.0)
    }

    /// The people that the paragraph names, in its order.
    fn of_paragraph(&self) -> impl Iterator<Item = usize> {
        let here = self.names.iter().rev().filter(|name| name.1 >= self.paragraph);
        here.map(|name| name.0).filter(|number| self.is_person(*number))
    }

    /// Everybody, likeliest first. After a subject that is known, whoever spoke before comes next.
    pub fn order(&self, view: &View<'_>, has_subject: bool) -> Vec<usize> {
        let here: Vec<usize> = self.names.iter().rev().filter(|name| name.1 >= self.sentence).map(|name| name.0).collect();
        let here = here
            .iter()
            .copied()
            .filter(|number| self.is_person(*number))
            .chain(here.iter().copied().filter(|n| !self.is_person(*n)));
        // Names after it, in the same line: a headline names whom it quotes after the colon.
        let line = view.text.paragraph(view.sentence.paragraph);
        let from = self.cast.mentions.partition_point(|mention| mention.bytes.start < self.sentence);
        let behind =
            self.cast.mentions.get(from..).unwrap_or_default().iter().take_while(|mention| mention.bytes.start < line.end);
        let behind = behind.filter(|mention| !mention.is_quoted).filter_map(Mention::number).take(REACH);
        let people = self.names.iter().map(|name| name.0).filter(|number| self.is_person(*number));
        let rest = self.names.iter().map(|name| name.0).chain(self.places.iter().copied());
        let spoke = self.spoke.iter().copied();
        let last = self.spoke.first().copied();
        let mut order: Vec<usize> = if has_subject {
            last.into_iter().chain(here).chain(self.of_paragraph()).chain(spoke).chain(people).chain(behind).chain(rest).collect()
        } else {
            let before = last.filter(|_| self.goes_on).or_else(|| self.subject_before());
            here.filter(|n| self.is_person(*n))
                .chain(before)
                .chain(last)
                .chain(self.of_paragraph())
                .chain(spoke)
                .chain(behind)
                .chain(people)
                .chain(rest)
                .collect()
        };
        let mut seen = Vec::new();
        order.retain(|number| {
            let is_new = !seen.contains(number);
            seen.push(*number);
            is_new
        });
        order
    }
}

/// Whom the mention, a role or a pronoun, may mean. `reported` are bytes of words that are talked about.
pub(in crate::suggest) fn antecedents(
    view: &View<'_>,
    cast: &Cast,
    mention: &Mention,
    reported: &Range<usize>,
    near: &Near<'_>,
) -> Antecedents {
    let free: Vec<(usize, usize)> =
        near.names.iter().copied().filter(|name| !reported.contains(&name.1) && name.1 < mention.bytes.start).collect();
    let mut names: Vec<usize> = Vec::new();
    let mut add = |number: usize| {
        if fits(cast, &mention.who, number) && !names.contains(&number) {
            names.push(number);
        }
    };
    match &mention.who {
        Who::Named(number) => names.push(*number),
        Who::Role(words) => {
            let bears = |number: &usize| cast.names.get(*number).is_some_and(|named| bears_title(words, &named.titles));
            let nouns = &view.grammar().nouns;
            let is_body = words.iter().any(|word| is_body(word));
            let is_nobody = words.iter().any(|word| is_nobody(word));
            let is_person = words.iter().any(|word| view.lexicon.is_title(word)) || !is_body && !is_nobody;
            let head = if nouns.noun_first { words.first() } else { words.last() };
            let several = head.is_some_and(|head| {
                ends(head, nouns.plural_endings) && !head.ends_with("ss") && head.chars().count() > nouns.plural_longer_than
            });
            let counted = words.iter().any(|word| nouns.counting.has(word))
                || matches!(words.as_slice(), [only] if only.starts_with(|c: char| c.is_ascii_digit()));
            let is_new = several || counted || is_indefinite(view, mention);
            let bearers: Vec<usize> =
                free.iter().map(|name| name.0).filter(bears).filter(|number| !is_person || near.is_person(*number)).collect();
            if !is_new && is_person {
                let spoken = near.spoke.iter().copied().find(|number| bearers.contains(number));
                spoken.into_iter().chain(bearers.iter().copied()).for_each(&mut add);
                // The article says later who it is: `…, says the mayor` above, her name below.
                let mut anywhere =
                    (0..cast.names.all.len().min(MOST_NAMES)).filter(|number| bears(number) && near.is_person(*number));
                if bearers.is_empty()
                    && let (Some(only), None) = (anywhere.next(), anywhere.next())
                {
                    add(only);
                }
                let is_sure = !names.is_empty();
                let mut add = |number: usize| {
                    if near.is_person(number) && fits(cast, &mention.who, number) && !names.contains(&number) {
                        names.push(number);
                    }
                };
                let near_by = near.subject_before().into_iter().chain(near.spoke.first().copied());
                near_by.chain(near.of_paragraph().filter(|number| free.iter().any(|name| name.0 == *number))).for_each(&mut add);
                let is_sure = is_sure || !names.is_empty() && is_definite(view, mention);
                return Antecedents { names, is_sure };
            }
            if !is_new && is_body {
                let bodies = free.iter().map(|name| name.0).filter(|number| !near.is_person(*number));
                let spoken = near.spoke.iter().copied().filter(|number| !near.is_person(*number));
                spoken.take(1).chain(bodies).for_each(&mut add);
                let is_sure = !names.is_empty() && is_definite(view, mention);
                return Antecedents { names, is_sure };
            }
            bearers.into_iter().for_each(&mut add);
        }
        Who::Pronoun(pronoun) => {
            if pronoun.is_relative {
                free.first().map(|name| name.0).into_iter().for_each(&mut add);
            }
            let inside =
                free.iter().rev().filter(|name| name.1 >= near.sentence).map(|name| name.0).filter(|n| near.is_person(*n));
            let spoken = near.spoke.first().copied();
            let spoken_here = spoken.filter(|last| free.iter().any(|name| name.1 >= near.paragraph && name.0 == *last));
            let going_on = spoken.filter(|_| near.goes_on);
            inside
                .chain(going_on)
                .chain(near.subject_before())
                .chain(spoken_here)
                .chain(near.of_paragraph())
                .chain(spoken)
                .chain(near.spoke.iter().copied())
                .chain(free.iter().map(|name| name.0).filter(|number| near.is_person(*number)))
                .chain(free.iter().map(|name| name.0))
                .for_each(&mut add);
            names.sort_by_key(|number| !near.is_person(*number));
        }
    }
    Antecedents { names, is_sure: false }
}

/// Whether the word is what a name that is no person's may be called, in any language.
fn is_body(word: &str) -> bool {
    any_has(|grammar| &grammar.nouns.bodies, word)
}

/// Whether the word is what speaks and is neither a person nor has a name, in any language.
fn is_nobody(word: &str) -> bool {
    any_has(|grammar| &grammar.nouns.nobodies, word)
}

fn is_definite(view: &View<'_>, mention: &Mention) -> bool {
    let before = mention.words.start.checked_sub(1).and_then(|at| view.word(at)).map_or("", |word| word.lower.as_str());
    // Without articles, a role alone, without more words, is somebody known.
    let is_alone = view.grammar().nouns.no_articles && mention.words.len() == 1;
    is_alone || view.grammar().nouns.definite.has(before)
}

/// `a`, `une`, `two`: nobody who was named before.
fn is_indefinite(view: &View<'_>, mention: &Mention) -> bool {
    let before = mention.words.start.checked_sub(1).and_then(|at| view.word(at)).filter(|_| !view.is_break(mention.words.start));
    before.is_some_and(|word| view.grammar().nouns.indefinite.has(&word.lower))
}

/// Words that say which minister: all but particles.
pub(in crate::suggest) fn significant(words: &[String]) -> usize {
    words.iter().filter(|word| word.chars().count() > 2).count()
}

pub(in crate::suggest) fn common(words: &[String], titles: &[String]) -> usize {
    words.iter().filter(|word| word.chars().count() > 2 && titles.iter().any(|title| same_stem(title, word))).count()
}

/// Whether somebody with these titles is meant by the words of a role: they share all of them, or tell the same leader.
fn bears_title(words: &[String], titles: &[String]) -> bool {
    let all = significant(words);
    let leads = |words: &[String]| words.iter().any(|word| is_leader(word));
    let of = |word: &&String| is_demonym(word);
    let country = words.iter().find(of).is_some_and(|country| titles.iter().any(|title| same_stem(title, country)));
    all > 0 && (common(words, titles) == all || all == 2 && country && leads(words) && leads(titles))
}

/// `русский` and `русского`, `français` and `française`.
fn same_stem(a: &str, b: &str) -> bool {
    let same = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let longest = a.chars().count().max(b.chars().count());
    a == b || same >= 4 && same + 3 >= longest
}

/// Whether the words may mean that name: number, gender, no other title of the same kind.
pub(in crate::suggest) fn fits(cast: &Cast, who: &Who, number: usize) -> bool {
    let Some(named) = cast.names.get(number) else { return false };
    if contradicts(cast, who, number) {
        return false;
    }
    match who {
        Who::Named(_) | Who::Pronoun(_) => true,
        Who::Role(words) => {
            let shared = common(words, &named.titles);
            shared == 0 || shared == significant(words) || bears_title(words, &named.titles)
        }
    }
}

/// Whether the words, a pronoun or a role, are of another gender than the name: `she` never is a man.
pub(in crate::suggest) fn contradicts(cast: &Cast, who: &Who, number: usize) -> bool {
    let Some(named) = cast.names.get(number) else { return false };
    let known = if named.gender == Gender::Any { of_titles(&named.titles) } else { named.gender };
    differ(said_by(who), known)
}

/// The same of somebody without a name: `he` never is a spokeswoman.
pub(in crate::suggest) fn contradicts_role(who: &Who, role: &str) -> bool {
    let words: Vec<String> = role.split_whitespace().map(str::to_lowercase).collect();
    differ(said_by(who), of_titles(&words))
}

fn differ(said: Gender, known: Gender) -> bool {
    matches!((said, known), (Gender::Feminine, Gender::Masculine) | (Gender::Masculine, Gender::Feminine))
}

/// The gender that the words say of the one person for whom they stand.
fn said_by(who: &Who) -> Gender {
    match who {
        Who::Pronoun(pronoun) if pronoun.number == Number::Singular => pronoun.gender,
        // A masculine title may be a woman's: `le président Ada Thorn`.
        Who::Role(words) if of_titles(words) == Gender::Feminine => Gender::Feminine,
        Who::Named(_) | Who::Pronoun(_) | Who::Role(_) => Gender::Any,
    }
}

/// The gender that words of titles say, unless they say both.
fn of_titles(titles: &[String]) -> Gender {
    let feminine = titles.iter().any(|title| any_has(|grammar| &grammar.nouns.feminine_titles, title));
    let masculine = titles.iter().any(|title| any_has(|grammar| &grammar.nouns.masculine_titles, title));
    match (feminine, masculine) {
        (true, false) => Gender::Feminine,
        (false, true) => Gender::Masculine,
        _ => Gender::Any,
    }
}
