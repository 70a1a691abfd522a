//! `articles/ID.ron`: what is known about an article, and the digest of its text.

use super::super::error::{Place, StorageError};
use super::super::record::record;
use super::super::source::{self, Versioned};
use super::super::version;
use crate::model::{Article, ArticleId, Digest, Metadata, PartialDate, Timestamp};
use crate::text::Text;

record! {
    /// The content of `articles/ID.ron`.
    ArticleRecord {
        format: (u32, u32),
        article: ArticleId,
        title: String = String::new(),
        outlet: String = String::new(),
        published: Option<PartialDate> = None,
        byline: String = String::new(),
        language: String = String::new(),
        translated_from: String = String::new(),
        url: String = String::new(),
        source_file: String = String::new(),
        imported: Timestamp,
        digest: Digest,
    }
}

impl Versioned for ArticleRecord {
    fn format(&self) -> (u32, u32) {
        self.format
    }
}

/// Reads `articles/ID.ron` and joins it with the article's text.
///
/// # Errors
/// When the file is damaged, of a newer major version, or says that it belongs to another article than `id`.
pub fn read(bytes: &[u8], file: &str, id: &ArticleId, text: Text) -> Result<Article, StorageError> {
    let record: ArticleRecord = source::parse(bytes, file)?;
    let ArticleRecord { format, article, title, outlet, published, byline, language, translated_from, url, .. } = record;
    let mut unknown = record.unknown;
    version::remember(format, &mut unknown);
    if article != *id {
        let reason = format!("the file says that it belongs to the article {article}; give it that name again");
        return Err(StorageError::Damaged { place: Place::file(file), reason });
    }
    let metadata = Metadata { title, outlet, published, byline, language, translated_from, url };
    let (digest, source_file, imported) = (record.digest, record.source_file, record.imported);
    Ok(Article { id: article, text, digest, metadata, source_file, imported, unknown })
}

/// The bytes of `articles/ID.ron`.
///
/// # Errors
/// When they would not read back.
pub fn write(article: &Article, file: &str) -> Result<String, StorageError> {
    let Article { id, text: _, digest, metadata, source_file, imported, unknown } = article;
    let Metadata { title, outlet, published, byline, language, translated_from, url } = metadata.clone();
    let (format, unknown) = version::recall(unknown);
    let record = ArticleRecord {
        format,
        article: id.clone(),
        title,
        outlet,
        published,
        byline,
        language,
        translated_from,
        url,
        source_file: source_file.clone(),
        imported: imported.whole_seconds(),
        digest: *digest,
        unknown,
    };
    super::proven(&record, file)
}
