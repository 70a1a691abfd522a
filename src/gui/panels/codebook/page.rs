//! The codebook page: a head, the guidelines, the attributes of each subject.

use egui::{Align, Layout, Margin, RichText, ScrollArea, Ui, Vec2};

use super::state::CodebookView;
use super::{attribute, guidelines};
use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::Outbox;
use crate::gui::state::view::View;
use crate::gui::style::theme::{Theme, sans_semibold, serif_bold, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::dim;
use crate::model::Subject;
use crate::session::{Session, WindowAction};

/// Maximum width of the page, in points, for readable lines.
const WIDTH: f32 = 760.0;

/// Draws the page in place of the text.
pub fn show(ui: &mut Ui, session: &Session, view: &mut View, outbox: &mut Outbox) {
    let view = &mut view.panels.codebook;
    if view.give_way(session) {
        ui.ctx().request_repaint();
        return;
    }
    ScrollArea::vertical().id_salt("codebook").auto_shrink(false).show(ui, |ui| {
        let side = ((ui.available_width() - WIDTH) / 2.0).max(24.0);
        egui::Frame::NONE.inner_margin(Margin::symmetric(side as i8, 24)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = Vec2::new(8.0, 6.0);
            head(ui, view);
            let read_only = !session.access().permits_changes();
            guidelines::show(ui, session, read_only, outbox);
            for of in Subject::ALL {
                subject(ui, session, of, read_only, view, outbox);
            }
        });
    });
}

fn head(ui: &mut Ui, view: &mut CodebookView) {
    let theme = Theme::of(ui.visuals());
    ui.horizontal(|ui| {
        ui.label(RichText::new("Codebook").font(serif_bold(size::TITLE)).color(theme.ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button = Button { name: "Close the codebook", key: key_of(ui, WindowAction::Escape), ..Button::flush("Close") };
            if button.show(ui).clicked() {
                view.close();
            }
        });
    });
    dim(ui, "What to mark and which attributes to set. Renaming updates every annotation. What is in use cannot be removed.");
    ui.add_space(12.0);
}

fn subject(ui: &mut Ui, session: &Session, of: Subject, read_only: bool, view: &mut CodebookView, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    ui.add_space(16.0);
    let title = format!("Attributes of a {}", of.title().to_lowercase()).replace("a actor", "an actor");
    ui.label(RichText::new(title).font(sans_semibold(15.0)).color(theme.ink));
    let codebook = &session.document().codebook;
    let count = codebook.attributes_of(of).count();
    ui.scope(|ui| {
        for (at, held) in codebook.attributes_of(of).enumerate() {
            attribute::show(ui, session, held, (at, count), read_only, view, outbox);
        }
    });
    if count == 0 {
        dim(ui, "None yet.");
    }
    if !read_only {
        attribute::add(ui, of, view);
    }
}
