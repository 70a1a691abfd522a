//! The app without a window: a [`Command`] becomes edits and effects. The only writer of a document.

pub mod action;
pub mod articles;
pub mod caret;
pub mod chord;
pub mod command;
pub mod dispatch;
pub mod edge;
pub mod effect;
pub mod fragment;
pub mod ids;
pub mod notice;
pub mod saving;
pub mod selection;
pub mod state;
pub mod step;
pub mod tagging;

pub use action::{Action, Home};
pub use chord::{Chord, Key};
pub use command::{Command, Edge, Incoming};
pub use effect::{Effect, Report};
pub use notice::{Notice, Severity};
pub use saving::SaveState;
pub use selection::Selection;
pub use state::{Access, Session};
