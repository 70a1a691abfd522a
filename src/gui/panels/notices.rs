//! Shows what a person should know: the newest notice in the status line, all of them on a click.

use egui::{Align2, Color32, Popup, PopupCloseBehavior, Pos2, Rect, RichText, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::gui::keymap::key_of;
use crate::gui::outbox::Outbox;
use crate::gui::theme::{Theme, sans, sans_medium, size};
use crate::gui::widgets::button::icon_button;
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::lettering::{clamped, counted, heading};
use crate::session::{Action, Command, Notice, Session, Severity};

fn color(theme: &Theme, severity: Severity) -> Color32 {
    match severity {
        Severity::Info => theme.ink,
        Severity::Warning => theme.claim,
        Severity::Error => theme.open,
    }
}

/// What stands before a notice, so that no colour is needed to tell how much it matters.
fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "",
        Severity::Warning => "Note: ",
        Severity::Error => "Problem: ",
    }
}

/// Draws the newest notice between `ui`'s cursor and `right`.
pub fn show(ui: &mut Ui, session: &Session, right: f32, outbox: &mut Outbox) {
    let notices = session.notices();
    // The newest, so that what was just done is answered; when that has gone, what stays comes up again.
    let Some(newest) = notices.iter().max_by_key(|n| (n.at, n.severity)) else { return };
    let theme = Theme::of(ui.visuals());
    let left = ui.cursor().left();
    let middle = ui.max_rect().center().y;
    let dismissable = notices.iter().any(|n| n.severity > Severity::Info);
    let room = right - left - if dismissable { 28.0 } else { 0.0 };
    if room < 60.0 {
        return;
    }
    let more = if notices.len() > 1 { format!("  (and {} more)", notices.len() - 1) } else { String::new() };
    let words = format!("{}{}{more}", sign(newest.severity), newest.text);
    let ink = color(theme, newest.severity);
    let galley = clamped(ui, &words, sans_medium(size::SMALL), 16.0, ink, room, 1);
    let rect = Align2::LEFT_CENTER.anchor_size(Pos2::new(left, middle), galley.size());
    let response = ui.interact(rect.expand2(Vec2::new(4.0, 3.0)), egui::Id::unique("newest notice"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    ui.painter().galley(rect.min, galley, ink);
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| list(ui, notices, outbox));
    if dismissable {
        let cross = Rect::from_min_size(Pos2::new(rect.right() + 6.0, middle - 11.0), Vec2::splat(22.0));
        let builder = egui::UiBuilder::new().max_rect(cross);
        let close = ui.scope_builder(builder, |ui| icon_button(ui, Icon::Cross, "Dismiss", &key_of(ui, Action::Escape))).inner;
        if close.clicked() {
            outbox.send(Command::DismissNotices);
        }
    }
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
