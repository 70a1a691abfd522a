//! The values of an attribute, one line each: key, name, title, when it applies, number of uses.

use egui::{Id, Rect, Ui, UiBuilder, Vec2};

use super::state::CodebookView;
use super::uses;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::button::{Button, icon_button};
use crate::gui::widgets::drafts::Pause;
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::lettering::{clamped, digits};
use crate::gui::widgets::text_field::TextField;
use crate::gui::widgets::tip::tip;
use crate::model::{Attribute, Value};
use crate::session::{CodebookChange, Command, Session};

/// Widths of the columns: key, name, title; then uses and buttons. The description takes the rest.
const KEY: f32 = 34.0;
const NAME: f32 = 0.21;
const TITLE: f32 = 0.21;
const END: f32 = 140.0;
const GAP: f32 = 6.0;

/// Draws the lines, and a field for a new value.
pub fn list(ui: &mut Ui, session: &Session, held: &Attribute, read_only: bool, view: &mut CodebookView, outbox: &mut Outbox) {
    captions(ui);
    for (at, value) in held.values.iter().enumerate() {
        line(ui, held, (at, value), read_only, view, outbox);
        if view.value.as_deref() == Some(value.name.as_str()) {
            let gone = uses::show(ui, session, view.uses.of(&value.name), outbox);
            if gone {
                view.close();
            }
        }
    }
    if !read_only {
        let [_, name, ..] = columns(ui);
        place(ui, name, "new value", |ui| {
            let id = Id::unique(("add value", held.of as u8, held.name.as_str()));
            let field = TextField { hint: "Add a value", ..TextField::new(id, "Add a value") };
            let (of, attribute) = (held.of, held.name.clone());
            let commit = commits(move |name| CodebookChange::AddValue { of, attribute: attribute.clone(), name });
            let (response, typed) = view.drafts.show(ui, field, "", Pause::Keeps, commit);
            // Several values can be typed one after the other.
            if typed.is_some() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                response.request_focus();
            }
        });
    }
}

/// Positions of key, name, title, description and buttons in a new line.
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
    for (column, words) in columns.into_iter().zip(["Key", "Name", "Title", "When it applies", "Used"]) {
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
    view: &mut CodebookView,
    outbox: &mut Outbox,
) {
    let Value { name, title, key, about, unknown: _ } = value;
    let (of, attribute) = (held.of, held.name.clone());
    let [key_at, name_at, title_at, about_at, end] = columns(ui);
    let id = |what: &str| Id::unique(("value field", of as u8, attribute.as_str(), name.as_str(), what));
    let describes = |change: fn(&mut Value, &str)| describes(held, name, change);
    let old = key.map(String::from).unwrap_or_default();
    let label = format!("Key of {name}");
    place(ui, key_at, "key", |ui| {
        let field = TextField { read_only, ..TextField::new(id("key"), &label) };
        let commit = describes(|value, key| value.key = key.chars().next().map(|key| key.to_ascii_uppercase()));
        view.drafts.show(ui, field, &old, Pause::Takes, commit);
    });
    let label = format!("Name of {name}");
    place(ui, name_at, "name", |ui| {
        let field = TextField { read_only, ..TextField::new(id("name"), &label) };
        let (attribute, from) = (attribute.clone(), name.clone());
        let commit = commits(move |to| CodebookChange::RenameValue { of, attribute: attribute.clone(), from: from.clone(), to });
        let (response, _) = view.drafts.show(ui, field, name, Pause::Keeps, commit);
        response.on_hover_text("The name in files and tables. Renaming updates every annotation.");
    });
    let label = format!("Title of {name}");
    place(ui, title_at, "title", |ui| {
        let field = TextField { hint: name, read_only, ..TextField::new(id("title"), &label) };
        view.drafts.show(ui, field, title, Pause::Takes, describes(|value, title| title.clone_into(&mut value.title)));
    });
    let label = format!("When {name} applies");
    place(ui, about_at, "about", |ui| {
        let field = TextField { read_only, ..TextField::new(id("about"), &label) };
        let commit = describes(|value, about| about.clone_into(&mut value.about));
        let (response, _) = view.drafts.show(ui, field, about, Pause::Takes, commit);
        if !about.is_empty() {
            response.on_hover_text(about);
        }
    });
    let mut end = ui.new_child(UiBuilder::new().max_rect(end).layout(egui::Layout::left_to_right(egui::Align::Center)));
    end.spacing_mut().item_spacing.x = 0.0;
    signs(&mut end, held, at, name, read_only, view, outbox);
}

/// The command that changes a text of a value.
fn describes(held: &Attribute, name: &str, change: fn(&mut Value, &str)) -> impl Fn(&Session, &str) -> Option<Command> + 'static {
    let (of, attribute, name) = (held.of, held.name.clone(), name.to_owned());
    move |session, text| {
        let mut value = session.document().codebook.attribute(of, &attribute)?.value(&name)?.clone();
        change(&mut value, text);
        let Value { name, title, key, about, unknown: _ } = value;
        let change = CodebookChange::DescribeValue { of, attribute: attribute.clone(), name, title, key, about };
        Some(Command::ChangeCodebook(change))
    }
}

/// The command that changes the codebook by a name. `None` for an empty name.
pub fn commits(change: impl Fn(String) -> CodebookChange + 'static) -> impl Fn(&Session, &str) -> Option<Command> + 'static {
    move |_, name| (!name.is_empty()).then(|| Command::ChangeCodebook(change(name.to_owned())))
}

/// Draws the number of uses, and the buttons that move and remove.
fn signs(ui: &mut Ui, held: &Attribute, at: usize, name: &str, read_only: bool, view: &mut CodebookView, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let uses = view.uses.of(name).len();
    let label = format!("Where {name} is used");
    let words = if held.default == name { format!("{} · default", digits(uses)) } else { digits(uses) };
    let button = Button { name: &label, enabled: uses > 0, padding: 4.0, ..Button::quiet(&words) };
    let help = if held.default == name {
        "Set explicitly this often; it also applies wherever nothing is set"
    } else {
        "Show where it is used"
    };
    ui.allocate_ui(Vec2::new(76.0, size::FIELD), |ui| {
        ui.set_width(76.0);
        if tip(button.show(ui), help, "").clicked() {
            view.value = (view.value.as_deref() != Some(name)).then(|| name.to_owned());
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
