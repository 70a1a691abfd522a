//! Attributes with a closed list of values: a box with a menu, or a row of buttons if the values are ordered.

use egui::{Id, Popup, RichText, Ui};

use crate::gui::input::char_pressed;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::field_row::NOT_SET;
use crate::gui::widgets::lettering::dim;
use crate::gui::widgets::tip::tip;
use crate::gui::widgets::value_box::{Tone, ValueBox};
use crate::model::{Annotation, Attribute, Value};
use crate::session::Command;

/// Width of the list of values, in points.
const WIDTH: f32 = 260.0;

/// Draws the value in a box; a click opens the others with their keys.
pub fn list(ui: &mut Ui, annotation: &Annotation, attribute: &Attribute, title: &str, outbox: &mut Outbox) {
    let held = attribute.held(&annotation.details.attributes).unwrap_or_default();
    let said = annotation.details.attributes.contains_key(&attribute.name);
    let shown = attribute.value(held).map_or(held, Value::shown);
    let words = if shown.is_empty() { NOT_SET } else { shown };
    let name = format!("{title}: {words}");
    let id = Id::unique(("value", annotation.id.as_str(), &attribute.name));
    let tone = if said { Tone::Said } else { Tone::Quiet };
    let cross = format!("Clear {}", title.to_lowercase());
    let value = ValueBox { tone, cross: said.then_some(cross.as_str()), ..ValueBox::new(id, &name, words) };
    let done = value.show(ui);
    if done.crossed {
        return set(annotation, attribute, "", outbox);
    }
    let response = tip(done.response, &attribute.guideline, "");
    Popup::menu(&response).width(WIDTH).show(|ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 0.0;
        for value in &attribute.values {
            if choice(ui, value, value.name == held) {
                set(annotation, attribute, &value.name, outbox);
                ui.close();
            }
        }
        if !attribute.guideline.is_empty() {
            ui.add_space(6.0);
            dim(ui, attribute.guideline.as_str());
        }
        let typed = |value: &&Value| value.key.is_some_and(|key| char_pressed(ui, key));
        if let Some(value) = attribute.values.iter().find(typed) {
            set(annotation, attribute, &value.name, outbox);
            ui.close();
        }
    });
}

/// Draws one value of the menu: key, title, and when it applies.
fn choice(ui: &mut Ui, value: &Value, held: bool) -> bool {
    let theme = Theme::of(ui.visuals());
    let shown = value.shown();
    let name = if value.about.is_empty() { shown.to_owned() } else { format!("{shown}: {}", value.about) };
    let key = value.key.map(|key| key.to_ascii_uppercase().to_string()).unwrap_or_default();
    let lit = held.then_some(theme.accent);
    let button = Button { name: &name, key, lit, padding: 8.0, ..Button::quiet(shown) };
    let clicked = button.show(ui).clicked();
    if !value.about.is_empty() {
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            let text = RichText::new(&value.about).font(sans(size::SMALL)).color(theme.dim);
            ui.add(egui::Label::new(text).wrap().selectable(false));
        });
        ui.add_space(4.0);
    }
    clicked
}

/// Draws the values as a row of buttons, lowest first.
pub fn scale(ui: &mut Ui, annotation: &Annotation, attribute: &Attribute, title: &str, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let held = attribute.held(&annotation.details.attributes).unwrap_or_default();
    let said = annotation.details.attributes.contains_key(&attribute.name);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(4.0);
        for value in &attribute.values {
            let own = value.name == held;
            let name = format!("{title}: {}", value.shown());
            let lit = own.then_some(if said { theme.accent } else { theme.frame });
            let button = Button { name: &name, lit, padding: 8.0, ..Button::framed(value.shown()) };
            let key = value.key.map(|key| key.to_ascii_uppercase().to_string()).unwrap_or_default();
            if tip(button.show(ui), &value.about, &key).clicked() {
                set(annotation, attribute, if own && said { "" } else { &value.name }, outbox);
            }
        }
    });
}

fn set(annotation: &Annotation, attribute: &Attribute, value: &str, outbox: &mut Outbox) {
    let (id, name) = (annotation.id.clone(), attribute.name.clone());
    outbox.send(Command::SetAttribute { id, name, value: value.to_owned() });
}
