//! Lists open questions of an article and of the set, and goes from one to the next.

use std::sync::Arc;

use super::open_list::OpenList;
use super::question::{OpenQuestion, Place, QuestionKind, SHORT, kinds_of, unmarked};
use crate::jobs::quotations::QuotationsJob;
use crate::model::{Annotation, ArticleId, Status, Timestamp};
use crate::session::annotate::wording::shortened;
use crate::session::input::notice::Message;
use crate::session::state::Session;
use crate::text::Span;

impl Session {
    /// The open questions of an article, in text order.
    #[must_use]
    pub fn questions(&self, article: &ArticleId) -> Vec<OpenQuestion> {
        let mut found: Vec<(usize, OpenQuestion)> = Vec::new();
        let Some(held) = self.editor.document().article(article) else { return Vec::new() };
        let layer = self.editor.document().layer(article, self.editor.annotator());
        for annotation in layer.into_iter().flat_map(|layer| layer.annotations()) {
            let place = || Place::Annotation(article.clone(), annotation.id.clone());
            let broken = self.is_broken(annotation).then_some(QuestionKind::BrokenLink);
            for kind in kinds_of(annotation, held).chain(broken) {
                found.push((annotation.start().0, OpenQuestion { kind, place: place(), words: annotation.beginning(SHORT) }));
            }
        }
        for lost in layer.into_iter().flat_map(|layer| &layer.lost) {
            let place = Place::Lost(article.clone(), lost.id.clone());
            found.push((usize::MAX, OpenQuestion { kind: QuestionKind::Lost, place, words: shortened(&lost.words()) }));
        }
        let words = |span: Span| shortened(held.text.slice(span));
        let quotations = self.derived.quotations(held);
        let layer = layer.map(Arc::as_ref);
        for (kind, spans) in [(QuestionKind::Unmarked, &quotations.speech), (QuestionKind::Unbalanced, &quotations.unbalanced)] {
            for span in unmarked(spans, held, layer) {
                let place = Place::Words(article.clone(), span);
                found.push((span.start().0, OpenQuestion { kind, place, words: words(span) }));
            }
        }
        found.sort_by_key(|(start, question)| (*start, question.kind));
        found.into_iter().map(|(_, question)| question).collect()
    }

    /// Whether one of its links leads to an annotation that no longer exists.
    pub(in crate::session) fn is_broken(&self, annotation: &Annotation) -> bool {
        annotation.details.links.iter().any(|link| self.find(&(link.article.clone(), link.to.clone())).is_none())
    }

    /// The open questions of the open article, kept up to date.
    #[must_use]
    pub fn open_here(&self) -> &OpenList {
        self.derived.here()
    }

    /// The open questions about the set as a whole: contradictory marks, actors seen once, untouched articles.
    #[must_use]
    pub fn set_questions(&self) -> Vec<OpenQuestion> {
        let mut found = self.derived.contradictory_marks(self.document(), self.annotator());
        for actor in
            self.editor.document().register.actors().iter().filter(|actor| self.derived.survey().counts(&actor.id).all() < 2)
        {
            let place = Place::Actor(actor.id.clone());
            found.push(OpenQuestion { kind: QuestionKind::SeenOnce, place, words: actor.name.clone() });
        }
        for article in self.reading_order() {
            if self.editor.document().status(&article.id, self.editor.annotator()) == Status::Untouched {
                let (kind, place) = (QuestionKind::Untouched, Place::Article(article.id.clone()));
                found.push(OpenQuestion { kind, place, words: shortened(&article.display_title()) });
            }
        }
        found
    }

    /// Goes to the next open question after the caret, in this article and then in those after it; or backwards.
    pub(in crate::session) fn step_question(&mut self, forward: bool, now: Timestamp) {
        if self.step_question_here(forward) {
            return;
        }
        let order: Vec<ArticleId> = self.reading_order().into_iter().map(|article| article.id.clone()).collect();
        let here = order.iter().position(|id| Some(id) == self.cursor.article()).unwrap_or(0);
        let others = (1..=order.len()).map(|n| if forward { here + n } else { here + order.len() - n } % order.len().max(1));
        for id in others.filter_map(|at| order.get(at)).filter(|id| self.may_be_open(id)) {
            let questions = self.questions(id);
            let next = if forward { questions.first() } else { questions.last() };
            if let Some(question) = next.cloned() {
                return self.go_to_place(question.place);
            }
        }
        self.say(Message::info("No open questions in any article"), now);
    }

    fn step_question_here(&mut self, forward: bool) -> bool {
        let at = self.question_at_hand();
        let last = self.derived.here().len().checked_sub(1);
        let is_lost = |at: usize| self.derived.here().get(at).is_some_and(|question| matches!(question.place, Place::Lost(..)));
        let after = self.derived.here().begun_before(self.cursor.selection().head.0);
        let next = match (at, forward) {
            // Several questions about one annotation are one stop.
            (Some(at), true) => (at + 1..self.derived.here().len()).find(|next| !self.same_place(at, *next)),
            (Some(at), false) => (0..at).rev().find(|next| !self.same_place(at, *next)),
            // If no question is current, all of this article come before other articles, also those on the other side of the
            // caret. Lost annotations, which have no place in the text, are last in the list and before every caret.
            (None, true) => (after < self.derived.here().len() && !is_lost(after)).then_some(after).or(last.map(|_| 0)),
            (None, false) => last.filter(|last| is_lost(*last)).or(after.checked_sub(1)).or(last),
        };
        let Some(question) = next.and_then(|at| self.derived.here().get(at)).cloned() else { return false };
        self.go_to_place(question.place);
        true
    }

    fn same_place(&self, one: usize, other: usize) -> bool {
        self.derived.here().get(one).map(|q| &q.place) == self.derived.here().get(other).map(|q| &q.place)
    }

    /// The position of the first question about the selected annotation or the selected words.
    fn question_at_hand(&self) -> Option<usize> {
        let first = |from: usize, is: &dyn Fn(&Place) -> bool| {
            let at = self.derived.here().begun_before(from);
            let begun_there = at..self.derived.here().begun_before(from + 1);
            self.derived.here().starting_at(at).zip(begun_there).find(|(question, _)| is(&question.place)).map(|(_, at)| at)
        };
        let of_current = self.current().and_then(|current| {
            first(current.start().0, &|place| matches!(place, Place::Annotation(_, id) if *id == current.id))
        });
        let selected = (self.cursor.selection().anchor, self.cursor.selection().head);
        let of_words =
            first(selected.0.0, &|place| matches!(place, Place::Words(_, span) if (span.start(), span.end()) == selected));
        of_current.into_iter().chain(of_words).min()
    }

    /// Goes to where a question is.
    pub(in crate::session) fn go_to_place(&mut self, place: Place) {
        match place {
            Place::Annotation(article, id) => self.go_to(&article, id),
            Place::Words(article, span) => {
                self.open(&article);
                self.select(span.start(), span.end());
                self.cursor.reveal();
            }
            Place::Lost(article, _) | Place::Article(article) => self.open(&article),
            Place::Actor(_) => {}
        }
    }

    /// Number of open questions of an article.
    ///
    /// Unmarked quotations of an article that is not open count as soon as they were looked for.
    #[must_use]
    pub fn open_count(&self, article: &ArticleId) -> usize {
        if self.cursor.article() == Some(article) {
            return self.derived.here().len();
        }
        let Some(held) = self.document().article(article) else { return 0 };
        self.derived.count_elsewhere(held, self.editor.layer(article), self.annotator())
    }

    /// Whether an article may have open questions: it has some, or its quotation marks were not looked for yet.
    fn may_be_open(&self, article: &ArticleId) -> bool {
        let is_unknown = |held| !self.derived.knows_quotations(held);
        self.open_count(article) > 0 || self.document().article(article).is_some_and(|held| is_unknown(held))
    }

    /// Incremented when more is known about open questions although the document has not changed.
    #[must_use]
    pub fn open_counts_revision(&self) -> u64 {
        self.derived.open_counts_revision()
    }

    /// Asks for the quotation marks of the next articles, unless some are being looked for already.
    pub(in crate::session) fn ask_for_quotations(&mut self) -> Option<QuotationsJob> {
        let revision = self.editor.articles_revision();
        let unread = if self.derived.follows_articles(revision) {
            Vec::new()
        } else {
            self.reading_order().into_iter().cloned().collect()
        };
        self.derived.ask_for_quotations(self.editor.document(), revision, unread)
    }
}
