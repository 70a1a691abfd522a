//! Defines [`Chord`], a key with its modifiers, in words that no window system owns.

/// A key that a command can stand on. Letters are upper case.
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

    /// Whether the chord means something while text is typed in a field: such a chord belongs to the field then.
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
            Key::Char('=') => f.write_str("+"),
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
