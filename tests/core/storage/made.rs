//! Documents for the tests, made by hand and at random.

use std::path::Path;
use std::sync::Arc;

use dicta::model::{
    ActorId, Anchor, Annotation, AnnotationId, Annotator, Article, ArticleId, Attribution, BatchId, Details, Digest, Document,
    EvidenceKind, Fragment, Label, Layer, Link, LinkId, LinkKind, LostFragment, Metadata, PartialDate, Timestamp, Unknown, Who,
    Zone, ZoneKind,
};
use dicta::storage;
use dicta::text::{ByteOffset, Span, Text};
use proptest::prelude::*;

use crate::support::annotation::bare;

pub const TEXT: &str = "« L'été sera chaud », a dit Anna Weiss.\n\nThe minister said: \"We will act,\" and left.\n";

pub fn id(name: &str) -> ArticleId {
    ArticleId::parse(name).unwrap()
}

pub fn alice() -> Annotator {
    Annotator::parse("alice").unwrap()
}

pub fn article(name: &str, text: &str) -> Article {
    Article {
        id: id(name),
        text: Text::new(text),
        digest: Digest::of(text),
        metadata: Metadata { title: "Été".to_owned(), published: PartialDate::parse("2026-02").ok(), ..Metadata::default() },
        zones: Vec::new(),
        lost_zones: Vec::new(),
        source_file: "x.txt".to_owned(),
        imported: Timestamp(1_770_000_000_000),
        order: 0,
        unknown: Unknown::default(),
    }
}

/// Marks the first place where `words` stand.
pub fn mark(text: &Text, name: &str, label: Label, words: &[&str]) -> Arc<Annotation> {
    let fragments = words.iter().map(|words| {
        let at = text.as_str().find(words).unwrap();
        Fragment::new(text, Span::new(text, ByteOffset(at), ByteOffset(at + words.len())).unwrap())
    });
    Arc::new(Annotation {
        created: Timestamp(1_770_000_000_000),
        modified: Timestamp(1_770_000_001_000),
        ..bare(name, label, fragments.collect())
    })
}

/// One article with three annotations of alice's.
pub fn add_article(document: &mut Document, name: &str) {
    let article = article(name, TEXT);
    let mut mention = (*mark(&article.text, "m1", Label::Actor, &["Anna Weiss"])).clone();
    mention.actor = ActorId::parse("anna-weiss").ok();
    let layer = Layer::new(vec![
        mark(&article.text, "q1", Label::Quote, &["« L'été sera chaud »"]),
        mark(&article.text, "c1", Label::Claim, &["minister said", "We will act,"]),
        Arc::new(mention),
    ]);
    document.layers.insert((id(name), alice()), Arc::new(layer));
    document.articles.insert(id(name), Arc::new(article));
}

/// A set on disk with the articles `a` and `b`; gives back what is on the disk.
pub fn set(root: &Path) -> Arc<Document> {
    let empty = Arc::new(storage::create(root, "Test").unwrap());
    let mut document = empty.as_ref().clone();
    add_article(&mut document, "a");
    add_article(&mut document, "b");
    let document = Arc::new(document);
    storage::SetWriter::new(root, empty).unwrap().save(&document).unwrap();
    document
}

/// The document with another note on alice's quote in `a`.
pub fn with_note(document: &Document, note: &str) -> Arc<Document> {
    let mut changed = document.clone();
    let layer = changed.layers.get_mut(&(id("a"), alice())).unwrap();
    let mut annotation = layer.get(&AnnotationId::parse("q1").unwrap()).unwrap().as_ref().clone();
    note.clone_into(&mut annotation.note);
    Arc::make_mut(layer).put(Arc::new(annotation));
    Arc::new(changed)
}

pub fn note_of(document: &Document) -> String {
    document.layer(&id("a"), &alice()).unwrap().get(&AnnotationId::parse("q1").unwrap()).unwrap().note.clone()
}

pub fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z ,.]{1,8}",
        Just("é".to_owned()),
        Just("e\u{301}".to_owned()),
        Just("👩\u{200d}🚀".to_owned()),
        Just("\n".to_owned()),
        Just("\u{a0}»".to_owned()),
        Just("\"\\'".to_owned()),
        Just("\u{202e}".to_owned()),
        Just("\t".to_owned()),
        any::<char>().prop_filter("articles hold no CR", |c| *c != '\r').prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat())
}

/// The first line of a text as a zone, if it has one.
pub fn zones(text: &Text) -> Vec<Zone> {
    let end = text.as_str().find('\n').unwrap_or(0);
    let zone = |span| Zone { kind: ZoneKind::Caption, fragment: Fragment::new(text, span) };
    Span::snapped(text, ByteOffset(0), ByteOffset(end)).map(zone).into_iter().collect()
}

/// Every field of the details now and then, with words from anywhere.
fn details(text: &Text, number: usize, some: bool, words: &str) -> Details {
    let mut details = Details::default();
    if !some {
        return details;
    }
    let actor = || Who::Actor(ActorId::parse("anna-weiss").unwrap());
    let voices = [actor(), Who::Unnamed(words.to_owned()), Who::Author, Who::Unknown];
    details.attribution = voices.into_iter().take(number % 5).map(Attribution::of).collect();
    details.reporters = vec![Attribution { who: actor(), mention: AnnotationId::parse("m1").ok() }];
    details.addressees = vec![Attribution::of(Who::Unnamed(words.to_owned()))];
    details.about = vec![ActorId::parse("le-quai").unwrap(); number % 3];
    if let Some(zone) = zones(text).pop() {
        EvidenceKind::ALL.into_iter().skip(number % 3).for_each(|kind| details.add_evidence(kind, zone.fragment.clone()));
    }
    details.lost_evidence = vec![(
        EvidenceKind::Scare,
        LostFragment { chars: (1, 9), words: format!("{words}\u{0}nowhere"), before: String::new(), after: words.to_owned() },
    )];
    details.attributes.insert("quote_type".to_owned(), words.to_owned());
    let (id, kind) = (LinkId::parse("l1").unwrap(), LinkKind::ALL[number % 7]);
    let to = AnnotationId::parse("n0").unwrap();
    details.links = vec![Link { id, kind, article: self::id("x"), to, note: words.to_owned() }];
    details.batch = BatchId::parse("b1").ok();
    details
}

/// An article, and a layer with fields of a newer version, over any text.
pub fn any_layer() -> impl Strategy<Value = (Article, Layer)> {
    let annotation = (any::<(u16, u16, u16, bool, bool)>(), ".{0,12}", 0_usize..3, 0_i64..4_000_000_000);
    (any_text(), prop::collection::vec(annotation, 0..12), any::<(bool, bool)>()).prop_map(|(text, drafts, (done, newer))| {
        let article = article("x", &text);
        let text = &article.text;
        let mut made = Vec::new();
        for (number, ((a, b, c, unsure, moved), note, label, seconds)) in drafts.into_iter().enumerate() {
            let mut cuts = [a, b, c].map(|cut| ByteOffset(usize::from(cut) % (text.end().0 + 1)));
            cuts.sort();
            let first = Span::snapped(text, cuts[0], cuts[1]);
            let second = Span::snapped(text, cuts[1], cuts[2]);
            let apart = matches!((first, second), (Some(a), Some(b)) if a.end() <= b.start());
            let spans = if apart { vec![first, second] } else { vec![first] };
            let fragments: Vec<Fragment> = spans.into_iter().flatten().map(|span| Fragment::new(text, span)).collect();
            if fragments.is_empty() {
                continue;
            }
            let unknown = if newer { vec![("mood".to_owned(), "Some([1, (a: \"b\")])".to_owned())] } else { Vec::new() };
            made.push(Arc::new(Annotation {
                id: AnnotationId::parse(&format!("n{number}")).unwrap(),
                label: Label::ALL[label],
                fragments,
                note: note.clone(),
                unsure,
                actor: unsure.then(|| ActorId::parse("anna").unwrap()),
                details: details(text, number, unsure, &note),
                origin: if unsure { "hand".to_owned() } else { "brat".to_owned() },
                anchor: if moved { Anchor::Moved } else { Anchor::Exact },
                created: Timestamp(seconds * 1000),
                modified: Timestamp(seconds * 1000),
                unknown: Unknown(unknown),
            }));
        }
        let mut layer = Layer::new(made);
        layer.done = done;
        if newer {
            let field = |name: &str, source: &str| (name.to_owned(), source.to_owned());
            layer.unknown = Unknown(vec![field("format", "(1, 7)"), field("type", "Kind(\n        a: 1..2,\n    )")]);
        }
        (article, layer)
    })
}
