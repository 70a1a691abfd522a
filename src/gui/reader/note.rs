//! One margin note: what stands beside a quote or a claim.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Galley, Painter, Pos2, Rect, Stroke, Ui, pos2, vec2};

use crate::gui::theme::{Theme, sans, sans_semibold, size};
use crate::model::{Annotation, AnnotationId, Label};

/// Between the note's line and its words, in points.
const INSET: f32 = 9.0;

/// A margin note, laid out.
#[derive(Debug)]
pub(super) struct Note {
    pub id: AnnotationId,
    pub label: Label,
    galley: Arc<Galley>,
}

impl Note {
    /// Label, first words, and what the annotator noted.
    pub(super) fn new(ui: &Ui, annotation: &Annotation, width: f32, theme: &Theme) -> Self {
        let mut job = LayoutJob::default();
        job.wrap.max_width = width - INSET;
        job.wrap.max_rows = 5;
        let line = |font, color| TextFormat { line_height: Some(16.0), ..TextFormat::simple(font, color) };
        let dim = line(sans(size::SMALL), theme.dim);
        job.append(annotation.label.title(), 0.0, line(sans_semibold(12.5), theme.label_ink(annotation.label)));
        let mut facts = Vec::new();
        if annotation.fragments.len() > 1 {
            facts.push(format!("{} fragments", annotation.fragments.len()));
        }
        if annotation.unsure {
            facts.push("unsure".to_owned());
        }
        if !facts.is_empty() {
            job.append(&format!("  {}", facts.join(" · ")), 0.0, dim.clone());
        }
        job.append(&format!("\n{}", first_words(annotation)), 0.0, dim);
        if !annotation.note.trim().is_empty() {
            job.append(&format!("\n{}", annotation.note.trim()), 0.0, line(sans(12.5), theme.ink));
        }
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        Self { id: annotation.id.clone(), label: annotation.label, galley }
    }

    /// Everything it says.
    pub(super) fn words(&self) -> &str {
        self.galley.text()
    }

    /// In points.
    pub(super) fn height(&self) -> f32 {
        self.galley.size().y
    }

    /// Draws it with its coloured line; a selected one has a stronger line.
    pub(super) fn paint(&self, painter: &Painter, at: Pos2, current: bool, theme: &Theme) -> Rect {
        let rect = Rect::from_min_size(at, vec2(self.galley.size().x + INSET, self.height()));
        let stroke = Stroke::new(if current { 3.0 } else { 2.0 }, theme.label_ink(self.label));
        painter.vline(at.x + 1.0, rect.y_range(), stroke);
        painter.galley(pos2(at.x + INSET, at.y), Arc::clone(&self.galley), theme.ink);
        rect
    }
}

/// About one line of the words.
fn first_words(annotation: &Annotation) -> String {
    let mut words = annotation.word_chars();
    let mut short: String = words.by_ref().take(31).collect();
    if words.next().is_some() {
        // Cut between words, unless the first one is that long.
        if let Some((head, _)) = short.rsplit_once(char::is_whitespace) {
            short = head.to_owned();
        }
        short.push('…');
    }
    short
}
