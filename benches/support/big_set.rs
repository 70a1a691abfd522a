//! Makes large annotation sets for measuring: the same seed always gives the same set.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use dicta::model::{
    ActorId, Anchor, Annotation, AnnotationId, Annotator, Article, ArticleId, Digest, Document, Fragment, Label, Layer, Metadata,
    PartialDate, Timestamp, Unknown,
};
use dicta::storage::{self, layers, schema};
use dicta::text::{ByteOffset, Span, Text};

/// French and English, with the marks and spaces that news sites use.
const SENTENCES: [&str; 12] = [
    "« Nous ne céderons pas », a déclaré la ministre Hélène Vasseur à l’issue du conseil.",
    "Le maire de Port-Lannec n’a pas souhaité répondre à nos questions.",
    "Selon deux sources proches du dossier, l’accord serait signé « d’ici à vendredi ».",
    "“We will act,” said Tomas Brandt, who chairs the committee, “and we will act by Friday.”",
    "The spokesman of the harbour authority told reporters that the figures were “simply wrong”.",
    "Around 4,000 people gathered in front of the town hall on Sunday, according to the organisers.",
    "L’opposition dénonce un « passage en force », tandis que la majorité parle d’un compromis.",
    "\"It is not over,\" she added.",
    "Interrogé par L’Écho du Littoral, le syndicat évoque 12 % de grévistes.",
    "In a letter seen by the Morning Ledger, Ms Okafor claims that nobody was informed.",
    "La préfecture précise qu’aucun blessé n’est à déplorer.",
    "He denied it: 'I never signed that paper.'",
];

/// SplitMix64 (Steele, Lea and Flood, 2014): enough for choosing sentences.
#[derive(Clone, Debug)]
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit.max(1) as u64) as usize
    }
}

/// The person who annotated everything.
pub fn annotator() -> Annotator {
    Annotator::parse("alice").expect("a name")
}

/// An article of at least `bytes` bytes, in paragraphs of one to five sentences.
pub fn article(number: usize, bytes: usize, dice: &mut Dice) -> Article {
    let mut text = String::with_capacity(bytes + 200);
    let mut left = 0;
    while text.len() < bytes {
        if left == 0 {
            text.push_str(if text.is_empty() { "" } else { "\n\n" });
            left = 1 + dice.below(5);
        } else {
            text.push(' ');
        }
        text.push_str(SENTENCES[dice.below(SENTENCES.len())]);
        left -= 1;
    }
    text.push('\n');
    Article {
        id: ArticleId::parse(&format!("article-{number:05}")).expect("a name"),
        digest: Digest::of(&text),
        text: Text::new(text),
        metadata: Metadata {
            title: format!("Article {number}"),
            outlet: "L’Écho du Littoral".to_owned(),
            published: PartialDate::parse("2026-02-04").ok(),
            language: "fr".to_owned(),
            ..Metadata::default()
        },
        source_file: format!("article-{number:05}.txt"),
        imported: Timestamp(1_770_000_000_000 + number as i64 * 1000),
        unknown: Unknown::default(),
    }
}

/// `count` annotations spread evenly over the article, of 10 to 130 bytes each.
pub fn layer(article: &Article, count: usize, dice: &mut Dice) -> Layer {
    let end = article.text.end().0;
    let mut made = Vec::with_capacity(count);
    for number in 0..count {
        let from = (end * number / count).min(end.saturating_sub(20));
        let to = (from + 10 + dice.below(120)).min(end);
        let Some(span) = Span::snapped(&article.text, ByteOffset(from), ByteOffset(to)) else { continue };
        let label = Label::ALL[dice.below(3)];
        let moment = Timestamp(1_770_000_000_000 + dice.below(5_000_000) as i64 * 1000);
        let id = format!("{}{:09x}", label.as_str().chars().next().expect("a letter"), dice.below(1 << 36));
        made.push(Arc::new(Annotation {
            id: AnnotationId::parse(&id).expect("an id"),
            label,
            fragments: vec![Fragment::new(&article.text, span)],
            note: if dice.below(10) == 0 { "Check the date.".to_owned() } else { String::new() },
            unsure: dice.below(10) == 0,
            actor: (label == Label::Actor).then(|| ActorId::parse("helene-vasseur").expect("a slug")),
            origin: "hand".to_owned(),
            anchor: Anchor::Exact,
            created: moment,
            modified: moment,
            unknown: Unknown::default(),
        }));
    }
    Layer::new(made)
}

/// A set in memory: `articles` articles of `bytes` bytes with `annotations` annotations each.
pub fn document(articles: usize, bytes: usize, annotations: usize, seed: u64) -> Document {
    let mut dice = Dice(seed);
    let mut document = Document::default();
    for number in 0..articles {
        let article = article(number, bytes, &mut dice);
        let layer = layer(&article, annotations, &mut dice);
        document.layers.insert((article.id.clone(), annotator()), Arc::new(layer));
        document.articles.insert(article.id.clone(), Arc::new(article));
    }
    document
}

/// The same set on disk, without waiting for the disk: `root` must not be a set yet.
pub fn on_disk(root: &Path, articles: usize, bytes: usize, annotations: usize, seed: u64) {
    storage::create(root, "Large").expect("an empty folder");
    let folder = root.join("annotations").join(annotator().as_str());
    fs::create_dir_all(&folder).expect("a folder");
    let put = |path: std::path::PathBuf, text: &str| fs::write(path, text).expect("a file");
    let mut dice = Dice(seed);
    for number in 0..articles {
        let article = article(number, bytes, &mut dice);
        let layer = layer(&article, annotations, &mut dice);
        let name = format!("{}.ron", article.id);
        put(root.join("articles").join(format!("{}.txt", article.id)), article.text.as_str());
        put(root.join("articles").join(&name), &schema::article::write(&article, &name).expect("a record"));
        put(folder.join(&name), &layers::write(&layer, &name, &article, &annotator()).expect("a layer"));
    }
}
