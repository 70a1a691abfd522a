//! Builds the note beside the current suggestion: its answers with their keys.

use egui::Ui;

use super::note_lines::{Does, NoteLine, Tone};
use crate::gui::input::keymap::key_of;
use crate::gui::panels::annotation::speaker_text::speaker_text;
use crate::gui::reader::layout::page::Page;
use crate::model::Label;
use crate::session::{Action, Digit, SessionAction};
use crate::suggest::Suggestion;

/// One answer to the suggestion.
struct Answer {
    action: Action,
    /// The speaker or source. `None` if the answer sets none.
    who: Option<String>,
    /// What else the answer does, or a remark on the speaker.
    about: &'static str,
    /// The accessible name.
    name: String,
}

/// The lines of the note: the likeliest answer first and larger, the others below it.
pub(in crate::gui::reader) fn suggestion_lines(ui: &Ui, page: &Page<'_>, label: Label, suggestion: &Suggestion) -> Vec<NoteLine> {
    let mut lines = Vec::new();
    for (at, answer) in answers(page, label, suggestion).into_iter().enumerate() {
        let Answer { action, who, about, name } = answer;
        let key = (Tone::Key, key_of(ui, action));
        let does = Does::Act(action);
        let dim = |words: String| (Tone::Dim, words);
        match who {
            Some(who) if at == 0 => {
                let pieces = vec![dim(title(label).to_owned())];
                lines.push(NoteLine { pieces, does: Does::Nothing, name: String::new() });
                let about = if about.is_empty() { String::new() } else { format!("{about} ") };
                lines.push(NoteLine { pieces: vec![dim(about), (Tone::Who, who), dim("  ".to_owned()), key], does, name });
            }
            None if at == 0 => {
                let pieces = vec![dim(format!("{}  ", title(label))), key, dim(format!("   {about}"))];
                lines.push(NoteLine { pieces, does, name });
            }
            who => {
                let words = [about, who.as_deref().unwrap_or_default()].join(" ");
                lines.push(NoteLine { pieces: vec![key, dim(format!("   {}", words.trim()))], does, name });
            }
        }
    }
    lines
}

fn title(label: Label) -> &'static str {
    match label {
        Label::Claim => "Suggested claim:",
        Label::Quote | Label::Actor => "Suggested:",
    }
}

fn answers(page: &Page<'_>, label: Label, suggestion: &Suggestion) -> Vec<Answer> {
    let mut answers: Vec<Answer> = Vec::new();
    for (speaker, action) in suggestion.speakers.iter().zip(Digit::ALL.map(Action::speaker)) {
        let (called, about) = speaker_text(page.session, &speaker.who);
        answers.push(Answer { action, name: format!("Accept with {called}"), who: Some(called), about });
    }
    let answer = |action: Action, about: &'static str, name: &str| Answer { action, who: None, about, name: name.to_owned() };
    if label == Label::Claim {
        let author = Answer {
            action: Action::Session(SessionAction::SpeakerArticle),
            who: Some("Article".to_owned()),
            about: "",
            name: "Accept with Article".to_owned(),
        };
        // A claim without a quoted source is most likely the article's own.
        answers.push(author);
        answers.push(answer(Action::Session(SessionAction::Tag(Label::Claim)), "without source", "Accept without source"));
        answers.push(answer(Action::Session(SessionAction::RejectSuggestion), "reject", "Reject suggestion"));
    } else {
        answers.push(answer(Action::Session(SessionAction::Tag(Label::Quote)), "without speaker", "Accept without speaker"));
        answers.push(answer(Action::Session(SessionAction::RejectSuggestion), "reject", "Reject suggestion"));
    }
    answers
}
