//! Counts the open questions of the article by kind; a click goes to the next of that kind.

use egui::{Align2, Id, Pos2, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, sans_semibold, size};
use crate::gui::widgets::button::focus_ring;
use crate::gui::widgets::key_cap::key_cap;
use crate::gui::widgets::lettering::{clamped, digits, heading, whole};
use crate::gui::widgets::tip::action_tip;
use crate::session::{Action, Command, OpenQuestion, Place, QuestionKind, Session, SessionAction};

const ROW: f32 = 28.0;
/// Width of the right-aligned numbers, in points.
const NUMBER: f32 = 18.0;

/// Draws the rows, if there are open questions.
pub fn open_here(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let open = session.open_here();
    if open.is_empty() {
        return;
    }
    ui.add_space(14.0);
    ui.horizontal(|ui| {
        heading(ui, "To do in this article");
        action_tip(key_cap(ui, &key_of(ui, SessionAction::NextQuestion)), Action::Session(SessionAction::NextQuestion));
    });
    ui.add_space(2.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    for kind in QuestionKind::ALL {
        let count = open.count(kind);
        if count > 0 && row(ui, kind, count) {
            let of_kind: Vec<&OpenQuestion> = open.iter().filter(|question| question.kind == kind).collect();
            outbox.send_all(next(session, &of_kind).map(|question| Command::GoTo(question.place.clone())));
        }
    }
}

/// The question after the one that is shown; the first after the last.
fn next<'a>(session: &Session, questions: &[&'a OpenQuestion]) -> Option<&'a OpenQuestion> {
    let current = session.current().map(|annotation| &annotation.id);
    let selection = session.selection();
    let shown = questions.iter().position(|question| match &question.place {
        Place::Annotation(_, id) => Some(id) == current,
        Place::Words(_, span) => selection.anchor == span.start() && selection.head == span.end(),
        Place::Lost(..) | Place::Actor(_) | Place::Article(_) => false,
    });
    let at = shown.map_or(0, |at| at + 1);
    questions.get(at).or(questions.first()).copied()
}

fn row(ui: &mut Ui, kind: QuestionKind, count: usize) -> bool {
    let theme = Theme::of(ui.visuals());
    let words = if count == 1 { kind.title() } else { kind.plural() };
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), ROW));
    let response = ui.interact(rect, Id::unique(("open here", kind)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{count} {words}")));
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(Vec2::new(6.0, 0.0)), f32::from(size::CORNER), theme.hover);
    }
    let y = rect.center().y;
    let number = whole(ui, &digits(count), sans_semibold(size::SANS), theme.open);
    let wide = number.size().x.max(NUMBER);
    let at = Align2::RIGHT_CENTER.anchor_size(Pos2::new(rect.left() + wide, y), number.size()).min;
    ui.painter().galley(at, number, theme.open);
    let left = rect.left() + wide + 8.0;
    let galley = clamped(ui, words, sans(size::SANS), 18.0, theme.ink, rect.right() - left, 1);
    ui.painter().galley(Align2::LEFT_CENTER.anchor_size(Pos2::new(left, y), galley.size()).min, galley, theme.ink);
    focus_ring(ui, rect, &response);
    response.clicked()
}
