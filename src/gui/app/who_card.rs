//! The question who annotates in a set that holds only the work of others: a card, and a strip while it is not answered.

use egui::{Frame, Margin, RichText, Ui};

use crate::gui::input::keymap::key_of;
use crate::gui::style::theme::{Theme, sans_medium, sans_semibold, size};
use crate::gui::widgets::card;
use crate::gui::widgets::card::Weight;
use crate::model::Annotator;
use crate::session::WindowAction;

/// People who get a button of their own.
const BUTTONS: usize = 4;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The set's title.
    pub title: &'a str,
    /// Those who have annotated in the set.
    pub others: &'a [Annotator],
    /// The name that is proposed for a layer of the person's own.
    pub own: &'a Annotator,
}

/// What a person chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Nothing is changed, for now.
    ViewOnly,
    /// The person annotates under a name that is new here, and says which.
    Own,
    /// The person is one of those who have annotated here.
    Is(Annotator),
}

/// Draws the question. Returns the answer once there is one; leaving the card by Escape is the same as [`Choice::ViewOnly`].
pub fn show(ctx: &egui::Context, question: &Question<'_>, takes_focus: bool) -> Option<Choice> {
    const TITLE: &str = "Who annotates here?";
    let Question { title, others, own } = *question;
    let names = listed(others);
    card::show(ctx, TITLE, |ui| {
        let theme = Theme::of(ui.visuals());
        ui.label(RichText::new(TITLE).font(sans_semibold(15.0)));
        ui.add_space(4.0);
        ui.label(format!("“{title}” was annotated by {names}. Nothing can be changed before you choose."));
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
        let about = format!("Your annotations go into files of your own. Those by {names} stay as they are.");
        offer(ui, (&format!("Start my own layer as {own}…"), Weight::Quiet), &about, Choice::Own, false);
        for other in others.iter().take(BUTTONS) {
            let about = format!("Go on with the annotations by {other}. This computer remembers it for this set.");
            offer(ui, (&format!("I am {other}"), Weight::Quiet), &about, Choice::Is(other.clone()), false);
        }
        if others.len() > BUTTONS {
            let about = "If you are another of these people, choose your own layer and type that name.";
            ui.label(RichText::new(about).color(theme.dim).size(size::SMALL));
        }
        chosen
    })
}

/// Draws the strip over the text. Returns whether the person wants to answer now.
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

/// The names of several people; the rest are counted.
fn listed(people: &[Annotator]) -> String {
    let names: Vec<&str> = people.iter().take(BUTTONS).map(Annotator::as_str).collect();
    match (names.as_slice(), people.len().saturating_sub(BUTTONS)) {
        ([.., _], more) if more > 0 => format!("{} and {more} more", names.join(", ")),
        ([first @ .., last], _) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => names.concat(),
    }
}
