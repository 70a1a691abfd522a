//! Ranks who may have said a quote: the subject of its cue, then whom a pronoun or role means, then who is near.

pub(super) mod antecedent;
pub(super) mod mentions;
pub(super) mod named_in_article;
pub mod role_phrases;

use std::ops::Range;

use super::parse::cue::Cue;
use super::parse::subject::{leader, subject};
use super::parse::view::View;
use super::speakers::antecedent::{Near, antecedents, contradicts, contradicts_role, fits};
use super::speakers::mentions::{Cast, Mention, Who};
use crate::model::ActorId;
use crate::text::{ByteOffset, Span};

/// A likely speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    pub who: Proposed,
    /// The words that name it beside the cue: a name, a role, a pronoun.
    pub mention: Option<Span>,
    /// From 0 to 1.
    pub score: f32,
}

/// Who a suggestion proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// One of the register.
    Known(ActorId),
    /// A name that the register does not have.
    New(String),
    /// No name, only a role: `two diplomatic sources`.
    Role(String),
}

/// Most speakers that are proposed.
const MOST: usize = 5;

/// Keeps who spoke last while an article is read from its start.
#[derive(Debug, Default)]
pub(super) struct Speech {
    /// Numbers in the cast, the last one last.
    spoke: Vec<usize>,
    /// Where the sentence begins that reported last, in bytes.
    at: Option<usize>,
    /// The last speaker was only a role, with these words.
    role: Option<(String, Option<Span>)>,
}

impl Speech {
    pub fn note(&mut self, cast: &Cast, speaker: Option<&Speaker>, at: usize) {
        let Some(speaker) = speaker else { return };
        self.at = Some(at);
        self.role = match &speaker.who {
            Proposed::Role(words) => Some((words.clone(), speaker.mention)),
            Proposed::Known(_) | Proposed::New(_) => None,
        };
        let number = cast.names.all.iter().position(|named| match &speaker.who {
            Proposed::Known(id) => named.actors.contains(id),
            Proposed::New(name) => named.actors.is_empty() && named.name == *name,
            Proposed::Role(_) => false,
        });
        if let Some(number) = number
            && self.spoke.last() != Some(&number)
        {
            self.spoke.push(number);
        }
    }

    /// The likely speakers of a quote that begins at byte `at`, best first. `clause` are the words of its reporting clause
    /// if it comes after the quote.
    pub fn rank(
        &self,
        view: &View<'_>,
        cast: &Cast,
        cue: Option<&Cue>,
        clause: Option<&Range<usize>>,
        at: usize,
    ) -> Vec<Speaker> {
        let mut ranked: Vec<Speaker> = Vec::new();
        let words = view.sentence.words.clone();
        let quoted = words.clone().find(|&word| view.word(word).is_some_and(|word| word.start >= at)).unwrap_or(words.end);
        let subject = match cue {
            Some(cue) => subject(view, cast, cue, clause),
            None => leader(view, cast, words.start..quoted),
        };
        let near = Near::new(view, cast, at, &self.spoke, self.at);
        if let Some(mention) = subject {
            // Whoever is named in the reported words is talked about.
            let reported = if clause.is_some() { at..mention.bytes.start } else { at..at };
            self.resolve(view, cast, mention, &reported, &near, &mut ranked);
        } else if let Some((role, mention)) = self.role.as_ref().filter(|_| near.is_continued()) {
            ranked.push(Speaker { who: Proposed::Role(role.clone()), mention: *mention, score: 0.6 });
        }
        let mut score = 0.6;
        for number in near.order(view, subject.is_some()) {
            if ranked.len() >= MOST {
                break;
            }
            // Whoever a role or a pronoun does not fit comes after all others, and never when the gender is the other one.
            let (may, is_likely) = subject
                .map_or((true, true), |mention| (!contradicts(cast, &mention.who, number), fits(cast, &mention.who, number)));
            if may && (is_likely || score < 0.4) {
                push(&mut ranked, cast, number, None, score);
                score *= 0.8;
            }
        }
        ranked.truncate(MOST);
        ranked
    }

    /// Whom the subject of a cue means. `reported` are the bytes of the reported words, when they come before it.
    fn resolve(
        &self,
        view: &View<'_>,
        cast: &Cast,
        mention: &Mention,
        reported: &Range<usize>,
        near: &Near<'_>,
        ranked: &mut Vec<Speaker>,
    ) {
        let score = 0.95;
        let span = Span::snapped(view.text, ByteOffset(mention.bytes.start), ByteOffset(mention.bytes.end));
        if let Who::Named(number) = &mention.who {
            return push(ranked, cast, *number, span, score);
        }
        let found = antecedents(view, cast, mention, reported, near);
        let role = || Speaker {
            who: Proposed::Role(view.text.range(mention.bytes.clone()).to_owned()),
            mention: span,
            score: score * 0.65,
        };
        let is_role = matches!(mention.who, Who::Role(_));
        // `the diplomat`, after `a Western diplomat`: nobody with a name.
        let head = |words: &str| words.rsplit(' ').next().map(str::to_lowercase);
        let again = self.role.as_ref().is_some_and(|(words, _)| head(words) == head(view.text.range(mention.bytes.clone())));
        let is_sure = found.is_sure && !again;
        if is_role && !is_sure {
            ranked.push(role());
        }
        let mut worth = score * 0.85;
        for (at, number) in found.names.iter().enumerate().take(if is_role { 2 } else { MOST }) {
            // The role is the likeliest one's; a pronoun may be any person's. Whoever else is chosen is not meant by it.
            let may_be = at == 0 || !is_role && cast.names.get(*number).is_some_and(|named| named.is_person);
            push(ranked, cast, *number, span.filter(|_| may_be), worth);
            worth *= 0.85;
        }
        if is_role && is_sure {
            ranked.push(role());
        }
        // `he added`, after a speaker without a name.
        if let (Who::Pronoun(_), Some((words, _))) = (&mention.who, &self.role)
            && near.is_continued()
            && !contradicts_role(&mention.who, words)
        {
            let role = Speaker { who: Proposed::Role(words.clone()), mention: span, score: score * 0.9 };
            ranked.insert(usize::from(near.named_in_between()).min(ranked.len()), role);
        }
    }
}

pub(super) fn push(ranked: &mut Vec<Speaker>, cast: &Cast, number: usize, mention: Option<Span>, score: f32) {
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
