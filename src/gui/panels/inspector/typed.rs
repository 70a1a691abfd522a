//! Attributes that are typed: free text, or a date.

use egui::{Id, Ui};

use crate::gui::state::outbox::Outbox;
use crate::gui::widgets::text_field::TextField;
use crate::model::{Annotation, Attribute, Scale};
use crate::session::Command;

/// Draws a field for the value. Every valid change is sent immediately.
pub fn field(ui: &mut Ui, annotation: &Annotation, attribute: &Attribute, title: &str, outbox: &mut Outbox) {
    let held = annotation.details.attributes.get(&attribute.name).map_or("", String::as_str);
    let id = Id::unique(("typed value", annotation.id.as_str(), &attribute.name));
    // An incomplete date is kept in the field only.
    let mut text = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_else(|| held.to_owned());
    let wrong = !text.is_empty() && attribute.check(&text).is_err();
    let date = attribute.scale == Scale::Date;
    let hint = if date { "YYYY-MM-DD" } else { attribute.default.as_str() };
    let rows = if date { 1 } else { 2 };
    let field = TextField { hint, wrong, rows: if text.chars().count() > 24 { rows } else { 1 }, ..TextField::new(id, title) };
    let response = field.show(ui, &mut text);
    if response.changed() {
        if text.is_empty() || attribute.check(&text).is_ok() {
            outbox.send(Command::SetAttribute { id: annotation.id.clone(), name: attribute.name.clone(), value: text.clone() });
        }
        ui.data_mut(|data| data.insert_temp(id, text));
    }
    if !response.has_focus() {
        ui.data_mut(|data| data.remove::<String>(id));
    }
    if !attribute.guideline.is_empty() {
        response.on_hover_text(&attribute.guideline);
    }
}
