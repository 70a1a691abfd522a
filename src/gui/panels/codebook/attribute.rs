//! One attribute of the codebook: a summary line that expands to its fields.

use egui::{Align2, ComboBox, Id, Pos2, Rect, Role, Ui, Vec2};

use super::state::CodebookView;
use super::value;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, sans_medium, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::drafts::Pause;
use crate::gui::widgets::field_row::{fact_row, field_row};
use crate::gui::widgets::lettering::{clamped, counted, whole};
use crate::gui::widgets::list_row::ListRow;
use crate::gui::widgets::text_field::TextField;
use crate::model::{Attribute, Scale, Subject};
use crate::session::{CodebookChange, Command, Session};

const LINE: f32 = 32.0;

/// Draws the attribute; `place` is its index and the number of attributes.
pub fn show(
    ui: &mut Ui,
    session: &Session,
    held: &Attribute,
    place: (usize, usize),
    read_only: bool,
    view: &mut CodebookView,
    outbox: &mut Outbox,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let key = (held.of, held.name.clone());
    let open = view.attribute.as_ref() == Some(&key);
    if line(ui, held, open) {
        view.attribute = (!open).then_some(key);
        view.value = None;
    }
    if !open {
        return;
    }
    view.uses.update(session, held.of, &held.name, ui.ctx().text_edit_focused());
    egui::Frame::NONE.inner_margin(egui::Margin { left: 14, right: 0, top: 6, bottom: 12 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        fields(ui, held, read_only, view, outbox);
        if held.is_closed() {
            ui.add_space(6.0);
            value::list(ui, session, held, read_only, view, outbox);
        }
        if !read_only {
            ui.add_space(4.0);
            actions(ui, held, place, view, outbox);
        }
    });
}

/// Draws the summary line. Returns whether it was clicked.
fn line(ui: &mut Ui, held: &Attribute, open: bool) -> bool {
    let theme = Theme::of(ui.visuals());
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), LINE));
    let name = format!("{}: {}", held.of.title(), held.title);
    let id = Id::unique(("codebook attribute", held.of as u8, held.name.as_str()));
    let row = ListRow { id, at: rect.min, size: rect.size(), name: &name, role: Role::Button, selected: false };
    let response = row.show(ui);
    ui.painter().hline(rect.x_range(), rect.top(), egui::Stroke::new(1.0, theme.line));
    let title = whole(ui, &held.title, sans_medium(size::SANS), theme.ink);
    let after = rect.left() + 4.0 + title.size().x + 12.0;
    let at = Align2::LEFT_CENTER.anchor_size(Pos2::new(rect.left() + 4.0, rect.center().y), title.size()).min;
    ui.painter().galley(at, title, theme.ink);
    let about = clamped(ui, &about(held), sans(size::SMALL), 16.0, theme.dim, rect.right() - after - 24.0, 1);
    ui.painter().galley(Pos2::new(after, rect.center().y - 7.5), about, theme.dim);
    let mark = if open { "–" } else { "+" };
    let mark = whole(ui, mark, sans(15.0), theme.dim);
    let at = Align2::RIGHT_CENTER.anchor_size(Pos2::new(rect.right() - 6.0, rect.center().y), mark.size()).min;
    ui.painter().galley(at, mark, theme.dim);
    response.clicked()
}

fn about(held: &Attribute) -> String {
    let scale = match held.scale {
        Scale::List => format!("one of {}", counted(held.values.len(), "value", "values")),
        Scale::Ordered => format!("one of {}, ordered", counted(held.values.len(), "value", "values")),
        Scale::Text | Scale::Date => scale_title(held.scale).to_owned(),
    };
    let default = held.value(&held.default).map_or(held.default.as_str(), |value| value.shown());
    let default = if default.is_empty() { String::new() } else { format!(" · Default: {default}") };
    format!("{} · {scale}{default}", held.name)
}

fn scale_title(scale: Scale) -> &'static str {
    match scale {
        Scale::List => "one of a list",
        Scale::Ordered => "one of a list, ordered",
        Scale::Text => "any text",
        Scale::Date => "a date",
    }
}

fn fields(ui: &mut Ui, held: &Attribute, read_only: bool, view: &mut CodebookView, outbox: &mut Outbox) {
    let Attribute { of, name, title, guideline, default, .. } = held;
    let id = |what: &str| Id::unique(("attribute field", *of as u8, name.as_str(), what));
    let mut send = |change| outbox.send(Command::ChangeCodebook(change));
    field_row(ui, "Title", |ui| {
        let field = TextField { read_only, ..TextField::new(id("title"), "Title of the attribute") };
        view.drafts.show(ui, field, title, Pause::Takes, retitles(*of, name));
    });
    field_row(ui, "Name", |ui| {
        let field = TextField { read_only, ..TextField::new(id("name"), "Name of the attribute") };
        let (of, from) = (*of, name.clone());
        let commit = value::commits(move |to| CodebookChange::RenameAttribute { of, from: from.clone(), to });
        let (response, typed) = view.drafts.show(ui, field, name, Pause::Keeps, commit);
        response.on_hover_text("The name in files and tables. Renaming updates every annotation.");
        if let Some(to) = typed.filter(|to| !to.is_empty()) {
            view.attribute = Some((of, to));
        }
    });
    fact_row(ui, "Scale", |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(size::FIELD);
            ui.label(scale_title(held.scale));
        });
    });
    field_row(ui, "Default", |ui| {
        let chosen = if held.is_closed() && !read_only {
            default_of(ui, held)
        } else {
            let field = TextField { hint: "None", read_only, ..TextField::new(id("default"), "Default of the attribute") };
            let (of, name) = (*of, name.clone());
            let commit = move |_: &Session, value: &str| {
                let change = CodebookChange::SetDefault { of, name: name.clone(), value: value.to_owned() };
                Some(Command::ChangeCodebook(change))
            };
            view.drafts.show(ui, field, default, Pause::Keeps, commit);
            None
        };
        if let Some(value) = chosen {
            send(CodebookChange::SetDefault { of: *of, name: name.clone(), value });
        }
    });
    field_row(ui, "Guideline", |ui| {
        let mut typed = guideline.clone();
        let field = TextField { rows: 2, read_only, ..TextField::new(id("guideline"), "Guideline of the attribute") };
        if field.show(ui, &mut typed).changed() {
            send(CodebookChange::Describe { of: *of, name: name.clone(), title: title.clone(), guideline: typed });
        }
    });
}

/// The command that changes an attribute's title.
fn retitles(of: Subject, name: &str) -> impl Fn(&Session, &str) -> Option<Command> + 'static {
    let name = name.to_owned();
    move |session, title| {
        let guideline = session.document().codebook.attribute(of, &name)?.guideline.clone();
        let change = CodebookChange::Describe { of, name: name.clone(), title: title.to_owned(), guideline };
        Some(Command::ChangeCodebook(change))
    }
}

fn default_of(ui: &mut Ui, held: &Attribute) -> Option<String> {
    let shown = held.value(&held.default).map_or("none", |value| value.shown());
    let mut chosen = None;
    let list = ComboBox::from_id_salt(("default", held.of as u8, &held.name)).selected_text(shown).width(220.0);
    let response = list.show_ui(ui, |ui| {
        if ui.selectable_label(held.default.is_empty(), "none").clicked() && !held.default.is_empty() {
            chosen = Some(String::new());
        }
        for value in &held.values {
            if ui.selectable_label(value.name == held.default, value.shown()).clicked() && value.name != held.default {
                chosen = Some(value.name.clone());
            }
        }
    });
    response.response.accessible_name("Default of the attribute");
    chosen
}

fn actions(ui: &mut Ui, held: &Attribute, (at, count): (usize, usize), view: &mut CodebookView, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let (of, name) = (held.of, held.name.clone());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for (words, up, enabled) in [("Move up", true, at > 0), ("Move down", false, at + 1 < count)] {
            let label = format!("{words}: {}", held.title);
            if (Button { name: &label, enabled, ..Button::flush(words) }).show(ui).clicked() {
                let change = CodebookChange::MoveAttribute { of, name: name.clone(), up };
                outbox.send(Command::ChangeCodebook(change));
            }
        }
        let label = format!("Remove: {}", held.title);
        if (Button { name: &label, color: Some(theme.open), ..Button::flush("Remove") }).show(ui).clicked() {
            outbox.send(Command::ChangeCodebook(CodebookChange::RemoveAttribute { of, name }));
        }
        let uses = view.uses.all();
        if uses > 0 {
            crate::gui::widgets::lettering::dim(ui, format!("used {}", counted(uses, "time", "times")));
        }
    });
}

/// Draws a field for the name of a new attribute, with its scale.
pub fn add(ui: &mut Ui, of: Subject, view: &mut CodebookView) {
    let title = of.title().to_lowercase();
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), size::FIELD));
    let split = rect.left() + 320.0_f32.min(rect.width() * 0.6);
    let left = Rect::from_min_max(rect.min, Pos2::new(split, rect.bottom()));
    let right = Rect::from_min_max(Pos2::new(split + 8.0, rect.top()), rect.max);
    let scale = view.scale.unwrap_or(Scale::List);
    ui.scope_builder(egui::UiBuilder::new().max_rect(left).id_salt(("add", of as u8)), |ui| {
        let name = format!("Add an attribute of {title}");
        let field =
            TextField { hint: "Name of a new attribute", ..TextField::new(Id::unique(("add attribute", of as u8)), &name) };
        let commit = value::commits(move |name| CodebookChange::AddAttribute { of, name, scale });
        if let (_, Some(name)) = view.drafts.show(ui, field, "", Pause::Keeps, commit) {
            view.attribute = Some((of, name));
        }
    });
    ui.scope_builder(egui::UiBuilder::new().max_rect(right).id_salt(("scale", of as u8)), |ui| {
        let list = ComboBox::from_id_salt(("new scale", of as u8)).selected_text(scale_title(scale)).width(180.0);
        let response = list.show_ui(ui, |ui| {
            for one in [Scale::List, Scale::Ordered, Scale::Text, Scale::Date] {
                if ui.selectable_label(one == scale, scale_title(one)).clicked() {
                    view.scale = Some(one);
                }
            }
        });
        response.response.accessible_name(format!("Scale of a new attribute of {title}"));
    });
}
