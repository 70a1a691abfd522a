//! Lists the other annotations at the caret, so that one of several overlapping annotations can be selected.

use std::sync::Arc;

use egui::{Pos2, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::button::focus_ring;
use crate::gui::widgets::key_cap::key_cap;
use crate::gui::widgets::lettering::{clamped, digits, dim, heading};
use crate::gui::widgets::swatch;
use crate::gui::widgets::tip::action_tip;
use crate::model::Annotation;
use crate::session::{Action, Command, Session, SessionAction};

/// Maximum number of rows; the key visits all.
const ROWS: usize = 12;
/// Maximum number of characters of an annotation's words in a row or its tip.
const WORDS: usize = 400;

/// Draws the rows, if other annotations overlap this one.
pub fn also_here(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    let others: Vec<&Arc<Annotation>> = session.at_caret().into_iter().filter(|a| a.id != annotation.id).collect();
    if others.is_empty() {
        return;
    }
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        heading(ui, "Overlapping");
        action_tip(key_cap(ui, &key_of(ui, SessionAction::NextAtCaret)), Action::Session(SessionAction::NextAtCaret));
    });
    ui.spacing_mut().item_spacing.y = 0.0;
    for other in others.iter().take(ROWS) {
        row(ui, other, outbox);
    }
    if let Some(more) = others.len().checked_sub(ROWS).filter(|more| *more > 0) {
        dim(ui, format!("and {} more", digits(more)));
    }
}

fn row(ui: &mut Ui, other: &Annotation, outbox: &mut Outbox) {
    const HEIGHT: f32 = 28.0;
    let theme = Theme::of(ui.visuals());
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), HEIGHT));
    let response = ui.interact(rect, egui::Id::unique(("also here", other.id.as_str())), Sense::click());
    let words = other.beginning(WORDS);
    let name = format!("Overlapping {}: {words}", other.label.as_str());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(Vec2::new(6.0, 0.0)), f32::from(size::CORNER), theme.hover);
    }
    swatch::paint_at(ui, rect.left_center(), other.label, other.unsure);
    let left = rect.left() + swatch::SIZE.x + 8.0;
    let galley = clamped(ui, &words, sans(size::SANS), 18.0, theme.ink, rect.right() - left, 1);
    ui.painter().galley(Pos2::new(left, rect.top() + 5.0), galley, theme.ink);
    focus_ring(ui, rect, &response);
    if response.on_hover_text(&words).clicked() {
        outbox.send(Command::SelectAnnotation(Some(other.id.clone())));
    }
}
