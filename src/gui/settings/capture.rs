//! Hears the key that an action is to have, before anyone else acts on it.

use egui::{Context, Event, EventFilter, Id};

use crate::gui::keys::chord;
use crate::session::Chord;

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    Chord(Chord),
    /// A key that no action can have.
    Unknown,
    /// The person wants no other key.
    Leave,
}

/// Takes the first key of the frame; the letter that comes with it is nobody's.
pub(super) fn hear(ctx: &Context) -> Option<Heard> {
    let mut heard = None;
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let found = match event {
                Event::Key { key: egui::Key::Escape, pressed: true, .. } => Heard::Leave,
                Event::Key { key, pressed: true, repeat: false, modifiers, .. } => {
                    chord(*key, *modifiers).map_or(Heard::Unknown, Heard::Chord)
                }
                // The system has made these of the keys already.
                Event::Copy => Heard::Chord(Chord::char('C').ctrl()),
                Event::Cut => Heard::Chord(Chord::char('X').ctrl()),
                Event::Paste(_) => Heard::Chord(Chord::char('V').ctrl()),
                Event::Key { .. } | Event::Text(_) | Event::Ime(_) => return false,
                _ => return true,
            };
            heard.get_or_insert(found);
            false
        });
    });
    heard
}

/// Keeps the keys with which egui moves the keyboard elsewhere.
pub(super) fn keep_keyboard(ctx: &Context, id: Id) {
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ctx.memory_mut(|memory| {
        if !memory.has_focus(id) {
            memory.request_focus(id);
        }
        memory.set_focus_lock_filter(id, filter);
    });
}
