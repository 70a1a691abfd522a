//! Quotations by their marks: the shapes that newspapers print, right and wrong.

use dicta::suggest::{Kind, QuotationKind, quotations};
use dicta::text::Text;
use proptest::prelude::*;

/// The words of every quotation with its marks, in order.
fn outer(text: &str) -> Vec<String> {
    let text = Text::new(text);
    quotations(&text).quotations.iter().map(|q| text.slice(q.outer).to_owned()).collect()
}

fn unbalanced(text: &str) -> usize {
    quotations(&Text::new(text)).unbalanced.len()
}

/// Every `[…]` of the pattern is a quotation, brackets around its marks; nothing else is, and no mark is alone.
#[track_caller]
fn check(pattern: &str) {
    let plain: String = pattern.chars().filter(|c| !matches!(c, '⟦' | '⟧')).collect();
    let mut open = Vec::new();
    let (mut at, mut expected) = (0, Vec::new());
    for c in pattern.chars() {
        match c {
            '⟦' => open.push(at),
            '⟧' => expected.push((open.pop().unwrap(), at)),
            _ => at += c.len_utf8(),
        }
    }
    expected.sort_by_key(|&(a, b)| (a, std::cmp::Reverse(b)));
    let expected: Vec<&str> = expected.iter().map(|&(a, b)| &plain[a..b]).collect();
    assert_eq!(outer(&plain), expected, "{pattern}");
    assert_eq!(unbalanced(&plain), 0, "{pattern}");
}

#[test]
fn marks_of_three_languages_pair() {
    check("⟦“We will mend the bridge,”⟧ said Ada Thorn. ⟦“By May.”⟧");
    check("Elle a dit : ⟦«\u{A0}Le pont tiendra.\u{A0}»⟧ Puis rien.");
    check("Elle a dit : ⟦« Le pont tiendra »⟧, puis rien.");
    check("Elle a dit : ⟦«Le pont tiendra»⟧.");
    check("⟦«Мост выдержит»⟧, — сказала Анна Корн.");
    check("Er sagte: ⟦„Die Brücke hält.“⟧ Dann nichts.");
    check("Han sade: ⟦”Bron håller.”⟧ Sedan intet.");
    check("Er sagte: ⟦»Die Brücke hält«⟧ und ging.");
    check("The mayor: ⟦\"It stands.\"⟧ That was all.");
    check("The mayor said ⟦‘it stands’⟧ twice, ⟦'very firmly'⟧ too.");
    check("The wire wrote ⟦``it stands''⟧ again.");
    check("Il parle d’⟦« horreur »⟧ et d'⟦\"effroi\"⟧ et de l’⟦“art”⟧.");
    check("He called it ⟦<<a bridge>>⟧.");
}

#[test]
fn nested_quotations_pair_inside_each_other() {
    check("⟦“She told me ⟦‘go home’⟧ and left,”⟧ he said.");
    check("⟦« Il m’a dit ⟦“rentrez”⟧ hier »⟧, raconte-t-il.");
    check("⟦«Он сказал: ⟦„иди домой“⟧ вчера»⟧, — вспомнил он.");
    check("⟦\"She told me ⟦'go home'⟧ and left,\"⟧ he said.");
    check("⟦\"She said ⟦\"never\"⟧ to me\"⟧ again.");
    check("⟦« Il parle de ⟦« frères »⟧ ici »⟧.");
    check("⟦« Ils ont dit ⟦‹ non ›⟧ »⟧.");
    let text = Text::new("“a ‘b “c” d’ e”");
    assert_eq!(quotations(&text).quotations.iter().map(|q| q.depth).collect::<Vec<_>>(), [0, 1, 2]);
}

#[test]
fn mismatched_marks_pair_by_their_place() {
    check("⟦\"It will hold for a year,”⟧ Thorn said.");
    check("⟦“It will hold for a year,\"⟧ Thorn said.");
    check("⟦“It will hold for a year,“⟧ Thorn said.");
    check("Thorn said ⟦”it will hold”⟧ again.");
    check("⟦« Le pont tiendra \"⟧, dit-elle.");
    check("⟦\"Le pont tiendra »⟧, dit-elle.");
    check("⟦\"A,”⟧ he said. ⟦\"B,”⟧ she said, ⟦“C.\"⟧");
}

#[test]
fn apostrophes_are_no_marks() {
    check("L'homme qu’il a vu n'est pas d’ici, aujourd'hui.");
    check("The dockers’ strike and the nurses' march hit O'Hara's '90s bridge, 'cause rock 'n' roll.");
    check("⟦‘The dockers’ strike isn’t over,’⟧ he said.");
    check("⟦'The dockers' strike isn't over,'⟧ he said.");
    check("⟦“The dockers’ strike isn’t over,”⟧ he said.");
    check("He is 6'2\" tall.");
}

#[test]
fn a_dash_opens_the_speech_of_its_paragraph() {
    check("⟦— The bridge — the old one — stands. We saw it,\"⟧ Korn noted.");
    check("⟦— The bridge stands,”⟧ Korn noted. ⟦\"We saw it.\"⟧");
    check("⟦– Мост стоит»⟧, отметил он.");
    check("⟦— The so-called ⟦\"bridge\"⟧ stands, she said.⟧");
    let text = Text::new("— Мост стоит, — сказал он.\n- a list\n— B,\" he said");
    let kinds: Vec<Kind> = quotations(&text).quotations.iter().map(|q| q.kind).collect();
    assert_eq!(kinds, [Kind::OpenDash, Kind::Dash]);
}

#[test]
fn a_mark_reopened_in_the_next_paragraph_carries_the_quotation_on() {
    let text = Text::new("He said: “One.\n\n“Two. It‘s so.\n\n“Three,” and left.\n\n“Four.”");
    let found = quotations(&text);
    let parts: Vec<_> = found.quotations.iter().map(|q| (text.slice(q.inner), q.continues, q.goes_on)).collect();
    assert_eq!(parts, [("One.", false, true), ("Two. It‘s so.", true, true), ("Three,", true, false), ("Four.", false, false)]);
    assert!(found.unbalanced.is_empty());
    assert_eq!(outer("Il dit : « Un.\n« Deux. »"), ["« Un.", "« Deux. »"]);
    assert_eq!(outer("\"One.\n\"Two.\""), ["\"One.", "\"Two.\""]);
}

#[test]
fn a_mark_alone_is_told_and_never_guessed_past_its_paragraph() {
    assert_eq!(unbalanced("He said: “One.\nTwo.” Three."), 2);
    assert!(outer("He said: “One.\nTwo.” Three.").is_empty());
    assert_eq!(unbalanced("« Un « deux » trois."), 1);
    assert_eq!(outer("« Un « deux » trois."), ["« deux »"]);
    assert_eq!(unbalanced("un » et \"deux\"."), 1);
    assert_eq!(unbalanced("“ "), 1);
}

#[test]
fn short_words_in_marks_are_told_from_speech() {
    let likely = |text: &str| quotations(&Text::new(text)).quotations[0].likely;
    assert_eq!(likely("The “coalition of bridges” met."), QuotationKind::Scare);
    assert_eq!(likely("Une démarche « utile » selon lui."), QuotationKind::Scare);
    assert_eq!(likely("Она читала «Северный вестник» вчера."), QuotationKind::Title);
    assert_eq!(likely("Her film “The Bridge of Korn” won."), QuotationKind::Title);
    assert_eq!(likely("“We will,” he said."), QuotationKind::Speech);
    assert_eq!(likely("Il répond : « Non »."), QuotationKind::Speech);
    assert_eq!(likely("« Nous agirons », dit-il."), QuotationKind::Speech);
}

#[test]
fn a_hundred_thousand_marks_in_one_line_are_done_in_linear_time() {
    for marks in ["\"", "“", "”", "«", "» ", "' ", "‘", "« \" ", "“x” ", " \"x", "‘“", "’ ", "s' "] {
        let text = Text::new(marks.repeat(100_000 / marks.len()));
        let found = quotations(&text);
        assert!(found.quotations.len() <= 100_000 && found.unbalanced.len() <= 5);
    }
}

#[test]
fn of_many_marks_alone_the_first_are_told() {
    let text = Text::new("He said “ that.\n".repeat(20_000));
    let found = quotations(&text).unbalanced;
    assert_eq!(found.len(), 40);
    assert!(found[0].start().0 < 20 && found[39].end().0 < 1_000);
    assert_eq!(unbalanced(&"x ” ".repeat(20_000)), 4);
}

#[test]
fn what_is_opened_anew_is_crossed_by_no_pair() {
    let text = Text::new("„'›?\u{A0}'a");
    let found = quotations(&text).quotations;
    assert!(
        found.iter().all(|a| found
            .iter()
            .all(|b| { !a.outer.overlaps(b.outer) || a.outer.contains(b.outer) || b.outer.contains(a.outer) }))
    );
}

proptest! {
    #[test]
    fn quotations_nest_and_every_span_fits(words in "([«»“”‘’„‹›\"'—–a-zé\u{301}А-я.,:? \u{A0}\n-]|🇫🇷){0,60}") {
        let text = Text::new(words);
        let found = quotations(&text);
        for q in &found.quotations {
            for span in [q.outer, q.inner] {
                prop_assert!(text.is_grapheme_boundary(span.start()) && text.is_grapheme_boundary(span.end()));
            }
            prop_assert!(q.outer.contains(q.inner));
            prop_assert!(!text.slice(q.outer).contains('\n'));
        }
        for (at, a) in found.quotations.iter().enumerate() {
            for b in &found.quotations[at + 1..] {
                prop_assert!(!a.outer.overlaps(b.outer) || a.outer.contains(b.outer) || b.outer.contains(a.outer));
            }
        }
    }
}
