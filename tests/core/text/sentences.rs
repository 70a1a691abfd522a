//! Tests sentences: where they begin and end, and how the caret steps over them.

use dicta::text::{ByteOffset, Span, Text, next_sentence, previous_sentence, sentence_at};
use proptest::prelude::*;

/// Checks that `marked`, with `/` between sentences, is cut exactly there.
fn assert_cut(marked: &str) {
    let text = Text::new(marked.replace('/', ""));
    let expected: Vec<&str> = marked.split(['/', '\n']).map(str::trim).filter(|s| !s.is_empty()).collect();
    let mut found = Vec::new();
    let mut at = ByteOffset::ZERO;
    while at < text.end() {
        at = next_sentence(&text, at);
        found.extend(sentence_at(&text, text.previous_grapheme(at)).map(|span| text.slice(span)));
    }
    assert_eq!(found, expected);
}

#[test]
fn english_sentences() {
    assert_cut("Mr. Smith met Gov. Jones at 5 p.m. on Jan. 5. /He lives in the U.S. now. /She does not.");
    assert_cut("The U.S. Senate voted. /He left the U.S. /The vote stands. /See No. 5 and pp. 3. /No. /I won't.");
    assert_cut("Acme Inc. shares fell 3.5 percent. /He joined Acme Inc. /She did not.");
    assert_cut("George W. Bush and J. K. Rowling spoke. /“We will act.” /He left. /\"Is it so?\" he said. /(It is.) /Good.");
    assert_cut("Really?! /Yes… /And so on... /Wait... not yet. /He agreed.");
    assert_cut("Plan B. /The end came at 9 a.m. Monday. /At 10 a.m. /He slept.");
}

#[test]
fn french_sentences() {
    assert_cut("M. Le Roux a vu Mme Le Pen et MM. Durand et Petit. /Il l’a dit. /L’art. 5 (p. ex. ici) est là.");
    assert_cut("« Il sait. /Je le dis. » /Puis il part. /« Vraiment ? » a-t-il demandé. /« Oui ! », dit-elle. /Non.");
    assert_cut("«\u{A0}Oui.\u{A0}» /«\u{202F}Non.\u{202F}» /Il a fini. /En 52 av. J.-C. Rome gagne. /Fin.");
    assert_cut("Il vend des pommes, des poires, etc. /Il est content. /J. Le Goff écrit.");
}

#[test]
fn russian_sentences() {
    assert_cut("А. С. Пушкин жил на ул. Мойка, д. 12, т. е. в центре. /Это стоит 5 тыс. руб. в год. /В 2022 г. Россия ждала.");
    assert_cut("«Да», — сказал он. /«Нет.» /Он ушёл и т. д. /Потом вернулся в 2022 г. /Это всё.");
    assert_cut("— Мы готовы, — сказал он. — Мы придём.".replace(". — ", ". /— ").as_str());
}

#[test]
fn other_marks_and_scripts_end_sentences_too() {
    assert_cut("大臣は述べた。/協議は春に再開する。/");
    assert_cut("Oui.\u{2028}/Non");
    assert_cut("Et puis ? /🙂 Bravo. 🙂");
    assert_cut("1. Premier point. /2 points restent.");
}

#[test]
fn a_sentence_never_crosses_a_paragraph() {
    assert_cut("Un titre sans point\n\n\nUne phrase. /Une autre\n  \nLa fin");
    assert_eq!(sentence_at(&Text::new("a.\n\nb."), ByteOffset(3)), None);
    assert_eq!(sentence_at(&Text::new(""), ByteOffset(0)), None);
}

#[test]
fn a_triple_click_between_sentences_takes_the_one_before() {
    let text = Text::new("Un. Deux.  Trois");
    let clicked: Vec<&str> = (0..=16).filter_map(|at| sentence_at(&text, ByteOffset(at))).map(|s| text.slice(s)).collect();
    assert_eq!(clicked.iter().filter(|&&s| s == "Un.").count(), 4);
    assert_eq!(clicked.iter().filter(|&&s| s == "Deux.").count(), 7);
    assert_eq!(clicked.iter().filter(|&&s| s == "Trois").count(), 6);
}

#[test]
fn the_caret_steps_from_edge_to_edge() {
    let text = Text::new("Un. Deux.\n\nTrois");
    let steps = |from, step: fn(&Text, ByteOffset) -> ByteOffset| {
        let stops = std::iter::successors(Some(from), |&at| Some(step(&text, at)));
        stops.take(5).map(|at| at.0).collect::<Vec<_>>()
    };
    assert_eq!(steps(ByteOffset::ZERO, next_sentence), [0, 3, 9, 16, 16]);
    assert_eq!(steps(text.end(), previous_sentence), [16, 11, 4, 0, 0]);
}

#[test]
fn a_megabyte_without_a_full_stop_is_cut_the_same_way_from_every_place() {
    let text = Text::new("Mr. é, ".repeat(150_000));
    let mut at = ByteOffset(0);
    while at < text.end() {
        let sentence = sentence_at(&text, at).unwrap();
        assert!(sentence.byte_len() < 40_000);
        assert_eq!(sentence_at(&text, text.previous_grapheme(sentence.end())), Some(sentence));
        at = ByteOffset(at.0 + 7001).max(sentence.end());
    }
}

proptest! {
    #[test]
    fn sentence_steps_move_and_stay_between_graphemes(
        string in "[aA .!?…\n\r»\"(\u{A0}\u{301}\u{200D}\u{2028}M1👩🇫🇷。]{0,60}", at in 0usize..200,
    ) {
        let text = Text::new(string);
        let at = ByteOffset(at);
        let (next, previous) = (next_sentence(&text, at), previous_sentence(&text, at));
        prop_assert!(next > at || next == text.end());
        prop_assert!(previous < at || previous == ByteOffset::ZERO);
        prop_assert!(text.is_grapheme_boundary(next) && text.is_grapheme_boundary(previous));
        if let Some(sentence) = sentence_at(&text, at) {
            prop_assert_eq!(Span::new(&text, sentence.start(), sentence.end()), Ok(sentence));
            prop_assert!(!text.slice(sentence).trim_end_matches('\r').contains('\n'));
            prop_assert_eq!(sentence_at(&text, sentence.start()), Some(sentence));
        }
    }
}
