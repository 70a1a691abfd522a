//! Takes steps: applies edits, keeps the history and the journal, undoes and redoes.

use std::sync::Arc;

use crate::edit::{Change, Edit, Entry, Move, Step};
use crate::model::{AnnotationId, Document, Label, Timestamp};
use crate::session::SessionAction;
use crate::session::annotate::dependents::dependents;
use crate::session::input::notice::Severity;
use crate::session::review::{Purpose, Review};
use crate::session::state::Session;
use crate::suggest::FROM_SUGGESTION;
use crate::text::ByteOffset;

/// Milliseconds without a key after which the next one begins a new step.
const GESTURE_MS: u64 = 1_500;

/// What is being done in several moves that are one undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gesture {
    pub kind: GestureKind,
    /// In milliseconds on the clock that never goes back.
    pub last: u64,
}

/// Moves of one kind, one after the other, are one gesture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GestureKind {
    /// Moving edges of one annotation.
    Edge(AnnotationId),
    /// Typing a note.
    Note(AnnotationId),
    /// Typing in an article's details.
    Details(crate::model::ArticleId),
    /// Typing the set's title.
    Title,
    /// Marking a mention and saying at once whom it names.
    Mention(AnnotationId),
    /// Typing what is known of an actor.
    Actor(crate::model::ActorId),
    /// Typing in the codebook.
    Codebook,
    /// Typing the value of an attribute.
    Attribute(AnnotationId, String),
    /// Typing in a field whose text is taken after a pause; it goes on until something else is done.
    Draft(u64),
}

impl Session {
    /// Applies `edits` as one step, or as more of the last step when the gesture goes on. Returns whether it was done.
    pub(in crate::session) fn take_step(
        &mut self,
        name: &str,
        edits: Vec<Edit>,
        gesture: Option<GestureKind>,
        now: Timestamp,
    ) -> bool {
        if edits.is_empty() || !self.may_edit(now) {
            return false;
        }
        let gesture = self.draft.map(GestureKind::Draft).or(gesture);
        let ticks = self.ticks;
        let lasts = |held: &Gesture| matches!(held.kind, GestureKind::Draft(_)) || ticks.saturating_sub(held.last) < GESTURE_MS;
        let goes_on =
            gesture.is_some() && self.gesture.as_ref().is_some_and(|held| Some(&held.kind) == gesture.as_ref() && lasts(held));
        let kind = if goes_on { Move::Extend } else { Move::Do };
        let step = Step { name: name.to_owned(), edits, author: self.annotator.clone(), at: now };
        let done = match self.carry_out(Entry { kind, step }) {
            Ok(()) => true,
            Err(reason) => {
                self.notify(Severity::Error, format!("“{name}” was not done: {reason}"), now);
                false
            }
        };
        self.gesture = gesture.filter(|_| done).map(|kind| Gesture { kind, last: self.ticks });
        done
    }

    /// Undoes the annotator's newest step, wherever in the set it was.
    pub(in crate::session) fn undo(&mut self, now: Timestamp) {
        let Some(step) = self.history.next_undo(&self.annotator).cloned() else {
            return self.notify(Severity::Info, "There is nothing to undo", now);
        };
        if !self.may_edit(now) {
            return;
        }
        let inverse = step.inverse();
        let entry = Entry { kind: Move::Undo, step: inverse.clone() };
        match self.fits(&inverse).and_then(|()| self.carry_out(entry)) {
            Ok(()) => self.say_done(&format!("Undone: {}", step.name), &inverse, now),
            Err(reason) => {
                self.skip(Move::SkipUndo, &step);
                let next = match self.history.next_undo(&self.annotator) {
                    Some(next) => format!("{} undoes the step before it: {}", self.key(SessionAction::Undo), next.name),
                    None => "There is no earlier step".to_owned(),
                };
                self.notify(Severity::Info, format!("“{}” cannot be undone any more: {reason}. {next}", step.name), now);
            }
        }
    }

    /// Does the annotator's oldest undone step again.
    pub(in crate::session) fn redo(&mut self, now: Timestamp) {
        let Some(step) = self.history.next_redo(&self.annotator).cloned() else {
            return self.notify(Severity::Info, "There is nothing to do again", now);
        };
        if !self.may_edit(now) {
            return;
        }
        let entry = Entry { kind: Move::Redo, step: step.clone() };
        match self.fits(&step).and_then(|()| self.carry_out(entry)) {
            Ok(()) => self.say_done(&format!("Done again: {}", step.name), &step, now),
            Err(reason) => {
                self.skip(Move::SkipRedo, &step);
                let next = match self.history.next_redo(&self.annotator) {
                    Some(next) => format!("{} goes on with the step after it: {}", self.key(SessionAction::Redo), next.name),
                    None => "There is no later step".to_owned(),
                };
                self.notify(Severity::Info, format!("“{}” cannot be done again any more: {reason}. {next}", step.name), now);
            }
        }
    }

    fn say_done(&mut self, text: &str, step: &Step, now: Timestamp) {
        self.notify(Severity::Info, text, now);
        self.show(step);
        self.forget_stale_hits();
    }

    /// Drops a step that no longer fits from the history, so that the one beyond it can be reached.
    fn skip(&mut self, kind: Move, step: &Step) {
        let entry = Entry { kind, step: step.without_edits() };
        self.history.follow(entry.clone());
        self.journal.push(Arc::new(entry));
        self.safety.make(1);
        self.gesture = None;
    }

    /// Whether these edits can be applied without taking away what others have built on.
    fn fits(&self, step: &Step) -> Result<(), String> {
        let mut people = self.history.authors().into_iter().chain(self.document.annotators());
        if people.all(|person| *person == self.annotator) {
            return Ok(());
        }
        let mut changed = Document::clone(&self.document);
        step.edits.iter().try_for_each(|edit| edit.apply(&mut changed)).map_err(|error| error.to_string())?;
        dependents(&changed, step).map_or(Ok(()), Err)
    }

    /// A list of annotations that were found holds no longer what is there by now; whoever shows it searches again.
    fn forget_stale_hits(&mut self) {
        let is_stale = |review: &Review| matches!(&review.purpose, Purpose::Search(query) if query.is_of_annotations());
        self.review.take_if(|review| is_stale(review));
    }

    /// Applies all edits of the entry, or none with the reason.
    fn carry_out(&mut self, entry: Entry) -> Result<(), String> {
        let applied = match entry.step.edits.as_slice() {
            // Wholly or not at all by itself. Only a snapshot that is being written makes this copy anything.
            [edit] => edit.apply(Arc::make_mut(&mut self.document)),
            edits => {
                let mut changed = Arc::clone(&self.document);
                let document = Arc::make_mut(&mut changed);
                edits.iter().try_for_each(|edit| edit.apply(document)).map(|()| self.document = changed)
            }
        };
        applied.map_err(|error| error.to_string())?;
        if entry.step.edits.iter().any(|edit| matches!(edit, Edit::Article(_))) {
            self.tally.articles_changed();
        }
        self.history.follow(entry.clone());
        self.journal.push(Arc::new(entry));
        self.safety.make(1);
        self.gesture = None;
        self.revision += 1;
        self.saving.edited(self.ticks);
        Ok(())
    }

    /// Goes to where the step changed something.
    fn show(&mut self, step: &Step) {
        // What is still there rather than what is gone: the quote, not the mention of its speaker that came with the answer.
        let stays = |edit: &&Edit| {
            matches!(edit, Edit::Annotation(_, by, Change { after: Some(after), before: Some(_) })
                if *by == self.annotator && after.label != Label::Actor)
        };
        let Some(edit) = step.edits.iter().rfind(stays).or(step.edits.last()) else { return };
        if let Some(article) = edit.article().cloned()
            && self.document.article(&article).is_some()
        {
            self.open(&article);
        }
        match edit {
            Edit::Annotation(_, annotator, change) if *annotator == self.annotator => match (&change.after, &change.before) {
                (Some(after), _) => self.select_annotation(Some(after.id.clone())),
                (None, Some(before)) => {
                    self.current = None;
                    self.place_caret(before.end(), false);
                }
                (None, None) => {}
            },
            Edit::Article(_) if self.article().is_none() => self.open_first(),
            _ => {}
        }
        self.forget_what_is_gone();
        // Whoever takes an answer back means to give another one.
        if let Some((label, (start, end))) = step.edits.iter().find_map(|edit| self.answer_taken_back(edit)) {
            self.look_again(label, (start, end));
        }
        self.reveals += 1;
    }

    /// The suggestion, by label and edges, to which this edit takes the answer back.
    fn answer_taken_back(&self, edit: &Edit) -> Option<(Label, (ByteOffset, ByteOffset))> {
        match edit {
            Edit::Annotation(_, annotator, Change { before: Some(before), after: None }) if *annotator == self.annotator => {
                (before.origin == FROM_SUGGESTION).then(|| (before.label, (before.start(), before.end())))
            }
            Edit::Rejected(_, annotator, change) if *annotator == self.annotator => {
                let gone = change.before.iter().find(|no| !change.after.contains(no))?;
                Some((gone.label, (gone.fragment.span.start(), gone.fragment.span.end())))
            }
            _ => None,
        }
    }
}
