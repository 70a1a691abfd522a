//! A small made-up set, and the tables that it gives.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use dicta::export::{self, Event, ExportError, Options, Outcome, SetSource};
use dicta::model::{
    Actor, ActorId, Anchor, Annotation, AnnotationId, Annotator, Article, ArticleId, Details, Digest, Document, Fragment, Label,
    Layer, Lost, LostFragment, Metadata, PartialDate, Register, SetInfo, Timestamp, Unknown,
};
use dicta::text::{ByteOffset, Span, Text};

use crate::support::annotation::bare;

pub const CALLS: &str = "🙂 Cafe\u{301} talks; then, calls\n\
    “Yes, now,” said Ann Lee, “or \"never\"\nagain.”\n\
    -5 % is =SUM(A1), a =2; b @ann\n\
    +7 calls ＝1 'quoted'\t\ttab\n";
pub const ENVOY: &str = "The envoy left. The envoy left.\nNobody; said, anything 🙂\n";

pub fn annotator(name: &str) -> Annotator {
    Annotator::parse(name).unwrap()
}

pub fn article(id: &str, text: &str) -> Article {
    Article {
        id: ArticleId::parse(id).unwrap(),
        text: Text::new(text),
        digest: Digest::of(text),
        metadata: Metadata { title: format!("Title of {id}"), language: "en".to_owned(), ..Metadata::default() },
        zones: Vec::new(),
        lost_zones: Vec::new(),
        source_file: format!("{id}.txt"),
        imported: Timestamp(0),
        order: 0,
        unknown: Unknown::default(),
    }
}

/// An annotation with one fragment for each of `words`, each found after the one before.
pub fn annotation(article: &Article, id: &str, label: Label, words: &[&str]) -> Annotation {
    let mut from = 0;
    let fragments = words.iter().map(|words| {
        let start = from + article.text.as_str()[from..].find(words).unwrap();
        from = start + words.len();
        Fragment::new(&article.text, Span::new(&article.text, ByteOffset(start), ByteOffset(from)).unwrap())
    });
    Annotation {
        created: Timestamp::parse("2026-02-04T09:30:00Z").unwrap(),
        modified: Timestamp::parse("2026-02-04T09:31:07Z").unwrap(),
        ..bare(id, label, fragments.collect())
    }
}

pub fn lost(id: &str, label: Label, words: &str, chars: (usize, usize)) -> Lost {
    let (before, after) = ("stood before ".to_owned(), " stood after".to_owned());
    Lost {
        id: AnnotationId::parse(id).unwrap(),
        label,
        fragments: vec![LostFragment { chars, words: words.to_owned(), before, after }],
        note: String::new(),
        unsure: true,
        actor: None,
        details: Details::default(),
        origin: "hand".to_owned(),
        created: Timestamp(0),
        modified: Timestamp(0),
        unknown: Unknown::default(),
    }
}

pub fn layer(annotations: Vec<Annotation>) -> Layer {
    Layer::new(annotations.into_iter().map(Arc::new).collect())
}

/// Two articles, two annotators, and everything that is awkward in a table.
pub fn document() -> Document {
    let mut document =
        Document { info: Arc::new(SetInfo { title: "Calls".to_owned(), ..SetInfo::default() }), ..Document::default() };
    let ann = Actor::new(ActorId::parse("ann-lee").unwrap(), "Ann, \"the\" Lee");
    document.register = Arc::new(Register::new([ann]));
    let (mut calls, envoy) = (article("calls", CALLS), article("envoy", ENVOY));
    calls.metadata.published = Some(PartialDate::parse("2025-07").unwrap());
    "@calls".clone_into(&mut calls.metadata.title);

    let mut alice = vec![
        annotation(&calls, "q1", Label::Quote, &["“Yes, now,”", "“or \"never\"\nagain.”"]),
        annotation(&calls, "m1", Label::Actor, &["Ann Lee"]),
        annotation(&calls, "c1", Label::Claim, &["-5 % is =SUM(A1)"]),
        annotation(&calls, "c2", Label::Claim, &["=2; b"]),
        annotation(&calls, "c3", Label::Claim, &["@ann"]),
        annotation(&calls, "c4", Label::Claim, &["+7 calls"]),
        annotation(&calls, "c5", Label::Claim, &["＝1"]),
        annotation(&calls, "c6", Label::Claim, &["'quoted'"]),
        annotation(&calls, "c7", Label::Claim, &["\ttab"]),
    ];
    alice[1].actor = Some(ActorId::parse("ann-lee").unwrap());
    "first; \"Lee\"".clone_into(&mut alice[1].note);
    let mut bob = annotation(&envoy, "b1", Label::Claim, &["The envoy left."]);
    bob.anchor = Anchor::Moved;
    let mut bob = layer(vec![bob]);
    bob.lost.push(Arc::new(lost("b0", Label::Quote, "gone words", (3, 13))));
    let mut done = layer(vec![annotation(&calls, "b2", Label::Actor, &["Ann Lee"])]);
    done.done = true;

    for (id, who, layer) in [("calls", "alice", layer(alice)), ("calls", "bob", done), ("envoy", "bob", bob)] {
        document.layers.insert((ArticleId::parse(id).unwrap(), annotator(who)), Arc::new(layer));
    }
    for article in [calls, envoy] {
        document.articles.insert(article.id.clone(), Arc::new(article));
    }
    document
}

/// What an export wrote and said.
#[derive(Debug, Default)]
pub struct Exported {
    pub files: BTreeMap<String, Vec<u8>>,
    pub findings: Vec<String>,
    pub notices: Vec<String>,
    pub outcome: Outcome,
}

impl Exported {
    pub fn text(&self, file: &str) -> String {
        String::from_utf8(self.files[file].clone()).unwrap()
    }

    /// The rows of a table as another program reads them, header first.
    pub fn rows(&self, file: &str, delimiter: u8) -> Vec<Vec<String>> {
        let bytes = self.files[file].as_slice();
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(bytes);
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    /// The cells of one column.
    pub fn column(&self, file: &str, name: &str) -> Vec<String> {
        let mut rows = self.rows(file, b',').into_iter();
        let at = rows.next().unwrap().iter().position(|column| column == name).unwrap();
        rows.map(|row| row[at].clone()).collect()
    }
}

#[derive(Clone, Default)]
struct Shelf(Arc<Mutex<BTreeMap<String, Vec<u8>>>>);

struct File(Shelf, String);

impl Write for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.0.lock().unwrap().entry(self.1.clone()).or_default().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub fn export_sets(sets: &[SetSource<'_>], options: &Options) -> Result<Exported, ExportError> {
    let shelf = Shelf::default();
    let (mut findings, mut notices) = (Vec::new(), Vec::new());
    let mut observe = |event: Event<'_>| match event {
        Event::Finding(line) => findings.push(line.to_owned()),
        Event::Notice(line) => notices.push(line.to_owned()),
        Event::Progress { .. } => {}
    };
    let outcome = export::run(sets, options, &mut |name| Ok(Box::new(File(shelf.clone(), name.to_owned()))), &mut observe)?;
    let files = std::mem::take(&mut *shelf.0.lock().unwrap());
    Ok(Exported { files, findings, notices, outcome })
}

pub fn export(document: &Document, options: &Options) -> Exported {
    export_sets(&[SetSource::of_document("set", document)], options).unwrap()
}
