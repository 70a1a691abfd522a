//! Width of the column and layout of its text: all numbers of the page are here.

use egui::{Align, FontId, Rect, Ui, Vec2, text::TextFormat};

use crate::gui::state::prefs::Preferences;
use crate::gui::style::theme::{Theme, serif};

/// Space to the left of the column, and above the title.
const LEFT: f32 = 56.0;
const LEFT_NARROW: f32 = 40.0;
const TOP: f32 = 30.0;
/// Space between the column and the margin notes.
const GAP: f32 = 22.0;
/// Width of the margin notes.
const NOTES: f32 = 184.0;
const CHIPS: f32 = 40.0;
/// Space at the right: the minimap and a gap.
const RIGHT: f32 = 24.0;
/// Characters a line: the minimum that notes must leave, and the maximum.
const FEWEST: f32 = 60.0;
const MOST: f32 = 70.0;

/// The layout of the page in a pane of some width.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    pub font: FontId,
    /// From baseline to baseline, in points.
    pub line: f32,
    /// Of the column, in points.
    pub width: f32,
    /// From the pane's left edge to the column's.
    pub left: f32,
    pub top: f32,
    /// Width of the margin, in points; notes become chips if it is narrow.
    pub margin: f32,
    pub folded: bool,
    /// Of an average letter, in points.
    pub letter: f32,
    pub paragraph_gap: f32,
}

impl Measure {
    /// Fits the page into the pane.
    pub fn new(ui: &Ui, pane: Rect, prefs: &Preferences) -> Self {
        let font = serif(prefs.text_size);
        let letter = average_letter(ui, &font);
        let (fewest, most) = (FEWEST * letter, MOST * letter);
        let room = pane.width();
        let folded = room < LEFT_NARROW + fewest + GAP + NOTES + RIGHT;
        let margin = if folded { CHIPS } else { NOTES };
        let beside = GAP + margin + RIGHT;
        let widest = (room - LEFT_NARROW - beside).max(8.0 * letter);
        let width = widest.min(most).floor();
        let spare = room - beside - width;
        // A wide pane centres the page, a narrow one keeps a small edge.
        let left = if spare > 2.0 * LEFT { (spare / 2.0).floor() } else { spare.min(LEFT).max(LEFT_NARROW.min(spare)) };
        let line = (prefs.text_size * prefs.line_height).round();
        Self { font, line, width, left, top: TOP, margin, folded, letter, paragraph_gap: (line * 0.5).round() }
    }

    /// Left edge of the margin, from the pane's left edge.
    #[must_use]
    pub fn margin_left(&self) -> f32 {
        self.left + self.width + GAP
    }

    /// How the article's text is set.
    #[must_use]
    pub fn format(&self, theme: &Theme) -> TextFormat {
        TextFormat { line_height: Some(self.line), valign: Align::Center, ..TextFormat::simple(self.font.clone(), theme.ink) }
    }

    /// An estimate of the height of a block with `characters` characters.
    #[must_use]
    pub fn guess(&self, chars: usize, ends_paragraph: bool) -> f64 {
        if chars == 0 {
            return self.blank();
        }
        let rows = (chars as f32 * self.letter / self.width).ceil().max(1.0);
        f64::from(rows * self.line) + self.gap(ends_paragraph)
    }

    /// Height of a blank line: small, because paragraphs already have space between them.
    #[must_use]
    pub fn blank(&self) -> f64 {
        f64::from((self.line * 0.25).round())
    }

    /// Room after a block.
    #[must_use]
    pub fn gap(&self, ends_paragraph: bool) -> f64 {
        if ends_paragraph { f64::from(self.paragraph_gap) } else { 0.0 }
    }
}

fn average_letter(ui: &Ui, font: &FontId) -> f32 {
    // The most frequent letters of French and English in about their frequency, with spaces.
    const SAMPLE: &str = "le président a dit que the minister said on Tuesday en fin de journée that talks were under way";
    let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(SAMPLE.to_owned(), font.clone(), egui::Color32::PLACEHOLDER));
    let size: Vec2 = galley.size();
    (size.x / SAMPLE.chars().count() as f32).max(1.0)
}
