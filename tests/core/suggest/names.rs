//! Names of a register in running text, and which names may be one.

use dicta::model::{Actor, ActorId};
use dicta::suggest::pairs;
use dicta::suggest::{
    HitForm, KnownActor, Lexicon, Material, NameFinder, Proposed, Reading, Reason, alike, look_alike, quotations,
};
use dicta::text::Text;
use proptest::prelude::*;

fn known(id: &str, names: &[&str]) -> KnownActor {
    KnownActor { id: ActorId::parse(id).unwrap(), names: names.iter().map(ToString::to_string).collect(), is_person: None }
}

fn register() -> NameFinder {
    NameFinder::new(&[
        known("korn", &["Anna Korn", "Анна Корн"]),
        known("bonne", &["Émile Bonne"]),
        known("oushak", &["Iouri Ouchakine"]),
        known("roux", &["Jean Roux"]),
        known("roux-anne", &["Anne Roux"]),
        known("leyden", &["Ida van der Leyden"]),
        known("palace", &["Élysée", "l’Élysée"]),
        known("un", &["UN"]),
        known("may", &["Tessa May"]),
        known("kovalev", &["Пётр Ковалёв"]),
        known("kremlin", &["Kremlin", "Кремль"]),
        known("sources", &["diplomatic sources"]),
        known("house", &["Bridge House"]),
    ])
}

/// Words, actors and form of every hit.
fn hits(text: &str) -> Vec<(String, String, HitForm)> {
    let text = Text::new(text);
    let found = register().find(&text);
    let ids = |hit: &dicta::suggest::NameHit| hit.actors.iter().map(ToString::to_string).collect::<Vec<_>>().join("+");
    found.iter().map(|hit| (text.slice(hit.span).to_owned(), ids(hit), hit.form)).collect()
}

fn words(text: &str) -> Vec<(String, String)> {
    hits(text).into_iter().map(|(words, ids, _)| (words, ids)).collect()
}

fn own(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|&(a, b)| (a.to_owned(), b.to_owned())).collect()
}

#[test]
fn a_name_is_found_as_written_and_by_its_last_word() {
    let found = hits("Anna Korn spoke. ANNA KORN! Korn’s bridge; A. Korn.");
    let forms: Vec<HitForm> = found.iter().map(|hit| hit.2).collect();
    let expected = [HitForm::Exact, HitForm::Variant(Reason::Case), HitForm::SurnameOnly, HitForm::Variant(Reason::Initial)];
    assert_eq!(forms, expected);
    assert_eq!(found[2].0, "Korn");
    assert_eq!(hits("Emile Bonne")[0].2, HitForm::Variant(Reason::Accents));
}

#[test]
fn a_common_word_is_no_name() {
    assert!(words("Une bonne idée, un pont, the korn, us and un.").is_empty());
    assert!(words("Bonne idée. Une bonne idée.").is_empty());
    assert_eq!(words("Il a vu Bonne, une bonne idée."), own(&[("Bonne", "bonne")]));
    assert!(words("In May the bridge fell.").is_empty());
    assert_eq!(words("Tessa May spoke; May left."), own(&[("Tessa May", "may"), ("May", "may")]));
    assert_eq!(words("Un pont de l'UN"), own(&[("UN", "un")]));
    assert!(words("The House on the bridge").is_empty());
    assert_eq!(words("Diplomatic sources said"), own(&[("Diplomatic sources", "sources")]));
}

#[test]
fn elision_and_possessive_stay_outside_the_span() {
    assert_eq!(words("d’Ouchakine, qu'Anna Korn"), own(&[("Ouchakine", "oushak"), ("Anna Korn", "korn")]));
    assert_eq!(words("Korn's and the Kremlin’s"), own(&[("Korn", "korn"), ("Kremlin", "kremlin")]));
    assert_eq!(words("à l'Elysee"), own(&[("l'Elysee", "palace")]), "the register has it with its article");
}

#[test]
fn nothing_is_found_inside_a_word() {
    assert!(words("Kornilov, Akorn, O'Korn, Kremlinology, Roux-Martin").is_empty());
    assert_eq!(words("Anna Kornilov met Kremlin-backed men"), own(&[("Kremlin", "kremlin")]));
}

#[test]
fn a_last_name_of_two_actors_lists_both_unless_one_was_named() {
    assert_eq!(words("Roux spoke."), own(&[("Roux", "roux+roux-anne")]));
    assert_eq!(words("Anne Roux came. Roux spoke."), own(&[("Anne Roux", "roux-anne"), ("Roux", "roux-anne")]));
    assert_eq!(words("Van der Leyden, then Leyden"), own(&[("Van der Leyden", "leyden"), ("Leyden", "leyden")]));
}

#[test]
fn russian_names_are_found_in_every_case() {
    let found = words("Слова Петра Ковалёва, с Ковалевым, об Анне Корн, у Кремля");
    assert_eq!(
        found,
        own(&[("Петра Ковалёва", "kovalev"), ("Ковалевым", "kovalev"), ("Анне Корн", "korn"), ("Кремля", "kremlin")])
    );
    assert_eq!(hits("с Петром Ковалёвым и Пётром Ковалёвым").len(), 2);
}

#[test]
fn spellings_of_one_name_are_alike_with_their_reason() {
    for (a, b, reason) in [
        ("Ouchakov", "Ushakov", Reason::Spelling),
        ("Iouri Ouchakov", "Yuri Ushakov", Reason::Spelling),
        ("Ушаков", "Ouchakov", Reason::Script),
        ("Макрон", "Macron", Reason::Script),
        ("Khodorine", "Hodorin", Reason::Spelling),
        ("Vladimir Korsky", "Vladimir Korskii", Reason::Spelling),
        ("Korskyy", "Korski", Reason::Spelling),
        ("Emmanuel Bonne", "Emmanuel Bonn", Reason::Spelling),
        ("Sergueï Lavrine", "Sergey Lavrin", Reason::Spelling),
        ("Юрий Ушаков", "Yury Uschakow", Reason::Script),
        ("Hampton", "Hamptone", Reason::Spelling),
        ("Élysée", "ELYSEE", Reason::Accents),
        ("Jean-Noël Barre", "Jean Noel Barre", Reason::Accents),
        ("KORN", "Korn", Reason::Case),
        ("Volodimir Zelin", "Volodomir Zelin", Reason::OneLetter),
        ("Korn Anna", "Anna Korn", Reason::WordOrder),
        ("A. Korn", "Anna Korn", Reason::Initial),
        ("Korn", "Anna Korn", Reason::LastName),
    ] {
        assert_eq!((alike(a, b), alike(b, a)), (Some(reason), Some(reason)), "{a} and {b}");
    }
    for (a, b) in
        [("Anna Korn", "Anna Born"), ("Peter Roux", "Anne Roux"), ("Iran", "Iraq"), ("Korn", "Korn"), ("", "a"), ("US", "UN")]
    {
        assert_eq!(alike(a, b), None, "{a} and {b}");
    }
}

#[test]
fn letters_of_two_scripts_that_look_the_same_are_told() {
    assert!(look_alike("Сергей", "Cepгей"));
    assert_eq!(alike("Сергей", "Cepгей"), Some(Reason::Looks));
    assert!(look_alike("MACPOH", "МАСРОН"));
    assert!(!look_alike("Sergey", "Сергей"));
    assert!(!look_alike("Korn", "KORN"));
}

#[test]
fn pairs_of_five_thousand_names_are_those_that_are_alike() {
    let mut names: Vec<String> = (0..5_000).map(|n| format!("Name{} Family{}x", n * 7919 % 5_003, n * 104_729 % 5_009)).collect();
    names.extend(["Iouri Ouchakov", "Yuri Ushakov", "Ушаков", "Volodimir Zelin", "Volodomir Zelin"].map(String::from));
    let found = pairs(&names);
    for (a, b, reason) in [(5_000, 5_001, Reason::Spelling), (5_000, 5_002, Reason::LastName), (5_003, 5_004, Reason::OneLetter)]
    {
        assert!(found.contains(&(a, b, reason)), "{a} {b}");
    }
    for (a, b, reason) in found.iter().take(500) {
        assert_eq!(alike(&names[*a], &names[*b]), Some(*reason));
    }
    let same = vec!["Anna Korn"; 5_000];
    assert!(pairs(&same).is_empty());
}

proptest! {
    #[test]
    fn hits_are_in_order_apart_and_on_graphemes(words in "([ A-Zа-я'’.-]|Korn|Anna|Anna Korn|d’|Roux|É|e\u{301}|UN|Кремля){0,30}") {
        let text = Text::new(words);
        let found = register().find(&text);
        for pair in found.windows(2) {
            prop_assert!(pair[0].span.end() <= pair[1].span.start());
        }
        for hit in found {
            prop_assert!(!hit.actors.is_empty());
            prop_assert!(text.is_grapheme_boundary(hit.span.start()) && text.is_grapheme_boundary(hit.span.end()));
        }
    }

    #[test]
    fn likeness_is_mutual(a in "[A-Za-zА-я é.'-]{0,16}", b in "[A-Za-zА-я é.'-]{0,16}") {
        prop_assert_eq!(alike(&a, &b), alike(&b, &a));
        prop_assert_eq!(look_alike(&a, &b), look_alike(&b, &a));
    }
}

#[test]
fn the_register_tells_people_from_bodies_that_are_named_like_them() {
    let mut actor = Actor::new(ActorId::parse("rovers").unwrap(), "Tamber Rovers");
    assert_eq!(KnownActor::of(&actor).is_person, None);
    actor.attributes.insert("actor_type".to_owned(), "organization".to_owned());
    assert_eq!(KnownActor::of(&actor).is_person, Some(false));
    let known = [KnownActor::of(&actor), known("olding", &["Marcus Olding"])];
    let text = Text::new("Marcus Olding was late. Tamber Rovers lost again. “We were asleep,” he said.");
    let (marks, names, lexicon) = (quotations(&text), NameFinder::new(&known).find(&text), Lexicon::built_in("en"));
    let material = Material { text: &text, quotations: &marks, names: &names, zones: &[], lexicon: &lexicon };
    let quotes = Reading::new(&material).propose().quotes;
    assert_eq!(quotes[0].speakers[0].who, Proposed::Known(ActorId::parse("olding").unwrap()));
}

#[test]
fn one_name_in_three_languages_is_alike_in_every_case() {
    let all = ["Poutine", "Putin", "Путин", "Путина", "Путиным"];
    for (at, a) in all.iter().enumerate() {
        for b in all.iter().skip(at + 1) {
            assert!(alike(a, b).is_some(), "{a} and {b}");
        }
    }
    assert_eq!(alike("Vladimir Poutine", "Владимира Путина"), Some(Reason::Declined));
    assert_eq!(alike("Vladimir Poutine", "Владимир Путин"), Some(Reason::Script));
    assert_eq!(alike("Poutine", "Владимиру Путину"), Some(Reason::LastName));
    assert_eq!(pairs(&all).len(), 10);
}

#[test]
fn a_first_name_that_two_languages_have_is_one() {
    assert_eq!(alike("Volodymyr Kornenko", "Владимир Корненко"), Some(Reason::Script));
    assert_eq!(alike("Volodymyr Kornenko", "Владимира Корненко"), Some(Reason::Declined));
    assert_eq!(alike("Iouri Thornov", "Yurii Thornov"), Some(Reason::Spelling));
    assert_eq!(alike("Anna Korn", "Ivan Korn"), None);
    assert_eq!(alike("Anna Korn", "Маша Корна"), None);
}
