//! The page of one actor: its fields, its actions, and every annotation in which it appears.

use std::sync::Arc;

use egui::{Id, Layout, Rect, RichText, Ui, UiBuilder, Vec2};

use super::appearances::PageRow;
use super::state::{ActorAction, ActorsView};
use super::{actions, aliases, appearance_row, fields, merge, row, split};
use crate::gui::input::keymap::key_of;
use crate::gui::panels::annotation::annotation_row;
use crate::gui::state::outbox::Outbox;
use crate::gui::state::view::View;
use crate::gui::style::theme::{Theme, sans, sans_semibold, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::chip::label_chip;
use crate::gui::widgets::lettering::{dim, heading};
use crate::model::{Actor, ActorId, Label};
use crate::session::{Session, WindowAction};

/// Approximate height of the form, in points.
const FORM: f32 = 560.0;

/// Draws the page.
pub fn show(ui: &mut Ui, session: &Session, actor: &Arc<Actor>, view: &mut View, outbox: &mut Outbox) {
    ui.spacing_mut().item_spacing = Vec2::new(6.0, 0.0);
    let actors = &mut view.panels.actors;
    if actors.appearances.update(session, &actor.id) {
        actors.page_list.rows_changed();
    }
    let mut list = std::mem::take(&mut actors.page_list);
    let rows = std::mem::take(&mut actors.appearances.rows);
    let id = |at: usize| match rows.get(at) {
        Some(PageRow::Form) => Id::unique(("actor form", actor.id.as_str())),
        Some(PageRow::Article(article, by, _)) => Id::unique(("actor article row", article.as_str(), by.as_str())),
        Some(PageRow::Place(at)) => Id::unique(("actor place", *at)),
        Some(PageRow::Nothing) | None => Id::NULL,
    };
    let estimate = |at: usize| match rows.get(at) {
        Some(PageRow::Form) => FORM,
        Some(PageRow::Article(..)) => appearance_row::HEADING,
        _ => annotation_row::estimate(),
    };
    let current = session.current().map(|annotation| annotation.id.clone());
    let mut leave = false;
    let count = rows.len();
    list.show(ui, "actor page", count, id, estimate, |ui, at, place, width| match rows.get(at) {
        Some(PageRow::Form) => {
            let rect = Rect::from_min_size(place, Vec2::new(width, f32::INFINITY)).shrink2(Vec2::new(size::MARGIN, 0.0));
            let builder = UiBuilder::new().max_rect(rect).layout(Layout::top_down(egui::Align::Min)).id_salt("actor form");
            let mut form = ui.new_child(builder);
            leave |= head(&mut form, session, actor, actors, outbox);
            form.min_rect().height() + 4.0
        }
        Some(PageRow::Article(article, by, count)) => appearance_row::heading(ui, session, article, by, *count, place, width),
        Some(PageRow::Place(at)) => {
            let Some(held) = actors.appearances.found.get(*at).cloned() else { return 0.0 };
            let key = (held.article.clone(), held.annotation.id.clone());
            let ticked = match &actors.action {
                Some(ActorAction::Split(draft)) => Some(draft.appearances.contains(&key)),
                _ => None,
            };
            let selected = current.as_ref() == Some(&held.annotation.id);
            let state = appearance_row::RowState { actor: &actor.id, selected, ticked };
            let (height, toggled) = appearance_row::draw(ui, session, &held, state, place, width, outbox);
            if let (true, Some(ActorAction::Split(draft))) = (toggled, &mut actors.action) {
                draft.toggle(key);
            }
            height
        }
        Some(PageRow::Nothing) => {
            let rect = Rect::from_min_size(place, Vec2::new(width, 40.0)).shrink2(Vec2::new(size::MARGIN, 4.0));
            let words = "Not used yet. Tag its name in a text, or choose it as the speaker of a quote.";
            let mut inner = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("not used"));
            dim(&mut inner, words);
            inner.min_rect().height() + 12.0
        }
        None => 0.0,
    });
    // A click may have opened another page meanwhile.
    if actors.page.as_ref() == Some(&actor.id) {
        actors.page_list = list;
    }
    if actors.appearances.rows.is_empty() {
        actors.appearances.rows = rows;
    }
    if leave {
        actors.back();
    }
}

/// Draws everything above the list of annotations. Returns whether to go back to the register.
fn head(ui: &mut Ui, session: &Session, actor: &Arc<Actor>, actors: &mut ActorsView, outbox: &mut Outbox) -> bool {
    let theme = Theme::of(ui.visuals());
    ui.spacing_mut().item_spacing = Vec2::new(6.0, 6.0);
    ui.add_space(6.0);
    let button = Button {
        name: "All actors",
        color: Some(theme.dim),
        key: key_of(ui, WindowAction::Escape),
        ..Button::flush("← All actors")
    };
    let response = button.show(ui);
    if std::mem::take(&mut actors.takes_keyboard) {
        response.request_focus();
    }
    let back = response.clicked();
    let name = RichText::new(&actor.name).font(sans_semibold(16.0)).color(theme.ink);
    ui.add(egui::Label::new(name).wrap().selectable(false));
    let counts = row::counts(session.survey().counts(&actor.id));
    let counts = if counts.is_empty() { "not used yet".to_owned() } else { counts };
    ui.add(egui::Label::new(RichText::new(counts).font(sans(size::SMALL)).color(theme.dim)).wrap().selectable(false));
    duplicates(ui, session, actor, actors);
    ui.add_space(4.0);
    match &actors.action {
        Some(ActorAction::Merge(..)) => merge::show(ui, session, actor, actors, outbox),
        Some(ActorAction::Split(_)) => split::show(ui, actor, actors, outbox),
        None => {
            actions::show(ui, session, actor, actors, outbox);
            ui.add_space(6.0);
            fields::show(ui, session, actor, actors, outbox);
            ui.add_space(8.0);
            aliases::show(ui, session, actor, actors, outbox);
        }
    }
    ui.add_space(10.0);
    heading(ui, "Appears in");
    ui.horizontal_wrapped(|ui| {
        let counts = actors.appearances.counts;
        for ((label, count), hidden) in Label::ALL.into_iter().zip(counts).zip(&mut actors.appearances.hidden) {
            if label_chip(ui, label, count, !*hidden).clicked() {
                *hidden = !*hidden;
            }
        }
    });
    back
}

/// Lists possible duplicates; nothing is merged automatically.
fn duplicates(ui: &mut Ui, session: &Session, actor: &Actor, actors: &mut ActorsView) {
    const MOST: usize = 3;
    let theme = Theme::of(ui.visuals());
    let register = &session.document().register;
    let mut open: Option<ActorId> = None;
    for duplicate in actors.duplicates.of(register, &actor.id).into_iter().take(MOST) {
        ui.add_space(2.0);
        let words = RichText::new(row::same_as(register, &duplicate)).font(sans(size::SMALL)).color(theme.claim);
        ui.add(egui::Label::new(words).wrap().selectable(false));
        let other = register.name(&duplicate.other).to_owned();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            let name = format!("Show {other}");
            let see = Button { name: &name, height: 20.0, color: Some(theme.accent), ..Button::flush("Show") };
            if see.show(ui).clicked() {
                open = Some(duplicate.other.clone());
            }
            let name = format!("Merge into {other}");
            let merge = Button { name: &name, height: 20.0, color: Some(theme.accent), ..Button::flush("Merge…") };
            if merge.show(ui).clicked() {
                actors.action = Some(ActorAction::Merge(super::Chooser::default(), Some(duplicate.other.clone())));
            }
        });
    }
    if let Some(other) = open {
        actors.open(other);
    }
}
