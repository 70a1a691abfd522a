//! One action with its keys; the selected one has buttons to change them.

use egui::{Align, Align2, Id, Layout, Pos2, Rect, RichText, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo};

use super::capture;
use super::state::SettingsView;
use crate::gui::style::theme::{Theme, sans, sans_medium, size};
use crate::gui::widgets::button::{Button, focus_ring};
use crate::gui::widgets::key_cap;
use crate::gui::widgets::lettering::{clamped, dim};
use crate::session::input::action_table::Spec;
use crate::session::input::keymap::is_fixed;
use crate::session::{Action, Chord, Keymap};

const ROW: f32 = 28.0;
/// Height of the line below the selected row, in points.
const ACTIONS: f32 = 36.0;
/// By how much the background of a row is wider than its words, in points.
const AIR: f32 = 8.0;
/// Distance of the help text from the left edge, in points.
const NAME: f32 = 208.0;

/// What was requested in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Record a new key.
    Change,
    /// Assign this key, although another action has it.
    Take(Chord),
    Reset,
    /// Stop recording.
    Leave,
}

/// Draws a row; `selected` is the state of the page if the row is selected.
pub(super) fn show(ui: &mut Ui, spec: &Spec, keys: &Keymap, selected: Option<&SettingsView>) -> Option<Asked> {
    let theme = Theme::of(ui.visuals());
    let height = if selected.is_some() { ROW + ACTIONS } else { ROW };
    let (_, all) = ui.allocate_space(Vec2::new(ui.available_width(), height));
    let rect = Rect::from_min_size(all.min, Vec2::new(all.width(), ROW));
    let response = ui.interact(rect.expand2(Vec2::new(AIR, 0.0)), Id::unique(("settings key", spec.action)), Sense::click());
    let shown: Vec<String> = keys.keys(spec.action).iter().map(ToString::to_string).collect();
    let own = if keys.is_own(spec.action) { ", changed" } else { "" };
    let said = if shown.is_empty() { "none".to_owned() } else { shown.join(" or ") };
    let name = format!("Key of {}: {said}{own}", spec.name);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected.is_some(), &name));
    if !ui.is_rect_visible(all) {
        return response.clicked().then_some(Asked::Change);
    }
    if selected.is_some() || response.hovered() {
        let ground = all.expand2(Vec2::new(AIR, 0.0));
        let fill = if selected.is_some() { theme.panel } else { theme.hover };
        ui.painter().rect_filled(ground, f32::from(size::CORNER), fill);
    }
    focus_ring(ui, rect.expand2(Vec2::new(AIR, 0.0)), &response);
    let y = rect.center().y;
    let mut right = rect.right();
    let listens = selected.is_some_and(|view| view.listening);
    if !listens {
        for key in shown.iter().rev() {
            right -= key_cap::width(ui, key);
            key_cap::paint(ui, Pos2::new(right, y), key);
            right -= 4.0;
        }
        if shown.is_empty() {
            let none = clamped(ui, "no key", sans(size::SMALL), 18.0, theme.dim, 60.0, 1);
            right -= none.size().x + 4.0;
            ui.painter().galley(middle(right, y, none.size()), none, theme.dim);
        }
    }
    if keys.is_own(spec.action) {
        let center = Pos2::new(right - 6.0, y);
        ui.painter().circle_filled(center, 3.0, theme.accent);
        right -= 16.0;
    }
    let words = clamped(ui, spec.name, sans_medium(size::SANS), 18.0, theme.ink, NAME - 12.0, 1);
    ui.painter().galley(middle(rect.left(), y, words.size()), words, theme.ink);
    let left = rect.left() + NAME;
    if right - left > 48.0 {
        let help = clamped(ui, spec.help, sans(size::SMALL), 18.0, theme.dim, right - left - 12.0, 1);
        ui.painter().galley(middle(left, y, help.size()), help, theme.dim);
    }
    let line = Rect::from_min_max(Pos2::new(all.left(), rect.bottom()), all.max);
    let asked = selected.and_then(|view| actions(ui, line, spec, keys, view));
    asked.or_else(|| response.clicked().then_some(Asked::Change))
}

fn middle(left: f32, y: f32, size: Vec2) -> Pos2 {
    Align2::LEFT_CENTER.anchor_size(Pos2::new(left, y), size).min
}

/// Draws the buttons of the selected row, or why the pressed key could not be assigned.
fn actions(ui: &mut Ui, line: Rect, spec: &Spec, keys: &Keymap, view: &SettingsView) -> Option<Asked> {
    let mut asked = None;
    let builder = UiBuilder::new().max_rect(line.translate(Vec2::new(0.0, -3.0))).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder.id_salt(("actions", spec.action)), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if is_fixed(spec.action) {
            dim(ui, "Reserved shortcut");
            return;
        }
        if let Some((chord, other)) = view.clash {
            asked = clash(ui, spec, view, chord, other);
            return;
        }
        if view.listening {
            if wait(ui, spec) {
                asked = Some(Asked::Leave);
            }
        } else if (Button { height: 24.0, ..Button::framed("Change") }).show(ui).clicked() {
            asked = Some(Asked::Change);
        }
        if keys.is_own(spec.action) && (Button { height: 24.0, ..Button::quiet("Restore default") }).show(ui).clicked() {
            asked = Some(Asked::Reset);
        }
        let theme = Theme::of(ui.visuals());
        if let Some(refusal) = &view.refusal {
            message(ui, &format!("{refusal}."), theme.open);
        } else if let Some(other) = view.taken_from {
            let left: Vec<String> = keys.keys(other).iter().map(ToString::to_string).collect();
            let left = if left.is_empty() { "no key".to_owned() } else { left.join(" or ") };
            message(ui, &format!("“{}” now has {left}.", other.spec().name), theme.ink);
        }
    });
    asked
}

fn message(ui: &mut Ui, words: &str, color: egui::Color32) {
    let text = RichText::new(words).font(sans(size::SANS)).color(color);
    ui.add(egui::Label::new(text).truncate().selectable(false));
}

/// Offers to reassign a key of another action. The button keeps the keyboard: Enter reassigns, Escape cancels, another
/// key is tried.
fn clash(ui: &mut Ui, spec: &Spec, view: &SettingsView, chord: Chord, other: Action) -> Option<Asked> {
    let words = format!("Reassign from {}", other.spec().name);
    let button = Button { height: 24.0, key: "Enter".to_owned(), widest: 220.0, ..Button::framed(&words) };
    let take = button.show_as(ui, Some(Id::unique(("take key", spec.action))));
    capture::keep_keyboard(ui, take.id);
    let cancel = Button { height: 24.0, key: "Esc".to_owned(), ..Button::quiet("Cancel") }.show(ui);
    if let Some(refusal) = &view.refusal {
        message(ui, &format!("{refusal}."), Theme::of(ui.visuals()).open);
    }
    if take.clicked() {
        return Some(Asked::Take(chord));
    }
    (cancel.clicked() || take.clicked_elsewhere()).then_some(Asked::Leave)
}

/// Draws the request for a new key. Returns whether it was cancelled.
fn wait(ui: &mut Ui, spec: &Spec) -> bool {
    let theme = Theme::of(ui.visuals());
    let words = "Press the new key…";
    let galley = clamped(ui, words, sans_medium(size::SANS), 18.0, theme.accent, 200.0, 1);
    let (_, rect) = ui.allocate_space(Vec2::new(galley.size().x + 20.0, 24.0));
    let response = ui.interact(rect, Id::unique(("new key", spec.action)), Sense::click());
    let name = format!("New key of {}", spec.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let corner = f32::from(size::CORNER);
    let stroke = egui::Stroke::new(1.5, theme.accent);
    ui.painter().rect(rect, corner, theme.paper, stroke, egui::StrokeKind::Inside);
    ui.painter().galley(middle(rect.left() + 10.0, rect.center().y, galley.size()), galley, theme.accent);
    capture::keep_keyboard(ui, response.id);
    let cancel = Button { height: 24.0, key: "Esc".to_owned(), ..Button::quiet("Cancel") }.show(ui);
    cancel.clicked() || response.clicked_elsewhere()
}
