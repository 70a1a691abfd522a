//! Works out the note beside the suggestion that is looked at: which key does what.

use egui::Ui;

use super::note_lines::{Does, NoteLine, Tone};
use crate::gui::input::keymap::key_of;
use crate::gui::panels::annotation::speaker_text::called;
use crate::gui::reader::layout::page::Page;
use crate::gui::reader::suggestions;
use crate::model::Label;
use crate::session::{Action, Digit, SessionAction};
use crate::suggest::Suggestion;

/// One answer that a key gives.
struct Answer {
    action: Action,
    /// Who says it, when the answer says that.
    who: Option<String>,
    /// What the key does else, or what is special about who says it.
    about: &'static str,
    /// What screen readers and tests call it.
    name: String,
}

/// The lines of the note: the likeliest answer in large, the others below it.
pub(in crate::gui::reader) fn suggestion_lines(ui: &Ui, page: &Page<'_>, label: Label, suggestion: &Suggestion) -> Vec<NoteLine> {
    let mut lines = Vec::new();
    for (at, answer) in answers(page, label, suggestion).into_iter().enumerate() {
        let Answer { action, who, about, name } = answer;
        let key = (Tone::Key, key_of(ui, action));
        let does = Does::Act(action);
        let dim = |words: String| (Tone::Dim, words);
        match who {
            Some(who) if at == 0 => {
                let pieces = vec![dim(format!("{}: press ", suggestions::kind(label))), key, dim("   for".to_owned())];
                lines.push(NoteLine { pieces, does: Does::Nothing, name: String::new() });
                let about = if about.is_empty() { String::new() } else { format!(" {about}") };
                lines.push(NoteLine { pieces: vec![(Tone::Who, who), dim(about)], does, name });
            }
            None if at == 0 => {
                let pieces = vec![dim(format!("{}: press ", suggestions::kind(label))), key, dim("   to mark it".to_owned())];
                lines.push(NoteLine { pieces, does, name });
            }
            who => {
                let words = [who.as_deref().unwrap_or_default(), about].join(" ");
                lines.push(NoteLine { pieces: vec![key, dim(format!("   {}", words.trim()))], does, name });
            }
        }
    }
    lines
}

fn answers(page: &Page<'_>, label: Label, suggestion: &Suggestion) -> Vec<Answer> {
    let mut answers: Vec<Answer> = Vec::new();
    for (speaker, action) in suggestion.speakers.iter().zip(Digit::ALL.map(Action::speaker)) {
        let (called, about) = called(page.session, &speaker.who);
        answers.push(Answer { action, name: format!("Accept with {called}"), who: Some(called), about });
    }
    let answer = |action: Action, about: &'static str, name: &str| Answer { action, who: None, about, name: name.to_owned() };
    if label == Label::Claim {
        let author = Answer {
            action: Action::Session(SessionAction::SpeakerArticle),
            who: Some("The article itself".to_owned()),
            about: "",
            name: "Accept as the article's own".to_owned(),
        };
        // What nobody is quoted with is the article's own, so that comes first.
        answers.push(author);
        answers.push(answer(Action::Session(SessionAction::Tag(Label::Claim)), "as it is", "Mark the suggestion as it is"));
        answers.push(answer(Action::Session(SessionAction::RejectSuggestion), "not a claim", "Reject the suggestion"));
    } else {
        answers.push(answer(
            Action::Session(SessionAction::Tag(Label::Quote)),
            "without speaker",
            "Mark the suggestion without speaker",
        ));
        answers.push(answer(Action::Session(SessionAction::RejectSuggestion), "not a quote", "Reject the suggestion"));
    }
    answers
}
