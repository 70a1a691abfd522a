//! The links of an annotation, grouped by type: the words of the other end, its article, and its speakers.

use egui::{Id, Pos2, Role, Sense, Ui, Vec2, WidgetInfo};

use super::tie_menu;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::dates;
use crate::gui::style::theme::{Theme, sans, sans_medium, size};
use crate::gui::widgets::button::focus_ring;
use crate::gui::widgets::lettering::{clamped, heading};
use crate::model::{Annotation, LinkKind};
use crate::session::{Command, Place, Session, Tie};

/// Width of the menu at the right of a row, in points.
const MENU: f32 = 24.0;

/// Draws the groups, if the annotation has links.
pub fn ties(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    let Some(article) = session.article() else { return };
    let all = session.ties(&(article.id.clone(), annotation.id.clone()));
    for kind in LinkKind::ALL {
        for outgoing in [true, false] {
            let title = if outgoing { kind.title() } else { kind.title_from_target() };
            let mine = |tie: &&Tie| tie.kind == kind && (tie.outgoing == outgoing || (outgoing && kind.is_symmetric()));
            let group: Vec<&Tie> = all.iter().filter(mine).collect();
            // A symmetric link reads the same from both ends, so it is listed once.
            if group.is_empty() || (!outgoing && kind.is_symmetric()) {
                continue;
            }
            ui.add_space(14.0);
            heading(ui, &capital(title));
            ui.add_space(4.0);
            for tie in group {
                row(ui, session, annotation, tie, title, outbox);
            }
        }
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn row(ui: &mut Ui, session: &Session, annotation: &Annotation, tie: &Tie, title: &str, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let wide = ui.available_width();
    let found = session.find(&tie.other).map(|(_, found)| found);
    let (words, ink) = match found {
        Some(other) => (other.beginning(200), theme.ink),
        None => ("Linked annotation no longer exists".to_owned(), theme.open),
    };
    let place = place(session, tie);
    let head = clamped(ui, &words, sans_medium(size::SANS), 18.0, ink, wide - MENU, 2);
    let facts = clamped(ui, &place, sans(size::SMALL), 17.0, theme.dim, wide - MENU, 1);
    let note = (!tie.note.is_empty()).then(|| clamped(ui, &tie.note, sans(size::SMALL), 17.0, theme.ink, wide - MENU, 2));
    let height = head.size().y + facts.size().y + note.as_ref().map_or(0.0, |galley| galley.size().y) + 8.0;
    let (_, rect) = ui.allocate_space(Vec2::new(wide, height));
    let name = format!("{}: {words}, {place}", capital(title));
    let response = ui.interact(rect.with_max_x(rect.right() - MENU), Id::unique(("tie", tie.link.as_str())), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(Vec2::new(6.0, 0.0)), f32::from(size::CORNER), theme.hover);
    }
    let mut at = Pos2::new(rect.left(), rect.top() + 4.0);
    for (galley, ink) in [Some((head, ink)), Some((facts, theme.dim)), note.map(|note| (note, theme.ink))].into_iter().flatten() {
        let step = galley.size().y;
        ui.painter().galley(at, galley, ink);
        at.y += step;
    }
    focus_ring(ui, rect, &response);
    if response.clicked() && found.is_some() {
        outbox.send(Command::GoTo(Place::Annotation(tie.other.0.clone(), tie.other.1.clone())));
    }
    let corner = egui::Rect::from_min_size(Pos2::new(rect.right() - MENU, rect.top() + 2.0), Vec2::splat(MENU));
    tie_menu::menu(ui, corner, session, annotation, tie, outbox);
}

/// `Le Quai · 3 Feb · Claire Maurel`.
fn place(session: &Session, tie: &Tie) -> String {
    let mut parts = Vec::new();
    if let Some(article) = session.document().article(&tie.other.0) {
        if session.article().is_some_and(|here| here.id == article.id) {
            parts.push("in this article".to_owned());
        } else {
            let data = &article.metadata;
            parts.push(if data.outlet.is_empty() { article.display_title() } else { data.outlet.clone() });
            let year = session.article().and_then(|here| here.metadata.published.as_ref()).map_or("", dates::year);
            parts.extend(data.published.as_ref().map(|date| dates::short(date, year)));
        }
    }
    if let Some((_, other)) = session.find(&tie.other) {
        let who: Vec<String> = other.details.attribution.iter().map(|held| session.who_shown(&held.who)).collect();
        parts.extend((!who.is_empty()).then(|| who.join(", ")));
    }
    if tie.annotator != *session.annotator() {
        parts.push(format!("linked by {}", tie.annotator));
    }
    parts.join(" · ")
}
