//! The start screen: what Dicta is, recent sets, ways to open one, and first steps.

use std::path::Path;

use egui::{Align, Layout, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo};

use super::App;
use super::overlays;
use crate::gui::input::char_pressed;
use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::{Outbox, WindowRequest};
use crate::gui::style::theme::{Theme, sans, sans_medium, sans_semibold, serif_bold, size};
use crate::model::Label;
use crate::session::{SessionAction, WindowAction};

/// Width of the column, in points.
const WIDTH: f32 = 460.0;
const ROW: f32 = 34.0;

/// Draws the start screen.
pub fn show(app: &mut App, ui: &mut Ui) {
    column(ui, |ui| {
        let theme = Theme::of(ui.visuals());
        ui.label(RichText::new("Dicta").font(serif_bold(40.0)));
        ui.label(
            RichText::new("Read news articles and mark who said what: claims, quotes and the actors behind them.")
                .color(theme.dim),
        );
        ui.add_space(28.0);
        if let Some(loading) = &app.loading {
            return overlays::progress(ui, loading);
        }
        for problem in &app.problems {
            ui.label(RichText::new(problem).color(theme.open));
            ui.add_space(8.0);
        }
        if app.prefs.recent.is_empty() {
            first_steps(ui, theme);
        } else {
            heading(ui, theme, "Recent sets");
            for (number, set) in (1..).zip(&app.prefs.recent) {
                let (name, folder) = words(set);
                if row(ui, &number.to_string(), &name, &folder) {
                    app.outbox.ask(WindowRequest::Open(set.clone()));
                }
            }
            ui.add_space(20.0);
        }
        heading(ui, theme, "Open");
        for action in [WindowAction::OpenSet, WindowAction::OpenPath, WindowAction::AddFiles] {
            if row(ui, &key_of(ui, action), action.spec().name, "") {
                app.outbox.act(action);
            }
        }
        ui.add_space(20.0);
        ui.label(RichText::new("Or drop a set, a folder or text files anywhere in this window.").color(theme.dim));
    });
}

/// Draws what is shown instead of the text while a set has no articles.
pub fn no_articles(ui: &mut Ui, outbox: &mut Outbox) {
    column(ui, |ui| {
        let theme = Theme::of(ui.visuals());
        ui.label(RichText::new("This set has no articles yet").font(serif_bold(24.0)));
        ui.label(
            RichText::new("Articles are plain text files. They are copied into the set; the originals are not changed.")
                .color(theme.dim),
        );
        ui.add_space(20.0);
        for action in [WindowAction::AddFiles, WindowAction::AddFolder, WindowAction::PasteArticle] {
            if row(ui, &key_of(ui, action), action.spec().name, "") {
                outbox.act(action);
            }
        }
        ui.add_space(20.0);
        ui.label(RichText::new("Or drop text files anywhere in this window.").color(theme.dim));
    });
}

fn column(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let room = ui.available_rect_before_wrap();
        let width = WIDTH.min(room.width() - 48.0);
        ui.add_space((room.height() * 0.18).max(24.0));
        let left = room.left() + (room.width() - width) / 2.0;
        let rect = egui::Rect::from_min_size(egui::pos2(left, ui.cursor().top()), Vec2::new(width, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)), |ui| {
            ui.set_width(width);
            content(ui);
        });
        ui.add_space(24.0);
    });
}

fn first_steps(ui: &mut Ui, theme: &Theme) {
    heading(ui, theme, "Getting started");
    let [quote, claim, actor] =
        [SessionAction::Tag(Label::Quote), SessionAction::Tag(Label::Claim), SessionAction::Tag(Label::Actor)]
            .map(|action| key_of(ui, action));
    for (number, step) in [
        (1, "Open a folder of articles, saved as text files (.txt).".to_owned()),
        (2, format!("Select words, then press {quote} for a quote, {claim} for a claim, {actor} for an actor.")),
        (3, format!("Everything is saved as you go. {} shows all keys.", key_of(ui, WindowAction::ShowKeys))),
    ] {
        ui.horizontal(|ui| {
            ui.label(RichText::new(number.to_string()).font(sans_semibold(size::SANS)).color(theme.accent));
            ui.label(step);
        });
    }
    ui.add_space(20.0);
}

fn heading(ui: &mut Ui, theme: &Theme, text: &str) {
    ui.label(RichText::new(text).font(sans_semibold(size::SMALL)).color(theme.dim));
    ui.add_space(4.0);
}

/// Draws a clickable row with a key, a name and a location. Returns whether it was clicked.
fn row(ui: &mut Ui, key: &str, name: &str, detail: &str) -> bool {
    let theme = Theme::of(ui.visuals());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.hovered() || response.has_focus() {
        let stroke = if response.has_focus() { Stroke::new(1.0, theme.accent) } else { Stroke::NONE };
        ui.painter().rect(rect.expand2(Vec2::new(10.0, 0.0)), size::CORNER, theme.panel, stroke, StrokeKind::Inside);
    }
    let painter = ui.painter().with_clip_rect(rect);
    let cap = painter.layout_no_wrap(key.to_owned(), sans(11.0), theme.dim);
    let cap_size = cap.size() + Vec2::new(10.0, 4.0);
    let cap_rect = egui::Rect::from_min_size(egui::pos2(rect.right() - cap_size.x, rect.center().y - cap_size.y / 2.0), cap_size);
    painter.rect(cap_rect, 4.0, theme.paper, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    painter.galley(cap_rect.min + Vec2::new(5.0, 2.0), cap, theme.dim);
    let title = painter.layout_no_wrap(name.to_owned(), sans_medium(size::SANS), theme.ink);
    let title_width = title.size().x;
    painter.galley(egui::pos2(rect.left(), rect.center().y - title.size().y / 2.0), title, theme.ink);
    let room = cap_rect.left() - 12.0 - (rect.left() + title_width + 12.0);
    if room > 40.0 && !detail.is_empty() {
        let mut job = egui::text::LayoutJob::simple_singleline(detail.to_owned(), sans(size::SMALL), theme.dim);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let galley = painter.layout_job(job);
        painter.galley(egui::pos2(rect.left() + title_width + 12.0, rect.center().y - galley.size().y / 2.0), galley, theme.dim);
    }
    response.clicked()
}

/// The name of a set, and the folder that contains it.
fn words(set: &Path) -> (String, String) {
    let name = set.file_name().unwrap_or(set.as_os_str()).to_string_lossy().into_owned();
    let folder = set.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
    (name, folder)
}

/// Opens a recent set by its digit. Must be called before the keyboard is read for actions, which use digits in an open set.
pub(in crate::gui) fn open_by_digit(app: &mut App, ctx: &egui::Context) {
    if app.open.is_some() || app.loading.is_some() || app.view.overlay.is_some() {
        return;
    }
    for (digit, set) in ('1'..='9').zip(&app.prefs.recent) {
        if char_pressed(ctx, digit) {
            app.outbox.ask(WindowRequest::Open(set.clone()));
        }
    }
}
