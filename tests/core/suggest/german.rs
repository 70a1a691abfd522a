//! German: quotations with their speakers, reports by `dass`, by mood and by phrases, and names among nouns with capitals.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use dicta::suggest::{Lexicon, Material, NameFinder, Proposed, Reading, quotations};
use dicta::text::Text;

use crate::support::measure::{Measure, part};
use crate::support::tagged::Tagged;

fn article() -> Tagged {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/said/de/d01_hafen.txt");
    Tagged::read("d01_hafen", &fs::read_to_string(file).unwrap())
}

/// The quotes of a text: rule, words, first speaker.
fn quotes(words: &str) -> Vec<(&'static str, String, String)> {
    let (text, lexicon) = (Text::new(words), Lexicon::built_in("de"));
    let (marks, names) = (quotations(&text), NameFinder::new(&[]).find(&text));
    let material = Material { text: &text, quotations: &marks, names: &names, zones: &[], lexicon: &lexicon };
    let proposed = Reading::new(&material).propose().quotes;
    let speaker = |who: Option<&Proposed>| match who {
        Some(Proposed::New(name) | Proposed::Role(name)) => name.clone(),
        Some(Proposed::Known(id)) => id.to_string(),
        None => String::new(),
    };
    let row = |quote: &dicta::suggest::Suggestion| {
        let words: Vec<&str> = quote.fragments.iter().map(|span| text.slice(*span)).collect();
        (quote.rule, words.join(" […] "), speaker(quote.speakers.first().map(|speaker| &speaker.who)))
    };
    proposed.iter().map(row).collect()
}

#[track_caller]
fn check(words: &str, quote: &str, speaker: &str) {
    let found = quotes(words);
    assert!(found.iter().any(|(_, words, who)| words == quote && who == speaker), "{words}: {found:?}");
}

#[test]
fn quotations_have_their_speakers() {
    check("„Wir bleiben hier“, sagte Anna Kern.", "„Wir bleiben hier“", "Anna Kern");
    check("»Wir bleiben hier«, erklärte der Sprecher.", "»Wir bleiben hier«", "Sprecher");
    check("Petra Lindner betonte: „Wir bleiben hier.“", "„Wir bleiben hier.“", "Petra Lindner");
    check("„Wir bleiben hier“, so Jens Möller.", "„Wir bleiben hier“", "Jens Möller");
    check("„Wir bleiben hier“, grinste Jens Möller.", "„Wir bleiben hier“", "Jens Möller");
    check("Jens Möller kam spät. „Wir bleiben hier“, sagte er.", "„Wir bleiben hier“", "Jens Möller");
    check("Jens Möller ging. Anna Kern kam. „Wir bleiben hier“, sagte sie.", "„Wir bleiben hier“", "Anna Kern");
}

#[test]
fn reports_without_marks_are_found() {
    check("Anna Kern sagte, dass die Brücke offen ist.", "die Brücke offen ist", "Anna Kern");
    check("Am Montag sagte Anna Kern, die Brücke bleibe offen.", "die Brücke bleibe offen", "Anna Kern");
    check("Anna Kern hat am Montag gesagt, dass die Brücke offen ist.", "die Brücke offen ist", "Anna Kern");
    check("Laut Anna Kern bleibt die Brücke offen.", "bleibt die Brücke offen", "Anna Kern");
    check("Nach Angaben von Anna Kern ist die Brücke offen.", "ist die Brücke offen", "Anna Kern");
}

#[test]
fn words_that_only_look_like_reports_are_none() {
    for words in [
        "Die Stadt ist so groß, dass die Brücke fehlt.",
        "Das Schild zeigt den Weg, die Brücke ist offen.",
        "Der Sage nach stand hier ein Turm.",
    ] {
        assert_eq!(quotes(words), [], "{words}");
    }
}

#[test]
fn capitals_of_nouns_make_no_actors() {
    let article = article();
    let (text, lexicon) = (&article.text, Lexicon::built_in("de"));
    assert!(text.as_str().split_whitespace().count() > 850);
    let (marks, names) = (quotations(text), NameFinder::new(&[]).find(text));
    let material = Material { text, quotations: &marks, names: &names, zones: &[], lexicon: &lexicon };
    let new_names = Reading::new(&material).propose().new_names;
    let distinct: BTreeSet<&str> = new_names.iter().map(|name| name.name.as_str()).collect();
    let is_true = |name: &str| {
        let register = article.register();
        let others = ["Brüssel", "Europäische Kommission", "Universität Lenn", "Osterhafen"];
        register.values().flatten().any(|held| held == name) || others.contains(&name)
    };
    let wrong: Vec<&&str> = distinct.iter().filter(|name| !is_true(name)).collect();
    println!("{} mentions of {distinct:?}", new_names.len());
    assert!(distinct.len() <= 25 && wrong.len() <= 3, "no names: {wrong:?}");
    for person in ["Anna Kern", "Jens Möller", "Petra Lindner", "Rolf Hagedorn", "Karin Voss", "Tobias Reimann"] {
        assert!(distinct.contains(person), "{person} is missing in {distinct:?}");
    }
}

#[test]
fn german_suggestions_are_as_good_as_measured() {
    let mut measure = Measure::default();
    measure.add(&article());
    println!("de: direct {}; mixed and indirect {}", measure.direct, measure.reported);
    println!("de: names {}; speakers {}; of indirect quotes {}", measure.names, measure.speakers, measure.speakers_indirect);
    measure.misses.iter().for_each(|miss| println!("{miss}"));
    let Measure { direct, reported_near, names, speakers, .. } = measure;
    assert!(direct.f1() > 0.92, "direct quotes: {direct}");
    assert!(reported_near.recall() > 0.66, "mixed and indirect, by half: {reported_near}");
    assert!(names.f1() > 0.95, "names: {names}");
    assert!(part(speakers.first, speakers.all) > 0.85, "speakers: {speakers}");
}
