//! Finds annotation files that may contain links, without parsing them.

use std::path::Path;

use super::atomic::RON_LIMIT;
use crate::model::{ArticleId, Part};
use crate::storage::load::must_read;
use crate::storage::scan::ArticleFiles;

/// Whether annotations of the article may have links. `false` is certain; an unreadable file has none.
///
pub(in crate::storage) fn may_hold_links(root: &Path, id: &ArticleId, files: &ArticleFiles) -> bool {
    files.annotators.iter().any(|annotator| {
        let file = Part::Layer(id.clone(), annotator.clone()).to_string();
        must_read(root, &file, RON_LIMIT).is_ok_and(|bytes| names_links(&bytes))
    })
}

/// Whether the word `links` occurs as the name of a field: before a colon, ignoring white space and comments.
fn names_links(bytes: &[u8]) -> bool {
    // A file that is not UTF-8 is damaged and is not read at all.
    let mut rest = std::str::from_utf8(bytes).unwrap_or_default();
    while let Some((_, after)) = rest.split_once("links") {
        if after.trim_start().starts_with([':', '/']) {
            return true;
        }
        rest = after;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::names_links;

    #[test]
    fn a_field_of_links_is_known_however_it_is_laid_out() {
        for file in ["(links: [])", "(links\n : [])", "(links /* all */ : [])", "(links// all\n: [])", "(r#links: [])"] {
            assert!(names_links(file.as_bytes()), "{file}");
        }
    }

    #[test]
    fn the_word_in_a_text_is_no_field() {
        for file in ["", "(text: \"links und rechts\")", "(text: \"links\")", "\u{fffd}links"] {
            assert!(!names_links(file.as_bytes()), "{file}");
        }
        assert!(!names_links(b"\xfflinks:"));
    }
}
