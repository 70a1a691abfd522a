//! Tooltips of invisible characters.

use egui::{Response, vec2};

use super::layout::column::Placed;
use super::layout::page::Page;
use super::state::ReaderView;

/// Names the invisible character under the pointer.
pub(super) fn tips(response: &Response, page: &Page<'_>, placed: &[Placed], view: &ReaderView) {
    let Some(point) = response.hover_pos() else { return };
    let found = placed.iter().find_map(|block| {
        let origin = page.origin(block, view.scroll);
        let sign = vec2(page.measure.letter * 1.2, 0.0);
        block.laid.hidden().find(|(caret, _)| {
            let rect = caret.translate(origin.to_vec2());
            egui::Rect::from_min_max(rect.min, rect.max + sign).expand(2.0).contains(point)
        })
    });
    if let Some((_, name)) = found {
        response.clone().on_hover_text_at_pointer(format!("Invisible character: {name}"));
    }
}
