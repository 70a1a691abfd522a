//! Paints what goes with the marks: zones in grey, the cue, the line between fragments, and digits.

use egui::{Align2, CornerRadius, Painter, Rect, Shape, Stroke, pos2, vec2};

use super::layout::column::Placed;
use super::layout::page::Page;
use super::marks::Mark;
use super::state::ReaderView;
use crate::gui::style::theme::{Theme, sans_semibold};
use crate::text::Span;

/// Width and height of a digit's badge, in points.
const BADGE: egui::Vec2 = vec2(14.0, 13.0);

/// Paints a block's letters, with zones in grey.
pub(super) fn text(painter: &Painter, page: &Page<'_>, block: &Placed, scroll: f64) {
    let (origin, laid, theme) = (page.origin(block, scroll), &block.laid, page.theme);
    let bytes = &laid.bytes;
    let inside = |span: Span| span.start().0 < bytes.end && bytes.start < span.end().0;
    let mut zones = page.article.zones.iter().map(|zone| zone.fragment.span).filter(|span| inside(*span)).peekable();
    if zones.peek().is_none() {
        painter.galley(origin, laid.galley.clone(), theme.ink);
        return;
    }
    let words = laid.source();
    let first = bytes.start + (words.len() - words.trim_start().len());
    let last = bytes.start + words.trim_end().len();
    let zones: Vec<Span> = zones.collect();
    if zones.iter().any(|zone| zone.start().0 <= first && last <= zone.end().0) {
        painter.galley_with_override_text_color(origin, laid.galley.clone(), theme.zone);
        return;
    }
    painter.galley(origin, laid.galley.clone(), theme.ink);
    for zone in zones {
        for part in laid.parts(zone.start(), zone.end()) {
            // The letters of a zone within a line keep their positions; a translucent rectangle makes them grey.
            painter.rect_filled(part.rect.translate(origin.to_vec2()).expand(1.0), 0.0, theme.paper.gamma_multiply(0.5));
        }
    }
}

/// Paints cue and fragment lines, over the letters.
pub(super) fn around(painter: &Painter, page: &Page<'_>, placed: &[Placed], marks: &[Mark], view: &ReaderView) {
    held(painter, page, marks);
    if let Some(current) = page.current() {
        if let Some(cue) = current.details.cue() {
            dotted(painter, page, placed, view.scroll, cue.span);
        }
        let rows: Vec<(usize, Rect)> =
            marks.iter().filter(|mark| mark.current).map(|mark| (mark.fragment, mark.part.rect)).collect();
        thread(painter, page, &rows);
    }
}

/// Paints a dashed frame around the annotation at which a link starts.
fn held(painter: &Painter, page: &Page<'_>, marks: &[Mark]) {
    let Some((_, id)) = page.session.held().filter(|(article, _)| *article == page.article.id) else { return };
    for mark in marks.iter().filter(|mark| mark.annotation.id == *id) {
        let rect = mark.part.rect.expand2(vec2(3.0, 4.5));
        let path = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
        painter.extend(Shape::dashed_line(&path, Stroke::new(1.5, page.theme.accent), 5.0, 4.0));
    }
}

/// Paints a cue: a dotted underline.
pub(super) fn dotted(painter: &Painter, page: &Page<'_>, placed: &[Placed], scroll: f64, span: Span) {
    for block in placed {
        let shift = page.origin(block, scroll).to_vec2();
        for part in block.laid.parts(span.start(), span.end()) {
            let rect = part.rect.translate(shift);
            let y = rect.bottom() + 1.5;
            let line = [pos2(rect.left() + 1.0, y), pos2(rect.right(), y)];
            painter.extend(Shape::dotted_line(&line, page.theme.accent, 4.0, 1.0));
        }
    }
}

/// Paints a thin line from the end of each fragment to the start of the next. Each row has its fragment's number.
pub(super) fn thread(painter: &Painter, page: &Page<'_>, rows: &[(usize, Rect)]) {
    let stroke = Stroke::new(1.0, page.theme.accent.gamma_multiply(0.7));
    let column = page.pane.left() + page.measure.left..=page.pane.left() + page.measure.left + page.measure.width;
    for pair in rows.windows(2) {
        let &[(before, from), (after, to)] = pair else { continue };
        if before == after {
            continue;
        }
        let (low, high) = (painter.round_to_pixel_center(from.bottom() + 3.0), painter.round_to_pixel_center(to.bottom() + 3.0));
        if (low - high).abs() < 1.0 {
            painter.hline(from.right() + 3.0..=to.left() - 3.0, low, stroke);
        } else {
            painter.hline(from.right() + 3.0..=*column.end(), low, stroke);
            painter.hline(*column.start()..=to.left() - 3.0, high, stroke);
        }
    }
}

/// The position of a digit: the upper right corner of a mention, where it covers no letter.
pub(super) fn badge_at(mention: Rect) -> Rect {
    Rect::from_center_size(pos2(mention.right() + 2.0, mention.top() - 1.0), BADGE)
}

/// Paints a digit.
pub(super) fn badge(painter: &Painter, rect: Rect, number: usize, theme: &Theme) {
    painter.rect_filled(rect.expand(1.0), CornerRadius::same(5), theme.paper);
    painter.rect_filled(rect, CornerRadius::same(4), theme.ink);
    painter.text(rect.center(), Align2::CENTER_CENTER, number, sans_semibold(10.0), theme.paper);
}
