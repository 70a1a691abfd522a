//! The top bar: title and size of the set, and the actions for the whole set.

use egui::{Align, Align2, Layout, Pos2, RichText, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::Outbox;
use crate::gui::state::view::View;
use crate::gui::style::theme::{Theme, sans, sans_semibold, size};
use crate::gui::widgets::button::{Button, action_button, focus_ring, icon_button};
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::key_cap;
use crate::gui::widgets::lettering::{clamped, counted};
use crate::gui::widgets::tip::{action_tip, tip};
use crate::session::{Action, Session, SessionAction, WindowAction};

/// Minimum and maximum width of the search box, in points.
const SEARCH: std::ops::Range<f32> = 168.0..300.0;

/// Draws the bar with its margins.
pub fn show(ui: &mut Ui, session: &Session, view: &mut View, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let inner = ui.available_rect_before_wrap().shrink2(Vec2::new(size::MARGIN, 0.0));
    let builder = UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        search_box(ui, outbox);
        ui.add_space(8.0);
        for (icon, action) in
            [(Icon::Sliders, Action::Window(WindowAction::Settings)), (Icon::HalfDisc, Action::Window(WindowAction::NextTheme))]
        {
            let key = key_of(ui, action);
            if icon_button(ui, icon, action.spec().name, &key).clicked() {
                outbox.act(action);
            }
        }
        let keys = Button { color: Some(theme.dim), ..Button::quiet(WindowAction::ShowKeys.spec().name) };
        if action_tip(keys.show(ui), WindowAction::ShowKeys).clicked() {
            outbox.act(WindowAction::ShowKeys);
        }
        ui.add_space(8.0);
        history(ui, Action::Session(SessionAction::Redo), session.next_redo(), outbox);
        history(ui, Action::Session(SessionAction::Undo), session.next_undo(), outbox);
        ui.add_space(8.0);
        if action_button(ui, WindowAction::AddFiles) {
            outbox.act(WindowAction::AddFiles);
        }
        ui.add_space(16.0);
        let rest = ui.available_rect_before_wrap();
        let builder = UiBuilder::new().max_rect(rest).layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| name(ui, session, view, outbox));
    });
}

/// Draws the search box, a button that opens the palette.
fn search_box(ui: &mut Ui, outbox: &mut Outbox) {
    const INSET: f32 = 10.0;
    let theme = Theme::of(ui.visuals());
    let spec = WindowAction::Palette.spec();
    let width = (ui.available_width() * 0.24).clamp(SEARCH.start, SEARCH.end);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, size::FIELD), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spec.name));
    let line = if response.hovered() { theme.frame } else { theme.line };
    let corner = f32::from(size::CORNER);
    ui.painter().rect(rect, corner, theme.paper, Stroke::new(1.0, line), StrokeKind::Inside);
    focus_ring(ui, rect, &response);
    let key = key_of(ui, WindowAction::Palette);
    let right = rect.right() - 6.0 - key_cap::width(ui, &key);
    key_cap::paint(ui, Pos2::new(right, rect.center().y), &key);
    let room = right - rect.left() - INSET - 6.0;
    let words = clamped(ui, spec.name, sans(size::SANS), 18.0, theme.dim, room, 1);
    let at = Align2::LEFT_CENTER.anchor_size(Pos2::new(rect.left() + INSET, rect.center().y), words.size()).min;
    ui.painter().galley(at, words, theme.dim);
    if tip(response, spec.help, "").clicked() {
        outbox.act(WindowAction::Palette);
    }
}

/// Draws the title of the set, and its size.
fn name(ui: &mut Ui, session: &Session, view: &mut View, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    ui.spacing_mut().item_spacing.x = 18.0;
    let document = session.document();
    let title = if document.info.title.is_empty() { "Untitled set" } else { &document.info.title };
    let articles = counted(document.articles.len(), "article", "articles");
    let annotators = match view.panels.annotators.of(document) {
        0 => String::new(),
        count => format!(" · {}", counted(count, "annotator", "annotators")),
    };
    let about = RichText::new(format!("{articles}{annotators}")).font(sans(size::SANS)).color(theme.dim);
    // A long title is shortened.
    let room = (ui.available_width() - 200.0).max(80.0);
    let title = RichText::new(title).font(sans_semibold(size::SANS)).color(theme.ink);
    let label = egui::Label::new(title).truncate().selectable(false).sense(egui::Sense::click());
    let response = ui.scope(|ui| {
        ui.set_max_width(room);
        ui.add(label)
    });
    if action_tip(response.inner, WindowAction::SetDetails).clicked() {
        outbox.act(WindowAction::SetDetails);
    }
    ui.add(egui::Label::new(about).truncate().selectable(false));
}

/// Draws undo or redo; the tip names the step.
fn history(ui: &mut Ui, action: Action, step: Option<&str>, outbox: &mut Outbox) {
    let button = Button { enabled: step.is_some(), ..Button::quiet(action.spec().name) };
    let help = match step {
        Some(step) => format!("{}: {step}", action.spec().name),
        None => action.spec().help.to_owned(),
    };
    if tip(button.show(ui), &help, &key_of(ui, action)).clicked() {
        outbox.act(action);
    }
}
