//! Defines [`Laid`]: a laid-out block, and conversions between bytes of the article and positions on the screen.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{ByteIndex, CCursor, CharIndex, LayoutJob, LayoutSection, TextFormat};
use egui::{Galley, Rect, Ui, Vec2, pos2, vec2};
use unicode_segmentation::UnicodeSegmentation as _;

use super::measure::Measure;
use crate::gui::style::theme::Theme;
use crate::text::{ByteOffset, Text, hidden};

/// Shown in place of an invisible character: a direction mark, a zero-width space.
const HIDDEN: char = '¤';

/// A block laid out for one frame. Galleys are not kept longer, because they depend on the font atlas.
#[derive(Debug)]
pub struct Laid {
    pub galley: Arc<Galley>,
    /// Byte range in the article.
    pub bytes: Range<usize>,
    source: String,
    /// First glyph of each row, and one past the last.
    rows: Vec<usize>,
    /// If a character is not always one glyph: the glyph at which each character begins.
    glyph_of_char: Option<Vec<usize>>,
    line: f32,
}

/// The part of a span in one row: a rectangle around the letters, from the galley's top left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    pub rect: Rect,
    /// Whether the span begins, and ends, in this row.
    pub first: bool,
    pub last: bool,
}

impl Laid {
    /// Lays out the bytes of `text`.
    pub fn new(ui: &Ui, text: &Text, bytes: Range<usize>, measure: &Measure, theme: &Theme) -> Self {
        let source = text.range(bytes.clone()).to_owned();
        let format = measure.format(theme);
        let job = job(&source, &format, theme, measure.width, false);
        let mut galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let mut glyph_of_char = None;
        if glyphs(&galley) != source.chars().count() {
            // egui composes some letters and reorders right-to-left runs, so that a character is not always a glyph
            // (https://github.com/emilk/egui/issues/8576). Each grapheme is laid out separately: less pretty, but exact.
            let job = self::job(&source, &format, theme, measure.width, true);
            galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            glyph_of_char = Some(count_glyphs(ui, &source, &format));
        }
        let mut rows = vec![0];
        for row in &galley.rows {
            rows.push(rows.last().copied().unwrap_or(0) + row.glyphs.len());
        }
        Self { galley, bytes, source, rows, glyph_of_char, line: measure.line }
    }

    /// Whether the block is empty.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.source.trim().is_empty()
    }

    /// The text of the block.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// In points.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.galley.size().y.max(self.line)
    }

    fn glyph_from_byte(&self, byte: usize) -> usize {
        let within = byte.clamp(self.bytes.start, self.bytes.end) - self.bytes.start;
        let chars = self.source.get(..within).map_or(0, |head| head.chars().count());
        match &self.glyph_of_char {
            None => chars,
            Some(table) => table.get(chars).copied().unwrap_or_else(|| glyphs(&self.galley)),
        }
    }

    fn byte_from_glyph(&self, glyph: usize) -> ByteOffset {
        let chars = match &self.glyph_of_char {
            None => glyph,
            Some(table) => table.partition_point(|&first| first < glyph),
        };
        let within = self.source.char_indices().nth(chars).map_or(self.source.len(), |(at, _)| at);
        ByteOffset(self.bytes.start + within)
    }

    /// The parts of the bytes `from..to` in each row; white space at the end of a wrapped row is left out.
    #[must_use]
    pub fn parts(&self, from: ByteOffset, to: ByteOffset) -> Vec<Part> {
        let (from, to) = (self.glyph_from_byte(from.0), self.glyph_from_byte(to.0));
        let mut parts = Vec::new();
        for (row, bounds) in self.galley.rows.iter().zip(self.rows.windows(2)) {
            let &[start, end] = bounds else { continue };
            let (a, mut b) = (from.max(start), to.min(end));
            while b > a && to > end && row.glyphs.get(b - 1 - start).is_some_and(|g| g.chr.is_whitespace()) {
                b -= 1;
            }
            if a >= b {
                continue;
            }
            let x = |glyph: usize| row.pos.x + row.x_offset(CharIndex(glyph - start));
            let height = row.glyphs.get(a - start).map_or(self.line * 0.8, |g| g.font_height);
            let middle = row.rect().center().y;
            let rect = Rect::from_min_max(pos2(x(a), middle - height / 2.0), pos2(x(b), middle + height / 2.0));
            parts.push(Part { rect, first: a == from, last: to <= end });
        }
        parts
    }

    /// The caret at `byte`, from the galley's top left.
    #[must_use]
    pub fn caret(&self, byte: ByteOffset) -> Rect {
        let cursor = CCursor { index: CharIndex(self.glyph_from_byte(byte.0)), prefer_next_row: true };
        let row = self.galley.pos_from_cursor(cursor);
        let height = self.galley.rows.first().and_then(|r| r.glyphs.first()).map_or(self.line * 0.8, |g| g.font_height);
        Rect::from_center_size(pos2(row.left(), row.center().y), vec2(0.0, height))
    }

    /// The caret position nearest to a point, given from the galley's top left.
    #[must_use]
    pub fn byte_at(&self, point: Vec2) -> ByteOffset {
        self.byte_from_glyph(self.galley.cursor_from_pos(point).index.0)
    }

    /// The first and last caret position of the row that contains the caret.
    #[must_use]
    pub fn row_bounds(&self, byte: ByteOffset) -> (ByteOffset, ByteOffset) {
        let cursor = CCursor { index: CharIndex(self.glyph_from_byte(byte.0)), prefer_next_row: true };
        let row = self.galley.layout_from_cursor(cursor).row;
        let (start, end) = (self.rows.get(row).copied().unwrap_or(0), self.rows.get(row + 1).copied().unwrap_or(0));
        let glyphs = self.galley.rows.get(row).map(|r| r.glyphs.as_slice()).unwrap_or_default();
        // The space at which a row wraps belongs to it, but the caret after the space would be in the next row.
        let wraps = row + 2 < self.rows.len() && glyphs.last().is_some_and(|g| g.chr.is_whitespace());
        (self.byte_from_glyph(start), self.byte_from_glyph(if wraps { end.saturating_sub(1).max(start) } else { end }))
    }

    /// The invisible characters, with their position and their name.
    pub fn hidden(&self) -> impl Iterator<Item = (Rect, &'static str)> {
        hidden::hidden_in(&self.source).map(|(at, name)| (self.caret(ByteOffset(self.bytes.start + at)), name))
    }
}

fn glyphs(galley: &Galley) -> usize {
    galley.rows.iter().map(|row| row.glyphs.len()).sum()
}

/// The sections of the layout: one for the text, one for each invisible character; if `apart`, one for each grapheme.
fn job(source: &str, format: &TextFormat, theme: &Theme, width: f32, apart: bool) -> LayoutJob {
    let mut job = LayoutJob { break_on_newline: false, ..LayoutJob::default() };
    job.wrap.max_width = width;
    let warning = TextFormat { color: theme.open, ..format.clone() };
    let plain = |job: &mut LayoutJob, from: usize, to: usize| {
        let text = source.get(from..to).unwrap_or_default();
        if apart {
            text.graphemes(true).for_each(|grapheme| section(job, grapheme, format));
        } else {
            job.append(text, 0.0, format.clone());
        }
    };
    let mut from = 0;
    for (at, _) in hidden::hidden_in(source) {
        plain(&mut job, from, at);
        job.append(HIDDEN.encode_utf8(&mut [0; 4]), 0.0, warning.clone());
        from = at + source.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    plain(&mut job, from, source.len());
    job
}

/// Starts a new section even if the format does not change: only then is it shaped separately.
fn section(job: &mut LayoutJob, text: &str, format: &TextFormat) {
    let start = ByteIndex(job.text.len());
    job.text.push_str(text);
    let byte_range = start..ByteIndex(job.text.len());
    job.sections.push(LayoutSection { leading_space: 0.0, byte_range, format: format.clone() });
}

/// The glyph at which each character begins, if every grapheme is shaped separately; one more entry for the end.
fn count_glyphs(ui: &Ui, source: &str, format: &TextFormat) -> Vec<usize> {
    let mut table = Vec::with_capacity(source.len() + 1);
    let mut total = 0;
    for grapheme in source.graphemes(true) {
        let chars = grapheme.chars().count();
        let alone = LayoutJob::single_section(grapheme.to_owned(), format.clone());
        let count = ui.fonts_mut(|fonts| glyphs(&fonts.layout_job(alone)));
        table.extend((0..chars).map(|i| total + i.min(count.saturating_sub(1))));
        total += count;
    }
    table.push(total);
    table
}
