//! Says that the annotation was made with others in one go, and takes them all back.

use egui::{Id, Ui};

use crate::gui::outbox::Outbox;
use crate::gui::widgets::button::Button;
use crate::gui::widgets::field_row::field_row;
use crate::gui::widgets::lettering::{counted, dim};
use crate::model::{Annotation, BatchId};
use crate::session::{Command, Session};

/// Draws the row; nothing for what was made alone.
pub fn batch(ui: &mut Ui, session: &Session, annotation: &Annotation, outbox: &mut Outbox) {
    let Some(batch) = &annotation.details.batch else { return };
    let others = count(ui, session, batch).saturating_sub(1);
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

/// How many the batch made, counted once a change of the set.
fn count(ui: &Ui, session: &Session, batch: &BatchId) -> usize {
    let id = Id::unique(("batch", batch.as_str()));
    let revision = session.revision();
    if let Some((_, count)) = ui.data(|data| data.get_temp::<(u64, usize)>(id)).filter(|(of, _)| *of == revision) {
        return count;
    }
    let count = session.batches().iter().find(|state| state.id == *batch).map_or(0, |state| state.untouched + state.edited);
    ui.data_mut(|data| data.insert_temp(id, (revision, count)));
    count
}
