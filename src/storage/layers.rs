//! Converts a file of annotations to a [`Layer`] and back, and reports what was moved or lost.

use std::collections::HashSet;
use std::sync::Arc;

use super::anchor::{self, Placed};
use super::error::{FileNotice, Place, StorageError};
use super::format::version;
use super::schema::details;
use super::schema::fragment::FragmentRecord;
use super::schema::kinded::Kinded;
use super::schema::layer::{AnnotationRecord, Labelled, LayerRecord};
use super::schema::proven;
use super::source;
use crate::model::Severity;
use crate::model::{Anchor, Annotation, AnnotationId, Annotator, Article, Fragment, Layer, Lost, Rejection};
use crate::text::{Span, Text};

/// Parses the file of one annotator for one article.
///
/// # Errors
/// If the file is damaged, of a newer major version, or of another article or annotator, or has duplicate ids.
pub fn read(
    bytes: &[u8],
    file: &str,
    article: &Article,
    annotator: &Annotator,
) -> Result<(Layer, Vec<FileNotice>), StorageError> {
    let record: LayerRecord = source::parse(bytes, file)?;
    let LayerRecord { format, article: of, annotator: by, done, annotations, lost: lost_before, rejected, mut unknown } = record;
    version::remember(format, &mut unknown);
    let damaged = |at, reason| StorageError::Damaged { place: Place { file: file.to_owned(), at }, reason };
    if of != article.id || by != *annotator {
        let reason = format!("it contains the annotations of {by} for {of}; move it back to that folder and name");
        return Err(damaged(None, reason));
    }
    if let Some(id) = id_used_twice(annotations.len() + lost_before.len(), annotations.iter().chain(&lost_before)) {
        let at = source::second_line_of(bytes, &format!("id: \"{id}\"")).map(|line| (line, 1));
        return Err(damaged(at, format!("the id {id} is there twice; delete one of the two, or give it another id")));
    }
    let mut placed = Vec::with_capacity(annotations.len());
    let mut lost = Vec::new();
    let mut notices = Vec::new();
    let mut notice = |id: &AnnotationId, severity, text: String| {
        notices.push(FileNotice::new(severity, Place::file(file), format!("{id}: {text}")));
    };
    let was_lost = std::iter::repeat_n(false, annotations.len()).chain(std::iter::repeat(true));
    let mut newly_lost = Vec::new();
    for (labelled, was_lost) in annotations.into_iter().chain(lost_before).zip(was_lost) {
        let words = || readable(&labelled.record);
        let id = &labelled.record.id;
        match anchor::place(&article.text, &labelled.record.fragments) {
            Placed::There(spans) => {
                if was_lost {
                    notice(id, Severity::Info, format!("its words “{}” are back in their place", words()));
                }
                let id = id.clone();
                let mut said = |text| notice(&id, Severity::Warning, text);
                placed.push(Arc::new(annotation(labelled, spans, None, &article.text, &mut said)));
            }
            Placed::Elsewhere(spans) => {
                let text =
                    format!("its words “{}” were not at their place but at exactly one other; it was moved there", words());
                notice(id, Severity::Warning, text);
                let id = id.clone();
                let mut said = |text| notice(&id, Severity::Warning, text);
                placed.push(Arc::new(annotation(labelled, spans, Some(Anchor::Moved), &article.text, &mut said)));
            }
            Placed::Nowhere => {
                let text = format!("its words “{}” were not found at exactly one place in the text; it is kept as lost", words());
                notice(id, Severity::Warning, text);
                if was_lost { &mut lost } else { &mut newly_lost }.push(Arc::new(set_aside(labelled)));
            }
        }
    }
    lost.append(&mut newly_lost);
    let mut layer = Layer::new(placed);
    (layer.lost, layer.done, layer.unknown) = (lost, done, unknown);
    let mut kept = Vec::with_capacity(rejected.len());
    for no in rejected {
        let words = no.text.clone();
        if let (label, Ok((fragment, _))) = no.placed(&article.text) {
            kept.push(Rejection { label, fragment });
        } else {
            let text = format!("“{words}”, which was rejected as a suggestion, is not in the text; it may be proposed again");
            notices.push(FileNotice::new(Severity::Warning, Place::file(file), text));
        }
    }
    layer.rejected = Arc::new(kept);
    Ok((layer, notices))
}

/// The content of the file of one annotator for one article.
///
/// # Errors
/// If the content does not read back as the layer.
pub fn write(layer: &Layer, file: &str, article: &Article, annotator: &Annotator) -> Result<String, StorageError> {
    let (format, unknown) = version::recall(&layer.unknown);
    let record = LayerRecord {
        format,
        article: article.id.clone(),
        annotator: annotator.clone(),
        done: layer.done,
        annotations: layer.annotations().iter().map(|annotation| labelled(annotation, &article.text)).collect(),
        lost: layer.lost.iter().map(|lost| from_lost(lost)).collect(),
        rejected: layer.rejected.iter().map(|no| Kinded::of(no.label, &no.fragment, &article.text)).collect(),
        unknown,
    };
    proven(&record, file)
}

fn id_used_twice<'r>(count: usize, records: impl Iterator<Item = &'r Labelled>) -> Option<AnnotationId> {
    let mut seen = HashSet::with_capacity(count);
    records.map(|labelled| &labelled.record.id).find(|id| !seen.insert(*id)).cloned()
}

fn readable(record: &AnnotationRecord) -> String {
    let words: Vec<&str> = record.fragments.iter().map(|f| f.text.as_str()).collect();
    words.join(" […] ")
}

fn annotation(
    labelled: Labelled,
    spans: Vec<Span>,
    moved: Option<Anchor>,
    text: &Text,
    said: &mut dyn FnMut(String),
) -> Annotation {
    let Labelled { label, mut record } = labelled;
    let details = details::take(&mut record, Some(text), said);
    let AnnotationRecord { id, fragments, actor, note, unsure, origin, anchor, created, modified, unknown, .. } = record;
    let fragments = spans.into_iter().zip(fragments).map(|(span, fragment)| Fragment { span, words: fragment.text }).collect();
    let anchor = moved.unwrap_or(anchor);
    Annotation { id, label, fragments, note, unsure, actor, details, origin, anchor, created, modified, unknown }
}

fn set_aside(labelled: Labelled) -> Lost {
    let Labelled { label, mut record } = labelled;
    let details = details::take(&mut record, None, &mut |_| {});
    let AnnotationRecord { id, fragments, actor, note, unsure, origin, anchor: _, created, modified, unknown, .. } = record;
    let fragments = fragments.into_iter().map(FragmentRecord::into_lost).collect();
    Lost { id, label, fragments, note, unsure, actor, details, origin, created, modified, unknown }
}

fn labelled(annotation: &Annotation, text: &Text) -> Labelled {
    let Annotation { id, label, fragments, note, unsure, actor, details, origin, anchor, created, modified, unknown } =
        annotation;
    let mut record = AnnotationRecord::new(id.clone(), created.whole_seconds(), modified.whole_seconds());
    record.fragments = fragments.iter().map(|fragment| FragmentRecord::of(fragment, text)).collect();
    record.actor.clone_from(actor);
    record.note.clone_from(note);
    record.unsure = *unsure;
    record.origin.clone_from(origin);
    record.anchor = *anchor;
    record.unknown = unknown.clone();
    details::put(details, *label, Some(text), &mut record);
    Labelled { label: *label, record }
}

fn from_lost(lost: &Lost) -> Labelled {
    let Lost { id, label, fragments, note, unsure, actor, details, origin, created, modified, unknown } = lost.clone();
    let mut record = AnnotationRecord::new(id, created.whole_seconds(), modified.whole_seconds());
    record.fragments = fragments.into_iter().map(FragmentRecord::from).collect();
    (record.actor, record.note, record.unsure, record.origin, record.unknown) = (actor, note, unsure, origin, unknown);
    details::put(&details, label, None, &mut record);
    Labelled { label, record }
}
