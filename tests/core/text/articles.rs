//! Tests the walks over real articles, where the checkout has them.

use dicta::model::proposal::proposed;
use dicta::text::{ByteOffset, Text, decode, next_sentence, next_word, previous_sentence, previous_word, sentence_at, word_at};

/// Decoded texts by file name; empty, with a printed line, where the articles are not at hand.
fn articles() -> Vec<(String, Text)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/articles");
    let Ok(entries) = std::fs::read_dir(folder) else {
        println!("skipped: no articles beside this checkout");
        return Vec::new();
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, Text::new(decode(&std::fs::read(path).unwrap()).unwrap().text))
    };
    paths.into_iter().map(read).collect()
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
    for (name, text) in articles() {
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
    for (name, text) in articles() {
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

#[test]
fn metadata_is_proposed_for_every_article() {
    let articles = articles();
    let languages: Vec<String> = articles.iter().map(|(_, text)| proposed(text.as_str()).language).collect();
    let dates: Vec<bool> = articles.iter().map(|(_, text)| proposed(text.as_str()).published.is_some()).collect();
    if articles.len() == 5 {
        assert_eq!(languages, ["fr", "fr", "en", "en", "en"]);
        assert_eq!(dates, [false, true, false, false, true]);
    }
}
