//! Lays out short texts: fixed width, a fixed number of lines, an ellipsis at the end.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, RichText, Ui};

use crate::gui::style::theme::{Theme, sans, sans_semibold, size};

/// At most `rows` lines of `text`, each at most `width` points wide and `line` high.
pub fn clamped(ui: &Ui, text: &str, font: FontId, line: f32, color: Color32, width: f32, rows: usize) -> Arc<Galley> {
    let format = TextFormat { font_id: font, color, line_height: Some(line), ..TextFormat::default() };
    let mut job = LayoutJob::single_section(one_line(text), format);
    job.wrap = wrapping(width, rows);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Wrapping that cuts off after `rows` lines.
#[must_use]
pub fn wrapping(width: f32, rows: usize) -> TextWrapping {
    TextWrapping { max_width: width, max_rows: rows, break_anywhere: rows == 1, ..TextWrapping::default() }
}

/// The text with every run of white space replaced by one space.
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// One line that is not cut.
pub fn whole(ui: &Ui, text: &str, font: FontId, color: Color32) -> Arc<Galley> {
    ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, color))
}

/// A small grey heading over a group.
pub fn heading(ui: &mut Ui, text: &str) -> egui::Response {
    let theme = Theme::of(ui.visuals());
    ui.label(RichText::new(text).font(sans_semibold(size::HEADING)).color(theme.dim))
}

/// Small grey text.
pub fn dim(ui: &mut Ui, text: impl Into<String>) -> egui::Response {
    let theme = Theme::of(ui.visuals());
    ui.label(RichText::new(text).font(sans(size::SMALL)).color(theme.dim))
}

/// `7`, `1,234`.
#[must_use]
pub fn digits(count: usize) -> String {
    let mut digits = count.to_string();
    let mut at = digits.len();
    while at > 3 {
        at -= 3;
        digits.insert(at, ',');
    }
    digits
}

/// `1 article`, `2 articles`.
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", digits(count), if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_set_apart_by_thousands() {
        assert_eq!(counted(1, "article", "articles"), "1 article");
        assert_eq!(counted(999, "article", "articles"), "999 articles");
        assert_eq!(counted(1_234_567, "article", "articles"), "1,234,567 articles");
    }
}
