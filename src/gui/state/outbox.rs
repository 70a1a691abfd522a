//! Defines [`Outbox`]: collects the commands, actions and requests of widgets, which the app carries out between frames.

use std::path::PathBuf;

use crate::gui::picker::Request;
use crate::model::ActorId;
use crate::session::{Action, Command};

/// A request of a widget to the window.
#[derive(Clone, Debug, PartialEq)]
pub enum WindowRequest {
    /// Open a path: a set, a folder, an article.
    Open(PathBuf),
    /// Add articles: files and folders from a dialog, the command line or a drop.
    AddPaths(Vec<PathBuf>),
    /// Create a set at `root` and add the articles of these paths.
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
    Request(WindowRequest),
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
    pub fn ask(&mut self, wish: WindowRequest) {
        self.items.push(Item::Request(wish));
    }

    /// Takes everything out, in order.
    pub fn drain(&mut self) -> Vec<Item> {
        std::mem::take(&mut self.items)
    }
}
