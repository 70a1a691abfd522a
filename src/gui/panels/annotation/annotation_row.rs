//! Draws one row of the annotation list: the label, the words in context, and signs for a note and for unsure.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, Id, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::gui::style::theme::{Theme, sans, sans_semibold, size};
use crate::gui::widgets::icon::{self, Icon};
use crate::gui::widgets::lettering::{one_line, whole, wrapping};
use crate::gui::widgets::swatch;
use crate::model::{Annotation, AnnotationId};
use crate::text::Text;

const ABOVE: f32 = 6.0;
const LINE: f32 = 18.0;
const ROWS: usize = 2;
/// Maximum length of a row's accessible name, in characters.
const NAME: usize = 400;
/// Room for the two signs on the right, in points.
const SIGNS: f32 = 30.0;

/// The id of an annotation's row.
#[must_use]
pub fn row_id(id: &AnnotationId) -> Id {
    Id::unique(("annotation row", id.as_str()))
}

/// Approximate height of a row, in points: nearly all rows have two lines.
#[must_use]
pub fn estimate() -> f32 {
    LINE * ROWS as f32 + 2.0 * ABOVE
}

/// Draws a row. Returns its height in points, and the response.
pub fn draw(ui: &Ui, text: &Text, annotation: &Annotation, selected: bool, at: Pos2, width: f32) -> (f32, Response) {
    let theme = Theme::of(ui.visuals());
    let left = at.x + size::MARGIN + 2.0;
    let words_at = left + swatch::SIZE.x + 9.0;
    let room = at.x + width - size::MARGIN - SIGNS - words_at;
    let mut job = job(theme, text, annotation);
    job.wrap = wrapping(room, ROWS);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let height = galley.size().y + 2.0 * ABOVE;
    let rect = Rect::from_min_size(at, Vec2::new(width, height));
    let response = ui.interact(rect, row_id(&annotation.id), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, name(annotation)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(selected));

    let fill = match (selected, response.hovered()) {
        (true, _) => theme.paper,
        (false, true) => theme.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, 0.0, fill);
    if selected {
        ui.painter().rect_filled(Rect::from_min_size(at, Vec2::new(3.0, height)), 0.0, theme.accent);
    }
    let first_line = at.y + ABOVE + LINE / 2.0;
    swatch::paint_at(ui, Pos2::new(left, first_line), annotation.label, annotation.unsure);
    ui.painter().galley(Pos2::new(words_at, at.y + ABOVE), galley, theme.ink);
    let mut right = at.x + width - size::MARGIN;
    if annotation.unsure {
        let mark = whole(ui, "?", sans_semibold(size::SANS), theme.open);
        let place = Align2::RIGHT_CENTER.anchor_size(Pos2::new(right, first_line), mark.size());
        ui.painter().galley(place.min, mark, theme.open);
        right -= 14.0;
    }
    if !annotation.note.is_empty() {
        icon::paint(ui, Pos2::new(right - 5.0, first_line), Icon::Note, theme.dim);
    }
    let note = annotation.note.trim();
    let response = if note.is_empty() { response } else { response.on_hover_text(note) };
    (height, response)
}

/// The accessible name of a row.
fn name(annotation: &Annotation) -> String {
    let mut name = format!("{}: {}", annotation.label.as_str(), one_line(&annotation.beginning(NAME)));
    if annotation.unsure {
        name.push_str(", unsure");
    }
    if !annotation.note.is_empty() {
        name.push_str(", has a note");
    }
    name
}

fn job(theme: &Theme, text: &Text, annotation: &Annotation) -> LayoutJob {
    let format = |color| TextFormat { font_id: sans(size::SANS), color, line_height: Some(LINE), ..TextFormat::default() };
    let paragraph = text.paragraph(text.paragraph_at(annotation.start()));
    let before = last_words(text.range(paragraph.start..annotation.start().0), 16);
    let paragraph = text.paragraph(text.paragraph_at(annotation.end()));
    let after = first_words(text.range(annotation.end().0..paragraph.end.max(annotation.end().0)), 60);
    let mut job = LayoutJob::default();
    job.append(&before, 0.0, format(theme.dim));
    // Words beyond two lines are not laid out.
    let words: String = annotation.word_chars().take(160).collect();
    job.append(&one_line(&words), 0.0, format(theme.ink));
    job.append(&after, 0.0, format(theme.dim));
    job
}

/// The last words of `text`, at most about `letters` characters, with the space that follows them.
fn last_words(text: &str, letters: usize) -> String {
    let tail: String = text.chars().rev().take(letters * 2).collect::<Vec<_>>().into_iter().rev().collect();
    let glued = !tail.is_empty() && !tail.ends_with(char::is_whitespace);
    let mut out = String::new();
    for word in tail.split_whitespace().rev() {
        if !out.is_empty() && out.chars().count() + word.chars().count() > letters {
            out.insert_str(0, "… ");
            break;
        }
        out = if out.is_empty() { word.to_owned() } else { format!("{word} {out}") };
    }
    if !out.is_empty() && !glued {
        out.push(' ');
    }
    out
}

/// The first words of `text`, at most `letters` characters.
fn first_words(text: &str, letters: usize) -> String {
    let head: String = text.chars().take(letters).collect();
    let space = if head.starts_with(char::is_whitespace) { " " } else { "" };
    format!("{space}{}", one_line(&head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_before_end_with_their_space() {
        assert_eq!(last_words("On Monday the minister said ", 16), "… the minister said ");
        assert_eq!(last_words("He said “", 16), "He said “");
        assert_eq!(last_words("", 16), "");
    }

    #[test]
    fn the_words_after_keep_what_is_glued_to_the_annotation() {
        assert_eq!(first_words(", he said.", 20), ", he said.");
        assert_eq!(first_words(" he said.", 20), " he said.");
    }
}
