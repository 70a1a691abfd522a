//! Whom the digits stand for, in English, French and Russian; and that a stray one changes nothing.

use dicta::model::{Annotation, Label, Who};
use dicta::session::{Command, For};
use dicta::suggest::{Proposed, Suggestion};
use dicta::text::ByteOffset;

use crate::support::desk::Desk;

fn desk(text: &str, names: &[&str]) -> Desk {
    let mut desk = Desk::annotating(text);
    for name in names {
        desk.send(Command::NewActor { name: (*name).to_owned(), target: For::Register });
    }
    desk
}

fn name(desk: &Desk, who: &Proposed) -> String {
    match who {
        Proposed::Known(id) => desk.session.document().register.name(id).to_owned(),
        Proposed::New(name) => format!("new {name}"),
        Proposed::Role(words) => format!("({words})"),
    }
}

/// The digits of the annotation with those words, in order.
fn digits(desk: &Desk, words: &str) -> Vec<String> {
    let annotation = desk.annotations().into_iter().find(|a| a.words() == words).expect("an annotation of these words");
    desk.session.proposed_speakers(&annotation).iter().map(|speaker| name(desk, &speaker.who)).collect()
}

fn quote(desk: &Desk, words: &str) -> Annotation {
    desk.find(Label::Quote, words)
}

fn said_by(desk: &Desk, words: &str) -> Vec<String> {
    quote(desk, words).details.attribution.iter().map(|held| desk.session.who_shown(&held.who)).collect()
}

/// The quote suggestion that has these words.
fn suggestion(desk: &Desk, words: &str) -> Option<Suggestion> {
    let text = desk.text();
    let at = text.as_str().find(words).expect("the words are there");
    let holds = |held: &&Suggestion| held.fragments.iter().any(|span| span.start().0 < at + words.len() && at < span.end().0);
    desk.session.found_names().unwrap().quotes.iter().find(holds).cloned()
}

/// Text, register, words that are marked by hand, who says them, by which words, and the cue.
type Case = (&'static str, [&'static str; 2], &'static [&'static str], &'static str, &'static str, &'static str);

const CASES: [Case; 3] = [
    (
        "Ada Thorn had dinner. The minister said that the talks on the quay had been restored and that boats would leave soon. Karl Weiss \
         waited.\n\nKarl Weiss left.\n",
        ["Ada Thorn", "Karl Weiss"],
        &["talks on the quay had been restored", "the talks on the quay", "said that the talks on the quay had been restored"],
        "Ada Thorn",
        "minister",
        "said",
    ),
    (
        "Léa Morin a dîné au port. Elle a déclaré que les discussions sur le quai avaient repris et que les bateaux partiraient. Paul \
         Aubry attendait.\n\nPaul Aubry est parti.\n",
        ["Léa Morin", "Paul Aubry"],
        &[
            "discussions sur le quai avaient repris",
            "que les discussions sur le quai",
            "les discussions sur le quai avaient repris",
        ],
        "Léa Morin",
        "Elle",
        "a déclaré",
    ),
    (
        "Марина Корнева вышла из порта. Она заявила, что переговоры о причале возобновились и суда скоро уйдут. Павел Тернов \
         ждал.\n\nПавел Тернов уехал.\n",
        ["Марина Корнева", "Павел Тернов"],
        &["переговоры о причале возобновились", "что переговоры о причале", "переговоры о причале возобновились и суда"],
        "Марина Корнева",
        "Она",
        "заявила",
    ),
];

#[test]
fn a_quote_marked_by_hand_has_the_digits_the_cue_and_the_mention_of_its_suggestion_whatever_its_edges() {
    for (text, names, spans, speaker, mention, cue) in CASES {
        for words in spans {
            let mut desk = desk(text, &names);
            // The only marked name stands nearer, after the quote.
            desk.mark(names[1], "A");
            let found = suggestion(&desk, words).expect("a suggestion is there");
            assert_ne!(desk.text().slice(found.fragments[0]), *words, "with other edges");
            desk.mark(words, "Q");
            let expected: Vec<String> = found.speakers.iter().map(|speaker| name(&desk, &speaker.who)).collect();
            assert_eq!(digits(&desk, words)[..expected.len()], expected, "{words}");
            assert!(expected.contains(&speaker.to_owned()), "{expected:?}");
            let at = expected.iter().position(|who| who == speaker).unwrap();
            desk.keys(&(at + 1).to_string());
            assert_eq!(said_by(&desk, words), [speaker], "{words}");
            let made = quote(&desk, words);
            assert_eq!(made.details.cue().map(|held| held.words.as_str()), Some(cue), "{words}");
            let shown = made.details.attribution[0].mention.clone().expect("what names the speaker is marked");
            assert_eq!(desk.session.layer().unwrap().get(&shown).unwrap().words(), mention, "{words}");
        }
    }
}

#[test]
fn a_speaker_who_is_chosen_by_name_is_shown_by_the_words_beside_the_cue_too() {
    let (text, names, [words, ..], speaker, mention, _) = CASES[1] else { panic!("words") };
    let mut desk = desk(text, &names);
    desk.mark(words, "Q");
    let id = quote(&desk, words).id;
    let who = Who::Actor(desk.session.actors_named(speaker)[0].clone());
    desk.send(Command::Credit { id, slot: dicta::session::Slot::Speaker, who, joins: false });
    let shown = quote(&desk, words).details.attribution[0].mention.clone().expect("a mention");
    assert_eq!(desk.session.layer().unwrap().get(&shown).unwrap().words(), mention);
    desk.keys("C-Z");
    assert_eq!(desk.annotations().len(), 1, "one undo");
}

#[test]
fn where_no_suggestion_is_the_sentence_tells_and_not_the_nearest_name() {
    for (text, names, words) in [
        (
            "Ada Thorn, gloomy as ever: all the quays of town. Karl Weiss slept.\n",
            ["Ada Thorn", "Karl Weiss"],
            "all the quays of town",
        ),
        (
            "Léa Morin, sombre comme toujours : tous les quais. Paul Aubry dormait.\n",
            ["Léa Morin", "Paul Aubry"],
            "tous les quais",
        ),
        (
            "Марина Корнева, как всегда мрачная: все причалы. Павел Тернов спал.\n",
            ["Марина Корнева", "Павел Тернов"],
            "все причалы",
        ),
    ] {
        let mut desk = desk(text, &names);
        desk.mark(names[1], "A");
        assert_eq!(suggestion(&desk, words), None, "{words}");
        desk.mark(words, "Q");
        assert_eq!(digits(&desk, words), names, "{words}");
    }
}

#[test]
fn nobody_is_offered_whom_the_article_does_not_name() {
    let mut desk = desk("Olga Marr spoke. “It is over,” said Olga Marr.\n", &["Olga Marr", "Never Named"]);
    desk.mark("“It is over,”", "Q");
    desk.keys("1");
    desk.add(&[(
        "other.txt",
        "Nobody came. The rain fell on all quays of the town.\n\nAda Thorn slept. She and Karl Weiss ate.\n",
    )]);
    for name in ["Ada Thorn", "Karl Weiss"] {
        desk.send(Command::NewActor { name: name.to_owned(), target: For::Register });
    }
    let mut offered = Vec::new();
    for (words, key) in [("The rain fell on all quays", "Q"), ("all quays of the town", "C"), ("She", "A")] {
        desk.mark(words, key);
        offered.extend(digits(&desk, words));
    }
    assert!(offered.iter().all(|who| who != "Olga Marr" && who != "Never Named"), "{offered:?}");
    assert!(offered.iter().any(|who| who == "Ada Thorn"), "{offered:?}");
    // Who speaks in the article may be meant by a pronoun alone.
    desk.pick("The rain fell on all quays");
    let (id, who) = (quote(&desk, "The rain fell on all quays").id, desk.session.actors_named("Never Named")[0].clone());
    desk.send(Command::Credit { id, slot: dicta::session::Slot::Speaker, who: Who::Actor(who), joins: false });
    assert!(digits(&desk, "all quays of the town").contains(&"Never Named".to_owned()));
}

#[test]
fn a_stray_digit_leaves_a_finished_quote_as_it_is() {
    let mut desk = desk("“It is over,” said Ada Thorn. Karl Weiss waited.\n", &["Ada Thorn", "Karl Weiss"]);
    desk.mark("“It is over,”", "Q");
    desk.keys("2 1");
    assert_eq!(said_by(&desk, "“It is over,”"), ["Ada Thorn"], "an answer just given is corrected by the next digit");
    desk.send(Command::Clear);
    desk.pick("“It is over,”");
    let before = desk.annotations();
    for key in ["2", "0"] {
        desk.keys(key);
        assert_eq!(desk.annotations(), before, "{key}");
        assert_eq!(desk.says(), "The speaker is already set: Ada Thorn. Press R to change it");
    }
    assert!(desk.session.offered_speakers(&quote(&desk, "“It is over,”")).is_empty(), "and none is on show");
    desk.keys("A-0");
    assert_eq!(said_by(&desk, "“It is over,”"), ["unknown"], "a chord is no stray key");
    desk.pick("“It is over,”");
    desk.keys("1");
    assert_eq!(said_by(&desk, "“It is over,”"), ["unknown"], "that is an answer as well");
}

#[test]
fn a_stray_digit_leaves_a_mention_with_its_actor() {
    let mut desk = desk("Ada Thorn met Karl Weiss.\n", &["Ada Thorn", "Karl Weiss"]);
    desk.mark("Ada Thorn", "A");
    desk.send(Command::PlaceCaret { at: ByteOffset(0), extend: false });
    desk.pick("Ada Thorn");
    desk.keys("2");
    let actor = desk.find(Label::Actor, "Ada Thorn").actor.unwrap();
    assert_eq!(desk.session.document().register.name(&actor), "Ada Thorn");
    assert_eq!(desk.says(), "The actor is already set: Ada Thorn. Press R to change it");
}

#[test]
fn an_actor_who_is_made_of_a_name_in_the_article_is_shown_by_it() {
    let mut desk = desk("“It is over,” said Ada Thorn, smiling. Karl Weiss waited.\n", &[]);
    desk.mark("It is over", "Q");
    let id = quote(&desk, "It is over").id;
    let target = For::Slot { id, slot: dicta::session::Slot::Speaker, joins: false };
    desk.send(Command::NewActor { name: "Ada Thorn".to_owned(), target });
    assert_eq!(said_by(&desk, "It is over"), ["Ada Thorn"]);
    let shown = quote(&desk, "It is over").details.attribution[0].mention.clone();
    assert_eq!(shown, Some(desk.find(Label::Actor, "Ada Thorn").id));
    desk.keys("C-Z");
    assert!(desk.session.document().register.actors().is_empty() && desk.annotations().len() == 1, "one undo");
}
