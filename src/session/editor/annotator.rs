//! Changes the annotator of the session, and counts how often it was asked who annotates.

use crate::model::{Annotator, Timestamp};
use crate::session::input::notice::Message;
use crate::session::state::Session;

impl Session {
    /// How often it was asked who annotates: once when the set was opened, and at each attempt to change something before
    /// there was an answer. 0 if it was never asked.
    pub fn asks_who(&self) -> u64 {
        self.editor.asked()
    }

    pub(in crate::session) fn annotate_as(&mut self, annotator: Annotator, now: Timestamp) {
        if self.editor.annotate_as(annotator) {
            self.cursor.forget_annotations();
            self.say(Message::info(format!("You are now annotating as “{}”", self.editor.annotator())), now);
        }
    }
}
