//! Words of labels and of texts in messages.

use crate::model::Label;

/// Most characters of a text that a message quotes.
pub(in crate::session) const SHORT: usize = 48;

/// `a quote`, `an actor`.
pub(in crate::session) fn with_article(label: Label) -> &'static str {
    match label {
        Label::Quote => "a quote",
        Label::Claim => "a claim",
        Label::Actor => "an actor",
    }
}

/// The beginning of a text, for a message; with `…` if something was left out.
pub(in crate::session) fn shortened(words: &str) -> String {
    crate::text::shortened(words, SHORT)
}

/// `1 annotation`, `3 annotations`.
pub(in crate::session) fn counted(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}
