//! Shortens text for a line of the interface or a message, with `…` for what is left out.

/// The first `most` characters (code points) of `text`, with `…` after them if there are more.
///
/// ```
/// use dicta::text::shorten::shortened;
///
/// assert_eq!(shortened("talks", 5), "talks");
/// assert_eq!(shortened("talks go on", 5), "talks…");
/// ```
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    shortened_chars(text.chars(), most)
}

/// Like [`shortened`], for characters that are not in one string. Reads at most `most` + 1 of them.
#[must_use]
pub fn shortened_chars(chars: impl IntoIterator<Item = char>, most: usize) -> String {
    let mut chars = chars.into_iter();
    let mut short: String = chars.by_ref().take(most).collect();
    if chars.next().is_some() {
        short.push('…');
    }
    short
}
