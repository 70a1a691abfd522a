//! Defines [`Reason`]: why two names may be one actor's, in a person's words.

/// Why two names may be the same actor's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// `MACRON` and `Macron`.
    Case,
    /// `Elysée` and `Élysée`, `l'Élysée` and `l’Élysée`.
    Accents,
    /// Letters of another script that look the same: a name typed on the wrong keyboard.
    Looks,
    /// `Ушаков` and `Ushakov`.
    Script,
    /// `Ouchakov` and `Ushakov`, `Bonne` and `Bonn`.
    Spelling,
    /// `Volodymir` and `Volodymyr`.
    OneLetter,
    /// `Lavrov Sergey` and `Sergey Lavrov`.
    WordOrder,
    /// `E. Macron` and `Emmanuel Macron`.
    Initial,
    /// `Macron` and `Emmanuel Macron`.
    LastName,
    /// `Лаврова` and `Лавров`.
    Declined,
}

impl Reason {
    /// Whether it is much: a last name alone, an initial or one other letter may well be somebody else's.
    #[must_use]
    pub fn is_close(self) -> bool {
        !matches!(self, Self::LastName | Self::OneLetter | Self::Initial)
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Case => "the same but for capitals",
            Self::Accents => "the same but for accents or punctuation",
            Self::Looks => "looks the same, but is written in letters of two scripts",
            Self::Script => "the same name in another script",
            Self::Spelling => "the same name in another spelling",
            Self::OneLetter => "one letter apart",
            Self::WordOrder => "the same words in another order",
            Self::Initial => "the first name is shortened to an initial",
            Self::LastName => "the last name alone",
            Self::Declined => "the same name in another grammatical case",
        })
    }
}
