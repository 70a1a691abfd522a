//! Claims that are proposed: the clauses of what is quoted, and sentences of the article's own that can be checked.

use dicta::suggest::{KnownActor, Lexicon, Material, NameFinder, Reading, Suggestion, quotations, unmarked};
use dicta::text::{Span, Text};

fn claims(text: &str, language: &str) -> Vec<(String, Suggestion)> {
    let text = Text::new(text);
    let known = ["Anna Weiss", "Paul Aubry"].map(|name| KnownActor {
        id: dicta::model::ActorId::parse(&name.to_lowercase().replace(' ', "-")).unwrap(),
        names: vec![name.to_owned()],
        is_person: None,
    });
    let (found, names, lexicon) = (quotations(&text), NameFinder::new(&known).find(&text), Lexicon::built_in(language));
    let material = Material { text: &text, quotations: &found, names: &names, zones: &[], lexicon: &lexicon };
    let quotes = Reading::new(&material).propose().quotes;
    let words = |claim: &Suggestion| claim.fragments.iter().map(|span| text.slice(*span)).collect::<Vec<_>>().join(" […] ");
    Reading::new(&material).claims(&quotes).into_iter().map(|claim| (words(&claim), claim)).collect()
}

fn words(text: &str, language: &str) -> Vec<String> {
    claims(text, language).into_iter().map(|(words, _)| words).collect()
}

#[test]
fn what_is_quoted_is_claimed_by_its_speaker_without_the_marks() {
    let found = claims(
        "“The harbour is closed until Monday,” Anna Weiss said. Paul Aubry told reporters that the strike was over.\n",
        "en",
    );
    let said: Vec<&str> = found.iter().map(|(words, _)| words.as_str()).collect();
    assert_eq!(said, ["The harbour is closed until Monday", "the strike was over"]);
    let who = |at: usize| format!("{:?}", found[at].1.speakers.first().unwrap().who);
    assert!(who(0).contains("anna-weiss") && who(1).contains("paul-aubry"), "{} {}", who(0), who(1));
}

#[test]
fn two_clauses_are_two_claims_and_a_shared_subject_is_one() {
    let text = "Anna Weiss said that the port was closed and that the ships had left. Paul Aubry said that the crew was tired and wanted to leave.\n";
    let expected = ["the port was closed", "the ships had left", "the crew was tired and wanted to leave"];
    assert_eq!(words(text, "en"), expected);
}

#[test]
fn the_articles_own_sentences_need_something_to_check() {
    let text = "Port Tells All\n\nThe last ferry left in March 2021. It carried nearly all dockers of the town. Why did it leave? Nobody was there to see it.\n";
    let found = claims(text, "en");
    let said: Vec<(&str, &str)> = found.iter().map(|(words, claim)| (words.as_str(), claim.rule)).collect();
    assert_eq!(
        said,
        [("The last ferry left in March 2021", "a figure"), ("It carried nearly all dockers of the town", "goes on")]
    );
    assert!(found.iter().all(|(_, claim)| claim.speakers.is_empty()), "nobody is quoted: the article says it");
}

#[test]
fn what_leads_in_or_hangs_on_is_left_out() {
    let text = "At the same time, Paul Aubry has refused the offer of the town, which had been made in June.\n";
    assert_eq!(words(text, "en"), ["Paul Aubry has refused the offer of the town"]);
    let text = "Since late December, Paul Aubry has worked in the port, causing much talk.\n";
    assert_eq!(words(text, "en"), ["Since late December, Paul Aubry has worked in the port"]);
    let text = "Après la grève lancée par les dockers en mars, Paul Aubry avait quitté le port, suscitant des critiques.\n";
    assert_eq!(words(text, "fr"), ["Paul Aubry avait quitté le port"]);
}

#[test]
fn a_quote_that_is_no_clause_is_no_claim() {
    let text = "Anna Weiss évoque « une attente ».\n";
    assert!(words(text, "fr").iter().all(|claim| !claim.starts_with("une attente")), "{:?}", words(text, "fr"));
}

#[test]
fn only_marks_around_all_words_are_taken_off() {
    let bare = |words: &str| {
        let text = Text::new(words);
        let whole = Span::new(&text, dicta::text::ByteOffset(0), text.end()).unwrap();
        text.slice(unmarked(&text, whole)).to_owned()
    };
    assert_eq!(bare("“The port is closed,”"), "The port is closed");
    assert_eq!(bare("\"The port is closed,”"), "The port is closed");
    assert_eq!(bare("« Le port est fermé. »"), "Le port est fermé");
    assert_eq!(bare("the port is « closed »"), "the port is « closed »");
    assert_eq!(bare("“one” and “two”"), "“one” and “two”");
}
