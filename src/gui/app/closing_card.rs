//! Asks what to do if a set is left and not everything could be saved, and states what would be lost.

use egui::{Key, RichText, Ui};

use super::App;
use super::closing::{Choice, CopyState};
use crate::gui::state::view::Overlay;
use crate::gui::style::theme::{Theme, sans_semibold};
use crate::gui::widgets::card;
use crate::gui::widgets::card::Weight;
use crate::gui::widgets::lettering::counted;
use crate::session::{SaveState, Session, Store};

/// Height of a row of buttons, in points.
const ROW: f32 = 28.0;

/// Draws the question, if it is open.
pub fn show(app: &mut App, ctx: &egui::Context) {
    let Some(is_window) = app.closing.asks() else { return };
    // The prompt for the location of the copy covers this question.
    if matches!(app.view.overlay, Some(Overlay::Prompt(_))) {
        return;
    }
    let choice = card::show(ctx, "Some changes are not saved", |ui| content(app, is_window, ui));
    if let Some(choice) = choice {
        app.chose(choice, ctx);
    }
}

fn content(app: &App, is_window: bool, ui: &mut Ui) -> Option<Choice> {
    let theme = Theme::of(ui.visuals());
    let session = app.session()?;
    let lost = app.not_yet_safe();
    ui.label(RichText::new("Some changes are not saved").font(sans_semibold(15.0)).color(theme.open));
    ui.add_space(4.0);
    for words in sentences(session) {
        ui.label(words);
    }
    match &app.closing.copy {
        CopyState::None => {}
        CopyState::Running => {
            ui.label("The copy is being written…");
        }
        CopyState::Done { root, revision } => {
            let holds = if *revision == session.revision() { "holds everything" } else { "does not hold the latest changes" };
            ui.label(format!("The copy in “{}” {holds}.", root.display()));
        }
    }
    ui.add_space(12.0);
    let leave = match (lost, is_window) {
        (0, true) => "Close the window".to_owned(),
        (0, false) => "Close the set".to_owned(),
        (lost, _) => format!("Close and lose {}", changes(lost)),
    };
    let row = |ui: &mut Ui, buttons: &[(&str, Weight, Choice)]| {
        let draw = |ui: &mut Ui| {
            let drawn = buttons.iter().map(|(text, weight, choice)| (card::button(ui, text, *weight), *choice));
            let drawn: Vec<_> = drawn.collect();
            let clicked = drawn.iter().find(|(button, _)| button.clicked()).map(|(_, choice)| *choice);
            (clicked, drawn.iter().any(|(button, _)| button.has_focus()))
        };
        // A row of fixed height: otherwise its layout would fill all the space below.
        let size = egui::vec2(ui.available_width(), ROW);
        ui.allocate_ui_with_layout(size, egui::Layout::right_to_left(egui::Align::Center), draw).inner
    };
    let (first, in_first) = row(
        ui,
        &[
            ("Stay", Weight::Main, Choice::Stay),
            ("Try again", Weight::Quiet, Choice::TryAgain),
            ("Save a copy elsewhere…", Weight::Quiet, Choice::SaveCopy),
        ],
    );
    ui.add_space(4.0);
    let (second, in_second) = row(ui, &[(&leave, Weight::Quiet, Choice::Leave)]);
    let enter = ui.input(|input| input.key_pressed(Key::Enter)) && !in_first && !in_second;
    first.or(second).or(enter.then_some(Choice::Stay))
}

/// What is not saved, and why.
fn sentences(session: &Session) -> Vec<String> {
    let (safety, lost) = (session.safety(), session.not_yet_safe());
    let journal_error = safety.journal_error().filter(|_| lost > 0);
    let mut sentences = vec![match session.save_state() {
        SaveState::Failed(reason) => {
            let reason = journal_error.map_or(reason.as_str(), |after| without_shared_advice(reason, after));
            format!("The set’s files could not be written: {reason}.")
        }
        SaveState::Unsaved | SaveState::Saved if safety.silent() == Some(Store::Files) => {
            "The disk of the set does not respond.".to_owned()
        }
        SaveState::Unsaved | SaveState::Saved => "The set’s files are still being written.".to_owned(),
    }];
    if lost == 0 {
        let what = match safety.not_in_files() {
            0 => "What is not in the set is".to_owned(),
            1 => "1 change is".to_owned(),
            n => format!("{n} changes are"),
        };
        sentences.push(format!("{what} in the journal on this computer, which Dicta reads when this set is opened here again."));
        return sentences;
    }
    let verb = if lost == 1 { "is" } else { "are" };
    let why = match safety.journal_error() {
        Some(reason) => format!("the journal could not be written: {reason}"),
        None if safety.silent() == Some(Store::Journal) => "the disk of the journal does not respond".to_owned(),
        None => "the journal is still being written".to_owned(),
    };
    sentences.push(format!("{} {verb} neither in the set nor in the journal: {why}.", changes(lost)));
    sentences
}

/// `reason` without the advice with which `after` ends too, so that it is shown only once.
fn without_shared_advice<'r>(reason: &'r str, after: &str) -> &'r str {
    reason.rsplit_once(". ").filter(|(_, advice)| after.ends_with(advice)).map_or(reason, |(what, _)| what)
}

pub(in crate::gui) fn changes(count: u64) -> String {
    counted(usize::try_from(count).unwrap_or(usize::MAX), "change", "changes")
}
