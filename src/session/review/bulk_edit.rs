//! Makes something of the ticked hits of a search: marks the words, or changes the annotations in which they stand.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Purpose;
use crate::edit::{Change, Edit};
use crate::jobs::row::Row;
use crate::jobs::search_text::Query;
use crate::model::{Actor, ActorId, Annotation, AnnotationId, Annotator, ArticleId, Attribution, BatchId, Label, Timestamp, Who};
use crate::session::annotate::deletion::Doomed;
use crate::session::input::notice::Severity;
use crate::session::state::Session;

/// What becomes of the ticked hits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchAct {
    Tag(Label),
    /// Mentions of this actor.
    Mention(ActorId),
    /// Mentions of a new actor of that name.
    MentionNew(String),
    /// The quotes and claims in which they stand are this actor's, the mentions name it.
    Credit(ActorId),
    /// The annotations in which they stand go.
    Delete,
}

/// An annotation in which a hit stands, and its article.
type Held = (ArticleId, Arc<Annotation>);

impl Session {
    /// Does one thing with all ticked hits of a search, in one step.
    pub(in crate::session) fn accept_as(&mut self, act: &SearchAct, now: Timestamp) {
        let Some((query, rows)) = self.ticked_hits() else { return };
        if rows.is_empty() {
            return self.notify(Severity::Info, "Tick the places that are meant first: Space ticks one, Ctrl A all", now);
        }
        match act {
            SearchAct::Tag(label) => self.tag_hits(&rows, *label, None, Vec::new(), now),
            SearchAct::Mention(actor) => self.tag_hits(&rows, Label::Actor, Some(actor), Vec::new(), now),
            SearchAct::MentionNew(name) => {
                let Some(id) = self.fresh_actor_id(name.trim()) else {
                    return self.notify(Severity::Warning, format!("“{name}” cannot be an actor's name"), now);
                };
                let made = Edit::Actor(Change::new(None, Some(Arc::new(Actor::new(id.clone(), name.trim())))));
                self.tag_hits(&rows, Label::Actor, Some(&id), vec![made], now);
            }
            SearchAct::Credit(actor) => self.credit_hits(&query, &rows, actor, now),
            SearchAct::Delete => self.delete_hits(&query, &rows, now),
        }
    }

    fn ticked_hits(&self) -> Option<(Query, Vec<Row>)> {
        let review = self.review.as_ref()?;
        let Purpose::Search(query) = &review.purpose else { return None };
        Some((query.clone(), review.rows.iter().filter(|row| row.ticked).cloned().collect()))
    }

    /// Marks the places. What has to be made first, such as an actor, comes along.
    fn tag_hits(&mut self, rows: &[Row], label: Label, actor: Option<&ActorId>, mut edits: Vec<Edit>, now: Timestamp) {
        let batch = self.ids.fresh_batch();
        let marks: Vec<Edit> = rows.iter().filter_map(|row| self.marked(row, label, actor, &batch, now)).collect();
        let count = marks.len();
        edits.extend(marks);
        if count == 0 {
            return self.notify(Severity::Info, "Nothing was ticked that is not marked already", now);
        }
        if self.take_step(&format!("tag {count} hits of a search"), edits, None, now) {
            self.review = None;
            let text = match count {
                1 => "1 hit tagged; one undo takes it back".to_owned(),
                more => format!("{more} hits tagged as one batch; one undo takes them back"),
            };
            self.notify(Severity::Info, text, now);
        }
    }

    /// The edit that marks the words of a hit; `None` when they are marked so already.
    fn marked(&mut self, row: &Row, label: Label, actor: Option<&ActorId>, batch: &BatchId, now: Timestamp) -> Option<Edit> {
        let article = self.document.article(&row.article)?.clone();
        let mut annotation = self.fresh_annotation(&article, label, &[row.span], "search", now);
        annotation.actor = actor.cloned();
        annotation.details.batch = Some(batch.clone());
        self.propose(&article, &mut annotation);
        self.addition(&article, annotation)
    }

    /// The shortest annotation in which a hit was found, one's own before that of somebody else.
    pub(in crate::session) fn annotation_of(&self, query: &Query, row: &Row) -> Option<(&Annotator, &Arc<Annotation>)> {
        if !query.is_of_annotations() {
            return None;
        }
        let holds = |a: &&Arc<Annotation>| {
            query.wants(a) && a.spans().any(|own| own.start() <= row.span.start() && row.span.end() <= own.end())
        };
        let found = self.document.layers_of(&row.article).flat_map(|(by, layer)| {
            layer.touching(row.span.start(), row.span.end()).filter(holds).map(move |annotation| (by, annotation))
        });
        found.min_by_key(|(by, a)| (**by != self.annotator, a.end().0 - a.start().0))
    }

    /// One's own annotations in which the ticked hits stand, each once, and how many hits stand only in those of others.
    fn held_by(&self, query: &Query, rows: &[Row]) -> (Vec<Held>, usize) {
        let (mut found, mut others, mut seen) = (Vec::new(), 0, BTreeSet::new());
        for row in rows {
            let Some((by, annotation)) = self.annotation_of(query, row) else { continue };
            if *by != self.annotator {
                others += 1;
            } else if seen.insert((row.article.clone(), annotation.id.clone())) {
                found.push((row.article.clone(), Arc::clone(annotation)));
            }
        }
        (found, others)
    }

    /// The annotations that an act is about; says why when there are none.
    fn held_or_say(&mut self, query: &Query, rows: &[Row], now: Timestamp) -> Option<(Vec<Held>, String)> {
        if !query.is_of_annotations() {
            let text = "Search only in quotes, in claims, in mentions or in what one actor says first: then the ticked places are \
                        annotations";
            self.notify(Severity::Info, text, now);
            return None;
        }
        let (held, others) = self.held_by(query, rows);
        if held.is_empty() {
            self.notify(Severity::Info, "The ticked places are marked by others only; theirs stay as they are", now);
            return None;
        }
        let others = if others == 0 { String::new() } else { format!("; {others} marked by others stay") };
        Some((held, others))
    }

    fn delete_hits(&mut self, query: &Query, rows: &[Row], now: Timestamp) {
        let Some((held, others)) = self.held_or_say(query, rows, now) else { return };
        let by = self.annotator.clone();
        let doomed: Vec<Doomed> = held.into_iter().map(|(article, annotation)| (article, by.clone(), annotation)).collect();
        let count = counted(doomed.len());
        let edits = self.deletions(&doomed);
        if self.take_step(&format!("delete {count}"), edits, None, now) {
            self.review = None;
            if self.current().is_none() {
                self.current = None;
            }
            self.notify(Severity::Info, format!("{count} deleted{others}; one undo brings all back"), now);
        }
    }

    fn credit_hits(&mut self, query: &Query, rows: &[Row], actor: &ActorId, now: Timestamp) {
        let Some((held, others)) = self.held_or_say(query, rows, now) else { return };
        if self.document.register.get(actor).is_none() {
            return;
        }
        let who = Who::Actor(actor.clone());
        let ticked: BTreeSet<AnnotationId> = held.iter().map(|(_, annotation)| annotation.id.clone()).collect();
        let (mut edits, mut changed, mut count) = (Vec::new(), BTreeSet::new(), 0);
        let open = self.article.clone();
        for (article, annotation) in held {
            // Mentions nearby and claims inside are looked for in the open article.
            self.article = Some(article);
            let mut after = Annotation::clone(&annotation);
            if annotation.label == Label::Actor {
                after.actor = Some(actor.clone());
            } else if !annotation.details.attribution.iter().any(|held| held.who == who) {
                let mention = self.nearest_mention(&annotation, actor);
                after.details.attribution = vec![Attribution { who: who.clone(), mention }];
            }
            if after == *annotation {
                continue;
            }
            count += 1;
            let claims = if annotation.label == Label::Quote { self.claims_in(&annotation, &after) } else { Vec::new() };
            edits.extend(self.changed(&annotation, after, now));
            for (before, after) in claims {
                if !ticked.contains(&before.id) && changed.insert(before.id.clone()) {
                    edits.extend(self.changed(&before, after, now));
                }
            }
        }
        self.article = open;
        let name = self.document.register.name(actor).to_owned();
        if count == 0 {
            return self.notify(Severity::Info, format!("All that is ticked is {name}'s already"), now);
        }
        let count = counted(count);
        if self.take_step(&format!("{name}: {count}"), edits, None, now) {
            self.chose(&who);
            self.review = None;
            self.notify(Severity::Info, format!("{count} credited to {name}{others}; one undo takes it back"), now);
        }
    }
}

fn counted(count: usize) -> String {
    if count == 1 { "1 annotation".to_owned() } else { format!("{count} annotations") }
}
