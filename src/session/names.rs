//! Finds actors by what is typed: any name, without regard to case, diacritics and the form of apostrophes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::state::Session;
use super::survey::Survey;
use crate::model::{Actor, ActorId, Annotation, Label, Register, Who};
use crate::suggest::{Proposed, Reason, Speaker, alike};
use crate::text::fold::folded;

/// The names of a register, folded.
#[derive(Debug, Default)]
pub struct NameIndex {
    /// The register whose names these are.
    register: Register,
    actors: BTreeMap<ActorId, Known>,
    /// Who has exactly that folded name, with its spaces.
    holders: BTreeMap<String, BTreeSet<ActorId>>,
}

/// The names of one actor.
#[derive(Debug)]
struct Known {
    actor: Arc<Actor>,
    /// Folded, with spaces at both ends, so that the beginning of a word is found like any other place.
    folded: Vec<String>,
}

/// An actor that fits what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorHit {
    pub id: ActorId,
    /// The name that fits, as it is written in the register.
    pub name: String,
}

impl NameIndex {
    /// Folds the names of actors that are new or changed.
    pub fn update(&mut self, register: &Register) {
        let older = std::mem::replace(&mut self.register, register.clone());
        for (gone, new) in register.differences(&older) {
            if let Some(gone) = gone {
                self.forget(&gone.id);
            }
            if let Some(actor) = new {
                let folded: Vec<String> = actor.names().map(|name| format!(" {} ", folded(name))).collect();
                for name in &folded {
                    self.holders.entry(name.clone()).or_default().insert(actor.id.clone());
                }
                self.actors.insert(actor.id.clone(), Known { actor: Arc::clone(actor), folded });
            }
        }
    }

    fn forget(&mut self, id: &ActorId) {
        for name in self.actors.remove(id).into_iter().flat_map(|known| known.folded) {
            if let Some(holders) = self.holders.get_mut(&name) {
                holders.remove(id);
                if holders.is_empty() {
                    self.holders.remove(&name);
                }
            }
        }
    }

    /// The actors with exactly that name.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<ActorId> {
        let wanted = format!(" {} ", folded(name.trim()));
        self.holders.get(&wanted).into_iter().flatten().cloned().collect()
    }

    /// The actors of whose names that is the last word, when it is one word of three letters or more.
    #[must_use]
    pub fn with_last_name(&self, word: &str) -> Vec<ActorId> {
        let word = folded(word.trim());
        if word.chars().count() < 3 || word.contains(char::is_whitespace) {
            return Vec::new();
        }
        let end = format!(" {word} ");
        let ends = |held: &String| held.ends_with(&end) && held.len() > end.len();
        self.actors.iter().filter(|(_, known)| known.folded.iter().any(ends)).map(|(id, _)| id.clone()).collect()
    }

    /// The actors that fit, best first: whole name, its beginning, the beginnings of words, anywhere; then the most used.
    #[must_use]
    pub fn find(&self, typed: &str, most: usize, survey: &Survey) -> Vec<ActorHit> {
        let typed = folded(typed.trim());
        let words: Vec<String> = typed.split_whitespace().map(|word| format!(" {word}")).collect();
        let whole = format!(" {typed} ");
        let begun = format!(" {typed}");
        let fits = |held: &str| {
            if *held == whole {
                Some(0)
            } else if held.starts_with(&begun) {
                Some(1)
            } else if words.iter().all(|word| held.contains(word.as_str())) {
                Some(2)
            } else {
                held.contains(typed.as_str()).then_some(3)
            }
        };
        let best = |(id, known): (&ActorId, &Known)| {
            let ranks = known.folded.iter().map(|held| fits(held)).enumerate();
            let (rank, at) = ranks.filter_map(|(at, rank)| rank.map(|rank| (rank, at))).min()?;
            known.actor.names().nth(at).map(|name| (rank, id.clone(), name.to_owned()))
        };
        let mut found: Vec<(u8, ActorId, String)> = self.actors.iter().filter_map(best).collect();
        let used = |id: &ActorId| std::cmp::Reverse(survey.counts(id).all());
        found.sort_by_cached_key(|(rank, id, name)| (*rank, used(id), name.clone()));
        found.truncate(most);
        found.into_iter().map(|(_, id, name)| ActorHit { id, name }).collect()
    }
}

impl Session {
    /// The actors that fit what was typed, best first, at most so many.
    #[must_use]
    pub fn find_actors(&self, typed: &str, most: usize) -> Vec<ActorHit> {
        self.survey.names().find(typed, most, &self.survey)
    }

    /// Who probably says it, best first, at most nine: named near the annotation, chosen lately, named often.
    #[must_use]
    pub fn likely(&self, annotation: &Annotation) -> Vec<ActorId> {
        let mut ranked: Vec<ActorId> = Vec::new();
        let mut add = |id: &ActorId| {
            if !ranked.contains(id) && self.document.register.get(id).is_some() {
                ranked.push(id.clone());
            }
        };
        if annotation.label == Label::Actor {
            let words = annotation.words();
            self.survey.names().named(&words).iter().for_each(&mut add);
            self.find_actors(&words, 4).iter().for_each(|hit| add(&hit.id));
        }
        if let (Some(layer), Some(article)) = (self.layer(), self.article()) {
            let text = &article.text;
            let here = text.paragraph_at(annotation.start());
            let from = text.paragraph(here.saturating_sub(2)).start;
            let to = text.paragraph((here + 1).min(text.paragraph_count().saturating_sub(1))).end;
            // Whom a pronoun stands for is named before it.
            let is_mention = annotation.label == Label::Actor;
            let mut near: Vec<(bool, usize, &ActorId)> = layer
                .touching(crate::text::ByteOffset(from), crate::text::ByteOffset(to))
                .filter(|a| a.id != annotation.id)
                .filter_map(|a| a.actor.as_ref().map(|actor| (a, actor)))
                .map(|(a, actor)| {
                    let inside = annotation.spans().any(|span| span.start() <= a.start() && a.end() <= span.end());
                    let last = inside || is_mention && a.start() > annotation.start();
                    let gap = a.start().0.saturating_sub(annotation.end().0) + annotation.start().0.saturating_sub(a.end().0);
                    (last, gap, actor)
                })
                .collect();
            near.sort();
            for (_, _, actor) in near {
                add(actor);
            }
        }
        self.recent.iter().for_each(&mut add);
        if let Some(layer) = self.layer() {
            let said = layer.attributed(true).flat_map(|a| a.details.attribution.iter());
            said.filter_map(|held| held.who.actor()).take(40).for_each(&mut add);
            layer.naming().filter_map(|a| a.actor.as_ref()).take(400).for_each(&mut add);
        }
        ranked.truncate(9);
        ranked
    }

    /// Whom the digits stand for: whoever was proposed for the same words when they were a candidate, in that order, and
    /// then who else is likely. At most nine.
    #[must_use]
    pub fn proposed_speakers(&self, annotation: &Annotation) -> Vec<Speaker> {
        let mut all = self.found_near(annotation).map(|candidate| candidate.speakers.clone()).unwrap_or_default();
        // Made meanwhile: the proposal is older than the register.
        for speaker in &mut all {
            if let Proposed::New(name) = &speaker.who
                && let [known] = self.actors_named(name.trim()).as_slice()
            {
                speaker.who = Proposed::Known(known.clone());
            }
        }
        for id in self.likely(annotation) {
            let who = Proposed::Known(id);
            if all.iter().all(|speaker| speaker.who != who) {
                all.push(Speaker { who, mention: None, score: 0.0 });
            }
        }
        all.truncate(9);
        all
    }

    /// The words of the ticked hits of a search, folded alike counted as one, the most frequent first.
    fn ticked_words(&self) -> Vec<String> {
        let mut counts: BTreeMap<String, (usize, &str)> = BTreeMap::new();
        let ticked = self.review.iter().flat_map(|review| &review.rows).filter(|row| row.ticked);
        ticked.for_each(|row| counts.entry(folded(&row.words)).or_insert((0, &row.words)).0 += 1);
        let mut words: Vec<(usize, &str)> = counts.into_values().collect();
        words.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        words.into_iter().map(|(_, words)| words.to_owned()).collect()
    }

    /// What an actor would be called that the ticked hits of a search name.
    #[must_use]
    pub fn name_of_hits(&self) -> String {
        self.ticked_words().into_iter().next().unwrap_or_default()
    }

    /// Whom the ticked hits of a search probably name, at most nine: those whom their words fit, best first; and then, apart,
    /// the actors chosen lately and those named often.
    #[must_use]
    pub fn likely_of_hits(&self) -> (Vec<ActorId>, Vec<ActorId>) {
        const MOST: usize = 9;
        let words: Vec<String> = self.ticked_words().into_iter().take(MOST).collect();
        let names = self.survey.names();
        let whole = words.iter().flat_map(|words| names.named(words));
        let variants = words.iter().flat_map(|words| {
            let fits = move |actor: &&Arc<Actor>| actor.names().any(|held| alike(held, words).is_some_and(Reason::is_close));
            self.document.register.actors().iter().filter(fits).map(|actor| actor.id.clone())
        });
        let like = words.iter().flat_map(|words| {
            let last = words.split_whitespace().next_back();
            let by_last = last.into_iter().flat_map(|word| names.named(word).into_iter().chain(names.with_last_name(word)));
            self.find_actors(words, MOST).into_iter().map(|hit| hit.id).chain(by_last)
        });
        let mut fitting: Vec<ActorId> = Vec::new();
        for id in whole.chain(variants).chain(like) {
            if !fitting.contains(&id) && fitting.len() < MOST {
                fitting.push(id);
            }
        }
        let known = |id: &ActorId| self.document.register.get(id).is_some();
        let recent = self.recent.iter().filter(|id| known(id)).cloned();
        let often = self.find_actors("", MOST).into_iter().map(|hit| hit.id);
        let mut others: Vec<ActorId> = Vec::new();
        for id in recent.chain(often) {
            if !fitting.contains(&id) && !others.contains(&id) && fitting.len() + others.len() < MOST {
                others.push(id);
            }
        }
        (fitting, others)
    }

    /// Remembers that an actor was chosen.
    pub(super) fn chose(&mut self, who: &Who) {
        const MOST: usize = 9;
        if let Some(id) = who.actor() {
            self.recent.retain(|held| held != id);
            self.recent.insert(0, id.clone());
            self.recent.truncate(MOST);
        }
    }
}
