//! Draws one row of a review or of search results: check box, words in context, article, reason.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Id, Pos2, Role, Stroke, StrokeKind, Ui, Vec2};

use crate::gui::style::theme::{Theme, sans, sans_semibold, size};
use crate::gui::widgets::check::tick;
use crate::gui::widgets::lettering::{clamped, whole, wrapping};
use crate::gui::widgets::list_row::ListRow;
use crate::session::{Named, Row, Session};

/// Height of a row, in points.
pub const HEIGHT: f32 = 28.0;

const TICK: f32 = 26.0;
/// Share of the width for the context before the words, so that the words start in one column.
const BEFORE: f32 = 0.32;
const ARTICLE: f32 = 0.26;

/// What was clicked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Drawn {
    pub ticked: bool,
    /// The text was clicked: its place is to be shown.
    pub shown: bool,
}

/// The id of a row.
#[must_use]
pub fn row_id(row: &Row) -> Id {
    let actor = row.named.as_ref().map(|named| match named {
        Named::Known(id) => id.as_str(),
        Named::New(name) => name.as_str(),
    });
    Id::unique(("review row", row.article.as_str(), row.span.start().0, row.span.end().0, actor))
}

/// Draws a row.
pub fn draw(ui: &Ui, session: &Session, row: &Row, cursor: bool, at: Pos2, width: f32) -> Drawn {
    let theme = Theme::of(ui.visuals());
    // Rows that name different actors show the actor; their article is the open one.
    let title = match &row.named {
        Some(Named::Known(id)) => session.document().register.name(id).to_owned(),
        Some(Named::New(name)) => name.clone(),
        None => session.document().article(&row.article).map(|article| article.display_title()).unwrap_or_default(),
    };
    let link = if row.named.is_some() { "as" } else { "in" };
    let reason = if row.reason.is_empty() { String::new() } else { format!(", {}", row.reason) };
    let spoken = format!("Show {}{reason}, {link} {title}", row.words);
    let line = ListRow {
        id: row_id(row),
        at,
        size: Vec2::new(width, HEIGHT),
        name: &spoken,
        role: Role::ListBoxOption,
        selected: false,
    };
    let response = line.show(ui);
    if cursor {
        ui.painter().rect_stroke(line.rect().shrink(1.0), 4.0, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
    }
    let y = at.y + HEIGHT / 2.0;
    let name = format!("Select {}, {link} {title}", row.words);
    let ticked = tick(ui, row_id(row).with("tick"), Pos2::new(at.x + size::MARGIN + 8.0, y), row.ticked, &name).clicked();

    let left = at.x + size::MARGIN + TICK;
    let right = at.x + width - size::MARGIN;
    let room = right - left;
    let middle = left + room * BEFORE;
    let ink = if row.ticked { theme.ink } else { theme.dim };
    // The left context is right-aligned to the words.
    let before = whole(ui, whole_words(&row.before), sans(size::SANS), theme.dim);
    let clip = egui::Rect::from_min_max(Pos2::new(left, at.y), Pos2::new(middle, at.y + HEIGHT));
    let place = Align2::RIGHT_CENTER.anchor_size(Pos2::new(middle, y), before.size()).min;
    ui.painter().with_clip_rect(clip.intersect(ui.clip_rect())).galley(place, before, theme.dim);
    let article = right - room * ARTICLE;
    let words = clamped(ui, &row.words, sans_semibold(size::SANS), 18.0, ink, (article - middle - 12.0).max(20.0), 1);
    let after = middle + words.size().x;
    ui.painter().galley(Pos2::new(middle, at.y + 5.0), words, ink);
    if article - after > 24.0 {
        let rest = clamped(ui, &row.after, sans(size::SANS), 18.0, theme.dim, article - after - 12.0, 1);
        let space = if row.after.starts_with(char::is_whitespace) { 4.0 } else { 0.0 };
        ui.painter().galley(Pos2::new(after + space, at.y + 5.0), rest, theme.dim);
    }
    let mut job = LayoutJob::default();
    let format = |color| TextFormat { font_id: sans(size::SMALL), color, line_height: Some(16.0), ..TextFormat::default() };
    let about = if row.reason.is_empty() { title.clone() } else { format!("{} · {title}", row.reason) };
    // An actor's name comes before the reason; an article's title comes after it.
    let mut pieces = vec![(&title, theme.dim)];
    if !row.reason.is_empty() {
        pieces.insert(usize::from(row.named.is_some()), (&row.reason, theme.claim));
    }
    for (at, (piece, color)) in pieces.into_iter().enumerate() {
        let point = if at == 0 { "" } else { " · " };
        job.append(point, 0.0, format(theme.dim));
        job.append(piece, 0.0, format(color));
    }
    job.wrap = wrapping(right - article, 1);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(Pos2::new(article, at.y + 6.0), galley, theme.dim);
    let shown = response.on_hover_text(format!("{}{}{}\n{about}", row.before, row.words, row.after)).clicked();
    Drawn { ticked, shown: shown && !ticked }
}

/// Removes the partial word at the beginning, if the context was cut there.
fn whole_words(before: &str) -> &str {
    const CUT: usize = 40;
    if before.chars().count() < CUT {
        return before;
    }
    before.split_once(' ').map_or(before, |(half, rest)| if rest.is_empty() { half } else { rest })
}
