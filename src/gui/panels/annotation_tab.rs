//! The tab of the selected annotation: its words, its controls, what else is here, where and when it was made.

use std::sync::Arc;

use egui::{Margin, ScrollArea, Ui};

use super::also_here::also_here;
use super::words_box::words_box;
use super::{annotation_form as form, hint, places};
use crate::gui::dates;
use crate::gui::outbox::Outbox;
use crate::gui::theme::{Theme, size};
use crate::gui::view::{FocusTarget, View};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::dim;
use crate::gui::widgets::tip::tip;
use crate::model::{Anchor, Annotation};
use crate::session::{Action, Session};

/// Draws the tab.
pub fn show(ui: &mut Ui, session: &Session, view: &mut View, outbox: &mut Outbox) {
    ScrollArea::vertical().id_salt("annotation tab").auto_shrink(false).show(ui, |ui| {
        egui::Frame::NONE.inner_margin(Margin::symmetric(size::MARGIN as i8, 12)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            if let Some(annotation) = session.current().cloned() {
                annotated(ui, session, &annotation, view, outbox);
            } else {
                if view.focus == Some(FocusTarget::Note) {
                    view.focus = None;
                }
                hint::hint(ui, session, outbox);
            }
        });
    });
}

fn annotated(ui: &mut Ui, session: &Session, annotation: &Arc<Annotation>, view: &mut View, outbox: &mut Outbox) {
    ui.spacing_mut().item_spacing.y = 6.0;
    words_box(ui, annotation);
    ui.add_space(6.0);
    form::labels(ui, session, annotation, outbox);
    ui.add_space(6.0);
    form::note(ui, session, annotation, view, outbox);
    form::unsure(ui, annotation, outbox);
    form::edges(ui, annotation, outbox);
    also_here(ui, session, annotation, outbox);
    ui.add_space(12.0);
    about(ui, session, annotation);
    ui.add_space(6.0);
    let theme = Theme::of(ui.visuals());
    let action = Action::Delete;
    let button = Button { color: Some(theme.open), key: action.key(), ..Button::flush(action.spec().name) };
    if tip(button.show(ui), action.spec().help, "").clicked() {
        outbox.act(action);
    }
}

/// Where it stands, who made it when, and what happened to it.
fn about(ui: &mut Ui, session: &Session, annotation: &Annotation) {
    ui.spacing_mut().item_spacing.y = 2.0;
    if let Some(article) = session.article() {
        let place = places::characters(&article.text, annotation);
        let mut letters = place.chars();
        let place: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        dim(ui, place);
    }
    dim(ui, format!("Made {} by {}", dates::moment(annotation.created), session.annotator()));
    if annotation.modified != annotation.created {
        dim(ui, format!("Changed {}", dates::moment(annotation.modified)));
    }
    if annotation.origin != "hand" {
        dim(ui, format!("Came from: {}", annotation.origin));
    }
    if annotation.anchor == Anchor::Moved {
        let theme = Theme::of(ui.visuals());
        let words = "Moved when the set was opened: its words stood at another place. Check it.";
        ui.label(egui::RichText::new(words).font(crate::gui::theme::sans(size::SMALL)).color(theme.open));
    }
}
