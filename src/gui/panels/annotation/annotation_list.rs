//! The tab with all annotations of the article: a filter, a toggle for each label, a row for each annotation.

use egui::{Id, Margin, Ui, Vec2};

use super::annotation_rows::{AnnotationRows, Change, Row};
use super::{annotation_row, lost_row};
use crate::gui::input::keymap::key_of;
use crate::gui::panels::keys::list_keys;
use crate::gui::panels::keys::list_keys::annotations_id;
use crate::gui::state::focus::FocusTarget;
use crate::gui::state::outbox::Outbox;
use crate::gui::widgets::chip::label_chip;
use crate::gui::widgets::lettering::dim;
use crate::gui::widgets::text_field::TextField;
use crate::gui::widgets::virtual_list::VirtualList;
use crate::model::{AnnotationId, Label};
use crate::session::{Command, Session, SessionAction, WindowAction};

const NO_MATCH: &str = "No results. The filter searches words, notes and labels; try “unsure” or “note”.";

/// The state of the annotation list between frames.
#[derive(Debug, Default)]
pub struct ListView {
    pub filter: String,
    rows: AnnotationRows,
    list: VirtualList,
    /// Labels whose annotations are hidden, in the order of the label bar.
    hidden: [bool; 3],
    /// The selected annotation when the list was last drawn.
    selected: Option<AnnotationId>,
}

/// Draws the tab.
pub fn show(ui: &mut Ui, session: &Session, view: &mut ListView, focus: &mut Option<FocusTarget>, outbox: &mut Outbox) {
    ui.spacing_mut().item_spacing = Vec2::new(6.0, 0.0);
    let layer = session.layer();
    let mut changes = view.rows.update(layer, &view.filter, view.hidden);
    head(ui, view, focus);
    changes.extend(view.rows.update(layer, &view.filter, view.hidden));
    let changed = !changes.is_empty();
    for change in changes {
        match change {
            Change::All => view.list.rows_changed(),
            Change::Removed(row) => view.list.row_removed(row),
            Change::Inserted(row, id) => {
                view.list.row_inserted(row, annotation_row::row_id(&id), annotation_row::estimate());
            }
        }
    }
    let (Some(layer), Some(article)) = (layer, session.article()) else {
        return note(ui, &none_yet(ui));
    };
    if view.rows.rows.is_empty() {
        let words = if layer.annotations().is_empty() { none_yet(ui) } else { NO_MATCH.to_owned() };
        return note(ui, &words);
    }
    let current = session.current().map(|a| a.id.clone());
    let ListView { rows, list, selected, .. } = view;
    let mut here = None;
    if current != *selected || changed {
        here = current.as_ref().and_then(|id| rows.position(layer, id));
        if let Some(row) = here.filter(|_| current != *selected) {
            list.reveal(row);
        }
        selected.clone_from(&current);
    }
    let (keys, step) = list_keys::listen(ui, annotations_id(), ui.available_rect_before_wrap(), "Annotations", false);
    if let Some(step) = step {
        let here = here.or_else(|| current.as_ref().and_then(|id| rows.position(layer, id)));
        let to = step.from(here, rows.rows.len(), list.rows_in(ui.available_height()));
        if let Some(row) = to {
            list.reveal(row);
            if let Some(Row::Annotation(at)) = rows.rows.get(row)
                && let Some(annotation) = layer.annotations().get(*at)
            {
                outbox.send(Command::SelectAnnotation(Some(annotation.id.clone())));
            }
        }
    }
    let all = &rows.rows;
    let id = |row: usize| match all.get(row) {
        Some(Row::Lost(at)) => layer.lost.get(*at).map_or(Id::NULL, |lost| lost_row::row_id(lost)),
        Some(Row::Annotation(at)) => layer.annotations().get(*at).map_or(Id::NULL, |a| annotation_row::row_id(&a.id)),
        None => Id::NULL,
    };
    let estimate = |row: usize| match all.get(row) {
        Some(Row::Lost(_)) => lost_row::ESTIMATE,
        _ => annotation_row::estimate(),
    };
    list.show(ui, "annotations", all.len(), id, estimate, |ui, row, at, width| match all.get(row) {
        Some(Row::Lost(place)) => layer.lost.get(*place).map_or(0.0, |lost| lost_row::draw(ui, session, lost, at, width, outbox)),
        Some(Row::Annotation(place)) => {
            let Some(annotation) = layer.annotations().get(*place) else { return 0.0 };
            let is_selected = current.as_ref() == Some(&annotation.id);
            let (height, response) = annotation_row::draw(ui, &article.text, annotation, is_selected, at, width);
            if response.clicked() {
                outbox.send(Command::SelectAnnotation(Some(annotation.id.clone())));
                keys.request_focus();
                *focus = None;
            }
            height
        }
        None => 0.0,
    });
}

fn head(ui: &mut Ui, view: &mut ListView, focus: &mut Option<FocusTarget>) {
    egui::Frame::NONE.inner_margin(Margin { left: 14, right: 14, top: 12, bottom: 8 }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let field = TextField {
            hint: "Filter",
            key: key_of(ui, WindowAction::FilterAnnotations),
            clears: true,
            ..TextField::new(Id::unique("annotations filter"), "Filter annotations")
        };
        let response = field.show(ui, &mut view.filter);
        if focus.take_if(|focus| *focus == FocusTarget::ListFilter).is_some() {
            response.request_focus();
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
            ui.memory_mut(|memory| memory.request_focus(annotations_id()));
        }
        let counts = view.rows.counts;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            for ((label, count), hidden) in Label::ALL.into_iter().zip(counts).zip(&mut view.hidden) {
                let tip = if *hidden { format!("Show {}s", label.as_str()) } else { format!("Hide {}s", label.as_str()) };
                if label_chip(ui, label, count, !*hidden).on_hover_text(tip).clicked() {
                    *hidden = !*hidden;
                }
            }
        });
    });
}

fn none_yet(ui: &Ui) -> String {
    let [quote, claim, actor] = Label::ALL.map(|label| key_of(ui, SessionAction::Tag(label)));
    format!("No annotations yet. Select words in the text and press {quote}, {claim} or {actor}.")
}

fn note(ui: &mut Ui, words: &str) {
    egui::Frame::NONE.inner_margin(Margin::symmetric(14, 4)).show(ui, |ui| dim(ui, words));
}
