//! The evidence of an annotation: the mention of the speaker, the cue, the parts of a quote, text that was not found.

use egui::{Id, RichText, Ui};

use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::field_row::field_row;
use crate::gui::widgets::lettering::one_line;
use crate::gui::widgets::value_box::{Tone, ValueBox};
use crate::model::{Annotation, EvidenceKind, Label};
use crate::session::{Command, Session, SessionAction};

/// Draws the mentions that name the speakers; a click goes there.
pub fn named_by(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    let Some(layer) = session.layer() else { return };
    let mentions = annotation.details.attribution.iter().filter_map(|held| layer.get(held.mention.as_ref()?));
    for mention in mentions {
        let words = mention.words();
        place(ui, "Named by", &words, mention, outbox);
    }
}

/// Draws the cue, or how to set it.
pub fn cue(ui: &mut Ui, annotation: &Annotation, outbox: &mut Outbox) {
    if annotation.details.cue().is_some() {
        return parts_of(ui, annotation, EvidenceKind::Cue, "Cue", outbox);
    }
    field_row(ui, "Cue", |ui| {
        let id = Id::unique(("no cue", annotation.id.as_str()));
        let key = key_of(ui, SessionAction::MarkCue);
        let name = format!("Cue: select the reporting verb, then press {key}");
        let words = "Select the reporting verb, then press";
        let value = ValueBox { tone: Tone::Quiet, key, rows: 2, clickable: false, ..ValueBox::new(id, &name, words) };
        let response = value.show(ui).response;
        response.on_hover_text(SessionAction::MarkCue.spec().help);
    });
}

/// Draws the parts of a quote that are verbatim, editorial or scare quotes.
pub fn parts(ui: &mut Ui, annotation: &Annotation, outbox: &mut Outbox) {
    for (kind, title) in
        [(EvidenceKind::Verbatim, "Verbatim"), (EvidenceKind::Editorial, "Editorial"), (EvidenceKind::Scare, "Scare quotes")]
    {
        parts_of(ui, annotation, kind, title, outbox);
    }
}

fn parts_of(ui: &mut Ui, annotation: &Annotation, kind: EvidenceKind, title: &str, outbox: &mut Outbox) {
    for (at, fragment) in annotation.details.evidence_of(kind).enumerate() {
        field_row(ui, if at == 0 { title } else { "" }, |ui| {
            let id = Id::unique(("evidence", annotation.id.as_str(), kind, at));
            let words = one_line(&fragment.words);
            let (name, cross) = (format!("{title}: {words}"), format!("Clear {}: {words}", kind.as_str()));
            let value = ValueBox { cross: Some(&cross), rows: 2, clickable: false, ..ValueBox::new(id, &name, &words) };
            if value.show(ui).crossed {
                outbox.send(Command::DropEvidence(annotation.id.clone(), kind, at));
            }
        });
    }
}

/// Draws the quotes that contain the annotation; a click goes there.
pub fn in_quote(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    let Some(layer) = session.layer() else { return };
    let holds = |other: &Annotation| {
        let covers = annotation.spans().all(|span| other.spans().any(|o| o.start() <= span.start() && span.end() <= o.end()));
        other.id != annotation.id && other.label == Label::Quote && covers
    };
    for quote in layer.touching(annotation.start(), annotation.end()).filter(|other| holds(other)) {
        let who: Vec<String> = quote.details.attribution.iter().map(|held| session.who_shown(&held.who)).collect();
        let words = quote.beginning(60);
        let words = if who.is_empty() { words } else { format!("{}: {words}", who.join(", ")) };
        place(ui, "In quote", &words, quote, outbox);
    }
}

fn place(ui: &mut Ui, title: &str, words: &str, there: &Annotation, outbox: &mut Outbox) {
    field_row(ui, title, |ui| {
        let id = Id::unique((title, there.id.as_str()));
        let name = format!("{title}: {}", one_line(words));
        if ValueBox::new(id, &name, words).show(ui).response.on_hover_text("Go to annotation").clicked() {
            outbox.send(Command::SelectAnnotation(Some(there.id.clone())));
        }
    });
}

/// Draws the evidence whose text was not found.
pub fn lost(ui: &mut Ui, annotation: &Annotation, outbox: &mut Outbox) {
    if annotation.details.lost_evidence.is_empty() {
        return;
    }
    let theme = Theme::of(ui.visuals());
    field_row(ui, "Not found", |ui| {
        for (kind, fragment) in &annotation.details.lost_evidence {
            let words = format!("Text of the {} not found: “{}”", kind.as_str(), one_line(&fragment.words));
            ui.add(egui::Label::new(RichText::new(words).font(sans(size::SMALL)).color(theme.open)).wrap().selectable(false));
        }
        if Button::framed("Discard").show(ui).clicked() {
            outbox.send(Command::DropLostEvidence(annotation.id.clone()));
        }
    });
}
