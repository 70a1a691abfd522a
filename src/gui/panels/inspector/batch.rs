//! Says that the annotation was made with others in one go, and takes them all back.

use egui::Ui;

use crate::gui::state::outbox::Outbox;
use crate::gui::widgets::button::Button;
use crate::gui::widgets::field_row::field_row;
use crate::gui::widgets::lettering::{counted, dim};
use crate::model::Annotation;
use crate::session::{Command, Session};

/// Draws the row; nothing for what was made alone.
pub fn batch(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    let Some(batch) = &annotation.details.batch else { return };
    let others = session.batch(batch).map_or(0, |state| state.untouched + state.edited).saturating_sub(1);
    field_row(ui, "Batch", |ui| {
        ui.add_space(4.0);
        dim(ui, format!("Tagged with {}", counted(others, "other", "others")));
        ui.add_space(4.0);
        let button = Button { name: "Retract all of the batch", ..Button::framed("Retract all") };
        if button.show(ui).on_hover_text("Deletes what the batch made, but for what was edited since").clicked() {
            outbox.send(Command::RetractBatch(batch.clone()));
        }
    });
}
