//! Lists the names found in the open article to look through; those ticked are marked in one step.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::edit::{Change, Edit};
use crate::jobs::purpose::Purpose;
use crate::jobs::row::Named;
use crate::jobs::row::{Row, row};
use crate::model::{Actor, ActorId, Article, Label, Timestamp};
use crate::session::input::notice::Message;
use crate::session::state::Session;
use crate::suggest::{HitForm, NameHit, NewName, Reason, alike, is_marked};
use crate::text::Span;

/// Most actors for which a name that several have is offered.
const SHARED: usize = 4;

impl Session {
    /// Lists the names of this article that are not marked. Known ones are ticked, doubtful and new ones are not.
    pub(in crate::session) fn review_names(&mut self, now: Timestamp) {
        let Some(article) = self.article().cloned() else { return };
        let Some(found) = self.found_names() else {
            return self.say(Message::info("Names are still being looked for. Try again in a moment"), now);
        };
        let mut rows = Vec::new();
        for hit in found.names.iter().filter(|hit| self.is_unmarked(&article, hit.span)) {
            self.known_rows(&article, hit, &mut rows);
        }
        for name in found.new_names.iter().filter(|name| self.is_unmarked(&article, name.span)) {
            self.new_rows(&article, name, &mut rows);
        }
        if rows.is_empty() {
            return self.say(Message::info("All names found in this article are marked"), now);
        }
        rows.sort_by_key(|row| row.span);
        self.review.show(Purpose::Names, rows);
    }

    fn is_unmarked(&self, article: &Article, span: Span) -> bool {
        let marked = self.layer().is_some_and(|layer| is_marked(layer, Label::Actor, span));
        !marked && article.zone_of(span).is_none()
    }

    fn known_rows(&self, article: &Article, hit: &NameHit, rows: &mut Vec<Row>) {
        // An actor may have been removed since the name was found.
        let actors: Vec<&ActorId> = hit.actors.iter().filter(|id| self.editor.document().register.get(id).is_some()).collect();
        let shared = actors.len() > 1;
        for id in actors.into_iter().take(SHARED) {
            let reason = match hit.form {
                _ if shared => "several actors have this name".to_owned(),
                HitForm::Exact => String::new(),
                HitForm::Variant(reason) => reason.to_string(),
                HitForm::SurnameOnly => "last name only".to_owned(),
            };
            let named = Some(Named::Known(id.clone()));
            rows.push(Row { named, ..row(article, hit.span, reason, !shared) });
        }
    }

    fn new_rows(&self, article: &Article, NewName { span, name }: &NewName, rows: &mut Vec<Row>) {
        // An actor of that name may have been added since it was found.
        if let [id] = self.actors_named(name).as_slice() {
            let named = Some(Named::Known(id.clone()));
            return rows.push(Row { named, ..row(article, *span, String::new(), true) });
        }
        let mut like = self.editor.document().register.actors().iter().filter_map(|actor| {
            // The last word of an organisation's or a place's name says little; last names of people are found as such.
            let reason = actor.names().filter_map(|held| alike(held, name)).find(|reason| *reason != Reason::LastName)?;
            Some((reason, actor))
        });
        if let Some((reason, actor)) = like.next() {
            let named = Some(Named::Known(actor.id.clone()));
            rows.push(Row { named, ..row(article, *span, reason.to_string(), false) });
        } else {
            let named = Some(Named::New(name.clone()));
            rows.push(Row { named, ..row(article, *span, "new actor".to_owned(), false) });
        }
    }

    /// The edits for the ticked rows, and how many mentions are among them. Each new name becomes one actor.
    pub(in crate::session) fn name_edits<'r>(&self, rows: impl Iterator<Item = &'r Row>, now: Timestamp) -> (Vec<Edit>, usize) {
        let batch = self.editor.ids().fresh_batch();
        let mut edits = Vec::new();
        let mut made: BTreeMap<String, ActorId> = BTreeMap::new();
        let mut mentions: Vec<Edit> = Vec::new();
        let mut taken: Option<Span> = None;
        for row in rows {
            // A name that is offered for several actors is marked for the first that is ticked.
            if taken.is_some_and(|span| span.overlaps(row.span)) {
                continue;
            }
            let actor = match &row.named {
                Some(Named::Known(id)) if self.editor.document().register.get(id).is_some() => id.clone(),
                Some(Named::New(name)) => match self.actor_for(name, &mut made, &mut edits) {
                    Some(id) => id,
                    None => continue,
                },
                _ => continue,
            };
            if let Some(edit) = self.mention_edit(&actor, row, &batch, now) {
                mentions.push(edit);
                taken = Some(row.span);
            }
        }
        let count = mentions.len();
        edits.append(&mut mentions);
        (edits, count)
    }

    /// The actor for a new name: the one that has it by now, or one that this step adds.
    fn actor_for(&self, name: &str, made: &mut BTreeMap<String, ActorId>, edits: &mut Vec<Edit>) -> Option<ActorId> {
        if let Some(id) = made.get(name) {
            return Some(id.clone());
        }
        if let [id] = self.actors_named(name).as_slice() {
            return Some(id.clone());
        }
        // Two new names can lead to the same id: “Ada-Thorn” and “Ada Thorn”.
        let id = self.fresh_actor_id_besides(name, |id| made.values().any(|other| other == id))?;
        edits.push(Edit::Actor(Change::new(None, Some(Arc::new(Actor::new(id.clone(), name))))));
        made.insert(name.to_owned(), id.clone());
        Some(id)
    }
}
