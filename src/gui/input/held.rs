//! Defines [`Held`]: which modifier keys are physically held down, which may differ from the modifiers that egui reports.

use egui::{Event, Key, Modifiers};

/// The modifier keys that are held down.
///
/// They differ from [`Modifiers`] for AltGr and Super, which egui does not report, and if a shortcut of the system consumes a
/// key: if Alt with Shift switches the keyboard layout, the second of the two keys is pressed without its modifier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a separate key")]
pub struct Held {
    shift: bool,
    ctrl: bool,
    alt_left: bool,
    alt_right: bool,
    super_key: bool,
    /// The modifiers that were last reported.
    modifiers: Modifiers,
}

impl Held {
    /// Updates the state with an event.
    pub fn follow(&mut self, event: &Event) {
        match event {
            Event::Key { key, pressed, .. } => match key {
                Key::ShiftLeft | Key::ShiftRight => self.shift = *pressed,
                Key::ControlLeft | Key::ControlRight => self.ctrl = *pressed,
                Key::AltLeft => self.alt_left = *pressed,
                Key::AltRight => self.alt_right = *pressed,
                Key::SuperLeft | Key::SuperRight => self.super_key = *pressed,
                _ => {}
            },
            // A modifier that is not reported any more is released, even if the release went to another window.
            Event::ModifiersChanged(now) => {
                self.shift &= now.shift || !self.modifiers.shift;
                self.ctrl &= now.ctrl || !self.modifiers.ctrl;
                self.alt_left &= now.alt || !self.modifiers.alt;
                self.modifiers = *now;
            }
            Event::WindowFocused(false) => *self = Self::default(),
            _ => {}
        }
    }

    /// Whether AltGr is held: the right Alt key if it does not act as Alt, or Ctrl and Alt on Windows.
    #[must_use]
    pub fn alt_gr(self, modifiers: Modifiers) -> bool {
        self.alt_right && (!modifiers.alt || modifiers.ctrl)
    }

    /// Whether Super, the Windows key, is held, unless it is configured as Alt or Ctrl.
    #[must_use]
    pub fn super_key(self, modifiers: Modifiers) -> bool {
        let alt = !modifiers.alt || self.alt_left || self.alt_right;
        let ctrl = !modifiers.ctrl || self.ctrl;
        self.super_key && !modifiers.mac_cmd && alt && ctrl
    }

    /// Whether Shift is held but consumed by the system, for example to switch the keyboard layout with Alt or Ctrl.
    #[must_use]
    pub fn shift_taken(self, modifiers: Modifiers) -> bool {
        self.shift && !modifiers.shift
    }

    /// Whether the left Alt key or a Ctrl key is held but consumed by the system.
    #[must_use]
    pub fn other_taken(self, modifiers: Modifiers) -> bool {
        (self.alt_left && !modifiers.alt) || (self.ctrl && !modifiers.ctrl)
    }
}

/// Whether the key is a modifier or a lock.
#[must_use]
pub fn is_modifier(key: Key) -> bool {
    matches!(
        key,
        Key::ShiftLeft
            | Key::ShiftRight
            | Key::ControlLeft
            | Key::ControlRight
            | Key::AltLeft
            | Key::AltRight
            | Key::SuperLeft
            | Key::SuperRight
            | Key::CapsLock
            | Key::NumLock
            | Key::ScrollLock
            | Key::Fn
    )
}
