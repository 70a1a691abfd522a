//! The text pane: column, marks, margin notes, minimap, selection by mouse.

pub mod view;

pub use view::ReaderView;

use super::outbox::Outbox;
use super::prefs::Preferences;
use crate::session::Session;

/// Draws the open article and sends what is done in it.
pub fn show(_ui: &mut egui::Ui, _session: &Session, _view: &mut ReaderView, _prefs: &Preferences, _outbox: &mut Outbox) {}
