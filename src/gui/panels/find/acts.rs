//! How much was found, how it is sorted, and what is made of it.

use egui::{Margin, RichText, Ui, Vec2};

use super::memory::{FindView, found};
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

/// Narrower than this the keys would take the room of the list, in points.
const NARROW: f32 = 560.0;

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
        (Order::Text, "Text", "Sort as in the text", ""),
        (Order::Left, "Left", "Sort by the words before", "←"),
        (Order::Right, "Right", "Sort by the words after", "→"),
    ];
    for (order, words, name, key) in orders {
        let lit = (find.order == order).then_some(theme.accent);
        let button = Button { name, lit, key: key_in_list(ui, key), ..Button::quiet(words) };
        if tip(button.show(ui), name, key).clicked() {
            find.sort(order, outbox);
        }
    }
}

/// A key that means something only while the list has the keyboard: it is shown then, and in a narrow window only below it.
fn key_in_list(ui: &Ui, key: &str) -> String {
    let has_keys = ui.memory(|memory| memory.has_focus(review_id()));
    if has_keys && ui.max_rect().width() >= NARROW { key.to_owned() } else { String::new() }
}

fn making(ui: &mut Ui, query: &Query, review: &Review, outbox: &mut Outbox) {
    let ticked = review.ticked();
    let all = ticked == review.rows.len();
    let key = key_of(ui, SessionAction::SelectAll);
    let button =
        Button { name: "Tick all or none", key: key_in_list(ui, &key), ..Button::quiet(if all { "None" } else { "All" }) };
    if tip(button.show(ui), "Tick all or none", &key).clicked() {
        outbox.send(Command::TickAll(!all));
    }
    ui.add_space(8.0);
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
        if tip(button.show(ui), "Mark the ticked places, as one batch", &key).clicked() {
            outbox.send(Command::AcceptAs(SearchAct::Tag(label)));
        }
    }
    let key = key_of(ui, SessionAction::Tag(Label::Actor));
    let (swatch, shown) = (Some(Label::Actor), key_in_list(ui, &key));
    let button =
        Button { name: "Tag as mentions of", swatch, compact: true, enabled, key: shown, ..Button::framed("Mention…") };
    let response = tip(button.show(ui), "Mark the ticked places as mentions of an actor, as one batch", &key);
    if response.clicked() {
        outbox.ask(WindowRequest::Choose(Request { target: Target::SearchMention, at: Some(response.rect) }));
    }
    if query.is_of_annotations() {
        changing(ui, enabled, outbox);
    }
    ui.add_space(8.0);
    taking(ui, review, outbox);
}

/// What is done to the annotations in which the ticked places stand.
fn changing(ui: &mut Ui, enabled: bool, outbox: &mut Outbox) {
    ui.add_space(8.0);
    let key = key_of(ui, WindowAction::Choose(Participant::Speaker));
    let shown = key_in_list(ui, &key);
    let button = Button { name: "Say whose they are", compact: true, enabled, key: shown, ..Button::framed("Who…") };
    let response = tip(button.show(ui), "Say who speaks the ticked quotes and claims, or whom the mentions name", &key);
    if response.clicked() {
        outbox.ask(WindowRequest::Choose(Request { target: Target::SearchCredit, at: Some(response.rect) }));
    }
    let key = key_of(ui, SessionAction::Delete);
    let shown = key_in_list(ui, &key);
    let button = Button { name: "Delete the annotations", compact: true, enabled, key: shown, ..Button::framed("Delete") };
    if tip(button.show(ui), "Delete the annotations in which the ticked places stand; one undo brings all back", &key).clicked() {
        outbox.send(Command::AcceptAs(SearchAct::Delete));
    }
}

/// The list for other programs.
fn taking(ui: &mut Ui, review: &Review, outbox: &mut Outbox) {
    let ticked = review.ticked();
    let key = key_of(ui, SessionAction::Copy);
    let shown = if ticked > 0 { key_in_list(ui, &key) } else { String::new() };
    let button = Button { name: "Copy as table", key: shown, ..Button::quiet("Copy") };
    if tip(button.show(ui), "Copy the ticked places, or all, as a table for a spreadsheet", &key).clicked() {
        outbox.send(Command::CopyReview);
        let count = if ticked == 0 { review.rows.len() } else { ticked };
        let text = format!("{} copied as a table", counted(count, "place", "places"));
        outbox.send(Command::Report(Report::Info(text)));
    }
    let key = key_of(ui, SessionAction::Save);
    let button = Button { name: "Save as table", key: key_in_list(ui, &key), ..Button::quiet("Save as…") };
    if tip(button.show(ui), "Save the ticked places, or all, as a CSV file", &key).clicked() {
        outbox.ask(WindowRequest::SaveHits);
    }
}
