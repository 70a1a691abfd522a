//! The values of an attribute, a line each: key, name, title, when it applies, how often it is said.

use egui::{Id, Rect, Ui, UiBuilder, Vec2};

use super::memory::CodebookView;
use super::uses;
use crate::gui::outbox::Outbox;
use crate::gui::theme::{Theme, sans, size};
use crate::gui::widgets::button::{Button, icon_button};
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::lettering::{clamped, digits};
use crate::gui::widgets::text_field::TextField;
use crate::gui::widgets::tip::tip;
use crate::model::{Attribute, Value};
use crate::session::{CodebookChange, Command, Session};

/// Widths of the columns: key, name, title; then uses and signs at the end. What is left is for the explanation.
const KEY: f32 = 34.0;
const NAME: f32 = 0.21;
const TITLE: f32 = 0.21;
const END: f32 = 140.0;
const GAP: f32 = 6.0;

/// Draws the lines, and a field for a further value.
pub fn list(ui: &mut Ui, session: &Session, held: &Attribute, read_only: bool, memory: &mut CodebookView, outbox: &mut Outbox) {
    captions(ui);
    for (at, value) in held.values.iter().enumerate() {
        line(ui, held, (at, value), read_only, memory, outbox);
        if memory.value.as_deref() == Some(value.name.as_str()) {
            let gone = uses::show(ui, session, memory.uses.of(&value.name), outbox);
            if gone {
                memory.close();
            }
        }
    }
    if !read_only {
        let [_, name, ..] = columns(ui);
        place(ui, name, "new value", |ui| {
            let id = Id::unique(("add value", held.of as u8, held.name.as_str()));
            let field = TextField { hint: "Add a value", ..TextField::new(id, "Add a value") };
            let (response, typed) = memory.drafts.show(ui, field, "");
            if let Some(name) = typed {
                let change = CodebookChange::AddValue { of: held.of, attribute: held.name.clone(), name };
                outbox.send(Command::ChangeCodebook(change));
                // Several values are typed one after the other.
                if ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                    response.request_focus();
                }
            }
        });
    }
}

/// Places of key, name, title, explanation and the end, over a new line.
fn columns(ui: &mut Ui) -> [Rect; 5] {
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), size::FIELD));
    let room = rect.width() - KEY - END - 4.0 * GAP;
    let widths = [KEY, room * NAME, room * TITLE, room * (1.0 - NAME - TITLE), END];
    let mut x = rect.left();
    widths.map(|width| {
        let column = Rect::from_min_size(egui::pos2(x, rect.top()), Vec2::new(width, rect.height()));
        x += width + GAP;
        column
    })
}

fn captions(ui: &mut Ui) {
    let theme = Theme::of(ui.visuals());
    let columns = columns(ui);
    for (column, words) in columns.into_iter().zip(["Key", "Name", "Title", "When it applies", "Said"]) {
        let galley = clamped(ui, words, sans(size::SMALL), 16.0, theme.dim, column.width(), 1);
        ui.painter().galley(column.left_bottom() - Vec2::new(0.0, 18.0), galley, theme.dim);
    }
}

fn place<T>(ui: &mut Ui, rect: Rect, salt: &str, content: impl FnOnce(&mut Ui) -> T) -> T {
    let mut inner = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(salt));
    content(&mut inner)
}

fn line(
    ui: &mut Ui,
    held: &Attribute,
    (at, value): (usize, &Value),
    read_only: bool,
    memory: &mut CodebookView,
    outbox: &mut Outbox,
) {
    let Value { name, title, key, about, unknown: _ } = value;
    let (of, attribute) = (held.of, held.name.clone());
    let [key_at, name_at, title_at, about_at, end] = columns(ui);
    let id = |what: &str| Id::unique(("value field", of as u8, attribute.as_str(), name.as_str(), what));
    let mut described = value.clone();
    let old = key.map(String::from).unwrap_or_default();
    let label = format!("Key of {name}");
    let typed = place(ui, key_at, "key", |ui| {
        memory.drafts.show(ui, TextField { read_only, ..TextField::new(id("key"), &label) }, &old).1
    });
    if let Some(typed) = typed {
        described.key = typed.chars().next().map(|key| key.to_ascii_uppercase());
    }
    let label = format!("Name of {name}");
    let renamed = place(ui, name_at, "name", |ui| {
        let field = TextField { read_only, ..TextField::new(id("name"), &label) };
        let (response, typed) = memory.drafts.show(ui, field, name);
        response.on_hover_text("As files and tables write it. Renaming changes every annotation too.");
        typed
    });
    let label = format!("Title of {name}");
    let typed = place(ui, title_at, "title", |ui| {
        let field = TextField { hint: name, read_only, ..TextField::new(id("title"), &label) };
        memory.drafts.show(ui, field, title).1
    });
    described.title = typed.unwrap_or(described.title);
    let label = format!("When {name} applies");
    let typed = place(ui, about_at, "about", |ui| {
        let field = TextField { read_only, ..TextField::new(id("about"), &label) };
        let (response, typed) = memory.drafts.show(ui, field, about);
        if !about.is_empty() {
            response.on_hover_text(about);
        }
        typed
    });
    described.about = typed.unwrap_or(described.about);
    if described != *value {
        let Value { name, title, key, about, unknown: _ } = described;
        let attribute = attribute.clone();
        outbox.send(Command::ChangeCodebook(CodebookChange::DescribeValue { of, attribute, name, title, key, about }));
    }
    if let Some(to) = renamed {
        let change = CodebookChange::RenameValue { of, attribute: attribute.clone(), from: name.clone(), to };
        outbox.send(Command::ChangeCodebook(change));
    }
    let mut end = ui.new_child(UiBuilder::new().max_rect(end).layout(egui::Layout::left_to_right(egui::Align::Center)));
    end.spacing_mut().item_spacing.x = 0.0;
    signs(&mut end, held, at, name, read_only, memory, outbox);
}

/// The number of uses, and the signs that move and remove.
fn signs(ui: &mut Ui, held: &Attribute, at: usize, name: &str, read_only: bool, memory: &mut CodebookView, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let uses = memory.uses.of(name).len();
    let label = format!("Where {name} is said");
    let words = if held.default == name { format!("{} · default", digits(uses)) } else { digits(uses) };
    let button = Button { name: &label, enabled: uses > 0, padding: 4.0, ..Button::quiet(&words) };
    let help = if held.default == name { "Said so often; it also holds wherever nothing is said" } else { "List its places" };
    ui.allocate_ui(Vec2::new(76.0, size::FIELD), |ui| {
        ui.set_width(76.0);
        if tip(button.show(ui), help, "").clicked() {
            memory.value = (memory.value.as_deref() != Some(name)).then(|| name.to_owned());
        }
    });
    if read_only {
        return;
    }
    let change = |change| Command::ChangeCodebook(change);
    let (of, attribute) = (held.of, held.name.clone());
    for (words, what, up, enabled) in [("↑", "up", true, at > 0), ("↓", "down", false, at + 1 < held.values.len())] {
        let label = format!("Move {name} {what}");
        let button = Button { name: &label, enabled, color: Some(theme.dim), padding: 4.0, height: 22.0, ..Button::quiet(words) };
        if button.show(ui).clicked() {
            outbox.send(change(CodebookChange::MoveValue { of, attribute: attribute.clone(), name: name.to_owned(), up }));
        }
    }
    if icon_button(ui, Icon::Cross, &format!("Remove the value {name}"), "").clicked() {
        outbox.send(change(CodebookChange::RemoveValue { of, attribute, name: name.to_owned() }));
    }
}
