//! Accessibility: the article, its paragraphs, and every mark by name.

use egui::accesskit::{Action, Node, Role};
use egui::{Id, Rect, Response, Ui};

use super::layout::column::Placed;
use super::layout::page::Page;
use super::marks::Mark;
use super::state::ReaderView;
use super::suggestions::{Looked, kind, words};
use crate::gui::state::outbox::Outbox;
use crate::model::Annotation;
use crate::session::{Command, Digit, Place, Session, SessionAction};

/// Maximum length of a name, in characters.
const NAME: usize = 120;

/// Describes what was drawn, and handles requests to select a mark.
pub(super) fn describe(
    ui: &Ui,
    response: &Response,
    page: &Page<'_>,
    placed: &[Placed],
    marks: &[Mark],
    view: &ReaderView,
    outbox: &mut Outbox,
) {
    // Skipped unless accessibility is active: a selection can be a megabyte.
    let on = ui.ctx().accesskit_node_builder(response.id, |node| {
        let title = page.article.display_title();
        let selected = page.selection.span(&page.text).map(|s| page.text.slice(s).to_owned());
        node.set_role(Role::Article);
        node.set_label(format!("Text of {title}"));
        node.set_value(selected.unwrap_or_default());
        node.add_action(Action::Focus);
    });
    if on.is_none() {
        return;
    }
    for block in placed {
        let rect = Rect::from_min_size(page.origin(block, view.scroll), block.laid.galley.size());
        ui.ctx().accesskit_node_builder(response.id.with(("block", block.index)), |node| {
            node.set_role(Role::Paragraph);
            node.set_value(block.laid.source().to_owned());
            bounds(node, rect);
        });
    }
    for mark in marks.iter().filter(|m| m.part.first && m.fragment == 0) {
        let id = mark_id(response.id, &mark.annotation);
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Mark);
            node.set_label(name(page.session, &mark.annotation));
            node.set_selected(mark.current);
            node.add_action(Action::Click);
            bounds(node, mark.part.rect);
        });
        if ui.input(|i| i.has_accesskit_action_request(id, Action::Click)) {
            let (article, annotation) = page.end(&mark.annotation.id);
            outbox.send(if page.active {
                Command::SelectAnnotation(Some(annotation))
            } else {
                Command::GoTo(Place::Annotation(article, annotation))
            });
        }
    }
}

/// Describes the suggestions in view and their digits, and handles requests to select or accept one.
pub(super) fn describe_suggestions(ui: &Ui, page: &Page<'_>, looked: &Looked<'_>, outbox: &mut Outbox) {
    for shown in &looked.shown {
        let Some((first, (_, part))) = shown.suggestion.fragments.first().zip(shown.rows.first()) else { continue };
        let id = page.id.with(("suggestion", first.start().0, first.end().0));
        let node = ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Mark);
            node.set_label(format!("{}: {}", kind(shown.label), words(page, shown.suggestion, NAME)));
            node.set_selected(shown.current);
            node.add_action(Action::Click);
            bounds(node, part.rect);
        });
        if node.is_none() {
            return;
        }
        if ui.input(|i| i.has_accesskit_action_request(id, Action::Click)) {
            outbox.send(Command::LookAt(first.start()));
        }
    }
    for badge in &looked.badges {
        let at = badge.number.saturating_sub(1);
        let Some(digit) = Digit::ALL.get(at) else { continue };
        let id = page.id.with(("digit", badge.number));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Button);
            node.set_label(format!("{}: {}", badge.number, badge.called));
            node.add_action(Action::Click);
            bounds(node, badge.rect);
        });
        if ui.input(|i| i.has_accesskit_action_request(id, Action::Click)) {
            outbox.act(SessionAction::Speaker(*digit));
        }
    }
}

fn mark_id(pane: Id, annotation: &Annotation) -> Id {
    pane.with(annotation.id.as_str())
}

pub(super) fn bounds(node: &mut Node, rect: Rect) {
    let (min, max) = (rect.min, rect.max);
    node.set_bounds(egui::accesskit::Rect { x0: min.x.into(), y0: min.y.into(), x1: max.x.into(), y1: max.y.into() });
}

/// `quote by Claire Maurel: Des discussions…`, with everything else that its mark shows.
#[must_use]
pub fn name(session: &Session, annotation: &Annotation) -> String {
    let people: Vec<String> = annotation.details.attribution.iter().map(|held| session.who_shown(&held.who)).collect();
    let by = if people.is_empty() { String::new() } else { format!(" by {}", people.join(", ")) };
    let words = annotation.beginning(NAME);
    let named = annotation.actor.as_ref().map(|actor| session.document().register.name(actor));
    let named = named.filter(|named| *named != words).map(|named| format!(" {named}")).unwrap_or_default();
    let unsure = if annotation.unsure { " (unsure)" } else { "" };
    format!("{}{by}{named}: {words}{unsure}", annotation.label.as_str())
}
