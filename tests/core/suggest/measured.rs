//! Holds suggestions to what they reach on articles that were written and tagged by hand for this.
//!
//! `cargo bench --bench suggest -- --misses` names every miss.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::measure::{Measure, part};
use crate::support::tagged::Tagged;

fn articles(language: &str) -> Vec<Tagged> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/said").join(language);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| Tagged::read(&file.display().to_string(), &fs::read_to_string(file).unwrap())).collect()
}

fn measured(language: &str) -> Measure {
    let mut measure = Measure::default();
    for article in articles(language) {
        measure.add(&article);
    }
    println!("{language}: direct {}; mixed and indirect {}", measure.direct, measure.reported);
    println!(
        "{language}: names {}; speakers {}; of indirect quotes {}",
        measure.names, measure.speakers, measure.speakers_indirect
    );
    measure
}

/// Fails when a change makes suggestions clearly worse in one of the three languages.
///
/// Each number is 0.02 to 0.10 below the lowest score of a language at present (the README has them), so that a rule that is
/// better on the whole may cost a quote here and there. They are not aims, and say nothing about articles elsewhere.
fn holds(language: &str) {
    let Measure { direct, reported, reported_near, names, speakers, crossing, .. } = measured(language);
    assert!(direct.f1() > 0.92, "direct quotes: {direct}");
    assert!(reported.precision() > 0.65 && reported.recall() > 0.58, "mixed and indirect, exact: {reported}");
    assert!(reported_near.precision() > 0.75 && reported_near.recall() > 0.66, "mixed and indirect, by half: {reported_near}");
    assert!(names.f1() > 0.95, "names: {names}");
    assert!(part(speakers.first, speakers.all) > 0.70, "speakers: {speakers}");
    assert!(part(speakers.three, speakers.all) > 0.82, "speakers: {speakers}");
    assert_eq!(crossing, 0, "no suggestion crosses the end of a paragraph");
}

#[test]
fn english_suggestions_are_as_good_as_measured() {
    holds("en");
}

#[test]
fn french_suggestions_are_as_good_as_measured() {
    holds("fr");
}

#[test]
fn russian_suggestions_are_as_good_as_measured() {
    holds("ru");
}

#[test]
fn a_tagged_article_gives_back_its_text() {
    let article = Tagged::read(
        "made",
        "lang: en\n---\n<q id=\"1\" type=\"direct\" by=\"Ada Thorn\">\"1 < 2,\"</q> said <a e=\"Ada Thorn\">Thorn</a>.",
    );
    assert_eq!(article.text.as_str(), "\"1 < 2,\" said Thorn.");
    assert_eq!(article.quotes.len(), 1);
    assert_eq!(article.register()["Ada Thorn"], ["Ada Thorn", "Thorn"]);
}
