//! The position of an annotation, and when and how it was created.

use egui::Ui;

use crate::gui::panels::annotation::char_position;
use crate::gui::style::dates;
use crate::gui::style::theme::{Theme, size};
use crate::gui::widgets::lettering::dim;
use crate::model::{Anchor, Annotation};
use crate::session::Session;
use crate::suggest::FROM_SUGGESTION;

/// Draws the position, and when and how the annotation was created.
pub fn facts(ui: &mut Ui, session: &Session, annotation: &Annotation) {
    ui.spacing_mut().item_spacing.y = 2.0;
    if let Some(article) = session.article() {
        let place = char_position::characters(&article.text, annotation);
        let mut letters = place.chars();
        let place: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        dim(ui, place);
    }
    dim(ui, format!("Created {} by {}", dates::moment(annotation.created), session.annotator()));
    if annotation.modified != annotation.created {
        dim(ui, format!("Modified {}", dates::moment(annotation.modified)));
    }
    let by = match annotation.origin.as_str() {
        "hand" => "",
        "tag all" => "batch tagging",
        FROM_SUGGESTION => "suggestion",
        other => other,
    };
    if !by.is_empty() {
        dim(ui, format!("Created by: {by}"));
    }
    if annotation.anchor == Anchor::Moved {
        let theme = Theme::of(ui.visuals());
        let words = "Moved: the text was found at another position when the set was opened. Please check it.";
        ui.label(egui::RichText::new(words).font(crate::gui::style::theme::sans(size::SMALL)).color(theme.open));
    }
}
