//! Takes the outer quotation marks off the words of a fragment.

/// The words without the mark that opens them and the one that closes them. Words that no mark opens stay as they are: a mark
/// at their end belongs to something inside.
///
/// Marks pair by their places, not by their signs, since papers mix them (`"…”`); a dash that opens speech is one. A last mark
/// that pairs with another inside stays: `— It was no "gift"`.
#[must_use]
pub fn inner(words: &str) -> &str {
    let mut chars = words.chars();
    let Some(rest) = chars.next().filter(|first| opens(*first)).map(|_| chars.as_str()) else { return words };
    let first = words.chars().next().unwrap_or_default();
    let Some(last) = rest.chars().next_back().filter(|last| family(*last).is_some()) else {
        // A single mark that nothing closes is an apostrophe: ’s avonds.
        return if family(first) == Some(Family::Single) { words } else { bare(rest) };
    };
    let family_of_last = family(last);
    if (family(first) == Some(Family::Single)) != (family_of_last == Some(Family::Single)) {
        return if family(first) == Some(Family::Single) { words } else { bare(rest) };
    }
    let closes = family_of_last == Some(Family::Single) || count(rest, family_of_last) % 2 == 1;
    bare(if closes { rest.strip_suffix(last).unwrap_or(rest) } else { rest })
}

/// Marks that pair with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Straight,
    Curly,
    Angle,
    Corner,
    Single,
}

fn family(c: char) -> Option<Family> {
    match c {
        '"' | '＂' => Some(Family::Straight),
        '“' | '”' | '„' | '‟' => Some(Family::Curly),
        '«' | '»' => Some(Family::Angle),
        '「' | '」' | '『' | '』' => Some(Family::Corner),
        '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›' => Some(Family::Single),
        _ => None,
    }
}

fn opens(c: char) -> bool {
    family(c).is_some() || matches!(c, '—' | '―' | '–')
}

/// How many marks of a family there are, without those that open a further paragraph of the same quotation.
fn count(words: &str, of: Option<Family>) -> usize {
    let at_start = |before: &str| before.trim_end_matches([' ', '\t', '\u{a0}', '\u{202f}']).ends_with('\n');
    let marks = words.char_indices().filter(|(_, c)| family(*c) == of);
    marks.filter(|(at, _)| !at_start(words.get(..*at).unwrap_or_default())).count()
}

/// Without the spaces that stand inside guillemets and behind dashes.
fn bare(words: &str) -> &str {
    words.trim()
}

#[cfg(test)]
mod tests {
    use super::inner;

    #[test]
    fn marks_go_where_the_fragment_opens_with_one() {
        for (words, bare) in [
            ("“Yes, now,”", "Yes, now,"),
            ("\"technical level.\"", "technical level."),
            ("«\u{a0}en train de se préparer\u{a0}»", "en train de se préparer"),
            ("„Nein“", "Nein"),
            ("»Nein«", "Nein"),
            ("\"mixed”", "mixed"),
            ("‘It’s ours’", "It’s ours"),
            ("— Let it be.\"", "Let it be."),
            ("— Let it be", "Let it be"),
            ("“He said “no” to us”", "He said “no” to us"),
            ("“One.\n\n“Two.”", "One.\n\n“Two."),
            ("\"", ""),
        ] {
            assert_eq!(inner(words), bare, "{words}");
        }
    }

    #[test]
    fn what_belongs_inside_stays() {
        for (words, bare) in [
            ("talks go on", "talks go on"),
            ("was a “gift”", "was a “gift”"),
            ("— It was no \"gift\"", "It was no \"gift\""),
            ("« Il a dit \"non\"", "Il a dit \"non\""),
            ("’s avonds", "’s avonds"),
            ("'tis “true”", "'tis “true”"),
            ("“the dockers'", "the dockers'"),
            ("", ""),
        ] {
            assert_eq!(inner(words), bare, "{words}");
        }
    }
}
