//! The head of the page: the article's title and a line of its details.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Galley, Pos2, Ui, vec2};

use super::layout::measure::Measure;
use crate::gui::style::theme::{Theme, sans, serif_bold, size};
use crate::gui::style::{dates, languages};
use crate::model::Article;

/// The head of the page, laid out.
#[derive(Debug)]
pub(super) struct Heading {
    title: Arc<Galley>,
    facts: Arc<Galley>,
    top: f32,
    /// Height down to the first line of the text, in points.
    pub height: f32,
}

impl Heading {
    pub(super) fn new(ui: &Ui, article: &Article, measure: &Measure, theme: &Theme) -> Self {
        let big = size::TITLE * measure.font.size / 18.0;
        let mut title = LayoutJob { break_on_newline: false, ..LayoutJob::default() };
        title.wrap.max_width = measure.width;
        let format = TextFormat { line_height: Some((big * 1.25).round()), ..TextFormat::simple(serif_bold(big), theme.ink) };
        title.append(&article.metadata.title, 0.0, format);
        let facts = LayoutJob::simple(facts(article), sans(12.5), theme.dim, measure.width);
        let (title, facts) = ui.fonts_mut(|fonts| (fonts.layout_job(title), fonts.layout_job(facts)));
        let mut height = measure.top;
        if !article.metadata.title.is_empty() {
            height += title.size().y + 8.0;
        }
        if !facts.text().is_empty() {
            height += facts.size().y + 20.0;
        }
        Self { title, facts, top: measure.top, height }
    }

    pub(super) fn paint(&self, ui: &Ui, top_left: Pos2, theme: &Theme) {
        let mut at = top_left + vec2(0.0, self.top);
        if !self.title.text().is_empty() {
            ui.painter().galley(at, Arc::clone(&self.title), theme.ink);
            at.y += self.title.size().y + 8.0;
        }
        ui.painter().galley(at, Arc::clone(&self.facts), theme.dim);
    }
}

/// `North Wire · 4 February 2026 · English · by T. Aland`
fn facts(article: &Article) -> String {
    let data = &article.metadata;
    let mut facts = Vec::new();
    if !data.outlet.is_empty() {
        facts.push(data.outlet.clone());
    }
    if let Some(date) = &data.published {
        facts.push(dates::long(date));
    }
    match (data.language.is_empty(), data.translated_from.is_empty()) {
        (false, true) => facts.push(language(&data.language)),
        (false, false) => {
            facts.push(format!("{}, translated from {}", language(&data.language), language(&data.translated_from)));
        }
        _ => {}
    }
    if !data.byline.is_empty() {
        facts.push(format!("by {}", data.byline));
    }
    facts.join(" · ")
}

/// The language's name, or its code if the name is not known.
fn language(code: &str) -> String {
    languages::name(code).map_or_else(|| code.to_owned(), str::to_owned)
}
