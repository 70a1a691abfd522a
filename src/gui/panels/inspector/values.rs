//! The codebook's attributes of an annotation, one row each.

use egui::Ui;

use super::{closed, typed};
use crate::gui::state::outbox::Outbox;
use crate::gui::widgets::field_row::field_row;
use crate::model::{Annotation, Scale};
use crate::session::Session;

/// Draws a row for every attribute of the annotation's label.
pub fn values(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    let codebook = &session.document().codebook;
    for attribute in codebook.attributes_of(annotation.label) {
        let title = if attribute.title.is_empty() { &attribute.name } else { &attribute.title };
        field_row(ui, title, |ui| match attribute.scale {
            Scale::List => closed::list(ui, annotation, attribute, title, outbox),
            Scale::Ordered => closed::scale(ui, annotation, attribute, title, outbox),
            Scale::Text | Scale::Date => typed::field(ui, annotation, attribute, title, outbox),
        });
    }
}
