//! Marking the names of an article in one go: known ones ticked, doubtful and new ones left to the person.

use dicta::model::Label;
use dicta::session::{Command, For, Named, Row};

use crate::support::desk::Desk;

const TEXT: &str =
    "Anna Weiss came with Yuri Ouchakov. “It is over,” said Ada Thorn.\n\nLater Weiss met Ada Thorn and Anna Weiss again.\n";

fn desk(names: &[&str]) -> Desk {
    let mut desk = Desk::annotating(TEXT);
    for name in names {
        desk.send(Command::NewActor { name: (*name).to_owned(), target: For::Register });
    }
    desk
}

fn rows(desk: &Desk) -> &[Row] {
    desk.session.review().map(|review| review.rows.as_slice()).unwrap_or_default()
}

fn row<'a>(desk: &'a Desk, words: &str) -> &'a Row {
    rows(desk).iter().find(|row| row.words == words).unwrap_or_else(|| panic!("no row {words}: {:?}", rows(desk)))
}

fn mentions(desk: &Desk) -> Vec<(String, String)> {
    let name = |actor: Option<&dicta::model::ActorId>| {
        actor.map(|id| desk.session.document().register.name(id).to_owned()).unwrap_or_default()
    };
    let mentions = desk.annotations().into_iter().filter(|a| a.label == Label::Actor);
    mentions.map(|a| (a.words(), name(a.actor.as_ref()))).collect()
}

#[test]
fn known_names_are_ticked_and_marked_in_one_step() {
    let mut desk = desk(&["Anna Weiss"]);
    desk.keys("T");
    let ticked: Vec<(&str, &str)> =
        rows(&desk).iter().filter(|row| row.ticked).map(|row| (row.words.as_str(), row.reason.as_str())).collect();
    assert_eq!(ticked, [("Anna Weiss", ""), ("Weiss", "last name only"), ("Anna Weiss", "")]);
    desk.send(Command::AcceptReview);
    assert_eq!(mentions(&desk).len(), 3);
    assert!(mentions(&desk).iter().all(|(_, actor)| actor == "Anna Weiss"));
    assert_eq!(desk.session.batches().len(), 1);
    assert!(desk.session.document().breaches().is_empty());
    desk.keys("T");
    assert!(rows(&desk).iter().all(|row| !row.words.ends_with("Weiss")), "what is marked is not offered again");
    desk.send(Command::CloseReview);
    desk.keys("C-Z");
    assert!(mentions(&desk).is_empty());
}

#[test]
fn rows_of_one_new_name_become_one_actor_in_the_same_step() {
    let mut desk = desk(&[]);
    let before = desk.session.document().register.actors().len();
    desk.keys("T");
    let at: Vec<usize> = rows(&desk).iter().enumerate().filter(|(_, row)| row.words == "Ada Thorn").map(|(at, _)| at).collect();
    assert_eq!(at.len(), 2);
    assert!(rows(&desk).iter().all(|row| !row.ticked), "nobody is made an actor unasked");
    assert_eq!(row(&desk, "Ada Thorn").named, Some(Named::New("Ada Thorn".to_owned())));
    desk.send(Command::TickRow(at[1], true));
    assert!(at.iter().all(|at| rows(&desk)[*at].ticked), "one tick for a name, not for a place");
    desk.send(Command::TickRow(at[1], false));
    assert!(rows(&desk).iter().all(|row| !row.ticked), "and one takes it back");
    desk.send(Command::TickRow(at[0], true));
    desk.send(Command::AcceptReview);
    let thorn = ("Ada Thorn".to_owned(), "Ada Thorn".to_owned());
    assert_eq!(mentions(&desk), [thorn.clone(), thorn]);
    assert_eq!(desk.session.document().register.actors().len(), before + 1);
    assert!(desk.session.document().breaches().is_empty());
    desk.keys("C-Z");
    assert_eq!(desk.session.document().register.actors().len(), before, "one undo takes the actor back too");
    assert!(mentions(&desk).is_empty());
}

#[test]
fn another_spelling_is_proposed_with_its_reason_and_left_to_the_person() {
    let mut desk = desk(&["Yuri Ushakov"]);
    desk.keys("T");
    let found = row(&desk, "Yuri Ouchakov");
    assert!(!found.ticked);
    assert!(matches!(found.named, Some(Named::Known(_))));
    assert!(!found.reason.is_empty());
}

#[test]
fn a_last_name_that_two_share_is_offered_for_both_and_marked_for_one() {
    let mut desk = Desk::annotating("Nobody believed Weiss.\n");
    for name in ["Anna Weiss", "Karl Weiss"] {
        desk.send(Command::NewActor { name: name.to_owned(), target: For::Register });
    }
    desk.keys("T");
    let shared: Vec<&Row> = rows(&desk).iter().filter(|row| row.words == "Weiss").collect();
    assert_eq!(shared.len(), 2);
    assert!(shared.iter().all(|row| !row.ticked && row.reason == "several actors have this name"));
    desk.send(Command::TickAll(true));
    desk.send(Command::AcceptReview);
    assert_eq!(mentions(&desk).iter().filter(|(words, _)| words == "Weiss").count(), 1);
}

#[test]
fn when_all_are_marked_it_says_so() {
    let mut desk = desk(&["Anna Weiss"]);
    desk.keys("T");
    desk.send(Command::TickAll(true));
    desk.send(Command::AcceptReview);
    desk.keys("T");
    assert_eq!(desk.says(), "All names found in this article are marked");
}

#[test]
fn one_wrong_place_of_a_ticked_name_is_unticked_alone() {
    let mut desk = desk(&["Anna Weiss"]);
    desk.keys("T");
    desk.send(Command::TickRow(0, false));
    desk.send(Command::AcceptReview);
    let words: Vec<String> = mentions(&desk).into_iter().map(|(words, _)| words).collect();
    assert_eq!(words, ["Weiss", "Anna Weiss"]);
}

/// Text, the names of an actor, a role in it, and the words that name somebody else.
type Office = (&'static str, [&'static str; 2], &'static str, [&'static str; 3]);

const OFFICES: [Office; 3] = [
    (
        "French President Ada Thorn came. The Russian President Pavel Korn left. President Korn and President Weiss slept.\n",
        ["Ada Thorn", "French President"],
        "French President",
        ["Russian President", "President Korn", "President"],
    ),
    (
        "Le Président Français Léa Morin est venu. Le Président russe Pavel Korn est parti. Président Korn et le Français dorment.\n",
        ["Léa Morin", "Président Français"],
        "Président Français",
        ["Président russe", "Président Korn", "Français"],
    ),
    (
        "Президент Франции Марина Корнева приехала. Президент Павел Тернов уехал. Министр Обороны Франции спал в Москве.\n",
        ["Марина Корнева", "Президент Франции"],
        "Президент Франции",
        ["Президент Павел", "Обороны Франции", "Франции"],
    ),
];

#[test]
fn the_last_word_of_a_role_is_nobodys_last_name() {
    for (text, [name, alias], role, others) in OFFICES {
        let mut desk = Desk::annotating(text);
        desk.send(Command::NewActor { name: name.to_owned(), target: For::Register });
        let mut actor = dicta::model::Actor::clone(desk.session.document().register.actors().get(0).unwrap());
        actor.learn(alias, "");
        desk.send(Command::SetActor(Box::new(actor)));
        desk.keys("T");
        let known = |row: &&Row| matches!(row.named, Some(Named::Known(_)));
        let tied: Vec<&str> = rows(&desk).iter().filter(known).map(|row| row.words.as_str()).collect();
        assert!(tied.iter().all(|words| *words == name || *words == role), "{tied:?}");
        assert!(row(&desk, name).ticked && row(&desk, role).ticked);
        desk.send(Command::CloseReview);
        // Nor when it is marked by hand.
        for words in others {
            let last = words.split(' ').next_back().unwrap();
            for marked in [words, last] {
                desk.mark(marked, "A");
                let mention = desk.find(Label::Actor, marked);
                assert_eq!(mention.actor, None, "{marked}");
                desk.keys("C-Z");
            }
        }
    }
}

#[test]
fn a_role_is_no_name_and_a_bare_title_is_not_learned() {
    let mut desk = Desk::annotating("“It is over,” the French President stated. Ada Thorn slept. President Korn left.\n");
    desk.send(Command::NewActor { name: "Ada Thorn".to_owned(), target: For::Register });
    desk.mark("French President", "A");
    let mention = desk.find(Label::Actor, "French President");
    desk.send(Command::SetMention(mention.id, desk.session.actors_named("Ada Thorn").first().cloned()));
    let names: Vec<&str> = desk.session.document().register.actors().get(0).unwrap().names().collect();
    assert_eq!(names, ["Ada Thorn", "French President"], "it tells of which country");
    desk.keys("T");
    assert!(rows(&desk).iter().all(|row| !row.words.contains("President")), "{:?}", rows(&desk));
    for (text, name, role) in [
        ("“It is over,” President said. Ada Thorn slept.\n", "Ada Thorn", "President"),
        ("« C’est fini », a dit le Premier ministre. Léa Morin dort.\n", "Léa Morin", "Premier ministre"),
        ("«Всё кончено», — сказал Премьер-министр. Марина Корнева спит.\n", "Марина Корнева", "Премьер-министр"),
    ] {
        let mut desk = Desk::annotating(text);
        desk.send(Command::NewActor { name: name.to_owned(), target: For::Register });
        desk.mark(role, "A");
        let mention = desk.find(Label::Actor, role);
        assert_eq!(mention.details.attributes.get("form").map(String::as_str), Some("nominal"), "{role}");
        desk.send(Command::SetMention(mention.id, desk.session.actors_named(name).first().cloned()));
        let names: Vec<&str> = desk.session.document().register.actors().get(0).unwrap().names().collect();
        assert_eq!(names, [name], "{role}");
    }
}

#[test]
fn a_bare_title_among_the_names_finds_nobody() {
    let mut desk = Desk::annotating("President Pavel Korn met the President. Ada Thorn slept.\n");
    desk.send(Command::NewActor { name: "Ada Thorn".to_owned(), target: For::Register });
    let mut actor = dicta::model::Actor::clone(desk.session.document().register.actors().get(0).unwrap());
    actor.learn("President", "en");
    desk.send(Command::SetActor(Box::new(actor)));
    desk.keys("T");
    assert!(rows(&desk).iter().all(|row| !row.words.contains("President")), "{:?}", rows(&desk));
}
