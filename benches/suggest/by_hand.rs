//! Reads the careful annotation of real articles, where the checkout has it.

use std::fs;
use std::path::Path;

use dicta::text::{CharOffset, Span, Text};
use serde_json::Value;

use super::tagged::{Mention, Quote, Tagged};

/// Those that are there, without their captions: suggestions leave zones out.
pub fn articles() -> Vec<Tagged> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let Ok(entries) = fs::read_dir(shared.join("gold")) else { return Vec::new() };
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files.iter().map(|file| article(&shared, file)).collect()
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn article(shared: &Path, file: &Path) -> Tagged {
    let gold: Value = serde_json::from_slice(&fs::read(file).expect("readable")).expect("JSON");
    let name = gold["article"].as_str().expect("a name");
    let text = Text::new(fs::read_to_string(shared.join("articles").join(name)).expect("an article"));
    let span = |value: &Value| {
        let at = |name: &str| text.byte_from_char(CharOffset(usize::try_from(value[name].as_u64().unwrap()).unwrap())).unwrap();
        Span::new(&text, at("start_cp"), at("end_cp")).unwrap()
    };
    let quotes = list(&gold, "quotes").iter().map(|quote| Quote {
        fragments: list(quote, "fragments").iter().map(span).collect(),
        kind: quote["type"].as_str().unwrap().to_owned(),
        speakers: list(quote, "speaker").iter().map(|who| who["canonical"].as_str().unwrap().to_owned()).collect(),
    });
    let mentions = list(&gold, "actors").iter().flat_map(|actor| {
        list(actor, "mentions").iter().map(|mention| {
            let kind = mention["kind"].as_str().unwrap_or_default();
            let actor = actor["canonical"].as_str().unwrap().to_owned();
            Mention { span: span(mention), actor, is_name: kind == "name" || kind.starts_with("metonym") }
        })
    });
    let (quotes, mentions) = (quotes.collect(), mentions.collect());
    let language = gold["language"].as_str().unwrap().to_owned();
    Tagged { name: name.to_owned(), language, text, quotes, mentions }
}
