//! Shows notices in the status bar: the most severe one, the newest answer after it, and all of them on a click.

use egui::{Align2, Color32, Popup, PopupCloseBehavior, Pos2, Rect, RichText, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, sans_medium, size};
use crate::gui::widgets::button::icon_button;
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::lettering::{clamped, counted, heading};
use crate::session::{Command, Notice, Session, Severity, WindowAction};

/// Share of the width for the most severe notice when an answer follows it.
const SHARE: f32 = 0.6;

fn color(theme: &Theme, severity: Severity) -> Color32 {
    match severity {
        Severity::Info => theme.ink,
        Severity::Warning => theme.claim,
        Severity::Error => theme.open,
    }
}

/// The word before a notice, so that its severity does not depend on colour.
fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "",
        Severity::Warning => "Warning: ",
        Severity::Error => "Error: ",
    }
}

/// Draws the most severe notice between `ui`'s cursor and `right`, and the answer to the last command after it.
pub fn show(ui: &mut Ui, session: &Session, right: f32, outbox: &mut Outbox) {
    let notices = session.notices();
    let Some(gravest) = notices.iter().max_by_key(|n| (n.severity, n.ticks)) else { return };
    let answer = notices.iter().rev().find(|n| n.severity == Severity::Info).filter(|n| *n != gravest);
    let theme = Theme::of(ui.visuals());
    let left = ui.cursor().left();
    let middle = ui.max_rect().center().y;
    let dismissable = notices.iter().any(|n| n.severity > Severity::Info && n.cause.is_none());
    let room = right - left - if dismissable { 28.0 } else { 0.0 };
    if room < 60.0 {
        return;
    }
    let hidden = notices.len() - 1 - usize::from(answer.is_some());
    let more = if hidden > 0 { format!("  (and {hidden} more)") } else { String::new() };
    let words = format!("{}{}{more}", sign(gravest.severity), gravest.text);
    let ink = color(theme, gravest.severity);
    let own = if answer.is_some() { room * SHARE } else { room };
    let galley = clamped(ui, &words, sans_medium(size::SMALL), 16.0, ink, own, 1);
    let rect = Align2::LEFT_CENTER.anchor_size(Pos2::new(left, middle), galley.size());
    let response = ui.interact(rect.expand2(Vec2::new(4.0, 3.0)), egui::Id::unique("newest notice"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    ui.painter().galley(rect.min, galley, ink);
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| list(ui, notices, outbox));
    if dismissable {
        let cross = Rect::from_min_size(Pos2::new(rect.right() + 6.0, middle - 11.0), Vec2::splat(22.0));
        let builder = egui::UiBuilder::new().max_rect(cross);
        let close =
            ui.scope_builder(builder, |ui| icon_button(ui, Icon::Cross, "Dismiss", &key_of(ui, WindowAction::Escape))).inner;
        if close.clicked() {
            outbox.send(Command::DismissNotices);
        }
    }
    if let Some(answer) = answer {
        let left = rect.right() + if dismissable { 40.0 } else { 16.0 };
        say(ui, &answer.text, left, right);
    }
}

/// Draws an answer after the most severe notice, if there is room.
fn say(ui: &mut Ui, words: &str, left: f32, right: f32) {
    if right - left < 60.0 {
        return;
    }
    let theme = Theme::of(ui.visuals());
    let galley = clamped(ui, words, sans_medium(size::SMALL), 16.0, theme.ink, right - left, 1);
    let rect = Align2::LEFT_CENTER.anchor_size(Pos2::new(left, ui.max_rect().center().y), galley.size());
    let response = ui.interact(rect, egui::Id::unique("newest answer"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    ui.painter().galley(rect.min, galley, theme.ink);
}

fn list(ui: &mut Ui, notices: &[Notice], outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    ui.set_width(420.0);
    ui.spacing_mut().item_spacing.y = 6.0;
    heading(ui, &counted(notices.len(), "message", "messages"));
    egui::ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
        for notice in notices.iter().rev() {
            let words = format!("{}{}", sign(notice.severity), notice.text);
            let text = RichText::new(words).font(sans(size::SANS)).color(color(theme, notice.severity));
            ui.add(egui::Label::new(text).wrap());
        }
    });
    if crate::gui::widgets::button::Button::framed("Dismiss all").show(ui).clicked() {
        outbox.send(Command::DismissNotices);
        ui.close();
    }
}
