//! Draws one row of the article list: title, status, language, outlet, date and number of annotations.

use egui::{Color32, Id, Pos2, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::gui::style::theme::{Theme, sans, sans_medium, sans_semibold, size};
use crate::gui::style::{dates, languages};
use crate::gui::widgets::lettering::{clamped, counted, digits, whole};
use crate::gui::widgets::status_dot;
use crate::model::{Article, Part, Status};
use crate::session::Session;

const ABOVE: f32 = 8.0;
const LINE: f32 = 17.0;
const GAP: f32 = 3.0;
const META: f32 = 16.0;
/// Maximum length of the outlet, in characters, so that the number after it stays visible.
const OUTLET: usize = 22;

/// How a row is shown.
#[derive(Clone, Copy, Debug)]
pub struct RowState<'r> {
    pub open: bool,
    /// Whether the keyboard is on this row.
    pub cursor: bool,
    pub usual_year: &'r str,
}

/// The id of an article's row.
#[must_use]
pub fn row_id(article: &Article) -> Id {
    Id::unique(("article row", article.id.as_str()))
}

/// Approximate height of a row, in points.
#[must_use]
pub fn estimate(article: &Article, width: f32) -> f32 {
    let letters = article.metadata.title.chars().take(140).count();
    let a_line = ((width - 2.0 * size::MARGIN) / 7.0).max(10.0);
    height((letters as f32 / a_line).ceil().clamp(1.0, 3.0) * LINE)
}

fn height(title: f32) -> f32 {
    ABOVE + title + GAP + META + ABOVE
}

/// Draws a row. Returns its height in points, and the response.
pub fn draw(ui: &Ui, session: &Session, article: &Article, state: RowState<'_>, at: Pos2, width: f32) -> (f32, Response) {
    let theme = Theme::of(ui.visuals());
    let title = article.display_title();
    let room = width - 2.0 * size::MARGIN - 3.0;
    let galley = clamped(ui, &title, sans_medium(size::SANS), LINE, theme.ink, room, 3);
    let high = height(galley.size().y);
    let rect = Rect::from_min_size(at, Vec2::new(width, high));
    let response = ui.interact(rect, row_id(article), Sense::CLICK);

    let status = session.document().status(&article.id, session.annotator());
    let count = session.document().layer(&article.id, session.annotator()).map_or(0, |layer| layer.annotations().len());
    let open = session.open_count(&article.id);
    let name = if count == 0 {
        format!("{title}, {}", status.as_str())
    } else {
        format!("{title}, {}, {}", status.as_str(), counted(count, "annotation", "annotations"))
    };
    let name = if open == 0 { name } else { format!("{name}, {} to do", digits(open)) };
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(state.open));

    background(ui, rect, &response, state);
    let left = at.x + size::MARGIN + 3.0;
    let below = at.y + ABOVE + galley.size().y + GAP;
    ui.painter().galley(Pos2::new(left, at.y + ABOVE), galley, theme.ink);
    status_dot::paint(ui, Pos2::new(left + status_dot::SIZE / 2.0, below + META / 2.0), status);
    let indent = status_dot::SIZE + 7.0;
    let (line, color) = match damage(session, article) {
        Some(_) => ("cannot be read".to_owned(), theme.open),
        None => (meta(article, count, state.usual_year), theme.dim),
    };
    // The number of open questions stays visible, however long the outlet's name is.
    let open = if open == 0 { String::new() } else { format!(" · {} to do", digits(open)) };
    let open = whole(ui, &open, sans(size::SMALL), theme.open);
    let line = clamped(ui, &line, sans(size::SMALL), META, color, room - indent - open.size().x, 1);
    let after = Pos2::new(left + indent + line.size().x, below + (META - open.size().y) / 2.0);
    ui.painter().galley(Pos2::new(left + indent, below), line, color);
    ui.painter().galley(after, open, theme.open);
    let response = response.on_hover_ui(|ui| tip(ui, session, article, status, count));
    (high, response)
}

fn background(ui: &Ui, rect: Rect, response: &Response, state: RowState<'_>) {
    let theme = Theme::of(ui.visuals());
    let fill = match (state.open, response.hovered()) {
        (true, _) => theme.paper,
        (false, true) => theme.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, 0.0, fill);
    if state.open {
        let bar = Rect::from_min_size(rect.min, Vec2::new(3.0, rect.height()));
        ui.painter().rect_filled(bar, 0.0, theme.accent);
    }
    if state.cursor {
        ui.painter().rect_stroke(rect.shrink(1.0), 4.0, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
    }
}

/// `fr ← ru · Le Quai · 3 Feb · 24`.
fn meta(article: &Article, count: usize, usual_year: &str) -> String {
    let metadata = &article.metadata;
    let mut parts = Vec::new();
    match (metadata.language.as_str(), metadata.translated_from.as_str()) {
        ("", "") => {}
        (language, "") => parts.push(language.to_owned()),
        ("", from) => parts.push(format!("← {from}")),
        (language, from) => parts.push(format!("{language} ← {from}")),
    }
    if !metadata.outlet.is_empty() {
        parts.push(crate::text::shortened(&metadata.outlet, OUTLET));
    }
    parts.extend(metadata.published.as_ref().map(|date| dates::short(date, usual_year)));
    if count > 0 {
        parts.push(digits(count));
    }
    if parts.is_empty() { "no details yet".to_owned() } else { parts.join(" · ") }
}

fn damage<'s>(session: &'s Session, article: &Article) -> Option<&'s String> {
    let damaged = &session.document().damaged;
    if damaged.is_empty() {
        return None;
    }
    damaged.get(&Part::Layer(article.id.clone(), session.annotator().clone()))
}

fn tip(ui: &mut Ui, session: &Session, article: &Article, status: Status, count: usize) {
    let theme = Theme::of(ui.visuals());
    let metadata = &article.metadata;
    ui.set_max_width(360.0);
    ui.label(RichText::new(article.display_title()).font(sans_semibold(size::SANS)).color(theme.ink));
    let language = |code: &str| languages::name(code).map_or_else(|| code.to_owned(), str::to_owned);
    let mut parts: Vec<String> = [&metadata.outlet, &metadata.byline].into_iter().filter(|s| !s.is_empty()).cloned().collect();
    parts.extend(metadata.published.as_ref().map(dates::long));
    parts.extend((!metadata.language.is_empty()).then(|| language(&metadata.language)));
    parts.extend(
        (!metadata.translated_from.is_empty()).then(|| format!("translated from {}", language(&metadata.translated_from))),
    );
    let second = format!("{}, {}", status.as_str(), counted(count, "annotation", "annotations"));
    for line in [parts.join(" · "), second] {
        if !line.is_empty() {
            ui.label(RichText::new(line).font(sans(size::SMALL)).color(theme.dim));
        }
    }
    if let Some(reason) = damage(session, article) {
        ui.label(
            RichText::new(format!("The annotations of this article cannot be read: {reason}"))
                .font(sans(size::SMALL))
                .color(theme.open),
        );
    }
}
