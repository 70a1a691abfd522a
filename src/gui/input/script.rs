//! Defines [`Script`]: whether the keyboard layout types Latin letters, as far as the keys pressed so far show.

use egui::Key;

/// The script of the keyboard layout in use, as far as known.
///
/// The window system does not report the layout, so it is inferred from what the keys type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Script {
    /// No letter has been typed yet.
    #[default]
    Unknown,
    /// The last letter was a Latin one.
    Latin,
    /// The last letter was Cyrillic, Greek, Arabic, Hebrew or of another script.
    Other,
}

impl Script {
    /// Updates the state with a typed text.
    pub fn learn(&mut self, text: &str) {
        if text.chars().any(is_of_another_script) {
            *self = Self::Other;
        } else if text.chars().any(|c| c.is_lowercase() && c < '\u{250}' && !matches!(c, 'µ' | 'ª' | 'º')) {
            // Only small letters count: a Hebrew keyboard types Latin capitals with Shift.
            *self = Self::Latin;
        }
    }

    /// Whether a key on the place of a Latin letter counts as that letter, although it types `typed`.
    ///
    /// Scripts with more letters than the Latin one have letters on the places of signs, and some have signs on the places
    /// of letters: Greek has `;` on `Q`, Hebrew `/` and Bulgarian `,`. Latin layouts such as Dvorak have signs there too,
    /// which then stand for themselves. While no letter has been typed, the two cannot be told apart for certain. A sign on
    /// `Q` is then taken for a letter of another script, except for those of Dvorak; a sign elsewhere is, unless it is the
    /// key of a command.
    #[must_use]
    pub fn place_counts(self, place: char, typed: char) -> bool {
        if is_of_another_script(typed) {
            return true;
        }
        match self {
            Self::Other => true,
            Self::Latin => false,
            Self::Unknown if typed.is_alphabetic() => false,
            Self::Unknown if place == 'Q' => !matches!(typed, '\'' | ':' | '.'),
            Self::Unknown => !matches!(typed, ',' | '.' | '/' | '=' | '-'),
        }
    }
}

/// Whether the character belongs to a script that is not Latin: a letter, or a vowel sign.
fn is_of_another_script(c: char) -> bool {
    let code = u32::from(c);
    let latin =
        [0x1D00..=0x1DBF, 0x1E00..=0x1EFF, 0x2000..=0x218F, 0x2C60..=0x2C7F, 0xA720..=0xA7FF, 0xFB00..=0xFB06, 0xFF21..=0xFF5A];
    let marks = [0x0591..=0x05C7, 0x064B..=0x065F];
    (code >= 0x0370 && c.is_alphabetic() && !latin.iter().any(|range| range.contains(&code)))
        || marks.iter().any(|range| range.contains(&code))
}

/// The digit that the character is, in any of the scripts whose keyboards have their own digits.
#[must_use]
pub fn digit(c: char) -> Option<u8> {
    const ZEROS: [u32; 9] = [0x30, 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0x0ED0, 0x1040, 0xFF10];
    let code = u32::from(c);
    ZEROS
        .into_iter()
        .find_map(|zero| code.checked_sub(zero).filter(|value| *value < 10))
        .and_then(|value| u8::try_from(value).ok())
}

/// The Latin letter on a key's place, as on a US keyboard.
pub(super) fn letter_of(key: Key) -> Option<char> {
    let mut name = key.name().chars();
    match (name.next(), name.next()) {
        (Some(c), None) if c.is_ascii_uppercase() => Some(c),
        _ => None,
    }
}

/// The digit of a key of the digit row or the keypad.
pub(super) fn digit_of(key: Key) -> Option<u8> {
    let mut name = key.name().chars();
    match (name.next(), name.next()) {
        (Some(c), None) => c.to_digit(10).and_then(|digit| u8::try_from(digit).ok()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_latin_languages_and_signs_are_of_no_other_script() {
        for c in "aZéßığñłẞøþÿ€µ²§–´^¡ªºﬁ".chars() {
            assert!(!is_of_another_script(c), "{c}");
        }
        for c in "йςضקჟ\u{64e}ﻻ".chars() {
            assert!(is_of_another_script(c), "{c}");
        }
    }

    #[test]
    fn a_sign_on_a_letters_place_counts_as_what_the_script_makes_it() {
        let mut script = Script::Unknown;
        assert!(script.place_counts('Q', ';') && script.place_counts('Q', '/') && script.place_counts('W', '\''));
        assert!(!script.place_counts('W', ',') && !script.place_counts('W', 'é'), "Dvorak and BÉPO");
        script.learn("k");
        assert!(!script.place_counts('Q', '\''), "Dvorak");
        script.learn("λ");
        assert!(script.place_counts('Q', ';'));
        script.learn("W");
        assert_eq!(script, Script::Other, "Hebrew has it on Shift W");
        script.learn("µ");
        assert_eq!(script, Script::Other, "French has it on Shift *, Greek with AltGr");
        script.learn("é");
        assert_eq!(script, Script::Latin);
    }

    #[test]
    fn digits_of_every_script_are_digits() {
        assert_eq!((digit('7'), digit('٣'), digit('۹')), (Some(7), Some(3), Some(9)));
        assert_eq!((digit('²'), digit('½'), digit('é')), (None, None, None));
    }
}
