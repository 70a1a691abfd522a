//! Shows the words of an annotation or a suggestion in the style of its label.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, CornerRadius, Frame, Label as Text, Margin, Stroke, Ui};

use crate::gui::style::theme::{Theme, serif, size};
use crate::gui::widgets::lettering::{one_line, wrapping};
use crate::model::Label;

/// Maximum number of rows; the article shows all words.
const ROWS: usize = 9;
/// Maximum number of characters that are laid out: more than fit into the rows.
const LETTERS: usize = 4_000;
const LINE: f32 = 21.0;

/// Draws the words of each fragment over the full width.
pub fn words_box(ui: &mut Ui, label: Label, fragments: &[&str]) {
    let theme = Theme::of(ui.visuals());
    let (fill, stroke, underline) = match label {
        Label::Quote => (theme.quote, Stroke::NONE, Stroke::NONE),
        Label::Claim => (theme.paper, Stroke::NONE, Stroke::new(2.0, theme.claim)),
        Label::Actor => (theme.paper, Stroke::new(1.5, theme.actor), Stroke::NONE),
    };
    let format = |color: Color32, underline: Stroke| TextFormat {
        font_id: serif(size::WORDS),
        color,
        line_height: Some(LINE),
        underline,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    let mut left = LETTERS;
    for (number, words) in fragments.iter().enumerate() {
        if number > 0 {
            job.append(" […] ", 0.0, format(theme.dim, Stroke::NONE));
        }
        let mut letters = words.char_indices().skip(left);
        let cut = letters.next().map_or(words.len(), |(at, _)| at);
        let shown = words.get(..cut).unwrap_or_default();
        job.append(&one_line(shown), 0.0, format(theme.ink, underline));
        left -= shown.chars().count();
        if left == 0 {
            job.append("…", 0.0, format(theme.dim, Stroke::NONE));
            break;
        }
    }
    let frame = Frame {
        fill,
        stroke,
        corner_radius: CornerRadius::same(size::CORNER),
        inner_margin: Margin::symmetric(10, 8),
        ..Frame::NONE
    };
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        job.wrap = wrapping(ui.available_width(), ROWS);
        ui.add(Text::new(job).selectable(false));
    });
}
