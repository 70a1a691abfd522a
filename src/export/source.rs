//! Defines [`SetSource`]: an annotation set from which the exporter reads one article at a time.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{Annotator, Article, ArticleId, Codebook, Document, Layer, Part, Register};

/// Articles, sorted by id, each once.
pub type Articles<'s> = Box<dyn Iterator<Item = Found> + 's>;

/// Starts reading the articles of a set: all, or only those with the given ids.
pub type ReadArticles<'s> = Box<dyn Fn(Option<&BTreeSet<ArticleId>>) -> Articles<'s> + 's>;

/// An annotation set that is read one article at a time, so that it need not fit into memory.
pub struct SetSource<'s> {
    /// The name of the set in messages, such as its path.
    pub name: String,
    /// The title of the set; may be empty.
    pub title: String,
    pub codebook: Codebook,
    pub register: Register,
    /// Everyone who has annotated something, sorted.
    pub annotators: Vec<Annotator>,
    /// Number of articles, for progress.
    pub article_count: usize,
    /// What could not be read and does not belong to an article; each line is a finding.
    pub notices: Vec<String>,
    /// The articles that may contain links. They are read an additional time, before the others.
    pub linked: BTreeSet<ArticleId>,
    pub articles: ReadArticles<'s>,
}

/// The result of reading one article.
#[derive(Clone, Debug)]
pub enum Found {
    Article(Annotated),
    /// It could not be read; each line is a finding.
    Unread(Vec<String>),
}

/// One article with the layers of all annotators.
#[derive(Clone, Debug)]
pub struct Annotated {
    pub article: Arc<Article>,
    pub layers: Vec<(Annotator, Arc<Layer>)>,
    /// Annotators whose file could not be read: their status is not known.
    pub unreadable: Vec<Annotator>,
    /// What could not be read, or was changed outside Dicta; each line is a finding. Lost and moved annotations need no line,
    /// because the exporter reports them.
    pub notices: Vec<String>,
}

impl<'s> SetSource<'s> {
    /// A source for a set in memory.
    #[must_use]
    pub fn of_document(name: &str, document: &'s Document) -> Self {
        let mut annotators: Vec<Annotator> = document.annotators().into_iter().cloned().collect();
        let mut notices = Vec::new();
        for (part, reason) in &document.damaged {
            match part {
                Part::Layer(article, annotator) => {
                    annotators.push(annotator.clone());
                    if !document.articles.contains_key(article) {
                        notices.push(format!("{part}: {reason}"));
                    }
                }
                _ => notices.push(format!("{part}: {reason}")),
            }
        }
        annotators.sort();
        annotators.dedup();
        for (article, annotator) in document.layers.keys().filter(|(article, _)| !document.articles.contains_key(article)) {
            notices.push(format!("annotations/{annotator}/{article}: its article is not in the set"));
        }
        Self {
            name: name.to_owned(),
            title: document.info.title.clone(),
            codebook: (*document.codebook).clone(),
            register: (*document.register).clone(),
            annotators,
            article_count: document.articles.len(),
            notices,
            linked: document.layers.iter().filter(|(_, layer)| holds_links(layer)).map(|((id, _), _)| id.clone()).collect(),
            articles: Box::new(move |only| {
                let only = only.cloned();
                let wanted = move |id: &ArticleId| only.as_ref().is_none_or(|only| only.contains(id));
                let articles = document.articles.values().filter(move |article| wanted(&article.id));
                Box::new(articles.map(|article| Found::Article(annotated(document, article))))
            }),
        }
    }
}

fn holds_links(layer: &Layer) -> bool {
    let found = layer.annotations().iter().map(|annotation| &annotation.details);
    found.chain(layer.lost.iter().map(|lost| &lost.details)).any(|details| !details.links.is_empty())
}

fn annotated(document: &Document, article: &Arc<Article>) -> Annotated {
    let layers = document.layers_of(&article.id).map(|(annotator, layer)| (annotator.clone(), layer.clone())).collect();
    let mut unreadable = Vec::new();
    let mut notices = Vec::new();
    if !article.text_is_intact() {
        notices.push(format!("articles/{}.txt: the text was changed since it was imported", article.id));
    }
    for (part, reason) in &document.damaged {
        if let Part::Layer(id, annotator) = part
            && *id == article.id
        {
            unreadable.push(annotator.clone());
            notices.push(format!("{part}: {reason}"));
        }
    }
    Annotated { article: article.clone(), layers, unreadable, notices }
}

impl Found {
    /// The result for an article as `storage` reads it; `article` is `None` if it is damaged.
    #[must_use]
    pub fn new(
        article: Option<Article>,
        layers: Vec<(Annotator, Layer)>,
        damaged: &[(Part, String)],
        notices: Vec<String>,
    ) -> Self {
        let Some(article) = article else { return Self::Unread(notices) };
        let layers = layers.into_iter().map(|(annotator, layer)| (annotator, Arc::new(layer))).collect();
        let annotator = |part: &Part| if let Part::Layer(_, annotator) = part { Some(annotator.clone()) } else { None };
        let unreadable = damaged.iter().filter_map(|(part, _)| annotator(part)).collect();
        Self::Article(Annotated { article: Arc::new(article), layers, unreadable, notices })
    }
}

impl std::fmt::Debug for SetSource<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SetSource({})", self.name)
    }
}
