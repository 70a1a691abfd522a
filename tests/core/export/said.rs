//! A made-up set in which annotations say who, how, and what they have to do with each other.

use std::collections::BTreeMap;
use std::sync::Arc;

use dicta::export::{Options, Profile};
use dicta::model::{
    Actor, ActorId, Alias, Annotation, AnnotationId, Article, ArticleId, Attribute, Attribution, Codebook, Document,
    EvidenceKind, Label, Link, LinkId, LinkKind, Register, Scale, Subject, Unknown, Value, Who,
};

use super::fixture::{Exported, annotation, annotator, article, export, layer};

pub const NORTH: &str = "“We act,” said Ann Lee, quoting “the big” Bo. Nine ships left. Nobody saw it.\nPhoto: Ann Lee waves.\n";
pub const SOUTH: &str = "Ten ships left, two sources told us. “On agit”, dit Lee. =1 ship left.\n";

pub fn machine() -> Options {
    Options { profile: Profile::Machine, context_chars: 5, ..Options::default() }
}

pub fn actor_id(id: &str) -> ActorId {
    ActorId::parse(id).unwrap()
}

pub fn actor(id: &str, name: &str, role: &str) -> Actor {
    Actor { role: role.to_owned(), ..Actor::new(actor_id(id), name) }
}

pub fn by(actor: &str) -> Attribution {
    Attribution::of(Who::Actor(actor_id(actor)))
}

pub fn seen(actor: &str, mention: &str) -> Attribution {
    Attribution { mention: Some(AnnotationId::parse(mention).unwrap()), ..by(actor) }
}

pub fn unnamed(words: &str) -> Attribution {
    Attribution::of(Who::Unnamed(words.to_owned()))
}

pub fn link(id: &str, kind: LinkKind, article: &str, to: &str) -> Link {
    let (id, article) = (LinkId::parse(id).unwrap(), ArticleId::parse(article).unwrap());
    Link { id, kind, article, to: AnnotationId::parse(to).unwrap(), note: String::new() }
}

pub fn list(of: Subject, name: &str, values: &[&str], default: &str) -> Attribute {
    let value = |name: &&str| Value {
        name: (*name).to_owned(),
        title: String::new(),
        key: None,
        about: String::new(),
        unknown: Unknown::default(),
    };
    Attribute {
        of,
        name: name.to_owned(),
        title: name.to_owned(),
        scale: if values.is_empty() { Scale::Text } else { Scale::List },
        values: values.iter().map(value).collect(),
        default: default.to_owned(),
        guideline: String::new(),
        unknown: Unknown::default(),
    }
}

pub fn codebook() -> Codebook {
    let attributes = vec![
        list(Subject::Quote, "quote_type", &["direct", "indirect"], ""),
        list(Subject::Quote, "form", &["full", "partial"], "full"),
        list(Subject::Quote, "date_said", &[], ""),
        list(Subject::Claim, "source_kind", &["named", "collective"], ""),
        list(Subject::Claim, "status", &["open", "checked"], "open"),
        list(Subject::Mention, "form", &["name", "pronoun"], "name"),
        list(Subject::Actor, "actor_type", &["person", "state"], "person"),
    ];
    Codebook { attributes, ..Codebook::default() }
}

/// The article `north` or `south`, whose outlet is known for the first alone.
pub fn paper(id: &str) -> Article {
    let mut made = article(id, if id == "north" { NORTH } else { SOUTH });
    if id == "north" {
        "North Wire".clone_into(&mut made.metadata.outlet);
    }
    made
}

/// An annotation of one of the two articles.
pub fn mark(paper: &Article, id: &str, label: Label, words: &[&str]) -> Annotation {
    annotation(paper, id, label, words)
}

pub fn say(annotation: &mut Annotation, name: &str, value: &str) {
    annotation.details.attributes.insert(name.to_owned(), value.to_owned());
}

pub fn cue(annotation: &mut Annotation, paper: &Article, words: &str) {
    let found = mark(paper, "x", Label::Quote, &[words]).fragments;
    for fragment in found {
        annotation.details.add_evidence(EvidenceKind::Cue, fragment);
    }
}

/// A set of the two articles with these annotations of alice, and an actor for each of `ann` and `bo`.
pub fn document(north: Vec<Annotation>, south: Vec<Annotation>) -> Document {
    let mut document = Document { codebook: Arc::new(codebook()), ..Document::default() };
    let mut ann = actor("ann", "Ann Lee", "minister");
    ann.aliases = vec![
        Alias { name: "Lee".to_owned(), language: "fr".to_owned() },
        Alias { name: "A. Lee".into(), language: String::new() },
    ];
    ann.part_of = Some(actor_id("bo"));
    "Q1".clone_into(&mut ann.wikidata);
    let mut bo = actor("bo", "Bo", "");
    bo.attributes.insert("actor_type".to_owned(), "state".to_owned());
    document.register = Arc::new(Register::new([ann, bo]));
    for (paper, made) in [(paper("north"), north), (paper("south"), south)] {
        if !made.is_empty() {
            document.layers.insert((paper.id.clone(), annotator("alice")), Arc::new(layer(made)));
        }
        document.articles.insert(paper.id.clone(), Arc::new(paper));
    }
    document
}

pub fn tables(document: &Document) -> Exported {
    export(document, &machine())
}

/// The row of a table whose first cell is `key`, by column.
pub fn row(exported: &Exported, file: &str, key: &str) -> BTreeMap<String, String> {
    let rows = exported.rows(file, b',');
    let found = rows.iter().skip(1).find(|row| row[0] == key).unwrap_or_else(|| panic!("no {key} in {file}"));
    rows[0].iter().cloned().zip(found.iter().cloned()).collect()
}

/// Those cells of the row.
pub fn cells<const N: usize>(exported: &Exported, file: &str, key: &str, names: [&str; N]) -> [String; N] {
    let row = row(exported, file, key);
    names.map(|name| row[name].clone())
}
