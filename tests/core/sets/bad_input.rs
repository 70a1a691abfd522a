//! Article files that are empty, foreign, huge or full of odd characters: taken whole, or refused in a clear sentence.
#![allow(clippy::disallowed_methods, reason = "a test may write plainly what stands in its way")]

use std::fs;
use std::path::Path;
use std::process::{Command as Program, Output};

use dicta::export::{Options, Profile};
use dicta::model::Label;
use dicta::session::{Command, SessionAction};
use dicta::storage;
use dicta::text::ByteOffset;

use crate::export::fixture;
use crate::support::sitting::{Sitting, files, set};

/// Runs `dicta`, with the state of this test alone.
pub fn dicta(dir: &Path, args: &[&str]) -> Output {
    let mut program = Program::new(env!("CARGO_BIN_EXE_dicta"));
    for variable in ["XDG_STATE_HOME", "HOME", "LOCALAPPDATA"] {
        program.env(variable, dir.join("home"));
    }
    program.current_dir(dir).args(args).output().unwrap()
}

pub fn out(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Name, bytes, and what a person reads.
const REFUSED: [(&str, &[u8], &str); 10] = [
    ("empty.txt", b"", "the file holds no text; choose a file with an article in it"),
    ("blank.txt", b" \r\n\t\xC2\xA0\n", "the file holds no text"),
    ("bare-mark.txt", b"\xEF\xBB\xBF", "the file holds no text"),
    ("picture.txt", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "this looks like a binary file"),
    ("nul.txt", b"Le ministre\0 a dit oui.", "this looks like a binary file"),
    ("utf16.txt", b"\xFF\xFEL\0e\0 \0m\0o\0t\0", "the file is UTF-16, not UTF-8; save it as UTF-8"),
    ("utf16-bare.txt", b"L\0e\0 \0m\0o\0t\0", "the file is UTF-16, not UTF-8"),
    ("utf32.txt", b"\0\0\xFE\xFF\0\0\0L", "the file is UTF-32, not UTF-8"),
    ("latin1.txt", b"Un mot.\r\nL'\xE9t\xE9.", "line 2 is not UTF-8 (byte 11 of the file)"),
    ("cut.txt", "Un mot.\n\nFin é".as_bytes().split_last().unwrap().1, "line 3 is not UTF-8 (byte 13 of the file)"),
];

/// Name, text in the file, text of the article.
const ODD: [(&str, &str, &str); 9] = [
    ("zwj.txt", "Avant 👩\u{200D}🚀👨🏽\u{200D}👩\u{200D}👧🇫🇷🇧🇪 après.", "Avant 👩\u{200D}🚀👨🏽\u{200D}👩\u{200D}👧🇫🇷🇧🇪 après."),
    ("accents.txt", "L'e\u{301}te\u{301} et l'été, a\u{300}\u{316}.", "L'e\u{301}te\u{301} et l'été, a\u{300}\u{316}."),
    ("spaces.txt", "«\u{A0}Oui\u{A0}», 10\u{202F}000\u{202F}%  deux.", "«\u{A0}Oui\u{A0}», 10\u{202F}000\u{202F}%  deux."),
    ("separators.txt", "Un\u{2028}deux\u{2029}trois\u{85}fin.", "Un\u{2028}deux\u{2029}trois\u{85}fin."),
    (
        "bidi.txt",
        "a \u{202E}evil\u{202C} b \u{2067}c\u{2069} \u{200F}d.",
        "a \u{202E}evil\u{202C} b \u{2067}c\u{2069} \u{200F}d.",
    ),
    ("unseen.txt", "\u{200B}mot\u{AD}\u{FEFF}\u{2060}\u{7F}\u{1B}fin", "\u{200B}mot\u{AD}\u{FEFF}\u{2060}\u{7F}\u{1B}fin"),
    ("crlf.txt", "Un.\r\nDeux.\r\n\r\nTrois.", "Un.\nDeux.\n\nTrois."),
    ("lone-cr.txt", "Un.\rDeux.\r\r\nTrois.\n\r", "Un.\nDeux.\n\nTrois.\n\n"),
    ("mark.txt", "\u{FEFF}Un mot.\n", "Un mot.\n"),
];

#[test]
fn what_is_no_text_is_refused_in_a_sentence_and_keeps_nothing_else_out() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open(dir.path());
    let mut all: Vec<(&str, &[u8])> = REFUSED.iter().map(|(name, bytes, _)| (*name, *bytes)).collect();
    all.extend(ODD.iter().map(|(name, file, _)| (*name, file.as_bytes())));
    let refused = sitting.bring(dir.path(), &all);
    assert_eq!(refused.len(), REFUSED.len(), "{refused:#?}");
    for (name, _, sentence) in REFUSED {
        let line = refused.iter().find(|line| line.contains(&format!("{name}” was not added: "))).expect(name);
        assert!(line.contains(sentence), "{line}");
    }
    let document = sitting.desk.session.document();
    assert_eq!(document.articles.len(), ODD.len());
    for (name, _, text) in ODD {
        let article = document.articles.values().find(|article| article.source_file == name).expect(name);
        assert_eq!(article.text.as_str(), text, "{name}");
    }
}

/// Labels the text at every place, so that something begins before, in and after whatever is odd in it.
fn label_everywhere(sitting: &mut Sitting) {
    let text = sitting.desk.text();
    let mut starts: Vec<usize> = text.as_str().char_indices().map(|(at, _)| at).collect();
    if starts.len() > 200 {
        let middle = starts.len() / 2;
        starts = [&starts[..5], &starts[middle..middle + 5], &starts[starts.len() - 5..]].concat();
    }
    for (number, start) in starts.into_iter().enumerate() {
        let end = start + 1 + number % 9;
        sitting.desk.send(Command::Select { anchor: ByteOffset(end), head: ByteOffset(start) });
        sitting.desk.send(Command::Do(
            [SessionAction::Tag(Label::Quote), SessionAction::Tag(Label::Claim), SessionAction::Tag(Label::Actor)][number % 3],
        ));
    }
    sitting.settle();
}

#[test]
fn annotations_before_in_and_after_odd_characters_are_saved_and_exported_exactly() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open(dir.path());
    let line = "mot é ".repeat(150_000);
    let book = "« Oui », a-t-il dit.\nL’Élysée 👩\u{200D}🚀 dément.\n\n".repeat(90_000);
    assert!(line.len() > 1_000_000 && book.len() > 5_000_000);
    let mut all: Vec<(&str, &[u8])> = ODD.iter().map(|(name, file, _)| (*name, file.as_bytes())).collect();
    all.extend([("line.txt", line.as_bytes()), ("book.txt", book.as_bytes())]);
    assert_eq!(sitting.bring(dir.path(), &all), Vec::<String>::new());
    let ids: Vec<String> = sitting.desk.session.document().articles.keys().map(ToString::to_string).collect();
    for id in &ids {
        sitting.go(id);
        label_everywhere(&mut sitting);
        assert!(sitting.desk.annotations().len() > 3, "{id}");
    }
    sitting.save();
    let opened = storage::open(&set(dir.path())).unwrap();
    assert!(opened.notices.is_empty(), "{:?}", opened.notices);
    assert_eq!(opened.document, **sitting.desk.session.document());
    let options = Options { profile: Profile::Machine, ..Options::default() };
    let tables = fixture::export(&opened.document, &options);
    assert_eq!(tables.findings, Vec::<String>::new());
    let rows = tables.rows("fragments.csv", b',');
    assert!(rows.len() > 100);
    for row in rows.iter().skip(1) {
        let article = opened.document.articles.values().find(|article| article.id.as_str() == row[2]).unwrap();
        let (start, end): (usize, usize) = (row[5].parse().unwrap(), row[6].parse().unwrap());
        let slice: String = article.text.as_str().chars().skip(start).take(end - start).collect();
        assert_eq!(slice, row[7], "{row:?}");
    }
    drop(sitting);
    let check = dicta(dir.path(), &["check", "set"]);
    assert_eq!((check.status.code(), out(&check)), (Some(0), String::new()));
}

#[test]
fn the_program_says_what_was_refused_in_its_exit_code_too() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("good")).unwrap();
    fs::write(dir.path().join("good/a.txt"), "Un mot.").unwrap();
    fs::write(dir.path().join("good/b.md"), "Deux mots.").unwrap();
    fs::write(dir.path().join("bad.txt"), b"L'\xE9t\xE9").unwrap();
    let bad = dicta(dir.path(), &["import", "set", "bad.txt", "nowhere.txt"]);
    let said = out(&bad);
    assert_eq!(bad.status.code(), Some(2), "{said}");
    assert!(said.contains("bad.txt” was not added: line 1 is not UTF-8 (byte 2 of the file)"), "{said}");
    assert!(said.contains("nowhere.txt") && said.contains("it is not there"), "{said}");
    assert!(!set(dir.path()).exists(), "no set is made of nothing");
    let mixed = dicta(dir.path(), &["import", "set", "good", "bad.txt"]);
    assert_eq!(mixed.status.code(), Some(1), "{}", out(&mixed));
    assert!(out(&mixed).contains("added: a (a.txt)") && out(&mixed).contains("added: b (b.md)"), "{}", out(&mixed));
    let before = files(&set(dir.path()));
    let again = dicta(dir.path(), &["import", "set", "good"]);
    assert_eq!(again.status.code(), Some(0), "{}", out(&again));
    assert!(out(&again).contains("skipped: “a.txt” has the same text"), "{}", out(&again));
    assert!(files(&set(dir.path())) == before, "what is there already changes nothing");
}
