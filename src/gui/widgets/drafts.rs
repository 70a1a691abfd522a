//! Keeps what is being typed into fields whose text is not taken at every letter: names, titles, what must not be empty.
//!
//! A text is taken when its field is left, when the field is no longer drawn, when the window loses the focus, and before the
//! set or the window closes. Escape abandons it. A text that replaces another is also taken after a pause in typing, so
//! that it is in the journal; all pauses of one visit to the field are one step to undo. Names that other things refer to,
//! and fields that add something, have no such pause: half of a name would rename or add.

use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use egui::{Id, Response, Ui};

use super::text_field::TextField;
use crate::session::{Command, Session};

/// Seconds without typing after which a text is taken while its field still has the keyboard.
pub const PAUSE: f64 = 1.0;

/// Makes the command that stores a text. `None` if the text cannot be stored.
type Commit = Rc<dyn Fn(&Session, &str) -> Option<Command>>;

/// A number that no draft had yet, see [`Command::Draft`].
pub fn next_number() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// Texts that are being typed.
#[derive(Debug, Default)]
pub struct Drafts {
    held: HashMap<Id, Draft>,
    ready: Vec<Taken>,
}

/// When a text is taken while its field still has the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// After a pause in typing.
    Takes,
    /// Not before the field is left.
    Keeps,
}

struct Draft {
    number: u64,
    /// What was stored when typing began.
    origin: String,
    /// What is stored now.
    seen: String,
    typed: String,
    /// What was taken last, which is not stored yet or was refused.
    sent: Option<String>,
    /// When a letter was typed last, in seconds.
    changed: f64,
    /// Whether the field was drawn in this frame.
    drawn: bool,
    pause: Pause,
    commit: Commit,
}

/// A text that was taken.
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
    /// Draws a field over `stored`. Returns its response, and the text once the field is left with another one; `commit`
    /// makes the command for it.
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

    /// Forgets a draft whose text was stored, or over which something else was stored.
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

    /// Ends a frame. Returns the texts that were taken in it, those of fields that are no longer drawn too.
    #[must_use]
    pub fn end_frame(&mut self) -> Vec<Taken> {
        let hidden = self.held.extract_if(|_, draft| !std::mem::take(&mut draft.drawn));
        let hidden: Vec<Draft> = hidden.map(|(_, draft)| draft).filter(Draft::is_new).collect();
        self.ready.extend(hidden.into_iter().map(|mut draft| draft.take()));
        std::mem::take(&mut self.ready)
    }

    /// Takes all texts. The fields keep those that replace others: the person may go on typing.
    #[must_use]
    pub fn flush(&mut self) -> Vec<Taken> {
        let taken = self.held.values_mut().filter(|draft| draft.pause == Pause::Takes && draft.is_new());
        self.ready.extend(taken.map(Draft::take));
        let names = self.held.extract_if(|_, draft| draft.pause == Pause::Keeps).map(|(_, draft)| draft);
        self.ready.extend(names.filter(Draft::is_new).map(|mut draft| draft.take()));
        std::mem::take(&mut self.ready)
    }

    /// Abandons all texts. Returns the former text for each that was taken after a pause.
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

    /// Whether the text is another than what is stored, and than what was taken last.
    fn is_new(&self) -> bool {
        self.text() != self.seen && self.sent.as_deref() != Some(self.text())
    }

    /// Whether a pause in typing is over.
    fn is_due(&self, now: f64) -> bool {
        self.waits() && now - self.changed >= PAUSE
    }

    /// How long the pause still lasts, if the text is taken after it.
    fn rest(&self, now: f64) -> Option<Duration> {
        self.waits().then(|| Duration::from_secs_f64((self.changed + PAUSE - now).max(0.0)))
    }

    /// An empty field is on the way to another text.
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
