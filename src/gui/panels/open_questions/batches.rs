//! Draws a batch that can be undone: its size, how much was edited since, and a button.

use egui::{Align, Layout, Pos2, Rect, RichText, Ui, UiBuilder, Vec2};

use crate::gui::state::outbox::Outbox;
use crate::gui::style::dates;
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::{counted, digits, dim};
use crate::gui::widgets::tip::tip;
use crate::session::{BatchState, Command, Session};

/// Draws the batch. Returns its height, in points.
pub fn draw(ui: &mut Ui, session: &Session, batch: &BatchState, at: Pos2, width: f32, outbox: &mut Outbox) -> f32 {
    let theme = Theme::of(ui.visuals());
    let rect = Rect::from_min_size(at, Vec2::new(width, f32::INFINITY)).shrink2(Vec2::new(size::MARGIN, 0.0));
    let builder = UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)).id_salt(batch.id.as_str());
    let mut inner = ui.new_child(builder);
    inner.spacing_mut().item_spacing.y = 2.0;
    let all = batch.untouched + batch.edited;
    let name = batch.actor.as_ref().map(|actor| session.document().register.name(actor));
    let of = name.map(|name| format!(" of {name}")).unwrap_or_default();
    let words = format!("Tagged {}{of}", counted(all, "mention", "mentions"));
    let text = RichText::new(&words).font(sans(size::SANS)).color(theme.ink);
    inner.add(egui::Label::new(text).wrap().selectable(false));
    let edited = if batch.edited == 0 { String::new() } else { format!("{} edited since · ", digits(batch.edited)) };
    dim(&mut inner, format!("{edited}{}", dates::moment(batch.made)));
    let name = format!("Undo batch: {words}");
    let button = Button {
        name: &name,
        height: 22.0,
        color: Some(theme.open),
        enabled: batch.untouched > 0,
        ..Button::flush("Undo batch")
    };
    let help = match batch.edited {
        0 => "Delete all annotations of the batch".to_owned(),
        edited => format!("Delete the annotations of the batch, except {edited} edited since"),
    };
    if tip(button.show(&mut inner), &help, "").clicked() {
        outbox.send(Command::RetractBatch(batch.id.clone()));
    }
    inner.min_rect().height() + 12.0
}
