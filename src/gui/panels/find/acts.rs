//! The number of results, their order, and the actions for the selected ones.

use egui::{Margin, RichText, Ui, Vec2};

use super::state::{FindView, found};
use crate::gui::input::keymap::key_of;
use crate::gui::panels::keys::list_keys::review_id;
use crate::gui::picker::{Request, Target};
use crate::gui::state::outbox::{Outbox, WindowRequest};
use crate::gui::style::theme::{Theme, sans_medium, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::lettering::{counted, digits, dim};
use crate::gui::widgets::tip::tip;
use crate::jobs::search_text::MOST;
use crate::model::Label;
use crate::session::input::action::Participant;
use crate::session::{Command, Order, Query, Report, Review, SearchAct, Session, SessionAction, WindowAction};

/// Below this width keys are not shown on buttons, in points.
const NARROW: f32 = 760.0;

/// Width of the buttons that tag, which stay on one line, in points.
const TAGS: f32 = 340.0;

/// Draws the line.
pub fn show(ui: &mut Ui, session: &Session, find: &mut FindView, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let search = found(session);
    let review = search.map(|(review, _)| review);
    let margin = Margin { left: size::MARGIN as i8, right: size::MARGIN as i8, top: 0, bottom: 6 };
    let drawn = egui::Frame::NONE.inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(4.0, 4.0);
            ui.set_min_height(size::FIELD);
            let text = RichText::new(said(session, review, find)).font(sans_medium(size::SANS)).color(theme.ink);
            ui.add(egui::Label::new(text).selectable(false));
            if let Some((review, query)) = search.filter(|(review, _)| !review.rows.is_empty()) {
                ui.add_space(12.0);
                sorting(ui, find, outbox);
                ui.add_space(12.0);
                making(ui, query, review, outbox);
            }
        });
    });
    let line = drawn.response.rect;
    ui.painter().hline(line.x_range(), line.bottom() - 0.5, egui::Stroke::new(1.0, theme.line));
}

/// `137 results in 12 articles, 3 selected`.
fn said(session: &Session, review: Option<&Review>, find: &mut FindView) -> String {
    let Some(review) = review else {
        return match (find.has_words(), find.error()) {
            (false, _) => "Type to search all articles".to_owned(),
            (true, None) if find.is_answered(session) => "No results".to_owned(),
            (true, None) => "Searching".to_owned(),
            (true, Some(_)) => "Not searched".to_owned(),
        };
    };
    if let Some((done, total)) = review.progress {
        return format!("Searching: {} of {}", digits(done), counted(total, "article", "articles"));
    }
    if review.rows.len() >= MOST {
        return format!("More than {} results; refine your search", digits(MOST));
    }
    let articles = counted(find.articles(&review.rows), "article", "articles");
    let ticked = review.ticked();
    let ticked = if ticked == 0 { String::new() } else { format!(", {} selected", digits(ticked)) };
    format!("{} in {articles}{ticked}", counted(review.rows.len(), "result", "results"))
}

fn sorting(ui: &mut Ui, find: &mut FindView, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    dim(ui, "Sort by:");
    let orders = [
        (Order::Text, "Position", "Sort by position", ""),
        (Order::Left, "Left context", "Sort by left context", "←"),
        (Order::Right, "Right context", "Sort by right context", "→"),
    ];
    for (order, words, name, key) in orders {
        let lit = (find.order == order).then_some(theme.accent);
        let button = Button { name, lit, key: key_in_list(ui, key), ..Button::quiet(words) };
        if tip(button.show(ui), name, key).clicked() {
            find.sort(order, outbox);
        }
    }
}

/// A key that works only while the list has the keyboard. It is shown then, if the window is wide enough.
fn key_in_list(ui: &Ui, key: &str) -> String {
    let has_keys = ui.memory(|memory| memory.has_focus(review_id()));
    if has_keys && ui.max_rect().width() >= NARROW { key.to_owned() } else { String::new() }
}

fn making(ui: &mut Ui, query: &Query, review: &Review, outbox: &mut Outbox) {
    let ticked = review.ticked();
    let all = ticked == review.rows.len();
    let key = key_of(ui, SessionAction::SelectAll);
    let button =
        Button { name: "Select all or none", key: key_in_list(ui, &key), ..Button::quiet(if all { "None" } else { "All" }) };
    if tip(button.show(ui), "Select all or none", &key).clicked() {
        outbox.send(Command::TickAll(!all));
    }
    ui.add_space(8.0);
    if ui.available_size_before_wrap().x < TAGS {
        ui.end_row();
        ui.set_row_height(size::FIELD);
    }
    dim(ui, "Tag as");
    let enabled = ticked > 0 && review.progress.is_none();
    let acts = [
        (Label::Quote, "Tag as quotes", "Quote", SessionAction::Tag(Label::Quote)),
        (Label::Claim, "Tag as claims", "Claim", SessionAction::Tag(Label::Claim)),
    ];
    for (label, name, words, action) in acts {
        let key = key_of(ui, action);
        let shown = key_in_list(ui, &key);
        let button = Button { name, swatch: Some(label), compact: true, enabled, key: shown, ..Button::framed(words) };
        if tip(button.show(ui), "Tag the selected results in one batch", &key).clicked() {
            outbox.send(Command::AcceptAs(SearchAct::Tag(label)));
        }
    }
    let key = key_of(ui, SessionAction::Tag(Label::Actor));
    let (swatch, shown) = (Some(Label::Actor), key_in_list(ui, &key));
    let button =
        Button { name: "Tag as mentions of", swatch, compact: true, enabled, key: shown, ..Button::framed("Mention…") };
    let response = tip(button.show(ui), "Tag the selected results as mentions of an actor, in one batch", &key);
    if response.clicked() {
        outbox.ask(WindowRequest::Choose(Request { target: Target::SearchMention, at: Some(response.rect) }));
    }
    if query.is_of_annotations() {
        changing(ui, enabled, outbox);
    }
    ui.add_space(8.0);
    taking(ui, review, outbox);
}

/// Draws the actions for the annotations that contain the selected results.
fn changing(ui: &mut Ui, enabled: bool, outbox: &mut Outbox) {
    ui.add_space(8.0);
    let key = key_of(ui, WindowAction::Choose(Participant::Speaker));
    let shown = key_in_list(ui, &key);
    let button = Button { name: "Set speaker", compact: true, enabled, key: shown, ..Button::framed("Speaker…") };
    let response = tip(button.show(ui), "Set the speaker of the selected quotes and claims, or the actor of the mentions", &key);
    if response.clicked() {
        outbox.ask(WindowRequest::Choose(Request { target: Target::SearchCredit, at: Some(response.rect) }));
    }
    let key = key_of(ui, SessionAction::Delete);
    let shown = key_in_list(ui, &key);
    let button = Button { name: "Delete the annotations", compact: true, enabled, key: shown, ..Button::framed("Delete") };
    if tip(button.show(ui), "Delete the annotations of the selected results. You can undo this", &key).clicked() {
        outbox.send(Command::AcceptAs(SearchAct::Delete));
    }
}

/// Draws the actions that export the list.
fn taking(ui: &mut Ui, review: &Review, outbox: &mut Outbox) {
    let ticked = review.ticked();
    let key = key_of(ui, SessionAction::Copy);
    let shown = if ticked > 0 { key_in_list(ui, &key) } else { String::new() };
    let button = Button { name: "Copy as table", key: shown, ..Button::quiet("Copy") };
    if tip(button.show(ui), "Copy the selected results, or all, as a table for a spreadsheet", &key).clicked() {
        outbox.send(Command::CopyReview);
        let count = if ticked == 0 { review.rows.len() } else { ticked };
        let text = format!("Copied {} as a table", counted(count, "result", "results"));
        outbox.send(Command::Report(Report::Info(text)));
    }
    let key = key_of(ui, SessionAction::Save);
    let button = Button { name: "Save as table", key: key_in_list(ui, &key), ..Button::quiet("Save as…") };
    if tip(button.show(ui), "Save the selected results, or all, as a CSV file", &key).clicked() {
        outbox.ask(WindowRequest::SaveHits);
    }
}
