//! A language is data: no rule of `suggest` names one, and a language without a grammar is not read by another one's rules.

use std::fs;
use std::path::{Path, PathBuf};

use dicta::model::ActorId;
use dicta::suggest::{KnownActor, Lexicon, Material, NameFinder, Reading, quotations};
use dicta::text::Text;

/// Letters and names of many scripts, for the names of a register, which may be in any of them.
const NAMES_IN_ANY_SCRIPT: [&str; 5] = ["declension.rs", "first_names.rs", "gender.rs", "name_similarity.rs", "phonetic_key.rs"];
/// A few of the words that rules would hold if they held any.
const WORDS: [&str; 24] = [
    "the",
    "that",
    "and",
    "said",
    "says",
    "of",
    "to",
    "he",
    "who",
    "le",
    "la",
    "les",
    "des",
    "que",
    "qui",
    "dit",
    "et",
    "der",
    "die",
    "und",
    "dass",
    "sagte",
    "von",
    "president",
];

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The text of a file without comments and tests.
fn code(source: &str) -> String {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// What in a file belongs to a language.
fn of_a_language(file: &Path, code: &str) -> Vec<String> {
    let name = file.file_name().unwrap().to_string_lossy().into_owned();
    let mut found = Vec::new();
    let in_any_script = NAMES_IN_ANY_SCRIPT.contains(&name.as_str());
    let letter = code.chars().find(|c| !c.is_ascii() && c.is_alphabetic()).filter(|_| !in_any_script);
    found.extend(letter.map(|letter| format!("{name} holds the letter {letter}")));
    for tag in ["en", "fr", "ru", "de"] {
        if code.contains(&format!("\"{tag}\"")) {
            found.push(format!("{name} holds the tag {tag}"));
        }
    }
    let code = code.replace("'\"'", "");
    let literals: Vec<&str> = code.split('"').skip(1).step_by(2).collect();
    // Messages to people have capitals or gaps to fill, lists of words have neither.
    let is_list = |literal: &&&str| literal.len() > 80 && !literal.contains(|c: char| c == '{' || c.is_uppercase());
    for word in WORDS {
        let in_list = literals.iter().filter(is_list).any(|list| list.split_whitespace().any(|held| held == word));
        if in_list || literals.contains(&word) {
            found.push(format!("{name} holds the word {word}"));
        }
    }
    found
}

#[test]
fn no_rule_holds_words_of_a_language() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/suggest");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    files.retain(|file| !file.starts_with(root.join("grammar")));
    assert!(files.len() > 40, "the folder has moved");
    let found: Vec<String> =
        files.iter().flat_map(|file| of_a_language(file, &code(&fs::read_to_string(file).unwrap()))).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_search_for_words_of_a_language_finds_them() {
    let file = Path::new("rule.rs");
    for wrong in ["if language == \"fr\" {", "matches!(word, \"the\")", "[\"заявил\"]", "\"après\""] {
        assert_eq!(of_a_language(file, wrong).len(), 1, "{wrong}");
    }
    let list = format!("\"{}\"", "he she it ".repeat(12));
    assert_eq!(of_a_language(file, &list), ["rule.rs holds the word he"]);
    assert_eq!(of_a_language(file, "rule: \"that-clause\""), Vec::<String>::new());
}

/// Rules and words of the quotes of a text, its names of the register, and its new names.
fn found(language: &str, words: &str) -> (Vec<(&'static str, String)>, Vec<String>, Vec<String>) {
    let (text, lexicon) = (Text::new(words), Lexicon::built_in(language));
    let actor =
        |id: &str, name: &str| KnownActor { id: ActorId::parse(id).unwrap(), names: vec![name.to_owned()], is_person: None };
    let finder = NameFinder::new(&[actor("thorn", "Ada Thorn")]);
    let (marks, names) = (quotations(&text), finder.find(&text));
    let material = Material { text: &text, quotations: &marks, names: &names, zones: &[], lexicon: &lexicon };
    let proposed = Reading::new(&material).propose();
    let words = |span| text.slice(span).to_owned();
    (
        proposed.quotes.iter().map(|quote| (quote.rule, words(quote.fragments[0]))).collect(),
        names.iter().map(|hit| words(hit.span)).collect(),
        proposed.new_names.iter().map(|name| name.name.clone()).collect(),
    )
}

#[test]
fn a_language_without_a_grammar_gets_quotations_by_their_marks_alone() {
    let quoted = "“De brug is morgen weer open voor iedereen”";
    let dutch =
        format!("{quoted}, vertelde Ada Thorn. Thorn said that the bridge was open. Thorn told het blad dat de brug open was.");
    let (quotes, names, _) = found("nl", &dutch);
    assert_eq!(quotes, [("quotation", quoted.to_owned())], "nothing by English verbs");
    assert_eq!(names, ["Ada Thorn", "Thorn", "Thorn"]);
    let (english, _, _) = found("en", &dutch);
    assert!(english.iter().any(|(rule, _)| *rule == "that-clause"), "the same words report in English: {english:?}");
}

#[test]
fn a_language_without_a_grammar_takes_no_capital_for_a_name() {
    let polish = "Wczoraj Rada miasta przyjęła plan. Most zbuduje Spółka z Lenn. „Most będzie gotowy w maju przyszłego roku”, \
        powiedziała Anna Nowak. Nowak jest pewna. Termin zna też Urząd.";
    let (quotes, _, new_names) = found("pl", polish);
    assert_eq!(quotes.len(), 1);
    assert_eq!(new_names, ["Anna Nowak", "Anna Nowak"]);
}
