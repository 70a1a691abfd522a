//! Tells a web page (HTML) from a text, by its content: a text that mentions a tag is a text.

/// Names of elements with which a page, or a part of one that was copied out of it, begins.
const FIRST: [&str; 14] =
    ["article", "body", "div", "h1", "h2", "head", "header", "html", "main", "p", "script", "section", "span", "table"];
/// Without one of these in it, even a text that begins with the declaration of a page is none.
const ELEMENTS: [&str; 4] = ["<html", "<head", "<body", "<title"];

/// Whether the text is the source of a web page, or of a part of one.
///
/// It is, if it begins with the declaration or the element of a whole page and has an element of one after it, or if it
/// begins with a tag, ends with one, and closes the first.
#[must_use]
pub fn is_web_page(text: &str) -> bool {
    let text = without_comments(text.trim_start_matches('\u{feff}').trim()).to_ascii_lowercase();
    let Some(first) = text.strip_prefix('<') else { return false };
    if first.starts_with("!doctype html") || first.starts_with("?xml") {
        return ELEMENTS.iter().any(|element| first.contains(element));
    }
    let name = first.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    if !FIRST.contains(&name) {
        return false;
    }
    let is_whole = name == "html" && ["<head", "<body"].iter().any(|element| first.contains(element));
    is_whole || (text.ends_with('>') && first.contains(&format!("</{name}")))
}

/// The text after the comments with which it begins.
fn without_comments(mut text: &str) -> &str {
    while let Some((_, after)) = text.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")) {
        text = after.trim_start();
    }
    text
}
