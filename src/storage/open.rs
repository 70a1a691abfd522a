//! Opens a whole set, and creates a new one.

use std::path::Path;
use std::sync::Arc;

use super::error::{FileNotice, StorageError};
use super::files::atomic;
use super::files::atomic::RON_LIMIT;
use super::files::fs::{Disk, Fs};
use super::identity;
use super::lexicons::{self, LexiconFile};
use super::load::LoadedArticle;
use super::reader::{SetReader, check_folder, is_set};
use super::schema;
use crate::model::{Document, Part, Register, SetInfo, Unknown};

/// A set in memory, with messages about its files.
#[derive(Debug)]
pub struct Opened {
    /// The content on disk, from which a `SetWriter` starts.
    pub document: Document,
    pub notices: Vec<FileNotice>,
    /// The lexicon files of the set, not parsed.
    pub lexicons: Vec<LexiconFile>,
}

/// Reads a whole set on all cores. Nothing on the disk is changed.
///
/// Damaged files are left out of the document, listed in its `damaged`, and reported.
///
/// # Errors
/// If the folder is not a set, cannot be listed, or was written by a newer major version.
pub fn open(root: &Path) -> Result<Opened, StorageError> {
    open_with(root, &|_, _| {})
}

/// Like [`open`]. `progress` is called with the number of articles read so far, and of all articles.
///
/// # Errors
/// As [`open`].
pub fn open_with(root: &Path, progress: &dyn Fn(usize, usize)) -> Result<Opened, StorageError> {
    let mut reader = SetReader::open(root)?;
    let mut document = Document {
        info: Arc::new(std::mem::take(&mut reader.info)),
        codebook: Arc::new(std::mem::take(&mut reader.codebook)),
        register: Arc::new(std::mem::take(&mut reader.register)),
        damaged: std::mem::take(&mut reader.damaged).into_iter().collect(),
        ..Document::default()
    };
    let mut notices = std::mem::take(&mut reader.notices);
    let lexicons = lexicons::read(&reader.root, &mut notices);
    let total = reader.article_count();
    progress(0, total);
    for (done, loaded) in reader.articles().enumerate() {
        let LoadedArticle { id, article, layers, damaged, notices: mut found } = loaded;
        if let Some(article) = article {
            document.articles.insert(id.clone(), Arc::new(article));
        }
        document.layers.extend(layers.into_iter().map(|(annotator, layer)| ((id.clone(), annotator), Arc::new(layer))));
        document.damaged.extend(damaged);
        notices.append(&mut found);
        progress(done + 1, total);
    }
    Ok(Opened { document, notices, lexicons })
}

/// Creates an empty set with the default codebook, and opens it.
///
/// `set.ron` is written last: after a crash there is either a complete set or none, and `create` can be called again.
///
/// # Errors
/// If there is a set or a file of the same name with other content, or the files cannot be written.
pub fn create(root: &Path, title: &str) -> Result<Document, StorageError> {
    let occupied = |what: &str| StorageError::Occupied { root: root.to_owned(), what: what.to_owned() };
    if is_set(root) {
        return Err(occupied("an annotation set"));
    }
    check_folder(root)?;
    let info = SetInfo { id: Some(identity::random_id()), title: title.to_owned(), unknown: Unknown::default() };
    Disk.create_folder(root).map_err(|error| StorageError::writing(root, "make the folder", &error))?;
    let (codebook, register) = (schema::codebook::default()?, Register::default());
    let files = [
        (Part::Codebook, schema::codebook::write(&codebook, "codebook.ron")?),
        (Part::Register, schema::register::write(&register, "actors.ron")?),
        (Part::Info, schema::info::write(&info, "set.ron")?),
    ];
    for (part, text) in files {
        let path = root.join(part.to_string());
        let there = Disk.read(&path, RON_LIMIT).map_err(|error| StorageError::reading(&path, &error))?;
        match there {
            Some(bytes) if bytes == text.as_bytes() => {}
            Some(_) => return Err(occupied(&part.to_string())),
            None => {
                atomic::prepare(&Disk, &path, text.as_bytes())?.publish(&Disk)?;
                atomic::settle(&Disk, &path)?;
            }
        }
    }
    for folder in ["articles", "annotations"] {
        let path = root.join(folder);
        Disk.create_folder(&path).map_err(|error| StorageError::writing(&path, "make the folder", &error))?;
    }
    Ok(Document { info: Arc::new(info), codebook: Arc::new(codebook), register: Arc::new(register), ..Document::default() })
}
