//! Defines [`Held`]: which modifier keys are held down, as keys rather than as what the system makes of them.

use egui::{Event, Key, Modifiers};

/// The modifier keys that are held down.
///
/// [`Modifiers`] says what the system makes of them. The two differ for AltGr and Super, which egui does not report, and
/// when a shortcut of the system takes a key away: where Alt with Shift switches the keyboard layout, the second of the two
/// keys goes down without its modifier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a key of its own")]
pub struct Held {
    shift: bool,
    ctrl: bool,
    alt_left: bool,
    alt_right: bool,
    super_key: bool,
    /// What the system made of them last.
    modifiers: Modifiers,
}

impl Held {
    /// Takes account of an event.
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
            // A modifier that ends has no key down any more, even if the key's release went to another window.
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

    /// Whether AltGr is held: the right Alt key where it is not an Alt key, or Windows' Ctrl and Alt.
    #[must_use]
    pub fn alt_gr(self, modifiers: Modifiers) -> bool {
        self.alt_right && (!modifiers.alt || modifiers.ctrl)
    }

    /// Whether Super, the key with the Windows sign, is held. Where it was made an Alt or a Ctrl key, it is that.
    #[must_use]
    pub fn super_key(self, modifiers: Modifiers) -> bool {
        let alt = !modifiers.alt || self.alt_left || self.alt_right;
        let ctrl = !modifiers.ctrl || self.ctrl;
        self.super_key && !modifiers.mac_cmd && alt && ctrl
    }

    /// Whether Shift is held but was taken by the system, as where Alt or Ctrl with Shift switches the keyboard layout.
    #[must_use]
    pub fn shift_taken(self, modifiers: Modifiers) -> bool {
        self.shift && !modifiers.shift
    }

    /// Whether a left Alt or a Ctrl key is held but was taken by the system.
    #[must_use]
    pub fn other_taken(self, modifiers: Modifiers) -> bool {
        (self.alt_left && !modifiers.alt) || (self.ctrl && !modifiers.ctrl)
    }
}

/// Whether the key only changes what other keys do, or is a lock.
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
