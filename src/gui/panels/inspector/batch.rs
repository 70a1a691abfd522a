//! Shows the batch of an annotation, with a button that undoes it.

use egui::Ui;

use crate::gui::state::outbox::Outbox;
use crate::gui::widgets::button::Button;
use crate::gui::widgets::field_row::field_row;
use crate::gui::widgets::lettering::{digits, dim};
use crate::model::Annotation;
use crate::session::{Command, Session};

/// Draws the row, if the annotation belongs to a batch.
pub fn batch(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    let Some(batch) = &annotation.details.batch else { return };
    let all = session.batch(batch).map_or(0, |state| state.untouched + state.edited);
    field_row(ui, "Batch", |ui| {
        ui.add_space(4.0);
        dim(ui, format!("Tagged in a batch of {}", digits(all)));
        ui.add_space(4.0);
        let button = Button { name: "Undo batch", ..Button::framed("Undo batch") };
        if button.show(ui).on_hover_text("Delete the annotations of this batch, except those edited since").clicked() {
            outbox.send(Command::RetractBatch(batch.clone()));
        }
    });
}
