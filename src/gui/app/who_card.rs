//! The question who annotates a set that has annotations by others only: a card, and a banner while it is open.

use egui::{Frame, Margin, RichText, Ui};

use crate::gui::input::keymap::key_of;
use crate::gui::style::theme::{Theme, sans_medium, sans_semibold, size};
use crate::gui::widgets::card;
use crate::gui::widgets::card::Weight;
use crate::model::Annotator;
use crate::session::WindowAction;

/// Maximum number of annotators with a button of their own.
const BUTTONS: usize = 4;

/// The contents of the question.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The title of the set.
    pub title: &'a str,
    /// The annotators of the set.
    pub others: &'a [Annotator],
    /// The name that is proposed for an annotator of one's own.
    pub own: &'a Annotator,
}

/// The answer to the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// View without changing anything.
    ViewOnly,
    /// Annotate under a name that is new in the set, which is asked for next.
    Own,
    /// Continue as one of the annotators of the set.
    Is(Annotator),
}

/// Draws the question. Returns the answer, or `None` while it is open; Escape is the same as [`Choice::ViewOnly`].
pub fn show(ctx: &egui::Context, question: &Question<'_>, takes_focus: bool) -> Option<Choice> {
    const TITLE: &str = "Who annotates here?";
    let Question { title, others, own } = *question;
    let names = listed(others);
    card::show(ctx, TITLE, |ui| {
        let theme = Theme::of(ui.visuals());
        ui.label(RichText::new(TITLE).font(sans_semibold(15.0)));
        ui.add_space(4.0);
        ui.label(format!("“{title}” was annotated by {names}. Choose who you are before you change anything."));
        ui.add_space(12.0);
        let mut chosen = None;
        let mut offer = |ui: &mut Ui, (text, weight): (&str, Weight), about: &str, choice: Choice, first: bool| {
            let button = card::button(ui, text, weight);
            if first && takes_focus {
                button.request_focus();
            }
            if button.clicked() {
                chosen = Some(choice);
            }
            ui.label(RichText::new(about).color(theme.dim).size(size::SMALL));
            ui.add_space(8.0);
        };
        let about = format!("Look at the annotations by {names}. {} asks again.", key_of(ui, WindowAction::SetDetails));
        offer(ui, ("View only", Weight::Main), &about, Choice::ViewOnly, true);
        let about = format!("Your annotations are saved in files of your own. Those by {names} are not changed.");
        offer(ui, (&format!("Start my own layer as {own}…"), Weight::Quiet), &about, Choice::Own, false);
        for other in others.iter().take(BUTTONS) {
            let about = format!("Continue the annotations by {other}. This computer remembers your choice for this set.");
            offer(ui, (&format!("I am {other}"), Weight::Quiet), &about, Choice::Is(other.clone()), false);
        }
        if others.len() > BUTTONS {
            let about = "If you are another of these people, choose your own layer and type that name.";
            ui.label(RichText::new(about).color(theme.dim).size(size::SMALL));
        }
        chosen
    })
}

/// Draws the banner above the text. Returns whether its button was clicked.
pub fn banner(ui: &mut Ui, others: &[Annotator]) -> bool {
    let theme = Theme::of(ui.visuals());
    let frame = Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(14, 6));
    let draw = |ui: &mut Ui| {
        ui.set_width(ui.available_width());
        let words = format!("View only: annotated by {}. Nothing can be changed.", listed(others));
        ui.horizontal_wrapped(|ui| {
            ui.add(egui::Label::new(RichText::new(words).font(sans_medium(size::SANS)).color(theme.ink)).selectable(false));
            let button = card::button(ui, "Choose who annotates…", Weight::Quiet);
            button.on_hover_text(key_of(ui, WindowAction::SetDetails)).clicked()
        })
        .inner
    };
    frame.show(ui, draw).inner
}

/// The names of the first few annotators, and the number of the rest.
fn listed(people: &[Annotator]) -> String {
    let names: Vec<&str> = people.iter().take(BUTTONS).map(Annotator::as_str).collect();
    match (names.as_slice(), people.len().saturating_sub(BUTTONS)) {
        ([.., _], more) if more > 0 => format!("{} and {more} more", names.join(", ")),
        ([first @ .., last], _) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => names.concat(),
    }
}
