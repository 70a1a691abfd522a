//! Walks the suggestions for one label: one key to the next, a digit accepts it and goes on, one key rejects.

use crate::edit::{Change, Edit};
use crate::model::{Article, Fragment, Label, Rejection, Timestamp};
use crate::session::SessionAction;
use crate::session::annotate::tagging::{shortened, with_article};
use crate::session::cursor::selection::Selection;
use crate::session::input::command::Edge;
use crate::session::input::notice::Severity;
use crate::session::state::Session;
use crate::suggest::{Suggestion, unmarked};
use crate::text::{ByteOffset, Span};

/// Milliseconds after the last suggestion in which a digit means nothing.
const HASTE_MS: u64 = 1_500;

impl Session {
    /// Goes to the suggestion for a label after the caret, or before it.
    pub(in crate::session) fn step_suggestion(&mut self, label: Label, forward: bool, now: Timestamp) {
        self.offer(label);
        let looked_at = self.walks() == Some(label);
        let here = self.suggestion().and_then(Suggestion::extent).map_or(self.selection.head, |(start, _)| start);
        let starts = |suggestion: &&Suggestion| suggestion.extent().map(|(start, _)| start);
        let open = self.suggestions_of(label);
        let next = if forward {
            let after = |start: ByteOffset| if looked_at { start > here } else { start >= here };
            open.iter().find(|suggestion| starts(suggestion).is_some_and(after))
        } else {
            open.iter().rev().find(|suggestion| starts(suggestion).is_some_and(|start| start < here))
        };
        let left = open.len();
        match next.cloned() {
            Some(suggestion) => self.look_at(label, suggestion),
            None if self.found_names().is_none() && self.article.is_some() => {
                self.notify(Severity::Info, "The suggestions are still being looked for; try again in a moment", now);
            }
            None if left == 0 => self.notify(Severity::Info, format!("No {} is left in this article", called(label)), now),
            None => {
                let side = if forward { "below" } else { "above" };
                self.notify(Severity::Info, format!("No {} {side}; {left} elsewhere in this article", called(label)), now);
            }
        }
    }

    /// Looks at a suggestion on show that holds the place, the shortest first, the next one each time. The caret stays
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
            self.look_at(label, suggestion);
            self.selection = Selection::caret(at);
            self.suggestions.by_place = true;
        }
    }

    fn look_at(&mut self, label: Label, suggestion: Suggestion) {
        let start = suggestion.extent().map_or(self.selection.head, |(start, _)| start);
        self.current = None;
        self.selection = Selection::caret(start);
        self.suggestions.current = Some((label, self.with_source(label, suggestion)));
        self.suggestions.by_place = false;
        self.reveals += 1;
    }

    /// Looks at the suggestion of these edges once more, after its answer was taken back.
    pub(in crate::session) fn look_again(&mut self, label: Label, edges: (ByteOffset, ByteOffset)) {
        let found = self.found_names().map(|found| if label == Label::Claim { &found.claims } else { &found.quotes });
        let is_asked = |held: &&Suggestion| held.extent() == Some(edges) && self.is_open(label, held);
        let Some(suggestion) = found.into_iter().flatten().find(is_asked).cloned() else {
            return;
        };
        self.offer(label);
        self.look_at(label, suggestion);
    }

    /// Goes on after a suggestion was accepted or rejected.
    pub(in crate::session) fn go_on(&mut self, label: Label, from: ByteOffset, now: Timestamp) {
        self.sift_suggestions();
        let open = self.suggestions_of(label);
        let left = open.len();
        let next = open.iter().find(|suggestion| suggestion.extent().is_some_and(|(start, _)| start >= from)).cloned();
        if let Some(suggestion) = next {
            return self.look_at(label, suggestion);
        }
        self.suggestions.current = None;
        self.suggestions.ended = Some(now);
        let last = called(label);
        let text = match left {
            0 => format!("That was the last {last} of this article"),
            more => format!("That was the last {last} below; {more} further up"),
        };
        self.notify(Severity::Info, text, now);
    }

    /// Whether a digit was meant for a suggestion that is no more: fast hands do not see at once that the walk is over.
    pub(in crate::session) fn walk_has_just_ended(&self, now: Timestamp) -> bool {
        self.suggestions.ended.is_some_and(|ended| now.since(ended) < HASTE_MS)
    }

    /// Remembers that the suggestion that is looked at is none, and goes on.
    pub(in crate::session) fn reject_suggestion(&mut self, now: Timestamp) {
        let (Some((label, suggestion)), Some(article)) = (self.suggestions.current.clone(), self.article().cloned()) else {
            return self.notify(
                Severity::Info,
                format!(
                    "Go to a suggestion first: press {} or {}",
                    self.key(SessionAction::NextSuggestion),
                    self.key(SessionAction::NextClaim)
                ),
                now,
            );
        };
        let Some((start, end)) = suggestion.extent() else { return };
        let Ok(span) = Span::new(&article.text, start, end) else { return };
        let edits = self.rejection(&article, label, span).into_iter().collect();
        if self.take_step("reject a suggestion", edits, None, now) {
            let first = suggestion.fragments.first().map_or(span, |first| unmarked(&article.text, *first));
            let (words, back) = (shortened(article.text.slice(first)), self.key(SessionAction::Undo));
            self.notify(Severity::Info, format!("Not {}: “{words}”; {back} takes it back", with_article(label)), now);
            // What lies within it is next: the words may be less than was proposed.
            self.go_on(label, start, now);
        }
    }

    /// The edit that says no to what is proposed for these words; `None` if that was said already.
    pub(in crate::session) fn rejection(&self, article: &Article, label: Label, span: Span) -> Option<Edit> {
        let before = self.document.layer(&article.id, &self.annotator).map(|layer| layer.rejected.to_vec()).unwrap_or_default();
        let no = Rejection { label, fragment: Fragment::new(&article.text, span) };
        if before.contains(&no) {
            return None;
        }
        let mut after = before.clone();
        after.push(no);
        after.sort_by_key(|no| (no.fragment.span, no.label));
        Some(Edit::Rejected(article.id.clone(), self.annotator.clone(), Change::new(before, after)))
    }

    /// Moves an edge of the suggestion that is looked at. Returns whether there is one.
    pub(in crate::session) fn move_suggestion_edge(
        &mut self,
        edge: Edge,
        step: crate::session::cursor::caret::CaretStep,
    ) -> bool {
        let (Some((label, mut suggestion)), Some(article)) = (self.suggestions.current.clone(), self.article().cloned()) else {
            return false;
        };
        let slot = match edge {
            Edge::Start => suggestion.fragments.first_mut(),
            Edge::End => suggestion.fragments.last_mut(),
        };
        if let Some(span) = slot {
            let (start, end) = match edge {
                Edge::Start => (step.edge_from(&article.text, span.start(), edge), span.end()),
                Edge::End => (span.start(), step.edge_from(&article.text, span.end(), edge)),
            };
            if let Ok(moved) = Span::new(&article.text, start, end) {
                *span = moved;
                let apart = suggestion.fragments.windows(2).all(|pair| matches!(pair, [a, b] if a.end() <= b.start()));
                if apart {
                    self.suggestions.current = Some((label, suggestion));
                    self.reveals += 1;
                }
            }
        }
        true
    }
}

/// What messages call a suggestion.
fn called(label: Label) -> &'static str {
    match label {
        Label::Claim => "claim suggestion",
        Label::Quote | Label::Actor => "suggestion",
    }
}
