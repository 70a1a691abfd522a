//! Guesses what a quotation is from its own words: speech, words used with distance, or the title of a work or a name.

/// What a quotation most likely is, judged by its own words alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationKind {
    Speech,
    /// A word or two that the outlet holds at a distance.
    Scare,
    /// Of a work, an outlet, a company.
    Title,
}

/// Longer quotations are speech, in bytes.
const LONGEST: usize = 90;
/// More words are speech.
const MOST_WORDS: usize = 6;
const MOST_SCARE_WORDS: usize = 3;
const MOST_NAME_WORDS: usize = 3;

/// What the words between the marks, with the characters around the marks, are most likely.
pub(in crate::suggest) fn kind_of(inner: &str, before: Option<char>, after: Option<char>) -> QuotationKind {
    if inner.len() > LONGEST {
        return QuotationKind::Speech;
    }
    let words: Vec<&str> = inner.split_whitespace().collect();
    // A comma after the marks is no sign in itself; one inside them ends a clause of speech.
    let ends_clause = inner.ends_with(['.', '!', '?', '…', ',', ';']) && !inner.ends_with("etc.");
    if ends_clause || before == Some(':') || words.len() > MOST_WORDS {
        return QuotationKind::Speech;
    }
    let capitals = words.iter().filter(|word| starts_upper(word)).count();
    let small = words.iter().filter(|word| word.chars().count() <= 3 && !starts_upper(word)).count();
    let first_upper = words.first().is_some_and(|word| starts_upper(word));
    let is_name = words.len() <= MOST_NAME_WORDS || capitals >= 2 && capitals + small == words.len();
    if first_upper && is_name && before.is_some_and(char::is_alphanumeric) {
        return QuotationKind::Title;
    }
    if words.len() <= MOST_SCARE_WORDS && !(first_upper && (before.is_none() || after == Some(','))) {
        return QuotationKind::Scare;
    }
    QuotationKind::Speech
}

fn starts_upper(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric())
}
