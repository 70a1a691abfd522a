//! How much was found, how it is sorted, and what is made of it.

use egui::{Margin, RichText, Ui, Vec2};

use super::memory::{FindView, found};
use crate::gui::outbox::{Outbox, Wish};
use crate::gui::picker::{Request, Target};
use crate::gui::theme::{Theme, sans_medium, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::{counted, digits, dim};
use crate::gui::widgets::tip::tip;
use crate::model::Label;
use crate::session::concordance::MOST;
use crate::session::{Command, Order, Report, Review, SearchAct, Session};

/// Draws the line.
pub fn show(ui: &mut Ui, session: &Session, find: &mut FindView, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let review = found(session).map(|(review, _)| review);
    let margin = Margin { left: size::MARGIN as i8, right: size::MARGIN as i8, top: 0, bottom: 6 };
    let drawn = egui::Frame::NONE.inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(4.0, 4.0);
            ui.set_min_height(size::FIELD);
            let text = RichText::new(said(session, review, find)).font(sans_medium(size::SANS)).color(theme.ink);
            ui.add(egui::Label::new(text).selectable(false));
            if let Some(review) = review.filter(|review| !review.rows.is_empty()) {
                ui.add_space(12.0);
                sorting(ui, find, outbox);
                ui.add_space(12.0);
                making(ui, review, outbox);
            }
        });
    });
    let line = drawn.response.rect;
    ui.painter().hline(line.x_range(), line.bottom() - 0.5, egui::Stroke::new(1.0, theme.line));
}

/// `137 places in 12 articles, 3 ticked`.
fn said(session: &Session, review: Option<&Review>, find: &mut FindView) -> String {
    let Some(review) = review else {
        return match (find.has_words(), find.error()) {
            (false, _) => "Type words to see every place where they stand".to_owned(),
            (true, None) if find.is_answered(session) => "Found nowhere".to_owned(),
            (true, None) => "Searching".to_owned(),
            (true, Some(_)) => "Not searched".to_owned(),
        };
    };
    if let Some((done, total)) = review.progress {
        return format!("Searching, {} of {}", digits(done), counted(total, "article", "articles"));
    }
    if review.rows.len() >= MOST {
        return format!("More than {} places: narrow it", digits(MOST));
    }
    let articles = counted(find.articles(&review.rows), "article", "articles");
    let ticked = review.ticked();
    let ticked = if ticked == 0 { String::new() } else { format!(", {} ticked", digits(ticked)) };
    format!("{} in {articles}{ticked}", counted(review.rows.len(), "place", "places"))
}

fn sorting(ui: &mut Ui, find: &mut FindView, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    dim(ui, "Sort");
    let orders = [
        (Order::Text, "Text", "Sort as in the text"),
        (Order::Left, "Left", "Sort by the words before"),
        (Order::Right, "Right", "Sort by the words after"),
    ];
    for (order, words, name) in orders {
        let lit = (find.order == order).then_some(theme.accent);
        if tip(Button { name, lit, ..Button::quiet(words) }.show(ui), name, "").clicked() {
            find.sort(order, outbox);
        }
    }
}

fn making(ui: &mut Ui, review: &Review, outbox: &mut Outbox) {
    let ticked = review.ticked();
    let all = ticked == review.rows.len();
    let words = if all { "None" } else { "All" };
    let button = Button { name: "Tick all or none", ..Button::quiet(words) };
    if tip(button.show(ui), "Tick all or none", "Ctrl A").clicked() {
        outbox.send(Command::TickAll(!all));
    }
    ui.add_space(8.0);
    dim(ui, "Tag as");
    let enabled = ticked > 0 && review.progress.is_none();
    for (label, name, words) in [(Label::Quote, "Tag as quotes", "Quote"), (Label::Claim, "Tag as claims", "Claim")] {
        let button = Button { name, swatch: Some(label), compact: true, enabled, ..Button::framed(words) };
        if tip(button.show(ui), "Mark the ticked places, as one batch", "").clicked() {
            outbox.send(Command::AcceptAs(SearchAct::Tag(label)));
        }
    }
    let swatch = Some(Label::Actor);
    let button = Button { name: "Tag as mentions of", swatch, compact: true, enabled, ..Button::framed("Mention…") };
    let response = tip(button.show(ui), "Mark the ticked places as mentions of an actor, as one batch", "");
    if response.clicked() {
        outbox.ask(Wish::Choose(Request { target: Target::SearchMention, at: Some(response.rect) }));
    }
    ui.add_space(8.0);
    let button = Button { name: "Copy as table", ..Button::quiet("Copy") };
    if tip(button.show(ui), "Copy the ticked places, or all, as a table for a spreadsheet", "").clicked() {
        outbox.send(Command::CopyReview);
        let count = if ticked == 0 { review.rows.len() } else { ticked };
        let text = format!("{} copied as a table", counted(count, "place", "places"));
        outbox.send(Command::Report(Report::Info(text)));
    }
}
