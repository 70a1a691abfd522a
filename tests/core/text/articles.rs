//! Walks over whole articles by words and sentences: nothing is skipped, nothing is covered twice.

use dicta::model::proposal::proposed;
use dicta::text::{ByteOffset, Text, decode, next_sentence, next_word, previous_sentence, previous_word, sentence_at, word_at};

/// Folders of articles that are part of the project.
const OWN: [&str; 2] = ["sample_data/articles", "tests/data/gold/articles"];
/// Real articles, in a checkout that has them beside it.
const SHARED: [&str; 1] = ["../shared/articles"];

/// Decoded texts by file name.
fn articles(folders: &[&str]) -> Vec<(String, Text)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = folders.iter().flat_map(|folder| std::fs::read_dir(root.join(folder)).expect("a folder of articles"));
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, Text::new(decode(&std::fs::read(path).unwrap()).unwrap().text))
    };
    let texts: Vec<_> = paths.into_iter().map(read).collect();
    assert!(texts.len() > 4);
    texts
}

type Step = fn(&Text, ByteOffset) -> ByteOffset;

fn stops(text: &Text, from: ByteOffset, until: ByteOffset, step: Step) -> Vec<ByteOffset> {
    let mut stops = vec![from];
    while stops[stops.len() - 1] != until {
        stops.push(step(text, stops[stops.len() - 1]));
        assert!(stops.len() <= text.end().0 + 1, "the walk does not end");
    }
    stops
}

#[test]
fn sentences_cover_every_article_and_overlap_nowhere() {
    sentences_cover(&OWN);
}

#[test]
#[ignore = "needs articles in ../shared"]
fn sentences_cover_every_shared_article_and_overlap_nowhere() {
    sentences_cover(&SHARED);
}

fn sentences_cover(folders: &[&str]) {
    for (name, text) in articles(folders) {
        let mut covered = 0;
        for &end in stops(&text, ByteOffset::ZERO, text.end(), next_sentence).iter().skip(1) {
            let Some(sentence) = sentence_at(&text, end) else { continue };
            let skipped = text.range(covered..sentence.start().0);
            assert!(sentence.start().0 >= covered && skipped.trim().is_empty(), "{name}: {skipped:?}");
            covered = sentence.end().0;
        }
        assert!(text.range(covered..text.end().0).trim().is_empty(), "{name}");
        stops(&text, text.end(), ByteOffset::ZERO, previous_sentence);
    }
}

#[test]
fn words_cover_every_letter_of_every_article() {
    words_cover(&OWN);
}

#[test]
#[ignore = "needs articles in ../shared"]
fn words_cover_every_letter_of_every_shared_article() {
    words_cover(&SHARED);
}

fn words_cover(folders: &[&str]) {
    for (name, text) in articles(folders) {
        let mut covered = 0;
        for &end in stops(&text, ByteOffset::ZERO, text.end(), next_word).iter().skip(1) {
            let Some(word) = word_at(&text, text.previous_grapheme(end)) else { continue };
            let skipped = text.range(covered..word.start().0.max(covered));
            assert!(!skipped.contains(char::is_alphanumeric), "{name}: {skipped:?}");
            covered = word.end().0;
        }
        assert!(!text.range(covered..text.end().0).contains(char::is_alphanumeric), "{name}");
        let back = stops(&text, text.end(), ByteOffset::ZERO, previous_word);
        let starts = back.iter().filter(|&&at| word_at(&text, at).is_some_and(|word| word.start() == at)).count();
        let ends = stops(&text, ByteOffset::ZERO, text.end(), next_word);
        let count =
            ends.iter().filter(|&&at| word_at(&text, text.previous_grapheme(at)).is_some_and(|word| word.end() == at)).count();
        assert!(starts == count, "{name}: {starts} words backwards, {count} forwards");
    }
}

fn metadata(folders: &[&str]) -> Vec<(String, bool)> {
    let proposals = articles(folders).into_iter().map(|(_, text)| proposed(text.as_str()));
    proposals.map(|found| (found.language, found.published.is_some())).collect()
}

#[test]
fn metadata_is_proposed_for_every_article() {
    let expected =
        [("en", false), ("en", true), ("fr", false), ("en", true), ("fr", false), ("en", false), ("fr", false), ("en", true)];
    assert_eq!(metadata(&OWN), expected.map(|(language, dated)| (language.to_owned(), dated)));
}

#[test]
#[ignore = "needs articles in ../shared"]
fn metadata_is_proposed_for_every_shared_article() {
    let expected = [("fr", false), ("fr", true), ("en", false), ("en", false), ("en", true)];
    assert_eq!(metadata(&SHARED), expected.map(|(language, dated)| (language.to_owned(), dated)));
}
