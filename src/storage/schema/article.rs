//! `articles/ID.ron`: the metadata of an article, and the digest of its text.

use super::super::error::FileNotice;
use super::super::error::{Place, StorageError};
use super::super::source::{self, Versioned};
use super::fragment::FragmentRecord;
use super::kinded::Kinded;
use crate::model::Severity;
use crate::model::{Article, ArticleId, Digest, Metadata, PartialDate, Timestamp, Zone, ZoneKind};
use crate::storage::format::record::record;
use crate::storage::format::version;
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
        order: u32 = 0,
        digest: Digest,
        zones: Vec<Kinded<ZoneKind>> = Vec::new(),
        lost_zones: Vec<Kinded<ZoneKind>> = Vec::new(),
    }
}

impl Versioned for ArticleRecord {
    fn format(&self) -> (u32, u32) {
        self.format
    }
}

/// Parses `articles/ID.ron` and combines it with the text of the article. Reports zones that were moved or lost.
///
/// # Errors
/// If the file is damaged, of a newer major version, or of another article than `id`.
pub fn read(bytes: &[u8], file: &str, id: &ArticleId, text: Text) -> Result<(Article, Vec<FileNotice>), StorageError> {
    let record: ArticleRecord = source::parse(bytes, file)?;
    let ArticleRecord { format, article, title, outlet, published, byline, language, translated_from, url, .. } = record;
    let mut unknown = record.unknown;
    version::remember(format, &mut unknown);
    if article != *id {
        let reason = format!("it belongs to the article {article}; give it that name again");
        return Err(StorageError::Damaged { place: Place::file(file), reason });
    }
    let metadata = Metadata { title, outlet, published, byline, language, translated_from, url };
    let (digest, source_file, imported, order) = (record.digest, record.source_file, record.imported, record.order);
    let mut notices = Vec::new();
    let (mut zones, mut lost_zones) = (Vec::<Zone>::new(), Vec::new());
    for (zone, was_lost) in
        record.zones.into_iter().map(|zone| (zone, false)).chain(record.lost_zones.into_iter().map(|zone| (zone, true)))
    {
        let mut say = |what: &str| {
            let shown: String = zone.text.chars().take(48).collect();
            notices.push(FileNotice::new(Severity::Warning, Place::file(file), format!("the zone “{shown}” {what}")));
        };
        let (kind, placed) = zone.clone().placed(&text);
        match placed {
            Ok((fragment, moved)) if zones.iter().all(|held| !held.fragment.span.overlaps(fragment.span)) => {
                if moved {
                    say("was not at its place but at exactly one other; it was moved there");
                }
                zones.push(Zone { kind, fragment });
            }
            placed => {
                if !was_lost {
                    say("was not found at exactly one free place in the text; it is kept as lost");
                }
                lost_zones.push((kind, placed.map_or_else(|lost| lost, |_| FragmentRecord::from(zone).into_lost())));
            }
        }
    }
    zones.sort_by_key(|zone| zone.fragment.span);
    Ok((Article { id: article, text, digest, metadata, zones, lost_zones, source_file, imported, order, unknown }, notices))
}

/// The bytes of `articles/ID.ron`.
///
/// # Errors
/// If the content does not read back as the article.
pub fn write(article: &Article, file: &str) -> Result<String, StorageError> {
    let Article { id, text, digest, metadata, zones, lost_zones, source_file, imported, order, unknown } = article;
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
        order: *order,
        digest: *digest,
        zones: zones.iter().map(|zone| Kinded::of(zone.kind, &zone.fragment, text)).collect(),
        lost_zones: lost_zones.iter().map(|(kind, lost)| Kinded::lost(*kind, lost)).collect(),
        unknown,
    };
    super::proven(&record, file)
}
