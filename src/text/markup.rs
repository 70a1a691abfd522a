//! Recognises a web page (HTML) by its content. A text that only mentions a tag is not one.

/// Names of the elements with which a page, or a copied part of one, begins.
const FIRST: [&str; 14] =
    ["article", "body", "div", "h1", "h2", "head", "header", "html", "main", "p", "script", "section", "span", "table"];
/// A text that begins like a page is one only if it has one of these.
const ELEMENTS: [&str; 4] = ["<html", "<head", "<body", "<title"];

/// Whether the text is the source of a web page, or of a part of one.
///
/// It is, if it begins with the declaration or root element of a page and has another element of a page; or if it begins
/// with a tag, ends with a tag, and closes the first one.
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
