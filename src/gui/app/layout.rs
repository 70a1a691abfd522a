//! Lays out the window: bars, panels, text and overlays.

use egui::{CentralPanel, Frame, Margin, Panel, RichText, Ui, UiBuilder};

use super::{App, OpenSet};
use super::{annotators, closing_card, overlays, start, unsaved};
use crate::gui::panels::annotation::values_strip;
use crate::gui::panels::article::articles;
use crate::gui::panels::bars::{side, status_bar, top_bar};
use crate::gui::panels::keys::{cheat_sheet, label_bar};
use crate::gui::panels::{codebook, lists};
use crate::gui::reader::side_by_side;
use crate::gui::state::view::{FocusTarget, Overlay};
use crate::gui::style::theme::{Theme, sans_medium, size};
use crate::gui::{palette, picker, settings};
use crate::model::Part;
use crate::session::{Access, Session, Severity};

/// Width of the window below which the panels get a smaller share, in points.
const NARROW: f32 = 1_150.0;

/// Draws a frame of the window.
pub fn show(app: &mut App, ui: &mut Ui) {
    let ctx = ui.ctx().clone();
    if app.open.is_some() {
        set(app, ui);
    } else {
        let paper = Theme::of(ui.visuals()).paper;
        CentralPanel::no_frame().frame(Frame::new().fill(paper)).show(ui, |ui| {
            if app.view.settings.open {
                settings::show(ui, None, &mut app.view, &mut app.prefs, &mut app.outbox);
            } else {
                start::show(app, ui);
            }
        });
    }
    overlays::show(app, &ctx);
    closing_card::show(app, &ctx);
    overlays(app, &ctx);
}

fn set(app: &mut App, ui: &mut Ui) {
    let App { open: Some(OpenSet { session, .. }), view, prefs, outbox, .. } = app else { return };
    let theme = Theme::of(ui.visuals());
    let panel = Frame::new().fill(theme.panel);
    let fixed = |panel: Panel, height: f32, fill: Frame| panel.exact_size(height).resizable(false).frame(fill);
    let all = !view.text_alone;
    if all {
        fixed(Panel::top("top bar"), size::TOP_BAR, panel).show(ui, |ui| top_bar::show(ui, session, view, outbox));
    }
    // The status bar is also shown in focus mode, because of its warnings.
    if all || session.notices().iter().any(|notice| notice.severity == Severity::Error) {
        fixed(Panel::bottom("status bar"), size::STATUS_BAR, panel)
            .show(ui, |ui| status_bar::show(ui, session, view, prefs, outbox));
    }
    if all {
        fixed(Panel::bottom("label bar"), size::LABEL_BAR, panel).show(ui, |ui| label_bar::show(ui, session, view, outbox));
        let (mut articles_open, mut side_open) = (prefs.articles_open, prefs.side_open);
        // The panels leave enough width for the column of the text, in any window and text size.
        let room = ui.available_width();
        let (articles, side) = if room < NARROW { (0.21, 0.29) } else { (0.3, 0.36) };
        let most = |share: f32| (room * share).max(160.0);
        // Narrow windows have panel sizes of their own, so that panels get their former width back in a wide window.
        let band = if room < NARROW { (room / 50.0) as usize } else { 0 };
        let left = Panel::left(("articles", band)).default_size(size::ARTICLES).size_range(160.0..=most(articles)).frame(panel);
        left.show_collapsible(ui, &mut articles_open, |ui| {
            held(ui, |ui| articles::show(ui, session, &mut view.panels.articles, &mut view.focus, outbox));
        });
        let right = Panel::right(("side", band)).default_size(size::SIDE).size_range(200.0..=most(side).max(200.0)).frame(panel);
        right.show_collapsible(ui, &mut side_open, |ui| held(ui, |ui| side::show(ui, session, view, outbox)));
        (prefs.articles_open, prefs.side_open) = (articles_open, side_open);
    }
    let is_covered = view.overlay.is_some();
    (view.reader.is_covered, view.second.is_covered) = (is_covered, is_covered);
    if !is_covered && view.focus.take_if(|focus| *focus == FocusTarget::Reader).is_some() {
        view.active_reader().wants_focus = true;
    }
    lists::show(ui, session, view, outbox);
    CentralPanel::no_frame().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
        unsaved::show(ui, session, outbox);
        if view.settings.open {
            settings::show(ui, Some(session), view, prefs, outbox);
        } else if view.panels.codebook.open {
            codebook::show(ui, session, view, outbox);
        } else if session.article().is_some() {
            if let Access::Asks(others) = session.access() {
                annotators::banner(ui, others, outbox);
            } else if let Some(words) = closed(session) {
                banner(ui, &words);
            }
            side_by_side::show(ui, session, view, prefs, outbox);
        } else {
            start::no_articles(ui, outbox);
        }
    });
}

/// Why the open article cannot be annotated. `None` if it can.
fn closed(session: &Session) -> Option<String> {
    let article = session.article()?.id.clone();
    let layer = Part::Layer(article, session.annotator().clone());
    match (session.access(), session.document().damaged.get(&layer)) {
        (Access::ReadOnly(reason), _) => Some(format!("Read-only: {reason}")),
        (Access::ReadWrite | Access::Asks(_), Some(reason)) => {
            Some(format!("Annotations for this article could not be read, so it cannot be annotated. {layer}: {reason}"))
        }
        (Access::ReadWrite | Access::Asks(_), None) => None,
    }
}

/// Draws a banner above the text.
fn banner(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui.visuals());
    Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(14, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let text = RichText::new(words).font(sans_medium(size::SANS)).color(theme.open);
        ui.add(egui::Label::new(text).wrap().selectable(false));
    });
}

/// Draws the contents of a panel without widening the panel.
fn held(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let rect = ui.available_rect_before_wrap();
    let mut inner = ui.new_child(UiBuilder::new().max_rect(rect));
    inner.shrink_clip_rect(rect);
    content(&mut inner);
    ui.advance_cursor_after_rect(rect);
}

fn overlays(app: &mut App, ctx: &egui::Context) {
    if let App { open: Some(OpenSet { session, .. }), view, prefs, outbox, .. } = app {
        picker::show(ctx, session, view, prefs, outbox);
        values_strip::show(ctx, session, view, outbox);
    }
    let App { open, view, prefs, outbox, .. } = app;
    let session = open.as_ref().map(|open| &open.session);
    cheat_sheet::show(ctx, session, view, outbox);
    palette::show(ctx, session, view, prefs, outbox);
    let answer = match &mut app.view.overlay {
        Some(Overlay::Prompt(prompt)) => prompt.show(ctx),
        Some(Overlay::Keys | Overlay::Palette | Overlay::Values | Overlay::Who { .. }) | None => None,
    };
    if let Some(answer) = answer {
        app.answered(answer, ctx);
    }
    app.ask_who(ctx);
}
