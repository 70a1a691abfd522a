//! Keeps the rows of the register: filtered, sorted, counted; made anew only when the set or the filter changes.

use std::collections::HashMap;
use std::sync::{Arc, Weak};

use crate::model::{ActorId, Document};
use crate::session::{Counts, Session};

/// One actor of the list.
#[derive(Clone, Debug)]
pub struct ActorRow {
    pub id: ActorId,
    pub counts: Counts,
    /// The other name by which the filter found it; empty when it was the name itself.
    pub by: String,
    /// Another actor has exactly this name.
    pub shares_name: bool,
}

/// The rows of the register.
#[derive(Debug, Default)]
pub struct RegisterRows {
    /// Weak, so that what is shown does not make the next edit copy the set.
    made_for: Option<(Weak<Document>, String, bool)>,
    pub rows: Vec<ActorRow>,
    pub total: usize,
}

impl RegisterRows {
    /// Makes the rows when something changed. Returns whether it did.
    pub fn update(&mut self, session: &Session, filter: &str, by_use: bool) -> bool {
        let document = session.document();
        let same = |made: &Weak<Document>| std::ptr::eq(made.as_ptr(), Arc::as_ptr(document));
        if self.made_for.as_ref().is_some_and(|(made, f, u)| same(made) && f == filter && *u == by_use) {
            return false;
        }
        let register = &document.register;
        let mut names: HashMap<String, usize> = HashMap::new();
        register.actors().iter().for_each(|actor| *names.entry(crate::text::folded(&actor.name)).or_default() += 1);
        let row = |id: &ActorId, by: String| ActorRow {
            counts: session.survey().counts(id),
            shares_name: names.get(&crate::text::folded(register.name(id))).is_some_and(|count| *count > 1),
            id: id.clone(),
            by,
        };
        self.total = register.actors().len();
        if filter.trim().is_empty() {
            self.rows = register.actors().iter().map(|actor| row(&actor.id, String::new())).collect();
            let name = |row: &ActorRow| crate::text::folded(register.name(&row.id));
            if by_use {
                self.rows.sort_by_cached_key(|row| (std::cmp::Reverse(row.counts.all()), name(row)));
            } else {
                self.rows.sort_by_cached_key(name);
            }
        } else {
            let by = |id: &ActorId, name: String| if register.name(id) == name { String::new() } else { name };
            let hits = session.find_actors(filter, usize::MAX).into_iter();
            self.rows = hits.map(|hit| row(&hit.id, by(&hit.id, hit.name.clone()))).collect();
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
