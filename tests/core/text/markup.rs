//! A web page is told from a text by its content.

use dicta::text::is_web_page;

#[test]
fn the_source_of_a_page_is_known_whole_or_in_part() {
    for page in [
        "<!DOCTYPE html>\n<html lang=\"fr\"><body>Words.</body></html>",
        "\u{feff}\n<!-- saved from a page -->\n<HTML>\n<BODY>Words.",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html><html xmlns=\"x\"><head/></html>",
        "<div class=\"story\"><p>Words.</p></div>\n",
        "<p>Words.</p>\n<p>More words.</p>",
    ] {
        assert!(is_web_page(page), "{page}");
    }
}

#[test]
fn a_text_that_mentions_tags_is_a_text() {
    for text in [
        "",
        "<",
        "The element <html> holds <head> and <body>.",
        "<html> is the first element of a page.",
        "<!DOCTYPE html> stands in its first line.",
        "<p>Words.</p> is how a paragraph is written.",
        "<Photo: the harbour>\n\nThe ship left, she said.",
        "<b>Bold</b>",
        "<!-- never closed",
    ] {
        assert!(!is_web_page(text), "{text}");
    }
}
