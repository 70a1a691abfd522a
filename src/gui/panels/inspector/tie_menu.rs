//! The menu of a link: its type, its note, and removing it.

use egui::{Id, Popup, PopupCloseBehavior, Pos2, Rect, Role, Sense, Ui, WidgetInfo};

use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::Theme;
use crate::gui::widgets::button::{Button, focus_ring};
use crate::gui::widgets::lettering::heading;
use crate::gui::widgets::text_field::TextField;
use crate::model::{Annotation, Label, LinkKind};
use crate::session::{Command, Session, Tie};

const WIDTH: f32 = 220.0;

/// Draws the three dots, and the menu while it is open.
pub fn menu(ui: &mut Ui, rect: Rect, session: &Session, annotation: &Annotation, tie: &Tie, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let response = ui.interact(rect, Id::unique(("tie menu", tie.link.as_str())), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Edit link: {}", tie.kind.title())));
    let ink = if response.hovered() { theme.ink } else { theme.dim };
    for step in [-5.0, 0.0, 5.0] {
        ui.painter().circle_filled(Pos2::new(rect.center().x + step, rect.center().y), 1.4, ink);
    }
    focus_ring(ui, rect.shrink(2.0), &response);
    let other = session.find(&tie.other).map_or(annotation.label, |(_, found)| found.label);
    let (from, to) = if tie.outgoing { (annotation.label, other) } else { (other, annotation.label) };
    let popup = Popup::menu(&response).width(WIDTH).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| content(ui, from, to, tie, outbox));
}

fn content(ui: &mut Ui, from: Label, to: Label, tie: &Tie, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    ui.set_width(WIDTH);
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut set = |to| outbox.send(Command::SetLink { from: tie.holder.clone(), id: tie.link.clone(), to });
    heading(ui, "Link type");
    for kind in LinkKind::between(from, to) {
        let lit = (kind == tie.kind).then_some(theme.accent);
        if (Button { lit, ..Button::quiet(kind.title()) }).show(ui).clicked() {
            set(Some((kind, tie.note.clone())));
            ui.close();
        }
    }
    ui.add_space(6.0);
    let mut note = tie.note.clone();
    let field = TextField { hint: "Note", ..TextField::new(Id::unique(("link note", tie.link.as_str())), "Note on the link") };
    if field.show(ui, &mut note).changed() {
        set(Some((tie.kind, note)));
    }
    ui.add_space(6.0);
    if (Button { color: Some(theme.open), ..Button::quiet("Remove link") }).show(ui).clicked() {
        set(None);
        ui.close();
    }
}
