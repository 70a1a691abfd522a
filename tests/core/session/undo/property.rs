//! Undo as a property over whatever two annotators of one set do in turn.

use std::collections::{BTreeMap, BTreeSet};

use dicta::edit::{Entry, History, Move};
use dicta::model::{ArticleId, Document};
use dicta::session::Effect;
use dicta::storage::journal::{Contents, recover};
use dicta::storage::{layers, schema};
use proptest::prelude::*;

use super::deeds::{Deed, TEXT, be, carry_out, deed};
use crate::support::desk::Desk;

/// What is wrong with the document, but for links to what somebody else has deleted and actors of one name, which are
/// allowed.
fn wrong(desk: &Desk) -> Vec<String> {
    let breaches = desk.session.document().breaches();
    let all = breaches.iter().map(ToString::to_string);
    all.filter(|what| !what.contains("its link") && !what.contains("has the same name and the same role")).collect()
}

fn entries(desk: &Desk) -> impl Iterator<Item = &Entry> {
    desk.effects.iter().filter_map(|effect| match effect {
        Effect::Journal(entry) => Some(&**entry),
        _ => None,
    })
}

/// The history after all entries were read back by recovery.
fn replayed(desk: &Desk) -> History {
    let mut contents = Contents::default();
    contents.entries.extend((1..).zip(entries(desk).cloned()));
    recover(&mut Document::clone(desk.session.document()), contents).history
}

/// How many entries of that kind there are.
fn moves(desk: &Desk, kind: Move) -> usize {
    entries(desk).filter(|entry| entry.kind == kind).count()
}

/// What somebody marked in the articles `among`, without actors and values, which are everyone's.
fn marked_by(document: &Document, name: &str, among: &BTreeSet<ArticleId>) -> BTreeSet<String> {
    let layers = document.layers.iter();
    layers
        .filter(|((article, by), _)| by.as_str() == name && among.contains(article))
        .flat_map(|(_, layer)| layer.annotations())
        .map(|a| format!("{} {} {:?} {} {}", a.id, a.label.as_str(), a.spans().collect::<Vec<_>>(), a.note, a.unsure))
        .collect()
}

fn articles(desk: &Desk) -> BTreeSet<ArticleId> {
    desk.session.document().articles.values().map(|article| article.id.clone()).collect()
}

/// The text of every file of the set.
fn files(desk: &Desk) -> BTreeMap<String, String> {
    let document = desk.session.document();
    let mut files = BTreeMap::from([
        ("set.ron".to_owned(), schema::info::write(&document.info, "set.ron").unwrap()),
        ("codebook.ron".to_owned(), schema::codebook::write(&document.codebook, "codebook.ron").unwrap()),
        ("actors.ron".to_owned(), schema::register::write(&document.register, "actors.ron").unwrap()),
    ]);
    for article in document.articles.values() {
        files.insert(format!("articles/{}.txt", article.id), article.text.as_str().to_owned());
        files.insert(format!("articles/{}.ron", article.id), schema::article::write(article, "articles").unwrap());
    }
    for ((id, annotator), layer) in document.layers.iter() {
        let article = document.article(id).unwrap();
        files.insert(
            format!("annotations/{annotator}/{id}.ron"),
            layers::write(layer, "annotations", article, annotator).unwrap(),
        );
    }
    files
}

/// A desk at which everything was done, valid after every deed.
fn after(deeds: &[Deed]) -> Result<Desk, TestCaseError> {
    let mut desk = Desk::annotating(TEXT);
    for deed in deeds {
        carry_out(&mut desk, deed);
        prop_assert_eq!(wrong(&desk), Vec::<String>::new(), "after {:?}", deed);
    }
    prop_assert_eq!(&replayed(&desk), desk.session.history());
    Ok(desk)
}

proptest! {
    #[test]
    fn everyone_takes_back_their_own_work_alone(deeds in proptest::collection::vec(deed(), 0..50)) {
        let mut desk = after(&deeds)?;
        for (me, other) in [("alice", "bob"), ("bob", "alice")] {
            be(&mut desk, me);
            let (end, mut stays) = (files(&desk), articles(&desk));
            let before = desk.session.document().clone();
            let undone_before = moves(&desk, Move::Undo);
            while desk.session.next_undo().is_some_and(|name| name != "add an article") {
                desk.keys("C-Z");
                prop_assert_eq!(wrong(&desk), Vec::<String>::new(), "after undo: {}", desk.says());
            }
            // An article that somebody takes out, or brings in, goes and comes with everyone's work in it.
            stays.retain(|article| articles(&desk).contains(article));
            let theirs = marked_by(&before, other, &stays);
            prop_assert_eq!(&marked_by(desk.session.document(), other, &stays), &theirs, "{} undid the work of {}", me, other);
            prop_assert_eq!(&replayed(&desk), desk.session.history());
            for _ in undone_before..moves(&desk, Move::Undo) {
                desk.keys("C-Y");
                prop_assert!(desk.says().starts_with("Redid: "), "{}", desk.says());
            }
            prop_assert_eq!(&files(&desk), &end);
            prop_assert_eq!(&replayed(&desk), desk.session.history());
        }
    }
}
