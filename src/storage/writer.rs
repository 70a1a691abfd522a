//! Defines [`SetWriter`], which writes a document to the files of a set, as far as they changed.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::error::StorageError;
use super::files::change_guard::ChangeGuard;
use super::files::fs::{Disk, Fs};
use super::files::unfinished;
use super::load::text_file;
use super::parts;
use crate::model::tree::Map;
use crate::model::{Article, Document, Part, SetInfo};

/// What a save did, as file names relative to the set, in the order in which it was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaveReport {
    pub written: Vec<String>,
    pub removed: Vec<String>,
}

/// Writes a set. Remembers the content of the files, so that it writes only changes and never overwrites changes by others.
#[derive(Debug)]
pub struct SetWriter {
    guard: ChangeGuard,
    on_disk: Document,
}

/// A change of one file of a part.
struct Act {
    part: Part,
    file: String,
    /// The new content; `None` to delete the file.
    bytes: Option<Vec<u8>>,
}

impl SetWriter {
    /// A writer for the document as it was read, before anything was recovered or changed. Deletes unfinished files of ended
    /// processes in the folders of the set.
    ///
    /// # Errors
    /// If the folder of the set does not exist.
    pub fn new(root: &Path, on_disk: Arc<Document>) -> Result<Self, StorageError> {
        Self::with_fs(root, on_disk, Arc::new(Disk))
    }

    /// Like [`Self::new`], on another [`Fs`].
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn with_fs(root: &Path, on_disk: Arc<Document>, fs: Arc<dyn Fs>) -> Result<Self, StorageError> {
        unfinished::sweep_set(root);
        Ok(Self { guard: ChangeGuard::new(root, fs)?, on_disk: Arc::unwrap_or_clone(on_disk) })
    }

    /// Writes `document` to the files. After `Ok` all of it is durable.
    ///
    /// Every file is replaced completely or left unchanged. A file that was changed outside Dicta is left unchanged, and what would
    /// have been written is kept in a file next to it. Damaged files are never written. If one file fails, the others are saved
    /// all the same; the next call tries only what is left.
    ///
    /// # Errors
    /// If something could not be written; everything that failed is in one error. If the folder of the set is missing or holds
    /// another set, nothing is written.
    pub fn save(&mut self, document: &Arc<Document>) -> Result<SaveReport, StorageError> {
        self.guard.check_set(&self.on_disk, document)?;
        let changes = parts::changes(&self.on_disk, document);
        if changes.removed.is_empty() && changes.written == [Part::Info] && self.is_only_named(document) {
            return Ok(SaveReport::default());
        }
        let mut report = SaveReport::default();
        let mut errors = Vec::new();
        let mut failed = BTreeSet::new();
        // A text is written before its record and deleted after it: in between, the set opens without the article.
        let texts = changes.written.iter().filter_map(|part| self.new_text(document, part)).collect();
        self.run(texts, &mut report, &mut errors, &mut failed);
        let (layers, others): (Vec<Part>, Vec<Part>) =
            changes.written.into_iter().partition(|part| matches!(part, Part::Layer(..)));
        let new_articles: Vec<Part> = others.iter().filter(|part| self.is_new_article(part)).cloned().collect();
        self.write_parts(others, document, &mut report, &mut errors, &mut failed);
        // A power cut must not preserve annotations and lose the record of their article.
        if !new_articles.is_empty() && !self.guard.settle(&mut errors) {
            failed.extend(new_articles);
        }
        self.write_parts(layers, document, &mut report, &mut errors, &mut failed);
        let gone = |part: &Part| Act { part: part.clone(), file: part.to_string(), bytes: None };
        let (layers, articles): (Vec<&Part>, Vec<&Part>) =
            changes.removed.iter().partition(|part| matches!(part, Part::Layer(..)));
        self.run(layers.into_iter().map(gone).collect(), &mut report, &mut errors, &mut failed);
        let kept: Vec<Part> =
            articles.iter().filter(|part| has_failed_layer(part, &failed)).map(|part| (*part).clone()).collect();
        failed.extend(kept);
        let bare = articles.into_iter().filter(|part| !failed.contains(part)).map(gone).collect();
        self.run(bare, &mut report, &mut errors, &mut failed);
        let settled = self.guard.settle(&mut errors);
        let texts = changes.removed.iter().filter_map(|part| match part {
            Part::Article(id) if !failed.contains(part) && settled => {
                Some(Act { part: part.clone(), file: text_file(id), bytes: None })
            }
            _ => None,
        });
        self.run(texts.collect(), &mut report, &mut errors, &mut failed);
        if self.guard.settle(&mut errors) && settled {
            self.take_over(document, &failed);
        }
        match StorageError::all(errors) {
            Some(error) => Err(error),
            None => Ok(report),
        }
    }

    /// The content of the files, as far as this writer knows.
    #[must_use]
    pub fn on_disk(&self) -> &Document {
        &self.on_disk
    }

    /// Whether the document differs only by the id that a set without one gets with its first change.
    fn is_only_named(&self, document: &Document) -> bool {
        let SetInfo { id, title, unknown } = &*self.on_disk.info;
        id.is_none() && document.info.title == *title && document.info.unknown == *unknown
    }

    fn new_text(&self, document: &Document, part: &Part) -> Option<Act> {
        let Part::Article(id) = part else { return None };
        let article = document.article(id)?;
        let there = self.on_disk.article(id).is_some_and(|old| old.text == article.text);
        let bytes = || article.text.as_str().as_bytes().to_vec();
        (!there).then(|| Act { part: part.clone(), file: text_file(id), bytes: Some(bytes()) })
    }

    fn is_new_article(&self, part: &Part) -> bool {
        matches!(part, Part::Article(id) if self.on_disk.article(id).is_none())
    }

    fn write_parts(
        &mut self,
        parts: Vec<Part>,
        document: &Document,
        report: &mut SaveReport,
        errors: &mut Vec<StorageError>,
        failed: &mut BTreeSet<Part>,
    ) {
        for part in parts {
            if failed.contains(&part) || self.lacks_article(&part, failed) {
                // Annotations without their article cannot be read back.
                failed.insert(part);
                continue;
            }
            if let Err(error) = self.check_article(&part) {
                errors.push(error);
                failed.insert(part);
                continue;
            }
            match parts::bytes(document, &part) {
                // One part at a time, so that only the bytes of one file are in memory.
                Ok(bytes) => {
                    let act = Act { file: part.to_string(), bytes, part };
                    self.publish(act, report, errors, failed);
                }
                Err(error) => {
                    errors.push(error);
                    failed.insert(part);
                }
            }
        }
    }

    /// Checks that the article was not removed outside Dicta, which would leave its annotations without an article.
    fn check_article(&mut self, part: &Part) -> Result<(), StorageError> {
        match part {
            Part::Layer(id, _) if self.on_disk.article(id).is_some() => {
                self.guard.check_there(&Part::Article(id.clone()).to_string())
            }
            _ => Ok(()),
        }
    }

    fn lacks_article(&self, part: &Part, failed: &BTreeSet<Part>) -> bool {
        let Part::Layer(id, _) = part else { return false };
        failed.contains(&Part::Article(id.clone())) && self.on_disk.article(id).is_none()
    }

    fn run(&mut self, acts: Vec<Act>, report: &mut SaveReport, errors: &mut Vec<StorageError>, failed: &mut BTreeSet<Part>) {
        let parts: Vec<Part> = acts.iter().map(|act| act.part.clone()).collect();
        for act in acts {
            self.publish(act, report, errors, failed);
        }
        if !parts.is_empty() && !self.guard.settle(errors) {
            failed.extend(parts);
        }
    }

    fn publish(&mut self, act: Act, report: &mut SaveReport, errors: &mut Vec<StorageError>, failed: &mut BTreeSet<Part>) {
        let Act { part, file, bytes } = act;
        let on_disk = &self.on_disk;
        let is_text = !part_is_file(&part, &file);
        let is_known = |current: &[u8]| {
            if is_text { holds_text(on_disk, &part, current) } else { is_as_read(on_disk, &part, current) }
        };
        let done = match &bytes {
            Some(bytes) => self.guard.write(&file, bytes, &is_known).map(|changed| (changed, &mut report.written)),
            None => self.guard.remove(&file, &is_known).map(|changed| (changed, &mut report.removed)),
        };
        match done {
            Ok((true, list)) => list.push(file),
            Ok((false, _)) => {}
            Err(error) => {
                errors.push(error);
                failed.insert(part);
            }
        }
    }

    /// Records that everything except the failed parts is on the disk.
    fn take_over(&mut self, document: &Arc<Document>, failed: &BTreeSet<Part>) {
        let mut now = document.as_ref().clone();
        for part in failed {
            match part {
                Part::Info => now.info = self.on_disk.info.clone(),
                Part::Codebook => now.codebook = self.on_disk.codebook.clone(),
                Part::Register => now.register = self.on_disk.register.clone(),
                Part::Article(id) => put_back(&mut now.articles, id, self.on_disk.articles.get(id)),
                Part::Layer(id, by) => {
                    let key = (id.clone(), by.clone());
                    put_back(&mut now.layers, &key, self.on_disk.layers.get(&key));
                }
            }
        }
        self.on_disk = now;
    }
}

/// Whether annotations of the article could not be deleted, so that the article must be kept.
fn has_failed_layer(article: &Part, failed: &BTreeSet<Part>) -> bool {
    let Part::Article(id) = article else { return false };
    failed.iter().any(|part| matches!(part, Part::Layer(of, _) if of == id))
}

fn put_back<K: Ord + Clone, V>(map: &mut Map<K, V>, key: &K, old: Option<&Arc<V>>) {
    match old {
        Some(old) => map.insert(key.clone(), Arc::clone(old)),
        None => map.remove(key),
    };
}

fn part_is_file(part: &Part, file: &str) -> bool {
    part.to_string() == file
}

fn holds_text(on_disk: &Document, part: &Part, current: &[u8]) -> bool {
    let Part::Article(id) = part else { return false };
    let text = |article: &Arc<Article>| article.text.as_str().as_bytes() == current;
    on_disk.article(id).is_some_and(text)
}

fn is_as_read(on_disk: &Document, part: &Part, current: &[u8]) -> bool {
    let written = parts::bytes(on_disk, part);
    written.is_ok_and(|written| written.is_some_and(|bytes| bytes == current)) || parts::says_the_same(on_disk, part, current)
}
