//! Draws the actor picker beside the annotation: a field, with the rows below it; the text stays visible.

use egui::text::{CCursor, CCursorRange};
use egui::{Align2, Area, Context, Frame, Id, Margin, Order, Pos2, Rect, Role, Sense, Stroke, TextEdit, Ui, Vec2, WidgetInfo};

use super::choose;
use super::keys::{self, Asked, Focus};
use super::row::{Choice, Row};
use super::state::Picker;
use super::target::Target;
use crate::gui::state::outbox::Outbox;
use crate::gui::state::prefs::Preferences;
use crate::gui::state::view::{FocusTarget, View};
use crate::gui::style::theme::{Theme, sans, sans_medium, sans_semibold, size};
use crate::gui::widgets::button::focus_ring;
use crate::gui::widgets::check::check;
use crate::gui::widgets::key_cap;
use crate::gui::widgets::lettering::clamped;
use crate::gui::widgets::text_field::TextField;
use crate::session::{Command, Session};

const WIDTH: f32 = 320.0;
const ROW: f32 = 28.0;
/// Distance from the annotation, in points.
const AWAY: f32 = 8.0;
const PADDING: f32 = 8.0;

/// How the picker was closed in this frame.
enum Left {
    /// A row was chosen.
    With(Choice),
    /// Escape was pressed.
    Without,
    /// The pointer was pressed outside.
    Elsewhere,
}

/// Draws the picker while it is open.
pub fn show(ctx: &Context, session: &Session, view: &mut View, prefs: &mut Preferences, outbox: &mut Outbox) {
    let Some(picker) = &mut view.picker else { return };
    // A key that selects something else, such as the next open question, closes the picker.
    let elsewhere = picker.target.annotation().is_some_and(|id| session.current().is_none_or(|current| current.id != *id));
    if elsewhere || !picker.target.exists(session) {
        view.picker = None;
        view.focus = Some(FocusTarget::Reader);
        return;
    }
    picker.refresh(session);
    let readers = [&view.reader, &view.second];
    let in_text = readers.into_iter().find_map(|reader| reader.place_of(picker.target.annotation()));
    let place = picker.at.or(in_text);
    let mut left = read_keys(ctx, picker, session);
    let screen = ctx.content_rect().shrink(8.0);
    let height = if picker.height > 0.0 { picker.height } else { 72.0 + ROW * picker.rows.len() as f32 };
    let corner = corner(screen, place, height, picker.at.is_some());
    let name = picker.target.question(session);
    let area = Area::new(Id::unique("who")).order(Order::Foreground).fixed_pos(corner).accessible_name(&name);
    let drawn = area.show(ctx, |ui| {
        let theme = Theme::of(ui.visuals());
        let frame = Frame::popup(ui.style())
            .fill(theme.panel)
            .stroke(Stroke::new(1.0, theme.line))
            .corner_radius(10)
            .inner_margin(Margin::same(PADDING as i8));
        frame
            .show(ui, |ui| {
                ui.set_width(WIDTH - 2.0 * PADDING);
                ui.spacing_mut().item_spacing = Vec2::ZERO;
                content(ui, picker, &name, prefs)
            })
            .inner
    });
    picker.height = drawn.response.rect.height();
    left = left.or(drawn.inner);
    let outside = |pos: Option<Pos2>| pos.is_some_and(|pos| !drawn.response.rect.contains(pos));
    if picker.begun && left.is_none() && ctx.input(|i| i.pointer.any_pressed() && outside(i.pointer.interact_pos())) {
        left = Some(Left::Elsewhere);
    }
    picker.begun = true;
    let Some(left) = left else { return };
    if let Left::With(choice) = &left {
        if let (Target::SearchSpeaker, Choice::Actor(actor)) = (&picker.target, choice) {
            view.panels.find.set_speaker(Some(actor.clone()));
        }
        outbox.send_all(choose::command(session, &picker.target, choice));
        let chosen = picker.target.annotation().filter(|id| session.current().is_none_or(|current| current.id != **id));
        outbox.send_all(chosen.map(|id| Command::SelectAnnotation(Some(id.clone()))));
    }
    if !matches!(left, Left::Elsewhere) {
        let of_search = matches!(picker.target, Target::SearchSpeaker | Target::SearchMention | Target::SearchCredit);
        view.focus = Some(if of_search { FocusTarget::Review } else { FocusTarget::Reader });
    }
    view.picker = None;
    ctx.request_repaint();
}

/// Below its target, above it if there is no room below, and always inside the window.
fn corner(screen: Rect, place: Option<Rect>, height: f32, ends_right: bool) -> Pos2 {
    let place = place.unwrap_or_else(|| Rect::from_center_size(screen.center_top() + Vec2::new(0.0, 120.0), Vec2::ZERO));
    let below = place.bottom() + AWAY;
    let above = place.top() - AWAY - height;
    let y = if below + height <= screen.bottom() || above < screen.top() { below } else { above };
    let x = if ends_right { place.right() - WIDTH } else { place.left() - PADDING };
    Pos2::new(
        x.clamp(screen.left(), (screen.right() - WIDTH).max(screen.left())).round(),
        y.clamp(screen.top(), (screen.bottom() - height).max(screen.top())).round(),
    )
}

/// Reads the picker's keys. Text typed before Enter is in the field by now: see [`Keyboard`](crate::gui::input::Keyboard).
fn read_keys(ctx: &Context, picker: &mut Picker, session: &Session) -> Option<Left> {
    let empty = picker.typed.is_empty();
    let in_field = !picker.begun || ctx.memory(|memory| memory.has_focus(field_id()));
    let focus = if in_field { Focus::Field { empty } } else { Focus::Row { empty } };
    for asked in keys::take(ctx, focus) {
        let last = picker.rows.len().saturating_sub(1);
        let row = match asked {
            Asked::Up => {
                picker.lit = if picker.lit == 0 { last } else { picker.lit - 1 };
                continue;
            }
            Asked::Down => {
                picker.lit = if picker.lit >= last { 0 } else { picker.lit + 1 };
                continue;
            }
            Asked::Type(text) => {
                picker.typed.push_str(&text);
                picker.refresh(session);
                resume(ctx, &picker.typed);
                continue;
            }
            Asked::Leave => return Some(Left::Without),
            Asked::Take => picker.rows.get(picker.lit),
            Asked::New => picker.new_actor(),
            Asked::Number(number) => picker.numbered(number),
        };
        if let Some(row) = row {
            return Some(Left::With(row.choice.clone()));
        }
    }
    None
}

/// Gives the field the keyboard, with the caret after all that is typed.
fn resume(ctx: &Context, typed: &str) {
    let mut state = TextEdit::load_state(ctx, field_id()).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(typed.chars().count()))));
    TextEdit::store_state(ctx, field_id(), state);
    ctx.memory_mut(|memory| memory.request_focus(field_id()));
}

fn field_id() -> Id {
    Id::unique("who filter")
}

fn content(ui: &mut Ui, picker: &mut Picker, name: &str, prefs: &mut Preferences) -> Option<Left> {
    let theme = Theme::of(ui.visuals());
    let width = ui.available_width();
    let (_, head) = ui.allocate_space(Vec2::new(width, 24.0));
    let galley = clamped(ui, name, sans_semibold(size::SANS), 18.0, theme.ink, width - 8.0, 1);
    ui.painter().galley(head.min + Vec2::new(4.0, 2.0), galley, theme.ink);
    ui.add_space(2.0);
    let field = TextField { hint: "Type a name, a role or an alias", ..TextField::new(field_id(), name) };
    let response = field.show(ui, &mut picker.typed);
    if !picker.begun {
        response.request_focus();
    }
    ui.add_space(6.0);
    let mut left = None;
    let mut was_actor = true;
    let moved = ui.input(|i| i.pointer.delta() != Vec2::ZERO);
    let mut lit = picker.lit;
    for (at, row) in picker.rows.iter().enumerate() {
        let is_actor = matches!(row.choice, Choice::Actor(_));
        if at > 0 && is_actor != was_actor {
            let (_, gap) = ui.allocate_space(Vec2::new(width, 9.0));
            ui.painter().hline(
                gap.shrink2(Vec2::new(4.0, 0.0)).x_range(),
                gap.center().y.round() + 0.5,
                Stroke::new(1.0, theme.line),
            );
        }
        was_actor = is_actor;
        let response = draw(ui, row, at == picker.lit);
        if response.hovered() && moved {
            lit = at;
        }
        if response.clicked() {
            left = Some(Left::With(row.choice.clone()));
        }
    }
    picker.lit = lit;
    if matches!(picker.target, Target::Mention(_)) {
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            if check(ui, prefs.asks_who, "Ask each time a mention is tagged", "", true).clicked() {
                prefs.asks_who = !prefs.asks_who;
            }
        });
    }
    left
}

fn draw(ui: &mut Ui, row: &Row, lit: bool) -> egui::Response {
    let theme = Theme::of(ui.visuals());
    let name = row.name();
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), ROW));
    let response = ui.interact(rect, Id::unique(("who row", &row.choice)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, lit, &name));
    if lit || response.has_focus() {
        ui.painter().rect_filled(rect, f32::from(size::CORNER), theme.hover);
    }
    let y = rect.center().y;
    let mut right = rect.right() - 8.0;
    let key = row.number.map_or_else(|| row.key(ui), |number| number.to_string());
    let numbered = row.number.is_some();
    if !numbered && !key.is_empty() {
        right -= key_cap::width(ui, &key);
        key_cap::paint(ui, Pos2::new(right, y), &key);
        right -= 8.0;
    }
    let mut x = rect.left() + 8.0;
    if numbered {
        x = key_cap::paint(ui, Pos2::new(x, y), &key).right() + 8.0;
    }
    let font = if matches!(row.choice, Choice::Actor(_)) { sans_medium(size::SANS) } else { sans(size::SANS) };
    let title = clamped(ui, &row.title, font, 18.0, theme.ink, right - x, 1);
    let at = Align2::LEFT_CENTER.anchor_size(Pos2::new(x, y), title.size()).min;
    x += title.size().x + 8.0;
    ui.painter().galley(at, title, theme.ink);
    if !row.detail.is_empty() && right - x > 24.0 {
        let detail = clamped(ui, &row.detail, sans(size::SMALL), 18.0, theme.dim, right - x, 1);
        let at = Align2::LEFT_CENTER.anchor_size(Pos2::new(x, y), detail.size()).min;
        ui.painter().galley(at, detail, theme.dim);
    }
    focus_ring(ui, rect, &response);
    response
}
