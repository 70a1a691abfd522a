//! The bar below the text: the labels with their keys, then the keys that are useful now.

use egui::{Align, Align2, Layout, Pos2, Rect, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo};

use super::keys_front::keys_front;
use super::keys_now::{Cap, KeyHint, keys_now};
use crate::gui::input::keymap::{in_force, key_of};
use crate::gui::state::outbox::Outbox;
use crate::gui::state::view::View;
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::key_cap;
use crate::gui::widgets::lettering::whole;
use crate::gui::widgets::tip::{action_tip, tip};
use crate::model::Label;
use crate::session::{Action, Session, SessionAction, WindowAction};

const GAP: f32 = 10.0;
const HINT_GAP: f32 = 16.0;
const INNER: f32 = 5.0;

/// Draws the bar with its margins.
pub fn show(ui: &mut Ui, session: &Session, view: &mut View, outbox: &mut Outbox) {
    let all = ui.available_rect_before_wrap();
    let inner = all.shrink2(Vec2::new(size::MARGIN, 0.0));
    let layout = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        labels(ui, session, outbox);
        ui.add_space(14.0);
        let typing = ui.ctx().text_edit_focused();
        let keys = keys_front(ui, session, view).unwrap_or_else(|| keys_now(session, typing));
        hints(ui, keys, inner.right(), outbox);
    });
}

fn labels(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let current = session.current().map(|a| a.label);
    for label in Label::ALL {
        let action = SessionAction::Tag(label);
        let button = Button {
            swatch: Some(label),
            key: key_of(ui, action),
            lit: (current == Some(label)).then(|| theme.label_ink(label)),
            height: 28.0,
            padding: 11.0,
            ..Button::framed(label.title())
        };
        let guideline = session.document().codebook.guideline(label);
        let help = if guideline.is_empty() { action.spec().help } else { guideline };
        if tip(button.show(ui), help, "").clicked() {
            outbox.act(action);
        }
    }
}

/// Draws as many hints as fit; the hint for all keys is always shown.
fn hints(ui: &mut Ui, hints: Vec<KeyHint>, right: f32, outbox: &mut Outbox) {
    let last = KeyHint {
        keys: vec![Cap::Of(Action::Window(WindowAction::ShowKeys))],
        words: "All keys".to_owned(),
        action: Some(Action::Window(WindowAction::ShowKeys)),
    };
    let keep = width(ui, &last);
    let mut x = ui.cursor().left();
    // A hint whose actions have no key is left out.
    for hint in hints.into_iter().filter(|hint| !caps(ui, hint).is_empty()) {
        let wide = width(ui, &hint);
        if x + wide + HINT_GAP + keep > right {
            break;
        }
        draw(ui, x, &hint, outbox);
        x += wide + HINT_GAP;
    }
    draw(ui, x, &last, outbox);
}

fn caps(ui: &Ui, hint: &KeyHint) -> Vec<String> {
    let keys = in_force(ui);
    hint.keys.iter().map(|cap| cap.words(&keys)).filter(|words| !words.is_empty()).collect()
}

fn width(ui: &Ui, hint: &KeyHint) -> f32 {
    let caps: f32 = caps(ui, hint).iter().map(|keys| key_cap::width(ui, keys) + 3.0).sum();
    caps + INNER - 3.0 + words(ui, hint).size().x
}

fn words(ui: &Ui, hint: &KeyHint) -> std::sync::Arc<egui::Galley> {
    whole(ui, &hint.words, sans(size::SANS), Theme::of(ui.visuals()).dim)
}

fn draw(ui: &Ui, left: f32, hint: &KeyHint, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let middle = ui.max_rect().center().y;
    let rect = Rect::from_min_size(Pos2::new(left, middle - 13.0), Vec2::new(width(ui, hint), size::FIELD));
    // Hints do not take part in moving the focus by Tab.
    let sense = if hint.action.is_some() { Sense::CLICK } else { Sense::hover() };
    let response = ui.interact(rect, egui::Id::unique(("key hint", &hint.keys)), sense);
    let caps = caps(ui, hint);
    let name = format!("{}: {}", caps.join(" "), hint.words);
    let role = if hint.action.is_some() { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &name));
    let mut x = left;
    for keys in &caps {
        x = key_cap::paint(ui, Pos2::new(x, middle), keys).right() + 3.0;
    }
    let color = if hint.action.is_some() && response.hovered() { theme.ink } else { theme.dim };
    let galley = words(ui, hint);
    let at = Align2::LEFT_CENTER.anchor_size(Pos2::new(x + INNER - 3.0, middle), galley.size()).min;
    ui.painter().galley_with_override_text_color(at, galley, color);
    if let Some(action) = hint.action
        && action_tip(response, action).clicked()
    {
        outbox.act(action);
    }
}
