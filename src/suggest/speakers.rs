//! Ranks who may have said a quote: the subject of its cue, then whom a pronoun or role stands for, then who is near.

use std::ops::Range;

use super::clause::View;
use super::cues::Cue;
use super::lexicon::{Gender, Number};
use super::mentions::{Cast, Mention, Who};
use super::subject::{named_beside, subject};
use crate::model::ActorId;
use crate::text::{ByteOffset, Span, Text};

/// A likely speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    pub who: Proposed,
    /// The words that name it beside the cue: a name, a role, a pronoun.
    pub mention: Option<Span>,
    /// From 0 to 1.
    pub score: f32,
}

/// Who a candidate proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// One of the register.
    Known(ActorId),
    /// A name that the register does not have.
    New(String),
    /// No name, only a role: `two diplomatic sources`.
    Role(String),
}

/// At most so many speakers are proposed.
const MOST: usize = 5;
/// How far back names are looked at, in mentions.
const REACH: usize = 40;

/// Keeps who spoke last while an article is read from its start.
#[derive(Debug, Default)]
pub(super) struct Speech {
    /// Numbers in the cast, the last one last.
    spoke: Vec<usize>,
}

impl Speech {
    pub fn note(&mut self, cast: &Cast, speaker: Option<&Speaker>) {
        let number = speaker.and_then(|speaker| {
            cast.names.iter().position(|named| match &speaker.who {
                Proposed::Known(id) => named.actors.contains(id),
                Proposed::New(name) => named.actors.is_empty() && named.name == *name,
                Proposed::Role(_) => false,
            })
        });
        if let Some(number) = number
            && self.spoke.last() != Some(&number)
        {
            self.spoke.push(number);
        }
    }

    /// The likely speakers of a quote that begins at byte `at`, best first. `clause` are the words of its reporting clause
    /// when it comes behind the quote.
    pub fn rank(
        &self,
        view: &View<'_>,
        cast: &Cast,
        cue: Option<&Cue>,
        clause: Option<&Range<usize>>,
        at: usize,
    ) -> Vec<Speaker> {
        let mut ranked: Vec<Speaker> = Vec::new();
        let subject = cue.and_then(|cue| subject(view, cast, cue, clause)).map(|mention| named_beside(view, cast, mention));
        if let Some(mention) = subject {
            // Whoever is named in the reported words is talked about.
            let reported = if clause.is_some() { at..mention.bytes.start } else { at..at };
            self.resolve(view, cast, mention, &reported, &mut ranked);
        }
        let near = names_before(cast, at);
        let here: Vec<usize> = near.iter().filter(|near| near.1 >= view.sentence.start).map(|near| near.0).rev().collect();
        let spoke: Vec<usize> = self.spoke.iter().rev().take(3).copied().collect();
        let named = near.iter().map(|near| near.0);
        let mut order: Vec<usize> = match subject {
            None => here.iter().chain(&spoke).copied().chain(named).collect(),
            Some(_) => spoke.iter().chain(&here).copied().chain(named).collect(),
        };
        // Whoever spoke counts; of the others, people first.
        let is_far = |number: &usize| !spoke.contains(number) && !cast.names.get(*number).is_some_and(|named| named.is_person);
        order.sort_by_key(is_far);
        let mut score = 0.6;
        for number in order {
            if ranked.len() >= MOST {
                break;
            }
            if subject.is_none_or(|mention| fits(cast, &mention.who, number)) || score < 0.4 {
                push(&mut ranked, cast, number, None, score);
                score *= 0.8;
            }
        }
        ranked.truncate(MOST);
        ranked
    }

    /// Whom the subject of a cue stands for. `reported` are the bytes of the reported words, when they come before it.
    fn resolve(&self, view: &View<'_>, cast: &Cast, mention: &Mention, reported: &Range<usize>, ranked: &mut Vec<Speaker>) {
        let (text, lexicon, score) = (view.text, view.lexicon, 0.95);
        let span = Span::snapped(text, ByteOffset(mention.bytes.start), ByteOffset(mention.bytes.end));
        match &mention.who {
            Who::Named(number) => push(ranked, cast, *number, span, score),
            Who::Role(words) => {
                let titled = |number: &usize| cast.names.get(*number).map_or(0, |named| common(words, &named.titles));
                let mut known: Vec<usize> = Vec::new();
                for (number, _) in names_before(cast, mention.bytes.start) {
                    if titled(&number) == significant(words) && !known.contains(&number) {
                        known.push(number);
                    }
                }
                known.sort_by_key(|number| std::cmp::Reverse(self.spoke.iter().rposition(|spoke| spoke == number)));
                let several = words.iter().any(|word| word.ends_with('s') && word.chars().count() > 4)
                    || before_is_indefinite(text, mention);
                let is_person = words.iter().any(|word| lexicon.is_title(word));
                let last = self.spoke.last().copied().filter(|last| fits(cast, &mention.who, *last));
                if let Some(number) = known.first().copied().or(last).filter(|_| !several && is_person) {
                    push(ranked, cast, number, span, score * 0.8);
                }
                ranked.push(Speaker {
                    who: Proposed::Role(text.range(mention.bytes.clone()).to_owned()),
                    mention: span,
                    score: score * 0.65,
                });
            }
            Who::Pronoun(pronoun) => {
                // The last one who spoke, if the paragraph names them; else whom it names first, people before places.
                let start = text.paragraph(text.paragraph_at(ByteOffset(mention.bytes.start))).start;
                let mut near = names_before(cast, mention.bytes.start);
                near.retain(|near| !reported.contains(&near.1));
                let here = near.iter().filter(|near| near.1 >= start);
                let is_person = |number: &usize| cast.names.get(*number).is_some_and(|named| named.is_person);
                let spoken = self.spoke.last().copied();
                let spoken_here = spoken.filter(|last| here.clone().any(|near| near.0 == *last));
                let person_here = here.clone().map(|near| near.0).rfind(is_person);
                let relative = pronoun.is_relative().then(|| near.first().map(|near| near.0)).flatten();
                let order = [relative, spoken_here, person_here, spoken];
                let people = near.iter().map(|near| near.0).filter(is_person);
                let all = order.into_iter().flatten().chain(people).chain(near.iter().map(|near| near.0));
                let mut worth = score * 0.85;
                for number in all.filter(|number| fits(cast, &mention.who, *number)).take(8) {
                    push(ranked, cast, number, span, worth);
                    worth *= 0.85;
                }
            }
        }
    }
}

/// Who is named outside quotations before the byte `at`, the nearest first: number in the cast, and where.
fn names_before(cast: &Cast, at: usize) -> Vec<(usize, usize)> {
    let before = cast.mentions.partition_point(|mention| mention.bytes.start < at);
    let near = cast.mentions.get(before.saturating_sub(REACH)..before).unwrap_or_default();
    let named = near.iter().rev().filter(|mention| !mention.is_quoted);
    named
        .filter_map(|mention| if let Who::Named(number) = mention.who { Some((number, mention.bytes.start)) } else { None })
        .collect()
}

fn push(ranked: &mut Vec<Speaker>, cast: &Cast, number: usize, mention: Option<Span>, score: f32) {
    let Some(named) = cast.names.get(number) else { return };
    let all: Vec<Proposed> = if named.actors.is_empty() {
        vec![Proposed::New(named.name.clone())]
    } else {
        named.actors.iter().cloned().map(Proposed::Known).collect()
    };
    for who in all {
        if !ranked.iter().any(|speaker| speaker.who == who) {
            ranked.push(Speaker { who, mention, score });
        }
    }
}

/// Words that tell which minister: all but particles.
pub(super) fn significant(words: &[String]) -> usize {
    words.iter().filter(|word| word.chars().count() > 2).count()
}

pub(super) fn common(words: &[String], titles: &[String]) -> usize {
    words.iter().filter(|word| word.chars().count() > 2 && titles.iter().any(|title| same_stem(title, word))).count()
}

/// `русский` and `русского`, `français` and `française`.
fn same_stem(a: &str, b: &str) -> bool {
    let same = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let longest = a.chars().count().max(b.chars().count());
    a == b || same >= 4 && same + 3 >= longest
}

/// Whether the words may stand for that name: number, gender by title, no other title of the same kind.
fn fits(cast: &Cast, who: &Who, number: usize) -> bool {
    let Some(named) = cast.names.get(number) else { return false };
    match who {
        Who::Named(_) => true,
        Who::Role(words) => {
            let shared = common(words, &named.titles);
            shared == 0 || shared == significant(words)
        }
        Who::Pronoun(pronoun) => {
            let has = |list: &[&str]| named.titles.iter().any(|title| list.contains(&title.as_str()));
            let is_woman = has(&[
                "mme",
                "mrs",
                "ms",
                "miss",
                "présidente",
                "ministre_f",
                "directrice",
                "queen",
                "reine",
                "spokeswoman",
                "chairwoman",
                "lady",
                "actress",
                "chancelière",
                "sénatrice",
                "députée",
            ]);
            let is_man = has(&[
                "m",
                "mr",
                "sir",
                "king",
                "roi",
                "spokesman",
                "chairman",
                "lord",
                "président",
                "directeur",
                "chancelier",
                "sénateur",
                "député",
            ]);
            match (pronoun.gender, pronoun.number) {
                (_, Number::Plural) | (Gender::Any, _) => true,
                (Gender::Masculine, _) => !is_woman,
                (Gender::Feminine, _) => !is_man,
            }
        }
    }
}

fn before_is_indefinite(text: &Text, mention: &Mention) -> bool {
    let start = mention.bytes.start;
    let before = text.range(text.as_str().floor_char_boundary(start.saturating_sub(12))..start).trim_end();
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    matches!(
        word.as_str(),
        "a" | "an"
            | "un"
            | "une"
            | "des"
            | "two"
            | "three"
            | "several"
            | "some"
            | "another"
            | "one"
            | "deux"
            | "trois"
            | "plusieurs"
            | "many"
    )
}
