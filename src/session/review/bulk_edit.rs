//! Plans one change for all ticked hits of a search: marks the words, or changes the annotations around them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::search_act::SearchAct;
use crate::edit::{Change, Edit};
use crate::jobs::row::Row;
use crate::jobs::search_text::Query;
use crate::model::{Actor, ActorId, Annotation, AnnotationId, Annotator, ArticleId, Attribution, Label, Timestamp, Who};
use crate::session::annotate::deletion::ToDelete;
use crate::session::annotate::nearby::{claims_in, nearest_mention};
use crate::session::annotate::wording::counted;
use crate::session::editor::plan::{NoPlan, Plan, Planned};
use crate::session::input::action::SessionAction;
use crate::session::input::notice::Message;
use crate::session::state::Session;

/// The annotation around a hit, and its article.
type Held = (ArticleId, Arc<Annotation>);

impl Session {
    /// Does one thing with all ticked hits of a search, in one step, and closes the list.
    pub(in crate::session) fn accept_as(&mut self, act: &SearchAct, now: Timestamp) {
        if !self.carry_out(self.accepted_hits(act, now), now) {
            return;
        }
        self.review.close();
        self.forget_what_is_gone();
        if let SearchAct::Credit(actor) = act {
            self.defaults.choose(&Who::Actor(actor.clone()));
        }
    }

    fn accepted_hits(&self, act: &SearchAct, now: Timestamp) -> Planned {
        let review = self.review.open().ok_or(NoPlan::Nothing)?;
        let query = review.query().ok_or(NoPlan::Nothing)?;
        let rows: Vec<&Row> = review.ticked_rows().collect();
        if rows.is_empty() {
            return Err(NoPlan::info("Select some hits first: Space selects one, Ctrl A all"));
        }
        match act {
            SearchAct::Tag(label) => self.hits_tagged(&rows, *label, None, Vec::new(), now),
            SearchAct::Mention(actor) => self.hits_tagged(&rows, Label::Actor, Some(actor), Vec::new(), now),
            SearchAct::MentionNew(name) => {
                let Some(id) = self.fresh_actor_id(name.trim()) else {
                    return Err(NoPlan::warning(format!("“{name}” cannot be an actor's name")));
                };
                let made = Edit::Actor(Change::new(None, Some(Arc::new(Actor::new(id.clone(), name.trim())))));
                self.hits_tagged(&rows, Label::Actor, Some(&id), vec![made], now)
            }
            SearchAct::Credit(actor) => self.hits_credited(query, &rows, actor, now),
            SearchAct::Delete => self.hits_deleted(query, &rows),
        }
    }

    /// Plans annotations of the hits. Edits that must come first, such as a new actor, are passed in.
    fn hits_tagged(&self, rows: &[&Row], label: Label, actor: Option<&ActorId>, mut edits: Vec<Edit>, now: Timestamp) -> Planned {
        let batch = self.editor.ids().fresh_batch();
        let before = edits.len();
        edits.extend(rows.iter().filter_map(|row| self.row_edit(row, (label, actor, "search"), &batch, now)));
        let count = edits.len() - before;
        if count == 0 {
            return Err(NoPlan::info("All selected hits are marked already"));
        }
        let message = Message::info(format!("Tagged {}. {} undoes it", counted(count, "hit"), self.key(SessionAction::Undo)));
        Ok(Plan::new(format!("tag {count} hits of a search"), edits).say(message))
    }

    /// The shortest annotation around a hit, the annotator's own before those of others.
    pub(in crate::session) fn annotation_of(&self, query: &Query, row: &Row) -> Option<(&Annotator, &Arc<Annotation>)> {
        if !query.is_of_annotations() {
            return None;
        }
        let holds = |a: &&Arc<Annotation>| {
            query.wants(a) && a.spans().any(|own| own.start() <= row.span.start() && row.span.end() <= own.end())
        };
        let found = self.document().layers_of(&row.article).flat_map(|(by, layer)| {
            layer.touching(row.span.start(), row.span.end()).filter(holds).map(move |annotation| (by, annotation))
        });
        found.min_by_key(|(by, a)| (*by != self.annotator(), a.end().0 - a.start().0))
    }

    /// The annotator's own annotations around the hits, each once, and what to say about hits in annotations of others.
    fn held_by(&self, query: &Query, rows: &[&Row]) -> Result<(Vec<Held>, String), NoPlan> {
        if !query.is_of_annotations() {
            return Err(NoPlan::info(
                "The selected hits are words, not annotations. Search only in quotes, claims or mentions, or by speaker, first",
            ));
        }
        let (mut found, mut others, mut seen) = (Vec::new(), 0, BTreeSet::new());
        for row in rows {
            let Some((by, annotation)) = self.annotation_of(query, row) else { continue };
            if by != self.annotator() {
                others += 1;
            } else if seen.insert((row.article.clone(), annotation.id.clone())) {
                found.push((row.article.clone(), Arc::clone(annotation)));
            }
        }
        if found.is_empty() {
            return Err(NoPlan::info("The selected annotations were made by others and are not changed"));
        }
        let others = if others == 0 { String::new() } else { format!(", {others} made by others were not changed") };
        Ok((found, others))
    }

    fn hits_deleted(&self, query: &Query, rows: &[&Row]) -> Planned {
        let (held, others) = self.held_by(query, rows)?;
        let by = self.annotator();
        let to_delete: Vec<ToDelete> = held.into_iter().map(|(article, annotation)| (article, by.clone(), annotation)).collect();
        let count = counted(to_delete.len(), "annotation");
        let message = Message::info(format!("Deleted {count}{others}. {} undoes it", self.key(SessionAction::Undo)));
        Ok(Plan::new(format!("delete {count}"), self.deletions(&to_delete)).say(message))
    }

    fn hits_credited(&self, query: &Query, rows: &[&Row], actor: &ActorId, now: Timestamp) -> Planned {
        let (held, others) = self.held_by(query, rows)?;
        let name = self.document().register.get(actor).map(|actor| &actor.name).ok_or(NoPlan::Nothing)?;
        let who = Who::Actor(actor.clone());
        let ticked: BTreeSet<AnnotationId> = held.iter().map(|(_, annotation)| annotation.id.clone()).collect();
        let (mut edits, mut changed, mut count) = (Vec::new(), BTreeSet::new(), 0);
        for (article, annotation) in held {
            let Some(article) = self.document().article(&article) else { continue };
            let layer = self.editor.layer(&article.id).map(Arc::as_ref);
            let mut after = Annotation::clone(&annotation);
            if annotation.label == Label::Actor {
                after.actor = Some(actor.clone());
            } else if !annotation.details.attribution.iter().any(|held| held.who == who) {
                let mention = layer.and_then(|layer| nearest_mention(&article.text, layer, &annotation, actor));
                after.details.attribution = vec![Attribution { who: who.clone(), mention }];
            }
            if after == *annotation {
                continue;
            }
            count += 1;
            let is_quote = annotation.label == Label::Quote;
            let claims = if is_quote { claims_in(layer, &annotation, &after) } else { Vec::new() };
            edits.push(self.changed(article, &annotation, after, now));
            for (before, after) in claims {
                if !ticked.contains(&before.id) && changed.insert(before.id.clone()) {
                    edits.push(self.changed(article, &before, after, now));
                }
            }
        }
        if count == 0 {
            return Err(NoPlan::info(format!("All selected annotations are attributed to {name} already")));
        }
        let count = counted(count, "annotation");
        let message = Message::info(format!("Attributed {count} to {name}{others}. {} undoes it", self.key(SessionAction::Undo)));
        Ok(Plan::new(format!("{name}: {count}"), edits).say(message))
    }
}
