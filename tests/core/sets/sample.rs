//! The sample set is what the tour in the README shows: two articles done, one with questions left open, one untouched.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use dicta::model::{Annotation, ArticleId, EvidenceKind, Label, LinkKind, Status, Who, ZoneKind};
use dicta::session::{Access, QuestionKind};
use dicta::storage;

use crate::support::desk::Desk;

fn sample() -> Desk {
    let set = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    Desk::with(storage::open(&set).unwrap().document, Access::ReadWrite)
}

fn annotations(desk: &Desk) -> Vec<Annotation> {
    let layers = desk.session.document().layers.values();
    layers.flat_map(|layer| layer.annotations()).map(|held| Annotation::clone(held)).collect()
}

fn open(desk: &Desk, article: &str) -> BTreeMap<QuestionKind, usize> {
    let mut counts = BTreeMap::new();
    for question in desk.session.questions(&ArticleId::parse(article).unwrap()) {
        *counts.entry(question.kind).or_default() += 1;
    }
    counts
}

#[test]
fn two_articles_of_the_sample_are_done_and_one_is_untouched() {
    let desk = sample();
    let status = |article: &str| desk.session.document().status(&ArticleId::parse(article).unwrap(), desk.session.annotator());
    let all = desk.session.reading_order().into_iter().map(|article| (article.id.to_string(), status(article.id.as_str())));
    let expected = [
        ("le-quai-reprise", Status::Done),
        ("north-wire-envoy", Status::Done),
        ("coast-herald-calls", Status::InProgress),
        ("vestnik-contacts", Status::InProgress),
        ("aft-channel", Status::Untouched),
        ("ouest-journal-chiffres", Status::InProgress),
    ];
    assert_eq!(all.collect::<Vec<_>>(), expected.map(|(id, status)| (id.to_owned(), status)));
}

#[test]
fn what_is_done_leaves_only_a_doubt_open_and_the_half_done_article_a_handful() {
    let desk = sample();
    for done in ["le-quai-reprise", "north-wire-envoy"] {
        assert_eq!(open(&desk, done), BTreeMap::from([(QuestionKind::Unsure, 1)]), "{done}");
    }
    let half =
        [(QuestionKind::NoSpeaker, 2), (QuestionKind::NoSource, 1), (QuestionKind::Unmarked, 1), (QuestionKind::Unsure, 1)];
    assert_eq!(open(&desk, "coast-herald-calls"), BTreeMap::from(half));
}

#[test]
fn the_sample_shows_everything_that_can_be_said() {
    let desk = sample();
    let all = annotations(&desk);
    let quotes = || all.iter().filter(|held| held.label == Label::Quote);
    let kinds: BTreeSet<LinkKind> = all.iter().flat_map(|held| &held.details.links).map(|link| link.kind).collect();
    assert_eq!(kinds, BTreeSet::from(LinkKind::ALL));
    let who: BTreeSet<&str> = all.iter().flat_map(|held| held.details.everyone()).map(|held| held.who.kind()).collect();
    assert_eq!(who, BTreeSet::from(["actor", "author", "unknown", "unnamed"]));
    let evidence: BTreeSet<EvidenceKind> = all.iter().flat_map(|held| &held.details.evidence).map(|held| held.kind).collect();
    assert_eq!(evidence, BTreeSet::from(EvidenceKind::ALL));
    assert!(quotes().any(|quote| quote.details.attribution.len() == 2), "two speakers");
    assert!(quotes().any(|quote| quote.details.reporters.len() == 2), "a chain of reports");
    assert!(quotes().any(|quote| quote.fragments.len() == 2), "a discontinuous quote");
    assert!(quotes().any(|quote| !quote.details.addressees.is_empty()), "an addressee");
    let zones: BTreeSet<ZoneKind> =
        desk.session.document().articles.values().flat_map(|article| &article.zones).map(|zone| zone.kind).collect();
    assert_eq!(zones, BTreeSet::from([ZoneKind::Navigation, ZoneKind::Caption, ZoneKind::Byline, ZoneKind::Other]));
}

#[test]
fn every_attribute_of_the_sample_has_a_value_of_its_codebook() {
    let desk = sample();
    let codebook = &desk.session.document().codebook;
    for held in annotations(&desk) {
        for (name, value) in &held.details.attributes {
            let attribute = codebook.attribute(held.label, name).unwrap_or_else(|| panic!("{name} of {}", held.id));
            assert_eq!(attribute.check(value), Ok(()), "{}", held.id);
            assert_ne!(*value, attribute.default, "{name} of {}", held.id);
        }
    }
}

#[test]
fn every_mention_of_the_sample_shows_whom_its_attribution_names() {
    let desk = sample();
    let all = annotations(&desk);
    let register = &desk.session.document().register;
    let mut shown = 0;
    for attribution in all.iter().flat_map(|held| held.details.everyone()) {
        let Some(mention) = &attribution.mention else { continue };
        let named = all.iter().find(|held| held.id == *mention).and_then(|held| held.actor.as_ref()).unwrap();
        let Who::Actor(who) = &attribution.who else { panic!("{attribution:?} has a mention and names nobody") };
        let members = &register.get(named).unwrap().members;
        assert!(named == who || members.contains(who), "{who} is not {named}");
        shown += 1;
    }
    assert!(shown > 100, "{shown}");
}
