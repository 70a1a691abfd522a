//! Computed facts about an article's text, read-only.

use std::sync::Arc;

use egui::{RichText, Ui};

use crate::gui::style::dates;
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::field_row::fact_row;
use crate::gui::widgets::lettering::counted;
use crate::model::Article;
use crate::text::word_count;

/// Facts about one text, kept until another article is opened.
#[derive(Debug, Default)]
pub struct Facts {
    of: Option<Arc<Article>>,
    characters: usize,
    words: usize,
    intact: bool,
}

impl Facts {
    fn update(&mut self, article: &Arc<Article>) {
        // A text never changes: editing an article's details keeps the counts.
        if self.of.as_ref().is_some_and(|of| of.text == article.text && of.digest == article.digest) {
            return;
        }
        self.characters = article.text.char_count();
        self.words = word_count(article.text.as_str());
        self.intact = article.text_is_intact();
        self.of = Some(Arc::clone(article));
    }
}

/// Draws the facts, one a row.
pub fn facts(ui: &mut Ui, facts: &mut Facts, article: &Arc<Article>) {
    facts.update(article);
    let words = counted(facts.words, "word", "words");
    let characters = counted(facts.characters, "character", "characters");
    let counts = format!("{words}, {characters}");
    fact(ui, "Text", &counts, &counts);
    let file = if article.source_file.is_empty() { "Pasted text" } else { &article.source_file };
    fact(ui, "File", file, &format!("Name in the set: {}", article.id));
    fact(ui, "Added", &dates::moment(article.imported), "");
    let theme = Theme::of(ui.visuals());
    let digest = article.digest.to_string();
    if facts.intact {
        let tip = format!("The text has not changed since it was added. SHA-256: {digest}");
        fact(ui, "Checksum", "text unchanged", &tip);
    } else {
        fact_row(ui, "Checksum", |ui| {
            let words = "The text was changed outside Dicta. Restore the original file, or check every annotation.";
            let text = RichText::new(words).font(sans(size::SANS)).color(theme.open);
            ui.add(egui::Label::new(text).wrap()).on_hover_text(format!("Expected SHA-256: {digest}"));
        });
    }
}

fn fact(ui: &mut Ui, name: &str, value: &str, tip: &str) {
    let theme = Theme::of(ui.visuals());
    fact_row(ui, name, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(size::FIELD);
            let text = RichText::new(value).font(sans(size::SANS)).color(theme.ink);
            let label = ui.add(egui::Label::new(text).truncate());
            if !tip.is_empty() {
                label.on_hover_text(tip);
            }
        });
    });
}
