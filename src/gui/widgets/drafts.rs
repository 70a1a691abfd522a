//! Drafts: text in fields that is stored later than at every character, such as names and titles that cannot be empty.
//!
//! A draft is stored when its field loses the focus or is no longer drawn, when the window loses the focus, and before the
//! set or the window closes. Escape abandons it. A draft that replaces a text is also stored after a pause in typing, so
//! that it is in the journal; all pauses of one visit to the field are one undo step. Names that other things refer to,
//! and fields that add something, have no such pause: half a name would rename or add.

use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use egui::{Id, Response, Ui};

use super::text_field::TextField;
use crate::session::{Command, Session};

/// Seconds without typing after which a draft is stored while its field still has the keyboard.
pub const PAUSE: f64 = 1.0;

/// Makes the command that stores a text. `None` if the text cannot be stored.
type Commit = Rc<dyn Fn(&Session, &str) -> Option<Command>>;

/// A number that no draft has had yet, see [`Command::Draft`].
pub fn next_number() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// The drafts of a panel.
#[derive(Debug, Default)]
pub struct Drafts {
    held: HashMap<Id, Draft>,
    ready: Vec<Taken>,
}

/// When a draft is stored while its field still has the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// After a pause in typing.
    Takes,
    /// Not before the field loses the focus.
    Keeps,
}

struct Draft {
    number: u64,
    /// What was stored when typing began.
    origin: String,
    /// What is stored now.
    seen: String,
    typed: String,
    /// The text that was taken last and is not stored yet, or was refused.
    sent: Option<String>,
    /// When the last character was typed, in seconds.
    changed: f64,
    /// Whether the field was drawn in this frame.
    drawn: bool,
    pause: Pause,
    commit: Commit,
}

/// A text to be stored.
pub struct Taken {
    number: u64,
    text: String,
    commit: Commit,
}

impl Taken {
    /// The command that stores it. `None` if it cannot be stored.
    #[must_use]
    pub fn command(&self, session: &Session) -> Option<Command> {
        let command = (self.commit)(session, &self.text)?;
        Some(Command::Draft(self.number, Box::new(command)))
    }
}

impl Drafts {
    /// Draws a field for `stored`. Returns its response, and the new text once the field loses the focus; `commit`
    /// makes the command that stores it.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        field: TextField<'_>,
        stored: &str,
        pause: Pause,
        commit: impl Fn(&Session, &str) -> Option<Command> + 'static,
    ) -> (Response, Option<String>) {
        let (id, now) = (field.id, ui.input(|input| input.time));
        self.follow(id, stored);
        let before = self.held.get(&id).map_or(stored, |draft| &draft.typed).to_owned();
        let mut typed = before.clone();
        let response = field.show(ui, &mut typed);
        if typed != before {
            let fresh = || Draft {
                number: next_number(),
                origin: stored.to_owned(),
                seen: stored.to_owned(),
                typed: String::new(),
                sent: None,
                changed: now,
                drawn: true,
                pause,
                commit: Rc::new(commit),
            };
            let draft = self.held.entry(id).or_insert_with(fresh);
            (draft.typed, draft.changed) = (typed, now);
        }
        let Some(draft) = self.held.get_mut(&id) else { return (response, None) };
        draft.drawn = true;
        if response.has_focus() {
            if draft.is_due(now) {
                self.ready.push(draft.take());
            } else if let Some(rest) = draft.rest(now) {
                ui.ctx().request_repaint_after(rest);
            }
            return (response, None);
        }
        let left = self.held.remove(&id).filter(Draft::is_new);
        let text = left.as_ref().map(|draft| draft.typed.trim().to_owned());
        self.ready.extend(left.map(|mut draft| draft.take()));
        (response, text)
    }

    /// Removes a draft whose text was stored, or whose stored text was changed elsewhere.
    fn follow(&mut self, id: Id, stored: &str) {
        let Some(draft) = self.held.get_mut(&id) else { return };
        if draft.seen == stored {
            return;
        }
        if draft.sent.as_deref() == Some(stored) {
            stored.clone_into(&mut draft.seen);
        } else {
            self.held.remove(&id);
        }
    }

    /// Ends a frame. Returns the texts to be stored, including those of fields that are no longer drawn.
    #[must_use]
    pub fn end_frame(&mut self) -> Vec<Taken> {
        let hidden = self.held.extract_if(|_, draft| !std::mem::take(&mut draft.drawn));
        let hidden: Vec<Draft> = hidden.map(|(_, draft)| draft).filter(Draft::is_new).collect();
        self.ready.extend(hidden.into_iter().map(|mut draft| draft.take()));
        std::mem::take(&mut self.ready)
    }

    /// Takes all texts. Fields that replace a text keep it, because typing may continue.
    #[must_use]
    pub fn flush(&mut self) -> Vec<Taken> {
        let taken = self.held.values_mut().filter(|draft| draft.pause == Pause::Takes && draft.is_new());
        self.ready.extend(taken.map(Draft::take));
        let names = self.held.extract_if(|_, draft| draft.pause == Pause::Keeps).map(|(_, draft)| draft);
        self.ready.extend(names.filter(Draft::is_new).map(|mut draft| draft.take()));
        std::mem::take(&mut self.ready)
    }

    /// Abandons all drafts. Returns the former text for each that was stored after a pause.
    #[must_use]
    pub fn abandon(&mut self) -> Vec<Taken> {
        let taken = self.held.drain().map(|(_, draft)| draft).filter(|draft| draft.seen != draft.origin || draft.sent.is_some());
        taken.map(|Draft { number, origin, commit, .. }| Taken { number, text: origin, commit }).collect()
    }
}

impl Draft {
    fn text(&self) -> &str {
        self.typed.trim()
    }

    /// Whether the text differs from what is stored, and from what was taken last.
    fn is_new(&self) -> bool {
        self.text() != self.seen && self.sent.as_deref() != Some(self.text())
    }

    /// Whether the pause in typing is over.
    fn is_due(&self, now: f64) -> bool {
        self.waits() && now - self.changed >= PAUSE
    }

    /// The rest of the pause in seconds, if the draft is stored after it.
    fn rest(&self, now: f64) -> Option<Duration> {
        self.waits().then(|| Duration::from_secs_f64((self.changed + PAUSE - now).max(0.0)))
    }

    /// An empty field will most likely be filled again.
    fn waits(&self) -> bool {
        self.pause == Pause::Takes && self.is_new() && !self.text().is_empty()
    }

    fn take(&mut self) -> Taken {
        let text = self.text().to_owned();
        self.sent = Some(text.clone());
        Taken { number: self.number, text, commit: Rc::clone(&self.commit) }
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft").field("seen", &self.seen).field("typed", &self.typed).finish_non_exhaustive()
    }
}

impl fmt::Debug for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Taken").field("text", &self.text).finish_non_exhaustive()
    }
}
