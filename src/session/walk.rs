//! Walks the candidates: one key to the next, a digit accepts it with that speaker and goes on, one key rejects.

use std::sync::Arc;

use super::action::Action;
use super::candidates::extent;
use super::command::Edge;
use super::notice::Severity;
use super::selection::Selection;
use super::state::Session;
use crate::edit::{Change, Edit};
use crate::model::{
    Actor, ActorId, Anchor, Annotation, AnnotationId, Attribution, Details, EvidenceKind, Fragment, Label, Rejection, Timestamp,
    Unknown, Who,
};
use crate::suggest::{Candidate, Proposed as Voice, Speaker};
use crate::text::{ByteOffset, Span};

/// Milliseconds after the last candidate in which a digit means nothing.
const HASTE_MS: u64 = 1_500;

impl Session {
    /// Goes to the candidate after the caret, or before it.
    pub(super) fn step_candidate(&mut self, forward: bool, now: Timestamp) {
        let here = self.candidates.current.as_ref().and_then(extent).map_or(self.selection.head, |(start, _)| start);
        let looked_at = self.candidates.current.is_some();
        let starts = |candidate: &&Candidate| extent(candidate).map(|(start, _)| start);
        let next = if forward {
            let after = |start: ByteOffset| if looked_at { start > here } else { start >= here };
            self.candidates.open.iter().find(|candidate| starts(candidate).is_some_and(after))
        } else {
            self.candidates.open.iter().rev().find(|candidate| starts(candidate).is_some_and(|start| start < here))
        };
        match next.cloned() {
            Some(candidate) => self.look_at(candidate),
            None if self.found_names().is_none() && self.article.is_some() => {
                self.notify(Severity::Info, "The candidates are still being looked for; try again in a moment", now);
            }
            None if self.candidates.open.is_empty() => self.notify(Severity::Info, "No candidate is left in this article", now),
            None => {
                let side = if forward { "below" } else { "above" };
                self.notify(
                    Severity::Info,
                    format!("No candidate {side}; {} elsewhere in this article", self.candidates.open.len()),
                    now,
                );
            }
        }
    }

    /// Looks at the shortest open candidate that holds the place.
    pub(super) fn look_at_candidate(&mut self, at: ByteOffset) {
        let holds = |span: &Span| span.start() <= at && at <= span.end();
        let here = self.candidates.open.iter().filter(|candidate| candidate.fragments.iter().any(holds));
        let length = |candidate: &&Candidate| candidate.fragments.iter().map(|span| span.byte_len()).sum::<usize>();
        if let Some(candidate) = here.min_by_key(length).cloned() {
            self.look_at(candidate);
        }
    }

    fn look_at(&mut self, candidate: Candidate) {
        let start = extent(&candidate).map_or(self.selection.head, |(start, _)| start);
        self.current = None;
        self.selection = Selection::caret(start);
        self.candidates.current = Some(candidate);
        self.reveals += 1;
    }

    /// Goes on after a candidate was accepted or rejected.
    fn go_on(&mut self, from: ByteOffset, now: Timestamp) {
        self.sift_candidates();
        let next =
            self.candidates.open.iter().find(|candidate| extent(candidate).is_some_and(|(start, _)| start >= from)).cloned();
        if let Some(candidate) = next {
            return self.look_at(candidate);
        }
        self.candidates.current = None;
        self.candidates.ended = Some(now);
        let text = match self.candidates.open.len() {
            0 => "That was the last candidate of this article".to_owned(),
            more => format!("That was the last candidate below; {more} further up"),
        };
        self.notify(Severity::Info, text, now);
    }

    /// Whether a digit was meant for a candidate that is no more: fast hands do not see at once that the walk is over.
    pub(super) fn walk_has_just_ended(&self, now: Timestamp) -> bool {
        self.candidates.ended.is_some_and(|ended| now.since(ended) < HASTE_MS)
    }

    /// Accepts the candidate that is looked at with its n-th speaker, counted from 1; 0 is for none.
    pub(super) fn accept_candidate(&mut self, number: usize, now: Timestamp) {
        let (Some(candidate), Some(article)) = (self.candidates.current.clone(), self.article().cloned()) else { return };
        let speaker = match number.checked_sub(1) {
            None => None,
            Some(at) => match candidate.speakers.get(at) {
                Some(speaker) => Some(speaker.clone()),
                None => {
                    return self.notify(
                        Severity::Info,
                        format!(
                            "There is no speaker {number} here; press {} to accept it without one",
                            self.key(Action::TagQuote)
                        ),
                        now,
                    );
                }
            },
        };
        let mut edits = Vec::new();
        let at = now.whole_seconds();
        let mut details = Details::default();
        if let Some(cue) = candidate.cue {
            details.add_evidence(EvidenceKind::Cue, Fragment::new(&article.text, cue));
        }
        if let Some(speaker) = &speaker {
            let attribution = self.attribution_of(speaker, &mut edits, now);
            self.chose(&attribution.who);
            details.attribution.push(attribution);
        }
        let mut quote = Annotation {
            id: self.ids.fresh(Label::Quote, &article.id, &self.document),
            label: Label::Quote,
            fragments: candidate.fragments.iter().map(|span| Fragment::new(&article.text, *span)).collect(),
            note: String::new(),
            unsure: false,
            actor: None,
            details,
            origin: "candidate".to_owned(),
            anchor: Anchor::Exact,
            created: at,
            modified: at,
            unknown: Unknown::default(),
        };
        self.propose(&mut quote);
        if self.layer().is_some_and(|layer| layer.twin_of(&quote).is_some()) {
            return self.notify(Severity::Info, "These words are already marked as a quote", now);
        }
        let (id, end) = (quote.id.clone(), quote.end());
        edits.push(Edit::Annotation(article.id.clone(), self.annotator.clone(), Change::new(None, Some(Arc::new(quote)))));
        if self.take_step("accept a candidate", edits, None, now) {
            self.last = Some(id.clone());
            self.go_on(end, now);
            if self.candidates.current.is_none() {
                self.select_annotation(Some(id));
            }
        }
    }

    /// Remembers that the candidate that is looked at is no quote, and goes on.
    pub(super) fn reject_candidate(&mut self, now: Timestamp) {
        let (Some(candidate), Some(article)) = (self.candidates.current.clone(), self.article().cloned()) else {
            return self.notify(
                Severity::Info,
                format!("Go to a candidate first: press {}", self.key(Action::NextCandidate)),
                now,
            );
        };
        let Some((start, end)) = extent(&candidate) else { return };
        let Ok(span) = Span::new(&article.text, start, end) else { return };
        let before = self.layer().map(|layer| layer.rejected.clone()).unwrap_or_default();
        let mut after = before.clone();
        after.push(Rejection { label: Label::Quote, fragment: Fragment::new(&article.text, span) });
        after.sort_by_key(|no| (no.fragment.span, no.label));
        let edit = Edit::Rejected(article.id.clone(), self.annotator.clone(), Change::new(before, after));
        if self.take_step("reject a candidate", vec![edit], None, now) {
            self.go_on(end, now);
        }
    }

    /// Moves an edge of the candidate that is looked at. Returns whether there is one.
    pub(super) fn move_candidate_edge(&mut self, edge: Edge, step: super::caret::CaretStep) -> bool {
        let (Some(mut candidate), Some(article)) = (self.candidates.current.clone(), self.article().cloned()) else {
            return false;
        };
        let slot = match edge {
            Edge::Start => candidate.fragments.first_mut(),
            Edge::End => candidate.fragments.last_mut(),
        };
        if let Some(span) = slot {
            let (start, end) = match edge {
                Edge::Start => (step.from(&article.text, span.start()), span.end()),
                Edge::End => (span.start(), step.from(&article.text, span.end())),
            };
            if let Ok(moved) = Span::new(&article.text, start, end) {
                *span = moved;
                let apart = candidate.fragments.windows(2).all(|pair| matches!(pair, [a, b] if a.end() <= b.start()));
                if apart {
                    self.candidates.current = Some(candidate);
                    self.reveals += 1;
                }
            }
        }
        true
    }

    /// The attribution that a proposed speaker stands for; a new actor and a mention that is not marked yet come with it.
    fn attribution_of(&mut self, speaker: &Speaker, edits: &mut Vec<Edit>, now: Timestamp) -> Attribution {
        let who = match &speaker.who {
            Voice::Known(id) => Who::Actor(id.clone()),
            Voice::Role(words) => Who::Unnamed(words.clone()),
            // Made meanwhile: the proposal is older than the register.
            Voice::New(name) if let [known] = self.actors_named(name.trim()).as_slice() => Who::Actor(known.clone()),
            Voice::New(name) => match self.fresh_actor_id(name.trim()) {
                Some(id) => {
                    let actor = Actor::new(id.clone(), name.trim());
                    edits.push(Edit::Actor(Change::new(None, Some(Arc::new(actor)))));
                    Who::Actor(id)
                }
                None => Who::Unknown,
            },
        };
        let mention = match (who.actor().cloned(), speaker.mention) {
            (Some(actor), Some(span)) => self.mention_at(span, &actor, edits, now),
            _ => None,
        };
        Attribution { who, mention }
    }

    /// The mention that marks these words, or a new one of that actor.
    fn mention_at(&mut self, span: Span, actor: &ActorId, edits: &mut Vec<Edit>, now: Timestamp) -> Option<AnnotationId> {
        let article = self.article()?.clone();
        let here = |a: &&Arc<Annotation>| a.label == Label::Actor && a.spans().any(|own| own.overlaps(span));
        if let Some(held) = self.layer().and_then(|layer| layer.touching(span.start(), span.end()).find(here)) {
            return (held.actor.as_ref() == Some(actor)).then(|| held.id.clone());
        }
        let at = now.whole_seconds();
        let mut mention = Annotation {
            id: self.ids.fresh(Label::Actor, &article.id, &self.document),
            label: Label::Actor,
            fragments: vec![Fragment::new(&article.text, span)],
            note: String::new(),
            unsure: false,
            actor: Some(actor.clone()),
            details: Details::default(),
            origin: "candidate".to_owned(),
            anchor: Anchor::Exact,
            created: at,
            modified: at,
            unknown: Unknown::default(),
        };
        self.propose_form(&mut mention);
        let id = mention.id.clone();
        edits.push(Edit::Annotation(article.id.clone(), self.annotator.clone(), Change::new(None, Some(Arc::new(mention)))));
        Some(id)
    }
}
