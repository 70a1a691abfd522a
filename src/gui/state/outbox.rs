//! Defines [`Outbox`]: the requests that widgets make; the app handles them between frames.

use std::path::PathBuf;

use crate::gui::picker::Request;
use crate::model::ActorId;
use crate::session::{Action, Command};

/// A request to the window rather than to the session.
#[derive(Clone, Debug, PartialEq)]
pub enum WindowRequest {
    /// Open a path: a set, a folder, an article.
    Open(PathBuf),
    /// Import paths: files and folders from a dialog, the command line or a drop.
    AddPaths(Vec<PathBuf>),
    /// Create a set at `root` and import the paths.
    CreateSet { root: PathBuf, from: Vec<PathBuf> },
    /// Open the actor picker.
    Choose(Request),
    /// Open the page of an actor.
    ShowActor(ActorId),
    /// Ask where to save the search results.
    SaveHits,
    /// Ask where to save a copy of the set.
    SaveCopy,
    /// Apply and save the preferences, which have changed.
    Prefer,
}

/// A request of a widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    Command(Command),
    Action(Action),
    Request(WindowRequest),
}

/// The requests of widgets, in order.
#[derive(Debug, Default)]
pub struct Outbox {
    items: Vec<Item>,
}

impl Outbox {
    /// Sends a command to the session.
    pub fn send(&mut self, command: Command) {
        self.items.push(Item::Command(command));
    }

    /// Sends any number of commands to the session.
    pub fn send_all(&mut self, commands: impl IntoIterator<Item = Command>) {
        self.items.extend(commands.into_iter().map(Item::Command));
    }

    /// Requests an action, of the session or of the window.
    pub fn act(&mut self, action: impl Into<Action>) {
        self.items.push(Item::Action(action.into()));
    }

    /// Sends a request to the window.
    pub fn ask(&mut self, wish: WindowRequest) {
        self.items.push(Item::Request(wish));
    }

    /// Takes all requests, in order.
    pub fn drain(&mut self) -> Vec<Item> {
        std::mem::take(&mut self.items)
    }
}
