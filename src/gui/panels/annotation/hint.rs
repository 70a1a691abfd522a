//! Shows what to do next when no annotation is selected.

use egui::{RichText, Ui};

use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, sans_medium, serif, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::key_cap::key_cap;
use crate::gui::widgets::lettering::{counted, dim, heading};
use crate::gui::widgets::swatch;
use crate::gui::widgets::tip::{action_tip, tip};
use crate::model::{Label, Status};
use crate::session::{Action, Session, SessionAction};
use crate::text::word_count;

/// Maximum length of a guideline, in characters; its tip has the rest.
const GUIDELINE: usize = 140;

/// Draws the advice for selected words, or for no selection.
pub fn hint(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let Some(article) = session.article() else {
        dim(ui, "No article is open. Select one on the left, or add articles.");
        return;
    };
    match session.selection().trimmed(&article.text) {
        Some(span) => selected(ui, session, article.text.slice(span), outbox),
        None => nothing(ui, session, outbox),
    }
}

fn selected(ui: &mut Ui, session: &Session, words: &str, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let count = counted(word_count(words), "word", "words");
    let letters = counted(words.chars().count(), "character", "characters");
    heading(ui, &format!("{count} selected, {letters}"));
    ui.add_space(8.0);
    let text = RichText::new(crate::text::shortened(words, 280)).font(serif(size::WORDS)).color(theme.ink);
    ui.add(egui::Label::new(text).wrap().selectable(false));
    ui.add_space(16.0);
    heading(ui, "Mark as");
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(6.0);
        for label in Label::ALL {
            let action = SessionAction::Tag(label);
            let name = format!("Mark as {}", label.as_str());
            let button = Button {
                name: &name,
                swatch: Some(label),
                key: key_of(ui, action),
                padding: 6.0,
                compact: true,
                ..Button::framed(label.title())
            };
            if tip(button.show(ui), session.document().codebook.guideline(label), "").clicked() {
                outbox.act(action);
            }
        }
    });
}

fn nothing(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    ui.spacing_mut().item_spacing.y = 8.0;
    heading(ui, "Nothing selected");
    let [quote, claim, actor] = Label::ALL.map(|label| key_of(ui, SessionAction::Tag(label)));
    let words = format!("Select words, or click in a name, a quotation or a sentence, then press {quote}, {claim} or {actor}.");
    let text = RichText::new(words).color(theme.ink);
    ui.add(egui::Label::new(text).wrap().selectable(false));
    for label in Label::ALL {
        label_line(ui, session, label);
    }
    ui.add_space(8.0);
    heading(ui, "Keyboard");
    for action in [
        Action::Session(SessionAction::SelectWord),
        Action::Session(SessionAction::SelectSentence),
        Action::Session(SessionAction::NextAnnotation),
        Action::Session(SessionAction::ToggleDone),
        Action::Session(SessionAction::NextArticle),
    ] {
        key_line(ui, action, outbox);
    }
    let layer = session.layer();
    let status = Status::of(layer.map(std::convert::AsRef::as_ref));
    if let Some(layer) = layer.filter(|layer| !layer.annotations().is_empty()) {
        ui.add_space(8.0);
        let count = counted(layer.annotations().len(), "annotation", "annotations");
        dim(ui, format!("{count} in this article, {}.", status.as_str()));
    }
}

/// Draws a label's sign, name and key, with its guideline below.
fn label_line(ui: &mut Ui, session: &Session, label: Label) {
    const INDENT: f32 = swatch::SIZE.x + 10.0;
    let theme = Theme::of(ui.visuals());
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(swatch::SIZE, egui::Sense::hover());
            swatch::paint(ui, rect, label, false);
            ui.add_space(2.0);
            ui.label(RichText::new(label.title()).font(sans_medium(size::SANS)).color(theme.ink));
            key_cap(ui, &key_of(ui, SessionAction::Tag(label)));
        });
        let guideline = session.document().codebook.guideline(label);
        if !guideline.is_empty() {
            let short = beginning(guideline, GUIDELINE);
            let more = if short.len() < guideline.len() { "…" } else { "" };
            egui::Frame::NONE.inner_margin(egui::Margin { left: INDENT as i8, ..egui::Margin::ZERO }).show(ui, |ui| {
                let text = RichText::new(format!("{short}{more}")).font(sans(size::SMALL)).color(theme.dim);
                ui.add(egui::Label::new(text).wrap().selectable(false)).on_hover_text(guideline);
            });
        }
    });
}

/// The whole words at the beginning of `text`, at most `most` characters.
fn beginning(text: &str, most: usize) -> &str {
    let Some((end, _)) = text.char_indices().nth(most) else { return text };
    let head = text.get(..end).unwrap_or(text);
    head.rsplit_once(' ').map_or(head, |(whole, _)| whole.trim_end_matches([',', ';', ':', '(']))
}

/// Draws an action and its key; a click runs it.
fn key_line(ui: &mut Ui, action: Action, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    ui.horizontal(|ui| {
        ui.set_min_height(20.0);
        let text = RichText::new(action.spec().name).font(sans(size::SANS)).color(theme.ink);
        let label = egui::Label::new(text).selectable(false).sense(egui::Sense::CLICK);
        if action_tip(ui.add(label), action).clicked() {
            outbox.act(action);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| key_cap(ui, &key_of(ui, action)));
    });
}
