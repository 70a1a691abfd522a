//! Defines [`Outbox`]: where widgets put what they want; the app takes it out between frames.

use std::path::PathBuf;

use crate::gui::picker::Request;
use crate::model::ActorId;
use crate::session::{Action, Command};

/// What a widget wants of the window rather than of the session.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Open a path: a set, a folder, an article.
    Open(PathBuf),
    /// Bring paths in: files and folders from a dialog, the command line or a drop.
    Bring(Vec<PathBuf>),
    /// Make a set there and bring these paths in.
    CreateSet { root: PathBuf, from: Vec<PathBuf> },
    /// Choose somebody for something.
    Choose(Request),
    /// Show the page of an actor.
    ShowActor(ActorId),
    /// Ask where the places that a search found are to be saved.
    SaveHits,
    /// Ask where a copy of the set is to be saved.
    SaveCopy,
    /// Heed the preferences: they were changed.
    Prefer,
}

/// What a widget asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    Command(Command),
    Action(Action),
    Wish(Wish),
}

/// Where widgets put what they want, in order.
#[derive(Debug, Default)]
pub struct Outbox {
    items: Vec<Item>,
}

impl Outbox {
    /// Asks the session for something.
    pub fn send(&mut self, command: Command) {
        self.items.push(Item::Command(command));
    }

    /// Asks the session for something, if there is something to ask.
    pub fn send_all(&mut self, commands: impl IntoIterator<Item = Command>) {
        self.items.extend(commands.into_iter().map(Item::Command));
    }

    /// Asks for an action, of the session or of the window.
    pub fn act(&mut self, action: impl Into<Action>) {
        self.items.push(Item::Action(action.into()));
    }

    /// Asks the window for something.
    pub fn ask(&mut self, wish: Wish) {
        self.items.push(Item::Wish(wish));
    }

    /// Takes everything out, in order.
    pub fn drain(&mut self) -> Vec<Item> {
        std::mem::take(&mut self.items)
    }
}
