//! Defines [`Press`]: a key press with the text that it typed, and the chords that it can mean.
//!
//! egui reports a key by the letter or sign of the layout if egui has a name for it, and otherwise by the position on a US
//! keyboard; the two cannot be distinguished by the key alone. The text that follows the key decides:
//!
//! 1. A Latin letter, a digit or a sign is itself, on any key.
//! 2. A letter of another script counts as the Latin letter at its position, see [`Script::place_counts`].
//! 3. Any other character (`é`, `ß`) is only itself. While digits are offered, a key of the digit row that needs Shift for its
//!    digit counts as the digit without Shift too: the row of a French keyboard types `& é " '`.
//! 4. A key that types nothing, such as a dead key, is ignored, unless it has a name (`Tab`) or is pressed with Ctrl or Alt.
//!    So is what is typed directly after a dead key.
//! 5. With Ctrl there is no text: the key counts as egui reports it, or as the digit at its position if the sign has no action.
//! 6. With AltGr or Super, or with a modifier that the system consumed, the key is ignored.

use egui::{Event, Modifiers};

use super::held::{Held, is_modifier};
use super::script::{Script, digit, digit_of, letter_of};
use crate::session::{Chord, Key};

/// A key press.
#[derive(Clone, Copy, Debug)]
pub struct Press<'a> {
    pub key: egui::Key,
    /// The position of the key, named after the key of a US keyboard. `None` for synthetic keys of tests and some tools.
    pub physical: Option<egui::Key>,
    pub modifiers: Modifiers,
    pub repeat: bool,
    /// The text that it typed, if any.
    pub text: Option<&'a str>,
}

/// The digits that choose a likely actor now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Digits {
    /// The highest digit that is offered.
    pub last: u8,
    /// Whether 0 is offered.
    pub zero: bool,
}

impl Digits {
    /// All digits are offered.
    pub const ALL: Self = Self { last: 9, zero: true };

    /// Whether any digit is offered.
    #[must_use]
    pub fn any(self) -> bool {
        self.zero || self.last > 0
    }

    /// Whether that digit is offered.
    #[must_use]
    pub fn has(self, digit: u8) -> bool {
        if digit == 0 { self.zero } else { digit <= self.last }
    }
}

/// A key press that was recorded to become the key of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    Chord(Chord),
    /// A key that no action can have.
    Unknown,
    /// Escape: the recording is cancelled.
    Leave,
}

impl<'a> Press<'a> {
    /// Reads a key press, and the text event that directly follows it. `None` if the event is not a key press.
    #[must_use]
    pub fn read(event: &Event, next: Option<&'a Event>) -> Option<Self> {
        let Event::Key { key, physical_key: physical, pressed: true, repeat, modifiers } = *event else { return None };
        let text = match next {
            // Named keys type nothing, so text after them is not theirs.
            Some(Event::Text(text)) if named(key).is_none() && !is_modifier(key) => Some(text.as_str()),
            _ => None,
        };
        Some(Self { key, physical, modifiers, repeat, text })
    }

    /// Whether the key is a modifier.
    #[must_use]
    pub fn is_modifier(self) -> bool {
        is_modifier(self.key)
    }

    /// Whether it is at the position of a digit on a US keyboard.
    #[must_use]
    pub fn is_in_digit_row(self) -> bool {
        self.physical.and_then(digit_of).is_some()
    }

    /// Whether it is a dead key, which types nothing by itself.
    #[must_use]
    pub fn is_dead(self) -> bool {
        let m = self.modifiers;
        let types_nothing = self.text.is_none() && self.physical.is_some() && !m.ctrl && !m.command && !m.alt;
        types_nothing && !self.is_in_digit_row() && key_char(self.key, false).is_some()
    }

    /// Whether the text is for a focused text field. It is not if Alt or Super is held.
    #[must_use]
    pub fn types(self, held: Held) -> bool {
        let alt = self.modifiers.alt && !held.alt_gr(self.modifiers) && !cfg!(target_os = "macos");
        !alt && !held.super_key(self.modifiers)
    }

    /// The chords that the key can mean, the most likely first. The first that has an action counts.
    #[must_use]
    pub fn chords(self, held: Held, script: Script, digits: Digits) -> Vec<Chord> {
        let m = self.modifiers;
        let foreign = held.alt_gr(m) || held.super_key(m) || held.other_taken(m);
        // On a Mac, Ctrl is not ⌘ and is not used.
        if is_modifier(self.key) || foreign || (m.ctrl && !m.command) {
            return Vec::new();
        }
        // If Alt or Ctrl with Shift switches the layout, Shift is pressed without its modifier, while all three keys are held.
        let shift = m.shift || (held.shift_taken(m) && (m.command || m.alt));
        if held.shift_taken(m) && !shift {
            return Vec::new();
        }
        let chord = |key| Chord { command: m.command, alt: m.alt, shift, key };
        if let Some(key) = named(self.key) {
            return vec![chord(key)];
        }
        self.chars(shift, script, digits).into_iter().map(|c| chord(Key::Char(c))).collect()
    }

    /// The letters, digits and signs that the key can mean.
    fn chars(self, shift: bool, script: Script, digits: Digits) -> Vec<char> {
        let m = self.modifiers;
        let letter_here = self.physical.and_then(letter_of);
        let digit_here = self.physical.and_then(digit_of).filter(|_| !shift);
        let mut typed = self.text.and_then(|text| text.chars().next());
        // Option types signs on a Mac.
        if cfg!(target_os = "macos") && m.alt {
            typed = None;
        }
        let Some(typed) = typed else {
            let by_key = key_char(self.key, m.command || m.alt);
            let known = m.command || m.alt || self.physical.is_none();
            let Some(c) = by_key.filter(|_| known) else { return Vec::new() };
            return match letter_here {
                _ if c.is_ascii_alphanumeric() => vec![c],
                Some(place) if script.place_counts(place, c) => vec![place],
                _ => std::iter::once(c).chain(digit_here.map(digit_char)).collect(),
            };
        };
        if let Some(digit) = digit(typed) {
            return vec![digit_char(digit)];
        }
        if typed.is_ascii_alphabetic() {
            return vec![typed.to_ascii_uppercase()];
        }
        if let Some(place) = letter_here.filter(|place| script.place_counts(*place, typed)) {
            return vec![place];
        }
        let own = if typed == '+' && m.alt { '=' } else { capital(typed) };
        match digit_here {
            // No default key is such a letter, so the person has chosen it.
            Some(digit) if !m.alt && digits.has(digit) && own.is_ascii() => vec![digit_char(digit), own],
            Some(digit) if m.alt || digits.any() => vec![own, digit_char(digit)],
            _ => vec![own],
        }
    }

    /// The key press as recorded for an action. `None` for modifier keys.
    #[must_use]
    pub fn record(self, held: Held, script: Script) -> Option<Recorded> {
        if is_modifier(self.key) {
            return None;
        }
        if self.key == egui::Key::Escape {
            return Some(Recorded::Leave);
        }
        let first = self.chords(held, script, Digits::default()).into_iter().next();
        let usable = first.filter(|chord| !matches!(chord.key, Key::Char(c) if c.is_whitespace() || c.is_control()));
        Some(usable.map_or(Recorded::Unknown, Recorded::Chord))
    }
}

fn digit_char(digit: u8) -> char {
    char::from(b'0' + digit.min(9))
}

/// The capital of a letter, or the letter itself if the capital is not one character.
fn capital(c: char) -> char {
    // The Turkish capital of `i`; the key next to it, `ı`, has the capital `I`.
    if c == 'İ' {
        return 'I';
    }
    let mut capital = c.to_uppercase();
    match (capital.next(), capital.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// The chord of a key that comes without text. Letters are those of the layout; for a layout without Latin letters, egui
/// reports the letter of a US keyboard.
#[must_use]
pub fn chord(key: egui::Key, modifiers: Modifiers) -> Option<Chord> {
    let press = Press { key, physical: None, modifiers, repeat: false, text: None };
    press.chords(Held::default(), Script::Latin, Digits::default()).into_iter().next()
}

/// Keys that are the same in every layout.
fn named(key: egui::Key) -> Option<Key> {
    Some(match key {
        egui::Key::ArrowLeft => Key::Left,
        egui::Key::ArrowRight => Key::Right,
        egui::Key::ArrowUp => Key::Up,
        egui::Key::ArrowDown => Key::Down,
        egui::Key::Home => Key::Home,
        egui::Key::End => Key::End,
        egui::Key::PageUp => Key::PageUp,
        egui::Key::PageDown => Key::PageDown,
        egui::Key::Enter => Key::Enter,
        egui::Key::Escape => Key::Escape,
        egui::Key::Delete => Key::Delete,
        egui::Key::Backspace => Key::Backspace,
        egui::Key::Tab => Key::Tab,
        other => {
            let number = other.name().strip_prefix('F').filter(|number| !number.is_empty())?;
            return number.parse().ok().map(Key::F);
        }
    })
}

/// The letter, digit or sign that egui reports. With Ctrl or Alt, `+` and `=` are the same, so that Ctrl + works without Shift.
fn key_char(key: egui::Key, with_modifier: bool) -> Option<char> {
    Some(match key {
        egui::Key::Plus if with_modifier => '=',
        egui::Key::Plus => '+',
        egui::Key::Equals => '=',
        egui::Key::Minus => '-',
        egui::Key::Period => '.',
        egui::Key::Comma => ',',
        egui::Key::Slash => '/',
        egui::Key::Colon => ':',
        egui::Key::Semicolon => ';',
        egui::Key::Quote => '\'',
        egui::Key::Backtick => '`',
        egui::Key::Backslash => '\\',
        egui::Key::Pipe => '|',
        egui::Key::Questionmark => '?',
        egui::Key::Exclamationmark => '!',
        egui::Key::OpenBracket => '[',
        egui::Key::CloseBracket => ']',
        egui::Key::OpenCurlyBracket => '{',
        egui::Key::CloseCurlyBracket => '}',
        other => return letter_of(other).or_else(|| digit_of(other).map(digit_char)),
    })
}
