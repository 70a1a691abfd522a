//! Draws one row of the To do tab: a heading, a group with its count, or a question with its words.

use egui::{Align2, FontId, Id, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::rows::{Part, Row};
use crate::gui::style::theme::{Theme, sans, sans_semibold, size};
use crate::gui::widgets::lettering::{clamped, counted, digits, whole};
use crate::gui::widgets::list_row::ListRow;
use crate::model::{Article, ArticleId};
use crate::session::{OpenQuestion, Place, Session};

const LINE: f32 = 30.0;
const HEADING: f32 = 36.0;
/// Width of the right-aligned numbers, in points.
const NUMBER: f32 = 30.0;

/// The id of a row.
#[must_use]
pub fn row_id(row: &Row, at: usize) -> Id {
    match row {
        Row::Group { part, kind, .. } => Id::unique(("open group", *part as u8, *kind as u8)),
        Row::Batch(batch) => Id::unique(("open batch", batch.as_str())),
        Row::Article(article, _) => Id::unique(("open article", article.as_str())),
        _ => Id::unique(("open row", at)),
    }
}

/// Height of a row, in points; batches measure themselves.
#[must_use]
pub fn height(row: &Row) -> f32 {
    match row {
        Row::Heading(_) => HEADING,
        Row::Batch(_) => 64.0,
        Row::Question(question) if elsewhere(question).is_some() => 44.0,
        Row::Nothing(_) | Row::Question(_) | Row::More(_) => 28.0,
        Row::Done(_) => 44.0,
        Row::Group { .. } | Row::Article(..) => LINE,
    }
}

/// The article of a question of the set, which is named below its words. `None` for all others.
fn elsewhere(question: &OpenQuestion) -> Option<&ArticleId> {
    match &question.place {
        Place::Annotation(article, _) if question.kind == crate::session::QuestionKind::TwoWays => Some(article),
        _ => None,
    }
}

/// Draws a row. `None` if it cannot be clicked.
pub fn draw(ui: &Ui, session: &Session, row: &Row, number: usize, cursor: bool, at: Pos2, width: f32) -> Option<Response> {
    let theme = Theme::of(ui.visuals());
    let high = height(row);
    let rect = Rect::from_min_size(at, Vec2::new(width, high));
    let left = at.x + size::MARGIN;
    let say = |font: FontId, words: &str, place: Pos2, color, role: Role| {
        let galley = clamped(ui, words, font, 18.0, color, at.x + width - size::MARGIN - place.x, 2);
        ui.painter().galley(place, galley, color);
        let response = ui.interact(rect, row_id(row, number), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(role, true, words));
    };
    match row {
        Row::Done(open) => {
            let words = format!("Done, with {}", counted(*open, "open question", "open questions"));
            say(sans_semibold(size::SANS), &words, Pos2::new(left, at.y + 18.0), theme.open, Role::Label);
            None
        }
        Row::Heading(words) => {
            say(sans_semibold(size::HEADING), words, Pos2::new(left, at.y + 14.0), theme.dim, Role::Heading);
            None
        }
        Row::Nothing(words) => {
            say(sans(size::SMALL), words, Pos2::new(left, at.y + 4.0), theme.dim, Role::Label);
            None
        }
        Row::More(count) => {
            let words = format!("and {} more", digits(*count));
            say(sans(size::SMALL), &words, Pos2::new(left + NUMBER, at.y + 4.0), theme.dim, Role::Label);
            None
        }
        Row::Group { part, kind, count, expanded } => {
            let words = if *count == 1 { kind.title() } else { kind.plural() };
            let name = match part {
                Part::Here => format!("{} {words}", digits(*count)),
                Part::Set => format!("{} {words} in the set", digits(*count)),
            };
            let response = ground(ui, row, number, cursor, rect, &name);
            numbered(ui, rect, *count, words);
            chevron(ui, Pos2::new(rect.right() - size::MARGIN - 4.0, rect.center().y), *expanded);
            Some(response)
        }
        Row::Article(article, count) => {
            let title = session.document().article(article).map(|held| title(held)).unwrap_or_default();
            let response = ground(ui, row, number, cursor, rect, &format!("{title}, {} to do", digits(*count)));
            numbered(ui, rect, *count, &title);
            Some(response.on_hover_text(title))
        }
        Row::Question(question) => {
            let name = format!("Go to {}: {}", question.kind.title(), question.words);
            let response = ground(ui, row, number, cursor, rect, &name);
            let indent = left + NUMBER;
            let room = at.x + width - size::MARGIN - indent;
            let galley = clamped(ui, &question.words, sans(size::SANS), 18.0, theme.ink, room, 1);
            ui.painter().galley(Pos2::new(indent, at.y + 5.0), galley, theme.ink);
            if let Some(article) = elsewhere(question).and_then(|id| session.document().article(id)) {
                let galley = clamped(ui, &title(article), sans(size::SMALL), 16.0, theme.dim, room, 1);
                ui.painter().galley(Pos2::new(indent, at.y + 23.0), galley, theme.dim);
            }
            Some(response)
        }
        Row::Batch(_) => None,
    }
}

fn title(article: &Article) -> String {
    article.display_title()
}

fn ground(ui: &Ui, row: &Row, number: usize, cursor: bool, rect: Rect, name: &str) -> Response {
    let theme = Theme::of(ui.visuals());
    let line =
        ListRow { id: row_id(row, number), at: rect.min, size: rect.size(), name, role: Role::ListBoxOption, selected: false };
    let response = line.show(ui);
    if cursor {
        ui.painter().rect_stroke(rect.shrink(1.0), 4.0, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
    }
    response
}

/// Draws a count and its words.
fn numbered(ui: &Ui, rect: Rect, count: usize, words: &str) {
    let theme = Theme::of(ui.visuals());
    let left = rect.left() + size::MARGIN;
    let number = whole(ui, &digits(count), sans_semibold(size::SANS), theme.open);
    let wide = number.size().x.max(NUMBER - 12.0);
    let place = Align2::RIGHT_CENTER.anchor_size(Pos2::new(left + wide, rect.center().y), number.size());
    ui.painter().galley(place.min, number, theme.open);
    let from = left + wide + 10.0;
    let galley = clamped(ui, words, sans(size::SANS), 18.0, theme.ink, rect.right() - size::MARGIN - 14.0 - from, 1);
    ui.painter().galley(Pos2::new(from, rect.center().y - 9.0), galley, theme.ink);
}

/// Draws an arrow: down if the group can be expanded, up if it is expanded.
fn chevron(ui: &Ui, center: Pos2, expanded: bool) {
    let theme = Theme::of(ui.visuals());
    let dy = if expanded { -2.0 } else { 2.0 };
    let points = [Vec2::new(-4.0, -dy), Vec2::new(0.0, dy), Vec2::new(4.0, -dy)].map(|v| center + v);
    ui.painter().add(Shape::line(points.to_vec(), Stroke::new(1.4, theme.dim)));
}
