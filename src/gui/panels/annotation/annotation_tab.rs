//! The tab of the selected annotation, or of the current suggestion: all its fields, overlapping annotations, open
//! questions.

use std::sync::Arc;

use egui::{Margin, ScrollArea, Ui};

use super::also_here::also_here;
use super::words_box::words_box;
use super::{annotation_form as form, hint};
use crate::gui::input::keymap::key_of;
use crate::gui::panels::inspector::{batch, evidence, facts, likely, mention, open_here, people, suggestion, ties, values};
use crate::gui::state::focus::FocusTarget;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::heading;
use crate::gui::widgets::tip::tip;
use crate::model::{Annotation, Label};
use crate::session::{Action, Session, SessionAction};

/// Draws the tab.
pub fn show(ui: &mut Ui, session: &Session, focus: &mut Option<FocusTarget>, outbox: &mut Outbox) {
    ScrollArea::vertical().id_salt("annotation tab").auto_shrink(false).show(ui, |ui| {
        egui::Frame::NONE.inner_margin(Margin::symmetric(size::MARGIN as i8, 12)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            if let Some(annotation) = session.current().cloned() {
                annotated(ui, session, &annotation, focus, outbox);
            } else {
                focus.take_if(|focus| *focus == FocusTarget::Note);
                match session.walks().zip(session.suggestion()) {
                    Some((label, looked_at)) => suggestion::suggestion(ui, session, label, looked_at, outbox),
                    None => hint::hint(ui, session, outbox),
                }
                open_here::open_here(ui, session, outbox);
            }
        });
    });
}

fn annotated(ui: &mut Ui, session: &Session, annotation: &Arc<Annotation>, focus: &mut Option<FocusTarget>, outbox: &mut Outbox) {
    ui.spacing_mut().item_spacing.y = 6.0;
    let words: Vec<&str> = annotation.fragments.iter().map(|fragment| fragment.words.as_str()).collect();
    words_box(ui, annotation.label, &words);
    ui.add_space(6.0);
    if annotation.label == Label::Actor {
        mention::actor(ui, session, annotation, outbox);
        suggestion::proposed(ui, session, annotation, outbox);
    } else {
        people::speakers(ui, session, annotation, outbox);
        suggestion::proposed(ui, session, annotation, outbox);
        evidence::named_by(ui, session, annotation, outbox);
        evidence::cue(ui, annotation, outbox);
    }
    values::values(ui, session, annotation, outbox);
    if annotation.label != Label::Actor {
        people::others(ui, session, annotation, outbox);
        evidence::parts(ui, annotation, outbox);
    }
    evidence::in_quote(ui, session, annotation, outbox);
    evidence::lost(ui, annotation, outbox);
    form::note(ui, session, annotation, focus, outbox);
    form::unsure(ui, annotation, outbox);
    batch::batch(ui, session, annotation, outbox);
    ties::ties(ui, session, annotation, outbox);
    likely::likely(ui, session, annotation, outbox);
    open_here::open_here(ui, session, outbox);
    also_here(ui, session, annotation, outbox);
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.add_space(14.0);
    heading(ui, "Label and position");
    form::labels(ui, session, annotation, outbox);
    form::edges(ui, annotation, outbox);
    ui.add_space(6.0);
    facts::facts(ui, session, annotation);
    ui.add_space(6.0);
    let theme = Theme::of(ui.visuals());
    let action = Action::Session(SessionAction::Delete);
    let button = Button { color: Some(theme.open), key: key_of(ui, action), ..Button::flush(action.spec().name) };
    if tip(button.show(ui), action.spec().help, "").clicked() {
        outbox.act(action);
    }
}
