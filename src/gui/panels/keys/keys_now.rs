//! Says which keys matter right now: it depends on whether words, an annotation, a field or nothing has the attention.

use crate::model::{Annotation, Label};
use crate::session::Edge;
use crate::session::cursor::caret::CaretStep;
use crate::session::input::action::{EdgeStep, Participant};
use crate::session::{Action, Digit, Keymap, Session, SessionAction, WindowAction};

/// What stands on one cap of a hint.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Cap {
    /// The key that the action has now.
    Of(Action),
    /// From the key of the first action to that of the last.
    Range(Action, Action),
    /// A key that always means this here.
    Fixed(&'static str),
}

impl Cap {
    /// What the cap reads.
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
    /// What a click on the hint does.
    pub action: Option<Action>,
}

fn one(action: impl Into<Action>, words: &str) -> KeyHint {
    let action = action.into();
    KeyHint { keys: vec![Cap::Of(action)], words: words.to_owned(), action: Some(action) }
}

fn two(actions: [Action; 2], words: &str) -> KeyHint {
    KeyHint { keys: actions.map(Cap::Of).to_vec(), words: words.to_owned(), action: None }
}

/// What is asked of the selected annotation: who, its values, and the other end of a link.
fn asked(session: &Session, annotation: &Annotation) -> Vec<KeyHint> {
    let mut keys = Vec::new();
    let held = session.held().filter(|(_, id)| *id != annotation.id);
    if let Some((_, other)) = held.and_then(|end| session.find(end)) {
        match session.next_link_kind(other.label, annotation.label) {
            Some(kind) => {
                keys.push(one(SessionAction::Link, &format!("link as {}", kind.title())));
                keys.push(one(SessionAction::NextLinkKind, "another kind"));
            }
            None => keys.push(one(SessionAction::Link, "these two cannot be linked")),
        }
    }
    let is_mention = annotation.label == Label::Actor;
    let likely = session.offered_speakers(annotation).len();
    if likely > 0 {
        let last = Digit::ALL.get(likely - 1).copied().map_or(Action::speaker(Digit::Nine), Action::speaker);
        let digits =
            if likely == 1 { Cap::Of(Action::speaker(Digit::One)) } else { Cap::Range(Action::speaker(Digit::One), last) };
        let words = match annotation.label {
            Label::Quote => "likely speaker",
            Label::Claim => "likely source",
            Label::Actor => "likely actor",
        };
        keys.push(KeyHint { keys: vec![digits], words: words.to_owned(), action: None });
    }
    keys.push(one(WindowAction::Choose(Participant::Speaker), if is_mention { "who is it?" } else { "who says it?" }));
    if !is_mention && annotation.details.cue().is_none() {
        keys.push(one(SessionAction::MarkCue, "cue"));
    }
    if annotation.label == Label::Quote {
        keys.push(one(SessionAction::ClaimOfQuote, "claim of it"));
    }
    keys.push(one(WindowAction::ChooseAttributes, "values"));
    if !is_mention && held.is_none() {
        keys.push(one(SessionAction::Link, "link"));
    }
    keys
}

/// What can be done with the suggestion that is looked at, which has so many proposed speakers.
fn at_suggestion(session: &Session, label: Label, speakers: usize) -> Vec<KeyHint> {
    let claims = label == Label::Claim;
    let next = if claims { Action::Session(SessionAction::NextClaim) } else { Action::Session(SessionAction::NextSuggestion) };
    let mut keys = vec![one(next, "next suggestion")];
    if speakers > 0 {
        let last =
            Digit::ALL.get(speakers.min(Digit::ALL.len()) - 1).copied().map_or(Action::speaker(Digit::Nine), Action::speaker);
        let digits =
            if speakers == 1 { Cap::Of(Action::speaker(Digit::One)) } else { Cap::Range(Action::speaker(Digit::One), last) };
        let words = if claims { "accept with source" } else { "accept with speaker" };
        keys.push(KeyHint { keys: vec![digits], words: words.to_owned(), action: None });
    }
    if claims {
        keys.extend([
            one(SessionAction::SpeakerArticle, "the article's own"),
            one(SessionAction::Tag(Label::Claim), "as it is"),
            one(SessionAction::RejectSuggestion, "not a claim"),
        ]);
    } else {
        keys.extend([
            one(SessionAction::Tag(Label::Quote), "without speaker"),
            one(SessionAction::RejectSuggestion, "not a quote"),
            one(SessionAction::Tag(Label::Claim), "a claim too"),
        ]);
        if session.joins().is_some_and(|last| last.label == Label::Quote) {
            keys.push(one(SessionAction::ClaimOfQuote, "claim of the last one"));
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
            words: "edges".to_owned(),
            action: None,
        },
        one(SessionAction::Widen, "widen"),
    ]);
    keys
}

/// The keys that matter now, the most useful first.
#[must_use]
pub fn keys_now(session: &Session, typing: bool) -> Vec<KeyHint> {
    let Some(article) = session.article() else {
        return vec![one(WindowAction::AddFiles, "add articles"), one(WindowAction::OpenSet, "open a folder")];
    };
    if typing {
        return vec![one(WindowAction::Escape, "back to the text"), one(SessionAction::Undo, "undo")];
    }
    if let Some((label, suggestion)) = session.walks().zip(session.suggestion()) {
        return at_suggestion(session, label, suggestion.speakers.len());
    }
    if session.selection().trimmed(&article.text).is_some() {
        let mut keys = vec![
            one(SessionAction::Move { step: CaretStep::WordRight, extend: true }, "a word more"),
            one(SessionAction::Move { step: CaretStep::WordLeft, extend: true }, "a word less"),
            one(SessionAction::Copy, "copy"),
            one(WindowAction::Escape, "drop the selection"),
        ];
        if session.joins().is_some_and(|annotation| annotation.label != Label::Actor) {
            keys.insert(0, one(SessionAction::MarkCue, "cue"));
            keys.insert(1, one(SessionAction::SpeakerUnnamed, "unnamed source"));
        }
        if let Some(annotation) = session.joins() {
            let words: String = annotation.words().chars().take(18).collect();
            keys.insert(0, one(SessionAction::AddFragment, &format!("add to “{words}…”")));
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
                "start",
            ),
            two(
                [
                    Action::Session(SessionAction::MoveEdge { edge: Edge::End, step: EdgeStep::Left }),
                    Action::Session(SessionAction::MoveEdge { edge: Edge::End, step: EdgeStep::Right }),
                ],
                "end",
            ),
            one(WindowAction::EditNote, "note"),
            one(SessionAction::ToggleUnsure, "unsure"),
            one(SessionAction::NextAnnotation, "next"),
            one(SessionAction::Delete, "delete"),
        ]);
        if session.at_caret().len() > 1 {
            keys.insert(0, one(SessionAction::NextAtCaret, "the other one here"));
        }
        return keys;
    }
    let done = session.layer().is_some_and(|layer| layer.done);
    let mut keys = Vec::new();
    if !session.suggestions().is_empty() {
        keys.push(one(SessionAction::NextSuggestion, "next suggestion"));
    }
    if !session.claim_suggestions().is_empty() {
        keys.push(one(SessionAction::NextClaim, "next claim suggestion"));
    }
    keys.extend([
        one(SessionAction::SelectWord, "select the word"),
        one(SessionAction::SelectSentence, "the sentence"),
        one(SessionAction::NextAnnotation, "next annotation"),
        one(SessionAction::ToggleDone, if done { "not done" } else { "done" }),
        one(SessionAction::NextArticle, "next article"),
        one(SessionAction::TagNames, "tag the names"),
    ]);
    keys
}
