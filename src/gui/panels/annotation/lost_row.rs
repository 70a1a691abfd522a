//! Draws an annotation whose text was not found, with buttons to move or discard it.

use egui::{Id, Margin, Pos2, Rect, RichText, Stroke, Ui, UiBuilder, Vec2};

use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, sans_semibold, serif, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::one_line;
use crate::gui::widgets::tip::tip;
use crate::model::Lost;
use crate::session::{Command, Session};

/// Approximate height of a row, in points.
pub const ESTIMATE: f32 = 112.0;

/// The id of a row.
#[must_use]
pub fn row_id(lost: &Lost) -> Id {
    Id::unique(("lost row", lost.id.as_str()))
}

/// Draws a row. Returns its height, in points.
pub fn draw(ui: &mut Ui, session: &Session, lost: &Lost, at: Pos2, width: f32, outbox: &mut Outbox) -> f32 {
    let theme = Theme::of(ui.visuals());
    let room = Rect::from_min_size(at, Vec2::new(width, f32::INFINITY));
    let shown = ui.scope_builder(UiBuilder::new().max_rect(room).id_salt(row_id(lost)), |ui| {
        let frame = egui::Frame::NONE.inner_margin(Margin { left: 16, right: 14, top: 10, bottom: 10 });
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            let title = format!("Text not found: {}", lost.label.as_str());
            ui.label(RichText::new(title).font(sans_semibold(size::SMALL)).color(theme.open));
            let words: String = one_line(&lost.words()).chars().take(140).collect();
            let words = RichText::new(words).font(serif(size::SANS)).color(theme.ink);
            ui.add(egui::Label::new(words).wrap().selectable(false));
            if !lost.note.is_empty() {
                ui.label(RichText::new(one_line(&lost.note)).font(sans(size::SMALL)).color(theme.dim));
            }
            ui.add_space(4.0);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = Vec2::splat(6.0);
                let selected = session.article().is_some_and(|a| session.selection().trimmed(&a.text).is_some());
                let give = Button { enabled: selected, padding: 7.0, ..Button::framed("Move to selection") };
                let help = if selected {
                    "Attach the annotation to the selected words"
                } else {
                    "Select the right words in the text first"
                };
                if tip(give.show(ui), help, "").clicked() {
                    outbox.send(Command::Reanchor(lost.id.clone()));
                }
                let drop = Button { padding: 7.0, ..Button::quiet("Discard") };
                if tip(drop.show(ui), "Delete the annotation. You can undo this", "").clicked() {
                    outbox.send(Command::DropLost(lost.id.clone()));
                }
            });
        });
    });
    let rect = Rect::from_min_size(at, Vec2::new(width, shown.response.rect.height()));
    let bar = Rect::from_min_size(at, Vec2::new(3.0, rect.height()));
    ui.painter().rect_filled(bar, 0.0, theme.open);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
    rect.height()
}
