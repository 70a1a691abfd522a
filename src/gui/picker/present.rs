//! The current speakers or actor that a choice would replace: Enter keeps them.

use super::row::{Choice, Row};
use super::target::Target;
use crate::model::Who;
use crate::session::{Session, slot_of};

/// The entries that a choice would replace; empty if it adds one.
#[must_use]
pub(super) fn present(session: &Session, target: &Target) -> Vec<Choice> {
    let held = || target.annotation().and_then(|id| session.layer()?.get(id));
    match target {
        Target::Slot { slot, joins: false, .. } => {
            let list = held().map(|annotation| slot_of(annotation, *slot)).unwrap_or_default();
            list.iter().map(|held| of(&held.who)).collect()
        }
        Target::Mention(_) => held().and_then(|mention| mention.actor.clone()).map(Choice::Actor).into_iter().collect(),
        Target::PartOf(actor) => {
            let part_of = session.document().register.get(actor).and_then(|held| held.part_of.clone());
            part_of.map(Choice::Actor).into_iter().collect()
        }
        Target::Slot { .. }
        | Target::About(_)
        | Target::Member(_)
        | Target::SearchSpeaker
        | Target::SearchMention
        | Target::SearchCredit => Vec::new(),
    }
}

/// Adds the current entries to the rows, if missing. Returns the row that Enter accepts: the current one, or the first.
pub(super) fn with_present(session: &Session, target: &Target, rows: &mut Vec<Row>) -> usize {
    let row = match present(session, target).as_slice() {
        [] => return 0,
        [only] => {
            if let Some(at) = rows.iter().position(|row| row.choice == *only) {
                return at;
            }
            match only {
                Choice::Actor(id) => Row::actor(&session.document().register, id, "", None),
                other => Row::other(other.clone()),
            }
        }
        several => Row::other(Choice::Keep(several.iter().map(|choice| shown(session, choice)).collect())),
    };
    rows.insert(0, row);
    0
}

fn of(who: &Who) -> Choice {
    match who {
        Who::Actor(id) => Choice::Actor(id.clone()),
        Who::Unnamed(words) => Choice::Unnamed(words.clone()),
        Who::Author => Choice::Author,
        Who::Unknown => Choice::Unknown,
    }
}

fn shown(session: &Session, choice: &Choice) -> String {
    match choice {
        Choice::Actor(id) => session.document().register.name(id).to_owned(),
        other => Row::other(other.clone()).title,
    }
}
