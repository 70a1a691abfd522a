//! Reads one article with all its annotations. Damaged files are reported and never changed.

use std::path::Path;

use super::error::{FileNotice, Place, StorageError};
use super::files::atomic::RON_LIMIT;
use super::files::fs::{Disk, Fs};
use super::files::spelling::on_disk;
use super::layers;
use super::scan::ArticleFiles;
use super::schema;
use crate::model::Severity;
use crate::model::{Annotator, Article, ArticleId, Layer, Part};
use crate::text::Text;

/// One article as it was read.
#[derive(Debug)]
pub struct LoadedArticle {
    pub id: ArticleId,
    /// `None` if it could not be read; the reason is in `damaged`.
    pub article: Option<Article>,
    /// By annotator, sorted.
    pub layers: Vec<(Annotator, Layer)>,
    /// What could not be read, with the reason.
    pub damaged: Vec<(Part, String)>,
    /// Messages for a person, including those about damage.
    pub notices: Vec<FileNotice>,
}

impl LoadedArticle {
    /// An article that could not be read because of a bug in the program.
    pub(super) fn broken(id: &ArticleId, files: &ArticleFiles) -> Self {
        let mut loaded = Self { id: id.clone(), article: None, layers: Vec::new(), damaged: Vec::new(), notices: Vec::new() };
        let reason = "reading it failed because of a fault in Dicta; please report it".to_owned();
        loaded.damage(Part::Article(id.clone()), Place::file(Part::Article(id.clone()).to_string()), reason.clone());
        loaded.damaged.extend(files.annotators.iter().map(|by| (Part::Layer(id.clone(), by.clone()), reason.clone())));
        loaded
    }

    fn damage(&mut self, part: Part, place: Place, reason: String) {
        self.notices.push(FileNotice::new(Severity::Error, place, format!("{reason}. The file is kept as it is")));
        self.damaged.push((part, reason));
    }

    fn damage_by(&mut self, part: Part, error: &StorageError) {
        self.notices.push(FileNotice::unread(&part, error));
        self.damaged.push((part, error.without_file()));
    }
}

/// Reads an article and its layers.
pub(super) fn load_article(root: &Path, id: &ArticleId, files: &ArticleFiles) -> LoadedArticle {
    let mut loaded =
        LoadedArticle { id: id.clone(), article: None, layers: Vec::new(), damaged: Vec::new(), notices: Vec::new() };
    loaded.article = article(root, id, files, &mut loaded);
    for annotator in &files.annotators {
        let part = Part::Layer(id.clone(), annotator.clone());
        let Some(article) = &loaded.article else {
            let reason = format!("the article {id} could not be opened, so these annotations wait until it can");
            loaded.damage(part.clone(), Place::file(part.to_string()), reason);
            continue;
        };
        let file = part.to_string();
        let read = must_read(root, &file, RON_LIMIT).and_then(|bytes| layers::read(&bytes, &file, article, annotator));
        match read {
            Ok((layer, mut notices)) => {
                loaded.notices.append(&mut notices);
                loaded.layers.push((annotator.clone(), layer));
            }
            Err(error) => loaded.damage_by(part, &error),
        }
    }
    loaded
}

fn article(root: &Path, id: &ArticleId, files: &ArticleFiles, loaded: &mut LoadedArticle) -> Option<Article> {
    let part = Part::Article(id.clone());
    let (record, text) = (part.to_string(), text_file(id));
    if let Some(reason) = &files.refused {
        loaded.damage(part, Place::file(record), reason.clone());
        return None;
    }
    match (files.text, files.record) {
        (true, true) => {}
        (true, false) => {
            let what = "an article's text without the .ron file beside it, as after an import that was cut short, so it is not \
                        read. Import the article again, or bring the .ron file back";
            loaded.notices.push(FileNotice::new(Severity::Warning, Place::file(text), what));
            return None;
        }
        (false, true) => {
            let reason = format!("the article's text, {text}, is missing; restore it");
            loaded.damage(part, Place::file(record), reason);
            return None;
        }
        (false, false) => return None,
    }
    let read = read_text(root, &text)
        .and_then(|text| must_read(root, &record, RON_LIMIT).map(|bytes| (bytes, text)))
        .and_then(|(bytes, text)| schema::article::read(&bytes, &record, id, Text::new(text)));
    match read {
        Ok((article, mut notices)) => {
            loaded.notices.append(&mut notices);
            if !article.text_is_intact() {
                let what = "the text was changed since it was imported; restore the old text, or check every annotation";
                loaded.notices.push(FileNotice::new(Severity::Error, Place::file(text), what));
            }
            Some(article)
        }
        Err(error) => {
            loaded.damage_by(part, &error);
            None
        }
    }
}

/// The file with the text of an article, relative to the set.
pub(super) fn text_file(id: &ArticleId) -> String {
    format!("articles/{id}.txt")
}

/// Reads a file of the set that must exist. `file` is relative to `root`.
pub(super) fn must_read(root: &Path, file: &str, limit: u64) -> Result<Vec<u8>, StorageError> {
    let path = on_disk(root, file);
    match Disk.read(&path, limit) {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(StorageError::reading(Path::new(file), &std::io::ErrorKind::NotFound.into())),
        Err(error) => Err(read_error(&path, limit, &error)),
    }
}

/// The error for a failed read, with the size of the file if that was the reason.
pub(super) fn read_error(path: &Path, limit: u64, error: &std::io::Error) -> StorageError {
    if error.kind() == std::io::ErrorKind::FileTooLarge {
        let size = std::fs::metadata(path).map_or(limit + 1, |metadata| metadata.len());
        return StorageError::TooLarge { file: path.to_owned(), size, limit };
    }
    StorageError::reading(path, error)
}

fn read_text(root: &Path, file: &str) -> Result<String, StorageError> {
    String::from_utf8(must_read(root, file, RON_LIMIT)?).map_err(|error| {
        let valid = String::from_utf8_lossy(error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default());
        let (lines, last) = (valid.matches('\n').count() + 1, valid.rsplit('\n').next().unwrap_or_default());
        let place = Place { file: file.to_owned(), at: Some((lines, last.chars().count() + 1)) };
        StorageError::Damaged { place, reason: "a byte here is not UTF-8 text".to_owned() }
    })
}
