//! The sheet of all keys: every command in its group, with a filter; a click runs a command.

use egui::{Align2, Id, Key, Margin, Modal, Pos2, Rect, RichText, Role, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::keys_now::KeyHint;
use super::mode::mode;
use crate::gui::input::keymap::{in_force, key_of, keys_of};
use crate::gui::state::outbox::Outbox;
use crate::gui::state::view::{Overlay, View};
use crate::gui::style::theme::{Theme, sans, sans_semibold, size};
use crate::gui::widgets::button::{focus_ring, icon_button};
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::lettering::{clamped, dim};
use crate::gui::widgets::text_field::TextField;
use crate::gui::widgets::{key_cap, tip::tip};
use crate::session::input::action_group::Group;
use crate::session::input::action_table::{Spec, TABLE};
use crate::session::{Action, Keymap, Session, WindowAction};
use crate::text::Filter;

const COLUMN: f32 = 296.0;
const GAP: f32 = 32.0;
const ROW: f32 = 24.0;
const HEAD: f32 = 28.0;
const AFTER: f32 = 16.0;
const PADDING: f32 = 24.0;
/// Width of the scroll bar beside the keys, in points.
const BAR: f32 = 16.0;

/// Draws the sheet when it is open.
pub fn show(ctx: &egui::Context, session: Option<&Session>, view: &mut View, outbox: &mut Outbox) {
    if view.overlay != Some(Overlay::Keys) {
        return;
    }
    let theme = Theme::of(&ctx.global_style().visuals);
    let screen = ctx.content_rect().size();
    let room = screen - Vec2::splat(2.0 * (PADDING + 24.0));
    let columns = (((room.x - BAR + GAP) / (COLUMN + GAP)) as usize).clamp(1, 4);
    let width = columns as f32 * (COLUMN + GAP) - GAP;
    let frame = egui::Frame::window(&ctx.global_style()).fill(theme.panel).inner_margin(Margin::same(PADDING as i8));
    let modal = Modal::new(Id::unique("all keys")).frame(frame).show(ctx, |ui| {
        ui.set_width((width + BAR).min(room.x));
        ui.spacing_mut().item_spacing = Vec2::new(8.0, 0.0);
        let chosen = head(ui, view);
        ui.add_space(16.0);
        let keys = in_force(ui);
        let groups = groups(&view.panels.keys_filter, &keys);
        let now = view.panels.keys_filter.trim().is_empty().then(|| mode(session, view));
        // The height fits all commands, whatever the filter finds, so that the sheet does not move while typing.
        let height = sheet_height(columns, &keys).min(room.y - 60.0);
        let area = ScrollArea::vertical().min_scrolled_height(height).max_height(height).auto_shrink(false);
        let clicked = area.show(ui, |ui| {
            if groups.is_empty() {
                dim(ui, "No results");
            }
            let now = now.and_then(|(title, hints)| now_keys(ui, title, &hints, columns));
            now.or_else(|| sheet(ui, &groups, columns))
        });
        chosen.then(|| groups.first().and_then(|(_, specs)| specs.first()).map(|spec| spec.action)).flatten().or(clicked.inner)
    });
    if let Some(action) = modal.inner {
        close(view);
        outbox.act(action);
    } else if modal.should_close() || modal.response.should_close() {
        close(view);
    }
}

fn close(view: &mut View) {
    view.overlay = None;
    view.panels.keys_filter.clear();
}

/// Draws title, filter and close button. Returns whether Enter runs the first command found.
fn head(ui: &mut Ui, view: &mut View) -> bool {
    let theme = Theme::of(ui.visuals());
    let mut chosen = false;
    ui.horizontal(|ui| {
        ui.label(RichText::new("All keys").font(sans_semibold(18.0)).color(theme.ink));
        ui.add_space(12.0);
        ui.scope(|ui| {
            ui.set_max_width(260.0);
            let id = Id::unique("keys filter");
            let field = TextField { hint: "Find a command", clears: true, ..TextField::new(id, "Find a command") };
            let response = field.show(ui, &mut view.panels.keys_filter);
            let enter = ui.input(|input| input.key_pressed(Key::Enter));
            chosen = response.lost_focus() && enter && !view.panels.keys_filter.trim().is_empty();
            let free = ui.memory(|memory| memory.focused().is_none());
            if free && !chosen {
                response.request_focus();
            }
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if icon_button(ui, Icon::Cross, "Close", &key_of(ui, WindowAction::Escape)).clicked() {
                ui.close();
            }
        });
    });
    chosen
}

/// The groups with a command that matches, in the order of the table.
fn groups(filter: &str, keymap: &Keymap) -> Vec<(Group, Vec<&'static Spec>)> {
    let query = Filter::new(filter);
    let found = |spec: &&Spec| {
        let keys: Vec<String> = keymap.keys(spec.action).iter().map(ToString::to_string).collect();
        query.matches(&[spec.name, spec.help, spec.group.title(), &keys.join(" ")])
    };
    Group::ALL
        .into_iter()
        .map(|group| (group, TABLE.iter().filter(|spec| spec.group == group).filter(found).collect::<Vec<_>>()))
        .filter(|(_, specs)| !specs.is_empty())
        .collect()
}

/// The column and the top of each group, and the height of the tallest column.
///
/// The largest groups are placed first, each into the shortest column; then the order of the table is restored
/// within a column and between columns.
fn places(groups: &[(Group, Vec<&'static Spec>)], columns: usize) -> (Vec<(usize, f32)>, f32) {
    let heights: Vec<f32> = groups.iter().map(|(_, specs)| HEAD + specs.len() as f32 * ROW + AFTER).collect();
    let mut largest_first: Vec<(usize, f32)> = heights.iter().copied().enumerate().collect();
    largest_first.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let mut filled: Vec<(f32, Vec<usize>)> = vec![(0.0, Vec::new()); columns.max(1)];
    for (group, height) in largest_first {
        if let Some((sum, members)) = filled.iter_mut().min_by(|(a, _), (b, _)| a.total_cmp(b)) {
            *sum += height;
            members.push(group);
        }
    }
    let tallest = filled.iter().map(|(sum, _)| *sum).fold(0.0, f32::max);
    let mut members: Vec<Vec<usize>> = filled.into_iter().map(|(_, members)| members).filter(|m| !m.is_empty()).collect();
    for column in &mut members {
        column.sort_unstable();
    }
    members.sort();
    let mut places = vec![(0, 0.0); groups.len()];
    for (column, members) in members.iter().enumerate() {
        let mut top = 0.0;
        for group in members {
            if let (Some(place), Some(height)) = (places.get_mut(*group), heights.get(*group)) {
                *place = (column, top);
                top += height;
            }
        }
    }
    (places, tallest)
}

fn sheet_height(columns: usize, keys: &Keymap) -> f32 {
    places(&groups("", keys), columns).1
}

/// Draws the groups in columns of similar height. Returns the action that was clicked.
fn sheet(ui: &mut Ui, groups: &[(Group, Vec<&'static Spec>)], columns: usize) -> Option<Action> {
    let origin = ui.cursor().min;
    let (places, tallest) = places(groups, columns);
    let mut clicked = None;
    for ((group, specs), (column, top)) in groups.iter().zip(places) {
        let at = origin + Vec2::new(column as f32 * (COLUMN + GAP), top);
        clicked = clicked.or(draw_group(ui, *group, specs, at));
    }
    let width = columns as f32 * (COLUMN + GAP) - GAP;
    ui.advance_cursor_after_rect(Rect::from_min_size(origin, Vec2::new(width, tallest)));
    clicked
}

fn draw_group(ui: &mut Ui, group: Group, specs: &[&'static Spec], at: Pos2) -> Option<Action> {
    let theme = Theme::of(ui.visuals());
    let title = clamped(ui, group.title(), sans_semibold(size::HEADING), 16.0, theme.dim, COLUMN, 1);
    ui.painter().galley(at, title, theme.dim);
    ui.painter().hline(at.x..=at.x + COLUMN, at.y + 21.5, Stroke::new(1.0, theme.line));
    let mut clicked = None;
    for (number, spec) in specs.iter().enumerate() {
        let top = at + Vec2::new(0.0, HEAD + number as f32 * ROW);
        let rect = Rect::from_min_size(top, Vec2::new(COLUMN, ROW));
        if draw_row(ui, spec, rect) {
            clicked = Some(spec.action);
        }
    }
    clicked
}

/// Draws the keys that are useful now, in rows over all columns. Returns the action that was clicked.
fn now_keys(ui: &mut Ui, title: &str, hints: &[KeyHint], columns: usize) -> Option<Action> {
    let theme = Theme::of(ui.visuals());
    let keymap = in_force(ui);
    ui.add_space(8.0);
    let origin = ui.cursor().min;
    let width = columns as f32 * (COLUMN + GAP) - GAP;
    let rows = hints.len().div_ceil(columns.max(1));
    let all = Rect::from_min_size(origin, Vec2::new(width, HEAD + rows as f32 * ROW));
    let ground = all.expand2(Vec2::new(10.0, 0.0)).with_max_y(all.bottom() + 6.0).with_min_y(all.top() - 6.0);
    ui.painter().rect_filled(ground, f32::from(size::CORNER), theme.quote);
    let heading = clamped(ui, title, sans_semibold(size::HEADING), 16.0, theme.ink, width, 1);
    ui.painter().galley(origin, heading, theme.ink);
    let mut clicked = None;
    for (at, hint) in hints.iter().enumerate() {
        let (row, column) = (at / columns.max(1), at % columns.max(1));
        let corner = origin + Vec2::new(column as f32 * (COLUMN + GAP), HEAD - 4.0 + row as f32 * ROW);
        let rect = Rect::from_min_size(corner, Vec2::new(COLUMN, ROW));
        let caps: Vec<String> = hint.keys.iter().map(|cap| cap.words(&keymap)).collect();
        let sense = if hint.action.is_some() { Sense::click() } else { Sense::hover() };
        let response = ui.interact(rect, Id::unique(("key of now", &hint.keys)), sense);
        let role = if hint.action.is_some() { Role::Button } else { Role::Label };
        let name = format!("Now {}: {}", hint.words, caps.join(" "));
        response.widget_info(|| WidgetInfo::labeled(role, true, &name));
        let mut x = rect.left();
        for key in &caps {
            x = key_cap::paint(ui, Pos2::new(x, rect.center().y), key).right() + 3.0;
        }
        let words = clamped(ui, &hint.words, sans(size::SANS), 18.0, theme.ink, rect.right() - x - 6.0, 1);
        let at = Align2::LEFT_CENTER.anchor_size(Pos2::new(x + 5.0, rect.center().y), words.size()).min;
        ui.painter().galley(at, words, theme.ink);
        focus_ring(ui, rect, &response);
        if response.clicked() {
            clicked = hint.action;
        }
    }
    ui.advance_cursor_after_rect(all);
    ui.add_space(AFTER + 8.0);
    clicked
}

/// Draws a command's name on the left and its keys on the right. Returns whether it was clicked.
fn draw_row(ui: &Ui, spec: &Spec, rect: Rect) -> bool {
    let theme = Theme::of(ui.visuals());
    let response = ui.interact(rect, Id::unique(("all keys", spec.action)), Sense::click());
    let keys = keys_of(ui, spec.action);
    let name = format!("{}: {}", spec.name, keys.join(" or "));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    if response.hovered() {
        ui.painter().rect_filled(rect, f32::from(size::CORNER), theme.hover);
    }
    let y = rect.center().y;
    let mut right = rect.right();
    for key in keys.iter().rev() {
        let left = right - key_cap::width(ui, key);
        key_cap::paint(ui, Pos2::new(left, y), key);
        right = left - 4.0;
    }
    let words = clamped(ui, spec.name, sans(size::SANS), 18.0, theme.ink, right - rect.left() - 4.0, 1);
    let at = Align2::LEFT_CENTER.anchor_size(Pos2::new(rect.left(), y), words.size()).min;
    ui.painter().galley(at, words, theme.ink);
    focus_ring(ui, rect, &response);
    tip(response, spec.help, "").clicked()
}
