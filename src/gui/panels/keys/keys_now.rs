//! The keys that are useful now: for a suggestion, selected words, an annotation, a field, or nothing.

use crate::model::{Annotation, Label};
use crate::session::Edge;
use crate::session::cursor::caret_step::CaretStep;
use crate::session::input::action::{EdgeStep, Participant};
use crate::session::{Action, Digit, Keymap, Session, SessionAction, WindowAction};

/// A key cap of a hint.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Cap {
    /// The current key of an action.
    Of(Action),
    /// The range from the key of the first action to that of the last.
    Range(Action, Action),
    /// A key that cannot be changed.
    Fixed(&'static str),
}

impl Cap {
    /// The text of the cap.
    #[must_use]
    pub fn words(&self, keys: &Keymap) -> String {
        match self {
            Self::Of(action) => keys.key(*action),
            Self::Range(first, last) => format!("{}–{}", keys.key(*first), keys.key(*last)),
            Self::Fixed(words) => (*words).to_owned(),
        }
    }
}

/// Keys, and what they do in a word or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyHint {
    pub keys: Vec<Cap>,
    pub words: String,
    /// The action that a click on the hint runs.
    pub action: Option<Action>,
}

fn one(action: impl Into<Action>, words: &str) -> KeyHint {
    let action = action.into();
    KeyHint { keys: vec![Cap::Of(action)], words: words.to_owned(), action: Some(action) }
}

fn two(actions: [Action; 2], words: &str) -> KeyHint {
    KeyHint { keys: actions.map(Cap::Of).to_vec(), words: words.to_owned(), action: None }
}

/// Keys of the selected annotation: its speaker or actor, its attributes, and the other end of a link.
fn asked(session: &Session, annotation: &Annotation) -> Vec<KeyHint> {
    let mut keys = Vec::new();
    let held = session.held().filter(|(_, id)| *id != annotation.id);
    if let Some((_, other)) = held.and_then(|end| session.find(end)) {
        match session.next_link_kind(other.label, annotation.label) {
            Some(kind) => {
                keys.push(one(SessionAction::Link, &format!("Link as {}", kind.title())));
                keys.push(one(SessionAction::NextLinkKind, "Change type"));
            }
            None => keys.push(one(SessionAction::Link, "Cannot be linked")),
        }
    }
    let is_mention = annotation.label == Label::Actor;
    let likely = session.offered_speakers(annotation).len();
    if likely > 0 {
        let last = Digit::ALL.get(likely - 1).copied().map_or(Action::speaker(Digit::Nine), Action::speaker);
        let digits =
            if likely == 1 { Cap::Of(Action::speaker(Digit::One)) } else { Cap::Range(Action::speaker(Digit::One), last) };
        let words = match annotation.label {
            Label::Quote => "Likely speaker",
            Label::Claim => "Likely source",
            Label::Actor => "Likely actor",
        };
        keys.push(KeyHint { keys: vec![digits], words: words.to_owned(), action: None });
    }
    keys.push(one(WindowAction::Choose(Participant::Speaker), if is_mention { "Who is it?" } else { "Who says it?" }));
    if !is_mention && annotation.details.cue().is_none() {
        keys.push(one(SessionAction::MarkCue, "Cue"));
    }
    if annotation.label == Label::Quote {
        keys.push(one(SessionAction::ClaimOfQuote, "Make claim"));
    }
    keys.push(one(WindowAction::ChooseAttributes, "Attributes"));
    if !is_mention && held.is_none() {
        keys.push(one(SessionAction::Link, "Link"));
    }
    keys
}

/// Keys of the current suggestion; `speakers` is the number of its likely speakers.
fn at_suggestion(session: &Session, label: Label, speakers: usize) -> Vec<KeyHint> {
    let claims = label == Label::Claim;
    let next = if claims { Action::Session(SessionAction::NextClaim) } else { Action::Session(SessionAction::NextSuggestion) };
    let mut keys = vec![one(next, "Next suggestion")];
    if speakers > 0 {
        let last =
            Digit::ALL.get(speakers.min(Digit::ALL.len()) - 1).copied().map_or(Action::speaker(Digit::Nine), Action::speaker);
        let digits =
            if speakers == 1 { Cap::Of(Action::speaker(Digit::One)) } else { Cap::Range(Action::speaker(Digit::One), last) };
        let words = if claims { "Accept with source" } else { "Accept with speaker" };
        keys.push(KeyHint { keys: vec![digits], words: words.to_owned(), action: None });
    }
    if claims {
        keys.extend([
            one(SessionAction::SpeakerArticle, "Article"),
            one(SessionAction::Tag(Label::Claim), "Without source"),
            one(SessionAction::RejectSuggestion, "Reject"),
        ]);
    } else {
        keys.extend([
            one(SessionAction::Tag(Label::Quote), "Without speaker"),
            one(SessionAction::RejectSuggestion, "Reject"),
            one(SessionAction::Tag(Label::Claim), "Also a claim"),
        ]);
        if session.joins().is_some_and(|last| last.label == Label::Quote) {
            keys.push(one(SessionAction::ClaimOfQuote, "Make claim of previous"));
        }
    }
    keys.extend([
        KeyHint {
            keys: [
                Action::Session(SessionAction::MoveEdge { edge: Edge::Start, step: EdgeStep::Left }),
                Action::Session(SessionAction::MoveEdge { edge: Edge::Start, step: EdgeStep::Right }),
                Action::Session(SessionAction::MoveEdge { edge: Edge::End, step: EdgeStep::Left }),
                Action::Session(SessionAction::MoveEdge { edge: Edge::End, step: EdgeStep::Right }),
            ]
            .map(Cap::Of)
            .to_vec(),
            words: "Adjust".to_owned(),
            action: None,
        },
        one(SessionAction::Widen, "Expand"),
    ]);
    keys
}

/// The keys that are useful now, the most useful first.
#[must_use]
pub fn keys_now(session: &Session, typing: bool) -> Vec<KeyHint> {
    let Some(article) = session.article() else {
        return vec![one(WindowAction::AddFiles, "Add articles"), one(WindowAction::OpenSet, "Open folder")];
    };
    if typing {
        return vec![one(WindowAction::Escape, "Back to text"), one(SessionAction::Undo, "Undo")];
    }
    if let Some((label, suggestion)) = session.walks().zip(session.suggestion()) {
        return at_suggestion(session, label, suggestion.speakers.len());
    }
    if session.selection().trimmed(&article.text).is_some() {
        let mut keys = vec![
            one(SessionAction::Move { step: CaretStep::WordRight, extend: true }, "Extend by a word"),
            one(SessionAction::Move { step: CaretStep::WordLeft, extend: true }, "Shrink by a word"),
            one(SessionAction::Copy, "Copy"),
            one(WindowAction::Escape, "Clear selection"),
        ];
        if session.joins().is_some_and(|annotation| annotation.label != Label::Actor) {
            keys.insert(0, one(SessionAction::MarkCue, "Cue"));
            keys.insert(1, one(SessionAction::SpeakerUnnamed, "Unnamed source"));
        }
        if let Some(annotation) = session.joins() {
            let words: String = annotation.words().chars().take(18).collect();
            keys.insert(0, one(SessionAction::AddFragment, &format!("Add to “{words}…”")));
        }
        return keys;
    }
    if let Some(annotation) = session.current() {
        let mut keys = asked(session, annotation);
        keys.extend([
            two(
                [
                    Action::Session(SessionAction::MoveEdge { edge: Edge::Start, step: EdgeStep::Left }),
                    Action::Session(SessionAction::MoveEdge { edge: Edge::Start, step: EdgeStep::Right }),
                ],
                "Start",
            ),
            two(
                [
                    Action::Session(SessionAction::MoveEdge { edge: Edge::End, step: EdgeStep::Left }),
                    Action::Session(SessionAction::MoveEdge { edge: Edge::End, step: EdgeStep::Right }),
                ],
                "End",
            ),
            one(WindowAction::EditNote, "Note"),
            one(SessionAction::ToggleUnsure, "Unsure"),
            one(SessionAction::NextAnnotation, "Next"),
            one(SessionAction::Delete, "Delete"),
        ]);
        if session.at_caret().len() > 1 {
            keys.insert(0, one(SessionAction::NextAtCaret, "Next overlapping"));
        }
        return keys;
    }
    let done = session.layer().is_some_and(|layer| layer.done);
    let mut keys = Vec::new();
    if !session.suggestions().is_empty() {
        keys.push(one(SessionAction::NextSuggestion, "Next suggestion"));
    }
    if !session.claim_suggestions().is_empty() {
        keys.push(one(SessionAction::NextClaim, "Next claim suggestion"));
    }
    keys.extend([
        one(SessionAction::SelectWord, "Select word"),
        one(SessionAction::SelectSentence, "Select sentence"),
        one(SessionAction::NextAnnotation, "Next annotation"),
        one(SessionAction::ToggleDone, if done { "Not done" } else { "Done" }),
        one(SessionAction::NextArticle, "Next article"),
        one(SessionAction::TagNames, "Tag names"),
    ]);
    keys
}
