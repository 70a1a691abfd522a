//! Scores how well typed letters match a text: word beginnings before middles, adjacent letters before scattered ones.

use crate::text::folded;

/// Maximum distance of scattered letters within a word, as a multiple of their number; a wider spread is chance.
const REACH: usize = 3;

/// The typed words, folded. All of them must match, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    whole: String,
    words: Vec<String>,
}

impl Query {
    /// Parses what was typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let whole = folded(typed.trim());
        Self { words: whole.split_whitespace().map(str::to_owned).collect(), whole }
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether exactly `text` was typed; `text` is folded.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        self.whole == text
    }

    /// The score of a folded text, higher is better. `None` if a word does not match.
    #[must_use]
    pub fn score(&self, text: &str) -> Option<u32> {
        let mut sum = 0;
        for word in &self.words {
            sum += word_score(word, text)?;
        }
        let begins = if text == self.whole { 90 } else { u32::from(text.starts_with(&self.whole)) * 60 };
        // Of two equal matches, the shorter text is better.
        Some(sum + begins + 8_u32.saturating_sub(text.len() as u32 / 8))
    }
}

fn word_score(word: &str, text: &str) -> Option<u32> {
    if let Some(first) = text.find(word) {
        let at_beginning = |at: usize| text.get(..at).is_none_or(|before| !before.ends_with(char::is_alphanumeric));
        let begins = at_beginning(first) || text.match_indices(word).skip(1).any(|(at, _)| at_beginning(at));
        return Some(if begins { 100 } else { 50 });
    }
    // A single letter cannot be scattered.
    word.chars().nth(1)?;
    initials(word, text).then_some(40).or_else(|| scattered(word, text).then_some(15))
}

/// Whether the letters are beginnings of consecutive words, each with any letters that follow: `slr` and
/// `selri` for “select a letter right”.
fn initials(word: &str, text: &str) -> bool {
    let mut wanted = word.chars().peekable();
    for part in text.split(|c: char| !c.is_alphanumeric()) {
        let mut letters = part.chars();
        while let (Some(want), Some(letter)) = (wanted.peek(), letters.next()) {
            if *want != letter {
                break;
            }
            wanted.next();
        }
    }
    wanted.peek().is_none()
}

/// Whether the letters occur in order and close together, from the beginning of a word: `anntn` for “annotation”.
fn scattered(word: &str, text: &str) -> bool {
    let reach = word.chars().count() * REACH;
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let begins = !before.is_alphanumeric();
        before = letter;
        if begins && word.starts_with(letter) {
            let mut near = text.get(at..).unwrap_or_default().chars().take(reach);
            if word.chars().all(|want| near.any(|letter| letter == want)) {
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(typed: &str, text: &str) -> Option<u32> {
        Query::new(typed).score(&folded(text))
    }

    #[test]
    fn beginnings_come_before_middles_and_these_before_scattered_letters() {
        let order = ["Side", "Side panel", "Outside", "Save it dead"];
        let scores: Vec<Option<u32>> = order.iter().map(|text| score("side", text)).collect();
        assert!(scores.iter().all(Option::is_some), "{scores:?}");
        assert!(scores.is_sorted_by(|a, b| a > b), "{scores:?}");
    }

    #[test]
    fn words_fit_in_any_order_and_all_of_them_must() {
        assert!(score("folder add", "Add a folder…").is_some());
        assert_eq!(score("folder remove", "Add a folder…"), None);
    }

    #[test]
    fn initials_and_left_out_letters_are_found() {
        assert!(score("slr", "Select a letter right").is_some());
        assert!(score("selri", "Select a letter right").is_some());
        assert!(score("anntn", "Next annotation").is_some());
        assert_eq!(score("an", "Exact plain"), None, "a letter here and there is chance");
    }

    #[test]
    fn accents_and_case_do_not_matter() {
        assert_eq!(score("EMILE", "Émile Bonnet"), score("émile", "Émile Bonnet"));
        assert!(score("émile", "Emile Bonnet").is_some());
    }

    #[test]
    fn whatever_is_typed_nothing_breaks() {
        for typed in ["", " ", "é", "😀", "ß ß", "ﷺ", "\u{301}"] {
            let _ = score(typed, "Größe 😀 — ﷺ");
            let _ = score(typed, "");
        }
    }
}
