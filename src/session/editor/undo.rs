//! Undoes and redoes steps, and goes to where they changed something.

use super::run::Reversal;
use crate::edit::{Change, Edit, Step};
use crate::model::{Label, Timestamp};
use crate::session::input::action::SessionAction;
use crate::session::input::notice::Message;
use crate::session::state::Session;
use crate::suggest::FROM_SUGGESTION;
use crate::text::ByteOffset;

impl Session {
    /// Undoes the annotator's newest step, wherever in the set it was.
    pub(in crate::session) fn undo(&mut self, now: Timestamp) {
        match self.editor.undo(self.notices.ticks()) {
            Reversal::Empty => self.say(Message::info("Nothing to undo"), now),
            Reversal::Refused(message) => self.say(message, now),
            Reversal::Done(step) => self.reversed("Undid", &step, now),
            Reversal::Skipped(step, reason) => {
                let next = match self.next_undo() {
                    Some(next) => format!("{} undoes the step before it: {next}", self.key(SessionAction::Undo)),
                    None => "There is no earlier step".to_owned(),
                };
                self.say(Message::info(format!("“{}” can no longer be undone: {reason}. {next}", step.name)), now);
            }
        }
    }

    /// Applies the annotator's oldest undone step again.
    pub(in crate::session) fn redo(&mut self, now: Timestamp) {
        match self.editor.redo(self.notices.ticks()) {
            Reversal::Empty => self.say(Message::info("Nothing to redo"), now),
            Reversal::Refused(message) => self.say(message, now),
            Reversal::Done(step) => self.reversed("Redid", &step, now),
            Reversal::Skipped(step, reason) => {
                let next = match self.next_redo() {
                    Some(next) => format!("{} redoes the step after it: {next}", self.key(SessionAction::Redo)),
                    None => "There is no later step".to_owned(),
                };
                self.say(Message::info(format!("“{}” can no longer be redone: {reason}. {next}", step.name)), now);
            }
        }
    }

    fn reversed(&mut self, what: &str, step: &Step, now: Timestamp) {
        self.say(Message::info(format!("{what}: {}", step.name)), now);
        self.show(step);
        self.review.close_stale();
    }

    /// Goes to where the step changed something.
    fn show(&mut self, step: &Step) {
        let annotator = self.annotator().clone();
        // An annotation that still exists is shown rather than one that is gone: the quote, not the mention of its speaker.
        let stays = |edit: &&Edit| {
            matches!(edit, Edit::Annotation(_, by, Change { after: Some(after), before: Some(_) })
                if *by == annotator && after.label != Label::Actor)
        };
        let Some(edit) = step.edits.iter().rfind(stays).or(step.edits.last()) else { return };
        if let Some(article) = edit.article().cloned() {
            self.open(&article);
        }
        match edit {
            Edit::Annotation(_, by, change) if *by == annotator => match (&change.after, &change.before) {
                (Some(after), _) => self.select_annotation(Some(after.id.clone())),
                (None, Some(before)) => {
                    self.cursor.deselect();
                    self.place_caret(before.end(), false);
                }
                (None, None) => {}
            },
            Edit::Article(_) if self.article().is_none() => self.open_first(),
            _ => {}
        }
        self.forget_what_is_gone();
        // The answer was taken back so that another one can be given.
        if let Some((label, edges)) = step.edits.iter().find_map(|edit| self.answer_taken_back(edit)) {
            self.look_again(label, edges);
        }
        self.cursor.reveal();
    }

    /// The suggestion, by label and edges, whose answer this edit takes back.
    fn answer_taken_back(&self, edit: &Edit) -> Option<(Label, (ByteOffset, ByteOffset))> {
        match edit {
            Edit::Annotation(_, by, Change { before: Some(before), after: None }) if by == self.annotator() => {
                (before.origin == FROM_SUGGESTION).then(|| (before.label, (before.start(), before.end())))
            }
            Edit::Rejected(_, by, change) if by == self.annotator() => {
                let gone = change.before.iter().find(|no| !change.after.contains(no))?;
                Some((gone.label, (gone.fragment.span.start(), gone.fragment.span.end())))
            }
            _ => None,
        }
    }
}
