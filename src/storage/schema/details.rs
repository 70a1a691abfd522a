//! The details of an annotation in its file: attributions, evidence, attributes, links.

use super::fragment::FragmentRecord;
use super::kinded::{Kinded, place};
use super::layer::AnnotationRecord;
use crate::model::{Attributes, Attribution, Details, Evidence, EvidenceKind, Label, Link, Who};
use crate::storage::format::ron_writer::{RonWriter, WriteRon};
use crate::text::Text;

/// Moves the details out of a record. Calls `said` with a clause for each piece of evidence that was moved or lost.
///
/// Without a text, all evidence is kept as lost.
pub fn take(record: &mut AnnotationRecord, text: Option<&Text>, said: &mut dyn FnMut(String)) -> Details {
    let mut details = Details {
        attribution: take_both(&mut record.speakers, &mut record.sources),
        reporters: std::mem::take(&mut record.reporters),
        addressees: std::mem::take(&mut record.addressees),
        about: std::mem::take(&mut record.about),
        evidence: Vec::new(),
        lost_evidence: Vec::new(),
        attributes: std::mem::take(&mut record.attributes),
        links: std::mem::take(&mut record.links),
        batch: record.batch.take(),
    };
    let lists = [
        (EvidenceKind::Cue, record.cue.take().into_iter().collect()),
        (EvidenceKind::Verbatim, std::mem::take(&mut record.verbatim)),
        (EvidenceKind::Editorial, std::mem::take(&mut record.editorial)),
        (EvidenceKind::Scare, std::mem::take(&mut record.scare)),
    ];
    let stored =
        lists.into_iter().flat_map(|(kind, list): (_, Vec<FragmentRecord>)| list.into_iter().map(move |one| (kind, one)));
    let lost = std::mem::take(&mut record.lost_evidence).into_iter().map(|one| {
        let Kinded { kind, span, text, before, after } = one;
        (kind, FragmentRecord { span, text, before, after })
    });
    let mut found = Vec::new();
    for ((kind, one), was_lost) in stored.map(|one| (one, false)).chain(lost.map(|one| (one, true))) {
        let words = one.text.clone();
        let cue_is_taken = kind == EvidenceKind::Cue && found.iter().any(|held: &Evidence| held.kind == kind);
        let placed = match text {
            Some(text) if !cue_is_taken => place(one, text),
            _ => Err(one.into_lost()),
        };
        match placed {
            Ok((fragment, moved)) => {
                if moved {
                    said(format!(
                        "its {} “{words}” was not at its place but at exactly one other; it was moved there",
                        kind.as_str()
                    ));
                }
                found.push(Evidence { kind, fragment });
            }
            Err(one) => {
                if !was_lost && text.is_some() {
                    said(format!(
                        "its {} “{words}” was not found at exactly one place in the text; it is kept as lost",
                        kind.as_str()
                    ));
                }
                details.lost_evidence.push((kind, one));
            }
        }
    }
    found.sort_by_key(|held| (held.kind, held.fragment.span));
    details.evidence = found;
    details
}

fn take_both(one: &mut Vec<Attribution>, other: &mut Vec<Attribution>) -> Vec<Attribution> {
    let mut both = std::mem::take(one);
    both.append(other);
    both
}

/// Stores details in the record of an annotation with that label. Evidence with a place needs the text.
pub fn put(details: &Details, label: Label, text: Option<&Text>, record: &mut AnnotationRecord) {
    let Details { attribution, reporters, addressees, about, evidence, lost_evidence, attributes, links, batch } = details;
    let speaks = if label == Label::Claim { &mut record.sources } else { &mut record.speakers };
    speaks.clone_from(attribution);
    record.reporters.clone_from(reporters);
    record.addressees.clone_from(addressees);
    record.about.clone_from(about);
    record.attributes.clone_from(attributes);
    record.links.clone_from(links);
    record.batch.clone_from(batch);
    for Evidence { kind, fragment } in text.map_or(&[][..], |_| evidence) {
        let Some(text) = text else { continue };
        let one = FragmentRecord::of(fragment, text);
        match kind {
            EvidenceKind::Cue => record.cue = Some(one),
            EvidenceKind::Verbatim => record.verbatim.push(one),
            EvidenceKind::Editorial => record.editorial.push(one),
            EvidenceKind::Scare => record.scare.push(one),
        }
    }
    record.lost_evidence = lost_evidence.iter().map(|(kind, lost)| Kinded::lost(*kind, lost)).collect();
}

impl WriteRon for Who {
    fn write_ron(&self, out: &mut RonWriter) {
        let (name, text) = match self {
            Self::Actor(id) => ("Actor", id.as_str()),
            Self::Unnamed(words) => ("Unnamed", words.as_str()),
            Self::Author => return out.raw("Author"),
            Self::Unknown => return out.raw("Unknown"),
        };
        out.raw(name);
        out.raw("(");
        text.write_ron(out);
        out.raw(")");
    }
}

impl WriteRon for Attribution {
    fn write_ron(&self, out: &mut RonWriter) {
        let Self { who, mention } = self;
        out.raw("(who: ");
        who.write_ron(out);
        if let Some(mention) = mention {
            out.raw(", mention: ");
            mention.write_ron(out);
        }
        out.raw(")");
    }
}

impl WriteRon for Link {
    fn write_ron(&self, out: &mut RonWriter) {
        let Self { id, kind, article, to, note } = self;
        out.raw("(id: ");
        id.write_ron(out);
        out.raw(", kind: ");
        kind.write_ron(out);
        out.raw(", article: ");
        article.write_ron(out);
        out.raw(", to: ");
        to.write_ron(out);
        if !note.is_empty() {
            out.raw(", note: ");
            note.write_ron(out);
        }
        out.raw(")");
    }
}

/// The attributes of an annotation or an actor, on one line.
impl WriteRon for Attributes {
    fn write_ron(&self, out: &mut RonWriter) {
        out.raw("{");
        for (at, (name, value)) in self.iter().enumerate() {
            out.raw(if at == 0 { "" } else { ", " });
            name.write_ron(out);
            out.raw(": ");
            value.write_ron(out);
        }
        out.raw("}");
    }
}
