//! The bar on top: the set's name and size, and the few things that are done with the set as a whole.

use egui::{Align, Layout, RichText, Ui, UiBuilder, Vec2};

use crate::gui::keymap::key_of;
use crate::gui::outbox::Outbox;
use crate::gui::theme::{Theme, sans, sans_semibold, size};
use crate::gui::view::View;
use crate::gui::widgets::button::{Button, action_button, icon_button};
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::lettering::counted;
use crate::gui::widgets::tip::{action_tip, tip};
use crate::session::{Action, Session};

/// Draws the bar; it brings its own margins.
pub fn show(ui: &mut Ui, session: &Session, view: &mut View, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let mut inner = ui.available_rect_before_wrap().shrink2(Vec2::new(size::MARGIN, 0.0));
    // The last button's own margin reaches into the bar's, so that its key ends where the bar's content ends.
    inner.max.x += 8.0;
    let builder = UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let keys =
            Button { key: key_of(ui, Action::ShowKeys), color: Some(theme.dim), ..Button::quiet(Action::ShowKeys.spec().name) };
        if tip(keys.show(ui), Action::ShowKeys.spec().help, "").clicked() {
            outbox.act(Action::ShowKeys);
        }
        let theme_button = icon_button(ui, Icon::HalfDisc, Action::NextTheme.spec().name, &key_of(ui, Action::NextTheme));
        if theme_button.clicked() {
            outbox.act(Action::NextTheme);
        }
        ui.add_space(8.0);
        history(ui, Action::Redo, session.next_redo(), outbox);
        history(ui, Action::Undo, session.next_undo(), outbox);
        ui.add_space(8.0);
        if action_button(ui, Action::AddFiles) {
            outbox.act(Action::AddFiles);
        }
        ui.add_space(16.0);
        let rest = ui.available_rect_before_wrap();
        let builder = UiBuilder::new().max_rect(rest).layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| name(ui, session, view, outbox));
    });
}

/// The set's title, and how large it is.
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
    // A long title gives way to what stands beside it.
    let room = (ui.available_width() - 200.0).max(80.0);
    let title = RichText::new(title).font(sans_semibold(size::SANS)).color(theme.ink);
    let label = egui::Label::new(title).truncate().selectable(false).sense(egui::Sense::click());
    let response = ui.scope(|ui| {
        ui.set_max_width(room);
        ui.add(label)
    });
    if action_tip(response.inner, Action::SetDetails).clicked() {
        outbox.act(Action::SetDetails);
    }
    ui.add(egui::Label::new(about).truncate().selectable(false));
}

/// Undo or redo; the tip names the step.
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
