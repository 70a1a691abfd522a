//! Defines [`Chord`]: a key with its modifiers, independent of the window system.

/// A key that an action can have. Letters are upper case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    Char(char),
    F(u8),
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    Enter,
    Escape,
    Delete,
    Backspace,
    Tab,
}

/// A key with its modifiers. `command` is Ctrl, or ⌘ on a Mac.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    pub command: bool,
    pub alt: bool,
    pub shift: bool,
    pub key: Key,
}

impl Chord {
    /// The key alone.
    #[must_use]
    pub const fn plain(key: Key) -> Self {
        Self { command: false, alt: false, shift: false, key }
    }

    /// A letter or sign alone.
    #[must_use]
    pub const fn char(c: char) -> Self {
        Self::plain(Key::Char(c))
    }

    /// With Ctrl.
    #[must_use]
    pub const fn ctrl(self) -> Self {
        Self { command: true, ..self }
    }

    /// With Alt.
    #[must_use]
    pub const fn alt(self) -> Self {
        Self { alt: true, ..self }
    }

    /// With Shift.
    #[must_use]
    pub const fn shift(self) -> Self {
        Self { shift: true, ..self }
    }

    /// Whether a text field uses the chord for typing or editing.
    #[must_use]
    pub fn is_typing(self) -> bool {
        match self.key {
            Key::F(_) | Key::Escape | Key::PageUp | Key::PageDown => false,
            Key::Char(c) if self.command && !self.alt => {
                matches!(c, 'A' | 'C' | 'V' | 'X' | 'Y' | 'Z') || (c == 'U' && !self.shift)
            }
            Key::Char(_) if self.alt && !self.command => false,
            Key::Enter => !self.command,
            _ => true,
        }
    }

    /// The stored form of the chord, the same on every system, e.g. `Ctrl Shift K`.
    #[must_use]
    pub fn code(self) -> String {
        let modifiers = [(self.command, "Ctrl "), (self.alt, "Alt "), (self.shift, "Shift ")];
        let held: String = modifiers.into_iter().filter(|(held, _)| *held).map(|(_, name)| name).collect();
        let key = match self.key {
            Key::Char(c) => c.to_string(),
            Key::F(n) => format!("F{n}"),
            other => NAMED.into_iter().find(|(key, _)| *key == other).map(|(_, name)| name.to_owned()).unwrap_or_default(),
        };
        held + &key
    }

    /// Parses a chord from its stored form, e.g. `Ctrl S`. `None` if it cannot be read.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let mut chord = Self::plain(Key::Escape);
        let mut parts = code.split(' ').peekable();
        while let Some(part) = parts.next() {
            let is_last = parts.peek().is_none();
            match part {
                "Ctrl" if !is_last => chord.command = true,
                "Alt" if !is_last => chord.alt = true,
                "Shift" if !is_last => chord.shift = true,
                key if is_last => return Some(Self { key: key_named(key)?, ..chord }),
                _ => return None,
            }
        }
        None
    }
}

/// Keys that are stored by name.
const NAMED: [(Key, &str); 13] = [
    (Key::Left, "Left"),
    (Key::Right, "Right"),
    (Key::Up, "Up"),
    (Key::Down, "Down"),
    (Key::Home, "Home"),
    (Key::End, "End"),
    (Key::PageUp, "PageUp"),
    (Key::PageDown, "PageDown"),
    (Key::Enter, "Enter"),
    (Key::Escape, "Escape"),
    (Key::Delete, "Delete"),
    (Key::Backspace, "Backspace"),
    (Key::Tab, "Tab"),
];

fn key_named(name: &str) -> Option<Key> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Some(Key::Char(c));
    }
    let named = NAMED.into_iter().find(|(_, known)| *known == name).map(|(key, _)| key);
    named.or_else(|| name.strip_prefix('F')?.parse().ok().map(Key::F))
}

impl std::fmt::Display for Chord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mac = cfg!(target_os = "macos");
        if self.command {
            f.write_str(if mac { "⌘ " } else { "Ctrl " })?;
        }
        if self.alt {
            f.write_str(if mac { "⌥ " } else { "Alt " })?;
        }
        if self.shift {
            f.write_str("Shift ")?;
        }
        match self.key {
            Key::Char('=') if self.command || self.alt => f.write_str("+"),
            Key::Char('-') => f.write_str("−"),
            Key::Char(c) => write!(f, "{c}"),
            Key::F(n) => write!(f, "F{n}"),
            Key::Left => f.write_str("←"),
            Key::Right => f.write_str("→"),
            Key::Up => f.write_str("↑"),
            Key::Down => f.write_str("↓"),
            Key::Home => f.write_str("Home"),
            Key::End => f.write_str("End"),
            Key::PageUp => f.write_str("Page up"),
            Key::PageDown => f.write_str("Page down"),
            Key::Enter => f.write_str("Enter"),
            Key::Escape => f.write_str("Esc"),
            Key::Delete => f.write_str("Del"),
            Key::Backspace => f.write_str("Backspace"),
            Key::Tab => f.write_str("Tab"),
        }
    }
}
