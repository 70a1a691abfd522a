//! The head of the review: how much is selected, the progress of the search, and buttons.

use std::collections::BTreeSet;

use egui::{Align, Layout, Rect, RichText, Ui, UiBuilder, Vec2, WidgetInfo};

use super::ReviewView;
use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans_semibold, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::{counted, digits, dim};
use crate::session::{Command, Purpose, Review, Session};

const HEIGHT: f32 = 44.0;

/// Draws the head.
pub fn show(ui: &mut Ui, session: &Session, review: &Review, view: &mut ReviewView, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let (_, bar) = ui.allocate_space(Vec2::new(ui.available_width(), HEIGHT));
    ui.painter().hline(bar.x_range(), bar.bottom() - 0.5, egui::Stroke::new(1.0, theme.line));
    if let Some((done, total)) = review.progress {
        progress(ui, bar, done, total);
    }
    let inner = bar.shrink2(Vec2::new(size::MARGIN, 0.0));
    let builder = UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let close = Button { name: "Close review", key: "Esc".to_owned(), ..Button::quiet("Close") };
        if close.show(ui).clicked() {
            outbox.send(Command::CloseReview);
        }
        let ticked = review.ticked();
        let accept = Button {
            name: "Accept selected",
            key: "Enter".to_owned(),
            enabled: ticked > 0 && review.progress.is_none(),
            ..Button::framed(if matches!(review.purpose, Purpose::Mentions(_) | Purpose::Names) {
                "Tag selected"
            } else {
                "Mark selected"
            })
        };
        if accept.show(ui).clicked() {
            outbox.send(Command::AcceptReview);
        }
        let all = ticked == review.rows.len();
        let button =
            Button { name: "Select all or none", key: "Ctrl A".to_owned(), ..Button::quiet(if all { "None" } else { "All" }) };
        if button.show(ui).clicked() {
            outbox.send(Command::TickAll(!all));
        }
        let rest = ui.available_rect_before_wrap();
        let builder = UiBuilder::new().max_rect(rest).layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| {
            let text = RichText::new(title(session, review, view)).font(sans_semibold(size::SANS)).color(theme.ink);
            ui.add(egui::Label::new(text).truncate().selectable(false));
            if let Some((done, total)) = review.progress {
                dim(ui, format!("searching, {} of {}", digits(done), counted(total, "article", "articles")));
            }
        });
    });
}

/// `Mentions of Claire Maurel: 12 of 14 selected`.
fn title(session: &Session, review: &Review, view: &mut ReviewView) -> String {
    let (ticked, all) = (digits(review.ticked()), digits(review.rows.len()));
    match &review.purpose {
        Purpose::Mentions(actor) => {
            let name = session.document().register.name(actor);
            format!("Mentions of {name}: {ticked} of {all} selected")
        }
        Purpose::Search(query) => format!("Results for “{}”: {ticked} of {all} selected", query.words),
        Purpose::Names => format!("Names in this article: {ticked} of {all} selected"),
        Purpose::Zones(kind) => {
            if view.articles.0 != review.rows.len() {
                let articles: BTreeSet<_> = review.rows.iter().map(|row| &row.article).collect();
                view.articles = (review.rows.len(), articles.len());
            }
            let articles = counted(view.articles.1, "other article", "other articles");
            format!("Mark the same lines in {articles} as {} ({ticked} of {all} selected)", kind.title())
        }
    }
}

/// Draws the progress as a thin line along the upper edge.
fn progress(ui: &Ui, bar: Rect, done: usize, total: usize) {
    let theme = Theme::of(ui.visuals());
    let whole = Rect::from_min_size(bar.min, Vec2::new(bar.width(), 2.0));
    let part = done as f32 / total.max(1) as f32;
    ui.painter().rect_filled(whole, 0.0, theme.line);
    ui.painter().rect_filled(Rect::from_min_size(bar.min, Vec2::new(bar.width() * part, 2.0)), 0.0, theme.accent);
    let response = ui.interact(whole, egui::Id::unique("review progress"), egui::Sense::hover());
    let name = format!("Searched {done} of {total} articles");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &name));
}
