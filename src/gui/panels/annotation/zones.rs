//! The zones of an article: each with its type and first words, and buttons to mark more.

use egui::{ComboBox, Id, Pos2, RichText, Role, Ui, Vec2};

use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::button::{Button, icon_button};
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::lettering::{clamped, counted, dim, heading};
use crate::gui::widgets::list_row::ListRow;
use crate::gui::widgets::tip::tip;
use crate::model::{Article, Zone, ZoneKind};
use crate::session::{Command, Place, Session, SessionAction};

/// Maximum number of zones listed.
const LISTED: usize = 60;
const KIND: f32 = 104.0;

/// Draws the heading, the buttons and the list.
pub fn show(ui: &mut Ui, session: &Session, article: &Article, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let read_only = !session.access().permits_changes();
    heading(ui, "Non-article text");
    if !read_only {
        let selected = session.selection().trimmed(&article.text).is_some();
        dim(ui, if selected { "Mark selected lines as" } else { "Mark current paragraph as" });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(6.0);
            for kind in ZoneKind::ALL {
                let name = format!("Mark as {}", kind.title());
                // The key marks the most frequent type.
                let key = if kind == ZoneKind::Navigation { key_of(ui, SessionAction::MarkZone) } else { String::new() };
                let words = capital(kind.title());
                let button = Button { name: &name, key, padding: 8.0, compact: true, ..Button::framed(&words) };
                if tip(button.show(ui), "Shown in grey and left out of search, suggestions and counts", "").clicked() {
                    outbox.send(Command::MarkZone(kind));
                }
            }
        });
    }
    for (at, zone) in article.zones.iter().enumerate().take(LISTED) {
        ui.horizontal(|ui| {
            ui.set_min_height(size::FIELD);
            row(ui, article, at, zone, read_only, outbox);
        });
    }
    if article.zones.is_empty() {
        dim(ui, "None. The whole text is article text.");
    } else if article.zones.len() > LISTED {
        dim(ui, format!("and {} more", counted(article.zones.len() - LISTED, "zone", "zones")));
    }
    if !article.lost_zones.is_empty() {
        let words = format!("{}: text not found", counted(article.lost_zones.len(), "zone", "zones"));
        ui.label(RichText::new(words).font(sans(size::SMALL)).color(theme.open));
    }
}

fn row(ui: &mut Ui, article: &Article, at: usize, zone: &Zone, read_only: bool, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let words: String = zone.fragment.words.chars().take(60).collect();
    if read_only {
        dim(ui, zone.kind.title());
    } else {
        let list = ComboBox::from_id_salt(("zone kind", article.id.as_str(), zone.fragment.span.start().0))
            .selected_text(capital(zone.kind.title()))
            .width(KIND);
        let response = list.show_ui(ui, |ui| {
            for kind in ZoneKind::ALL {
                if ui.selectable_label(kind == zone.kind, capital(kind.title())).clicked() && kind != zone.kind {
                    outbox.send(Command::SetZone(article.id.clone(), at, Some(kind)));
                }
            }
        });
        response.response.accessible_name(format!("Type of {words}"));
    }
    let (_, rect) = ui.allocate_space(Vec2::new((ui.available_width() - 30.0).max(20.0), size::FIELD));
    let name = format!("Show zone: {words}");
    let id = Id::unique(("zone row", article.id.as_str(), zone.fragment.span.start().0));
    let line = ListRow { id, at: rect.min, size: rect.size(), name: &name, role: Role::Button, selected: false };
    let response = line.show(ui);
    let galley = clamped(ui, &words, sans(size::SANS), 18.0, theme.dim, rect.width() - 8.0, 1);
    ui.painter().galley(Pos2::new(rect.left() + 4.0, rect.top() + 4.0), galley, theme.dim);
    if response.on_hover_text(&zone.fragment.words).clicked() {
        let place = Place::Words(article.id.clone(), zone.fragment.span);
        outbox.send(Command::GoTo(place));
    }
    if !read_only && icon_button(ui, Icon::Cross, &format!("Remove zone: {words}"), "").clicked() {
        outbox.send(Command::SetZone(article.id.clone(), at, None));
    }
}

/// The word with its first letter in upper case.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
