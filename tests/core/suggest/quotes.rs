//! Suggestions for quotes: the hard cases of the codebook, in sentences of our own.

use dicta::suggest::{Lexicon, Material, NameFinder, Proposals, Proposed, Reading, quotations};
use dicta::text::{ByteOffset, Span, Text};
use proptest::prelude::*;

fn proposals(text: &Text, language: &str, zones: &[Span]) -> Proposals {
    let (lexicon, found, finder) = (Lexicon::built_in(language), quotations(text), NameFinder::new(&[]));
    let names = finder.find(text);
    Reading::new(&Material { text, quotations: &found, names: &names, zones, lexicon: &lexicon }).propose()
}

/// Type, words with ` … ` between fragments, cue, first speaker of every quote.
fn quotes(language: &str, words: &str) -> Vec<[String; 4]> {
    let text = Text::new(words);
    let all = proposals(&text, language, &[]).quotes;
    all.iter()
        .map(|quote| {
            let fragments: Vec<&str> = quote.fragments.iter().map(|&span| text.slice(span)).collect();
            let cue = quote.cue.map_or("", |cue| text.slice(cue));
            let speaker = quote.speakers.first().map_or(String::new(), |speaker| match &speaker.who {
                Proposed::Known(id) => id.to_string(),
                Proposed::New(name) | Proposed::Role(name) => name.clone(),
            });
            [quote.kind.as_str().to_owned(), fragments.join(" … "), cue.to_owned(), speaker]
        })
        .collect()
}

#[track_caller]
fn check(language: &str, words: &str, expected: &[[&str; 4]]) {
    let expected: Vec<[String; 4]> = expected.iter().map(|quote| quote.map(str::to_owned)).collect();
    assert_eq!(quotes(language, words), expected, "{words}");
}

#[test]
fn a_verb_that_is_also_a_calling_is_not_its_own_subject() {
    check("fr", "Ada Thorn juge que le pont tiendra.", &[["indirect", "le pont tiendra", "juge", "Ada Thorn"]]);
}

#[test]
fn a_direct_quote_comes_with_its_cue_and_speaker() {
    check("en", "“It will hold,” Ada Thorn said.", &[["direct", "“It will hold,”", "said", "Ada Thorn"]]);
    check("en", "\"It will hold,” said Ada Thorn.", &[["direct", "\"It will hold,”", "said", "Ada Thorn"]]);
    check("en", "Asked again, Thorn replied: “It will hold.”", &[["direct", "“It will hold.”", "replied", "Thorn"]]);
    check("fr", "« Il tiendra », a assuré la ministre Ada Thorn.", &[["direct", "« Il tiendra »", "a assuré", "Ada Thorn"]]);
    check(
        "fr",
        "Ada Thorn l’a dit. « Il tiendra bien », lance-t-elle.",
        &[["direct", "« Il tiendra bien »", "lance", "Ada Thorn"]],
    );
    check("ru", "«Он выдержит», — заявила Ада Торн.", &[["direct", "«Он выдержит»", "заявила", "Ада Торн"]]);
}

#[test]
fn a_quote_around_its_reporting_clause_is_one_of_two_fragments() {
    check(
        "en",
        "\"It will hold,\" Ada Thorn said. \"We checked.\"",
        &[["direct", "\"It will hold,\" … \"We checked.\"", "said", "Ada Thorn"]],
    );
    check(
        "en",
        "\"The port,\" Ada Thorn said, \"will open.\"",
        &[["direct", "\"The port,\" … \"will open.\"", "said", "Ada Thorn"]],
    );
    check(
        "fr",
        "« Il tiendra, assure Ada Thorn. Nous l’avons vu. »",
        &[["direct", "« Il tiendra … Nous l’avons vu. »", "assure", "Ada Thorn"]],
    );
    check(
        "ru",
        "«Он выдержит, — сказала Ада Торн. — Мы видели».",
        &[["direct", "«Он выдержит … Мы видели»", "сказала", "Ада Торн"]],
    );
    check(
        "fr",
        "La baisse du trafic vise, selon Port-Lenn, à calmer les habitants.",
        &[["indirect", "La baisse du trafic vise … à calmer les habitants", "selon", "Port-Lenn"]],
    );
}

#[test]
fn two_cues_make_two_quotes() {
    let found = quotes("en", "\"It holds,\" Ada Thorn said, adding: \"We checked it.\"");
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|quote| quote[3] == "Ada Thorn"));
    check(
        "en",
        "Ada Thorn said that the port was open and warned that fog could come.",
        &[["indirect", "the port was open", "said", "Ada Thorn"], ["indirect", "fog could come", "warned", "Ada Thorn"]],
    );
}

#[test]
fn the_paragraphs_of_a_long_quote_are_its_fragments() {
    check(
        "en",
        "Ada Thorn said: “We began in March.\n\n“We end in May.”",
        &[["direct", "“We began in March. … “We end in May.”", "said", "Ada Thorn"]],
    );
}

#[test]
fn speech_after_a_dash_ends_with_its_mark_or_before_the_reporting_clause() {
    check(
        "en",
        "— The port — all of it — is open,\" Ada Thorn said.",
        &[["direct", "— The port — all of it — is open,\"", "said", "Ada Thorn"]],
    );
    check(
        "en",
        "— The port is open again. The old \"plan\" is dead for good, Ada Thorn said.",
        &[["direct", "— The port is open again. The old \"plan\" is dead for good", "said", "Ada Thorn"]],
    );
    check(
        "ru",
        "— Порт открыт, — сказала Ада Торн. — Мы рады.",
        &[["direct", "— Порт открыт … Мы рады.", "сказала", "Ада Торн"]],
    );
}

#[test]
fn an_indirect_quote_begins_behind_its_complementiser_and_ends_before_the_stop() {
    check("en", "Thorn told the wire on Monday that tolls would rise.", &[["indirect", "tolls would rise", "told", "Thorn"]]);
    check("en", "According to Lena Brook, tolls will rise.", &[["indirect", "tolls will rise", "According to", "Lena Brook"]]);
    check(
        "en",
        "Tolls will rise by May, according to Lena Brook.",
        &[["indirect", "Tolls will rise by May", "according to", "Lena Brook"]],
    );
    check(
        "en",
        "The port is open again, said Lena Brook, a guard.",
        &[["indirect", "The port is open again", "said", "Lena Brook"]],
    );
    check("fr", "Ada Thorn a déclaré lundi qu’elle partirait.", &[["indirect", "elle partirait", "a déclaré", "Ada Thorn"]]);
    check("fr", "Le port rouvre lundi, a annoncé la mairie.", &[["indirect", "Le port rouvre lundi", "a annoncé", "mairie"]]);
    check("ru", "Ада Торн заявила, что порт открыт.", &[["indirect", "порт открыт", "заявила", "Ада Торн"]]);
    check("ru", "По словам Ады Торн, порт открыт.", &[["indirect", "порт открыт", "По словам", "Ады Торн"]]);
}

#[test]
fn a_clause_with_marked_words_is_mixed_and_whole() {
    check(
        "fr",
        "Ada Thorn a affirmé que le pont était « en bonne voie », trois ans après sa chute.",
        &[["mixed", "le pont était « en bonne voie »", "a affirmé", "Ada Thorn"]],
    );
    check(
        "fr",
        "Ada Thorn parle de retards qu’elle qualifie d’« indignes ».",
        &[["mixed", "« indignes »", "qualifie", "Ada Thorn"]],
    );
    check("en", "Ada Thorn called the plan “a disgrace”.", &[["mixed", "the plan “a disgrace”", "called", "Ada Thorn"]]);
}

#[test]
fn scare_quotes_and_titles_are_not_proposed() {
    for (language, words) in [
        ("en", "The so-called “bridge of sighs” opened. She read “The Long Bridge” twice."),
        ("fr", "Le « pont des soupirs » est ouvert. Le roman « Le Long Pont » aussi."),
        ("ru", "Газета «Северный вестник» закрылась."),
        ("en", "The United States and its claims on the reported cases remain."),
        ("fr", "Le rapport et la note de l’annonce sont là."),
    ] {
        assert!(quotes(language, words).is_empty(), "{words}: {:?}", quotes(language, words));
    }
}

#[test]
fn a_pronoun_or_a_role_stands_for_the_last_who_fits() {
    let found = quotes("en", "Ada Thorn met Paul Reyes in Lenn. Reyes said the port was closed. He added that it would open.");
    assert_eq!(found[1][3], "Paul Reyes");
    let found = quotes(
        "fr",
        "Le président français Jean Roux a vu le président russe Ivan Korn. Le président russe a dit qu’il partait.",
    );
    assert_eq!(found[0][3], "Ivan Korn");
    let found = quotes("en", "Its leader, Tom Vale, warned that fog could come.");
    assert_eq!(found[0][3], "Tom Vale");
    let found = quotes("en", "Ada Thorn came. A spokesman said the port was closed.");
    assert_eq!(found[0][3], "spokesman");
}

#[test]
fn nothing_is_proposed_in_a_zone() {
    let text = Text::new("“It holds,” Ada Thorn said.\n“It falls,” Ada Thorn said.");
    let zone = Span::new(&text, ByteOffset(0), ByteOffset(text.paragraph(0).end)).unwrap();
    assert_eq!(proposals(&text, "en", &[zone]).quotes.len(), 1);
}

#[test]
fn a_lexicon_says_where_it_is_wrong() {
    let error = Lexicon::parse("mine.ron", "(\n    language: \"en\",\n    verbs: 5,\n)").unwrap_err();
    assert_eq!((error.file.as_str(), error.line), ("mine.ron", 3));
    assert!(error.to_string().starts_with("mine.ron, line 3, column "), "{error}");
    for (file, ron) in Lexicon::sources() {
        let lexicon = Lexicon::parse(file, ron).unwrap();
        assert!(file.starts_with(&lexicon.language), "{file}");
    }
    assert_eq!(Lexicon::built_in("fr-CA").language, "fr");
}

#[test]
fn a_hundred_thousand_marks_or_cues_in_one_line_are_done() {
    for words in ["“x” said ", "\"a, ", "said that ", "selon X, ", "« a, dit-il ", "— a, said X. "] {
        let text = Text::new(words.repeat(200_000 / words.len()));
        let language = if words.contains("dit") || words.contains("selon") { "fr" } else { "en" };
        for suggestion in proposals(&text, language, &[]).quotes {
            assert!(suggestion.fragments.iter().all(|span| span.end() <= text.end()), "{words}");
        }
    }
}

proptest! {
    #[test]
    fn every_suggestion_fits_the_text(words in "(« |»|“|”|\"|—|, |\\. |: |\n|said |that |Ada Thorn |according to |he |dit-il|a déclaré |que |selon |e\u{301} |port |, — |сказал |что ){0,40}", language in "en|fr|ru") {
        let text = Text::new(words);
        let Proposals { quotes, new_names, .. } = proposals(&text, &language, &[]);
        let cues = quotes.iter().filter_map(|quote| quote.cue);
        for span in quotes.iter().flat_map(|quote| quote.fragments.iter().copied()).chain(cues).chain(new_names.iter().map(|name| name.span)) {
            prop_assert!(span.end() <= text.end());
            prop_assert!(text.is_grapheme_boundary(span.start()) && text.is_grapheme_boundary(span.end()));
        }
        for quote in quotes {
            for pair in quote.fragments.windows(2) {
                prop_assert!(pair[0].end() <= pair[1].start());
            }
        }
    }
}

#[test]
fn a_second_clause_with_that_does_not_cut_off_the_first_one_without() {
    let words = "Ada Thorn said not all of the piers were ready and that most of them needed paint.";
    let reported = "not all of the piers were ready and that most of them needed paint";
    check("en", words, &[["indirect", reported, "said", "Ada Thorn"]]);
}

#[test]
fn an_event_never_speaks_but_who_is_called_bill_may() {
    let words = "Hier, on attendait la Coupe de Verlande. « Tout est prêt », a-t-elle dit.";
    check("fr", words, &[["direct", "« Tout est prêt »", "a-t-elle dit", ""]]);
    let words = "The Harbour Bill passed. Bill Thorn waited. “It is late,” he said.";
    check("en", words, &[["direct", "“It is late,”", "said", "Bill Thorn"]]);
}
