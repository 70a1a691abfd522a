//! Searching: plain and by expression, folded and not, and expressions that explode.

use dicta::text::pattern::{Pattern, PatternError};
use dicta::text::{Letters, Text};

fn plain(words: &str, text: &str) -> Vec<String> {
    let pattern = Pattern::plain(words, true).unwrap();
    pattern.find(text).map(|range| text[range].to_owned()).collect()
}

#[test]
fn a_folded_search_ignores_case_accents_apostrophes_and_kinds_of_space() {
    assert_eq!(plain("elysee", "L’Élysée, l'ELYSEE, l'E\u{301}lyse\u{301}e"), ["Élysée", "ELYSEE", "E\u{301}lyse\u{301}e"]);
    assert_eq!(plain("côte d'azur", "la Cote d’Azur et la côte\u{a0}d'azur"), ["Cote d’Azur", "côte\u{a0}d'azur"]);
    assert_eq!(plain("coeur", "Cœur, COEUR"), ["Cœur", "COEUR"]);
    assert_eq!(plain("strasse", "Straße"), ["Straße"]);
    assert_eq!(plain("ещё", "Еще и ЕЩЁ"), ["Еще", "ЕЩЁ"]);
    assert_eq!(plain("10-12", "10–12"), ["10–12"]);
}

#[test]
fn what_was_typed_is_no_expression_unless_it_is_meant_as_one() {
    assert_eq!(plain("a.c (b)", "abc a.c (b)"), ["a.c (b)"]);
    let regex = Pattern::regex(r"\bsa(id|ys)\b", true).unwrap();
    let text = "He SAID, she says, “unsaid”";
    assert_eq!(regex.find(text).map(|range| &text[range]).collect::<Vec<_>>(), ["SAID", "says"]);
    let accents = Pattern::regex(r"(?P<verb>declar[ée]+)\s\p{Lu}", true).unwrap();
    assert!(accents.is_in("a déclaré À tous") && accents.is_in("declare A"));
}

#[test]
fn without_folding_every_letter_counts() {
    let exact = Pattern::plain("Élysée", false).unwrap();
    assert!(exact.is_in("l’Élysée") && !exact.is_in("l’Elysée") && !exact.is_in("l’élysée"));
}

#[test]
fn what_cannot_be_searched_for_says_why() {
    assert_eq!(Pattern::plain("  ", true).unwrap_err(), PatternError::Empty);
    assert_eq!(Pattern::regex(r"((a{1000}){1000}){1000}", true).unwrap_err(), PatternError::TooLarge);
    let PatternError::Wrong(reason) = Pattern::regex("(a", false).unwrap_err() else { panic!("wrong") };
    assert_eq!(reason, "unclosed group");
    let explosive = Pattern::regex(r"(a+)+$", true).unwrap();
    assert!(!explosive.is_in(&format!("{}b", "a".repeat(100_000))), "and it ends");
    for odd in ["\\", "[", "a{", "(?", "\\p", "\\x", "\\u{"] {
        let error = Pattern::regex(odd, true).unwrap_err();
        assert!(matches!(&error, PatternError::Wrong(reason) if !reason.is_empty()), "{odd}: {error:?}");
    }
    for (odd, found, missed) in [("é{2}", "éé", "é"), ("(?<n>a)", "la", "lo"), ("[^]]", "x", "]")] {
        let pattern = Pattern::regex(odd, true).unwrap();
        assert!(pattern.is_in(found) && !pattern.is_in(missed), "{odd}");
    }
}

#[test]
fn knowing_the_letters_of_the_texts_changes_nothing_but_the_speed() {
    let texts = [
        "L’Élysée, l'ELYSEE, l'E\u{301}lyse\u{301}e; Cœur, COEUR, Straße, STRASSE",
        "Plain words: elysee, coeur, strasse, 10-12.",
        "Еще и ЕЩЁ 10–12 “said” ＇said＇ Ｓaid so\u{AD}ft",
        "",
    ];
    let letters: Vec<Letters> = texts.iter().map(|text| Text::new(*text).letters().clone()).collect();
    let all = Letters::union(&letters);
    for words in ["elysee", "l'élysée", "cœur", "coeur", "strasse", "ещё", "10-12", "\"said\"", "'said'", "soft", "said"] {
        let (plain, regex) = (Pattern::plain(words, true).unwrap(), Pattern::regex(words, true).unwrap());
        for (text, own) in texts.iter().zip(&letters) {
            for letters in [own, &all] {
                let quick = Pattern::plain_among(words, true, Some(letters)).unwrap();
                assert_eq!(quick.find(text).collect::<Vec<_>>(), plain.find(text).collect::<Vec<_>>(), "{words} in {text}");
                let quick = Pattern::regex_among(words, true, Some(letters)).unwrap();
                assert_eq!(quick.find(text).collect::<Vec<_>>(), regex.find(text).collect::<Vec<_>>(), "{words} in {text}");
            }
        }
    }
    assert!(all.has('é') && all.has('a') && !all.has('ñ') && all.has('＇'));
    assert!(all.has_loose() && letters[2].has_loose() && !letters[1].has_loose());
    assert!(letters.iter().all(|own| own.are_among(&all)) && !all.are_among(&letters[0]));
    let common = Letters::common(&vec![letters[0].clone(); 10].into_iter().chain([letters[2].clone()]).collect::<Vec<_>>());
    assert!(common.has('œ') && !common.has('щ') && !common.has_loose(), "what most texts make do with");
}
