//! Draws one actor of the register: name and role, number of uses, and a possible duplicate.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Id, Pos2, Response, Role, Stroke, StrokeKind, Ui, Vec2};

use super::duplicates::Duplicate;
use super::rows::ActorRow;
use crate::gui::style::theme::{Theme, sans, sans_medium, size};
use crate::gui::widgets::lettering::{clamped, counted, digits, wrapping};
use crate::gui::widgets::list_row::ListRow;
use crate::model::{Actor, ActorId, Register};
use crate::session::Counts;

const ABOVE: f32 = 7.0;
const LINE: f32 = 18.0;
const META: f32 = 16.0;

/// The id of an actor's row.
#[must_use]
pub fn row_id(id: &ActorId) -> Id {
    Id::unique(("actor row", id.as_str()))
}

/// Approximate height of a row, in points.
#[must_use]
pub fn estimate(has_duplicate: bool) -> f32 {
    2.0 * ABOVE + LINE + META + if has_duplicate { META } else { 0.0 }
}

/// Draws a row. Returns its height in points, and the response.
pub fn draw(
    ui: &Ui,
    register: &Register,
    row: &ActorRow,
    duplicate: Option<&Duplicate>,
    cursor: bool,
    at: Pos2,
    width: f32,
) -> (f32, Response) {
    let theme = Theme::of(ui.visuals());
    let Some(actor) = register.get(&row.id) else {
        return (0.0, ui.interact(egui::Rect::NOTHING, row_id(&row.id), egui::Sense::CLICK));
    };
    let high = estimate(duplicate.is_some());
    let name = spoken(actor, row, duplicate, register);
    let line = ListRow {
        id: row_id(&row.id),
        at,
        size: Vec2::new(width, high),
        name: &name,
        role: Role::ListBoxOption,
        selected: false,
    };
    let response = line.show(ui);
    if cursor {
        let stroke = Stroke::new(2.0, theme.accent);
        ui.painter().rect_stroke(line.rect().shrink(1.0), 4.0, stroke, StrokeKind::Inside);
    }
    let left = at.x + size::MARGIN;
    let room = width - 2.0 * size::MARGIN;
    let mut job = LayoutJob::default();
    let format = |font, color: Color32| TextFormat { font_id: font, color, line_height: Some(LINE), ..TextFormat::default() };
    job.append(&actor.name, 0.0, format(sans_medium(size::SANS), theme.ink));
    if !actor.role.is_empty() {
        job.append(&actor.role, 6.0, format(sans(size::SANS), theme.dim));
    } else if row.shares_name {
        job.append("Duplicate name: add a role", 6.0, format(sans(size::SMALL), theme.open));
    }
    job.wrap = wrapping(room, 1);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(Pos2::new(left, at.y + ABOVE), galley, theme.ink);

    let below = at.y + ABOVE + LINE;
    let counts = match row.counts.all() {
        0 => "not used yet".to_owned(),
        1 => counts(Counts { articles: 0, ..row.counts }),
        _ => counts(row.counts),
    };
    let by = if row.by.is_empty() { String::new() } else { format!("also {}", row.by) };
    let by = clamped(ui, &by, sans(size::SMALL), META, theme.dim, room * 0.6, 1);
    let used = if row.by.is_empty() { 0.0 } else { by.size().x + 10.0 };
    ui.painter().galley(Pos2::new(left, below), by, theme.dim);
    let galley = clamped(ui, &counts, sans(size::SMALL), META, theme.dim, room - used, 1);
    ui.painter().galley(Pos2::new(left + used, below), galley, theme.dim);
    if let Some(duplicate) = duplicate {
        let words = same_as(register, duplicate);
        let short = format!("May be the same as {}: {}", register.name(&duplicate.other), duplicate.short());
        let galley = clamped(ui, &short, sans(size::SMALL), META, theme.claim, room, 1);
        ui.painter().galley(Pos2::new(left, below + META), galley, theme.claim);
        return (high, response.on_hover_text(words));
    }
    (high, response)
}

/// `May be the same as Ushakov: different script`.
#[must_use]
pub fn same_as(register: &Register, duplicate: &Duplicate) -> String {
    let other = register.get(&duplicate.other);
    let name = register.name(&duplicate.other);
    let role = other.map(|other| other.role.as_str()).filter(|role| !role.is_empty() && duplicate.reason.is_none());
    let name = role.map_or(name.to_owned(), |role| format!("{name}, {role}"));
    format!("May be the same as {name}: {}", duplicate.short())
}

/// `12 mentions · 4 quotes · 3 articles`; zero counts are left out.
#[must_use]
pub fn counts(counts: Counts) -> String {
    let Counts { mentions, quotes, claims, articles } = counts;
    let parts = [
        (mentions, counted(mentions, "mention", "mentions")),
        (quotes, counted(quotes, "quote", "quotes")),
        (claims, counted(claims, "claim", "claims")),
        (articles, counted(articles, "article", "articles")),
    ];
    parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect::<Vec<_>>().join(" · ")
}

/// The accessible name of a row.
fn spoken(actor: &Actor, row: &ActorRow, duplicate: Option<&Duplicate>, register: &Register) -> String {
    let mut name = actor.name.clone();
    if !actor.role.is_empty() {
        name = format!("{name}, {}", actor.role);
    }
    name = match row.counts.all() {
        0 => format!("{name}, not used yet"),
        1 => format!("{name}, used once"),
        count => format!("{name}, {} times", digits(count)),
    };
    match duplicate {
        Some(duplicate) => format!("{name}. {}", same_as(register, duplicate)),
        None => name,
    }
}
