//! Reads articles annotated by hand: plain text with `<q>` for fragments of quotes and `<a>` for mentions of actors.
//!
//! ```text
//! lang: en
//! ---
//! <q id="1" type="direct" by="Ada Thorn">"It holds,"</q> said <a e="Ada Thorn">Thorn</a>.
//! ```
//! Further fragments of a quote repeat its id alone. `by` holds names joined by ` | `; a mention without `k` is a name.

use std::collections::BTreeMap;

use dicta::text::{ByteOffset, Span, Text};

/// An article with its annotation.
#[derive(Debug)]
pub struct Tagged {
    pub name: String,
    pub language: String,
    pub text: Text,
    /// In the order of their first fragments.
    pub quotes: Vec<Quote>,
    pub mentions: Vec<Mention>,
}

/// A quote by hand.
#[derive(Debug)]
pub struct Quote {
    /// In text order.
    pub fragments: Vec<Span>,
    /// As the codebook writes it.
    pub kind: String,
    /// Full names, or the words for a source without one.
    pub speakers: Vec<String>,
}

/// A mention by hand.
#[derive(Debug)]
pub struct Mention {
    pub span: Span,
    /// Full name of whom it names.
    pub actor: String,
    pub is_name: bool,
}

impl Tagged {
    /// Reads the file called `name`.
    ///
    /// # Panics
    /// When the file is not well formed: it is part of a test.
    pub fn read(name: &str, source: &str) -> Self {
        let (head, body) = source.split_once("\n---\n").unwrap_or_else(|| panic!("{name}: no head"));
        let language = head.lines().find_map(|line| line.strip_prefix("lang:")).unwrap_or_default().trim().to_owned();
        let (mut text, mut open, mut closed) = (String::new(), Vec::new(), Vec::new());
        let mut rest = body;
        while let Some(at) = rest.find('<') {
            let (before, from) = rest.split_at(at);
            text.push_str(before);
            let tag = ["<q ", "<a ", "</q>", "</a>"].into_iter().find(|tag| from.starts_with(tag));
            let Some(tag) = tag else {
                text.push('<');
                rest = &from[1..];
                continue;
            };
            let end = from.find('>').unwrap_or_else(|| panic!("{name}: a tag without end"));
            if tag.starts_with("</") {
                let (attributes, start) = open.pop().unwrap_or_else(|| panic!("{name}: nothing to close at {}", text.len()));
                closed.push((attributes, start, text.len()));
            } else {
                open.push((from[1..end].to_owned(), text.len()));
            }
            rest = &from[end + 1..];
        }
        text.push_str(rest);
        assert!(open.is_empty(), "{name}: left open: {open:?}");
        closed.sort_by_key(|&(_, start, end)| (start, std::cmp::Reverse(end)));
        let text = Text::new(text);
        let mut quotes: BTreeMap<String, (usize, Quote)> = BTreeMap::new();
        let mut mentions = Vec::new();
        for (place, (tag, start, end)) in closed.into_iter().enumerate() {
            let span =
                Span::new(&text, ByteOffset(start), ByteOffset(end)).unwrap_or_else(|error| panic!("{name}: {tag}: {error:?}"));
            if tag.starts_with('a') {
                let kind = attribute(&tag, "k").unwrap_or_default();
                let is_name = kind.is_empty() || kind == "name";
                mentions.push(Mention { span, actor: attribute(&tag, "e").unwrap_or_default(), is_name });
                continue;
            }
            let said = attribute(&tag, "by").unwrap_or_default();
            let speakers = said.split(" | ").filter(|who| !who.is_empty()).map(str::to_owned).collect();
            let fresh = Quote { fragments: Vec::new(), kind: attribute(&tag, "type").unwrap_or_default(), speakers };
            let id = attribute(&tag, "id").unwrap_or_default();
            quotes.entry(id).or_insert((place, fresh)).1.fragments.push(span);
        }
        let mut quotes: Vec<(usize, Quote)> = quotes.into_values().collect();
        quotes.sort_by_key(|(place, _)| *place);
        let quotes = quotes.into_iter().map(|(_, quote)| quote).collect();
        Self { name: name.to_owned(), language, text, quotes, mentions }
    }

    /// The names under which each actor is mentioned, its full name first, where it is mentioned by name at all.
    pub fn register(&self) -> BTreeMap<String, Vec<String>> {
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for mention in self.mentions.iter().filter(|mention| mention.is_name) {
            let names = found.entry(mention.actor.clone()).or_insert_with(|| vec![mention.actor.clone()]);
            let words = self.text.slice(mention.span).to_owned();
            if !names.contains(&words) {
                names.push(words);
            }
        }
        found
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = tag.get(from..)?;
    Some(value.get(..value.find('"')?)?.to_owned())
}
