//! Draws the palette: a field, the results below it, and its keys.

use egui::{
    Align2, Context, Event, Id, Key, Margin, Modal, Pos2, Rect, Role, ScrollArea, Sense, Stroke, TextEdit, Ui, Vec2, WidgetInfo,
};

use super::choose::{choose, close};
use super::row::{Choice, Row};
use super::state::PaletteView;
use crate::gui::input::keymap::{in_force, key_of};
use crate::gui::state::outbox::Outbox;
use crate::gui::state::prefs::Preferences;
use crate::gui::state::view::{Overlay, View};
use crate::gui::style::theme::{Theme, sans, sans_medium, sans_semibold, size};
use crate::gui::widgets::key_cap;
use crate::gui::widgets::lettering::{clamped, whole};
use crate::session::{Session, WindowAction};

const WIDTH: f32 = 620.0;
const TOP: f32 = 72.0;
const FIELD: f32 = 48.0;
const ROW: f32 = 30.0;
const HEAD: f32 = 26.0;
const FOOT: f32 = 32.0;
/// From the edge of the card to the text, in points.
const INSET: f32 = 16.0;
/// From the edge of the card to the background of the highlighted row, in points.
const EDGE: f32 = 6.0;

/// Draws the palette when it is open.
pub fn show(ctx: &Context, session: Option<&Session>, view: &mut View, prefs: &mut Preferences, outbox: &mut Outbox) {
    if view.overlay != Some(Overlay::Palette) {
        return;
    }
    let theme = Theme::of(&ctx.global_style().visuals);
    let id = Id::unique("palette");
    let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, [0.0, TOP]).accessible_name("Search or run a command");
    let frame = egui::Frame::popup(&ctx.global_style())
        .fill(theme.panel)
        .stroke(Stroke::new(1.0, theme.line))
        .shadow(ctx.global_style().visuals.window_shadow)
        .corner_radius(10)
        .inner_margin(Margin::ZERO);
    let screen = ctx.content_rect().size();
    let keys = in_force(ctx);
    view.palette.refresh(session, prefs, &keys);
    let enter = read_keys(ctx, &mut view.palette);
    let modal = Modal::new(id).area(area).frame(frame).backdrop_color(theme.ink.gamma_multiply(0.06)).show(ctx, |ui| {
        ui.set_width(WIDTH.min(screen.x - 48.0));
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        field(ui, &mut view.palette);
        // Refreshed before Enter is handled, so that it applies to everything typed so far.
        view.palette.refresh(session, prefs, &keys);
        let palette = &mut view.palette;
        let taken = palette.rows.get(palette.lit).filter(|_| enter).map(|row| row.choice.clone());
        let room = (screen.y - TOP - FIELD - FOOT - 48.0).max(2.0 * ROW);
        let clicked = ScrollArea::vertical().max_height(room.min(14.0 * ROW)).show(ui, |ui| list(ui, palette)).inner;
        foot(ui);
        taken.or(clicked)
    });
    if let Some(choice) = &modal.inner {
        choose(choice, view, prefs, outbox);
        ctx.request_repaint();
    } else if modal.should_close() {
        close(view);
        ctx.request_repaint();
    }
}

/// Removes the palette's keys from the input before its field receives them. Returns whether Enter was pressed.
fn read_keys(ctx: &Context, palette: &mut PaletteView) -> bool {
    let last = palette.rows.len().saturating_sub(1);
    let mut enter = false;
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            match key {
                Key::ArrowDown => palette.lit = if palette.lit >= last { 0 } else { palette.lit + 1 },
                Key::ArrowUp => palette.lit = palette.lit.checked_sub(1).unwrap_or(last),
                Key::PageDown => palette.lit = (palette.lit + EACH_PAGE).min(last),
                Key::PageUp => palette.lit = palette.lit.saturating_sub(EACH_PAGE),
                Key::Enter if !modifiers.any() => enter = true,
                Key::Tab => {}
                _ => return true,
            }
            palette.reveal = true;
            false
        });
    });
    enter
}

const EACH_PAGE: usize = 8;

fn field(ui: &mut Ui, palette: &mut PaletteView) {
    let theme = Theme::of(ui.visuals());
    let name = "Command, article, actor or setting";
    let hint = egui::RichText::new("Search commands, articles, actors and settings").color(theme.dim);
    let margin = Margin::symmetric(INSET as i8, 12);
    let edit = TextEdit::singleline(&mut palette.typed)
        .id(Id::unique("palette field"))
        .frame(egui::Frame::NONE.inner_margin(margin))
        .font(sans(15.0))
        .text_color(theme.ink)
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .align(Align2::LEFT_CENTER)
        .min_size(Vec2::new(0.0, FIELD));
    let response = edit.show(ui).response.response.accessible_name(name);
    if !response.has_focus() {
        response.request_focus();
    }
    let line = ui.min_rect();
    ui.painter().hline(line.x_range(), line.bottom() - 0.5, Stroke::new(1.0, theme.line));
}

/// Draws the results. Returns the row that was clicked.
fn list(ui: &mut Ui, palette: &mut PaletteView) -> Option<Choice> {
    let theme = Theme::of(ui.visuals());
    ui.set_width(ui.available_width());
    ui.add_space(EDGE);
    let mut clicked = None;
    let moved = ui.input(|input| input.pointer.delta() != Vec2::ZERO);
    let mut section = None;
    for (at, row) in palette.rows.iter().enumerate() {
        if section.replace(row.section) != Some(row.section) {
            heading(ui, row.section.title());
        }
        let response = draw(ui, row, at == palette.lit);
        if response.hovered() && moved {
            palette.lit = at;
        }
        if at == palette.lit && std::mem::take(&mut palette.reveal) {
            // The first row is scrolled into view together with its heading.
            let above = if at == 0 { HEAD + EDGE } else { 0.0 };
            let rect = response.rect.with_min_y(response.rect.top() - above).expand2(Vec2::new(0.0, EDGE));
            ui.scroll_to_rect_animation(rect, None, egui::style::ScrollAnimation::none());
        }
        if response.clicked() {
            clicked = Some(row.choice.clone());
        }
    }
    if palette.rows.is_empty() {
        let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), 2.0 * ROW));
        let words = format!("No results for “{}”", palette.typed.trim());
        let galley = clamped(ui, &words, sans(size::SANS), 18.0, theme.dim, rect.width() - 2.0 * INSET, 1);
        let at = Align2::LEFT_CENTER.anchor_size(Pos2::new(rect.left() + INSET, rect.center().y), galley.size()).min;
        let response = ui.interact(rect, Id::unique("nothing found"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        ui.painter().galley(at, galley, theme.dim);
    }
    ui.add_space(EDGE);
    clicked
}

fn heading(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui.visuals());
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), HEAD));
    let galley = whole(ui, words, sans_semibold(size::HEADING), theme.dim);
    let at = Pos2::new(rect.left() + INSET, rect.bottom() - galley.size().y - 4.0);
    ui.painter().galley(at.round(), galley, theme.dim);
}

fn draw(ui: &mut Ui, row: &Row, lit: bool) -> egui::Response {
    let theme = Theme::of(ui.visuals());
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), ROW));
    let response = ui.interact(rect, Id::unique(("palette row", &row.choice)), Sense::CLICK);
    let name = row.name();
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, lit, &name));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if lit {
        let ground = rect.shrink2(Vec2::new(EDGE, 0.0));
        ui.painter().rect_filled(ground, f32::from(size::CORNER), theme.quote);
    }
    let y = rect.center().y;
    let mut right = rect.right() - INSET;
    for keys in row.keys.iter().rev() {
        right -= key_cap::width(ui, keys);
        key_cap::paint(ui, Pos2::new(right, y), keys);
        right -= 4.0;
    }
    if !row.keys.is_empty() {
        right -= 8.0;
    }
    let left = rect.left() + INSET;
    let title = clamped(ui, &row.title, sans_medium(size::SANS), 18.0, theme.ink, right - left, 1);
    let x = left + title.size().x + 10.0;
    ui.painter().galley(middle(left, y, title.size()), title, theme.ink);
    if !row.detail.is_empty() && right - x > 32.0 {
        let detail = clamped(ui, &row.detail, sans(size::SMALL), 18.0, theme.dim, right - x, 1);
        ui.painter().galley(middle(x, y, detail.size()), detail, theme.dim);
    }
    response
}

fn middle(left: f32, y: f32, size: Vec2) -> Pos2 {
    Align2::LEFT_CENTER.anchor_size(Pos2::new(left, y), size).min
}

/// Draws the keys of the palette.
fn foot(ui: &mut Ui) {
    let theme = Theme::of(ui.visuals());
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), FOOT));
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, theme.line));
    let y = rect.center().y;
    let mut x = rect.left() + INSET;
    let leave = key_of(ui, WindowAction::Escape);
    for (keys, words) in [(["↑", "↓"].as_slice(), "Choose"), (&["Enter"], "Open"), (&[leave.as_str()], "Close")] {
        for key in keys {
            let cap: Rect = key_cap::paint(ui, Pos2::new(x, y), key);
            x = cap.right() + 3.0;
        }
        let galley = whole(ui, words, sans(size::SMALL), theme.dim);
        let wide = galley.size().x;
        ui.painter().galley(middle(x + 2.0, y, galley.size()), galley, theme.dim);
        x += wide + 18.0;
    }
}
