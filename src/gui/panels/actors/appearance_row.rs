//! Draws one annotation in which an actor appears: its words in context, and the actor's role in it.

use egui::{Id, Pos2, Rect, Sense, Ui, Vec2, WidgetInfo};

use crate::gui::panels::annotation::annotation_row;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, sans_semibold, size};
use crate::gui::widgets::check::tick;
use crate::gui::widgets::lettering::{clamped, digits, whole};
use crate::model::{ActorId, Annotation, Annotator, ArticleId, Label};
use crate::session::{Appearance, Command, Place, Session};

/// Height of an article's heading, in points.
pub const HEADING: f32 = 34.0;

/// Draws the heading above the annotations of an article.
pub fn heading(ui: &Ui, session: &Session, article: &ArticleId, by: &Annotator, count: usize, at: Pos2, width: f32) -> f32 {
    let theme = Theme::of(ui.visuals());
    let mut title = session.document().article(article).map_or_else(|| article.to_string(), |held| held.display_title());
    if by != session.annotator() {
        title = format!("{title} · by {by}");
    }
    let number = whole(ui, &digits(count), sans(size::SMALL), theme.dim);
    let room = width - 2.0 * size::MARGIN - number.size().x - 8.0;
    let galley = clamped(ui, &title, sans_semibold(size::SMALL), 16.0, theme.dim, room, 1);
    let y = at.y + HEADING - 20.0;
    ui.painter().galley(Pos2::new(at.x + width - size::MARGIN - number.size().x, y + 1.0), number, theme.dim);
    ui.painter().galley(Pos2::new(at.x + size::MARGIN, y), galley, theme.dim);
    let rect = Rect::from_min_size(at, Vec2::new(width, HEADING));
    let response = ui.interact(rect, Id::unique(("actor article", article.as_str(), by.as_str())), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &title));
    HEADING
}

/// How a row is shown.
#[derive(Clone, Copy, Debug)]
pub struct RowState<'r> {
    pub actor: &'r ActorId,
    pub selected: bool,
    /// Whether the row is ticked; `None` unless an actor is being split.
    pub ticked: Option<bool>,
}

/// Draws a row. Returns its height in points, and whether its tick was clicked.
pub fn draw(
    ui: &mut Ui,
    session: &Session,
    held: &Appearance,
    state: RowState<'_>,
    at: Pos2,
    width: f32,
    outbox: &mut Outbox,
) -> (f32, bool) {
    let theme = Theme::of(ui.visuals());
    let Some(article) = session.document().article(&held.article) else { return (0.0, false) };
    let indent = if state.ticked.is_some() { 26.0 } else { 0.0 };
    let mut toggled = false;
    let place = at + Vec2::new(indent, 0.0);
    let (mut height, response) = annotation_row::draw(ui, &article.text, &held.annotation, state.selected, place, width - indent);
    if let Some(role) = role(&held.annotation, state.actor) {
        let left = at.x + indent + size::MARGIN + 33.0;
        let galley = clamped(ui, role, sans(size::SMALL), 16.0, theme.dim, width - indent - 60.0, 1);
        ui.painter().galley(Pos2::new(left, at.y + height - 4.0), galley, theme.dim);
        height += 16.0;
    }
    if let Some(ticked) = state.ticked {
        let center = Pos2::new(at.x + size::MARGIN + 8.0, at.y + 15.0);
        let name = format!("Split off: {}", held.annotation.beginning(60));
        let id = Id::unique(("split tick", held.article.as_str(), held.annotation.id.as_str()));
        toggled = tick(ui, id, center, ticked, &name).clicked();
    }
    if response.clicked() {
        outbox.send(go(session, held));
    }
    (height, toggled)
}

/// The command that shows an annotation. Those of another annotator cannot be selected; their words are shown instead.
fn go(session: &Session, held: &Appearance) -> Command {
    let (article, annotation) = (held.article.clone(), &held.annotation);
    match annotation.spans().next().filter(|_| held.annotator != *session.annotator()) {
        Some(span) => Command::GoTo(Place::Words(article, span)),
        None => Command::GoTo(Place::Annotation(article, annotation.id.clone())),
    }
}

/// The actor's role in the annotation. `None` if the label already says it.
fn role(annotation: &Annotation, actor: &ActorId) -> Option<&'static str> {
    let details = &annotation.details;
    let among = |list: &[crate::model::Attribution]| list.iter().any(|held| held.who.actor() == Some(actor));
    if annotation.actor.as_ref() == Some(actor) || among(&details.attribution) {
        None
    } else if among(&details.reporters) {
        Some(if annotation.label == Label::Quote { "Reports this quote" } else { "Reports this claim" })
    } else if among(&details.addressees) {
        Some("Said to this actor")
    } else {
        Some("About this actor")
    }
}
