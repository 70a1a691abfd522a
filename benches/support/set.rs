//! Writes annotation sets of a given size to the disk, in the app's own format.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dicta::model::{Annotator, Article, ArticleId, Digest, Document, Layer, Metadata, Register, Unknown};
use dicta::storage::{self, layers, schema};
use dicta::text::Text;

use super::marks::{self, NOW};

/// The annotator of everything.
pub fn alice() -> Annotator {
    Annotator::parse("alice").expect("a name")
}

/// A fresh, empty folder for one bench, on the disk that the build is on.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// An article with that text.
pub fn article(id: &str, text: impl Into<Box<str>>) -> Article {
    let text = Text::new(text);
    Article {
        id: ArticleId::parse(id).expect("an id"),
        digest: Digest::of(text.as_str()),
        text,
        metadata: Metadata { title: format!("Article {id}"), language: "fr".to_owned(), ..Metadata::default() },
        zones: Vec::new(),
        lost_zones: Vec::new(),
        source_file: format!("{id}.txt"),
        imported: NOW,
        order: 0,
        unknown: Unknown::default(),
    }
}

/// A document with one article and so many annotations of it.
pub fn document(article: Article, annotations: usize) -> Document {
    let layer = marks::layer(&article.text, annotations, 5);
    let id = article.id.clone();
    let mut document = Document::default();
    document.articles.insert(id.clone(), Arc::new(article));
    document.layers.insert((id, alice()), Arc::new(layer));
    document
}

/// Makes an empty set at `root`.
pub fn create(root: &Path) {
    storage::create(root, "Bench").expect("a new set");
    std::fs::create_dir_all(root.join("annotations/alice")).expect("a folder");
}

/// Adds an article and its annotations to the set. Without syncing: nothing here must survive a power cut.
pub fn add(root: &Path, article: &Article, layer: &Layer) {
    let id = &article.id;
    put(&root.join(format!("articles/{id}.txt")), article.text.as_str());
    let file = format!("articles/{id}.ron");
    put(&root.join(&file), &schema::article::write(article, &file).expect("a record"));
    let file = format!("annotations/alice/{id}.ron");
    put(&root.join(&file), &layers::write(layer, &file, article, &alice()).expect("a record"));
}

/// Gives the set a register.
pub fn add_register(root: &Path, register: &Register) {
    put(&root.join("actors.ron"), &schema::register::write(register, "actors.ron").expect("a record"));
}

fn put(path: &Path, content: &str) {
    std::fs::File::create(path).and_then(|mut file| file.write_all(content.as_bytes())).expect("the disk takes it");
}
