//! Keeps the rows of the register: filtered, sorted, counted; rebuilt only when the set or the filter changes.

use std::collections::HashSet;
use std::sync::{Arc, Weak};

use crate::model::{ActorId, Document, Register};
use crate::session::{Counts, Session};
use crate::text::folded;

/// One actor of the list.
#[derive(Clone, Debug)]
pub struct ActorRow {
    pub id: ActorId,
    pub counts: Counts,
    /// The alias that the filter matched; empty if it matched the name.
    pub by: String,
    /// Whether another actor has exactly this name.
    pub shares_name: bool,
}

/// The rows of the register.
#[derive(Debug, Default)]
pub struct RegisterRows {
    /// Weak, so that keeping it does not force the next edit to copy the set.
    made_for: Option<(Weak<Document>, String, bool)>,
    names: Names,
    pub rows: Vec<ActorRow>,
    pub total: usize,
}

/// The actors by name; kept until the register changes, which most edits do not do.
#[derive(Debug, Default)]
struct Names {
    of: Weak<Register>,
    /// Each actor, and whether another one has the same name.
    sorted: Vec<(ActorId, bool)>,
}

impl Names {
    fn update(&mut self, register: &Arc<Register>) {
        if std::ptr::eq(self.of.as_ptr(), Arc::as_ptr(register)) {
            return;
        }
        let mut named: Vec<(String, &ActorId)> = register.actors().iter().map(|actor| (folded(&actor.name), &actor.id)).collect();
        named.sort();
        let same = |at: Option<usize>, name: &str| at.and_then(|at| named.get(at)).is_some_and(|(other, _)| other == name);
        let row = |(at, (name, id)): (usize, &(String, &ActorId))| {
            ((*id).clone(), same(at.checked_sub(1), name) || same(Some(at + 1), name))
        };
        self.sorted = named.iter().enumerate().map(row).collect();
        self.of = Arc::downgrade(register);
    }
}

impl RegisterRows {
    /// Rebuilds the rows if the set, the filter or the order has changed. Returns whether it did.
    pub fn update(&mut self, session: &Session, filter: &str, by_use: bool) -> bool {
        let document = session.document();
        let same = |made: &Weak<Document>| std::ptr::eq(made.as_ptr(), Arc::as_ptr(document));
        if self.made_for.as_ref().is_some_and(|(made, f, u)| same(made) && f == filter && *u == by_use) {
            return false;
        }
        let register = &document.register;
        self.names.update(register);
        self.total = register.actors().len();
        let row = |id: &ActorId, shares_name: bool, by: String| ActorRow {
            counts: session.survey().counts(id),
            shares_name,
            id: id.clone(),
            by,
        };
        if filter.trim().is_empty() {
            self.rows = self.names.sorted.iter().map(|(id, shares)| row(id, *shares, String::new())).collect();
            if by_use {
                // The sort is stable: actors with equal counts stay sorted by name.
                self.rows.sort_by_key(|row| std::cmp::Reverse(row.counts.all()));
            }
        } else {
            let shared: HashSet<&ActorId> = self.names.sorted.iter().filter(|(_, shares)| *shares).map(|(id, _)| id).collect();
            let by = |id: &ActorId, name: String| if register.name(id) == name { String::new() } else { name };
            let hits = session.find_actors(filter, usize::MAX).into_iter();
            self.rows = hits.map(|hit| row(&hit.id, shared.contains(&hit.id), by(&hit.id, hit.name))).collect();
        }
        self.made_for = Some((Arc::downgrade(document), filter.to_owned(), by_use));
        true
    }

    /// The row of an actor.
    #[must_use]
    pub fn position(&self, wanted: &ActorId) -> Option<usize> {
        self.rows.iter().position(|row| row.id == *wanted)
    }
}
