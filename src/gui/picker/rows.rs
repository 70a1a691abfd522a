//! Builds the rows of the actor picker: the likely actors, the matches of what is typed, and new actors.

use super::row::{Choice, Row};
use super::target::Target;
use crate::model::{ActorId, Annotation};
use crate::session::{Session, Slot, slot_of};
use crate::suggest::Proposed;
use crate::text::fold::folded;

/// Maximum number of actors offered.
const MOST: usize = 9;

/// The rows, the likeliest first.
#[must_use]
pub fn rows(session: &Session, target: &Target, typed: &str, words: &str) -> Vec<Row> {
    let typed = typed.trim();
    let annotation = target.annotation().and_then(|id| session.layer()?.get(id));
    let mut rows = actors(session, target, annotation.map(std::convert::AsRef::as_ref), typed);
    let name = if typed.is_empty() { words } else { typed };
    let of_register = matches!(target, Target::PartOf(_) | Target::Member(_) | Target::SearchSpeaker | Target::SearchCredit);
    if !name.is_empty() && !of_register {
        let new = Row::other(Choice::New(name.to_owned()));
        // A name that is not in the register is most likely a new actor; a pronoun refers to one of those just named.
        let first = typed.is_empty() && matches!(target, Target::Mention(_)) && is_unknown_name(session, name);
        let at = match target {
            // Actors whose names match the words come before a new actor; other actors come after it.
            Target::SearchMention if typed.is_empty() => session.likely_of_hits().0.len(),
            _ if first => 0,
            _ => rows.len(),
        };
        rows.insert(at.min(rows.len()), new);
    }
    if let Target::Slot { slot, joins, .. } = target {
        if !name.is_empty() {
            rows.push(Row::other(Choice::Unnamed(name.to_owned())));
        }
        if *slot == Slot::Speaker && !joins {
            rows.extend([Choice::Author, Choice::Unknown].map(Row::other));
        }
    }
    let filled = match target {
        Target::Slot { slot, joins: false, .. } => annotation.is_some_and(|held| !slot_of(held, *slot).is_empty()),
        Target::Mention(_) => annotation.is_some_and(|held| held.actor.is_some()),
        Target::PartOf(actor) => session.document().register.get(actor).is_some_and(|held| held.part_of.is_some()),
        Target::Slot { .. }
        | Target::About(_)
        | Target::Member(_)
        | Target::SearchSpeaker
        | Target::SearchMention
        | Target::SearchCredit => false,
    };
    if filled && typed.is_empty() {
        rows.push(Row::other(Choice::Nobody));
    }
    rows
}

fn actors(session: &Session, target: &Target, annotation: Option<&Annotation>, typed: &str) -> Vec<Row> {
    let register = &session.document().register;
    let taken = |id: &ActorId| match target {
        Target::Slot { slot, joins: true, .. } => {
            annotation.is_some_and(|a| slot_of(a, *slot).iter().any(|held| held.who.actor() == Some(id)))
        }
        Target::About(_) => annotation.is_some_and(|a| a.details.about.contains(id)),
        Target::PartOf(actor) => id == actor,
        Target::Member(actor) => id == actor || register.get(actor).is_some_and(|held| held.members.contains(id)),
        // The choice replaces the current entry, which may be chosen as well.
        Target::Slot { joins: false, .. }
        | Target::Mention(_)
        | Target::SearchSpeaker
        | Target::SearchMention
        | Target::SearchCredit => false,
    };
    if typed.is_empty() {
        // The digits are the same as without the picker, so the current entry keeps its digit.
        let digits: Vec<Proposed> = match (annotation, target) {
            (Some(annotation), _) => session.proposed_speakers(annotation).into_iter().map(|speaker| speaker.who).collect(),
            (None, Target::SearchMention) => {
                let (fitting, others) = session.likely_of_hits();
                fitting.into_iter().chain(others).map(Proposed::Known).collect()
            }
            (None, _) => Vec::new(),
        };
        let says = matches!(target, Target::Slot { slot: Slot::Speaker, .. });
        let known = digits.iter().enumerate().filter_map(|(at, who)| match who {
            Proposed::Known(id) if !taken(id) => Some(Row::actor(register, id, "", Some(at + 1))),
            Proposed::New(name) if says => Some(Row::named_here(name, Some(at + 1))),
            Proposed::Role(words) if says => Some(Row { number: Some(at + 1), ..Row::other(Choice::Unnamed(words.clone())) }),
            Proposed::Known(_) | Proposed::New(_) | Proposed::Role(_) => None,
        });
        let mut rows: Vec<Row> = known.collect();
        if annotation.is_some() {
            // An actor that the article does not name has no digit.
            for id in session.used_actors(2 * MOST).into_iter().filter(|id| !taken(id)) {
                if rows.len() < MOST && rows.iter().all(|row| row.choice != Choice::Actor(id.clone())) {
                    rows.push(Row::actor(register, &id, "", None));
                }
            }
        }
        if !rows.is_empty() {
            return rows;
        }
    }
    let hits = session.find_actors(typed, MOST + 1).into_iter().filter(|hit| !taken(&hit.id)).take(MOST);
    let hits = hits.enumerate().map(|(at, hit)| {
        let found = if typed.is_empty() { "" } else { hit.name.as_str() };
        Row::actor(register, &hit.id, found, typed.is_empty().then_some(at + 1))
    });
    let mut rows: Vec<Row> = hits.collect();
    if !typed.is_empty() && matches!(target, Target::Slot { .. } | Target::About(_)) {
        rows.extend(named_here(session, typed));
    }
    rows
}

/// Names in the article that are not in the register, with a word that begins as typed.
fn named_here(session: &Session, typed: &str) -> Vec<Row> {
    const SHOWN: usize = 3;
    let typed = format!(" {}", folded(typed));
    let mut names: Vec<&str> = Vec::new();
    for new in session.found_names().into_iter().flat_map(|found| &found.new_names) {
        let name = new.name.trim();
        let fits = format!(" {}", folded(name)).contains(&typed);
        if fits && !names.contains(&name) && session.actors_named(name).is_empty() && names.len() < SHOWN {
            names.push(name);
        }
    }
    names.into_iter().map(|name| Row::named_here(name, None)).collect()
}

/// Whether the words look like a name, and no actor has a similar one.
fn is_unknown_name(session: &Session, words: &str) -> bool {
    const PRONOUNS: [&str; 10] = ["he", "she", "they", "it", "we", "i", "il", "elle", "ils", "elles"];
    let is_pronoun = PRONOUNS.contains(&words.to_lowercase().as_str());
    let is_name = words.split_whitespace().any(|word| word.starts_with(char::is_uppercase));
    is_name && !is_pronoun && session.find_actors(words, 1).is_empty()
}
