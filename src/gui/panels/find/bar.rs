//! The head of the search: the field, how its words are matched, and what is searched.

use egui::text::{CCursor, CCursorRange};
use egui::{Align, Id, Key, Layout, Margin, Modifiers, RichText, TextEdit, Ui, Vec2};

use super::state::FindView;
use crate::gui::input::keymap::key_of;
use crate::gui::picker::{Request, Target};
use crate::gui::state::focus::FocusTarget;
use crate::gui::state::outbox::{Outbox, WindowRequest};
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::button::{Button, icon_button, words_width};
use crate::gui::widgets::check::check;
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::swatch;
use crate::gui::widgets::text_field::TextField;
use crate::gui::widgets::tip::tip;
use crate::model::Label;
use crate::session::{Command, Session, WindowAction};

const FIELD: f32 = 240.0;
/// Width of the field on a line of its own, in points.
const WIDEST_FIELD: f32 = 360.0;
/// Between the parts, in points.
const GAP: f32 = 12.0;
/// Width of the options and labels after the field, in points.
const NARROWING: f32 = 352.0;
/// Maximum width of an actor's name, in points.
const NAME: f32 = 200.0;
/// Width of the cross after it, in points.
const BACK: f32 = 22.0;

/// Draws the head.
pub fn show(ui: &mut Ui, session: &Session, find: &mut FindView, focus: &mut Option<FocusTarget>, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let top = ui.cursor().top();
    ui.painter().hline(ui.max_rect().x_range(), top + 0.5, egui::Stroke::new(1.0, theme.line));
    let margin = Margin { left: size::MARGIN as i8, right: size::MARGIN as i8, top: 9, bottom: 5 };
    egui::Frame::NONE.inner_margin(margin).show(ui, |ui| {
        let whose = Whose::new(ui, session, find);
        let mut in_line = true;
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let close = Button { name: "Close search", key: key_of(ui, WindowAction::Escape), ..Button::quiet("Close") };
            if close.show(ui).clicked() {
                find.close();
                outbox.send(Command::CloseReview);
                *focus = Some(FocusTarget::Reader);
            }
            let rest = Vec2::new(ui.available_width(), size::FIELD);
            ui.allocate_ui_with_layout(rest, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_size(rest);
                ui.spacing_mut().item_spacing = Vec2::new(GAP, 0.0);
                in_line = FIELD + GAP + NARROWING + GAP + whose.width <= rest.x;
                field(ui, find, focus, if in_line { FIELD } else { WIDEST_FIELD.min(rest.x) });
                if in_line {
                    narrowing(ui, &whose, find, outbox);
                }
            });
        });
        if !in_line {
            // The next line has the full width, below the button.
            ui.add_space(6.0);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = Vec2::new(GAP, 6.0);
                narrowing(ui, &whose, find, outbox);
            });
        }
        if let Some(error) = find.error() {
            let text = RichText::new(capital(&error)).font(sans(size::SMALL)).color(theme.open);
            ui.add_space(4.0);
            ui.add(egui::Label::new(text).wrap().selectable(false));
        }
    });
}

fn field(ui: &mut Ui, find: &mut FindView, focus: &mut Option<FocusTarget>, width: f32) {
    let id = Id::unique("find words");
    let down = find.typing && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
    let wrong = find.error().is_some();
    let field = TextField {
        hint: "Search",
        key: key_of(ui, WindowAction::Find),
        clears: true,
        wrong,
        ..TextField::new(id, "Search for")
    };
    let response = ui
        .allocate_ui_with_layout(Vec2::new(width, size::FIELD), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            field.show(ui, &mut find.query.words)
        })
        .inner;
    if response.changed() {
        find.typed(ui);
    }
    if focus.take_if(|focus| *focus == FocusTarget::Find).is_some() {
        response.request_focus();
        if let Some(mut state) = TextEdit::load_state(ui.ctx(), id) {
            let end = CCursor::new(find.query.words.chars().count());
            state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
            TextEdit::store_state(ui.ctx(), id, state);
        }
    }
    if down || (response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))) {
        find.hurry();
        *focus = Some(FocusTarget::Review);
    }
    find.typing = response.has_focus();
}

fn narrowing(ui: &mut Ui, whose: &Whose, find: &mut FindView, outbox: &mut Outbox) {
    let theme = Theme::of(ui.visuals());
    let query = &mut find.query;
    let held = [
        (&mut query.exact, "Exact", "Match capitals, accents and apostrophes exactly"),
        (&mut query.regex, "Regex", "Use a regular expression"),
        (&mut query.here, "This article", "Search only the open article"),
    ];
    for (on, words, help) in held {
        if tip(check(ui, *on, words, "", true), help, "").clicked() {
            *on = !*on;
        }
    }
    let widths = Label::ALL.len() as f32 * (swatch::SIZE.x + 12.0) + 4.0;
    together(ui, widths, |ui| {
        for label in Label::ALL {
            let on = query.label == Some(label);
            let name = format!("Only in {}s", if label == Label::Actor { "mention" } else { label.as_str() });
            let lit = on.then_some(theme.accent);
            let button = Button { name: &name, swatch: Some(label), lit, padding: 6.0, ..Button::quiet("") };
            if tip(button.show(ui), &name, "").clicked() {
                query.label = (!on).then_some(label);
            }
        }
    });
    whose.show(ui, find, outbox);
}

/// The speaker to whom the search is limited: a name of any length, and a button that clears it.
struct Whose {
    words: String,
    is_one: bool,
    /// Maximum width of the words, in points.
    widest: f32,
    /// Total width, in points.
    width: f32,
}

impl Whose {
    const PADDING: f32 = 8.0;

    fn new(ui: &Ui, session: &Session, find: &FindView) -> Self {
        let name = find.query.speaker.as_ref().map(|id| session.document().register.name(id));
        let words = name.map_or("Any speaker".to_owned(), |name| format!("Speaker: {name}"));
        let is_one = name.is_some();
        let around = 2.0 * Self::PADDING + if is_one { BACK + 2.0 } else { 0.0 };
        let widest = NAME.min(ui.available_width() - around).max(0.0);
        let width = (words_width(ui, &words, widest) + around).ceil();
        Self { words, is_one, widest, width }
    }

    fn show(&self, ui: &mut Ui, find: &mut FindView, outbox: &mut Outbox) {
        let theme = Theme::of(ui.visuals());
        together(ui, self.width, |ui| {
            let lit = self.is_one.then_some(theme.accent);
            let (widest, padding) = (self.widest, Self::PADDING);
            let button = Button { name: "Speaker", lit, widest, padding, ..Button::quiet(&self.words) };
            let help = "Search only what one actor says, and mentions of that actor";
            // A long name is cut off on the button, so the tip has it in full.
            let help = if self.is_one { format!("{}. {help}", self.words) } else { help.to_owned() };
            let response = tip(button.show(ui), &help, "");
            if response.clicked() {
                outbox.ask(WindowRequest::Choose(Request { target: Target::SearchSpeaker, at: Some(response.rect) }));
            }
            if self.is_one && icon_button(ui, Icon::Cross, "Clear speaker", "").clicked() {
                find.query.speaker = None;
            }
        });
    }
}

/// Keeps widgets on one line: on the next line, if this one has less than `width` points left.
fn together(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    let size = Vec2::new(width, size::FIELD);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.spacing_mut().item_spacing.x = 2.0;
        content(ui);
    });
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
