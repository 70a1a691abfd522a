//! Ids of new things cannot be taken for a number, a date or the like; those of old sets are named.

use dicta::host::app_dirs;
use dicta::host::check::check;
use dicta::model::check::ids::id_notes;
use dicta::model::id::{proposals, slug};
use dicta::model::{Actor, ActorId, ArticleId, Document, Lookalike, Register, lookalike};
use dicta::session::{Command, For};
use proptest::prelude::*;

use crate::export::fixture::{annotator, article, layer};
use crate::support::desk::Desk;
use crate::support::sitting::{Sitting, set};

fn first(text: &str) -> String {
    proposals(text, "article").next().unwrap()
}

#[test]
fn an_id_that_reads_as_something_else_is_known() {
    let known = [
        (Lookalike::Column, "relation Relation cluster_id n_articles n_sources"),
        (Lookalike::Missing, "na NA n-a nan NaN null none nil"),
        (Lookalike::Boolean, "true FALSE t F yes no y n on off vrai истина"),
        (Lookalike::Number, "inf Infinity e5 d10"),
        (Lookalike::Date, "oct-7 oct7 Oct.7 may-2025 sept-2 SEPT2 march-1 oct-7-2025 octobre-2025 mai-3 май-3 epoch"),
    ];
    for (what, ids) in known {
        ids.split(' ').for_each(|id| assert_eq!(lookalike(id), Some(what), "{id}"));
    }
    let plain = "article port may march oct october-strike oct-7-strike marathon-2024 may-20255 e e5a relations nato no-deal trueman port-7";
    plain.split(' ').for_each(|id| assert_eq!(lookalike(id), None, "{id}"));
}

#[test]
fn a_new_id_that_would_read_so_gets_a_word_in_front() {
    let made =
        ["relation", "NA", "null", "True", "inf", "t", "no", "oct-7", "May 2025", "1e5", "e5", "2025-07", "port"].map(first);
    assert_eq!(
        made,
        [
            "article-relation",
            "article-na",
            "article-null",
            "article-true",
            "article-inf",
            "article-t",
            "article-no",
            "article-oct-7",
            "article-may-2025",
            "article-1e5",
            "article-e5",
            "article-2025-07",
            "port"
        ]
    );
    let mays: Vec<String> = proposals("May", "article").take(3).collect();
    assert_eq!(mays, ["may", "article-may-2", "article-may-3"], "a number makes a date of a month");
    // Folders of local state are named by slugs: those of old sets must be found again.
    assert_eq!(slug("oct-7", "set"), "oct-7");
}

proptest! {
    #[test]
    fn no_new_id_reads_as_something_else(text in "([A-Za-zé0-9 _.-]{0,8}|(oct|may|mar|e|n|t)[ -]?[0-9]{0,4})") {
        for id in proposals(&text, "actor").take(12) {
            prop_assert_eq!(lookalike(&id), None, "{}", &id);
            prop_assert!(ActorId::parse(&id).is_ok(), "{}", &id);
        }
    }
}

#[test]
fn articles_actors_and_annotators_get_such_ids() {
    let mut desk = Desk::new();
    desk.add(&[("relation.txt", "One text."), ("oct-7.txt", "Another."), ("May.txt", "A third."), ("may.txt", "A fourth.")]);
    let ids: Vec<&str> = desk.session.document().articles.keys().map(ArticleId::as_str).collect();
    assert_eq!(ids, ["article-may-2", "article-oct-7", "article-relation", "may"]);
    for name in ["NaN", "Inf", "Ann Lee"] {
        desk.send(Command::NewActor { name: name.to_owned(), target: For::Register });
    }
    let ids: Vec<&str> = desk.session.document().register.actors().iter().map(|actor| actor.id.as_str()).collect();
    assert_eq!(ids, ["actor-inf", "actor-nan", "ann-lee"]);
    assert_eq!(app_dirs::annotator("Oct 7").as_str(), "annotator-oct-7");
    assert_eq!(app_dirs::annotator("t").as_str(), "t", "a name that can stand as it is stays the person's own");
}

#[test]
fn ids_of_old_sets_are_named_and_nothing_is_wrong_with_them() {
    let register = Register::new([Actor::new(ActorId::parse("na").unwrap(), "Na")]);
    let mut document = Document { register: register.into(), ..Document::default() };
    for id in ["oct-7", "port", "Port", "relation"] {
        let held = article(id, "A text.\n");
        document.layers.insert((held.id.clone(), annotator("t")), layer(vec![]).into());
        document.articles.insert(held.id.clone(), held.into());
    }
    let read = "have them read every column as text, as the README shows";
    let number = "in the tables its column gets a number, such as -2";
    assert_eq!(
        id_notes(&document),
        [
            format!("articles/port: differs from Port in letter case only; {number}"),
            format!("actors: na: some programs read this id in a table as a missing value; {read}"),
            format!("articles/oct-7: some programs read this id in a table as a date; {read}"),
            format!("articles/relation: claim_matrix has another column of that name; {number}"),
            format!("annotations/t: some programs read this id in a table as true or false; {read}"),
        ]
    );
    assert!(document.breaches().is_empty());
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test may write plainly what stands in its way")]
fn a_check_names_them_and_finds_nothing_wrong() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open(dir.path());
    sitting.bring(dir.path(), &[("a.txt", b"A text.\n")]);
    sitting.save();
    drop(sitting);
    let articles = set(dir.path()).join("articles");
    let record = std::fs::read_to_string(articles.join("a.ron")).unwrap().replace("article: \"a\"", "article: \"relation\"");
    std::fs::write(articles.join("relation.ron"), record).unwrap();
    std::fs::rename(articles.join("a.txt"), articles.join("relation.txt")).unwrap();
    std::fs::remove_file(articles.join("a.ron")).unwrap();
    let mut out = Vec::new();
    assert_eq!(check(&[set(dir.path())], &mut out), Ok(true));
    let out = String::from_utf8(out).unwrap();
    assert!(out.contains("articles/relation: claim_matrix has another column of that name"), "{out}");
}
