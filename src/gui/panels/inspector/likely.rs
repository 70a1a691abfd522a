//! Lists quotes of other articles that may be the same statement; a click shows one, a button links it.

use std::sync::Arc;

use egui::{Id, Pos2, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::button::{Button, focus_ring};
use crate::gui::widgets::lettering::{clamped, heading};
use crate::model::{Annotation, Label, LinkKind};
use crate::session::{Command, End, Likely, Place, Session};

/// Maximum number shown.
const SHOWN: usize = 3;
/// Width of the button at the right of a row, in points.
const BUTTON: f32 = 34.0;

/// Draws the list, if the annotation is a quote with similar quotes.
pub fn likely(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    let Some(article) = session.article().filter(|_| annotation.label == Label::Quote) else { return };
    let here = (article.id.clone(), annotation.id.clone());
    let found = ranked(ui, session, &here);
    if found.is_empty() {
        return;
    }
    ui.add_space(14.0);
    heading(ui, "Possibly the same statement");
    ui.add_space(4.0);
    for one in found.iter().take(SHOWN) {
        row(ui, session, &here, one, outbox);
    }
}

fn row(ui: &mut Ui, session: &Session, here: &End, likely: &Likely, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let Some((_, other)) = session.find(&likely.end) else { return };
    let outlet = session.document().article(&likely.end.0).map_or_else(String::new, |article| {
        if article.metadata.outlet.is_empty() { article.display_title() } else { article.metadata.outlet.clone() }
    });
    let wide = ui.available_width() - BUTTON;
    let words = other.beginning(160);
    let facts = format!("{outlet} · {}", likely.why);
    let head = clamped(ui, &words, sans(size::SANS), 18.0, theme.ink, wide, 2);
    let below = clamped(ui, &facts, sans(size::SMALL), 17.0, theme.dim, wide, 1);
    let height = head.size().y + below.size().y + 8.0;
    let (_, rect) = ui.allocate_space(Vec2::new(wide + BUTTON, height));
    let response =
        ui.interact(rect.with_max_x(rect.right() - BUTTON), Id::unique(("likely", likely.end.1.as_str())), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Possibly the same: {words}, {facts}")));
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(Vec2::new(6.0, 0.0)), f32::from(size::CORNER), theme.hover);
    }
    let at = Pos2::new(rect.left(), rect.top() + 4.0);
    let next = Pos2::new(at.x, at.y + head.size().y);
    ui.painter().galley(at, head, theme.ink);
    ui.painter().galley(next, below, theme.dim);
    focus_ring(ui, rect, &response);
    if response.clicked() {
        outbox.send(Command::GoTo(Place::Annotation(likely.end.0.clone(), likely.end.1.clone())));
    }
    let corner = egui::Rect::from_min_max(Pos2::new(rect.right() - BUTTON + 6.0, rect.top() + 6.0), rect.right_bottom());
    ui.scope_builder(egui::UiBuilder::new().max_rect(corner), |ui| {
        let name = format!("Link as the same statement: {words}");
        let button = Button { name: &name, padding: 6.0, compact: true, ..Button::framed(LinkKind::SameStatement.sign()) };
        let pressed = button.show(ui).on_hover_text("Link as the same statement");
        if pressed.clicked() {
            let (from, to) = (here.clone(), likely.end.clone());
            outbox.send(Command::Link { from, to, kind: LinkKind::SameStatement });
        }
    });
}

/// The similar quotes, ranked once for each change of the set.
fn ranked(ui: &Ui, session: &Session, here: &End) -> Arc<Vec<Likely>> {
    type Known = (u64, End, Arc<Vec<Likely>>);
    let id = Id::unique("likely the same");
    let revision = session.revision();
    let known = ui.data(|data| data.get_temp::<Known>(id)).filter(|(at, of, _)| *at == revision && of == here);
    if let Some((_, _, found)) = known {
        return found;
    }
    let found = Arc::new(session.likely_same(here));
    ui.data_mut(|data| data.insert_temp(id, (revision, here.clone(), Arc::clone(&found))));
    found
}
