//! Finds actors of the register: by what is typed, by the words of hits, and those used last.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Actor, ActorId};
use crate::session::derived::name_index::ActorHit;
use crate::session::review::list::Review;
use crate::session::state::Session;
use crate::suggest::{Reason, alike};
use crate::text::fold::folded;

impl Session {
    /// The actors that match what was typed, best first, at most `most`.
    #[must_use]
    pub fn find_actors(&self, typed: &str, most: usize) -> Vec<ActorHit> {
        self.derived.survey().find_actors(typed, most)
    }

    /// The words of the ticked hits of a search, the most frequent first. Words that differ only in case or accents are one.
    fn ticked_words(&self) -> Vec<String> {
        let mut counts: BTreeMap<String, (usize, &str)> = BTreeMap::new();
        let ticked = self.review.open().into_iter().flat_map(Review::ticked_rows);
        ticked.for_each(|row| counts.entry(folded(&row.words)).or_insert((0, &row.words)).0 += 1);
        let mut words: Vec<(usize, &str)> = counts.into_values().collect();
        words.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        words.into_iter().map(|(_, words)| words.to_owned()).collect()
    }

    /// A name for a new actor that the ticked hits of a search name; empty if none is ticked.
    #[must_use]
    pub fn name_of_hits(&self) -> String {
        self.ticked_words().into_iter().next().unwrap_or_default()
    }

    /// The actors that the ticked hits of a search probably name, at most nine: those whose names match, best first; and, in
    /// the second list, those chosen last and those mentioned often.
    #[must_use]
    pub fn likely_of_hits(&self) -> (Vec<ActorId>, Vec<ActorId>) {
        const MOST: usize = 9;
        let words: Vec<String> = self.ticked_words().into_iter().take(MOST).collect();
        let names = self.derived.survey().names();
        let whole = words.iter().flat_map(|words| names.named(words));
        let variants = words.iter().flat_map(|words| {
            let fits = move |actor: &&Arc<Actor>| actor.names().any(|held| alike(held, words).is_some_and(Reason::is_close));
            self.editor.document().register.actors().iter().filter(fits).map(|actor| actor.id.clone())
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
        let room = MOST - fitting.len();
        let others = self.used_actors(2 * MOST).into_iter().filter(|id| !fitting.contains(id)).take(room).collect();
        (fitting, others)
    }

    /// The actors chosen last, the newest first, and then those mentioned most often, at most `most`.
    #[must_use]
    pub fn used_actors(&self, most: usize) -> Vec<ActorId> {
        let known = |id: &ActorId| self.editor.document().register.get(id).is_some();
        let mut used: Vec<ActorId> = self.defaults.recent().iter().filter(|id| known(id)).take(most).cloned().collect();
        for hit in self.find_actors("", most) {
            if used.len() < most && !used.contains(&hit.id) {
                used.push(hit.id);
            }
        }
        used
    }
}
