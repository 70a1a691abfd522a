//! Runs plans, undoes and redoes steps: the only code that changes the document of a session.

use std::sync::Arc;

use super::Editor;
use super::dependents::dependents;
use super::gesture::{Gesture, GestureKind};
use super::plan::{Outcome, Plan};
use crate::edit::{Edit, Entry, Move, Step};
use crate::model::Document;
use crate::session::input::notice::Message;
use crate::session::input::now::Now;

/// What became of an undo or a redo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reversal {
    /// There is no such step.
    Empty,
    /// These edits were applied.
    Done(Step),
    /// Nothing was changed; the message says why.
    Refused(Message),
    /// This step no longer fits the document, for this reason. It left the history, so that the next one can be reached.
    Skipped(Step, String),
}

impl Editor {
    /// Applies the plan's edits as one step of the annotator, or as more of the last step if the gesture continues.
    pub fn run(&mut self, plan: Plan, now: Now) -> Outcome {
        let Plan { name, edits, gesture, .. } = plan;
        if edits.is_empty() {
            return Outcome::Nothing;
        }
        if let Err(message) = self.check_access() {
            return Outcome::Refused(message);
        }
        let gesture = self.draft.map(GestureKind::Draft).or(gesture);
        let continues =
            self.gesture.take().zip(gesture.as_ref()).is_some_and(|(held, kind)| held.continues_with(kind, now.ticks));
        let kind = if continues { Move::Extend } else { Move::Do };
        let step = Step { name: name.clone(), edits, author: self.annotator.clone(), at: now.wall };
        if let Err(reason) = self.apply(Entry { kind, step }, now.ticks) {
            return Outcome::Refused(Message::error(format!("“{name}” was not done: {reason}")));
        }
        self.gesture = gesture.map(|kind| Gesture { kind, last: now.ticks });
        Outcome::Done
    }

    /// Undoes the annotator's newest step.
    pub fn undo(&mut self, ticks: u64) -> Reversal {
        let Some(step) = self.history.next_undo(&self.annotator).cloned() else { return Reversal::Empty };
        let edits = step.inverse();
        self.reverse(Move::Undo, Move::SkipUndo, step, edits, ticks)
    }

    /// Applies the annotator's oldest undone step again.
    pub fn redo(&mut self, ticks: u64) -> Reversal {
        let Some(step) = self.history.next_redo(&self.annotator).cloned() else { return Reversal::Empty };
        self.reverse(Move::Redo, Move::SkipRedo, step.clone(), step, ticks)
    }

    fn reverse(&mut self, kind: Move, skip: Move, step: Step, edits: Step, ticks: u64) -> Reversal {
        if let Err(message) = self.check_access() {
            return Reversal::Refused(message);
        }
        match self.fits(&edits).and_then(|()| self.apply(Entry { kind, step: edits.clone() }, ticks)) {
            Ok(()) => Reversal::Done(edits),
            Err(reason) => {
                self.record(Entry { kind: skip, step: step.without_edits() });
                Reversal::Skipped(step, reason)
            }
        }
    }

    fn check_access(&mut self) -> Result<(), Message> {
        let checked = self.access.check();
        self.asked += u64::from(checked.is_err() && matches!(self.access, super::access::Access::Asks(_)));
        checked
    }

    /// Whether these edits can be applied without removing what other annotators' work depends on.
    fn fits(&self, step: &Step) -> Result<(), String> {
        let mut people = self.history.authors().into_iter().chain(self.document.annotators());
        if people.all(|person| *person == self.annotator) {
            return Ok(());
        }
        let mut changed = Document::clone(&self.document);
        step.edits.iter().try_for_each(|edit| edit.apply(&mut changed)).map_err(|error| error.to_string())?;
        dependents(&changed, step).map_or(Ok(()), Err)
    }

    /// Applies all edits of the entry, or none with the reason.
    fn apply(&mut self, entry: Entry, ticks: u64) -> Result<(), String> {
        let applied = match entry.step.edits.as_slice() {
            // A single edit is applied completely or not at all. This copies only what a snapshot shares.
            [edit] => edit.apply(Arc::make_mut(&mut self.document)),
            edits => {
                let mut changed = Arc::clone(&self.document);
                let document = Arc::make_mut(&mut changed);
                edits.iter().try_for_each(|edit| edit.apply(document)).map(|()| self.document = changed)
            }
        };
        applied.map_err(|error| error.to_string())?;
        self.articles_revision += u64::from(entry.step.edits.iter().any(|edit| matches!(edit, Edit::Article(_))));
        self.revision += 1;
        self.record(entry);
        self.saving.edited(ticks);
        Ok(())
    }

    /// Puts an entry into the history of its author and into the journal.
    fn record(&mut self, entry: Entry) {
        self.history.follow(entry.clone());
        self.journal.push(Arc::new(entry));
        self.safety.make(1);
        self.gesture = None;
    }
}
