//! Walks the suggestions for one label: one key goes to the next, a digit accepts it and goes on, one key rejects it.

use crate::edit::{Change, Edit};
use crate::model::{Article, Fragment, Label, Rejection, Timestamp};
use crate::session::SessionAction;
use crate::session::annotate::wording::shortened;
use crate::session::cursor::caret_step::{CaretStep, Edge};
use crate::session::editor::plan::{NoPlan, Plan, Planned};
use crate::session::input::notice::Message;
use crate::session::state::Session;
use crate::suggest::{Suggestion, unmarked};
use crate::text::{ByteOffset, Span};

impl Session {
    /// Goes to the suggestion for a label after the caret, or before it.
    pub(in crate::session) fn step_suggestion(&mut self, label: Label, forward: bool, now: Timestamp) {
        self.suggestions.offer(label);
        let is_current = self.walks() == Some(label);
        let here = self.suggestion().and_then(Suggestion::extent).map_or(self.selection().head, |(start, _)| start);
        let starts = |suggestion: &&Suggestion| suggestion.extent().map(|(start, _)| start);
        let open = self.suggestions_of(label);
        let next = if forward {
            let after = |start: ByteOffset| if is_current { start > here } else { start >= here };
            open.iter().find(|suggestion| starts(suggestion).is_some_and(after))
        } else {
            open.iter().rev().find(|suggestion| starts(suggestion).is_some_and(|start| start < here))
        };
        let left = open.len();
        if let Some(suggestion) = next.cloned() {
            return self.look_at(label, suggestion, false);
        }
        let text = if self.found_names().is_none() && self.cursor.article().is_some() {
            "Suggestions are still being looked for. Try again in a moment".to_owned()
        } else if left == 0 {
            format!("No {}s in this article", called(label))
        } else {
            let side = if forward { "below" } else { "above" };
            format!("No {} {side}. {left} elsewhere in this article", called(label))
        };
        self.say(Message::info(text), now);
    }

    /// Makes the shown suggestion at this place the current one, the shortest first, the next one each time. The caret stays
    /// at the place: a name in the suggestion may be meant.
    pub(in crate::session) fn look_at_suggestion(&mut self, at: ByteOffset) {
        let label = self.offers();
        let holds = |span: &Span| span.start() <= at && at <= span.end();
        let open = self.suggestions_of(label).iter().filter(|suggestion| suggestion.fragments.iter().any(holds));
        let mut here: Vec<&Suggestion> = open.collect();
        here.sort_by_key(|suggestion| suggestion.fragments.iter().map(|span| span.byte_len()).sum::<usize>());
        let now = self.suggestion().and_then(|current| here.iter().position(|held| *held == current));
        let next = now.map_or(0, |now| (now + 1) % here.len());
        if let Some(suggestion) = here.get(next).map(|suggestion| Suggestion::clone(suggestion)) {
            self.look_at(label, suggestion, true);
            self.cursor.put_caret(at);
        }
    }

    /// Makes a suggestion the current one and puts the caret at its start.
    fn look_at(&mut self, label: Label, suggestion: Suggestion, by_place: bool) {
        let start = suggestion.extent().map_or(self.selection().head, |(start, _)| start);
        let suggestion = self.with_source(label, suggestion);
        self.suggestions.go_to(label, suggestion, by_place);
        self.cursor.deselect();
        self.cursor.put_caret(start);
        self.cursor.reveal();
    }

    /// Makes the suggestion with these edges the current one again, after its answer was taken back.
    pub(in crate::session) fn look_again(&mut self, label: Label, edges: (ByteOffset, ByteOffset)) {
        let found = self.found_names().map(|found| if label == Label::Claim { &found.claims } else { &found.quotes });
        let is_asked = |held: &&Suggestion| held.extent() == Some(edges) && self.is_open(label, held);
        if let Some(suggestion) = found.into_iter().flatten().find(is_asked).cloned() {
            self.suggestions.offer(label);
            self.look_at(label, suggestion, false);
        }
    }

    /// Goes to the next suggestion from `from` on, after one was accepted or rejected.
    pub(in crate::session) fn go_on(&mut self, label: Label, from: ByteOffset, now: Timestamp) {
        self.sift_suggestions();
        let open = self.suggestions_of(label);
        let left = open.len();
        let next = open.iter().find(|suggestion| suggestion.extent().is_some_and(|(start, _)| start >= from)).cloned();
        if let Some(suggestion) = next {
            return self.look_at(label, suggestion, false);
        }
        self.suggestions.end_walk(now);
        let text = match (left, called(label)) {
            (0, called) => format!("No more {called}s in this article"),
            (1, called) => format!("End of article. 1 {called} left above"),
            (more, called) => format!("End of article. {more} {called}s left above"),
        };
        self.say(Message::info(text), now);
    }

    /// Rejects the current suggestion, and goes to the next one.
    pub(in crate::session) fn reject_suggestion(&mut self, now: Timestamp) {
        let current = self.suggestions.current().and_then(|(label, suggestion)| Some((*label, suggestion.extent()?.0)));
        // Suggestions inside it come next: a part of its words may be a quote.
        if self.carry_out(self.rejected(), now)
            && let Some((label, start)) = current
        {
            self.go_on(label, start, now);
        }
    }

    fn rejected(&self) -> Planned {
        let (Some((label, suggestion)), Some(article)) = (self.suggestions.current(), self.article()) else {
            let (quote, claim) = (self.key(SessionAction::NextSuggestion), self.key(SessionAction::NextClaim));
            return Err(NoPlan::info(format!("No suggestion selected. Press {quote} or {claim}")));
        };
        let (start, end) = suggestion.extent().ok_or(NoPlan::Nothing)?;
        let span = Span::new(&article.text, start, end).map_err(|_| NoPlan::Nothing)?;
        let edits = self.rejection(article, *label, span).into_iter().collect();
        let first = suggestion.fragments.first().map_or(span, |first| unmarked(&article.text, *first));
        let (words, undo) = (shortened(article.text.slice(first)), self.key(SessionAction::Undo));
        Ok(Plan::new("reject suggestion", edits).say(Message::info(format!("Rejected “{words}”. {undo} undoes it"))))
    }

    /// The edit that rejects what is proposed for these words; `None` if it is rejected already.
    pub(in crate::session) fn rejection(&self, article: &Article, label: Label, span: Span) -> Option<Edit> {
        let before = self.editor.layer(&article.id).map(|layer| layer.rejected.to_vec()).unwrap_or_default();
        let no = Rejection { label, fragment: Fragment::new(&article.text, span) };
        if before.contains(&no) {
            return None;
        }
        let mut after = before.clone();
        after.push(no);
        after.sort_by_key(|no| (no.fragment.span, no.label));
        Some(Edit::Rejected(article.id.clone(), self.annotator().clone(), Change::new(before, after)))
    }

    /// Moves an edge of the current suggestion. Returns whether there is one.
    pub(in crate::session) fn move_suggestion_edge(&mut self, edge: Edge, step: CaretStep) -> bool {
        let (Some((label, suggestion)), Some(article)) = (self.suggestions.current(), self.article()) else {
            return false;
        };
        if let Some(moved) = with_edge_moved(suggestion, article, edge, step) {
            let label = *label;
            self.suggestions.set_current(Some((label, moved)));
            self.cursor.reveal();
        }
        true
    }
}

/// The suggestion with its first or last edge moved; `None` if a fragment would be empty or overlap another one.
fn with_edge_moved(suggestion: &Suggestion, article: &Article, edge: Edge, step: CaretStep) -> Option<Suggestion> {
    let mut moved = suggestion.clone();
    let span = match edge {
        Edge::Start => moved.fragments.first_mut()?,
        Edge::End => moved.fragments.last_mut()?,
    };
    let (start, end) = match edge {
        Edge::Start => (step.edge_from(&article.text, span.start(), edge), span.end()),
        Edge::End => (span.start(), step.edge_from(&article.text, span.end(), edge)),
    };
    *span = Span::new(&article.text, start, end).ok()?;
    let apart = moved.fragments.windows(2).all(|pair| matches!(pair, [a, b] if a.end() <= b.start()));
    apart.then_some(moved)
}

/// What messages call a suggestion.
fn called(label: Label) -> &'static str {
    match label {
        Label::Claim => "claim suggestion",
        Label::Quote | Label::Actor => "suggestion",
    }
}
