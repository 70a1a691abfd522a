//! One margin note beside a quote or a claim, laid out line by line.

use std::sync::Arc;

use egui::text::{CCursor, CharIndex, LayoutJob, TextFormat, TextWrapping};
use egui::{CornerRadius, Galley, Painter, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::note_lines::{self, Does, NoteLine, Tone};
use crate::gui::style::theme::{Theme, sans, sans_semibold, size};
use crate::model::{Annotation, AnnotationId, Label};

/// Space between the note's line and its words, in points.
const INSET: f32 = 9.0;
/// Space before a key for its frame, in points.
const KEY_ROOM: f32 = 4.0;
/// Maximum number of rows of a line, except for the annotator's note.
const ROWS: usize = 2;
const NOTE_ROWS: usize = 5;

/// A margin note, laid out.
#[derive(Debug)]
pub(in crate::gui::reader) struct Note {
    /// `None` for the current suggestion.
    pub id: Option<AnnotationId>,
    pub label: Label,
    /// Whether the speaker or source is an open question.
    pub open: bool,
    pub lines: Vec<Laid>,
}

/// A line of a note, laid out.
#[derive(Debug)]
pub(in crate::gui::reader) struct Laid {
    galley: Arc<Galley>,
    pub does: Does,
    pub name: String,
    /// Rectangles of the keys in the galley.
    keys: Vec<Rect>,
    /// Position from the note's top left, in points.
    rect: Rect,
}

impl Note {
    pub(in crate::gui::reader) fn of(ui: &Ui, annotation: &Annotation, lines: Vec<NoteLine>, width: f32, theme: &Theme) -> Self {
        Self::new(ui, (Some(annotation.id.clone()), annotation.label), lines, width, theme)
    }

    pub(in crate::gui::reader) fn new(
        ui: &Ui,
        (id, label): (Option<AnnotationId>, Label),
        lines: Vec<NoteLine>,
        width: f32,
        theme: &Theme,
    ) -> Self {
        let open = note_lines::is_open(&lines);
        let mut top = 0.0;
        let lines = lines
            .into_iter()
            .map(|line| {
                let is_note = line.pieces.iter().any(|(tone, _)| *tone == Tone::Plain);
                let mut job = LayoutJob { wrap: wrap(width - INSET, is_note), ..LayoutJob::default() };
                let mut keys = Vec::new();
                for (tone, words) in &line.pieces {
                    let from = job.text.chars().count();
                    let room = if *tone == Tone::Key { KEY_ROOM } else { 0.0 };
                    job.append(words, room, format(*tone, theme));
                    if *tone == Tone::Key {
                        keys.push((from, job.text.chars().count()));
                    }
                }
                let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
                let x = |at: usize| galley.pos_from_cursor(CCursor { index: CharIndex(at), prefer_next_row: true });
                let keys = keys.iter().map(|(from, to)| Rect::from_min_max(x(*from).min, x(*to).max)).collect();
                let rect = Rect::from_min_size(pos2(INSET, top), galley.size());
                top += galley.size().y;
                Laid { galley, does: line.does, name: line.name, keys, rect }
            })
            .collect();
        Self { id, label, open, lines }
    }

    /// The whole text of the note.
    pub(in crate::gui::reader) fn words(&self) -> String {
        let lines: Vec<&str> = self.lines.iter().map(|line| line.galley.text()).collect();
        lines.join("\n")
    }

    /// Height, in points.
    pub(in crate::gui::reader) fn height(&self) -> f32 {
        self.lines.last().map_or(0.0, |line| line.rect.bottom())
    }

    /// The rectangle of a line on the screen, for a note at `at`.
    pub(in crate::gui::reader) fn place(line: &Laid, at: Pos2) -> Rect {
        line.rect.translate(at.to_vec2())
    }

    /// Draws the note with its coloured line, thicker if selected. `lit` is the index of the hovered line.
    pub(in crate::gui::reader) fn paint(
        &self,
        painter: &Painter,
        at: Pos2,
        current: bool,
        lit: Option<usize>,
        theme: &Theme,
    ) -> Rect {
        let wide = self.lines.iter().map(|line| line.rect.right()).fold(INSET, f32::max);
        let rect = Rect::from_min_size(at, vec2(wide, self.height()));
        let stroke = Stroke::new(if current { 3.0 } else { 2.0 }, theme.label_ink(self.label));
        painter.vline(at.x + 1.0, rect.y_range(), stroke);
        for (number, line) in self.lines.iter().enumerate() {
            let place = Self::place(line, at);
            for key in &line.keys {
                let letters = key.translate(place.min.to_vec2());
                let cap = Rect::from_center_size(letters.center(), vec2(letters.width().max(6.0) + 8.0, 16.0));
                painter.rect(cap, CornerRadius::same(4), theme.paper, Stroke::new(1.0, theme.line), StrokeKind::Inside);
            }
            painter.galley(place.min, Arc::clone(&line.galley), theme.ink);
            if lit == Some(number) && line.does != Does::Nothing {
                let ink = if line.does == Does::Choose && self.open { theme.open } else { theme.dim };
                for row in &line.galley.rows {
                    let under = row.rect().translate(place.min.to_vec2());
                    painter.hline(under.x_range(), under.bottom() - 1.5, Stroke::new(1.0, ink));
                }
            }
        }
        rect
    }
}

fn wrap(width: f32, is_note: bool) -> TextWrapping {
    TextWrapping { max_width: width, max_rows: if is_note { NOTE_ROWS } else { ROWS }, ..TextWrapping::default() }
}

fn format(tone: Tone, theme: &Theme) -> TextFormat {
    let (font, color) = match tone {
        Tone::Who => (sans_semibold(12.5), theme.ink),
        Tone::Open => (sans_semibold(12.5), theme.open),
        Tone::Dim => (sans(size::SMALL), theme.dim),
        Tone::Key => (sans(11.0), theme.dim),
        Tone::Plain => (sans(12.5), theme.ink),
    };
    let height = if tone == Tone::Key { 20.0 } else { 17.0 };
    TextFormat { line_height: Some(height), ..TextFormat::simple(font, color) }
}
