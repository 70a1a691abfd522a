//! A set's own lexicons: words added, replaced and taken away, and files that are wrong, which are never silent.
#![allow(clippy::disallowed_methods, reason = "a test may write plainly what stands in its way")]

use std::fs;
use std::path::Path;
use std::process::Output;

use dicta::export;
use dicta::storage;
use dicta::suggest::{Lexicons, Material, NameFinder, Reading, quotations};
use dicta::text::Text;

use crate::sets::bad_input::{dicta, out};
use crate::support::sitting::{Sitting, set};

/// The cues of the quotes in a text, by these lexicons.
fn cues(lexicons: &Lexicons, language: &str, text: &str) -> Vec<String> {
    let text = Text::new(text);
    let (found, finder) = (quotations(&text), NameFinder::new(&[]));
    let names = finder.find(&text);
    let material = Material { text: &text, quotations: &found, names: &names, zones: &[], lexicon: lexicons.of(language) };
    Reading::new(&material).propose().quotes.iter().filter_map(|quote| quote.cue).map(|cue| text.slice(cue).to_owned()).collect()
}

fn extended(language: &str, ron: &str) -> Lexicons {
    let mut lexicons = Lexicons::default();
    lexicons.extend(language, &format!("{language}.ron"), ron).unwrap();
    lexicons
}

const GRUMBLE: &str = "(verbs: [(lemma: \"grogner\", forms: \"Grogne, grognent\", participles: \"grogné\", takes: Clause)])";

#[test]
fn an_extension_adds_to_what_comes_with_dicta() {
    let text = "Anne Morel grogne que le port ferme.\n\nPaul Lenoir assure que le port rouvre.";
    assert_eq!(cues(&Lexicons::default(), "fr", text), ["assure"]);
    assert_eq!(cues(&extended("fr", GRUMBLE), "fr-CA", text), ["grogne", "assure"]);
}

#[test]
fn an_extension_takes_words_away_a_verb_by_its_lemma_or_one_form_of_it() {
    let text = "Paul Lenoir assure que le port rouvre.\n\nAnne Morel assurait que le port fermait.";
    assert_eq!(cues(&extended("fr", "(without: [\"assurer\"])"), "fr", text), [""; 0]);
    assert_eq!(cues(&extended("fr", "(without: [\"Assure\"])"), "fr", text), ["assurait"]);
    let said = "Selon Paul Lenoir, le port ferme.";
    assert_eq!(cues(&Lexicons::default(), "fr", said), ["Selon"]);
    assert_eq!(cues(&extended("fr", "(without: [\"selon\"])"), "fr", said), [""; 0]);
}

#[test]
fn a_verb_of_the_same_form_takes_the_place_of_the_one_that_comes_with_dicta() {
    let text = "Anne Morel said the port was closed.";
    assert_eq!(cues(&Lexicons::default(), "en", text), ["said"]);
    let words = extended("en", "(verbs: [(lemma: \"say\", forms: \"said\", takes: That)])");
    assert_eq!(cues(&words, "en", text), [""; 0], "only behind “that” now");
    assert_eq!(cues(&words, "en", "Anne Morel said that the port was closed."), ["said"]);
    assert_eq!(cues(&words, "en", "Anne Morel says the port was closed."), ["says"], "other forms stay");
}

#[test]
fn a_language_of_which_dicta_has_no_lexicon_begins_with_an_empty_one() {
    let text = "„Wij blijven hier”, mopperde Paul Lenoir.";
    assert_eq!(cues(&Lexicons::default(), "nl", text), [""; 0]);
    let dutch = extended("nl", "(language: \"nl\", verbs: [(lemma: \"mopperen\", forms: \"mopperde\", takes: That)])");
    assert_eq!(cues(&dutch, "nl-BE", text), ["mopperde"]);
    assert_eq!(dutch.of("nl").language, "nl");
    assert_eq!(dutch.of("sv").language, "", "a language without any is not read as another one");
}

/// A language, what is wrong, the place, and what is said about it.
const WRONG: [(&str, &str, &str, &str); 6] = [
    ("fr", "(\n    verbs: [],\n    verb: [],\n)", "line 3, column 5", "there is no field “verb” here"),
    (
        "fr",
        "(\n    verbs: [\n        (lemma: \"grogner\", forms: \"grogne\", takes: Clauses),\n    ],\n)",
        "line 3, column 52",
        "“Clauses” is not known here",
    ),
    ("fr", "(\n    roles: 5,\n)", "line 2, column 12", "a list should begin here"),
    ("fr", "(\n    roles: [\"élu\", 5],\n)", "line 2, column 20", "words between quotation marks"),
    ("fr", "(\n    language: \"en\",\n)", "line 2, column 5", "is for “en”, but its file is named after “fr”"),
    ("fr", "", "line 1, column 1", ""),
];

#[test]
fn what_is_wrong_is_told_with_file_line_column_and_what_to_do() {
    for (language, ron, place, what) in WRONG {
        let mut lexicons = Lexicons::default();
        let said = lexicons.extend(language, "lexicons/fr.ron", ron).unwrap_err().to_string();
        assert!(said.starts_with(&format!("lexicons/fr.ron, {place}: ")), "{said}");
        assert!(said.contains(what), "{said}");
        assert!(
            said.ends_with("Mend the file in a text editor and open the set again; until then nothing of it is used"),
            "{said}"
        );
        assert_eq!(cues(&lexicons, "fr", "« Nous restons », assure Paul Lenoir."), ["assure"]);
    }
}

/// A set with one French article and a lexicon of its own.
fn made(dir: &Path, lexicon: &str) {
    let mut sitting = Sitting::open(dir);
    sitting.bring(
        dir,
        &[("a.txt", "« Nous partons demain matin », grogne Anne Morel.\n\n« Nous restons ici », assure Paul Lenoir.".as_bytes())],
    );
    sitting.save();
    fs::create_dir(set(dir).join("lexicons")).unwrap();
    fs::write(set(dir).join("lexicons/fr.ron"), lexicon).unwrap();
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn the_app_and_the_command_find_suggestions_by_a_sets_own_words() {
    let dir = tempfile::tempdir().unwrap();
    made(dir.path(), &format!("\u{FEFF}{GRUMBLE}\r\n"));
    let sitting = Sitting::open(dir.path());
    assert_eq!(sitting.notices, Vec::<String>::new());
    let mut sitting = sitting;
    sitting.go("a");
    let found = sitting.desk.session.suggestions();
    let text = sitting.desk.text();
    assert_eq!(found.iter().filter_map(|quote| quote.cue).map(|cue| text.slice(cue)).collect::<Vec<_>>(), ["grogne", "assure"]);
    drop(sitting);
    let suggested = dicta(dir.path(), &["suggest", "set"]);
    assert_eq!((suggested.status.code(), stderr(&suggested)), (Some(0), String::new()));
    assert!(out(&suggested).contains(",direct,grogne,Anne Morel,"), "{}", out(&suggested));
    let check = dicta(dir.path(), &["check", "set"]);
    assert_eq!((check.status.code(), out(&check)), (Some(0), String::new()));
}

#[test]
fn a_set_with_a_wrong_lexicon_opens_and_every_program_says_what_is_wrong() {
    let dir = tempfile::tempdir().unwrap();
    made(dir.path(), "(\n    verb: [],\n)");
    let wrong = "lexicons/fr.ron, line 2, column 5: ";
    let sitting = Sitting::open(dir.path());
    assert!(matches!(sitting.notices.as_slice(), [only] if only.starts_with(wrong)), "{:?}", sitting.notices);
    assert_eq!(sitting.desk.session.document().articles.len(), 1);
    drop(sitting);
    let suggested = dicta(dir.path(), &["suggest", "set"]);
    assert_eq!(suggested.status.code(), Some(1));
    assert!(stderr(&suggested).starts_with(&format!("set: {wrong}")), "{}", stderr(&suggested));
    assert!(String::from_utf8_lossy(&suggested.stdout).contains(",assure,"), "it goes on with what comes with Dicta");
    let check = dicta(dir.path(), &["check", "set"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(out(&check).starts_with(&format!("set: {wrong}")), "{}", out(&check));
}

#[test]
fn a_lexicon_that_is_no_text_too_large_or_oddly_named_is_told_too() {
    let dir = tempfile::tempdir().unwrap();
    made(dir.path(), GRUMBLE);
    let folder = set(dir.path()).join("lexicons");
    fs::write(folder.join("de.ron"), b"(\n  roles: [\"B\xFCrgermeister\"])").unwrap();
    fs::write(folder.join("en.ron"), " ".repeat((1 << 20) + 1)).unwrap();
    fs::write(folder.join("german.ron"), "()").unwrap();
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    fs::write(folder.join(".hidden"), "").unwrap();
    fs::create_dir(folder.join("ru.ron")).unwrap();
    let told = [
        "lexicons/de.ron, line 2, column 13: a byte here is not UTF-8 text",
        "lexicons/en.ron: ",
        "lexicons/german.ron: is not named after a language",
        "lexicons/notes.txt: does not belong to the set",
        "lexicons/ru.ron: is not named after a language",
    ];
    let sitting = Sitting::open(dir.path());
    assert_eq!(sitting.notices.len(), told.len(), "{:#?}", sitting.notices);
    for (said, start) in sitting.notices.iter().zip(told) {
        assert!(said.starts_with(start), "{said}");
    }
    drop(sitting);
    let suggested = dicta(dir.path(), &["suggest", "set"]);
    assert_eq!((suggested.status.code(), stderr(&suggested).lines().count()), (Some(1), told.len()), "{}", stderr(&suggested));
    assert!(out(&suggested).contains(",grogne,"), "the good one is used");
}

#[test]
#[cfg(unix)]
fn a_lexicon_that_leads_out_of_the_set_is_not_read() {
    let dir = tempfile::tempdir().unwrap();
    made(dir.path(), "()");
    fs::write(dir.path().join("outside.ron"), GRUMBLE).unwrap();
    fs::remove_file(set(dir.path()).join("lexicons/fr.ron")).unwrap();
    std::os::unix::fs::symlink(dir.path().join("outside.ron"), set(dir.path()).join("lexicons/fr.ron")).unwrap();
    let sitting = Sitting::open(dir.path());
    assert!(sitting.notices[0].contains("leads out of the set's folder"), "{:?}", sitting.notices);
    let opened = storage::open(&set(dir.path())).unwrap();
    assert!(opened.lexicons.is_empty());
}

#[test]
fn the_exporter_has_no_use_for_lexicons() {
    let dir = tempfile::tempdir().unwrap();
    made(dir.path(), "wrong");
    let opened = storage::open(&set(dir.path())).unwrap();
    let tables = crate::export::fixture::export(&opened.document, &export::Options::default());
    assert_eq!(tables.findings, Vec::<String>::new());
    let mut exporter = std::process::Command::new(env!("CARGO_BIN_EXE_dicta-export"));
    let done = exporter.current_dir(dir.path()).args(["set", "-o", "tables"]).output().unwrap();
    assert_eq!(done.status.code(), Some(0), "{}", out(&done));
}
